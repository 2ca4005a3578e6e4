#include "core/kernels/lane_functions.h"
#include "core/kernels/negative_zeros.h"
#include "core/kernels/vector_bits.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

constexpr int inputBlock = listedInputs; // their turned weights stay in the nearest cache
constexpr int mostVectors = 8; // of sums that one number's products go to: as many chains hide their latency
static_assert(mostVectors * width <= mostListedColumns && mostVectors * width / 16 <= 8);

/// Sees whether a number is NaN or infinite: without their signs, no others' bits are as great.
class Finite {
public:
    inline __attribute__((always_inline)) void see(Vector v)
    {
        const IntVector bits = reinterpret_cast<IntVector>(v) & INT32_MAX;
        m_greatest = bits > m_greatest ? bits : m_greatest;
    }
    bool isAll() const
    {
        constexpr int32_t infinity = 0x7f800000;
        return !isAny(m_greatest >= infinity);
    }

private:
    IntVector m_greatest{};
};

constexpr int unit = 16; // columns: whole vectors of every set, and what transpose() rounds up to
constexpr int mostUnits = mostVectors * width / unit;

/// A part of a product's columns.
struct Columns {
    int first;
    int count; ///< that there are
    int units; ///< that hold them
    int row() const { return units * unit; }
};

/// Short stretches of memory, far apart, that will be needed after what is being worked out: the processor
/// does not foresee them, and they arrive meanwhile, a share with each of 64 steps.
struct Ahead {
    const float* first;
    ptrdiff_t row;
    int rows, columns;

    inline __attribute__((always_inline)) void fetch(int step) const
    {
        for (int r = step; r < rows; r += 64)
            for (int c = 0; c < columns; c += unit)
                __builtin_prefetch(first + r * row + c, 0, 2);
    }
};

/// Calls body(columns) for shares of the columns as even as whole units allow, while it returns true.
template <class Body>
bool forEachPart(int columns, const Body& body)
{
    const int units = (columns + unit - 1) / unit, parts = (units + mostUnits - 1) / mostUnits;
    for (int part = 0, done = 0; part < parts; ++part) {
        const int rest = parts - part, share = (units - done + rest - 1) / rest, first = done * unit;
        const int count = columns - first < share * unit ? columns - first : share * unit;
        if (!body(Columns{first, count, share})) return false;
        done += share;
    }
    return true;
}

/// to[c][r] = from[r][c], a whole number of vectors of rows. False: a number is −0.
bool turnInto(const float* from, ptrdiff_t fromRow, int rows, int columns, float* to, ptrdiff_t toRow)
{
    NegativeZeros zeros;
    for (int c = 0; c < columns; c += width)
        for (int r = 0; r < rows; r += width) {
            Vector square[width];
#pragma GCC unroll 16
            for (int i = 0; i < width; ++i) {
                square[i] = load(from + (r + i) * fromRow + c);
                zeros.see(square[i]);
            }
            turn(square);
            float* first = to + c * toRow + r;
            if (columns - c < width) {
                for (int i = 0; i < columns - c; ++i)
                    store(first + i * toRow, square[i]);
                continue;
            }
#pragma GCC unroll 16
            for (int i = 0; i < width; ++i)
                store(first + i * toRow, square[i]);
        }
    return !zeros.areAny();
}

// --- The numbers of a chunk that are not 0, by lanes

struct ListedNumber {
    float value;
    int input; ///< of its block
};

/// A block of inputs, and room for what is made of it.
struct Block {
    int first, count;
    ListedNumber* listed; ///< [lane][inputBlock], each lane's first `counts` of them
    int* counts;
    float* turned; ///< weights, [input][output]
};

void list(const SparseProductJob& job, const Block& block)
{
    for (int lane = 0; lane < lanes; ++lane)
        block.counts[lane] = 0;
    for (int i = 0; i < block.count; ++i) {
        const float* x = job.x + ptrdiff_t{block.first + i} * lanes;
        for (uint64_t bits = job.nonzeros[block.first + i]; bits; bits &= bits - 1) {
            const int lane = __builtin_ctzll(bits);
            block.listed[lane * inputBlock + block.counts[lane]++] = {x[lane], i};
        }
    }
}

/// The weights of a block of inputs and some outputs, an input's side by side.
bool turnWeights(const SparseProductJob& job, const Block& block, Columns outputs)
{
    Finite finite;
    for (int o = 0; o < outputs.row(); o += width) {
        const float* rows = job.weights + ptrdiff_t{outputs.first + o} * job.inputs + block.first;
        for (int i = 0; i < block.count; i += width) {
            Vector square[width];
#pragma GCC unroll 16
            for (int r = 0; r < width; ++r) {
                square[r] = o + r < outputs.count ? load(rows + ptrdiff_t{r} * job.inputs + i) : Vector{};
                finite.see(square[r]);
            }
            turn(square);
#pragma GCC unroll 16
            for (int r = 0; r < width; ++r)
                store(block.turned + (i + r) * outputs.row() + o, square[r]);
        }
    }
    return finite.isAll();
}

/// The sums of every lane go on by its listed numbers of a block.
template <int Vectors>
void addListed(const Block& block, const Ahead& ahead, float* sums)
{
    const ListedNumber* listed = block.listed;
    constexpr int row = Vectors * width;
    for (int lane = 0; lane < lanes; ++lane, sums += row, listed += inputBlock) {
        ahead.fetch(lane);
        Vector s[Vectors];
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            s[v] = load(sums + v * width);
        const ListedNumber* end = listed + block.counts[lane];
        for (const ListedNumber* number = listed; number != end; ++number) {
            const Vector x = all(number->value);
            const float* weights = block.turned + ptrdiff_t{number->input} * row;
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                s[v] += x * load(weights + v * width);
        }
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v)
            store(sums + v * width, s[v]);
    }
}

using AddListed = void (*)(const Block&, const Ahead&, float*);
template <int Units>
constexpr AddListed addListedFor = addListed<(Units < mostUnits ? Units : mostUnits) * unit / width>;
constexpr AddListed addListedOf[] = {nullptr,         addListedFor<1>, addListedFor<2>,
                                     addListedFor<3>, addListedFor<4>, addListedFor<5>,
                                     addListedFor<6>, addListedFor<7>, addListedFor<8>};

/// What turnWeights reads next.
Ahead weightsAfter(const SparseProductJob& job, const Block& block, Columns outputs)
{
    const int end = outputs.first + outputs.count;
    if (end < job.outputs)
        return {job.weights + ptrdiff_t{end} * job.inputs + block.first, job.inputs,
                job.outputs - end < outputs.row() ? job.outputs - end : outputs.row(), block.count};
    const int next = block.first + block.count;
    return {job.weights + next, job.inputs, outputs.row(),
            job.inputs - next < inputBlock ? job.inputs - next : inputBlock};
}

void startFromBias(const SparseProductJob& job, Columns outputs, float* sums)
{
    for (int o = 0; o < outputs.row(); ++o)
        sums[o] = job.bias && o < outputs.count ? job.bias[outputs.first + o] : 0.0f;
    for (int lane = 1; lane < lanes; ++lane)
        for (int o = 0; o < outputs.row(); o += width)
            store(sums + lane * outputs.row() + o, load(sums + o));
}

// --- Sums over the lanes in which a row is not 0

struct Rows {
    int first, count;
};

template <int Vectors>
bool addLanes(const SparseSumsJob& job, Rows rows, const Ahead& ahead, const float* turned, float* to,
              ptrdiff_t toRow)
{
    NegativeZeros zeros;
    for (int r = 0; r < rows.count; ++r) {
        ahead.fetch(r);
        const float* a = job.a + ptrdiff_t{rows.first + r} * lanes;
        Vector s[Vectors] = {};
        for (uint64_t bits = job.nonzeros[rows.first + r]; bits; bits &= bits - 1) {
            const int lane = __builtin_ctzll(bits);
            const Vector factor = all(a[lane]);
            const float* b = turned + ptrdiff_t{lane} * (Vectors * width);
#pragma GCC unroll 8
            for (int v = 0; v < Vectors; ++v)
                s[v] += factor * load(b + v * width);
        }
#pragma GCC unroll 8
        for (int v = 0; v < Vectors; ++v) {
            store(to + r * toRow + v * width, s[v]);
            zeros.see(s[v]);
        }
    }
    return !zeros.areAny();
}

using AddLanes = bool (*)(const SparseSumsJob&, Rows, const Ahead&, const float*, float*, ptrdiff_t);
template <int Units>
constexpr AddLanes addLanesFor = addLanes<(Units < mostUnits ? Units : mostUnits) * unit / width>;
constexpr AddLanes addLanesOf[] = {nullptr,        addLanesFor<1>, addLanesFor<2>,
                                   addLanesFor<3>, addLanesFor<4>, addLanesFor<5>,
                                   addLanesFor<6>, addLanesFor<7>, addLanesFor<8>};

constexpr int rowBlock = 64; // whose sums stay in the nearer caches until they are turned

bool sumsOf(const SparseSumsJob& job, Columns columns)
{
    float* turned = job.scratch;
    float* sums = job.scratch + ptrdiff_t{lanes} * columns.row();
    transpose(job.b + ptrdiff_t{columns.first} * lanes, columns.count, turned, columns.row());
    const AddLanes add = addLanesOf[columns.units];
    if (!job.turnsResult)
        return add(job, {0, job.rows}, {nullptr, 0, 0, 0}, turned, job.c + columns.first, job.cRow);
    bool isSame = true;
    for (int first = 0; first < job.rows && isSame; first += rowBlock) {
        const int count = job.rows - first < rowBlock ? job.rows - first : rowBlock;
        float* to = job.c + columns.first * job.cRow + first;
        isSame =
            add(job, {first, count}, {to, job.cRow, columns.count, count}, turned, sums, columns.row()) &&
            turnInto(sums, columns.row(), count, columns.count, to, job.cRow);
    }
    return isSame;
}

} // namespace

size_t findNonzeros(const float* x, int features, uint64_t* nonzeros)
{
    IntVector count{};
    for (int f = 0; f < features; ++f) {
        uint64_t bits = 0;
        for (int lane = 0; lane < lanes; lane += width) {
            const float* from = x + ptrdiff_t{f} * lanes + lane;
            bits |= bitsOf(load(from)) << lane;
            count -= load(from) != 0.0f;
        }
        nonzeros[f] = bits;
    }
    size_t sum = 0;
    for (int i = 0; i < width; ++i)
        sum += static_cast<size_t>(count[i]);
    return sum;
}

int usedRows(const float* x, int rows, uint8_t* isUsed)
{
    int count = 0;
    for (int r = 0; r < rows; ++r, x += lanes) {
        IntVector bits{};
        for (int lane = 0; lane < lanes; lane += width)
            bits |= reinterpret_cast<IntVector>(load(x + lane));
        const bool is = bitsOf(reinterpret_cast<Vector>(bits)) != 0;
        isUsed[r] = is;
        count += is;
    }
    return count;
}

bool sparseProduct(const SparseProductJob& job)
{
    float* turned = job.scratch;
    float* sums =
        turned + inputBlock * mostVectors * width; // of the outputs that begin with o, from o·lanes on
    forEachPart(job.outputs, [&](Columns outputs) {
        startFromBias(job, outputs, sums + ptrdiff_t{outputs.first} * lanes);
        return true;
    });
    ListedNumber listed[inputBlock * lanes];
    int counts[lanes];
    bool isFinite = true;
    for (int first = 0; first < job.inputs && isFinite; first += inputBlock) {
        const int rest = job.inputs - first;
        const Block block{first, rest < inputBlock ? rest : inputBlock, listed, counts, turned};
        list(job, block);
        isFinite = forEachPart(job.outputs, [&](Columns outputs) {
            if (!turnWeights(job, block, outputs)) return false;
            addListedOf[outputs.units](block, weightsAfter(job, block, outputs),
                                       sums + ptrdiff_t{outputs.first} * lanes);
            return true;
        });
    }
    return isFinite && forEachPart(job.outputs, [&](Columns outputs) {
               return turnInto(sums + ptrdiff_t{outputs.first} * lanes, outputs.row(), lanes, outputs.count,
                               job.y + ptrdiff_t{outputs.first} * lanes, lanes);
           });
}

bool sparseSums(const SparseSumsJob& job)
{
    return forEachPart(job.columns, [&job](Columns columns) { return sumsOf(job, columns); });
}

} // namespace hg::HG_ISA_NAMESPACE
