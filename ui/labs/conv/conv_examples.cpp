#include "ui/labs/conv/conv_examples.h"

#include "core/lab/conv_presets.h"
#include "core/lab/spectrogram_examples.h"

#include <algorithm>

namespace hg {

ConvExamples::ConvExamples(int axes, const Assets& assets) : m_assets(assets)
{
    for (const ConvPreset& preset : convPresets()) {
        ConvScene scene = preset.make();
        if (scene.axes == axes) m_rows.push_back({preset.id, preset.isShown, std::move(scene)});
    }
    if (axes != 2) return;
    for (const SpectrogramExample& example : spectrogramExamples())
        m_rows.push_back({example.id, true, std::nullopt});
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
    if (m_job || std::none_of(m_rows.begin(), m_rows.end(), isMissing)) return;
    m_job = std::make_unique<Job>();
    m_job->start<Scenes>(
        [assets = m_assets] {
            Scenes scenes;
            for (const SpectrogramExample& example : spectrogramExamples()) {
                auto scene = sceneOf(example, assets);
                scenes.push_back(scene ? std::optional(std::move(*scene)) : std::nullopt);
            }
            return scenes;
        },
        [this](const Scenes& scenes) { take(scenes); });
}

void ConvExamples::take(const Scenes& scenes)
{
    const auto examples = spectrogramExamples();
    for (ConvExample& row : m_rows)
        for (std::size_t i = 0; i < scenes.size(); ++i)
            if (row.id == examples[i].id) row.scene = scenes[i];
    Q_EMIT loaded();
}

} // namespace hg
