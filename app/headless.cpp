#include "app/headless.h"

#include "app/cli/render.h"
#include "app/finished_run.h"
#include "core/io/array_file.h"
#include "core/lab/conv_presets.h"
#include "core/util/clock.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/shell/main_window.h"
#include "ui/theme/error_text.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStyleFactory>
#include <QTemporaryDir>

#include <cstdlib>
#include <iostream>

namespace hg {
namespace {

/// hourglass-figures, or with a number where that exists already: nothing of the user's is overwritten.
QString newFolder()
{
    QString name = QStringLiteral("hourglass-figures");
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = QStringLiteral("hourglass-figures-%1").arg(i);
    return QDir::current().absoluteFilePath(name);
}

int fail(const QString& subject, const QString& sentence)
{
    std::cerr << "hourglass: " << subject.toStdString() << ": " << sentence.toStdString() << '\n';
    return 1;
}

/// One row a kept update: held-out error against PCA's.
std::string historyTable(const Snapshot& snapshot, double pcaError)
{
    std::string table = "update,epoch,test_mse,pca_test_mse\n";
    for (const HistoryPoint& p : snapshot.history)
        if (p.testError)
            table += std::to_string(p.update) + "," +
                     shortest(static_cast<double>(p.update) / snapshot.updatesPerEpoch) + "," +
                     shortest(*p.testError) + "," + shortest(pcaError) + "\n";
    return table;
}

int writeAutoencoder(const QDir& folder, MainWindow& window)
{
    window.openLab(QStringLiteral("autoencoder"));
    auto& model = dynamic_cast<AeModel&>(window.currentLab()->model());
    finishRun(model);
    if (model.problem())
        return fail(QString::fromStdString(model.problem()->where), errorSentence(*model.problem()));
    const QString picture = folder.filePath(QStringLiteral("autoencoder.png")),
                  numbers = folder.filePath(QStringLiteral("autoencoder.csv"));
    QCoreApplication::sendPostedEvents();
    if (!window.grab().save(picture))
        return fail(picture, errorSentence({ErrorCode::FileUnwritable, {}, {}, {}}));
    const auto written =
        writeFile(numbers.toStdString(),
                  historyTable(*model.snapshot(), model.data()->pcaErrorOf(model.setup().bottleneck)));
    return written ? 0 : fail(numbers, errorSentence(written.error()));
}

} // namespace

bool isWithoutDisplay()
{
    const auto isSet = [](const char* name) { return std::getenv(name) && *std::getenv(name); };
    return !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM");
}

int runHeadless(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {}); // hints for desktops
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const QDir folder(newFolder());
    std::cerr << "There is no display to open a window on, so Hourglass writes its main figures to "
              << folder.path().toStdString() << " instead.\n";
    if (!folder.mkpath(QStringLiteral(".")))
        return fail(folder.path(), errorSentence({ErrorCode::FileUnwritable, {}, {}, {}}));

    cli::RenderOrder order;
    order.path = folder.filePath(QStringLiteral("convolution.gif"));
    if (const auto failure = cli::render(order, findConvPreset("lecture-example")->make(), {}))
        return fail(order.path, QString::fromStdString(failure->sentence));

    const Assets assets(QApplication::applicationDirPath().toStdString());
    const QTemporaryDir scratch;
    Settings settings(scratch.filePath(QStringLiteral("settings.ini")));
    settings.setLanguage(Language::English);
    Workers workers;
    const SteadyClock clock;
    Stores stores(workers, assets);
    AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
    MainWindow window(context);
    window.resize(1440, 900);
    window.show();
    return writeAutoencoder(folder, window);
}

} // namespace hg
