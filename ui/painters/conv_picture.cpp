#include "ui/painters/conv_picture.h"

#include "ui/painters/grid_painter.h"
#include "ui/painters/line_painter.h"
#include "ui/painters/matrix_painter.h"
#include "ui/painters/plane_twin_painter.h"
#include "ui/painters/twin_painter.h"

#include <cmath>

namespace hg {
namespace {

double bottomOf(const MatrixLayout& layout)
{
    return layout.products.bottom();
}
double bottomOf(const auto& layout)
{
    return layout.sumCard.bottom();
}

template <typename Painter>
UprightPicture asHighAsItIs(const ConvFigure& figure, double width, const PaintStyle& style,
                            const ConvLook& look)
{
    auto picture = std::make_unique<Painter>(figure, QSizeF(width, 0), style, look);
    const QSizeF size(width, std::ceil(bottomOf(picture->layout()) + style.px(12)));
    return {std::move(picture), size};
}

} // namespace

UprightPicture makeUprightPicture(const ConvFigure& figure, double width, const PaintStyle& style,
                                  const ConvLook& look)
{
    if (look.tab == ConvTab::Matrix && figure.scene.pooling == Pooling::Max) return {}; // it has none
    ConvLook upright = look;
    upright.isUpright = true;
    upright.showGhost = false;
    upright.showsZeros = false; // beside each other two readings have no room: the stamps alone
    if (look.tab == ConvTab::Matrix) return asHighAsItIs<MatrixPainter>(figure, width, style, upright);
    if (figure.scene.axes == 1) return asHighAsItIs<LinePainter>(figure, width, style, upright);
    return asHighAsItIs<GridPainter>(figure, width, style, upright);
}

std::unique_ptr<ConvPicture> makeConvPicture(const ConvFigure& figure, const QSizeF& size,
                                             const PaintStyle& style, const ConvLook& look)
{
    if (look.tab == ConvTab::Matrix) return std::make_unique<MatrixPainter>(figure, size, style, look);
    // What is to be predicted would stand in the twin.
    const bool isTwin = look.showsZeros && figure.scene.isTransposed && !look.hidesNext && !look.hidesSize;
    if (figure.scene.axes == 1 && isTwin) return std::make_unique<TwinPainter>(figure, size, style, look);
    if (figure.scene.axes == 1) return std::make_unique<LinePainter>(figure, size, style, look);
    if (isTwin) return std::make_unique<PlaneTwinPainter>(figure, size, style, look);
    return std::make_unique<GridPainter>(figure, size, style, look);
}

} // namespace hg
