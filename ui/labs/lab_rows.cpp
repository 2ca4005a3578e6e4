#include "ui/lab/lab.h"
#include "ui/labs/autoencoder/ae_inspector.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stage.h"
#include "ui/labs/conv/line_model.h"
#include "ui/labs/conv/line_views.h"
#include "ui/labs/conv/plane_model.h"
#include "ui/labs/conv/plane_views.h"
#include "ui/labs/denoise/denoise_inspector.h"
#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/denoise_stage.h"
#include "ui/labs/fewlabels/few_labels_inspector.h"
#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/few_labels_stage.h"

#include <QCoreApplication>

#include <array>

namespace hg {

std::span<const LabRow> labRows()
{
    static const std::array<LabRow, 5> table{{
        {"autoencoder", QT_TRANSLATE_NOOP("Labs", "Autoencoder"),
         QT_TRANSLATE_NOOP(
             "Labs", "A network learns handwritten digits while you watch, its two numbers beside PCA."),
         Glyph::Hourglass, makeLab<AeModel, AeStage, AeInspector>},
        {"denoising", QT_TRANSLATE_NOOP("Labs", "Denoising"),
         QT_TRANSLATE_NOOP("Labs",
                           "Noise is put on pictures and taken off again: where an autoencoder helps, and "
                           "where it does not."),
         Glyph::Noise, makeLab<DenoiseModel, DenoiseStage, DenoiseInspector>},
        {"fewlabels", QT_TRANSLATE_NOOP("Labs", "Few labels"),
         QT_TRANSLATE_NOOP(
             "Labs", "An encoder that learnt without labels is frozen: how far do a few labels go on it?"),
         Glyph::Labels, makeLab<FewLabelsModel, FewLabelsStage, FewLabelsInspector>},
        {"conv2d", QT_TRANSLATE_NOOP("Labs", "Convolution\n2D"),
         QT_TRANSLATE_NOOP(
             "Labs", "A filter slides over numbers: every product and every sum, forwards and backwards."),
         Glyph::Grid, makeLab<PlaneModel, PlaneStage, PlaneInspector>},
        {"conv1d", QT_TRANSLATE_NOOP("Labs", "Convolution\n1D"),
         QT_TRANSLATE_NOOP("Labs",
                           "The same sliding sum along a line: numbers, waves and the samples of a sound."),
         Glyph::Wave, makeLab<LineModel, LineStage, LineInspectors>},
    }};
    return table;
}

} // namespace hg
