#include "core/util/rng.h"

#include <numeric>

namespace hg {

std::array<std::uint32_t, 4> philox(std::uint64_t key, std::uint64_t counterLow, std::uint64_t counterHigh)
{
    constexpr std::uint64_t multiplier0 = 0xD2511F53, multiplier1 = 0xCD9E8D57;
    constexpr std::uint32_t weyl0 = 0x9E3779B9, weyl1 = 0xBB67AE85;
    const auto low = [](std::uint64_t v) { return static_cast<std::uint32_t>(v); };
    const auto high = [](std::uint64_t v) { return static_cast<std::uint32_t>(v >> 32); };

    std::array<std::uint32_t, 4> c{low(counterLow), high(counterLow), low(counterHigh), high(counterHigh)};
    std::uint32_t k0 = low(key), k1 = high(key);
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = multiplier0 * c[0], p1 = multiplier1 * c[2];
        c = {high(p1) ^ c[1] ^ k0, low(p1), high(p0) ^ c[3] ^ k1, low(p0)};
        k0 += weyl0;
        k1 += weyl1;
    }
    return c;
}

double Random::uniform(std::uint64_t i) const
{
    const auto bits = philox(m_key, i, m_stream);
    const std::uint64_t mantissa = ((std::uint64_t{bits[0]} << 32) | bits[1]) >> 11;
    return static_cast<double>(mantissa) * 0x1p-53;
}

double Random::normal(std::uint64_t i) const
{
    const auto bits = philox(m_key, i, m_stream);
    // 1 − u lies in (0, 1], so that the logarithm is finite.
    const double u = 1.0 - static_cast<double>(((std::uint64_t{bits[0]} << 32) | bits[1]) >> 11) * 0x1p-53;
    const double v = static_cast<double>(((std::uint64_t{bits[2]} << 32) | bits[3]) >> 11) * 0x1p-53;
    return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
}

std::uint64_t Random::below(std::uint64_t i, std::uint64_t bound) const
{
    // 53 bits against bounds far below 2^32: the bias is under 2^-21 of one part and the draw needs no
    // rejection.
    return static_cast<std::uint64_t>(uniform(i) * static_cast<double>(bound));
}

std::vector<int> shuffled(int n, const Random& random)
{
    std::vector<int> order(static_cast<std::size_t>(n));
    fillShuffled(order, random);
    return order;
}

void fillShuffled(std::span<int> order, const Random& random)
{
    std::iota(order.begin(), order.end(), 0);
    for (std::size_t i = order.size(); i-- > 1;)
        std::swap(order[i], order[random.below(i, i + 1)]);
}

} // namespace hg
