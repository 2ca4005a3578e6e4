#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hg::cli {

/// Names and values of one result, in the order of printing; values are ready to print.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// {"name":value,…} on one line.
std::string asJson(const Fields& fields);
/// `name: value` lines.
std::string asLines(const Fields& fields);
/// A row of a table, its header before the first.
std::string asRow(const Fields& fields, bool withHeader);

} // namespace hg::cli
