#pragma once

#include "core/util/result.h"
#include "core/util/words.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hg {

/// Options by name and text, in order. The texts of switches are empty.
using CallWords = std::vector<std::pair<std::string, std::string>>;

/// The options of one call by their names without dashes, checked while they are read. Reading goes on with
/// fallbacks after the first fault, which `error()` keeps, so that a reader reads all its options in a row
/// and asks once. Switches have an empty text.
class CallOptions {
public:
    explicit CallOptions(std::map<std::string, std::string> values) : m_values(std::move(values)) {}

    bool has(const std::string& name) const { return m_values.count(name) > 0; }
    std::string text(const std::string& name, const std::string& fallback = {}) const;
    int integer(const std::string& name, int fallback, int least, int most);
    std::uint64_t natural(const std::string& name, std::uint64_t fallback);
    double number(const std::string& name, double fallback, double least, double most);
    /// Whole numbers between commas; none where one is wrong.
    std::vector<int> integers(const std::string& name, int least, int most);
    std::vector<double> numbers(const std::string& name);
    /// The place of the option's word in `list`.
    int choice(const std::string& name, words::List list, int fallback = 0);
    int choice(const std::string& name, std::initializer_list<const char*> list, int fallback = 0)
    {
        return choice(name, words::List(list.begin(), list.size()), fallback);
    }

    /// Notes what is wrong with an option: `where` becomes its name with dashes, `text` its value.
    void refuse(const std::string& name, ErrorCode code, std::vector<double> numbers = {},
                std::string accepted = {});
    void refuse(Error error);
    const std::optional<Error>& error() const { return m_error; }

private:
    std::map<std::string, std::string> m_values;
    std::optional<Error> m_error;
};

/// The whole number that `text` is, or nothing.
std::optional<long> wholeNumber(std::string_view text);
std::vector<std::string> splitAtCommas(std::string_view text);
/// "3,8": as integers() reads them.
std::string joinedByCommas(const std::vector<int>& numbers);

} // namespace hg
