#include "core/session/call_text.h"

#include <array>
#include <utility>

namespace hg {
namespace {

constexpr std::size_t longestCall = std::size_t{1} << 20;

constexpr std::array sceneOptions{"input",        "preset",  "state",      "kernel",         "pool",
                                  "pool-size",    "filters", "stride",     "dilation",       "padding",
                                  "padding-mode", "bias",    "convention", "output-padding", "explain",
                                  "render",       "fps",     "size",       "lang",           "theme"};
constexpr std::array sceneSwitches{"flip", "transposed", "json"};
constexpr std::array trainOptions{
    "model",   "state",  "bottleneck", "data", "label-column", "side",      "values", "classes", "held-out",
    "limit",   "epochs", "batch",      "lr",   "schedule",     "optimizer", "loss",   "noise",   "seed",
    "threads", "out",    "render",     "fps",  "size",         "lang",      "theme"};
constexpr std::array trainSwitches{"transpose", "ordered", "json"};
constexpr std::array denoiseOptions{"label-column", "side",   "values",     "classes", "held-out",
                                    "data",         "model",  "bottleneck", "noise",   "train-noise",
                                    "limit",        "epochs", "seed",       "threads"};
constexpr std::array denoiseSwitches{"transpose", "clip", "json"};
constexpr std::array fewLabelsOptions{"side",         "values",     "classes",    "held-out", "data",
                                      "label-column", "model",      "bottleneck", "labels",   "draws",
                                      "features",     "classifier", "epochs",     "seed",     "threads"};
constexpr std::array fewLabelsSwitches{"transpose", "spread", "json"};

/// A line as a shell splits it.
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

const CallSyntax* findSyntax(std::string_view command)
{
    for (const CallSyntax& syntax : callSyntaxes())
        if (command == syntax.command) return &syntax;
    return nullptr;
}

/// The tokens from the command on; empty where the text is something else.
std::vector<std::string> callIn(std::string_view text)
{
    auto tokens = split(text.substr(0, longestCall));
    const std::size_t at = !tokens.empty() && (tokens[0] == "$" || tokens[0] == ">") ? 1 : 0;
    if (at + 1 >= tokens.size()) return {};
    const std::string program = tokens[at].substr(tokens[at].find_last_of("/\\") + 1);
    if ((program != "hourglass" && program != "hourglass.exe") || !findSyntax(tokens[at + 1])) return {};
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    return tokens;
}

} // namespace

std::span<const CallSyntax> callSyntaxes()
{
    static constexpr std::array table{CallSyntax{"conv2d", sceneOptions, sceneSwitches},
                                      CallSyntax{"conv1d", sceneOptions, sceneSwitches},
                                      CallSyntax{"train", trainOptions, trainSwitches},
                                      CallSyntax{"denoise", denoiseOptions, denoiseSwitches},
                                      CallSyntax{"fewlabels", fewLabelsOptions, fewLabelsSwitches}};
    return table;
}

bool isCall(std::string_view text)
{
    return !callIn(text).empty();
}

Result<Call> readCall(std::string_view text)
{
    const auto tokens = callIn(text);
    if (tokens.empty()) return Error{ErrorCode::ArgumentUnknown, std::string(text.substr(0, 40))};
    const CallSyntax& syntax = *findSyntax(tokens[0]);
    std::map<std::string, std::string> values;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const std::string& token = tokens[i];
        if (!token.starts_with("--")) return Error{ErrorCode::ArgumentUnknown, token};
        const auto equals = token.find('=');
        const bool hasValue = equals != token.npos;
        const std::string flag = token.substr(0, equals), name = flag.substr(2);
        const bool isSwitch = words::placeOf(syntax.switches, name).has_value();
        if (!isSwitch && !words::placeOf(syntax.valued, name)) return Error{ErrorCode::OptionUnknown, token};
        if (isSwitch && hasValue) return Error{ErrorCode::OptionWithValue, flag};
        std::string value = hasValue ? token.substr(equals + 1) : "";
        if (!isSwitch && !hasValue && i + 1 < tokens.size()) value = tokens[++i];
        if (!isSwitch && (value.empty() || (!hasValue && value.starts_with("--"))))
            return Error{ErrorCode::OptionWithoutValue, flag};
        if (!values.emplace(name, value).second) return Error{ErrorCode::OptionTwice, flag};
    }
    return Call{tokens[0], CallOptions(std::move(values))};
}

std::string quotedForShell(const std::string& word)
{
    constexpr std::string_view harmless =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.,:/+=";
    if (!word.empty() && word.find_first_not_of(harmless) == word.npos) return word;
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

} // namespace hg
