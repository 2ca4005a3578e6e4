#include "ui/labs/conv/line_model.h"

#include "core/lab/sound_examples.h"
#include "core/lab/sound_numbers.h"
#include "ui/labs/conv/conv_chips.h"
#include "ui/labs/conv/sound_chips.h"
#include "ui/painters/sound_export.h"
#include "ui/theme/example_text.h"

namespace hg {

LineModel::LineModel(AppContext& context)
    : LabModel(context, "conv1d")
    , m_numbers(context, *undoStack(), 1, "lecture-1d-full")
    , m_learned(context, m_numbers)
    , m_solve(context, *this, m_numbers)
    , m_tabs(*this, m_numbers, {&m_learned, &m_solve})
    , m_sound(context, *undoStack())
    , m_files(*this, m_numbers)
    , m_inputs(*this, m_numbers)
{
    connect(&m_files, &ConvFiles::soundTaken, this,
            [this](const QString& path, const std::shared_ptr<const SoundTrack>& track) {
                m_sound.openFile(path.toStdString(), track);
                showSound(true); // as numbers it would be a hundredth of a second
            });
    // What undo changes, and what the transport moves, is to be seen.
    connect(m_numbers.timeline(), &Timeline::changed, this, [this] { showSound(false); });
    connect(&m_numbers, &ConvModel::sceneChanged, this, [this] { showSound(false); });
    connect(&m_sound, &SoundModel::sceneChanged, this, [this] { showSound(true); });
    connect(&m_sound, &SoundModel::figureChanged, this, &LabModel::changed); // now it can be exported
    connect(&m_numbers, &ConvModel::switchesChanged, this, &LabModel::changed);
    connect(&m_numbers, &ConvModel::filterChanged, this, &LabModel::changed);
    for (Job* job : {&m_files.job(), &m_sound.job(), &m_inputs.job(), &m_learned.job()})
        watch(*job);
}

Timeline* LineModel::timeline()
{
    return m_showsSound ? m_sound.timeline() : m_tabs.timeline();
}

LabState LineModel::state() const
{
    return m_showsSound ? LabState(m_sound.state()) : LabState(m_tabs.state());
}

void LineModel::open(const LabState& state)
{
    if (const auto* numbers = std::get_if<ConvState>(&state)) m_tabs.open(*numbers);
    const auto* sound = std::get_if<SoundState>(&state);
    if (sound) m_sound.open(*sound);
    showSound(sound != nullptr);
}

void LineModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_showsSound ? m_sound.tell(sentence, offers) : m_numbers.tell(sentence, offers);
}

void LineModel::forgetRemark()
{
    m_showsSound ? m_sound.forgetRemark() : m_numbers.forgetRemark();
}

/// A sound's samples are no table to copy.
bool LineModel::offers(CommandId command) const
{
    return (command == CommandId::Copy && !m_showsSound) || LabModel::offers(command);
}

void LineModel::showSound(bool isShown)
{
    if (isShown == m_showsSound) return;
    timeline()->pause();
    m_showsSound = isShown;
    Q_EMIT scaleChanged();
    Q_EMIT timelineChanged();
    Q_EMIT changed();
}

void LineModel::takeNumbers()
{
    const auto figure = m_sound.figure();
    if (!figure) return;
    const SoundNumbers taken = numbersAt(*figure, m_sound.timeline()->second());
    m_numbers.edit(taken.scene);
    showSound(false);
    if (taken.change == SoundNumbers::Change::MiddleTaken)
        m_numbers.tell(tr("Of the filter’s %1 weights, the middle %2 are shown.")
                           .arg(figure->taps.size())
                           .arg(largestKernel));
    if (taken.change == SoundNumbers::Change::EchoShortened)
        m_numbers.tell(
            tr("The filter has %1 weights; a shorter one of its kind is shown.").arg(figure->taps.size()));
}

/// What the example is for, or what all of them are.
QString LineModel::soundSummary() const
{
    for (const SoundExample& example : soundExamples())
        if (example.make() == m_sound.scene())
            return QStringLiteral("%1: %2.").arg(exampleTitle(example.id), exampleDescription(example.id));
    return tr("The same sum along a sound: what a filter does can be heard.");
}

QString LineModel::summary() const
{
    return m_showsSound ? soundSummary() : m_tabs.summary();
}

std::optional<Exportable> LineModel::exportable(const ExportChoice& choice) const
{
    if (!m_showsSound) return m_tabs.exportable(choice);
    if (!m_sound.figure()) return std::nullopt;
    return exportSound(m_sound.figure(), m_sound.view(), choice);
}

bool LineModel::takeContent(const QMimeData& content, const QString& where)
{
    return m_files.takeContent(content, where);
}

std::vector<ChipContent> LineModel::chips()
{
    auto chips =
        m_showsSound
            ? soundChips(m_sound, texts())
            : m_tabs.withChips(convChips(m_numbers, m_inputs.chip(), lineWeightsChip(m_numbers, texts())));
    chips.insert(chips.begin(), scaleChip());
    return chips;
}

ChipContent LineModel::scaleChip()
{
    ChipContent chip{.name = tr("Scale")};
    chip.values = scaleNames();
    chip.current = m_showsSound ? 1 : 0;
    chip.isNameShown = chip.areNumbers = false;
    chip.choose = [this](int i) { showSound(i == 1); };
    return chip;
}

QStringList LineModel::scaleNames()
{
    return {tr("Numbers"), tr("Sound")};
}

} // namespace hg
