#include "ui/labs/conv/sound_inspector.h"

#include "core/data/instruments.h"
#include "core/lab/line_sources.h"
#include "core/lab/sound_examples.h"
#include "ui/labs/conv/sound_model.h"
#include "ui/theme/example_text.h"
#include "ui/theme/line_text.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>

#include <algorithm>

namespace hg {
void SoundInspector::Row::setShown(bool isShown) const
{
    label->setVisible(isShown);
    stepper->setVisible(isShown);
}

SoundInspector::SoundInspector(SoundModel& model)
    : m_model(model)
    , m_examples(new QComboBox(this))
    , m_source(new QComboBox(this))
    , m_filter(new QComboBox(this))
{
    for (auto* box : {m_examples, m_source, m_filter}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    build();
    connectControls();
    translated([this] { fillLists(); });
}

SoundInspector::Row SoundInspector::addStepper(double least, double most, double step, int decimals)
{
    auto* stepper = new Stepper(this);
    stepper->setRange(least, most, step, decimals);
    connect(stepper, &Stepper::problemFound, &m_model, [this](const QString& s) { m_model.tell(s); });
    connect(stepper, &Stepper::problemSolved, &m_model, &SoundModel::forgetRemark);
    return {addRow(stepper), stepper};
}

void SoundInspector::build()
{
    auto* example = addGroup();
    addWide(m_examples);
    auto* sound = addGroup();
    addWide(m_source);
    auto* filter = addGroup();
    addWide(m_filter);
    m_taps = addStepper(1, mostTaps, 2, 0);
    m_cutoff = addStepper(1, mostSoundHz, 50, 6);
    m_delay = addStepper(1, mostTaps - 1, 100, 0);
    m_gain = addStepper(-1, 1, 0.1, 6);
    m_repeats = addStepper(1, mostTaps - 1, 1, 0);
    m_sigma = addStepper(0.1, mostTaps, 1, 6);
    m_blip = addStepper(1, mostSoundHz, 20, 6);
    auto* geometry = addGroup();
    m_stride = addStepper(1, mostSoundStride, 1, 0);
    addStretch();
    translated([=, this] {
        example->setText(tr("Example"));
        m_examples->setAccessibleName(example->text());
        m_examples->setPlaceholderText(tr("Own settings"));
        sound->setText(tr("Sound"));
        m_source->setAccessibleName(sound->text());
        filter->setText(tr("Filter"));
        m_filter->setAccessibleName(filter->text());
        geometry->setText(tr("Geometry"));
        const auto name = [](const Row& row, const QString& text) {
            row.label->setText(text);
            row.stepper->setName(text);
        };
        name(m_taps, tr("Weights"));
        name(m_cutoff, tr("Cutoff, Hz"));
        name(m_delay, tr("Delay, samples"));
        name(m_gain, tr("Loudness of the echo"));
        name(m_repeats, tr("Echoes"));
        name(m_sigma, tr("Width, samples"));
        name(m_blip, tr("Tone, Hz"));
        name(m_stride, tr("Stride"));
    });
}

void SoundInspector::connectControls()
{
    connect(&m_model, &SoundModel::sceneChanged, this, &SoundInspector::refresh);
    connect(m_examples, &QComboBox::activated, this, &SoundInspector::chooseExample);
    connect(m_source, &QComboBox::activated, this, &SoundInspector::chooseSource);
    connect(m_filter, &QComboBox::activated, this, &SoundInspector::chooseFilter);
    const auto onStep = [this](const Row& row, const char* name, auto how) {
        connect(row.stepper, &Stepper::changed, this,
                [this, name, how](double v) { change([&](SoundScene& s) { how(s, v); }, name); });
    };
    onStep(m_taps, "taps", [](SoundScene& s, double v) { s.settings.taps = static_cast<int>(v); });
    onStep(m_cutoff, "cutoff", [](SoundScene& s, double v) { s.settings.cutoffHz = v; });
    onStep(m_delay, "delay", [](SoundScene& s, double v) { s = withDelay(s, static_cast<int>(v)); });
    onStep(m_gain, "gain", [](SoundScene& s, double v) { s.settings.gain = v; });
    onStep(m_repeats, "repeats", [](SoundScene& s, double v) {
        s.settings.repeats = static_cast<int>(v);
        s.settings.delay = std::clamp(s.settings.delay, 1, (mostTaps - 1) / s.settings.repeats);
    });
    onStep(m_sigma, "sigma", [](SoundScene& s, double v) { s.settings.sigma = v; });
    onStep(m_blip, "blip", [](SoundScene& s, double v) { s.settings.blipHz = v; });
    onStep(m_stride, "stride", [](SoundScene& s, double v) { s.stride = static_cast<int>(v); });
}

void SoundInspector::setStyle(const PaintStyle& style)
{
    m_style = style;
    fillLists();
}

void SoundInspector::fillLists()
{
    m_examples->clear();
    for (const SoundExample& example : soundExamples()) {
        m_examples->addItem(exampleTitle(example.id));
        m_examples->setItemData(m_examples->count() - 1, exampleDescription(example.id), Qt::ToolTipRole);
    }
    m_source->clear();
    for (const std::string& id : soundSources())
        m_source->addItem(sourceName(m_style.texts, id));
    m_source->addItem(tr("Open a sound…"));
    m_filter->clear();
    for (const FirFilter& filter : firFilters())
        m_filter->addItem(filterName(m_style.texts, filter.id));
    refresh();
}

void SoundInspector::refresh()
{
    const SoundScene& s = m_model.scene();
    const auto ids = soundSources();
    const int last = static_cast<int>(ids.size());
    m_source->setItemText(
        last, s.path.empty()
                  ? tr("Open a sound…")
                  : tr("%1 (open another…)").arg(QFileInfo(QString::fromStdString(s.path)).fileName()));
    m_source->setCurrentIndex(
        s.path.empty() ? static_cast<int>(std::find(ids.begin(), ids.end(), s.source) - ids.begin()) : last);
    refreshExample();
    const FirFilter& filter = filterOf(s);
    m_filter->setCurrentIndex(static_cast<int>(&filter - firFilters().data()));
    m_taps.setShown(filter.hasTaps);
    m_cutoff.setShown(filter.hasCutoff);
    m_delay.setShown(filter.hasDelay);
    m_gain.setShown(filter.hasDelay);
    m_repeats.setShown(filter.hasRepeats);
    m_sigma.setShown(filter.hasSigma);
    m_blip.setShown(filter.hasBlip);
    m_taps.stepper->setValue(s.settings.taps);
    m_cutoff.stepper->setValue(s.settings.cutoffHz);
    m_delay.stepper->setValue(s.settings.delay);
    m_gain.stepper->setValue(s.settings.gain);
    m_repeats.stepper->setValue(s.settings.repeats);
    m_sigma.stepper->setValue(s.settings.sigma);
    m_blip.stepper->setValue(s.settings.blipHz);
    m_stride.stepper->setValue(s.stride);
}

/// The example that is shown, with a sentence about it, or none.
void SoundInspector::refreshExample()
{
    const auto rows = soundExamples();
    const auto it = std::find_if(rows.begin(), rows.end(),
                                 [this](const SoundExample& e) { return e.make() == m_model.scene(); });
    m_examples->setCurrentIndex(it == rows.end() ? -1 : static_cast<int>(it - rows.begin()));
    const QString description = it == rows.end() ? QString() : exampleDescription(it->id);
    m_examples->setToolTip(description);
    m_examples->setAccessibleDescription(description);
}

void SoundInspector::chooseExample(int index)
{
    m_model.edit(soundExamples()[static_cast<std::size_t>(index)].make());
}

void SoundInspector::chooseSource(int index)
{
    const auto ids = soundSources();
    if (index == static_cast<int>(ids.size())) {
        refresh();
        Q_EMIT fileAsked();
        return;
    }
    change([&](SoundScene& s) {
        s.source = ids[static_cast<std::size_t>(index)];
        s.path.clear();
    });
}

void SoundInspector::chooseFilter(int index)
{
    change([&](SoundScene& s) { s = withSoundFilter(s, firFilters()[static_cast<std::size_t>(index)].id); });
}

void SoundInspector::change(const std::function<void(SoundScene&)>& how, const std::string& merges)
{
    SoundScene scene = m_model.scene();
    how(scene);
    m_model.edit(scene, merges);
}

} // namespace hg
