#include "ui/labs/conv/conv_chips.h"

#include "core/lab/line_sources.h"
#include "core/lab/named_filters.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/labs/conv/conv_stage.h"
#include "ui/labs/conv/input_source.h"
#include "ui/labs/conv/scene_inspector.h"
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

std::function<void(int)> editing(ConvLab& lab, std::function<ConvScene(const ConvScene&, int)> change)
{
    return [&lab, change = std::move(change)](int index) { lab.edit(change(lab.scene(), index)); };
}

ChipContent exampleChip(ConvLab& lab)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("ConvChips", "example"))};
    chip.shown = chipText(QT_TRANSLATE_NOOP("ConvChips", "own numbers"));
    chip.isNameShown = chip.areNumbers = false;
    chip.isElidable = true;
    std::vector<std::string_view> ids;
    const ConvExample* current = lab.examples().of(lab.scene());
    for (const ConvExample& example : lab.examples().rows()) {
        if (!example.isShown) continue;
        if (&example == current) chip.current = static_cast<int>(ids.size());
        ids.push_back(example.id);
        chip.values << exampleTitle(example.id);
    }
    chip.choose = [&lab, ids](int i) { lab.openPreset(ids[static_cast<std::size_t>(i)]); };
    return chip;
}

/// Whole numbers from 1 on. Another one, or two that differ, are shown and stay.
ChipContent numberChip(ConvLab& lab, const QString& name, Axes value, int most,
                       std::function<ConvScene(const ConvScene&, int)> change)
{
    ChipContent chip{.name = name};
    for (int i = 1; i <= most; ++i)
        chip.values << QString::number(i);
    const bool isLine = lab.axes() == 1, areAlike = isLine || value.h == value.w;
    chip.shown = areAlike ? QString::number(value.w) : QStringLiteral("%1 × %2").arg(value.h).arg(value.w);
    chip.current = areAlike && value.w <= most ? value.w - 1 : -1;
    chip.choose =
        editing(lab, [change = std::move(change)](const ConvScene& s, int i) { return change(s, i + 1); });
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

ChipContent paddingChip(ConvLab& lab)
{
    const ConvScene& s = lab.scene();
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
    chip.choose = editing(lab, [words](const ConvScene& scene, int i) {
        return withPadding(scene, words[static_cast<std::size_t>(i)].kind);
    });
    return chip;
}

ChipContent directionChip(ConvLab& lab)
{
    ChipContent chip{.name = chipText(QT_TRANSLATE_NOOP("ConvChips", "direction"))};
    chip.values = {chipText(QT_TRANSLATE_NOOP("ConvChips", "forward")),
                   chipText(QT_TRANSLATE_NOOP("ConvChips", "transposed"))};
    chip.current = lab.scene().isTransposed ? 1 : 0;
    chip.isNameShown = chip.areNumbers = false;
    chip.choose = editing(lab, [](const ConvScene& s, int i) { return withDirection(s, i == 1); });
    return chip;
}

ChipContent sizeChip(ConvLab& lab)
{
    ChipContent chip = numberChip(lab, chipText(QT_TRANSLATE_NOOP("ConvChips", "size")),
                                  lab.scene().kernelSize(), greatestSize, withSize);
    chip.look = ChipLook::Filter;
    return chip;
}

ChipContent strideChip(ConvLab& lab)
{
    ChipContent chip = numberChip(lab, chipText(QT_TRANSLATE_NOOP("ConvChips", "stride")), lab.scene().stride,
                                  greatestStride, withStride);
    chip.look = ChipLook::Accent;
    return chip;
}

ChipContent filtersChip(ConvLab& lab)
{
    const int filters = lab.scene().filters();
    ChipContent chip = numberChip(lab, chipText(QT_TRANSLATE_NOOP("ConvChips", "filters")),
                                  {filters, filters}, mostFilters, withNextFilters);
    chip.look = ChipLook::Filter;
    return chip;
}

ChipContent switchChip(const FigureSwitch& figureSwitch)
{
    ChipContent chip{.name = figureSwitch.name};
    chip.values = {chipText(QT_TRANSLATE_NOOP("ConvChips", "off")),
                   chipText(QT_TRANSLATE_NOOP("ConvChips", "on"))};
    chip.current = figureSwitch.isOn ? 1 : 0;
    chip.isSwitch = true;
    chip.choose = [toggle = figureSwitch.toggle](int) { toggle(); };
    return chip;
}

} // namespace

std::vector<ChipContent> convChips(ConvLab& lab)
{
    // In the order in which they are needed: the last ones are folded where there is no room.
    std::vector<ChipContent> chips{sizeChip(lab), strideChip(lab), paddingChip(lab), exampleChip(lab)};
    for (const FigureSwitch& figureSwitch : lab.views().switches())
        chips.push_back(switchChip(figureSwitch));
    if (lab.source()) chips.push_back(lab.source()->chip());
    for (ChipContent& chip : lab.controls().chips())
        chips.push_back(std::move(chip));
    if (!lab.scene().pooling) chips.push_back(filtersChip(lab));
    chips.push_back(directionChip(lab));
    chips.push_back(numberChip(lab, chipText(QT_TRANSLATE_NOOP("ConvChips", "dilation")),
                               lab.scene().dilation, greatestDilation, withDilation));
    return chips;
}

} // namespace hg
