#pragma once

#include "ui/theme/theme.h"

#include <QIcon>

namespace hg {

/// Small pictures drawn as paths, so that they follow the theme and every resolution.
enum class Glyph {
    First,
    Back,
    Play,
    Pause,
    Forward,
    Last,
    Undo,
    Redo,
    Grid,
    Wave,
    Hourglass,
    Home,
    Moon,
    Sun,
    Up,
    Down,
    Pencil,
    Noise,
    Labels
};

/// Paints the glyph into the rectangle.
void paintGlyph(QPainter& painter, Glyph glyph, const QRectF& box, const QColor& colour);
/// The glyph as an icon of `pixels`, in a colour.
QIcon glyphIcon(Glyph glyph, const QColor& colour, int pixels = 20);
/// The same in ink with a red dot at its corner: something is being recorded or trained there.
QIcon markedIcon(Glyph glyph, const Theme& theme, int pixels = 20);
/// The program's mark: two triangles and the two numbers between them.
void paintLogo(QPainter& painter, const QRectF& box, const Theme& theme);

} // namespace hg
