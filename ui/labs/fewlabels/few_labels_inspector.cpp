#include "ui/labs/fewlabels/few_labels_inspector.h"

#include "ui/labs/fewlabels/few_labels_model.h"
#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/label_table.h"
#include "ui/theme/model_text.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace hg {
namespace {

constexpr std::array paces{20.0, 60.0, 0.0}; // seconds

} // namespace

FewLabelsInspector::FewLabelsInspector(FewLabelsModel& model)
    : m_model(model)
    , m_examples(newList(this))
    , m_counts(newList(this))
    , m_reading(newList(this))
    , m_network(newList(this))
    , m_expectation(new QLabel(this))
    , m_code(new Stepper(this))
    , m_draws(new Stepper(this))
    , m_sample(new Stepper(this))
    , m_epochs(new Stepper(this))
    , m_seed(new Stepper(this))
    , m_pace(new Segmented(3, this))
    , m_flat(new Segmented(2, this))
    , m_suggestions(new Switch(this))
    , m_more(new QPushButton(this))
    , m_drawForm(nullptr)
    , m_yourselfForm(nullptr)
    , m_moreForm(new QWidget(this))
    , m_table(new LabelTable(model, this))
    , m_moreNote(new QLabel(this))
    , m_hint(new QFrame(this))
    , m_hintTitle(new QLabel)
    , m_hintText(new QLabel)
{
    m_code->setRange(1, mostNeuronsInLab);
    m_draws->setRange(1, mostDrawsInLab);
    m_epochs->setRange(1, 200);
    m_seed->setRange(0, 999999);
    build();
    buildMore();
    buildHint();
    connectControls();
    setMoreShown(false);
    refresh();
}

void FewLabelsInspector::build()
{
    auto* example = addGroup();
    addWide(m_examples);
    m_expectation->setWordWrap(true);
    m_expectation->setProperty("look", QStringLiteral("muted"));
    addWide(m_expectation);
    auto* code = addRow(m_code);
    auto* reading = addRow(m_reading);
    m_drawForm = buildDraws();
    m_yourselfForm = buildYourself();
    addWide(m_drawForm);
    addWide(m_yourselfForm);
    addWide(m_table);
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
        code->setText(tr("Code and PCA"));
        m_code->setName(tr("Numbers in the code, and components of PCA"));
        reading->setText(tr("Who reads"));
        m_reading->setAccessibleName(reading->text());
        fillLists();
    });
}

QWidget* FewLabelsInspector::buildDraws()
{
    auto* form = new Form(this);
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* labels = form->addGroup();
    auto* perClass = form->addRow(m_counts);
    form->translated([=, this] {
        labels->setText(tr("Labels at random"));
        perClass->setText(tr("A class"));
        m_counts->setAccessibleName(tr("Labels a class"));
    });
    return form;
}

QWidget* FewLabelsInspector::buildYourself()
{
    auto* form = new Form(this);
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* map = form->addGroup();
    auto* flat = form->addRow(m_flat);
    auto* suggestions = form->addRow(m_suggestions);
    form->translated([=, this] {
        map->setText(tr("Map"));
        flat->setText(tr("Flat by"));
        m_flat->setTexts({tr("PCA"), tr("MDS")});
        m_flat->setAccessibleName(tr("How the codes are laid onto a plane"));
        suggestions->setText(tr("Suggestions"));
        m_suggestions->setAccessibleName(tr("Digits that are worth a label"));
        m_suggestions->setToolTip(
            tr("Each stands in the middle of a group of codes. They come from the code, "
               "so it may profit from them."));
    });
    return form;
}

void FewLabelsInspector::buildMore()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_moreForm);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(form);
    auto* network = form->addGroup();
    form->addWide(m_network); // names of networks are long
    const std::array<QWidget*, 5> controls{m_draws, m_pace, m_sample, m_epochs, m_seed};
    std::array<QLabel*, 5> names{};
    for (std::size_t i = 0; i < controls.size(); ++i)
        names[i] = form->addRow(controls[i]);
    form->translated([=, this] {
        const QStringList texts{tr("Draws"), tr("Pace"), tr("Test picture"), tr("Epochs"), tr("Seed")};
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

void FewLabelsInspector::buildHint()
{
    m_hint->setProperty("look", QStringLiteral("hint"));
    auto* column = new QVBoxLayout(m_hint);
    column->setContentsMargins(10, 8, 10, 8);
    column->setSpacing(4);
    m_hintTitle->setProperty("look", QStringLiteral("cardTitle"));
    m_hintText->setWordWrap(true);
    column->addWidget(m_hintTitle);
    column->addWidget(m_hintText);
}

void FewLabelsInspector::onStep(Stepper* stepper, const char* name, Change change)
{
    connect(stepper, &Stepper::changed, this, [this, name, change](double value) {
        FewLabelsSetup setup = m_model.setup();
        change(setup, value);
        m_model.edit(setup, name);
    });
    heed(*stepper, m_model);
}

void FewLabelsInspector::connectControls()
{
    for (const auto signal :
         {&FewLabelsModel::setupChanged, &FewLabelsModel::viewChanged, &FewLabelsModel::dataReady})
        connect(&m_model, signal, this, &FewLabelsInspector::refresh);
    for (const auto signal : {&FewLabelsModel::figuresChanged, &FewLabelsModel::ownChanged})
        connect(&m_model, signal, this, &FewLabelsInspector::refreshHint);
    connect(m_examples, &QComboBox::activated, &m_model,
            [this](int row) { m_model.openExample(fewLabelsExamples()[static_cast<std::size_t>(row)]); });
    connect(m_counts, &QComboBox::activated, &m_model,
            [this](int row) { m_model.setPerClass(m_model.counts()[static_cast<std::size_t>(row)]); });
    connect(m_reading, &QComboBox::activated, &m_model, [this](int row) {
        FewLabelsSetup setup = m_model.setup();
        setup.reading = static_cast<LabelReading>(row);
        m_model.edit(setup);
    });
    connect(m_network, &QComboBox::activated, this, &FewLabelsInspector::chooseNetwork);
    connect(m_pace, &Segmented::chosen, &m_model,
            [this](int i) { m_model.setPaceSeconds(paces[static_cast<std::size_t>(i)]); });
    connect(m_flat, &Segmented::chosen, &m_model, [this](int i) { m_model.setFlat(static_cast<FlatBy>(i)); });
    connect(m_suggestions, &Switch::toggled, &m_model, &FewLabelsModel::setSuggestionsShown);
    connect(m_sample, &Stepper::changed, &m_model,
            [this](double v) { m_model.setSample(static_cast<int>(v) - 1); });
    heed(*m_sample, m_model);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    onStep(m_code, "bottleneck",
           [](FewLabelsSetup& s, double v) { s.network.bottleneck = static_cast<int>(v); });
    onStep(m_draws, "draws", [](FewLabelsSetup& s, double v) { s.draws = static_cast<int>(v); });
    onStep(m_epochs, "epochs",
           [](FewLabelsSetup& s, double v) { s.network.recipe.epochs = static_cast<int>(v); });
    onStep(m_seed, "seed",
           [](FewLabelsSetup& s, double v) { s.network.recipe.seed = static_cast<std::uint64_t>(v); });
}

void FewLabelsInspector::setStyle(const PaintStyle& style)
{
    m_table->setStyle(style);
    refresh();
}

void FewLabelsInspector::fillLists()
{
    m_reading->clear();
    m_reading->addItems(readingNames());
    m_examples->clear();
    for (const FewLabelsExample& example : fewLabelsExamples()) {
        m_examples->addItem(fewLabelsExampleName(example.id));
        m_examples->setItemData(m_examples->count() - 1, fewLabelsExampleText(example.id), Qt::ToolTipRole);
    }
    m_network->clear();
    m_network->addItem(tr("the usual one"));
    for (const ModelPreset& preset : modelPresets())
        if (preset.isOfTheWindow) m_network->addItem(modelTitle(preset.id), QString::fromLatin1(preset.id));
    refresh();
}

void FewLabelsInspector::chooseNetwork(int row)
{
    FewLabelsSetup setup = m_model.setup();
    AutoencoderSetup network = usualFrozen();
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

void FewLabelsInspector::refresh()
{
    const FewLabelsSetup& setup = m_model.setup();
    const FewLabelsView& view = m_model.view();
    const bool isYourself = view.tab == FewLabelsTab::Yourself;
    m_drawForm->setVisible(!isYourself);
    m_yourselfForm->setVisible(isYourself);
    const FewLabelsExample* example = m_model.shownExample();
    m_examples->setCurrentIndex(example ? static_cast<int>(example - fewLabelsExamples().data()) : -1);
    m_expectation->setText(example ? fewLabelsExampleText(example->id) : tr("Own settings."));
    m_reading->setCurrentIndex(static_cast<int>(setup.reading));
    m_code->setValue(setup.network.bottleneck);
    m_draws->setValue(setup.draws);
    m_flat->setCurrent(static_cast<int>(view.flat));
    m_flat->setEnabled(setup.network.bottleneck > 2); // the others are flat by themselves
    m_suggestions->setOn(view.showsSuggestions);
    for (std::size_t i = 0; i < paces.size(); ++i)
        if (paces[i] == view.paceSeconds) m_pace->setCurrent(static_cast<int>(i));
    m_sample->setRange(1, m_model.data() ? m_model.data()->dataset->test.count : 1'000'000);
    m_sample->setValue(view.sample + 1);
    refreshCounts();
    refreshNetwork();
    refreshHint();
}

void FewLabelsInspector::refreshCounts()
{
    const std::vector<int> counts = m_model.counts();
    QStringList texts;
    for (const int count : counts)
        texts << m_model.texts().grouped(count);
    QStringList shown;
    for (int i = 0; i < m_counts->count(); ++i)
        shown << m_counts->itemText(i);
    if (shown != texts) {
        m_counts->clear();
        m_counts->addItems(texts);
    }
    const auto at = std::find(counts.begin(), counts.end(), m_model.view().perClass) - counts.begin();
    m_counts->setCurrentIndex(at < std::ssize(counts) ? static_cast<int>(at) : -1);
}

void FewLabelsInspector::refreshNetwork()
{
    const AutoencoderSetup& network = m_model.setup().network;
    m_epochs->setValue(network.recipe.epochs);
    m_seed->setValue(static_cast<double>(network.recipe.seed));
    const AutoencoderSetup usual = usualFrozen();
    const bool isUsual = network.model == usual.model && network.recipe.epochs == usual.recipe.epochs;
    const int row = isUsual ? 0 : m_network->findData(QString::fromStdString(network.model));
    m_network->setCurrentIndex(network.own ? -1 : row);
}

/// One sentence on the term; where labels are given by hand, which are worth it.
void FewLabelsInspector::refreshHint()
{
    if (m_model.view().tab != FewLabelsTab::Yourself) {
        m_hintTitle->setText(tr("What it is called"));
        m_hintText->setText(
            tr("“Few-shot learning” in the lecture; today one says semi-supervised learning, or "
               "pretraining and a linear probe."));
        return m_hint->setVisible(!m_moreForm->isVisibleTo(this));
    }
    const Suggestions* found = m_model.suggestions();
    m_hint->setVisible(found && !found->randomMeans.empty() && !m_moreForm->isVisibleTo(this));
    if (!found || found->randomMeans.empty()) return;
    const Texts& texts = m_model.texts();
    m_hintTitle->setText(tr("Which digits to label?"));
    m_hintText->setText(
        tr("The suggested ones stand in the middle of a group. All %1 of them reach %2; as many "
           "at random, on average, %3.")
            .arg(QString::number(found->samples.size()), percentText(texts, found->reached),
                 percentText(texts, found->randomMeans.back())));
}

void FewLabelsInspector::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    m_moreNote->setVisible(!isShown);
    m_more->setText(isShown ? tr("▾ More") : tr("▸ More"));
    m_moreNote->setText(tr("network, draws, pace, epochs, seed"));
    refreshHint();
}

} // namespace hg
