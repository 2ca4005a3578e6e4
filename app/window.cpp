#include "app/window.h"

#include "app/cli.h"
#include "app/frame_recorder.h"
#include "core/util/clock.h"
#include "core/util/workers.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QStyleFactory>

#include <iostream>

namespace hg {

int runWindow(int argc, char** argv, const WindowOptions& options)
{
    const SteadyClock clock;
    FrameRecorder recorder(clock);
    RecordedApplication application(argc, argv, options.frameStats.empty() ? nullptr : &recorder);
    QApplication::setApplicationName(QStringLiteral("hourglass"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const Assets assets(QApplication::applicationDirPath().toStdString());
    if (const auto fonts = assets.find("fonts")) loadFonts(QString::fromStdString(fonts->string()));
    Settings settings;
    Workers workers;
    Stores stores(workers, assets);
    AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
    MainWindow window(context);
    window.show();
    const int status = QApplication::exec();
    if (options.frameStats.empty()) return status;
    const auto line = report(recorder, options.frameStats);
    std::cout << (line ? *line : "cannot write " + options.frameStats) << std::endl;
    return line ? status : 1;
}

} // namespace hg
