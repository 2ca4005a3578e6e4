#include "app/cli/command.h"
#include "core/lab/model_presets.h"
#include "ui/theme/model_text.h"

namespace hg::cli {
namespace {

/// A string of JSON: the texts here hold neither quotes nor control characters.
std::string quoted(const std::string& text)
{
    return '"' + text + '"';
}

std::optional<Failure> run(Arguments& arguments)
{
    const bool inJson = arguments.has("json");
    std::string text = inJson ? "[" : "id,title,description\n";
    for (const ModelPreset& preset : modelPresets()) {
        const std::string id = preset.id, title = modelTitle(preset.id).toStdString(),
                          description = modelDescription(preset.id).toStdString();
        if (!inJson)
            text += id + "," + title + "," + description + "\n";
        else
            text += std::string(text.size() > 1 ? "," : "") + "{\"id\":" + quoted(id) +
                    ",\"title\":" + quoted(title) + ",\"description\":" + quoted(description) + "}";
    }
    print(inJson ? text + "]\n" : text);
    return std::nullopt;
}

} // namespace

Command modelsCommand()
{
    return {"models", "The networks that --model accepts by name", {{"json", nullptr, "print JSON"}}, run};
}

} // namespace hg::cli
