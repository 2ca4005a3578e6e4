#include "core/embed/medoids.h"

#include "core/util/rng.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>

namespace hg {
namespace {

constexpr std::uint32_t startPurpose = 5;
constexpr int mostRounds = 100, rowsPerPart = 256;

/// Rows and the means of their groups.
class Groups {
public:
    Groups(std::span<const double> rows, std::size_t features, Workers& workers)
        : m_rows(rows)
        , m_features(features)
        , m_count(rows.size() / features)
        , m_workers(workers)
        , m_nearest(m_count, 0)
        , m_squares(m_count, std::numeric_limits<double>::infinity())
    {}

    void begin(int k, std::uint64_t seed);
    bool assign();
    void takeMeans();
    std::vector<int> medoidsInOrder() const;

private:
    const double* row(std::size_t i) const { return m_rows.data() + i * m_features; }
    const double* mean(std::size_t g) const { return m_means.data() + g * m_features; }
    std::size_t groups() const { return m_means.size() / m_features; }
    double square(const double* a, const double* b) const;
    void addMean(std::size_t i);
    std::vector<int> medoidsByGroup(std::vector<int>& sizes) const;

    std::span<const double> m_rows;
    std::size_t m_features, m_count;
    Workers& m_workers;
    std::vector<double> m_means;   ///< (groups, d)
    std::vector<int> m_nearest;    ///< each row's group
    std::vector<double> m_squares; ///< its squared distance to that group's mean
};

double Groups::square(const double* a, const double* b) const
{
    double sum = 0;
    for (std::size_t f = 0; f < m_features; ++f)
        sum += (a[f] - b[f]) * (a[f] - b[f]);
    return sum;
}

/// A row becomes a mean, and the rows that are nearer to it are its own.
void Groups::addMean(std::size_t i)
{
    const auto group = static_cast<int>(groups());
    m_means.insert(m_means.end(), row(i), row(i) + m_features);
    for (std::size_t j = 0; j < m_count; ++j)
        if (const double s = square(row(j), row(i)); s < m_squares[j]) {
            m_squares[j] = s;
            m_nearest[j] = group;
        }
}

/// Each next mean is drawn with a chance that grows with the square of a row's distance to those before.
void Groups::begin(int k, std::uint64_t seed)
{
    const Random random(seed, startPurpose);
    addMean(static_cast<std::size_t>(random.below(0, m_count)));
    for (std::uint64_t g = 1; g < static_cast<std::uint64_t>(k); ++g) {
        const double total = std::accumulate(m_squares.begin(), m_squares.end(), 0.0);
        if (!(total > 0)) return; // every row is a mean
        double left = random.uniform(g) * total;
        std::size_t i = 0;
        while (i + 1 < m_count && (left >= m_squares[i] || m_squares[i] == 0))
            left -= m_squares[i++];
        if (m_squares[i] > 0) addMean(i);
    }
}

/// Gives each row to its nearest mean: whether any went elsewhere.
bool Groups::assign()
{
    const int parts = static_cast<int>((m_count + rowsPerPart - 1) / rowsPerPart);
    std::vector<char> hasMoved(static_cast<std::size_t>(parts), 0);
    m_workers.run(parts, [&](int part) {
        const std::size_t first = static_cast<std::size_t>(part) * rowsPerPart;
        for (std::size_t i = first; i < std::min(m_count, first + rowsPerPart); ++i) {
            int nearest = 0;
            double least = std::numeric_limits<double>::infinity();
            for (std::size_t g = 0; g < groups(); ++g)
                if (const double s = square(row(i), mean(g)); s < least) {
                    least = s;
                    nearest = static_cast<int>(g);
                }
            if (nearest != m_nearest[i]) hasMoved[static_cast<std::size_t>(part)] = 1;
            m_nearest[i] = nearest;
            m_squares[i] = least;
        }
    });
    return std::find(hasMoved.begin(), hasMoved.end(), 1) != hasMoved.end();
}

/// A group that has lost its rows keeps its mean.
void Groups::takeMeans()
{
    std::vector<double> sums(m_means.size(), 0.0);
    std::vector<int> sizes(groups(), 0);
    for (std::size_t i = 0; i < m_count; ++i) {
        const auto g = static_cast<std::size_t>(m_nearest[i]);
        ++sizes[g];
        for (std::size_t f = 0; f < m_features; ++f)
            sums[g * m_features + f] += row(i)[f];
    }
    for (std::size_t g = 0; g < sizes.size(); ++g)
        for (std::size_t f = 0; f < m_features && sizes[g] > 0; ++f)
            m_means[g * m_features + f] = sums[g * m_features + f] / sizes[g];
}

/// −1 for a group without rows.
std::vector<int> Groups::medoidsByGroup(std::vector<int>& sizes) const
{
    std::vector<int> rows(groups(), -1);
    sizes.assign(groups(), 0);
    for (std::size_t i = 0; i < m_count; ++i) {
        const auto g = static_cast<std::size_t>(m_nearest[i]);
        ++sizes[g];
        if (rows[g] < 0 || m_squares[i] < m_squares[static_cast<std::size_t>(rows[g])])
            rows[g] = static_cast<int>(i);
    }
    return rows;
}

std::vector<int> Groups::medoidsInOrder() const
{
    std::vector<int> sizes, rows = medoidsByGroup(sizes), order;
    std::vector<double> apart(rows.size(), std::numeric_limits<double>::infinity());
    auto next = static_cast<std::size_t>(std::max_element(sizes.begin(), sizes.end()) - sizes.begin());
    while (rows[next] >= 0) {
        const int chosen = rows[next];
        order.push_back(chosen);
        rows[next] = -1;
        for (std::size_t g = 0; g < rows.size(); ++g)
            if (rows[g] >= 0)
                apart[g] = std::min(apart[g], square(row(static_cast<std::size_t>(rows[g])),
                                                     row(static_cast<std::size_t>(chosen))));
        for (std::size_t g = 0; g < rows.size(); ++g)
            if (rows[g] >= 0 && (rows[next] < 0 || apart[g] > apart[next])) next = g;
    }
    return order;
}

} // namespace

Result<std::vector<int>> medoids(std::span<const double> rows, std::size_t features, int k,
                                 std::uint64_t seed, Workers& workers, const Watch& watch)
{
    const auto count = static_cast<double>(features > 0 ? rows.size() / features : 0);
    if (count < 1) return Error{ErrorCode::TooFewSamples, {}, {count, 1}};
    if (k < 1) return Error{ErrorCode::BadValue, {}, {1, count}, std::to_string(k)};
    Groups groups(rows, features, workers);
    groups.begin(k, seed);
    for (int round = 0; round < mostRounds; ++round) {
        if (!mayGoOn(watch, double(round) / mostRounds)) return Error{ErrorCode::Cancelled};
        groups.takeMeans();
        if (!groups.assign()) break;
    }
    return groups.medoidsInOrder();
}

} // namespace hg
