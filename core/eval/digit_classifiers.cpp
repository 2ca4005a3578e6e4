#include "core/eval/digit_classifiers.h"

#include "core/eval/block_bytes.h"
#include "core/model_file/json_values.h"
#include "core/train/trainer.h"

#include <cstdio>

namespace hg {
namespace {

constexpr int classCount = 10;
constexpr std::size_t most = 32; // classifiers in a file

DigitClassifierSetup setupOf(std::initializer_list<int> widths, std::uint64_t seed)
{
    Network network{.codeLayer = static_cast<int>(widths.size()) - 1, .classes = classCount};
    for (const int width : widths)
        network.layers.push_back(dense(width, Activation::Relu));
    network.layers.push_back(dense(classCount, Activation::Linear));
    return {std::move(network), {.loss = Loss::SoftmaxCrossEntropy, .epochs = 3, .seed = seed}};
}

std::string entryOf(const DigitClassifier& classifier)
{
    char accuracy[16];
    std::snprintf(accuracy, sizeof accuracy, "%.4f", classifier.accuracy);
    return std::string("{\"accuracy\": ") + accuracy + ",\n\"recipe\": " + writeRecipe(classifier.recipe) +
           ",\n\"network\": " + writeNetwork(classifier.model.plan->network().network) + "}";
}

/// Everything but the weights.
struct Entry {
    Network network;
    Recipe recipe;
    double accuracy = 0;
};

Entry readEntry(const Json& value, const std::string& path, JsonFault& fault)
{
    JsonObject object(value, path, "accuracy, recipe, network", fault);
    Entry entry;
    entry.accuracy = object.number("accuracy", 0, 0, 1);
    if (const Json* recipe = object.need("recipe"))
        entry.recipe = readRecipe(*recipe, object.pathOf("recipe"), fault);
    if (const Json* network = object.need("network"))
        entry.network = readNetwork(*network, object.pathOf("network"), fault);
    entry.network.classes = classCount; // which the description of a network does not say
    return entry;
}

Result<std::vector<Entry>> readEntries(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto json = parseJson(content, where);
    if (!json) return json.error();
    if (!json->is_array() || json->empty() || json->size() > most)
        return Error{ErrorCode::FieldNotKind, where, {}, "classifiers", "array"};
    JsonFault fault;
    std::vector<Entry> entries;
    for (const Json& value : *json)
        entries.push_back(readEntry(value, "[" + std::to_string(entries.size()) + "]", fault));
    if (!fault) return entries;
    fault->where = where;
    return *fault;
}

/// The classifier of an entry, its weights taken from the front of `weights`.
Result<DigitClassifier> takeClassifier(const Entry& entry, std::span<const std::uint8_t>& weights)
{
    auto network = resolve(entry.network);
    if (!network) return network.error();
    const std::size_t count = network->parameterCount, size = blockBytesOf(count);
    if (weights.size() < size)
        return Error{ErrorCode::SizeMismatch, {}, {double(size), double(weights.size())}};
    auto numbers = fromBlockBytes(weights.first(size), count);
    if (!numbers) return numbers.error();
    weights = weights.subspan(size);
    auto plan = std::make_shared<const Plan>(std::move(*network));
    return DigitClassifier{{std::move(plan), std::move(*numbers), {}}, entry.recipe, entry.accuracy};
}

} // namespace

std::vector<DigitClassifierSetup> digitClassifierSetups()
{
    return {setupOf({256}, 1), setupOf({256}, 2), setupOf({256}, 3), setupOf({128}, 4),
            setupOf({256, 128}, 5)};
}

Result<DigitClassifier> trainClassifier(const DigitClassifierSetup& setup,
                                        const std::shared_ptr<const Dataset>& digits, Workers& workers,
                                        const Watch& watch)
{
    auto network = resolve(setup.network);
    if (!network) return network.error();
    Trainer trainer(
        std::make_shared<const Plan>(std::move(*network)), setup.recipe,
        {digits->train.view(), digits->test.view(), digits, digits->train.labels, digits->test.labels},
        workers);
    if (const auto end = trainToEnd(trainer, watch); !end) return end.error();
    Model model = trainer.model();
    model.parameters = *fromBlockBytes(toBlockBytes(model.parameters), model.parameters.size());
    const auto wrong = trainer.testErrorOf(model);
    if (!wrong) return wrong.error();
    return DigitClassifier{std::move(model), setup.recipe, 1 - *wrong};
}

std::string classifiersJson(std::span<const DigitClassifier> classifiers)
{
    std::string json;
    for (const DigitClassifier& classifier : classifiers)
        json += (json.empty() ? "[\n" : ",\n") + entryOf(classifier);
    return json + "\n]\n";
}

Bytes classifiersWeights(std::span<const DigitClassifier> classifiers)
{
    Bytes all;
    for (const DigitClassifier& classifier : classifiers) {
        const Bytes own = toBlockBytes(classifier.model.parameters);
        all.insert(all.end(), own.begin(), own.end());
    }
    return all;
}

Result<std::vector<DigitClassifier>> parseClassifiers(std::span<const std::uint8_t> json,
                                                      std::span<const std::uint8_t> weights,
                                                      const std::string& where)
{
    const auto entries = readEntries(json, where);
    if (!entries) return entries.error();
    std::vector<DigitClassifier> classifiers;
    for (const Entry& entry : *entries) {
        auto classifier = takeClassifier(entry, weights);
        if (!classifier) {
            Error error = classifier.error();
            error.where = where;
            return error;
        }
        classifiers.push_back(std::move(*classifier));
    }
    if (!weights.empty()) return Error{ErrorCode::SizeMismatch, where, {0, double(weights.size())}};
    return classifiers;
}

Result<std::vector<DigitClassifier>> loadDigitClassifiers(const Assets& assets)
{
    const auto jsonPath = assets.find("classifiers/digits.json"),
               weightsPath = assets.find("classifiers/digits.bin");
    for (const auto* path : {&jsonPath, &weightsPath})
        if (!*path) return path->error();
    const auto json = readFile(*jsonPath), weights = readFile(*weightsPath);
    for (const auto* content : {&json, &weights})
        if (!*content) return content->error();
    return parseClassifiers(*json, *weights, weightsPath->string());
}

double readShare(std::span<const DigitClassifier> classifiers, const SampleView& pictures,
                 std::span<const int> labels, Workers& workers)
{
    double wrong = 0;
    for (const DigitClassifier& classifier : classifiers)
        wrong += *wrongShare(classifier.model, pictures, labels, workers);
    return 1 - wrong / static_cast<double>(classifiers.size());
}

} // namespace hg
