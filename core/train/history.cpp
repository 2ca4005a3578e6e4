#include "core/train/history.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// 1, 2 or 5 times a power of ten: the updates that people name.
bool isRound(int update)
{
    while (update % 10 == 0)
        update /= 10;
    return update == 1 || update == 2 || update == 5;
}

} // namespace

void LossLog::add(LossPoint point)
{
    m_open.push_back(point);
    ++m_size;
    if (m_open.size() < chunkSize) return;
    m_chunks.push_back(std::make_shared<const std::vector<LossPoint>>(std::move(m_open)));
    m_open.clear();
}

std::optional<double> lastTestError(const std::vector<HistoryPoint>& history, std::size_t count)
{
    for (std::size_t i = std::min(count, history.size()); i-- > 0;)
        if (history[i].testError) return history[i].testError;
    return std::nullopt;
}

bool isHistoryUpdate(int update, int total)
{
    if (update <= 5 || update >= total || isRound(update)) return true;
    // Twenty a decade: an update is kept when it is the first beyond the next power of 10^(1/20).
    const auto rank = [](int u) { return std::floor(20 * std::log10(static_cast<double>(u))); };
    return rank(update) != rank(update - 1);
}

} // namespace hg
