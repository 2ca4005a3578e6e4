#include "ui/painters/solve_export.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 20, secondsOfRow = 2;

class SolveExport {
public:
    SolveExport(std::shared_ptr<const SolvedLayers> layers, std::optional<int> used,
                const ExportChoice& choice)
        : m_used(used)
        , m_style(styleOf(choice))
        , m_room(QRectF(QPointF(), QSizeF(choice.size))
                     .marginsRemoved(QMarginsF(1, 1, 1, 1) * m_style.px(margin)))
        , m_painter(std::move(layers), m_room.size(), m_style, true)
    {}

    int stops() const { return std::max(1, static_cast<int>(m_painter.layers().rows.size())); }
    int rowAt(double t) const { return std::clamp(static_cast<int>(std::lround(t)) - 1, 0, stops() - 1); }
    void paint(QPainter& p, double t) const
    {
        p.save();
        p.translate(m_room.topLeft());
        const int row = rowAt(t);
        m_painter.paint(p, {row, m_painter.scrollTo(row, 0), m_used});
        p.restore();
    }
    QString label(int stop) const
    {
        return m_style.texts.say("Solve", "Row %1 of %2").arg(stop).arg(stops());
    }
    const SolvePainter& painter() const { return m_painter; }
    const PaintStyle& style() const { return m_style; }

private:
    std::optional<int> m_used;
    PaintStyle m_style;
    QRectF m_room;
    SolvePainter m_painter;
};

} // namespace

Exportable exportSolved(std::shared_ptr<const SolvedLayers> layers, int row, std::optional<int> used,
                        const ExportChoice& choice)
{
    const auto made = std::make_shared<const SolveExport>(std::move(layers), used, choice);
    Exportable result;
    result.title = made->style().texts.say("Solve", "Layers for two sizes");
    result.size = choice.size;
    result.ground = made->style().theme.stage;
    result.seconds.assign(static_cast<std::size_t>(made->stops()), secondsOfRow);
    result.now = row + 1;
    result.paint = [made](QPainter& p, double t) { made->paint(p, t); };
    result.label = [made](int stop) { return made->label(stop); };
    result.describe = [made](int stop) { return made->painter().describe(stop - 1); };
    result.page = pageLookOf(made->style());
    return result;
}

} // namespace hg
