#include "core/train/noise.h"

#include "core/util/rng.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr std::uint32_t noisePurpose = 3;

/// Of numbers that are hit each by itself.
float spoilt(float x, const Noise& noise, const Random& random, std::size_t f)
{
    if (noise.kind == Noise::Kind::Gaussian) return x + static_cast<float>(noise.amount * random.normal(f));
    const double u = random.uniform(f);
    if (noise.kind == Noise::Kind::Mask) return u < noise.amount ? 0.0f : x;
    // Salt and pepper takes one number: its two ends are the two kinds.
    if (u < noise.amount / 2) return 0;
    return u >= 1 - noise.amount / 2 ? 1.0f : x;
}

void blacken(int side, const Random& random, float* first, Shape shape, std::size_t stride)
{
    const int top = static_cast<int>(random.below(0, static_cast<std::uint64_t>(shape.height - side) + 1)),
              left = static_cast<int>(random.below(1, static_cast<std::uint64_t>(shape.width - side) + 1));
    for (int c = 0; c < shape.channels; ++c)
        for (int h = top; h < top + side; ++h)
            for (int w = left; w < left + side; ++w)
                first[shape.index(c, h, w) * stride] = 0;
}

/// The right half of a Gaussian kernel of sum 1, its middle first.
std::vector<double> halfKernel(double sigma)
{
    const int radius = static_cast<int>(std::lround(4 * sigma));
    std::vector<double> half;
    double sum = 0;
    for (int i = 0; i <= radius; ++i) {
        half.push_back(std::exp(-0.5 * i * i / (sigma * sigma)));
        sum += i == 0 ? half.back() : 2 * half.back();
    }
    for (double& weight : half)
        weight /= sum;
    return half;
}

/// `count` numbers `stride` apart, in place; `line` is room for them.
void blurLine(const std::vector<double>& half, float* first, int count, std::size_t stride,
              std::vector<float>& line)
{
    line.clear();
    for (int i = 0; i < count; ++i)
        line.push_back(first[static_cast<std::size_t>(i) * stride]);
    const auto at = [&](int i) {
        return static_cast<double>(line[static_cast<std::size_t>(std::clamp(i, 0, count - 1))]);
    };
    for (int i = 0; i < count; ++i) {
        double sum = half[0] * at(i);
        for (int k = 1; k < static_cast<int>(half.size()); ++k)
            sum += half[static_cast<std::size_t>(k)] * (at(i - k) + at(i + k));
        first[static_cast<std::size_t>(i) * stride] = static_cast<float>(sum);
    }
}

/// Rows, then columns: a Gaussian is the product of its two axes.
void blur(double sigma, float* first, Shape shape, std::size_t stride)
{
    if (sigma <= 0) return;
    const auto half = halfKernel(sigma);
    std::vector<float> line;
    const auto width = static_cast<std::size_t>(shape.width);
    for (int c = 0; c < shape.channels; ++c) {
        for (int h = 0; h < shape.height; ++h)
            blurLine(half, first + shape.index(c, h, 0) * stride, shape.width, stride, line);
        for (int w = 0; w < shape.width; ++w)
            blurLine(half, first + shape.index(c, 0, w) * stride, shape.height, stride * width, line);
    }
}

} // namespace

NoiseRange rangeOf(Noise::Kind kind)
{
    switch (kind) {
    case Noise::Kind::Gaussian:
    case Noise::Kind::Blur:
        return {0, 10};
    case Noise::Kind::Block:
        return {1, 1000};
    default:
        return {0, 1};
    }
}

bool isValid(const Noise& noise)
{
    const auto [least, greatest] = rangeOf(noise.kind);
    const bool isWhole = noise.amount == std::floor(noise.amount);
    return noise.amount >= least && noise.amount <= greatest && (isWhole || noise.kind != Noise::Kind::Block);
}

bool fits(const Noise& noise, Shape shape)
{
    return noise.kind != Noise::Kind::Block || noise.amount <= std::min(shape.height, shape.width);
}

void addNoise(const Noise& noise, const NoiseDraw& draw, float* first, Shape shape, std::size_t stride)
{
    // One key a sample and update; the number of the feature counts on.
    const Random random(draw.seed ^ (static_cast<std::uint64_t>(draw.sample) << 20), noisePurpose,
                        static_cast<std::uint32_t>(draw.update));
    const std::size_t features = shape.size();
    switch (noise.kind) {
    case Noise::Kind::None:
        break;
    case Noise::Kind::Block:
        blacken(static_cast<int>(noise.amount), random, first, shape, stride);
        break;
    case Noise::Kind::Blur:
        blur(noise.amount, first, shape, stride);
        break;
    default:
        for (std::size_t f = 0; f < features; ++f)
            first[f * stride] = spoilt(first[f * stride], noise, random, f);
    }
    for (std::size_t f = 0; noise.isClipped && f < features; ++f)
        first[f * stride] = std::clamp(first[f * stride], 0.0f, 1.0f);
}

std::vector<float> noisyCopy(const Noise& noise, std::uint64_t seed, const SampleView& samples, Shape shape)
{
    std::vector<float> noisy(static_cast<std::size_t>(samples.count) * samples.features);
    for (int i = 0; i < samples.count; ++i) {
        float* row = noisy.data() + static_cast<std::size_t>(i) * samples.features;
        for (std::size_t f = 0; f < samples.features; ++f)
            row[f] = samples.value(i, f);
        addNoise(noise, {.seed = seed, .sample = i}, row, shape);
    }
    return noisy;
}

} // namespace hg
