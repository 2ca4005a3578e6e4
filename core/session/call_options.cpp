#include "core/session/call_options.h"

#include "core/io/array_file.h"

#include <charconv>

namespace hg {

std::vector<std::string> splitAtCommas(std::string_view text)
{
    std::vector<std::string> parts;
    for (;;) {
        const auto comma = text.find(',');
        parts.emplace_back(text.substr(0, comma));
        if (comma == text.npos) return parts;
        text.remove_prefix(comma + 1);
    }
}

std::optional<long> wholeNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

std::string CallOptions::text(const std::string& name, const std::string& fallback) const
{
    const auto it = m_values.find(name);
    return it == m_values.end() ? fallback : it->second;
}

void CallOptions::refuse(const std::string& name, ErrorCode code, std::vector<double> numbers,
                         std::string accepted)
{
    refuse({code, "--" + name, std::move(numbers), text(name), std::move(accepted)});
}

void CallOptions::refuse(Error error)
{
    if (!m_error) m_error = std::move(error);
}

int CallOptions::integer(const std::string& name, int fallback, int least, int most)
{
    if (!has(name)) return fallback;
    const auto value = wholeNumber(text(name));
    if (value && *value >= least && *value <= most) return static_cast<int>(*value);
    refuse(name, ErrorCode::OptionNotWhole, {double(least), double(most)});
    return fallback;
}

std::uint64_t CallOptions::natural(const std::string& name, std::uint64_t fallback)
{
    if (!has(name)) return fallback;
    const std::string given = text(name);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error == std::errc{} && end == given.data() + given.size()) return value;
    refuse(name, ErrorCode::OptionNotSeed);
    return fallback;
}

double CallOptions::number(const std::string& name, double fallback, double least, double most)
{
    if (!has(name)) return fallback;
    const auto values = numbers(name);
    if (values.size() == 1 && values[0] >= least && values[0] <= most) return values[0];
    refuse(name, ErrorCode::OptionNotNumber, {least, most});
    return fallback;
}

std::vector<int> CallOptions::integers(const std::string& name, int least, int most)
{
    std::vector<int> values;
    if (!has(name)) return values;
    for (const std::string& part : splitAtCommas(text(name))) {
        const auto value = wholeNumber(part);
        if (!value || *value < least || *value > most) {
            refuse(name, ErrorCode::OptionNotWholes, {double(least), double(most)});
            return {};
        }
        values.push_back(static_cast<int>(*value));
    }
    return values;
}

std::vector<double> CallOptions::numbers(const std::string& name)
{
    if (!has(name)) return {};
    const std::string given = text(name);
    const auto blocks = parseCsv({reinterpret_cast<const std::uint8_t*>(given.data()), given.size()}, name);
    const bool isOneLine = given.find('\n') == given.npos; // a heading would be passed over
    if (blocks && isOneLine && blocks->size() == 1 && blocks->front().rows == 1)
        return blocks->front().values;
    refuse(name, ErrorCode::OptionNotNumbers);
    return {};
}

int CallOptions::choice(const std::string& name, words::List list, int fallback)
{
    if (!has(name)) return fallback;
    if (const auto place = words::placeOf(list, text(name))) return static_cast<int>(*place);
    refuse(name, ErrorCode::OptionNotWord, {}, words::joined(list));
    return fallback;
}

std::string joinedByCommas(const std::vector<int>& numbers)
{
    std::string text;
    for (const int number : numbers)
        text += (text.empty() ? "" : ",") + std::to_string(number);
    return text;
}

} // namespace hg
