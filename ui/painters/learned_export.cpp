#include "ui/painters/learned_export.h"

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

class LearnedExport {
public:
    LearnedExport(std::shared_ptr<const LearnedRun> run, const LearnedLook& look, bool showsInputGradient,
                  const ExportChoice& choice)
        : m_look(look)
        , m_stops(stopsOf(run->run.updates(), look.update))
        , m_style(styleOf(choice))
        , m_room(
              QRectF(QPointF(), QSizeF(choice.size))
                  .adjusted(m_style.px(margin), m_style.px(margin), -m_style.px(margin), -m_style.px(margin)))
        , m_painter(run, m_room.size(), m_style, showsInputGradient)
        , m_updates(run->run.updates())
    {}

    void paint(QPainter& p, double t) const
    {
        p.save();
        p.translate(m_room.topLeft());
        m_painter.paint(p, lookAt(t));
        p.restore();
    }
    QString label(int stop) const
    {
        return m_style.texts.say("Learned", "Update %1 of %2").arg(lookAt(stop).update).arg(m_updates);
    }
    QString describe(int stop) const { return m_painter.describe(lookAt(stop)); }
    const PaintStyle& style() const { return m_style; }
    const std::vector<int>& stops() const { return m_stops; }

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
    PaintStyle m_style;
    QRectF m_room;
    LearnedPainter m_painter;
    int m_updates;
};

} // namespace

Exportable exportLearned(std::shared_ptr<const LearnedRun> run, const LearnedLook& look,
                         bool showsInputGradient, const ExportChoice& choice)
{
    const int updates = run->run.updates();
    const auto made = std::make_shared<const LearnedExport>(std::move(run), look, showsInputGradient, choice);
    const std::vector<int>& stops = made->stops();
    Exportable result;
    result.title = made->style().texts.say("Learned", "A filter that is learned");
    result.size = choice.size;
    result.ground = made->style().theme.stage;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const int before = i == 0 ? 0 : stops[i - 1];
        const double share = shareOfUpdate(stops[i], updates) - shareOfUpdate(before, updates);
        result.seconds.push_back(std::max(0.1, secondsOfRun * share));
    }
    result.now = 1 + static_cast<double>(std::ranges::find(stops, std::clamp(look.update, 0, updates)) -
                                         stops.begin());
    result.paint = [made](QPainter& p, double t) { made->paint(p, t); };
    result.label = [made](int stop) { return made->label(stop); };
    result.describe = [made](int stop) { return made->describe(stop); };
    result.page = pageLookOf(made->style());
    return result;
}

} // namespace hg
