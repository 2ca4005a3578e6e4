#include "core/session/scene_options.h"

#include "core/conv/words.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int largestSetting = 1000, largestPadding = 1'000'000;

/// Whether the call begins with a scene instead of options and files alone.
bool hasOwnScene(const CallOptions& o)
{
    return o.has("preset") || o.has("state");
}

/// One or two whole numbers; one counts for both axes.
Axes readAxes(CallOptions& o, const std::string& name, int axes, int least, int most, Axes fallback)
{
    if (!o.has(name)) return fallback;
    const auto values = o.integers(name, least, most);
    if (o.error()) return fallback;
    if (values.size() == 1) return axes == 2 ? Axes{values[0], values[0]} : Axes{1, values[0]};
    if (axes == 2 && values.size() == 2) return {values[0], values[1]};
    o.refuse(name, ErrorCode::AxisNumbers, {double(values.size()), double(axes)});
    return fallback;
}

void readNumericPadding(CallOptions& o, ConvScene& scene)
{
    const int axes = scene.axes;
    const auto p = o.integers("padding", 0, largestPadding);
    if (o.error()) return;
    const auto sides = [](int before, int after) { return Padding{Padding::Kind::Explicit, before, after}; };
    if (p.size() == 1) {
        scene.paddingW = sides(p[0], p[0]);
        if (axes == 2) scene.paddingH = scene.paddingW;
    } else if (p.size() == 2) {
        scene.paddingH = axes == 2 ? sides(p[0], p[0]) : Padding{};
        scene.paddingW = axes == 2 ? sides(p[1], p[1]) : sides(p[0], p[1]);
    } else if (p.size() == 4 && axes == 2) {
        scene.paddingH = sides(p[0], p[1]);
        scene.paddingW = sides(p[2], p[3]);
    } else
        o.refuse("padding", ErrorCode::PaddingNumbers, {double(p.size()), double(axes)});
    if (scene.isTransposed && p.size() == (axes == 2 ? 4u : 2u))
        o.refuse("padding", ErrorCode::PaddingBySides, {double(axes)});
}

void readPadding(CallOptions& o, ConvScene& scene)
{
    if (!o.has("padding")) return;
    const std::string text = o.text("padding");
    if (const auto place = words::placeOf(words::padding, text)) {
        const auto kind = static_cast<Padding::Kind>(*place);
        if (kind == Padding::Kind::Causal && (scene.axes == 2 || scene.isTransposed))
            o.refuse("padding", ErrorCode::CausalNotAllowed);
        scene.paddingW = {kind};
        if (scene.axes == 2) scene.paddingH = {kind};
        return;
    }
    const bool isNumeric =
        !text.empty() && ((text[0] >= '0' && text[0] <= '9') || text[0] == '-' || text[0] == '+');
    if (isNumeric) return readNumericPadding(o, scene);
    const auto known = words::List(words::padding).first(scene.axes == 2 ? 3 : 4); // causal is the last
    o.refuse("padding", ErrorCode::PaddingNotKnown, {double(scene.axes)}, words::joined(known));
}

void readOutputPadding(CallOptions& o, ConvScene& scene)
{
    if (!o.has("output-padding")) return;
    const int axes = scene.axes;
    const Axes values = readAxes(o, "output-padding", axes, 0, largestSetting, {});
    if (o.error()) return;
    if (!scene.isTransposed)
        return o.refuse({ErrorCode::OptionNeeds, "--output-padding", {}, "--transposed"});
    if (scene.paddingW.kind != Padding::Kind::Explicit && o.has("padding"))
        return o.refuse("output-padding", ErrorCode::CropNotInNumbers);
    if (!o.has("padding")) { // the default word is valid; a crop of 0 says the same in numbers
        scene.paddingW = {Padding::Kind::Explicit, 0, 0};
        if (axes == 2) scene.paddingH = scene.paddingW;
    }
    scene.outputPadding = {axes == 2 ? values.h : 0, values.w};
    if (values.w >= std::max(scene.stride.w, scene.dilation.w) ||
        (axes == 2 && values.h >= std::max(scene.stride.h, scene.dilation.h)))
        o.refuse("output-padding", ErrorCode::OutputPaddingTooWide);
}

void readPooling(CallOptions& o, ConvScene& scene)
{
    if (o.has("pool-size") && !o.has("pool")) o.refuse({ErrorCode::OptionNeeds, "--pool-size", {}, "--pool"});
    if (o.has("kernel")) scene.pooling.reset();
    if (!o.has("pool")) {
        if (!o.has("kernel") && !hasOwnScene(o)) o.refuse("kernel", ErrorCode::KernelMissing);
        return;
    }
    const auto pooling = static_cast<Pooling>(o.choice("pool", words::pooling));
    for (const char* other : {"kernel", "bias", "transposed", "filters", "flip", "output-padding"})
        if (o.has(other)) o.refuse(other, ErrorCode::PoolNeedsNoOption);
    scene = withDirection(scene, false);
    scene.pooling = pooling;
    scene.groups = 1;
    scene.bias.clear();
    scene.fill = Fill::Zeros; // whatever --padding-mode says: windows look at cells of the input only
    if (!o.has("pool-size") && !hasOwnScene(o)) o.refuse("pool-size", ErrorCode::PoolSizeMissing);
    const Axes size = readAxes(o, "pool-size", scene.axes, 1, largestPadding, scene.kernelSize());
    scene.kernel.n = 1; // only its size is read
    scene.kernel.shape = {1, size.h, size.w};
    scene.kernel.data.clear();
}

std::optional<OutputCell> readExplained(CallOptions& o, int axes)
{
    if (!o.has("explain")) return std::nullopt;
    const auto values = o.integers("explain", 0, 1'000'000'000);
    if (o.error()) return std::nullopt;
    const auto least = static_cast<std::size_t>(axes);
    if (values.size() != least && values.size() != least + 1) {
        o.refuse("explain", ErrorCode::CellNotKnown, {double(axes)});
        return std::nullopt;
    }
    const int filter = values.size() > least ? values.back() : 0;
    return axes == 2 ? OutputCell{values[0], values[1], filter} : OutputCell{0, values[0], filter};
}

} // namespace

SceneOrder readSceneOrder(CallOptions& o, const ConvScene& begin)
{
    SceneOrder order{.scene = begin};
    ConvScene& scene = order.scene;
    const int axes = scene.axes;
    if (!o.has("input") && !hasOwnScene(o)) o.refuse("input", ErrorCode::InputMissing);
    scene.stride = readAxes(o, "stride", axes, 1, largestSetting, scene.stride);
    scene.dilation = readAxes(o, "dilation", axes, 1, largestSetting, scene.dilation);
    scene.fill = static_cast<Fill>(o.choice("padding-mode", words::fill, static_cast<int>(scene.fill)));
    if (o.has("convention"))
        scene.convention = static_cast<Convention>(o.choice("convention", words::typedConvention));
    order.isFlipped = o.has("flip");
    if (o.has("transposed")) scene = withDirection(scene, true);
    order.filters = o.integer("filters", 0, 1, 10'000'000);
    order.bias = o.numbers("bias");
    readPooling(o, scene);
    readPadding(o, scene);
    readOutputPadding(o, scene);
    order.explained = readExplained(o, axes);
    return order;
}

void checkSceneOrder(CallOptions& o, const SceneOrder& order)
{
    const ConvScene& scene = order.scene;
    const bool isPyTorchSame =
        scene.paddingW.kind == Padding::Kind::Same && scene.convention == Convention::PyTorch;
    if (scene.isTransposed && scene.fill != Fill::Zeros)
        o.refuse("padding-mode", ErrorCode::TransposedNeedsZeros);
    if (isPyTorchSame && scene.isTransposed) o.refuse("padding", ErrorCode::SameUndefined);
    if (isPyTorchSame && std::max(scene.stride.h, scene.stride.w) > 1)
        o.refuse("padding", ErrorCode::PyTorchSameNeedsStride1);
    if (o.text("input") == "-" && o.text("kernel") == "-") o.refuse("kernel", ErrorCode::InputTwice);
    if (order.filters > 0 && !o.has("kernel") && hasOwnScene(o))
        o.refuse("filters", ErrorCode::FiltersNeedKernel);
    const std::size_t biases = order.bias.size();
    if (order.filters > 0 && biases > 1 && static_cast<int>(biases) != order.filters)
        o.refuse("bias", ErrorCode::BiasCount, {double(biases), double(order.filters)});
}

Result<void> completeScene(const SceneOrder& order, ConvScene& scene)
{
    if (order.isFlipped) scene.kernel = turned(scene.kernel);
    const int filters = scene.filters();
    const auto& given = order.bias;
    if (given.size() == 1) scene.bias.assign(static_cast<std::size_t>(filters), given[0]);
    if (given.size() > 1) scene.bias = given;
    if (!scene.bias.empty() && static_cast<int>(scene.bias.size()) != filters)
        return Error{ErrorCode::BiasCount, "--bias", {double(given.size()), double(filters)}};
    return {};
}

Result<ConvGeometry> geometryOfCall(const ConvScene& scene, const std::string& kernel)
{
    auto geometry = geometryOf(scene);
    if (geometry) return geometry;
    Error error = geometry.error();
    const bool namesAxis = error.text == "rows" || error.text == "columns";
    const std::string axis = namesAxis ? error.text : error.where;
    const bool isPadding = error.code == ErrorCode::FillTooWide || error.code == ErrorCode::OutputEmpty ||
                           error.code == ErrorCode::WindowEmpty;
    error.where = isPadding ? "--padding" : scene.pooling ? "--pool-size" : kernel;
    if (scene.axes == 2 && !axis.empty()) error.where += (error.where.empty() ? "(" : " (") + axis + ")";
    if (namesAxis) error.text.clear();
    return error;
}

void readSoundOptions(CallOptions& options, SoundScene& scene)
{
    for (const char* other :
         {"input", "kernel", "pool", "pool-size", "filters", "dilation", "padding", "padding-mode", "bias",
          "flip", "convention", "transposed", "output-padding", "explain"})
        if (options.has(other)) options.refuse(other, ErrorCode::SoundNeedsNoOption);
    scene.stride = options.integer("stride", scene.stride, 1, mostSoundStride);
}

} // namespace hg
