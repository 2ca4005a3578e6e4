#include "app/cli/train_tabs.h"

#include "app/cli/long_work.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/walk_model.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

namespace hg::cli {
namespace {

/// The lab without a window, from its beginning to where a tab can be drawn.
class TabTraining {
public:
    TabTraining(const AutoencoderState& state, int threads)
        : m_settings(m_scratch.filePath(QStringLiteral("settings.ini")))
        , m_workers(threads)
        , m_assets(QCoreApplication::applicationDirPath().toStdString())
        , m_stores(m_workers, m_assets)
        , m_model(m_context)
    {
        m_model.open(state);
        m_model.setPace({.seconds = 0});
    }

    AeModel& model() { return m_model; }

    /// Until everything that the tab shows has been worked out.
    std::optional<Failure> wait()
    {
        constexpr int often = 10; // milliseconds
        QEventLoop loop;
        QTimer clock;
        QObject::connect(&clock, &QTimer::timeout, &loop, [&] { look(loop); });
        clock.start(often);
        loop.exec();
        return m_failure;
    }

private:
    void look(QEventLoop& loop)
    {
        const Run& run = m_model.run();
        if (wasInterrupted())
            m_failure = failure({ErrorCode::Cancelled}, "train");
        else if (m_model.problem())
            m_failure = failure(*m_model.problem());
        else if (run.isIn(RunState::Diverged))
            m_failure = failure({ErrorCode::Diverged, {}, {double(m_model.snapshot()->update)}}, "train");
        else if (run.isIn(RunState::Paused))
            return m_model.toggleTraining();
        else if (!run.isIn(RunState::Finished) || !isReady())
            return;
        loop.quit();
    }

    /// Asks for what the tab needs, which begins what is not there yet.
    bool isReady()
    {
        if (m_model.tab() == AutoencoderTab::Compared) {
            ComparedModel& compared = m_model.compared();
            const bool isMds = m_model.view().beside == Beside::Mds;
            return compared.plain() && (!isMds || compared.mds().isDone() || compared.mds().problem());
        }
        WalkModel& walk = m_model.walk();
        const bool isThere = walk.plane() && walk.places();
        walk.training();
        walk.film();
        return isThere && !walk.isWorking();
    }

    const QTemporaryDir m_scratch;
    Settings m_settings;
    Workers m_workers;
    const SteadyClock m_clock;
    const Assets m_assets;
    Stores m_stores;
    AppContext m_context{m_settings,    m_workers,     m_clock,      m_assets,
                         m_stores.jobs, m_stores.data, m_stores.runs};
    AeModel m_model;
    std::optional<Failure> m_failure;
};

} // namespace

bool hasTabOfItsOwn(const AutoencoderView& view)
{
    return view.tab != AutoencoderTab::Learns;
}

std::optional<Failure> renderTab(const RenderOrder& order, const AutoencoderState& state, int threads)
{
    TabTraining training(state, threads);
    if (auto fault = training.wait()) return fault;
    return draw(order, [&](const ExportChoice& choice) { return *training.model().exportable(choice); });
}

} // namespace hg::cli
