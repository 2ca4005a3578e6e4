// Renders the start page and every lab, in both languages, both themes and three sizes, and presenter mode,
// to PNG files in the folder given.

#include "core/lab/conv_presets.h"
#include "core/util/clock.h"
#include "core/util/workers.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/timeline.h"

#include <QApplication>
#include <QDir>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTimer>

#include <iostream>

namespace {

using namespace hg;

/// Lets the events that are due run, as between two frames.
void settle(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

void shoot(QWidget& window, const QDir& folder, const QString& name)
{
    settle(150);
    const QString path = folder.filePath(name + QStringLiteral(".png"));
    if (!window.grab().save(path)) std::cerr << "cannot write " << path.toStdString() << '\n';
}

void shootAll(MainWindow& window, const QDir& folder, const QSize& size)
{
    window.resize(size);
    for (const auto language : {Language::English, Language::Greek})
        for (const bool isDark : {false, true}) {
            window.setLanguage(language);
            window.setDark(isDark);
            const QString suffix =
                QStringLiteral("-%1-%2-%3")
                    .arg(language == Language::Greek ? QStringLiteral("el") : QStringLiteral("en"),
                         isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(size.width());
            window.openStartPage();
            shoot(window, folder, QStringLiteral("start") + suffix);
            for (const LabRow& row : labRows()) {
                window.openLab(QString::fromLatin1(row.id));
                window.currentLab()->prepareShot();
                shoot(window, folder, QString::fromLatin1(row.id) + suffix);
                window.openExport();
                if (auto* dialog = window.findChild<ExportDialog*>()) {
                    shoot(*dialog, folder, QString::fromLatin1(row.id) + QStringLiteral("-export") + suffix);
                    delete dialog;
                }
            }
        }
}

/// Presenter mode, in one language and theme after the other.
void shootPresented(MainWindow& window, const QDir& folder, const QSize& size)
{
    struct Shown {
        const char *lab, *preset;
    };
    constexpr Shown shown[] = {
        {"conv2d", "lecture-example"}, {"conv2d", "four-edges"},  {"conv2d", "no-padding-strides-transposed"},
        {"conv2d", "vertical-edge"},   {"conv2d", "max-pooling"}, {"conv1d", "lecture-1d-full"},
        {"conv1d", "causal-dilated"},  {"autoencoder", nullptr}};
    int turn = 0;
    for (const auto& [id, preset] : shown) {
        window.setLanguage(turn % 2 == 0 ? Language::English : Language::Greek);
        window.setDark(turn % 4 >= 2);
        window.openLab(QString::fromLatin1(id));
        if (auto* lab = dynamic_cast<ConvLab*>(window.currentLab())) lab->openPreset(preset);
        window.togglePresenting();
        window.setWindowState(Qt::WindowNoState); // a screen of that size
        window.resize(size);
        settle(150);
        window.currentLab()->prepareShot();
        shoot(window, folder,
              QStringLiteral("present-%1-%2").arg(QLatin1String(preset ? preset : id)).arg(size.width()));
        window.togglePresenting();
        ++turn;
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: hourglass_shots FOLDER\n";
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral("."))) return 1;
    const Assets assets(QApplication::applicationDirPath().toStdString());
    if (const auto fonts = assets.find("fonts")) loadFonts(QString::fromStdString(fonts->string()));
    const QTemporaryDir scratch;
    Settings settings(scratch.filePath(QStringLiteral("settings.ini")));
    Workers workers;
    const SteadyClock clock;
    AppContext context{settings, workers, clock, assets};
    MainWindow window(context);
    window.show();
    constexpr QSize sizes[] = {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)};
    for (const QSize size : sizes)
        shootAll(window, folder, size);
    for (const QSize size : sizes)
        shootPresented(window, folder, size);
    return 0;
}
