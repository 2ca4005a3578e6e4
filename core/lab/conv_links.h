#pragma once

#include "core/lab/conv_scene.h"

namespace hg {

/// A cell of the input that one output reads, or an output that one input feeds, with the weight between
/// them.
struct Link {
    int channel = 0;  ///< of the input
    int inputRow = 0; ///< in the unpadded input; outside it in the padding
    int inputColumn = 0;
    int filter = 0; ///< of the output
    int outputRow = 0, outputColumn = 0;
    int kernelRow = 0, kernelColumn = 0;
    double weight = 0;
    bool operator==(const Link&) const = default;
};

/// Every link behind one output cell, in the order of sumBehind(). Cost: O(C·kh·kw).
std::vector<Link> linksOfOutput(const ConvFigure& figure, OutputCell cell);
/// Every output of `filter` that the input cell feeds. With a fill that repeats cells, those reached through
/// the padding too. Cost: O(kh·kw) for each place that repeats the cell.
std::vector<Link> linksOfInput(const ConvFigure& figure, int channel, int row, int column, int filter);
/// Every place of the input that one weight touches, one an output cell. Cost: O(outputs of one filter).
std::vector<Link> linksOfWeight(const ConvFigure& figure, int filter, int channel, int kernelRow,
                                int kernelColumn);

} // namespace hg
