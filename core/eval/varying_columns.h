#pragma once

#include "core/eval/softmax_regression.h"

#include <vector>

namespace hg {

/// Columns in which the rows differ, and one more for all others together: where rows are alike, all that
/// counts is the length of what they have in common. A third of a digit's pixels are empty in a few of them.
class VaryingColumns {
public:
    explicit VaryingColumns(const ClassifiedRows& rows);

    /// Refers to this object.
    ClassifiedRows reduced() const { return {m_numbers, m_varying.size() + (m_length > 0), m_classes}; }
    /// A row of weights for all columns from one of the reduced.
    void spread(const double* reduced, double* weights) const;

private:
    std::span<const int> m_classes;
    std::vector<std::size_t> m_varying;
    std::vector<double> m_common; ///< what the rows have in common, 0 where they differ
    double m_length = 0;          ///< of that
    std::vector<double> m_numbers;
};

} // namespace hg
