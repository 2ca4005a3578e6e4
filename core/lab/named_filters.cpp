#include "core/lab/named_filters.h"

#include "core/lab/conv_filters.h"
#include "core/lab/input_pictures.h"
#include "core/lab/line_sources.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int largestReadable = 16; // sides of a grid whose numbers are read one by one
constexpr std::string_view edges = "sobel-x";

/// The ids of the filters of one kind, in the order of their table.
std::vector<std::string_view> idsFor(const ConvScene& scene)
{
    std::vector<std::string_view> ids;
    if (scene.axes == 1)
        for (const FirFilter& row : firFilters())
            ids.emplace_back(row.id);
    else
        for (const FilterPreset& row : filterPresets())
            ids.emplace_back(row.id);
    return ids;
}

ConvScene withNamed(const ConvScene& scene, std::string_view id, int filter)
{
    const Axes size = scene.kernelSize();
    if (scene.axes == 1) {
        const auto made = withFilter(scene, id, size.w, filter);
        return made ? *made : scene;
    }
    const TensorD made = findFilterPreset(id)->make(size);
    return withFilterMade(scene, filter, [&](const TensorD&) { return made; });
}

/// Whether `filter` has these weights (1, 1,h,w) on every channel that it sees.
bool hasWeights(const ConvScene& scene, int filter, const TensorD& weights)
{
    const Axes size = scene.kernelSize();
    if (weights.shape.height != size.h || weights.shape.width != size.w) return false;
    const int seen = scene.isTransposed ? scene.channels() : scene.kernel.shape.channels;
    for (int channel = 0; channel < seen; ++channel)
        for (int r = 0; r < size.h; ++r)
            for (int c = 0; c < size.w; ++c)
                if (weightAt(scene, filter, channel, r, c) != weights.at(0, 0, r, c)) return false;
    return true;
}

/// From the one behind `last` on, in a circle; own weights are followed by edges.
std::vector<std::string_view> idsAfter(const ConvScene& scene, std::string_view last)
{
    std::vector<std::string_view> ids = idsFor(scene);
    auto from = std::find(ids.begin(), ids.end(), last);
    if (from != ids.end())
        ++from;
    else if (from = std::find(ids.begin(), ids.end(), edges); from == ids.end())
        from = ids.begin();
    std::rotate(ids.begin(), from, ids.end());
    return ids;
}

} // namespace

std::string_view filterIdOf(const ConvScene& scene, int filter)
{
    if (scene.pooling) return {};
    if (scene.axes == 1) {
        const FirFilter* named = filterOf(scene, filter);
        return named ? named->id : std::string_view();
    }
    for (const FilterPreset& preset : filterPresets())
        if (hasWeights(scene, filter, preset.make(scene.kernelSize()))) return preset.id;
    return {};
}

ConvScene withNextFilters(const ConvScene& scene, int filters)
{
    const int had = scene.filters();
    ConvScene changed = withFilters(scene, filters);
    if (scene.pooling || filters <= had) return changed;
    std::vector<std::string_view> used;
    for (int f = 0; f < had; ++f)
        used.push_back(filterIdOf(scene, f));
    int next = had;
    for (const std::string_view id : idsAfter(scene, used.back())) {
        if (next == filters) break;
        if (std::find(used.begin(), used.end(), id) != used.end()) continue;
        ConvScene named = withNamed(changed, id, next);
        const bool isOfSize = named.kernel.shape == changed.kernel.shape;
        const bool isNew = isOfSize && filterIdOf(named, next) == id; // short ones may be another's weights
        if (!isNew) continue;
        changed = std::move(named);
        ++next;
    }
    return changed;
}

bool isPicture(Shape input)
{
    return std::min(input.height, input.width) > 1 && std::max(input.height, input.width) > largestReadable;
}

Result<ConvScene> withPicture(const ConvScene& scene, TensorD picture)
{
    const bool suits = scene.axes == 2 && isPicture(picture.shape) && !isPicture(scene.input.shape);
    ConvScene changed = scene;
    if (suits && !scene.isTransposed) changed.stride = changed.dilation = {1, 1};
    for (int f = 0; suits && !scene.pooling && f < scene.filters(); ++f)
        if (filterIdOf(changed, f).empty()) changed = withNamed(changed, edges, f);
    return withInput(changed, std::move(picture));
}

int openingPosition(const ConvFigure& figure)
{
    if (!isPicture(figure.inputShape())) return 0;
    const TensorD& results = figure.scene.isTransposed ? figure.scene.input : figure.output;
    const int places = results.shape.cells();
    for (int i = 0; i < places; ++i)
        for (int c = 0; c < results.shape.channels; ++c)
            if (results.data[static_cast<std::size_t>(c * places + i)] != 0) return i;
    return 0;
}

} // namespace hg
