#include "app/cli/fields.h"

namespace hg::cli {

std::string asJson(const Fields& fields)
{
    std::string line = "{";
    for (const auto& [name, value] : fields)
        line += (line.size() > 1 ? ",\"" : "\"") + name + "\":" + value;
    return line + "}\n";
}

std::string asLines(const Fields& fields)
{
    std::string text;
    for (const auto& [name, value] : fields)
        text += name + ": " + value + "\n";
    return text;
}

std::string asRow(const Fields& fields, bool withHeader)
{
    std::string header, row;
    for (const auto& [name, value] : fields) {
        header += (header.empty() ? "" : ",") + name;
        row += (row.empty() ? "" : ",") + value;
    }
    return (withHeader ? header + "\n" : "") + row + "\n";
}

} // namespace hg::cli
