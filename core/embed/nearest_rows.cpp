#include "core/embed/nearest_rows.h"

#include "core/kernels/lane_kernels.h"
#include "core/util/aligned.h"

#include <algorithm>
#include <array>
#include <limits>
#include <string>

namespace hg {
namespace {

constexpr int tileRows = 96; // multiplied at a time: their products stay in the nearest cache
constexpr std::size_t extraCandidates = 6;
constexpr std::size_t width = lanes;

int countOf(std::span<const float> numbers, std::size_t features)
{
    return static_cast<int>(numbers.size() / std::max<std::size_t>(1, features));
}

/// The candidates of one chunk of queries, nearest first.
class Candidates {
public:
    explicit Candidates(std::size_t most)
        : m_most(most), m_keys(most * width, std::numeric_limits<float>::infinity()), m_rows(most * width, -1)
    {
        m_worst.fill(std::numeric_limits<float>::infinity());
    }

    /// Offers one row to all lanes; keys grow with its distance.
    void offer(int row, const float* keys)
    {
        int nearer = 0;
        for (std::size_t lane = 0; lane < width; ++lane)
            nearer += keys[lane] < m_worst[lane];
        for (std::size_t lane = 0; nearer > 0 && lane < width; ++lane)
            if (keys[lane] < m_worst[lane]) {
                insert(lane, row, keys[lane]);
                --nearer;
            }
    }

    std::span<const int> rowsOf(std::size_t lane) const
    {
        return std::span(m_rows).subspan(lane * m_most, m_most);
    }

private:
    void insert(std::size_t lane, int row, float key)
    {
        float* keys = m_keys.data() + lane * m_most;
        int* rows = m_rows.data() + lane * m_most;
        std::size_t at = m_most - 1;
        for (; at > 0 && key < keys[at - 1]; --at) {
            keys[at] = keys[at - 1];
            rows[at] = rows[at - 1];
        }
        keys[at] = key;
        rows[at] = row;
        m_worst[lane] = keys[m_most - 1];
    }

    std::size_t m_most;
    std::vector<float> m_keys;
    std::vector<int> m_rows;
    std::array<float, width> m_worst{};
};

class Search {
public:
    explicit Search(const NearestSearch& search)
        : m_search(search)
        , m_count(countOf(search.rows, search.features))
        , m_queries(countOf(search.queries, search.features))
    {
        m_norms.reserve(static_cast<std::size_t>(m_count));
        for (int i = 0; i < m_count; ++i) {
            double sum = 0;
            for (std::size_t f = 0; f < m_search.features; ++f)
                sum += static_cast<double>(row(i)[f]) * static_cast<double>(row(i)[f]);
            m_norms.push_back(static_cast<float>(sum));
        }
    }

    int chunks() const { return (m_queries + lanes - 1) / lanes; }
    void run(int chunk, int* found) const;

private:
    const float* row(int i) const
    {
        return m_search.rows.data() + static_cast<std::size_t>(i) * m_search.features;
    }
    const float* query(int i) const
    {
        return m_search.queries.data() + static_cast<std::size_t>(i) * m_search.features;
    }
    double square(int query, int row) const;
    void collect(const float* turned, Candidates& candidates) const;
    void choose(int query, std::span<const int> candidates, int* found) const;

    const NearestSearch& m_search;
    int m_count, m_queries;
    std::vector<float> m_norms;
};

double Search::square(int i, int j) const
{
    double sum = 0;
    for (std::size_t f = 0; f < m_search.features; ++f) {
        const double d = static_cast<double>(query(i)[f]) - static_cast<double>(row(j)[f]);
        sum += d * d;
    }
    return sum;
}

/// |r|² − 2·r·x orders rows r as |x − r|² does.
void Search::collect(const float* turned, Candidates& candidates) const
{
    std::array<float, tileRows * width> keys;
    for (int first = 0; first < m_count; first += tileRows) {
        const int count = std::min(tileRows, m_count - first);
        laneKernels().multiply({.a = row(first),
                                .aRow = static_cast<std::ptrdiff_t>(m_search.features),
                                .aDepth = 1,
                                .b = turned,
                                .bRow = lanes,
                                .c = keys.data(),
                                .cRow = lanes,
                                .rows = count,
                                .depth = static_cast<int>(m_search.features),
                                .columns = lanes,
                                .bias = nullptr,
                                .accumulates = false});
        for (int r = 0; r < count; ++r) {
            float* own = keys.data() + static_cast<std::size_t>(r) * width;
            const float norm = m_norms[static_cast<std::size_t>(first + r)];
            for (std::size_t lane = 0; lane < width; ++lane)
                own[lane] = norm - 2 * own[lane];
            candidates.offer(first + r, own);
        }
    }
}

void Search::choose(int i, std::span<const int> candidates, int* found) const
{
    std::vector<std::pair<double, int>> exact;
    for (const int row : candidates)
        if (row >= 0 && !(m_search.isWithin && row == i)) exact.emplace_back(square(i, row), row);
    std::sort(exact.begin(), exact.end());
    for (int n = 0; n < m_search.k; ++n)
        found[n] = exact[static_cast<std::size_t>(n)].second;
}

/// The neighbours of up to `lanes` queries.
void Search::run(int chunk, int* found) const
{
    const int first = chunk * lanes, count = std::min(lanes, m_queries - first);
    AlignedFloats turned(m_search.features * width, 0.0f);
    for (int lane = 0; lane < count; ++lane)
        for (std::size_t f = 0; f < m_search.features; ++f)
            turned[f * width + static_cast<std::size_t>(lane)] = query(first + lane)[f];
    Candidates candidates(2 * static_cast<std::size_t>(m_search.k) + extraCandidates);
    collect(turned.data(), candidates);
    for (int lane = 0; lane < count; ++lane)
        choose(first + lane, candidates.rowsOf(static_cast<std::size_t>(lane)), found + lane * m_search.k);
}

} // namespace

Result<std::vector<int>> nearestRows(const NearestSearch& search, Workers& workers, const Watch& watch)
{
    const int most = countOf(search.rows, search.features) - (search.isWithin ? 1 : 0);
    if (search.k < 1 || search.k > most)
        return Error{ErrorCode::BadValue, {}, {1, static_cast<double>(most)}, std::to_string(search.k)};
    const Search seeker(search);
    const auto queries = static_cast<std::size_t>(countOf(search.queries, search.features));
    std::vector<int> found(queries * static_cast<std::size_t>(search.k));
    const int perRound = 4 * workers.count(); // chunks; how they are shared out changes no result
    for (int first = 0; first < seeker.chunks(); first += perRound) {
        if (!mayGoOn(watch, static_cast<double>(first) / seeker.chunks())) return Error{ErrorCode::Cancelled};
        workers.run(std::min(perRound, seeker.chunks() - first), [&](int part) {
            const auto chunk = first + part;
            seeker.run(chunk, found.data() + static_cast<std::size_t>(chunk) * lanes *
                                                 static_cast<std::size_t>(search.k));
        });
    }
    return found;
}

} // namespace hg
