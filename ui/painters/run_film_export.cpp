#include "ui/painters/run_film_export.h"

#include "ui/painters/framed_export.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double secondsAStop = 0.25, margin = 12;

/// What both layouts show: another one once the film is whole.
struct Reel {
    Reel(FilmReel of, const AutoencoderView& look, Workers& pool)
        : source(std::move(of))
        , view(look)
        , workers(pool)
        , scene(std::make_unique<FilmScene>(source.film, look, pool))
    {}
    bool complete(const Watch& watch)
    {
        if (!source.complete) return true;
        auto whole = source.complete(watch);
        if (!whole) return false;
        scene = std::make_unique<FilmScene>(std::move(whole), view, workers);
        source.complete = {};
        return true;
    }
    const RunFilm& film() const { return *scene->film; }

    FilmReel source;
    AutoencoderView view;
    Workers& workers;
    std::unique_ptr<FilmScene> scene;
};

class RunExport : public FramedExport {
public:
    RunExport(std::shared_ptr<const Reel> reel, const ExportChoice& choice)
        : FramedExport(choice, margin)
        , m_reel(std::move(reel))
        , m_painter(FilmLayout::across(room(), !m_reel->film().samples.pcaScores.empty(), m_style), m_style)
    {}
    /// For a page that is held upright.
    RunExport(std::shared_ptr<const Reel> reel, const PaintStyle& style, const FilmLayout& layout)
        : FramedExport(style, layout.height), m_reel(std::move(reel)), m_painter(layout, m_style)
    {}

    QString label(int stop) const override
    {
        return RunFilmPainter::label(m_reel->film(), indexOf(stop), m_style.texts);
    }
    QString describe(int stop) const override
    {
        return RunFilmPainter::describe(m_reel->film(), indexOf(stop), m_style.texts);
    }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, *m_reel->scene, indexOf(t)); }

private:
    std::size_t indexOf(double t) const
    {
        const auto last = static_cast<double>(m_reel->film().stops.size()) - 1;
        return static_cast<std::size_t>(std::clamp(std::round(t) - 1, 0.0, last));
    }

    std::shared_ptr<const Reel> m_reel;
    RunFilmPainter m_painter;
};

} // namespace

Exportable exportRun(FilmReel source, const AutoencoderView& view, std::size_t now,
                     const ExportChoice& choice, Workers& workers)
{
    const auto reel = std::make_shared<Reel>(std::move(source), view, workers);
    const auto across = std::make_shared<const RunExport>(reel, choice);
    const PaintStyle& style = across->style();
    const QString title = style.texts.say("Labs", "Autoencoder").replace(u'\n', u' ');
    Exportable result =
        exportableOf(across, title, std::vector<double>(reel->film().stops.size(), secondsAStop),
                     1 + static_cast<double>(now));
    if (reel->source.complete) result.prepare = [reel](const Watch& watch) { return reel->complete(watch); };
    const PaintStyle plain = uprightStyle(style);
    addUpright(result, std::make_shared<const RunExport>(
                           reel, plain, FilmLayout::upright(reel->film(), uprightRoom, plain)));
    return result;
}

} // namespace hg
