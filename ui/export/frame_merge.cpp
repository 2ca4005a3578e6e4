#include "ui/export/frame_merge.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace hg {
namespace {

constexpr int mostDifferences = 1000; // then nothing is worth the search

using Pairs = std::vector<std::pair<int, int>>;

/// What remains of two sequences without their equal beginnings and ends.
struct Middle {
    int begin = 0;             ///< in both
    int before = 0, after = 0; ///< lengths
};

Middle middleOf(const std::vector<int>& before, const std::vector<int>& after)
{
    const auto [a, b] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    Middle middle;
    middle.begin = static_cast<int>(a - before.begin());
    const auto [c, d] = std::mismatch(before.rbegin(), std::make_reverse_iterator(a), after.rbegin(),
                                      std::make_reverse_iterator(b));
    const int equalEnd = static_cast<int>(c - before.rbegin());
    middle.before = static_cast<int>(before.size()) - middle.begin - equalEnd;
    middle.after = static_cast<int>(after.size()) - middle.begin - equalEnd;
    return middle;
}

/// Myers' search, forwards: how far each diagonal k = x − y is reached with d differences.
class Search {
public:
    Search(const int* before, int n, const int* after, int m)
        : m_before(before), m_after(after), m_n(n), m_m(m)
    {}

    /// The common part, or nothing where there are too many differences.
    std::optional<Pairs> run()
    {
        const int most = std::min(m_n + m_m, mostDifferences);
        for (int d = 0; d <= most; ++d) {
            m_reached.emplace_back(static_cast<std::size_t>(2 * d + 1));
            for (int k = -d; k <= d; k += 2) {
                const int x = slide(startOf(d, k), k);
                reached(d, k) = x;
                if (x >= m_n && x - k >= m_m) return walkBack(d, k);
            }
        }
        return std::nullopt;
    }

private:
    int& reached(int d, int k)
    {
        return m_reached[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }
    bool comesFromAbove(int d, int k)
    {
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    }
    int startOf(int d, int k)
    {
        if (d == 0) return 0;
        return comesFromAbove(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
    }
    int slide(int x, int k) const
    {
        while (x < m_n && x - k < m_m && m_before[x] == m_after[x - k])
            ++x;
        return x;
    }
    Pairs walkBack(int d, int k)
    {
        Pairs pairs;
        for (; d >= 0; --d) {
            const int start = startOf(d, k);
            for (int x = reached(d, k) - 1; x >= start; --x)
                pairs.emplace_back(x, x - k);
            if (d > 0) k += comesFromAbove(d, k) ? 1 : -1;
        }
        std::reverse(pairs.begin(), pairs.end());
        return pairs;
    }

    const int *m_before, *m_after;
    int m_n, m_m;
    std::vector<std::vector<int>> m_reached;
};

} // namespace

std::vector<std::pair<int, int>> commonPart(const std::vector<int>& before, const std::vector<int>& after)
{
    const Middle middle = middleOf(before, after);
    Pairs pairs;
    for (int i = 0; i < middle.begin; ++i)
        pairs.emplace_back(i, i);
    Search search(before.data() + middle.begin, middle.before, after.data() + middle.begin, middle.after);
    if (const auto found = search.run())
        for (const auto& [x, y] : *found)
            pairs.emplace_back(middle.begin + x, middle.begin + y);
    const int n = static_cast<int>(before.size()), m = static_cast<int>(after.size());
    for (int x = middle.begin + middle.before, y = middle.begin + middle.after; x < n && y < m; ++x, ++y)
        pairs.emplace_back(x, y);
    return pairs;
}

void FrameMerge::show(Place place)
{
    auto& frames = place->frames;
    if (!frames.empty() && frames.back().last == m_count - 1)
        frames.back().last = m_count;
    else
        frames.push_back({m_count, m_count});
    m_last.push_back(place);
}

void FrameMerge::add(const std::vector<int>& frame)
{
    std::vector<int> before;
    for (const Place& place : m_last)
        before.push_back(place->id);
    const auto pairs = commonPart(before, frame);
    const std::vector<Place> last = std::exchange(m_last, {});
    Place cursor = m_elements.begin(); // where the next element may stand at the earliest
    std::size_t next = 0;              // of the pairs
    for (std::size_t i = 0; i < frame.size(); ++i) {
        if (next < pairs.size() && pairs[next].second == static_cast<int>(i)) {
            cursor = last[static_cast<std::size_t>(pairs[next++].first)];
        } else {
            // One that an earlier frame left between the two neighbours serves again.
            const Place end =
                next < pairs.size() ? last[static_cast<std::size_t>(pairs[next].first)] : m_elements.end();
            const Place known =
                std::find_if(cursor, end, [&](const MergedElement& e) { return e.id == frame[i]; });
            cursor = known != end ? known : m_elements.insert(cursor, {frame[i], {}});
        }
        show(cursor++);
    }
    ++m_count;
}

} // namespace hg
