#include "ui/labs/conv/conv_inspector.h"

#include "core/lab/conv_filters.h"
#include "core/lab/named_filters.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/labs/conv/example_box.h"
#include "ui/labs/conv/rules_line.h"
#include "ui/painters/formula_text.h"
#include "ui/theme/error_text.h"
#include "ui/theme/line_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace hg {
namespace {

enum MergeKey {
    inputSizeKey = 1,
    kernelSizeKey,
    strideKey,
    dilationKey,
    sidesKey,
    biasKey,
    filtersKey,
    channelsKey
};

/// One bias for every filter; none rather than zeros, which are the same.
void setBias(ConvScene& s, double value)
{
    s.bias = value == 0 ? std::vector<double>{}
                        : std::vector<double>(static_cast<std::size_t>(s.filters()), value);
}

Padding word(int index)
{
    return {std::array{Padding::Kind::Valid, Padding::Kind::Same, Padding::Kind::Full,
                       Padding::Kind::Explicit}[static_cast<std::size_t>(index)]};
}

} // namespace

PairStepper::PairStepper(QWidget* parent) : QWidget(parent), m_h(new Stepper(this)), m_w(new Stepper(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_h);
    row->addWidget(m_w);
    for (auto* s : {m_h, m_w}) {
        s->edit()->setFixedWidth(52);
        connect(s, &Stepper::problemFound, this, &PairStepper::problemFound);
        connect(s, &Stepper::problemSolved, this, &PairStepper::problemSolved);
    }
    m_w->hide();
    connect(m_h, &Stepper::changed, this, [this](double v) { emitChange(v, true); });
    connect(m_w, &Stepper::changed, this, [this](double v) { emitChange(v, false); });
}

void PairStepper::setRange(int least, int most)
{
    m_h->setRange(least, most);
    m_w->setRange(least, most);
}

void PairStepper::setValue(Axes value)
{
    m_h->setValue(value.h);
    m_w->setValue(value.w);
    if (value.h != value.w) setLinked(false);
}

void PairStepper::setLinked(bool isLinked)
{
    m_isLinked = isLinked;
    m_w->setVisible(!isLinked);
    for (auto* s : {m_h, m_w}) // two fields with arrows are wider than the inspector
        s->setArrowsShown(isLinked);
    nameParts();
}

void PairStepper::setName(const QString& rows, const QString& columns, const QString& both)
{
    m_rowsName = rows;
    m_columnsName = columns;
    m_bothName = both;
    nameParts();
}

void PairStepper::nameParts()
{
    m_h->setName(m_isLinked ? m_bothName : m_rowsName);
    m_w->setName(m_columnsName);
}

void PairStepper::emitChange(double value, bool isRows)
{
    const int v = static_cast<int>(value);
    if (m_isLinked) m_w->setValue(value);
    Q_EMIT changed(m_isLinked ? Axes{v, v}
                   : isRows   ? Axes{v, static_cast<int>(m_w->value())}
                              : Axes{static_cast<int>(m_h->value()), v});
}

ConvInspector::ConvInspector(ConvLab& lab)
    : m_lab(lab)
    , m_examples(new ExampleBox(lab))
    , m_filters(new Stepper(this))
    , m_channels(new Stepper(this))
    , m_front(new Stepper(this))
    , m_operation(new Segmented(3, this))
    , m_filterPreset(new QComboBox(this))
    , m_activation(new QComboBox(this))
    , m_rules(new QComboBox(this))
    , m_random(new QPushButton(this))
    , m_flip(new QPushButton(this))
    , m_normalise(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_groups(new Segmented(mostChannels, this))
    , m_depthwise(new Switch(this))
    , m_inputSize(new PairStepper(this))
    , m_kernelSize(new PairStepper(this))
    , m_stride(new PairStepper(this))
    , m_dilation(new PairStepper(this))
    , m_outputPadding(new PairStepper(this))
    , m_direction(new Segmented(2, this))
    , m_padding(new Segmented(4, this))
    , m_sides(new QWidget(this))
    , m_fill(new QComboBox(this))
    , m_bias(new Stepper(this))
    , m_unlinked(new Switch(this))
    , m_more(new QPushButton(this))
    , m_moreNote(new QLabel(this))
    , m_moreForm(new QWidget(this))
{
    m_inputSize->setRange(1, largestSide);
    m_kernelSize->setRange(1, largestKernel);
    m_filters->setRange(1, mostFilters);
    m_channels->setRange(1, mostChannels);
    m_front->setRange(1, mostFilters);
    m_stride->setRange(1, largestStride);
    m_dilation->setRange(1, 8);
    m_outputPadding->setRange(0, 7);
    m_bias->setRange(-1000, 1000, 1, 6);
    m_bias->setValue(0);
    build();
    buildMore();
    connectControls();
    connectFilters();
    setMoreShown(false);
}

void ConvInspector::build()
{
    auto* example = addGroup();
    addWide(m_examples);
    auto* sizes = addGroup();
    auto* input = addRow(m_inputSize);
    auto* kernel = addRow(m_kernelSize);
    auto* geometry = addGroup();
    addWide(m_direction);
    auto* stride = addRow(m_stride);
    auto* padding = addGroup();
    addWide(m_padding);
    auto* grid = new QGridLayout(m_sides);
    grid->setContentsMargins(0, 0, 0, 0);
    std::array<QLabel*, 4> names{};
    for (int i = 0; i < 4; ++i) {
        auto& side = m_side[static_cast<std::size_t>(i)];
        side = new Stepper(m_sides);
        side->setRange(0, 14);
        side->setArrowsShown(false); // four of them are wider than the inspector
        side->edit()->setFixedWidth(40);
        names[static_cast<std::size_t>(i)] = new QLabel(m_sides);
        grid->addWidget(names[static_cast<std::size_t>(i)], i / 2, (i % 2) * 2);
        grid->addWidget(side, i / 2, (i % 2) * 2 + 1);
    }
    addWide(m_sides);
    m_more->setProperty("look", QStringLiteral("link"));
    addWide(m_more);
    m_moreNote->setWordWrap(true);
    m_moreNote->setProperty("look", QStringLiteral("muted"));
    addWide(m_moreNote);
    addWide(m_moreForm);
    addStretch();
    translated([=, this] {
        example->setText(tr("Example"));
        m_examples->setAccessibleName(example->text());
        sizes->setText(tr("Input and filter"));
        input->setText(tr("Input size"));
        kernel->setText(tr("Filter size"));
        geometry->setText(tr("Direction and stride"));
        m_direction->setTexts({tr("Forward"), tr("Transposed")});
        stride->setText(tr("Stride"));
        padding->setText(m_lab.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
        m_padding->setTexts({tr("Valid"), tr("Same"), tr("Full"), tr("Sides")});
        const QStringList sides{tr("above"), tr("below"), tr("left"), tr("right")};
        for (std::size_t i = 0; i < 4; ++i) {
            names[i]->setText(sides.at(static_cast<int>(i)));
            m_side[i]->setName(tr("Padding, %1").arg(names[i]->text()));
        }
        m_inputSize->setName(tr("Input rows"), tr("Input columns"), tr("Input size"));
        m_kernelSize->setName(tr("Filter rows"), tr("Filter columns"), tr("Filter size"));
        m_stride->setName(tr("Stride, rows"), tr("Stride, columns"), tr("Stride"));
    });
    connect(&m_lab, &ConvLab::sceneChanged, this, [=, this] {
        padding->setText(m_lab.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
    });
}

void ConvInspector::buildMore()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_moreForm);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(form);
    auto* filters = form->addRow(m_filters);
    auto* preset = form->addRow(m_filterPreset);
    auto* tools = new QWidget(form);
    auto* toolGrid = new QGridLayout(tools);
    toolGrid->setContentsMargins(0, 0, 0, 0);
    toolGrid->addWidget(m_random, 0, 0);
    toolGrid->addWidget(m_flip, 0, 1);
    toolGrid->addWidget(m_normalise, 1, 0);
    toolGrid->addWidget(m_again, 1, 1);
    form->addWide(tools);
    auto* inFront = form->addRow(m_front);
    auto* channels = form->addRow(m_channels);
    auto* groups = form->addRow(m_groups);
    auto* depthwise = form->addRow(m_depthwise);
    form->addWide(m_operation);
    auto* dilation = form->addRow(m_dilation);
    auto* fill = form->addRow(m_fill);
    auto* bias = form->addRow(m_bias);
    auto* activation = form->addRow(m_activation);
    auto* rules = form->addRow(m_rules);
    auto* output = form->addRow(m_outputPadding);
    auto* unlinked = form->addRow(m_unlinked);
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
    m_filterPreset->addItem(QString());
    for (const FilterPreset& filter : filterPresets())
        m_filterPreset->addItem(QString(), QString::fromLatin1(filter.id));
    form->translated([=, this] {
        dilation->setText(tr("Dilation"));
        fill->setText(tr("Padding holds"));
        const QStringList fills{tr("zeros"), tr("reflection"), tr("edge repeated"), tr("the other side")};
        for (int i = 0; i < 4; ++i)
            m_fill->setItemText(i, fills.at(i));
        m_fill->setAccessibleName(fill->text());
        bias->setText(tr("Bias"));
        m_bias->setName(bias->text());
        rules->setText(tr("Rules of"));
        m_rules->setAccessibleName(rules->text());
        activation->setText(tr("Activation"));
        m_activation->setItemText(0, tr("none"));
        m_activation->setAccessibleName(activation->text());
        filters->setText(tr("Filters"));
        m_filters->setName(filters->text());
        preset->setText(tr("Weights"));
        m_filterPreset->setAccessibleName(preset->text());
        m_filterPreset->setItemText(0, tr("own"));
        m_random->setText(tr("Random"));
        m_flip->setText(tr("Turn"));
        m_normalise->setText(tr("Sum 1"));
        m_flip->setToolTip(tr("Turns the filter by 180°"));
        m_normalise->setToolTip(tr("Divides the weights by their sum"));
        inFront->setText(tr("Filter in front"));
        m_front->setName(inFront->text());
        channels->setText(tr("Input channels"));
        m_channels->setName(channels->text());
        groups->setText(tr("Groups"));
        m_groups->setAccessibleName(groups->text());
        m_groups->setToolTip(tr("Each group of filters sees its own channels only. The number of groups "
                                "must divide both channels and filters."));
        depthwise->setText(tr("Each channel by itself"));
        m_depthwise->setAccessibleName(depthwise->text());
        m_operation->setTexts({tr("Filter"), tr("Average"), tr("Max")});
        m_again->setText(tr("Apply again"));
        m_again->setToolTip(tr("The output becomes the input"));
        output->setText(tr("Output padding"));
        unlinked->setText(tr("Rows and columns apart"));
        m_unlinked->setAccessibleName(unlinked->text());
        m_dilation->setName(tr("Dilation, rows"), tr("Dilation, columns"), tr("Dilation"));
        m_outputPadding->setName(tr("Output padding, rows"), tr("Output padding, columns"),
                                 tr("Output padding"));
        setMoreShown(m_moreForm->isVisibleTo(this));
    });
}

void ConvInspector::connectControls()
{
    connect(&m_lab, &ConvLab::sceneChanged, this, &ConvInspector::refresh);
    connect(m_inputSize, &PairStepper::changed, this,
            [this](Axes v) { change([&](ConvScene& s) { s = withInputSize(s, v); }, inputSizeKey); });
    connect(m_kernelSize, &PairStepper::changed, this,
            [this](Axes v) { change([&](ConvScene& s) { s = withKernelSize(s, v); }, kernelSizeKey); });
    connect(m_stride, &PairStepper::changed, this,
            [this](Axes v) { change([&](ConvScene& s) { s.stride = v; }, strideKey); });
    connect(m_dilation, &PairStepper::changed, this,
            [this](Axes v) { change([&](ConvScene& s) { s.dilation = v; }, dilationKey); });
    connect(m_outputPadding, &PairStepper::changed, this,
            [this](Axes v) { change([&](ConvScene& s) { s.outputPadding = v; }); });
    connect(m_direction, &Segmented::chosen, this,
            [this](int i) { change([&](ConvScene& s) { s = withDirection(s, i == 1); }); });
    connect(m_fill, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.fill = static_cast<Fill>(i); }); });
    connect(m_bias, &Stepper::changed, this,
            [this](double v) { change([&](ConvScene& s) { setBias(s, v); }, biasKey); });
    connect(m_padding, &Segmented::chosen, this, &ConvInspector::choosePadding);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    for (auto* side : m_side)
        connect(side, &Stepper::changed, this, &ConvInspector::changeSides);
    connect(m_unlinked, &Switch::toggled, this, &ConvInspector::setApart);
    for (auto* pair : {m_inputSize, m_kernelSize, m_stride, m_dilation, m_outputPadding})
        m_lab.heed(pair);
    for (auto* single : {m_side[0], m_side[1], m_side[2], m_side[3], m_bias})
        m_lab.heed(single);
}

void ConvInspector::connectFilters()
{
    connect(m_filters, &Stepper::changed, this, [this](double v) {
        change([&](ConvScene& s) { s = withNextFilters(s, static_cast<int>(v)); }, filtersKey);
    });
    connect(m_channels, &Stepper::changed, this, [this](double v) {
        change([&](ConvScene& s) { s = withChannels(s, static_cast<int>(v)); }, channelsKey);
    });
    connect(m_front, &Stepper::changed, this,
            [this](double v) { m_lab.canvas()->setFilter(static_cast<int>(v) - 1); });
    connect(m_lab.canvas(), &ConvCanvas::filterChosen, this, &ConvInspector::refreshFilter);
    connect(m_groups, &Segmented::chosen, this,
            [this](int i) { change([&](ConvScene& s) { s = withGroups(s, i + 1); }); });
    connect(m_depthwise, &Switch::toggled, this,
            [this](bool isOn) { change([&](ConvScene& s) { s = withChannelsApart(s, isOn); }); });
    connect(m_rules, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.convention = static_cast<Convention>(i); }); });
    connect(m_activation, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.activation = static_cast<Activation>(i); }); });
    connect(m_operation, &Segmented::chosen, this, &ConvInspector::chooseOperation);
    connect(m_filterPreset, &QComboBox::activated, this, &ConvInspector::chooseFilter);
    connect(m_flip, &QPushButton::clicked, this, [this] { changeFilter(turned); });
    connect(m_normalise, &QPushButton::clicked, this, [this] { changeFilter(normalised); });
    connect(m_random, &QPushButton::clicked, this, [this] {
        changeFilter([this](const TensorD& k) {
            return randomFilter({k.shape.height, k.shape.width}, ++m_seed);
        });
    });
    connect(m_again, &QPushButton::clicked, this, &ConvInspector::applyAgain);
    for (auto* stepper : {m_filters, m_channels, m_front})
        m_lab.heed(stepper);
}

void ConvInspector::chooseOperation(int index)
{
    change([&](ConvScene& s) {
        s = withFilters(withGroups(withDirection(s, false), 1), 1);
        s.pooling = index == 0 ? std::nullopt : std::optional(index == 1 ? Pooling::Average : Pooling::Max);
        s.bias.clear();
        if (s.pooling) s.fill = Fill::Zeros;
        const Axes k = s.kernelSize();
        s.kernel = TensorD(1, {s.pooling ? 1 : s.channels(), k.h, k.w});
        if (s.pooling) return;
        const TensorD weights = randomFilter({s.channels() * k.h, k.w}, 1);
        s.kernel.data = weights.data;
    });
}

void ConvInspector::chooseFilter(int index)
{
    if (index == 0) return;
    const FilterPreset* preset = findFilterPreset(m_filterPreset->itemData(index).toString().toStdString());
    const TensorD made = preset->make(m_lab.scene().kernelSize());
    changeFilter([&](const TensorD&) { return made; });
}

void ConvInspector::changeFilter(const std::function<TensorD(const TensorD&)>& make)
{
    change([&](ConvScene& s) { s = withFilterMade(s, front(), make); });
}

void ConvInspector::applyAgain()
{
    const auto next = appliedAgain(m_lab.figure());
    next ? m_lab.edit(*next) : m_lab.notice()->showProblem(errorSentence(next.error()));
}

void ConvInspector::setStyle(const PaintStyle& style)
{
    m_examples->setStyle(style);
    for (int i = 1; i < m_filterPreset->count(); ++i)
        m_filterPreset->setItemText(
            i, planeFilterName(style.texts, m_filterPreset->itemData(i).toString().toStdString()));
    refresh();
}

void ConvInspector::refresh()
{
    const ConvScene& s = m_lab.scene();
    m_inputSize->setValue({s.input.shape.height, s.input.shape.width});
    m_kernelSize->setValue({s.kernel.shape.height, s.kernel.shape.width});
    m_stride->setValue(s.stride);
    m_dilation->setValue(s.dilation);
    m_outputPadding->setValue(s.outputPadding);
    refreshPairs();
    m_direction->setCurrent(s.isTransposed ? 1 : 0);
    m_rules->setCurrentIndex(static_cast<int>(s.convention));
    m_activation->setCurrentIndex(static_cast<int>(s.activation));
    m_filters->setValue(s.filters());
    m_filters->setEnabled(!s.pooling);
    m_channels->setValue(s.channels());
    for (int i = 0; i < mostChannels; ++i)
        m_groups->setButtonVisible(i, allowsGroups(s, i + 1));
    m_groups->setCurrent(s.groups - 1);
    m_depthwise->setOn(s.groups > 1 && s.groups == s.channels());
    m_depthwise->setEnabled(s.channels() > 1 && !s.isTransposed && !s.pooling);
    m_operation->setCurrent(!s.pooling ? 0 : *s.pooling == Pooling::Average ? 1 : 2);
    refreshFilter();
    for (auto* w : std::initializer_list<QWidget*>{m_filterPreset, m_random, m_flip, m_normalise, m_bias})
        w->setEnabled(!s.pooling);
    m_fill->setCurrentIndex(static_cast<int>(s.fill));
    m_fill->setEnabled(!s.isTransposed);
    m_bias->setValue(s.biasOf(0));
    refreshPadding();
}

/// The filter in front.
int ConvInspector::front() const
{
    return std::min(m_lab.canvas()->look().filter, m_lab.scene().filters() - 1);
}

/// Its name for as long as its numbers are that filter's.
void ConvInspector::refreshFilter()
{
    const ConvScene& s = m_lab.scene();
    m_front->setRange(1, s.filters());
    m_front->setValue(front() + 1);
    const std::string_view id = filterIdOf(s, front());
    const int row = id.empty() ? -1 : m_filterPreset->findData(QString::fromUtf8(id.data(), std::ssize(id)));
    m_filterPreset->setCurrentIndex(std::max(0, row));
}

std::vector<ChipContent> ConvInspector::chips() const
{
    if (m_lab.scene().pooling) return {};
    ChipContent weights = chipOf(*m_filterPreset, tr("weights"));
    weights.look = ChipLook::Filter;
    return {weights};
}

void ConvInspector::refreshPadding()
{
    const ConvScene& s = m_lab.scene();
    const bool areSides = s.paddingH.kind == Padding::Kind::Explicit;
    const int index = s.paddingW.kind == Padding::Kind::Valid  ? 0
                      : s.paddingW.kind == Padding::Kind::Same ? 1
                      : s.paddingW.kind == Padding::Kind::Full ? 2
                                                               : 3;
    m_padding->setCurrent(index);
    m_sides->setVisible(areSides);
    m_outputPadding->setEnabled(s.isTransposed && areSides);
    const std::array<int, 4> values{s.paddingH.before, s.paddingH.after, s.paddingW.before, s.paddingW.after};
    for (std::size_t i = 0; i < 4; ++i)
        m_side[i]->setValue(values[i]);
}

void ConvInspector::choosePadding(int index)
{
    change([&](ConvScene& s) {
        s.paddingH = s.paddingW = word(index);
        if (index != 3) return;
        // Sides begin with what the word has given, so that nothing jumps.
        const ConvGeometry& g = m_lab.figure().geometry;
        s.paddingH = {Padding::Kind::Explicit, std::clamp(g.h.padBefore, 0, 14),
                      std::clamp(g.h.padAfter, 0, 14)};
        s.paddingW = {Padding::Kind::Explicit, std::clamp(g.w.padBefore, 0, 14),
                      std::clamp(g.w.padAfter, 0, 14)};
    });
}

void ConvInspector::changeSides()
{
    const auto side = [this](std::size_t i) { return static_cast<int>(m_side[i]->value()); };
    change(
        [&](ConvScene& s) {
            s.paddingH = {Padding::Kind::Explicit, side(0), side(1)};
            s.paddingW = {Padding::Kind::Explicit, side(2), side(3)};
        },
        sidesKey);
}

/// A setting whose columns differ turns the switch on. An input that is not square does not: its sides are
/// those of its data.
void ConvInspector::refreshPairs()
{
    for (const auto* pair : {m_kernelSize, m_stride, m_dilation, m_outputPadding})
        if (!pair->isLinked()) m_unlinked->setOn(true);
    const bool isApart = m_unlinked->isOn();
    for (auto* pair : {m_kernelSize, m_stride, m_dilation, m_outputPadding})
        pair->setLinked(!isApart);
    const Shape& input = m_lab.scene().input.shape;
    m_inputSize->setLinked(!isApart && input.height == input.width);
}

/// Columns that differ take the number of the rows when both are joined again.
void ConvInspector::setApart(bool isApart)
{
    for (auto* pair : {m_kernelSize, m_stride, m_dilation, m_outputPadding})
        pair->setLinked(!isApart);
    refreshPairs();
    if (isApart) return;
    change([](ConvScene& s) {
        s = withKernelSize(s, {s.kernelSize().h, s.kernelSize().h});
        for (Axes* pair : {&s.stride, &s.dilation, &s.outputPadding})
            pair->w = pair->h;
    });
}

void ConvInspector::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    m_moreNote->setVisible(!isShown);
    m_moreNote->setText(tr("filters, weights, channels, groups, pooling, dilation, bias, activation, rules"));
    m_more->setText(isShown ? tr("▾ Less") : tr("▸ More"));
}

void ConvInspector::change(const std::function<void(ConvScene&)>& how, int mergeKey)
{
    ConvScene scene = m_lab.scene();
    how(scene);
    m_lab.edit(scene, mergeKey);
}

} // namespace hg
