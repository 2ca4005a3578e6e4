#include "app/cli/label_column.h"

#include "core/session/data_options.h"

namespace hg::cli {

Option labelColumnOption()
{
    return {"label-column", "last|first|none|N", "of a table: the column with the labels, from 1 (none)"};
}

int readLabelColumn(Arguments& arguments)
{
    const std::string text = arguments.text("label-column", "none");
    const auto column = labelColumnIn(text);
    if (!column) arguments.refuse("label-column", ErrorCode::OptionNotColumn, {double(mostLabelColumn)});
    return column.value_or(noLabelColumn);
}

} // namespace hg::cli
