#include "core/kernels/lane_kernels.h"
#include "core/train/training_run.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <ctime>

using namespace hg;

// Times of the hot loops on every instruction set of this machine, and of whole updates. Read them as ratios
// within one run.

namespace {

using Floats = AlignedFloats;

Floats ramp(std::size_t n)
{
    Floats v(n);
    for (std::size_t i = 0; i < n; ++i)
        v[i] = static_cast<float>(i % 97) / 97 - 0.5f;
    return v;
}

std::vector<std::uint8_t> pictures(int count, std::size_t features)
{
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(count) * features);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(i * 2654435761u >> 24);
    return bytes;
}

Plan planOf(const char* id)
{
    return Plan(*resolve(*modelById(id, {1, 28, 28}, 2)));
}

} // namespace

class BmKernels : public QObject {
    Q_OBJECT

private slots:
    void product_data() { sets(); }
    void product();
    void gather_data() { sets(); }
    void gather();
    void weightGradient_data() { sets(); }
    void weightGradient();
    void usedGradient_data() { sets(); }
    void usedGradient();
    void load_data() { sets(); }
    void load();
    void adam_data() { sets(); }
    void adam();
    void update_data();
    void update();
    void snapshots_data();
    void snapshots();
    void watching_data();
    void watching();

private:
    void sets()
    {
        QTest::addColumn<Isa>("isa");
        for (const Isa isa : supportedIsas())
            QTest::newRow(isaName(isa)) << isa;
    }
};

void BmKernels::product()
{
    QFETCH(Isa, isa);
    constexpr int rows = 256, depth = 784;
    const Floats a = ramp(rows * depth), b = ramp(depth * lanes);
    Floats c(rows * lanes);
    QBENCHMARK
    {
        laneKernels(isa).multiply(
            {a.data(), depth, 1, b.data(), lanes, c.data(), lanes, rows, depth, lanes, nullptr, false});
    }
}

void BmKernels::gather()
{
    QFETCH(Isa, isa);
    const Plan plan = planOf("conv");
    const PlannedLayer& layer = plan.layers()[1];
    const Floats x = ramp(layer.layer.in.size() * lanes), weights = ramp(layer.layer.weightCount),
                 bias = ramp(16);
    Floats y(layer.layer.out.size() * lanes);
    QBENCHMARK
    {
        laneKernels(isa).gather({layer.forward.start.data(), layer.forward.entries.data(), weights.data(), 72,
                                 9, bias.data(), x.data(), 8, 196, y.data(), 16, 49, Epilogue::Relu,
                                 nullptr});
    }
}

void BmKernels::weightGradient()
{
    QFETCH(Isa, isa);
    const Plan plan = planOf("conv");
    const PlannedLayer& layer = plan.layers()[1];
    const Floats x = ramp(layer.layer.in.size() * lanes), g = ramp(layer.layer.out.size() * lanes);
    Floats gradient(layer.layer.weightCount), scratch(9 * weightGradientScratch);
    QBENCHMARK
    {
        laneKernels(isa).weightGradient({layer.pairs.start.data(),
                                         layer.pairs.pairs.data(),
                                         layer.pairs.blocks,
                                         9,
                                         {x.data(), 8, 196, 9},
                                         {g.data(), 16, 49, 72},
                                         gradient.data(),
                                         false,
                                         scratch.data()});
    }
}

void BmKernels::usedGradient()
{
    QFETCH(Isa, isa);
    const Plan plan = planOf("conv");
    const PlannedLayer& layer = plan.layers()[1];
    const Floats x = ramp(layer.layer.in.size() * lanes), g = ramp(layer.layer.out.size() * lanes);
    std::vector<std::uint8_t> isUsed(layer.layer.out.size());
    for (std::size_t row = 0; row < isUsed.size(); ++row)
        isUsed[row] = row * 7 % 5 < 3;
    Floats gradient(layer.layer.weightCount), scratch(9 * weightGradientScratch);
    QBENCHMARK
    {
        laneKernels(isa).usedGradient({layer.forward.start.data(),
                                       layer.forward.entries.data(),
                                       {g.data(), 16, 49, 72, isUsed.data()},
                                       {x.data(), 8, 196, 9},
                                       9,
                                       gradient.data(),
                                       false,
                                       scratch.data()});
    }
}

void BmKernels::load()
{
    QFETCH(Isa, isa);
    const auto bytes = pictures(lanes, 784);
    std::vector<const std::uint8_t*> rows;
    for (int i = 0; i < lanes; ++i)
        rows.push_back(bytes.data() + static_cast<std::size_t>(i) * 784);
    Floats chunk(784 * lanes);
    QBENCHMARK
    {
        laneKernels(isa).load({rows.data(), nullptr, nullptr, nullptr, lanes, 784, chunk.data()});
    }
}

void BmKernels::adam()
{
    QFETCH(Isa, isa);
    constexpr std::size_t count = 437'000;
    Floats w = ramp(count), m(count), v(count);
    const Floats g = ramp(count);
    const float* rows[] = {g.data(), g.data()};
    QBENCHMARK
    {
        laneKernels(isa).adam({.parameters = w.data(),
                               .first = m.data(),
                               .second = v.data(),
                               .gradients = rows,
                               .groups = 2,
                               .count = count,
                               .gradientScale = 1,
                               .rate = 1e-3f,
                               .share1 = 0.1f,
                               .share2 = 1e-3f,
                               .correction = 1,
                               .epsilon = 1e-8f,
                               .decay = 0,
                               .shrink = 0});
    }
}

void BmKernels::update_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : modelIds())
        QTest::newRow(id) << QByteArray(id);
}

void BmKernels::update()
{
    QFETCH(QByteArray, id);
    const auto bytes = pictures(10000, 784);
    Workers workers;
    Recipe recipe;
    recipe.epochs = 10000;
    Trainer trainer(std::make_shared<const Plan>(planOf(id.constData())), recipe,
                    {{.bytes = bytes.data(), .count = 10000, .features = 784}, {}, nullptr}, workers);
    QBENCHMARK
    {
        if (!trainer.update()) QFAIL("the training diverged");
    }
}

void BmKernels::snapshots_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("count");
    for (const char* id : modelIds())
        for (const int count : {10000, 60000})
            QTest::addRow("%s %d", id, count) << QByteArray(id) << count;
}

struct Watched {
    double seconds = 0; ///< from the first update to the last
    int snapshots = 0, maps = 0;
};

/// A run as the window has it, on its own thread, with the codes of `points` published on the way.
Watched watch(const QByteArray& id, const SampleView& training, const SampleView& points, int epochs)
{
    Workers workers;
    const SteadyClock clock;
    Recipe recipe;
    recipe.epochs = epochs;
    Watched watched;
    TrainingRun run({std::make_shared<const Plan>(planOf(id.constData())),
                     recipe,
                     {training, {}, nullptr},
                     points,
                     {.seconds = 0}},
                    workers, clock, [] {});
    std::shared_ptr<const Snapshot> last;
    while (!last) // paused at update 0: everything is built
        last = run.take();
    const double start = clock.seconds();
    run.resume();
    while (last->state != RunState::Finished) {
        QThread::msleep(2);
        auto snapshot = run.take();
        if (!snapshot) continue;
        watched.maps += snapshot->codesUpdate != last->codesUpdate;
        ++watched.snapshots;
        last = std::move(snapshot);
    }
    watched.seconds = clock.seconds() - start;
    return watched;
}

/// The price of watching: the same run with the codes of many pictures published and with those of one, taken
/// in turns; the medians of five.
void BmKernels::snapshots()
{
    QFETCH(QByteArray, id);
    QFETCH(int, count);
    constexpr int rounds = 5;
    const auto bytes = pictures(count, 784);
    const SampleView training{.bytes = bytes.data(), .count = 10000, .features = 784};
    const SampleView points{.bytes = bytes.data(), .count = count, .features = 784};
    const int epochs = id == "linear" ? 400 : 40;
    std::vector<double> ratios, rates;
    for (int round = 0; round < rounds; ++round) {
        const Watched with = watch(id, training, points, epochs),
                      without = watch(id, training, points.rows(0, 1), epochs);
        ratios.push_back(with.seconds / without.seconds);
        rates.push_back(with.maps / with.seconds);
    }
    std::sort(ratios.begin(), ratios.end());
    std::sort(rates.begin(), rates.end());
    qInfo("%s, codes of %d pictures: %.1f maps a second cost %.1f %% of the time (%.1f to %.1f)",
          id.constData(), count, rates[rounds / 2], 100 * (ratios[rounds / 2] - 1),
          100 * (ratios.front() - 1), 100 * (ratios.back() - 1));
}

void BmKernels::watching_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char* id : modelIds())
        QTest::newRow(id) << QByteArray(id);
}

/// Of all threads of this program: whoever else has the machine does not count.
double processorSeconds()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// What a lab's training takes without anybody who looks.
double trainAlone(const QByteArray& id, const Recipe& recipe, const TrainingData& data)
{
    Workers workers;
    Trainer trainer(std::make_shared<const Plan>(planOf(id.constData())), recipe, data, workers);
    const double start = processorSeconds();
    while (!trainer.isFinished())
        if (!trainer.update()) return 0;
    return processorSeconds() - start;
}

struct WatchedLab {
    double seconds = 0;
    double share = 0; ///< of the time between its updates in that of its updates, both by the clock
    std::ptrdiff_t errors = 0;
};

/// The same in a run at full speed as the lab has it, read thirty times a second.
WatchedLab trainWatched(const QByteArray& id, const Recipe& recipe, const TrainingData& data)
{
    Workers workers;
    const SteadyClock clock;
    TrainingRun run({.plan = std::make_shared<const Plan>(planOf(id.constData())),
                     .recipe = recipe,
                     .data = data,
                     .mapPoints = data.test.rows(0, 5000),
                     .pace = {.seconds = 0}},
                    workers, clock, [] {});
    std::shared_ptr<const Snapshot> last;
    while (!last)
        last = run.take();
    const double start = processorSeconds(), begun = clock.seconds();
    run.resume();
    while (last->state != RunState::Finished) {
        QThread::msleep(2);
        if (auto snapshot = run.take()) last = std::move(snapshot);
    }
    const double seconds = processorSeconds() - start, elapsed = clock.seconds() - begun;
    const double busy = 1.0 * recipe.epochs * data.train.count / last->imagesPerSecond;
    return {seconds, elapsed / busy - 1,
            std::count_if(last->history.begin(), last->history.end(),
                          [](const HistoryPoint& p) { return curveError(p).has_value(); })};
}

/// The price of all that a lab shows and keeps of a run at full speed, in turns with the bare training.
void BmKernels::watching()
{
    QFETCH(QByteArray, id);
    constexpr int rounds = 5, count = 60000, held = 10000;
    const auto bytes = pictures(count + held, 784);
    const SampleView all{.bytes = bytes.data(), .count = count + held, .features = 784};
    const TrainingData data{all.rows(0, count), all.rows(count, held), nullptr};
    const Recipe recipe{.learningRate = 3e-3, .schedule = Schedule::Cosine};
    std::vector<double> ratios, shares;
    std::ptrdiff_t fewest = count;
    double seconds = 0;
    for (int round = 0; round < rounds; ++round) {
        const double alone = trainAlone(id, recipe, data);
        const WatchedLab watched = trainWatched(id, recipe, data);
        ratios.push_back(watched.seconds / alone);
        shares.push_back(watched.share);
        fewest = std::min(fewest, watched.errors);
        seconds = alone;
    }
    std::sort(ratios.begin(), ratios.end());
    std::sort(shares.begin(), shares.end());
    qInfo(
        "%s: watching costs %.1f %% of %.1f s of processor time (%.1f to %.1f), by the clock between updates "
        "%.1f %% (%.1f to %.1f), with at least %d held-out errors",
        id.constData(), 100 * (ratios[rounds / 2] - 1), seconds, 100 * (ratios.front() - 1),
        100 * (ratios.back() - 1), 100 * shares[rounds / 2], 100 * shares.front(), 100 * shares.back(),
        static_cast<int>(fewest));
}

QTEST_GUILESS_MAIN(BmKernels)
#include "bm_kernels.moc"
