#pragma once

#include "core/kernels/lane_jobs.h"
#include "core/nn/network.h"
#include "core/util/aligned.h"

#include <cstdint>
#include <span>
#include <vector>

namespace hg {

/// Room for finding the numbers of a chunk that are not 0, and for working with those alone.
struct NonzeroRoom {
    std::vector<std::uint64_t> ofInputs, ofSums; ///< bit by lane, of x and of ∂L/∂z
    AlignedFloats scratch;
    std::vector<std::uint8_t> isUsed;
    std::vector<int> numbers;
};

/// A layer's inputs that are other than 0 in some sample, and those that are in none, by their numbers.
struct UsedInputs {
    std::span<const int> used, silent;
};

/// Makes room for a layer's passes; none where they never look for zeros.
void reserve(NonzeroRoom& room, const ResolvedLayer& layer, bool trains);

/// A dense layer's sums z by those inputs alone that are not 0: of digits a fifth, behind a rectifier a third
/// to a half. False where that does not pay or might change a bit; y is then to be worked out by all.
bool multiplyNonzeros(const ResolvedLayer& layer, const float* parameters, const float* x, float* y,
                      NonzeroRoom& room);

/// The same of ∂L/∂W, by the samples whose input, or whose ∂L/∂z, is not 0: whichever are fewer.
bool gradientOfNonzeros(const ResolvedLayer& layer, const float* x, const float* g, float* gradient,
                        NonzeroRoom& room);

/// Which they are, in `room` until they are asked for again.
UsedInputs usedInputs(const ResolvedLayer& layer, const float* x, NonzeroRoom& room);

} // namespace hg
