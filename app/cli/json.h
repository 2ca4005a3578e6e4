#pragma once

#include <span>
#include <string>

namespace hg::cli {

/// "[a,b,…]" of finite numbers, each in its shortest form that reads back the same.
std::string jsonArray(std::span<const float> values);
std::string jsonArray(std::span<const double> values);
/// {"shape":[…],"data":[…]} and a line's end: an array as conv2d and conv1d print it.
std::string jsonTensor(std::span<const float> values, std::span<const int> shape);
/// An array of arrays of `columns` numbers each.
std::string jsonRows(std::span<const float> values, std::size_t columns);
std::string jsonRows(std::span<const double> values, std::size_t columns);

} // namespace hg::cli
