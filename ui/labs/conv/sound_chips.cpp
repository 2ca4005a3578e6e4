#include "ui/labs/conv/sound_chips.h"

#include "core/lab/sound_examples.h"
#include "ui/labs/conv/sound_model.h"
#include "ui/theme/example_text.h"
#include "ui/theme/line_text.h"

#include <QCoreApplication>

#include <array>

namespace hg {
namespace {

// Steps that are heard; another number is shown and stays.
constexpr std::array tapSteps{3, 15, 31, 63, 127, 255, 511, 1023, 4095};
constexpr std::array cutoffSteps{200, 400, 600, 800, 1000, 1500, 2000, 3000, 4000};
constexpr std::array delaySteps{80, 400, 800, 1600, 2400, 4000};

using Change = std::function<void(SoundScene&, int)>;

QString chipText(const char* text)
{
    return QCoreApplication::translate("SoundChips", text);
}

std::function<void(int)> editing(SoundModel& model, Change change)
{
    return [&model, change = std::move(change)](int index) {
        SoundScene scene = model.scene();
        change(scene, index);
        model.edit(scene);
    };
}

ChipContent exampleChip(SoundModel& model)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("SoundChips", "example"))};
    chip.shown = chipText(QT_TRANSLATE_NOOP("SoundChips", "own settings"));
    chip.isNameShown = chip.areNumbers = false;
    chip.isElidable = true;
    for (const SoundExample& example : soundExamples()) {
        if (example.make() == model.scene()) chip.current = static_cast<int>(chip.values.size());
        chip.values << exampleTitle(example.id);
    }
    chip.choose =
        editing(model, [](SoundScene& s, int i) { s = soundExamples()[static_cast<std::size_t>(i)].make(); });
    return chip;
}

ChipContent sourceChip(SoundModel& model, const Texts& texts)
{
    const SoundScene& s = model.scene();
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("SoundChips", "sound"))};
    chip.shown = chipText(QT_TRANSLATE_NOOP("SoundChips", "own file"));
    chip.areNumbers = chip.isNameShown = false;
    chip.isElidable = true;
    for (const std::string& id : soundSources()) {
        if (s.path.empty() && s.source == id) chip.current = static_cast<int>(chip.values.size());
        chip.values << sourceName(texts, id);
    }
    chip.choose = editing(model, [](SoundScene& scene, int i) {
        scene.source = soundSources()[static_cast<std::size_t>(i)];
        scene.path.clear();
    });
    return chip;
}

ChipContent filterChip(SoundModel& model, const FirFilter& filter, const Texts& texts)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("SoundChips", "filter"))};
    chip.look = ChipLook::Filter;
    chip.areNumbers = chip.isNameShown = false;
    chip.current = static_cast<int>(&filter - firFilters().data());
    for (const FirFilter& row : firFilters())
        chip.values << filterName(texts, row.id);
    chip.choose = editing(model, [](SoundScene& s, int i) {
        s = withSoundFilter(s, firFilters()[static_cast<std::size_t>(i)].id);
    });
    return chip;
}

template <class Steps>
ChipContent stepsChip(SoundModel& model, const QString& name, double value, const Steps& steps, Change change)
{
    ChipContent chip{.name = name};
    chip.look = ChipLook::Filter;
    chip.shown = QString::number(value);
    for (const int step : steps) {
        if (step == value) chip.current = static_cast<int>(chip.values.size());
        chip.values << QString::number(step);
    }
    chip.choose = editing(model, [&steps, change = std::move(change)](SoundScene& s, int i) {
        change(s, steps[static_cast<std::size_t>(i)]);
    });
    return chip;
}

ChipContent strideChip(SoundModel& model)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("SoundChips", "stride"))};
    chip.look = ChipLook::Accent;
    for (int i = 1; i <= mostSoundStride; ++i)
        chip.values << QString::number(i);
    chip.current = model.scene().stride - 1;
    chip.choose = editing(model, [](SoundScene& s, int i) { s.stride = i + 1; });
    return chip;
}

} // namespace

std::vector<ChipContent> soundChips(SoundModel& model, const Texts& texts)
{
    const FirSettings& f = model.scene().settings;
    const FirFilter& filter = filterOf(model.scene());
    std::vector<ChipContent> chips{exampleChip(model), sourceChip(model, texts),
                                   filterChip(model, filter, texts)};
    if (filter.hasTaps)
        chips.push_back(stepsChip(model, chipText(QT_TRANSLATE_NOOP("SoundChips", "weights")), f.taps,
                                  tapSteps, [](SoundScene& s, int v) { s.settings.taps = v; }));
    if (filter.hasCutoff)
        chips.push_back(stepsChip(model, chipText(QT_TRANSLATE_NOOP("SoundChips", "cutoff in Hz")),
                                  f.cutoffHz, cutoffSteps,
                                  [](SoundScene& s, int v) { s.settings.cutoffHz = v; }));
    if (filter.hasDelay)
        chips.push_back(stepsChip(model, chipText(QT_TRANSLATE_NOOP("SoundChips", "delay")), f.delay,
                                  delaySteps, [](SoundScene& s, int v) { s = withDelay(s, v); }));
    chips.push_back(strideChip(model));
    return chips;
}

} // namespace hg
