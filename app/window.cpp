#include "app/window.h"

#include "core/util/clock.h"
#include "core/util/workers.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QStyleFactory>

namespace hg {

int runWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("hourglass"));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const Assets assets(QApplication::applicationDirPath().toStdString());
    if (const auto fonts = assets.find("fonts")) loadFonts(QString::fromStdString(fonts->string()));
    Settings settings;
    Workers workers;
    const SteadyClock clock;
    Stores stores(workers, assets);
    AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
    MainWindow window(context);
    window.show();
    return QApplication::exec();
}

} // namespace hg
