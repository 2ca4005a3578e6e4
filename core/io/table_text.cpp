#include "core/io/table_text.h"

#include "core/io/list_text.h"

#include <algorithm>

namespace hg {
namespace {

bool hasSecondCommaOrBlank(std::string_view text)
{
    int commas = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') commas = 0;
        if (text[i] != ',') continue;
        const bool isFieldEnd =
            i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\r' || text[i + 1] == '\n';
        if (++commas > 1 || isFieldEnd) return true;
    }
    return false;
}

std::string withPlainMinus(std::string_view text)
{
    constexpr std::string_view minus = "\xE2\x88\x92"; // U+2212, as our own pictures write it
    std::string plain(text);
    for (auto at = plain.find(minus); at != plain.npos; at = plain.find(minus, at))
        plain.replace(at, minus.size(), "-");
    return plain;
}

/// Blanks between two fields as one comma; those at a line's ends go.
std::string withCommasForBlanks(std::string_view text)
{
    std::string csv;
    bool isPending = false;
    for (const char c : text) {
        if (c == ' ' || c == '\r') {
            isPending = true;
            continue;
        }
        if (isPending && c != '\n' && !csv.empty() && csv.back() != '\n') csv += ',';
        isPending = false;
        csv += c;
    }
    return csv;
}

Result<std::vector<Block>> parsePlain(const std::string& csv, const std::string& where)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(csv.data());
    return parseCsv({bytes, csv.size()}, where);
}

} // namespace

Result<std::vector<Block>> parseTable(std::string_view text, const std::string& where, bool hasDecimalComma)
{
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.remove_suffix(1);
    std::string csv = withPlainMinus(text);
    if (const auto lists = csvOfLists(csv)) return parsePlain(*lists, where);
    const bool hasTabs = csv.find('\t') != csv.npos, hasSemicolons = csv.find(';') != csv.npos;
    const char separator = hasTabs ? '\t' : ';';
    if (hasTabs || hasSemicolons) {
        std::replace(csv.begin(), csv.end(), ',', '.');
        std::replace(csv.begin(), csv.end(), separator, ',');
    } else if (csv.find(',') == csv.npos || (hasDecimalComma && !hasSecondCommaOrBlank(csv))) {
        std::replace(csv.begin(), csv.end(), ',', '.');
        csv = withCommasForBlanks(csv);
    }
    return parsePlain(csv, where);
}

} // namespace hg
