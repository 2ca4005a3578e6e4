#include "core/lab/solved_layers.h"

#include <algorithm>
#include <cstdlib>

namespace hg {
namespace {

bool isOneLine(const LayerCall& call)
{
    return call.kind != LayerCall::Kind::ByHand && call.kind != LayerCall::Kind::Refused;
}

std::optional<int> commonStrideOf(const std::vector<GeometrySolution>& rows)
{
    if (rows.empty()) return std::nullopt;
    const int stride = rows.front().direct.stride;
    const bool isCommon = std::ranges::all_of(rows, [=](const auto& r) { return r.direct.stride == stride; });
    return isCommon ? std::optional(stride) : std::nullopt;
}

} // namespace

SizePair SolvedLayers::directSizes() const
{
    return setup.beginsWithDecoder ? SizePair{setup.to, setup.from} : SizePair{setup.from, setup.to};
}

int SolvedLayers::chosen() const
{
    if (!setup.row) return 0;
    const auto found = std::ranges::find(rows, *setup.row, rowOf);
    return found == rows.end() ? 0 : static_cast<int>(found - rows.begin());
}

SolvedLayers solvedLayers(const SolveSetup& setup)
{
    SolvedLayers layers;
    layers.setup = setup;
    const SizePair sizes = layers.directSizes();
    layers.rows = geometrySolutions(sizes.from, sizes.to, setup.limits);
    layers.commonStride = commonStrideOf(layers.rows);
    for (const GeometrySolution& row : layers.rows) {
        layers.inKeras += isOneLine(row.keras) && isOneLine(row.kerasMirror);
        layers.inPytorch += isOneLine(row.pytorch) && isOneLine(row.pytorchMirror);
        layers.hasDilations |= row.direct.dilation > 1;
    }
    if (!layers.rows.empty()) return layers;
    layers.nearest = nearestSizes(sizes.from, sizes.to, setup.limits);
    for (SizePair& pair : layers.nearest)
        if (setup.beginsWithDecoder) std::swap(pair.from, pair.to);
    return layers;
}

SolvedRow rowOf(const GeometrySolution& solution)
{
    const ConvAxis& axis = solution.direct;
    return {axis.kernel, axis.stride, axis.dilation, axis.padBefore};
}

SolveSetup turnedRound(SolveSetup setup)
{
    std::swap(setup.from, setup.to);
    setup.beginsWithDecoder = !setup.beginsWithDecoder;
    return setup;
}

PlaceKind placeKindAt(const ConvAxis& direct, int index)
{
    const bool isRead = !tapsOfPlace(direct, index).empty();
    if (direct.isInside(index)) return isRead ? PlaceKind::Input : PlaceKind::UnreadInput;
    return isRead ? PlaceKind::Padding : PlaceKind::UnreadPadding;
}

SizePair parentsOf(const ConvAxis& direct)
{
    const int smallest = direct.reach() - direct.padBefore - direct.padAfter;
    return {std::max(1, smallest), smallest + direct.stride - 1};
}

std::optional<ShiftedMirror> shiftedMirror(const SolvedLayers& layers, int row)
{
    const SolvedRow own = rowOf(layers.rows[static_cast<std::size_t>(row)]);
    std::optional<ShiftedMirror> nearest;
    for (std::size_t i = 0; i < layers.rows.size(); ++i) {
        SolvedRow other = rowOf(layers.rows[i]);
        const int cells = std::abs(other.before - own.before);
        other.before = own.before;
        const bool isKeras = isOneLine(layers.rows[i].kerasMirror),
                   isPytorch = isOneLine(layers.rows[i].pytorchMirror);
        if (!(other == own) || cells == 0 || !(isKeras || isPytorch)) continue;
        if (!nearest || cells < nearest->cells) nearest = {static_cast<int>(i), isPytorch, cells};
    }
    return nearest;
}

Result<ScenePair> scenesOf(const ConvScene& scene, const GeometrySolution& solution)
{
    ConvScene encoder = scene;
    if (encoder.pooling) {
        const Axes k = encoder.kernelSize();
        encoder.pooling.reset();
        encoder.kernel = TensorD(1, {encoder.channels(), k.h, k.w});
        std::ranges::fill(encoder.kernel.data, 1.0 / static_cast<double>(encoder.kernel.data.size()));
        encoder.bias.clear();
    }
    if (encoder.groups > 1) encoder = withGroups(encoder, 1);
    encoder = withSolution(encoder, solution);
    const auto decoder = mirrorScene(encoder);
    if (!decoder) return decoder.error();
    return ScenePair{encoder, *decoder};
}

} // namespace hg
