#include "core/lab/model_presets.h"

#include "core/lab/autoencoder_setup.h"

#include <algorithm>
#include <array>

namespace hg {

std::span<const ModelPreset> modelPresets()
{
    static constexpr std::array table{
        ModelPreset{"linear", "linear", false},  ModelPreset{"dense", "dense", false},
        ModelPreset{"conv", "conv", false},      ModelPreset{"lab-linear", "linear", true},
        ModelPreset{"lab-dense", "dense", true}, ModelPreset{"lab-conv", "conv", true},
    };
    return table;
}

const ModelPreset* findModelPreset(std::string_view id)
{
    const auto all = modelPresets();
    const auto it = std::find_if(all.begin(), all.end(), [&](const ModelPreset& p) { return id == p.id; });
    return it == all.end() ? nullptr : &*it;
}

Recipe recipeOf(const ModelPreset& preset)
{
    return preset.isOfTheWindow ? defaultSetup(preset.model).recipe : Recipe{};
}

} // namespace hg
