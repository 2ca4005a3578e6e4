#include "app/cli/command.h"
#include "app/cli/data_checks.h"
#include "app/cli/fields.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "core/data/bundled_digits.h"
#include "core/embed/pca.h"
#include "core/eval/digit_classifiers.h"
#include "core/eval/median.h"
#include "core/eval/psnr.h"
#include "core/io/array_file.h"
#include "core/session/denoise_options.h"
#include "core/session/train_options.h"
#include "core/train/trainer.h"

#include <algorithm>
#include <cmath>

namespace hg::cli {
namespace {

constexpr int usualImages = 5000, mostImages = 1'000'000'000;

/// A call of `denoise`, read and checked.
struct Order {
    DenoiseState state; ///< its network has the data, and the model's layers where that is a preset
    std::optional<SavedModel> trained; ///< of a file, instead of the clean twin
    std::string model;                 ///< as it was given
    int limit = usualImages;
    int threads = 0;
    bool inJson = false;

    const AutoencoderSetup& network() const { return state.setup.network; }
    Noise noise() const { return noiseOf(state.setup, state.view.strength); }
};

/// The network of an id, or the usual one; a file's takes the place of its layers.
AutoencoderSetup readNetwork(const Arguments& a, const std::optional<SavedModel>& trained)
{
    AutoencoderSetup network = denoiserOfModel(a.text("model")).value_or(usualDenoiser());
    if (trained) network.recipe = trained->recipe;
    network.recipe.noise = {};
    return network;
}

std::variant<Order, Failure> readOrder(Arguments& a)
{
    auto trained = readTrainedModel(a);
    auto* file = std::get_if<std::optional<SavedModel>>(&trained);
    Order order{.trained = file ? std::move(*file) : std::nullopt, .model = a.text("model", "lab-dense")};
    if (a.has("bottleneck") && (order.trained || !file))
        a.setFault("bottleneck", "a trained model has its own; leave this out, or name a preset's id as "
                                 "--model");
    order.state = readDenoiseOptions(a, readNetwork(a, order.trained));
    order.limit = a.integer("limit", usualImages, 1, mostImages);
    order.threads = a.integer("threads", 0, 1, 256);
    order.inJson = a.has("json");
    if (auto fault = a.fault()) return *fault; // the command line is wrong whatever the file holds
    if (!file) return std::get<Failure>(trained);
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

std::variant<std::shared_ptr<const Plan>, Failure> planFor(const Order& order, Shape samples)
{
    if (order.trained) {
        const auto& plan = order.trained->model.plan;
        if (plan->inputSize() == samples.size()) return plan;
        return failure({ErrorCode::ShapesDoNotFit,
                        order.network().data,
                        {double(samples.size()), double(plan->inputSize())}});
    }
    auto network =
        networkFor({order.network(), std::nullopt, order.model}, samples, order.network().bottleneck);
    if (const auto* fault = std::get_if<Failure>(&network)) return *fault;
    return std::make_shared<const Plan>(std::move(std::get<ResolvedNetwork>(network)));
}

/// What the rows are measured on: everything read, fitted and checked.
struct Subjects {
    std::shared_ptr<const Plan> plan;
    TrainingData data; ///< its held-out part is as long as the limit says
    std::vector<float> noisy;
    std::vector<DigitClassifier> classifiers; ///< none for other data than the digits
    std::span<const int> labels;              ///< of the held-out part, where there are classifiers

    Shape shape() const { return plan->network().network.input; }
    SampleView noisyView() const
    {
        return {.floats = noisy.data(), .count = data.test.count, .features = data.test.features};
    }
};

/// Both trainings under one bar.
class Twins {
public:
    Twins(const Order& order, const Subjects& subjects, Workers& workers)
        : m_order(order)
        , m_subjects(subjects)
        , m_workers(workers)
        , m_updates(trainerBy(cleanTwin(order.state.setup)).totalUpdates())
        , m_progress(m_updates * (order.trained ? 1 : 2))
    {}

    std::variant<Model, Failure> clean()
    {
        if (m_order.trained) return m_order.trained->model;
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
        while (!trainer.isFinished()) {
            const auto loss =
                wasInterrupted() ? Result<double>(Error{ErrorCode::Cancelled}) : trainer.update();
            if (!loss) {
                m_progress.clear();
                return failure(loss.error(), "denoise");
            }
            m_progress.show(++m_done);
        }
        return trainer.model();
    }

    const Order& m_order;
    const Subjects& m_subjects;
    Workers& m_workers;
    int m_updates;
    Progress m_progress;
    int m_done = 0;
};

/// The rows, each from the pictures that it is about.
class Table {
public:
    Table(const Subjects& subjects, Workers& workers) : m_subjects(subjects), m_workers(workers) {}

    void addClean() { m_rows.push_back(rowOf("clean", "null", m_subjects.data.test)); }

    /// False for pictures of a model that ran away.
    bool add(const char* name, std::span<const float> pictures)
    {
        if (!areFinite(pictures)) return false;
        const double ratio = psnr(squaredError(pictures, m_subjects.data.test));
        m_rows.push_back(rowOf(name, std::isfinite(ratio) ? shortest(ratio) : "null",
                               {.floats = pictures.data(),
                                .count = m_subjects.data.test.count,
                                .features = m_subjects.data.test.features}));
        return true;
    }

    /// The same, clipped to 0…1 first, as what restores is measured.
    bool addClipped(const char* name, std::vector<float> pictures)
    {
        if (!areFinite(pictures)) return false;
        for (float& x : pictures)
            x = std::clamp(x, 0.0f, 1.0f);
        return add(name, pictures);
    }

    std::string asJsonRows() const
    {
        std::string text;
        for (const Fields& row : m_rows) {
            Fields quoted = row;
            quoted.front().second = '"' + row.front().second + '"';
            std::string object = asJson(quoted);
            object.pop_back(); // the line's end
            text += (text.empty() ? "" : ",") + object;
        }
        return "[" + text + "]";
    }

    std::string asText() const
    {
        std::string text;
        for (Fields row : m_rows) {
            for (auto& [name, value] : row)
                if (value == "null") value.clear();
            text += asRow(row, text.empty());
        }
        return text;
    }

private:
    Fields rowOf(const char* name, const std::string& ratio, const SampleView& pictures) const
    {
        const auto& readers = m_subjects.classifiers;
        return {{"row", name},
                {"psnr", ratio},
                {"read", readers.empty()
                             ? "null"
                             : shortest(readShare(readers, pictures, m_subjects.labels, m_workers))}};
    }

    const Subjects& m_subjects;
    Workers& m_workers;
    std::vector<Fields> m_rows;
};

std::vector<float> restoredByPca(const Pca& pca, const SampleView& pictures, Workers& workers)
{
    const auto scores = project(pca, pictures, workers);
    std::vector<float> restored;
    for (int i = 0; i < pictures.count; ++i) {
        const auto one = reconstruct(pca, scores.data() + static_cast<std::size_t>(i) * pca.variance.size());
        restored.insert(restored.end(), one.begin(), one.end());
    }
    return restored;
}

void printResult(const Order& order, const Subjects& subjects, const Dataset& dataset, const Table& table)
{
    const std::string noise = textOf(order.noise()), quote = order.inJson ? "\"" : "";
    Fields fields{{"noise", quote + noise + quote},
                  {"clip", order.state.setup.isClipped ? "true" : "false"},
                  {"images", std::to_string(subjects.data.test.count)}};
    if (order.inJson) {
        fields.emplace_back("rows", table.asJsonRows());
        print(asJson(fields));
        return;
    }
    if (dataset.isSplitHere) fields.emplace_back("held_out", "every tenth");
    print(asLines(fields) + "\n" + table.asText());
}

std::optional<Failure> denoise(const Order& order, const Subjects& subjects, const Dataset& dataset,
                               Workers& workers)
{
    // PCA first: what does not fit the data is said before the long work.
    const auto pca = fitPca(subjects.data.train, subjects.plan->codeSize(), workers,
                            [](double) { return !wasInterrupted(); });
    if (!pca) {
        const char* size = order.trained ? "--model" : "--bottleneck";
        const bool isTooLong = pca.error().code == ErrorCode::TooManyComponents;
        const bool isStopped = pca.error().code == ErrorCode::Cancelled;
        return failure(pca.error(), isTooLong ? size : isStopped ? "denoise" : order.network().data);
    }
    Twins twins(order, subjects, workers);
    const auto clean = twins.clean();
    if (const auto* fault = std::get_if<Failure>(&clean)) return *fault;
    const auto noiseTrained = twins.noiseTrained();
    if (const auto* fault = std::get_if<Failure>(&noiseTrained)) return *fault;

    const SampleView noisy = subjects.noisyView();
    const auto restoredBy = [&](const auto& model) {
        return decode(std::get<Model>(model), encode(std::get<Model>(model), noisy, workers), workers);
    };
    Table table(subjects, workers);
    table.addClean();
    const bool isFinite = table.add("noisy", subjects.noisy) &&
                          table.addClipped("autoencoder", restoredBy(clean)) &&
                          table.addClipped("noise-trained", restoredBy(noiseTrained)) &&
                          table.addClipped("pca", restoredByPca(*pca, noisy, workers)) &&
                          table.addClipped("median", median3x3(subjects.noisy, subjects.shape()));
    if (!isFinite) return failure({ErrorCode::NotFinite, "output"});
    printResult(order, subjects, dataset, table);
    return std::nullopt;
}

/// Checks the order against the data. The noisy pictures are made last.
std::variant<Subjects, Failure> prepare(const Order& order, const std::shared_ptr<const Dataset>& dataset)
{
    const std::string& source = order.network().data;
    Subjects subjects{.data = {dataset->train.view(), dataset->test.view(order.limit), dataset}};
    if (auto fault = checkCounts(dataset->train, subjects.data, source)) return *fault;
    for (const SampleView& part : {subjects.data.train, subjects.data.test})
        if (auto fault = checkTargets(part, "denoise", source)) return *fault;
    auto plan = planFor(order, dataset->train.shape);
    if (const auto* fault = std::get_if<Failure>(&plan)) return *fault;
    subjects.plan = std::move(std::get<std::shared_ptr<const Plan>>(plan));
    if (auto fault = checkRoom(order, subjects.shape())) return *fault;
    if (const auto valid = validate(order.network().recipe, subjects.plan->network().network); !valid)
        return failure(valid.error(), order.model);
    if (isBundled(source)) {
        auto classifiers = loadDigitClassifiers(programAssets());
        if (!classifiers) return failure(classifiers.error());
        subjects.classifiers = std::move(*classifiers);
        subjects.labels =
            std::span(dataset->test.labels).first(static_cast<std::size_t>(subjects.data.test.count));
    }
    subjects.noisy =
        noisyCopy(order.noise(), order.network().recipe.seed, subjects.data.test, subjects.shape());
    return subjects;
}

std::optional<Failure> run(Arguments& arguments)
{
    const auto read = readOrder(arguments);
    if (const auto* fault = std::get_if<Failure>(&read)) return *fault;
    const Order& order = std::get<Order>(read);
    const auto dataset = loadData(order.network().data, noLabelColumn);
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
    return {"denoise",
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
}

} // namespace hg::cli
