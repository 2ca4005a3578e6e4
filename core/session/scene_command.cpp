#include "core/session/scene_command.h"

#include "core/conv/words.h"
#include "core/io/array_file.h"
#include "core/lab/conv_presets.h"
#include "core/lab/sound_examples.h"
#include "core/lab/spectrogram_examples.h"
#include "core/session/preset_state.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace hg {
namespace {

/// An option of a call: its name without dashes, and its value.
struct Word {
    std::string name, value;
};
using Words = std::vector<Word>;

constexpr words::List conventions = words::List(words::convention).first(2);
constexpr std::array<std::string_view, 3> switches{"flip", "transposed", "json"};
/// They concern printing and pictures, not the scene.
constexpr std::array<std::string_view, 6> passedOver{"json", "explain", "render", "fps", "size", "lang"};
constexpr int largestSetting = 1000, largestPadding = 1'000'000;
constexpr std::size_t longestCall = std::size_t{1} << 20;

template <std::size_t N>
int placeIn(const std::array<std::string_view, N>& words, std::string_view word)
{
    const auto it = std::find(words.begin(), words.end(), word);
    return it == words.end() ? -1 : static_cast<int>(it - words.begin());
}

/// A line as a shell splits it: blanks, quotes, backslashes.
std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> tokens;
    std::optional<std::string> token;
    char quote = 0;
    const auto add = [&](char c) { (token ? *token : token.emplace()) += c; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool isBlank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (quote != 0 && c == quote)
            quote = 0;
        else if (quote != 0)
            add(c);
        else if (c == '\'' || c == '"') {
            quote = c;
            if (!token) token.emplace();
        } else if (c == '\\' && i + 1 < text.size()) {
            if (text[++i] != '\n') add(text[i]); // a line that goes on in the next
        } else if (!isBlank)
            add(c);
        else if (token)
            tokens.push_back(std::move(*std::exchange(token, std::nullopt)));
    }
    if (token) tokens.push_back(std::move(*token));
    return tokens;
}

/// The tokens from conv2d or conv1d on; empty where the text is something else.
std::vector<std::string> callIn(std::string_view text)
{
    auto tokens = split(text.substr(0, longestCall));
    std::size_t at = !tokens.empty() && (tokens[0] == "$" || tokens[0] == ">") ? 1 : 0;
    if (at + 1 >= tokens.size()) return {};
    const std::string program = tokens[at].substr(tokens[at].find_last_of("/\\") + 1);
    const std::string& command = tokens[at + 1];
    if ((program != "hourglass" && program != "hourglass.exe") ||
        (command != "conv2d" && command != "conv1d"))
        return {};
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return tokens;
}

Error unknown(const std::string& text)
{
    return {ErrorCode::UnknownName, "", {}, text};
}

Result<Words> wordsOf(const std::vector<std::string>& call)
{
    Words words;
    for (std::size_t i = 1; i < call.size(); ++i) {
        const std::string& token = call[i];
        if (!token.starts_with("--")) return unknown(token);
        const auto equals = token.find('=');
        Word word{token.substr(2, equals == token.npos ? token.npos : equals - 2), {}};
        if (equals != token.npos)
            word.value = token.substr(equals + 1);
        else if (placeIn(switches, word.name) < 0) {
            if (++i == call.size()) return unknown(token);
            word.value = call[i];
        }
        for (const Word& other : words)
            if (other.name == word.name) return unknown("--" + word.name + " … --" + word.name);
        words.push_back(std::move(word));
    }
    return words;
}

/// Reads options over a scene; goes on after the first fault, which it keeps.
class SceneOptions {
public:
    SceneOptions(const Words& words, ConvScene& scene) : m_words(words), m_scene(scene) {}

    std::optional<Error> apply()
    {
        for (const Word& word : m_words)
            if (!isKnown(word.name)) fail(unknown("--" + word.name + " " + word.value));
        readAxes("stride", 1, largestSetting, m_scene.stride);
        readAxes("dilation", 1, largestSetting, m_scene.dilation);
        if (const int fill = choice("padding-mode", words::fill); fill >= 0)
            m_scene.fill = static_cast<Fill>(fill);
        if (const int rules = choice("convention", conventions); rules >= 0)
            m_scene.convention = static_cast<Convention>(rules);
        if (find("transposed")) m_scene = withDirection(m_scene, true);
        readPooling();
        readPadding();
        readOutputPadding();
        if (find("flip")) m_scene.kernel = turned(m_scene.kernel);
        readBias();
        return m_fault;
    }

private:
    static bool isKnown(std::string_view name)
    {
        constexpr std::array<std::string_view, 13> known{
            "preset",  "state", "stride",    "dilation", "padding-mode", "convention",    "transposed",
            "padding", "flip",  "pool-size", "pool",     "bias",         "output-padding"};
        return placeIn(known, name) >= 0 || placeIn(passedOver, name) >= 0 || name == "theme";
    }
    const Word* find(std::string_view name) const
    {
        const auto it =
            std::find_if(m_words.begin(), m_words.end(), [&](const Word& w) { return w.name == name; });
        return it == m_words.end() ? nullptr : &*it;
    }
    void fail(Error error)
    {
        if (!m_fault) m_fault = std::move(error);
    }
    int choice(std::string_view name, words::List list)
    {
        const Word* word = find(name);
        if (!word) return -1;
        const auto place = words::placeOf(list, word->value);
        if (!place) fail(unknown("--" + word->name + " " + word->value));
        return place ? static_cast<int>(*place) : -1;
    }
    template <class T>
    std::vector<T> numbers(const Word& word, double least, double most)
    {
        std::vector<T> values;
        const char* at = word.value.data();
        const char* end = at + word.value.size();
        while (true) {
            T value{};
            const auto [next, error] = std::from_chars(at, end, value);
            if (error != std::errc{} || (next != end && *next != ',')) {
                fail(unknown("--" + word.name + " " + word.value));
                return {};
            }
            if (!(static_cast<double>(value) >= least && static_cast<double>(value) <= most)) {
                fail({ErrorCode::BadValue, "", {least, most}, "--" + word.name + " " + word.value});
                return {};
            }
            values.push_back(value);
            if (next == end) return values;
            at = next + 1;
        }
    }
    void readAxes(std::string_view name, int least, int most, Axes& axes)
    {
        const Word* word = find(name);
        if (!word) return;
        const auto n = numbers<int>(*word, least, most);
        const bool isPlane = m_scene.axes == 2;
        if (n.size() == 1)
            axes = isPlane ? Axes{n[0], n[0]} : Axes{axes.h, n[0]};
        else if (n.size() == 2 && isPlane)
            axes = {n[0], n[1]};
        else
            fail(unknown("--" + word->name + " " + word->value));
    }
    void readPooling()
    {
        const int kind = choice("pool", words::pooling);
        if (kind < 0) return;
        m_scene = withDirection(m_scene, false);
        m_scene.pooling = static_cast<Pooling>(kind);
        m_scene.groups = 1;
        m_scene.bias.clear();
        m_scene.fill = Fill::Zeros;
        Axes size = m_scene.kernelSize();
        readAxes("pool-size", 1, largestKernel, size);
        m_scene.kernel = TensorD(1, {1, size.h, size.w});
    }
    void readPadding()
    {
        const Word* word = find("padding");
        if (!word) return;
        const bool isPlane = m_scene.axes == 2;
        const auto both = [&](Padding rows, Padding columns) {
            if (isPlane) m_scene.paddingH = rows;
            m_scene.paddingW = columns;
        };
        const auto sides = [](int before, int after) {
            return Padding{Padding::Kind::Explicit, before, after};
        };
        if (const auto kind = words::placeOf(words::padding, word->value)) {
            const Padding padding{static_cast<Padding::Kind>(*kind)};
            return both(padding, padding);
        }
        const auto p = numbers<int>(*word, 0, largestPadding);
        if (p.size() == 1)
            both(sides(p[0], p[0]), sides(p[0], p[0]));
        else if (p.size() == 2 && isPlane)
            both(sides(p[0], p[0]), sides(p[1], p[1]));
        else if (p.size() == 2 && !m_scene.isTransposed)
            m_scene.paddingW = sides(p[0], p[1]);
        else if (p.size() == 4 && isPlane && !m_scene.isTransposed)
            both(sides(p[0], p[1]), sides(p[2], p[3]));
        else
            fail(unknown("--padding " + word->value));
    }
    void readOutputPadding()
    {
        const Word* word = find("output-padding");
        if (!word) return;
        if (!m_scene.isTransposed) return fail(unknown("--output-padding " + word->value));
        readAxes("output-padding", 0, largestSetting, m_scene.outputPadding);
        if (find("padding")) return;
        m_scene.paddingW = {Padding::Kind::Explicit, 0, 0};
        if (m_scene.axes == 2) m_scene.paddingH = m_scene.paddingW;
    }
    void readBias()
    {
        const Word* word = find("bias");
        if (!word) return;
        constexpr double most = 1e30;
        m_scene.bias = numbers<double>(*word, -most, most);
        if (m_scene.bias.size() == 1)
            m_scene.bias.assign(static_cast<std::size_t>(m_scene.filters()), m_scene.bias[0]);
    }

    const Words& m_words;
    ConvScene& m_scene;
    std::optional<Error> m_fault;
};

/// 2: of the lab on the plane; 1: along a line.
int axesOf(const LabState& state)
{
    return labOf(state) == "conv2d" ? 2 : 1;
}

Result<LabState> beginningOf(const Words& words, const Assets& assets)
{
    std::optional<Result<LabState>> state;
    for (const Word& word : words) {
        const bool isPreset = word.name == "preset";
        if (!isPreset && word.name != "state") continue;
        if (state || (!isPreset && !isStateLink(word.value)))
            return unknown("--" + word.name + " " + word.value);
        state = isPreset ? presetState(word.value, assets) : readStateLink(word.value);
        if (isPreset && !*state && state->error().code == ErrorCode::UnknownName)
            return unknown("--preset " + word.value);
    }
    return state ? *state : unknown("--input, --kernel");
}

/// The options over a sound: its stride.
std::optional<Error> applyOver(SoundState& state, const Words& words)
{
    SoundScene& scene = state.scene;
    for (const Word& word : words) {
        if (word.name == "state" || word.name == "preset" || word.name == "theme" ||
            placeIn(passedOver, word.name) >= 0)
            continue;
        if (word.name != "stride") return unknown("--" + word.name + " " + word.value);
        const char* end = word.value.data() + word.value.size();
        const auto [at, error] = std::from_chars(word.value.data(), end, scene.stride);
        if (error != std::errc{} || at != end) return unknown("--stride " + word.value);
        if (scene.stride < 1 || scene.stride > mostSoundStride)
            return Error{ErrorCode::BadValue, "", {1, double(mostSoundStride)}, "--stride " + word.value};
    }
    return std::nullopt;
}

std::optional<Error> applyOver(AutoencoderState&, const Words&)
{
    return Error{ErrorCode::UnknownName};
}

std::optional<Error> applyOver(ConvState& state, const Words& words)
{
    if (auto fault = SceneOptions(words, state.scene).apply()) return fault;
    const auto geometry = geometryOf(state.scene);
    return geometry ? std::nullopt : std::optional(geometry.error());
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
Words differences(const ConvScene& from, const ConvScene& to)
{
    Words words;
    if (to.stride != from.stride) words.push_back({"stride", text(to.stride, to.axes)});
    if (to.dilation != from.dilation) words.push_back({"dilation", text(to.dilation, to.axes)});
    if (to.paddingH != from.paddingH || to.paddingW != from.paddingW)
        words.push_back({"padding", text(to.paddingH, to.paddingW, to.axes)});
    if (to.outputPadding != from.outputPadding)
        words.push_back({"output-padding", text(to.outputPadding, to.axes)});
    if (to.fill != from.fill) words.push_back({"padding-mode", words::of(words::fill, to.fill)});
    const auto rules = static_cast<std::size_t>(to.convention);
    if (to.convention != from.convention && rules < conventions.size())
        words.push_back({"convention", std::string(conventions[rules])});
    if (to.bias != from.bias && !to.bias.empty()) words.push_back({"bias", text(to.bias)});
    return words;
}

std::string asText(const Words& words)
{
    std::string line;
    for (const Word& word : words)
        line += " --" + word.name + " " + word.value;
    return line;
}

/// The preset and options that give exactly this scene, the fewest options there are.
std::optional<Words> byPreset(const ConvScene& scene, const Assets& assets)
{
    std::optional<Words> best;
    const auto consider = [&](const char* id, ConvScene made) {
        if (made.axes != scene.axes || made.input != scene.input) return;
        const Words words = differences(made, scene);
        if (SceneOptions(words, made).apply() || made != scene) return;
        if (best && best->size() <= words.size() + 1) return;
        best = Words{{"preset", id}};
        best->insert(best->end(), words.begin(), words.end());
    };
    for (const ConvPreset& preset : convPresets())
        consider(preset.id, preset.make());
    if (scene.hzPerRow > 0)
        for (const SpectrogramExample& example : spectrogramExamples())
            if (auto made = makeExample(example, assets)) consider(example.id, std::move(made->scene));
    return best;
}

std::optional<Words> byPreset(const SoundScene& scene)
{
    for (const SoundExample& example : soundExamples()) {
        SoundScene made = example.make();
        Words words{{"preset", example.id}};
        if (made.stride != scene.stride) words.push_back({"stride", std::to_string(scene.stride)});
        made.stride = scene.stride;
        if (made == scene) return words;
    }
    return std::nullopt;
}

} // namespace

Result<std::string> commandOf(const LabState& state, const Assets& assets)
{
    const auto* numbers = std::get_if<ConvState>(&state);
    const std::string program = axesOf(state) == 2 ? "hourglass conv2d" : "hourglass conv1d";
    const auto words =
        numbers ? byPreset(numbers->scene, assets) : byPreset(std::get<SoundState>(state).scene);
    if (words) return program + asText(*words);
    const auto link = stateLink(state);
    if (!link) return link.error();
    if (link->size() > longestLinkArgument)
        return Error{ErrorCode::TooLarge, "link", {double(link->size()), double(longestLinkArgument)}};
    return program + " --state " + *link;
}

bool isCommand(std::string_view text)
{
    return !callIn(text).empty();
}

Result<LabState> readCommand(std::string_view text, const Assets& assets)
{
    const auto call = callIn(text);
    if (call.empty()) return unknown(std::string(text.substr(0, 40)));
    const auto words = wordsOf(call);
    if (!words) return words.error();
    for (const Word& word : *words)
        if (word.name == "input" || word.name == "kernel")
            return unknown("--" + word.name + " " + word.value); // files of another place and time
    auto state = beginningOf(*words, assets);
    if (!state) return state.error();
    const int axes = call[0] == "conv2d" ? 2 : 1;
    if (axesOf(*state) != axes)
        return Error{ErrorCode::AxesDoNotFit, call[0], {double(axesOf(*state)), double(axes)}};
    if (auto fault = std::visit([&](auto& s) { return applyOver(s, *words); }, *state)) return *fault;
    return state;
}

} // namespace hg
