#pragma once

#include "core/train/recipe.h"

#include <span>
#include <string_view>

namespace hg {

/// A network that can be asked for by name, with the recipe that it brings.
struct ModelPreset {
    const char* id;
    const char* model;  ///< an id of modelIds()
    bool isOfTheWindow; ///< trained as the lab does; otherwise as comparisons with other libraries are
};

/// The models for comparisons first, then the window's. Their names are in ui/theme/model_text.
std::span<const ModelPreset> modelPresets();
/// The preset of that id, or null.
const ModelPreset* findModelPreset(std::string_view id);
Recipe recipeOf(const ModelPreset& preset);

} // namespace hg
