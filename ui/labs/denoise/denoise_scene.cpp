#include "ui/labs/denoise/denoise_scene.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int draws = 4000;

int binOf(double value)
{
    const double share = (value - BlackPixel::from) / (BlackPixel::to - BlackPixel::from);
    return std::clamp(static_cast<int>(share * BlackPixel::bins), 0, BlackPixel::bins - 1);
}

} // namespace

DenoisedPictures denoisedPictures(const DenoiseCase& subject, double strength, int first, int count,
                                  Workers& workers)
{
    DenoisedPictures all{.first = first, .count = count, .pixels = {}, .read = {}};
    const DenoiseTest test = subject.testOf(first + count, strength);
    const SampleView clean = test.pictures.rows(first, count);
    std::vector<float> noisy;
    for (int i = 0; i < count; ++i) {
        std::vector<float> picture = clean.sample(i);
        addNoise(test.noise, {.seed = test.seed, .sample = first + i}, picture.data(),
                 subject.denoisers.shape);
        noisy.insert(noisy.end(), picture.begin(), picture.end());
    }
    const SampleView spoilt{.floats = noisy.data(), .count = count, .features = clean.features};
    for (std::size_t i = 0; i < all.pixels.size(); ++i) {
        const auto row = static_cast<DenoiseRow>(i);
        all.pixels[i] = restored(subject.denoisers, row, row == DenoiseRow::Clean ? clean : spoilt, workers);
        if (all.pixels[i].empty() || test.classifiers.empty()) continue;
        all.read[i] = digitsReadIn(
            test.classifiers, {.floats = all.pixels[i].data(), .count = count, .features = clean.features},
            workers);
    }
    return all;
}

std::optional<BlackPixel> blackPixelUnder(const Noise& noise)
{
    if (noise.kind == Noise::Kind::Block || noise.kind == Noise::Kind::Blur) return std::nullopt;
    Noise unclipped = noise;
    unclipped.isClipped = false;
    BlackPixel pixel;
    for (int i = 0; i < draws; ++i) {
        float value = 0;
        addNoise(unclipped, {.sample = i}, &value, {1, 1, 1});
        const auto before = static_cast<double>(value), after = std::clamp(before, 0.0, 1.0);
        ++pixel.before[static_cast<std::size_t>(binOf(before))];
        ++pixel.after[static_cast<std::size_t>(binOf(after))];
        pixel.meanBefore += before / draws;
        pixel.meanAfter += after / draws;
    }
    return pixel;
}

} // namespace hg
