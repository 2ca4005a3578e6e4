#include "app/cli/command.h"
#include "app/cli/fields.h"
#include "core/data/assets.h"
#include "core/data/dataset.h"
#include "core/embed/mds.h"
#include "core/embed/pca.h"
#include "core/engine/code_decoder.h"
#include "core/eval/few_labels.h"
#include "core/io/array_file.h"
#include "core/kernels/isa.h"
#include "core/lab/model_presets.h"
#include "core/train/trainer.h"
#include "core/util/clock.h"
#include "core/util/rng.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace hg::cli {
namespace {

constexpr int warmUpUpdates = 50;

/// What every workload is given.
struct Bench {
    std::shared_ptr<const Dataset> digits;
    Workers& workers;
    double seconds;
};

/// The figure of one workload: its name and value.
struct Figure {
    const char* name;
    double value;
};

struct Workload {
    const char* name;
    Result<Figure> (*measure)(const Bench& bench);
};

/// Repeats `work` for the time that was asked and returns the seconds that one run takes.
template <class Work>
double secondsEach(double seconds, const Work& work)
{
    const SteadyClock clock;
    const double start = clock.seconds();
    int runs = 0;
    do {
        work();
        ++runs;
    } while (clock.seconds() - start < seconds);
    return (clock.seconds() - start) / runs;
}

Network networkOf(const char* id)
{
    return *modelById(id, {1, 28, 28}, 2); // the program's own models, which exist
}

Result<Figure> trainingSpeed(const Network& network, TrainingData data, const Bench& bench)
{
    const auto resolved = resolve(network);
    if (!resolved) return resolved.error();
    Recipe recipe;
    recipe.epochs = 1'000'000; // the clock ends it
    Trainer trainer(std::make_shared<const Plan>(*resolved), recipe, std::move(data), bench.workers);
    for (int i = 0; i < warmUpUpdates; ++i)
        if (const auto loss = trainer.update(); !loss) return loss.error();
    std::optional<Error> fault;
    const double each = secondsEach(bench.seconds, [&] {
        if (const auto loss = trainer.update(); !loss) fault = loss.error();
    });
    if (fault) return *fault;
    return Figure{"samples_per_second", recipe.batch / each};
}

Result<Figure> trainOnDigits(const Network& network, const Bench& bench)
{
    return trainingSpeed(network, {bench.digits->train.view(), {}, bench.digits}, bench);
}

/// The network of one of the window's presets; loss and rate are those of the other workloads.
Result<Figure> trainPreset(const char* id, const Bench& bench)
{
    return trainOnDigits(*findModelPreset(id)->build({1, 28, 28}, 2), bench);
}

/// Series of two waves each, 256 numbers from 0 to 1.
std::shared_ptr<const std::vector<float>> waves(int count, int length)
{
    auto series = std::make_shared<std::vector<float>>();
    series->reserve(static_cast<std::size_t>(count) * static_cast<std::size_t>(length));
    const Random random(1, 0, 0);
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<std::uint64_t>(i) * 2;
        const double slow = 1 + 4 * random.uniform(at), fast = 5 + 15 * random.uniform(at + 1);
        for (int t = 0; t < length; ++t) {
            const double phase = 2 * std::numbers::pi * t / length;
            series->push_back(
                static_cast<float>(0.5 + 0.25 * (std::sin(slow * phase) + std::sin(fast * phase))));
        }
    }
    return series;
}

Result<Figure> trainOnWaves(const Bench& bench)
{
    constexpr int count = 10000, length = 256;
    const auto series = waves(count, length);
    return trainingSpeed(conv1dModel(),
                         {{.floats = series->data(), .count = count, .features = length}, {}, series}, bench);
}

Result<Model> freshModel(const char* id)
{
    const auto resolved = resolve(networkOf(id));
    if (!resolved) return resolved.error();
    auto plan = std::make_shared<const Plan>(*resolved);
    return Model{plan, initialParameters(*resolved, 1),
                 std::vector<float>(networkOf(id).isCentred ? 784 : 0)};
}

Result<Figure> decodeOne(const char* id, const Bench& bench)
{
    const auto model = freshModel(id);
    if (!model) return model.error();
    CodeDecoder decoder(*model);
    std::array<float, 2> code{0.25f, -0.5f};
    std::vector<float> picture(784);
    const double each = secondsEach(bench.seconds, [&] {
        for (int i = 0; i < 100; ++i) {
            code[0] = -code[0];
            decoder.decode(code, picture);
        }
    });
    return Figure{"microseconds", each / 100 * 1e6};
}

Result<Figure> encodeDigits(const Bench& bench)
{
    const auto model = freshModel("conv");
    if (!model) return model.error();
    const SampleView pictures = bench.digits->train.view(10000);
    encode(*model, pictures, bench.workers);
    const double each = secondsEach(bench.seconds, [&] { encode(*model, pictures, bench.workers); });
    return Figure{"milliseconds", each * 1e3};
}

Result<Figure> pcaOfDigits(const Bench& bench)
{
    const SampleView pictures = bench.digits->train.view();
    auto pca = fitPca(pictures, 2, bench.workers); // the first run is the warm-up
    if (!pca) return pca.error();
    return Figure{"seconds", secondsEach(bench.seconds, [&] { pca = fitPca(pictures, 2, bench.workers); })};
}

/// SMACOF from random places, so that its iterations alone are measured.
Result<Figure> mapOfDigits(const Bench& bench)
{
    constexpr int pictures = 2000, iterations = 300;
    const auto distances = euclideanDistances(bench.digits->train.view(pictures), bench.workers);
    if (!distances) return distances.error();
    const SmacofOptions options{.seed = 1, .tolerance = 0, .mostIterations = iterations};
    auto map = smacof(*distances, options, bench.workers);
    if (!map) return map.error();
    const double each = secondsEach(bench.seconds, [&] { map = smacof(*distances, options, bench.workers); });
    return Figure{"seconds_per_iteration", each / iterations};
}

/// Scores of 8, 64 and 256 components, the sizes of a code, of hidden layers and of their pixels.
Result<std::vector<FeatureSet>> readableFeatures(const Bench& bench)
{
    std::vector<FeatureMap> maps{{.kind = FeatureKind::Raw}};
    const auto pca = fitPca(bench.digits->train.view(), 256, bench.workers);
    if (!pca) return pca.error();
    for (const int components : {8, 64, 256})
        maps.push_back({.kind = FeatureKind::Pca, .pca = firstComponents(*pca, components)});
    std::vector<FeatureSet> features;
    for (FeatureMap& map : maps) {
        auto feature = featureSet(std::move(map), bench.digits, bench.workers);
        if (!feature) return feature.error();
        features.push_back(std::move(*feature));
    }
    return features;
}

/// Seventy softmax regressions a feature and what they read in all held-out digits.
Result<Figure> readFewLabels(const Bench& bench)
{
    const auto features = readableFeatures(bench);
    if (!features) return features.error();
    const auto classes = sampleClasses(*bench.digits);
    if (!classes) return classes.error();
    const CurveSetup setup{.counts = {1, 2, 5, 10, 20, 50, 100}};
    const auto readAll = [&] {
        for (const FeatureSet& feature : *features)
            (void)accuracyCurve(feature, *classes, setup, bench.workers);
    };
    readAll();
    return Figure{"seconds", secondsEach(bench.seconds, readAll)};
}

constexpr std::array<Workload, 12> workloads{{
    {"linear", [](const Bench& b) { return trainOnDigits(networkOf("linear"), b); }},
    {"dense", [](const Bench& b) { return trainOnDigits(networkOf("dense"), b); }},
    {"deep", [](const Bench& b) { return trainPreset("lab-deep", b); }},
    {"conv", [](const Bench& b) { return trainOnDigits(networkOf("conv"), b); }},
    {"conv-dense", [](const Bench& b) { return trainPreset("lab-conv", b); }},
    {"conv1d", trainOnWaves},
    {"decode-dense", [](const Bench& b) { return decodeOne("dense", b); }},
    {"decode-conv", [](const Bench& b) { return decodeOne("conv", b); }},
    {"encode-conv", encodeDigits},
    {"pca", pcaOfDigits},
    {"mds", mapOfDigits},
    {"fewlabels", readFewLabels},
}};

std::string names()
{
    std::string list;
    for (const Workload& workload : workloads)
        list += std::string(list.empty() ? "" : ", ") + workload.name;
    return list;
}

std::vector<const Workload*> chosen(Arguments& arguments)
{
    std::vector<const Workload*> result;
    if (!arguments.has("workload")) {
        for (const Workload& workload : workloads)
            result.push_back(&workload);
        return result;
    }
    for (const std::string& name : splitAtCommas(arguments.text("workload"))) {
        const auto it = std::find_if(workloads.begin(), workloads.end(),
                                     [&](const Workload& w) { return name == w.name; });
        if (it == workloads.end()) {
            arguments.setFault("workload", "\"" + name + "\" is none of " + names());
            return {};
        }
        result.push_back(&*it);
    }
    return result;
}

std::string lineOf(const Workload& workload, const Figure& figure, int threads, bool inJson, bool isFirst)
{
    const std::string value = shortest(static_cast<float>(figure.value)), isa = isaName(currentIsa());
    if (!inJson)
        return asRow({{"workload", workload.name},
                      {"threads", std::to_string(threads)},
                      {"isa", isa},
                      {"figure", figure.name},
                      {"value", value}},
                     isFirst);
    return asJson({{"workload", '"' + std::string(workload.name) + '"'},
                   {"threads", std::to_string(threads)},
                   {"isa", '"' + isa + '"'},
                   {figure.name, value}});
}

std::optional<Failure> run(Arguments& arguments)
{
    const auto work = chosen(arguments);
    const int threads = arguments.integer("threads", 0, 1, 256);
    const double seconds = arguments.number("seconds", 2, 0.01, 3600);
    const bool inJson = arguments.has("json");
    if (arguments.fault()) return arguments.fault();
    const auto digits = loadDataset("mnist", Assets(QCoreApplication::applicationDirPath().toStdString()));
    if (!digits) return failure(digits.error());
    Workers workers(threads);
    const Bench bench{*digits, workers, seconds};
    for (const Workload* workload : work) {
        const auto figure = workload->measure(bench);
        if (!figure) return failure(figure.error(), workload->name);
        print(lineOf(*workload, *figure, workers.count(), inJson, workload == work.front()));
        if (auto fault = outputFault()) return fault;
    }
    return std::nullopt;
}

} // namespace

Command benchCommand()
{
    static const std::string workloadHelp = names() + " (all)";
    return {"bench",
            "Measure how fast this machine trains, decodes and embeds",
            {{"workload", "NAME[,NAME…]", workloadHelp.c_str()},
             {"threads", "N", "the machine's cores unless told otherwise"},
             {"seconds", "S", "time of each workload (2)"},
             {"json", nullptr, "print JSON, one object a line"}},
            run};
}

} // namespace hg::cli
