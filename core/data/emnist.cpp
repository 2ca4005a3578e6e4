#include "core/data/emnist.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace hg {
namespace {

struct LetteredSet {
    std::string_view word;    ///< in its files' names
    std::string_view classes; ///< one character a label, from 0
};

/// The letters of the merged sets are those of which small and capital look alike; label 0 of the set of
/// letters is none.
constexpr std::array letteredSets{
    LetteredSet{"letters", " ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    LetteredSet{"balanced", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt"},
    LetteredSet{"bymerge", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabdefghnqrt"},
    LetteredSet{"byclass", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
};

std::string nameOf(const std::filesystem::path& file)
{
    std::string name = file.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return name;
}

bool has(std::string_view name, std::string_view word)
{
    return name.find(word) != name.npos;
}

} // namespace

bool isOfEmnist(const std::filesystem::path& file)
{
    return has(nameOf(file), "emnist");
}

std::vector<std::string> emnistClassNames(const std::filesystem::path& file)
{
    const std::string name = nameOf(file);
    std::vector<std::string> names;
    if (!has(name, "emnist")) return names;
    for (const LetteredSet& set : letteredSets)
        if (names.empty() && has(name, set.word))
            for (const char letter : set.classes)
                names.push_back(letter == ' ' ? std::string() : std::string(1, letter));
    return names;
}

} // namespace hg
