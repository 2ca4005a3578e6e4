#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hg {

/// Nested lists of numbers, as Python, NumPy, PyTorch, TensorFlow and MATLAB print and read them, as CSV:
/// each innermost list a line, lists of such a list blocks. Commas or blanks separate; what stands around the
/// lists, such as array(…, dtype=float32), is left out; True and False are 1 and 0. Nothing where the text is
/// no such thing. The lines of the CSV are the rows of the numbers, wherever they stood.
std::optional<std::string> csvOfLists(std::string_view text);

} // namespace hg
