#include "core/model_file/network_json.h"

#include "core/conv/words.h"
#include "core/model_file/json_values.h"
#include "core/nn/words.h"

#include <algorithm>
#include <array>

namespace hg {
namespace {

constexpr const char* formatName = "hourglass-network";
constexpr int formatVersion = 1;
constexpr int mostLayers = 256;
constexpr int longestSide =
    1'000'000; // of a picture, a row of units, a kernel: `resolve` bounds their product

/// What the layers of a type are described by.
const char* fieldsOf(LayerType type)
{
    switch (type) {
    case LayerType::Dense:
        return "type, units, activation";
    case LayerType::Conv:
    case LayerType::ConvTransposed:
        return "type, filters, kernel, stride, dilation, padding, activation";
    case LayerType::MaxPool:
    case LayerType::AveragePool:
        return "type, kernel, stride, dilation, padding, activation";
    case LayerType::Upsample:
        return "type, stride, activation";
    }
    return "";
}

bool hasField(LayerType type, std::string_view name)
{
    return std::string_view(fieldsOf(type)).find(name) != std::string_view::npos;
}

std::vector<const char*> typeWords()
{
    std::vector<const char*> words;
    for (const LayerKind& kind : layerKinds())
        words.push_back(kind.id);
    return words;
}

// Reading.

Shape readShape(const Json& value, const std::string& path, JsonFault& fault)
{
    if (value.is_number()) return {readWhole(value, path, 1, longestSide, fault), 1, 1};
    std::array<int, 3> sides{1, 1, 1};
    const bool isTriple = value.is_array() && value.size() == sides.size();
    if (!isTriple && !fault)
        fault = Error{ErrorCode::FieldNotKind, {}, {}, path, "[channels, height, width]"};
    for (std::size_t i = 0; isTriple && i < sides.size(); ++i)
        sides[i] = readWhole(value[i], path + "[" + std::to_string(i) + "]", 1, longestSide, fault);
    return {sides[0], sides[1], sides[2]};
}

/// One number for both axes, or [height, width].
Axes readAxes(JsonObject& layer, const char* name)
{
    const Json* value = layer.find(name);
    const std::string path = layer.pathOf(name);
    if (!value) return {};
    if (!value->is_array()) {
        const int both = readWhole(*value, path, 1, longestSide, layer.fault());
        return {both, both};
    }
    if (value->size() != 2) {
        layer.setFault(ErrorCode::FieldNotKind, path, {}, "[height, width]");
        return {};
    }
    return {readWhole((*value)[0], path + "[0]", 1, longestSide, layer.fault()),
            readWhole((*value)[1], path + "[1]", 1, longestSide, layer.fault())};
}

/// A word, or [before, after].
Padding readPadding(const Json& value, const std::string& path, JsonFault& fault)
{
    if (!value.is_array()) return {static_cast<Padding::Kind>(readWord(value, path, words::padding, fault))};
    if (value.size() != 2) {
        if (!fault) fault = Error{ErrorCode::FieldNotKind, {}, {}, path, "[before, after]"};
        return {};
    }
    return {Padding::Kind::Explicit, readWhole(value[0], path + "[0]", 0, longestSide, fault),
            readWhole(value[1], path + "[1]", 0, longestSide, fault)};
}

/// The same for both axes, or {"h": …, "w": …}.
void readPaddings(JsonObject& layer, LayerSpec& spec)
{
    const Json* value = layer.find("padding");
    if (!value) return;
    const std::string path = layer.pathOf("padding");
    if (!value->is_object()) {
        spec.paddingH = spec.paddingW = readPadding(*value, path, layer.fault());
        return;
    }
    JsonObject axes(*value, path, "h, w", layer.fault());
    if (const Json* h = axes.need("h")) spec.paddingH = readPadding(*h, axes.pathOf("h"), layer.fault());
    if (const Json* w = axes.need("w")) spec.paddingW = readPadding(*w, axes.pathOf("w"), layer.fault());
}

/// The type, read before the object because it decides which other fields are known.
LayerType readType(const Json& value, const std::string& path, JsonFault& fault)
{
    const auto it = value.is_object() ? value.find("type") : value.end();
    if (!value.is_object() || it == value.end()) {
        if (!fault)
            fault = value.is_object() ? Error{ErrorCode::FieldMissing, {}, {}, path + ".type"}
                                      : Error{ErrorCode::FieldNotKind, {}, {}, path, "object"};
        return LayerType::Dense;
    }
    return layerKinds()[readWord(*it, path + ".type", typeWords(), fault)].type;
}

LayerSpec readLayer(const Json& value, const std::string& path, JsonFault& fault)
{
    LayerSpec spec{.type = readType(value, path, fault)};
    if (fault) return spec;
    JsonObject layer(value, path, fieldsOf(spec.type), fault);
    if (spec.type == LayerType::Dense) {
        if (const Json* units = layer.need("units"))
            spec.units = readShape(*units, layer.pathOf("units"), fault);
    }
    if (hasField(spec.type, "filters")) layer.need("filters");
    if (hasField(spec.type, "kernel")) layer.need("kernel");
    if (spec.type == LayerType::Upsample) layer.need("stride");
    spec.filters = layer.whole("filters", 1, 1, longestSide);
    spec.kernel = readAxes(layer, "kernel");
    spec.stride = readAxes(layer, "stride");
    spec.dilation = readAxes(layer, "dilation");
    readPaddings(layer, spec);
    spec.activation = static_cast<Activation>(layer.word("activation", 0, words::activation));
    return spec;
}

void readLayers(const Json& value, const std::string& path, Network& network, JsonFault& fault)
{
    if (!fault && (!value.is_array() || value.empty()))
        fault = Error{ErrorCode::FieldNotKind, {}, {}, path, "[{…}, …]"};
    if (!fault && value.size() > mostLayers)
        fault = Error{ErrorCode::TooLarge, {}, {double(value.size()), double(mostLayers)}};
    for (std::size_t i = 0; i < value.size() && !fault; ++i)
        network.layers.push_back(readLayer(value[i], path + "[" + std::to_string(i) + "]", fault));
}

// Writing.

std::string text(Shape shape)
{
    if (shape.height == 1 && shape.width == 1) return std::to_string(shape.channels);
    return "[" + std::to_string(shape.channels) + ", " + std::to_string(shape.height) + ", " +
           std::to_string(shape.width) + "]";
}

std::string text(Axes axes)
{
    if (axes.h == axes.w) return std::to_string(axes.h);
    return "[" + std::to_string(axes.h) + ", " + std::to_string(axes.w) + "]";
}

std::string quoted(const char* word)
{
    return "\"" + std::string(word) + "\"";
}

std::string text(const Padding& padding)
{
    if (padding.kind == Padding::Kind::Explicit)
        return "[" + std::to_string(padding.before) + ", " + std::to_string(padding.after) + "]";
    return quoted(words::of(words::padding, padding.kind));
}

std::string paddingText(const LayerSpec& spec)
{
    if (spec.paddingH == spec.paddingW) return text(spec.paddingH);
    return R"({"h": )" + text(spec.paddingH) + R"(, "w": )" + text(spec.paddingW) + "}";
}

std::string text(const LayerSpec& spec)
{
    std::string line = R"({"type": )" + quoted(layerKind(spec.type).id);
    const auto add = [&](const char* name, const std::string& value) {
        if (hasField(spec.type, name)) line += ", " + quoted(name) + ": " + value;
    };
    add("units", text(spec.units));
    add("filters", std::to_string(spec.filters));
    add("kernel", text(spec.kernel));
    add("stride", text(spec.stride));
    add("dilation", text(spec.dilation));
    add("padding", paddingText(spec));
    add("activation", quoted(words::of(words::activation, spec.activation)));
    return line + "}";
}

} // namespace

Network readNetwork(const Json& value, const std::string& path, JsonFault& fault)
{
    static const std::array<const char*, 1> formats{formatName};
    JsonObject document(value, path, "format, version, input, layers, code_layer, centred", fault);
    Network network;
    document.need("format");
    document.word("format", 0, formats);
    document.need("version");
    const int version = document.whole("version", formatVersion, 1, longestSide);
    if (version > formatVersion)
        document.setFault(ErrorCode::VersionUnknown, document.pathOf("version"),
                          {double(version), double(formatVersion)});
    if (const Json* input = document.need("input"))
        network.input = readShape(*input, document.pathOf("input"), fault);
    if (const Json* layers = document.need("layers"))
        readLayers(*layers, document.pathOf("layers"), network, fault);
    document.need("code_layer");
    network.codeLayer = document.whole("code_layer", 0, 0, std::max<int>(1, int(network.layers.size())) - 1);
    network.isCentred = document.truth("centred", false);
    return network;
}

std::string writeNetwork(const Network& network)
{
    std::string json = R"({"format": )" + quoted(formatName) + R"(, "version": )" +
                       std::to_string(formatVersion) + ",\n \"input\": " + text(network.input) +
                       ",\n \"layers\": [";
    for (std::size_t i = 0; i < network.layers.size(); ++i)
        json += (i > 0 ? ",\n  " : "\n  ") + text(network.layers[i]);
    return json + "],\n \"code_layer\": " + std::to_string(network.codeLayer) +
           ",\n \"centred\": " + (network.isCentred ? "true" : "false") + "}";
}

std::string networkToJson(const Network& network)
{
    return writeNetwork(network) + "\n";
}

Result<Network> parseNetwork(std::span<const std::uint8_t> content, const std::string& where)
{
    const auto json = parseJson(content, where);
    if (!json) return json.error();
    JsonFault fault;
    Network network = readNetwork(*json, {}, fault);
    if (!fault) return network;
    fault->where = where;
    return *fault;
}

} // namespace hg
