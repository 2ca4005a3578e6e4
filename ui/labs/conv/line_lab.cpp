#include "ui/labs/conv/line_lab.h"

#include "core/lab/sound_examples.h"
#include "core/lab/sound_numbers.h"
#include "ui/labs/conv/conv_clipboard.h"
#include "ui/labs/conv/sound_chips.h"
#include "ui/labs/conv/sound_inspector.h"
#include "ui/labs/conv/sound_model.h"
#include "ui/labs/conv/sound_stage.h"
#include "ui/labs/conv/stem_brush.h"
#include "ui/painters/sound_export.h"
#include "ui/theme/example_text.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/sound_canvas.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace hg {

/// Hands the focus on to a stage inside; were that its proxy, Tab would skip what stands before it.
class LineLab::Handing : public Panel {
public:
    void setTarget(QWidget* target) { m_target = target; }

protected:
    void focusInEvent(QFocusEvent*) override { m_target->setFocus(); }

private:
    QWidget* m_target = nullptr;
};

LineLab::LineLab(AppContext& context)
    : ConvLab(context, 1)
    , m_soundTimeline(context.clock)
    , m_sound(new SoundModel(*ConvLab::undoStack(), context.assets, this))
    , m_lineStage(new Handing)
    , m_scales(new Segmented(2))
    , m_stages(new QStackedWidget)
    , m_inspectors(new QStackedWidget)
    , m_soundStage(new SoundStage(*m_sound, m_soundTimeline))
    , m_soundInspector(new SoundInspector(*m_sound))
{
    new StemBrush(*this); // a child of the lab
    build();
    connect(m_scales, &Segmented::chosen, this, [this](int i) { showSound(i == 1); });
    connect(m_soundInspector, &SceneInspector::fileAsked, clipboard(), &ConvClipboard::chooseFile);
    connect(m_soundStage, &SoundStage::numbersAsked, this, &LineLab::takeNumbers);
    connect(m_soundStage, &SoundStage::fileChosen, clipboard(), &ConvClipboard::openFile);
    connect(m_soundInspector, &SoundInspector::problemFound, m_soundStage,
            [this](const QString& sentence) { m_soundStage->showProblem(sentence, {}); });
    connect(m_soundInspector, &SoundInspector::problemSolved, m_soundStage, &SoundStage::forgetProblem);
    // What undo changes, and what the transport moves, is to be seen.
    connect(ConvLab::timeline(), &Timeline::changed, this, [this] { showSound(false); });
    connect(m_sound, &SoundModel::sceneChanged, this, [this] { showSound(true); });
    connect(m_sound, &SoundModel::sceneChanged, this, &Lab::summaryChanged);
    connect(m_sound, &SoundModel::figureChanged, this, &LineLab::showPlace);
    connect(m_sound, &SoundModel::figureChanged, this, &Lab::summaryChanged); // now it can be exported
    connect(this, &ConvLab::sceneChanged, this, [this] { showSound(false); });
}

void LineLab::build()
{
    auto* column = new QVBoxLayout(m_lineStage);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(26, 0, 16, 0);
    row->setSpacing(16);
    row->addWidget(m_scales, 0, Qt::AlignTop);
    row->addWidget(topRow(), 1); // of the numbers, in one line with the scales: the picture has the height
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_stages, 1);
    m_stages->addWidget(ConvLab::stage());
    auto* framed = new QWidget;
    auto* frame = new QVBoxLayout(framed);
    frame->setContentsMargins(16, 8, 16, 0);
    frame->addWidget(m_soundStage);
    m_stages->addWidget(framed);
    m_inspectors->addWidget(ConvLab::inspector());
    m_inspectors->addWidget(m_soundInspector);
    m_scales->setCurrent(0);
    showInspector(0);
    m_lineStage->setTarget(ConvLab::stage());
    m_lineStage->translated([this] { m_scales->setTexts({tr("Numbers"), tr("Sound")}); });
}

QWidget* LineLab::inspector()
{
    return m_inspectors;
}

QWidget* LineLab::stage()
{
    return m_lineStage;
}

Timeline* LineLab::timeline()
{
    return showsSound() ? &m_soundTimeline : ConvLab::timeline();
}

LabState LineLab::state() const
{
    if (showsSound()) return SoundState(m_sound->scene(), place());
    return ConvLab::state();
}

void LineLab::openState(const LabState& state)
{
    ConvLab::openState(state);
    const auto* sound = std::get_if<SoundState>(&state);
    if (sound) m_sound->edit(sound->scene);
    showSound(sound != nullptr);
    if (!sound) return;
    m_opened = *sound;
    showPlace();
}

SoundPlace LineLab::place() const
{
    const auto figure = m_sound->figure();
    if (!figure) return m_opened ? m_opened->view : SoundPlace();
    SoundPlace place{m_soundTimeline.second()};
    const SoundView& view = m_soundStage->canvas()->view();
    if (view.seconds >= figure->input->seconds()) return place;
    place.start = view.start;
    place.seconds = view.seconds;
    return place;
}

/// Of the state that was opened, where its sound is on the stage.
void LineLab::showPlace()
{
    const auto figure = m_sound->figure();
    if (!m_opened || !figure || !isSameSound(figure->scene, m_opened->scene)) return;
    const SoundPlace place = m_opened->view;
    m_opened.reset();
    m_soundTimeline.pause();
    m_soundTimeline.seekSecond(place.second);
    const double whole = figure->input->seconds();
    m_soundStage->canvas()->setView(place.seconds > 0 ? SoundView{place.start, place.seconds}
                                                      : SoundView{0, whole});
}

void LineLab::openSound(const QString& path, const std::shared_ptr<const SoundTrack>& track)
{
    m_sound->open(path.toStdString(), track);
    showSound(true);
}

void LineLab::tell(const QString& sentence, const QList<Offer>& offers)
{
    showsSound() ? m_soundStage->showProblem(sentence, offers) : ConvLab::tell(sentence, offers);
}

void LineLab::forgetRemark()
{
    showsSound() ? m_soundStage->forgetProblem() : ConvLab::forgetRemark();
}

/// A sound's samples are no table to copy.
bool LineLab::offers(CommandId command) const
{
    return ConvLab::offers(command) && !(showsSound() && command == CommandId::Copy);
}

bool LineLab::showsSound() const
{
    return m_stages->currentIndex() == 1;
}

void LineLab::showSound(bool isShown)
{
    if (isShown == showsSound()) return;
    timeline()->pause();
    m_scales->setCurrent(isShown ? 1 : 0);
    m_stages->setCurrentIndex(isShown ? 1 : 0);
    topRow()->setVisible(!isShown);
    showInspector(isShown ? 1 : 0);
    m_lineStage->setTarget(isShown ? m_soundStage->canvas() : ConvLab::stage());
    Q_EMIT timelineChanged();
    Q_EMIT summaryChanged();
}

/// The page that is not shown asks for no room.
void LineLab::showInspector(int index)
{
    for (int i = 0; i < m_inspectors->count(); ++i) {
        const auto policy = i == index ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_inspectors->widget(i)->setSizePolicy(policy, policy);
    }
    m_inspectors->setCurrentIndex(index);
}

/// The samples at the playhead, as one undoable step.
void LineLab::takeNumbers()
{
    const auto figure = m_sound->figure();
    if (!figure) return;
    const SoundNumbers taken = numbersAt(*figure, m_soundTimeline.second());
    edit(taken.scene);
    showSound(false);
    if (taken.change == SoundNumbers::Change::MiddleTaken)
        tellRemark(tr("Of the filter’s %1 weights, the middle %2 are shown.")
                       .arg(figure->taps.size())
                       .arg(largestKernel));
    if (taken.change == SoundNumbers::Change::EchoShortened)
        tellRemark(
            tr("The filter has %1 weights; a shorter one of its kind is shown.").arg(figure->taps.size()));
}

/// What the example is for, or what all of them are.
QString LineLab::soundSummary() const
{
    for (const SoundExample& example : soundExamples())
        if (example.make() == m_sound->scene())
            return QStringLiteral("%1: %2.").arg(exampleTitle(example.id), exampleDescription(example.id));
    return tr("The same sum along a sound: what a filter does can be heard.");
}

QString LineLab::summary() const
{
    if (showsSound()) return soundSummary();
    return ConvLab::summary();
}

void LineLab::setStyle(const PaintStyle& style)
{
    m_style = style;
    ConvLab::setStyle(style);
    m_soundStage->setStyle(style);
    m_soundInspector->setStyle(style);
}

bool LineLab::canExport() const
{
    return !showsSound() || m_sound->figure();
}

std::optional<Exportable> LineLab::exportable(const ExportChoice& choice) const
{
    if (!showsSound()) return ConvLab::exportable(choice);
    if (!m_sound->figure()) return std::nullopt;
    return exportSound(m_sound->figure(), m_soundStage->canvas()->view(), choice);
}

std::vector<ChipContent> LineLab::chips()
{
    auto chips = showsSound() ? soundChips(*m_sound, m_style) : ConvLab::chips();
    chips.insert(chips.begin(), scaleChip());
    return chips;
}

ChipContent LineLab::scaleChip()
{
    ChipContent chip{.name = tr("Scale")};
    for (int i = 0; i < 2; ++i)
        chip.values << m_scales->button(i)->text();
    chip.current = showsSound() ? 1 : 0;
    chip.isNameShown = chip.areNumbers = false;
    chip.choose = [this](int i) { showSound(i == 1); };
    return chip;
}

std::unique_ptr<Lab> makeConv1dLab(AppContext& context)
{
    return std::make_unique<LineLab>(context);
}

} // namespace hg
