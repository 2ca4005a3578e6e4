#include "ui/labs/conv/line_inspector.h"

#include "core/conv/convolve.h"
#include "core/data/instruments.h"
#include "core/lab/conv_filters.h"
#include "core/lab/line_sources.h"
#include "core/lab/named_filters.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/labs/conv/example_box.h"
#include "ui/labs/conv/response_view.h"
#include "ui/theme/error_text.h"
#include "ui/theme/line_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace hg {
namespace {

enum MergeKey {
    countKey = 21,
    sizeKey,
    strideKey,
    dilationKey,
    sidesKey,
    biasKey,
    channelsKey,
    filtersKey,
    rateKey,
    outputPaddingKey
};

constexpr int usualRate = 8000;

/// One bias for every filter; none rather than zeros, which are the same.
void setBias(ConvScene& s, double value)
{
    s.bias = value == 0 ? std::vector<double>{}
                        : std::vector<double>(static_cast<std::size_t>(s.filters()), value);
}

Stepper* stepper(QWidget* parent, double least, double most)
{
    auto* s = new Stepper(parent);
    s->setRange(least, most);
    return s;
}

/// What the list of sources holds behind its own numbers, in its order.
std::vector<std::string> soundIds()
{
    std::vector<std::string> ids;
    for (const auto id : instrumentIds)
        ids.emplace_back(id);
    for (const auto id : melodyIds)
        ids.emplace_back(id);
    return ids;
}

/// The id of a note of that instrument in the middle of its range, or the melody itself.
std::string noteOf(const std::string& id, const Assets& assets)
{
    const auto notes = instrumentNotes(assets);
    if (!notes) return id;
    for (const InstrumentNote& note : *notes)
        if (note.pitch == 69 && instrumentIds[static_cast<std::size_t>(note.instrument)] == id)
            return note.id;
    return id;
}

constexpr std::array paddingWords{Padding::Kind::Valid, Padding::Kind::Same, Padding::Kind::Full,
                                  Padding::Kind::Causal};

} // namespace

LineInspector::LineInspector(ConvLab& lab, const Assets& assets)
    : m_lab(lab)
    , m_assets(assets)
    , m_examples(new ExampleBox(lab))
    , m_source(new QComboBox(this))
    , m_filter(new QComboBox(this))
    , m_count(stepper(this, 1, largestSide))
    , m_size(stepper(this, 1, largestKernel))
    , m_stride(stepper(this, 1, largestStride))
    , m_dilation(stepper(this, 1, 8))
    , m_outputPadding(stepper(this, 0, 7))
    , m_bias(stepper(this, -1000, 1000))
    , m_channels(stepper(this, 1, mostChannels))
    , m_filters(stepper(this, 1, mostFilters))
    , m_front(stepper(this, 1, mostFilters))
    , m_rate(stepper(this, 0, 192'000))
    , m_direction(new Segmented(2, this))
    , m_padding(new Segmented(4, this))
    , m_groups(new Segmented(mostChannels, this))
    , m_depthwise(new Switch(this))
    , m_fill(new QComboBox(this))
    , m_convention(new QComboBox(this))
    , m_activation(new QComboBox(this))
    , m_operation(new QComboBox(this))
    , m_turn(new QPushButton(this))
    , m_normalise(new QPushButton(this))
    , m_random(new QPushButton(this))
    , m_more(new QPushButton(this))
    , m_moreForm(new QWidget(this))
    , m_response(new ResponseView(this))
{
    m_bias->setRange(-1000, 1000, 1, 6);
    for (auto* box : {m_source, m_filter}) {
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
    auto* numbers = addGroup();
    auto* source = addRow(m_source);
    auto* filter = addRow(m_filter);
    auto* size = addRow(m_size);
    auto* geometry = addGroup();
    addWide(m_direction);
    auto* stride = addRow(m_stride);
    auto* padding = addGroup();
    addWide(m_padding);
    m_more->setProperty("look", QStringLiteral("link"));
    addWide(m_more);
    addWide(m_moreForm);
    m_responseTitle = addGroup();
    addWide(m_response);
    addStretch();
    translated([=, this] {
        example->setText(tr("Example"));
        m_examples->setAccessibleName(example->text());
        numbers->setText(tr("Input and filter"));
        source->setText(tr("Input"));
        m_source->setAccessibleName(source->text());
        filter->setText(tr("Filter"));
        m_filter->setAccessibleName(filter->text());
        size->setText(tr("Size"));
        m_size->setName(tr("Filter size"));
        geometry->setText(tr("Direction and stride"));
        m_direction->setTexts({tr("Forward"), tr("Transposed")});
        stride->setText(tr("Stride"));
        m_stride->setName(stride->text());
        padding->setText(m_lab.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
        m_padding->setTexts({tr("Valid"), tr("Same"), tr("Full"), tr("Causal")});
        m_responseTitle->setText(tr("What the filter lets through"));
    });
    connect(&m_lab, &ConvLab::sceneChanged, this, [=, this] {
        padding->setText(m_lab.scene().isTransposed ? tr("Crop (padding)") : tr("Padding"));
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
    auto* fill = form->addRow(m_fill);
    auto* rules = form->addRow(m_convention);
    auto* output = form->addRow(m_outputPadding);
    buildOperation(*form);
    form->translated([=, this] {
        count->setText(tr("Numbers"));
        m_count->setName(tr("How many numbers"));
        rate->setText(tr("Samples a second"));
        m_rate->setName(rate->text());
        dilation->setText(tr("Dilation"));
        m_dilation->setName(dilation->text());
        fill->setText(tr("Padding holds"));
        m_fill->setAccessibleName(fill->text());
        rules->setText(tr("Rules of"));
        m_convention->setAccessibleName(rules->text());
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
    auto* groups = form.addRow(m_groups);
    auto* depthwise = form.addRow(m_depthwise);
    auto* bias = form.addRow(m_bias);
    auto* activation = form.addRow(m_activation);
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
        m_groups->setTexts(
            {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")});
        groups->setText(tr("Groups"));
        m_groups->setAccessibleName(groups->text());
        m_groups->setToolTip(tr("Each group of filters sees its own channels only. The number of groups "
                                "must divide both channels and filters."));
        depthwise->setText(tr("Each channel by itself"));
        m_depthwise->setAccessibleName(depthwise->text());
        bias->setText(tr("Bias"));
        m_bias->setName(bias->text());
        activation->setText(tr("Activation"));
        m_activation->setAccessibleName(activation->text());
        m_turn->setText(tr("Turn the filter round"));
        m_normalise->setText(tr("Make the weights’ sum 1"));
        m_random->setText(tr("Random weights"));
    });
}

void LineInspector::connectControls()
{
    connect(&m_lab, &ConvLab::sceneChanged, this, &LineInspector::refresh);
    connect(m_source, &QComboBox::activated, this, &LineInspector::chooseSource);
    connect(m_filter, &QComboBox::activated, this, &LineInspector::chooseFilter);
    connect(m_size, &Stepper::changed, this, [this](double v) { changeSize(static_cast<int>(v)); });
    connect(m_stride, &Stepper::changed, this, [this](double v) {
        change([&](ConvScene& s) { s.stride = {1, static_cast<int>(v)}; }, strideKey);
    });
    connect(m_direction, &Segmented::chosen, this, [this](int i) { chooseDirection(i == 1); });
    connect(m_padding, &Segmented::chosen, this, &LineInspector::choosePadding);
    connect(m_more, &QPushButton::clicked, this, [this] { setMoreShown(!m_moreForm->isVisibleTo(this)); });
    for (auto* side : m_side)
        connect(side, &Stepper::changed, this, &LineInspector::changeSides);
    for (auto* s : {m_count, m_size, m_stride, m_dilation, m_outputPadding, m_bias, m_channels, m_filters,
                    m_rate, m_side[0], m_side[1]})
        m_lab.heed(s);
}

void LineInspector::connectMore()
{
    const auto onStep = [this](Stepper* s, int key, auto how) {
        connect(s, &Stepper::changed, this,
                [this, key, how](double v) { change([&](ConvScene& scene) { how(scene, v); }, key); });
    };
    onStep(m_count, countKey, [](ConvScene& s, double v) { s = withInputSize(s, {1, static_cast<int>(v)}); });
    onStep(m_dilation, dilationKey, [](ConvScene& s, double v) { s.dilation = {1, static_cast<int>(v)}; });
    onStep(m_outputPadding, outputPaddingKey, [](ConvScene& s, double v) {
        s.outputPadding = {0, static_cast<int>(v)};
    });
    onStep(m_bias, biasKey, [](ConvScene& s, double v) { setBias(s, v); });
    onStep(m_channels, channelsKey, [](ConvScene& s, double v) { s = withChannels(s, static_cast<int>(v)); });
    onStep(m_filters, filtersKey,
           [](ConvScene& s, double v) { s = withNextFilters(s, static_cast<int>(v)); });
    onStep(m_rate, rateKey, [](ConvScene& s, double v) { s.sampleRate = v; });
    connect(m_front, &Stepper::changed, this,
            [this](double v) { m_lab.canvas()->setFilter(static_cast<int>(v) - 1); });
    connect(m_lab.canvas(), &ConvCanvas::filterChosen, this, &LineInspector::refreshFilter);
    connect(m_groups, &Segmented::chosen, this,
            [this](int i) { change([&](ConvScene& s) { s = withGroups(s, i + 1); }); });
    connect(m_depthwise, &Switch::toggled, this,
            [this](bool isOn) { change([&](ConvScene& s) { s = withChannelsApart(s, isOn); }); });
    connect(m_fill, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.fill = static_cast<Fill>(i); }); });
    connect(m_convention, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.convention = static_cast<Convention>(i); }); });
    connect(m_activation, &QComboBox::activated, this,
            [this](int i) { change([&](ConvScene& s) { s.activation = static_cast<Activation>(i); }); });
    connect(m_operation, &QComboBox::activated, this, &LineInspector::choosePooling);
    connect(m_turn, &QPushButton::clicked, this, [this] { changeFilter(turned); });
    connect(m_normalise, &QPushButton::clicked, this, [this] { changeFilter(normalised); });
    connect(m_random, &QPushButton::clicked, this, [this] {
        changeFilter([this](const TensorD& k) { return randomFilter({1, k.shape.width}, ++m_seed); });
    });
}

void LineInspector::setStyle(const PaintStyle& style)
{
    m_style = style;
    m_examples->setStyle(style);
    m_response->setStyle(style);
    fillLists();
}

std::vector<ChipContent> LineInspector::chips() const
{
    std::vector<ChipContent> chips{chipOf(*m_source, tr("input"))};
    if (m_lab.scene().pooling) return chips;
    chips.push_back(chipOf(*m_filter, tr("weights")));
    chips.back().look = ChipLook::Filter;
    return chips;
}

void LineInspector::fillLists()
{
    const auto fill = [](QComboBox* box, const QStringList& texts) {
        const int current = box->currentIndex();
        box->clear();
        box->addItems(texts);
        box->setCurrentIndex(current);
    };
    QStringList sources{tr("Own numbers")}, filters{tr("Own weights")};
    for (const LineSource& source : lineSources())
        sources << sourceName(m_style.texts, source.id);
    for (const std::string& id : soundIds())
        sources << sourceName(m_style.texts, id);
    fill(m_source, sources << tr("Open a sound…"));
    for (const FirFilter& filter : firFilters())
        filters << filterName(m_style.texts, filter.id);
    fill(m_filter, filters);
    fill(m_fill, {tr("zeros"), tr("reflection"), tr("edge repeated"), tr("the other side")});
    fill(m_convention, {QStringLiteral("Keras"), QStringLiteral("PyTorch"), QStringLiteral("NumPy"),
                        QStringLiteral("conv_arithmetic")});
    fill(m_activation, {tr("none"), QStringLiteral("tanh"), QStringLiteral("sigmoid"), QStringLiteral("ReLU"),
                        QStringLiteral("leaky ReLU"), QStringLiteral("ELU")});
    fill(m_operation, {tr("weighted sum"), tr("average"), tr("maximum")});
    refresh();
}

void LineInspector::refresh()
{
    const ConvScene& s = m_lab.scene();
    refreshSource();
    refreshFilter();
    refreshPadding();
    refreshGroups();
    m_count->setValue(s.input.shape.width);
    m_size->setValue(s.kernel.shape.width);
    m_stride->setValue(s.stride.w);
    m_dilation->setValue(s.dilation.w);
    m_outputPadding->setValue(s.outputPadding.w);
    m_direction->setCurrent(s.isTransposed ? 1 : 0);
    m_convention->setCurrentIndex(static_cast<int>(s.convention));
    m_fill->setCurrentIndex(static_cast<int>(s.fill));
    m_fill->setEnabled(!s.isTransposed && !s.pooling);
    m_activation->setCurrentIndex(static_cast<int>(s.activation));
    m_operation->setCurrentIndex(s.pooling ? static_cast<int>(*s.pooling) + 1 : 0);
    m_operation->setEnabled(!s.isTransposed);
    m_channels->setValue(s.channels());
    m_filters->setValue(s.filters());
    m_bias->setValue(s.biasOf(0));
    m_rate->setValue(s.sampleRate);
    for (QWidget* w :
         std::initializer_list<QWidget*>{m_filters, m_bias, m_filter, m_turn, m_normalise, m_random})
        w->setEnabled(!s.pooling);
}

void LineInspector::refreshResponse()
{
    const ConvScene& s = m_lab.scene();
    const bool isShown = ResponseView::isShownFor(s);
    m_responseTitle->setVisible(isShown);
    m_response->setVisible(isShown);
    if (isShown) m_response->setScene(s, m_lab.canvas()->look().filter);
}

void LineInspector::refreshSource()
{
    const TensorD& input = m_lab.scene().input;
    const bool isFromSource =
        std::equal(m_sourceNumbers.begin(), m_sourceNumbers.end(), input.data.begin(),
                   input.data.begin() + std::min<std::ptrdiff_t>(input.shape.width, std::ssize(input.data)));
    m_source->setCurrentIndex(isFromSource && !m_sourceNumbers.empty() ? m_sourceIndex : 0);
}

void LineInspector::refreshFilter()
{
    const ConvScene& s = m_lab.scene();
    const FirFilter* filter = s.pooling ? nullptr : filterOf(s, front());
    m_filter->setCurrentIndex(filter ? static_cast<int>(filter - firFilters().data()) + 1 : 0);
    m_front->setRange(1, s.filters());
    m_front->setEnabled(s.filters() > 1);
    m_front->setValue(front() + 1);
    refreshResponse();
}

void LineInspector::refreshGroups()
{
    const ConvScene& s = m_lab.scene();
    for (int i = 0; i < mostChannels; ++i)
        m_groups->setButtonVisible(i, allowsGroups(s, i + 1));
    m_groups->setCurrent(s.groups - 1);
    m_depthwise->setOn(s.groups > 1 && s.groups == s.channels());
    m_depthwise->setEnabled(s.channels() > 1 && !s.isTransposed && !s.pooling);
}

/// The filter in front.
int LineInspector::front() const
{
    return std::clamp(m_lab.canvas()->look().filter, 0, m_lab.scene().filters() - 1);
}

void LineInspector::changeFilter(const std::function<TensorD(const TensorD&)>& make)
{
    change([&](ConvScene& s) { s = withFilterMade(s, front(), make); });
}

void LineInspector::refreshPadding()
{
    const ConvScene& s = m_lab.scene();
    const auto word = std::find(paddingWords.begin(), paddingWords.end(), s.paddingW.kind);
    m_padding->setCurrent(word == paddingWords.end() ? -1 : static_cast<int>(word - paddingWords.begin()));
    m_padding->setButtonVisible(3, !s.isTransposed); // looking back only has no transpose here
    const bool areSides = s.paddingW.kind == Padding::Kind::Explicit;
    m_outputPadding->setEnabled(s.isTransposed && areSides);
    // Beside a word stand the numbers that it means.
    const auto axis = geometryOf(s);
    m_side[0]->setValue(areSides ? s.paddingW.before : axis ? axis->w.padBefore : 0);
    m_side[1]->setValue(areSides ? s.paddingW.after : axis ? axis->w.padAfter : 0);
}

int LineInspector::rateHz() const
{
    return m_lab.scene().sampleRate > 0 ? static_cast<int>(m_lab.scene().sampleRate) : usualRate;
}

void LineInspector::chooseSource(int index)
{
    const int synthetic = static_cast<int>(lineSources().size());
    const auto sounds = soundIds();
    const int now = m_lab.scene().input.shape.width, count = now < 16 ? 48 : now;
    if (index == 0) return refreshSource();
    if (index > synthetic + static_cast<int>(sounds.size())) {
        refreshSource();
        Q_EMIT fileAsked();
        return;
    }
    m_sourceIndex = index;
    if (index <= synthetic) {
        const auto numbers =
            sourceNumbers(lineSources()[static_cast<std::size_t>(index - 1)].id, count, rateHz());
        if (numbers) return takeNumbers(*numbers, rateHz());
        return m_lab.notice()->showProblem(errorSentence(numbers.error()));
    }
    const std::string id = sounds[static_cast<std::size_t>(index - 1 - synthetic)];
    load([id, &assets = m_assets]() -> Result<Loaded> {
        const auto sound = loadInstrument(noteOf(id, assets), assets);
        if (!sound) return sound.error();
        return Loaded{loudestNumbers(monoMix(*sound), largestSide), sound->rateHz};
    });
}

void LineInspector::load(std::function<Result<Loaded>()> work)
{
    m_source->setEnabled(false); // one at a time
    m_job = std::make_unique<Job>();
    m_job->start<Result<Loaded>>(std::move(work), [this](Result<Loaded> loaded) {
        m_source->setEnabled(true);
        if (loaded) return takeNumbers(loaded->numbers, loaded->rateHz);
        refreshSource();
        m_lab.notice()->showProblem(errorSentence(loaded.error()));
    });
}

void LineInspector::takeNumbers(const std::vector<double>& numbers, double rate)
{
    m_sourceNumbers = numbers;
    change([&](ConvScene& s) {
        s = withInputSize(s, {1, static_cast<int>(numbers.size())});
        std::copy(numbers.begin(), numbers.end(), s.input.data.begin());
        s.sampleRate = rate;
    });
    refreshSource();
}

void LineInspector::chooseFilter(int index)
{
    if (index == 0) return refreshFilter();
    const FirFilter& filter = firFilters()[static_cast<std::size_t>(index - 1)];
    const auto scene = withFilter(m_lab.scene(), filter.id, m_lab.scene().kernel.shape.width, front());
    if (scene) m_lab.edit(*scene);
    refreshFilter();
}

void LineInspector::changeSize(int taps)
{
    m_lab.edit(withTaps(m_lab.scene(), taps), sizeKey);
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
        sidesKey);
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

void LineInspector::change(const std::function<void(ConvScene&)>& how, int mergeKey)
{
    ConvScene scene = m_lab.scene();
    how(scene);
    m_lab.edit(scene, mergeKey);
}

} // namespace hg
