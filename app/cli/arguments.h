#pragma once

#include "core/util/result.h"
#include "core/util/words.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hg::cli {

/// Why a command failed: one line, `hourglass: <subject>: <sentence>`. Status 2: the command line is wrong
/// whatever the data; 1: everything else. Without a sentence it is not worth a line: the reader of the output
/// has gone.
struct Failure {
    int status = 1;
    std::string subject;
    std::string sentence;
};

/// The option's own words about an Error of core, as a failure.
Failure failure(const Error& error, const std::string& subject = {}, int status = 1);

/// The options of one call, checked while they are read. Reading goes on with defaults after the first fault,
/// which `fault()` keeps, so that a command reads all its options in a row and asks once.
class Arguments {
public:
    explicit Arguments(std::map<std::string, std::string> values) : m_values(std::move(values)) {}

    bool has(const std::string& name) const { return m_values.count(name) > 0; }
    std::string text(const std::string& name, const std::string& fallback = {}) const;
    int integer(const std::string& name, int fallback, int least, int most);
    std::uint64_t natural(const std::string& name, std::uint64_t fallback);
    double number(const std::string& name, double fallback, double least, double most);
    /// Whole numbers between commas.
    std::vector<int> integers(const std::string& name, int least, int most);
    std::vector<double> numbers(const std::string& name);
    /// The place of the option's word in `list`.
    int choice(const std::string& name, words::List list, int fallback = 0);
    int choice(const std::string& name, std::initializer_list<const char*> list, int fallback = 0)
    {
        return choice(name, words::List(list.begin(), list.size()), fallback);
    }

    void setFault(const std::string& name, std::string sentence);
    const std::optional<Failure>& fault() const { return m_fault; }

private:
    std::map<std::string, std::string> m_values;
    std::optional<Failure> m_fault;
};

/// The whole number that `text` is, or nothing.
std::optional<long> wholeNumber(std::string_view text);
std::vector<std::string> splitAtCommas(std::string_view text);

} // namespace hg::cli
