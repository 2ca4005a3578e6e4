#include "ui/labs/conv/conv_chips.h"

#include "core/lab/line_sources.h"
#include "core/lab/named_filters.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/labs/conv/conv_words.h"
#include "ui/labs/conv/weights.h"
#include "ui/theme/example_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hg {
namespace {

constexpr int greatestSize = 9, greatestStride = 4, greatestDilation = 4;

QString chipText(const char* text)
{
    return QCoreApplication::translate("ConvChips", text);
}

std::function<void(int)> editing(ConvModel& model, std::function<ConvScene(const ConvScene&, int)> change)
{
    return [&model, change = std::move(change)](int index) { model.edit(change(model.scene(), index)); };
}

/// Whole numbers from 1 on. Another one, or two that differ, are shown and stay.
ChipContent numberChip(ConvModel& model, const QString& name, Axes value, int most,
                       std::function<ConvScene(const ConvScene&, int)> change)
{
    ChipContent chip{.name = name};
    for (int i = 1; i <= most; ++i)
        chip.values << QString::number(i);
    const bool isLine = model.axes() == 1, areAlike = isLine || value.h == value.w;
    chip.shown = areAlike ? QString::number(value.w) : QStringLiteral("%1 × %2").arg(value.h).arg(value.w);
    chip.current = areAlike && value.w <= most ? value.w - 1 : -1;
    chip.choose =
        editing(model, [change = std::move(change)](const ConvScene& s, int i) { return change(s, i + 1); });
    return chip;
}

Axes along(const ConvScene& scene, int value)
{
    return {scene.axes == 1 ? 1 : value, value};
}

ConvScene withSize(const ConvScene& scene, int taps)
{
    return scene.axes == 1 ? withTaps(scene, taps) : withKernelSize(scene, {taps, taps});
}

ConvScene withStride(ConvScene scene, int stride)
{
    scene.stride = along(scene, stride);
    return scene;
}

ConvScene withDilation(ConvScene scene, int dilation)
{
    scene.dilation = along(scene, dilation);
    return scene;
}

struct PaddingWord {
    Padding::Kind kind;
    const char* name;
};

std::vector<PaddingWord> paddingWords(const ConvScene& scene)
{
    std::vector<PaddingWord> words{{Padding::Kind::Valid, QT_TRANSLATE_NOOP("ConvChips", "valid")},
                                   {Padding::Kind::Same, QT_TRANSLATE_NOOP("ConvChips", "same")},
                                   {Padding::Kind::Full, QT_TRANSLATE_NOOP("ConvChips", "full")}};
    if (scene.axes == 1 && !scene.isTransposed)
        words.push_back({Padding::Kind::Causal, QT_TRANSLATE_NOOP("ConvChips", "causal")});
    return words;
}

QString sidesOf(const ConvScene& s)
{
    const bool areAlike = s.paddingW.before == s.paddingW.after && (s.axes == 1 || s.paddingH == s.paddingW);
    return areAlike ? QString::number(s.paddingW.before)
                    : chipText(QT_TRANSLATE_NOOP("ConvChips", "by sides"));
}

ConvScene withPadding(ConvScene scene, Padding::Kind kind)
{
    scene.paddingW = {kind};
    if (scene.axes == 2) scene.paddingH = {kind};
    return scene;
}

ChipContent paddingChip(ConvModel& model)
{
    const ConvScene& s = model.scene();
    ChipContent chip{.name = s.isTransposed ? chipText(QT_TRANSLATE_NOOP("ConvChips", "crop"))
                                            : chipText(QT_TRANSLATE_NOOP("ConvChips", "padding"))};
    chip.look = ChipLook::Padding;
    chip.areNumbers = false;
    const auto words = paddingWords(s);
    for (const PaddingWord& word : words) {
        if (s.paddingW.kind == word.kind) chip.current = static_cast<int>(chip.values.size());
        chip.values << chipText(word.name);
    }
    if (chip.current < 0) chip.shown = sidesOf(s);
    chip.choose = editing(model, [words](const ConvScene& scene, int i) {
        return withPadding(scene, words[static_cast<std::size_t>(i)].kind);
    });
    return chip;
}

ChipContent directionChip(ConvModel& model)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("ConvChips", "direction"))};
    chip.values = {chipText(QT_TRANSLATE_NOOP("ConvChips", "forward")),
                   chipText(QT_TRANSLATE_NOOP("ConvChips", "transposed"))};
    chip.current = model.scene().isTransposed ? 1 : 0;
    chip.isNameShown = chip.areNumbers = false;
    chip.choose = editing(model, [](const ConvScene& s, int i) { return withDirection(s, i == 1); });
    return chip;
}

ChipContent sizeChip(ConvModel& model)
{
    ChipContent chip = numberChip(model, chipText(QT_TRANSLATE_NOOP("ConvChips", "size")),
                                  model.scene().kernelSize(), greatestSize, withSize);
    chip.look = ChipLook::Filter;
    return chip;
}

ChipContent strideChip(ConvModel& model)
{
    ChipContent chip = numberChip(model, chipText(QT_TRANSLATE_NOOP("ConvChips", "stride")),
                                  model.scene().stride, greatestStride, withStride);
    chip.look = ChipLook::Accent;
    return chip;
}

ChipContent filtersChip(ConvModel& model)
{
    const int filters = model.scene().filters();
    ChipContent chip = numberChip(model, chipText(QT_TRANSLATE_NOOP("ConvChips", "filters")),
                                  {filters, filters}, mostFilters, withNextFilters);
    chip.look = ChipLook::Filter;
    return chip;
}

ChipContent switchChip(ConvModel& model, FigureSwitch which)
{
    ChipContent chip{.name = switchName(which)};
    chip.values = {chipText(QT_TRANSLATE_NOOP("ConvChips", "off")),
                   chipText(QT_TRANSLATE_NOOP("ConvChips", "on"))};
    chip.current = model.isOn(which) ? 1 : 0;
    chip.isSwitch = true;
    chip.choose = [&model, which](int i) { model.turn(which, i == 1); };
    return chip;
}

ChipContent weightsChip(ConvModel& model, const QStringList& names, int current,
                        void (*choose)(ConvModel&, int))
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("ConvChips", "weights"))};
    chip.values = names;
    chip.current = current;
    chip.look = ChipLook::Filter;
    chip.areNumbers = false;
    chip.isElidable = true;
    chip.choose = [&model, choose](int row) { choose(model, row); };
    return chip;
}

} // namespace

ChipContent exampleChip(ConvModel& model)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("ConvChips", "example"))};
    chip.shown = chipText(QT_TRANSLATE_NOOP("ConvChips", "own numbers"));
    chip.isNameShown = chip.areNumbers = false;
    chip.isElidable = true;
    std::vector<std::string_view> ids;
    const ConvExample* current = model.examples().of(model.scene());
    for (const ConvExample& example : model.examples().rows()) {
        if (!example.isShown) continue;
        if (&example == current) chip.current = static_cast<int>(ids.size());
        ids.push_back(example.id);
        chip.values << exampleTitle(example.id);
    }
    chip.choose = [&model, ids](int i) { model.openPreset(ids[static_cast<std::size_t>(i)]); };
    return chip;
}

ChipContent planeWeightsChip(ConvModel& model, const Texts& texts)
{
    return weightsChip(model, planeWeightNames(texts), planeWeightsOf(model), choosePlaneWeights);
}

ChipContent lineWeightsChip(ConvModel& model, const Texts& texts)
{
    return weightsChip(model, lineWeightNames(texts), lineWeightsOf(model), chooseLineWeights);
}

std::vector<ChipContent> convChips(ConvModel& model, const ChipContent& input, const ChipContent& weights)
{
    // In the order in which they are needed: the last ones are folded where there is no room.
    std::vector<ChipContent> chips{sizeChip(model), strideChip(model), paddingChip(model),
                                   exampleChip(model)};
    for (int i = 0; i < figureSwitchCount; ++i)
        if (model.isOffered(static_cast<FigureSwitch>(i)))
            chips.push_back(switchChip(model, static_cast<FigureSwitch>(i)));
    chips.push_back(input);
    if (!model.scene().pooling) chips.insert(chips.end(), {weights, filtersChip(model)});
    chips.push_back(directionChip(model));
    chips.push_back(numberChip(model, chipText(QT_TRANSLATE_NOOP("ConvChips", "dilation")),
                               model.scene().dilation, greatestDilation, withDilation));
    return chips;
}

} // namespace hg
