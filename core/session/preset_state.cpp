#include "core/session/preset_state.h"

#include "core/lab/conv_presets.h"
#include "core/lab/named_filters.h"
#include "core/lab/sound_examples.h"
#include "core/lab/spectrogram_examples.h"

namespace hg {
namespace {

/// Copied, not moved: GCC 12 takes the parts of a variant that is moved from for uninitialised.
Result<LabState> stateOf(const ConvPreset& preset)
{
    const LabState state = ConvState{preset.make(), preset.view};
    return state;
}

} // namespace

std::vector<std::string_view> presetIds()
{
    std::vector<std::string_view> ids;
    for (const ConvPreset& preset : convPresets())
        ids.emplace_back(preset.id);
    for (const SpectrogramExample& example : spectrogramExamples())
        ids.emplace_back(example.id);
    for (const SoundExample& example : soundExamples())
        ids.emplace_back(example.id);
    return ids;
}

Result<LabState> presetState(std::string_view id, const Assets& assets)
{
    if (const ConvPreset* preset = findConvPreset(id)) return stateOf(*preset);
    for (const SpectrogramExample& example : spectrogramExamples()) {
        if (example.id != id) continue;
        auto made = makeExample(example, assets);
        if (!made) return made.error();
        const auto figure = evaluate(made->scene);
        ConvView view;
        if (figure) view.position = openingPosition(*figure);
        return LabState(ConvState{std::move(made->scene), view});
    }
    for (const SoundExample& example : soundExamples())
        if (example.id == id) return LabState(example.make());
    return Error{ErrorCode::UnknownName, {}, {}, std::string(id)};
}

} // namespace hg
