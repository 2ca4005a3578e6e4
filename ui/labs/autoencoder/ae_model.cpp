#include "ui/labs/autoencoder/ae_model.h"

#include "core/data/bundled_digits.h"
#include "core/lab/layer_scene.h"
#include "core/train/carry_over.h"
#include "ui/labs/autoencoder/ae_export.h"
#include "ui/labs/autoencoder/ae_numbers.h"
#include "ui/labs/autoencoder/ae_words.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/layer_editor_words.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/painters/class_marks.h"
#include "ui/runs/sizes_run.h"
#include "ui/theme/error_text.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace hg {
namespace {

constexpr std::size_t mostBegunUnasked = 4'000'000; // parameters: more take longer than a keystroke may

/// What is at fault: the data, or one of their files by its place in the folder.
QString placeIn(const DataRequest& request, const std::string& where)
{
    if (where.size() <= request.source.size() || !where.starts_with(request.source)) return dataName(request);
    return dataName(request) + QString::fromStdString(where.substr(request.source.size()));
}

/// Whether a file is a network's description, by its beginning.
bool isDescription(const Bytes& head)
{
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    return text.find("\"hourglass-network\"") != text.npos;
}

/// Whether a file is a saved state, a link or a command line, by its beginning.
bool looksLikeState(const Bytes& head)
{
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    const std::size_t at = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    const std::string_view begin = at == text.npos ? std::string_view() : text.substr(at);
    return begin.starts_with('{') || begin.starts_with("hourglass") || begin.starts_with("$ hourglass");
}

} // namespace

AeModel::AeModel(AppContext& context)
    : LabModel(context, "autoencoder")
    , m_run(context.runs.take("autoencoder", context.workers, context.clock))
    , m_opener(context)
    , m_compared(std::make_unique<ComparedModel>(*this))
    , m_walk(std::make_unique<WalkModel>(*this))
    , m_export(std::make_unique<AeExport>(*this))
    , m_numbers(std::make_unique<AeNumbers>(*this))
    , m_shownTimeline(&m_run->timeline())
{
    watch(m_compared->mds().job());
    watch(m_numbers->job());
    watch(m_compared->sizes().job());
    for (Job* job : m_walk->jobs())
        watch(*job);
    takeRun();
    connect(&context.data, &DataStore::loaded, this, &AeModel::takeData);
    connect(&context.data, &DataStore::failed, this, &AeModel::takeProblem);
    connect(&context.runs, &RunStore::earlierRunsChanged, this, &AeModel::takeEarlier);
    connect(&context.runs, &RunStore::modelsChanged, this, &AeModel::remarkChanged);
    watch(m_opener.look());
    connect(&m_opener.look(), &Job::changed, this, &AeModel::setupChanged);
    connect(&m_opener, &DataOpener::arrived, this, &AeModel::takeOpened);
    connect(&m_opener, &DataOpener::failed, this, &AeModel::refuseData);
    followData();
}

AeModel::~AeModel() = default;

/// One that somebody left comes with what it trains.
void AeModel::takeRun()
{
    connect(m_run.get(), &Run::stateChanged, this, &AeModel::takeState);
    connect(m_run.get(), &Run::momentChanged, this, &AeModel::takeMoment);
    if (m_run->hasBegun()) m_setup = m_run->setup();
    m_view.mapsTraining = m_run->mapsTraining();
    m_moment = m_run->moment();
    takeEarlier();
}

void AeModel::takeState()
{
    Q_EMIT stateChanged();
    Q_EMIT remarkChanged();
    Q_EMIT activityChanged();
}

void AeModel::takeMoment()
{
    m_moment = m_run->moment();
    const Standing before = std::exchange(m_told, standing());
    if (m_told != before) Q_EMIT stateChanged(); // the buttons mean something else
    Q_EMIT momentChanged();
    Q_EMIT activityChanged();
    if (std::exchange(m_couldExport, canExport()) != canExport()) Q_EMIT changed();
    seekOpened();
}

/// The setup may name other data than before.
void AeModel::followData()
{
    watch(context().data.job(m_setup.data));
    m_data = context().data.find(m_setup.data);
    m_data ? takeData(m_setup.data) : load();
}

void AeModel::load()
{
    m_problem.reset();
    context().data.load(m_setup.data);
    Q_EMIT remarkChanged(); // a second try takes the first one's message away
    Q_EMIT stateChanged();
}

bool AeModel::showsDigits() const
{
    return areDigits(m_run->hasBegun() ? m_run->setup().data : m_setup.data);
}

void AeModel::openFile(const QString& path)
{
    const QFileInfo info(path);
    const auto head = info.isDir() ? Result<Bytes>(Bytes()) : readHead(pathOf(path));
    if (head && isDescription(*head)) return Q_EMIT descriptionOpened(path);
    const bool isState = head && looksLikeState(*head);
    if (!head || isState) return LabModel::openFile(path);
    context().settings.setOpenFolder(info.path());
    m_opener.openPath(path);
}

void AeModel::openRequest(const DataRequest& request, bool isAnew)
{
    watch(context().data.job(request));
    m_opener.open(request, isAnew);
    Q_EMIT setupChanged(); // what is on its way is shown
}

/// Data that are there: the network is made to fit them, and said where it is another one.
void AeModel::takeOpened(const DataRequest& request)
{
    const auto data = context().data.find(request);
    const Samples& train = data->dataset->train;
    const AutoencoderSetup fitted = withData(m_setup, request, {train.shape, train.count, !data->beyondPeak});
    AutoencoderSetup same = m_setup;
    same.data = request;
    same.recipe.batch = fitted.recipe.batch; // how long it lasts is seen
    same.recipe.epochs = fitted.recipe.epochs;
    if (!fileOfData(request).empty())
        context().settings.addRecentData(QString::fromStdString(request.source));
    forgetRemark();
    // Other data stand there at once, as another example does; more or fewer of the same wait, as a field
    // does.
    request.source == m_setup.data.source ? edit(fitted) : choose(fitted);
    if (fitted != same) tell(tr("%1: the network was changed to fit these data.").arg(dataName(request)), {});
    Q_EMIT setupChanged();
}

void AeModel::refuseData(const DataRequest& request, const Error& error)
{
    if (error.code != ErrorCode::Cancelled) refuse(placeIn(request, error.where), errorSentence(error));
    Q_EMIT setupChanged();
}

void AeModel::takeData(const DataRequest& request)
{
    if (request != m_setup.data) return;
    m_problem.reset();
    m_data = context().data.find(request);
    if (!m_run->hasBegun() || (m_isPending && (mayReplace() || m_replaces))) startRun();
    m_replaces = false;
    showData();
    Q_EMIT setupChanged(); // what was chosen meanwhile no longer waits
    Q_EMIT remarkChanged();
    Q_EMIT changed();
}

/// Those of the run, with a picture that they have.
void AeModel::showData()
{
    chooseEight();
    chooseDigit(m_view.digit);
    Q_EMIT dataReady();
    followTimeline();
}

void AeModel::chooseEight()
{
    m_eight.clear();
    if (!data()) return;
    const auto& test = data()->dataset->test;
    m_eight = picturesOfClasses(test.labels, test.count, filmRow);
    m_eightPixels.clear();
    for (const int index : m_eight) {
        const std::vector<float> pixels = pixelsOf(index);
        m_eightPixels.insert(m_eightPixels.end(), pixels.begin(), pixels.end());
    }
}

void AeModel::takeProblem(const DataRequest& request)
{
    if (request != m_setup.data) return;
    m_problem = context().data.problem(request);
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

void AeModel::startRun()
{
    const auto begun = m_run->start(m_setup, m_data, pace());
    m_problem = begun ? std::nullopt : std::optional(begun.error());
    if (begun) m_isPending = false;
    m_moment = m_run->moment();
    takeEarlier();
    Q_EMIT remarkChanged();
}

LabState AeModel::state() const
{
    AutoencoderState state{m_setup, m_view};
    state.view.walk.cross.reset();
    if (const auto& cross = m_walk->cross()) state.view.walk.cross = {cross->x(), cross->y()};
    if (!state.view.update && m_moment.model && !m_moment.isNow) state.view.update = m_moment.update;
    return state;
}

void AeModel::open(const LabState& state)
{
    const auto* opened = std::get_if<AutoencoderState>(&state);
    if (!opened) return;
    m_run->timeline().pause();
    m_view = opened->view;
    const auto& cross = m_view.walk.cross;
    m_walk->setCross(cross ? std::optional(QPointF((*cross)[0], (*cross)[1])) : std::nullopt);
    choose(opened->setup);
    m_run->setPace(pace());
    m_run->mapTraining(m_view.mapsTraining);
    chooseDigit(m_view.digit);
    seekOpened();
    Q_EMIT viewChanged();
    followTimeline();
    Q_EMIT stateChanged();
}

/// To the update that was asked for, once the run has come there; until then it stays a wish.
void AeModel::seekOpened()
{
    const Snapshot* now = snapshot();
    if (!m_view.update || !now || now->history.empty() || now->history.back().update < *m_view.update) return;
    const int update = *m_view.update;
    m_view.update.reset();
    m_run->seekUpdate(update);
}

void AeModel::edit(const AutoencoderSetup& setup, const std::string& merges)
{
    if (setup == m_setup) return;
    undoStack()->push(new StateEdit<AutoencoderSetup>(*this, m_setup, setup, merges));
}

void AeModel::choose(const AutoencoderSetup& setup)
{
    m_replaces = isAtRest();
    edit(setup);
    if (m_data) m_replaces = false; // otherwise until they are read
}

void AeModel::openExample(const AutoencoderExample& example)
{
    choose(example.state.setup);
    m_view.update.reset();
}

const AutoencoderExample* AeModel::shownExample() const
{
    const auto all = autoencoderExamples();
    const auto it = std::find_if(all.begin(), all.end(),
                                 [this](const AutoencoderExample& e) { return e.state.setup == m_setup; });
    return it == all.end() ? nullptr : &*it;
}

void AeModel::adopt(const AutoencoderSetup& setup)
{
    const double oldRate = m_setup.recipe.learningRate;
    const bool areOtherData = setup.data != m_setup.data;
    m_setup = setup;
    if (m_run->hasBegun()) {
        AutoencoderSetup running = m_run->setup();
        running.recipe.learningRate = setup.recipe.learningRate;
        m_isPending = running != setup;
        // A rate reaches a run that goes on or may go on; one that has ended stays what it was.
        if (!m_isPending && setup.recipe.learningRate != oldRate)
            m_run->setLearningRate(setup.recipe.learningRate);
    }
    if (areOtherData) followData();
    if (m_data) m_problem.reset(); // it was of what was set
    if (m_isPending && m_data && ((mayReplace() && beginsAtOnce()) || m_replaces)) again();
    Q_EMIT remarkChanged();
    Q_EMIT setupChanged();
}

/// Before the first update there is nothing to lose: the new network simply stands there.
bool AeModel::mayReplace() const
{
    return !snapshot() || snapshot()->update == 0;
}

/// What is impossible fails at once, which is told; what is very large waits to be applied.
bool AeModel::beginsAtOnce() const
{
    const auto network = validate(m_setup, shape());
    return !network || network->parameterCount <= mostBegunUnasked;
}

bool AeModel::isAtRest() const
{
    return !m_run->isTraining();
}

AeModel::Standing AeModel::standing() const
{
    if (!snapshot() || !data()) return Standing::Waiting;
    if (m_run->isTraining()) return Standing::Running;
    if (!m_moment.isNow && m_moment.update < snapshot()->update) return Standing::Past;
    if (m_run->isIn(RunState::Finished)) return Standing::Finished;
    if (m_run->isIn(RunState::Diverged)) return Standing::Diverged;
    return snapshot()->update == 0 ? Standing::Untouched : Standing::Paused;
}

void AeModel::toggleTraining()
{
    const Standing now = standing();
    if (now == Standing::Waiting) return;
    if (now == Standing::Running) return m_run->pause();
    if (m_isPending || now == Standing::Finished || now == Standing::Diverged) again();
    if (now == Standing::Past && !m_isPending) continueHere();
    if (!m_problem) m_run->resume();
}

void AeModel::again()
{
    if (!m_data) return;
    const LabData* shown = data();
    startRun();
    if (data() != shown) showData();
    Q_EMIT stateChanged();
    Q_EMIT setupChanged();
    Q_EMIT momentChanged();
}

std::shared_ptr<const Run> AeModel::trainedElsewhere() const
{
    return m_data && !m_isPending && mayReplace() && !m_run->isTraining()
               ? context().runs.findFinished(id().toStdString(), m_setup, m_data.get())
               : nullptr;
}

void AeModel::takeTrained()
{
    const auto trained = trainedElsewhere();
    if (!trained) return;
    m_run->takeOver(*trained);
    takeEarlier();
    Q_EMIT stateChanged();
    Q_EMIT setupChanged();
    Q_EMIT momentChanged();
}

void AeModel::branch(int update, const AutoencoderSetup& setup)
{
    const auto begun = m_run->continueFrom(update, setup);
    if (!begun) return tell(errorSentence(begun.error()), {});
    m_run->setPace(pace());
    m_isPending = false;
    takeEarlier();
    Q_EMIT stateChanged();
    Q_EMIT setupChanged();
}

void AeModel::continueHere()
{
    if (!snapshot()) return;
    // At the end there is nothing left to train: as many epochs again.
    AutoencoderSetup setup = m_setup;
    if (m_moment.update >= snapshot()->updatesPerEpoch * setup.recipe.epochs)
        setup.recipe.epochs += m_run->setup().recipe.epochs;
    edit(setup);
    branch(m_moment.update, setup);
}

void AeModel::continueLonger()
{
    dropPending();
    continueHere();
    m_run->resume();
}

void AeModel::dropPending()
{
    edit(m_run->setup());
}

Shape AeModel::shape() const
{
    const LabData* named = m_data ? m_data.get() : data();
    return named ? named->dataset->train.shape : Shape{1, 28, 28};
}

bool AeModel::isPossible() const
{
    return validate(m_setup, shape()).isOk();
}

bool AeModel::isOtherNetwork() const
{
    if (!m_run->hasBegun()) return false;
    const auto from = validate(m_run->setup(), data()->dataset->train.shape), to = validate(m_setup, shape());
    return !from || !to || !checkCarryOver(*from, *to);
}

void AeModel::applyPending()
{
    const bool wasTraining = m_run->isTraining();
    again();
    if (wasTraining && !m_problem) m_run->resume();
}

void AeModel::replayFirst()
{
    m_run->replayFirst();
}

void AeModel::slowerRate()
{
    AutoencoderSetup slower = m_setup;
    slower.recipe.learningRate /= 10;
    edit(slower);
    again();
}

bool AeModel::canBeOrdered() const
{
    return isLinear(m_setup) && m_setup.bottleneck > 1 && m_setup.recipe.loss == Loss::Mse &&
           !m_setup.recipe.isOrdered;
}

void AeModel::makeOrdered()
{
    const ModelPreset* preset = findModelPreset("lab-ordered");
    if (preset) choose(withModel(m_setup, *preset));
    if (isAtRest()) m_run->resume();
}

void AeModel::setPace(const Pace& pace)
{
    m_view.paceSeconds = pace.seconds;
    m_view.updatesASecond = pace.updatesASecond;
    m_run->setPace(pace);
    Q_EMIT viewChanged();
    Q_EMIT changed(); // chips
}

void AeModel::look(const AutoencoderView& view)
{
    if (view == m_view) return;
    m_view = view;
    Q_EMIT viewChanged();
    followTimeline();
    Q_EMIT changed(); // chips
}

Timeline* AeModel::timeline()
{
    const bool isFilm = tab() == AutoencoderTab::Walk && m_walk->hasPath();
    return isFilm ? static_cast<Timeline*>(&m_walk->timeline()) : &m_run->timeline();
}

/// Whichever is left does not go on playing unseen.
void AeModel::followTimeline()
{
    Timeline* shown = timeline();
    if (std::exchange(m_shownTimeline, shown) == shown) return;
    m_run->timeline().pause();
    m_walk->timeline().pause();
    Q_EMIT timelineChanged();
}

void AeModel::lookAtNumbers(int across, int up)
{
    const CodePlane before = m_view.plane;
    if (across == up)
        (across == before.across ? across : up) = across == before.across ? before.up : before.across;
    look(&AutoencoderView::plane, CodePlane{across, up, false});
}

void AeModel::alignMaps(bool areAligned)
{
    look(&AutoencoderView::isAligned, areAligned);
}

void AeModel::putBeside(Beside beside)
{
    look(&AutoencoderView::beside, beside);
}

void AeModel::colourMaps(bool areColoured)
{
    look(&AutoencoderView::hasColours, areColoured);
}

void AeModel::setDial(const DialMatrix& matrix, const std::string& merges)
{
    if (matrix == m_view.dial) return;
    undoStack()->push(new StateEdit<DialMatrix>(*this, m_view.dial, matrix, merges));
}

void AeModel::adopt(const DialMatrix& matrix)
{
    m_view.dial = matrix;
    Q_EMIT dialChanged();
}

void AeModel::setTab(AutoencoderTab tab)
{
    look(&AutoencoderView::tab, tab);
}

void AeModel::mapTraining(bool isMapped)
{
    m_view.mapsTraining = isMapped;
    m_run->mapTraining(isMapped);
    Q_EMIT viewChanged();
}

void AeModel::setLogarithmic(bool isLogarithmic)
{
    look(&AutoencoderView::isLogarithmic, isLogarithmic);
}

void AeModel::chooseDigit(int index)
{
    m_view.digit = std::max(0, index);
    if (!data()) return;
    m_view.digit = std::min(m_view.digit, data()->dataset->test.count - 1);
    Q_EMIT digitChanged();
}

std::vector<float> AeModel::pixelsOf(int index) const
{
    return data()->dataset->test.view().sample(index);
}

std::vector<float> AeModel::rebuiltEight() const
{
    const SampleView view{.floats = m_eightPixels.data(),
                          .count = static_cast<int>(m_eight.size()),
                          .features = m_eightPixels.size() / std::max<std::size_t>(1, m_eight.size())};
    return decode(*m_moment.model, encode(*m_moment.model, view, context().workers), context().workers);
}

QString AeModel::nameOf(int index) const
{
    const auto& labels = data()->dataset->test.labels;
    if (index < static_cast<int>(labels.size())) {
        const int label = labels[static_cast<std::size_t>(index)];
        return showsDigits() ? tr("a %1 goes in").arg(label) : className(label);
    }
    return tr("no. %1 goes in").arg(index + 1);
}

QStringList AeModel::classNames() const
{
    return data() ? classNamesOf(data()->dataset->classNames) : QStringList();
}

QString AeModel::className(int label) const
{
    const QString name = label >= 0 ? classNames().value(label) : QString();
    return name.isEmpty() ? tr("class %1").arg(label) : name;
}

std::vector<float> AeModel::pcaPictureOf(int index) const
{
    if (!data() || !data()->hasPca()) return {};
    const Pca pca = firstComponents(data()->pca, m_run->setup().bottleneck);
    const std::vector<float> pixels = pixelsOf(index);
    const SampleView one{.floats = pixels.data(), .count = 1, .features = pixels.size()};
    const auto scores = project(pca, one, context().workers);
    return reconstruct(pca, scores.data());
}

std::optional<double> AeModel::pcaError() const
{
    if (!data() || !data()->hasPca()) return std::nullopt;
    return data()->pcaErrorOf(m_run->setup().bottleneck);
}

std::vector<double> AeModel::angles(const RunMoment& moment) const
{
    if (!moment.model || !data()) return {};
    const ResolvedNetwork& network = moment.model->plan->network();
    const int code = network.codeSize();
    if (!network.network.isLinear() || code > directionsOf(data()->pca)) return {};
    return principalAngles(firstComponents(data()->pca, code).components,
                           decoderPlane(*moment.model, context().workers), code);
}

void AeModel::takeEarlier()
{
    const int chosen = m_chosenEarlier < 0 ? 0 : earlier()[static_cast<std::size_t>(m_chosenEarlier)].id;
    m_earlier = context().runs.earlierRuns();
    std::erase_if(m_earlier, [this](const EarlierRun& e) {
        // An error on other data says nothing beside this one's.
        return e.run != m_run.get() || e.serial == m_run->serial() || e.setup.data != m_run->setup().data;
    });
    const auto same = std::find_if(m_earlier.begin(), m_earlier.end(),
                                   [chosen](const EarlierRun& run) { return run.id == chosen; });
    m_chosenEarlier = same == m_earlier.end() ? -1 : static_cast<int>(same - m_earlier.begin());
    Q_EMIT earlierChanged();
}

void AeModel::chooseEarlier(int index)
{
    m_chosenEarlier = index == m_chosenEarlier ? -1 : index;
    Q_EMIT earlierChanged();
}

void AeModel::removeEarlier(int index)
{
    if (index >= 0 && index < static_cast<int>(earlier().size()))
        context().runs.remove(earlier()[static_cast<std::size_t>(index)].id);
}

bool AeModel::canOpenLayer(int layer) const
{
    return m_moment.model && layer > 0 && isLayerScene(*m_moment.model->plan, layer - 1);
}

void AeModel::openLayer(int layer, int map)
{
    if (!canOpenLayer(layer)) return;
    const auto scene =
        sceneOfLayer(*m_moment.model, layer - 1, activationsOf(*m_moment.model, pixelsOf(digit())));
    if (!scene) return tell(errorSentence(scene.error()), {});
    const QString where = tr("layer %1 after update %2").arg(layer).arg(texts().grouped(m_moment.update));
    const auto figure = evaluate(*scene);
    ConvView view{.position = figure ? static_cast<double>(figure->positionCount()) : 0};
    if (map < scene->filters()) view.filter = map;
    Q_EMIT openAsked({ConvState{*scene, view}, where});
}

QString AeModel::summary() const
{
    if (tab() == AutoencoderTab::Walk)
        return showsDigits()
                   ? tr("Every point of the plane is a picture; only some are digits.")
                   : tr("Every point of the plane is rebuilt to something; only some is like the data.");
    const int code = m_setup.bottleneck;
    if (isLinear(m_setup))
        return tr("Without nonlinear activations, %n numbers can do no more than PCA.", nullptr, code);
    if (!m_data) return tr("Squeeze samples into %n numbers, and rebuild them.", nullptr, code);
    const Shape& shape = m_data->dataset->test.shape;
    const QString sentence =
        shape.height > 1 ? tr("Squeeze %1 pixels into %n numbers, and rebuild them.", nullptr, code)
                         : tr("Squeeze %1 measures into %n numbers, and rebuild them.", nullptr, code);
    return sentence.arg(shape.size());
}

QString AeModel::activity() const
{
    if (!m_run->isTraining()) return {};
    const Snapshot& now = *snapshot();
    return tr("training: %1 %").arg(100LL * now.update / std::max(1, now.totalUpdates));
}

bool AeModel::canExport() const
{
    return m_export->isPossible();
}

std::optional<Exportable> AeModel::exportable(const ExportChoice& choice) const
{
    return m_export->shown(choice);
}

bool AeModel::offers(CommandId command) const
{
    if (command == CommandId::SaveNumbers) return m_numbers->isPossible();
    if (command == CommandId::OpenFolder) return true; // of pictures, or a set of IDX files
    if (command == CommandId::Replay) return snapshot() && snapshot()->update > 0;
    return LabModel::offers(command);
}

void AeModel::run(CommandId command)
{
    if (command == CommandId::Replay) replayFirst();
    if (command == CommandId::SaveNumbers) Q_EMIT numbersAsked();
}

std::vector<ChipContent> AeModel::chips()
{
    std::vector<ChipContent> chips;
    QStringList names;
    std::vector<const ModelPreset*> presets;
    int current = -1;
    for (const ModelPreset& preset : modelPresets()) {
        if (!preset.isOfTheWindow) continue;
        if (!m_setup.own && m_setup.model == preset.id) current = static_cast<int>(presets.size());
        presets.push_back(&preset);
        names << shortModelName(preset.id);
    }
    chips.push_back({.name = tr("Network"),
                     .values = names,
                     .current = current,
                     .shown = networkName(m_setup),
                     .look = ChipLook::Accent,
                     .areNumbers = false,
                     .choose = [this, presets](int i) {
                         choose(withModel(m_setup, *presets[static_cast<std::size_t>(i)]));
                     }});
    const std::vector<int> sizes{1, 2, 3, 4, 8, 16, 32, 64};
    QStringList counts;
    for (const int size : sizes)
        counts << QString::number(size);
    const auto at = std::find(sizes.begin(), sizes.end(), m_setup.bottleneck);
    chips.push_back({.name = tr("Bottleneck"),
                     .values = counts,
                     .current = at == sizes.end() ? -1 : static_cast<int>(at - sizes.begin()),
                     .shown = QString::number(m_setup.bottleneck),
                     .choose = [this, sizes](int i) {
                         AutoencoderSetup setup = m_setup;
                         setup.bottleneck = sizes[static_cast<std::size_t>(i)];
                         edit(setup);
                     }});
    chips.push_back({.name = tr("Pace"),
                     .values = paceNames(),
                     .current = paceIndex(pace()),
                     .areNumbers = false,
                     .choose = [this](int i) { setPace(paceOf(i)); }});
    if (tab() == AutoencoderTab::Compared) addComparedChips(chips);
    if (tab() == AutoencoderTab::Walk) addWalkChips(chips);
    if (tab() != AutoencoderTab::Learns)
        chips.push_back({.name = tr("Colours"),
                         .values = {tr("no"), tr("yes")},
                         .current = m_view.hasColours ? 1 : 0,
                         .areNumbers = false,
                         .isSwitch = true,
                         .choose = [this](int i) { colourMaps(i == 1); }});
    return chips;
}

void AeModel::addComparedChips(std::vector<ChipContent>& chips)
{
    chips.push_back({.name = tr("right"),
                     .values = {tr("PCA"), tr("MDS"), tr("Dial"), tr("Sizes")},
                     .current = static_cast<int>(m_view.beside),
                     .areNumbers = false,
                     .choose = [this](int i) { putBeside(static_cast<Beside>(i)); }});
    chips.push_back({.name = tr("Align"),
                     .values = {tr("no"), tr("yes")},
                     .current = m_view.isAligned ? 1 : 0,
                     .areNumbers = false,
                     .isSwitch = true,
                     .choose = [this](int i) { alignMaps(i == 1); }});
}

void AeModel::addWalkChips(std::vector<ChipContent>& chips)
{
    chips.push_back({.name = tr("behind"),
                     .values = {tr("None"), tr("Grid"), tr("Density"), tr("Holes")},
                     .current = static_cast<int>(m_view.walk.layer),
                     .areNumbers = false,
                     .choose = [this](int i) { m_walk->showLayer(static_cast<WalkLayer>(i)); }});
    if (!m_walk->canFollowData()) return;
    chips.push_back({.name = tr("Way"),
                     .values = {tr("straight"), tr("on data")},
                     .current = m_view.walk.isThroughData ? 1 : 0,
                     .areNumbers = false,
                     .choose = [this](int i) { m_walk->followData(i == 1); }});
}

void AeModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_remark = {sentence, offers};
    Q_EMIT remarkChanged();
}

/// Which row it is; the row itself says why.
QString AeModel::impossibleSentence() const
{
    const auto fault = hg::faultOf(m_setup, shape());
    return tr("%1 is not possible; what can be done stands there, under “More: the layers”.")
        .arg(rowName(fault->part, fault->row));
}

Remark AeModel::remark()
{
    if (!m_remark.sentence.isEmpty()) return m_remark;
    if (m_problem && m_data && hg::faultOf(m_setup, shape())) return {impossibleSentence()};
    if (m_problem) {
        const QList<Offer> again{{tr("Try again"), [this] { load(); }}};
        return {problemSentence(*m_problem), m_data ? QList<Offer>() : again};
    }
    const bool isOfRows = m_setup.own || (m_run->hasBegun() && m_run->setup().own);
    if (m_isPending && isOfRows && isPossible() && isOtherNetwork())
        return {tr("The new network applies at the next reset."),
                {{tr("Apply"), [this] { applyPending(); }}, {tr("Take back"), [this] { dropPending(); }}},
                false};
    if (m_run->isIn(RunState::Diverged))
        return {
            errorSentence({ErrorCode::Diverged, {}, {static_cast<double>(snapshot()->update)}, {}}),
            {{tr("Learning rate ÷ 10"), [this] { slowerRate(); }}, {tr("Start again"), [this] { again(); }}}};
    if (trainedElsewhere())
        return {tr("Another lab has trained this network already."),
                {{tr("Show it"), [this] { takeTrained(); }}},
                false};
    return {};
}

} // namespace hg
