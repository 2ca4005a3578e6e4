#pragma once

#include "core/nn/network.h"
#include "core/train/recipe.h"

#include <array>
#include <span>

namespace hg {

/// How the decoder of the comparison doubles its sides: transposed convolutions 3/2 or 4/2, or every cell
/// repeated and a convolution 3/1 after it. Source of the third: Odena, Dumoulin and Olah, "Deconvolution and
/// checkerboard artifacts", Distill 2016.
enum class Doubling { Transposed3, Transposed4, UpsampleConv };
inline constexpr std::array doublings{Doubling::Transposed3, Doubling::Transposed4, Doubling::UpsampleConv};

/// The autoencoder of the comparison: the same encoder, two convolutions 3/2 with 8 and 16 filters and a code
/// of `code`, before each decoder, 7×7×16 → 14×14×8 → 28×28; hidden layers rectified, sigmoid output.
/// Errors: ShapesDoNotFit on sides that 4 does not divide.
Result<Network> checkerboardNetwork(Doubling doubling, Shape input = {1, 28, 28}, int code = 16);
/// Adam at 0.001, batches of 64, Glorot.
Recipe checkerboardRecipe(std::uint64_t seed = 1);

/// How many stamps each cell of the picture gets from the last doubling, row by row: what predicts the grid.
/// Of an upsampling, which does not stamp, 1 throughout. `input` has even sides.
std::vector<int> overlapMap(Doubling doubling, Shape input = {1, 28, 28});

/// The picture's first channel without its smooth part (itself smoothed by 1 2 1 along both axes, which keeps
/// nothing at a grid's frequencies): a grid stays as it is. Cost: O(cells).
TensorD finePart(const TensorD& picture);
/// What a grid of period 2 takes of a picture, in levels of 255, RMS: of finePart() the parts at (π,0), (0,π)
/// and (π,π), each demodulated by its sign and averaged over blocks of 4×4, so that edges, whose phase
/// changes, average out and a grid stays. The root of the parts' sum of mean squares. What does not fill a
/// block at the right and below is left out. Cost: O(cells).
double gridStrength(const TensorD& picture);
/// What bm_checkerboards finds over many seeds by the recipe above.
struct RecordedGrids {
    int seeds;
    std::array<double, doublings.size()> medianPeaks; ///< of gridStrength() along the training
    int seedsInOrder;                                 ///< whose 3/2 peaks above 4/2
};
inline constexpr RecordedGrids recordedGrids{16, {24.4, 17.5, 4.1}, 13};

/// The mean of samples, each read as a picture of that shape's first channel.
TensorD meanPicture(std::span<const float> samples, Shape shape);

} // namespace hg
