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

std::vector<const char*> typeWords()
{
    std::vector<const char*> words;
    for (const LayerKind& kind : layerKinds())
        words.push_back(kind.id);
    return words;
}

// Reading: a value of each kind that a parameter has.

/// [first, second], or false and a fault that says which two.
bool isPair(const Json& value, const std::string& path, const char* accepted, JsonFault& fault)
{
    if (value.size() == 2) return true;
    if (!fault) fault = Error{ErrorCode::FieldNotKind, {}, {}, path, accepted};
    return false;
}

int readSide(const Json& value, const std::string& path, WholeRange range, JsonFault& fault)
{
    return readWhole(value, path, range.least, range.most, fault);
}

/// n for a row of n, or [channels, height, width].
Shape readShape(const Json& value, const std::string& path, WholeRange range, JsonFault& fault)
{
    if (value.is_number()) return {readSide(value, path, range, fault), 1, 1};
    std::array<int, 3> sides{1, 1, 1};
    const bool isTriple = value.is_array() && value.size() == sides.size();
    if (!isTriple && !fault)
        fault = Error{ErrorCode::FieldNotKind, {}, {}, path, "[channels, height, width]"};
    for (std::size_t i = 0; isTriple && i < sides.size(); ++i)
        sides[i] = readSide(value[i], path + "[" + std::to_string(i) + "]", range, fault);
    return {sides[0], sides[1], sides[2]};
}

/// One number for both axes, or [height, width].
Axes readAxes(const Json& value, const std::string& path, WholeRange range, JsonFault& fault)
{
    if (!value.is_array()) {
        const int both = readSide(value, path, range, fault);
        return {both, both};
    }
    if (!isPair(value, path, "[height, width]", fault)) return {};
    return {readSide(value[0], path + "[0]", range, fault), readSide(value[1], path + "[1]", range, fault)};
}

/// A word, or [before, after].
Padding readPadding(const Json& value, const std::string& path, WholeRange range, JsonFault& fault)
{
    if (!value.is_array()) return {static_cast<Padding::Kind>(readWord(value, path, words::padding, fault))};
    if (!isPair(value, path, "[before, after]", fault)) return {};
    return {Padding::Kind::Explicit, readSide(value[0], path + "[0]", range, fault),
            readSide(value[1], path + "[1]", range, fault)};
}

/// Reads one parameter of a layer into the field that keeps it.
class ParameterReader {
public:
    ParameterReader(const Json& value, std::string path, WholeRange range, LayerSpec& spec, JsonFault& fault)
        : m_value(value), m_path(std::move(path)), m_range(range), m_spec(spec), m_fault(fault)
    {}
    void operator()(Shape LayerSpec::*field) { m_spec.*field = readShape(m_value, m_path, m_range, m_fault); }
    void operator()(int LayerSpec::*field) { m_spec.*field = readSide(m_value, m_path, m_range, m_fault); }
    void operator()(Axes LayerSpec::*field) { m_spec.*field = readAxes(m_value, m_path, m_range, m_fault); }
    void operator()(Activation LayerSpec::*field)
    {
        m_spec.*field = static_cast<Activation>(readWord(m_value, m_path, words::activation, m_fault));
    }
    void operator()(bool LayerSpec::*field)
    {
        if (m_value.is_boolean())
            m_spec.*field = m_value.get<bool>();
        else if (!m_fault)
            m_fault = Error{ErrorCode::FieldNotKind, {}, {}, m_path, "true, false"};
    }
    /// The same for both axes, or {"h": …, "w": …}.
    void operator()(PaddingFields field)
    {
        if (!m_value.is_object()) {
            m_spec.*field.h = m_spec.*field.w = readPadding(m_value, m_path, m_range, m_fault);
            return;
        }
        JsonObject axes(m_value, m_path, "h, w", m_fault);
        if (const Json* h = axes.need("h"))
            m_spec.*field.h = readPadding(*h, axes.pathOf("h"), m_range, m_fault);
        if (const Json* w = axes.need("w"))
            m_spec.*field.w = readPadding(*w, axes.pathOf("w"), m_range, m_fault);
    }

private:
    const Json& m_value;
    std::string m_path;
    WholeRange m_range;
    LayerSpec& m_spec;
    JsonFault& m_fault;
};

/// The names that the layers of a type are described by, between commas.
std::string fieldsOf(const LayerKind& kind)
{
    std::string fields = "type";
    for (const LayerParameter& parameter : kind.parameters)
        fields += std::string(", ") + parameter.name;
    return fields;
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
    const LayerKind& kind = layerKind(spec.type);
    JsonObject layer(value, path, fieldsOf(kind).c_str(), fault);
    for (const LayerParameter& parameter : kind.parameters)
        if (parameter.isNeeded) layer.need(parameter.name);
    for (const LayerParameter& parameter : kind.parameters)
        if (const Json* given = layer.find(parameter.name))
            std::visit(ParameterReader(*given, layer.pathOf(parameter.name), parameter.range, spec, fault),
                       parameter.field);
    return spec;
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

/// A parameter's value as the reader above takes it.
struct ParameterText {
    const LayerSpec& spec;

    std::string operator()(Shape LayerSpec::*field) const { return text(spec.*field); }
    std::string operator()(int LayerSpec::*field) const { return std::to_string(spec.*field); }
    std::string operator()(Axes LayerSpec::*field) const { return text(spec.*field); }
    std::string operator()(Activation LayerSpec::*field) const
    {
        return quoted(words::of(words::activation, spec.*field));
    }
    std::string operator()(bool LayerSpec::*field) const { return spec.*field ? "true" : "false"; }
    std::string operator()(PaddingFields field) const
    {
        const Padding &h = spec.*field.h, &w = spec.*field.w;
        return h == w ? text(h) : R"({"h": )" + text(h) + R"(, "w": )" + text(w) + "}";
    }
};

/// A truth is written where it is not the usual one: files from before there was a choice stay as they are.
bool isWritten(const LayerParameter& parameter, const LayerSpec& spec)
{
    const auto* truth = std::get_if<bool LayerSpec::*>(&parameter.field);
    return !truth || spec.**truth != LayerSpec().**truth;
}

std::string text(const LayerSpec& spec)
{
    const LayerKind& kind = layerKind(spec.type);
    std::string line = R"({"type": )" + quoted(kind.id);
    for (const LayerParameter& parameter : kind.parameters)
        if (isWritten(parameter, spec))
            line += ", " + quoted(parameter.name) + ": " + std::visit(ParameterText{spec}, parameter.field);
    return line + "}";
}

} // namespace

std::vector<LayerSpec> readLayers(const Json& value, const std::string& path, JsonFault& fault)
{
    std::vector<LayerSpec> layers;
    if (!fault && (!value.is_array() || value.empty()))
        fault = Error{ErrorCode::FieldNotKind, {}, {}, path, "[{…}, …]"};
    if (!fault && value.size() > mostLayers)
        fault = Error{ErrorCode::TooLarge, {}, {double(value.size()), double(mostLayers)}};
    for (std::size_t i = 0; i < value.size() && !fault; ++i)
        layers.push_back(readLayer(value[i], path + "[" + std::to_string(i) + "]", fault));
    return layers;
}

Json layersJson(const std::vector<LayerSpec>& layers)
{
    Json json = Json::array();
    for (const LayerSpec& layer : layers)
        json.push_back(Json::parse(text(layer)));
    return json;
}

Network readNetwork(const Json& value, const std::string& path, JsonFault& fault)
{
    static const std::array<const char*, 1> formats{formatName};
    JsonObject document(value, path, "format, version, input, layers, code_layer, centred", fault);
    Network network;
    document.need("format");
    document.word("format", 0, formats);
    document.need("version");
    const int version = document.whole("version", formatVersion, 1, WholeRange{}.most);
    if (version > formatVersion)
        document.setFault(ErrorCode::VersionUnknown, document.pathOf("version"),
                          {double(version), double(formatVersion)});
    if (const Json* input = document.need("input"))
        network.input = readShape(*input, document.pathOf("input"), WholeRange(), fault);
    if (const Json* layers = document.need("layers"))
        network.layers = readLayers(*layers, document.pathOf("layers"), fault);
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
