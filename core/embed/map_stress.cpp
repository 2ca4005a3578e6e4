#include "core/embed/map_stress.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr int mostParts = 16;
constexpr std::ptrdiff_t leastPart = 16384; // numbers that are worth a part of their own

double (*guttmanKernel(const PackedDistances<float>&))(const GuttmanJob<float>&)
{
    return mapKernels().guttmanFloat;
}
double (*guttmanKernel(const PackedDistances<double>&))(const GuttmanJob<double>&)
{
    return mapKernels().guttmanDouble;
}

} // namespace

MapParts::MapParts(std::span<const std::ptrdiff_t> groupAt)
{
    const int groups = static_cast<int>(groupAt.size()) - 1;
    const std::ptrdiff_t all = groupAt.back();
    const auto parts = static_cast<int>(std::clamp<std::ptrdiff_t>(all / leastPart, 1, mostParts));
    m_bounds.push_back(0);
    for (int part = 1; part < parts; ++part) {
        const auto at = std::lower_bound(groupAt.begin(), groupAt.end(), all * part / parts);
        const int bound = static_cast<int>(at - groupAt.begin());
        if (bound > m_bounds.back() && bound < groups) m_bounds.push_back(bound);
    }
    m_bounds.push_back(groups);
}

template <class Scalar>
MapPass<Scalar>::MapPass(const Distances& distances, const PackedDistances<Scalar>& packed, int dims,
                         Workers& workers)
    : m_distances(distances)
    , m_packed(packed)
    , m_dims(dims)
    , m_workers(workers)
    , m_parts(packed.groupAt)
    , m_positions(static_cast<std::size_t>(dims * packed.stride))
    , m_sums(m_positions.size() * static_cast<std::size_t>(m_parts.count()))
    , m_residuals(static_cast<std::size_t>(m_parts.count()))
    , m_transform(m_positions.size())
{}

template <class Scalar>
void MapPass<Scalar>::runPart(int part)
{
    Scalar* sums = m_sums.data() + static_cast<std::size_t>(part) * m_positions.size();
    std::fill_n(sums, m_positions.size(), Scalar{0});
    const auto from =
        static_cast<std::size_t>(m_packed.groupAt[static_cast<std::size_t>(m_parts.first(part))]);
    m_residuals[static_cast<std::size_t>(part)] =
        guttmanKernel(m_packed)({.distances = m_packed.values.data() + from,
                                 .positions = m_positions.data(),
                                 .points = m_distances.count(),
                                 .stride = m_packed.stride,
                                 .dims = m_dims,
                                 .firstGroup = m_parts.first(part),
                                 .lastGroup = m_parts.last(part),
                                 .sums = sums});
}

/// Σ x·(sums) = Σ d·δ over the pairs; fills the transform.
template <class Scalar>
double MapPass<Scalar>::reduce()
{
    std::fill(m_transform.begin(), m_transform.end(), 0.0);
    for (std::size_t part = 0; part < m_residuals.size(); ++part) {
        const Scalar* sums = m_sums.data() + part * m_positions.size();
        for (std::size_t i = 0; i < m_transform.size(); ++i)
            m_transform[i] += static_cast<double>(sums[i]);
    }
    double cross = 0;
    for (std::size_t i = 0; i < m_transform.size(); ++i) {
        cross += m_transform[i] * static_cast<double>(m_positions[i]);
        m_transform[i] /= m_distances.count();
    }
    return cross;
}

template <class Scalar>
std::optional<double> MapPass<Scalar>::run(const Watch& watch)
{
    const int round = watch ? 2 * m_workers.count() : m_parts.count();
    for (int first = 0; first < m_parts.count(); first += round) {
        if (!mayGoOn(watch, static_cast<double>(first) / m_parts.count())) return std::nullopt;
        m_workers.run(std::min(round, m_parts.count() - first), [&](int part) { runPart(first + part); });
    }
    double residual = 0, squares = 0;
    for (const double part : m_residuals)
        residual += part;
    const double cross = reduce();
    for (int d = 0; d < m_dims; ++d) {
        double sum = 0, square = 0;
        for (std::ptrdiff_t i = 0; i < stride(); ++i) {
            const auto x = static_cast<double>(m_positions[static_cast<std::size_t>(d * stride() + i)]);
            sum += x;
            square += x * x;
        }
        squares += m_distances.count() * square - sum * sum; // Σd² over the pairs
    }
    if (!(squares > 0)) return 1;
    // The residual at the best scale b = Σdδ/Σd²: Σ(δ−bd)² = Σ(δ−d)² − (1−b)²Σd², without the cancellation in
    // 1 − (Σdδ)²/(Σd²Σδ²).
    const double off = 1 - cross / squares;
    return std::sqrt(std::clamp((residual - off * off * squares) / m_distances.sumOfSquares(), 0.0, 1.0));
}

template <class Scalar>
void MapPass<Scalar>::accept()
{
    for (std::size_t i = 0; i < m_positions.size(); ++i)
        m_positions[i] = static_cast<Scalar>(m_transform[i]);
}

template <class Scalar>
std::vector<float> MapPass<Scalar>::points() const
{
    std::vector<float> points;
    for (int i = 0; i < m_distances.count(); ++i)
        for (int d = 0; d < m_dims; ++d)
            points.push_back(static_cast<float>(
                m_distances.scale() *
                static_cast<double>(m_positions[static_cast<std::size_t>(d * stride() + i)])));
    return points;
}

template class MapPass<float>;
template class MapPass<double>;

} // namespace hg
