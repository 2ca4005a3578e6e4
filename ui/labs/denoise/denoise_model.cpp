#include "ui/labs/denoise/denoise_model.h"

#include "core/data/bundled_digits.h"
#include "core/eval/psnr.h"
#include "core/io/array_file.h"
#include "ui/labs/denoise/denoise_export.h"
#include "ui/labs/denoise/denoise_words.h"
#include "ui/labs/denoise/own_picture.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/theme/error_text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hg {
namespace {

constexpr int quickly = 1000, usually = 5000;        // pictures, as `denoise` takes them
constexpr int soon = 400, resting = 300, frame = 60; // milliseconds
constexpr float brightest = 255;

/// Noise, PSNR and clipping have a meaning for numbers from 0 to 1 only.
std::optional<Error> beyondPeak(const LabData& data)
{
    if (!data.beyondPeak) return std::nullopt;
    return Error{ErrorCode::BadValue, data.dataset->source, {0, 1}, shortest(*data.beyondPeak)};
}

} // namespace

DenoiseModel::DenoiseModel(AppContext& context)
    : LabModel(context, "denoising")
    , m_timeline(context.clock, [this]() -> const Texts& { return texts(); })
    , m_clean(std::make_unique<Twin>(context.runs, "denoising, clean", context.workers, context.clock))
    , m_noisy(std::make_unique<Twin>(context.runs, "denoising, noisy", context.workers, context.clock))
    , m_curves(std::make_unique<StrengthCurves>(context.workers, context.jobs))
    , m_reading(context.jobs)
    , m_some(std::make_unique<Figures>(context.jobs, Figures::Old::Ends, [this] { wantFigures(); }))
    , m_all(std::make_unique<Figures>(context.jobs, Figures::Old::IsGivenUp, [this] { wantFigures(); }))
{
    m_timeline.seekStrength(m_view.strength);
    for (QTimer* timer : {&m_soon, &m_resting, &m_frame})
        timer->setSingleShot(true);
    m_frame.setInterval(frame);
    m_soon.setInterval(soon);
    m_resting.setInterval(resting);
    watch(m_reading);
    connectAll();
    followData();
}

DenoiseModel::~DenoiseModel() = default;

void DenoiseModel::connectAll()
{
    connect(&m_timeline, &Timeline::changed, this, &DenoiseModel::followMoment);
    connect(&m_timeline, &Timeline::stateChanged, this, &DenoiseModel::followMoment);
    connect(&m_soon, &QTimer::timeout, this, &DenoiseModel::trainMissing);
    connect(&m_frame, &QTimer::timeout, this, &DenoiseModel::showTwins);
    connect(&m_resting, &QTimer::timeout, this, &DenoiseModel::wantAllFigures);
    connect(&context().data, &DataStore::loaded, this, &DenoiseModel::takeData);
    connect(&context().data, &DataStore::failed, this, &DenoiseModel::takeProblem);
    connect(m_curves.get(), &StrengthCurves::changed, this, &DenoiseModel::curvesChanged);
    for (const auto& twin : {m_clean.get(), m_noisy.get()})
        connect(twin, &Twin::changed, this, &DenoiseModel::takeTwins);
}

void DenoiseModel::followData()
{
    watch(context().data.job(m_setup.network.data));
    m_data = context().data.find(m_setup.network.data);
    m_data ? takeData(m_setup.network.data) : load();
}

void DenoiseModel::load()
{
    m_problem.reset();
    context().data.load(m_setup.network.data);
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

void DenoiseModel::takeData(const DataRequest& request)
{
    if (request != m_setup.network.data) return;
    m_data = context().data.find(request);
    m_problem = beyondPeak(*m_data);
    if (m_problem) m_data.reset();
    m_classifiers.reset();
    if (!m_data) return tellProblem();
    if (areDigits(request)) {
        auto classifiers = loadDigitClassifiers(context().assets);
        if (classifiers)
            m_classifiers = std::make_shared<const std::vector<DigitClassifier>>(std::move(*classifiers));
        else
            m_problem = classifiers.error();
    }
    m_view.first = std::clamp(m_view.first, 0, std::max(0, m_data->dataset->test.count - 1));
    adopt(m_setup); // the twins learn from these
    Q_EMIT dataReady();
    Q_EMIT remarkChanged();
}

void DenoiseModel::takeProblem(const DataRequest& request)
{
    if (request != m_setup.network.data) return;
    m_problem = context().data.problem(request);
    tellProblem();
}

void DenoiseModel::tellProblem()
{
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

LabState DenoiseModel::state() const
{
    DenoiseState state{m_setup, m_view};
    state.view.strength = strength();
    return state;
}

void DenoiseModel::open(const LabState& state)
{
    const auto* opened = std::get_if<DenoiseState>(&state);
    if (!opened) return;
    m_timeline.pause();
    m_view = opened->view;
    edit(opened->setup);
    m_timeline.setKind(opened->setup.kind);
    setStrength(opened->view.strength);
    Q_EMIT viewChanged();
    Q_EMIT ownChanged();
    followMoment();
    Q_EMIT changed();
}

void DenoiseModel::edit(const DenoiseSetup& setup, const std::string& merges)
{
    if (setup == m_setup) return;
    undoStack()->push(new StateEdit<DenoiseSetup>(*this, m_setup, setup, merges));
}

void DenoiseModel::adopt(const DenoiseSetup& setup)
{
    const bool isOtherData = setup.network.data != m_setup.network.data;
    m_setup = setup;
    m_timeline.setKind(setup.kind);
    if (isOtherData) {
        m_data.reset();
        Q_EMIT setupChanged();
        return followData();
    }
    m_refusal.reset();
    Q_EMIT remarkChanged();
    if (m_data) {
        // As many components as the code has numbers, or none: fewer would be another comparison.
        const int components = setup.network.bottleneck;
        m_pca = components <= m_data->pca.count()
                    ? std::make_shared<const Pca>(firstComponents(m_data->pca, components))
                    : nullptr;
        m_clean->want(cleanTwin(setup), m_data);
        m_noisy->want(noisyTwin(setup), m_data);
        if (m_isLookedAt) m_soon.start();
    }
    Q_EMIT setupChanged();
    Q_EMIT changed();
}

void DenoiseModel::setKind(Noise::Kind kind)
{
    if (kind == m_setup.kind) return;
    DenoiseSetup setup = m_setup;
    setup.kind = kind;
    setup.trained = {kind, scaleOf(kind).usual};
    edit(setup);
}

void DenoiseModel::openExample(const DenoiseExample& example)
{
    m_timeline.pause();
    edit(example.state.setup);
    setStrength(example.state.view.strength);
    setTab(example.state.view.tab);
}

const DenoiseExample* DenoiseModel::shownExample() const
{
    const auto examples = denoiseExamples();
    const DenoiseExample* found = nullptr;
    for (const DenoiseExample& example : examples) {
        if (example.state.setup != m_setup) continue;
        if (example.state.view.strength == strength()) return &example;
        if (!found) found = &example;
    }
    return found;
}

void DenoiseModel::setTab(DenoiseTab tab)
{
    if (tab == m_view.tab) return;
    m_view.tab = tab;
    Q_EMIT viewChanged();
    Q_EMIT changed();
}

void DenoiseModel::setFirst(int first)
{
    const int last = m_data ? std::max(0, m_data->dataset->test.count - 1) : 0;
    m_view.first = std::clamp(first, 0, last);
    Q_EMIT viewChanged();
    Q_EMIT momentChanged();
}

void DenoiseModel::setPaceSeconds(double seconds)
{
    m_view.paceSeconds = seconds;
    for (const auto& twin : {m_clean.get(), m_noisy.get()})
        twin->setPace(seconds);
    Q_EMIT viewChanged();
}

void DenoiseModel::followCodes(Denoiser denoiser)
{
    m_view.arrows = denoiser;
    Q_EMIT viewChanged();
    Q_EMIT changed();
}

void DenoiseModel::prepare()
{
    m_isLookedAt = true;
    trainMissing();
}

/// What is missing is trained at once; what a hand has paused stays paused.
void DenoiseModel::trainMissing()
{
    if (!m_data) return;
    for (const auto& twin : {m_clean.get(), m_noisy.get()})
        if (twin->standing() == Twin::Standing::Missing)
            if (const auto begun = twin->train(0); !begun) return refuseTraining(begun.error());
}

void DenoiseModel::refuseTraining(const Error& error)
{
    m_refusal = error;
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

DenoiseModel::Standing DenoiseModel::standing() const
{
    if (!m_data) return Standing::Waiting;
    const std::array both{m_clean->standing(), m_noisy->standing()};
    const auto is = [&](Twin::Standing standing) { return both[0] == standing || both[1] == standing; };
    if (is(Twin::Standing::Running)) return Standing::Running;
    if (is(Twin::Standing::Diverged)) return Standing::Diverged;
    if (is(Twin::Standing::Paused)) return Standing::Paused;
    return is(Twin::Standing::Missing) ? Standing::Missing : Standing::Trained;
}

void DenoiseModel::toggleTraining()
{
    const Standing now = standing();
    for (const auto& twin : {m_clean.get(), m_noisy.get()}) {
        if (now == Standing::Running)
            twin->pause();
        else if (now == Standing::Paused)
            twin->resume();
        else if (now != Standing::Waiting)
            if (const auto begun = twin->train(m_view.paceSeconds); !begun)
                return refuseTraining(begun.error());
    }
}

/// Both twins tell thirty times a second: often enough is what can be seen.
void DenoiseModel::takeTwins()
{
    const Standing now = standing();
    if (std::exchange(m_told, now) == now && now == Standing::Running) {
        if (!m_frame.isActive()) m_frame.start();
        return;
    }
    m_frame.stop();
    showTwins();
}

void DenoiseModel::showTwins()
{
    Q_EMIT stateChanged();
    Q_EMIT activityChanged();
    Q_EMIT remarkChanged();
    followMoment();
}

DenoiseCase DenoiseModel::denoiseCase() const
{
    return {m_data,
            {m_clean->model(), m_noisy->model(), m_pca, m_data ? m_data->dataset->test.shape : Shape()},
            m_classifiers,
            m_setup};
}

void DenoiseModel::followMoment()
{
    Q_EMIT momentChanged();
    wantFigures();
}

/// Few at once while something moves, all when nothing does, and then the curves.
void DenoiseModel::wantFigures()
{
    if (!m_data || !m_isLookedAt) return;
    Q_EMIT figuresChanged();
    if (!ofNow(*m_all)) measure(*m_some, quickDenoiserImages);
    const bool isMoving = m_timeline.isPlaying() || standing() == Standing::Running;
    isMoving ? m_resting.stop() : m_resting.start();
}

void DenoiseModel::wantAllFigures()
{
    measure(*m_all, usualDenoiserImages);
    if (ofNow(*m_all) && standing() == Standing::Trained) m_curves->measure(denoiseCase());
}

void DenoiseModel::measure(Figures& figures, int count)
{
    const FigureKey key{denoiseCase(), strength(), count};
    figures.want(key, tr("Measuring"), [&] {
        return [key, &workers = context().workers](const Watch& watch) {
            const auto stop = [&] { return !mayGoOn(watch, -1); };
            const auto test = key.subject.testOf(key.count, key.strength);
            auto all = measureRows(key.subject.denoisers, test, workers, stop);
            return MeasuredRows{key, all ? std::move(*all) : AllFigures()}; // dropped where it was stopped
        };
    });
}

const MeasuredRows* DenoiseModel::ofNow(const Figures& figures) const
{
    const MeasuredRows* newest = figures.newest();
    return newest && newest->of.strength == strength() && newest->of.subject == denoiseCase() ? newest
                                                                                              : nullptr;
}

const MeasuredRows* DenoiseModel::figures() const
{
    if (const MeasuredRows* all = ofNow(*m_all)) return all;
    return m_some->newest();
}

bool DenoiseModel::areFiguresDone() const
{
    return ofNow(*m_all) != nullptr;
}

bool DenoiseModel::areCurvesOfNow() const
{
    return m_data && m_curves->areOf(denoiseCase());
}

bool DenoiseModel::isAtRest() const
{
    if (!m_isLookedAt) return true; // nothing is trained or measured for a figure of a page
    if (!m_data) return m_problem.has_value() || m_refusal.has_value();
    const Standing now = standing();
    if (m_soon.isActive() || now == Standing::Missing || now == Standing::Running) return false;
    if (!areFiguresDone()) return false;
    return now != Standing::Trained || (areCurvesOfNow() && m_curves->isDone());
}

const DenoisedPictures& DenoiseModel::pictures(int count)
{
    const DenoiseCase now = denoiseCase();
    const int shown = std::min(count, m_data->dataset->test.count - m_view.first);
    if (m_picturesOf && *m_picturesOf == now && m_picturesStrength == strength() &&
        m_pictures.first == m_view.first && m_pictures.count == shown)
        return m_pictures;
    m_picturesOf = now;
    m_picturesStrength = strength();
    m_pictures = denoisedPictures(now, strength(), m_view.first, shown, context().workers);
    return m_pictures;
}

QString DenoiseModel::noteOf(DenoiseRow row) const
{
    const Twin& twin = row == DenoiseRow::NoiseTrained ? *m_noisy : *m_clean;
    const Snapshot* now = twin.snapshot();
    switch (twin.standing()) {
    case Twin::Standing::Missing:
        return tr("not trained yet");
    case Twin::Standing::Running:
        return tr("learning: %1 %").arg(100LL * now->update / std::max(1, now->totalUpdates));
    case Twin::Standing::Paused:
        return tr("paused at update %1").arg(texts().grouped(now->update));
    case Twin::Standing::Diverged:
        return tr("has run away");
    default:
        return {};
    }
}

const BlackPixel* DenoiseModel::blackPixel()
{
    const Noise now = noiseOf(m_setup, strength());
    if (std::exchange(m_blackPixelOf, now) != now) m_blackPixel = blackPixelUnder(now);
    return m_blackPixel ? &*m_blackPixel : nullptr;
}

/// The network or components that the codes are of; null while they are not there.
std::shared_ptr<const void> DenoiseModel::sourceOfCodes() const
{
    const Denoisers now = denoisers();
    if (m_view.arrows == Denoiser::Pca) return now.pca;
    return m_view.arrows == Denoiser::NoiseTrained ? now.noiseTrained : now.autoencoder;
}

/// The strength does not move the cloud: it is made once a network.
MovedCodes DenoiseModel::movedCodes()
{
    const DenoiseCase subject = denoiseCase();
    Workers& workers = context().workers;
    auto source = sourceOfCodes();
    if (!m_cloud || m_cloudOf != source)
        m_cloud = std::make_shared<const std::vector<float>>(
            codesBy(subject, m_view.arrows, m_data->dataset->test.view(codesOnMap), workers));
    m_cloudOf = std::move(source);
    return hg::movedCodes(subject, m_view.arrows, m_cloud, strength(), workers);
}

std::optional<Reading> DenoiseModel::readIn(const std::vector<float>& pixels) const
{
    if (!m_classifiers || pixels.empty()) return std::nullopt;
    const SampleView one{.floats = pixels.data(), .count = 1, .features = pixels.size()};
    const std::span<const DigitClassifier> all(*m_classifiers);
    std::array<int, 10> votes{};
    for (std::size_t i = 0; i < all.size(); ++i)
        ++votes[static_cast<std::size_t>(digitsReadIn(all.subspan(i, 1), one, context().workers).front())];
    const auto most = std::max_element(votes.begin(), votes.end());
    return Reading{static_cast<int>(most - votes.begin()), *most, static_cast<int>(all.size())};
}

void DenoiseModel::takeToOwn(int index)
{
    setOwn({.digit = index});
    setTab(DenoiseTab::Own);
}

std::vector<std::pair<DenoiseRow, std::vector<float>>> DenoiseModel::ownRestored() const
{
    const std::vector<float> pixels = ownPixels();
    const SampleView one{.floats = pixels.data(), .count = 1, .features = pixels.size()};
    std::vector<std::pair<DenoiseRow, std::vector<float>>> all;
    for (const DenoiseRow row : {DenoiseRow::Noisy, DenoiseRow::Autoencoder, DenoiseRow::NoiseTrained,
                                 DenoiseRow::Pca, DenoiseRow::Median})
        all.emplace_back(row, restored(denoisers(), row, one, context().workers));
    return all;
}

std::vector<OwnResult> DenoiseModel::ownResults() const
{
    const std::vector<float> clean = ownClean();
    const SampleView wanted{.floats = clean.data(), .count = 1, .features = clean.size()};
    const int side = pictureSide(), label = ownLabel();
    std::vector<OwnResult> all;
    for (const auto& [row, made] : ownRestored()) {
        OwnResult result{.row = row};
        if (!made.empty()) {
            result.picture = samplePicture(made, side, side);
            result.read = readIn(made);
            if (result.read && label >= 0) result.isRight = result.read->digit == label;
            if (!clean.empty()) result.decibels = psnr(squaredError(made, wanted));
        }
        all.push_back(std::move(result));
    }
    return all;
}

int DenoiseModel::ownLabel() const
{
    if (!m_data || m_view.own.digit < 0) return -1;
    const auto& labels = m_data->dataset->test.labels;
    const auto at = static_cast<std::size_t>(m_view.own.digit);
    return at < labels.size() ? labels[at] : -1;
}

std::vector<float> DenoiseModel::pixelsOf(int index) const
{
    return m_data->dataset->test.view().sample(index);
}

std::vector<float> DenoiseModel::ownClean() const
{
    const OwnPicture& own = m_view.own;
    if (!m_data || own.digit < 0 || own.digit >= m_data->dataset->test.count) return {};
    return pixelsOf(own.digit);
}

std::vector<float> DenoiseModel::ownPixels() const
{
    const OwnPicture& own = m_view.own;
    if (!m_data) return {};
    if (own.pixels.size() != m_data->dataset->test.shape.size()) {
        const auto clean = ownClean();
        return clean.empty() ? pixelsOf(0) : clean; // of other data
    }
    std::vector<float> pixels;
    for (const std::uint8_t byte : own.pixels)
        pixels.push_back(static_cast<float>(byte) / brightest);
    return pixels;
}

int DenoiseModel::pictureSide() const
{
    const Shape shape = m_data ? m_data->dataset->test.shape : Shape();
    return shape.channels == 1 && shape.height == shape.width ? shape.height : 0;
}

void DenoiseModel::setOwn(const OwnPicture& own, const std::string& merges)
{
    if (own == m_view.own) return;
    undoStack()->push(new StateEdit<OwnPicture>(*this, m_view.own, own, merges));
}

void DenoiseModel::adopt(const OwnPicture& own)
{
    m_view.own = own;
    Q_EMIT ownChanged();
    Q_EMIT changed();
}

QString DenoiseModel::summary() const
{
    return tr("What a narrow network cannot carry, it loses: also the noise.");
}

QString DenoiseModel::activity() const
{
    if (standing() != Standing::Running) return {};
    int done = 0, all = 0;
    for (const auto& twin : {m_clean.get(), m_noisy.get()})
        if (const Snapshot* now = twin->snapshot()) {
            done += now->update;
            all += now->totalUpdates;
        }
    return tr("training: %1 %").arg(100LL * done / std::max(1, all));
}

std::vector<ChipContent> DenoiseModel::chips()
{
    std::vector<ChipContent> chips;
    chips.push_back({.name = tr("Noise"),
                     .values = noiseNames(),
                     .current = noiseRow(m_setup.kind),
                     .look = ChipLook::Accent,
                     .areNumbers = false,
                     .choose = [this](int i) { setKind(noiseChoices[static_cast<std::size_t>(i)]); }});
    chips.push_back({.name = tr("Clip"),
                     .values = {tr("no"), tr("yes")},
                     .current = m_setup.isClipped ? 1 : 0,
                     .areNumbers = false,
                     .isSwitch = true,
                     .choose = [this](int i) {
                         DenoiseSetup setup = m_setup;
                         setup.isClipped = i == 1;
                         edit(setup);
                     }});
    const std::vector<int> sizes{1, 2, 4, 8, 16, 32, 64};
    QStringList counts;
    for (const int size : sizes)
        counts << QString::number(size);
    const auto at = std::find(sizes.begin(), sizes.end(), m_setup.network.bottleneck);
    chips.push_back({.name = tr("Bottleneck"),
                     .values = counts,
                     .current = at == sizes.end() ? -1 : static_cast<int>(at - sizes.begin()),
                     .shown = QString::number(m_setup.network.bottleneck),
                     .choose = [this, sizes](int i) {
                         DenoiseSetup setup = m_setup;
                         setup.network.bottleneck = sizes[static_cast<std::size_t>(i)];
                         edit(setup);
                     }});
    return chips;
}

std::optional<Exportable> DenoiseModel::exportable(const ExportChoice& choice) const
{
    if (!m_data) return std::nullopt;
    const bool showsCodes = m_view.tab == DenoiseTab::Code && m_setup.network.bottleneck == 2;
    if (showsCodes && m_cloud && m_cloudOf == sourceOfCodes())
        return exportCodes({denoiseCase(), m_view.arrows, m_cloud}, strength(), choice, context().workers);
    if (m_view.tab == DenoiseTab::Own && pictureSide() > 0) return exportOwn(ownResults(), choice);
    DenoiseScene scene{denoiseCase(), m_view.first, {}};
    if (areCurvesOfNow()) scene.points = m_curves->points();
    return exportDenoising(std::move(scene), strength(), choice, context().workers);
}

void DenoiseModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_remark = {sentence, offers};
    Q_EMIT remarkChanged();
}

Remark DenoiseModel::remark()
{
    if (!m_remark.sentence.isEmpty()) return m_remark;
    if (m_problem) {
        const QList<Offer> again{{tr("Try again"), [this] { load(); }}};
        const bool isUnread = context().data.problem(m_setup.network.data).has_value();
        return {problemSentence(*m_problem), isUnread ? again : QList<Offer>()};
    }
    if (m_refusal) return {placedSentence(*m_refusal)};
    if (standing() == Standing::Diverged)
        return {tr("The training has run away: its numbers are no longer finite."),
                {{tr("Start again"), [this] { toggleTraining(); }}}};
    return {};
}

void DenoiseModel::openFile(const QString& path)
{
    const std::string where = path.toStdString();
    const int side = pictureSide();
    m_reading.start<std::optional<Result<std::vector<float>>>>(
        tr("Reading the file"), [path, where, side](const Watch&) { return pictureIn(pathOf(path), side); },
        [this, path](std::optional<Result<std::vector<float>>> pixels) {
            pixels ? takePicture(path, std::move(*pixels)) : LabModel::openFile(path);
        });
}

void DenoiseModel::takePicture(const QString& path, Result<std::vector<float>> pixels)
{
    if (!pixels) return refuse(path, errorSentence(pixels.error()));
    setOwn({.digit = -1, .pixels = greyBytes(*pixels)});
    setTab(DenoiseTab::Own);
    forgetRemark();
}

} // namespace hg
