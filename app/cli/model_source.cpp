#include "app/cli/model_source.h"

#include "app/cli/command.h"
#include "core/model_file/network_json.h"
#include "core/session/train_options.h"
#include "ui/pictures/picture_reader.h"

#include <QCoreApplication>

#include <algorithm>
#include <filesystem>

namespace hg::cli {
namespace {

bool looksLikeFile(const std::string& name)
{
    std::error_code code;
    return name == "-" || name.ends_with(".json") || std::filesystem::exists(name, code);
}

/// What `resolve` says about a network of a file: which of its layers.
Failure networkFailure(const Error& error, const std::string& name)
{
    const bool namesLayer = !error.where.empty() && error.where != "output";
    return failure(error, namesLayer ? name + " (layers[" + error.where + "])" : name);
}

std::optional<Failure> setBottleneck(Network& network, const std::string& name, int bottleneck)
{
    LayerSpec& code = network.layers[static_cast<std::size_t>(network.codeLayer)];
    if (code.type != LayerType::Dense)
        return Failure{1, "--bottleneck",
                       "the code layer of " + name + " is not dense, so its size is fixed"};
    code.units = {bottleneck, 1, 1};
    return std::nullopt;
}

} // namespace

Assets programAssets()
{
    return Assets(QCoreApplication::applicationDirPath().toStdString());
}

std::variant<ModelSource, Failure> readModelSource(Arguments& arguments)
{
    const std::string name = arguments.text("model", "linear");
    if (const auto setup = setupOfModel(name)) return ModelSource{*setup, std::nullopt, name};
    if (!looksLikeFile(name)) {
        arguments.refuse("model", ErrorCode::OptionNotModel, {}, modelNames());
        return ModelSource{};
    }
    const auto content = readFile(name);
    if (!content) return failure(content.error());
    auto network = parseNetwork(*content, name);
    if (!network) return failure(network.error());
    const auto resolved = resolve(*network);
    if (!resolved) return networkFailure(resolved.error(), name);
    return ModelSource{{.model = {}, .recipe = {}}, std::move(*network), name};
}

std::variant<std::optional<SavedModel>, Failure> readTrainedModel(Arguments& arguments)
{
    const std::string name = arguments.text("model");
    if (name.empty() && !arguments.has("model")) return std::nullopt;
    if (setupOfModel(name)) return std::nullopt;
    if (!looksLikeFile(name) && !name.ends_with(".hourglass")) {
        arguments.refuse("model", ErrorCode::OptionNotTrainedModel, {}, modelNames());
        return std::nullopt;
    }
    auto saved = loadModel(name);
    if (!saved) return failure(saved.error());
    return std::optional(std::move(*saved));
}

std::variant<ResolvedNetwork, Failure> networkFor(const ModelSource& source, Shape samples, int bottleneck)
{
    AutoencoderSetup setup = source.setup;
    if (bottleneck > 0) setup.bottleneck = bottleneck;
    auto network = source.network ? Result<Network>(*source.network) : networkOf(setup, samples);
    if (!network && setup.own) return failure(network.error(), "--state (" + network.error().where + ")");
    if (!network) return failure(network.error(), "--data");
    if (source.network && network->input.size() != samples.size())
        return failure(
            {ErrorCode::ShapesDoNotFit, {}, {double(samples.size()), double(network->input.size())}},
            "--data");
    if (source.network && bottleneck > 0)
        if (auto fault = setBottleneck(*network, source.name, bottleneck)) return *fault;
    auto resolved = resolve(*network);
    if (!resolved) return networkFailure(resolved.error(), source.name);
    return std::move(*resolved);
}

Result<std::shared_ptr<const Dataset>> loadData(const DataRequest& request)
{
    const std::string& source = request.source;
    auto data = loadDataset(request, programAssets(), readPicture);
    const int skipped = data ? (*data)->skippedFiles : 0;
    if (skipped == 1) tell(source, "1 file is no picture and was skipped");
    if (skipped > 1) tell(source, std::to_string(skipped) + " files are no pictures and were skipped");
    return data;
}

Result<Samples> loadRows(const std::string& source, int labelColumn)
{
    const Assets assets = programAssets();
    return loadSamples(source, labelColumn, &assets);
}

Result<SavedModel> loadModel(const std::string& path)
{
    const auto content = readFile(path);
    if (!content) return content.error();
    return parseModelFile(*content, path);
}

} // namespace hg::cli
