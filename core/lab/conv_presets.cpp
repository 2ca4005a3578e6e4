#include "core/lab/conv_presets.h"

#include "core/lab/conv_filters.h"

#include <algorithm>
#include <array>
#include <cmath>

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

constexpr Padding sides(int p)
{
    return {Padding::Kind::Explicit, p, p};
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
    ConvScene s = square(input, kernel, sides(crop), stride);
    s.isTransposed = true;
    s.outputPadding = {outputPadding, outputPadding};
    return s;
}

/// Asymmetric numbers, so that a filter that was not turned round would be seen.
ConvScene overlapping(int kernel, int stride, int crop)
{
    ConvScene s;
    s.input = grid(3, 3, {1, 2, 0, 3, 1, 2, 0, 2, 1});
    s.kernel = grid(3, 3, {1, 0, 2, 0, 3, 1, 2, 1, 1});
    s = withKernelSize(s, {kernel, kernel});
    s.paddingH = s.paddingW = sides(crop);
    s.stride = {stride, stride};
    s.isTransposed = true;
    return s;
}

/// What the decoders of the tab Checkerboards end with, seven cells to fourteen instead of fourteen to 28.
ConvScene lastDoubling()
{
    ConvScene s = withInputSize(overlapping(3, 2, 0), {7, 7});
    s.paddingH = s.paddingW = {Padding::Kind::Same};
    return s;
}

/// A written 3, on which every weight of a filter for edges is seen.
ConvScene learnedEdges()
{
    constexpr std::array rows{"............", "...#####....", "..##...##...", ".......##...",
                              ".......##...", "....####....", ".......##...", "........##..",
                              "........##..", "..#....##...", "..######....", "............"};
    ConvScene s;
    s.input = TensorD(1, {1, 12, 12});
    for (int r = 0; r < 12; ++r)
        for (int c = 0; c < 12; ++c)
            s.input.at(0, 0, r, c) = rows[static_cast<std::size_t>(r)][c] == '#' ? 1 : 0;
    s.kernel = grid(3, 3, {1, 0, -1, 2, 0, -2, 1, 0, -1});
    s.paddingH = s.paddingW = {Padding::Kind::Same};
    return s;
}

/// Stripes of period 4 without padding: they fix 3 of 9 directions of a filter.
ConvScene learnedStripes()
{
    ConvScene s = learnedEdges();
    for (int r = 0; r < 12; ++r)
        for (int c = 0; c < 12; ++c)
            s.input.at(0, 0, r, c) = c % 4 < 2 ? 1 : 0;
    s.paddingH = s.paddingW = {Padding::Kind::Valid};
    return s;
}

/// Sixteen numbers and the weights 1 to 9, each of which is found again in the matrix.
ConvScene weightsInOrder()
{
    ConvScene s;
    s.input = grid(4, 4, {2, 0, 1, 3, 1, 1, 0, 2, 0, 3, 1, 1, 2, 1, 0, 2});
    s.kernel = grid(3, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    return s;
}

/// The numbers of the guide's figures 1.1 and 1.2.
ConvScene guideNumbers(Padding padding, int stride)
{
    ConvScene s = square(5, 3, padding, stride);
    s.input = grid(5, 5, {3, 3, 2, 1, 0, 0, 0, 1, 3, 1, 3, 1, 2, 2, 3, 2, 0, 0, 2, 2, 2, 0, 0, 0, 1});
    s.kernel = grid(3, 3, {0, 1, 2, 2, 2, 0, 0, 1, 2});
    return s;
}

ConvScene pooled(Pooling kind)
{
    ConvScene s = guideNumbers({Padding::Kind::Valid}, 1);
    s.pooling = kind;
    return s;
}

/// A white square on black: edges on every side.
TensorD block(int side)
{
    TensorD t(1, {1, side, side});
    for (int r = 1; r < side - 1; ++r)
        for (int c = 2; c < side - 2; ++c)
            t.at(0, 0, r, c) = 3;
    return t;
}

ConvScene verticalEdge()
{
    ConvScene s = square(8, 3, {Padding::Kind::Same}, 1);
    s.input = block(8);
    s.kernel = grid(3, 3, {1, 0, -1, 2, 0, -2, 1, 0, -1});
    return s;
}

/// A thick slanted stroke and a ring, where four edge filters answer differently.
TensorD strokes(int side)
{
    TensorD t(1, {1, side, side});
    const double centre = (side - 1) / 2.0;
    for (int r = 0; r < side; ++r)
        for (int c = 0; c < side; ++c) {
            const double ring = std::abs(std::hypot(r - centre, c - centre) - side * 0.34);
            const double stroke = std::abs(r + c - (side - 1)) / std::sqrt(2.0);
            const double distance =
                std::min(ring, std::hypot(r - centre, c - centre) < side * 0.34 ? stroke : side);
            t.at(0, 0, r, c) = std::round(100 * std::clamp(1.6 - distance, 0.0, 1.0)) / 100;
        }
    return t;
}

ConvScene fourEdges()
{
    ConvScene s = square(20, 3, {Padding::Kind::Same}, 1);
    s.input = strokes(20);
    s.kernel = TensorD(4, {1, 3, 3}, {});
    for (const TensorD& k :
         {grid(3, 3, {1, 2, 1, 0, 0, 0, -1, -2, -1}), grid(3, 3, {1, 0, -1, 2, 0, -2, 1, 0, -1}),
          grid(3, 3, {-1, -1, -1, -1, 8, -1, -1, -1, -1}), grid(3, 3, {0, 1, 2, -1, 0, 1, -2, -1, 0})})
        s.kernel.data.insert(s.kernel.data.end(), k.data.begin(), k.data.end());
    s.activation = Activation::Relu;
    return s;
}

/// How far a point is from the arc of a circle between two angles, in radians from the right, downwards.
double distanceFromArc(double row, double column, double centreRow, double radius, double from, double to)
{
    constexpr double middle = 13.5;
    const double dr = row - centreRow, dc = column - middle, angle = std::atan2(dr, dc);
    if (angle >= from && angle <= to) return std::abs(std::hypot(dr, dc) - radius);
    const auto toEnd = [&](double end) {
        return std::hypot(dr - radius * std::sin(end), dc - radius * std::cos(end));
    };
    return std::min(toEnd(from), toEnd(to));
}

/// A 3 as it is written, of a digit’s 28 × 28 cells, in whole 255ths.
TensorD writtenThree()
{
    constexpr double quarter = 1.5708, upper = 9, lower = 18, small = 4.5, large = 5;
    TensorD t(1, {1, 28, 28});
    for (int r = 0; r < 28; ++r)
        for (int c = 0; c < 28; ++c) {
            const double stroke = std::min(distanceFromArc(r, c, upper, small, -1.9 * quarter, quarter),
                                           std::min(distanceFromArc(r, c, lower, large, -quarter, 0),
                                                    distanceFromArc(r, c, lower, large, 0, 1.8 * quarter)));
            t.at(0, 0, r, c) = std::round(255 * std::clamp(1.9 - stroke, 0.0, 1.0)) / 255;
        }
    return t;
}

/// The first layer of a stack that is looked at as a whole.
ConvScene firstOfStack(TensorD input, int kernel)
{
    ConvScene s;
    s.input = std::move(input);
    s.kernel = findFilterPreset("box")->make({kernel, kernel});
    s.paddingH = s.paddingW = {Padding::Kind::Same};
    return s;
}

ConvView stackView(std::vector<FieldLayer> layers)
{
    ConvView view{.tab = ConvTab::Field};
    view.field.layers = FieldSetup::ownLayers(layers);
    return view;
}

/// Three layers of one size, with these dilations.
std::vector<FieldLayer> threeLayers(int size, std::array<int, 3> dilations)
{
    std::vector<FieldLayer> layers;
    for (const int d : dilations)
        layers.push_back({.size = {size, size}, .dilation = {d, d}});
    return layers;
}

/// Three colours, two filters: the sums of the channels before they add.
ConvScene colours()
{
    ConvScene s = withFilters(withChannels(square(5, 3, {Padding::Kind::Valid}, 1), 3), 2);
    s.bias = {1, -1};
    return s;
}

ConvScene blurred()
{
    ConvScene s = square(8, 3, {Padding::Kind::Same}, 1);
    s.input = block(8);
    for (double& x : s.input.data)
        x *= 3;
    s.kernel = findFilterPreset("box")->make({3, 3});
    return s;
}

// Along a line.

ConvScene line(std::vector<double> input, std::vector<double> kernel, Padding padding, int stride)
{
    ConvScene s;
    s.axes = 1;
    const int n = static_cast<int>(input.size()), k = static_cast<int>(kernel.size());
    s.input = grid(1, n, std::move(input));
    s.kernel = grid(1, k, std::move(kernel));
    s.paddingW = padding;
    s.stride = {1, stride};
    return s;
}

double hundredth(double x)
{
    return std::round(100 * x) / 100;
}

/// Samples of a tone with an overtone, two decimals each.
std::vector<double> waveform(int n)
{
    std::vector<double> samples;
    for (int i = 0; i < n; ++i)
        samples.push_back(hundredth(0.7 * std::sin(0.42 * i) + 0.3 * std::sin(1.7 * i + 0.5)));
    return samples;
}

/// A square wave with a fixed disturbance that looks like noise.
std::vector<double> noisySquare(int n)
{
    std::vector<double> samples;
    for (int i = 0; i < n; ++i) {
        const double jitter = std::fmod(std::abs(std::sin(i * 12.9898) * 43758.5453), 1.0) - 0.5;
        samples.push_back(hundredth((i / 13 % 2 == 0 ? 0.8 : -0.8) + 0.5 * jitter));
    }
    return samples;
}

ConvScene averaged()
{
    ConvScene s = line(noisySquare(64), std::vector<double>(9, 1.0 / 9), {Padding::Kind::Valid}, 2);
    s.sampleRate = 8000;
    return s;
}

ConvScene stretched()
{
    ConvScene s = line({1, 2, 3}, {2, 1, 3}, sides(1), 2);
    s.isTransposed = true;
    return s;
}

ConvScene derivative()
{
    return line({0, 0, 1, 3, 6, 6, 6, 5, 3, 0, 0, 0}, {-1, 0, 1}, {Padding::Kind::Same}, 1);
}

ConvScene dilatedLine()
{
    ConvScene s = line({1, 0, 2, 4, 1, 3, 0, 2, 5, 1, 1, 0}, {1, -1, 2}, {Padding::Kind::Causal}, 1);
    s.dilation = {1, 2};
    return s;
}

ConvScene evenSame()
{
    return line({1, 2, 3, 4, 5, 6}, {1, 10, 100}, {Padding::Kind::Same}, 2);
}

constexpr Padding valid{Padding::Kind::Valid}, same{Padding::Kind::Same}, full{Padding::Kind::Full};

const std::array<ConvPreset, 46> presets{{
    {"lecture-example", true, [] { return square(5, 3, same, 2); }},
    {"lecture-2d-full", false, [] { return square(3, 3, full, 1); }},
    {"no-padding-no-strides", false, [] { return square(4, 3, sides(0), 1); }},
    {"arbitrary-padding-no-strides", false, [] { return square(5, 4, sides(2), 1); }},
    {"half-padding-no-strides", false, [] { return square(5, 3, sides(1), 1); }},
    {"full-padding-no-strides", false, [] { return square(5, 3, sides(2), 1); }},
    {"no-padding-strides", false, [] { return square(5, 3, sides(0), 2); }},
    {"padding-strides", false, [] { return square(5, 3, sides(1), 2); }},
    {"padding-strides-odd", false, [] { return square(6, 3, sides(1), 2); }},
    {"dilation", true, [] { return square(7, 3, sides(0), 1, 2); }},
    {"numerical-no-padding-no-strides", false, [] { return guideNumbers(sides(0), 1); }},
    {"numerical-padding-strides", false, [] { return guideNumbers(sides(1), 2); }},
    {"average-pooling", false, [] { return pooled(Pooling::Average); }},
    {"max-pooling", true, [] { return pooled(Pooling::Max); }},
    {"no-padding-no-strides-transposed", false, [] { return transposed(2, 3, 0, 1); }},
    {"arbitrary-padding-no-strides-transposed", false, [] { return transposed(6, 4, 2, 1); }},
    {"half-padding-no-strides-transposed", false, [] { return transposed(5, 3, 1, 1); }},
    {"full-padding-no-strides-transposed", false, [] { return transposed(7, 3, 2, 1); }},
    {"no-padding-strides-transposed", false, [] { return transposed(2, 3, 0, 2); }},
    {"padding-strides-transposed", false, [] { return transposed(3, 3, 1, 2); }},
    {"padding-strides-odd-transposed", false, [] { return transposed(3, 3, 1, 2, 1); }},
    {"transposed-3-2", true, [] { return overlapping(3, 2, 1); }, {.showsZeros = true}},
    {"transposed-4-2", false, [] { return overlapping(4, 2, 1); }, {.showsZeros = true}},
    {"transposed-2-2", false, [] { return overlapping(2, 2, 0); }, {.showsZeros = true}},
    {"transposed-2-3", false, [] { return overlapping(2, 3, 0); }, {.showsZeros = true}},
    {"learned-edges", true, learnedEdges, {.tab = ConvTab::Learned}},
    {"learned-stripes", false, learnedStripes, {.tab = ConvTab::Learned}},
    {"matrix", true, weightsInOrder, {.tab = ConvTab::Matrix}},
    {"matrix-digit-sized", false, [] { return square(28, 3, same, 1); }, {.tab = ConvTab::Matrix}},
    {"receptive-encoder", true, [] { return firstOfStack(writtenThree(), 3); },
     stackView(encoderOfFour().layers)},
    {"receptive-five", false, [] { return firstOfStack(writtenThree(), 5); },
     stackView(threeLayers(5, {1, 1, 1}))},
    {"receptive-dilated", false, [] { return firstOfStack(strokes(28), 3); },
     stackView(threeLayers(3, {1, 2, 4}))},
    {"28-to-14",
     false,
     [] { return square(28, 3, same, 2); },
     {.tab = ConvTab::Solve, .solve = {.row = SolvedRow{.size = 3, .stride = 2}}}},
    {"checkerboards", true, lastDoubling, {.tab = ConvTab::Checkerboards}},
    {"vertical-edge", true, verticalEdge},
    {"four-edges", true, fourEdges},
    {"colours", true, colours},
    {"box-blur", false, blurred},
    {"lecture-1d-full", true,
     [] {
         return line({1, 2, 3, 4, 5}, {1, 0, 2}, full, 1);
     }},
    {"lecture-1d-valid", true,
     [] {
         return line(waveform(22), {0.05, 0.1, 0.1, 0.15, 0.2, 0.15, 0.1, 0.1, 0.05}, valid, 2);
     }},
    {"moving-average", true, averaged},
    {"derivative", true, derivative},
    {"causal-dilated", true, dilatedLine},
    {"same-even", true, evenSame},
    {"stretched", true, stretched},
    {"max-pooling-1d", true,
     [] {
         ConvScene s = line({1, 3, 2, 0, 4, 4, 1, 5}, {1, 1}, valid, 2);
         s.pooling = Pooling::Max;
         return s;
     }},
}};

} // namespace

std::span<const ConvPreset> convPresets()
{
    return presets;
}

const ConvPreset* findConvPreset(std::string_view id)
{
    const auto found =
        std::find_if(presets.begin(), presets.end(), [&](const auto& p) { return id == p.id; });
    return found == presets.end() ? nullptr : &*found;
}

} // namespace hg
