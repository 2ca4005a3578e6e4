#include "core/session/state_json.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stage.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/dial_arrows.h"
#include "ui/labs/autoencoder/dial_model.h"
#include "ui/labs/autoencoder/dial_table.h"
#include "ui/labs/autoencoder/sizes_view.h"
#include "ui/labs/autoencoder/stored_sizes.h"
#include "ui/runs/sizes_run.h"
#include "ui/widgets/map_view.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QStyleFactory>
#include <QWheelEvent>

#include <cmath>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int training = 1000, heldOut = 500;
constexpr int patience = 60000; // the longest wait for something that must come
const char* const entryNames[] = {"M, row 1, column 1", "M, row 1, column 2", "M, row 2, column 1",
                                  "M, row 2, column 2"};

AutoencoderSetup setupOfPreset(const char* id, int bottleneck = 2)
{
    AutoencoderSetup setup = setupOf(*findModelPreset(id));
    setup.bottleneck = bottleneck;
    return setup;
}

/// The window with the lab open on few pictures, its tab Compared in front.
struct Desk : DeskWith<SteadyClock> {
    explicit Desk(Language language = Language::English, const QSize& size = {1366, 768})
        : DeskWith(q("autoencoder"), language, size)
    {}
    AeModel& model() const { return dynamic_cast<AeModel&>(window.currentLab()->model()); }
    DialModel& dial() const { return model().compared().dial(); }
    const DialMatrix& matrix() const { return model().view().dial; }
    MapView& map() const { return *qobject_cast<AeStage*>(window.currentLab()->stage)->bottleneckMap(); }
    /// What stands beside a network of that setup, once its first moment is there.
    bool open(const AutoencoderSetup& setup, Beside beside) const
    {
        model().open(
            AutoencoderState{setup, {.tab = AutoencoderTab::Compared, .paceSeconds = 0, .beside = beside}});
        return QTest::qWaitFor([&] { return isOf(setup) && map().pointCount() > 0; }, patience);
    }
    bool isOf(const AutoencoderSetup& setup) const
    {
        const auto& moment = model().moment();
        return model().data() && moment.model && moment.codes && model().run().setup() == setup &&
               moment.model->plan->codeSize() == setup.bottleneck;
    }
    bool train() const
    {
        return press("● Train") &&
               QTest::qWaitFor([this] { return model().run().isIn(RunState::Finished); }, patience);
    }
    bool isStill() const
    {
        return QTest::qWaitFor([this] { return map().isAtRest(); }, patience);
    }
    QString textWith(const char* part) const
    {
        for (const auto* label : window.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(q(part))) return label->text();
        return {};
    }
    QString figure() const { return textWith("Largest change of any pixel"); }
    bool isMeasured() const
    {
        return QTest::qWaitFor([this] { return !figure().isEmpty() && !figure().contains(q("…")); },
                               patience);
    }
    /// The figure as CodeDial has it, worked out anew.
    QString trueFigure() const
    {
        Workers workers;
        const Model& network = *model().moment().model;
        CodeDial dial(network, workers);
        if (!dial.setMatrix(matrix())) return {};
        const auto codes = encode(network, model().data()->dataset->test.view(), workers);
        return smallNumber(dial.largestChange(codes, workers), Texts());
    }
    int steps() const { return model().undoStack()->index(); }
};

void moveTo(QWidget& widget, const QPoint& to)
{
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &move);
}

} // namespace

class TstDial : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isOffWithItsReason_data();
    void isOffWithItsReason();
    void theOfferTakesALinearNetwork();
    void entriesAreSteppedAndUndone();
    void buttonsTurnIt();
    void stopsWhereItCouldNotBeUndone();
    void anArrowIsDragged();
    void arrowsStayInReach();
    void theFigureIsMeasured();
    void ontoTheComponents();
    void theOrderedRunIsOffered();
    void aSavedDialOpensAgain();
    void storedErrorsAreOfThePresets();
    void errorsBySizeAreShown();
    void otherSettingsAreTrained();
    void endsWhileSizesAreTrained();
    void chipsChooseTheCard();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    QTemporaryDir m_folder;
};

void TstDial::initTestCase()
{
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
}

void TstDial::isOffWithItsReason_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("reason");
    QTest::newRow("bent") << q("lab-dense") << 2 << q("behind a bend");
    QTest::newRow("a code of three") << q("lab-linear") << 3 << q("this one is of size 3");
    QTest::newRow("both") << q("lab-dense") << 8 << q("its code is of size 8");
}

void TstDial::isOffWithItsReason()
{
    QFETCH(QString, model);
    QFETCH(int, code);
    QFETCH(QString, reason);
    Desk desk;
    QVERIFY(desk.open(setupOfPreset(model.toLatin1().constData(), code), Beside::Pca));
    QVERIFY(desk.press("Dial"));
    QVERIFY(desk.model().view().beside == Beside::Dial);
    QVERIFY2(desk.shows(reason), qPrintable(reason));
    QVERIFY(!desk.field(entryNames[0]));
    QVERIFY(desk.map().arrows().empty());
    QCOMPARE(desk.figure(), QString());
}

void TstDial::theOfferTakesALinearNetwork()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-dense", 8), Beside::Dial));
    QVERIFY(desk.press("Linear network, 2 numbers"));
    QVERIFY(desk.model().setup() == setupOfPreset("lab-linear"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.field(entryNames[0]), patience);
    QTRY_COMPARE_WITH_TIMEOUT(desk.map().arrows().size(), std::size_t{2}, patience);
}

void TstDial::entriesAreSteppedAndUndone()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    const int before = desk.steps();
    QLineEdit* entry = desk.field(entryNames[1]);
    QVERIFY(click(entry));
    for (int i = 0; i < 10; ++i)
        QTest::keyClick(entry, Qt::Key_Up);
    QCOMPARE(desk.matrix(), (DialMatrix{1, 0.5, 0, 1}));
    QCOMPARE(entry->text(), q("0.50"));
    QWheelEvent wheel(QPointF(5, 5), entry->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, {}, {},
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(entry->parentWidget(), &wheel);
    QCOMPARE(desk.matrix()[1], 0.49);
    QCOMPARE(desk.steps(), before + 1); // a field in a row is one step
    QVERIFY(desk.write(entryNames[2], "-0.5"));
    QCOMPARE(desk.steps(), before + 2);
    QVERIFY(desk.textWith("M").size() > 0);
    desk.model().undoStack()->undo();
    desk.model().undoStack()->undo();
    QCOMPARE(desk.matrix(), dialAsTrained);
    QCOMPARE(entry->text(), q("0.00"));
    desk.model().undoStack()->redo();
    QCOMPARE(entry->text(), q("0.49"));
}

void TstDial::buttonsTurnIt()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    auto* table = desk.window.findChild<DialTable*>();
    QVERIFY(table && table->columns().size() == 4);
    const int before = desk.steps();
    for (const char* name : {"Turn 30°", "Swap", "Stretch"}) {
        const DialMatrix old = desk.matrix();
        QVERIFY(desk.press(name));
        QVERIFY(desk.matrix() != old);
        for (const auto& column : table->columns()) {
            QVERIFY(column.rebuiltAfter == column.rebuiltBefore);
            QVERIFY(column.after != column.before);
        }
    }
    QCOMPARE(desk.steps(), before + 3);
    QVERIFY(desk.press("As trained"));
    QCOMPARE(desk.matrix(), dialAsTrained);
    desk.model().undoStack()->undo();
    QVERIFY(desk.matrix() != dialAsTrained);
}

void TstDial::stopsWhereItCouldNotBeUndone()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    QVERIFY(desk.write(entryNames[1], "1") && desk.write(entryNames[2], "1"));
    const auto& m = desk.matrix();
    QVERIFY(std::abs(std::abs(m[0] * m[3] - m[1] * m[2]) - leastDeterminant) < 1e-4);
    QVERIFY(desk.shows(q("these two arrows lie on one line")));
    QCOMPARE(desk.field(entryNames[2])->text(), q("0.95")); // where it stopped
    QVERIFY(desk.press("As trained"));
    QVERIFY(!desk.shows(q("these two arrows lie on one line")));
}

/// With real events, in the plane as it is and aligned: one step a drag, the points stay, and the arrow comes
/// to where the pointer is.
void TstDial::anArrowIsDragged()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    for (const bool isAligned : {false, true}) {
        desk.model().alignMaps(isAligned);
        QTest::qWait(800); // the points move there
        QVERIFY(desk.isStill());
        const auto points = desk.model().compared().plain();
        const int before = desk.steps();
        const DialMatrix old = desk.matrix();
        const QPoint from = desk.map().arrowTip(0).toPoint();
        QVERIFY(isReachable(desk.map(), from));
        QTest::mousePress(&desk.map(), Qt::LeftButton, {}, from);
        QElapsedTimer clock;
        clock.start();
        constexpr int moves = 20;
        for (int i = 1; i <= moves; ++i)
            moveTo(desk.map(), from + QPoint(i, -i));
        qInfo("%.2f ms a move", double(clock.nsecsElapsed()) / 1e6 / moves);
        QTest::mouseRelease(&desk.map(), Qt::LeftButton, {}, from + QPoint(moves, -moves));
        QVERIFY(desk.matrix() != old);
        QCOMPARE(desk.steps(), before + 1);
        const QPointF off = desk.map().arrowTip(0) - (from + QPoint(moves, -moves));
        QVERIFY2(std::hypot(off.x(), off.y()) < 2, qPrintable(QString::number(std::hypot(off.x(), off.y()))));
        QVERIFY(desk.model().compared().plain() == points);
        QVERIFY(!desk.map().zoom());
        // The next is a step of its own.
        const QPoint other = desk.map().arrowTip(1).toPoint();
        drag(desk.map(), other, other + QPoint(-12, 9));
        QCOMPARE(desk.steps(), before + 2);
        desk.model().undoStack()->undo();
        desk.model().undoStack()->undo();
        QCOMPARE(desk.matrix(), old);
    }
}

void TstDial::arrowsStayInReach()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    QVERIFY(desk.isStill());
    MapView& map = desk.map();
    const double usual =
        std::hypot((map.arrowTip(0) - map.placeOf(0, 0)).x(), (map.arrowTip(0) - map.placeOf(0, 0)).y());
    const MapRange all = map.frame().range;
    for (const double factor : {0.05, 3.0})
        for (const double away : {0.0, 0.4}) {
            const QPointF middle(all.centre().x() + away * all.width(), all.centre().y());
            map.setZoom(MapRange{middle.x() - factor * all.width() / 2, middle.x() + factor * all.width() / 2,
                                 middle.y() - factor * all.height() / 2,
                                 middle.y() + factor * all.height() / 2});
            QCOMPARE(map.arrows().size(), std::size_t{2});
            for (const int arrow : {0, 1})
                QVERIFY(map.axesBox().contains(map.arrowTip(arrow)));
            const MapArrow& first = map.arrows().front();
            const QPointF along = map.arrowTip(0) - map.placeOf(first.from.x(), first.from.y());
            QVERIFY(std::hypot(along.x(), along.y()) > usual / 2);
        }
    // Very long arrows end at the edge, and can still be taken there.
    map.setZoom(std::nullopt);
    QVERIFY(desk.write(entryNames[0], "0.06"));
    QVERIFY(map.axesBox().contains(map.arrowTip(0)));
    const DialMatrix before = desk.matrix();
    const QPoint tip = map.arrowTip(0).toPoint();
    drag(map, tip, tip - QPoint(40, 0));
    QVERIFY(desk.matrix() != before);
}

void TstDial::theFigureIsMeasured()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    QVERIFY(desk.train());
    QVERIFY(desk.isMeasured());
    QVERIFY(desk.figure().contains(q("<b>0</b>"))); // as trained
    QVERIFY(desk.isStill());
    QTest::mousePress(&desk.map(), Qt::LeftButton, {}, desk.map().arrowTip(0).toPoint());
    const QPoint from = desk.map().arrowTip(0).toPoint();
    for (int i = 1; i <= 15; ++i) {
        moveTo(desk.map(), from + QPoint(2 * i, -i));
        // Of exactly this matrix, or not there.
        const QString shown = desk.figure();
        QVERIFY2(shown.contains(q("…")) || shown.contains(q("<b>%1</b>").arg(desk.trueFigure())),
                 qPrintable(shown));
    }
    QTest::mouseRelease(&desk.map(), Qt::LeftButton, {}, from + QPoint(30, -15));
    QVERIFY(desk.isMeasured());
    QVERIFY2(desk.figure().contains(q("<b>%1</b>").arg(desk.trueFigure())), qPrintable(desk.figure()));
    const auto change = desk.dial().largestChange();
    QVERIFY(change && *change > 0 && *change <= 1e-5);
    QVERIFY(desk.figure().contains(q("500 digits")));
    // Another moment has no figure until its own is measured.
    desk.model().run().seekUpdate(1);
    QVERIFY(desk.isMeasured());
    QTRY_VERIFY(desk.figure().contains(q("<b>%1</b>").arg(desk.trueFigure())));
}

void TstDial::ontoTheComponents()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    QVERIFY(desk.train());
    QVERIFY(desk.press("PC axes"));
    const auto map = desk.model().compared().alignment();
    QVERIFY(map);
    for (const int axis : {0, 1}) {
        const auto tip = arrowOf(desk.matrix(), axis);
        const double pc1 = map->matrix[0] * tip[0] + map->matrix[1] * tip[1],
                     pc2 = map->matrix[2] * tip[0] + map->matrix[3] * tip[1];
        QVERIFY(std::abs(axis == 0 ? pc2 / pc1 : pc1 / pc2) < 1e-3);
    }
    QVERIFY(desk.model().run().setup() == setupOfPreset("lab-linear")); // only the dial was turned
}

void TstDial::theOrderedRunIsOffered()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    QVERIFY(desk.train());
    QVERIFY(desk.shows(q("Not equal, but the same")));
    QVERIFY(desk.press("Turn 30°"));
    QVERIFY(desk.press("Make it true to the letter"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.model().run().setup().recipe.isOrdered, patience);
    QVERIFY(desk.model().setup().recipe.isOrdered);
    QCOMPARE(desk.matrix(), dialAsTrained); // its own axes are in sight
    QTRY_VERIFY_WITH_TIMEOUT(desk.shows(q("Equal to the letter")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk.model().run().isIn(RunState::Finished), patience);
}

void TstDial::aSavedDialOpensAgain()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Dial));
    QVERIFY(desk.write(entryNames[1], "0.5") && desk.write(entryNames[3], "1.5"));
    const std::string saved = writeState(desk.model().state());
    Desk other;
    const auto state =
        readState({reinterpret_cast<const std::uint8_t*>(saved.data()), saved.size()}, "saved");
    QVERIFY(state);
    other.model().open(*state);
    QTRY_VERIFY_WITH_TIMEOUT(other.field(entryNames[1]), patience);
    QTRY_COMPARE(other.field(entryNames[1])->text(), q("0.50"));
    QCOMPARE(other.field(entryNames[3])->text(), q("1.50"));
    QTRY_COMPARE_WITH_TIMEOUT(other.map().arrows().size(), std::size_t{4}, patience); // both pairs of axes
}

/// A table of other recipes than the presets' of today would be shown for none.
void TstDial::storedErrorsAreOfThePresets()
{
    for (const char* id : {"lab-linear", "lab-dense", "lab-deep", "lab-conv"}) {
        const auto errors = storedErrorsOf(setupOfPreset(id, 16));
        QCOMPARE(errors.size(), storedSizes.size());
        for (std::size_t i = 0; i < errors.size(); ++i)
            QCOMPARE(errors[i].size, storedSizes[i]);
        const auto band = *findModelPreset(id)->band;
        QVERIFY(errors[1].error >= band.low && errors[1].error <= band.high);
    }
    AutoencoderSetup other = setupOfPreset("lab-dense");
    other.recipe.epochs = 6;
    QVERIFY(storedErrorsOf(other).empty());
}

void TstDial::errorsBySizeAreShown()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-dense"), Beside::Pca));
    QVERIFY(desk.press("Sizes"));
    auto* view = desk.window.findChild<SizesView*>();
    QVERIFY(view && view->isVisible());
    QVERIFY(view->content().autoencoder == storedErrorsOf(setupOfPreset("lab-dense")));
    const LabData& data = *desk.model().data();
    QCOMPARE(std::ssize(view->content().pca), std::min(mostNeuronsInLab, data.pca.count()));
    for (const SizeError& point : view->content().pca)
        QCOMPARE(point.error, data.pcaErrorOf(point.size));
    QVERIFY(desk.shows(q("stored table")));
    QVERIFY(!buttonOf(desk.window, q("Train all sizes")));
    QVERIFY(!view->content().run);
    QVERIFY(clickAt(view, view->placeOf({8, 0.02}).toPoint()));
    QCOMPARE(desk.model().setup().bottleneck, 8);
    QCOMPARE(view->content().size, 8);
    desk.model().undoStack()->undo();
    QCOMPARE(desk.model().setup().bottleneck, 2);
    QTRY_VERIFY_WITH_TIMEOUT(desk.isOf(setupOfPreset("lab-dense")), patience);
    QVERIFY(desk.train());
    QTRY_VERIFY(view->content().run && view->content().run->size == 2);
    QCOMPARE(view->content().run->error, *desk.model().moment().testError);
}

void TstDial::otherSettingsAreTrained()
{
    Desk desk;
    AutoencoderSetup setup = setupOfPreset("lab-linear");
    setup.recipe.epochs = 1;
    QVERIFY(desk.open(setup, Beside::Sizes));
    auto* view = desk.window.findChild<SizesView*>();
    QVERIFY(view && view->content().autoencoder.empty() && !view->content().pca.empty());
    SizesRun& sizes = desk.model().compared().sizes();
    QVERIFY(desk.press("Train all sizes"));
    QVERIFY(sizes.isTraining(setup));
    QTRY_COMPARE_WITH_TIMEOUT(view->content().autoencoder.size(), trainedSizes.size(), patience);
    for (std::size_t i = 0; i < trainedSizes.size(); ++i)
        QCOMPARE(view->content().autoencoder[i].size, trainedSizes[i]);
    QTRY_VERIFY(!sizes.isTraining(setup));
    QVERIFY(desk.shows(q("trained here")));
    QVERIFY(!buttonOf(desk.window, q("Train all sizes")));
    // What stands there is what a run of that size comes to.
    setup.bottleneck = 8;
    QVERIFY(desk.open(setup, Beside::Sizes) && desk.train());
    QTRY_VERIFY(desk.model().moment().testError);
    QVERIFY(std::abs(view->content().autoencoder[3].error - *desk.model().moment().testError) < 1e-9);
    // Other settings have none of it; a training that takes long is cancelled.
    setup.recipe.epochs = 200;
    QVERIFY(desk.open(setup, Beside::Sizes));
    QVERIFY(view->content().autoencoder.empty());
    QVERIFY(desk.press("Train all sizes"));
    QVERIFY(desk.press("Cancel"));
    QVERIFY(!sizes.isTraining(setup));
    QVERIFY(buttonOf(desk.window, q("Train all sizes")));
}

void TstDial::endsWhileSizesAreTrained()
{
    auto desk = std::make_unique<Desk>();
    AutoencoderSetup setup = setupOfPreset("lab-deep");
    setup.recipe.epochs = 200;
    QVERIFY(desk->open(setup, Beside::Sizes));
    QVERIFY(desk->press("Train all sizes"));
    QTest::qWait(300);
    QVERIFY(desk->model().compared().sizes().isTraining(setup));
    QElapsedTimer clock;
    clock.start();
    desk.reset();
    QVERIFY2(clock.elapsed() < 3000, qPrintable(QString::number(clock.elapsed())));
}

void TstDial::chipsChooseTheCard()
{
    Desk desk;
    QVERIFY(desk.open(setupOfPreset("lab-linear"), Beside::Pca));
    for (const ChipContent& chip : desk.model().chips()) {
        if (chip.name != q("right")) continue;
        QCOMPARE(chip.values, (QStringList{q("PCA"), q("MDS"), q("Dial"), q("Sizes")}));
        chip.choose(2);
        QVERIFY(desk.model().view().beside == Beside::Dial);
        QTRY_VERIFY(desk.field(entryNames[0]));
        chip.choose(3);
        QTRY_VERIFY(desk.window.findChild<SizesView*>()->isVisible());
        return;
    }
    QFAIL("no chip for the right card");
}

void TstDial::nothingIsCut_data()
{
    QTest::addColumn<Language>("language");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("isPresented");
    for (const bool isPresented : {false, true})
        for (const int width : {1024, 1366, 1920})
            for (const bool isGreek : {false, true})
                QTest::addRow("%s %d%s", isGreek ? "el" : "en", width, isPresented ? " presented" : "")
                    << (isGreek ? Language::Greek : Language::English) << width << isPresented;
}

void TstDial::nothingIsCut()
{
    QFETCH(Language, language);
    QFETCH(int, width);
    QFETCH(bool, isPresented);
    Desk desk(language, {width, width > 1366 ? 1080 : 768 - 24});
    if (isPresented) {
        desk.window.togglePresenting();
        desk.window.setWindowState(Qt::WindowNoState);
        desk.window.resize(width, width > 1366 ? 1080 : 768);
    }
    struct Shown {
        AutoencoderSetup setup;
        Beside beside;
    };
    AutoencoderSetup own = setupOfPreset("lab-dense");
    own.recipe.epochs = 3; // for which there is no table
    QStringList cut;
    for (const auto& [setup, beside] :
         {Shown{setupOfPreset("lab-linear"), Beside::Dial}, Shown{setupOfPreset("lab-dense"), Beside::Dial},
          Shown{setupOfPreset("lab-dense"), Beside::Sizes}, Shown{own, Beside::Sizes}}) {
        QVERIFY(desk.open(setup, beside));
        if (desk.model().compared().canDial()) {
            desk.dial().setEntry(1, -3.95);
            desk.dial().setEntry(2, 1.05);
        }
        QTest::qWait(50);
        cut << cutThings(desk.window);
        const QStringList nameless = namelessStops(desk.window);
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }
    desk.window.setDark(true);
    QTest::qWait(50);
    cut << cutThings(desk.window);
    desk.window.setDark(false); // the style is the whole program's
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(cut.mid(0, 12).join(u'\n')));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstDial test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dial.moc"
