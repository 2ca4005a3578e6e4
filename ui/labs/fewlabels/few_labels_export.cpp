#include "ui/labs/fewlabels/few_labels_export.h"

#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/painters/framed_export.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double secondsADraw = 1, margin = 12;

/// Of the stop, counted from 1.
int drawOf(double t)
{
    return std::max(0, static_cast<int>(std::lround(t)) - 1);
}

class PartsExport : public FramedExport {
public:
    PartsExport(PartsScene scene, const ExportChoice& choice, Workers& workers)
        : FramedExport(choice, margin)
        , m_scene(std::move(scene))
        , m_painter(room(), m_style)
        , m_workers(workers)
    {}

    QString label(int stop) const override
    {
        return drawText(m_style.texts, drawOf(stop) + 1, m_scene.setup.draws);
    }
    QString describe(int stop) const override
    {
        return PartsPainter::describe(lookOf(drawOf(stop)), m_style.texts);
    }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, lookOf(drawOf(t))); }

private:
    PartsLook lookOf(int draw) const
    {
        PartsLook look = lookAt(m_scene, draw, m_painter, m_workers);
        if (!m_scene.code) return look;
        const auto read = readBy(*m_scene.code, m_scene.labelsOf(draw), m_scene.reading(), m_workers, {});
        if (read) addReadings(look, m_scene, *read, m_workers);
        return look;
    }

    PartsScene m_scene;
    PartsPainter m_painter;
    Workers& m_workers;
};

} // namespace

Exportable exportFewLabels(PartsScene scene, int draw, const ExportChoice& choice, Workers& workers)
{
    const int draws = scene.setup.draws;
    const auto made = std::make_shared<const PartsExport>(std::move(scene), choice, workers);
    return exportableOf(made, made->style().texts.say("Labs", "Few labels").replace(u'\n', u' '),
                        std::vector<double>(static_cast<std::size_t>(draws), secondsADraw),
                        1 + std::clamp(draw, 0, draws - 1));
}

} // namespace hg
