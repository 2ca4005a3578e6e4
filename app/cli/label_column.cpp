#include "app/cli/label_column.h"

#include "core/data/dataset.h"

namespace hg::cli {

Option labelColumnOption()
{
    return {"label-column", "last|first|none|N", "of a table: the column with the labels, from 1 (none)"};
}

int readLabelColumn(Arguments& arguments)
{
    const std::string text = arguments.text("label-column", "none");
    if (text == "none") return noLabelColumn;
    if (text == "first") return 1;
    if (text == "last") return lastLabelColumn;
    constexpr long most = 10'000'000; // numbers in a file
    const auto column = wholeNumber(text);
    if (column && *column >= 1 && *column <= most) return static_cast<int>(*column);
    arguments.setFault("label-column", "\"" + text +
                                           "\" is none of last, first, none, nor a column from 1 to " +
                                           std::to_string(most));
    return noLabelColumn;
}

} // namespace hg::cli
