#include "app/cli/command.h"
#include "app/cli/listing.h"
#include "core/lab/conv_presets.h"
#include "ui/theme/example_text.h"

namespace hg::cli {
namespace {

std::optional<Failure> run(Arguments& arguments)
{
    std::vector<Listed> rows;
    for (const ConvPreset& preset : convPresets())
        rows.push_back(
            {preset.id, exampleTitle(preset.id).toStdString(), exampleDescription(preset.id).toStdString()});
    print(arguments.has("json") ? listJson(rows) : listText(rows));
    return std::nullopt;
}

} // namespace

Command presetsCommand()
{
    return {"presets", "The examples that --preset accepts", {{"json", nullptr, "print JSON"}}, run};
}

} // namespace hg::cli
