#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace hg {

/// Whether `a` comes before `b` in natural order: digits compare as numbers, letters whatever their case.
bool naturalLess(std::string_view a, std::string_view b);

/// Paths of one folder by their names.
void sortNaturally(std::vector<std::filesystem::path>& paths);

} // namespace hg
