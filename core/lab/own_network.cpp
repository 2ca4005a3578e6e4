#include "core/lab/own_network.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string>

namespace hg {
namespace {

// One axis of a layer that undoes another.

/// The first of the paddings by which a rule goes from `from` cells to `to`.
template <class Rule>
std::optional<Padding> paddingFor(AxisChoice choice, int to, std::initializer_list<Padding> paddings,
                                  const Rule& rule)
{
    for (const Padding& padding : paddings) {
        choice.padding = padding;
        if (rule(choice) == to) return padding;
    }
    return std::nullopt;
}

/// The cells that a transposed layer gives; 0 for none.
int stamped(const AxisChoice& choice)
{
    const auto axis = transposedAxis(choice, Convention::Keras);
    return axis ? axis->input : 0;
}

int slid(const AxisChoice& choice)
{
    const auto axis = forwardAxis(choice, Convention::Keras);
    return axis ? axis->output : 0;
}

/// The padding of the layer that goes back over `axis`: the word of the layer that it undoes where that does,
/// then the same cells in numbers, then another word.
std::optional<Padding> backAlong(const ConvAxis& axis, const Padding& word, bool isDirect)
{
    const int inside = isDirect ? axis.output : axis.input, outside = isDirect ? axis.input : axis.output;
    const AxisChoice choice{
        .input = inside, .kernel = axis.kernel, .stride = axis.stride, .dilation = axis.dilation};
    const Padding cells{Padding::Kind::Explicit, axis.padBefore, axis.padAfter};
    const std::initializer_list<Padding> all{word, cells, {Padding::Kind::Valid}, {Padding::Kind::Same}};
    return isDirect ? paddingFor(choice, outside, all, stamped) : paddingFor(choice, outside, all, slid);
}

/// The nearest size that the way back reaches, for the sentence.
int reached(const ConvAxis& axis, const Padding& word, bool isDirect)
{
    const AxisChoice choice{.input = isDirect ? axis.output : axis.input,
                            .kernel = axis.kernel,
                            .stride = axis.stride,
                            .dilation = axis.dilation,
                            .padding = word};
    return isDirect ? stamped(choice) : slid(choice);
}

/// Of one layer, what undoes it; what it gives instead of the layer's input where nothing does.
struct Undone {
    LayerSpec layer;
    Shape found;
};

Undone undoConvolution(const ResolvedLayer& l, bool isDirect)
{
    Undone undone{l.spec, l.in};
    undone.layer.type = isDirect ? LayerType::ConvTransposed : LayerType::Conv;
    undone.layer.filters = l.in.channels;
    const auto h = backAlong(l.geometry.h, l.spec.paddingH, isDirect);
    const auto w = backAlong(l.geometry.w, l.spec.paddingW, isDirect);
    undone.layer.paddingH = h.value_or(l.spec.paddingH);
    undone.layer.paddingW = w.value_or(l.spec.paddingW);
    if (!h) undone.found.height = reached(l.geometry.h, l.spec.paddingH, isDirect);
    if (!w) undone.found.width = reached(l.geometry.w, l.spec.paddingW, isDirect);
    return undone;
}

Undone undoPooling(const ResolvedLayer& l)
{
    const Axes factor = l.spec.stride;
    return {upsample(factor), {l.in.channels, l.out.height * factor.h, l.out.width * factor.w}};
}

Undone undo(const ResolvedLayer& l)
{
    switch (l.spec.type) {
    case LayerType::Dense:
        return {{.type = LayerType::Dense, .units = l.in, .hasBias = l.spec.hasBias}, l.in};
    case LayerType::Conv:
        return undoConvolution(l, true);
    case LayerType::ConvTransposed:
        return undoConvolution(l, false);
    case LayerType::MaxPool:
    case LayerType::AveragePool:
        return undoPooling(l);
    case LayerType::Upsample:
        break;
    }
    return {averagePool(l.spec.stride), l.in};
}

RowFault missed(OwnPart part, std::size_t row, Shape found, Shape needed)
{
    const Error error{ErrorCode::ShapesDoNotFit, {}, {double(found.size()), double(needed.size())}};
    return {part, static_cast<int>(row), error, found, needed};
}

std::optional<std::vector<LayerSpec>> mirrorOfResolved(const std::vector<ResolvedLayer>& encoder,
                                                       Activation output, RowFault& fault)
{
    std::vector<LayerSpec> decoder;
    for (std::size_t i = encoder.size(); i-- > 0;) {
        Undone undone = undo(encoder[i]);
        if (undone.found != encoder[i].in) {
            fault = missed(OwnPart::Encoder, i, undone.found, encoder[i].in);
            return std::nullopt;
        }
        undone.layer.activation = i > 0 ? encoder[i - 1].spec.activation : output;
        decoder.push_back(undone.layer);
    }
    return decoder;
}

/// The encoder alone: a network whose output is the code, which resolve() compares with nothing else.
Network encoderAlone(const std::vector<LayerSpec>& encoder, Shape input)
{
    return {.input = input,
            .layers = encoder,
            .codeLayer = static_cast<int>(encoder.size()) - 1,
            .classes = static_cast<int>(encoder.back().units.size())};
}

bool isCode(const LayerSpec& spec)
{
    return spec.type == LayerType::Dense && spec.units.cells() == 1;
}

/// resolve()'s error at the row that it names; its last row's where it names none.
RowFault faultAt(Error error, std::size_t encoderRows, std::size_t rows)
{
    std::size_t layer = rows - 1;
    if (error.code == ErrorCode::LayerInvalid && !error.numbers.empty())
        layer = static_cast<std::size_t>(std::max(0.0, error.numbers[0]));
    else if (error.where != "output" && error.where != "input" && !error.where.empty())
        layer = static_cast<std::size_t>(std::stoul(error.where));
    error.where.clear();
    layer = std::min(layer, rows - 1);
    if (layer < encoderRows) return {OwnPart::Encoder, static_cast<int>(layer), std::move(error)};
    return {OwnPart::Decoder, static_cast<int>(layer - encoderRows), std::move(error)};
}

BuiltNetwork failed(RowFault fault)
{
    return {std::nullopt, std::move(fault)};
}

/// What can be said without any shape.
std::optional<RowFault> checkRows(const OwnNetwork& own)
{
    const auto last = [](std::size_t count) { return std::max(0, static_cast<int>(count) - 1); };
    const int code = last(own.encoder.size());
    if (own.encoder.empty() || !isCode(own.encoder.back()))
        return RowFault{OwnPart::Encoder, code, {ErrorCode::LayerInvalid, {}, {double(code)}, "code"}};
    if (own.decoder && own.decoder->empty())
        return RowFault{OwnPart::Decoder, 0, {ErrorCode::LayerInvalid, {}, {double(code)}, "decoder"}};
    const std::size_t decoder = own.decoder ? own.decoder->size() : own.encoder.size();
    const std::size_t count = own.encoder.size() + decoder;
    if (count <= mostLayers) return std::nullopt;
    const OwnPart part = own.decoder && decoder > own.encoder.size() ? OwnPart::Decoder : OwnPart::Encoder;
    return RowFault{part, part == OwnPart::Decoder ? last(decoder) : code,
                    Error{ErrorCode::LayerCount, {}, {double(count), 2, double(mostLayers)}}};
}

// The nearest value that works.

/// The values of one parameter in the order in which they are tried: by distance, the smaller first.
std::vector<int> valuesAround(int value, int least, int most)
{
    const int from = std::clamp(value, least, most);
    std::vector<int> values;
    if (from != value) values.push_back(from);
    for (int d = 1; static_cast<int>(values.size()) < mostTried && (from - d >= least || from + d <= most);
         ++d) {
        if (from - d >= least) values.push_back(from - d);
        if (from + d <= most) values.push_back(from + d);
    }
    return values;
}

/// Whether a row instead of the one at fault is one that works.
class Trial {
public:
    Trial(const OwnNetwork& own, Shape input, Activation output, const RowFault& fault, bool isWhole)
        : m_own(own), m_input(input), m_output(output), m_fault(fault), m_isWhole(isWhole)
    {}

    bool works(const LayerSpec& row)
    {
        rowAt() = row;
        const BuiltNetwork built = build(m_own, m_input, m_output);
        if (built.network) return true;
        return !m_isWhole && isLater(*built.fault);
    }
    const LayerSpec& row() const
    {
        return (*rowsIn(m_own, m_fault.part))[static_cast<std::size_t>(m_fault.row)];
    }

private:
    LayerSpec& rowAt() { return (*rowsIn(m_own, m_fault.part))[static_cast<std::size_t>(m_fault.row)]; }
    /// Encoder rows fail going down, their mirrors going up, decoder rows going down.
    bool isLater(const RowFault& other) const
    {
        const auto place = [](const RowFault& f) {
            const bool isMirror = f.part == OwnPart::Encoder && f.error.code == ErrorCode::ShapesDoNotFit;
            const int phase = f.part == OwnPart::Decoder ? 2 : isMirror ? 1 : 0;
            return std::pair(phase, isMirror ? -f.row : f.row);
        };
        return place(other) > place(m_fault);
    }

    OwnNetwork m_own;
    Shape m_input;
    Activation m_output;
    RowFault m_fault;
    bool m_isWhole;
};

/// Tries one parameter of a row, whichever kind of value it is.
class NearestValue {
public:
    NearestValue(const LayerSpec& row, const LayerParameter& parameter, Shape in, Shape needed, Trial& trial)
        : m_row(row), m_parameter(parameter), m_in(in), m_needed(needed), m_trial(trial)
    {}

    /// Both axes together where they are equal, otherwise each.
    std::optional<RowFix> operator()(Axes LayerSpec::*field)
    {
        const Axes old = m_row.*field;
        const int most = std::max({m_in.height, m_in.width, m_needed.height, m_needed.width, 1}) + 1;
        const bool isLine = m_in.height == 1 && old.h == 1;
        for (const int value : valuesAround(old.w, m_parameter.range.least, most))
            if (auto fix = tryRow(field,
                                  Axes{isLine           ? 1
                                       : old.h == old.w ? value
                                                        : old.h,
                                       value},
                                  std::abs(value - old.w)))
                return fix;
        if (isLine || old.h == old.w) return std::nullopt;
        for (const int value : valuesAround(old.h, m_parameter.range.least, most))
            if (auto fix = tryRow(field, Axes{value, old.w}, std::abs(value - old.h))) return fix;
        return std::nullopt;
    }
    std::optional<RowFix> operator()(int LayerSpec::*field)
    {
        const int old = m_row.*field;
        if (auto fix = tryRow(field, m_needed.channels, std::abs(m_needed.channels - old))) return fix;
        return tryFewer(old, [&](int value) { return tryRow(field, value, old - value); });
    }
    std::optional<RowFix> operator()(Shape LayerSpec::*field)
    {
        const Shape old = m_row.*field;
        return tryFewer(old.channels, [&](int value) {
            return tryRow(field, Shape{value, old.height, old.width}, old.channels - value);
        });
    }
    std::optional<RowFix> operator()(PaddingFields field)
    {
        for (const Padding::Kind kind : {Padding::Kind::Same, Padding::Kind::Valid}) {
            LayerSpec row = m_row;
            row.*field.h = row.*field.w = Padding{kind};
            if (row != m_row && m_trial.works(row)) return RowFix{&m_parameter, row, 0};
        }
        return std::nullopt;
    }
    std::optional<RowFix> operator()(Activation LayerSpec::*) { return std::nullopt; }
    std::optional<RowFix> operator()(bool LayerSpec::*) { return std::nullopt; }

private:
    template <class Value>
    std::optional<RowFix> tryRow(Value LayerSpec::*field, const Value& value, int distance)
    {
        LayerSpec row = m_row;
        row.*field = value;
        if (row == m_row || !m_trial.works(row)) return std::nullopt;
        return RowFix{&m_parameter, row, distance};
    }
    /// The most units or filters below: what is too large stays so with more of them.
    template <class Try>
    std::optional<RowFix> tryFewer(int old, const Try& tryValue)
    {
        int works = 0, fails = old;
        if (old < 2 || !tryValue(1)) return std::nullopt;
        works = 1;
        while (fails - works > 1) {
            const int middle = works + (fails - works) / 2;
            (tryValue(middle) ? works : fails) = middle;
        }
        return tryValue(works);
    }

    const LayerSpec& m_row;
    const LayerParameter& m_parameter;
    Shape m_in, m_needed;
    Trial& m_trial;
};

/// What the layer at fault is given.
Shape shapeBefore(const OwnNetwork& own, Shape input, const RowFault& fault)
{
    std::vector<LayerSpec> rows = own.encoder;
    if (fault.part == OwnPart::Decoder) rows.insert(rows.end(), own.decoder->begin(), own.decoder->end());
    const std::size_t first = fault.part == OwnPart::Decoder ? own.encoder.size() : 0;
    rows.resize(first + static_cast<std::size_t>(fault.row));
    const auto resolved = resolvedRows(rows, input);
    return resolved.empty() ? input : resolved.back().out;
}

std::vector<RowFix> fixes(const OwnNetwork& own, Shape input, Activation output, const RowFault& fault,
                          bool isWhole)
{
    Trial trial(own, input, output, fault, isWhole);
    const LayerSpec row = trial.row();
    const Shape in = shapeBefore(own, input, fault);
    std::vector<RowFix> found;
    for (const LayerParameter& parameter : layerKind(row.type).parameters)
        if (auto fix = std::visit(NearestValue(row, parameter, in, input, trial), parameter.field))
            found.push_back(*fix);
    std::stable_sort(found.begin(), found.end(), [](const RowFix& a, const RowFix& b) {
        return std::pair(a.distance == 0, a.distance) < std::pair(b.distance == 0, b.distance);
    });
    return found;
}

} // namespace

std::optional<std::vector<LayerSpec>> mirrorOf(const std::vector<LayerSpec>& encoder, Shape input,
                                               Activation output, RowFault& fault)
{
    const auto resolved = resolve(encoderAlone(encoder, input));
    if (resolved) return mirrorOfResolved(resolved->layers, output, fault);
    fault = faultAt(resolved.error(), encoder.size(), encoder.size());
    return std::nullopt;
}

BuiltNetwork build(const OwnNetwork& own, Shape input, Activation output)
{
    if (auto fault = checkRows(own)) return failed(*fault);
    RowFault fault;
    const auto decoder = own.decoder ? own.decoder : mirrorOf(own.encoder, input, output, fault);
    if (!decoder) return failed(fault);
    Network network{
        .input = input, .layers = own.encoder, .codeLayer = static_cast<int>(own.encoder.size()) - 1};
    network.layers.insert(network.layers.end(), decoder->begin(), decoder->end());
    auto resolved = resolve(network);
    if (resolved) return {std::move(*resolved), std::nullopt};
    if (resolved.error().where != "output")
        return failed(faultAt(resolved.error(), own.encoder.size(), network.layers.size()));
    network.classes = static_cast<int>(resolved.error().numbers[0]); // only to learn the shape
    const auto unfit = resolve(network);
    return failed(missed(own.decoder ? OwnPart::Decoder : OwnPart::Encoder,
                         own.decoder ? decoder->size() - 1 : 0, unfit ? unfit->outputShape() : Shape(),
                         input));
}

Result<OwnNetwork> ownOf(const Network& network)
{
    const auto code = network.layers.begin() + network.codeLayer;
    OwnNetwork own{{network.layers.begin(), code + 1},
                   std::vector<LayerSpec>(code + 1, network.layers.end())};
    if (const auto fault = checkRows(own)) return fault->error;
    RowFault fault;
    const auto mirror = mirrorOf(own.encoder, network.input, network.layers.back().activation, fault);
    if (mirror == own.decoder) own.decoder.reset();
    return own;
}

std::vector<RowFix> nearestRows(const OwnNetwork& own, Shape input, Activation output, const RowFault& fault)
{
    const auto* rows = rowsIn(own, fault.part);
    if (!rows || fault.row < 0 || fault.row >= static_cast<int>(rows->size())) return {};
    if (fault.error.code == ErrorCode::LayerCount) return {};
    auto found = fixes(own, input, output, fault, true);
    return found.empty() ? fixes(own, input, output, fault, false) : found;
}

std::vector<ResolvedLayer> resolvedRows(const std::vector<LayerSpec>& rows, Shape in)
{
    std::vector<ResolvedLayer> resolved;
    for (const LayerSpec& row : rows) {
        auto layer = layerKind(row.type).resolve(row, in);
        if (!layer) break;
        in = layer->out;
        resolved.push_back(std::move(*layer));
    }
    return resolved;
}

std::vector<LayerSpec>* rowsIn(OwnNetwork& own, OwnPart part)
{
    if (part == OwnPart::Encoder) return &own.encoder;
    return own.decoder ? &*own.decoder : nullptr;
}

const std::vector<LayerSpec>* rowsIn(const OwnNetwork& own, OwnPart part)
{
    return rowsIn(const_cast<OwnNetwork&>(own), part);
}

bool hasWeights(LayerType type)
{
    return findParameter(layerKind(type), "bias") != nullptr;
}

} // namespace hg
