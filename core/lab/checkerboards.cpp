#include "core/lab/checkerboards.h"

#include "core/conv/convolve.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int block = 4;
constexpr std::array binomial{0.25, 0.5, 0.25};

int kernelOf(Doubling doubling)
{
    return doubling == Doubling::Transposed4 ? 4 : 3;
}

void addDoubling(std::vector<LayerSpec>& layers, Doubling doubling, int filters, Activation activation)
{
    if (doubling != Doubling::UpsampleConv) {
        layers.push_back(convTransposed(filters, kernelOf(doubling), 2, activation));
        return;
    }
    layers.push_back(upsample({2, 2}));
    layers.push_back(conv(filters, kernelOf(doubling), 1, activation));
}

/// The picture smoothed; beyond its borders it goes on as it ends, so that a grey one has no edge there.
double smoothAt(const TensorD& picture, int row, int column)
{
    double sum = 0;
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 3; ++c) {
            const int y = std::clamp(row + r - 1, 0, picture.shape.height - 1),
                      x = std::clamp(column + c - 1, 0, picture.shape.width - 1);
            sum += binomial[static_cast<std::size_t>(r)] * binomial[static_cast<std::size_t>(c)] *
                   picture.at(0, 0, y, x);
        }
    return sum;
}

/// Of a side that has been doubled.
std::vector<int> stampsAlong(Doubling doubling, int side)
{
    std::vector<int> stamps(static_cast<std::size_t>(side), 1);
    if (doubling == Doubling::UpsampleConv) return stamps;
    const auto axis = transposedAxis({side / 2, kernelOf(doubling), 2, 1, {Padding::Kind::Same}},
                                     Convention::Keras, std::nullopt);
    for (int i = 0; i < side; ++i)
        stamps[static_cast<std::size_t>(i)] = static_cast<int>(tapsOfInput(*axis, i).size());
    return stamps;
}

} // namespace

Result<Network> checkerboardNetwork(Doubling doubling, Shape input, int code)
{
    constexpr int shrinking = 4;
    for (const int side : {input.height, input.width})
        if (side % shrinking != 0)
            return Error{ErrorCode::ShapesDoNotFit, "checkerboards", {double(side), double(shrinking)}};
    const Shape maps{16, input.height / shrinking, input.width / shrinking};
    Network network{.input = input,
                    .layers = {conv(8, 3, 2, Activation::Relu), conv(16, 3, 2, Activation::Relu),
                               dense(code, Activation::Linear), dense(maps, Activation::Relu)},
                    .codeLayer = 2};
    addDoubling(network.layers, doubling, 8, Activation::Relu);
    addDoubling(network.layers, doubling, input.channels, Activation::Sigmoid);
    return network;
}

Recipe checkerboardRecipe(std::uint64_t seed)
{
    return {.optimizer = OptimizerKind::Adam, .learningRate = 1e-3, .batch = 64, .seed = seed};
}

std::vector<int> overlapMap(Doubling doubling, Shape input)
{
    const std::vector<int> across = stampsAlong(doubling, input.width);
    std::vector<int> map;
    for (const int y : stampsAlong(doubling, input.height))
        for (const int x : across)
            map.push_back(y * x);
    return map;
}

TensorD finePart(const TensorD& picture)
{
    TensorD fine(1, {1, picture.shape.height, picture.shape.width});
    for (int y = 0; y < picture.shape.height; ++y)
        for (int x = 0; x < picture.shape.width; ++x)
            fine.at(0, 0, y, x) = picture.at(0, 0, y, x) - smoothAt(picture, y, x);
    return fine;
}

double gridStrength(const TensorD& picture)
{
    const int rows = picture.shape.height / block, columns = picture.shape.width / block;
    if (rows == 0 || columns == 0) return 0;
    const TensorD all = finePart(picture);
    double sum = 0;
    for (int r = 0; r < rows * block; r += block)
        for (int c = 0; c < columns * block; c += block) {
            std::array<double, 3> parts{}; // (π,0), (0,π), (π,π) of this block
            for (int y = r; y < r + block; ++y)
                for (int x = c; x < c + block; ++x) {
                    const double fine = all.at(0, 0, y, x);
                    parts[0] += x % 2 == 0 ? fine : -fine;
                    parts[1] += y % 2 == 0 ? fine : -fine;
                    parts[2] += (x + y) % 2 == 0 ? fine : -fine;
                }
            for (const double part : parts)
                sum += part * part;
        }
    const double cells = block * block;
    return 255 * std::sqrt(sum / (rows * columns)) / cells;
}

TensorD meanPicture(std::span<const float> samples, Shape shape)
{
    TensorD mean(1, {1, shape.height, shape.width});
    const auto size = static_cast<std::size_t>(shape.size());
    const std::size_t count = samples.size() / size;
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t j = 0; j < mean.data.size(); ++j)
            mean.data[j] += static_cast<double>(samples[i * size + j]);
    for (double& x : mean.data)
        x /= static_cast<double>(std::max<std::size_t>(1, count));
    return mean;
}

} // namespace hg
