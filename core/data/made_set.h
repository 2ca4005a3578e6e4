#pragma once

#include "core/data/dataset.h"

#include <array>
#include <span>
#include <string_view>

namespace hg {

/// Pictures that are drawn by two numbers, its factors, so that it is known what the two axes of a map could
/// be.
struct MadeSet {
    const char* source; ///< `bars`; `bars:place` is the same pictures with other labels
    const char* other;
    /// Draws one, row by row, 0…1: a factor is from 0 to 1.
    void (*draw)(double first, double second, std::span<double> picture);
};

inline constexpr int madeSide = 28, madeTrain = 6000, madeTest = 1000;
/// Labels tell the tenth of its range in which a factor lies.
inline constexpr int madeClasses = 10;

std::span<const MadeSet> madeSets();
/// The set of that source, or null.
const MadeSet* findMadeSet(std::string_view source);
/// The factors of picture `index` of a set: evenly spread over the unit square, however many are taken.
/// Source: M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018, R₂.
std::array<double, 2> madeFactors(int index);
/// Its training and held-out part: always the same. `source` is one of findMadeSet(). Cost: a tenth of a
/// second.
Dataset makeSet(std::string_view source);

} // namespace hg
