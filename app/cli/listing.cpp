#include "app/cli/listing.h"

namespace hg::cli {
namespace {

/// A string of JSON: the texts here hold neither quotes nor control characters.
std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

std::string field(const std::string& text)
{
    return text.find(',') == text.npos ? text : quoted(text);
}

} // namespace

std::string listText(const std::vector<Listed>& rows)
{
    std::string text = "id,title,description\n";
    for (const Listed& row : rows)
        text += row.id + "," + field(row.title) + "," + field(row.description) + "\n";
    return text;
}

std::string listJson(const std::vector<Listed>& rows)
{
    std::string text = "[";
    for (const Listed& row : rows)
        text += std::string(text.size() > 1 ? "," : "") + "{\"id\":" + quoted(row.id) +
                ",\"title\":" + quoted(row.title) + ",\"description\":" + quoted(row.description) + "}";
    return text + "]\n";
}

} // namespace hg::cli
