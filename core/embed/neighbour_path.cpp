#include "core/embed/neighbour_path.h"

#include <queue>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace hg {
namespace {

/// A place at a squared or whole distance; the nearest first, of equally near ones that of the least key.
struct Reached {
    double distance;
    int key, place;

    bool operator<(const Reached& other) const
    {
        return distance < other.distance || (distance == other.distance && key < other.key);
    }
    bool operator>(const Reached& other) const { return other < *this; }
};

/// The k nearest of those that are offered, in order.
class Nearest {
public:
    explicit Nearest(int k) : m_most(static_cast<std::size_t>(k)) {}

    void clear() { m_kept.clear(); }
    /// Beyond this squared distance nothing is kept.
    double limit() const
    {
        return m_kept.size() < m_most ? std::numeric_limits<double>::infinity() : m_kept.back().distance;
    }
    void offer(const Reached& one)
    {
        if (m_kept.size() == m_most) {
            if (!(one < m_kept.back())) return;
            m_kept.pop_back();
        }
        m_kept.insert(std::upper_bound(m_kept.begin(), m_kept.end(), one), one);
    }
    const std::vector<Reached>& kept() const { return m_kept; }

private:
    std::size_t m_most;
    std::vector<Reached> m_kept;
};

double square(double x)
{
    return x * x;
}

} // namespace

/// A grid whose lines follow the points: upright strips of equally many places, each in order of y. Cells of
/// one size would hold nearly all points in one of them where a few codes stray far.
class NeighbourGraph::Strips {
public:
    explicit Strips(const std::vector<Place>& places)
        : m_places(places)
        , m_size(std::max(1, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(places.size()))))))
        , m_byY(places.size())
    {
        std::iota(m_byY.begin(), m_byY.end(), 0);
        for (int strip = 0; strip < count(); ++strip)
            std::sort(m_byY.begin() + first(strip), m_byY.begin() + last(strip),
                      [&](int a, int b) { return std::pair(at(a).y, a) < std::pair(at(b).y, b); });
    }

    int count() const { return (total() + m_size - 1) / m_size; }
    /// The places of a strip, which stand together in order of x.
    int first(int strip) const { return strip * m_size; }
    int last(int strip) const { return std::min(first(strip) + m_size, total()); }

    void search(int place, Nearest& nearest) const
    {
        nearest.clear();
        const int own = place / m_size;
        scan(own, place, nearest);
        bool goesOn = true;
        for (int away = 1; goesOn; ++away) {
            const bool isLeft = mayHold(own - away, place, nearest),
                       isRight = mayHold(own + away, place, nearest);
            if (isLeft) scan(own - away, place, nearest);
            if (isRight) scan(own + away, place, nearest);
            goesOn = isLeft || isRight;
        }
    }

private:
    int total() const { return static_cast<int>(m_places.size()); }
    const Place& at(int place) const { return m_places[static_cast<std::size_t>(place)]; }
    const Place& byY(int i) const { return at(m_byY[static_cast<std::size_t>(i)]); }

    /// Whether the strip is there and no farther across than what is looked for; those beyond it are not
    /// nearer.
    bool mayHold(int strip, int place, const Nearest& nearest) const
    {
        if (strip < 0 || strip >= count()) return false;
        const double x = at(place).x;
        const double edge = std::clamp(x, at(first(strip)).x, at(last(strip) - 1).x);
        return square(edge - x) <= nearest.limit();
    }

    /// Offers the strip's places, from the height of this one on upwards and downwards.
    void scan(int strip, int place, Nearest& nearest) const
    {
        const double y = at(place).y;
        const int begin = first(strip), end = last(strip);
        const auto isTooFar = [&](int i) { return square(byY(i).y - y) > nearest.limit(); };
        // Quick where all of a strip is below or above, as of points in an upright line.
        if ((byY(end - 1).y < y && isTooFar(end - 1)) || (byY(begin).y > y && isTooFar(begin))) return;
        const auto middle = std::lower_bound(m_byY.begin() + begin, m_byY.begin() + end, y,
                                             [&](int other, double height) { return at(other).y < height; });
        const int start = static_cast<int>(middle - m_byY.begin());
        for (int i = start; i < end && !isTooFar(i); ++i)
            offer(i, place, nearest);
        for (int i = start - 1; i >= begin && !isTooFar(i); --i)
            offer(i, place, nearest);
    }

    void offer(int i, int place, Nearest& nearest) const
    {
        const int other = m_byY[static_cast<std::size_t>(i)];
        if (other == place) return;
        const Place &a = at(place), &b = at(other);
        nearest.offer({square(a.x - b.x) + square(a.y - b.y), b.row, other});
    }

    const std::vector<Place>& m_places;
    int m_size;
    std::vector<int> m_byY;
};

Result<NeighbourGraph> NeighbourGraph::over(std::span<const float> points, int k, const Watch& watch)
{
    if (k < 1) return Error{ErrorCode::BadValue, {}, {1}, std::to_string(k)};
    NeighbourGraph graph(points);
    if (!graph.join(k, watch)) return Error{ErrorCode::Cancelled};
    return graph;
}

NeighbourGraph::NeighbourGraph(std::span<const float> points) : m_placeOf(points.size() / 2, -1)
{
    std::vector<Place> rows;
    for (std::size_t i = 0; i < m_placeOf.size(); ++i)
        if (std::isfinite(points[2 * i]) && std::isfinite(points[2 * i + 1]))
            rows.push_back({static_cast<double>(points[2 * i]), static_cast<double>(points[2 * i + 1]),
                            static_cast<int>(i)});
    std::sort(rows.begin(), rows.end(), [](const Place& a, const Place& b) {
        return std::tie(a.x, a.y, a.row) < std::tie(b.x, b.y, b.row);
    });
    for (const Place& row : rows) {
        if (m_places.empty() || m_places.back().x != row.x || m_places.back().y != row.y)
            m_places.push_back(row);
        m_placeOf[static_cast<std::size_t>(row.row)] = static_cast<int>(m_places.size()) - 1;
    }
}

/// False: the watch ended it.
bool NeighbourGraph::join(int k, const Watch& watch)
{
    constexpr int perAsk = 1024; // places
    const int count = static_cast<int>(m_places.size());
    const Strips strips(m_places);
    Nearest nearest(k);
    std::vector<std::pair<int, int>> edges;
    edges.reserve(2 * m_places.size() * static_cast<std::size_t>(std::min(k, 16)));
    for (int place = 0; place < count; ++place) {
        if (place % perAsk == 0 && !mayGoOn(watch, static_cast<double>(place) / count)) return false;
        strips.search(place, nearest);
        for (const Reached& one : nearest.kept()) {
            edges.emplace_back(place, one.place);
            edges.emplace_back(one.place, place);
        }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    m_start.assign(m_places.size() + 1, 0);
    m_neighbours.reserve(edges.size());
    for (const auto& [from, to] : edges) {
        ++m_start[static_cast<std::size_t>(from) + 1];
        m_neighbours.push_back(to);
    }
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    return true;
}

double NeighbourGraph::lengthOf(int from, int to) const
{
    const Place &a = m_places[static_cast<std::size_t>(from)], &b = m_places[static_cast<std::size_t>(to)];
    return std::sqrt(square(a.x - b.x) + square(a.y - b.y));
}

std::optional<std::vector<int>> NeighbourGraph::path(int from, int to) const
{
    if (std::min(from, to) < 0 || std::max(from, to) >= count()) return std::nullopt;
    const int start = m_placeOf[static_cast<std::size_t>(from)],
              end = m_placeOf[static_cast<std::size_t>(to)];
    if (start < 0 || end < 0) return std::nullopt;
    if (from == to) return std::vector{from};
    if (start == end) return std::vector{from, to};
    const auto before = steppedFrom(start, end);
    if (before[static_cast<std::size_t>(end)] < 0) return std::nullopt;
    std::vector<int> rows{to};
    for (int place = before[static_cast<std::size_t>(end)]; place != start;
         place = before[static_cast<std::size_t>(place)])
        rows.push_back(m_places[static_cast<std::size_t>(place)].row);
    rows.push_back(from);
    std::reverse(rows.begin(), rows.end());
    return rows;
}

/// Of each place that is nearer to `from` than `to`, the one before it on a shortest path; −1 where none is
/// known. Dijkstra's algorithm.
std::vector<int> NeighbourGraph::steppedFrom(int from, int to) const
{
    std::vector<double> distances(m_places.size(), std::numeric_limits<double>::infinity());
    std::vector<int> before(m_places.size(), -1);
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
    distances[static_cast<std::size_t>(from)] = 0;
    next.push({0, from, from});
    while (!next.empty() && next.top().place != to) {
        const auto [distance, key, place] = next.top();
        next.pop();
        const auto at = static_cast<std::size_t>(place);
        if (distance > distances[at]) continue; // a shorter way was found meanwhile
        for (int i = m_start[at]; i < m_start[at + 1]; ++i) {
            const int neighbour = m_neighbours[static_cast<std::size_t>(i)];
            const double through = distance + lengthOf(place, neighbour);
            double& known = distances[static_cast<std::size_t>(neighbour)];
            if (!(through < known)) continue;
            known = through;
            before[static_cast<std::size_t>(neighbour)] = place;
            next.push({through, neighbour, neighbour});
        }
    }
    return before;
}

std::vector<float> evenlyAlong(std::span<const float> polyline, int count, int size)
{
    const auto width = static_cast<std::size_t>(size);
    const std::size_t vertices = polyline.size() / width;
    if (vertices == 0 || count < 1) return {};
    const auto at = [&](std::size_t vertex, std::size_t axis) {
        return static_cast<double>(polyline[width * vertex + axis]);
    };
    std::vector<double> lengths(vertices, 0.0); // from the first vertex to each
    for (std::size_t v = 1; v < vertices; ++v) {
        double step = 0;
        for (std::size_t axis = 0; axis < width; ++axis)
            step = std::hypot(step, at(v, axis) - at(v - 1, axis));
        lengths[v] = lengths[v - 1] + step;
    }
    std::vector<float> points(polyline.begin(), polyline.begin() + size);
    std::size_t v = 1;
    for (int i = 1; i + 1 < count; ++i) {
        const double length = lengths.back() * i / (count - 1);
        while (v + 1 < vertices && lengths[v] < length)
            ++v;
        const std::size_t last = std::min(v, vertices - 1), first = last > 0 ? last - 1 : 0;
        const double step = lengths[last] - lengths[first];
        const double share = step > 0 ? std::clamp((length - lengths[first]) / step, 0.0, 1.0) : 0;
        for (std::size_t axis = 0; axis < width; ++axis)
            points.push_back(static_cast<float>(std::lerp(at(first, axis), at(last, axis), share)));
    }
    if (count > 1) points.insert(points.end(), polyline.end() - size, polyline.end());
    return points;
}

} // namespace hg
