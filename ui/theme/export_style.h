#pragma once

#include "ui/export/exportable.h"
#include "ui/theme/paint_style.h"

namespace hg {

/// How a picture is to be exported: its sides in pixels, and its language and theme, which need not be the
/// window's.
struct ExportChoice {
    QSize size{960, 600};
    Language language = Language::English;
    bool isDark = false;

    bool operator==(const ExportChoice&) const = default;
};

/// The painter's style for that choice. 960×600 has the size of one design pixel; other sizes are scaled so
/// that everything fits.
PaintStyle styleOf(const ExportChoice& choice);
/// The look of a page around such a picture.
PageLook pageLookOf(const PaintStyle& style);

} // namespace hg
