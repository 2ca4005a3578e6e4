#include "ui/labs/autoencoder/ae_model.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <cstdio>
#include <ctime>
#include <optional>

using namespace hg;

namespace {

/// The clock that every process sees: whoever waits for the program's end has the same.
double now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

/// A training of that model at full speed.
void train(MainWindow& window, const std::string& model, int batch)
{
    auto& lab = dynamic_cast<AeModel&>(window.currentLab()->model());
    if (!QTest::qWaitFor([&] { return lab.data() && lab.snapshot(); }, 60'000)) std::exit(1);
    AutoencoderSetup setup = withModel(lab.setup(), *findModelPreset(model));
    setup.recipe.batch = batch;
    setup.recipe.epochs = 1000;
    lab.edit(setup);
    lab.again();
    lab.setPace({.seconds = 0});
    if (!QTest::qWaitFor([&] { return lab.snapshot(); }, 60'000)) std::exit(1);
    lab.toggleTraining();
    if (!QTest::qWaitFor([&] { return lab.run().isTraining(); }, 60'000)) std::exit(1);
}

} // namespace

/// How long the program takes to end, whatever goes on: bm_closing WHAT MILLISECONDS, where WHAT is idle,
/// read (the digits and their PCA, which begin at once) or a model with its batch after a colon (conv:4096),
/// closed so long after it has begun. Prints the moment of closing, and what has passed since when the window
/// is gone and when all stores are; the rest is the process's own end.
int main(int argc, char** argv)
{
    if (argc < 3) return 2;
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    const QString what = QString::fromLatin1(argv[1]);
    const Assets assets(QApplication::applicationDirPath().toStdString());
    Settings settings;
    const SteadyClock clock;
    double closed = 0, windowGone = 0;
    {
        Workers workers;
        Stores stores(workers, assets);
        {
            AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
            MainWindow window(context);
            window.show();
            QTest::qWait(500);
            if (what != QLatin1String("idle")) window.openLab(QStringLiteral("autoencoder"));
            if (const auto parts = what.split(QLatin1Char(':')); parts.size() == 2)
                train(window, parts[0].toStdString(), parts[1].toInt());
            QTest::qWait(QByteArray(argv[2]).toInt());
            closed = now();
            QTimer::singleShot(0, &window, &QWidget::close);
            QApplication::exec();
        }
        windowGone = now();
    }
    std::printf("%.6f %.1f %.1f\n", closed, 1e3 * (windowGone - closed), 1e3 * (now() - closed));
    std::fflush(stdout);
    return 0;
}
