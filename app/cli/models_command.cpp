#include "app/cli/command.h"
#include "app/cli/listing.h"
#include "core/lab/model_presets.h"
#include "ui/theme/model_text.h"

namespace hg::cli {
namespace {

std::optional<Failure> run(Arguments& arguments)
{
    std::vector<Listed> rows;
    for (const ModelPreset& preset : modelPresets())
        rows.push_back(
            {preset.id, modelTitle(preset.id).toStdString(), modelDescription(preset.id).toStdString()});
    print(arguments.has("json") ? listJson(rows) : listText(rows));
    return std::nullopt;
}

} // namespace

Command modelsCommand()
{
    return {"models", "The networks that --model accepts by name", {{"json", nullptr, "print JSON"}}, run};
}

} // namespace hg::cli
