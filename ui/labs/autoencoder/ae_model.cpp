#include "ui/labs/autoencoder/ae_model.h"

#include "ui/theme/error_text.h"

#include <algorithm>
#include <cmath>

namespace hg {

AeModel::AeModel(AppContext& context)
    : LabModel(context, "autoencoder")
    , m_setup(defaultSetup("dense"))
    , m_run(context.runs.take("autoencoder", context.workers, context.clock))
{
    takeRun();
    connect(&context.data, &DataStore::loaded, this, &AeModel::takeData);
    connect(&context.data, &DataStore::failed, this, &AeModel::takeProblem);
    followData();
}

AeModel::~AeModel() = default;

/// One that somebody left comes with what it trains.
void AeModel::takeRun()
{
    connect(m_run.get(), &Run::stateChanged, this, &AeModel::stateChanged);
    connect(m_run.get(), &Run::stateChanged, this, &AeModel::remarkChanged);
    connect(m_run.get(), &Run::momentChanged, this, &AeModel::momentChanged);
    connect(m_run.get(), &Run::momentChanged, this, &AeModel::seekOpened);
    if (m_run->hasBegun()) m_setup = m_run->setup();
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

void AeModel::takeData(const std::string& source)
{
    if (source != m_setup.data) return;
    m_problem.reset();
    m_data = context().data.find(source);
    if (!m_run->hasBegun() || (m_isPending && mayReplace())) startRun();
    showData();
    Q_EMIT setupChanged(); // what was chosen meanwhile no longer waits
    Q_EMIT changed();
}

/// Those of the run, with a digit that they have.
void AeModel::showData()
{
    chooseDigit(m_view.digit);
    Q_EMIT dataReady();
}

void AeModel::takeProblem(const std::string& source)
{
    if (source != m_setup.data) return;
    m_problem = context().data.problem(source);
    Q_EMIT remarkChanged();
    Q_EMIT stateChanged();
}

void AeModel::startRun()
{
    const auto begun = m_run->start(m_setup, m_data, m_view.paceSeconds);
    m_problem = begun ? std::nullopt : std::optional(begun.error());
    if (begun) m_isPending = false;
    Q_EMIT remarkChanged();
}

LabState AeModel::state() const
{
    AutoencoderState state{m_setup, m_view};
    const RunMoment moment = m_run->moment();
    if (!state.view.update && moment.model && !moment.isNow) state.view.update = moment.update;
    return state;
}

void AeModel::open(const LabState& state)
{
    const auto* opened = std::get_if<AutoencoderState>(&state);
    if (!opened) return;
    m_run->timeline().pause();
    edit(opened->setup);
    m_view = opened->view;
    m_run->setPace(m_view.paceSeconds);
    chooseDigit(m_view.digit);
    seekOpened();
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

void AeModel::adopt(const AutoencoderSetup& setup)
{
    const double oldRate = m_setup.recipe.learningRate;
    const bool areOtherData = setup.data != m_setup.data;
    m_setup = setup;
    if (m_run->hasBegun()) {
        if (setup.recipe.learningRate != oldRate) m_run->setLearningRate(setup.recipe.learningRate);
        AutoencoderSetup running = m_run->setup();
        running.recipe.learningRate = setup.recipe.learningRate;
        m_isPending = running != setup;
    }
    if (areOtherData) followData();
    if (m_isPending && m_data && mayReplace()) reset();
    Q_EMIT setupChanged();
}

/// Before the first update there is nothing to lose: the new network simply stands there.
bool AeModel::mayReplace() const
{
    return !snapshot() || snapshot()->update == 0;
}

void AeModel::toggleTraining()
{
    if (!snapshot()) return;
    if (m_run->isIn(RunState::Finished) || m_run->isIn(RunState::Diverged)) reset();
    m_run->isTraining() ? m_run->pause() : m_run->resume();
}

void AeModel::reset()
{
    if (!m_data) return;
    const LabData* shown = data();
    startRun();
    if (data() != shown) showData();
    Q_EMIT stateChanged();
    Q_EMIT setupChanged();
}

void AeModel::setPace(double seconds)
{
    m_view.paceSeconds = seconds;
    m_run->setPace(seconds);
    Q_EMIT stateChanged();
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

std::vector<double> AeModel::angles(const RunMoment& moment) const
{
    if (!moment.model || !data() || !data()->hasPca()) return {};
    if (!moment.model->plan->network().network.isLinear()) return {};
    return principalAngles(data()->pca.components, decoderPlane(*moment.model, context().workers),
                           data()->pca.count());
}

QString AeModel::summary() const
{
    const int code = m_setup.bottleneck;
    if (m_setup.model == "linear")
        return tr("Without nonlinear activations, %n numbers can do no more than PCA.", nullptr, code);
    if (!m_data) return tr("Squeeze pictures into %n numbers, and rebuild them.", nullptr, code);
    return tr("Squeeze %1 pixels into %n numbers, and rebuild them.", nullptr, code)
        .arg(m_data->dataset->test.shape.size());
}

void AeModel::tell(const QString& sentence, const QList<Offer>& offers)
{
    m_remark = {sentence, offers};
    Q_EMIT remarkChanged();
}

Remark AeModel::remark()
{
    if (!m_remark.sentence.isEmpty()) return m_remark;
    if (m_problem) {
        const QString place = m_problem->where.empty()
                                  ? QString()
                                  : QString::fromStdString(m_problem->where) + QStringLiteral(": ");
        const QList<Offer> again{{tr("Try again"), [this] { load(); }}};
        return {place + errorSentence(*m_problem), m_data ? QList<Offer>() : again};
    }
    if (m_run->isIn(RunState::Diverged))
        return {errorSentence({ErrorCode::Diverged, {}, {static_cast<double>(snapshot()->update)}, {}}),
                {{tr("Start again"), [this] { reset(); }}}};
    return {};
}

} // namespace hg
