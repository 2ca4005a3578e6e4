#include "core/audio/spectrum.h"
#include "core/data/instruments.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace hg;

namespace {

/// The spectrum's greatest magnitude within 3 % of a frequency.
double near(const Spectrum& spectrum, double hz)
{
    double greatest = 0;
    for (std::size_t k = 0; k < spectrum.magnitude.size(); ++k)
        if (std::abs(spectrum.hz(k) / hz - 1) < 0.03) greatest = std::max(greatest, spectrum.magnitude[k]);
    return greatest;
}

} // namespace

class TstInstruments : public QObject {
    Q_OBJECT

private slots:
    void init() { qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS); }
    void notesAreBalanced();
    void notesSoundAtTheirPitch();
    void mixtureIsHalfOfEach();
    void badTables_data();
    void badTables();
    void instrumentsSoundByOneNote();
    void missingSoundsAreNamed();
    void pitches();
};

void TstInstruments::notesAreBalanced()
{
    const auto notes = instrumentNotes(Assets("."));
    QVERIFY(notes);
    QCOMPARE(notes->size(), std::size_t{384});
    std::map<std::pair<int, int>, int> counts; // (instrument, pitch)
    std::set<std::string> ids;
    for (const InstrumentNote& note : *notes) {
        ++counts[{note.instrument, note.pitch}];
        ids.insert(note.id);
        QVERIFY(note.id.starts_with(instrumentIds[static_cast<std::size_t>(note.instrument)]));
        QVERIFY(note.velocity >= 40 && note.velocity <= 124);
    }
    QCOMPARE(ids.size(), notes->size());
    QCOMPARE(counts.size(), std::size_t{8 * 16});
    for (const auto& [place, count] : counts) {
        QVERIFY(place.second >= 60 && place.second <= 75);
        QCOMPARE(count, 3);
    }
}

void TstInstruments::notesSoundAtTheirPitch()
{
    const Assets assets(".");
    const auto notes = instrumentNotes(assets);
    QVERIFY(notes);
    for (const InstrumentNote& note : *notes) {
        const auto sound = loadInstrument(note.id, assets);
        QVERIFY2(sound, note.id.c_str());
        QCOMPARE(sound->rateHz, 16000);
        QCOMPARE(sound->channels, 1);
        QCOMPARE(sound->frames(), std::size_t{8000});
        const Spectrum spectrum = signalSpectrum(sound->samples, 16000, 4096);
        const double hz = pitchHz(note.pitch);
        // Some of the first three partials stands out from what lies between them.
        const double partials =
            std::max({near(spectrum, hz), near(spectrum, 2 * hz), near(spectrum, 3 * hz)});
        QVERIFY2(partials > 10 * near(spectrum, 1.5 * hz), note.id.c_str());
    }
}

void TstInstruments::mixtureIsHalfOfEach()
{
    const Assets assets(".");
    const auto bassoon = loadInstrument("melody-bassoon", assets),
               flute = loadInstrument("melody-flute", assets),
               mixture = loadInstrument("melody-mixture", assets);
    QVERIFY(bassoon && flute && mixture);
    QCOMPARE(mixture->seconds(), 8.0);
    QCOMPARE(bassoon->frames(), mixture->frames());
    QCOMPARE(flute->frames(), mixture->frames());
    for (std::size_t i = 0; i < mixture->frames(); ++i)
        QVERIFY(std::abs(mixture->samples[i] - (bassoon->samples[i] + flute->samples[i]) / 2) <=
                1.0f / 32768);
}

void TstInstruments::badTables_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<std::vector<double>>("numbers");
    const auto row = [](const char* name, const char* text, ErrorCode code, std::vector<double> numbers) {
        QTest::newRow(name) << std::string(text) << static_cast<int>(code) << std::move(numbers);
    };
    row("nothing", "", ErrorCode::FileEmpty, {});
    row("no note", "file,class,midi_pitch,velocity\n\n", ErrorCode::FileEmpty, {});
    row("too few fields", "h\npiano/1.flac,piano,60,40\npiano/2.flac,piano,60\n", ErrorCode::RaggedBlock,
        {3, 4, 3, 4});
    row("an instrument that nobody knows", "h\ntuba/1.flac,tuba,60,40\n", ErrorCode::UnknownName, {});
    row("a pitch in letters", "h\npiano/1.flac,piano,C4,40\n", ErrorCode::NotANumber, {2, 3});
    row("half a velocity", "h\npiano/1.flac,piano,60,40.5\n", ErrorCode::NotANumber, {2, 4});
}

void TstInstruments::badTables()
{
    QFETCH(std::string, text);
    QFETCH(int, code);
    QFETCH(std::vector<double>, numbers);
    const auto notes = parseNotes(text, "notes.csv");
    QVERIFY(!notes);
    QCOMPARE(static_cast<int>(notes.error().code), code);
    QCOMPARE(notes.error().numbers, numbers);
    QCOMPARE(notes.error().where, std::string("notes.csv"));
}

void TstInstruments::instrumentsSoundByOneNote()
{
    const Assets assets(".");
    const auto notes = instrumentNotes(assets);
    QVERIFY(notes);
    for (std::size_t i = 0; i < instrumentIds.size(); ++i) {
        const std::string id = soundIdOf(std::string(instrumentIds[i]), assets);
        const auto note =
            std::find_if(notes->begin(), notes->end(), [&](const InstrumentNote& n) { return n.id == id; });
        QVERIFY2(note != notes->end(), id.c_str());
        QCOMPARE(note->instrument, static_cast<int>(i));
        QCOMPARE(note->pitch, 69);
    }
    QCOMPARE(soundIdOf("melody-flute", assets), std::string("melody-flute"));
}

void TstInstruments::missingSoundsAreNamed()
{
    const auto sound = loadInstrument("kazoo/01", Assets("."));
    QVERIFY(!sound);
    QCOMPARE(sound.error().code, ErrorCode::FileNotFound);
    QVERIFY(sound.error().where.ends_with("instruments/kazoo/01.flac"));
}

void TstInstruments::pitches()
{
    QCOMPARE(pitchHz(69), 440.0);
    QCOMPARE(pitchHz(57), 220.0);
    QVERIFY(std::abs(pitchHz(60) - 261.6256) < 1e-4);
}

QTEST_APPLESS_MAIN(TstInstruments)
#include "tst_instruments.moc"
