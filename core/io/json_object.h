#pragma once

#include "core/util/result.h"
#include "core/util/words.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hg {

using Json = nlohmann::json;

/// The largest JSON document that is read: a thousand times what the largest network of use needs.
inline constexpr std::size_t largestJson = std::size_t{1} << 20;

/// A JSON text as a value. Errors: TooLarge, NotJson with line and column, FieldTwice.
Result<Json> parseJson(std::span<const std::uint8_t> content, const std::string& where);

/// What is wrong with a document: the first fault found.
using JsonFault = std::optional<Error>;

/// An object while it is read. Reading goes on with fallbacks after the first fault, which `fault` keeps, so
/// that a reader reads all its fields in a row and asks once. `path` names the object in errors, such as
/// layers[2]; empty for the whole document.
class JsonObject {
public:
    /// Notes a fault when `value` is no object, or holds another name than `known`, all of them between
    /// commas.
    JsonObject(const Json& value, std::string path, const char* known, JsonFault& fault);

    /// The field's value, or null.
    const Json* find(const char* name) const;
    /// The same for a field that has to be there.
    const Json* need(const char* name);
    std::string pathOf(const char* name) const;

    int whole(const char* name, int fallback, int least, int most);
    double number(const char* name, double fallback, double least, double most);
    bool truth(const char* name, bool fallback);
    /// The place of the field's word in `list`.
    std::size_t word(const char* name, std::size_t fallback, words::List list);

    void setFault(ErrorCode code, std::string path, std::vector<double> numbers = {},
                  std::string accepted = {});
    JsonFault& fault() const { return m_fault; }

private:
    const Json m_nothing = Json::object();
    const Json& m_value;
    std::string m_path;
    JsonFault& m_fault;
};

/// The whole number that `value` is, when it lies in the range.
std::optional<int> wholeIn(const Json& value, int least, int most);
/// Notes FieldNotWhole unless `value` is such a number.
int readWhole(const Json& value, const std::string& path, int least, int most, JsonFault& fault);
/// The place of the word that `value` is in `list`; notes FieldNotWord otherwise.
std::size_t readWord(const Json& value, const std::string& path, words::List list, JsonFault& fault);

} // namespace hg
