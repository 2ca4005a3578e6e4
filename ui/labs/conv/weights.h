#pragma once

#include "ui/theme/texts.h"

#include <QStringList>

namespace hg {

class ConvModel;

// The named weights that the filter in front can take; row 0 stands for weights of one's own.

/// On the plane: edges, blurs, ….
QStringList planeWeightNames(const Texts& texts);
/// The row that the filter in front is, as long as its numbers are that filter's.
int planeWeightsOf(const ConvModel& model);
/// One undoable step; row 0 changes nothing.
void choosePlaneWeights(ConvModel& model, int row);

/// Along a line: the filters of signal processing.
QStringList lineWeightNames(const Texts& texts);
int lineWeightsOf(const ConvModel& model);
void chooseLineWeights(ConvModel& model, int row);

} // namespace hg
