#include "ui/labs/conv/checker_model.h"

#include "ui/painters/checker_export.h"
#include "ui/theme/error_text.h"

#include <algorithm>

namespace hg {
namespace {

constexpr int seedsInChip = 9, otherSeeds = 2, asked = 50;
constexpr const char* source = "mnist";

/// Reads, begins or goes on, whatever is next.
CheckerPiece worked(CheckerPiece piece, const CheckerRecipe& recipe, DatasetShelf& shelf, Workers& workers,
                    const Watch& watch)
{
    if (!piece.data) {
        auto data = shelf.read(source, watch);
        if (!data) return {.problem = data.error()};
        piece.data = std::move(*data);
        piece.ownStrength = strengthOfData(*piece.data);
    }
    if (!piece.training) {
        auto training = CheckerTraining::begin(recipe, piece.data, workers);
        if (!training) return {.problem = training.error()};
        piece.training = std::move(*training);
    }
    auto moment = piece.training->next(watch);
    if (moment)
        piece.moment = std::make_shared<const CheckerMoment>(std::move(*moment));
    else
        piece.problem = moment.error();
    return piece;
}

} // namespace

CheckerModel::CheckerModel(AppContext& context, LabModel& lab, ConvModel& numbers)
    : TabModel(numbers, ConvTab::Checkerboards)
    , m_context(context)
    , m_lab(lab)
    , m_timeline(context.clock)
    , m_wanted(m_setup.update)
    , m_job(context.jobs)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &CheckerModel::goOn);
    connect(&m_timeline, &Timeline::changed, this, [this] {
        if (!m_isTaking) m_wanted.reset();
    });
    connect(&m_numbers, &ConvModel::viewBrought, this, &CheckerModel::takeBrought);
    wantOthers();
    renewFilm();
}

CheckerModel::~CheckerModel() = default;

CheckerSetup CheckerModel::setup() const
{
    CheckerSetup setup = m_setup;
    setup.update = m_wanted.value_or(m_timeline.update());
    return setup;
}

void CheckerModel::open(const CheckerSetup& setup)
{
    m_timeline.pause();
    m_wanted = setup.update;
    m_isPaced = m_isPaused = false;
    adopt(setup);
}

void CheckerModel::change(const std::function<void(CheckerSetup&)>& how)
{
    CheckerSetup setup = this->setup();
    how(setup);
    if (setup == this->setup()) return;
    if (!(setup.recipe == m_setup.recipe)) m_wanted = setup.update;
    adopt(setup);
}

void CheckerModel::adopt(const CheckerSetup& setup)
{
    const bool isOther = !(setup.recipe == m_setup.recipe);
    m_setup = setup;
    if (isOther) restart();
    showMoments();
    goOn();
}

/// From update 0; what is under way is of another recipe.
void CheckerModel::restart()
{
    m_timeline.pause();
    for (Other& other : m_others) // what is given up is used until it hears of it
        if (m_job.isRunning() && other.recipe == m_running)
            other = {m_running, nullptr, {m_running.seed, {}, {}}, false};
    m_job.giveUp();
    m_next.stop();
    m_problem.reset();
    m_training.reset();
    m_moments.clear();
    m_isPaused = false;
    wantOthers();
}

/// Two other seeds by the same recipe; what has been trained of them stays.
void CheckerModel::wantOthers()
{
    std::vector<Other> wanted;
    for (std::uint64_t seed = 1; wanted.size() < otherSeeds; ++seed) {
        if (seed == m_setup.recipe.seed) continue;
        CheckerRecipe recipe = m_setup.recipe;
        recipe.seed = seed;
        const auto old = std::ranges::find(m_others, recipe, &Other::recipe);
        wanted.push_back(old != m_others.end() ? std::move(*old)
                                               : Other{recipe, nullptr, {seed, {}, {}}, false});
    }
    m_others = std::move(wanted);
}

bool CheckerModel::isOwnDone() const
{
    return !m_moments.empty() && m_moments.back()->update >= lastCheckerStop(m_setup.updates);
}

CheckerModel::Other* CheckerModel::nextOther()
{
    const int last = lastCheckerStop(m_setup.updates);
    for (Other& other : m_others)
        if (!other.isSpent && (other.curve.updates.empty() || other.curve.updates.back() < last))
            return &other;
    return nullptr;
}

CheckerModel::Standing CheckerModel::standing() const
{
    if (m_problem) return m_problem->code == ErrorCode::Diverged ? Standing::Diverged : Standing::Unread;
    if (isOwnDone()) return Standing::Trained;
    if (m_isPaused) return Standing::Paused;
    return m_data ? Standing::Running : Standing::Waiting;
}

bool CheckerModel::isAtRest() const
{
    const Standing now = standing();
    if (now == Standing::Running || now == Standing::Waiting) return false;
    return !isWorking();
}

int CheckerModel::reached() const
{
    return m_film->moments.empty() ? 0 : m_film->moments.back()->update;
}

/// The next piece of work, unless one is under way or waits for its time.
void CheckerModel::goOn()
{
    if (!isShown() || m_problem || m_isPaused || isWorking()) return;
    if (!isOwnDone())
        return begin(m_setup.recipe, m_training, [this](CheckerPiece piece) { takeOwn(std::move(piece)); });
    m_isPaced = false;
    if (const Other* other = nextOther())
        begin(other->recipe, other->training, [this](CheckerPiece piece) { takeOther(std::move(piece)); });
}

void CheckerModel::begin(const CheckerRecipe& recipe, std::shared_ptr<CheckerTraining> training,
                         const std::function<void(CheckerPiece)>& take)
{
    m_begun = m_context.clock.seconds();
    m_running = recipe;
    CheckerPiece piece{m_data, m_ownStrength, std::move(training), nullptr, std::nullopt};
    m_job.start<CheckerPiece>(
        tr("Training three decoders"),
        [piece = std::move(piece), recipe, shelf = m_context.data.shelf(), &workers = m_context.workers](
            const Watch& watch) { return worked(piece, recipe, *shelf, workers, watch); },
        take);
}

void CheckerModel::takeOwn(CheckerPiece piece)
{
    m_problem = piece.problem;
    if (!m_problem) {
        m_data = piece.data;
        m_ownStrength = piece.ownStrength;
        m_training = std::move(piece.training);
        m_moments.push_back(std::move(piece.moment));
    }
    showMoments();
    if (m_isPaced) delayNext();
    goOn();
}

void CheckerModel::takeOther(CheckerPiece piece)
{
    const auto other = std::ranges::find(m_others, m_running, &Other::recipe);
    if (other == m_others.end()) return goOn();
    other->isSpent = piece.problem.has_value();
    if (!other->isSpent) {
        other->training = std::move(piece.training);
        other->curve.updates.push_back(piece.moment->update);
        for (std::size_t i = 0; i < doublings.size(); ++i)
            other->curve.strengths[i].push_back(piece.moment->strengths[i]);
    }
    showMoments();
    goOn();
}

/// So that the curves' axis is gone along evenly.
void CheckerModel::delayNext()
{
    const auto stops = checkerStops();
    const std::size_t next = m_moments.size();
    if (next == 0 || next >= stops.size() || isOwnDone()) return;
    const int last = lastCheckerStop(m_setup.updates);
    const double due =
        m_paceSeconds * (checkerShareOf(stops[next], last) - checkerShareOf(stops[next - 1], last));
    const double wait = due - (m_context.clock.seconds() - m_begun);
    if (wait > 0) m_next.start(static_cast<int>(1000 * wait));
}

void CheckerModel::toggleTraining()
{
    switch (standing()) {
    case Standing::Waiting:
        return;
    case Standing::Running:
        m_isPaused = true;
        m_next.stop();
        break;
    case Standing::Paused:
        m_isPaused = false;
        break;
    case Standing::Unread:
    case Standing::Trained:
    case Standing::Diverged:
        m_wanted.reset();
        restart();
        m_isPaced = m_paceSeconds > 0;
        break;
    }
    showMoments();
    goOn();
}

void CheckerModel::setPaceSeconds(double seconds)
{
    if (m_paceSeconds == seconds) return;
    m_paceSeconds = seconds;
    m_isPaced = seconds > 0 && m_isPaced;
    if (!m_isPaced) m_next.stop();
    Q_EMIT changed();
    goOn();
}

std::optional<double> CheckerModel::answer() const
{
    const CheckerMoment* moment = m_film->momentAt(asked);
    if (!moment || moment->update != asked) return std::nullopt;
    return moment->strengths[static_cast<std::size_t>(Doubling::Transposed4)];
}

void CheckerModel::renewFilm()
{
    CheckerFilm film{m_setup.recipe, m_data, m_ownStrength, lastCheckerStop(m_setup.updates), {}, {}};
    const auto isInside = [&](const auto& moment) { return moment->update <= film.updates; };
    std::ranges::copy_if(m_moments, std::back_inserter(film.moments), isInside);
    for (const Other& other : m_others) // nothing is to lie below the curves that grow
        if (isOwnDone() && !other.curve.updates.empty())
            film.others.push_back(other.curve.until(film.updates));
    m_film = std::make_shared<const CheckerFilm>(std::move(film));
}

/// The playhead goes along with the training, to the update that is wanted at most.
void CheckerModel::showMoments()
{
    renewFilm();
    std::vector<int> updates;
    for (const auto& moment : m_film->moments)
        updates.push_back(moment->update);
    m_isTaking = true;
    m_timeline.setUpdates(std::move(updates), m_film->updates);
    if (m_wanted) m_timeline.seekUpdate(*m_wanted);
    m_isTaking = false;
    if (m_wanted && isOwnDone()) m_wanted.reset();
    Q_EMIT changed();
}

CheckerLook CheckerModel::look() const
{
    return {m_timeline.update(), m_setup.picture, m_setup.isMean, m_setup.isGridAlone};
}

Remark CheckerModel::remark()
{
    const QList<Offer> again{{tr("Try again"), [this] { toggleTraining(); }}};
    switch (standing()) {
    case Standing::Unread:
        return {problemSentence(*m_problem), again};
    case Standing::Diverged:
        return {tr("The training has run away: its numbers are no longer finite."),
                {{tr("Use the usual rate"),
                  [this] { change([](CheckerSetup& s) { s.recipe.rate = CheckerRecipe{}.rate; }); }}}};
    default:
        return {};
    }
}

std::optional<Exportable> CheckerModel::exportable(const ExportChoice& choice) const
{
    if (!canExport()) return std::nullopt;
    return exportChecker(m_film, look(), choice);
}

std::vector<ChipContent> CheckerModel::withChips(std::vector<ChipContent>)
{
    ChipContent seed{.name = tr("seed")};
    for (int i = 1; i <= seedsInChip; ++i)
        seed.values << QString::number(i);
    seed.shown = QString::number(m_setup.recipe.seed);
    if (m_setup.recipe.seed <= seedsInChip) seed.current = static_cast<int>(m_setup.recipe.seed) - 1;
    seed.choose = [this](int i) {
        change([&](CheckerSetup& s) { s.recipe.seed = static_cast<std::uint64_t>(i) + 1; });
    };
    ChipContent picture{.name = tr("picture")};
    picture.values = {tr("one digit"), tr("mean")};
    picture.areNumbers = false;
    picture.current = m_setup.isMean ? 1 : 0;
    picture.choose = [this](int i) { change([i](CheckerSetup& s) { s.isMean = i == 1; }); };
    ChipContent alone{.name = tr("grid alone")};
    alone.values = {tr("off"), tr("on")};
    alone.isSwitch = true;
    alone.current = m_setup.isGridAlone ? 1 : 0;
    alone.choose = [this](int i) { change([i](CheckerSetup& s) { s.isGridAlone = i == 1; }); };
    return {seed, picture, alone};
}

QString CheckerModel::summary() const
{
    return tr("Three ways to double a picture, trained side by side from the same seed.");
}

} // namespace hg
