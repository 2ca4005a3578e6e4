#include "ui/theme/export_style.h"

#include <algorithm>

namespace hg {

PaintStyle styleOf(const ExportChoice& choice)
{
    return {choice.isDark ? darkTheme() : lightTheme(), Texts(choice.language),
            std::min(choice.size.width() / 960.0, choice.size.height() / 600.0)};
}

PageLook pageLookOf(const PaintStyle& style)
{
    const Theme& theme = style.theme;
    const Texts& texts = style.texts;
    PageLook look;
    look.language = texts.language() == Language::Greek ? QStringLiteral("el") : QStringLiteral("en");
    look.isDark = theme.isDark;
    look.ground = theme.stage;
    look.surface = theme.surface;
    look.ink = theme.ink;
    look.muted = theme.muted;
    look.line = theme.line;
    look.accent = theme.accent;
    look.accentInk = theme.accentInk;
    look.accentText = theme.accentText;
    look.first = texts.say("ExportPage", "First");
    look.back = texts.say("ExportPage", "Back");
    look.play = texts.say("ExportPage", "Play");
    look.pause = texts.say("ExportPage", "Pause");
    look.forward = texts.say("ExportPage", "Forward");
    look.last = texts.say("ExportPage", "Last");
    look.track = texts.say("ExportPage", "Position");
    look.enlarge = texts.say("ExportPage", "Enlarge");
    look.keys =
        texts.say("ExportPage", "Arrow keys: back and forward · Space: play · Home, End: first, last");
    look.needsCode = texts.say("ExportPage", "Only this position is shown, because scripts are turned off.");
    return look;
}

} // namespace hg
