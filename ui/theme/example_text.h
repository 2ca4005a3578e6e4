#pragma once

#include <QString>

#include <string_view>

namespace hg {

class Texts;

/// The name of an example of `convPresets()` and a sentence about it; empty for an unknown id.
QString exampleTitle(const Texts& words, std::string_view id);
QString exampleDescription(const Texts& words, std::string_view id);

} // namespace hg
