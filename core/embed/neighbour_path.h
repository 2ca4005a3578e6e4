#pragma once

#include "core/util/result.h"
#include "core/util/watch.h"

#include <optional>
#include <span>
#include <vector>

namespace hg {

/// Points of the plane, each joined with those near it: what a path through the data walks on, as Isomap's
/// geodesics do. Rows that are not finite are joined with nobody; rows in one place are one node. Immutable.
/// Source: Tenenbaum, de Silva, Langford, "A global geometric framework for nonlinear dimensionality
/// reduction", 2000, steps 1 and 2.
class NeighbourGraph {
public:
    /// Over points (n, 2): two places are joined where either is among the k nearest of the other, of equally
    /// near ones the first row; all are where there are no more than that. Errors: BadValue (k < 1),
    /// Cancelled. Cost: about n·(k + √n/10), of 60,000 points and k = 8 a fifth of a second; memory n·k.
    static Result<NeighbourGraph> over(std::span<const float> points, int k, const Watch& watch = {});

    /// The rows of a shortest path by the euclidean lengths of its steps, both ends included, the first row
    /// at each place between them; `from` alone where that is `to`, nothing where no path joins them or one
    /// is not finite or not there. Cost: that of Dijkstra's algorithm among the places nearer than `to`.
    std::optional<std::vector<int>> path(int from, int to) const;

    /// Rows that the graph was made of.
    int count() const { return static_cast<int>(m_placeOf.size()); }

private:
    struct Place {
        double x, y;
        int row; ///< the first one there
    };
    class Strips;

    explicit NeighbourGraph(std::span<const float> points);
    bool join(int k, const Watch& watch);
    double lengthOf(int from, int to) const;
    std::vector<int> steppedFrom(int from, int to) const;

    std::vector<Place> m_places;   // by x, then y
    std::vector<int> m_placeOf;    // of each row; −1: not finite
    std::vector<int> m_start;      // of each place's neighbours, and their end
    std::vector<int> m_neighbours; // places, rising
};

/// `count` points at equal arc length along the line through the vertices (n, size), which are finite:
/// (count, size), the first and the last vertex included. Of one point the first vertex, of a line without
/// length its one place; nothing without vertices.
std::vector<float> evenlyAlong(std::span<const float> polyline, int count, int size = 2);

} // namespace hg
