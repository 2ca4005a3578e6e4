#include "core/data/emnist.h"

#include "core/data/file_names.h"

#include <array>
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

} // namespace

bool isOfEmnist(const std::filesystem::path& file)
{
    return nameHas(lowered(file.filename().string()), "emnist");
}

std::vector<std::string> emnistClassNames(const std::filesystem::path& file)
{
    const std::string name = lowered(file.filename().string());
    std::vector<std::string> names;
    if (!nameHas(name, "emnist")) return names;
    for (const LetteredSet& set : letteredSets)
        if (names.empty() && nameHas(name, set.word))
            for (const char letter : set.classes)
                names.push_back(letter == ' ' ? std::string() : std::string(1, letter));
    return names;
}

} // namespace hg
