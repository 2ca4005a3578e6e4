#pragma once

#include <list>
#include <vector>

namespace hg {

/// An element of a merged drawing and the frames that show it, as closed ranges in rising order.
struct MergedElement {
    struct Range {
        int first = 0, last = 0;
        bool operator==(const Range&) const = default;
    };
    int id = 0;
    std::vector<Range> frames;

    bool operator==(const MergedElement&) const = default;
};

/// Puts frames, each a sequence of elements from bottom to top, into one sequence that holds every frame as a
/// part in its order: what frames have in common stands there once. Frames that follow one another should be
/// alike. Cost of a frame: its length times the number of its differences to the one before (Myers, "An
/// O(ND) difference algorithm and its variations", 1986); where they are many, only equal beginnings and ends
/// are shared.
class FrameMerge {
public:
    /// Adds the next frame, whose elements are told apart by their ids.
    void add(const std::vector<int>& frame);
    /// All elements from bottom to top.
    std::vector<MergedElement> elements() const { return {m_elements.begin(), m_elements.end()}; }

private:
    using Place = std::list<MergedElement>::iterator;
    void show(Place place);

    int m_count = 0; ///< frames so far
    std::list<MergedElement> m_elements;
    std::vector<Place> m_last; ///< the frame before
};

/// The pairs of indices (of `before`, of `after`) of a longest common part of both, in rising order.
std::vector<std::pair<int, int>> commonPart(const std::vector<int>& before, const std::vector<int>& after);

} // namespace hg
