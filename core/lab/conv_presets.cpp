#include "core/lab/conv_scene.h"

#include <array>

namespace hg {
namespace {

TensorD grid(int height, int width, std::vector<double> values)
{
    return {1, {1, height, width}, std::move(values)};
}

TensorD lectureInput()
{
    return grid(5, 5, {2, 2, 3, 3, 3, 0, 1, 3, 0, 3, 2, 3, 0, 1, 3, 3, 3, 2, 1, 2, 3, 3, 0, 2, 3});
}

TensorD lectureKernel()
{
    return grid(3, 3, {2, 0, 1, 1, 0, 0, 0, 1, 1});
}

/// The lecture's numbers grown or cut to a size, so that every example can be followed by heart.
ConvScene square(int input, int kernel, Padding padding, int stride, int dilation = 1)
{
    ConvScene s;
    s.input = lectureInput();
    s.kernel = lectureKernel();
    s = withKernelSize(withInputSize(s, {input, input}), {kernel, kernel});
    s.paddingH = s.paddingW = padding;
    s.stride = {stride, stride};
    s.dilation = {dilation, dilation};
    return s;
}

ConvScene transposed(int input, int kernel, int crop, int stride, int outputPadding = 0)
{
    ConvScene s = square(input, kernel, {Padding::Kind::Explicit, crop, crop}, stride);
    s.isTransposed = true;
    s.outputPadding = {outputPadding, outputPadding};
    return s;
}

ConvScene lectureExample()
{
    return square(5, 3, {Padding::Kind::Same}, 2);
}
ConvScene lectureFull()
{
    return square(3, 3, {Padding::Kind::Full}, 1);
}
ConvScene noPadding()
{
    return square(4, 3, {Padding::Kind::Valid}, 1);
}
ConvScene halfPadding()
{
    return square(5, 3, {Padding::Kind::Same}, 1);
}
ConvScene fullPadding()
{
    return square(5, 3, {Padding::Kind::Full}, 1);
}
ConvScene noPaddingStrides()
{
    return square(5, 3, {Padding::Kind::Valid}, 2);
}
ConvScene paddingStridesOdd()
{
    return square(6, 3, {Padding::Kind::Explicit, 1, 1}, 2);
}
ConvScene dilation()
{
    return square(7, 3, {Padding::Kind::Valid}, 1, 2);
}
ConvScene noPaddingStridesTransposed()
{
    return transposed(2, 3, 0, 2);
}
ConvScene paddingStridesTransposed()
{
    return transposed(3, 3, 1, 2);
}

ConvScene verticalEdge()
{
    ConvScene s = square(8, 3, {Padding::Kind::Same}, 1);
    for (int r = 0; r < 8; ++r)
        for (int c = 0; c < 8; ++c)
            s.input.at(0, 0, r, c) = r >= 1 && r <= 6 && c >= 2 && c <= 5 ? 3 : 0;
    s.kernel = grid(3, 3, {1, 0, -1, 2, 0, -2, 1, 0, -1});
    return s;
}

constexpr std::array<ConvPreset, 11> presets{{
    {"lecture-example", lectureExample},
    {"lecture-2d-full", lectureFull},
    {"no-padding-no-strides", noPadding},
    {"half-padding-no-strides", halfPadding},
    {"full-padding-no-strides", fullPadding},
    {"no-padding-strides", noPaddingStrides},
    {"padding-strides-odd", paddingStridesOdd},
    {"dilation", dilation},
    {"vertical-edge", verticalEdge},
    {"no-padding-strides-transposed", noPaddingStridesTransposed},
    {"padding-strides-transposed", paddingStridesTransposed},
}};

} // namespace

std::span<const ConvPreset> convPresets()
{
    return presets;
}

const ConvPreset* findConvPreset(std::string_view id)
{
    for (const ConvPreset& preset : presets)
        if (id == preset.id) return &preset;
    return nullptr;
}

} // namespace hg
