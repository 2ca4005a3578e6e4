#include "core/eval/number_files.h"
#include "core/eval/run_film.h"
#include "core/io/file.h"
#include "core/lab/autoencoder_setup.h"
#include "core/train/replay.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

using namespace hg;

namespace {

/// Bumps of three classes at places of their own.
Samples bumps(int count, int side = 6)
{
    Samples samples{count, {1, side, side}, {}, {}, {}};
    for (int i = 0; i < count; ++i) {
        samples.labels.push_back(i % 3);
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x) {
                const double a = y - i % 5, b = x - i * 7 % 6;
                samples.bytes.push_back(static_cast<std::uint8_t>(255 * std::exp(-(a * a + b * b) / 3)));
            }
    }
    return samples;
}

/// A small network on them, with all that is asked of a run.
struct Bench {
    Samples train = bumps(200), test = bumps(40);
    TrainingData data{train.view(), test.view(), nullptr, train.labels, test.labels};
    Workers workers{2};
    Recipe recipe;
    std::shared_ptr<const Plan> plan;

    Bench()
    {
        AutoencoderSetup setup;
        setup.recipe.batch = 20;
        setup.recipe.epochs = 4;
        recipe = setup.recipe;
        plan = std::make_shared<const Plan>(*validate(setup, train.shape));
    }
    Trainer trainer() const { return {plan, recipe, data, const_cast<Workers&>(workers)}; }
};

} // namespace

class TstRunFilm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopsFollowFromTheLength_data();
    void stopsFollowFromTheLength();
    void whatIsLookedAtIsAStop();
    void rowHasTheClassesAndTheDigit();
    void cameraTakesWhatTrains();
    void dataWithoutPcaHaveNone();
    void replayComesToTheSameNumbers_data();
    void replayComesToTheSameNumbers();
    void replayStopsWhenAsked();
    void turnsAreNotPassed();
    void numbersAreThoseOfTheModel();
    void cancelledNumbersLeaveNoFile();
};

void TstRunFilm::stopsFollowFromTheLength_data()
{
    QTest::addColumn<int>("total");
    for (const int total : {0, 1, 7, 10, 11, 99, 100, 469, 2345, 14070, 100000, 2'000'000'000})
        QTest::addRow("%d", total) << total;
}

void TstRunFilm::stopsFollowFromTheLength()
{
    QFETCH(int, total);
    const std::vector<int> updates = filmUpdates(total);
    QCOMPARE(updates.front(), 0);
    QCOMPARE(updates.back(), total);
    QVERIFY(updates.size() <= 64);
    QVERIFY(updates.size() >= static_cast<std::size_t>(std::min(total, 20)));
    QVERIFY(std::adjacent_find(updates.begin(), updates.end(), std::greater_equal<>()) == updates.end());
    for (const int update : updates)
        QVERIFY2(isHistoryUpdate(update, total), qPrintable(QString::number(update)));
    for (const int named : {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000})
        QCOMPARE(std::binary_search(updates.begin(), updates.end(), named), named <= total);
}

void TstRunFilm::whatIsLookedAtIsAStop()
{
    const auto usual = filmUpdates(2345);
    QCOMPARE(filmUpdatesWith(2345, {}), usual);
    QCOMPARE(filmUpdatesWith(2345, 100), usual);
    QCOMPARE(filmUpdatesWith(2345, 5000), usual);
    auto more = filmUpdatesWith(2345, 1407);
    QCOMPARE(more.size(), usual.size() + 1);
    QVERIFY(std::is_sorted(more.begin(), more.end()));
    std::erase(more, 1407);
    QCOMPARE(more, usual);
}

void TstRunFilm::rowHasTheClassesAndTheDigit()
{
    QCOMPARE(picturesOfClasses(std::array{4, 4, 1, 1, 9}, 5, 4), (std::vector{0, 2, 4, 1}));
    QCOMPARE(picturesOfClasses({}, 3, 8), (std::vector{0, 1, 2}));
    Bench bench;
    const Pca pca = *fitPcaIfAny(bench.data.train, 64, bench.workers);
    const auto samples = [&](int digit, bool ofTraining) {
        return filmSamples(bench.data, bench.train.shape, pca, 2, {digit, ofTraining}, bench.workers);
    };
    const FilmSamples first = samples(2, false);
    QCOMPARE(first.chosen.size(), std::size_t{8});
    QCOMPARE(first.marked, 2);
    QCOMPARE(first.count, 40);
    QCOMPARE(first.labels, bench.test.labels);
    const FilmSamples other = samples(33, true);
    QCOMPARE(other.chosen.back(), 33);
    QCOMPARE(other.marked, 7);
    QCOMPARE(other.count, 200);
    QCOMPARE(std::vector(other.row.end() - 36, other.row.end()), bench.data.test.sample(33));
    QCOMPARE(samples(4000, false).chosen.back(), 39); // there are no more
}

void TstRunFilm::cameraTakesWhatTrains()
{
    Bench bench;
    Trainer trainer = bench.trainer();
    const Pca pca = *fitPcaIfAny(bench.data.train, 64, bench.workers);
    FilmCamera camera(filmSamples(bench.data, bench.train.shape, pca, 2, {}, bench.workers), trainer, 33,
                      bench.workers);
    camera.look(trainer, 0);
    while (!trainer.isFinished())
        camera.look(trainer, *trainer.update());
    const RunFilm film = camera.take();
    std::vector<int> updates;
    for (const FilmStop& stop : film.stops)
        updates.push_back(stop.update);
    QCOMPARE(updates, filmUpdatesWith(40, 33));
    QCOMPARE(film.losses.size(), std::size_t{40});
    const FilmStop& last = film.stops.back();
    const Model model = trainer.model();
    QCOMPARE(*last.testError, trainer.testError());
    QCOMPARE(last.codes, encode(model, bench.data.test, bench.workers));
    QCOMPARE(last.row.size(), film.samples.row.size());
    QVERIFY(*last.testError < *film.stops.front().testError);
    QCOMPARE(stopOf(film, {}), film.stops.size() - 1);
    QCOMPARE(film.stops[stopOf(film, 33)].update, 33);
    QCOMPARE(stopOf(film, 0), std::size_t{0});
}

void TstRunFilm::dataWithoutPcaHaveNone()
{
    const std::vector<float> equal(40, 0.5f);
    const SampleView view{.floats = equal.data(), .count = 10, .features = 4};
    Workers workers(1);
    const auto pca = fitPcaIfAny(view, 64, workers);
    QVERIFY(pca && pca->count() == 0);
    QCOMPARE(pca->mean, (std::vector<double>(4, 0.5)));
    const auto samples = filmSamples({view, view, nullptr, {}, {}}, {1, 1, 4}, *pca, 2, {}, workers);
    QVERIFY(samples.pcaScores.empty() && samples.pcaRow.empty() && samples.labels.empty());
    QCOMPARE(samples.chosen.size(), std::size_t{8});
}

void TstRunFilm::replayComesToTheSameNumbers_data()
{
    QTest::addColumn<int>("keptEvery");
    QTest::newRow("from the beginning") << 1000;
    QTest::newRow("from the nearest") << 9;
}

/// With a rate that changed at update 13.
void TstRunFilm::replayComesToTheSameNumbers()
{
    QFETCH(int, keptEvery);
    Bench bench;
    Trainer trainer = bench.trainer();
    Recipe slower = bench.recipe;
    slower.learningRate /= 7;
    const std::vector<RecipePart> recipes{{0, bench.recipe}, {13, slower}};
    std::vector<HistoryPoint> kept;
    std::vector<std::vector<float>> parameters;
    for (int update = 0; update <= 40; ++update) {
        const auto state = trainer.state();
        parameters.push_back(state.parameters);
        if (update % keptEvery == 0 || update == 40)
            kept.push_back({.update = update,
                            .testError = {},
                            .model = std::make_shared<const Model>(trainer.model()),
                            .codes = nullptr,
                            .optimizer = update == 40
                                             ? nullptr
                                             : std::make_shared<const OptimizerState>(state.optimizer),
                            .roughError = {}});
        if (update == 13) trainer.setLearningRate(slower.learningRate);
        if (update < 40) QVERIFY(trainer.update());
    }
    RunReplay run(kept, recipes, bench.data, bench.workers);
    for (const int update : {0, 1, 12, 13, 14, 27, 39, 40}) {
        QVERIFY(run.leadsTo(update));
        const auto model = run.modelAt(update);
        QVERIFY(model);
        QCOMPARE((*model)->parameters, parameters[static_cast<std::size_t>(update)]);
    }
}

void TstRunFilm::replayStopsWhenAsked()
{
    Bench bench;
    Trainer trainer = bench.trainer();
    const auto state = trainer.state();
    RunReplay run({{.update = 0,
                    .testError = {},
                    .model = std::make_shared<const Model>(trainer.model()),
                    .codes = nullptr,
                    .optimizer = std::make_shared<const OptimizerState>(state.optimizer),
                    .roughError = {}}},
                  {{0, bench.recipe}}, bench.data, bench.workers);
    int asked = 0;
    const auto stopped = run.modelAt(40, [&](double) { return ++asked < 2; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(run.modelAt(40)); // and goes on where it was
}

void TstRunFilm::turnsAreNotPassed()
{
    const auto memory = std::make_shared<const OptimizerState>();
    const auto point = [&](int update, bool hasMemory, bool isTurn) {
        HistoryPoint p;
        p.update = update;
        if (hasMemory) p.optimizer = memory;
        p.isTurn = isTurn;
        return p;
    };
    const std::vector history{point(0, true, false), point(10, false, false), point(20, false, true),
                              point(30, true, false)};
    QCOMPARE(replayStart(history, 5), std::optional<std::size_t>(0));
    QCOMPARE(replayStart(history, 10), std::optional<std::size_t>(1)); // it is there
    QCOMPARE(replayStart(history, 15), std::optional<std::size_t>(0));
    QCOMPARE(replayStart(history, 20), std::optional<std::size_t>(2));
    QVERIFY(!replayStart(history, 25)); // what came before does not lead there
    QCOMPARE(replayStart(history, 35), std::optional<std::size_t>(3));
}

void TstRunFilm::numbersAreThoseOfTheModel()
{
    Bench bench;
    const auto model = std::make_shared<const Model>(bench.trainer().model());
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QLatin1String(name)).toStdString(); };
    SampleNumbers numbers{.kind = SampleNumbers::Kind::Codes, .model = model, .samples = bench.data.test};
    numbers.labels = bench.test.labels;
    QVERIFY(writeNumbers(path("codes.csv"), numbers, bench.workers));
    const auto codes = encode(*model, bench.data.test, bench.workers);
    const auto text = *readFile(path("codes.csv"));
    QCOMPARE(std::string(text.begin(), text.end()), labelledRows(codes, 2, bench.test.labels));
    QVERIFY(std::string(text.begin(), text.end())
                .starts_with(labelledRows(std::span(codes).first(2), 2, std::array{0})));
    numbers.kind = SampleNumbers::Kind::Rebuilt;
    QVERIFY(writeNumbers(path("rebuilt.npy"), numbers, bench.workers));
    const auto pictures = decode(*model, codes, bench.workers);
    const auto bytes = *readFile(path("rebuilt.npy"));
    QVERIFY(bytes.size() > pictures.size() * 4);
    QVERIFY(std::memcmp(bytes.data() + (bytes.size() - pictures.size() * 4), pictures.data(),
                        pictures.size() * 4) == 0);
    QVERIFY(std::string(bytes.begin(), bytes.end()).find("(40, 6, 6)") != std::string::npos);
    QVERIFY(writeRows(path("rows.csv"), std::array{1.0f, 2.5f, 3.0f, 4.0f}, 2, {}));
    const auto rows = *readFile(path("rows.csv"));
    QCOMPARE(std::string(rows.begin(), rows.end()), std::string("1,2.5\n3,4\n"));
}

void TstRunFilm::cancelledNumbersLeaveNoFile()
{
    Bench bench;
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("codes.npy")).toStdString();
    const SampleNumbers numbers{.kind = SampleNumbers::Kind::Codes,
                                .model = std::make_shared<const Model>(bench.trainer().model()),
                                .samples = bench.data.test};
    const auto written = writeNumbers(path, numbers, bench.workers, [](double) { return false; });
    QVERIFY(!written);
    QCOMPARE(written.error(), (Error{ErrorCode::Cancelled, path}));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 0);
}

QTEST_GUILESS_MAIN(TstRunFilm)
#include "tst_run_film.moc"
