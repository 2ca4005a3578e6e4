#pragma once

#include <cstddef>
#include <new>
#include <vector>

namespace hg {

/// Memory that begins with a cache line, so that no vector of a kernel straddles two.
template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::align_val_t alignment{64};

    LineAllocator() = default;
    template <class U>
    LineAllocator(const LineAllocator<U>&)
    {}
    T* allocate(std::size_t n) { return static_cast<T*>(::operator new(n * sizeof(T), alignment)); }
    void deallocate(T* p, std::size_t) { ::operator delete(p, alignment); }
    bool operator==(const LineAllocator&) const = default;
};

template <class T>
using AlignedVector = std::vector<T, LineAllocator<T>>;
using AlignedFloats = AlignedVector<float>;
inline constexpr std::size_t lineFloats = 16; ///< of a cache line

/// The least multiple of `step` that is not below n.
constexpr std::size_t roundedUp(std::size_t n, std::size_t step)
{
    return (n + step - 1) / step * step;
}

} // namespace hg
