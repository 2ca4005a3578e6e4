#include "ui/labs/conv/conv_examples.h"

#include "core/lab/conv_presets.h"

#include <algorithm>

namespace hg {
namespace {

std::vector<std::optional<SoundingScene>> makeAll(const Assets& assets)
{
    std::vector<std::optional<SoundingScene>> all;
    for (const SpectrogramExample& example : spectrogramExamples()) {
        auto made = makeExample(example, assets);
        all.push_back(made ? std::optional(std::move(*made)) : std::nullopt);
    }
    return all;
}

} // namespace

ConvExamples::ConvExamples(int axes, AppContext& context) : m_assets(context.assets), m_job(context.jobs)
{
    for (const ConvPreset& preset : convPresets()) {
        ConvScene scene = preset.make();
        if (scene.axes == axes)
            m_rows.push_back({preset.id, preset.isShown, std::move(scene), {}, preset.view});
    }
    if (axes != 2) return;
    for (const SpectrogramExample& example : spectrogramExamples())
        m_rows.push_back({example.id, true, std::nullopt, {}});
}

const ConvExample* ConvExamples::find(std::string_view id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.id == id; });
    return it == m_rows.end() ? nullptr : &*it;
}

const ConvExample* ConvExamples::of(const ConvScene& scene) const
{
    const auto it =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.scene == scene; });
    return it == m_rows.end() ? nullptr : &*it;
}

void ConvExamples::load()
{
    const auto isMissing = [](const ConvExample& row) { return !row.scene; };
    if (m_hasBegun || std::none_of(m_rows.begin(), m_rows.end(), isMissing)) return;
    m_hasBegun = true;
    m_job.start<Made>(
        tr("Reading the examples’ sounds"), [assets = m_assets](const Watch&) { return makeAll(assets); },
        [this](const Made& made) { take(made); });
}

void ConvExamples::take(const Made& made)
{
    const auto examples = spectrogramExamples();
    for (ConvExample& row : m_rows)
        for (std::size_t i = 0; i < made.size(); ++i)
            if (made[i] && row.id == examples[i].id) {
                row.scene = made[i]->scene;
                row.sound = made[i]->sound;
            }
    Q_EMIT loaded();
}

} // namespace hg
