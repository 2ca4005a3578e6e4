#include "ui/labs/conv/line_inspector.h"

#include "core/lab/line_sources.h"
#include "ui/labs/conv/example_box.h"
#include "ui/labs/conv/line_inputs.h"
#include "ui/labs/conv/response_view.h"
#include "ui/labs/conv/weights.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {
namespace {

Stepper* stepper(QWidget* parent, double least, double most)
{
    auto* s = new Stepper(parent);
    s->setRange(least, most);
    return s;
}

constexpr std::array paddingWords{Padding::Kind::Valid, Padding::Kind::Same, Padding::Kind::Full,
                                  Padding::Kind::Causal};

} // namespace

LineInspector::LineInspector(ConvModel& model, LineInputs& inputs)
    : SceneInspector(model)
    , m_inputs(inputs)
    , m_source(new QComboBox(this))
    , m_weights(new QComboBox(this))
    , m_count(stepper(this, 1, largestSide))
    , m_size(stepper(this, 1, largestKernel))
    , m_stride(stepper(this, 1, largestStride))
    , m_dilation(stepper(this, 1, 8))
    , m_outputPadding(stepper(this, 0, 7))
    , m_rate(stepper(this, 0, 192'000))
    , m_direction(new Segmented(2, this))
    , m_padding(new Segmented(4, this))
    , m_operation(new QComboBox(this))
    , m_more(new QPushButton(this))
    , m_moreForm(new QWidget(this))
    , m_response(new ResponseView(this))
{
    for (auto* box : {m_source, m_weights}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    build();
    buildMore();
    connectControls();
    connectMore();
    translated([this] { fillLists(); });
    setMoreShown(false);
}

void LineInspector::build()
{
    auto* example = addGroup();
    addWide(m_examples);
    addWide(&rows());
    auto* numbers = rows().addGroup();
    auto* source = rows().addRow(m_source);
    auto* filter = rows().addRow(m_weights);
    auto* size = rows().addRow(m_size);
    auto* geometry = rows().addGroup();
    rows().addWide(m_direction);
    auto* stride = rows().addRow(m_stride);
    auto* padding = rows().addGroup();
    rows().addWide(m_padding);
    m_more->setProperty("look", QStringLiteral("link"));
    rows().addWide(m_more);
    rows().addWide(m_moreForm);
    m_responseTitle = rows().addGroup();
    rows().addWide(m_response);
    addStretch();
    translated([=, this] {
        example->setText(tr("Example"));
        m_examples->setAccessibleName(example->text());
        numbers->setText(tr("Input and filter"));
        source->setText(tr("Input"));
        m_source->setAccessibleName(source->text());
        filter->setText(tr("Filter"));
        m_weights->setAccessibleName(filter->text());
        size->setText(tr("Size"));
        m_size->setName(tr("Filter size"));
        geometry->setText(tr("Direction and stride"));
        m_direction->setTexts({tr("Forward"), tr("Transposed")});
        stride->setText(tr("Stride"));
        m_stride->setName(stride->text());
        padding->setText(m_model.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
        m_padding->setTexts({tr("Valid"), tr("Same"), tr("Full"), tr("Causal")});
        m_responseTitle->setText(tr("What the filter lets through"));
    });
    connect(&m_model, &ConvModel::sceneChanged, this, [=, this] {
        padding->setText(m_model.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
    });
}

void LineInspector::buildSides(Form& form)
{
    std::array<QLabel*, 2> names{};
    for (std::size_t i = 0; i < 2; ++i) {
        m_side[i] = stepper(this, 0, largestKernel - 1);
        names[i] = form.addRow(m_side[i]);
    }
    form.translated([=, this] {
        names[0]->setText(tr("Padding, left"));
        names[1]->setText(tr("Padding, right"));
        for (std::size_t i = 0; i < 2; ++i)
            m_side[i]->setName(names[i]->text());
    });
}

void LineInspector::buildMore()
{
    auto* form = new Form;
    form->column()->setContentsMargins(0, 0, 0, 0);
    auto* outer = new QVBoxLayout(m_moreForm);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(form);
    auto* count = form->addRow(m_count);
    auto* rate = form->addRow(m_rate);
    auto* dilation = form->addRow(m_dilation);
    buildSides(*form);
    addFillRow(*form);
    addRulesRow(*form);
    auto* output = form->addRow(m_outputPadding);
    addParentsRow(*form);
    buildOperation(*form);
    form->translated([=, this] {
        count->setText(tr("Numbers"));
        m_count->setName(tr("How many numbers"));
        rate->setText(tr("Samples a second"));
        m_rate->setName(rate->text());
        dilation->setText(tr("Dilation"));
        m_dilation->setName(dilation->text());
        output->setText(tr("Output padding"));
        m_outputPadding->setName(output->text());
        setMoreShown(m_moreForm->isVisibleTo(this));
    });
}

void LineInspector::buildOperation(Form& form)
{
    auto* operation = form.addRow(m_operation);
    auto* channels = form.addRow(m_channels);
    auto* filters = form.addRow(m_filters);
    auto* front = form.addRow(m_front);
    addGroupRows(form);
    addBiasRow(form);
    addActivationRow(form);
    for (auto* button : {m_turn, m_normalise, m_random})
        form.addWide(button);
    form.translated([=, this] {
        operation->setText(tr("Takes"));
        m_operation->setAccessibleName(tr("What is taken from a window"));
        channels->setText(tr("Channels"));
        m_channels->setName(channels->text());
        filters->setText(tr("Filters"));
        m_filters->setName(filters->text());
        front->setText(tr("Filter shown"));
        m_front->setName(front->text());
        m_turn->setText(tr("Turn the filter round"));
        m_normalise->setText(tr("Make the weights’ sum 1"));
        m_random->setText(tr("Random weights"));
    });
}

void LineInspector::connectControls()
{
    connect(&m_model, &ConvModel::sceneChanged, this, &LineInspector::refresh);
    connect(&m_model, &ConvModel::filterChanged, this, &LineInspector::refreshFilter);
    connect(&m_inputs, &LineInputs::changed, this, &LineInspector::refreshSource);
    connect(m_source, &QComboBox::activated, &m_inputs, &LineInputs::choose);
    connect(m_weights, &QComboBox::activated, this, &LineInspector::chooseWeights);
    onStep(m_size, "size", [](ConvScene& s, double v) { s = withTaps(s, static_cast<int>(v)); });
    onStep(m_stride, "stride", [](ConvScene& s, double v) { s.stride = {1, static_cast<int>(v)}; });
    connect(m_direction, &Segmented::chosen, this, [this](int i) { chooseDirection(i == 1); });
    connect(m_padding, &Segmented::chosen, this, &LineInspector::choosePadding);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    for (auto* side : m_side) {
        connect(side, &Stepper::changed, this, &LineInspector::changeSides);
        m_model.heed(side);
    }
}

void LineInspector::connectMore()
{
    onStep(m_count, "count", [](ConvScene& s, double v) { s = withInputSize(s, {1, static_cast<int>(v)}); });
    onStep(m_dilation, "dilation", [](ConvScene& s, double v) { s.dilation = {1, static_cast<int>(v)}; });
    onStep(m_outputPadding, "output padding", [](ConvScene& s, double v) {
        s.outputPadding = {0, static_cast<int>(v)};
    });
    onStep(m_rate, "rate", [](ConvScene& s, double v) { s.sampleRate = v; });
    connect(m_operation, &QComboBox::activated, this, &LineInspector::choosePooling);
}

void LineInspector::setStyle(const PaintStyle& style)
{
    m_style = style;
    SceneInspector::setStyle(style);
    m_response->setStyle(style);
    fillLists();
}

void LineInspector::fillLists()
{
    const auto fill = [](QComboBox* box, const QStringList& texts) {
        const int current = box->currentIndex();
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(current);
    };
    fill(m_source, m_inputs.names());
    fill(m_weights, lineWeightNames(m_style.texts));
    fill(m_operation, {tr("weighted sum"), tr("average"), tr("maximum")});
    refresh();
}

void LineInspector::refresh()
{
    const ConvScene& s = m_model.scene();
    refreshSource();
    refreshFilter();
    refreshPadding();
    refreshLayer();
    m_count->setValue(s.input.shape.width);
    m_size->setValue(s.kernel.shape.width);
    m_stride->setValue(s.stride.w);
    m_dilation->setValue(s.dilation.w);
    m_outputPadding->setValue(s.outputPadding.w);
    m_direction->setCurrent(s.isTransposed ? 1 : 0);
    m_fill->setEnabled(!s.isTransposed && !s.pooling);
    m_operation->setCurrentIndex(s.pooling ? static_cast<int>(*s.pooling) + 1 : 0);
    m_operation->setEnabled(!s.isTransposed);
    m_weights->setEnabled(!s.pooling);
    m_rate->setValue(s.sampleRate);
}

void LineInspector::refreshResponse()
{
    const ConvScene& s = m_model.scene();
    const bool isShown = ResponseView::isShownFor(s);
    m_responseTitle->setVisible(isShown);
    m_response->setVisible(isShown);
    if (isShown) m_response->setScene(s, m_model.look().filter);
}

void LineInspector::refreshSource()
{
    m_source->setEnabled(!m_inputs.isLoading()); // one at a time
    m_source->setCurrentIndex(m_inputs.current());
}

void LineInspector::refreshFilter()
{
    const ConvScene& s = m_model.scene();
    m_weights->setCurrentIndex(lineWeightsOf(m_model));
    m_front->setRange(1, s.filters());
    m_front->setEnabled(s.filters() > 1);
    m_front->setValue(m_model.front() + 1);
    refreshResponse();
}

void LineInspector::refreshPadding()
{
    const ConvScene& s = m_model.scene();
    const auto word = std::find(paddingWords.begin(), paddingWords.end(), s.paddingW.kind);
    m_padding->setCurrent(word == paddingWords.end() ? -1 : static_cast<int>(word - paddingWords.begin()));
    m_padding->setButtonVisible(3, !s.isTransposed); // looking back only has no transpose here
    const bool areSides = s.paddingW.kind == Padding::Kind::Explicit;
    m_outputPadding->setEnabled(s.isTransposed && areSides);
    refreshParents();
    // Beside a word stand the numbers that it means.
    const auto axis = geometryOf(s);
    m_side[0]->setValue(areSides ? s.paddingW.before : axis ? axis->w.padBefore : 0);
    m_side[1]->setValue(areSides ? s.paddingW.after : axis ? axis->w.padAfter : 0);
}

void LineInspector::chooseWeights(int row)
{
    chooseLineWeights(m_model, row);
    refreshFilter();
}

void LineInspector::chooseDirection(bool isTransposed)
{
    change([&](ConvScene& s) {
        s = withDirection(s, isTransposed);
        if (isTransposed && s.paddingW.kind == Padding::Kind::Causal) s.paddingW = {Padding::Kind::Valid};
    });
}

void LineInspector::choosePadding(int index)
{
    change([&](ConvScene& s) { s.paddingW = {paddingWords[static_cast<std::size_t>(index)]}; });
}

void LineInspector::changeSides()
{
    change(
        [this](ConvScene& s) {
            s.paddingW = {Padding::Kind::Explicit, static_cast<int>(m_side[0]->value()),
                          static_cast<int>(m_side[1]->value())};
        },
        "sides");
}

void LineInspector::choosePooling(int index)
{
    change([&](ConvScene& s) {
        s = withGroups(s, 1);
        s.pooling = index == 0 ? std::nullopt : std::optional(static_cast<Pooling>(index - 1));
        if (!s.pooling) return;
        s.bias.clear();
        s.fill = Fill::Zeros;
    });
}

void LineInspector::setMoreShown(bool isShown)
{
    m_moreForm->setVisible(isShown);
    m_more->setText(isShown ? tr("▾ Less") : tr("▸ More: dilation, filters, rules"));
}

} // namespace hg
