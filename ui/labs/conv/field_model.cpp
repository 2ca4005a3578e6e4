#include "ui/labs/conv/field_model.h"

#include "ui/labs/conv/conv_chips.h"
#include "ui/painters/field_export.h"
#include "ui/theme/error_text.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int usualDigit = 11; // as in the autoencoder lab: a six, as good as any

std::shared_ptr<const FieldNumbers> shared(Result<FieldNumbers> numbers)
{
    return numbers ? std::make_shared<const FieldNumbers>(std::move(*numbers)) : nullptr;
}

} // namespace

FieldModel::FieldModel(AppContext& context, ConvModel& numbers)
    : TabModel(numbers, ConvTab::Field)
    , m_context(context)
    , m_timeline(context.clock)
    , m_figure(shared(numbersOf({}, TensorD(1, {1, 28, 28})))) // whatever comes, there is a figure
{
    connect(&m_numbers, &ConvModel::figureChanged, this, &FieldModel::follow);
    connect(&m_numbers, &ConvModel::viewBrought, this, &FieldModel::takeBrought);
    connect(&m_numbers, &ConvModel::lookChanged, this, &FieldModel::openedChanged);
    connect(&m_numbers, &ConvModel::sceneChanged, this, &FieldModel::openedChanged);
    refresh();
}

void FieldModel::comeToFront()
{
    m_numbers.forgetRemark(); // what was said of the sliding filter
    refresh();
}

/// Nobody sees it in another tab.
void FieldModel::follow()
{
    if (isShown() && !m_setup.input) refresh();
}

FieldSetup FieldModel::setup() const
{
    FieldSetup setup = m_setup;
    const bool isWhole = m_timeline.position() >= m_timeline.count();
    setup.opened = isWhole ? std::nullopt : std::optional(m_timeline.position());
    return setup;
}

void FieldModel::open(const FieldSetup& setup)
{
    m_timeline.pause();
    m_said.clear();
    m_leftOut.clear();
    m_setup = setup;
    m_setup.opened.reset();
    refresh();
    if (setup.opened) m_timeline.seek(*setup.opened);
}

void FieldModel::change(const std::function<void(FieldSetup&)>& how)
{
    FieldSetup setup = m_setup;
    how(setup);
    if (setup == m_setup) return;
    if (setup.layers != m_setup.layers) { // no longer the network's
        setup.source = FieldSource::Own;
        setup.update = 0;
    }
    m_setup = std::move(setup);
    m_said.clear();
    m_leftOut.clear();
    refresh();
}

const TensorD& FieldModel::input() const
{
    return m_setup.input ? *m_setup.input : m_numbers.figure().scene.input;
}

/// The figure of the setup, if it works.
void FieldModel::refresh()
{
    auto made = numbersOf(m_setup, input());
    m_problem = made ? std::nullopt : std::optional(made.error());
    if (made) m_figure = shared(std::move(made));
    showWhole();
    Q_EMIT changed();
}

void FieldModel::showWhole()
{
    m_timeline.pause();
    m_timeline.setLevel(cell().level);
    m_timeline.seek(m_timeline.count());
}

FieldCell FieldModel::cell() const
{
    return m_setup.cell ? m_figure->nearest(*m_setup.cell) : m_figure->middle();
}

void FieldModel::choose(FieldCell cell)
{
    cell = m_figure->nearest(cell);
    if (m_setup.cell == cell && m_timeline.position() >= m_timeline.count()) return;
    m_setup.cell = cell;
    showWhole();
    Q_EMIT changed();
}

void FieldModel::moveBy(int rows, int columns)
{
    const FieldCell now = cell();
    choose({now.level, now.row + rows, now.column + columns});
}

void FieldModel::toLayer(int level)
{
    const int most = m_figure->figure.levels() - 1;
    choose(samePlace(m_figure->figure, cell(), std::clamp(level, 1, most)));
}

void FieldModel::setWeighed(bool isWeighed)
{
    if (m_setup.isWeighed == isWeighed) return;
    m_setup.isWeighed = isWeighed;
    Q_EMIT changed();
}

void FieldModel::setChannel(int channel)
{
    if (m_setup.channel == channel) return;
    m_setup.channel = channel;
    Q_EMIT changed();
}

int FieldModel::channels() const
{
    int most = 1;
    for (const TensorD& level : m_figure->levels)
        most = std::max(most, level.shape.channels);
    return most;
}

FieldLook FieldModel::look() const
{
    FieldLook look{cell(), m_timeline.position(), m_setup.channel, nullptr};
    if (!m_setup.isWeighed) return look;
    if (m_weighed.figure != m_figure || !(m_weighed.cell == look.cell) || m_weighed.channel != look.channel)
        m_weighed = {m_figure, look.cell, look.channel,
                     std::make_shared<const TensorD>(fieldWeightOf(*m_figure, look.cell, look.channel))};
    look.weight = m_weighed.weight;
    return look;
}

void FieldModel::addLayer()
{
    change([](FieldSetup& s) {
        s.layers.push_back({});
        s.cell.reset();
    });
}

void FieldModel::removeLayer()
{
    change([](FieldSetup& s) {
        s.layers.pop_back();
        s.cell.reset();
    });
}

void FieldModel::openLayer(int layer)
{
    const std::shared_ptr<const FieldNumbers> figure = m_figure;
    const ConvScene scene = sceneOfLayer(*figure, layer);
    if (!m_setup.input && !(scene.input == input())) m_setup.input = input();
    m_numbers.edit(scene);
    m_numbers.setTab(ConvTab::Sliding);
    m_numbers.setFilter(figure->channelOf(layer + 1, m_setup.channel));
    m_numbers.rewind();
    m_opened.emplace(layer + 1, scene);
    Q_EMIT openedChanged();
}

std::optional<int> FieldModel::openedLayer() const
{
    const bool isThere =
        m_opened && m_numbers.tab() == ConvTab::Sliding && m_numbers.scene() == m_opened->second;
    return isThere ? std::optional(m_opened->first) : std::nullopt;
}

void FieldModel::take(FieldSource half)
{
    const bool isDecoder = half == FieldSource::Decoder;
    const auto run = m_context.runs.newest();
    const RunMoment moment = run ? run->moment() : RunMoment();
    const auto say = [this](const QString& sentence) {
        m_said = sentence;
        Q_EMIT changed();
    };
    if (!moment.model) return say(tr("No network has been trained yet: the autoencoder lab trains one."));
    const SampleView digits = run->data()->dataset->test.view();
    const TakenStack taken = takenFrom(*moment.model, isDecoder,
                                       digits.sample(std::min(usualDigit, digits.count - 1)), moment.update);
    if (taken.setup.layers.empty())
        return say(tr("The network in training has dense layers only: each of their numbers sees everything. "
                      "Choose one with convolutions in the autoencoder lab."));
    const bool isWeighed = m_setup.isWeighed;
    open(taken.setup);
    setWeighed(isWeighed);
    if (taken.leftOut > 0)
        m_leftOut =
            (isDecoder ? tr("%n layers before these are left out: they are dense, and each of their numbers "
                            "sees everything.",
                            nullptr, taken.leftOut)
                       : tr("%n layers above these are left out: they are dense, and each of their numbers "
                            "sees everything.",
                            nullptr, taken.leftOut));
    Q_EMIT changed();
}

void FieldModel::takeLabsInput()
{
    change([](FieldSetup& s) { s.input.reset(); });
}

void FieldModel::takeNearest()
{
    change([this](FieldSetup& s) { s = nearestWorking(s, input()); });
    if (!m_problem) return;
    change([](FieldSetup& s) { s.input = TensorD(1, {1, 28, 28}); }); // the input itself was too large
}

/// "layer 3: …"
QString FieldModel::problemSentence() const
{
    const Error& e = *m_problem;
    const QString name = FieldPainter::nameOf(std::atoi(e.where.c_str()), texts());
    const bool isSize = e.code == ErrorCode::TooLarge && e.numbers.size() == 3;
    const QString sentence = isSize ? tr("%1 × %2 cells are too many; up to %3 a side are shown")
                                          .arg(static_cast<int>(e.numbers[0]))
                                          .arg(static_cast<int>(e.numbers[1]))
                                          .arg(static_cast<int>(e.numbers[2]))
                                    : errorSentence(e);
    if (e.code == ErrorCode::LayerCount) return sentence;
    return name + QStringLiteral(": ") + sentence;
}

Remark FieldModel::remark()
{
    if (!m_problem) return {m_said};
    return {tr("Not possible. %1. The last stack that worked is shown.").arg(problemSentence()),
            {Offer{tr("Use the nearest that works"), [this] { takeNearest(); }}}};
}

QString FieldModel::lesson() const
{
    const FieldFigure& figure = m_figure->figure;
    const auto even = evenStack();
    const auto slow = fieldAtStrideOne(figure);
    QStringList sentences;
    if (even)
        sentences
            << tr("%n layers of size %1 and stride 1 see as much.", nullptr, even->layers).arg(even->size);
    if (slow)
        sentences
            << tr("With stride 1 everywhere these %n would see %1.", nullptr, figure.levels() - 1).arg(*slow);
    return sentences.join(u' ');
}

QString FieldModel::origin() const
{
    const QString update = texts().grouped(m_setup.update);
    switch (m_setup.source) {
    case FieldSource::Encoder:
        return tr("Activations of an encoder after update %1.").arg(update) + u' ' + m_leftOut;
    case FieldSource::Decoder:
        return tr("Activations of a decoder after update %1.").arg(update) + u' ' + m_leftOut;
    case FieldSource::Own:
        break;
    }
    const bool hasWeights =
        std::ranges::any_of(m_setup.layers, [](const StackedLayer& l) { return l.weights.has_value(); });
    return hasWeights ? tr("Weights of a network; a layer that they do not fit averages its window.")
                      : tr("Each cell is the average of its window.");
}

std::optional<Exportable> FieldModel::exportable(const ExportChoice& choice) const
{
    return exportField(m_figure, look(), choice);
}

/// Numbers in the window's language.
Texts FieldModel::texts() const
{
    return Texts(m_context.settings.language());
}

ChipContent FieldModel::layerChip()
{
    ChipContent chip{.name = tr("layer")};
    for (int level = 1; level < m_figure->figure.levels(); ++level)
        chip.values << QString::number(level);
    chip.current = cell().level - 1;
    chip.choose = [this](int i) { toLayer(i + 1); };
    return chip;
}

std::vector<ChipContent> FieldModel::withChips(std::vector<ChipContent>)
{
    ChipContent weighed{.name = tr("gradient")};
    weighed.values = {tr("off"), tr("on")};
    weighed.isSwitch = true;
    weighed.current = m_setup.isWeighed ? 1 : 0;
    weighed.choose = [this](int i) { setWeighed(i == 1); };
    return {layerChip(), weighed, exampleChip(m_numbers)};
}

QString FieldModel::summary() const
{
    return tr("How much of the input one number deep in the network can see.");
}

} // namespace hg
