#include "core/eval/panels.h"

#include "core/kernels/lane_kernels.h"

namespace hg {

Panels::Panels(std::size_t depth, std::size_t columns, Precision precision)
    : m_depth(depth), m_columns(columns)
{
    const std::size_t numbers = columns > 0 ? depth * paddedRow(columns) : 0;
    if (precision == Precision::Float)
        m_floats.resize(numbers);
    else
        m_doubles.resize(numbers);
}

/// Calls put(row, column) for every number, in the order of memory.
template <class Put>
void Panels::fill(const Put& put)
{
    for (std::size_t p = 0; p < panels(); ++p) {
        const std::size_t first = p * widest, width = widthOf(p), count = std::min(width, m_columns - first);
        for (std::size_t k = 0; k < m_depth; ++k)
            for (std::size_t n = 0; n < count; ++n) {
                const std::size_t at = first * m_depth + k * width + n;
                const double number = put(k, first + n);
                if (m_floats.empty())
                    m_doubles[at] = number;
                else
                    m_floats[at] = static_cast<float>(number);
            }
    }
}

void Panels::setRows(const double* numbers, std::size_t step)
{
    fill([=](std::size_t k, std::size_t n) { return numbers[k * step + n]; });
}

void Panels::setColumns(const double* numbers, std::size_t step)
{
    fill([=](std::size_t k, std::size_t n) { return numbers[n * step + k]; });
}

void Panels::multiply(const Doubles& a, int rows, Doubles& c, bool accumulates) const
{
    if (isEmpty() && !accumulates)
        std::fill(c.begin(), c.end(), 0.0);
    else if (m_floats.empty())
        multiplyDoubles(a, rows, c, accumulates);
    else
        multiplyFloats(a, rows, c, accumulates);
}

void Panels::multiplyDoubles(const Doubles& a, int rows, Doubles& c, bool accumulates) const
{
    for (std::size_t p = 0; p < panels() && !isEmpty(); ++p)
        fitKernels().multiply({.a = a.data(),
                               .aRow = static_cast<std::ptrdiff_t>(a.size()) / rows,
                               .aDepth = 1,
                               .b = m_doubles.data() + p * widest * m_depth,
                               .bRow = static_cast<std::ptrdiff_t>(widthOf(p)),
                               .c = c.data() + p * widest,
                               .cRow = static_cast<std::ptrdiff_t>(c.size()) / rows,
                               .rows = rows,
                               .depth = static_cast<int>(m_depth),
                               .columns = static_cast<int>(widthOf(p)),
                               .bias = nullptr,
                               .accumulates = accumulates});
}

void Panels::multiplyFloats(const Doubles& a, int rows, Doubles& c, bool accumulates) const
{
    const AlignedFloats narrow(a.begin(), a.end());
    AlignedFloats products(static_cast<std::size_t>(rows) * widest);
    const std::size_t cRow = c.size() / static_cast<std::size_t>(rows);
    for (std::size_t p = 0; p < panels(); ++p) {
        const std::size_t width = widthOf(p);
        laneKernels().multiply({.a = narrow.data(),
                                .aRow = static_cast<std::ptrdiff_t>(a.size()) / rows,
                                .aDepth = 1,
                                .b = m_floats.data() + p * widest * m_depth,
                                .bRow = static_cast<std::ptrdiff_t>(width),
                                .c = products.data(),
                                .cRow = static_cast<std::ptrdiff_t>(widest),
                                .rows = rows,
                                .depth = static_cast<int>(m_depth),
                                .columns = static_cast<int>(width),
                                .bias = nullptr,
                                .accumulates = false});
        for (std::size_t r = 0; r < static_cast<std::size_t>(rows); ++r) {
            double* own = c.data() + r * cRow + p * widest;
            for (std::size_t n = 0; n < width; ++n)
                own[n] = (accumulates ? own[n] : 0) + static_cast<double>(products[r * widest + n]);
        }
    }
}

} // namespace hg
