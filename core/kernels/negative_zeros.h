#pragma once

#include "core/kernels/vector_bits.h"

namespace hg::HG_ISA_NAMESPACE {
namespace {

/// Sees whether a sum is −0. Products with 0 change no other, so that they may be left out.
class NegativeZeros {
public:
    inline __attribute__((always_inline)) void see(Vector sum)
    {
        const IntVector bits = reinterpret_cast<IntVector>(sum);
        m_least = bits < m_least ? bits : m_least; // −0 is the least of all integers
    }
    bool areAny() const { return isAny(m_least == INT32_MIN); }

private:
    IntVector m_least{};
};

} // namespace
} // namespace hg::HG_ISA_NAMESPACE
