#pragma once

#include "core/kernels/cell_pairs.h"

#include <stddef.h>
#include <stdint.h>

// The hot loops of training as plain jobs: this header is included by sources that are compiled for several
// instruction sets, so it declares and holds no code.

namespace hg {

/// Samples that the engine carries side by side through a network: its arrays are [feature][lane], so that
/// every layer vectorises over samples whatever its channel count. 64 floats are four cache lines; longer
/// powers of two alias.
constexpr int lanes = 64;

/// What happens to a sum while it is in registers.
enum class Epilogue : uint8_t {
    None,
    Relu,     ///< max(0, sum)
    ReluSlope ///< the sum where `outputs` is positive, else 0
};

/// C[m][n] = start + Σ_k A(m,k)·B[k][n], where A(m,k) = a[m·aRow + k·aDepth].
/// Rows of b are readable up to the next multiple of 16 columns.
template <class Scalar>
struct ProductOf {
    const Scalar* a;
    ptrdiff_t aRow, aDepth;
    const Scalar* b;
    ptrdiff_t bRow;
    Scalar* c;
    ptrdiff_t cRow;
    int rows, depth, columns;
    const Scalar* bias; ///< C starts from bias[m]; null: from 0, or from C where `accumulates`
    bool accumulates;
    /// Rows of B that are 0 are looked for, and cost no product: the bits stay the same. Where A's rows lie
    /// side by side (aDepth = 1).
    bool skipsZeros = false;
    /// Of sums that are whole: not where more are added later, and with whole vectors of columns.
    Epilogue epilogue = Epilogue::None;
    const Scalar* outputs = nullptr; ///< ReluSlope only, laid out as C
    /// (rows): the numbers of those of A and C that are worked out, in order; C's others stay as they are.
    /// Null: 0, 1, 2 …
    const int* wanted = nullptr;
};
using ProductJob = ProductOf<float>;

/// C[r][c] = start + Σ over lanes of a[r]·b[c], or that turned, C[c][r]. For a handful of rows: each column
/// is read once for some of them, and costs no turning of b.
struct LaneSumsJob {
    const float* a; ///< [row][lane]
    int rows;
    const float* b; ///< [column][lane]
    int columns;
    float* c;
    ptrdiff_t cRow;
    bool turnsResult;
    bool accumulates; ///< start from C; otherwise from 0
};

/// y[to, cell] = bias[to] + Σ over the cell's taps and the `from` channels of w·x. Serves the forward pass of
/// both directions of convolution and, with the table of the other traversal, their backward pass by the
/// input.
struct GatherJob {
    const int* start; ///< (toCells + 1): where each cell's taps begin in `entries`
    const TapEntry* entries;
    const float* weights; ///< w[to·toStride + from·fromStride + kernel cell]
    int toStride, fromStride;
    const float* bias; ///< null: 0
    const float* x;
    int fromChannels, fromCells;
    float* y;
    int toChannels, toCells;
    Epilogue epilogue;
    const float* outputs; ///< ReluSlope only, laid out as y
    /// (fromChannels, fromCells): 0 where the row of x is 0 in every lane and may be passed over: weights are
    /// finite. Null: all rows are used.
    const uint8_t* used = nullptr;
    /// (toChannels, toCells), ReluSlope only: 0 where the row of `outputs` is 0, so that y's is. Null: all
    /// are wanted.
    const uint8_t* wanted = nullptr;
    /// Where toChannels = 1: the cells by groups of at most mostAlikeCells that the same kernel cells reach,
    /// and (groups + 1) where these begin. Without groups each cell goes by itself.
    const int* alike = nullptr;
    const int* groupStart = nullptr;
    int groups = 0;
};
/// Of a cell, and of y, where a job says what is used or wanted.
constexpr int mostListedTaps = 2048, mostListedChannels = 1024;

/// One side of a convolution where its weights' gradient is asked for: x, or g.
struct GradientSide {
    const float* rows; ///< [channel][cell][lane]
    int channels, cells;
    int stride; ///< of its channels in the weights
    /// (channels, cells): 0 where a row is 0 in every lane and may be passed over: the other side's are
    /// finite. Null: all rows are used.
    const uint8_t* used = nullptr;
};

/// w's gradient[to·to.stride + from·from.stride + kernel] = start + Σ over pairs and lanes of g[to,
/// pair.to]·x[from, pair.from]. The pairs are grouped by blocks of neighbouring cells, that a block's rows
/// stay in the nearest cache, and within a block by kernel cell.
struct WeightGradientJob {
    const int* start; ///< (blocks·kernelCells + 1)
    const CellPair* pairs;
    int blocks, kernelCells;
    GradientSide from, to; ///< x and g
    float* gradient;
    bool accumulates; ///< start from `gradient`; otherwise from 0
    float* scratch;   ///< kernelCells · weightGradientScratch floats
};
constexpr int weightGradientScratch = 16 * 8 * 16;

/// WeightGradientJob's sums, to the bit, of the rows that are used: at each cell of the listed side, those of
/// its channels times those of its taps, which are held in registers. Costs least where the listed side has
/// more channels.
struct UsedGradientJob {
    const int* start; ///< (listed.cells + 1): where a cell's taps, cells of the held side, begin in `entries`
    const TapEntry* entries;
    GradientSide listed, held;
    int kernelCells;
    float* gradient;
    bool accumulates; ///< start from `gradient`; otherwise from 0
    float* scratch;   ///< kernelCells · weightGradientScratch floats, at least usedGradientScratch
};
constexpr int usedGradientTogether = 16; ///< listed channels at a time
constexpr int usedGradientSums = 320;    ///< of them with held rows: 20 KB, unless one channel's are more
constexpr int usedGradientScratch = 16 * (2 * usedGradientSums + 16);

/// Activations by the order of hg::Activation.
enum class Curve : uint8_t { Linear, Tanh, Sigmoid, Relu, LeakyRelu, Elu };

/// Squared error or binary cross-entropy of a chunk: writes ∂/∂z of the sum over lanes of the loss of each,
/// averaged over features, times `scale`; returns that sum without `scale`. Lanes from `count` on have loss
/// and gradient 0.
struct LossJob {
    const float* y; ///< outputs; null: squared error works them out
    const float* z; ///< sums before the activation, for cross-entropy and where the outputs are not given
    const float* t; ///< targets
    float* g;       ///< result; may be null when the loss alone is wanted
    int features;
    int count;
    float scale;
    Curve curve; ///< the last layer's activation (squared error)
};

/// Rows of pictures into lanes. Lanes from `count` on become 0.
struct LoadJob {
    const uint8_t* const* bytes; ///< (count) row pointers, or null
    const float* const* floats;  ///< (count) row pointers, used when `bytes` is null
    const uint8_t* const* next;  ///< (lanes) rows to fetch ahead into the cache, or null
    const float* mean;           ///< subtracted; or null
    int count;
    int features;
    float* chunk;
};

constexpr int listedInputs = 64;       ///< that are looked at together
constexpr int mostListedColumns = 128; ///< whose sums are worked out together

/// y[o][lane] = bias[o] + Σ weights[o][i]·x[i][lane], in order, over the inputs that are not 0 in that lane.
struct SparseProductJob {
    const float* weights; ///< (outputs, inputs); a multiple of 16 inputs
    const float* bias;    ///< null: 0
    const float* x;
    const uint64_t* nonzeros; ///< (inputs) of x
    float* y;
    int inputs, outputs;
    float* scratch; ///< lanes · outputs, rounded up to 16, and listedInputs · mostListedColumns floats
};

/// C[r][c] = Σ a[r][lane]·b[c][lane], in order, over the lanes in which a[r] is not 0; or that turned,
/// C[c][r].
struct SparseSumsJob {
    const float* a;
    const uint64_t* nonzeros; ///< (rows) of a
    int rows;
    const float* b;
    int columns;
    float* c;
    ptrdiff_t cRow;
    bool turnsResult; ///< with a multiple of 16 rows; without, of columns
    float* scratch;   ///< 2 · lanes · mostListedColumns floats
};

/// One optimiser pass over a range of parameters: the gradients of `groups` buffers are summed in order,
/// scaled, and used at once.
struct AdamJob {
    float* parameters;
    float* first;
    float* second;
    const float* const* gradients; ///< (groups), each pointing at the range's first parameter
    int groups;
    size_t count;
    float gradientScale; ///< e.g. of clipping; 1: none
    float rate;          ///< lr / (1 − β₁ᵗ)
    float share1,
        share2; ///< 1 − β₁ and 1 − β₂: rounded themselves, they keep the digits that 1 − (float)β loses
    float correction; ///< 1/√(1 − β₂ᵗ)
    float epsilon;
    float decay;           ///< L2 term added to the gradient
    float shrink;          ///< AdamW: lr·λ, the share of each parameter that is taken away; 0: none
    bool isShared = false; ///< whether other threads have written the gradients and read the parameters
};

struct SgdJob {
    float* parameters;
    float* velocity;
    const float* const* gradients;
    int groups;
    size_t count;
    float gradientScale;
    float rate, momentum, decay;
    bool isShared = false; ///< as Adam's
};

/// One instruction set's functions. None allocates, none keeps state, each may run on any thread.
struct LaneKernels {
    void (*multiply)(const ProductJob& job);
    void (*laneSums)(const LaneSumsJob& job);
    void (*gather)(const GatherJob& job);
    void (*weightGradient)(const WeightGradientJob& job);
    void (*usedGradient)(const UsedGradientJob& job);
    /// sums[c] = start + Σ over the channel's cells and lanes of g.
    void (*channelSums)(const float* g, int channels, int cells, bool accumulates, float* sums);
    /// turned[lane][i] = x[i][lane] for i < features; 0 up to `row`, a multiple of 16.
    void (*transpose)(const float* x, int features, float* turned, ptrdiff_t row);
    /// Of x[feature][lane], bit `lane` of nonzeros[feature]: whether the number is not 0 (NaN is not).
    /// Returns how many are not.
    size_t (*findNonzeros)(const float* x, int features, uint64_t* nonzeros);
    /// Of x[row][lane], whether a row is other than 0 in some lane; returns how many are.
    int (*usedRows)(const float* x, int rows, uint8_t* isUsed);
    /// The bits of the way that multiplies all. False: what 0 is multiplied by is not finite, or a sum ended
    /// as −0, where that way's may not; then y is to be worked out by it.
    bool (*sparseProduct)(const SparseProductJob& job);
    /// The same of sums over lanes, but that b is to be finite.
    bool (*sparseSums)(const SparseSumsJob& job);
    bool (*areFinite)(const float* x, size_t count);
    void (*activate)(Curve curve, float* y, size_t count);
    /// g *= f′ by the outputs y.
    void (*multiplyBySlope)(Curve curve, const float* y, float* g, size_t count);
    double (*squaredError)(const LossJob& job);
    /// The same of some of a layer's `outOf` features, taken in order, by 32s but for the last: returns
    /// `before` and their sum, not averaged, to the bits that all at once give.
    double (*squaredErrorPart)(const LossJob& job, int outOf, double before);
    double (*crossEntropy)(const LossJob& job);
    void (*load)(const LoadJob& job);
    /// False when a parameter became NaN or infinite.
    bool (*adam)(const AdamJob& job);
    bool (*sgd)(const SgdJob& job);
    /// Σ over the range of (Σ over groups of gradient)², in double.
    double (*squaredNorm)(const float* const* gradients, int groups, size_t count);
};

} // namespace hg
