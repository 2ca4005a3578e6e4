#include "app/cli/arguments.h"

#include "core/io/array_file.h"
#include "ui/theme/error_text.h"

#include <charconv>
#include <cmath>

namespace hg::cli {

Failure failure(const Error& error, const std::string& subject, int status)
{
    const std::string place = !subject.empty() ? subject : !error.where.empty() ? error.where : "input";
    return {status, place, errorSentence(error).toStdString()};
}

std::optional<long> wholeNumber(std::string_view text)
{
    if (!text.empty() && text.front() == '+') text.remove_prefix(1);
    long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return value;
}

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

std::string Arguments::text(const std::string& name, const std::string& fallback) const
{
    const auto it = m_values.find(name);
    return it == m_values.end() ? fallback : it->second;
}

void Arguments::setFault(const std::string& name, std::string sentence)
{
    if (!m_fault) m_fault = Failure{2, "--" + name, std::move(sentence)};
}

int Arguments::integer(const std::string& name, int fallback, int least, int most)
{
    if (!has(name)) return fallback;
    const auto value = wholeNumber(text(name));
    if (value && *value >= least && *value <= most) return static_cast<int>(*value);
    setFault(name, "\"" + text(name) + "\" is not a whole number from " + std::to_string(least) + " to " +
                       std::to_string(most));
    return fallback;
}

std::uint64_t Arguments::natural(const std::string& name, std::uint64_t fallback)
{
    if (!has(name)) return fallback;
    const std::string given = text(name);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error == std::errc{} && end == given.data() + given.size()) return value;
    setFault(name, "\"" + given + "\" is not a whole number from 0 to 18446744073709551615");
    return fallback;
}

double Arguments::number(const std::string& name, double fallback, double least, double most)
{
    if (!has(name)) return fallback;
    const auto values = numbers(name);
    if (values.size() == 1 && values[0] >= least && values[0] <= most) return values[0];
    setFault(name,
             "\"" + text(name) + "\" is not a number from " + shortest(least) + " to " + shortest(most));
    return fallback;
}

std::vector<int> Arguments::integers(const std::string& name, int least, int most)
{
    std::vector<int> values;
    if (!has(name)) return values;
    for (const std::string& part : splitAtCommas(text(name))) {
        const auto value = wholeNumber(part);
        if (!value || *value < least || *value > most) {
            setFault(name, "\"" + text(name) + "\" is not made of whole numbers from " +
                               std::to_string(least) + " to " + std::to_string(most));
            return {};
        }
        values.push_back(static_cast<int>(*value));
    }
    return values;
}

std::vector<double> Arguments::numbers(const std::string& name)
{
    if (!has(name)) return {};
    const std::string given = text(name);
    const auto blocks = parseCsv({reinterpret_cast<const std::uint8_t*>(given.data()), given.size()}, name);
    const bool isOneLine = given.find('\n') == given.npos; // a heading would be passed over
    if (blocks && isOneLine && blocks->size() == 1 && blocks->front().rows == 1)
        return blocks->front().values;
    setFault(name, "\"" + given + "\" is not a list of numbers, such as 0.5 or 1,-2");
    return {};
}

int Arguments::choice(const std::string& name, words::List list, int fallback)
{
    if (!has(name)) return fallback;
    if (const auto place = words::placeOf(list, text(name))) return static_cast<int>(*place);
    setFault(name, "\"" + text(name) + "\" is none of " + words::joined(list));
    return fallback;
}

} // namespace hg::cli
