#include "core/audio/fir_filters.h"
#include "core/audio/fourier.h"
#include "core/audio/signals.h"
#include "core/audio/spectrogram.h"
#include "core/audio/spectrum.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace hg;

Q_DECLARE_METATYPE(hg::SpectrogramOptions)

namespace {

constexpr double turn = 2 * std::numbers::pi;

std::vector<double> normals(std::size_t n)
{
    std::mt19937 random(5);
    std::normal_distribution<double> normal;
    std::vector<double> v(n);
    for (double& x : v)
        x = normal(random);
    return v;
}

std::vector<float> wave(const std::vector<SignalPart>& parts, int frames, int rateHz = 8000)
{
    const auto samples = synthesise({rateHz, frames, parts});
    return samples ? *samples : std::vector<float>();
}

SignalPart sine(double hz, double amplitude = 1)
{
    return {.kind = SignalKind::Sine, .amplitude = amplitude, .hz = hz};
}

} // namespace

class TstSpectrum : public QObject {
    Q_OBJECT

private slots:
    void fourierIsTheDefinition_data();
    void fourierIsTheDefinition();
    void responseIsTheDefinition_data();
    void responseIsTheDefinition();
    void responseOfADelayedTap();
    void decibelsHaveAFloor();
    void dilationSpreadsTaps();
    void sineReadsItsAmplitude_data();
    void sineReadsItsAmplitude();
    void spectrumAveragesWindows();
    void shortSignals();
    void spectrogramOfANote();
    void spectrogramPlacesToneAndOnset();
    void spectrogramIsBounded_data();
    void spectrogramIsBounded();
    void badOptions_data();
    void badOptions();
};

void TstSpectrum::fourierIsTheDefinition_data()
{
    QTest::addColumn<int>("length");
    for (const int n : {2, 3, 4, 5, 7, 8, 12, 15, 16, 30, 64, 97, 100, 256})
        QTest::addRow("%d", n) << n;
}

void TstSpectrum::fourierIsTheDefinition()
{
    QFETCH(int, length);
    const auto n = static_cast<std::size_t>(length);
    const std::vector<double> x = normals(n);
    std::vector<std::complex<double>> bins(Fourier::binsOf(n));
    Fourier fourier;
    fourier.forward(x, bins);
    for (std::size_t k = 0; k < bins.size(); ++k) {
        std::complex<double> expected = 0;
        for (std::size_t i = 0; i < n; ++i)
            expected += x[i] * std::polar(1.0, -turn * static_cast<double>(i * k % n) / length);
        QVERIFY(std::abs(bins[k] - expected) < 1e-12 * length);
    }
    std::vector<double> back(n);
    fourier.inverse(bins, back);
    for (std::size_t i = 0; i < n; ++i)
        QVERIFY(std::abs(back[i] - x[i]) < 1e-13 * (length + 4));
}

void TstSpectrum::responseIsTheDefinition_data()
{
    QTest::addColumn<int>("taps");
    QTest::addColumn<int>("bins");
    QTest::newRow("fewer taps than bins") << 9 << 257;
    QTest::newRow("one tap") << 1 << 33;
    QTest::newRow("more taps than the transform is long") << 1000 << 65;
    QTest::newRow("two bins") << 5 << 2;
    QTest::newRow("a number of bins that is no power of two") << 40 << 101;
}

void TstSpectrum::responseIsTheDefinition()
{
    QFETCH(int, taps);
    QFETCH(int, bins);
    const double rate = 44100;
    const std::vector<double> w = normals(static_cast<std::size_t>(taps));
    const Spectrum response = frequencyResponse(w, rate, bins);
    QCOMPARE(response.magnitude.size(), static_cast<std::size_t>(bins));
    QCOMPARE(response.hz(static_cast<std::size_t>(bins - 1)), rate / 2);
    for (std::size_t b = 0; b < response.magnitude.size(); ++b) {
        std::complex<double> h = 0;
        for (std::size_t k = 0; k < w.size(); ++k)
            h += w[k] * std::polar(1.0, -turn * response.hz(b) * static_cast<double>(k) / rate);
        QVERIFY(std::abs(response.magnitude[b] - std::abs(h)) < 1e-10 * taps);
    }
}

void TstSpectrum::responseOfADelayedTap()
{
    std::vector<double> taps(4096);
    taps.back() = -0.5;
    for (const double magnitude : frequencyResponse(taps, 48000, 513).magnitude)
        QVERIFY(std::abs(magnitude - 0.5) < 1e-12);
}

void TstSpectrum::decibelsHaveAFloor()
{
    QCOMPARE(decibels(1), 0.0);
    QCOMPARE(decibels(10), 20.0);
    QVERIFY(std::abs(decibels(0.5) + 6.0206) < 1e-4);
    QCOMPARE(decibels(0), -120.0);
    QCOMPARE(decibels(1e-9, -80), -80.0);
}

void TstSpectrum::dilationSpreadsTaps()
{
    const std::vector<double> taps{1, 2, 3};
    QCOMPARE(dilated(taps, 1), taps);
    QCOMPARE(dilated(taps, 3), (std::vector<double>{1, 0, 0, 2, 0, 0, 3}));
    QCOMPARE(dilated({}, 3), std::vector<double>());
}

void TstSpectrum::sineReadsItsAmplitude_data()
{
    QTest::addColumn<int>("bin");
    QTest::addColumn<double>("amplitude");
    for (const int bin : {0, 1, 50, 511, 512})
        for (const double amplitude : {1.0, 0.25})
            QTest::addRow("bin %d, amplitude %g", bin, amplitude) << bin << amplitude;
}

void TstSpectrum::sineReadsItsAmplitude()
{
    QFETCH(int, bin);
    QFETCH(double, amplitude);
    constexpr int window = 1024, rate = 8192; // 8 Hz a bin
    std::vector<float> cosine(8000);
    for (std::size_t i = 0; i < cosine.size(); ++i)
        cosine[i] = static_cast<float>(amplitude * std::cos(turn * bin * static_cast<double>(i) / window));
    const Spectrum spectrum = signalSpectrum(cosine, rate, window);
    QCOMPARE(spectrum.magnitude.size(), std::size_t{513});
    QCOMPARE(spectrum.hz(50), 400.0);
    QVERIFY(std::abs(spectrum.magnitude[static_cast<std::size_t>(bin)] - amplitude) < 1e-6);
    for (std::size_t k = 0; k < spectrum.magnitude.size();
         ++k) // Hann's main lobe reaches one bin to either side
        if (std::abs(static_cast<int>(k) - bin) > 1) QVERIFY(spectrum.magnitude[k] < 1e-6);
}

void TstSpectrum::spectrumAveragesWindows()
{
    // Half the time silent: half the power.
    std::vector<float> samples = wave({sine(1000)}, 8192);
    samples.resize(2 * 8192 - 256);
    const Spectrum whole = signalSpectrum(wave({sine(1000)}, 8192), 8000, 512);
    const Spectrum half = signalSpectrum(samples, 8000, 512);
    QCOMPARE(whole.hz(64), 1000.0);
    QVERIFY(std::abs(whole.magnitude[64] - 1) < 1e-6);
    QVERIFY(std::abs(half.magnitude[64] - std::sqrt(0.5)) < 0.02);
}

void TstSpectrum::shortSignals()
{
    QVERIFY(signalSpectrum(std::vector<float>(3), 8000).magnitude.empty());
    QVERIFY(signalSpectrum({}, 8000).magnitude.empty());
    const Spectrum spectrum = signalSpectrum(wave({sine(1000)}, 20), 8000); // a window of 16
    QCOMPARE(spectrum.magnitude.size(), std::size_t{9});
    QCOMPARE(spectrum.hz(2), 1000.0);
    QVERIFY(std::abs(spectrum.magnitude[2] - 1) < 1e-6);
}

void TstSpectrum::spectrogramOfANote()
{
    // The shape that the instruments' figures are made with: 8000 samples, window 256, hop 128.
    const auto spectrogram = spectrogramOf(wave({sine(1000)}, 8000, 16000), 16000);
    QVERIFY(spectrogram);
    QCOMPARE(spectrogram->bins, 129);
    QCOMPARE(spectrogram->frames, 61);
    QCOMPARE(spectrogram->hzPerBin, 62.5);
    QCOMPARE(spectrogram->secondsPerFrame, 0.008);
    QCOMPARE(spectrogram->firstSecond, 0.008);
    QCOMPARE(spectrogram->decibels.size(), std::size_t{129 * 61});
    for (int f = 0; f < spectrogram->frames; ++f) {
        QVERIFY(std::abs(spectrogram->at(16, f)) < 1e-3f); // a full-scale sine is 0 dB
        QCOMPARE(spectrogram->at(40, f), -80.0f);
    }
}

void TstSpectrum::spectrogramPlacesToneAndOnset()
{
    std::vector<float> samples(16000);
    const std::vector<float> tone = wave({sine(2000, 0.1)}, 8000, 16000);
    std::copy(tone.begin(), tone.end(), samples.begin() + 8000); // begins after half a second
    const auto spectrogram = spectrogramOf(samples, 16000, {.window = 512, .hop = 64});
    QVERIFY(spectrogram);
    const int bin = 64;
    QCOMPARE(spectrogram->hz(bin), 2000.0);
    for (int f = 0; f < spectrogram->frames; ++f) {
        const double distance = spectrogram->seconds(f) - 0.5;
        if (distance < -0.017) QCOMPARE(spectrogram->at(bin, f), -80.0f); // the window ends before
        if (distance > 0.017) QVERIFY(std::abs(spectrogram->at(bin, f) + 20) < 1e-3f);
    }
}

void TstSpectrum::spectrogramIsBounded_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("frames");
    QTest::newRow("one window") << 256 << 1;
    QTest::newRow("less than a hop more") << 383 << 1;
    QTest::newRow("the bound") << 256 + 99 * 128 << 100;
    QTest::newRow("one more than the bound") << 256 + 100 * 128 << 51;
    QTest::newRow("ten times the bound") << 256 + 1000 * 128 << 91; // at a hop of 11 · 128
}

void TstSpectrum::spectrogramIsBounded()
{
    QFETCH(int, samples);
    QFETCH(int, frames);
    const auto spectrogram =
        spectrogramOf(std::vector<float>(static_cast<std::size_t>(samples)), 8000, {.mostFrames = 100});
    QVERIFY(spectrogram);
    QCOMPARE(spectrogram->frames, frames);
    QVERIFY(std::abs(spectrogram->seconds(frames - 1) * 8000 - 128) <= samples - 256);
}

void TstSpectrum::badOptions_data()
{
    QTest::addColumn<SpectrogramOptions>("options");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, SpectrogramOptions options, ErrorCode code) {
        QTest::newRow(name) << options << static_cast<int>(code);
    };
    row("no power of two", {.window = 300}, ErrorCode::BadValue);
    row("tiny window", {.window = 8, .hop = 4}, ErrorCode::BadValue);
    row("negative window", {.window = -256}, ErrorCode::BadValue);
    row("no hop", {.hop = 0}, ErrorCode::BadValue);
    row("hop beyond the window", {.window = 64, .hop = 65}, ErrorCode::BadValue);
    row("no frame", {.mostFrames = 0}, ErrorCode::BadValue);
    row("window beyond the signal", {.window = 2048, .hop = 128}, ErrorCode::TooFewSamples);
}

void TstSpectrum::badOptions()
{
    QFETCH(SpectrogramOptions, options);
    QFETCH(int, code);
    const auto spectrogram = spectrogramOf(std::vector<float>(1000), 8000, options);
    QVERIFY(!spectrogram);
    QCOMPARE(static_cast<int>(spectrogram.error().code), code);
}

QTEST_APPLESS_MAIN(TstSpectrum)
#include "tst_spectrum.moc"
