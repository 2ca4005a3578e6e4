#pragma once

#include <string>
#include <string_view>

namespace hg {

// How sets are known by words in their files' names.

/// Latin letters in small ones; what else there is stays, in any encoding.
inline std::string lowered(std::string text)
{
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return text;
}

inline bool nameHas(std::string_view name, std::string_view word)
{
    return name.find(word) != name.npos;
}

} // namespace hg
