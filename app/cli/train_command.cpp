#include "app/cli/command.h"
#include "app/cli/data_checks.h"
#include "app/cli/data_options.h"
#include "app/cli/fields.h"
#include "app/cli/json.h"
#include "app/cli/long_work.h"
#include "app/cli/model_source.h"
#include "app/cli/state_option.h"
#include "app/cli/train_render.h"
#include "app/cli/train_tabs.h"
#include "core/embed/alignment.h"
#include "core/embed/pca.h"
#include "core/io/array_file.h"
#include "core/session/train_options.h"
#include "core/train/trainer.h"
#include "core/util/clock.h"
#include "core/util/finite.h"

#include <cmath>

namespace hg::cli {
namespace {

/// A call of `train`, read and checked.
struct Order {
    ModelSource model;
    AutoencoderSetup setup; ///< data, bottleneck and recipe; `model` has the network, which may be a file's
    bool hasBottleneck = false; ///< otherwise the model says
    int limit = 0;              ///< of training samples; 0: all
    int threads = 0;
    bool inJson = false;
    std::string out; ///< empty: the model is not kept
    TrainRender render;

    const std::string& source() const { return setup.data.source; }
    /// What the lab shows of this training; the model is none of a file.
    AutoencoderState state() const
    {
        AutoencoderState state{setup, render.view};
        state.setup.data.cut.limit = limit;
        return state;
    }
    int bottleneck() const { return hasBottleneck ? setup.bottleneck : 0; }
};

/// The model: of `--model`, of the state that is begun with, or linear.
std::variant<ModelSource, Failure> readModel(Arguments& a, const std::optional<AutoencoderSetup>& begin)
{
    if (begin && !a.has("model")) return ModelSource{*begin, std::nullopt, begin->model};
    auto model = readModelSource(a);
    auto* source = std::get_if<ModelSource>(&model);
    if (!source || !begin) return model;
    source->setup.data = begin->data;
    source->setup.bottleneck = begin->bottleneck;
    source->setup.recipe = begin->recipe;
    return model;
}

std::variant<Order, Failure> readOrder(Arguments& a, const std::optional<AutoencoderState>& state)
{
    const auto begin = state ? std::optional(state->setup) : std::nullopt;
    auto model = readModel(a, begin);
    auto* source = std::get_if<ModelSource>(&model);
    Order order;
    if (source) order.setup = source->setup;
    readTrainOptions(a, order.setup);
    order.hasBottleneck = a.has("bottleneck") || (begin && source && !source->network);
    order.limit = std::exchange(order.setup.data.cut.limit, 0); // of what is read whole
    order.threads = a.integer("threads", 0, 1, 256);
    order.inJson = a.has("json");
    order.out = a.text("out");
    order.render = {readRenderOrder(a), state ? state->view : AutoencoderView()};
    if (a.has("out") && !order.out.ends_with(".hourglass"))
        a.setFault("out", "\"" + order.out + "\" does not end in .hourglass");
    if (auto fault = a.fault()) return *fault; // the command line is wrong whatever the file holds
    if (!source) return std::get<Failure>(model);
    order.model = std::move(*source);
    if (order.model.network) order.render.view.tab = AutoencoderTab::Learns; // the lab knows no such file
    return order;
}

/// What `--state` gives; nothing without it.
std::variant<std::optional<AutoencoderState>, Failure> readState(const Arguments& arguments)
{
    const auto read = readBeginning(arguments, "train");
    if (const auto* fault = std::get_if<Failure>(&read)) return *fault;
    const auto& state = std::get<std::optional<LabState>>(read);
    return state ? std::optional(std::get<AutoencoderState>(*state)) : std::nullopt;
}

Failure divergence(const Trainer& trainer)
{
    return failure({ErrorCode::Diverged, {}, {static_cast<double>(trainer.updatesDone())}}, "train");
}

std::optional<Failure> trainEpochs(Trainer& trainer, TrainFilming* filming, bool inJson)
{
    const SteadyClock clock;
    Progress progress(trainer.totalUpdates());
    if (filming) filming->look(trainer, 0);
    for (int epoch = 1; !trainer.isFinished(); ++epoch) {
        const double start = clock.seconds();
        double loss = 0;
        for (int u = 0; u < trainer.updatesPerEpoch(); ++u) {
            const int batch = trainer.nextBatchSize();
            const auto one =
                wasInterrupted() ? Result<double>(Error{ErrorCode::Cancelled}) : trainer.update();
            if (!one) {
                progress.clear();
                return failure(one.error(), "train");
            }
            loss += *one * batch;
            if (filming) filming->look(trainer, *one);
            progress.show(trainer.updatesDone());
        }
        const double seconds = clock.seconds() - start, testError = trainer.testError();
        progress.clear();
        if (!std::isfinite(testError)) return divergence(trainer);
        const Fields fields{
            {"epoch", std::to_string(epoch)},
            {"train_loss", shortest(loss / trainer.data().train.count)},
            {"test_mse", shortest(testError)},
            {"images_per_second", shortest(std::round(trainer.data().train.count / seconds))}};
        print(inJson ? asJson(fields) : asRow(fields, epoch == 1));
        if (auto fault = outputFault()) return fault;
    }
    return std::nullopt;
}

/// How far the codes are from PCA's scores, and of an ordered run each axis from the principal one. False for
/// numbers that have run away.
bool addAlignment(Fields& fields, const Trainer& trainer, const Model& model, const Pca& pca,
                  Workers& workers)
{
    const SampleView& test = trainer.data().test;
    const double residual =
        affineResidual(encode(model, test, workers), project(pca, test, workers), test.count);
    fields.emplace_back("residual", shortest(residual));
    if (trainer.recipe().isOrdered)
        fields.emplace_back("axis_degrees",
                            jsonArray(axisAngles(decoderPlane(model, workers), pca.components, pca.count())));
    return std::isfinite(residual);
}

/// The angles between the decoder's plane and PCA's; with fewer directions in the data than numbers in the
/// code, PCA's further axes are nobody's choice, and this is said.
void addAngles(Fields& fields, const Model& model, const Pca& pca, bool inJson, Workers& workers)
{
    fields.emplace_back(
        "principal_angles_degrees",
        jsonArray(principalAngles(pca.components, decoderPlane(model, workers), pca.count())));
    const int directions = directionsOf(pca);
    if (directions == pca.count()) return;
    const std::string count = std::to_string(directions), code = std::to_string(pca.count());
    fields.emplace_back("directions_in_data", inJson ? count
                                                     : count + ", fewer than the bottleneck's " + code +
                                                           ": the angles to PCA's further axes mean nothing");
}

std::variant<Fields, Failure> finalFields(Trainer& trainer, const Pca& pca, bool inJson, double seconds,
                                          Workers& workers)
{
    const Model model = trainer.model();
    const bool isNoisy = trainer.recipe().noise.kind != Noise::Kind::None;
    const double noisyError = isNoisy ? trainer.noisyTestError() : 0;
    if (!std::isfinite(noisyError)) return divergence(trainer);
    Fields fields{{"final", "true"},
                  {"test_mse", shortest(trainer.testError())},
                  {"pca_test_mse", shortest(reconstructionError(pca, trainer.data().test, workers))}};
    if (isNoisy) fields.insert(fields.begin() + 2, {"noisy_test_mse", shortest(noisyError)});
    if (model.plan->network().network.isLinear()) {
        addAngles(fields, model, pca, inJson, workers);
        if (!addAlignment(fields, trainer, model, pca, workers)) return divergence(trainer);
    }
    fields.emplace_back("parameters", std::to_string(model.plan->parameterCount()));
    fields.emplace_back("seconds", shortest(seconds));
    return fields;
}

/// Writes the trained network, unless that is not asked for.
std::optional<Failure> keep(const Trainer& trainer, const std::string& path)
{
    if (path.empty()) return std::nullopt;
    const SavedModel saved{trainer.model(), trainer.recipe(), {}};
    if (!areFinite(saved.model.parameters)) return divergence(trainer);
    const auto written = writeFile(path, toModelFile(saved));
    return written ? std::nullopt : std::optional(failure(written.error()));
}

std::optional<Failure> checkOut(const std::string& path, const ResolvedNetwork& network)
{
    if (path.empty()) return std::nullopt;
    if (largestModelFile(network) > largestFile)
        return failure({ErrorCode::TooLarge, {}, {double(largestModelFile(network)), double(largestFile)}},
                       path);
    const auto writable = checkWritable(path);
    return writable ? std::nullopt : std::optional(failure(writable.error()));
}

std::optional<Failure> checkData(const Order& order, const Dataset& dataset, const TrainingData& data)
{
    if (auto fault = checkCounts(dataset.train, data, order.source())) return fault;
    if (order.setup.recipe.loss == Loss::Bce)
        for (const SampleView& part : {data.train, data.test})
            if (auto fault = checkTargets(part, "bce", order.source())) return fault;
    return std::nullopt;
}

/// Trains, prints its lines and keeps the model, with everything checked.
std::optional<Failure> train(const Order& order, const Dataset& dataset, const TrainingData& data,
                             const ResolvedNetwork& network)
{
    Workers workers(order.threads);
    // PCA first: what does not fit the data is said before the long work.
    const auto pca = fitPca(data.train, network.codeSize(), workers);
    if (!pca)
        return failure(pca.error(),
                       pca.error().code == ErrorCode::TooManyComponents ? "--bottleneck" : order.source());
    if (dataset.isSplitHere()) {
        const std::string share = heldOutText(dataset), quote = order.inJson ? "\"" : "";
        const Fields split{{"held_out", quote + share + quote},
                           {"train", std::to_string(data.train.count)},
                           {"test", std::to_string(data.test.count)}};
        print(order.inJson ? asJson(split) : asLines(split) + "\n");
    }
    const SteadyClock clock;
    const double start = clock.seconds();
    Trainer trainer(std::make_shared<const Plan>(network), order.setup.recipe, data, workers);
    std::unique_ptr<TrainFilming> filming;
    if (order.render.isWanted() && !hasTabOfItsOwn(order.render.view)) {
        auto begun = TrainFilming::begin(order.render, trainer, dataset, workers);
        if (const auto* fault = std::get_if<Failure>(&begun)) return *fault;
        filming = std::move(std::get<0>(begun));
    }
    if (auto fault = trainEpochs(trainer, filming.get(), order.inJson)) return fault;
    const auto fields = finalFields(trainer, *pca, order.inJson, clock.seconds() - start, workers);
    if (const auto* fault = std::get_if<Failure>(&fields)) return *fault;
    if (auto fault = keep(trainer, order.out)) return fault;
    if (filming)
        if (auto fault = filming->write()) return fault;
    if (order.render.isWanted() && !filming)
        if (auto fault = renderTab(order.render.order, order.state(), order.threads)) return fault;
    print(order.inJson ? asJson(std::get<Fields>(fields)) : "\n" + asLines(std::get<Fields>(fields)));
    return std::nullopt;
}

std::optional<Failure> run(Arguments& arguments)
{
    const auto begin = readState(arguments);
    if (const auto* fault = std::get_if<Failure>(&begin)) return *fault;
    const auto read = readOrder(arguments, std::get<std::optional<AutoencoderState>>(begin));
    if (const auto* fault = std::get_if<Failure>(&read)) return *fault;
    const Order& order = std::get<Order>(read);
    const auto loaded = loadData(order.setup.data);
    if (!loaded) return failure(loaded.error());
    const Dataset& dataset = **loaded;
    const TrainingData data{dataset.train.view(order.limit > 0 ? order.limit : dataset.train.count),
                            dataset.test.view(), *loaded};
    if (auto fault = checkData(order, dataset, data)) return fault;
    const auto network = networkFor(order.model, dataset.train.shape, order.bottleneck());
    if (const auto* fault = std::get_if<Failure>(&network)) return *fault;
    const auto& resolved = std::get<ResolvedNetwork>(network);
    if (const auto valid = validate(order.setup.recipe, resolved.network); !valid)
        return failure(valid.error(), "--" + valid.error().where);
    listenToInterrupts();
    if (auto fault = checkOut(order.out, resolved)) return fault;
    if (auto fault = checkRender(order.render.order)) return fault;
    return train(order, dataset, data, resolved);
}

std::vector<Option> options()
{
    std::vector<Option> options{
        {"model", "ID|FILE.json", "a name that models lists (linear), or a network's description"},
        {"state", "LINK|FILE", "begin with a copied link or a saved state of the lab"},
        {"bottleneck", "K", "numbers in the code (2, or what the file says)"},
        {"data", "DATA",
         "mnist, digits of it (mnist:3,8), bars or ellipses (drawn by two numbers), an IDX, CSV, .npy or "
         ".npz file, a folder with the four IDX files, or one of pictures"},
        {"limit", "N", "train on the first N samples, 2 or more"},
        {"epochs", "N", "passes over the data (5)"},
        {"batch", "N", "samples an update (128)"},
        {"lr", "X", "learning rate (0.001)"},
        {"schedule", "NAME", "constant or cosine"},
        {"optimizer", "NAME", "adam or sgd"},
        {"loss", "NAME", "mse or bce"},
        {"ordered", nullptr,
         "add the loss of every shorter code, so that the axes become the principal ones"},
        {"noise", "KIND:X", "gaussian:S, saltpepper:P or mask:P on the inputs"},
        {"seed", "N", "of weights, order and noise (1)"},
        {"threads", "N", "the machine's cores unless told otherwise"},
        {"json", nullptr, "print JSON, one object a line"},
        {"out", "FILE.hourglass", "keep the trained model, for encode and decode"}};
    addDataOptions(options);
    const std::vector<Option> drawing = renderOptions();
    options.insert(options.end(), drawing.begin(), drawing.end());
    return options;
}

} // namespace

Command trainCommand()
{
    return {"train", "Train a small autoencoder and compare it with PCA", options(), run};
}

} // namespace hg::cli
