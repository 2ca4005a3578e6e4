#pragma once

#include <span>
#include <string>

namespace hg::cli {

/// "[a,b,…]" of finite numbers, each in its shortest form that reads back the same.
std::string jsonArray(std::span<const float> values);
std::string jsonArray(std::span<const double> values);

} // namespace hg::cli
