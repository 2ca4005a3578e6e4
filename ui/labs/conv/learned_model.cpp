#include "ui/labs/conv/learned_model.h"

#include "ui/painters/learned_export.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr std::array edgeShares{0.25, 0.5, 0.9, 1.1}; // of the edge, as chips offer them
constexpr std::array adamRates{0.01, 0.1, 0.5};
constexpr int seedsInChip = 9;

} // namespace

LearnedModel::LearnedModel(AppContext& context, ConvModel& numbers)
    : TabModel(numbers, ConvTab::Learned)
    , m_context(context)
    , m_timeline(context.clock)
    , m_runs(context.jobs, decltype(m_runs)::Old::IsGivenUp, [this] { takeRun(); })
{
    connect(&m_numbers, &ConvModel::figureChanged, this, &LearnedModel::follow);
    connect(&m_numbers, &ConvModel::filterChanged, this, &LearnedModel::follow);
    follow();
}

LearnSetup LearnedModel::setup() const
{
    LearnSetup setup = m_setup;
    setup.update = m_restored.value_or(m_timeline.position());
    return setup;
}

void LearnedModel::open(const LearnSetup& setup)
{
    m_timeline.pause();
    m_restored = setup.update;
    m_setup = setup;
    m_setup.update = 0;
    follow();
    if (isReady()) takeRun();
}

void LearnedModel::change(const std::function<void(LearnSetup&)>& how)
{
    LearnSetup setup = m_setup;
    how(setup);
    if (setup == m_setup) return;
    m_setup = std::move(setup);
    follow();
}

/// One's own picture begins as what was wanted until now.
void LearnedModel::want(WantedKind wanted)
{
    change([&](LearnSetup& s) {
        if (wanted == WantedKind::Picture && s.wanted != wanted && learned())
            s.picture = learned()->figure().wanted;
        if (wanted != WantedKind::Picture) s.picture.reset();
        s.wanted = wanted;
    });
}

void LearnedModel::setMethod(DescentMethod method)
{
    change([&](LearnSetup& s) {
        if (s.method != method) s.rate.reset(); // the edge of another method is another one
        s.method = method;
    });
}

/// The problem as scene and setup have it now.
void LearnedModel::follow()
{
    if (!hindrance()) {
        Key key{filterTaskOf(m_numbers.figure(), m_numbers.front(), m_setup), m_setup.rate};
        if (!(key == m_key)) {
            if (!(key.task.input == m_key.task.input)) rewind();
            m_isRevealed = false;
            m_weight.reset();
            m_key = std::move(key);
            if (isReady()) takeRun();
        }
    }
    Q_EMIT changed();
}

/// Another input is another problem.
void LearnedModel::rewind()
{
    m_timeline.pause();
    m_timeline.seek(0);
}

std::optional<LearnHindrance> LearnedModel::hindrance() const
{
    return learnHindranceOf(m_numbers.figure(), m_setup);
}

std::shared_ptr<const LearnedRun> LearnedModel::run()
{
    if (hindrance()) return nullptr;
    m_runs.want(m_key, tr("Learning the filter"), [this] {
        return [key = m_key](const Watch& watch) -> Run {
            auto learned = learn(key.task, key.rate, watch);
            return learned && *learned ? std::make_shared<const LearnedRun>(std::move(**learned)) : nullptr;
        };
    });
    const Run* newest = m_runs.newest();
    return newest ? *newest : nullptr;
}

const LearnedRun* LearnedModel::learned() const
{
    const Run* made = m_runs.of(m_key);
    return made && !hindrance() ? made->get() : nullptr;
}

void LearnedModel::takeRun()
{
    if (const LearnedRun* made = learned()) {
        m_timeline.setUpdates(made->run.updates());
        if (m_restored) m_timeline.seek(*m_restored);
        m_restored.reset();
    }
    Q_EMIT changed();
}

void LearnedModel::train()
{
    if (!run()) return;
    m_restored.reset();
    m_isRevealed = false;
    m_timeline.seek(0);
    m_timeline.play();
    Q_EMIT changed();
}

void LearnedModel::reveal()
{
    m_isRevealed = true;
    Q_EMIT changed();
}

void LearnedModel::setWeight(std::optional<int> weight)
{
    if (m_weight == weight) return;
    m_weight = weight;
    Q_EMIT changed();
}

LearnedLook LearnedModel::look() const
{
    LearnedLook look{.update = m_timeline.update(), .isRevealed = m_isRevealed, .weight = m_weight};
    const ConvScene& scene = m_numbers.figure().scene;
    look.channel = learnedChannel(scene, m_numbers.front()) + 1;
    look.of = scene.channels();
    return look;
}

QString LearnedModel::hindranceSentence(LearnHindrance hindrance) const
{
    switch (hindrance) {
    case LearnHindrance::Pooling:
        return tr("Pooling has no weights: there is nothing to learn.");
    case LearnHindrance::Transposed:
        return tr("A filter is learned forward here; transposed it has the same weights.");
    case LearnHindrance::TooSmall:
        return tr("A filter of one cell makes no edges.");
    case LearnHindrance::TooLarge:
        return tr("This is too large to be learned while you wait.");
    case LearnHindrance::PictureShape:
        return tr("The wanted picture has another size than the output.");
    }
    return {};
}

QString LearnedModel::hindranceOffer(LearnHindrance hindrance) const
{
    switch (hindrance) {
    case LearnHindrance::Pooling:
        return tr("Use a filter that averages");
    case LearnHindrance::Transposed:
        return tr("Use it forward");
    case LearnHindrance::TooSmall:
    case LearnHindrance::PictureShape:
        return tr("Want what the filter makes");
    case LearnHindrance::TooLarge:
        return tr("Use a smaller part");
    }
    return {};
}

Remark LearnedModel::remark()
{
    if (const auto why = hindrance())
        return {hindranceSentence(*why), {Offer{hindranceOffer(*why), [this] { takeNearest(); }}}};
    if (!isReady()) return {};
    const LearnedRun& run = *learned();
    if (run.run.end() != FilterEnd::Diverged) return {};
    const Texts texts = this->texts();
    const auto edge = run.edge();
    const QString sentence =
        edge ? tr("The rate %1 lies above the edge %2: the error flies apart.")
                   .arg(texts.number(run.rate(), 4), texts.number(*edge, 4))
             : tr("At the rate %1 the error flies apart.").arg(texts.number(run.rate(), 4));
    return {sentence,
            {Offer{tr("Use the usual rate"), [this] { change([](LearnSetup& s) { s.rate.reset(); }); }}}};
}

void LearnedModel::takeNearest()
{
    const auto why = hindrance();
    if (!why) return;
    LearnProblem nearest = nearestLearnable(m_numbers.figure(), m_setup, *why);
    m_setup = std::move(nearest.setup);
    m_numbers.edit(nearest.scene);
    follow();
}

std::optional<Exportable> LearnedModel::exportable(const ExportChoice& choice) const
{
    if (!isReady()) return std::nullopt;
    return exportLearned(*m_runs.of(m_key), look(), m_setup.showsInputGradient, choice);
}

/// Numbers in the window's language.
Texts LearnedModel::texts() const
{
    return Texts(m_context.settings.language());
}

QStringList LearnedModel::wantedNames()
{
    return {tr("What the filter makes"), tr("Edges"), tr("Average"), tr("Own picture")};
}

QStringList LearnedModel::methodNames()
{
    return {tr("Plain descent"), tr("Momentum .9"), tr("Adam")};
}

ChipContent LearnedModel::rateChip()
{
    ChipContent chip{.name = tr("rate")};
    chip.look = ChipLook::Accent;
    std::vector<double> rates(adamRates.begin(), adamRates.end());
    const LearnedRun* learned = this->learned();
    const auto edge = learned ? learned->edge() : std::nullopt;
    const Texts texts = this->texts();
    if (m_setup.method != DescentMethod::Adam) {
        rates.clear();
        for (const double share : edgeShares) {
            if (edge) rates.push_back(share * *edge);
            if (edge) chip.values << tr("%1 of the edge").arg(texts.number(share));
        }
    } else {
        for (const double rate : rates)
            chip.values << texts.number(rate);
    }
    for (std::size_t i = 0; learned && i < rates.size(); ++i)
        if (std::abs(learned->rate() / rates[i] - 1) < 1e-9) chip.current = static_cast<int>(i);
    chip.shown = learned ? texts.number(learned->rate(), 3) : QStringLiteral("…");
    chip.areNumbers = true;
    chip.choose = [this, rates](int i) {
        change([&](LearnSetup& s) { s.rate = rates[static_cast<std::size_t>(i)]; });
    };
    return chip;
}

std::vector<ChipContent> LearnedModel::chips()
{
    ChipContent wanted{.name = tr("wanted")};
    wanted.values = wantedNames();
    wanted.values.removeLast(); // drawn on the picture itself
    wanted.shown = wantedNames().last();
    wanted.areNumbers = false;
    if (m_setup.wanted != WantedKind::Picture) wanted.current = static_cast<int>(m_setup.wanted);
    wanted.choose = [this](int i) { want(static_cast<WantedKind>(i)); };
    ChipContent method{.name = tr("method")};
    method.values = methodNames();
    method.areNumbers = false;
    method.current = static_cast<int>(m_setup.method);
    method.choose = [this](int i) { setMethod(static_cast<DescentMethod>(i)); };
    ChipContent start{.name = tr("start")};
    for (int seed = 1; seed <= seedsInChip; ++seed)
        start.values << QString::number(seed);
    start.shown = QString::number(m_setup.seed);
    if (m_setup.seed <= seedsInChip) start.current = static_cast<int>(m_setup.seed) - 1;
    start.choose = [this](int i) {
        change([&](LearnSetup& s) { s.seed = static_cast<std::uint64_t>(i) + 1; });
    };
    ChipContent gradient{.name = tr("dL/dx")};
    gradient.values = {tr("off"), tr("on")};
    gradient.isSwitch = true;
    gradient.current = m_setup.showsInputGradient ? 1 : 0;
    gradient.choose = [this](int i) { change([&](LearnSetup& s) { s.showsInputGradient = i == 1; }); };
    return {wanted, rateChip(), method, start, gradient};
}

std::vector<ChipContent> LearnedModel::withChips(std::vector<ChipContent> numbers)
{
    std::vector<ChipContent> all = chips();
    all.insert(all.end(), numbers.begin(), numbers.end());
    return all;
}

QString LearnedModel::summary() const
{
    return tr("Nobody writes these numbers: the error moves them.");
}

} // namespace hg
