#include "core/kernels/lane_functions.h"
#include "core/kernels/totals.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int laneVectors = lanes / width;
constexpr int rowsTogether = hasManyRegisters ? 4 : 2; // 4×4 vectors of rows stay in registers

/// The products of each row with each column, lane by lane, added up to one vector.
template <int Rows>
inline __attribute__((always_inline)) void addProducts(const float* a, const float* b, int columns,
                                                       Vector (&sums)[Rows][width])
{
    Vector rows[Rows][laneVectors];
#pragma GCC unroll 4
    for (int r = 0; r < Rows; ++r)
#pragma GCC unroll 16
        for (int v = 0; v < laneVectors; ++v)
            rows[r][v] = load(a + r * lanes + v * width);
    for (int c = 0; c < columns; ++c, b += lanes) {
        Vector s[Rows] = {};
#pragma GCC unroll 16
        for (int v = 0; v < laneVectors; ++v) {
            const Vector column = load(b + v * width);
#pragma GCC unroll 4
            for (int r = 0; r < Rows; ++r)
                s[r] += rows[r][v] * column;
        }
#pragma GCC unroll 4
        for (int r = 0; r < Rows; ++r)
            sums[r][c] = s[r];
    }
}

/// The sums of one row with `count` columns from `column` on.
void write(const LaneSumsJob& job, int row, int column, int count, Vector sums)
{
    const ptrdiff_t step = job.turnsResult ? job.cRow : 1;
    float* c = job.c + (job.turnsResult ? column * job.cRow + row : row * job.cRow + column);
    if (step == 1 && count == width) return store(c, job.accumulates ? load(c) + sums : sums);
    for (int i = 0; i < count; ++i)
        c[i * step] = job.accumulates ? c[i * step] + sums[i] : sums[i];
}

template <int Rows>
void rowSums(const LaneSumsJob& job, int row)
{
    for (int column = 0; column < job.columns; column += width) {
        const int count = lesserOf(width, job.columns - column);
        Vector sums[Rows][width] = {};
        addProducts<Rows>(job.a + ptrdiff_t{row} * lanes, job.b + ptrdiff_t{column} * lanes, count, sums);
        for (int r = 0; r < Rows; ++r)
            write(job, row + r, column, count, totalsOf(sums[r]));
    }
}

} // namespace

void laneSums(const LaneSumsJob& job)
{
    const EvenParts parts(job.rows, rowsTogether);
    for (int part = 0, row = 0; part < parts.count; row += parts.sizeOf(part), ++part)
        switch (parts.sizeOf(part)) {
        case 1:
            rowSums<1>(job, row);
            break;
        case 2:
            rowSums<2>(job, row);
            break;
        case 3:
            rowSums<lesserOf(3, rowsTogether)>(job, row);
            break;
        default:
            rowSums<rowsTogether>(job, row);
            break;
        }
}

} // namespace hg::HG_ISA_NAMESPACE
