#include "ui/labs/conv/conv_words.h"

#include "ui/labs/conv/conv_model.h"

#include <QCoreApplication>

namespace hg {

QString convSummary(const ConvScene& scene)
{
    if (scene.pooling)
        return QCoreApplication::translate("ConvSummary",
                                           "A window slides over the input; each position gives one number.");
    if (scene.filters() > 1)
        return QCoreApplication::translate(
            "ConvSummary", "A layer is a collection of filters; each one draws its own picture.");
    if (scene.isTransposed)
        return QCoreApplication::translate("ConvSummary",
                                           "Transposed: every input stamps a scaled copy of the filter.");
    return QCoreApplication::translate("ConvSummary",
                                       "A filter slides over the padded input; each position gives one sum.");
}

QString switchName(FigureSwitch which)
{
    switch (which) {
    case FigureSwitch::Erratum:
        return QCoreApplication::translate("ConvChips", "Erratum");
    case FigureSwitch::Ghost:
        return QCoreApplication::translate("ConvChips", "Ghost");
    case FigureSwitch::Zeros:
        return QCoreApplication::translate("ConvChips", "Zeros");
    case FigureSwitch::OneScale:
        return QCoreApplication::translate("ConvChips", "One scale");
    case FigureSwitch::Predict:
        return QCoreApplication::translate("ConvChips", "Predict");
    case FigureSwitch::Terms:
        return QCoreApplication::translate("ConvChips", "Terms");
    case FigureSwitch::Transpose:
        return QCoreApplication::translate("ConvChips", "Transpose");
    }
    return {};
}

} // namespace hg
