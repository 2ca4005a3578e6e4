#pragma once

#include "core/lab/solve_setup.h"

#include <vector>

namespace hg {

/// All layers for a setup, worked out once and then only looked at.
struct SolvedLayers {
    SolveSetup setup;
    std::vector<GeometrySolution> rows;
    std::vector<SizePair> nearest;   ///< where there is no row: as `from` and `to` of a setup that has some
    std::optional<int> commonStride; ///< of all rows
    int inKeras = 0, inPytorch = 0;  ///< rows that are one line of each, layer and mirror
    bool hasDilations = false;

    /// The cells of the direct layers, whichever the setup begins with.
    SizePair directSizes() const;
    /// The row of the setup; 0 where it is none of these.
    int chosen() const;
};

/// Cost: that of geometrySolutions(), and of nearestSizes() where there is none.
SolvedLayers solvedLayers(const SolveSetup& setup);
SolvedRow rowOf(const GeometrySolution& solution);

/// The setup with the other layer first: the same pairs.
SolveSetup turnedRound(SolveSetup setup);

/// What stands at a place of the padded input.
enum class PlaceKind { Input, UnreadInput, Padding, UnreadPadding };
/// `index` 0 is the input's first cell.
PlaceKind placeKindAt(const ConvAxis& direct, int index);

/// The sizes that the direct layer takes to the same number of outputs, from the smallest to the largest: the
/// output padding tells them apart on the way back.
SizePair parentsOf(const ConvAxis& direct);

/// Another row's transposed layer that a library has in one line, of the same size and stride: it gives the
/// same number of cells, but shifted by so many.
struct ShiftedMirror {
    int row = 0;
    bool isPytorch = false;
    int cells = 1;
    bool operator==(const ShiftedMirror&) const = default;
};
std::optional<ShiftedMirror> shiftedMirror(const SolvedLayers& layers, int row);

/// Encoder and decoder of a row.
struct ScenePair {
    ConvScene encoder, decoder;
};
/// The scene set to a row, and its mirror. A pooling gives way to a filter, groups to one. Errors: those of
/// mirrorScene().
Result<ScenePair> scenesOf(const ConvScene& scene, const GeometrySolution& solution);

} // namespace hg
