#pragma once

#include "core/embed/distances.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace hg {

/// A map: points placed so that their distances resemble those of the data.
struct Map {
    int dims = 0;
    std::vector<float> points; ///< (n, dims) row-major, in the data's units, around 0
    double stress = 0;         ///< Kruskal's stress-1 at the best scale, 0 … 1
    int iterations = 0;        ///< Guttman transforms done

    int count() const { return dims > 0 ? static_cast<int>(points.size()) / dims : 0; }
};

/// Dimensions that a map may have.
inline constexpr int mostMapDimensions = 100;

/// Classical scaling: the map whose inner products are nearest to those that the distances imply. Axes by
/// falling variance, each column's largest entry positive; of euclidean data these are PCA's scores up to
/// sign. Columns beyond the data's dimensions are 0. Errors: BadValue (dims), Cancelled. Cost: a few dozen
/// products by the n² squared distances on all workers; n³ for few points. Source: Torgerson,
/// "Multidimensional scaling: I. Theory and method", 1952; Borg and Groenen, "Modern Multidimensional
/// Scaling", 2005, section 12.1.
Result<Map> classicalMds(const Distances& distances, int dims, Workers& workers, const Watch& watch = {});

struct SmacofOptions {
    int dims = 2;
    std::optional<std::uint64_t> seed; ///< starts from random places instead of the classical solution
    double tolerance = 1e-6;           ///< ends when stress improves by less than this of itself; 0: never
    int mostIterations = 0;            ///< 0: as many as it takes; needed where the tolerance is 0
};

/// Metric scaling: minimises Σ(d − δ)² over the pairs by majorisation; no iteration makes it larger. The
/// stress is √(1 − (Σdδ)²/(Σd²·Σδ²)), that of the map in its best scale. Distinct points that the start puts
/// in one place are moved apart a little, since they would never part. Results do not depend on the number of
/// threads. Errors: BadValue (dims), Cancelled. Cost: n²/2 distances an iteration, fused with the transform.
/// Source: de Leeuw, "Applications of convex analysis to multidimensional scaling", 1977; Borg and Groenen
/// 2005, sections 8.6 and 11.1; Kruskal, "Multidimensional scaling by optimizing goodness of fit to a
/// nonmetric hypothesis", 1964.
Result<Map> smacof(const Distances& distances, const SmacofOptions& options, Workers& workers,
                   const Watch& watch = {});

/// The same descent a round at a time, for whoever shows it: smacof() is this until it ends. Copies nothing
/// of the distances. The workers must outlive it. Threads: one at a time.
class MapDescent {
public:
    /// At the classical solution, or at the places of the seed. The options' tolerance and number of
    /// iterations say only when isDone(). Errors: BadValue (dims, iterations below 0), Cancelled.
    static Result<MapDescent> start(std::shared_ptr<const Distances> distances, const SmacofOptions& options,
                                    Workers& workers, const Watch& watch = {});
    ~MapDescent();
    MapDescent(MapDescent&&) noexcept;
    MapDescent& operator=(MapDescent&&) noexcept;

    /// One Guttman transform; the stress after it, which does not rise. Cost: one pass over the distances.
    /// Errors: Cancelled, after which everything is as before the round.
    Result<double> step(const Watch& watch = {});
    /// The last round gained less than the tolerance, or there have been as many as the options allow.
    bool isDone() const;
    double stress() const;
    int iterations() const;
    Map map() const;

private:
    struct State;
    explicit MapDescent(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Kruskal's stress-1 at the best scale of any map (n, dims) of these points, as Map::stress is of ours: what
/// a bottleneck's codes and PCA's scores are compared by. 1 where all are in one place; NaN where a point is
/// not finite, their number is another, or dims is outside 1 … mostMapDimensions. Cost: one pass over the
/// distances.
double mapStress(const Distances& distances, std::span<const float> points, int dims, Workers& workers);

} // namespace hg
