#pragma once

#include "core/tensor/samples.h"
#include "core/util/aligned.h"
#include "core/util/result.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <span>
#include <variant>
#include <vector>

namespace hg {

/// How many points a map may have.
inline constexpr int mostMapPoints = 5000;
/// Up to this many, maps are computed in double throughout; larger ones in float with sums in double.
inline constexpr int mostDoublePoints = 1000;

/// The distances of all pairs i < j in units of their root mean square, in the order that the kernels read
/// (core/kernels/map_jobs.h).
template <class Scalar>
struct PackedDistances {
    std::ptrdiff_t stride = 0;           ///< points, rounded up to a group
    std::vector<std::ptrdiff_t> groupAt; ///< where each group of rows begins, and the end
    AlignedVector<Scalar> values;

    explicit PackedDistances(int points);
    Scalar& at(int i, int j) { return values[index(i, j)]; }
    Scalar at(int i, int j) const { return values[index(i, j)]; }

private:
    std::size_t index(int i, int j) const; // i < j
};

/// The distances between all pairs of a set.
class Distances {
public:
    int count() const { return m_count; }
    /// Between points i and j, in the data's units.
    double between(int i, int j) const;
    /// The root mean square of all, in the data's units.
    double scale() const { return m_scale; }
    /// Σ δ² over the pairs i < j, in units of the scale.
    double sumOfSquares() const { return m_sumOfSquares; }
    /// In units of the scale.
    const std::variant<PackedDistances<float>, PackedDistances<double>>& packed() const { return m_packed; }

private:
    explicit Distances(int count, double scale);
    friend Result<Distances> euclideanDistances(const SampleView&, Workers&, const Watch&);
    friend Result<Distances> distancesFromTable(std::span<const double>, int);

    int m_count;
    double m_scale;
    double m_sumOfSquares = 0;
    std::variant<PackedDistances<float>, PackedDistances<double>> m_packed;
};

/// Euclidean distances between rows, from exact integers for bytes and from differences in double otherwise.
/// Errors: TooFewSamples (n < 2), TooManySamples, NotFinite (numbers: the first such element, from 1),
/// NoVariance, Cancelled. Cost: n²·d/2 on all workers; memory n²/2 floats, for bytes 2·n·d more.
Result<Distances> euclideanDistances(const SampleView& samples, Workers& workers, const Watch& watch = {});

/// From a table (n, n) of distances of any kind, of which the part above the diagonal is read. Errors: as
/// above; BadValue for a negative one.
Result<Distances> distancesFromTable(std::span<const double> table, int count);

} // namespace hg
