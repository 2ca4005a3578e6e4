#include "app/cli/command.h"
#include "app/cli/data_checks.h"
#include "app/cli/data_options.h"
#include "app/cli/fields.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "app/cli/network_order.h"
#include "core/eval/label_spreading.h"
#include "core/eval/scratch_network.h"
#include "core/io/array_file.h"
#include "core/lab/words.h"
#include "core/session/call_options.h"
#include "core/session/few_labels_options.h"
#include "core/train/trainer.h"

#include <algorithm>

namespace hg::cli {
namespace {

constexpr double trainingShare = 0.6; // of the work, as the bar has it

/// Of a row but Scratch: rows begin with the features, in their order.
FeatureKind featureOf(LabelRow row)
{
    static_assert(static_cast<int>(LabelRow::Untrained) == static_cast<int>(FeatureKind::Untrained));
    static_assert(static_cast<int>(LabelRow::Scratch) == static_cast<int>(LabelRow::Untrained) + 1);
    return static_cast<FeatureKind>(row);
}

/// Of a reading that does not spread.
ClassifierKind classifierOf(LabelReading reading)
{
    static_assert(static_cast<int>(ClassifierKind::HiddenLayer) ==
                  static_cast<int>(LabelReading::HiddenLayer));
    return static_cast<ClassifierKind>(reading);
}

/// A call of `fewlabels`, read and checked.
struct Order {
    NetworkOrder network;
    LabelsOrder labels;
    CurveSetup curve;
    int threads = 0;
    bool inJson = false;

    bool has(LabelRow row) const
    {
        return std::find(labels.rows.begin(), labels.rows.end(), row) != labels.rows.end();
    }
    const std::string& source() const { return network.setup.data.source; }
};

CurveSetup curveFor(const LabelsOrder& labels, std::uint64_t seed)
{
    CurveSetup curve{.counts = labels.counts, .draws = labels.draws, .seed = seed};
    curve.classifier.kind = classifierOf(labels.classifier);
    return curve;
}

std::variant<Order, Failure> readOrder(Arguments& a)
{
    Order order{.network = readNetworkOrder(a, usualFrozenCode)};
    order.labels = readLabelsOptions(a);
    order.curve = curveFor(order.labels, order.network.setup.recipe.seed);
    order.threads = a.integer("threads", 0, 1, 256);
    order.inJson = a.has("json");
    if (auto fault = a.fault()) return *fault; // the command line is wrong whatever the file holds
    if (order.network.fileFault) return *order.network.fileFault;
    return order;
}

/// What the rows are measured on: everything read and checked.
struct Subjects {
    std::shared_ptr<const Plan> plan;
    std::shared_ptr<const Dataset> dataset;
    SampleClasses classes;
};

/// One row of the result.
struct Row {
    std::string name;
    AccuracyCurve curve;
    std::optional<AccuracyCurve> spread;
};

/// What an error of the work is about.
std::string subjectOf(const Error& error, const Order& order)
{
    switch (error.code) {
    case ErrorCode::NoHiddenLayer:
        return "--features";
    case ErrorCode::TooFewOfClass:
        return "--labels";
    case ErrorCode::TooManyComponents:
        return order.network.trained ? "--model" : "--bottleneck";
    case ErrorCode::Cancelled:
    case ErrorCode::Diverged:
        return "fewlabels";
    default:
        return order.source();
    }
}

/// Everything from the training to the rows, under one bar.
class Work {
public:
    Work(const Order& order, const Subjects& subjects, Workers& workers)
        : m_order(order)
        , m_subjects(subjects)
        , m_workers(workers)
        , m_bar(100)
        , m_watch(watchWith(m_bar))
        , m_source{.recipe = order.network.setup.recipe, .data = subjects.dataset}
    {}

    std::variant<std::vector<Row>, Failure> rows()
    {
        auto found = allRows();
        m_bar.clear();
        if (!found) return failure(found.error(), subjectOf(found.error(), m_order));
        return std::move(*found);
    }

private:
    Result<std::vector<Row>> allRows();
    Result<void> makeModel();
    Result<FeatureMap> mapOf(FeatureKind kind, const Watch& watch);
    Result<Row> rowOf(LabelRow row, const Watch& watch);
    Result<Row> featureRow(LabelRow row, const Watch& watch);
    Result<AccuracyCurve> spreadCurve(const FeatureSet& feature, const Watch& watch);
    Result<AccuracyCurve> scratchCurve(const Watch& watch);

    const Order& m_order;
    const Subjects& m_subjects;
    Workers& m_workers;
    Progress m_bar;
    Watch m_watch;
    FeatureSource m_source;
    std::optional<FeatureMap> m_pca; // fitted before the long work, for what it says of the data
};

/// The file's model, or one that is trained as far as the rows ask for it.
Result<void> Work::makeModel()
{
    if (m_order.network.trained) {
        m_source.model = m_order.network.trained->model;
        m_source.recipe = m_order.network.trained->recipe; // whose seed its weights began with
        return {};
    }
    const Dataset& data = *m_subjects.dataset;
    Trainer trainer(m_subjects.plan, m_source.recipe,
                    {data.train.view(), data.test.view(), m_subjects.dataset}, m_workers);
    m_source.model = trainer.model();
    if (m_order.has(LabelRow::Pca)) {
        auto pca =
            featureMap(FeatureKind::Pca, m_source, m_workers, [](double) { return !wasInterrupted(); });
        if (!pca) return pca.error();
        m_pca = std::move(*pca);
    }
    if (!m_order.has(LabelRow::Code) && !m_order.has(LabelRow::Hidden)) return {};
    const auto end = trainToEnd(trainer, partOf(m_watch, 0, trainingShare));
    if (end) m_source.model = trainer.model();
    return end;
}

Result<FeatureMap> Work::mapOf(FeatureKind kind, const Watch& watch)
{
    if (kind == FeatureKind::Pca && m_pca) return *m_pca;
    return featureMap(kind, m_source, m_workers, watch);
}

Result<AccuracyCurve> Work::spreadCurve(const FeatureSet& feature, const Watch& watch)
{
    const SpreadSetup setup;
    const auto graph = spreadingGraph(feature, {}, setup, m_workers, partOf(watch, 0, 0.5));
    if (!graph) return graph.error();
    const int classes = m_subjects.classes.count();
    const LabelReader reader = [&](const LabelledSamples& labelled, const StopQuery& stop) {
        return spreadReadings(*graph, labelled, classes, setup, stop);
    };
    return curveOf(reader, m_subjects.classes, m_order.curve, m_workers, partOf(watch, 0.5, 1));
}

Result<AccuracyCurve> Work::scratchCurve(const Watch& watch)
{
    const int classes = m_subjects.classes.count();
    const LabelReader reader = [&](const LabelledSamples& labelled, const StopQuery& stop) {
        Workers own(1); // the draws are side by side already
        return scratchReadings(m_source, labelled, classes, own, stop);
    };
    return curveOf(reader, m_subjects.classes, m_order.curve, m_workers, watch);
}

Result<Row> Work::featureRow(LabelRow asked, const Watch& watch)
{
    const double share = m_order.labels.spreads ? 0.2 : 1;
    auto map = mapOf(featureOf(asked), partOf(watch, 0, 0.1 * share));
    if (!map) return map.error();
    const auto feature =
        featureSet(std::move(*map), m_subjects.dataset, m_workers, partOf(watch, 0.1 * share, 0.4 * share));
    if (!feature) return feature.error();
    auto curve = accuracyCurve(*feature, m_subjects.classes, m_order.curve, m_workers,
                               partOf(watch, 0.4 * share, share));
    if (!curve) return curve.error();
    Row row{words::of(words::labelRow, asked), std::move(*curve), {}};
    if (!m_order.labels.spreads) return row;
    auto spread = spreadCurve(*feature, partOf(watch, share, 1));
    if (!spread) return spread.error();
    row.spread = std::move(*spread);
    return row;
}

Result<Row> Work::rowOf(LabelRow row, const Watch& watch)
{
    if (row != LabelRow::Scratch) return featureRow(row, watch);
    auto curve = scratchCurve(watch);
    if (!curve) return curve.error();
    return Row{words::of(words::labelRow, row), std::move(*curve), {}};
}

Result<std::vector<Row>> Work::allRows()
{
    if (const auto made = makeModel(); !made) return made.error();
    std::vector<Row> rows;
    const double all = static_cast<double>(m_order.labels.rows.size());
    for (const LabelRow asked : m_order.labels.rows) {
        const double done = static_cast<double>(rows.size());
        const auto at = [&](double count) { return trainingShare + (1 - trainingShare) * count / all; };
        auto row = rowOf(asked, partOf(m_watch, at(done), at(done + 1)));
        if (!row) return row.error();
        rows.push_back(std::move(*row));
    }
    return rows;
}

/// Checks the order against the data.
std::variant<Subjects, Failure> prepare(const Order& order, const std::shared_ptr<const Dataset>& dataset)
{
    const TrainingData data{dataset->train.view(), dataset->test.view(), dataset};
    if (auto fault = checkCounts(dataset->train, data, order.source())) return *fault;
    const Recipe& recipe = order.network.setup.recipe;
    for (const SampleView& part : {data.train, data.test})
        if (recipe.loss == Loss::Bce && !order.network.trained)
            if (auto fault = checkTargets(part, "bce", order.source())) return *fault;
    auto classes = sampleClasses(*dataset);
    if (!classes) return failure(classes.error(), order.source());
    const int most = *std::max_element(order.curve.counts.begin(), order.curve.counts.end());
    if (const auto drawn = drawLabels(*classes, {.perClass = most}); !drawn)
        return failure(drawn.error(), "--labels");
    auto plan = planFor(order.network, dataset->train.shape);
    if (const auto* fault = std::get_if<Failure>(&plan)) return *fault;
    Subjects subjects{std::move(std::get<std::shared_ptr<const Plan>>(plan)), dataset, std::move(*classes)};
    if (order.has(LabelRow::Hidden) && subjects.plan->decoderStart() == 1)
        return failure({ErrorCode::NoHiddenLayer}, "--features");
    if (const auto valid = validate(recipe, subjects.plan->network().network); !valid)
        return failure(valid.error(), order.network.model);
    return subjects;
}

std::vector<double> overCounts(const AccuracyCurve& curve, double (AccuracyCurve::*figure)(std::size_t) const)
{
    std::vector<double> figures;
    for (std::size_t i = 0; i < curve.accuracies.size(); ++i)
        figures.push_back((curve.*figure)(i));
    return figures;
}

std::string jsonOf(const Row& row)
{
    const auto array = [](const AccuracyCurve& curve, auto figure) {
        return jsonArray(std::span<const double>(overCounts(curve, figure)));
    };
    Fields fields{{"name", '"' + row.name + '"'},
                  {"accuracy", array(row.curve, &AccuracyCurve::mean)},
                  {"deviation", array(row.curve, &AccuracyCurve::deviation)}};
    if (row.spread) {
        fields.emplace_back("spread_accuracy", array(*row.spread, &AccuracyCurve::mean));
        fields.emplace_back("spread_deviation", array(*row.spread, &AccuracyCurve::deviation));
    }
    std::string object = asJson(fields);
    object.pop_back(); // the line's end
    return object;
}

std::string tableOf(const Order& order, const std::vector<Row>& rows)
{
    std::string text;
    const auto figure = [](const std::optional<AccuracyCurve>& curve, auto which, std::size_t i) {
        return curve ? shortest(((*curve).*which)(i)) : std::string();
    };
    for (const Row& row : rows)
        for (std::size_t i = 0; i < order.curve.counts.size(); ++i) {
            Fields fields{{"feature", row.name},
                          {"labels", std::to_string(order.curve.counts[i])},
                          {"accuracy", shortest(row.curve.mean(i))},
                          {"deviation", shortest(row.curve.deviation(i))}};
            if (order.labels.spreads) {
                fields.emplace_back("spread_accuracy", figure(row.spread, &AccuracyCurve::mean, i));
                fields.emplace_back("spread_deviation", figure(row.spread, &AccuracyCurve::deviation, i));
            }
            text += asRow(fields, text.empty());
        }
    return text;
}

void printResult(const Order& order, const Dataset& dataset, const std::vector<Row>& rows)
{
    const std::string counts = joinedByCommas(order.curve.counts);
    std::string objects;
    for (const Row& row : rows)
        objects += (objects.empty() ? "" : ",") + jsonOf(row);
    Fields fields{{"labels", order.inJson ? "[" + counts + "]" : counts},
                  {"draws", std::to_string(order.curve.draws)},
                  {"test", std::to_string(dataset.test.count)}};
    if (order.inJson) {
        fields.emplace_back("features", "[" + objects + "]");
        return print(asJson(fields));
    }
    if (dataset.isSplitHere()) fields.emplace_back("held_out", heldOutText(dataset));
    print(asLines(fields) + "\n" + tableOf(order, rows));
}

std::optional<Failure> run(Arguments& arguments)
{
    const auto read = readOrder(arguments);
    if (const auto* fault = std::get_if<Failure>(&read)) return *fault;
    const Order& order = std::get<Order>(read);
    const auto dataset = loadData(order.network.setup.data);
    if (!dataset) return failure(dataset.error());
    listenToInterrupts();
    const auto subjects = prepare(order, *dataset);
    if (const auto* fault = std::get_if<Failure>(&subjects)) return *fault;
    Workers workers(order.threads);
    const auto rows = Work(order, std::get<Subjects>(subjects), workers).rows();
    if (const auto* fault = std::get_if<Failure>(&rows)) return *fault;
    printResult(order, **dataset, std::get<std::vector<Row>>(rows));
    return std::nullopt;
}

} // namespace

Command fewLabelsCommand()
{
    Command command{
        "fewlabels",
        "Read classes from few labels: the code, raw numbers, PCA, an untrained network",
        {{"data", "DATA", "as for train: mnist, a file, or a folder, with labels"},
         {"model", "ID|FILE.hourglass",
          "a name that models lists, with its recipe, or a trained model (784-256-64-K, leaky ReLU, "
          "cross-entropy, Adam 0.003 with cosine decay)"},
         {"bottleneck", "K", "numbers in the code, and components of PCA (8, or what the file says)"},
         {"labels", "N[,N…]", "labels a class, drawn from the training part (1,5,10,100)"},
         {"draws", "N", "draws of labels that are averaged (10)"},
         {"features", "NAME[,NAME…]",
          "code, hidden, raw, pca, untrained, and scratch: the network trained on the labels alone "
          "(code,raw,pca,untrained)"},
         {"spread", nullptr, "add label spreading over the training part"},
         {"classifier", "NAME", "softmax, knn, or mlp: softmax behind 32 hidden neurons (softmax)"},
         {"epochs", "N", "passes over the data (6, or what the named model brings)"},
         {"seed", "N", "of weights, order and draws (1, or what the file says)"},
         {"threads", "N", "the machine's cores unless told otherwise"},
         {"json", nullptr, "print JSON"}},
        run};
    addDataOptions(command.options);
    return command;
}

} // namespace hg::cli
