#pragma once

#include "core/engine/model.h"
#include "core/engine/optimizer.h"
#include "core/train/recipe.h"
#include "core/util/result.h"

#include <span>
#include <vector>

namespace hg {

/// A model in another network's plan, and what its optimiser still remembers.
struct CarriedOver {
    Model model;
    OptimizerState optimizer;
};

/// Whether weights of one network have their place in the other: the same input, mean and classes, and layer
/// by layer the same but for activations and the number of the code's neurons, where the code is a dense
/// layer between others. Errors: NetworksDiffer.
Result<void> checkCarryOver(const ResolvedNetwork& from, const ResolvedNetwork& to);

/// `from` as a network of `to`. Neuron j of the code is the old kept[j], ascending; those beyond are new:
/// incoming weights as the recipe initialises them, bias and outgoing weights 0, so that a network that grows
/// computes what it did. None kept: the first ones. Memories of weights that stay are carried, new ones are 0
/// and share the count of updates; a null or fresh `optimizer` stays fresh. Errors: checkCarryOver()'s.
Result<CarriedOver> carriedOver(const Model& from, const OptimizerState* optimizer,
                                std::shared_ptr<const Plan> to, std::span<const int> kept,
                                const Recipe& recipe);

/// The `count` numbers of the code that add most to the pictures, ascending: by the variance of the number
/// over `codes` (n, codeSize) times the squared norm of its outgoing weights.
std::vector<int> mostUsedNumbers(const Model& model, std::span<const float> codes, int count);

} // namespace hg
