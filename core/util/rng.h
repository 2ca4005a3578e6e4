#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

namespace hg {

/// Philox4x32-10: 128 random bits as a pure function of a 64-bit key and a 128-bit counter, so that a run can
/// be rewound, branched or split between threads without carrying a generator's state. Source: Salmon,
/// Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011, section 3.3.
std::array<std::uint32_t, 4> philox(std::uint64_t key, std::uint64_t counterLow, std::uint64_t counterHigh);

/// Named sequences of random numbers of one seed. Streams of different purposes never share numbers.
class Random {
public:
    /// `purpose` tells apart what is drawn (initial weights, shuffling, noise, …), `index` the instance
    /// (layer, epoch, …).
    constexpr Random(std::uint64_t seed, std::uint32_t purpose, std::uint32_t index = 0)
        : m_key(seed), m_stream((std::uint64_t{purpose} << 32) | index)
    {}

    /// Element i of the sequence, uniform in [0, 1) with 53 bits.
    double uniform(std::uint64_t i) const;
    /// Element i, standard normal (Box and Muller 1958).
    double normal(std::uint64_t i) const;
    /// Element i, uniform in 0 … bound−1; bound ≥ 1.
    std::uint64_t below(std::uint64_t i, std::uint64_t bound) const;

private:
    std::uint64_t m_key;
    std::uint64_t m_stream;
};

/// The numbers 0 … n−1 in random order (Fisher and Yates; Knuth, TAOCP 2, 3.4.2 P). Cost: O(n).
std::vector<int> shuffled(int n, const Random& random);
/// The same into `order`, whose size is n; allocates nothing.
void fillShuffled(std::span<int> order, const Random& random);

} // namespace hg
