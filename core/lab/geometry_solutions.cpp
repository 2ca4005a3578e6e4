#include "core/lab/geometry_solutions.h"

#include "core/lab/conv_matrix.h"

#include <algorithm>
#include <tuple>

namespace hg {
namespace {

using Kind = LayerCall::Kind;
constexpr Padding::Kind kerasWords[]{Padding::Kind::Same, Padding::Kind::Valid};

AxisChoice choiceOf(const ConvAxis& axis, int input, Padding padding)
{
    return {input, axis.kernel, axis.stride, axis.dilation, padding};
}

/// Whether both place the same windows on the same input; what no window reads may differ.
bool placesAlike(const ConvAxis& a, const ConvAxis& b)
{
    return a.input == b.input && a.output == b.output && a.kernel == b.kernel && a.padBefore == b.padBefore &&
           (a.stride == b.stride || a.output == 1) && (a.dilation == b.dilation || a.kernel == 1);
}

bool givesPlacement(const ConvAxis& wanted, Padding padding, Convention convention)
{
    const auto axis = forwardAxis(choiceOf(wanted, wanted.input, padding), convention);
    return axis && placesAlike(*axis, wanted);
}

bool givesMirror(const ConvAxis& mirror, Padding padding, Convention convention,
                 std::optional<int> outputPadding)
{
    const auto axis = transposedAxis(choiceOf(mirror, mirror.output, padding), convention, outputPadding);
    return axis && axis->input == mirror.input && axis->padBefore == mirror.padBefore;
}

bool isRefusedByKeras(const ConvAxis& axis)
{
    return axis.stride > 1 && axis.dilation > 1;
}

Kind callOf(Padding::Kind word)
{
    return word == Padding::Kind::Same ? Kind::Same : Kind::Valid;
}

LayerCall kerasCall(const ConvAxis& direct)
{
    if (isRefusedByKeras(direct)) return {Kind::Refused};
    for (const Padding::Kind word : kerasWords)
        if (givesPlacement(direct, {word}, Convention::Keras)) return {callOf(word)};
    return {Kind::ByHand};
}

LayerCall pytorchCall(const ConvAxis& direct)
{
    const int p = direct.padBefore;
    if (givesPlacement(direct, {Padding::Kind::Explicit, p, p}, Convention::PyTorch))
        return {Kind::Padding, p};
    if (givesPlacement(direct, {Padding::Kind::Same}, Convention::PyTorch)) return {Kind::Same};
    return {Kind::ByHand};
}

/// A word alone, before a word with an output padding; Keras takes those below the stride.
LayerCall kerasMirrorCall(const ConvAxis& mirror)
{
    if (isRefusedByKeras(mirror)) return {Kind::Refused};
    for (const Padding::Kind word : kerasWords)
        if (givesMirror(mirror, {word}, Convention::Keras, std::nullopt)) return {callOf(word)};
    for (const Padding::Kind word : kerasWords)
        for (int extra = 0; extra < mirror.stride; ++extra)
            if (givesMirror(mirror, {word}, Convention::Keras, extra)) return {callOf(word), 0, extra};
    return {Kind::ByHand};
}

LayerCall pytorchMirrorCall(const ConvAxis& mirror)
{
    const int p = mirror.padBefore, extra = p - mirror.padAfter;
    const bool isPossible =
        extra >= 0 && givesMirror(mirror, {Padding::Kind::Explicit, p, p}, Convention::PyTorch, extra);
    if (!isPossible) return {Kind::ByHand};
    return {Kind::Padding, p, extra == 0 ? std::nullopt : std::optional(extra)};
}

ConvAxis mirrorOf(const ConvAxis& direct)
{
    ConvAxis mirror = direct;
    mirror.padAfter = direct.reach() - direct.padBefore - direct.input;
    return mirror;
}

/// Stamps that an output far from both ends gets, by its place within a stride.
StampOverlap overlapOf(const ConvAxis& axis)
{
    std::vector<int> stamps(static_cast<std::size_t>(axis.stride));
    for (int k = 0; k < axis.kernel; ++k)
        ++stamps[static_cast<std::size_t>(k * axis.dilation % axis.stride)];
    const auto [least, most] = std::minmax_element(stamps.begin(), stamps.end());
    if (*least == 0) return StampOverlap::Gaps;
    return *least == *most ? StampOverlap::Even : StampOverlap::Uneven;
}

int unreadCells(const ConvAxis& axis)
{
    int unread = 0;
    for (int i = 0; i < axis.input; ++i)
        unread += tapsOfInput(axis, i).empty();
    return unread;
}

GeometrySolution solutionOf(const ConvAxis& direct)
{
    GeometrySolution solution;
    solution.direct = direct;
    solution.keras = kerasCall(direct);
    solution.pytorch = pytorchCall(direct);
    solution.unreadInput = unreadCells(direct);
    solution.unreadPadding = std::min(direct.unreadTail(), direct.padAfter);
    solution.mirror = mirrorOf(direct);
    solution.kerasMirror = kerasMirrorCall(solution.mirror);
    solution.pytorchMirror = pytorchMirrorCall(solution.mirror);
    solution.overlap = overlapOf(direct);
    return solution;
}

/// Calls visit(padding) for all that the limits allow a kernel of that length; ends where it says true.
template <class Visitor>
bool anyPadding(int length, const SolutionLimits& limits, const Visitor& visit)
{
    for (int before = 0; before < length; ++before)
        for (int after = before - (limits.oddCellBefore ? 1 : 0); after <= before + 1; ++after)
            if (after >= 0 && after < length && visit(Padding{Padding::Kind::Explicit, before, after}))
                return true;
    return false;
}

/// Calls visit(axis) for all settings that take `from` to `to`; ends where it says true.
template <class Visitor>
bool anySetting(SizePair sizes, const SolutionLimits& limits, const Visitor& visit)
{
    const auto visitPaddings = [&](AxisChoice choice) {
        return anyPadding((choice.kernel - 1) * choice.dilation + 1, limits, [&](Padding padding) {
            choice.padding = padding;
            const auto axis = forwardAxis(choice, Convention::Keras);
            return axis && axis->output == sizes.to && visit(*axis);
        });
    };
    for (int size = 1; size <= limits.size; ++size)
        for (int dilation = 1; dilation <= (size == 1 ? 1 : limits.dilation); ++dilation)
            for (int stride = 1; stride <= limits.stride; ++stride)
                if (visitPaddings({sizes.from, size, stride, dilation})) return true;
    return false;
}

bool hasSolution(SizePair sizes, const SolutionLimits& limits)
{
    return anySetting(sizes, limits, [](const ConvAxis&) { return true; });
}

/// The next size from `start` on, in steps of ±1, with which a pair has a layer.
void addNearest(std::vector<SizePair>& pairs, SizePair start, int SizePair::*size, int step, int largest,
                const SolutionLimits& limits)
{
    for (SizePair pair = start; pair.*size >= 1 && pair.*size <= largest; pair.*size += step)
        if (hasSolution(pair, limits)) {
            pairs.push_back(pair);
            return;
        }
}

Padding numbersOf(const ConvAxis& axis)
{
    return {Padding::Kind::Explicit, axis.padBefore, axis.padAfter};
}

} // namespace

std::vector<GeometrySolution> geometrySolutions(int from, int to, const SolutionLimits& limits)
{
    std::vector<std::vector<ConvAxis>> groups;
    anySetting({from, to}, limits, [&](const ConvAxis& axis) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const std::vector<ConvAxis>& g) {
            return placesAlike(g.front(), axis);
        });
        if (group == groups.end())
            groups.push_back({axis});
        else
            group->push_back(axis);
        return false;
    });
    std::vector<GeometrySolution> solutions;
    for (std::vector<ConvAxis>& group : groups) {
        const auto least = [](const ConvAxis& a, const ConvAxis& b) {
            return std::tie(a.padAfter, a.stride) < std::tie(b.padAfter, b.stride);
        };
        std::stable_sort(group.begin(), group.end(), least);
        solutions.push_back(solutionOf(group.front()));
        solutions.back().others.assign(group.begin() + 1, group.end());
    }
    return solutions;
}

int settingCount(const std::vector<GeometrySolution>& solutions)
{
    std::size_t count = 0;
    for (const GeometrySolution& solution : solutions)
        count += 1 + solution.others.size();
    return static_cast<int>(count);
}

std::vector<SizePair> nearestSizes(int from, int to, const SolutionLimits& limits, int largest)
{
    std::vector<SizePair> pairs;
    if (hasSolution({from, to}, limits)) return pairs;
    for (int SizePair::*const size : {&SizePair::from, &SizePair::to})
        for (const int step : {-1, 1})
            addNearest(pairs, {from, to}, size, step, largest, limits);
    return pairs;
}

ConvScene withSolution(const ConvScene& scene, const GeometrySolution& solution)
{
    const ConvAxis& axis = solution.direct;
    const bool isLine = scene.axes == 1;
    ConvScene set = withDirection(scene, false);
    set = withInputSize(set, {isLine ? 1 : axis.input, axis.input});
    set = withKernelSize(set, {isLine ? 1 : axis.kernel, axis.kernel});
    set.stride = {isLine ? 1 : axis.stride, axis.stride};
    set.dilation = {isLine ? 1 : axis.dilation, axis.dilation};
    set.fill = Fill::Zeros;
    set.outputPadding = {0, 0};
    set.paddingW = numbersOf(axis);
    set.paddingH = isLine ? Padding{} : numbersOf(axis);
    return withPaddingWords(set, kerasWords);
}

Result<ConvScene> mirrorScene(const ConvScene& encoder)
{
    const auto geometry = geometryOf(encoder);
    if (!geometry) return geometry.error();
    const auto mirror = transposedScene(encoder, outputOf(encoder, *geometry));
    if (!mirror) return mirror.error();
    return withPaddingWords(*mirror, kerasWords);
}

} // namespace hg
