#include "ui/labs/conv/scene_inspector.h"

#include "core/lab/conv_filters.h"
#include "core/lab/named_filters.h"
#include "core/lab/solved_layers.h"
#include "ui/labs/conv/example_box.h"
#include "ui/painters/formula_text.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {

SceneInspector::SceneInspector(ConvModel& model)
    : m_model(model)
    , m_examples(new ExampleBox(model))
    , m_channels(new Stepper(this))
    , m_filters(new Stepper(this))
    , m_front(new Stepper(this))
    , m_bias(new Stepper(this))
    , m_groups(new Segmented(mostChannels, this))
    , m_depthwise(new Switch(this))
    , m_fill(new QComboBox(this))
    , m_rules(new QComboBox(this))
    , m_activation(new QComboBox(this))
    , m_random(new QPushButton(this))
    , m_turn(new QPushButton(this))
    , m_normalise(new QPushButton(this))
    , m_rows(new Form(this))
    , m_parents(new QLabel(this))
{
    m_channels->setRange(1, mostChannels);
    m_filters->setRange(1, mostFilters);
    m_front->setRange(1, mostFilters);
    m_bias->setRange(-1000, 1000, 1, 6);
    QStringList counts;
    for (int i = 1; i <= mostChannels; ++i)
        counts << QString::number(i);
    m_groups->setTexts(counts);
    for (int i = 0; i < 4; ++i)
        m_fill->addItem(QString());
    for (const Convention c :
         {Convention::Keras, Convention::PyTorch, Convention::NumPy, Convention::Arithmetic})
        m_rules->addItem(conventionName(c));
    for (int i = 0; i <= static_cast<int>(Activation::Elu); ++i)
        m_activation->addItem(activationName(static_cast<Activation>(i)));
    m_rows->column()->setContentsMargins(0, 0, 0, 0);
    connectControls();
}

void SceneInspector::addTab(TabModel& model, TabForm* form)
{
    constexpr int behindExamples = 2;
    column()->insertWidget(behindExamples, form);
    m_tabs.push_back(&model);
    m_forms.push_back(form);
    connect(&model, &TabModel::shownChanged, this, &SceneInspector::showRows);
    showRows();
}

void SceneInspector::showRows()
{
    const auto standsAlone = [](const TabModel* tab) { return tab->isShown() && tab->standsAlone(); };
    m_rows->setVisible(std::ranges::none_of(m_tabs, standsAlone));
}

void SceneInspector::connectControls()
{
    onStep(m_channels, "channels", [](ConvScene& s, double v) { s = withChannels(s, static_cast<int>(v)); });
    onStep(m_filters, "filters", [](ConvScene& s, double v) { s = withNextFilters(s, static_cast<int>(v)); });
    onStep(m_bias, "bias", [](ConvScene& s, double v) { setBias(s, v); });
    connect(m_front, &Stepper::changed, this,
            [this](double v) { m_model.setFilter(static_cast<int>(v) - 1); });
    m_model.heed(m_front);
    connect(m_groups, &Segmented::chosen, this,
            [this](int i) { change([&](ConvScene& s) { s = withGroups(s, i + 1); }); });
    connect(m_depthwise, &Switch::toggled, this,
            [this](bool isOn) { change([&](ConvScene& s) { s = withChannelsApart(s, isOn); }); });
    connect(m_fill, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.fill = static_cast<Fill>(i); }); });
    connect(m_rules, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.convention = static_cast<Convention>(i); }); });
    connect(m_activation, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.activation = static_cast<Activation>(i); }); });
    connect(m_turn, &QPushButton::clicked, this, [this] { changeFilter(turned); });
    connect(m_normalise, &QPushButton::clicked, this, [this] { changeFilter(normalised); });
    connect(m_random, &QPushButton::clicked, this, &SceneInspector::setRandomWeights);
}

void SceneInspector::setStyle(const PaintStyle& style)
{
    m_examples->setStyle(style);
    for (TabForm* form : m_forms)
        form->setStyle(style);
}

void SceneInspector::addGroupRows(Form& form)
{
    auto* groups = form.addRow(m_groups);
    auto* depthwise = form.addRow(m_depthwise);
    form.translated([=, this] {
        groups->setText(tr("Groups"));
        m_groups->setAccessibleName(groups->text());
        m_groups->setToolTip(tr("Each group of filters sees its own channels only. The number of groups "
                                "must divide both channels and filters."));
        depthwise->setText(tr("Each channel by itself"));
        m_depthwise->setAccessibleName(depthwise->text());
    });
}

void SceneInspector::addFillRow(Form& form)
{
    auto* fill = form.addRow(m_fill);
    form.translated([=, this] {
        const QStringList fills{tr("zeros"), tr("reflection"), tr("edge repeated"), tr("the other side")};
        for (int i = 0; i < m_fill->count(); ++i)
            m_fill->setItemText(i, fills.at(i));
        fill->setText(tr("Padding holds"));
        m_fill->setAccessibleName(fill->text());
    });
}

void SceneInspector::addRulesRow(Form& form)
{
    auto* rules = form.addRow(m_rules);
    form.translated([=, this] {
        rules->setText(tr("Rules of"));
        m_rules->setAccessibleName(rules->text());
    });
}

void SceneInspector::addBiasRow(Form& form)
{
    auto* bias = form.addRow(m_bias);
    form.translated([=, this] {
        bias->setText(tr("Bias"));
        m_bias->setName(bias->text());
    });
}

void SceneInspector::addParentsRow(Form& form)
{
    m_parents->setProperty("look", QStringLiteral("muted"));
    form.addWide(m_parents);
    form.translated([this] { refreshParents(); });
}

/// Once where both axes say the same.
void SceneInspector::refreshParents()
{
    const ConvScene& s = m_model.scene();
    const ConvGeometry& g = m_model.figure().geometry;
    const bool isMeant = s.isTransposed && s.paddingW.kind == Padding::Kind::Explicit;
    QStringList sentences;
    if (isMeant) sentences << parentsText(g.w, s.outputPadding.w);
    if (isMeant && s.axes == 2) sentences << parentsText(g.h, s.outputPadding.h);
    sentences.removeAll(QString());
    sentences.removeDuplicates();
    m_parents->setText(sentences.join(u'\n'));
    m_parents->setVisible(!sentences.isEmpty());
}

QString SceneInspector::parentsText(const ConvAxis& axis, int outputPadding) const
{
    ConvAxis direct = axis;
    direct.padAfter += outputPadding;
    const SizePair parents = parentsOf(direct);
    if (axis.stride < 2 || parents.from != axis.input - outputPadding) return {};
    if (axis.stride == 2)
        return tr("Forward: %1 → %3 and %2 → %3\nBack: output padding 0 → %1, 1 → %2")
            .arg(parents.from)
            .arg(parents.to)
            .arg(axis.output);
    return tr("Forward: %1 … %2 → %3\nBack: output padding 0 → %1, %4 → %2")
        .arg(parents.from)
        .arg(parents.to)
        .arg(axis.output)
        .arg(axis.stride - 1);
}

void SceneInspector::addActivationRow(Form& form)
{
    auto* activation = form.addRow(m_activation);
    form.translated([=, this] {
        activation->setText(tr("Activation"));
        m_activation->setItemText(0, tr("none"));
        m_activation->setAccessibleName(activation->text());
    });
}

void SceneInspector::change(const std::function<void(ConvScene&)>& how, const std::string& merges)
{
    ConvScene scene = m_model.scene();
    how(scene);
    m_model.edit(scene, merges);
}

void SceneInspector::onStep(Stepper* stepper, const char* name, std::function<void(ConvScene&, double)> how)
{
    connect(stepper, &Stepper::changed, this, [this, name, how = std::move(how)](double v) {
        change([&](ConvScene& scene) { how(scene, v); }, name);
    });
    m_model.heed(stepper);
}

void SceneInspector::changeFilter(const std::function<TensorD(const TensorD&)>& make)
{
    m_model.edit(withFilterMade(m_model.scene(), m_model.front(), make));
}

void SceneInspector::setRandomWeights()
{
    changeFilter([this](const TensorD& k) {
        return randomFilter({k.shape.height, k.shape.width}, ++m_seed);
    });
}

void SceneInspector::setBias(ConvScene& scene, double value)
{
    scene.bias = value == 0 ? std::vector<double>{}
                            : std::vector<double>(static_cast<std::size_t>(scene.filters()), value);
}

void SceneInspector::refreshLayer()
{
    const ConvScene& s = m_model.scene();
    m_channels->setValue(s.channels());
    m_filters->setValue(s.filters());
    for (int i = 0; i < mostChannels; ++i)
        m_groups->setButtonVisible(i, allowsGroups(s, i + 1));
    m_groups->setCurrent(s.groups - 1);
    m_depthwise->setOn(s.groups > 1 && s.groups == s.channels());
    m_depthwise->setEnabled(s.channels() > 1 && !s.isTransposed && !s.pooling);
    m_fill->setCurrentIndex(static_cast<int>(s.fill));
    m_rules->setCurrentIndex(static_cast<int>(s.convention));
    m_activation->setCurrentIndex(static_cast<int>(s.activation));
    m_bias->setValue(s.biasOf(0));
    for (QWidget* w : std::initializer_list<QWidget*>{m_filters, m_bias, m_random, m_turn, m_normalise})
        w->setEnabled(!s.pooling);
}

} // namespace hg
