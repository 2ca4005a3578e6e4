#pragma once

#include <span>
#include <string>

namespace hg::cli {

/// "[a,b,…]" of finite numbers, each in its shortest form that reads back the same.
std::string jsonArray(std::span<const float> values);
std::string jsonArray(std::span<const double> values);
/// An array of arrays of `columns` numbers each.
std::string jsonRows(std::span<const float> values, std::size_t columns);
std::string jsonRows(std::span<const double> values, std::size_t columns);

/// Whether none is NaN or infinite: asked before anything is printed or written.
bool areFinite(std::span<const float> values);

} // namespace hg::cli
