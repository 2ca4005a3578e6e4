#include "ui/labs/conv/conv_inspector.h"

#include "core/lab/conv_filters.h"
#include "ui/labs/conv/example_box.h"
#include "ui/labs/conv/weights.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hg {
namespace {

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

ConvInspector::ConvInspector(ConvModel& model)
    : SceneInspector(model)
    , m_operation(new Segmented(3, this))
    , m_weights(new QComboBox(this))
    , m_again(new QPushButton(this))
    , m_inputSize(new PairStepper(this))
    , m_kernelSize(new PairStepper(this))
    , m_stride(new PairStepper(this))
    , m_dilation(new PairStepper(this))
    , m_outputPadding(new PairStepper(this))
    , m_direction(new Segmented(2, this))
    , m_padding(new Segmented(4, this))
    , m_sides(new QWidget(this))
    , m_unlinked(new Switch(this))
    , m_more(new QPushButton(this))
    , m_moreNote(new QLabel(this))
    , m_moreForm(new QWidget(this))
{
    m_inputSize->setRange(1, largestSide);
    m_kernelSize->setRange(1, largestKernel);
    m_stride->setRange(1, largestStride);
    m_dilation->setRange(1, 8);
    m_outputPadding->setRange(0, 7);
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
    addWide(&rows());
    auto* sizes = rows().addGroup();
    auto* input = rows().addRow(m_inputSize);
    auto* kernel = rows().addRow(m_kernelSize);
    auto* geometry = rows().addGroup();
    rows().addWide(m_direction);
    auto* stride = rows().addRow(m_stride);
    auto* padding = rows().addGroup();
    rows().addWide(m_padding);
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
    rows().addWide(m_sides);
    m_more->setProperty("look", QStringLiteral("link"));
    rows().addWide(m_more);
    m_moreNote->setWordWrap(true);
    m_moreNote->setProperty("look", QStringLiteral("muted"));
    rows().addWide(m_moreNote);
    rows().addWide(m_moreForm);
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
        padding->setText(m_model.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
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
    connect(&m_model, &ConvModel::sceneChanged, this, [=, this] {
        padding->setText(m_model.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
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
    auto* preset = form->addRow(m_weights);
    auto* tools = new QWidget(form);
    auto* toolGrid = new QGridLayout(tools);
    toolGrid->setContentsMargins(0, 0, 0, 0);
    toolGrid->addWidget(m_random, 0, 0);
    toolGrid->addWidget(m_turn, 0, 1);
    toolGrid->addWidget(m_normalise, 1, 0);
    toolGrid->addWidget(m_again, 1, 1);
    form->addWide(tools);
    auto* inFront = form->addRow(m_front);
    auto* channels = form->addRow(m_channels);
    addGroupRows(*form);
    form->addWide(m_operation);
    auto* dilation = form->addRow(m_dilation);
    addFillRow(*form);
    addBiasRow(*form);
    addActivationRow(*form);
    addRulesRow(*form);
    auto* output = form->addRow(m_outputPadding);
    addParentsRow(*form);
    auto* unlinked = form->addRow(m_unlinked);
    form->translated([=, this] {
        dilation->setText(tr("Dilation"));
        filters->setText(tr("Filters"));
        m_filters->setName(filters->text());
        preset->setText(tr("Weights"));
        m_weights->setAccessibleName(preset->text());
        m_random->setText(tr("Random"));
        m_turn->setText(tr("Turn"));
        m_normalise->setText(tr("Sum 1"));
        m_turn->setToolTip(tr("Turns the filter by 180°"));
        m_normalise->setToolTip(tr("Divides the weights by their sum"));
        inFront->setText(tr("Filter in front"));
        m_front->setName(inFront->text());
        channels->setText(tr("Input channels"));
        m_channels->setName(channels->text());
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
    connect(&m_model, &ConvModel::sceneChanged, this, &ConvInspector::refresh);
    const auto onPair = [this](PairStepper* pair, const char* name, auto how) {
        connect(pair, &PairStepper::changed, this,
                [this, name, how](Axes v) { change([&](ConvScene& s) { how(s, v); }, name); });
        m_model.heed(pair);
    };
    onPair(m_inputSize, "input size", [](ConvScene& s, Axes v) { s = withInputSize(s, v); });
    onPair(m_kernelSize, "kernel size", [](ConvScene& s, Axes v) { s = withKernelSize(s, v); });
    onPair(m_stride, "stride", [](ConvScene& s, Axes v) { s.stride = v; });
    onPair(m_dilation, "dilation", [](ConvScene& s, Axes v) { s.dilation = v; });
    onPair(m_outputPadding, "", [](ConvScene& s, Axes v) { s.outputPadding = v; });
    connect(m_direction, &Segmented::chosen, this,
            [this](int i) { change([&](ConvScene& s) { s = withDirection(s, i == 1); }); });
    connect(m_padding, &Segmented::chosen, this, &ConvInspector::choosePadding);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    for (auto* side : m_side) {
        connect(side, &Stepper::changed, this, &ConvInspector::changeSides);
        m_model.heed(side);
    }
    connect(m_unlinked, &Switch::toggled, this, &ConvInspector::setApart);
}

void ConvInspector::connectFilters()
{
    connect(&m_model, &ConvModel::filterChanged, this, &ConvInspector::refreshFilter);
    connect(m_operation, &Segmented::chosen, this, &ConvInspector::chooseOperation);
    connect(m_weights, &QComboBox::activated, this, [this](int row) { choosePlaneWeights(m_model, row); });
    connect(m_again, &QPushButton::clicked, &m_model, &ConvModel::applyAgain);
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

void ConvInspector::setStyle(const PaintStyle& style)
{
    SceneInspector::setStyle(style);
    m_weights->clear();
    m_weights->addItems(planeWeightNames(style.texts));
    refresh();
}

void ConvInspector::refresh()
{
    const ConvScene& s = m_model.scene();
    m_inputSize->setValue({s.input.shape.height, s.input.shape.width});
    m_kernelSize->setValue({s.kernel.shape.height, s.kernel.shape.width});
    m_stride->setValue(s.stride);
    m_dilation->setValue(s.dilation);
    m_outputPadding->setValue(s.outputPadding);
    refreshPairs();
    m_direction->setCurrent(s.isTransposed ? 1 : 0);
    refreshLayer();
    m_operation->setCurrent(!s.pooling ? 0 : *s.pooling == Pooling::Average ? 1 : 2);
    refreshFilter();
    m_weights->setEnabled(!s.pooling);
    m_fill->setEnabled(!s.isTransposed);
    refreshPadding();
}

/// Its name for as long as its numbers are that filter's.
void ConvInspector::refreshFilter()
{
    m_front->setRange(1, m_model.scene().filters());
    m_front->setValue(m_model.front() + 1);
    m_weights->setCurrentIndex(planeWeightsOf(m_model));
}

void ConvInspector::refreshPadding()
{
    const ConvScene& s = m_model.scene();
    const bool areSides = s.paddingH.kind == Padding::Kind::Explicit;
    const int index = s.paddingW.kind == Padding::Kind::Valid  ? 0
                      : s.paddingW.kind == Padding::Kind::Same ? 1
                      : s.paddingW.kind == Padding::Kind::Full ? 2
                                                               : 3;
    m_padding->setCurrent(index);
    m_sides->setVisible(areSides);
    m_outputPadding->setEnabled(s.isTransposed && areSides);
    refreshParents();
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
        const ConvGeometry& g = m_model.figure().geometry;
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
        "sides");
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
    const Shape& input = m_model.scene().input.shape;
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

} // namespace hg
