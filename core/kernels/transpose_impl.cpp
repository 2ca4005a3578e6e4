#include "core/kernels/lane_functions.h"
#include "core/kernels/vector.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int block = 16; // what a turned row is rounded up to

} // namespace

void transpose(const float* x, int features, float* turned, ptrdiff_t row)
{
    const int end = (features + block - 1) / block * block;
    for (int f = 0; f < end; f += width)
        for (int first = 0; first < lanes; first += width) {
            Vector rows[width];
#pragma GCC unroll 16
            for (int i = 0; i < width; ++i)
                rows[i] = f + i < features ? load(x + ptrdiff_t{f + i} * lanes + first) : Vector{};
            turn(rows);
#pragma GCC unroll 16
            for (int i = 0; i < width; ++i)
                store(turned + ptrdiff_t{first + i} * row + f, rows[i]);
        }
}

} // namespace hg::HG_ISA_NAMESPACE
