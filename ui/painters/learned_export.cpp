#include "ui/painters/learned_export.h"

#include "ui/painters/framed_export.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace hg {
namespace {

constexpr int mostStops = 50;
constexpr double secondsOfRun = 20, margin = 14;

std::vector<int> stopsOf(int updates, int shown)
{
    std::set<int> stops{0, updates, std::clamp(shown, 0, updates)};
    for (int i = 0; i < mostStops; ++i)
        stops.insert(static_cast<int>(std::lround(updateOfShare(1.0 * i / mostStops, updates))));
    return {stops.begin(), stops.end()};
}

class LearnedExport : public FramedExport {
public:
    LearnedExport(std::shared_ptr<const LearnedRun> run, const LearnedLook& look, bool showsInputGradient,
                  const ExportChoice& choice)
        : FramedExport(choice, margin)
        , m_look(look)
        , m_stops(stopsOf(run->run.updates(), look.update))
        , m_painter(run, room(), m_style, showsInputGradient)
        , m_updates(run->run.updates())
    {}
    /// For a page that is held upright.
    LearnedExport(std::shared_ptr<const LearnedRun> run, const LearnedLook& look, bool showsInputGradient,
                  const PaintStyle& style, LearnedLayout layout)
        : FramedExport(style, layout.height)
        , m_look(look)
        , m_stops(stopsOf(run->run.updates(), look.update))
        , m_painter(run, std::move(layout), m_style, showsInputGradient)
        , m_updates(run->run.updates())
    {}

    QString label(int stop) const override
    {
        return m_style.texts.say("Learned", "Update %1 of %2").arg(lookAt(stop).update).arg(m_updates);
    }
    QString describe(int stop) const override { return m_painter.describe(lookAt(stop)); }
    const std::vector<int>& stops() const { return m_stops; }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, lookAt(t)); }

private:
    LearnedLook lookAt(double t) const
    {
        const auto last = static_cast<double>(m_stops.size() - 1);
        LearnedLook look = m_look;
        look.update = m_stops[static_cast<std::size_t>(std::clamp(std::round(t) - 1, 0.0, last))];
        return look;
    }

    LearnedLook m_look;
    std::vector<int> m_stops;
    LearnedPainter m_painter;
    int m_updates;
};

} // namespace

Exportable exportLearned(std::shared_ptr<const LearnedRun> run, const LearnedLook& look,
                         bool showsInputGradient, const ExportChoice& choice)
{
    const int updates = run->run.updates();
    const auto across = std::make_shared<const LearnedExport>(run, look, showsInputGradient, choice);
    const std::vector<int>& stops = across->stops();
    std::vector<double> seconds;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const int before = i == 0 ? 0 : stops[i - 1];
        const double share = shareOfUpdate(stops[i], updates) - shareOfUpdate(before, updates);
        seconds.push_back(std::max(0.1, secondsOfRun * share));
    }
    const auto now = std::ranges::find(stops, std::clamp(look.update, 0, updates)) - stops.begin();
    const PaintStyle& style = across->style();
    Exportable result = exportableOf(across, style.texts.say("Learned", "A filter that is learned"),
                                     std::move(seconds), 1 + static_cast<double>(now));
    const PaintStyle plain = uprightStyle(style);
    addUpright(result, std::make_shared<const LearnedExport>(
                           run, look, showsInputGradient, plain,
                           LearnedPainter::uprightLayout(*run, uprightRoom, plain, showsInputGradient)));
    return result;
}

} // namespace hg
