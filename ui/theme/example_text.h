#pragma once

#include <QString>

#include <string_view>

namespace hg {

/// The name of an example of `presetIds()` and a sentence about it, in the language of
/// the installed translators. Empty for an unknown id.
QString exampleTitle(std::string_view id);
QString exampleDescription(std::string_view id);

} // namespace hg
