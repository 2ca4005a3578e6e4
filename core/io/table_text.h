#pragma once

#include "core/io/array_file.h"

#include <string_view>

namespace hg {

/// Blocks of numbers as people and spreadsheets write them: fields between tabs, else semicolons, else
/// commas, else blanks; a real minus sign is one, too. Between tabs, semicolons or blanks a comma is a
/// decimal mark. In a text of commas alone it is one where `hasDecimalComma` (the language's habit) and no
/// line has a second one or a blank behind it; otherwise it separates. Blocks are separated by one blank
/// line. Nested lists, as Python writes and NumPy prints them, are read too (see list_text.h). Errors: those
/// of parseCsv(), with the same counting of lines and fields; a field is quoted as it is read here.
Result<std::vector<Block>> parseTable(std::string_view text, const std::string& where, bool hasDecimalComma);

} // namespace hg
