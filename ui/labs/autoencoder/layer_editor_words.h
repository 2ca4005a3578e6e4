#pragma once

#include "core/lab/own_network.h"

#include <QString>
#include <QStringList>

namespace hg {

class Texts;

// Words of the layer editor, in the window's language.

/// "Dense", "Conv", …: short, for a narrow row.
QString layerTypeName(LayerType type);
QStringList layerTypeNames();
/// In the order of Activation, the longest ones shortened.
QStringList shortActivationNames();
/// "kernel": of a parameter of layerKinds().
QString parameterName(const LayerParameter& parameter);
/// "Valid", "Same", …, "In numbers": in the order of Padding::Kind.
QStringList paddingNames();
/// "8 × 14 × 14", or "64" for a row.
QString shapeText(Shape shape, const Texts& texts);
/// "Encoder, layer 2"; rows are counted from 0.
QString rowName(OwnPart part, int row);
/// What is wrong with a row, in one sentence.
QString faultSentence(const RowFault& fault, const Texts& texts);
/// "kernel 28": what a button that mends it says.
QString fixText(const RowFix& fix);

} // namespace hg
