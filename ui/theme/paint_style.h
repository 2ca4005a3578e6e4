#pragma once

#include "ui/theme/texts.h"
#include "ui/theme/theme.h"

#include <cmath>

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
    /// The style sheet of a label that is bold, of that size, in a colour of its own.
    QString boldLabel(const QColor& colour, double pixels) const
    {
        return QStringLiteral("color: %1; font-size: %2px; font-weight: 700;")
            .arg(colour.name())
            .arg(std::lround(px(pixels)));
    }
};

} // namespace hg
