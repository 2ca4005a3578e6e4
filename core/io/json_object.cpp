#include "core/io/json_object.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>

namespace hg {
namespace {

/// Names are quoted in errors: no longer than a line shows.
std::string quoted(const std::string& name)
{
    return name.substr(0, 40);
}

/// Notes a name that comes twice in one object, of which the parser would keep the last.
class RepeatedNames {
public:
    bool operator()(Json::parse_event_t event, Json& parsed)
    {
        if (event == Json::parse_event_t::object_start) m_names.emplace_back();
        if (event == Json::parse_event_t::object_end) m_names.pop_back();
        if (event != Json::parse_event_t::key || m_names.empty()) return true;
        const auto& name = parsed.get_ref<const std::string&>();
        if (!m_names.back().insert(name).second && !m_repeated) m_repeated = name;
        return true;
    }
    const std::optional<std::string>& repeated() const { return m_repeated; }

private:
    std::vector<std::set<std::string>> m_names; // of each object that is open
    std::optional<std::string> m_repeated;
};

Error notJson(std::string_view text, std::size_t byte, const std::string& where)
{
    const std::string_view before = text.substr(0, byte > 0 ? byte - 1 : 0);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lineStart = before.rfind('\n') + 1; // 0 on the first line
    return {ErrorCode::NotJson,
            where,
            {static_cast<double>(line), static_cast<double>(before.size() - lineStart + 1)}};
}

/// Whether `name` is one of the names between commas.
bool isAmong(std::string_view name, std::string_view known)
{
    while (!known.empty()) {
        const auto comma = known.find(", ");
        if (known.substr(0, comma) == name) return true;
        known = comma == known.npos ? std::string_view() : known.substr(comma + 2);
    }
    return false;
}

} // namespace

Result<Json> parseJson(std::span<const std::uint8_t> content, const std::string& where)
{
    if (content.size() > largestJson)
        return Error{ErrorCode::TooLarge, where, {double(content.size()), double(largestJson)}};
    const std::string_view text(reinterpret_cast<const char*>(content.data()), content.size());
    RepeatedNames names;
    try {
        Json value = Json::parse(
            text, [&](int, Json::parse_event_t event, Json& parsed) { return names(event, parsed); });
        if (names.repeated()) return Error{ErrorCode::FieldTwice, where, {}, quoted(*names.repeated())};
        return value;
    } catch (const Json::parse_error& error) {
        return notJson(text, error.byte, where);
    } catch (const Json::exception&) {
        return notJson(text, 0, where); // a number beyond double's range
    }
}

JsonObject::JsonObject(const Json& value, std::string path, const char* known, JsonFault& fault)
    : m_value(value.is_object() ? value : m_nothing), m_path(std::move(path)), m_fault(fault)
{
    if (!value.is_object())
        setFault(ErrorCode::FieldNotKind, m_path.empty() ? "document" : m_path, {}, "object");
    for (const auto& [name, field] : m_value.items())
        if (!isAmong(name, known)) setFault(ErrorCode::FieldUnknown, pathOf(quoted(name).c_str()), {}, known);
}

std::string JsonObject::pathOf(const char* name) const
{
    return m_path.empty() ? name : m_path + "." + name;
}

const Json* JsonObject::find(const char* name) const
{
    const auto it = m_value.find(name);
    return it == m_value.end() ? nullptr : &*it;
}

const Json* JsonObject::need(const char* name)
{
    const Json* value = find(name);
    if (!value) setFault(ErrorCode::FieldMissing, pathOf(name));
    return value;
}

void JsonObject::setFault(ErrorCode code, std::string path, std::vector<double> numbers, std::string accepted)
{
    if (!m_fault) m_fault = Error{code, {}, std::move(numbers), std::move(path), std::move(accepted)};
}

int JsonObject::whole(const char* name, int fallback, int least, int most)
{
    const Json* value = find(name);
    return value ? readWhole(*value, pathOf(name), least, most, m_fault) : fallback;
}

double JsonObject::number(const char* name, double fallback, double least, double most)
{
    const Json* value = find(name);
    if (!value) return fallback;
    const double given = value->is_number() ? value->get<double>() : std::nan("");
    if (given >= least && given <= most) return given;
    setFault(ErrorCode::FieldNotNumber, pathOf(name), {least, most});
    return fallback;
}

bool JsonObject::truth(const char* name, bool fallback)
{
    const Json* value = find(name);
    if (!value) return fallback;
    if (value->is_boolean()) return value->get<bool>();
    setFault(ErrorCode::FieldNotKind, pathOf(name), {}, "true, false");
    return fallback;
}

std::size_t JsonObject::word(const char* name, std::size_t fallback, words::List list)
{
    const Json* value = find(name);
    return value ? readWord(*value, pathOf(name), list, m_fault) : fallback;
}

std::optional<int> wholeIn(const Json& value, int least, int most)
{
    if (!value.is_number()) return std::nullopt;
    const double number = value.get<double>();
    if (!(number >= least && number <= most) || number != std::floor(number)) return std::nullopt;
    return static_cast<int>(number);
}

int readWhole(const Json& value, const std::string& path, int least, int most, JsonFault& fault)
{
    const auto number = wholeIn(value, least, most);
    if (!number && !fault) fault = Error{ErrorCode::FieldNotWhole, {}, {double(least), double(most)}, path};
    return number.value_or(least);
}

std::size_t readWord(const Json& value, const std::string& path, words::List list, JsonFault& fault)
{
    const std::string text = value.is_string() ? value.get<std::string>() : "";
    const auto place = words::placeOf(list, text);
    if (!place && !fault) fault = Error{ErrorCode::FieldNotWord, {}, {}, path, words::joined(list)};
    return place.value_or(0);
}

} // namespace hg
