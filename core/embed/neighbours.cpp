#include "core/embed/neighbours.h"

#include "core/embed/row_distances.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

struct Candidate {
    double square;
    int row;

    bool operator<(const Candidate& other) const
    {
        return square < other.square || (square == other.square && row < other.row);
    }
};

/// The nearest candidates so far, the farthest of them on top.
class Nearest {
public:
    explicit Nearest(int k) : m_most(static_cast<std::size_t>(k)) { m_heap.reserve(m_most); }

    void offer(Candidate candidate)
    {
        if (std::isnan(candidate.square)) candidate.square = std::numeric_limits<double>::infinity();
        if (m_heap.size() == m_most) {
            if (!(candidate < m_heap.front())) return;
            std::pop_heap(m_heap.begin(), m_heap.end());
            m_heap.pop_back();
        }
        m_heap.push_back(candidate);
        std::push_heap(m_heap.begin(), m_heap.end());
    }

    /// Nearest first.
    const std::vector<Candidate>& sorted()
    {
        std::sort_heap(m_heap.begin(), m_heap.end());
        return m_heap;
    }

private:
    std::size_t m_most;
    std::vector<Candidate> m_heap;
};

/// Finds the neighbours of the rows of one tile.
void searchTile(const RowDistances& rows, int a, Neighbours& neighbours)
{
    const int side = RowDistances::side;
    std::vector<Nearest> nearest(static_cast<std::size_t>(rows.rows(a)), Nearest(neighbours.k));
    RowDistances::Tile tile;
    for (int b = 0; b < rows.tiles(); ++b) {
        rows.squares(a, b, tile);
        for (int r = 0; r < rows.rows(a); ++r)
            for (int c = 0; c < rows.rows(b); ++c)
                if (a != b || r != c)
                    nearest[static_cast<std::size_t>(r)].offer(
                        {tile[static_cast<std::size_t>(r * side + c)], b * side + c});
    }
    auto at =
        static_cast<std::size_t>(a) * static_cast<std::size_t>(side) * static_cast<std::size_t>(neighbours.k);
    for (Nearest& one : nearest)
        for (const Candidate& candidate : one.sorted()) {
            neighbours.rows[at] = candidate.row;
            neighbours.distances[at++] = static_cast<float>(std::sqrt(candidate.square));
        }
}

} // namespace

Result<Neighbours> nearestNeighbours(const SampleView& samples, int k, Workers& workers, const Watch& watch)
{
    if (samples.count < 2)
        return Error{ErrorCode::TooFewSamples, {}, {static_cast<double>(samples.count), 2}};
    if (k < 1 || k >= samples.count)
        return Error{ErrorCode::BadValue, {}, {1, static_cast<double>(samples.count - 1)}, std::to_string(k)};
    const RowDistances rows(samples, workers);
    const std::size_t size = static_cast<std::size_t>(samples.count) * static_cast<std::size_t>(k);
    Neighbours neighbours{k, std::vector<int>(size), std::vector<float>(size)};
    const int perRound = 4 * workers.count(); // tiles; how they are shared out changes no result
    for (int first = 0; first < rows.tiles(); first += perRound) {
        if (!mayGoOn(watch, static_cast<double>(first) / rows.tiles())) return Error{ErrorCode::Cancelled};
        workers.run(std::min(perRound, rows.tiles() - first),
                    [&](int part) { searchTile(rows, first + part, neighbours); });
    }
    return neighbours;
}

} // namespace hg
