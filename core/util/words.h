#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The words that files, links and the command line have for the values of an enumeration. Each list is in
/// the order of its enumeration and stands once, in a words.h beside it.
namespace hg::words {

using List = std::span<const char* const>;

/// The word for `value`, which is one of those that have a word.
template <class Enumeration>
const char* of(List list, Enumeration value)
{
    return list[static_cast<std::size_t>(value)];
}

/// The place of `word`, which is the value of its enumeration.
inline std::optional<std::size_t> placeOf(List list, std::string_view word)
{
    const auto it = std::find(list.begin(), list.end(), word);
    return it == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(it - list.begin()));
}

/// All of them, between commas.
inline std::string joined(List list)
{
    std::string text;
    for (const char* word : list)
        text += (text.empty() ? "" : ", ") + std::string(word);
    return text;
}

} // namespace hg::words
