#include "ui/painters/conv_export.h"

#include "ui/painters/conv_pace.h"
#include "ui/painters/upright_page.h"

#include <memory>

namespace hg {
namespace {

constexpr double secondsForProducts = 0.4; // less is too short to follow products

/// A figure and its painter, which refers to it.
struct Drawing {
    ConvFigure figure;
    PaintStyle style;
    std::unique_ptr<const ConvPicture> picture;
    UprightPicture upright; ///< at a page's own size, whatever the picture's

    Drawing(ConvFigure f, const QSize& size, const PaintStyle& s, const ConvLook& look)
        : figure(std::move(f))
        , style(s)
        , picture(makeConvPicture(figure, size, style, look))
        , upright(makeUprightPicture(figure, uprightWidth, uprightStyle(style), look))
    {}
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    double secondsAt(double t) const
    {
        return secondsOfPosition(std::max(0.0, std::ceil(t) - 1), figure.positionCount());
    }
};

} // namespace

ConvLook lookOf(const ConvView& view)
{
    ConvLook look;
    look.tab = view.tab;
    look.showGhost = view.showsGhost;
    look.showsZeros = view.showsZeros;
    look.hasOneScale = view.hasOneScale;
    look.filter = view.filter;
    return look;
}

Exportable exportConvolution(ConvFigure figure, ConvLook look, double now, const ExportChoice& choice)
{
    look.isEditable = false;
    look.selected.reset();
    look.focus.reset();
    const auto drawing =
        std::make_shared<const Drawing>(std::move(figure), choice.size, styleOf(choice), look);
    const int count = drawing->figure.positionCount();
    Exportable result;
    result.title = (drawing->figure.scene.axes == 1 ? drawing->style.texts.say("Labs", "Convolution\n1D")
                                                    : drawing->style.texts.say("Labs", "Convolution\n2D"))
                       .replace(u'\n', u' ');
    result.size = choice.size;
    result.ground = drawing->style.theme.stage;
    for (int i = 0; i < count; ++i)
        result.seconds.push_back(secondsOfPosition(i, count));
    result.now = now;
    result.paint = [drawing](QPainter& p, double t) {
        drawing->picture->paint(p, t, drawing->secondsAt(t) >= secondsForProducts);
    };
    if (drawing->upright.picture) {
        result.uprightSize = drawing->upright.size.toSize();
        result.paintUpright = [drawing](QPainter& p, double t) {
            drawing->upright.picture->paint(p, t, drawing->secondsAt(t) >= secondsForProducts);
        };
    }
    result.label = [drawing, count](int stop) {
        return drawing->style.texts.say("ExportPage", "Position %1 of %2").arg(stop).arg(count);
    };
    result.describe = [drawing](int stop) { return drawing->picture->describe(stop); };
    result.page = pageLookOf(drawing->style);
    return result;
}

} // namespace hg
