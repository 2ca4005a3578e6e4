#include "core/lab/input_pictures.h"

#include "core/audio/resample.h"
#include "core/audio/spectrogram.h"
#include "core/data/cell_shares.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int spectrogramRate = 8000, window = 128, longestHop = 64, bands = 64;
constexpr float dynamicRange = 60; // dB: what lies below is silence to the eye

double inWholeLevels(double x)
{
    return std::round(std::clamp(x, 0.0, 1.0) * 255) / 255;
}

double patternAt(TestPattern pattern, int r, int c, Axes size)
{
    const double middleRow = (size.h - 1) / 2.0, middleColumn = (size.w - 1) / 2.0;
    const int least = std::min(size.h, size.w);
    switch (pattern) {
    case TestPattern::Checker:
        return (r + c) % 2 == 0;
    case TestPattern::Stripes:
        return c % 4 < 2;
    case TestPattern::Ring: {
        const double radius = 0.36 * least, width = std::max(0.75, least / 12.0);
        return std::abs(std::hypot(r - middleRow, c - middleColumn) - radius) < width;
    }
    case TestPattern::Cross: {
        const double half = std::max(0.5, least / 16.0);
        return std::abs(r - middleRow) <= half || std::abs(c - middleColumn) <= half;
    }
    case TestPattern::Gradient:
        return size.w > 1 ? inWholeLevels(1.0 * c / (size.w - 1)) : 0;
    case TestPattern::Impulse:
        return r == size.h / 2 && c == size.w / 2;
    }
    return 0;
}

} // namespace

TensorD testPattern(TestPattern pattern, Axes size)
{
    TensorD picture(1, {1, size.h, size.w});
    for (int r = 0; r < size.h; ++r)
        for (int c = 0; c < size.w; ++c)
            picture.at(0, 0, r, c) = patternAt(pattern, r, c, size);
    return picture;
}

TensorD scaledToFit(const TensorD& picture, int most)
{
    const Shape in = picture.shape;
    const int longer = std::max(in.height, in.width);
    if (longer <= most) return picture;
    const auto scaled = [&](int side) {
        return std::max(1, static_cast<int>(std::lround(1.0 * side * most / longer)));
    };
    TensorD result(1, {in.channels, scaled(in.height), scaled(in.width)});
    const auto rows = cellShares(in.height, result.shape.height),
               columns = cellShares(in.width, result.shape.width);
    for (int channel = 0; channel < in.channels; ++channel)
        for (int r = 0; r < result.shape.height; ++r)
            for (int c = 0; c < result.shape.width; ++c) {
                double sum = 0;
                for (const CellShare& row : rows[static_cast<std::size_t>(r)])
                    for (const CellShare& column : columns[static_cast<std::size_t>(c)])
                        sum += row.part * column.part * picture.at(0, channel, row.cell, column.cell);
                result.at(0, channel, r, c) = inWholeLevels(sum);
            }
    return result;
}

TensorD inGrey(const TensorD& picture)
{
    if (picture.shape.channels != 3) return picture;
    const Shape in = picture.shape;
    TensorD grey(1, {1, in.height, in.width});
    for (int r = 0; r < in.height; ++r)
        for (int c = 0; c < in.width; ++c)
            grey.at(0, 0, r, c) =
                inWholeLevels(0.299 * picture.at(0, 0, r, c) + 0.587 * picture.at(0, 1, r, c) +
                              0.114 * picture.at(0, 2, r, c));
    return grey;
}

Result<SpectrogramInput> spectrogramInput(std::span<const float> mono, int rateHz)
{
    const int least = (rateHz + greatestRateRatio - 1) / greatestRateRatio;
    const int rate = std::max(std::min(rateHz, spectrogramRate), least);
    std::vector<float> slower;
    if (rate != rateHz) {
        auto samples = resampled(mono, 1, rateHz, rate);
        if (!samples) return samples.error();
        slower = std::move(*samples);
        mono = slower;
    }
    SpectrogramOptions options;
    options.window = window;
    const int room = (static_cast<int>(std::min(mono.size(), std::size_t{1} << 30)) - window) / largestSide;
    options.hop = std::clamp(room, 1, longestHop); // so small that there are as many frames as columns
    const auto all = spectrogramOf(mono, rate, options);
    if (!all) return all.error();
    const int columns = std::min(all->frames, largestSide);
    const auto shares = cellShares(all->frames, columns);
    TensorD levels(1, {1, bands, columns});
    for (int band = 0; band < bands; ++band)
        for (int c = 0; c < columns; ++c)
            for (const CellShare& share : shares[static_cast<std::size_t>(c)])
                levels.at(0, 0, bands - 1 - band, c) +=
                    share.part * static_cast<double>(all->at(band, share.cell));
    const double loudest = *std::max_element(levels.data.begin(), levels.data.end());
    for (double& level : levels.data)
        level = inWholeLevels(1 + (level - loudest) / static_cast<double>(dynamicRange));
    return SpectrogramInput{std::move(levels), all->secondsPerFrame * all->frames / columns, all->hzPerBin};
}

ConvScene spectrogramScene(const SpectrogramInput& spectrogram, SpectrogramFilter filter)
{
    ConvScene scene;
    scene.input = spectrogram.picture;
    scene.secondsPerColumn = spectrogram.secondsPerColumn;
    scene.hzPerRow = spectrogram.hzPerRow;
    scene.kernel = filter == SpectrogramFilter::Onsets
                       ? TensorD(1, {1, 3, 3}, {-1, 0, 1, -1, 0, 1, -1, 0, 1})
                       : TensorD(1, {1, 3, 3}, {-1, -1, -1, 2, 2, 2, -1, -1, -1});
    scene.paddingH = scene.paddingW = {Padding::Kind::Same};
    scene.activation = Activation::Relu;
    return scene;
}

Result<ConvScene> withInput(const ConvScene& scene, TensorD input)
{
    const int had = scene.channels(), channels = input.shape.channels;
    ConvScene changed = scene;
    if (channels != had) {
        changed = withChannels(scene, channels);
        const Axes k = scene.kernelSize();
        for (int filter = 0; !scene.pooling && filter < scene.filters(); ++filter)
            for (int channel = 0; channel < channels; ++channel)
                for (int i = 0; i < k.h * k.w; ++i)
                    weightAt(changed, filter, channel, i / k.w, i % k.w) =
                        weightAt(scene, filter, channel % had, i / k.w, i % k.w);
    }
    changed.input = std::move(input);
    changed.sampleRate = changed.secondsPerColumn = changed.hzPerRow = 0;
    changed.origin = InputOrigin::Numbers;
    const auto geometry = geometryOf(changed);
    if (geometry) return changed;
    if (const auto nearest = nearestWorking(changed)) return *nearest;
    return geometry.error();
}

TensorD cornerOf(const TensorD& numbers, int side)
{
    const Shape all = numbers.shape;
    TensorD corner(1, {all.channels, std::min(all.height, side), std::min(all.width, side)});
    for (int ch = 0; ch < all.channels; ++ch)
        for (int r = 0; r < corner.shape.height; ++r)
            for (int c = 0; c < corner.shape.width; ++c)
                corner.at(0, ch, r, c) = numbers.at(0, ch, r, c);
    return corner;
}

TensorD everyNth(const TensorD& numbers, int n)
{
    const Shape all = numbers.shape;
    TensorD kept(1, {all.channels, (all.height + n - 1) / n, (all.width + n - 1) / n});
    for (int ch = 0; ch < all.channels; ++ch)
        for (int r = 0; r < kept.shape.height; ++r)
            for (int c = 0; c < kept.shape.width; ++c)
                kept.at(0, ch, r, c) = numbers.at(0, ch, r * n, c * n);
    return kept;
}

} // namespace hg
