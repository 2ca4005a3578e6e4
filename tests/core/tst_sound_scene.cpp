#include "core/io/file.h"
#include "core/io/sound_file.h"
#include "core/lab/sound_scene.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <numbers>

using namespace hg;

namespace {

std::shared_ptr<const SoundTrack> tone(double hz, double rateHz, int n)
{
    std::vector<float> samples;
    for (int i = 0; i < n; ++i)
        samples.push_back(static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hz * i / rateHz)));
    return std::make_shared<const SoundTrack>(trackOf(std::move(samples), rateHz));
}

double strongestHz(const Spectrum& s)
{
    const auto most = std::max_element(s.magnitude.begin(), s.magnitude.end());
    return s.hz(static_cast<std::size_t>(most - s.magnitude.begin()));
}

double loudest(const SoundTrack& t)
{
    const Peak p = t.peaks.range(0, std::ssize(*t.samples));
    return std::max(double(p.greatest), -double(p.least));
}

} // namespace

class TstSoundScene : public QObject {
    Q_OBJECT

private slots:
    void everySourceLoads_data();
    void everySourceLoads();
    void anEchoComesLater();
    void grainsOverlapAndAdd();
    void impulsesGetDenser();
    void aLowPassKeepsWhatIsLow();
    void aStrideFoldsHighTonesBack();
    void outputsStandInTheMiddleOfTheirWindows();
    void filesAreRead();
    void badFilesAreErrors();
};

void TstSoundScene::everySourceLoads_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id :
         {"step", "impulse", "sine", "square", "chirp", "noise", "mixture", "blips", "impulses", "bassoon",
          "violin", "melody-bassoon", "melody-flute", "melody-mixture"})
        QTest::newRow(id) << QByteArray(id);
}

void TstSoundScene::everySourceLoads()
{
    QFETCH(QByteArray, id);
    const auto track = loadTrack({.source = id.toStdString()}, Assets{{}});
    QVERIFY(track);
    QVERIFY(track->seconds() >= 0.5);
    QVERIFY(loudest(*track) > 0.05);
    QVERIFY(!track->spectrum.magnitude.empty());
}

void TstSoundScene::anEchoComesLater()
{
    std::vector<float> click(1000, 0.0f);
    click[100] = 1;
    const auto input = std::make_shared<const SoundTrack>(trackOf(click, 8000));
    SoundScene scene;
    scene.filter = "echo";
    scene.settings.delay = 300;
    scene.settings.gain = 0.5;
    const auto figure = evaluateSound(input, scene);
    QVERIFY(figure);
    QCOMPARE(figure->output.samples->size(), std::size_t(1000));
    for (std::size_t i = 0; i < 1000; ++i)
        QCOMPARE((*figure->output.samples)[i], i == 100 ? 1.0f : i == 400 ? 0.5f : 0.0f);
    // The response swings between 1.5 and 0.5 with every 8000/300 Hz, and its grid is fine enough for that.
    const auto& h = figure->response.magnitude;
    QVERIFY(std::abs(*std::max_element(h.begin(), h.end()) - 1.5) < 0.01);
    QVERIFY(std::abs(*std::min_element(h.begin(), h.end()) - 0.5) < 0.06);
    QVERIFY(figure->response.hzPerBin * 4 <= 8000 / 300.0);
}

/// What a transposed convolution of stride 1 makes of them: a copy of the grain, forwards, from each impulse
/// on.
void TstSoundScene::grainsOverlapAndAdd()
{
    constexpr std::size_t n = 600, length = 160;
    std::vector<float> impulses(n, 0.0f);
    impulses[50] = 1;
    impulses[130] = 0.5f;
    impulses[550] = 1; // its grain is cut off by the end
    SoundScene scene;
    scene.filter = "grain";
    scene.settings.taps = length;
    scene.settings.blipHz = 500;
    const auto figure = evaluateSound(std::make_shared<const SoundTrack>(trackOf(impulses, 8000)), scene);
    QVERIFY(figure);
    std::vector<double> expected(n);
    for (const std::size_t at : {50, 130, 550})
        for (std::size_t i = 0; i < length && at + i < n; ++i)
            expected[at + i] += double(impulses[at]) *
                                std::sin(2 * std::numbers::pi * 500 * (double(i) + 0.5) / 8000) *
                                std::exp(-4.0 * double(i) / length);
    QCOMPARE(figure->output.samples->size(), n);
    for (std::size_t i = 0; i < n; ++i)
        QVERIFY(std::abs(double((*figure->output.samples)[i]) - expected[i]) < 1e-6);
    QCOMPARE(figure->firstSecond, 0.0);
}

void TstSoundScene::impulsesGetDenser()
{
    const auto track = loadTrack({.source = "impulses"}, Assets{{}});
    QVERIFY(track);
    const auto within = [&](double from, double to) {
        int count = 0;
        const auto first = static_cast<std::size_t>(from * track->rateHz),
                   last = static_cast<std::size_t>(to * track->rateHz);
        for (std::size_t i = first; i < last; ++i)
            count += (*track->samples)[i] != 0;
        return count;
    };
    const double fifth = track->seconds() / 5;
    int wanted = 25;
    for (int i = 0; i < 5; ++i, wanted *= 2)
        QCOMPARE(within(i * fifth, (i + 1) * fifth), wanted);
}

void TstSoundScene::aLowPassKeepsWhatIsLow()
{
    SoundScene scene;
    scene.settings.taps = 255;
    scene.settings.cutoffHz = 1000;
    const auto low = evaluateSound(tone(300, 8000, 8000), scene),
               high = evaluateSound(tone(3000, 8000, 8000), scene);
    QVERIFY(low && high);
    QVERIFY(std::abs(loudest(low->output) - 0.5) < 0.01);
    const auto middle = high->output.peaks.range(1000, 7000); // away from where the tone begins and ends
    QVERIFY(middle.greatest < 0.001f);
    QVERIFY(std::abs(low->response.magnitude.front() - 1) < 1e-9);
    scene.settings.cutoffHz = 20000; // beyond half the rate: taken down, not refused
    QVERIFY(evaluateSound(tone(300, 8000, 8000), scene));
}

void TstSoundScene::aStrideFoldsHighTonesBack()
{
    SoundScene scene;
    scene.filter = "identity";
    scene.settings.taps = 1;
    scene.stride = 4;
    const auto figure = evaluateSound(tone(1250, 8000, 32000), scene);
    QVERIFY(figure);
    QCOMPARE(figure->output.rateHz, 2000.0);
    QCOMPARE(figure->foldingHz(), 1000.0);
    QVERIFY(std::abs(strongestHz(figure->output.spectrum) - 750) < 2); // 2000 − 1250
    QVERIFY(std::abs(strongestHz(figure->input->spectrum) - 1250) < 2);
}

void TstSoundScene::outputsStandInTheMiddleOfTheirWindows()
{
    SoundScene scene;
    scene.filter = "moving-average";
    scene.settings.taps = 9;
    QVERIFY(std::abs(evaluateSound(tone(300, 8000, 800), scene)->firstSecond) < 1e-12);
    scene.settings.taps = 8; // the middle lies between two samples
    QVERIFY(std::abs(evaluateSound(tone(300, 8000, 800), scene)->firstSecond - 0.5 / 8000) < 1e-12);
}

void TstSoundScene::filesAreRead()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("a.wav")).toStdString();
    Sound sound{22050, 2, {}};
    for (int i = 0; i < 200; ++i)
        sound.samples.push_back(i % 2 == 0 ? 0.5f : 0.25f);
    QFile file(QString::fromStdString(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Bytes bytes = toWav(sound, WavFormat::Float32);
    file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
    file.close();
    const auto track = loadTrack({.path = path}, Assets{{}});
    QVERIFY(track);
    QCOMPARE(track->rateHz, 22050.0);
    QCOMPARE(*track->samples, std::vector<float>(100, 0.375f));
}

void TstSoundScene::badFilesAreErrors()
{
    QCOMPARE(loadTrack({.path = "/nowhere.wav"}, Assets{{}}).error().code, ErrorCode::FileNotFound);
    QVERIFY(!loadTrack({.source = "saw"}, Assets{{}}));
    SoundScene scene;
    scene.filter = "saw";
    QCOMPARE(evaluateSound(tone(300, 8000, 80), scene).error().code, ErrorCode::UnknownName);
}

QTEST_APPLESS_MAIN(TstSoundScene)
#include "tst_sound_scene.moc"
