#include "ui/labs/autoencoder/ae_inspector.h"

#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/compare_form.h"
#include "ui/labs/autoencoder/data_form.h"
#include "ui/labs/autoencoder/example_pictures.h"
#include "ui/labs/autoencoder/layer_editor.h"
#include "ui/labs/autoencoder/walk_form.h"
#include "ui/widgets/picture_box.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

/// The hidden activations that are offered, in this order.
constexpr std::array hiddenChoices{Activation::Linear, Activation::Tanh,      Activation::Sigmoid,
                                   Activation::Relu,   Activation::LeakyRelu, Activation::Elu};

void setItems(QComboBox& box, const QStringList& items)
{
    box.clear();
    box.addItems(items);
}

} // namespace

AeInspector::AeInspector(AeModel& model)
    : m_model(model)
    , m_examples(new PictureBox(this))
    , m_network(newList(this))
    , m_expectation(new QLabel(this))
    , m_layers(new QLabel(this))
    , m_activation(newList(this))
    , m_bottleneck(new Stepper(this))
    , m_rate(new Stepper(this))
    , m_epochs(new Stepper(this))
    , m_pace(new Segmented(3, this))
    , m_training(buildTraining())
    , m_data(new DataForm(model, this))
    , m_cut(new DataCutForm(model))
    , m_compare(new CompareForm(model, this))
    , m_walk(new WalkForm(model, this))
    , m_layersMore(new QPushButton(this))
    , m_editor(new LayerEditor(model, this))
    , m_more(new QPushButton(this))
    , m_moreNote(new QLabel(this))
    , m_moreForm(new QWidget(this))
    , m_code(newList(this))
    , m_output(newList(this))
    , m_loss(newList(this))
    , m_optimizer(newList(this))
    , m_schedule(newList(this))
    , m_initialisation(newList(this))
    , m_batch(new Stepper(this))
    , m_momentum(new Stepper(this))
    , m_decay(new Stepper(this))
    , m_seed(new Stepper(this))
    , m_digit(new Stepper(this))
    , m_ordered(new Switch(this))
    , m_centred(new Switch(this))
    , m_biases(new Switch(this))
    , m_pending(new QFrame(this))
    , m_pendingText(new QLabel(this))
    , m_apply(new QPushButton(this))
    , m_keep(new QPushButton(this))
    , m_undo(new QPushButton(this))
{
    m_bottleneck->setRange(1, mostNeuronsInLab);
    m_rate->setRange(1e-6, 100, 0, 3);
    m_rate->setFactor(std::pow(10, 0.25));
    m_batch->setRange(1, 4096);
    m_batch->setFactor(2);
    m_epochs->setRange(1, 200);
    m_momentum->setRange(0, 0.99, 0.1, 2);
    m_decay->setRange(0, 1, 0.0001, 6);
    m_seed->setRange(0, 999999);
    m_examples->setIconSize(examplePictureSize);
    build();
    buildMore();
    buildPending();
    connectControls();
    connectMore();
    setLayersShown(false);
    setMoreShown(false);
    refresh();
}

void AeInspector::build()
{
    auto* example = addGroup();
    addWide(m_examples);
    m_expectation->setWordWrap(true);
    m_layers->setWordWrap(true);
    for (auto* label : {m_expectation, m_layers})
        label->setProperty("look", QStringLiteral("muted"));
    addWide(m_expectation);
    auto* network = addGroup();
    addWide(m_data);
    addWide(m_network);
    addWide(m_layers);
    auto* bending = new Form(this);
    bending->column()->setContentsMargins(0, 0, 0, 0);
    m_bending = bending;
    auto* activation = bending->addRow(m_activation);
    addWide(m_bending);
    auto* bottleneck = addRow(m_bottleneck);
    addWide(m_training);
    addWide(m_compare);
    addWide(m_walk);
    for (auto* link : {m_layersMore, m_more})
        link->setProperty("look", QStringLiteral("link"));
    m_moreNote->setProperty("look", QStringLiteral("muted"));
    m_moreNote->setWordWrap(true);
    addWide(m_layersMore);
    addWide(m_editor);
    addWide(m_more);
    addWide(m_moreNote);
    addWide(m_moreForm);
    addStretch();
    addWide(m_pending);
    translated([=, this] {
        example->setText(tr("Example"));
        m_examples->setAccessibleName(example->text());
        m_examples->setPlaceholderText(tr("Own settings"));
        network->setText(tr("Network"));
        m_network->setAccessibleName(network->text());
        m_network->setPlaceholderText(tr("Own layers"));
        activation->setText(tr("Activation"));
        m_activation->setAccessibleName(activation->text());
        m_activation->setPlaceholderText(tr("differs"));
        bottleneck->setText(tr("Bottleneck"));
        m_bottleneck->setName(bottleneck->text());
        fillLists();
    });
}

QWidget* AeInspector::buildTraining()
{
    auto* form = new Form(this);
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* training = form->addGroup();
    auto* pace = form->addRow(m_pace);
    auto* course = new Form(this);
    course->column()->setContentsMargins(0, 0, 0, 0);
    m_course = course;
    auto* rate = course->addRow(m_rate);
    auto* epochs = course->addRow(m_epochs);
    form->addWide(m_course);
    form->translated([=, this] {
        training->setText(tr("Training"));
        pace->setText(tr("Pace"));
        m_pace->setTexts(paceNames());
        m_pace->button(0)->setToolTip(tr("Slow motion: four updates a second"));
        m_pace->button(1)->setToolTip(tr("Spreads the run over 20 seconds, slowly at first"));
        m_pace->button(2)->setToolTip(tr("As fast as this computer can"));
        rate->setText(tr("Learning rate"));
        m_rate->setName(rate->text());
        epochs->setText(tr("Epochs"));
        m_epochs->setName(epochs->text());
        m_epochs->setToolTip(tr("The run stops after so many passes over the data"));
    });
    return form;
}

/// What is changed on the tab in front stands before "More".
void AeInspector::refreshTab()
{
    const AutoencoderTab tab = m_model.tab();
    for (auto* part : {m_bending, m_course})
        part->setVisible(tab == AutoencoderTab::Learns || m_moreForm->isVisibleTo(this));
    m_training->setVisible(tab != AutoencoderTab::Walk || m_moreForm->isVisibleTo(this));
    m_layersMore->setVisible(tab == AutoencoderTab::Learns);
    m_editor->setVisible(tab == AutoencoderTab::Learns && m_showsLayers);
    m_compare->setVisible(tab == AutoencoderTab::Compared);
    m_walk->setVisible(tab == AutoencoderTab::Walk);
}

void AeInspector::buildMore()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_moreForm);
    outer->setContentsMargins(0, 0, 0, 0);
    form->addWide(m_cut);
    outer->addWidget(form);
    const std::array<QWidget*, 14> controls{m_batch,  m_loss,    m_optimizer,      m_schedule, m_momentum,
                                            m_decay,  m_seed,    m_initialisation, m_ordered,  m_code,
                                            m_output, m_centred, m_biases,         m_digit};
    std::array<QLabel*, 14> names{};
    for (std::size_t i = 0; i < controls.size(); ++i)
        names[i] = form->addRow(controls[i]);
    form->translated([=, this] {
        const QStringList texts{
            tr("Batch"),        tr("Loss"),         tr("Optimiser"),     tr("Schedule"),
            tr("Momentum"),     tr("Weight decay"), tr("Seed"),          tr("Initial weights"),
            tr("Ordered code"), tr("On the code"),  tr("At the output"), tr("Centred data"),
            tr("Biases"),       tr("Picture no.")};
        for (std::size_t i = 0; i < controls.size(); ++i) {
            names[i]->setText(texts.at(static_cast<int>(i)));
            controls[i]->setAccessibleName(names[i]->text());
            if (auto* stepper = qobject_cast<Stepper*>(controls[i])) stepper->setName(names[i]->text());
        }
        m_ordered->setToolTip(tr("Adds the loss of every shorter code: the axes become the principal ones"));
        m_centred->setToolTip(tr("The mean of the training pictures is subtracted before and added after"));
        setLayersShown(m_showsLayers);
        setMoreShown(m_moreForm->isVisibleTo(this));
    });
}

/// At the foot, so that nothing above it moves when it comes.
void AeInspector::buildPending()
{
    m_pending->setProperty("look", QStringLiteral("pending"));
    auto* column = new QVBoxLayout(m_pending);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_pendingText->setWordWrap(true);
    column->addWidget(m_pendingText);
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (auto* button : {m_apply, m_keep, m_undo})
        row->addWidget(button);
    column->addLayout(row);
    connect(m_apply, &QPushButton::clicked, &m_model, &AeModel::applyPending);
    connect(m_keep, &QPushButton::clicked, &m_model, &AeModel::continueHere);
    connect(m_undo, &QPushButton::clicked, &m_model, &AeModel::dropPending);
    translated([this] {
        m_apply->setText(tr("Apply"));
        m_apply->setToolTip(
            tr("Begins the training anew with these layers; what was trained stays as a curve"));
        m_keep->setText(tr("Keep the weights"));
        m_keep->setToolTip(
            tr("Goes on from the update shown with these settings and the weights as they are: "
               "new neurons begin silent, of a smaller code the most used numbers stay"));
        m_undo->setText(tr("Take back"));
        m_undo->setToolTip(tr("Back to the settings of the run that is there"));
        refreshPending();
    });
}

void AeInspector::onStep(Stepper* stepper, const char* name, Change change)
{
    connect(stepper, &Stepper::changed, this, [this, name, change](double value) {
        AutoencoderSetup setup = m_model.setup();
        change(setup, value);
        m_model.edit(setup, name);
    });
    heed(*stepper, m_model);
}

void AeInspector::onChoice(QComboBox* box, Change change)
{
    connect(box, &QComboBox::activated, this, [this, change](int row) {
        AutoencoderSetup setup = m_model.setup();
        change(setup, row);
        m_model.edit(setup);
    });
}

void AeInspector::onSwitch(Switch* control, Change change)
{
    connect(control, &Switch::toggled, this, [this, change](bool isOn) {
        AutoencoderSetup setup = m_model.setup();
        change(setup, isOn ? 1 : 0);
        m_model.edit(setup);
    });
}

void AeInspector::connectControls()
{
    connect(&m_model, &AeModel::setupChanged, this, &AeInspector::refresh);
    connect(&m_model, &AeModel::viewChanged, this, &AeInspector::refresh);
    connect(&m_model, &AeModel::stateChanged, this, &AeInspector::refreshPending);
    connect(m_examples, &QComboBox::activated, &m_model,
            [this](int row) { m_model.openExample(autoencoderExamples()[static_cast<std::size_t>(row)]); });
    connect(m_network, &QComboBox::activated, &m_model, [this](int row) {
        const char* id = modelPresets()[static_cast<std::size_t>(m_network->itemData(row).toInt())].id;
        m_model.choose(withModel(m_model.setup(), *findModelPreset(id)));
    });
    connect(m_pace, &Segmented::chosen, &m_model, [this](int i) { m_model.setPace(paceOf(i)); });
    onChoice(m_activation, [](AutoencoderSetup& s, double row) {
        s = withActivation(s, hiddenChoices[static_cast<std::size_t>(row)]);
    });
    connect(m_activation, &QComboBox::activated, &m_model, [this](int row) {
        if (hiddenChoices[static_cast<std::size_t>(row)] == Activation::Linear)
            m_model.confirm(tr("Linear: the output, the squared error and the centring went with it"));
    });
    onStep(m_bottleneck, "bottleneck",
           [](AutoencoderSetup& s, double v) { s.bottleneck = static_cast<int>(v); });
    onStep(m_rate, "rate", [](AutoencoderSetup& s, double v) { s.recipe.learningRate = v; });
    onStep(m_epochs, "epochs", [](AutoencoderSetup& s, double v) { s.recipe.epochs = static_cast<int>(v); });
    connect(m_layersMore, &QPushButton::clicked, this, [this] {
        setLayersShown(!m_showsLayers);
        bringUp(*m_layersMore, *m_editor);
    });
    connect(m_more, &QPushButton::clicked, this, [this] {
        setMoreShown(!m_moreForm->isVisibleTo(this));
        bringUp(*m_more, *m_moreForm);
    });
}

void AeInspector::connectMore()
{
    using S = AutoencoderSetup;
    onStep(m_batch, "batch", [](S& s, double v) { s.recipe.batch = static_cast<int>(v); });
    onStep(m_momentum, "momentum", [](S& s, double v) { s.recipe.momentum = v; });
    onStep(m_decay, "decay", [](S& s, double v) { s.recipe.weightDecay = v; });
    onStep(m_seed, "seed", [](S& s, double v) { s.recipe.seed = static_cast<std::uint64_t>(v); });
    onChoice(m_loss, [](S& s, double row) { s.recipe.loss = static_cast<Loss>(static_cast<int>(row)); });
    onChoice(m_optimizer, [](S& s, double row) {
        s.recipe.optimizer = static_cast<OptimizerKind>(static_cast<int>(row));
        if (s.recipe.optimizer != OptimizerKind::Sgd) s.recipe.momentum = 0;
    });
    onChoice(m_schedule,
             [](S& s, double row) { s.recipe.schedule = static_cast<Schedule>(static_cast<int>(row)); });
    onChoice(m_initialisation, [](S& s, double row) {
        s.recipe.initialisation = static_cast<Initialisation>(static_cast<int>(row));
    });
    onChoice(m_code, [](S& s, double row) { s.code = hiddenChoices[static_cast<std::size_t>(row)]; });
    onChoice(m_output, [](S& s, double row) {
        s.output = hiddenChoices[static_cast<std::size_t>(row)];
        if (s.output != Activation::Sigmoid) s.recipe.loss = Loss::Mse; // cross-entropy needs a share
    });
    connect(m_digit, &Stepper::changed, &m_model,
            [this](double v) { m_model.chooseDigit(static_cast<int>(v) - 1); });
    heed(*m_digit, m_model);
    connect(&m_model, &AeModel::digitChanged, this, &AeInspector::refreshMore);
    onSwitch(m_ordered, [](S& s, double on) { s.recipe.isOrdered = on > 0; });
    onSwitch(m_centred, [](S& s, double on) { s.isCentred = on > 0; });
    onSwitch(m_biases, [](S& s, double on) { s = withBiases(s, on > 0); });
}

void AeInspector::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_compare->setStyle(style);
    fillExamples();
    refresh();
}

void AeInspector::fillLists()
{
    m_network->clear();
    for (int i = 0; i < static_cast<int>(modelPresets().size()); ++i) {
        const ModelPreset& preset = modelPresets()[static_cast<std::size_t>(i)];
        if (preset.isOfTheWindow) m_network->addItem(shortModelName(preset.id), i);
    }
    QStringList hidden;
    for (const Activation activation : hiddenChoices)
        hidden << activationWord(activation);
    for (auto* box : {m_activation, m_code, m_output})
        setItems(*box, hidden);
    setItems(*m_loss, lossNames());
    setItems(*m_optimizer, optimizerNames());
    setItems(*m_schedule, scheduleNames());
    setItems(*m_initialisation, initialisationNames());
    fillExamples();
    refresh();
}

void AeInspector::fillExamples()
{
    m_examples->clear();
    for (const AutoencoderExample& example : autoencoderExamples()) {
        m_examples->addItem(exampleName(example.id));
        m_examples->setItemData(m_examples->count() - 1, exampleExpectation(example.id), Qt::ToolTipRole);
    }
    m_examples->setPictures([this](int row) {
        return examplePicture(autoencoderExamples()[static_cast<std::size_t>(row)].id, m_style.theme);
    });
}

void AeInspector::refresh()
{
    const AutoencoderSetup& setup = m_model.setup();
    const AutoencoderExample* example = m_model.shownExample();
    const auto row = example ? static_cast<int>(example - autoencoderExamples().data()) : -1;
    m_examples->setCurrentIndex(row);
    m_expectation->setText(example ? exampleExpectation(example->id) : tr("Own settings."));
    m_network->setCurrentIndex(-1);
    for (int i = 0; i < m_network->count() && !setup.own; ++i)
        if (setup.model == modelPresets()[static_cast<std::size_t>(m_network->itemData(i).toInt())].id)
            m_network->setCurrentIndex(i);
    const auto network = networkOf(setup, m_model.shape());
    m_layers->setText(network ? tr("%1, and back").arg(layersOf(*network)) : QString());
    const auto place = [](Activation a) {
        return static_cast<int>(std::find(hiddenChoices.begin(), hiddenChoices.end(), a) -
                                hiddenChoices.begin());
    };
    const auto hidden = commonActivation(setup);
    m_activation->setCurrentIndex(hidden ? place(*hidden) : -1);
    m_activation->setToolTip(
        tr("Linear takes the output, the squared error and the centring of the data with it"));
    m_bottleneck->setValue(setup.bottleneck);
    refreshTab();
    m_pace->setCurrent(paceIndex(m_model.pace()));
    m_rate->setValue(setup.recipe.learningRate);
    m_epochs->setValue(setup.recipe.epochs);
    m_code->setCurrentIndex(place(setup.code));
    m_output->setCurrentIndex(place(setup.output));
    refreshMore();
    refreshPending();
}

void AeInspector::refreshMore()
{
    const AutoencoderSetup& setup = m_model.setup();
    m_loss->setCurrentIndex(static_cast<int>(setup.recipe.loss));
    m_loss->setEnabled(setup.output == Activation::Sigmoid);
    m_optimizer->setCurrentIndex(static_cast<int>(setup.recipe.optimizer));
    m_schedule->setCurrentIndex(static_cast<int>(setup.recipe.schedule));
    m_initialisation->setCurrentIndex(static_cast<int>(setup.recipe.initialisation));
    m_batch->setValue(setup.recipe.batch);
    m_momentum->setValue(setup.recipe.momentum);
    m_momentum->setEnabled(setup.recipe.optimizer == OptimizerKind::Sgd);
    m_decay->setValue(setup.recipe.weightDecay);
    m_seed->setValue(static_cast<double>(setup.recipe.seed));
    m_ordered->setOn(setup.recipe.isOrdered);
    m_centred->setOn(setup.isCentred);
    m_biases->setOn(setup.hasBiases);
    constexpr int untilKnown = 1'000'000;
    m_digit->setRange(1, m_model.data() ? m_model.data()->dataset->test.count : untilKnown);
    m_digit->setValue(m_model.digit() + 1);
}

void AeInspector::refreshPending()
{
    m_pending->setVisible(m_model.isPending());
    const bool isRoom = !m_model.isPending() && m_model.tab() != AutoencoderTab::Walk; // it does for one
    m_moreNote->setVisible(isRoom && !m_moreForm->isVisibleTo(this));
    const bool isOther = m_model.isPending() && m_model.isOtherNetwork(), isPossible = m_model.isPossible();
    m_pendingText->setText(!isPossible
                               ? tr("These layers are not possible yet; the run goes on without them.")
                           : isOther ? tr("The new network applies at the next reset.")
                                     : tr("These settings wait for the next training. Or:"));
    m_apply->setVisible(isOther);
    m_apply->setEnabled(isPossible);
    m_keep->setVisible(!isOther);
    m_keep->setEnabled(m_model.snapshot() && m_model.snapshot()->update > 0 &&
                       m_model.setup().data == m_model.run().setup().data);
}

void AeInspector::setLayersShown(bool isShown)
{
    m_showsLayers = isShown;
    m_layersMore->setText(isShown ? tr("▾ More: the layers") : tr("▸ More: the layers"));
    refreshTab();
}

/// What was unfolded is scrolled up, as far as its heading stays in sight.
void AeInspector::bringUp(QWidget& heading, QWidget& content)
{
    QScrollArea* area = areaAround(*this);
    if (!area || !content.isVisibleTo(this)) return;
    constexpr int margin = 8;
    QTimer::singleShot(0, area, [area, &heading, &content] { // once it has its height
        area->ensureWidgetVisible(&content, 0, margin);
        area->ensureWidgetVisible(&heading, 0, margin);
    });
}

void AeInspector::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    refreshTab();
    refreshPending();
    m_more->setText(isShown ? tr("▾ More: the training") : tr("▸ More: the training"));
    m_moreNote->setText(
        tr("batch, loss, optimiser, schedule, seed, initial weights, activation of the code"));
}

} // namespace hg
