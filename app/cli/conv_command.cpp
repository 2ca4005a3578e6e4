#include "app/cli/command.h"
#include "app/cli/json.h"
#include "app/cli/render.h"
#include "app/cli/sound_output.h"
#include "app/cli/state_option.h"
#include "core/audio/line_convolution.h"
#include "core/conv/convolve.h"
#include "core/io/array_file.h"
#include "core/io/sound_file.h"
#include "core/session/scene_options.h"
#include "ui/pictures/picture_reader.h"

#include <array>
#include <cmath>
#include <limits>

namespace hg::cli {
namespace {

constexpr double mostOutputs = mostNumbers;

/// A call of conv2d or conv1d, read and checked as far as that is possible without the data.
struct Order {
    std::string input, kernel; ///< paths; empty: the scene's own
    SceneOrder scene;
    bool asJson = false;
    RenderOrder render;

    int axes() const { return scene.scene.axes; }
};

struct Call {
    Order order;
    ConvScene scene; ///< the order's with the data that it names
    ConvGeometry geometry;
};

/// What the options say, over `begin`.
Order readOrder(Arguments& a, const ConvScene& begin)
{
    Order order;
    order.input = a.text("input");
    order.kernel = a.text("kernel");
    order.asJson = a.has("json");
    order.scene = readSceneOrder(a, begin);
    order.render = readRenderOrder(a);
    checkSceneOrder(a, order.scene);
    return order;
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

Result<TensorD> readTensor(const std::string& path, int axes)
{
    FileKind kind{};
    auto blocks = readBlocks(path, axes, false, kind);
    if (!blocks) return blocks.error();
    return stacked(*blocks, path, axes == 1 ? 1 : 0);
}

/// The order's input in place of the scene's.
std::optional<Failure> readInput(Call& call)
{
    FileKind kind{};
    auto blocks = readBlocks(call.order.input, call.order.axes(), true, kind);
    if (!blocks) return failure(blocks.error());
    auto input = stacked(*blocks, call.order.input, call.order.axes() == 1 ? 1 : 0);
    if (!input) return failure(input.error());
    call.scene.input =
        TensorD(1, {input->n, input->shape.height, input->shape.width}, std::move(input->data));
    call.scene.origin = kind == FileKind::Picture ? InputOrigin::Photograph : InputOrigin::Numbers;
    return std::nullopt;
}

std::optional<Failure> readKernels(Call& call)
{
    auto kernels = readTensor(call.order.kernel, call.order.axes());
    if (!kernels) return failure(kernels.error());
    const int blocks = kernels->n, channels = call.scene.channels();
    const int filters = call.order.scene.filters > 0 ? call.order.scene.filters : blocks / channels;
    if (filters < 1 || static_cast<double>(filters) * channels != blocks)
        return Failure{
            1, call.order.kernel,
            std::to_string(blocks) + " blocks do not fit " + std::to_string(channels) + " input channels" +
                (call.order.scene.filters > 0 ? " and " + std::to_string(filters) + " filters" : "") +
                "; filters times channels are needed"};
    const bool t = call.scene.isTransposed;
    call.scene.groups = 1;
    call.scene.kernel =
        TensorD(t ? channels : filters, {t ? filters : channels, kernels->shape.height, kernels->shape.width},
                std::move(kernels->data));
    if (static_cast<int>(call.scene.bias.size()) != filters) call.scene.bias.clear(); // of other filters
    return std::nullopt;
}

std::optional<Failure> findGeometry(Call& call)
{
    const std::string& kernel = call.order.kernel;
    const auto geometry = geometryOfCall(call.scene, kernel.empty() ? "the scene" : kernel);
    if (!geometry) return failure(geometry.error());
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
            "the output has " + (call.order.axes() == 2 ? std::to_string(shape.height) + " rows, " : "") +
                std::to_string(shape.width) + (call.order.axes() == 2 ? " columns and " : " cells and ") +
                std::to_string(shape.channels) + " filters, counted from 0"};
    const Sum sum = sumBehind(call.scene, call.geometry, cell);
    if (!isFloat(sum.total)) return failure({ErrorCode::NotFinite, "output"});
    for (const Term& t : sum.terms)
        if (!isFloat(t.product())) return failure({ErrorCode::NotFinite, "output"});
    print(call.order.asJson ? explainJson(sum, cell, call.order.axes())
                            : explainText(sum, call.order.axes()));
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
    print(call.order.asJson ? arrayJson(values, output.shape, call.order.axes())
                            : arrayText(values, output.shape));
    return std::nullopt;
}

std::optional<Failure> run(Arguments& arguments, const std::string& command)
{
    ConvState begin;
    begin.scene.axes = command == "conv2d" ? 2 : 1;
    auto read = readBeginning(arguments, command);
    if (const auto* fault = std::get_if<Failure>(&read)) return *fault;
    if (auto& state = std::get<std::optional<LabState>>(read)) {
        if (const auto* sound = std::get_if<SoundState>(&*state)) return printSound(arguments, sound->scene);
        begin = std::get<ConvState>(std::move(*state));
    }
    Call call{readOrder(arguments, begin.scene), {}, {}};
    if (auto fault = arguments.fault()) return fault;
    call.scene = call.order.scene.scene;
    if (arguments.has("input"))
        if (auto fault = readInput(call)) return fault;
    if (arguments.has("kernel"))
        if (auto fault = readKernels(call)) return fault;
    if (const auto complete = completeScene(call.order.scene, call.scene); !complete)
        return failure(complete.error());
    if (auto fault = findGeometry(call)) return fault;
    if (!call.order.render.path.isEmpty())
        if (auto fault = render(call.order.render, call.scene, begin.view)) return fault;
    const auto& explained = call.order.scene.explained;
    return explained ? printExplanation(call, *explained) : printArray(call);
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
            [name](Arguments& arguments) { return run(arguments, name); }};
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
