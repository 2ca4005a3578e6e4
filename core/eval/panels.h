#pragma once

#include "core/kernels/fit_kernels.h"
#include "core/util/aligned.h"

#include <algorithm>
#include <cstddef>

namespace hg {

using Doubles = AlignedVector<double>;

/// The length of a row of so many numbers, filled up with zeros.
constexpr std::size_t paddedRow(std::size_t n)
{
    return roundedUp(std::max<std::size_t>(1, n), fitGroup);
}

/// to += factor·from
inline void addTo(Doubles& to, double factor, const Doubles& from)
{
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i] += factor * from[i];
}

/// Σ a·b; `count` is a whole number of groups.
inline double dot(const double* a, const double* b, std::size_t count)
{
    return fitKernels().dot(a, b, count);
}

/// What products are made of: half the memory in half the time, or all digits.
enum class Precision { Float, Double };

/// A matrix (depth, columns) that is multiplied again and again, as panels of columns one behind the other:
/// each is read from front to back.
class Panels {
public:
    Panels() = default;
    Panels(std::size_t depth, std::size_t columns, Precision precision);

    bool isEmpty() const { return m_floats.empty() && m_doubles.empty(); }
    std::size_t depth() const { return m_depth; }
    /// Rows of the numbers given, each `step` numbers after the last.
    void setRows(const double* numbers, std::size_t step);
    /// Columns of the numbers given.
    void setColumns(const double* numbers, std::size_t step);
    /// c = a·this, or c += a·this; rows of a and of c are padded.
    void multiply(const Doubles& a, int rows, Doubles& c, bool accumulates = false) const;

private:
    static constexpr std::size_t widest = 64;

    std::size_t panels() const { return (m_columns + widest - 1) / widest; }
    std::size_t widthOf(std::size_t panel) const
    {
        return std::min(widest, paddedRow(m_columns) - panel * widest);
    }
    template <class Put>
    void fill(const Put& put);
    void multiplyFloats(const Doubles& a, int rows, Doubles& c, bool accumulates) const;
    void multiplyDoubles(const Doubles& a, int rows, Doubles& c, bool accumulates) const;

    std::size_t m_depth = 0, m_columns = 0;
    AlignedFloats m_floats; // one of the two is filled
    Doubles m_doubles;
};

} // namespace hg
