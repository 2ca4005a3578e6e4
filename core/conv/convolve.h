#pragma once

#include "core/conv/conv_axis.h"
#include "core/tensor/tensor.h"
#include "core/util/result.h"

#include <span>
#include <vector>

namespace hg {

// The definition of every operation of this folder, in double and by traversal of the geometry: what the labs
// show, what the command line prints, and what the engine's fast path is held to.

/// Cross-correlation, as Keras and PyTorch compute it: y[f,r,c] = b[f] + Σ w[f,ch,kh,kw]·x[ch, in(r,kh),
/// in(c,kw)]. Shapes: input (1, C,H,W), kernels (F, C,kh,kw), bias F or empty → (1, F,H',W'). The geometry
/// must fit the shapes. Cost: F·C·kh·kw products an output cell.
TensorD convolve(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                 const ConvGeometry& geometry);

/// Transposed convolution by stamping: every input cell adds its multiple of the unturned kernel to the
/// output. Shapes: input (1, C,H,W), kernels (C, F,kh,kw) (PyTorch's layout), bias F or empty → (1, F,
/// geometry.h.input, geometry.w.input).
TensorD convolveTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                           const ConvGeometry& geometry);

/// Adds to `gradient` what the kernels gather of both sides: w[a,b,kh,kw] gets small[a]·large[b] of every
/// (output, input, kernel) triple of the relation. `small` (1, A,…) has the geometry's output size, `large`
/// (1, B,…) its input size. With the gradient of a forward convolution's sums for `small` and its input for
/// `large` that is ∂L/∂w; of a transposed one the other way round. Cost: A·B·kh·kw products a cell of
/// `small`.
void addKernelGradient(const ConvGeometry& geometry, const TensorD& small, const TensorD& large,
                       std::span<double> gradient);

enum class Pooling { Average, Max };

/// Pooling of each channel by itself. The average divides by the cells inside the input, the maximum ignores
/// padding; a window that lies in the padding altogether gives 0.
TensorD pool(const TensorD& input, Pooling kind, const ConvGeometry& geometry);

/// Whether every pooling window meets the input. Errors: WindowEmpty with the first output cell of one that
/// has nothing to average or to choose from.
Result<void> checkPoolingWindows(const ConvGeometry& geometry);

/// The kernels turned by 180°, which makes of cross-correlation the mathematician's convolution, and back.
TensorD turned(const TensorD& kernels);

/// One product of the sum behind an output cell.
struct Term {
    int channel = 0;
    int row = 0; ///< in the unpadded input; negative or ≥ its height inside the padding
    int column = 0;
    int kernelRow = 0;
    int kernelColumn = 0;
    bool isPadding = false;
    double value = 0; ///< after filling
    double weight = 0;
    double product() const { return value * weight; }
};

/// The sum behind one output cell, written out in the order channel, row, column.
struct Sum {
    std::vector<Term> terms;
    double bias = 0;
    double total = 0;
};

/// Place of an output number: row and column of the cell and the filter it belongs to.
struct OutputCell {
    int row = 0;
    int column = 0;
    int filter = 0;
    bool operator==(const OutputCell&) const = default;
};

/// The sum that convolve() forms at `cell`: one term a tap, those in the padding included. Cost: O(C·kh·kw).
Sum sumBehind(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
              const ConvGeometry& geometry, OutputCell cell);

/// The sum that convolveTransposed() forms at `cell`: only the taps that meet an input.
Sum sumBehindTransposed(const TensorD& input, const TensorD& kernels, std::span<const double> bias,
                        const ConvGeometry& geometry, OutputCell cell);

/// The cells that pool() looks at for `cell` (its filter is the channel): the weights of an average are
/// 1/count inside and 0 outside the input, those of a maximum 1 at the first greatest value and 0 elsewhere.
Sum sumBehindPool(const TensorD& input, Pooling kind, const ConvGeometry& geometry, OutputCell cell);

} // namespace hg
