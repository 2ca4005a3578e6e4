#include "ui/painters/sound_export.h"

namespace hg {

Exportable exportSound(std::shared_ptr<const SoundFigure> figure, const SoundView& view,
                       const ExportChoice& choice)
{
    const PaintStyle style = styleOf(choice);
    const auto painter = std::make_shared<const SoundPainter>(*figure, QSizeF(choice.size), style);
    Exportable result;
    result.title = style.texts.say("Labs", "Convolution\n1D").replace(u'\n', u' ');
    result.size = choice.size;
    result.ground = style.theme.stage;
    result.seconds = {1};
    result.now = 1;
    // The figure is kept with the painter, which refers to it.
    result.paint = [figure, painter, view](QPainter& p, double) { painter->paint(p, view); };
    result.label = [](int) { return QString(); };
    result.describe = [figure, painter, view](int) { return painter->describe(view); };
    result.page = pageLookOf(style);
    return result;
}

} // namespace hg
