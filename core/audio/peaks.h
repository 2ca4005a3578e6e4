#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace hg {

/// The least and the greatest of some samples; of none, `least` is the greater.
struct Peak {
    float least = 1;
    float greatest = -1;

    bool isEmpty() const { return least > greatest; }
    bool operator==(const Peak&) const = default;
};

/// The peaks of blocks of 16 samples, of 16 such blocks, and so on, from which those of any stretch follow in
/// O(log n): a waveform of minutes scrolls by asking for one stretch a column of pixels. Exact: a stretch's
/// peak is that of its samples. Cost: O(n) once; 15 % of the samples' memory.
class PeakPyramid {
public:
    PeakPyramid() = default;
    explicit PeakPyramid(std::shared_ptr<const std::vector<float>> samples);

    std::size_t sampleCount() const { return m_samples ? m_samples->size() : 0; }
    /// The peak of samples first … last − 1, cut to those that exist.
    Peak range(std::ptrdiff_t first, std::ptrdiff_t last) const;
    /// The peaks of neighbouring columns, column c showing the samples from first + c·perColumn on to the
    /// first one of the next column, which both show, so that a line through the columns has no gap.
    void columns(double first, double perColumn, std::span<Peak> peaks) const;

private:
    std::shared_ptr<const std::vector<float>> m_samples;
    std::vector<std::vector<Peak>> m_levels; ///< level l holds the peaks of 16^(l+1) samples each
};

} // namespace hg
