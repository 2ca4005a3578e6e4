#include "ui/labs/denoise/denoise_inspector.h"

#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/denoise_words.h"
#include "ui/theme/model_text.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QCoreApplication>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace hg {
namespace {

constexpr std::array paces{20.0, 60.0, 0.0}; // seconds

} // namespace

DenoiseInspector::DenoiseInspector(DenoiseModel& model)
    : m_model(model)
    , m_examples(newList(this))
    , m_kind(newList(this))
    , m_network(newList(this))
    , m_expectation(new QLabel(this))
    , m_strengthName(nullptr)
    , m_trainedName(nullptr)
    , m_strength(new Stepper(this))
    , m_code(new Stepper(this))
    , m_trained(new Stepper(this))
    , m_first(new Stepper(this))
    , m_epochs(new Stepper(this))
    , m_seed(new Stepper(this))
    , m_clip(new Switch(this))
    , m_pace(new Segmented(3, this))
    , m_more(new QPushButton(this))
    , m_moreNote(new QLabel(this))
    , m_moreForm(new QWidget(this))
    , m_hint(new QFrame(this))
    , m_hintTitle(new QLabel)
    , m_hintText(new QLabel)
    , m_hintButton(new QPushButton)
{
    m_code->setRange(1, mostNeuronsInLab);
    m_epochs->setRange(1, 200);
    m_seed->setRange(0, 999999);
    build();
    buildMore();
    buildHint();
    connectControls();
    setMoreShown(false);
    refresh();
}

void DenoiseInspector::build()
{
    auto* example = addGroup();
    addWide(m_examples);
    m_expectation->setWordWrap(true);
    m_expectation->setProperty("look", QStringLiteral("muted"));
    addWide(m_expectation);
    auto* noise = addGroup();
    auto* kind = addRow(m_kind);
    m_strengthName = addRow(m_strength);
    auto* clip = addRow(m_clip);
    auto* models = addGroup();
    auto* code = addRow(m_code);
    m_trainedName = addRow(m_trained);
    m_more->setProperty("look", QStringLiteral("link"));
    m_moreNote->setProperty("look", QStringLiteral("muted"));
    m_moreNote->setWordWrap(true);
    addWide(m_more);
    addWide(m_moreNote);
    addWide(m_moreForm);
    addStretch();
    addWide(m_hint);
    translated([=, this] {
        example->setText(tr("Example"));
        m_examples->setAccessibleName(example->text());
        m_examples->setPlaceholderText(tr("Own settings"));
        noise->setText(tr("Noise"));
        kind->setText(tr("Kind"));
        m_kind->setAccessibleName(tr("Kind of noise"));
        clip->setText(tr("Clip to 0…1"));
        m_clip->setAccessibleName(clip->text());
        m_clip->setToolTip(tr("As pictures are stored: what is darker than black becomes black"));
        models->setText(tr("Models"));
        code->setText(tr("Code and PCA"));
        m_code->setName(tr("Numbers in the code, and components of PCA"));
        fillLists();
    });
}

void DenoiseInspector::buildMore()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_moreForm);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(form);
    auto* network = form->addGroup();
    form->addWide(m_network); // names of networks are long
    const std::array<QWidget*, 4> controls{m_pace, m_first, m_epochs, m_seed};
    std::array<QLabel*, 4> names{};
    for (std::size_t i = 0; i < controls.size(); ++i)
        names[i] = form->addRow(controls[i]);
    form->translated([=, this] {
        const QStringList texts{tr("Pace"), tr("First digit"), tr("Epochs"), tr("Seed")};
        for (std::size_t i = 0; i < controls.size(); ++i) {
            names[i]->setText(texts.at(static_cast<int>(i)));
            controls[i]->setAccessibleName(names[i]->text());
            if (auto* stepper = qobject_cast<Stepper*>(controls[i])) stepper->setName(names[i]->text());
        }
        network->setText(tr("Network"));
        m_network->setAccessibleName(network->text());
        m_pace->setTexts({tr("20 s"), tr("1 min"), tr("full")});
        setMoreShown(m_moreForm->isVisibleTo(this));
    });
}

void DenoiseInspector::buildHint()
{
    m_hint->setProperty("look", QStringLiteral("pending"));
    auto* column = new QVBoxLayout(m_hint);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    m_hintTitle->setProperty("look", QStringLiteral("cardTitle"));
    m_hintText->setWordWrap(true);
    m_hintButton->setProperty("look", QStringLiteral("link"));
    column->addWidget(m_hintTitle);
    column->addWidget(m_hintText);
    column->addWidget(m_hintButton);
    connect(m_hintButton, &QPushButton::clicked, &m_model, [this] {
        DenoiseSetup setup = m_model.setup();
        setup.isClipped = !setup.isClipped;
        m_model.edit(setup);
    });
}

void DenoiseInspector::onStep(Stepper* stepper, const char* name, Change change)
{
    connect(stepper, &Stepper::changed, this, [this, name, change](double value) {
        DenoiseSetup setup = m_model.setup();
        change(setup, value);
        m_model.edit(setup, name);
    });
    heed(*stepper, m_model);
}

void DenoiseInspector::connectControls()
{
    connect(&m_model, &DenoiseModel::setupChanged, this, &DenoiseInspector::refresh);
    connect(&m_model, &DenoiseModel::viewChanged, this, &DenoiseInspector::refresh);
    connect(&m_model, &DenoiseModel::dataReady, this, &DenoiseInspector::refresh);
    connect(m_model.timeline(), &Timeline::changed, this, &DenoiseInspector::refreshStrength);
    connect(m_examples, &QComboBox::activated, &m_model,
            [this](int row) { m_model.openExample(denoiseExamples()[static_cast<std::size_t>(row)]); });
    connect(m_kind, &QComboBox::activated, &m_model,
            [this](int row) { m_model.setKind(noiseChoices[static_cast<std::size_t>(row)]); });
    connect(m_network, &QComboBox::activated, this, &DenoiseInspector::chooseNetwork);
    connect(m_strength, &Stepper::changed, &m_model, &DenoiseModel::setStrength);
    heed(*m_strength, m_model);
    connect(m_clip, &Switch::toggled, &m_model, [this](bool isOn) {
        DenoiseSetup setup = m_model.setup();
        setup.isClipped = isOn;
        m_model.edit(setup);
    });
    connect(m_pace, &Segmented::chosen, &m_model,
            [this](int i) { m_model.setPaceSeconds(paces[static_cast<std::size_t>(i)]); });
    connect(m_first, &Stepper::changed, &m_model,
            [this](double v) { m_model.setFirst(static_cast<int>(v) - 1); });
    heed(*m_first, m_model);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    onStep(m_code, "bottleneck",
           [](DenoiseSetup& s, double v) { s.network.bottleneck = static_cast<int>(v); });
    onStep(m_trained, "trained", [](DenoiseSetup& s, double v) { s.trained.amount = v; });
    onStep(m_epochs, "epochs",
           [](DenoiseSetup& s, double v) { s.network.recipe.epochs = static_cast<int>(v); });
    onStep(m_seed, "seed",
           [](DenoiseSetup& s, double v) { s.network.recipe.seed = static_cast<std::uint64_t>(v); });
}

void DenoiseInspector::setStyle(const PaintStyle& style)
{
    m_style = style;
    refresh();
}

void DenoiseInspector::fillLists()
{
    m_kind->clear();
    m_kind->addItems(noiseNames());
    m_examples->clear();
    for (const DenoiseExample& example : denoiseExamples()) {
        m_examples->addItem(denoiseExampleName(example.id));
        m_examples->setItemData(m_examples->count() - 1, denoiseExampleText(example.id), Qt::ToolTipRole);
    }
    m_network->clear();
    m_network->addItem(tr("the usual one"));
    for (const ModelPreset& preset : modelPresets())
        if (preset.isOfTheWindow) m_network->addItem(modelTitle(preset.id), QString::fromLatin1(preset.id));
    refresh();
}

void DenoiseInspector::chooseNetwork(int row)
{
    DenoiseSetup setup = m_model.setup();
    AutoencoderSetup network = usualDenoiser();
    if (row > 0) {
        const QByteArray id = m_network->itemData(row).toString().toLatin1();
        network = setupOf(*findModelPreset(id.constData()));
    }
    network.data = setup.network.data;
    network.bottleneck = setup.network.bottleneck;
    network.recipe.seed = setup.network.recipe.seed;
    setup.network = network;
    m_model.edit(setup);
}

void DenoiseInspector::refresh()
{
    const DenoiseSetup& setup = m_model.setup();
    const StrengthScale scale = scaleOf(setup.kind), learnt = scaleOf(setup.trained.kind);
    const auto placesOf = [](Noise::Kind kind) { return kind == Noise::Kind::Block ? 0 : 3; };
    m_strengthName->setText(QCoreApplication::translate("Denoise", strengthName(setup.kind)));
    m_strength->setName(m_strengthName->text());
    m_strength->setRange(scale.least, scale.most, scale.step, placesOf(setup.kind));
    m_trainedName->setText(tr("learnt with"));
    m_trained->setName(tr("Noise that the twin learns to take off"));
    m_trained->setRange(learnt.least, learnt.most, learnt.step, placesOf(setup.trained.kind));
    m_trained->setValue(setup.trained.amount);
    m_kind->setCurrentIndex(noiseRow(setup.kind));
    m_clip->setOn(setup.isClipped);
    m_clip->setEnabled(setup.kind == Noise::Kind::Gaussian); // the others stay within 0…1
    m_code->setValue(setup.network.bottleneck);
    for (std::size_t i = 0; i < paces.size(); ++i)
        if (paces[i] == m_model.view().paceSeconds) m_pace->setCurrent(static_cast<int>(i));
    m_first->setRange(1, m_model.data() ? m_model.data()->dataset->test.count : 1'000'000);
    m_first->setValue(m_model.view().first + 1);
    m_epochs->setValue(setup.network.recipe.epochs);
    m_seed->setValue(static_cast<double>(setup.network.recipe.seed));
    const AutoencoderSetup usual = usualDenoiser();
    const bool isUsual =
        setup.network.model == usual.model && setup.network.recipe.epochs == usual.recipe.epochs;
    const int row = isUsual ? 0 : m_network->findData(QString::fromStdString(setup.network.model));
    m_network->setCurrentIndex(setup.network.own ? -1 : row);
    refreshStrength();
}

void DenoiseInspector::refreshStrength()
{
    m_strength->setValue(m_model.strength());
    const DenoiseExample* example = m_model.shownExample();
    m_examples->setCurrentIndex(example ? static_cast<int>(example - denoiseExamples().data()) : -1);
    m_expectation->setText(example ? denoiseExampleText(example->id) : tr("Own settings."));
    refreshHint();
}

/// The lecture's claim has a condition; here it is, with the way to see it.
void DenoiseInspector::refreshHint()
{
    const DenoiseSetup& setup = m_model.setup();
    m_hint->setVisible(setup.kind == Noise::Kind::Gaussian && !m_moreForm->isVisibleTo(this));
    const BlackPixel* pixel = m_model.blackPixel();
    if (!pixel) return;
    m_hintTitle->setText(setup.isClipped ? tr("Why it fails") : tr("Try the counter-case"));
    const QString grey = m_model.texts().number(pixel->meanAfter);
    m_hintText->setText(setup.isClipped
                            ? tr("Clipped, black is %1 on average instead of 0: grey, which no clean picture "
                                 "has. Most tutorials train on noisy pictures instead.")
                                  .arg(grey)
                            : tr("Clip the noise to 0…1, as most tutorials do, and what was learnt on clean "
                                 "pictures no longer helps."));
    m_hintButton->setText(setup.isClipped ? tr("Back to noise as it is") : tr("Clip it"));
}

void DenoiseInspector::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    m_moreNote->setVisible(!isShown);
    m_more->setText(isShown ? tr("▾ More") : tr("▸ More"));
    m_moreNote->setText(tr("pace, network, digits, epochs, seed"));
    refreshHint();
}

} // namespace hg
