#pragma once

#include "core/lab/conv_scene.h"

namespace hg {

/// What is seen at time t, 0 … positionCount. Whole t: position t is complete and the next has not begun.
/// Between, a position moves (30 %), multiplies (45 %) and writes (25 %). A pure function: no history.
struct ConvMoment {
    int position = 0;        ///< the output place (forward) or input place (transposed) that is at work
    int row = 0, column = 0; ///< of that place
    double windowRow =
        0; ///< where the window stands, in cells of the small side: between two places while it moves
    double windowColumn = 0;
    double termsShare = 0; ///< of the products that have been formed
    double writeShare = 0; ///< 1 when the result stands

    bool hasArrived() const { return windowColumn == column; }
    /// How many of `count` products have been formed.
    std::size_t formed(std::size_t count) const;
};
ConvMoment momentAt(const ConvFigure& figure, double t, bool withProducts = true);

/// A share 0 … 1 that begins and ends at rest.
double eased(double share);
/// How far the three parts of one position have come, each 0 … 1; the move is eased.
struct PositionPhases {
    double move = 0, multiply = 0, write = 0;
};
/// At `phase`, 0 … 1, of a position.
PositionPhases phasesOf(double phase, bool withProducts = true);

/// Products behind one position: of all channels forward, of the whole filter in a stamp.
int termCount(const ConvFigure& figure);
/// The time at which `terms` products of a position have been formed and no more.
double timeOfTerm(int position, int terms, int count);

/// The transposed output after the first `stamps` input places have been stamped with all channels, in the
/// coordinates of full stamps: what is cropped is still there. Before the activation.
struct StampedOutput {
    TensorD values;
    int cropTop = 0, cropLeft = 0; ///< rows and columns cut off before the output's first cell
};
StampedOutput stampedOutput(const ConvFigure& figure, int stamps);
/// How many input places stamp each cell of that output, (1, 1,H,W): uneven wherever the stride does not
/// divide the kernel. Source: Odena, Dumoulin and Olah, "Deconvolution and checkerboard artifacts", 2016.
TensorD stampCounts(const ConvFigure& figure);
/// How often cells are stamped, as "1, 2 or 4", and whether that is even: of the output that is kept.
struct StampPattern {
    std::vector<int> counts; ///< rising, each once
    bool isEven = false;     ///< all cells that are as far from the edge as the filter reaches are alike
    bool hasGaps = false;    ///< cells without a stamp between others
};
StampPattern stampPatternOf(const ConvFigure& transposed);

} // namespace hg
