#include "ui/labs/fewlabels/few_labels_model.h"

#include "ui/labs/fewlabels/few_labels_export.h"
#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/theme/error_text.h"

#include <algorithm>
#include <utility>

namespace hg {
namespace {

constexpr int soon = 400, frame = 100; // milliseconds
constexpr std::array codeSizes{1, 2, 4, 8, 16, 32, 64};

/// Without the layer before the code where there is none.
FewLabelsSetup withPossibleRows(const FewLabelsSetup& setup)
{
    FewLabelsSetup possible = setup;
    if (!hasHiddenLayer(setup.network)) possible.rows.reset(static_cast<std::size_t>(LabelRow::Hidden));
    if (possible.rows.none()) possible.rows = rowsOf({LabelRow::Code});
    return possible;
}

} // namespace

FewLabelsModel::FewLabelsModel(AppContext& context)
    : LabModel(context, "fewlabels")
    , m_draws(context.clock, 1, [this](int stop, int last) { return drawText(texts(), stop, last); })
    , m_labels(context.clock, 0, [this](int stop, int last) { return labelText(texts(), stop, last); })
    , m_twin(std::make_unique<Twin>(context.runs, "few labels", context.workers, context.clock))
    , m_board(std::make_unique<LabelBoard>(context.workers, context.jobs))
    , m_codeDraw(std::make_unique<Draws>(context.jobs, Draws::Old::Ends, [this] { Q_EMIT figuresChanged(); }))
    , m_frontDraw(
          std::make_unique<Draws>(context.jobs, Draws::Old::Ends, [this] { Q_EMIT figuresChanged(); }))
    , m_clicks(std::make_unique<Clicks>(context.jobs, Clicks::Old::Ends, [this] { Q_EMIT figuresChanged(); }))
    , m_suggested(std::make_unique<Suggested>(context.jobs, Suggested::Old::IsGivenUp,
                                              [this] { Q_EMIT figuresChanged(); }))
    , m_map(std::make_unique<Maps>(context.jobs, Maps::Old::IsGivenUp, [this] { Q_EMIT figuresChanged(); }))
    , m_flat(
          std::make_unique<Flats>(context.jobs, Flats::Old::IsGivenUp, [this] { Q_EMIT figuresChanged(); }))
{
    for (QTimer* timer : {&m_soon, &m_frame})
        timer->setSingleShot(true);
    m_soon.setInterval(soon);
    m_frame.setInterval(frame);
    m_draws.setLast(m_setup.draws);
    watch(m_board->job());
    watch(m_flat->job());
    connectAll();
    followData();
}

FewLabelsModel::~FewLabelsModel() = default;

void FewLabelsModel::connectAll()
{
    connect(&m_draws, &Timeline::changed, this, &FewLabelsModel::figuresChanged);
    connect(&m_labels, &Timeline::changed, this, &FewLabelsModel::ownChanged);
    connect(&m_soon, &QTimer::timeout, this, &FewLabelsModel::trainMissing);
    connect(&m_frame, &QTimer::timeout, this, &FewLabelsModel::showTwin);
    connect(&context().data, &DataStore::loaded, this, &FewLabelsModel::takeData);
    connect(&context().data, &DataStore::failed, this, &FewLabelsModel::takeProblem);
    connect(m_board.get(), &LabelBoard::changed, this, &FewLabelsModel::figuresChanged);
    connect(&m_board->job(), &Job::cancelled, this, [this] {
        m_isCancelled = true;
        Q_EMIT remarkChanged();
    });
    connect(m_twin.get(), &Twin::changed, this, [this] {
        if (m_twin->standing() != Twin::Standing::Running) return showTwin();
        if (!m_frame.isActive()) m_frame.start(); // it tells more often than can be seen
    });
}

void FewLabelsModel::followData()
{
    watch(context().data.job(m_setup.network.data));
    m_data = context().data.find(m_setup.network.data);
    m_data ? takeData(m_setup.network.data) : load();
}

void FewLabelsModel::load()
{
    m_problem.reset();
    context().data.load(m_setup.network.data);
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

void FewLabelsModel::takeData(const DataRequest& request)
{
    if (request != m_setup.network.data) return;
    m_data = context().data.find(request);
    m_problem.reset();
    auto classes = sampleClasses(*m_data->dataset);
    if (classes)
        m_classes = std::make_shared<const SampleClasses>(std::move(*classes));
    else
        m_problem = classes.error();
    m_view.sample = std::clamp(m_view.sample, 0, std::max(0, m_data->dataset->test.count - 1));
    fitPerClass();
    wantTwin();
    Q_EMIT dataReady();
    Q_EMIT remarkChanged();
    Q_EMIT setupChanged();
    Q_EMIT changed();
}

void FewLabelsModel::takeProblem(const DataRequest& request)
{
    if (request != m_setup.network.data) return;
    m_problem = context().data.problem(request);
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

LabState FewLabelsModel::state() const
{
    FewLabelsState state{m_setup, m_view};
    state.view.draw = draw();
    const bool areAllShown = ownShown() == static_cast<int>(m_view.own.size());
    state.view.ownShown = areAllShown ? std::nullopt : std::optional(ownShown());
    return state;
}

void FewLabelsModel::open(const LabState& state)
{
    const auto* opened = std::get_if<FewLabelsState>(&state);
    if (!opened) return;
    timeline()->pause();
    setAsked(std::nullopt);
    const auto before = m_view.own;
    m_view = opened->view;
    m_view.own = before;
    m_showsTruth = false;
    edit(opened->setup);
    giveLabels(opened->view.own);
    fitPerClass();
    m_draws.seekStop(opened->view.draw + 1);
    m_labels.seekStop(opened->view.ownShown.value_or(static_cast<int>(opened->view.own.size())));
    if (m_data) m_view.sample = std::clamp(m_view.sample, 0, std::max(0, m_data->dataset->test.count - 1));
    followView();
    Q_EMIT timelineChanged();
}

void FewLabelsModel::edit(const FewLabelsSetup& setup, const std::string& merges)
{
    const FewLabelsSetup possible = withPossibleRows(setup);
    if (possible == m_setup) return;
    undoStack()->push(new StateEdit<FewLabelsSetup>(*this, m_setup, possible, merges));
}

void FewLabelsModel::adopt(const FewLabelsSetup& setup)
{
    const bool isOtherData = setup.network.data != m_setup.network.data;
    m_setup = setup;
    m_draws.setLast(setup.draws);
    m_refusal.reset();
    m_isCancelled = false;
    if (isOtherData) {
        setAsked(std::nullopt);
        m_data.reset();
        m_classes.reset();
        m_board->giveUp();
        Q_EMIT setupChanged();
        return followData();
    }
    fitPerClass();
    wantTwin();
    Q_EMIT remarkChanged();
    Q_EMIT setupChanged();
    Q_EMIT changed();
}

/// To the greatest number of labels that there is below the one that was wished for.
void FewLabelsModel::fitPerClass()
{
    const std::vector<int> possible = counts();
    if (possible.empty()) return;
    const auto above = std::upper_bound(possible.begin(), possible.end(), m_view.perClass);
    m_view.perClass = above == possible.begin() ? possible.front() : *(above - 1);
}

void FewLabelsModel::wantTwin()
{
    if (!data()) return;
    m_twin->want(m_setup.network, m_data);
    if (m_isLookedAt) m_soon.start();
    wantBoard();
}

void FewLabelsModel::openExample(const FewLabelsExample& example)
{
    timeline()->pause();
    edit(example.state.setup);
    setPerClass(example.state.view.perClass);
    setTab(example.state.view.tab);
}

const FewLabelsExample* FewLabelsModel::shownExample() const
{
    const FewLabelsExample* found = nullptr;
    for (const FewLabelsExample& example : fewLabelsExamples()) {
        if (example.state.setup != m_setup) continue;
        const FewLabelsView& view = example.state.view;
        const bool isTab = (view.tab == FewLabelsTab::Yourself) == (m_view.tab == FewLabelsTab::Yourself);
        if (isTab && view.perClass == m_view.perClass) return &example;
        if (!found && isTab) found = &example;
    }
    return found;
}

std::vector<int> FewLabelsModel::counts() const
{
    if (!m_classes) return m_setup.counts;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const auto& members : m_classes->members)
        least = std::min(least, members.size());
    std::vector<int> possible;
    for (const int count : m_setup.counts)
        if (static_cast<std::size_t>(count) <= least) possible.push_back(count);
    return possible;
}

void FewLabelsModel::followView()
{
    Q_EMIT viewChanged();
    Q_EMIT figuresChanged();
    Q_EMIT changed();
}

void FewLabelsModel::setTab(FewLabelsTab tab)
{
    if (tab == m_view.tab) return;
    timeline()->pause();
    m_view.tab = tab;
    Q_EMIT timelineChanged();
    followView();
}

void FewLabelsModel::setPerClass(int labels)
{
    m_view.perClass = labels;
    followView();
}

void FewLabelsModel::setSample(int index)
{
    const int last = m_data ? std::max(0, m_data->dataset->test.count - 1) : 0;
    m_view.sample = std::clamp(index, 0, last);
    followView();
}

void FewLabelsModel::setFront(LabelRow row)
{
    m_view.front = row;
    followView();
}

void FewLabelsModel::setFlat(FlatBy flat)
{
    m_view.flat = flat;
    followView();
}

void FewLabelsModel::setMapColours(MapColours colours)
{
    if (std::exchange(m_mapColours, colours) != colours) Q_EMIT viewChanged();
}

void FewLabelsModel::setRegionsShown(bool areShown)
{
    m_view.showsRegions = areShown;
    followView();
}

void FewLabelsModel::askForTruth(bool isWanted)
{
    if (!isWanted) return setTruthShown(false);
    tell(tr("The colours would give away what every digit is: whoever labels now, labels by them."),
         {{tr("Show them"), [this] { setTruthShown(true); }}});
    Q_EMIT viewChanged(); // the switch goes back until then
}

void FewLabelsModel::setTruthShown(bool isShown)
{
    m_showsTruth = isShown;
    forgetRemark();
    Q_EMIT viewChanged();
    Q_EMIT ownChanged();
}

void FewLabelsModel::setSuggestionsShown(bool areShown)
{
    m_view.showsSuggestions = areShown;
    followView();
}

void FewLabelsModel::setPaceSeconds(double seconds)
{
    m_view.paceSeconds = seconds;
    m_twin->setPace(seconds);
    Q_EMIT viewChanged();
}

void FewLabelsModel::prepare()
{
    m_isLookedAt = true;
    trainMissing();
    wantBoard();
}

/// What is missing is trained at once; what a hand has paused stays paused.
void FewLabelsModel::trainMissing()
{
    if (!data() || m_twin->standing() != Twin::Standing::Missing) return;
    if (const auto begun = m_twin->train(0); !begun) refuseTraining(begun.error());
}

void FewLabelsModel::refuseTraining(const Error& error)
{
    m_refusal = error;
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

void FewLabelsModel::toggleTraining()
{
    if (!data()) return;
    switch (standing()) {
    case Twin::Standing::Running:
        return m_twin->pause();
    case Twin::Standing::Paused:
        return m_twin->resume();
    default:
        if (const auto begun = m_twin->train(m_view.paceSeconds); !begun) refuseTraining(begun.error());
    }
}

void FewLabelsModel::showTwin()
{
    wantBoard();
    Q_EMIT stateChanged();
    Q_EMIT activityChanged();
    Q_EMIT remarkChanged();
    Q_EMIT figuresChanged();
}

std::vector<LabelRow> FewLabelsModel::rows() const
{
    std::vector<LabelRow> all;
    for (std::size_t i = 0; i < labelRowCount; ++i)
        if (m_setup.rows.test(i)) all.push_back(static_cast<LabelRow>(i));
    return all;
}

/// Figures are of an encoder that has learnt to the end: they would be another one's at the next moment.
std::optional<LabelSubject> FewLabelsModel::subject(LabelRow row) const
{
    if (!data()) return std::nullopt;
    const bool isTrained = m_twin->standing() == Twin::Standing::Trained;
    return subjectOf(row, m_data, isTrained ? m_twin->model() : nullptr, m_setup.network);
}

ReadingSetup FewLabelsModel::readingSetup() const
{
    return {m_setup.reading, m_setup.network.recipe.seed};
}

void FewLabelsModel::wantBoard()
{
    if (!data() || !m_isLookedAt || m_isCancelled || counts().empty()) return;
    LabelOrder order{.subjects = {},
                     .classes = m_classes,
                     .reading = readingSetup(),
                     .counts = counts(),
                     .draws = m_setup.draws};
    LabelRows wanted = m_setup.rows;
    wanted.set(static_cast<std::size_t>(LabelRow::Code)); // what the lab is about, shown or not
    for (std::size_t i = 0; i < labelRowCount; ++i)
        if (wanted.test(i))
            if (auto known = subject(static_cast<LabelRow>(i))) order.subjects.push_back(std::move(*known));
    m_board->want(order);
}

std::shared_ptr<const LabelReaderParts> FewLabelsModel::reader(LabelRow row) const
{
    const auto known = subject(row);
    return known ? m_board->reader(*known) : nullptr;
}

std::shared_ptr<const AccuracyCurve> FewLabelsModel::curve(LabelRow row) const
{
    const auto known = subject(row);
    return known ? m_board->curve(*known) : nullptr;
}

QString FewLabelsModel::noteOf(LabelRow row) const
{
    const auto known = subject(row);
    if (known) {
        if (const auto& problem = m_board->problem(*known)) return errorSentence(*problem);
        return m_board->curve(*known) || !m_isLookedAt ? QString() : tr("measuring…");
    }
    const Snapshot* now = m_twin->snapshot();
    const qint64 share = now ? 100LL * now->update / std::max(1, now->totalUpdates) : 0;
    switch (standing()) {
    case Twin::Standing::Running:
        return tr("learning: %1 %").arg(share);
    case Twin::Standing::Paused:
        return tr("paused: %1 %").arg(share);
    case Twin::Standing::Diverged:
        return tr("has run away");
    default:
        return tr("not trained yet");
    }
}

LabelledSamples FewLabelsModel::drawnLabels() const
{
    if (!data()) return {};
    auto labels = drawLabels(*m_classes, {m_view.perClass, draw(), m_setup.network.recipe.seed});
    return labels ? std::move(*labels) : LabelledSamples();
}

const DrawFigures* FewLabelsModel::drawFigures(LabelRow row) const
{
    const auto parts = reader(row);
    if (!parts) return nullptr;
    const DrawKey key{parts->subject, readingSetup(), m_view.perClass, draw()};
    Draws& newest = row == LabelRow::Code ? *m_codeDraw : *m_frontDraw;
    newest.want(key, tr("Reading with few labels"), [&] {
        return [key, parts = *parts, labels = drawnLabels(),
                &workers = context().workers](const Watch& watch) -> std::optional<DrawFigures> {
            const auto stop = [&] { return !mayGoOn(watch, -1); };
            if (labels.count() == 0) return std::nullopt;
            auto read = readBy(parts, labels, key.reading, workers, stop);
            if (!read) return std::nullopt;
            const SampleClasses& classes = *parts.classes;
            DrawFigures figures{.of = key, .readings = std::move(*read)};
            figures.accuracy = accuracyOf(figures.readings.test, classes.test);
            figures.confusion = confusionOf(figures.readings.test, classes.test, classes.count());
            figures.wrong = wrongOnes(figures.readings.test, classes.test);
            return figures;
        };
    });
    const auto* made = newest.of(key);
    return made && *made ? &**made : nullptr;
}

std::optional<MistakesScene> FewLabelsModel::mistakes() const
{
    const DrawFigures* figures = drawFigures(front());
    if (!figures) return std::nullopt;
    const Samples& test = m_data->dataset->test;
    return MistakesScene{.row = front(),
                         .bottleneck = m_setup.network.bottleneck,
                         .accuracy = figures->accuracy,
                         .perClass = figures->of.perClass,
                         .table = {classes().names, figures->confusion, m_mistakeCell},
                         .pictures = {.samples = &test,
                                      .shape = test.shape,
                                      .owner = m_data->dataset,
                                      .names = classes().names,
                                      .classes = classes().test,
                                      .readings = figures->readings.test,
                                      .wrong = figures->wrong}};
}

LabelRow FewLabelsModel::front() const
{
    const bool isCompared = m_setup.rows.test(static_cast<std::size_t>(m_view.front));
    return isCompared ? m_view.front : rows().front();
}

const CodeMap* FewLabelsModel::codeMap() const
{
    CodeKey key = codeKey();
    if (!key.subject) return nullptr;
    key.reading = {}; // the same whoever reads
    key.flat = FlatBy::Pca;
    m_map->want(key, tr("Laying the codes onto a plane"), [&] {
        return [feature = reader(LabelRow::Code)->feature, count = pointCount(*m_data),
                &workers = context().workers](const Watch& watch) -> std::optional<CodeMap> {
            auto map = hg::codeMap(*feature, count, workers, watch);
            return map ? std::optional(std::move(*map)) : std::nullopt;
        };
    });
    const auto* made = m_map->of(key);
    return made && *made ? &**made : nullptr;
}

PartsScene FewLabelsModel::scene() const
{
    PartsScene scene{.setup = m_setup,
                     .counts = counts(),
                     .perClass = m_view.perClass,
                     .sample = m_view.sample,
                     .data = m_data,
                     .classes = m_classes,
                     .model = standing() == Twin::Standing::Trained ? m_twin->model() : nullptr,
                     .code = reader(LabelRow::Code),
                     .standing = subject(LabelRow::Code) ? QString() : noteOf(LabelRow::Code),
                     .rows = {}};
    for (const LabelRow row : rows())
        scene.rows.push_back({row, curve(row), noteOf(row)});
    return scene;
}

// Labels of the user's own.

const ClickFigures* FewLabelsModel::clicks() const
{
    if (!data()) return nullptr;
    ClicksKey key{.subjects = {}, .reading = readingSetup(), .labels = m_view.own};
    std::vector<LabelReaderParts> readers;
    const auto add = [&](LabelRow row) {
        const auto parts = reader(row);
        if (parts) readers.push_back(*parts);
        if (parts) key.subjects.push_back(parts->subject);
    };
    add(LabelRow::Code); // the first: its readings are the regions
    if (readers.empty()) return nullptr;
    for (const LabelRow row : rows())
        if (row != LabelRow::Code) add(row);
    const ClickFigures* newest = m_clicks->newest();
    m_clicks->want(key, tr("Reading with few labels"), [&] {
        return [key, readers, before = newest ? *newest : ClickFigures(),
                &workers = context().workers](const Watch& watch) {
            const auto stop = [&] { return !mayGoOn(watch, -1); };
            auto figures = clickFigures(key, readers, before, workers, stop);
            return figures ? std::move(*figures) : ClickFigures(); // dropped where it was stopped
        };
    });
    return m_clicks->of(key);
}

FewLabelsModel::CodeKey FewLabelsModel::codeKey() const
{
    const auto parts = reader(LabelRow::Code);
    if (!parts) return {};
    return {parts->subject, readingSetup(), m_view.flat};
}

const Suggestions* FewLabelsModel::suggestions() const
{
    CodeKey key = codeKey();
    if (!key.subject) return nullptr;
    key.flat = FlatBy::Pca; // which are worthwhile does not depend on how they are laid out
    m_suggested->want(key, tr("Looking for digits that are worth a label"), [&] {
        return [key, parts = *reader(LabelRow::Code), &workers = context().workers](const Watch& watch) {
            auto found = suggestionsOf(parts, key.reading, workers, watch);
            return found ? std::move(*found) : Suggestions();
        };
    });
    return m_suggested->of(key);
}

std::shared_ptr<const std::vector<float>> FewLabelsModel::flat() const
{
    CodeKey key = codeKey();
    if (!key.subject) return nullptr;
    key.reading = {};
    m_flat->want(key, tr("Laying the codes onto a plane"), [&] {
        return [key, feature = reader(LabelRow::Code)->feature, count = pointCount(*m_data),
                &workers = context().workers](const Watch& watch) {
            auto points = flatPoints(*feature, count, key.flat, workers, watch);
            return std::make_shared<const std::vector<float>>(points ? std::move(*points)
                                                                     : std::vector<float>());
        };
    });
    const auto* made = m_flat->of(key);
    return made ? *made : nullptr;
}

PlaneAxes FewLabelsModel::planeAxes() const
{
    if (m_setup.network.bottleneck <= 2) return {codeAxisNames(0, 1, 2), false};
    if (m_view.flat == FlatBy::Mds) return {{}, true}; // distances count, directions do not
    return {componentAxisNames(), false};
}

std::vector<int> FewLabelsModel::readInPoints(int count) const
{
    std::vector<int> labels;
    const ClickFigures* known = clicks();
    const auto at = static_cast<std::size_t>(count);
    if (!known || at == 0 || at > known->pointReadings.size()) return labels;
    for (const int read : known->pointReadings[at - 1])
        labels.push_back(classes().names[static_cast<std::size_t>(read)]);
    return labels;
}

Scores FewLabelsModel::scores() const
{
    Scores all{.lines = {},
               .bottleneck = m_setup.network.bottleneck,
               .test = m_data->dataset->test.count,
               .shown = ownShown()};
    const ClickFigures* known = clicks();
    for (const LabelRow row : rows()) {
        Scores::Line line{.row = row};
        if (!reader(row)) line.note = noteOf(row);
        for (std::size_t i = 0; known && i < known->of.subjects.size(); ++i)
            if (known->of.subjects[i].row == row) line.accuracies = known->accuracies[i];
        all.lines.push_back(std::move(line));
    }
    if (const Suggestions* found = suggestions()) {
        all.randomCounts = found->randomCounts;
        all.randomMeans = found->randomMeans;
        all.randomSpread = found->randomSpread;
    }
    return all;
}

void FewLabelsModel::setAsked(std::optional<int> sample)
{
    if (m_asked == sample) return;
    m_asked = sample;
    Q_EMIT askedChanged();
}

void FewLabelsModel::ask(int sample)
{
    if (!data() || sample < 0 || sample >= pointCount(*m_data)) return;
    if (ownShown() >= mostOwnLabels && ownLabelOf(sample) < 0)
        return tell(tr("Twenty labels are the most: remove one, or go back and label from there."), {});
    timeline()->pause();
    m_isSuggested = nextSuggestion() == sample;
    setAsked(sample);
}

int FewLabelsModel::ownLabelOf(int sample) const
{
    for (int i = 0; i < ownShown(); ++i)
        if (m_view.own[static_cast<std::size_t>(i)].sample == sample)
            return m_view.own[static_cast<std::size_t>(i)].label;
    return -1;
}

/// From the playhead on: what came after it is no longer so.
void FewLabelsModel::answer(int label)
{
    if (!m_asked) return;
    const int sample = *m_asked;
    auto labels = m_view.own;
    labels.resize(static_cast<std::size_t>(ownShown()));
    const auto there = std::find_if(labels.begin(), labels.end(),
                                    [sample](const GivenLabel& given) { return given.sample == sample; });
    if (there != labels.end())
        there->label = label;
    else
        labels.push_back({sample, label});
    const bool goesOn = m_isSuggested;
    setAsked(std::nullopt);
    giveLabels(labels);
    if (goesOn) askNext();
}

void FewLabelsModel::skip()
{
    if (!m_asked) return;
    if (m_isSuggested) m_skipped.push_back(*m_asked);
    const bool goesOn = m_isSuggested;
    setAsked(std::nullopt);
    if (goesOn) Q_EMIT ownChanged();
}

std::optional<int> FewLabelsModel::nextSuggestion()
{
    const Suggestions* found = suggestions();
    if (!found) return std::nullopt;
    for (const int sample : found->samples)
        if (ownLabelOf(sample) < 0 &&
            std::find(m_skipped.begin(), m_skipped.end(), sample) == m_skipped.end())
            return sample;
    return std::nullopt;
}

void FewLabelsModel::askNext()
{
    if (ownShown() >= mostOwnLabels) return;
    if (const auto next = nextSuggestion()) ask(*next);
}

void FewLabelsModel::removeOwn(int sample)
{
    auto labels = m_view.own;
    std::erase_if(labels, [sample](const GivenLabel& given) { return given.sample == sample; });
    setAsked(std::nullopt);
    giveLabels(labels);
}

void FewLabelsModel::clearOwn()
{
    setAsked(std::nullopt);
    m_skipped.clear();
    giveLabels({});
}

void FewLabelsModel::giveLabels(const std::vector<GivenLabel>& labels)
{
    if (labels == m_view.own) return;
    undoStack()->push(new StateEdit<std::vector<GivenLabel>>(*this, m_view.own, labels, {}));
}

void FewLabelsModel::adopt(const std::vector<GivenLabel>& labels)
{
    m_view.own = labels;
    m_labels.setLast(static_cast<int>(labels.size()));
    m_labels.seekStop(static_cast<int>(labels.size()));
    if (!m_remark.sentence.isEmpty()) forgetRemark();
    Q_EMIT ownChanged();
    Q_EMIT changed();
}

bool FewLabelsModel::isAtRest() const
{
    if (!m_isLookedAt) return true; // nothing is trained or measured for a figure of a page
    if (!data()) return m_problem.has_value();
    if (m_refusal) return true;
    if (m_soon.isActive() || standing() == Twin::Standing::Missing || standing() == Twin::Standing::Running)
        return false;
    return (m_isCancelled || m_board->isDone()) && !m_board->isRunning() && !m_codeDraw->isRunning() &&
           !m_frontDraw->isRunning() && !m_clicks->isRunning() && !m_suggested->isRunning() &&
           !m_flat->isRunning() && !m_map->isRunning();
}

Timeline* FewLabelsModel::timeline()
{
    return m_view.tab == FewLabelsTab::Yourself ? &m_labels : &m_draws;
}

QString FewLabelsModel::summary() const
{
    if (m_view.tab == FewLabelsTab::Yourself) return tr("Twenty clicks of yours, and what each was worth.");
    return tr("An encoder that learnt without labels, and a small classifier that has only a few.");
}

QString FewLabelsModel::activity() const
{
    const Snapshot* now = m_twin->snapshot();
    if (standing() != Twin::Standing::Running || !now) return {};
    return tr("training: %1 %").arg(100LL * now->update / std::max(1, now->totalUpdates));
}

std::vector<ChipContent> FewLabelsModel::chips()
{
    std::vector<ChipContent> chips;
    const std::vector<int> possible = counts();
    const auto position = std::find(possible.begin(), possible.end(), m_view.perClass) - possible.begin();
    QStringList labels, sizes;
    for (const int count : possible)
        labels << QString::number(count);
    for (const int size : codeSizes)
        sizes << QString::number(size);
    if (m_view.tab != FewLabelsTab::Yourself && !possible.empty())
        chips.push_back(
            {.name = tr("Labels a class"),
             .values = labels,
             .current = position < std::ssize(possible) ? static_cast<int>(position) : -1,
             .shown = QString::number(m_view.perClass),
             .look = ChipLook::Accent,
             .choose = [this, possible](int i) { setPerClass(possible[static_cast<std::size_t>(i)]); }});
    chips.push_back({.name = tr("Reads"),
                     .values = readingNames(),
                     .current = static_cast<int>(m_setup.reading),
                     .areNumbers = false,
                     .choose = [this](int i) {
                         FewLabelsSetup setup = m_setup;
                         setup.reading = static_cast<LabelReading>(i);
                         edit(setup);
                     }});
    const auto size = std::find(codeSizes.begin(), codeSizes.end(), m_setup.network.bottleneck);
    chips.push_back({.name = tr("Bottleneck"),
                     .values = sizes,
                     .current = size == codeSizes.end() ? -1 : static_cast<int>(size - codeSizes.begin()),
                     .shown = QString::number(m_setup.network.bottleneck),
                     .choose = [this](int i) {
                         FewLabelsSetup setup = m_setup;
                         setup.network.bottleneck = codeSizes[static_cast<std::size_t>(i)];
                         edit(setup);
                     }});
    return chips;
}

std::optional<Exportable> FewLabelsModel::exportable(const ExportChoice& choice) const
{
    if (!data()) return std::nullopt;
    if (auto shown = exportableTab(choice)) return shown;
    return exportFewLabels(scene(), draw(), choice, context().workers);
}

/// What the tab shows, once it has been worked out.
std::optional<Exportable> FewLabelsModel::exportableTab(const ExportChoice& choice) const
{
    switch (m_view.tab) {
    case FewLabelsTab::Yourself: {
        OwnLabelsScene own{flat(), planeAxes(), m_view.own, {}, scores()};
        if (!own.places || m_view.own.empty()) return std::nullopt;
        for (int count = 1; m_view.showsRegions && count <= std::ssize(m_view.own); ++count)
            own.read.push_back(readInPoints(count));
        return exportOwnLabels(std::move(own), choice);
    }
    case FewLabelsTab::Mistakes: {
        auto scene = mistakes();
        return scene ? std::optional(exportMistakes(std::move(*scene), choice)) : std::nullopt;
    }
    case FewLabelsTab::Map:
        if (const CodeMap* map = codeMap())
            return exportLabelMap({scene(), *map, m_mapColours}, draw(), choice, context().workers);
        return std::nullopt;
    default:
        return std::nullopt;
    }
}

void FewLabelsModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_remark = {sentence, offers};
    Q_EMIT remarkChanged();
}

Remark FewLabelsModel::remark()
{
    if (!m_remark.sentence.isEmpty()) return m_remark;
    if (m_problem) {
        const QList<Offer> again{{tr("Try again"), [this] { load(); }}};
        return {problemSentence(*m_problem), m_data ? QList<Offer>() : again};
    }
    if (m_refusal) return {placedSentence(*m_refusal)};
    if (data() && counts().empty())
        return {tr("A class of these data has fewer samples than the least number of labels.")};
    if (standing() == Twin::Standing::Diverged)
        return {tr("The training has run away: its numbers are no longer finite."),
                {{tr("Start again"), [this] { toggleTraining(); }}}};
    if (m_isCancelled)
        return {tr("Measuring was cancelled."), {{tr("Go on"), [this] {
                                                      m_isCancelled = false;
                                                      wantBoard();
                                                      m_board->goOn();
                                                      Q_EMIT remarkChanged();
                                                  }}}};
    return {};
}

} // namespace hg
