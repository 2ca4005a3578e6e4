#include "app/cli/command.h"
#include "app/cli/data_checks.h"
#include "app/cli/data_options.h"
#include "app/cli/fields.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "app/cli/network_order.h"
#include "core/data/bundled_digits.h"
#include "core/embed/pca.h"
#include "core/eval/denoisers.h"
#include "core/eval/words.h"
#include "core/io/array_file.h"
#include "core/session/denoise_options.h"
#include "core/session/train_options.h"
#include "core/train/trainer.h"

namespace hg::cli {
namespace {

constexpr int mostImages = 1'000'000'000;

/// A call of `denoise`, read and checked.
struct Order {
    NetworkOrder network; ///< a trained one stands for the clean twin
    DenoiseState state;   ///< of the network's setup
    int limit = usualDenoiserImages;
    int threads = 0;
    bool inJson = false;

    const std::string& source() const { return network.setup.data.source; }
    Noise noise() const { return noiseOf(state.setup, state.view.strength); }
};

std::variant<Order, Failure> readOrder(Arguments& a)
{
    Order order{.network = readNetworkOrder(a, usualDenoiserCode)};
    order.state = readNoiseOptions(a, order.network.setup);
    order.limit = a.integer("limit", usualDenoiserImages, 1, mostImages);
    order.threads = a.integer("threads", 0, 1, 256);
    order.inJson = a.has("json");
    if (auto fault = a.fault()) return *fault; // the command line is wrong whatever the file holds
    if (order.network.fileFault) return *order.network.fileFault;
    return order;
}

/// A block that pictures have no room for.
std::optional<Failure> checkRoom(const Order& order, Shape shape)
{
    const std::string sides = std::to_string(shape.height) + "\u00d7" + std::to_string(shape.width);
    for (const auto& [name, noise] :
         {std::pair("--noise", order.noise()), {"--train-noise", trainNoiseOf(order.state.setup)}})
        if (!fits(noise, shape))
            return Failure{
                1, name, "a block of side " + shortest(noise.amount) + " is larger than samples of " + sides};
    return std::nullopt;
}

/// What the rows are measured on: everything read, fitted and checked.
struct Subjects {
    std::shared_ptr<const Plan> plan;
    TrainingData data;                        ///< its held-out part is as long as the limit says
    std::vector<DigitClassifier> classifiers; ///< none for other data than the digits
    std::span<const int> labels;              ///< of the held-out part, where there are classifiers

    Shape shape() const { return plan->network().network.input; }
};

/// Both trainings under one bar.
class Twins {
public:
    Twins(const Order& order, const Subjects& subjects, Workers& workers)
        : m_order(order)
        , m_subjects(subjects)
        , m_workers(workers)
        , m_updates(trainerBy(cleanTwin(order.state.setup)).totalUpdates())
        , m_progress(m_updates * (order.network.trained ? 1 : 2))
    {}

    std::variant<Model, Failure> clean()
    {
        if (m_order.network.trained) return m_order.network.trained->model;
        return train(cleanTwin(m_order.state.setup));
    }
    std::variant<Model, Failure> noiseTrained() { return train(noisyTwin(m_order.state.setup)); }

private:
    Trainer trainerBy(const AutoencoderSetup& twin) const
    {
        return Trainer(m_subjects.plan, twin.recipe, m_subjects.data, m_workers);
    }

    std::variant<Model, Failure> train(const AutoencoderSetup& twin)
    {
        Trainer trainer = trainerBy(twin);
        const auto end = trainToEnd(trainer, [&](double) {
            m_progress.show(m_done++);
            return !wasInterrupted();
        });
        if (end) return trainer.model();
        m_progress.clear();
        return failure(end.error(), "denoise");
    }

    const Order& m_order;
    const Subjects& m_subjects;
    Workers& m_workers;
    int m_updates;
    Progress m_progress;
    int m_done = 0;
};

/// "null" where there is no such figure.
Fields fieldsOf(DenoiseRow row, const RowFigures& figures)
{
    const auto text = [](const std::optional<double>& figure) {
        return figure ? shortest(*figure) : std::string("null");
    };
    return {{"row", words::of(words::denoiseRow, row)},
            {"psnr", text(figures.psnr)},
            {"read", text(figures.read)}};
}

std::string jsonOf(const std::vector<Fields>& rows)
{
    std::string text;
    for (Fields row : rows) {
        row.front().second = '"' + row.front().second + '"';
        std::string object = asJson(row);
        object.pop_back(); // the line's end
        text += (text.empty() ? "" : ",") + object;
    }
    return "[" + text + "]";
}

std::string tableOf(const std::vector<Fields>& rows)
{
    std::string text;
    for (Fields row : rows) {
        for (auto& [name, value] : row)
            if (value == "null") value.clear();
        text += asRow(row, text.empty());
    }
    return text;
}

void printResult(const Order& order, const Subjects& subjects, const Dataset& dataset,
                 const std::vector<Fields>& rows)
{
    const std::string noise = textOf(order.noise()), quote = order.inJson ? "\"" : "";
    Fields fields{{"noise", quote + noise + quote},
                  {"clip", order.state.setup.isClipped ? "true" : "false"},
                  {"images", std::to_string(subjects.data.test.count)}};
    if (order.inJson) {
        fields.emplace_back("rows", jsonOf(rows));
        print(asJson(fields));
        return;
    }
    if (dataset.isSplitHere()) fields.emplace_back("held_out", heldOutText(dataset));
    print(asLines(fields) + "\n" + tableOf(rows));
}

std::optional<Failure> measure(const Order& order, const Subjects& subjects, const Dataset& dataset,
                               const Denoisers& denoisers, Workers& workers)
{
    const DenoiseTest test{.pictures = subjects.data.test,
                           .labels = subjects.labels,
                           .classifiers = subjects.classifiers,
                           .noise = order.noise(),
                           .seed = order.network.setup.recipe.seed};
    const auto figures = measureRows(denoisers, test, workers, [] { return wasInterrupted(); });
    if (!figures) return failure(figures.error(), "denoise");
    std::vector<Fields> rows;
    for (const auto& row : *figures) {
        if (!row->isFinite) return failure({ErrorCode::NotFinite, "output"});
        rows.push_back(fieldsOf(static_cast<DenoiseRow>(rows.size()), *row));
    }
    printResult(order, subjects, dataset, rows);
    return std::nullopt;
}

std::optional<Failure> denoise(const Order& order, const Subjects& subjects, const Dataset& dataset,
                               Workers& workers)
{
    // PCA first: what does not fit the data is said before the long work.
    const auto pca = fitPca(subjects.data.train, subjects.plan->codeSize(), workers,
                            [](double) { return !wasInterrupted(); });
    if (!pca) {
        const char* size = order.network.trained ? "--model" : "--bottleneck";
        const bool isTooLong = pca.error().code == ErrorCode::TooManyComponents;
        const bool isStopped = pca.error().code == ErrorCode::Cancelled;
        return failure(pca.error(), isTooLong ? size : isStopped ? "denoise" : order.source());
    }
    Twins twins(order, subjects, workers);
    const auto clean = twins.clean();
    if (const auto* fault = std::get_if<Failure>(&clean)) return *fault;
    const auto noiseTrained = twins.noiseTrained();
    if (const auto* fault = std::get_if<Failure>(&noiseTrained)) return *fault;
    const Denoisers denoisers{std::make_shared<const Model>(std::get<Model>(clean)),
                              std::make_shared<const Model>(std::get<Model>(noiseTrained)),
                              std::make_shared<const Pca>(*pca), subjects.shape()};
    return measure(order, subjects, dataset, denoisers, workers);
}

/// Checks the order against the data.
std::variant<Subjects, Failure> prepare(const Order& order, const std::shared_ptr<const Dataset>& dataset)
{
    const std::string& source = order.source();
    Subjects subjects{.data = {dataset->train.view(), dataset->test.view(order.limit), dataset}};
    if (auto fault = checkCounts(dataset->train, subjects.data, source)) return *fault;
    for (const SampleView& part : {subjects.data.train, subjects.data.test})
        if (auto fault = checkTargets(part, "denoise", source)) return *fault;
    auto plan = planFor(order.network, dataset->train.shape);
    if (const auto* fault = std::get_if<Failure>(&plan)) return *fault;
    subjects.plan = std::move(std::get<std::shared_ptr<const Plan>>(plan));
    if (auto fault = checkRoom(order, subjects.shape())) return *fault;
    if (const auto valid = validate(order.network.setup.recipe, subjects.plan->network().network); !valid)
        return failure(valid.error(), order.network.model);
    if (areDigits(order.network.setup.data)) {
        auto classifiers = loadDigitClassifiers(programAssets());
        if (!classifiers) return failure(classifiers.error());
        subjects.classifiers = std::move(*classifiers);
        subjects.labels =
            std::span(dataset->test.labels).first(static_cast<std::size_t>(subjects.data.test.count));
    }
    return subjects;
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
    return denoise(order, std::get<Subjects>(subjects), **dataset, workers);
}

} // namespace

Command denoiseCommand()
{
    Command command{
        "denoise",
        "Take noise off: an autoencoder, its noise-trained twin, PCA and a median filter",
        {{"data", "DATA", "as for train: mnist, a file, or a folder; numbers from 0 to 1"},
         {"model", "ID|FILE.hourglass",
          "a name that models lists, with its recipe, or a trained model, whose twin is trained by its "
          "recipe (784-256-64-K, leaky ReLU, cross-entropy, Adam 0.003 with cosine decay)"},
         {"bottleneck", "K", "numbers in the code, and components of PCA (16, or what the file says)"},
         {"noise", "KIND:X",
          "on the held-out pictures: gaussian:S, saltpepper:P, mask:P, block:N or blur:S (gaussian:0.5)"},
         {"clip", nullptr, "clip the noisy pictures to 0...1, in training too"},
         {"train-noise", "KIND:X", "that the twin is trained with (the same)"},
         {"limit", "N", "measure on the first N held-out samples (5000)"},
         {"epochs", "N", "passes over the data (6, or what the named model brings)"},
         {"seed", "N", "of weights, order and noise (1, or what the file says)"},
         {"threads", "N", "the machine's cores unless told otherwise"},
         {"json", nullptr, "print JSON"}},
        run};
    addDataOptions(command.options);
    return command;
}

} // namespace hg::cli
