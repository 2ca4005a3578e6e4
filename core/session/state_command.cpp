#include "core/session/state_command.h"

#include "core/conv/words.h"
#include "core/data/bundled_digits.h"
#include "core/io/array_file.h"
#include "core/io/wanted_file.h"
#include "core/lab/conv_presets.h"
#include "core/lab/sound_examples.h"
#include "core/lab/spectrogram_examples.h"
#include "core/session/beginning.h"
#include "core/session/call_text.h"
#include "core/session/denoise_options.h"
#include "core/session/few_labels_options.h"
#include "core/session/scene_options.h"
#include "core/session/state_kinds.h"
#include "core/session/train_options.h"

#include <algorithm>
#include <tuple>

namespace hg {
namespace {

// Reading.

/// Files are of another place and time.
void refuseFiles(CallOptions& options, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (options.has(name)) options.refuse(name, ErrorCode::OptionOfFile);
}

/// Of digits and made sets no column is a label's.
void refuseColumn(CallOptions& options)
{
    if (fileOfData(options.text("data", "mnist")).empty()) refuseFiles(options, {"label-column"});
}

Result<LabState> readLink(const std::string& text)
{
    if (!isStateLink(text)) return Error{ErrorCode::OptionOfFile, "--state", {}, text};
    auto state = readStateLink(text);
    if (state) return state;
    Error error = state.error();
    error.where = "--state";
    return error;
}

Result<ConvScene> readScene(CallOptions& options, const ConvScene& begin)
{
    const SceneOrder order = readSceneOrder(options, begin);
    checkSceneOrder(options, order);
    if (options.error()) return *options.error();
    ConvScene scene = order.scene;
    if (const auto complete = completeScene(order, scene); !complete) return complete.error();
    if (const auto geometry = geometryOfCall(scene, ""); !geometry) return geometry.error();
    return scene;
}

std::optional<Error> readOver(CallOptions& options, ConvState& state)
{
    auto scene = readScene(options, state.scene);
    if (!scene) return scene.error();
    state.scene = std::move(*scene);
    if (const auto hindrance = kindOf(state).hindrance(state)) return hindrance;
    const std::size_t weights = state.scene.kernel.shape.size();
    if (weights > mostStateNumbers)
        return Error{ErrorCode::TooLarge, "--pool-size", {double(weights), double(mostStateNumbers)}};
    if (state.scene.kernel.data.empty()) state.scene.kernel.data.assign(weights, 0); // of --pool
    return std::nullopt;
}

std::optional<Error> readOver(CallOptions& options, SoundState& state)
{
    readSoundOptions(options, state.scene);
    return options.error();
}

/// The model that the line names; it comes with its own recipe unless a state has brought one, whose data and
/// code stay as well.
void readModel(CallOptions& options, bool hasState, AutoencoderSetup& setup)
{
    const std::string name = options.text("model", "linear");
    if (hasState && !options.has("model")) return;
    const auto named = setupOfModel(name);
    if (!named && (name == "-" || name.ends_with(".json"))) return refuseFiles(options, {"model"});
    if (!named) return options.refuse("model", ErrorCode::OptionNotModel, {}, modelNames());
    const AutoencoderSetup begun = hasState ? setup : *named;
    setup = *named;
    setup.data = begun.data;
    setup.bottleneck = begun.bottleneck;
    setup.recipe = begun.recipe;
}

/// What hinders a training, under the name of the option that it follows from.
std::optional<Error> hindranceOfCall(const LabState& state)
{
    auto hindrance = kindOf(state).hindrance(state);
    if (!hindrance) return hindrance;
    const bool isOfCode = hindrance->code == ErrorCode::TooManyComponents,
               isOfRows = hindrance->code == ErrorCode::NoHiddenLayer;
    hindrance->where = isOfCode ? "--bottleneck" : isOfRows ? "--features" : "--" + hindrance->where;
    return hindrance;
}

std::optional<Error> readOver(CallOptions& options, AutoencoderState& state)
{
    refuseColumn(options);
    readModel(options, options.has("state"), state.setup);
    readTrainOptions(options, state.setup);
    if (options.error()) return options.error();
    return hindranceOfCall(state);
}

std::optional<Error> readOver(CallOptions& options, DenoiseState& state)
{
    if (options.has("limit")) options.refuse("limit", ErrorCode::OptionOfTest);
    state = readDenoiseOptions(options);
    checkScales(options, state);
    if (options.error()) return options.error();
    return hindranceOfCall(state);
}

std::optional<Error> readOver(CallOptions& options, FewLabelsState& state)
{
    refuseColumn(options);
    state = readFewLabelsOptions(options);
    if (options.error()) return options.error();
    return hindranceOfCall(state);
}

/// What a call begins with that names neither a preset nor a state.
LabState emptyState(std::string_view command)
{
    if (command == "train") return AutoencoderState();
    if (command == "denoise") return DenoiseState();
    if (command == "fewlabels") return FewLabelsState();
    ConvState state;
    state.scene.axes = command == "conv2d" ? 2 : 1;
    return state;
}

// Writing.

std::string text(Axes a, int axes)
{
    return axes == 1 || a.h == a.w ? std::to_string(a.w) : std::to_string(a.h) + "," + std::to_string(a.w);
}

std::string text(const Padding& rows, const Padding& columns, int axes)
{
    if (columns.kind != Padding::Kind::Explicit) return words::of(words::padding, columns.kind);
    const auto sides = [](const Padding& p) {
        return std::to_string(p.before) + "," + std::to_string(p.after);
    };
    const bool areEven = columns.before == columns.after && (axes == 1 || rows.before == rows.after);
    if (!areEven) return axes == 1 ? sides(columns) : sides(rows) + "," + sides(columns);
    return text(Axes{rows.before, columns.before}, axes);
}

std::string text(const std::vector<double>& bias)
{
    const bool isOne = std::all_of(bias.begin(), bias.end(), [&](double b) { return b == bias[0]; });
    std::string list;
    for (const double b : bias) {
        list += (list.empty() ? "" : ",") + shortest(b);
        if (isOne) break;
    }
    return list;
}

/// Options that make `to` of `from` where it differs in settings; what options cannot say is left out.
CallWords differences(const ConvScene& from, const ConvScene& to)
{
    CallWords words;
    const auto put = [&](const char* name, bool differs, const std::string& value) {
        if (differs) words.emplace_back(name, value);
    };
    put("stride", to.stride != from.stride, text(to.stride, to.axes));
    put("dilation", to.dilation != from.dilation, text(to.dilation, to.axes));
    put("padding", to.paddingH != from.paddingH || to.paddingW != from.paddingW,
        text(to.paddingH, to.paddingW, to.axes));
    put("output-padding", to.outputPadding != from.outputPadding, text(to.outputPadding, to.axes));
    put("padding-mode", to.fill != from.fill, words::of(words::fill, to.fill));
    const bool isTyped = static_cast<std::size_t>(to.convention) < words::typedConvention.size();
    put("convention", to.convention != from.convention && isTyped,
        words::of(words::convention, to.convention));
    if (to.bias != from.bias && !to.bias.empty()) words.emplace_back("bias", text(to.bias));
    return words;
}

std::string asText(const CallWords& words)
{
    std::string line;
    for (const auto& [name, value] : words)
        line += " --" + name + (value.empty() ? "" : " " + quotedForShell(value));
    return line;
}

/// Whether the options, over `made`, give exactly `scene`.
bool give(const CallWords& words, const ConvScene& made, const ConvScene& scene)
{
    CallOptions options({words.begin(), words.end()});
    const auto read = readScene(options, made);
    return read && *read == scene;
}

/// The preset and options that give exactly this scene, the fewest options there are.
std::optional<CallWords> byPreset(const ConvScene& scene, const Assets& assets)
{
    std::optional<CallWords> best;
    const auto consider = [&](const char* id, const ConvScene& made) {
        if (made.axes != scene.axes || made.input != scene.input) return;
        CallWords words = differences(made, scene);
        words.insert(words.begin(), {"preset", id});
        if (best && best->size() <= words.size()) return;
        if (give(words, made, scene)) best = std::move(words);
    };
    for (const ConvPreset& preset : convPresets())
        consider(preset.id, preset.make());
    if (scene.hzPerRow > 0)
        for (const SpectrogramExample& example : spectrogramExamples())
            if (const auto made = makeExample(example, assets)) consider(example.id, made->scene);
    return best;
}

std::optional<CallWords> byPreset(const SoundScene& scene)
{
    for (const SoundExample& example : soundExamples()) {
        SoundScene made = example.make();
        CallWords words{{"preset", example.id}};
        if (made.stride != scene.stride) words.emplace_back("stride", std::to_string(scene.stride));
        made.stride = scene.stride;
        if (made == scene) return words;
    }
    return std::nullopt;
}

std::optional<CallWords> optionsOf(const ConvState& state, const Assets& assets)
{
    return byPreset(state.scene, assets);
}

std::optional<CallWords> optionsOf(const SoundState& state, const Assets&)
{
    return byPreset(state.scene);
}

std::optional<CallWords> optionsOf(const AutoencoderState& state, const Assets&)
{
    return trainOptionsOf(state.setup);
}

std::optional<CallWords> optionsOf(const DenoiseState& state, const Assets&)
{
    return denoiseOptionsOf(state);
}

std::optional<CallWords> optionsOf(const FewLabelsState& state, const Assets&)
{
    return fewLabelsOptionsOf(state);
}

/// Whether options say all of it that a command draws: of how a training is looked at they say nothing, and
/// neither pace nor tab is seen in its film.
bool isSaid(const LabState& state)
{
    const auto* training = std::get_if<AutoencoderState>(&state);
    if (!training) return true;
    const auto drawn = [](const AutoencoderView& v) {
        return std::tie(v.digit, v.update, v.mapsTraining, v.isAligned, v.hasColours, v.plane);
    };
    return drawn(training->view) == drawn({});
}

bool takesState(std::string_view command)
{
    const auto syntaxes = callSyntaxes();
    return std::any_of(syntaxes.begin(), syntaxes.end(), [command](const CallSyntax& syntax) {
        return command == syntax.command && words::placeOf(syntax.valued, "state");
    });
}

} // namespace

Result<std::string> commandOf(const LabState& state, const Assets& assets)
{
    const std::string command(commandFor(state)), program = "hourglass " + command;
    const auto words = std::visit([&](const auto& s) { return optionsOf(s, assets); }, state);
    if (words && isSaid(state)) return program + asText(*words);
    if (!takesState(command)) return Error{ErrorCode::BeyondOptions, {}, {}, command};
    const std::string link = stateLink(state), file = fileOf(state);
    if (link.size() > longestLinkArgument)
        return Error{ErrorCode::TooLarge, "link", {double(link.size()), double(longestLinkArgument)}};
    if (file.empty()) return program + " --state " + link;
    if (std::holds_alternative<SoundState>(state)) return Error{ErrorCode::UnknownName, "link", {}, file};
    return program + asText({{"state", link}, {"data", file}});
}

bool isCommand(std::string_view text)
{
    return isCall(text);
}

Result<LabState> readCommand(std::string_view text, const Assets& assets)
{
    auto call = readCall(text);
    if (!call) return call.error();
    CallOptions& options = call->options;
    refuseFiles(options, {"input", "kernel"});
    if (options.error()) return *options.error();
    auto begin = readBeginning(options, call->command, assets, readLink);
    if (!begin) return begin.error();
    LabState state = *begin ? std::move(**begin) : emptyState(call->command);
    if (const auto fault = std::visit([&](auto& s) { return readOver(options, s); }, state)) return *fault;
    if (std::string* file = kindOf(state).fileIn(state))
        *file = wantedFile(*file); // of another place and time
    return state;
}

} // namespace hg
