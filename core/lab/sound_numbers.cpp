#include "core/lab/sound_numbers.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// Echoes that follow each other soon, and no more of them than can be seen.
std::vector<double> shortened(const SoundScene& scene)
{
    constexpr int shortDelay = 4;
    FirSettings settings = scene.settings;
    settings.delay = std::min(settings.delay, shortDelay);
    settings.repeats = std::min(settings.repeats, (largestKernel - 1) / settings.delay);
    return *firTaps(scene.filter, settings);
}

std::vector<double> middleOf(const std::vector<double>& taps)
{
    const auto begin = taps.begin() + (std::ssize(taps) - largestKernel) / 2;
    return {begin, begin + largestKernel};
}

std::vector<double> samplesAt(const SoundTrack& track, double second)
{
    const std::vector<float>& all = *track.samples;
    const auto count = std::min<std::ptrdiff_t>(std::ssize(all), largestSide);
    const auto first = static_cast<std::ptrdiff_t>(
        std::clamp(std::round(second * track.rateHz), 0.0, static_cast<double>(std::ssize(all) - count)));
    std::vector<double> numbers;
    for (auto i = first; i < first + count; ++i) // no −0
        numbers.push_back(std::round(1000 * double(all[static_cast<std::size_t>(i)])) / 1000 + 0.0);
    return numbers;
}

TensorD lineOf(std::vector<double> numbers)
{
    const int count = static_cast<int>(numbers.size());
    return TensorD(1, {1, 1, count}, std::move(numbers));
}

} // namespace

SoundNumbers numbersAt(const SoundFigure& figure, double second)
{
    SoundNumbers result;
    const bool looksBack = figure.scene.filter == "echo" || figure.scene.filter == "comb";
    std::vector<double> taps = figure.taps;
    if (std::ssize(taps) > largestKernel) {
        result.change = looksBack ? SoundNumbers::Change::EchoShortened : SoundNumbers::Change::MiddleTaken;
        taps = looksBack ? shortened(figure.scene) : middleOf(taps);
    }
    ConvScene& scene = result.scene;
    scene.axes = 1;
    scene.input = lineOf(samplesAt(*figure.input, second));
    scene.kernel = lineOf(std::move(taps));
    scene.stride = {1, figure.scene.stride};
    scene.paddingW = {looksBack ? Padding::Kind::Causal : Padding::Kind::Same};
    scene.sampleRate = figure.input->rateHz;
    return result;
}

} // namespace hg
