#include "core/lab/sound_scene.h"

#include "core/audio/line_convolution.h"
#include "core/conv/padding.h"
#include "core/data/instruments.h"
#include "core/io/file.h"
#include "core/io/wanted_file.h"
#include "core/lab/line_sources.h"

#include <algorithm>
#include <bit>

namespace hg {
namespace {

constexpr int fewestBins = 1025, middlePitch = 69; // A4

/// A note in the middle of the instrument's range, or the melody of that id.
std::string noteId(const std::string& source, const Assets& assets)
{
    const auto notes = instrumentNotes(assets);
    if (!notes) return source;
    const auto note = std::find_if(notes->begin(), notes->end(), [&](const InstrumentNote& n) {
        return n.pitch == middlePitch && instrumentIds[static_cast<std::size_t>(n.instrument)] == source;
    });
    return note == notes->end() ? source : note->id;
}

Result<SoundTrack> mixed(const Result<Sound>& sound)
{
    if (!sound) return sound.error();
    return trackOf(monoMix(*sound), sound->rateHz);
}

Result<SoundTrack> trackOfFile(const std::string& path)
{
    const auto content = readFile(path);
    if (!content) return content.error();
    return mixed(parseSound(*content, path));
}

bool looksBack(const std::string& filter)
{
    const FirFilter* row = findFirFilter(filter);
    return row && row->looksBack;
}

/// So many that ripples of the longest delay are seen: four to each.
int binsFor(std::size_t taps)
{
    return std::max(fewestBins, static_cast<int>(std::bit_ceil(4 * taps)) + 1);
}

/// The settings at the sound's rate, frequencies below half of it.
FirSettings fitted(FirSettings s, double rateHz)
{
    s.rateHz = rateHz;
    s.cutoffHz = std::min(s.cutoffHz, 0.499 * rateHz);
    s.blipHz = std::min(s.blipHz, 0.5 * rateHz);
    return s;
}

} // namespace

const FirFilter& filterOf(const SoundScene& scene)
{
    const FirFilter* row = findFirFilter(scene.filter);
    return row ? *row : firFilters().front();
}

bool isSameSound(const SoundScene& a, const SoundScene& b)
{
    return a.path == b.path && (!a.path.empty() || a.source == b.source);
}

SoundScene withSoundFilter(SoundScene scene, const std::string& id)
{
    scene.filter = id;
    FirSettings& s = scene.settings;
    if (id == "comb") s.delay = std::min(s.delay, (mostTaps - 1) / s.repeats);
    return scene;
}

SoundScene withDelay(SoundScene scene, int delay)
{
    FirSettings& s = scene.settings;
    s.delay = delay;
    s.repeats = std::clamp(s.repeats, 1, (mostTaps - 1) / delay);
    return scene;
}

std::span<const std::string> soundSources()
{
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> all(melodyIds.rbegin(), melodyIds.rend()); // the mixture first
        all.insert(all.end(), instrumentIds.begin(), instrumentIds.end());
        for (const LineSource& source : lineSources())
            all.emplace_back(source.id);
        return all;
    }();
    return ids;
}

SoundTrack trackOf(std::vector<float> samples, double rateHz)
{
    SoundTrack track;
    track.rateHz = rateHz;
    track.spectrum = signalSpectrum(samples, rateHz);
    track.samples = std::make_shared<const std::vector<float>>(std::move(samples));
    track.peaks = PeakPyramid(track.samples);
    return track;
}

Result<SoundTrack> loadTrack(const SoundScene& scene, const Assets& assets)
{
    if (const auto fault = faultOfWanted(scene.path)) return *fault;
    if (!scene.path.empty()) return trackOfFile(scene.path);
    const auto rows = lineSources();
    const bool isSynthetic =
        std::any_of(rows.begin(), rows.end(), [&](const LineSource& s) { return scene.source == s.id; });
    if (!isSynthetic) return mixed(loadInstrument(noteId(scene.source, assets), assets));
    auto samples = sourceSound(scene.source, syntheticSeconds, syntheticRateHz);
    if (!samples) return samples.error();
    return trackOf(std::move(*samples), syntheticRateHz);
}

Result<SoundFigure> evaluateSound(std::shared_ptr<const SoundTrack> input, const SoundScene& scene)
{
    SoundFigure figure;
    figure.scene = scene;
    figure.scene.settings = fitted(scene.settings, input->rateHz);
    auto taps = firTaps(scene.filter, figure.scene.settings);
    if (!taps) return taps.error();
    const int n = static_cast<int>(input->samples->size()), k = static_cast<int>(taps->size());
    const bool isCausal = looksBack(scene.filter);
    const auto axis = forwardAxis({.input = n,
                                   .kernel = k,
                                   .stride = scene.stride,
                                   .padding = {isCausal ? Padding::Kind::Causal : Padding::Kind::Same}},
                                  Convention::Keras);
    if (!axis) return axis.error();
    const TensorD line(1, {1, 1, n}, std::vector<double>(input->samples->begin(), input->samples->end())),
        kernel(1, {1, 1, k}, *taps);
    const TensorD sums = convolveLine(line, kernel, {}, *axis);
    figure.output =
        trackOf(std::vector<float>(sums.data.begin(), sums.data.end()), input->rateHz / scene.stride);
    figure.response = frequencyResponse(*taps, input->rateHz, binsFor(taps->size()));
    const double middle = isCausal ? k - 1 : (k - 1) / 2.0;
    figure.firstSecond = (axis->windowStart(0) + middle) / input->rateHz;
    figure.taps = std::move(*taps);
    figure.input = std::move(input);
    return figure;
}

} // namespace hg
