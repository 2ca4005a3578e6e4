#pragma once

#include "core/embed/distances.h"
#include "core/kernels/map_kernels.h"

#include <optional>

namespace hg {

/// Groups of rows of packed distances shared out as parts of about the same number of pairs: how many parts
/// depends on the number of points alone.
class MapParts {
public:
    explicit MapParts(std::span<const std::ptrdiff_t> groupAt);

    int count() const { return static_cast<int>(m_bounds.size()) - 1; }
    int first(int part) const { return m_bounds[static_cast<std::size_t>(part)]; }
    int last(int part) const { return m_bounds[static_cast<std::size_t>(part) + 1]; }

private:
    std::vector<int> m_bounds;
};

/// Places of points, and from one pass over the distances their stress and their Guttman transform.
template <class Scalar>
class MapPass {
public:
    MapPass(const Distances& distances, const PackedDistances<Scalar>& packed, int dims, Workers& workers);

    /// (dims, stride), zero beyond the points.
    AlignedVector<Scalar>& positions() { return m_positions; }
    std::ptrdiff_t stride() const { return m_packed.stride; }
    /// Stress of the positions; computes their transform. Nothing when the watch ends it, which is asked
    /// between rounds of parts.
    std::optional<double> run(const Watch& watch);
    /// The transform becomes the positions.
    void accept();
    /// The positions in the data's units, (n, dims).
    std::vector<float> points() const;

private:
    void runPart(int part);
    double reduce();

    const Distances& m_distances;
    const PackedDistances<Scalar>& m_packed;
    int m_dims;
    Workers& m_workers;
    MapParts m_parts;
    AlignedVector<Scalar> m_positions;
    AlignedVector<Scalar> m_sums; // (part, dims, stride)
    std::vector<double> m_residuals;
    std::vector<double> m_transform; // (dims, stride)
};

} // namespace hg
