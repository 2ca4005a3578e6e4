#include "core/eval/varying_columns.h"

#include <cmath>
#include <numeric>

namespace hg {

VaryingColumns::VaryingColumns(const ClassifiedRows& rows)
    : m_classes(rows.classes), m_common(rows.row(0), rows.row(0) + rows.features)
{
    std::vector<char> varies(rows.features, 0);
    for (int i = 1; i < rows.count(); ++i)
        for (std::size_t f = 0; f < rows.features; ++f)
            varies[f] = static_cast<char>(varies[f] | (rows.row(i)[f] != m_common[f]));
    for (std::size_t f = 0; f < rows.features; ++f)
        if (varies[f] != 0) {
            m_varying.push_back(f);
            m_common[f] = 0;
        }
    m_length = std::sqrt(std::inner_product(m_common.begin(), m_common.end(), m_common.begin(), 0.0));
    const std::size_t columns = m_varying.size() + (m_length > 0);
    m_numbers.resize(static_cast<std::size_t>(rows.count()) * columns, m_length);
    for (int i = 0; i < rows.count(); ++i) {
        double* own = m_numbers.data() + static_cast<std::size_t>(i) * columns;
        const double* row = rows.row(i);
        for (std::size_t k = 0; k < m_varying.size(); ++k)
            own[k] = row[m_varying[k]];
    }
}

void VaryingColumns::spread(const double* reduced, double* weights) const
{
    for (std::size_t f = 0; f < m_common.size() && m_length > 0; ++f)
        weights[f] = reduced[m_varying.size()] * m_common[f] / m_length;
    for (std::size_t k = 0; k < m_varying.size(); ++k)
        weights[m_varying[k]] = reduced[k];
}

} // namespace hg
