#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hg {

/// Rows of samples that somebody else owns: `count` rows of `features` numbers, kept as bytes (a pixel p
/// means p/255) or as numbers of either width. Exactly one of the pointers is set.
struct SampleView {
    const std::uint8_t* bytes = nullptr;
    const float* floats = nullptr;
    const double* doubles = nullptr;
    int count = 0;
    std::size_t features = 0;

    /// `n` rows from `first` on.
    SampleView rows(int first, int n) const
    {
        const std::size_t offset = static_cast<std::size_t>(first) * features;
        return {bytes ? bytes + offset : nullptr, floats ? floats + offset : nullptr,
                doubles ? doubles + offset : nullptr, n, features};
    }

    float value(int row, std::size_t feature) const
    {
        const std::size_t i = static_cast<std::size_t>(row) * features + feature;
        if (bytes) return static_cast<float>(bytes[i]) * (1.0f / 255.0f);
        return floats ? floats[i] : static_cast<float>(doubles[i]);
    }

    /// The numbers of one row.
    std::vector<float> sample(int row) const
    {
        std::vector<float> numbers(features);
        for (std::size_t f = 0; f < features; ++f)
            numbers[f] = value(row, f);
        return numbers;
    }

    /// One number without narrowing what came in double.
    double exactValue(int row, std::size_t feature) const
    {
        return doubles ? doubles[static_cast<std::size_t>(row) * features + feature]
                       : static_cast<double>(value(row, feature));
    }
};

/// Rows of `features` floats one after the other, which somebody else owns.
inline SampleView viewOf(std::span<const float> rows, std::size_t features)
{
    return {.floats = rows.data(), .count = static_cast<int>(rows.size() / features), .features = features};
}

} // namespace hg
