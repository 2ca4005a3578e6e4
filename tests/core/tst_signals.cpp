#include "core/audio/fir_filters.h"
#include "core/audio/line_convolution.h"
#include "core/audio/resample.h"
#include "core/audio/signals.h"
#include "core/audio/spectrum.h"
#include "core/conv/padding.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <set>

using namespace hg;

Q_DECLARE_METATYPE(hg::Signal)
Q_DECLARE_METATYPE(hg::FirSettings)

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double turn = 2 * std::numbers::pi;

std::vector<float> samplesOf(const Signal& signal)
{
    const auto samples = synthesise(signal);
    return samples ? *samples : std::vector<float>();
}

/// What a filter gives after a line of samples, causally.
TensorD filtered(const std::vector<float>& samples, const std::vector<double>& taps)
{
    const TensorD x(1, {1, 1, static_cast<int>(samples.size())}, {samples.begin(), samples.end()});
    const TensorD w(1, {1, 1, static_cast<int>(taps.size())}, taps);
    const auto axis =
        forwardAxis({.input = x.shape.width, .kernel = w.shape.width, .padding = {Padding::Kind::Causal}},
                    Convention::Keras);
    return convolveLine(x, w, {}, *axis);
}

double responseAt(const std::vector<double>& taps, double hz, double rateHz)
{
    std::complex<double> h = 0;
    for (std::size_t k = 0; k < taps.size(); ++k)
        h += taps[k] * std::polar(1.0, -turn * hz * static_cast<double>(k) / rateHz);
    return std::abs(h);
}

double amplitudeAt(const std::vector<float>& samples, int rateHz, double hz)
{
    const Spectrum spectrum = signalSpectrum(samples, rateHz, 4096);
    return spectrum.magnitude[static_cast<std::size_t>(std::lround(hz / spectrum.hzPerBin))];
}

} // namespace

class TstSignals : public QObject {
    Q_OBJECT

private slots:
    void kindsAreOneTable();
    void shapes_data();
    void shapes();
    void noiseIsUniformAndItsOwn();
    void chirpSweepsEvenly();
    void mixturesAdd();
    void badSignals_data();
    void badSignals();
    void filtersAreOneTable();
    void taps_data();
    void taps();
    void badFilters_data();
    void badFilters();
    void lowPassCuts_data();
    void lowPassCuts();
    void echoIsHeardLater();
    void matchedFilterFindsTheBlip();
    void resamplingKeepsTheTone_data();
    void resamplingKeepsTheTone();
    void resamplingRefusesFarRates();
    void resamplingKeepsChannelsApart();
};

void TstSignals::kindsAreOneTable()
{
    std::set<std::string> ids;
    for (const SignalKindRow& row : signalKinds()) {
        ids.insert(row.id);
        // A number that a kind names changes its samples, one that it does not name changes nothing.
        const Signal plain{
            1000, 500, {{.kind = row.kind, .hz = 30, .endHz = 90, .start = 0.1, .seconds = 0.05}}};
        const auto differs = [&](auto SignalPart::*number, auto value) {
            Signal other = plain;
            other.parts[0].*number = value;
            return samplesOf(other) != samplesOf(plain);
        };
        QVERIFY2(differs(&SignalPart::amplitude, 0.5), row.id);
        QCOMPARE(differs(&SignalPart::hz, 31.0), row.hasHz);
        QCOMPARE(differs(&SignalPart::endHz, 91.0), row.hasEndHz);
        QCOMPARE(differs(&SignalPart::start, 0.2), row.hasStart);
        QCOMPARE(differs(&SignalPart::seconds, 0.06), row.hasSeconds);
        QCOMPARE(differs(&SignalPart::seed, std::uint64_t{2}), row.hasSeed);
    }
    QCOMPARE(ids, (std::set<std::string>{"step", "impulse", "sine", "square", "chirp", "noise", "blip"}));
}

void TstSignals::shapes_data()
{
    QTest::addColumn<Signal>("signal");
    QTest::addColumn<std::vector<float>>("samples");
    const auto row = [](const char* name, SignalPart part, std::vector<float> samples) {
        QTest::newRow(name) << Signal{8, static_cast<int>(samples.size()), {part}} << samples;
    };
    row("step", {.kind = SignalKind::Step, .amplitude = 2, .start = 0.25}, {0, 0, 2, 2, 2});
    row("step before the beginning", {.kind = SignalKind::Step, .start = -5}, {1, 1, 1});
    row("step after the end", {.kind = SignalKind::Step, .start = 1e6}, {0, 0, 0});
    row("impulse", {.kind = SignalKind::Impulse, .start = 0.125}, {0, 1, 0});
    row("sine", {.kind = SignalKind::Sine, .hz = 2}, {0, 1, 0, -1, 0});
    row("square", {.kind = SignalKind::Square, .hz = 2}, {1, 1, -1, -1, 1});
    row("sine that aliases", {.kind = SignalKind::Sine, .hz = 10}, {0, 1, 0, -1, 0});
    row("blip", {.kind = SignalKind::Blip, .hz = 2, .start = 0.125, .seconds = 0.25}, {0, 0, 0.5f, 0, 0});
}

void TstSignals::shapes()
{
    QFETCH(Signal, signal);
    QFETCH(std::vector<float>, samples);
    const auto made = synthesise(signal);
    QVERIFY(made);
    QCOMPARE(made->size(), samples.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        QVERIFY2(std::abs((*made)[i] - samples[i]) < 1e-6f,
                 QByteArray::number(static_cast<double>((*made)[i])));
}

void TstSignals::noiseIsUniformAndItsOwn()
{
    const Signal noise{8000, 100'000, {{.kind = SignalKind::Noise}}};
    const std::vector<float> samples = samplesOf(noise);
    double sum = 0, squares = 0;
    for (const float x : samples) {
        QVERIFY(x >= -1 && x < 1);
        sum += static_cast<double>(x);
        squares += static_cast<double>(x) * static_cast<double>(x);
    }
    QVERIFY(std::abs(sum / 1e5) < 0.01);
    QVERIFY(std::abs(squares / 1e5 - 1.0 / 3) < 0.005);
    Signal shorter = noise;
    shorter.frames = 10; // sample i depends on the seed and i alone
    QCOMPARE(samplesOf(shorter), std::vector<float>(samples.begin(), samples.begin() + 10));
}

void TstSignals::chirpSweepsEvenly()
{
    constexpr int rate = 16000, frames = 8 * 16000;
    const std::vector<float> samples =
        samplesOf({rate, frames, {{.kind = SignalKind::Chirp, .hz = 500, .endHz = 4500}}});
    for (const double second : {1.0, 3.0, 6.5}) { // zero crossings within a twentieth of a second
        const auto from = static_cast<std::size_t>((second - 0.025) * rate);
        int crossings = 0;
        for (std::size_t i = from; i < from + rate / 20; ++i)
            crossings += (samples[i] < 0) != (samples[i + 1] < 0);
        QVERIFY(std::abs(crossings * 10 - (500 + 500 * second)) < 25);
    }
}

void TstSignals::mixturesAdd()
{
    const SignalPart a{.kind = SignalKind::Sine, .amplitude = 0.5, .hz = 100},
        b{.kind = SignalKind::Noise, .amplitude = 0.1};
    const auto first = samplesOf({8000, 100, {a}}), second = samplesOf({8000, 100, {b}}),
               both = samplesOf({8000, 100, {a, b}});
    for (std::size_t i = 0; i < both.size(); ++i)
        QVERIFY(std::abs(both[i] - first[i] - second[i]) < 1e-7f);
    QCOMPARE(samplesOf({8000, 3, {}}), std::vector<float>(3));
}

void TstSignals::badSignals_data()
{
    QTest::addColumn<Signal>("signal");
    QTest::addColumn<std::string>("where");
    QTest::newRow("no rate") << Signal{0, 10, {}} << std::string("rate");
    QTest::newRow("no frame") << Signal{8000, 0, {}} << std::string("frames");
    QTest::newRow("too many frames") << Signal{8000, 10'000'001, {}} << std::string("frames");
    QTest::newRow("amplitude") << Signal{8000, 10, {{.amplitude = notANumber}}} << std::string("amplitude");
    QTest::newRow("frequency") << Signal{8000, 10, {{.hz = 1e7}}} << std::string("frequency");
    QTest::newRow("start") << Signal{8000, 10, {{.start = -std::numeric_limits<double>::infinity()}}}
                           << std::string("start");
    QTest::newRow("the second part") << Signal{8000, 10, {{}, {.seconds = notANumber}}}
                                     << std::string("length");
}

void TstSignals::badSignals()
{
    QFETCH(Signal, signal);
    QFETCH(std::string, where);
    const auto samples = synthesise(signal);
    QVERIFY(!samples);
    QCOMPARE(samples.error().code, ErrorCode::BadValue);
    QCOMPARE(samples.error().where, where);
}

void TstSignals::filtersAreOneTable()
{
    std::set<std::string> ids;
    for (const FirFilter& row : firFilters()) {
        ids.insert(row.id);
        const auto taps = firTaps(row.id, {});
        QVERIFY2(taps, row.id);
        QVERIFY(!taps->empty() && taps->size() <= std::size_t{mostTaps});
        for (const double tap : *taps)
            QVERIFY2(std::isfinite(tap), row.id);
        const auto differs = [&](auto FirSettings::*number, auto value) {
            FirSettings settings;
            settings.*number = value;
            const auto other = firTaps(row.id, settings);
            return !other || *other != *taps;
        };
        QCOMPARE(differs(&FirSettings::taps, 11), row.hasTaps);
        QCOMPARE(differs(&FirSettings::cutoffHz, 600.0), row.hasCutoff);
        QCOMPARE(differs(&FirSettings::delay, 1601), row.hasDelay);
        QCOMPARE(differs(&FirSettings::gain, 0.5), row.hasDelay);
        QCOMPARE(differs(&FirSettings::repeats, 2), row.hasRepeats);
        QCOMPARE(differs(&FirSettings::sigma, 2.0), row.hasSigma);
        QCOMPARE(differs(&FirSettings::blipHz, 441.0), row.hasBlip);
    }
    QCOMPARE(ids, (std::set<std::string>{"identity", "moving-average", "derivative", "echo", "comb",
                                         "low-pass", "high-pass", "gaussian", "matched-blip", "grain"}));
}

void TstSignals::taps_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<FirSettings>("settings");
    QTest::addColumn<std::vector<double>>("expected");
    const auto row = [](const char* id, FirSettings settings, std::vector<double> expected) {
        QTest::newRow(id) << std::string(id) << settings << std::move(expected);
    };
    row("identity", {.taps = 4}, {0, 1, 0, 0});
    row("moving-average", {.taps = 4}, {0.25, 0.25, 0.25, 0.25});
    row("derivative", {}, {-0.5, 0, 0.5});
    row("echo", {.delay = 3, .gain = 0.5, .repeats = 9}, {0.5, 0, 0, 1});
    row("comb", {.delay = 2, .gain = -0.5, .repeats = 2}, {0.25, 0, -0.5, 0, 1});
    const double e = std::exp(-0.5), sum = 1 + 2 * e;
    row("gaussian", {.taps = 3, .sigma = 1}, {e / sum, 1 / sum, e / sum});
    row("low-pass", {.taps = 1}, {1});
    row("high-pass", {.taps = 2}, {0});
}

void TstSignals::taps()
{
    QFETCH(std::string, id);
    QFETCH(FirSettings, settings);
    QFETCH(std::vector<double>, expected);
    const auto taps = firTaps(id, settings);
    QVERIFY(taps);
    QCOMPARE(taps->size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY2(std::abs((*taps)[i] - expected[i]) < 1e-15, QByteArray::number((*taps)[i]));
}

void TstSignals::badFilters_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<FirSettings>("settings");
    QTest::addColumn<std::string>("where");
    const auto row = [](const char* name, const char* id, FirSettings settings, const char* where) {
        QTest::newRow(name) << std::string(id) << settings << std::string(where);
    };
    row("no tap", "identity", {.taps = 0}, "taps");
    row("too many taps", "gaussian", {.taps = 4097}, "taps");
    row("cutoff at half the rate", "low-pass", {.cutoffHz = 4000}, "cutoff");
    row("cutoff at 0", "high-pass", {.cutoffHz = 0}, "cutoff");
    row("no delay", "echo", {.delay = 0}, "delay");
    row("delay beyond the taps", "echo", {.delay = 4096}, "delay");
    row("louder and louder", "echo", {.gain = 1.5}, "gain");
    row("echoes beyond the taps", "comb", {.delay = 2000, .repeats = 3}, "repeats");
    row("no width", "gaussian", {.sigma = 0}, "sigma");
    row("not a number", "gaussian", {.sigma = notANumber}, "sigma");
    row("rate", "identity", {.rateHz = notANumber}, "rate");
    row("blip", "matched-blip", {.blipHz = 5000}, "blip");
}

void TstSignals::badFilters()
{
    QFETCH(std::string, id);
    QFETCH(FirSettings, settings);
    QFETCH(std::string, where);
    const auto taps = firTaps(id, settings);
    QVERIFY(!taps);
    QCOMPARE(taps.error().code, ErrorCode::BadValue);
    QCOMPARE(taps.error().where, where);
    QCOMPARE(firTaps("high-fidelity", {}).error().code, ErrorCode::UnknownName);
}

void TstSignals::lowPassCuts_data()
{
    QTest::addColumn<int>("taps");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("cutoff");
    for (const int taps : {101, 400, 1023, 4096})
        for (const double share : {0.05, 0.25, 0.4})
            QTest::addRow("%d taps, cutoff at %g of the rate", taps, share)
                << taps << 16000.0 << share * 16000;
}

void TstSignals::lowPassCuts()
{
    QFETCH(int, taps);
    QFETCH(double, rate);
    QFETCH(double, cutoff);
    const FirSettings settings{.rateHz = rate, .taps = taps, .cutoffHz = cutoff};
    const auto low = firTaps("low-pass", settings), high = firTaps("high-pass", settings);
    QVERIFY(low && high);
    QCOMPARE(low->size(), static_cast<std::size_t>(taps));
    QCOMPARE(high->size() % 2, std::size_t{1});
    const double step = 5.5 * rate / taps; // from pass to stop
    QVERIFY(std::abs(responseAt(*low, 0, rate) - 1) < 1e-12);
    QVERIFY(std::abs(responseAt(*low, cutoff, rate) - 0.5) < 0.01);
    QVERIFY(std::abs(responseAt(*high, cutoff, rate) - 0.5) < 0.01);
    QVERIFY(responseAt(*high, 0, rate) < 1e-12);
    for (double hz = 0; hz <= rate / 2; hz += rate / 200) {
        const double passed = responseAt(*low, hz, rate), kept = responseAt(*high, hz, rate);
        if (hz < cutoff - step / 2) QVERIFY(std::abs(passed - 1) < 0.001 && kept < 0.001);
        if (hz > cutoff + step / 2) QVERIFY(passed < 0.001 && std::abs(kept - 1) < 0.001); // −60 dB
    }
}

void TstSignals::echoIsHeardLater()
{
    const auto taps = firTaps("echo", {.delay = 800, .gain = 0.5});
    QVERIFY(taps);
    const TensorD y = filtered(samplesOf({8000, 2000, {{.kind = SignalKind::Impulse, .start = 0.1}}}), *taps);
    for (int i = 0; i < 2000; ++i)
        QCOMPARE(y.at(0, 0, 0, i), i == 800 ? 1.0 : i == 1600 ? 0.5 : 0.0);
}

void TstSignals::matchedFilterFindsTheBlip()
{
    // A blip a third as loud as the noise around it.
    const Signal signal{
        8000,
        8000,
        {{.kind = SignalKind::Noise, .amplitude = 0.6},
         {.kind = SignalKind::Blip, .amplitude = 0.2, .hz = 900, .start = 0.5, .seconds = 0.125}}};
    const auto taps = firTaps("matched-blip", {.rateHz = 8000, .taps = 1000, .blipHz = 900});
    QVERIFY(taps);
    const TensorD y = filtered(samplesOf(signal), *taps);
    const auto greatest = std::max_element(y.data.begin(), y.data.end()) - y.data.begin();
    // When the whole blip has been heard, give or take a few of its waves (9 samples each).
    QVERIFY(std::abs(greatest - (4000 + 999)) <= 40);
    QVERIFY(std::abs(y.data[static_cast<std::size_t>(greatest)] - 0.2) < 0.06);
}

void TstSignals::resamplingKeepsTheTone_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    for (const auto& [from, to] : {std::pair{8000, 48000},
                                   {48000, 16000},
                                   {44100, 48000},
                                   {48000, 44100},
                                   {16000, 1000},
                                   {1000, 16000},
                                   {6300, 44100},
                                   {8000, 8000}})
        QTest::addRow("%d to %d Hz", from, to) << from << to;
}

void TstSignals::resamplingKeepsTheTone()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const double hz = std::min(from, to) / 10.0;
    const int frames = 20 * from + 1;
    const auto result = resampled(
        samplesOf({from, frames, {{.kind = SignalKind::Sine, .amplitude = 0.5, .hz = hz}}}), 1, from, to);
    QVERIFY(result);
    QCOMPARE(result->size(), static_cast<std::size_t>(std::ceil(double(frames) * to / from)));
    const std::size_t last = result->size() - result->size() / 50;
    for (std::size_t i = result->size() / 50; i < last; ++i) // the ends ring against the silence around them
        QVERIFY(std::abs(static_cast<double>((*result)[i]) -
                         0.5 * std::sin(turn * hz * static_cast<double>(i) / to)) < 2e-3);
}

void TstSignals::resamplingRefusesFarRates()
{
    const std::vector<float> samples(100);
    for (const auto& [from, to] : {std::pair{8000, 499}, {8000, 128'001}, {0, 8000}, {8000, 0}, {8000, -1}}) {
        const auto result = resampled(samples, 1, from, to);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::BadValue);
    }
    QVERIFY(resampled(samples, 1, 8000, 500));
    QVERIFY(resampled(samples, 1, 8000, 128'000));
    QCOMPARE(resampled({}, 1, 8000, 16000).value(), std::vector<float>());
}

void TstSignals::resamplingKeepsChannelsApart()
{
    const auto tone = samplesOf({8000, 16384, {{.kind = SignalKind::Sine, .amplitude = 0.5, .hz = 1000}}});
    std::vector<float> stereo(2 * tone.size());
    for (std::size_t i = 0; i < tone.size(); ++i)
        stereo[2 * i] = tone[i]; // the right channel is silent
    const auto result = resampled(stereo, 2, 8000, 16000);
    QVERIFY(result);
    QCOMPARE(result->size(), 2 * stereo.size());
    std::vector<float> left(tone.size() * 2);
    for (std::size_t i = 0; i < left.size(); ++i) {
        left[i] = (*result)[2 * i];
        QCOMPARE((*result)[2 * i + 1], 0.0f);
    }
    QVERIFY(std::abs(amplitudeAt(left, 16000, 1000) - 0.5) < 0.005);
}

QTEST_APPLESS_MAIN(TstSignals)
#include "tst_signals.moc"
