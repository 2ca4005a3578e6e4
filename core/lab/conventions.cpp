#include "core/lab/conventions.h"

#include <cmath>

namespace hg {
namespace {

constexpr Convention all[] = {Convention::Keras, Convention::PyTorch, Convention::NumPy,
                              Convention::Arithmetic};

Axes beforeOf(const ConvGeometry& g)
{
    return {g.h.padBefore, g.w.padBefore};
}
Axes afterOf(const ConvGeometry& g)
{
    return {g.h.padAfter, g.w.padAfter};
}

bool turns(Convention convention, const ConvScene& scene)
{
    return convention == Convention::NumPy && !scene.isTransposed && !scene.pooling;
}

} // namespace

std::optional<ConventionOutcome> outcomeUnder(Convention convention, const ConvFigure& figure)
{
    ConvScene scene = figure.scene;
    scene.convention = convention;
    ConventionOutcome outcome{convention};
    outcome.turnsFilter = turns(convention, scene) != turns(figure.scene.convention, scene);
    const auto geometry = geometryOf(scene);
    if (!geometry) {
        outcome.refusal = geometry.error();
        return outcome;
    }
    if (*geometry == figure.geometry && !outcome.turnsFilter) return std::nullopt;
    outcome.output = outputOf(scene, *geometry);
    if (outcome.output == figure.output) return std::nullopt;
    outcome.before = beforeOf(*geometry);
    outcome.after = afterOf(*geometry);
    return outcome;
}

std::vector<ConventionOutcome> differingConventions(const ConvFigure& figure)
{
    std::vector<ConventionOutcome> outcomes;
    for (const Convention convention : all)
        if (auto outcome = outcomeUnder(convention, figure)) outcomes.push_back(std::move(*outcome));
    return outcomes;
}

std::vector<bool> differingCells(const TensorD& a, const TensorD& b)
{
    const bool areAlike = a.shape == b.shape;
    const std::size_t count = std::max(a.data.size(), b.data.size());
    std::vector<bool> differs(count, !areAlike);
    for (std::size_t i = 0; areAlike && i < count; ++i)
        differs[i] = a.data[i] != b.data[i];
    return differs;
}

RulesComparison compareRules(const ConvFigure& figure)
{
    RulesComparison rules;
    const bool isKeras = figure.scene.convention == Convention::Keras;
    rules.other = outcomeUnder(isKeras ? Convention::PyTorch : Convention::Keras, figure);
    const bool isRefused = rules.other && rules.other->refusal && !figure.scene.isTransposed;
    if (isRefused) rules.usual = outcomeUnder(Convention::Arithmetic, figure);
    const auto& compared = isRefused ? rules.usual : rules.other;
    if (compared && !compared->refusal && compared->output.shape == figure.output.shape)
        rules.differing = differingCells(figure.output, compared->output);
    return rules;
}

ConvScene withWordsAsNumbers(const ConvFigure& figure)
{
    ConvScene scene = figure.scene;
    const ConvGeometry& g = figure.geometry;
    scene.kernel = appliedKernel(figure.scene);
    scene.convention = Convention::PyTorch;
    const auto numbers = [](const ConvAxis& axis) {
        return Padding{Padding::Kind::Explicit, axis.padBefore, std::max(0, axis.padAfter)};
    };
    scene.paddingH = numbers(g.h);
    scene.paddingW = numbers(g.w);
    // A transposed output that runs past the last stamp is an output padding.
    scene.outputPadding =
        scene.isTransposed ? Axes{std::max(0, -g.h.padAfter), std::max(0, -g.w.padAfter)} : Axes{0, 0};
    return scene;
}

} // namespace hg
