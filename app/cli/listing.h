#pragma once

#include <string>
#include <vector>

namespace hg::cli {

/// A thing that an option accepts by name.
struct Listed {
    std::string id, title, description;
};

/// A table with a header line; a field that holds a comma stands in quotes.
std::string listText(const std::vector<Listed>& rows);
/// One JSON array of objects.
std::string listJson(const std::vector<Listed>& rows);

} // namespace hg::cli
