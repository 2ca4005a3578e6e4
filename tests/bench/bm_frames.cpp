#include "app/frame_recorder.h"
#include "core/util/workers.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/shell/main_window.h"

#include <QStandardPaths>
#include <QTest>

#include <cstdio>

using namespace hg;

namespace {

constexpr int patience = 120'000;

/// A paced run from its first update to its last, with that tab in front.
FrameRecorder::Summary trainOnce(MainWindow& window, const FrameRecorder& recorder, const Clock& clock,
                                 double began, AutoencoderTab tab)
{
    auto& lab = dynamic_cast<AeModel&>(window.currentLab()->model());
    lab.setTab(tab);
    lab.again();
    if (!QTest::qWaitFor([&] { return lab.snapshot() && lab.snapshot()->update == 0; }, patience))
        std::exit(1);
    const double from = clock.seconds() - began;
    lab.toggleTraining();
    if (!QTest::qWaitFor([&] { return lab.run().isIn(RunState::Finished); }, patience)) std::exit(1);
    return recorder.summary(from, clock.seconds() - began);
}

} // namespace

/// The window's work while the dense network trains for 20 s on all cores with 60,000 points on the map: for
/// each tab how long the window's thread is busy at a stretch.
int main(int argc, char** argv)
{
    QStandardPaths::setTestModeEnabled(true);
    const SteadyClock clock;
    FrameRecorder recorder(clock);
    RecordedApplication application(argc, argv, &recorder);
    const double began = clock.seconds();
    const Assets assets(QApplication::applicationDirPath().toStdString());
    Settings settings;
    Workers workers;
    Stores stores(workers, assets);
    AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
    MainWindow window(context);
    window.resize(1920, 1080);
    window.show();
    window.openLab(QStringLiteral("autoencoder"));
    auto& lab = dynamic_cast<AeModel&>(window.currentLab()->model());
    if (!QTest::qWaitFor([&] { return lab.data() && lab.snapshot(); }, patience)) return 1;
    lab.mapTraining(true);
    for (const auto& [tab, name] : {std::pair(AutoencoderTab::Learns, "Learns"),
                                    std::pair(AutoencoderTab::Compared, "Compared, 60,000 points"),
                                    std::pair(AutoencoderTab::Walk, "Walk, with the grid")}) {
        const FrameRecorder::Summary s = trainOnce(window, recorder, clock, began, tab);
        std::printf("%s: %d stretches of work, median %.2f ms, 99 %% within %.2f ms, longest %.1f ms, %d "
                    "over 50 ms\n",
                    name, s.count, s.median, s.p99, s.longest, s.overFifty);
        std::fflush(stdout);
    }
    return 0;
}
