#pragma once

#include "core/nn/layer_spec.h"
#include "core/tensor/tensor.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace hg {

/// A named filter on a plane; those along a line are core/audio's. Its name is in the texts' context
/// "Filters", by id.
struct FilterPreset {
    const char* id;
    TensorD (*make)(Axes size); ///< (1, 1,h,w) of the size nearest to the one asked that the filter has
};
std::span<const FilterPreset> filterPresets();
const FilterPreset* findFilterPreset(std::string_view id);

/// Whole numbers from −2 to 2, the same for a seed.
TensorD randomFilter(Axes size, std::uint64_t seed);
/// The weights divided by their sum, or by the sum of their magnitudes where that is 0; as they are when all
/// are 0.
TensorD normalised(const TensorD& kernel);

} // namespace hg
