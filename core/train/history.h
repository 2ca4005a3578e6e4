#pragma once

#include "core/engine/model.h"

#include <memory>
#include <optional>
#include <vector>

namespace hg {

/// Loss of one update's batch.
struct LossPoint {
    int update = 0;
    float loss = 0;
};

/// Every update's loss in immutable chunks that snapshots share: publishing costs a copy of pointers and of
/// the last, unfinished chunk, however long the run is.
class LossLog {
public:
    void add(LossPoint point);
    std::size_t size() const { return m_size; }
    /// All points in order.
    template <class Visitor>
    void forEach(const Visitor& visit) const
    {
        for (const auto& chunk : m_chunks)
            for (const LossPoint& point : *chunk)
                visit(point);
        for (const LossPoint& point : m_open)
            visit(point);
    }

private:
    static constexpr std::size_t chunkSize = 256;
    std::vector<std::shared_ptr<const std::vector<LossPoint>>> m_chunks;
    std::vector<LossPoint> m_open;
    std::size_t m_size = 0;
};

/// The state of a run at one update, kept for scrubbing.
struct HistoryPoint {
    int update = 0;
    double trainLoss = 0;            ///< of the last batch; 0 at update 0
    std::optional<double> testError; ///< squared error a number on the held-out part, where it was measured
    std::shared_ptr<const Model> model;
    std::shared_ptr<const std::vector<float>> codes; ///< of the map's points, (n, codeSize); null where there
                                                     ///< was no time for them yet
};

/// The newest measured held-out error among the first `count` points, or nothing.
std::optional<double> lastTestError(const std::vector<HistoryPoint>& history, std::size_t count);

/// Whether a run of `total` updates keeps update `update`: the first five, then twenty a decade, because most
/// happens early, the round ones (1, 2, 5 times a power of ten) and the last.
bool isHistoryUpdate(int update, int total);

} // namespace hg
