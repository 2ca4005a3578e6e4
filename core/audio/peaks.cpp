#include "core/audio/peaks.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr std::size_t blockSize = 16;

Peak of(float sample)
{
    return {sample, sample};
}
const Peak& of(const Peak& peak)
{
    return peak;
}

void join(Peak& peak, const Peak& other)
{
    if (other.isEmpty()) return;
    peak = peak.isEmpty() ? other
                          : Peak{std::min(peak.least, other.least), std::max(peak.greatest, other.greatest)};
}

template <class T>
void joinAll(Peak& peak, const std::vector<T>& values, std::size_t first, std::size_t last)
{
    for (std::size_t i = first; i < last; ++i)
        join(peak, of(values[i]));
}

template <class T>
std::vector<Peak> blocksOf(const std::vector<T>& values)
{
    std::vector<Peak> blocks((values.size() + blockSize - 1) / blockSize);
    for (std::size_t b = 0; b < blocks.size(); ++b)
        joinAll(blocks[b], values, b * blockSize, std::min((b + 1) * blockSize, values.size()));
    return blocks;
}

/// Joins the values that fill no whole block, and leaves first … last as the blocks in between.
template <class T>
void joinEnds(Peak& peak, const std::vector<T>& values, std::size_t& first, std::size_t& last)
{
    const std::size_t from = (first + blockSize - 1) / blockSize, to = last / blockSize;
    if (from >= to) {
        joinAll(peak, values, first, last);
        first = last = 0;
        return;
    }
    joinAll(peak, values, first, from * blockSize);
    joinAll(peak, values, to * blockSize, last);
    first = from;
    last = to;
}

} // namespace

PeakPyramid::PeakPyramid(std::shared_ptr<const std::vector<float>> samples) : m_samples(std::move(samples))
{
    if (sampleCount() == 0) return;
    m_levels.push_back(blocksOf(*m_samples));
    while (m_levels.back().size() > blockSize)
        m_levels.push_back(blocksOf(m_levels.back()));
}

Peak PeakPyramid::range(std::ptrdiff_t first, std::ptrdiff_t last) const
{
    const auto count = static_cast<std::ptrdiff_t>(sampleCount());
    auto from = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(first, 0, count)),
         to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(last, 0, count));
    Peak peak;
    if (from >= to) return peak;
    joinEnds(peak, *m_samples, from, to);
    for (std::size_t level = 0; level + 1 < m_levels.size() && from < to; ++level)
        joinEnds(peak, m_levels[level], from, to);
    joinAll(peak, m_levels.back(), from, to);
    return peak;
}

void PeakPyramid::columns(double first, double perColumn, std::span<Peak> peaks) const
{
    const auto sampleAt = [&](std::size_t column) {
        return static_cast<std::ptrdiff_t>(std::floor(first + static_cast<double>(column) * perColumn));
    };
    for (std::size_t c = 0; c < peaks.size(); ++c)
        peaks[c] = range(sampleAt(c), sampleAt(c + 1) + 1);
}

} // namespace hg
