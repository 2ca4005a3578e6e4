#include "ui/painters/conv_picture.h"

#include "ui/painters/grid_painter.h"
#include "ui/painters/line_painter.h"
#include "ui/painters/matrix_painter.h"
#include "ui/painters/plane_twin_painter.h"
#include "ui/painters/twin_painter.h"

#include <cmath>

namespace hg {

UprightPicture makeUprightPicture(const ConvFigure& figure, double width, const PaintStyle& style,
                                  const ConvLook& look)
{
    if (look.tab != ConvTab::Sliding) return {};
    ConvLook upright = look;
    upright.isUpright = true;
    upright.showGhost = false;
    upright.showsZeros = false; // beside each other two readings have no room: the stamps alone
    // As high as it is.
    const auto sized = [&](auto picture) -> UprightPicture {
        const QSizeF size(width, std::ceil(picture->layout().sumCard.bottom() + style.px(12)));
        return {std::move(picture), size};
    };
    if (figure.scene.axes == 1)
        return sized(std::make_unique<LinePainter>(figure, QSizeF(width, 0), style, upright));
    return sized(std::make_unique<GridPainter>(figure, QSizeF(width, 0), style, upright));
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
