#pragma once

#include "core/data/dataset.h"

namespace hg {

/// The largest square in the middle of a channel of height × width numbers, averaged by area to side × side;
/// smaller ones are enlarged the same way.
std::vector<double> scaledSquare(std::span<const double> channel, int height, int width, int side);

/// Applies everything of a cut but the column of labels to a set as it was read: with a held-out part of its
/// own, or none (`test` is empty). Labels stay what they were. Errors, with `where` the source: NotPixels,
/// ShapesDoNotFit for rows that are no squares of that side, LabelsMissing and ClassMissing for classes,
/// Cancelled.
Result<Dataset> cutOut(Dataset all, const DataCut& cut, const Watch& watch = {});

} // namespace hg
