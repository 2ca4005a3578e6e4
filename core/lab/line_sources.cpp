#include "core/lab/line_sources.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

using Parts = std::vector<SignalPart>;

double hundredth(double x)
{
    return std::round(100 * x) / 100;
}

SignalPart wave(SignalKind kind, double hz, double amplitude = 1)
{
    return {.kind = kind, .amplitude = amplitude, .hz = hz};
}

SignalPart noise(double amplitude)
{
    return {.kind = SignalKind::Noise, .amplitude = amplitude};
}

SignalPart blip(double start, double seconds, double hz)
{
    return {.kind = SignalKind::Blip, .hz = hz, .start = start, .seconds = seconds};
}

SignalPart impulse(double start, double amplitude)
{
    return {.kind = SignalKind::Impulse, .amplitude = amplitude, .start = start};
}

/// For a fifth of the time each one in 80, 40, 20, 10 and 5 ms: a grain of 20 ms leaves gaps between two of
/// them, touches the next, and overlaps with more and more.
Parts denserImpulses(double seconds)
{
    constexpr std::array apart{0.08, 0.04, 0.02, 0.01, 0.005};
    Parts parts;
    const double share = seconds / apart.size();
    for (std::size_t i = 0; i < apart.size(); ++i)
        for (int k = 0; k * apart[i] < share - 1e-9; ++k)
            parts.push_back(impulse(static_cast<double>(i) * share + k * apart[i], 0.5));
    return parts;
}

const std::array<LineSource, 9> sources{{
    {"step", [](double s) { return Parts{{.kind = SignalKind::Step, .start = s / 2}}; },
     [](double s) { return Parts{{.kind = SignalKind::Step, .start = s / 2}}; }},
    {"impulse", [](double s) { return Parts{{.kind = SignalKind::Impulse, .start = s / 2}}; },
     [](double s) { return Parts{{.kind = SignalKind::Impulse, .start = s / 8}}; }},
    {"sine", [](double s) { return Parts{wave(SignalKind::Sine, 4 / s)}; },
     [](double) { return Parts{wave(SignalKind::Sine, 440, 0.8)}; }},
    {"square", [](double s) { return Parts{wave(SignalKind::Square, 3 / s)}; },
     [](double) { return Parts{wave(SignalKind::Square, 220, 0.5)}; }},
    {"chirp", [](double s) { return Parts{{.kind = SignalKind::Chirp, .hz = 0, .endHz = 16 / s}}; },
     [](double) { return Parts{{.kind = SignalKind::Chirp, .amplitude = 0.8, .hz = 100, .endHz = 3800}}; }},
    {"noise", [](double) { return Parts{noise(1)}; }, [](double) { return Parts{noise(0.5)}; }},
    {"mixture",
     [](double s) {
         return Parts{wave(SignalKind::Square, 2.5 / s, 0.8), noise(0.3)};
     },
     [](double) {
         return Parts{wave(SignalKind::Sine, 330, 0.4), wave(SignalKind::Sine, 2500, 0.2), noise(0.2)};
     }},
    {"blips",
     [](double s) {
         return Parts{blip(s / 6, s / 8, 16 / s), blip(s * 2 / 3, s / 8, 16 / s), noise(0.2)};
     },
     [](double s) {
         return Parts{blip(s / 8, 0.05, 440), blip(s / 2, 0.05, 440), blip(s * 7 / 8, 0.05, 440), noise(0.3)};
     }},
    {"impulses",
     [](double s) {
         return Parts{impulse(s / 8, 0.5), impulse(s / 2, 0.25), impulse(s * 3 / 4, 0.5)};
     },
     denserImpulses},
}};

const LineSource* find(std::string_view id)
{
    const auto it = std::find_if(sources.begin(), sources.end(), [&](const auto& s) { return id == s.id; });
    return it == sources.end() ? nullptr : &*it;
}

double rateOf(const ConvScene& s)
{
    return s.sampleRate > 0 ? s.sampleRate : 8000;
}

} // namespace

std::span<const LineSource> lineSources()
{
    return sources;
}

Result<std::vector<double>> sourceNumbers(std::string_view id, int count, int rateHz)
{
    const LineSource* source = find(id);
    if (!source) return Error{ErrorCode::UnknownName, {}, {}, std::string(id)};
    const auto samples = synthesise({rateHz, count, source->ofNumbers(double(count) / rateHz)});
    if (!samples) return samples.error();
    std::vector<double> numbers;
    std::transform(samples->begin(), samples->end(), std::back_inserter(numbers),
                   [](float x) { return hundredth(double(x)) + 0.0; }); // no −0
    return numbers;
}

Result<std::vector<float>> sourceSound(std::string_view id, double seconds, int rateHz)
{
    const LineSource* source = find(id);
    if (!source) return Error{ErrorCode::UnknownName, {}, {}, std::string(id)};
    return synthesise({rateHz, static_cast<int>(std::lround(seconds * rateHz)), source->ofSound(seconds)});
}

std::vector<double> loudestNumbers(std::span<const float> samples, int count)
{
    const std::size_t n = std::min(samples.size(), static_cast<std::size_t>(count));
    double power = 0, most = -1;
    std::size_t best = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        power += double(samples[i]) * double(samples[i]);
        if (i >= n) power -= double(samples[i - n]) * double(samples[i - n]);
        if (i + 1 >= n && power > most) {
            most = power;
            best = i + 1 - n;
        }
    }
    std::vector<double> numbers;
    for (std::size_t i = 0; i < n; ++i)
        numbers.push_back(hundredth(double(samples[best + i])) + 0.0);
    return numbers;
}

FirSettings settingsOfSize(int taps, double rateHz)
{
    FirSettings s;
    s.rateHz = rateHz;
    s.taps = taps;
    s.cutoffHz = rateHz / 8;
    s.sigma = std::max(0.5, taps / 6.0);
    s.repeats = taps >= 5 ? 2 : 1;
    s.delay = std::max(1, (taps - 1) / s.repeats);
    s.blipHz = rateHz / 4;
    return s;
}

Result<ConvScene> withFilter(const ConvScene& scene, std::string_view id, int taps, int filter)
{
    FirSettings settings = settingsOfSize(taps, rateOf(scene));
    if (id == "echo") settings.delay = std::max(1, taps - 1);
    const auto weights = firTaps(id, settings);
    if (!weights) return weights.error();
    const int count = static_cast<int>(weights->size());
    return withFilterMade(scene, filter, [&](const TensorD&) { return TensorD(1, {1, 1, count}, *weights); });
}

const FirFilter* filterOf(const ConvScene& scene, int filter)
{
    const int size = scene.kernel.shape.width;
    for (const FirFilter& row : firFilters())
        for (const int taps : {size, size + 1}) { // a high-pass has the odd size below
            const auto made = withFilter(scene, row.id, taps, filter);
            if (made && made->kernel == scene.kernel) return &row;
        }
    return nullptr;
}

ConvScene withTaps(const ConvScene& scene, int taps)
{
    ConvScene changed = withKernelSize(scene, {1, taps});
    for (int f = 0; f < scene.filters() && !scene.pooling; ++f)
        if (const FirFilter* named = filterOf(scene, f))
            if (const auto made = withFilter(changed, named->id, taps, f);
                made && made->kernel.shape.width == taps)
                changed = *made;
    return changed;
}

} // namespace hg
