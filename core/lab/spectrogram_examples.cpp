#include "core/lab/spectrogram_examples.h"

#include "core/data/instruments.h"

#include <array>

namespace hg {

std::span<const SpectrogramExample> spectrogramExamples()
{
    static constexpr std::array<SpectrogramExample, 2> rows{{
        {"onsets", "melody-mixture", SpectrogramFilter::Onsets},
        {"harmonics", "melody-mixture", SpectrogramFilter::Harmonics},
    }};
    return rows;
}

Result<SoundingScene> makeExample(const SpectrogramExample& example, const Assets& assets)
{
    const auto sound = loadInstrument(example.sound, assets);
    if (!sound) return sound.error();
    const auto mono = std::make_shared<const std::vector<float>>(monoMix(*sound));
    const auto input = spectrogramInput(*mono, sound->rateHz);
    if (!input) return input.error();
    return SoundingScene{spectrogramScene(*input, example.filter), {mono, double(sound->rateHz)}};
}

} // namespace hg
