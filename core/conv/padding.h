#pragma once

#include "core/conv/conv_axis.h"
#include "core/util/result.h"

#include <optional>

namespace hg {

/// Whose rules the words 'same' and 'valid' follow where the libraries differ. NumPy (and SciPy) put the odd
/// cell of 'same' before the input, and turn the filter, which is the caller's to do. Arithmetic is Theano's
/// and conv_arithmetic's 'half': ⌊ke/2⌋ on both sides, so an even filter gives one output more.
enum class Convention { Keras, PyTorch, NumPy, Arithmetic };

/// How the two ends of an axis are padded (forward) or cropped (transposed).
struct Padding {
    enum class Kind { Valid, Same, Full, Causal, Explicit };
    Kind kind = Kind::Valid;
    int before = 0; ///< Explicit only
    int after = 0;  ///< Explicit only
    bool operator==(const Padding&) const = default;
};

/// What a user chooses along one axis, before a rule turns it into a ConvAxis.
struct AxisChoice {
    int input = 1;
    int kernel = 1;
    int stride = 1;
    int dilation = 1;
    Padding padding;
    Fill fill = Fill::Zeros;
    bool operator==(const AxisChoice&) const = default;
};

/// The forward convolution's axis: out = ⌊(n + before + after − ke)/s⌋ + 1 with ke = (k−1)·d + 1.
/// 'same' under Keras gives ⌈n/s⌉ outputs with the odd cell after the input; under PyTorch it needs stride 1.
/// 'full' pads ke−1 on both sides, 'causal' ke−1 before. Errors: BadValue (a size below 1), KernelTooLarge,
/// SameNeedsStride1, FillTooWide, TooLarge; `text` is `name`, the axis. Source: Dumoulin and Visin 2016,
/// relation 6; 'same' as in TensorFlow's and PyTorch's documentation.
Result<ConvAxis> forwardAxis(const AxisChoice& choice, Convention convention, const char* name = "");

/// The transposed convolution's axis, as the ConvAxis of the direct convolution whose transpose it is: the
/// numbers given as `choice.input` become its `output`. Sizes: explicit p: (n−1)s − before − after + ke +
/// outputPadding (PyTorch's ConvTranspose); valid: (n−1)s + max(ke, s) under Keras, (n−1)s + ke under
/// PyTorch, and (n−1)s + ke + outputPadding where that is given; same (Keras): n·s, cropped ⌊(ke−s)/2⌋
/// before, or, with an output padding, (n−1)s + (ke mod 2) + outputPadding; same (Arithmetic): crops ⌊ke/2⌋
/// on both sides; full: crops ke−1 on both sides. Errors: BadValue, FillNotAllowed, PaddingNotAllowed
/// (causal), SameUndefined, OutputPaddingTooLarge, OutputEmpty, TooLarge. Source: PyTorch's ConvTranspose2d
/// and Keras's Conv2DTranspose, checked against both (tests/golden/vectors).
Result<ConvAxis> transposedAxis(const AxisChoice& choice, Convention convention,
                                std::optional<int> outputPadding = std::nullopt, const char* name = "");

} // namespace hg
