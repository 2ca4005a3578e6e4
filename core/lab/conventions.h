#pragma once

#include "core/lab/conv_scene.h"

namespace hg {

/// What the scene's words give under another library's rules, where that differs.
struct ConventionOutcome {
    Convention convention = Convention::Keras;
    std::optional<Error> refusal; ///< why that library refuses
    TensorD output;               ///< what it gives, unless it refuses
    bool turnsFilter = false;     ///< the difference includes a turned filter
    Axes before{}, after{};       ///< its padding (forward) or crop (transposed)
};

/// The outcome under a convention; nothing where it is the present one. Cost: an evaluation where padding or
/// filter differ.
std::optional<ConventionOutcome> outcomeUnder(Convention convention, const ConvFigure& figure);
/// The conventions whose outcome is not the present one, in the order of the enumeration.
std::vector<ConventionOutcome> differingConventions(const ConvFigure& figure);
/// Cells of equally large outputs that differ; every cell of the larger where the shapes do.
std::vector<bool> differingCells(const TensorD& a, const TensorD& b);
/// What another library would make of a figure's words, to be told beside it.
struct RulesComparison {
    std::optional<ConventionOutcome> other; ///< PyTorch's of Keras's words, Keras's of all others
    std::optional<ConventionOutcome>
        usual;                   ///< what PyTorch's users write instead of a 'same' that it refuses
    std::vector<bool> differing; ///< output cells; empty when none can be compared
};
/// Cost: an evaluation or two where padding or filter differ.
RulesComparison compareRules(const ConvFigure& figure);
/// The scene with its words written as numbers and its filter as it is applied, under `convention`: Keras
/// (with an explicit ZeroPadding) and PyTorch agree on these, so the setting makes them equal.
ConvScene withWordsAsNumbers(const ConvFigure& figure);

} // namespace hg
