#include "app/cli/command.h"
#include "app/cli/listing.h"
#include "core/session/preset_state.h"
#include "ui/theme/example_text.h"

namespace hg::cli {
namespace {

std::optional<Failure> run(Arguments& arguments)
{
    std::vector<Listed> rows;
    for (const std::string_view id : presetIds())
        rows.push_back(
            {std::string(id), exampleTitle(id).toStdString(), exampleDescription(id).toStdString()});
    print(arguments.has("json") ? listJson(rows) : listText(rows));
    return std::nullopt;
}

} // namespace

Command presetsCommand()
{
    return {"presets", "The examples that --preset accepts", {{"json", nullptr, "print JSON"}}, run};
}

} // namespace hg::cli
