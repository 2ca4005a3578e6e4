#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/render.h"
#include "app/cli/sound_output.h"
#include "core/audio/line_convolution.h"
#include "core/conv/convolve.h"
#include "core/conv/padding.h"
#include "core/conv/words.h"
#include "core/io/array_file.h"
#include "core/io/sound_file.h"
#include "core/session/preset_state.h"
#include "core/session/state_json.h"
#include "ui/pictures/picture_reader.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <limits>

namespace hg::cli {
namespace {

constexpr double mostOutputs = mostNumbers;

/// A call of conv2d or conv1d, read and checked as far as that is possible without the data.
struct Order {
    int axes = 2;
    std::string input, kernel; ///< paths; empty: the scene's own
    bool isFlipped = false;
    int filters = 0;          ///< 0: follows from the kernel file
    std::vector<double> bias; ///< as given
    std::optional<OutputCell> explained;
    bool asJson = false;
    RenderOrder render;
    ConvScene scene; ///< a preset's, a state's or an empty one, with the settings that the options ask for
    ConvView view;
};

struct Call {
    Order order;
    ConvScene scene; ///< the order's with the data that it names
    ConvGeometry geometry;
};

/// One or two whole numbers; one counts for both axes.
Axes readAxes(Arguments& a, const std::string& name, int axes, int least, int most, Axes fallback)
{
    if (!a.has(name)) return fallback;
    const auto values = a.integers(name, least, most);
    if (a.fault()) return fallback;
    if (values.size() == 1) return axes == 2 ? Axes{values[0], values[0]} : Axes{1, values[0]};
    if (axes == 2 && values.size() == 2) return {values[0], values[1]};
    a.setFault(name, "\"" + a.text(name) + "\" has " + std::to_string(values.size()) + " numbers; " +
                         (axes == 2 ? "one or two are" : "one is") + " accepted");
    return fallback;
}

/// Whether the call begins with a scene instead of options and files alone.
bool hasOwnScene(const Arguments& a)
{
    return a.has("preset") || a.has("state");
}

void readNumericPadding(Arguments& a, Order& order)
{
    constexpr int most = 1'000'000;
    const auto p = a.integers("padding", 0, most);
    if (a.fault()) return;
    const auto sides = [](int before, int after) { return Padding{Padding::Kind::Explicit, before, after}; };
    if (p.size() == 1) {
        order.scene.paddingW = sides(p[0], p[0]);
        if (order.axes == 2) order.scene.paddingH = order.scene.paddingW;
    } else if (p.size() == 2) {
        order.scene.paddingH = order.axes == 2 ? sides(p[0], p[0]) : Padding{};
        order.scene.paddingW = order.axes == 2 ? sides(p[1], p[1]) : sides(p[0], p[1]);
    } else if (p.size() == 4 && order.axes == 2) {
        order.scene.paddingH = sides(p[0], p[1]);
        order.scene.paddingW = sides(p[2], p[3]);
    } else
        a.setFault("padding",
                   "\"" + a.text("padding") + "\" has " + std::to_string(p.size()) + " numbers; " +
                       (order.axes == 2 ? "one, two (rows, columns) or four (top, bottom, left, right)"
                                        : "one or two (left, right)") +
                       " are accepted");
    if (order.scene.isTransposed && p.size() == (order.axes == 2 ? 4u : 2u))
        a.setFault("padding", "a padding by sides has no meaning for a transposed convolution; " +
                                  std::string(order.axes == 2 ? "P or PH,PW is accepted" : "P is accepted"));
}

void readPadding(Arguments& a, Order& order)
{
    if (!a.has("padding")) return;
    const std::string text = a.text("padding");
    if (const auto place = words::placeOf(words::padding, text)) {
        const auto kind = static_cast<Padding::Kind>(*place);
        if (kind == Padding::Kind::Causal && (order.axes == 2 || order.scene.isTransposed))
            a.setFault("padding", "causal is for forward convolution along one axis (conv1d) only");
        order.scene.paddingW = {kind};
        if (order.axes == 2) order.scene.paddingH = {kind};
        return;
    }
    const bool isNumeric = !text.empty() && (std::isdigit(static_cast<unsigned char>(text[0])) ||
                                             text[0] == '-' || text[0] == '+');
    if (isNumeric)
        readNumericPadding(a, order);
    else
        a.setFault("padding", "\"" + text + "\" is none of valid, same, full, " +
                                  (order.axes == 1 ? "causal, " : "") + "nor numbers such as " +
                                  (order.axes == 2 ? "1 or 1,2 or 0,1,0,1" : "1 or 0,1"));
}

void readOutputPadding(Arguments& a, Order& order)
{
    if (!a.has("output-padding")) return;
    const Axes values = readAxes(a, "output-padding", order.axes, 0, 1000, {});
    if (a.fault()) return;
    if (!order.scene.isTransposed) return a.setFault("output-padding", "goes with --transposed only");
    if (order.scene.paddingW.kind != Padding::Kind::Explicit && a.has("padding"))
        return a.setFault("output-padding", "goes only with a padding given in numbers");
    if (!a.has("padding")) { // the default word is valid; a crop of 0 says the same in numbers
        order.scene.paddingW = {Padding::Kind::Explicit, 0, 0};
        if (order.axes == 2) order.scene.paddingH = order.scene.paddingW;
    }
    order.scene.outputPadding = {order.axes == 2 ? values.h : 0, values.w};
    if (values.w >= std::max(order.scene.stride.w, order.scene.dilation.w) ||
        (order.axes == 2 && values.h >= std::max(order.scene.stride.h, order.scene.dilation.h)))
        a.setFault("output-padding", "\"" + a.text("output-padding") +
                                         "\" must be less than the larger of stride and dilation");
}

void readPooling(Arguments& a, Order& order)
{
    if (a.has("pool-size") && !a.has("pool")) a.setFault("pool-size", "goes with --pool only");
    if (a.has("kernel")) order.scene.pooling.reset();
    if (!a.has("pool")) {
        if (!a.has("kernel") && !hasOwnScene(a))
            a.setFault("kernel", "is missing; a CSV or .npy file, or --pool average|max with --pool-size");
        return;
    }
    order.scene.pooling = static_cast<Pooling>(a.choice("pool", words::pooling));
    for (const char* other : {"kernel", "bias", "transposed", "filters", "flip", "output-padding"})
        if (a.has(other)) a.setFault(other, "does not go with --pool, whose windows have no weights");
    order.scene = withDirection(order.scene, false);
    order.scene.groups = 1;
    order.scene.bias.clear();
    order.scene.fill = Fill::Zeros; // whatever --padding-mode says: windows look at cells of the input only
    if (!a.has("pool-size") && !hasOwnScene(a)) a.setFault("pool-size", "is missing; it takes K or KH,KW");
    const Axes size = readAxes(a, "pool-size", order.axes, 1, 1'000'000, order.scene.kernelSize());
    order.scene.kernel.n = 1; // only its size is read
    order.scene.kernel.shape = {1, size.h, size.w};
    order.scene.kernel.data.clear();
}

void readExplained(Arguments& a, Order& order)
{
    if (!a.has("explain")) return;
    const auto values = a.integers("explain", 0, 1'000'000'000);
    if (a.fault()) return;
    const std::size_t least = static_cast<std::size_t>(order.axes);
    if (values.size() != least && values.size() != least + 1)
        return a.setFault("explain", "\"" + a.text("explain") + "\" is not " +
                                         (order.axes == 2 ? "R,C or R,C,F" : "I or I,F"));
    const int filter = values.size() > least ? values.back() : 0;
    order.explained =
        order.axes == 2 ? OutputCell{values[0], values[1], filter} : OutputCell{0, values[0], filter};
}

/// What the options say, over `begin`.
Order readOrder(Arguments& a, int axes, const ConvState& begin)
{
    Order order;
    order.axes = axes;
    order.scene = begin.scene;
    order.view = begin.view;
    ConvScene& scene = order.scene;
    order.input = a.text("input");
    order.kernel = a.text("kernel");
    if (!a.has("input") && !hasOwnScene(a))
        a.setFault("input", "is missing; a file, or - for standard input");
    scene.stride = readAxes(a, "stride", axes, 1, 1000, scene.stride);
    scene.dilation = readAxes(a, "dilation", axes, 1, 1000, scene.dilation);
    scene.fill = static_cast<Fill>(a.choice("padding-mode", words::fill, static_cast<int>(scene.fill)));
    if (a.has("convention"))
        scene.convention =
            static_cast<Convention>(a.choice("convention", words::List(words::convention).first(2)));
    order.isFlipped = a.has("flip");
    if (a.has("transposed")) scene = withDirection(scene, true);
    order.filters = a.integer("filters", 0, 1, 10'000'000);
    order.bias = a.numbers("bias");
    order.asJson = a.has("json");
    readPooling(a, order);
    readPadding(a, order);
    readOutputPadding(a, order);
    readExplained(a, order);
    order.render = readRenderOrder(a);
    const bool isSame = scene.paddingW.kind == Padding::Kind::Same;
    if (scene.isTransposed && scene.fill != Fill::Zeros)
        a.setFault("padding-mode", "a transposed convolution fills with zeros only");
    if (isSame && scene.convention == Convention::PyTorch && scene.isTransposed)
        a.setFault("padding", "PyTorch has no transposed \"same\"; give the crop as a number");
    if (isSame && scene.convention == Convention::PyTorch && std::max(scene.stride.h, scene.stride.w) > 1)
        a.setFault("padding", "PyTorch's \"same\" works with stride 1 only");
    if (order.input == "-" && order.kernel == "-")
        a.setFault("kernel", "standard input can be read only once");
    if (order.filters > 0 && !a.has("kernel") && hasOwnScene(a))
        a.setFault("filters", "goes with --kernel; the scene has its own");
    if (order.filters > 0 && order.bias.size() > 1 && static_cast<int>(order.bias.size()) != order.filters)
        a.setFault("bias", std::to_string(order.bias.size()) + " numbers for " +
                               std::to_string(order.filters) + " filters; one, or one a filter");
    return order;
}

/// The named preset's scene, or the one that a link or file holds, or an empty one.
std::optional<Failure> readBeginning(Arguments& a, int axes, LabState& begin)
{
    if (a.has("preset") && a.has("state"))
        return Failure{2, "--state", "does not go with --preset; begin with one of them"};
    ConvState empty;
    empty.scene.axes = axes;
    begin = empty;
    if (a.has("preset")) {
        const Assets assets(QCoreApplication::applicationDirPath().toStdString());
        auto state = presetState(a.text("preset"), assets);
        if (!state && state.error().code == ErrorCode::UnknownName)
            return Failure{2, "--preset",
                           "\"" + a.text("preset") + "\" is not a preset; \"hourglass presets\" lists them"};
        if (!state) return failure(state.error(), "--preset");
        begin = std::move(*state);
    }
    if (a.has("state")) {
        const std::string text = a.text("state");
        if (isStateLink(text)) {
            auto state = readStateLink(text);
            if (!state) return failure(state.error(), "--state");
            begin = *state;
        } else {
            auto content = readFile(text);
            if (!content) return failure(content.error());
            const std::string_view inside(reinterpret_cast<const char*>(content->data()), content->size());
            auto state = isStateLink(inside) ? readStateLink(inside) : readState(*content, text);
            if (!state) return failure(state.error(), text);
            begin = *state;
        }
    }
    const std::string lab(labOf(begin));
    if (lab != (axes == 2 ? "conv2d" : "conv1d"))
        return Failure{a.has("preset") ? 2 : 1, a.has("preset") ? "--preset" : "--state",
                       "is for " + (lab == "autoencoder" ? "train" : lab)};
    return std::nullopt;
}

/// The channels' average as one row, −1…1.
Result<std::vector<Block>> readSound(std::span<const std::uint8_t> content, const std::string& path)
{
    const auto sound = parseSound(content, path);
    if (!sound) return sound.error();
    const std::vector<float> mix = monoMix(*sound);
    return std::vector{Block{1, static_cast<int>(mix.size()), {mix.begin(), mix.end()}}};
}

/// `kind`: of the file that was read.
Result<std::vector<Block>> readBlocks(const std::string& path, int axes, bool isInput, FileKind& kind)
{
    auto content = readFile(path);
    if (!content) return content.error();
    switch (kind = kindOf(*content)) {
    case FileKind::Text:
        return parseCsv(*content, path);
    case FileKind::Npy:
        return parseNpy(*content, path, axes == 1);
    case FileKind::Picture:
        if (isInput && axes == 2) return readPicture(*content, path);
        break;
    case FileKind::Sound:
        if (isInput && axes == 1) return readSound(*content, path);
        break;
    case FileKind::Gzip:
    case FileKind::Zip:
    case FileKind::Idx:
    case FileKind::Model:
    case FileKind::Unknown:
        break;
    }
    return Error{ErrorCode::UnknownKind, path};
}

/// Equal blocks as one tensor of n·inner blocks.
Result<TensorD> stacked(std::vector<Block> blocks, int axes, const std::string& where)
{
    const Block& first = blocks.front();
    const int rows = axes == 1 ? 1 : first.rows;
    TensorD tensor(static_cast<int>(blocks.size()), {1, first.rows, first.columns}, {});
    for (const Block& block : blocks) {
        if (block.rows != rows || block.columns != first.columns)
            return Error{ErrorCode::BlocksDiffer,
                         where,
                         {double(block.line), double(block.rows), double(block.columns), double(rows),
                          double(first.columns)}};
        tensor.data.insert(tensor.data.end(), block.values.begin(), block.values.end());
    }
    return tensor;
}

Result<TensorD> readTensor(const std::string& path, int axes)
{
    FileKind kind{};
    auto blocks = readBlocks(path, axes, false, kind);
    if (!blocks) return blocks.error();
    return stacked(std::move(*blocks), axes, path);
}

/// The order's input in place of the scene's.
std::optional<Failure> readInput(Call& call)
{
    FileKind kind{};
    auto blocks = readBlocks(call.order.input, call.order.axes, true, kind);
    if (!blocks) return failure(blocks.error());
    auto input = stacked(std::move(*blocks), call.order.axes, call.order.input);
    if (!input) return failure(input.error());
    call.scene.input =
        TensorD(1, {input->n, input->shape.height, input->shape.width}, std::move(input->data));
    call.scene.origin = kind == FileKind::Picture ? InputOrigin::Photograph : InputOrigin::Numbers;
    return std::nullopt;
}

std::optional<Failure> readKernels(Call& call)
{
    auto kernels = readTensor(call.order.kernel, call.order.axes);
    if (!kernels) return failure(kernels.error());
    const int blocks = kernels->n, channels = call.scene.channels();
    const int filters = call.order.filters > 0 ? call.order.filters : blocks / channels;
    if (filters < 1 || static_cast<double>(filters) * channels != blocks)
        return Failure{1, call.order.kernel,
                       std::to_string(blocks) + " blocks do not fit " + std::to_string(channels) +
                           " input channels" +
                           (call.order.filters > 0 ? " and " + std::to_string(filters) + " filters" : "") +
                           "; filters times channels are needed"};
    const bool t = call.scene.isTransposed;
    call.scene.groups = 1;
    call.scene.kernel =
        TensorD(t ? channels : filters, {t ? filters : channels, kernels->shape.height, kernels->shape.width},
                std::move(kernels->data));
    if (static_cast<int>(call.scene.bias.size()) != filters) call.scene.bias.clear(); // of other filters
    return std::nullopt;
}

std::optional<Failure> setBias(Call& call)
{
    const int filters = call.scene.filters();
    const auto& given = call.order.bias;
    if (given.size() == 1) call.scene.bias.assign(static_cast<std::size_t>(filters), given[0]);
    if (given.size() > 1) call.scene.bias = given;
    if (!call.scene.bias.empty() && static_cast<int>(call.scene.bias.size()) != filters)
        return Failure{1, "--bias",
                       std::to_string(given.size()) + " numbers for " + std::to_string(filters) +
                           " filters; one, or one a filter"};
    return std::nullopt;
}

std::optional<Failure> findGeometry(Call& call)
{
    const Order& o = call.order;
    const auto geometry = geometryOf(call.scene);
    if (!geometry) {
        Error error = geometry.error();
        const bool isAxis = error.text == "rows" || error.text == "columns";
        const std::string axis = isAxis ? error.text : error.where;
        const std::string kernel = o.kernel.empty() ? "the scene" : o.kernel;
        const bool isPadding = error.code == ErrorCode::FillTooWide || error.code == ErrorCode::OutputEmpty ||
                               error.code == ErrorCode::WindowEmpty;
        const std::string subject = isPadding ? "--padding" : call.scene.pooling ? "--pool-size" : kernel;
        if (isAxis) error.text.clear();
        error.where.clear();
        return failure(error, subject + (o.axes == 2 && !axis.empty() ? " (" + axis + ")" : ""));
    }
    call.geometry = *geometry;
    const Shape out = outputShape(call.scene, call.geometry);
    const double outputs = 1.0 * out.channels * out.height * out.width;
    if (outputs > mostOutputs) return failure({ErrorCode::TooLarge, "output", {outputs, mostOutputs}});
    return std::nullopt;
}

std::string arrayText(const std::vector<float>& values, Shape shape)
{
    std::string text;
    const auto plane = static_cast<std::size_t>(shape.height) * static_cast<std::size_t>(shape.width);
    for (int c = 0; c < shape.channels; ++c) {
        if (c > 0) text += '\n';
        text += toCsv(std::span(values).subspan(static_cast<std::size_t>(c) * plane, plane), shape.width);
    }
    return text;
}

std::string arrayJson(const std::vector<float>& values, Shape shape, int axes)
{
    if (axes == 1) return jsonTensor(values, std::array{shape.channels, shape.width});
    return jsonTensor(values, std::array{shape.channels, shape.height, shape.width});
}

std::string floatText(double value)
{
    return shortest(static_cast<float>(value));
}

std::string place(int row, int column, int axes)
{
    return (axes == 2 ? std::to_string(row) + "," : "") + std::to_string(column);
}

std::string explainJson(const Sum& sum, OutputCell cell, int axes)
{
    std::string text = "{\"output\":[" + place(cell.row, cell.column, axes) + "," +
                       std::to_string(cell.filter) + "],\"taps\":[";
    for (std::size_t i = 0; i < sum.terms.size(); ++i) {
        const Term& t = sum.terms[i];
        text += std::string(i > 0 ? "," : "") + "{\"channel\":" + std::to_string(t.channel) + ",\"input\":[" +
                place(t.row, t.column, axes) + "],\"padding\":" + (t.isPadding ? "true" : "false") +
                ",\"value\":" + floatText(t.value) + ",\"weight\":" + floatText(t.weight) +
                ",\"product\":" + floatText(t.product()) + "}";
    }
    return text + "],\"bias\":" + floatText(sum.bias) + ",\"sum\":" + floatText(sum.total) + "}\n";
}

std::string explainText(const Sum& sum, int axes)
{
    std::string text = axes == 2 ? "channel,row,column,padding,value,weight,product\n"
                                 : "channel,index,padding,value,weight,product\n";
    for (const Term& t : sum.terms)
        text += std::to_string(t.channel) + "," + place(t.row, t.column, axes) + "," +
                (t.isPadding ? "yes" : "no") + "," + floatText(t.value) + "," + floatText(t.weight) + "," +
                floatText(t.product()) + "\n";
    return text + "bias: " + floatText(sum.bias) + "\nsum: " + floatText(sum.total) + "\n";
}

bool isFloat(double value)
{
    return std::abs(value) <= static_cast<double>(std::numeric_limits<float>::max());
}

std::optional<Failure> printExplanation(const Call& call, OutputCell cell)
{
    const Shape shape = outputShape(call.scene, call.geometry);
    if (cell.row >= shape.height || cell.column >= shape.width || cell.filter >= shape.channels)
        return Failure{
            1, "--explain",
            "the output has " + (call.order.axes == 2 ? std::to_string(shape.height) + " rows, " : "") +
                std::to_string(shape.width) + (call.order.axes == 2 ? " columns and " : " cells and ") +
                std::to_string(shape.channels) + " filters, counted from 0"};
    const Sum sum = sumBehind(call.scene, call.geometry, cell);
    if (!isFloat(sum.total)) return failure({ErrorCode::NotFinite, "output"});
    for (const Term& t : sum.terms)
        if (!isFloat(t.product())) return failure({ErrorCode::NotFinite, "output"});
    print(call.order.asJson ? explainJson(sum, cell, call.order.axes) : explainText(sum, call.order.axes));
    return std::nullopt;
}

std::optional<Failure> printArray(const Call& call)
{
    TensorD output = outputOf(call.scene, call.geometry);
    std::vector<float> values;
    values.reserve(output.data.size());
    for (const double y : output.data) {
        if (!isFloat(y)) return failure({ErrorCode::NotFinite, "output"});
        values.push_back(static_cast<float>(y));
    }
    output.data = {};
    print(call.order.asJson ? arrayJson(values, output.shape, call.order.axes)
                            : arrayText(values, output.shape));
    return std::nullopt;
}

std::optional<Failure> run(Arguments& arguments, int axes)
{
    LabState begin;
    if (auto fault = readBeginning(arguments, axes, begin)) return fault;
    if (const auto* sound = std::get_if<SoundState>(&begin)) return printSound(arguments, sound->scene);
    Call call{readOrder(arguments, axes, std::get<ConvState>(begin)), {}, {}};
    if (arguments.fault()) return arguments.fault();
    call.scene = call.order.scene;
    if (arguments.has("input"))
        if (auto fault = readInput(call)) return fault;
    if (arguments.has("kernel"))
        if (auto fault = readKernels(call)) return fault;
    if (call.order.isFlipped) call.scene.kernel = turned(call.scene.kernel);
    if (auto fault = setBias(call)) return fault;
    if (auto fault = findGeometry(call)) return fault;
    if (!call.order.render.path.isEmpty())
        if (auto fault = render(call.order.render, call.scene)) return fault;
    return call.order.explained ? printExplanation(call, *call.order.explained) : printArray(call);
}

Command command(const char* name, const char* description, int axes)
{
    const bool isPlane = axes == 2;
    std::vector<Option> options{
        {"input", "IN",
         isPlane ? "blocks of numbers (CSV, .npy) or a picture; - for standard input"
                 : "rows of numbers, one a block (CSV, .npy), or a sound; - for standard input"},
        {"preset", "ID", "begin with an example of the lab; see hourglass presets"},
        {"state", "LINK|FILE", "begin with a copied link or a saved state of the lab"},
        {"kernel", "K", "the filters' weights, filter by filter, channel by channel"},
        {"pool", "KIND", "average or max, instead of a kernel"},
        {"pool-size", isPlane ? "K|KH,KW" : "K", "size of the pooling window"},
        {"filters", "F", "number of filters; follows from the kernel file unless given"},
        {"stride", isPlane ? "S|SH,SW" : "S", "1 to 1000 (1)"},
        {"dilation", isPlane ? "D|DH,DW" : "D", "1 to 1000 (1)"},
        {"padding", isPlane ? "valid|same|full|P|PH,PW|PT,PB,PL,PR" : "valid|same|full|causal|P|PL,PR",
         "(valid)"},
        {"padding-mode", "NAME", "what fills it: zeros, reflect, replicate, circular (zeros)"},
        {"bias", "B|B1,…,BF", "added to every output of a filter (0)"},
        {"flip", nullptr, "turn every kernel by 180° first: the mathematician's convolution"},
        {"convention", "NAME", "whose rules 'same' and 'valid' follow: keras or pytorch (keras)"},
        {"transposed", nullptr, "the transposed convolution"},
        {"output-padding", isPlane ? "P|PH,PW" : "P", "more cells at the end of a transposed output"},
        {"explain", isPlane ? "R,C[,F]" : "I[,F]", "print the sum behind one output cell"},
        {"json", nullptr, "print JSON"}};
    for (const Option& option : renderOptions())
        options.push_back(option);
    return {name, description, std::move(options),
            [axes](Arguments& arguments) { return run(arguments, axes); }};
}

} // namespace

Command conv2dCommand()
{
    return command("conv2d", "Slide filters over rows and columns", 2);
}
Command conv1dCommand()
{
    return command("conv1d", "Slide filters along a line", 1);
}

} // namespace hg::cli
