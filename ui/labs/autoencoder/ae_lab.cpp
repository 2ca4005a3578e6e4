#include "ui/labs/autoencoder/ae_lab.h"

#include "ui/labs/autoencoder/ae_inspector.h"
#include "ui/labs/autoencoder/ae_stage.h"

#include <QEventLoop>
#include <QTimer>
#include <QUndoCommand>

#include <algorithm>
#include <optional>

namespace hg {
namespace {

/// Old, new, merge key.
class SetupCommand : public QUndoCommand {
public:
    SetupCommand(AeSession& session, AutoencoderSetup before, AutoencoderSetup after, int mergeKey)
        : m_session(session), m_before(std::move(before)), m_after(std::move(after)), m_mergeKey(mergeKey)
    {}
    void undo() override { m_session.setSetup(m_before); }
    void redo() override { m_session.setSetup(m_after); }
    int id() const override { return m_mergeKey > 0 ? m_mergeKey : -1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        m_after = static_cast<const SetupCommand*>(next)->m_after;
        setObsolete(m_after == m_before); // stepped there and back: nothing is left to undo
        return true;
    }

private:
    AeSession& m_session;
    AutoencoderSetup m_before, m_after;
    int m_mergeKey;
};

} // namespace

AeLab::AeLab(AppContext& context)
    : m_session(context)
    , m_stage(new AeStage(*this))
    , m_inspector(new AeInspector(*this))
    , m_bar(new AeTrainBar(*this))
{
    connect(&m_session, &AeSession::setupChanged, this, &Lab::summaryChanged);
    m_session.load();
}

AeLab::~AeLab() = default;

QWidget* AeLab::stage()
{
    return m_stage;
}
QWidget* AeLab::inspector()
{
    return m_inspector;
}
QWidget* AeLab::transportExtras()
{
    return m_bar;
}

QString AeLab::summary() const
{
    if (m_session.setup().model == "linear")
        return tr("Without nonlinear activations, two numbers can do no more than PCA.");
    return tr("Squeeze 784 pixels into 2 numbers, and rebuild them.");
}

void AeLab::setStyle(const PaintStyle& style)
{
    m_session.refreshLabel();
    m_stage->setStyle(style);
    m_inspector->setStyle(style);
}

void AeLab::chooseDigit(int index)
{
    const AeData* data = m_session.data();
    if (!data) return;
    m_digit = std::clamp(index, 0, data->dataset->test.count - 1);
    Q_EMIT digitChanged();
}

void AeLab::edit(const AutoencoderSetup& setup, int mergeKey)
{
    if (setup == m_session.setup()) return;
    m_undo.push(new SetupCommand(m_session, m_session.setup(), setup, mergeKey));
}

void AeLab::prepareShot()
{
    // A short real run: pictures of the program show what it computed.
    const auto state = [this] {
        return m_session.snapshot() ? std::optional(m_session.snapshot()->state) : std::nullopt;
    };
    if (state() == RunState::Finished) return;
    m_session.setPace(0);
    QEventLoop loop;
    QTimer poll;
    connect(&poll, &QTimer::timeout, &loop, [&] {
        if (state() == RunState::Paused) m_session.toggleTraining();
        if (state() == RunState::Finished || state() == RunState::Diverged || m_session.problem())
            loop.quit();
    });
    poll.start(200);
    loop.exec();
}

std::unique_ptr<Lab> makeAutoencoderLab(AppContext& context)
{
    return std::make_unique<AeLab>(context);
}

} // namespace hg
