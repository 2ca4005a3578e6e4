#pragma once

#include "core/util/error.h"

namespace hg {

/// The sentence for what is wrong with an option of a call, typed or pasted, with the marks of
/// error_text.cpp and before its translation (context Errors); null for every other error.
const char* optionSentence(const Error& error);

} // namespace hg
