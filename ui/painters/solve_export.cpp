#include "ui/painters/solve_export.h"

#include "ui/painters/framed_export.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 20, secondsOfRow = 2;

class SolveExport : public FramedExport {
public:
    SolveExport(std::shared_ptr<const SolvedLayers> layers, std::optional<int> used,
                const ExportChoice& choice)
        : FramedExport(choice, margin), m_used(used), m_painter(std::move(layers), room(), m_style, true)
    {}
    /// For a page that is held upright.
    SolveExport(std::shared_ptr<const SolvedLayers> layers, std::optional<int> used, const PaintStyle& style,
                SolveLayout layout)
        : FramedExport(style, layout.height)
        , m_used(used)
        , m_painter(std::move(layers), std::move(layout), m_style)
    {}

    int stops() const { return std::max(1, static_cast<int>(m_painter.layers().rows.size())); }
    int rowAt(double t) const { return std::clamp(static_cast<int>(std::lround(t)) - 1, 0, stops() - 1); }
    QString label(int stop) const override
    {
        return m_style.texts.say("Solve", "Row %1 of %2").arg(stop).arg(stops());
    }
    QString describe(int stop) const override { return m_painter.describe(stop - 1); }

protected:
    void paintInside(QPainter& p, double t) const override
    {
        const int row = rowAt(t);
        m_painter.paint(p, {row, m_painter.scrollTo(row, 0), m_used});
    }

private:
    std::optional<int> m_used;
    SolvePainter m_painter;
};

} // namespace

Exportable exportSolved(std::shared_ptr<const SolvedLayers> layers, int row, std::optional<int> used,
                        const ExportChoice& choice)
{
    const auto across = std::make_shared<const SolveExport>(layers, used, choice);
    const PaintStyle& style = across->style();
    Exportable result =
        exportableOf(across, style.texts.say("Solve", "Layers for two sizes"),
                     std::vector<double>(static_cast<std::size_t>(across->stops()), secondsOfRow), row + 1);
    const PaintStyle plain = uprightStyle(style);
    addUpright(result, std::make_shared<const SolveExport>(
                           layers, used, plain, SolvePainter::uprightLayout(*layers, uprightRoom, plain)));
    return result;
}

} // namespace hg
