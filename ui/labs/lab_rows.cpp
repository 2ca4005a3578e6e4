#include "ui/labs/autoencoder/ae_lab.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/shell/lab.h"

#include <QCoreApplication>

#include <array>

namespace hg {

std::span<const LabRow> labRows()
{
    static const std::array<LabRow, 3> table{{
        {"autoencoder", QT_TRANSLATE_NOOP("Labs", "Autoencoder"),
         QT_TRANSLATE_NOOP(
             "Labs", "A network learns handwritten digits while you watch, its two numbers beside PCA."),
         Glyph::Hourglass, makeAutoencoderLab},
        {"conv2d", QT_TRANSLATE_NOOP("Labs", "Convolution\n2D"),
         QT_TRANSLATE_NOOP(
             "Labs", "A filter slides over numbers: every product and every sum, forwards and backwards."),
         Glyph::Grid, makeConv2dLab},
        {"conv1d", QT_TRANSLATE_NOOP("Labs", "Convolution\n1D"),
         QT_TRANSLATE_NOOP("Labs",
                           "The same sliding sum along a line: numbers, waves and the samples of a sound."),
         Glyph::Wave, makeConv1dLab},
    }};
    return table;
}

} // namespace hg
