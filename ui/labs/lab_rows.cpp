#include "ui/labs/conv2d/conv_lab.h"
#include "ui/shell/lab.h"

#include <QCoreApplication>

#include <array>

namespace hg {

std::span<const LabRow> labRows()
{
    static const std::array<LabRow, 1> table{{
        {"conv2d", QT_TRANSLATE_NOOP("Labs", "Convolution\n2D"), QT_TRANSLATE_NOOP("Labs", "A filter slides over numbers: every product, every sum, every step back and forth."), Glyph::Grid, makeConvLab},
    }};
    return table;
}

} // namespace hg
