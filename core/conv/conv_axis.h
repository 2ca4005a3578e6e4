#pragma once

#include <optional>
#include <vector>

namespace hg {

/// What stands in the padding. Zeros reads nothing; the others repeat the input (as PyTorch's padding_mode).
enum class Fill { Zeros, Reflect, Replicate, Circular };

/// One (output, input, kernel) triple of the relation that ConvAxis holds, seen from its output.
struct Tap {
    static constexpr int none = -1;
    int kernel = 0; ///< index into the kernel
    int index = 0;  ///< place in the unpadded input; negative or ≥ input inside the padding
    int source = 0; ///< the input cell that is read there, after filling, or `none`
};

/// The same triple seen from its input.
struct InputTap {
    int output = 0;
    int kernel = 0;
    int index = 0; ///< the padded place, counted from the input's first cell, at which the input is met
    bool operator==(const InputTap&) const = default;
};

/// THE description of a convolution along one axis: in = out·stride − padBefore + k·dilation.
/// A forward convolution gathers (tapsOfOutput). A transposed one is the same object with in and out swapped:
/// its input is `output` here and it scatters; padBefore and padAfter are then what is cropped. Backward
/// passes are the other traversal of each. The output count is held, never derived: output padding and
/// rounding make several counts legal. Source: Dumoulin and Visin, "A guide to convolution arithmetic for
/// deep learning", 2016, relations 6 and 14.
struct ConvAxis {
    int input = 1;
    int kernel = 1;
    int stride = 1;
    int dilation = 1;
    int padBefore = 0;
    int padAfter = 0; ///< negative when a transposed output runs past the last stamp
    Fill fill = Fill::Zeros;
    int output = 1;

    /// Length that the dilated kernel covers, (k−1)·d + 1.
    int effectiveKernel() const { return (kernel - 1) * dilation + 1; }
    int padded() const { return padBefore + input + padAfter; }
    /// First place that the window of output `o` covers, counted from the input's first cell.
    int windowStart(int o) const { return o * stride - padBefore; }
    /// Where tap `k` of the window stands, counted from there, while the window glides from output to output.
    double tapPlace(double o, int k) const { return o * stride - padBefore + k * dilation; }
    /// Outputs that stride 1 would give from the first to the last of these.
    int outputsAtStrideOne() const { return (output - 1) * stride + 1; }
    /// Length from the first window's start to the last one's end.
    int reach() const { return (output - 1) * stride + effectiveKernel(); }
    /// Cells at the end of the padded input that no window reaches because the last stride does not fit.
    int unreadTail() const { return padded() - reach(); }
    /// Whether a place lies between the first window's start and the last one's end.
    bool isReached(int index) const { return index >= -padBefore && index < reach() - padBefore; }
    bool isInside(int index) const { return index >= 0 && index < input; }
    /// The input cell that stands at `index` (0 is the input's first cell) after filling, or Tap::none.
    int source(int index) const
    {
        if (isInside(index)) return index;
        switch (fill) {
        case Fill::Zeros:
            break;
        case Fill::Reflect:
            return index < 0 ? -index : 2 * (input - 1) - index;
        case Fill::Replicate:
            return index < 0 ? 0 : input - 1;
        case Fill::Circular:
            return index < 0 ? index + input : index - input;
        }
        return Tap::none;
    }

    bool operator==(const ConvAxis&) const = default;
};

/// Calls visit(tap) for the k taps of output `o`, in kernel order. Cost: O(k), no allocation.
template <class Visitor>
void forEachTap(const ConvAxis& axis, int o, const Visitor& visit)
{
    for (int k = 0; k < axis.kernel; ++k) {
        const int index = axis.windowStart(o) + k * axis.dilation;
        visit(Tap{k, index, axis.source(index)});
    }
}

/// The same taps as a list.
std::vector<Tap> tapsOfOutput(const ConvAxis& axis, int o);

/// Every tap that meets a place of the padded input, counted from the input's first cell, whatever stands
/// there, in the order of the kernel. Cost: O(k).
std::vector<InputTap> tapsOfPlace(const ConvAxis& axis, int place);

/// Every tap that reads input cell `i`, in the order output, kernel; with a fill, the padded places that
/// repeat the cell count too. Cost: O(k) for each such place.
std::vector<InputTap> tapsOfInput(const ConvAxis& axis, int i);

/// The axis of a transposed convolution with all that its stamps reach, and what an output goes on beyond
/// them: nothing is cropped, place 0 is where the first stamp begins.
ConvAxis uncropped(const ConvAxis& transposed);

/// The first output none of whose taps lies inside the unpadded input, if there is one: a padding wider than
/// the window, or a dilated one that steps over the input. Cost: O(outputs).
std::optional<int> firstOutputWithoutInput(const ConvAxis& axis);

/// The height and width axes of a 2-D convolution; a 1-D one has a height axis of one cell.
struct ConvGeometry {
    ConvAxis h;
    ConvAxis w;
    bool operator==(const ConvGeometry&) const = default;
};

} // namespace hg
