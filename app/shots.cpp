// Renders the start page and every lab, in both languages, both themes and three sizes, presenter mode, and
// every example as a figure of its own, to PNG files in the folder given.

#include "app/finished_run.h"
#include "core/session/preset_state.h"
#include "core/util/clock.h"
#include "core/util/workers.h"
#include "ui/lab/lab_figure.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/ink_pad.h"
#include "ui/widgets/timeline.h"

#include <QApplication>
#include <QDir>
#include <QMouseEvent>
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

/// Until nothing of a stage is on its way.
void settle(const LabStage& stage)
{
    constexpr int patience = 300;
    for (int i = 0; i < patience && !stage.isAtRest(); ++i)
        settle(100);
}

/// Brings a lab to where there is something to see: a short real run, or the last position but one.
void bringOn(LabModel& model)
{
    if (auto* autoencoder = qobject_cast<AeModel*>(&model)) return finishRun(*autoencoder);
    model.timeline()->seek(model.timeline()->count() - 1);
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
                bringOn(window.currentLab()->model());
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
void shootPresented(MainWindow& window, const Assets& assets, const QDir& folder, const QSize& size)
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
        if (const auto state = preset ? presetState(preset, assets) : Result<LabState>(Error{}))
            window.open({*state});
        window.togglePresenting();
        window.setWindowState(Qt::WindowNoState); // a screen of that size
        window.resize(size);
        settle(150);
        bringOn(window.currentLab()->model());
        shoot(window, folder,
              QStringLiteral("present-%1-%2").arg(QLatin1String(preset ? preset : id)).arg(size.width()));
        window.togglePresenting();
        ++turn;
    }
}

/// With a bar through it, as it is written in Greece.
void drawSeven(MainWindow& window, AeModel&)
{
    auto* pad = window.findChild<InkPad*>();
    if (!pad) return;
    pad->clear();
    const QPolygonF strokes[] = {{{.25, .2}, {.75, .2}, {.45, .85}}, {{.35, .5}, {.7, .5}}};
    for (const QPolygonF& stroke : strokes)
        for (const QPointF& place : stroke) {
            const QPointF at(place.x() * pad->width(), place.y() * pad->height());
            const auto type = place == stroke.first() ? QEvent::MouseButtonPress : QEvent::MouseMove;
            QMouseEvent event(type, at, pad->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
            QApplication::sendEvent(pad, &event);
        }
}

void rewind(MainWindow&, AeModel& model)
{
    constexpr int early = 40;
    model.run().seekUpdate(early);
}

void branch(MainWindow& window, AeModel& model)
{
    rewind(window, model);
    model.continueHere();
    finishRun(model);
}

/// What is seen, in both languages and themes, and presented.
void shootBothWays(MainWindow& window, const QDir& folder, const QString& name, const QSize& size)
{
    for (const bool isPresented : {false, true}) {
        if (isPresented) window.togglePresenting();
        window.setWindowState(Qt::WindowNoState);
        window.resize(size);
        for (const bool isGreek : {false, true}) {
            window.setLanguage(isGreek ? Language::Greek : Language::English);
            window.setDark(isGreek == isPresented);
            settle(400);
            shoot(window, folder,
                  QStringLiteral("%1%2-%3-%4")
                      .arg(name, isPresented ? QStringLiteral("-presented") : QString(),
                           isGreek ? QStringLiteral("el") : QStringLiteral("en"))
                      .arg(size.width()));
        }
        if (isPresented) window.togglePresenting();
    }
}

/// The lecture's ten minutes in the autoencoder lab: what stands beside the bottleneck, aligned or not, and
/// the walk with what lies behind its points. In both languages and themes, and presented.
void shootTabs(MainWindow& window, const QDir& folder, const QSize& size)
{
    struct Shown {
        const char *name, *model;
        AutoencoderView view;
        void (*then)(MainWindow&, AeModel&) = nullptr; ///< once it is trained
    };
    constexpr auto compared = AutoencoderTab::Compared, walk = AutoencoderTab::Walk;
    const DialMatrix turned{1, 0.5, -0.5, 1.5};
    constexpr int one = 2, seven = 0; // held-out digits of these classes
    const Shown shown[] = {
        {"compared", "lab-linear", {.tab = compared}},
        {"compared-aligned", "lab-linear", {.tab = compared, .isAligned = true}},
        {"compared-dial",
         "lab-linear",
         {.tab = compared, .beside = Beside::Dial, .isAligned = true, .dial = turned}},
        {"compared-dial-plain", "lab-linear", {.tab = compared, .beside = Beside::Dial}},
        {"compared-ordered", "lab-ordered", {.tab = compared, .beside = Beside::Dial}},
        {"compared-sizes", "lab-dense", {.tab = compared, .beside = Beside::Sizes}},
        {"compared-dial-off", "lab-dense", {.tab = compared, .beside = Beside::Dial}},
        {"compared-mds", "lab-dense", {.tab = compared, .beside = Beside::Mds}},
        {"compared-no-colours", "lab-dense", {.tab = compared, .hasColours = false}},
        {"compared-deep-linear", "lab-deep-linear", {.tab = compared, .isAligned = true}},
        {"compared-bends", "lab-dense", {.tab = compared, .isAligned = true}},
        {"walk", "lab-dense", {.tab = walk, .walk = {.cross = {{20, 5}}}}},
        {"walk-holes",
         "lab-dense",
         {.tab = walk, .walk = {.layer = WalkLayer::Holes, .from = one, .to = seven}}},
        {"walk-density",
         "lab-dense",
         {.tab = walk,
          .walk = {.layer = WalkLayer::Density, .from = one, .to = seven, .isThroughData = true}}},
        {"walk-drawn", "lab-dense", {.tab = walk, .walk = {.layer = WalkLayer::None}}, drawSeven},
        {"compared-rewound", "lab-dense", {.tab = compared}, rewind},
        {"compared-branched", "lab-dense", {.tab = compared}, branch}};
    window.resize(size);
    for (const Shown& picture : shown) {
        window.openLab(QStringLiteral("autoencoder"));
        auto* model = qobject_cast<AeModel*>(&window.currentLab()->model());
        if (!model) return;
        model->open(AutoencoderState{setupOf(*findModelPreset(picture.model)), picture.view});
        if (!model->run().isIn(RunState::Finished)) finishRun(*model);
        while (picture.view.beside == Beside::Mds && !model->compared().mds().isDone())
            settle(200);
        if (picture.then) picture.then(window, *model);
        shootBothWays(window, folder, QLatin1String(picture.name), size);
    }
}

/// The tabs of Convolution 2D, in both languages and themes, and presented.
void shootConvTabs(MainWindow& window, const Assets& assets, const QDir& folder, const QSize& size)
{
    for (const char* preset :
         {"transposed-3-2", "matrix", "learned-edges", "receptive-encoder", "28-to-14", "checkerboards"}) {
        const auto state = presetState(preset, assets);
        if (!state) continue;
        window.openLab(QStringLiteral("conv2d"));
        window.open({*state});
        settle(*window.currentLab()->stage);
        shootBothWays(window, folder, QStringLiteral("tab-") + QLatin1String(preset), size);
    }
}

/// Every example by itself, as a page of a text would hold it.
void shootFigures(AppContext& context, const QDir& folder)
{
    for (const std::string_view id : presetIds()) {
        const auto state = presetState(id, context.assets);
        if (!state) continue;
        const OpenRequest request{*state};
        LabFigure figure(context, *findLab(request.lab()), LabFigure::Controls::Transport);
        figure.setStyle(PaintStyle());
        // Which a window's page has from the window.
        figure.setStyleSheet(styleSheetOf(PaintStyle().theme, 1));
        figure.resize(960, 600);
        figure.model().open(request.state);
        settle(300); // a sound is read beside the window
        settle(figure.stage());
        bringOn(figure.model());
        shoot(figure, folder, QStringLiteral("figure-") + QString::fromUtf8(id.data(), std::ssize(id)));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2 || argc > 3) {
        std::cerr << "usage: hourglass_shots FOLDER [tabs]\n";
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
    Stores stores(workers, assets);
    AppContext context{settings, workers, clock, assets, stores.jobs, stores.data, stores.runs};
    MainWindow window(context);
    window.show();
    constexpr QSize sizes[] = {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)};
    for (const QSize size : sizes)
        shootTabs(window, folder, size);
    for (const QSize size : sizes)
        shootConvTabs(window, assets, folder, size);
    if (argc == 3) return 0;
    for (const QSize size : sizes)
        shootAll(window, folder, size);
    for (const QSize size : sizes)
        shootPresented(window, assets, folder, size);
    window.setLanguage(Language::English);
    window.setDark(false);
    shootFigures(context, folder);
    return 0;
}
