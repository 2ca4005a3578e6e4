#pragma once

#include "ui/theme/texts.h"
#include "ui/theme/theme.h"

namespace hg {

/// What a painter needs besides the thing to paint: colours, texts, and the size of one design pixel.
struct PaintStyle {
    Theme theme = lightTheme();
    Texts texts;
    double scale = 1;

    QFont font(double pixels, QFont::Weight weight = QFont::Normal) const
    {
        return uiFont(pixels * scale, weight);
    }
    double px(double pixels) const { return pixels * scale; }
};

} // namespace hg
