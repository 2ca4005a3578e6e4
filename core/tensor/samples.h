#pragma once

#include <cstddef>
#include <cstdint>

namespace hg {

/// Rows of samples that somebody else owns: `count` rows of `features` numbers, kept as bytes (a pixel p means p/255) or
/// as floats. Exactly one of the pointers is set.
struct SampleView {
    const std::uint8_t* bytes = nullptr;
    const float* floats = nullptr;
    int count = 0;
    std::size_t features = 0;

    float value(int row, std::size_t feature) const
    {
        const std::size_t i = static_cast<std::size_t>(row) * features + feature;
        return bytes ? static_cast<float>(bytes[i]) * (1.0f / 255.0f) : floats[i];
    }
};

} // namespace hg
