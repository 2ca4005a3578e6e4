#pragma once

#include "core/nn/layer_spec.h"

#include <random>

namespace hg::test {

/// Settings by chance, the same for the same seed.
class Draw {
public:
    explicit Draw(unsigned seed) : m_random(seed) {}
    int between(int least, int greatest) { return std::uniform_int_distribution(least, greatest)(m_random); }
    bool flip() { return between(0, 1) == 1; }
    Axes axes(int most) { return {between(1, most), between(1, most)}; }

protected:
    std::mt19937 m_random;
};

} // namespace hg::test
