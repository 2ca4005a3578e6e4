#pragma once

#include <cstddef>
#include <vector>

namespace hg {

/// Channels, rows and columns of one sample. A 1-D signal has one row; a flat vector of n numbers is (n, 1,
/// 1).
struct Shape {
    int channels = 1;
    int height = 1;
    int width = 1;

    constexpr std::size_t size() const
    {
        return static_cast<std::size_t>(channels) * static_cast<std::size_t>(height) *
               static_cast<std::size_t>(width);
    }
    /// Places of one channel.
    constexpr int cells() const { return height * width; }
    /// Place of (c, h, w) in a row-major sample.
    constexpr std::size_t index(int c, int h, int w) const
    {
        return (static_cast<std::size_t>(c) * static_cast<std::size_t>(height) +
                static_cast<std::size_t>(h)) *
                   static_cast<std::size_t>(width) +
               static_cast<std::size_t>(w);
    }
    bool operator==(const Shape&) const = default;
};

/// A batch of n samples of one shape, row-major (N,C,H,W): the layout at every border of core.
template <class T>
struct BasicTensor {
    int n = 1;
    Shape shape;
    std::vector<T> data;

    BasicTensor() : data(1) {}
    BasicTensor(int count, Shape s) : n(count), shape(s), data(static_cast<std::size_t>(count) * s.size()) {}
    BasicTensor(int count, Shape s, std::vector<T> values) : n(count), shape(s), data(std::move(values)) {}

    T& at(int sample, int c, int h, int w) { return data[offset(sample) + shape.index(c, h, w)]; }
    const T& at(int sample, int c, int h, int w) const { return data[offset(sample) + shape.index(c, h, w)]; }
    const T* sample(int i) const { return data.data() + offset(i); }
    T* sample(int i) { return data.data() + offset(i); }

    bool operator==(const BasicTensor&) const = default;

private:
    std::size_t offset(int sample) const { return static_cast<std::size_t>(sample) * shape.size(); }
};

using Tensor = BasicTensor<float>;
using TensorD = BasicTensor<double>;

} // namespace hg
