#include "tests/support/desk.h"
#include "tests/support/upright.h"
#include "ui/labs/conv/solve_page.h"
#include "ui/painters/solve_export.h"

#include <QScrollBar>

using namespace hg;
using namespace hg::test;

namespace {

/// A convolution lab with its tab Solve in front.
struct SolveDesk : ConvDesk {
    explicit SolveDesk(const char* id = "conv2d", Language language = Language::English)
        : ConvDesk(id, language), isOpen(press(language == Language::Greek ? "Αντίστροφα" : "Solve"))
    {
        QCoreApplication::processEvents(); // the click goes on to the rows
    }
    SolvePage* page() const { return lab->stage()->findChild<SolvePage*>(); }
    SolveCanvas* list() const { return page()->canvas(); }
    SolveModel& model() const
    {
        auto* plane = dynamic_cast<PlaneModel*>(&lab->model());
        return plane ? plane->solve() : lab->line().solve();
    }
    std::size_t rows() const { return model().layers()->rows.size(); }
    /// A click onto a row that is in view.
    bool clickRow(int row) const
    {
        const SolvePainter& painter = list()->painter();
        const QRectF box = painter.layout().rowBox(row, list()->bar()->value());
        return clickAt(list(), (box.center() + QPointF(4, 4)).toPoint());
    }

    bool isOpen = false;
};

std::vector<QRectF> boxesOf(const SolveLayout& l)
{
    return {l.title, l.detailCard, l.card, l.legend};
}

/// Of a row, with the columns of its halves.
std::vector<QRectF> boxesOfBlock(const SolveLayout& l)
{
    using Column = SolveColumn;
    std::vector<QRectF> boxes{l.block.numbers, l.block.ends};
    if (!l.block.direct.isEmpty())
        for (const Column column : {Column::Padding, Column::Keras, Column::Pytorch})
            boxes.push_back(l.columnBox(column, l.block.direct));
    if (!l.block.mirror.isEmpty())
        for (const Column column : {Column::Crop, Column::KerasMirror, Column::PytorchMirror})
            boxes.push_back(l.columnBox(column, l.block.mirror));
    return boxes;
}

} // namespace

/// The tab Solve in both convolution labs.
class TstSolveLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inTheLab_data();
    void inTheLab();
    void keysChooseAndUse();
    void theWholePairIsOneStep();
    void decoderFirst();
    void theExampleOpensIt();
    void statesComeBack();
    void noLayerOffersSome();
    void longListsScroll();
    void poolingGivesWay();
    void parentsAreSeen();
    void picturesOfIt();
    void beforeAnAudience();
    void whatIsSeenIsWhole_data();
    void whatIsSeenIsWhole();
    void uprightIsRead_data();
    void uprightIsRead();
};

void TstSolveLab::inTheLab_data()
{
    QTest::addColumn<QByteArray>("lab");
    QTest::newRow("on a plane") << QByteArray("conv2d");
    QTest::newRow("along a line") << QByteArray("conv1d");
}

void TstSolveLab::inTheLab()
{
    QFETCH(QByteArray, lab);
    SolveDesk desk(lab.constData());
    QVERIFY(desk.isOpen);
    const ConvScene scene = desk.scene();
    QVERIFY(desk.page()->isVisible() && !desk.canvas()->isVisible());
    QCOMPARE(desk.rows(), std::size_t(8));
    QVERIFY(!isOneColour(desk.list()->grab().toImage()));
    QVERIFY(desk.clickRow(4));
    QCOMPARE(desk.model().row(), 4);
    QVERIFY(desk.list()->accessibleDescription().contains(q("size 4")));
    QVERIFY(desk.write("From", "9") && desk.write("To", "5"));
    QVERIFY(desk.rows() > 0 && desk.model().layers()->setup.from == 9);
    QVERIFY(desk.scene() == scene);
    QCOMPARE(desk.lab->undoStack()->count(), 0); // nothing of all this is an edit
    QVERIFY(desk.press("Use this pair"));
    QCOMPARE(desk.lab->undoStack()->count(), 1);
    QCOMPARE(desk.lab->figure().geometry.w.input, 9);
    QCOMPARE(desk.lab->figure().geometry.w.output, 5);
    QVERIFY(desk.page()->isVisible());
    QVERIFY(desk.press("Sliding"));
    QVERIFY(desk.canvas()->isVisible() && !desk.page()->isVisible());
    QVERIFY(!named<QLineEdit>(desk.window, q("From")));
}

void TstSolveLab::keysChooseAndUse()
{
    SolveDesk desk;
    QVERIFY(desk.list()->hasFocus());
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_Down);
    QCOMPARE(desk.model().row(), 2);
    desk.key(Qt::Key_Up);
    QCOMPARE(desk.model().row(), 1);
    desk.key(Qt::Key_Home); // the transport's
    desk.key(Qt::Key_Up);
    QCOMPARE(desk.model().row(), 0);
    desk.key(Qt::Key_Right);
    QCOMPARE(desk.model().row(), 1);
    desk.key(Qt::Key_End);
    desk.key(Qt::Key_Down);
    QCOMPARE(desk.model().row(), 7);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->undoStack()->count(), 1);
    QCOMPARE(desk.scene().kernelSize(), (Axes{6, 6}));
    QCOMPARE(desk.model().usedRow(), std::optional(7));
    desk.key(Qt::Key_Up);
    QCOMPARE(desk.model().row(), 6); // the list keeps the keys
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!desk.model().usedRow());
}

/// Encoder and mirror decoder, with one undo.
void TstSolveLab::theWholePairIsOneStep()
{
    SolveDesk desk;
    const ConvScene before = desk.scene();
    QVERIFY(!buttonOf(desk.window, q("Show the decoder")));
    QVERIFY(desk.clickRow(2));
    QVERIFY(desk.press("Use this pair"));
    const ConvScene encoder = desk.scene();
    QVERIFY(!encoder.isTransposed && encoder.paddingW.kind == Padding::Kind::Same);
    QVERIFY(desk.press("Show the decoder"));
    QCOMPARE(desk.lab->numbers().tab(), ConvTab::Sliding);
    QVERIFY(desk.scene().isTransposed);
    QVERIFY(desk.lab->figure().geometry.w == desk.model().solution()->mirror);
    QVERIFY(desk.press("Solve"));
    QCOMPARE(desk.model().usedRow(), std::optional(2)); // it stands at the pair's other half
    QVERIFY(desk.press("Show the encoder"));
    QVERIFY(desk.scene() == encoder);
    QVERIFY(desk.press("Matrix"));
    desk.lab->numbers().turn(FigureSwitch::Transpose, true);
    QVERIFY(desk.lab->figure().geometry.w == desk.model().solution()->mirror); // there, too
    while (desk.lab->undoStack()->canUndo())
        desk.lab->undoStack()->undo();
    QVERIFY(desk.scene() == before);
    desk.lab->undoStack()->redo();
    QVERIFY(desk.scene() == encoder);
}

void TstSolveLab::decoderFirst()
{
    SolveDesk desk;
    QVERIFY(desk.clickRow(3));
    const SolvedRow row = rowOf(*desk.model().solution());
    QVERIFY(desk.press("Decoder"));
    QCOMPARE(desk.model().setup().from, 14);
    QCOMPARE(desk.model().setup().to, 28);
    QVERIFY(rowOf(*desk.model().solution()) == row);
    QVERIFY(desk.press("Use this pair"));
    QVERIFY(desk.scene().isTransposed);
    QCOMPARE(desk.lab->figure().outputShape().width, 28);
    QVERIFY(desk.press("Show the encoder"));
    QVERIFY(!desk.scene().isTransposed);
    QCOMPARE(desk.lab->figure().outputShape().width, 14);
    QVERIFY(desk.press("Solve") && desk.press("Encoder"));
    QCOMPARE(desk.model().setup().from, 28);
}

void TstSolveLab::theExampleOpensIt()
{
    ConvDesk desk("conv2d");
    desk.canvas()->setFocus();
    desk.lab->openPreset("28-to-14");
    auto& solve = dynamic_cast<PlaneModel&>(desk.lab->model()).solve();
    QVERIFY(solve.isShown());
    QCOMPARE(solve.row(), 2);
    desk.key(Qt::Key_Down);
    QCOMPARE(solve.row(), 3);
    QVERIFY(desk.lab->summary().contains(q("backwards")));
    desk.lab->openPreset("matrix");
    QVERIFY(!solve.isShown());
    solve.change([](SolveSetup& s) { s.from = 5; });
    desk.lab->openPreset("28-to-14");
    QCOMPARE(solve.setup().from, 28);
}

void TstSolveLab::statesComeBack()
{
    SolveDesk desk;
    QVERIFY(desk.write("Size up to", "4"));
    QVERIFY(desk.clickRow(3));
    const LabState saved = desk.lab->state();
    QCOMPARE(std::get<ConvState>(saved).view.tab, ConvTab::Solve);
    QVERIFY(std::get<ConvState>(saved).view.solve.row == (SolvedRow{3, 2, 1, 1}));
    QVERIFY(desk.write("To", "7"));
    QVERIFY(desk.press("Sliding"));
    QVERIFY(desk.lab->state() != saved);
    desk.lab->openState(saved);
    QVERIFY(desk.lab->state() == saved);
    QVERIFY(desk.page()->isVisible());
    QCOMPARE(desk.model().row(), 3);
    QVERIFY(desk.write("From", "27")); // the row is found again among others
    QVERIFY(rowOf(*desk.model().solution()) == (SolvedRow{3, 2, 1, 1}));
}

void TstSolveLab::noLayerOffersSome()
{
    SolveDesk desk;
    QVERIFY(desk.write("To", "20"));
    QCOMPARE(desk.rows(), std::size_t(0));
    QVERIFY(!buttonOf(desk.window, q("Use this pair")));
    QVERIFY(!isOneColour(desk.list()->grab().toImage()));
    QVERIFY(desk.list()->accessibleDescription().contains(q("28 to 20")));
    QVERIFY(desk.lab->model().canExport() && desk.lab->exportable({})->stops() == 1);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->undoStack()->count(), 0);
    const auto nearest = desk.model().layers()->nearest;
    QVERIFY(!nearest.empty());
    const QString first = q("%1 → %2").arg(nearest[0].from).arg(nearest[0].to);
    QVERIFY(click(buttonOf(desk.window, first)));
    QVERIFY(desk.rows() > 0);
    QCOMPARE(desk.model().setup().from, nearest[0].from);
    QVERIFY(!buttonOf(desk.window, first));
}

void TstSolveLab::longListsScroll()
{
    SolveDesk desk;
    QVERIFY(desk.write("To", "28") && desk.write("Size up to", "15"));
    QVERIFY(desk.press("▸ More") && desk.write("Dilation up to", "4"));
    QVERIFY(desk.rows() > 20);
    QVERIFY(desk.list()->bar()->isVisible());
    QVERIFY(click(buttonOf(desk.window, q("Solve"))));
    QCoreApplication::processEvents();
    desk.key(Qt::Key_End);
    QCOMPARE(desk.model().row(), static_cast<int>(desk.rows()) - 1);
    const SolvePainter& painter = desk.list()->painter();
    const QRectF last = painter.layout().rowBox(desk.model().row(), desk.list()->bar()->value());
    QVERIFY(last.bottom() <= painter.layout().list.bottom() + 1);
    QVERIFY(desk.clickRow(desk.model().row() - 1)); // where it is seen
    QCOMPARE(desk.model().row(), static_cast<int>(desk.rows()) - 2);
    desk.key(Qt::Key_Home);
    QCOMPARE(desk.list()->bar()->value(), 0);
}

void TstSolveLab::poolingGivesWay()
{
    SolveDesk desk;
    desk.lab->openPreset("max-pooling");
    QVERIFY(desk.press("Solve") && desk.press("Use this pair"));
    QVERIFY(!desk.scene().pooling);
    QCOMPARE(desk.lab->figure().outputShape().width, 14);
    QCOMPARE(desk.notice(), QString());
    desk.lab->undoStack()->undo();
    QVERIFY(desk.scene().pooling);
}

void TstSolveLab::parentsAreSeen()
{
    SolveDesk desk;
    QVERIFY(desk.clickRow(3));
    QVERIFY(desk.shows(q("output padding 1")) && desk.shows(q("27 and 28 both become 14")));
    QVERIFY(desk.press("Show 27"));
    QCOMPARE(desk.model().setup().from, 27);
    QVERIFY(!desk.model().solution()->pytorchMirror.outputPadding);
    QVERIFY(desk.press("Show 28"));
    QCOMPARE(desk.model().setup().from, 28);
    const ConvAxis axis = desk.lab->figure().geometry.w;
    const QString own = q("As the lab: %1 → %2").arg(axis.input).arg(axis.output);
    QVERIFY(click(buttonOf(desk.window, own)));
    QCOMPARE(desk.model().setup().from, axis.input);
    QVERIFY(!buttonOf(desk.window, own));
}

void TstSolveLab::picturesOfIt()
{
    SolveDesk desk;
    QVERIFY(desk.clickRow(2));
    for (const bool showsMirror : {true, false}) {
        desk.model().change([=](SolveSetup& s) { s.showsMirror = showsMirror; });
        const auto file = desk.lab->exportable({});
        QVERIFY(file);
        QCOMPARE(file->stops(), 8);
        QCOMPARE(file->now, 3.0);
        QCOMPARE(file->label(3), q("Row 3 of 8"));
        QCOMPARE(file->describe(3).contains(q("Mirror")), showsMirror);
        QImage third(file->size, QImage::Format_RGB32), fourth = third;
        for (const auto& [image, stop] : {std::pair(&third, 3), std::pair(&fourth, 4)}) {
            image->fill(Qt::white);
            QPainter p(image);
            file->paint(p, stop);
        }
        QVERIFY(!isOneColour(third) && third != fourth);
    }
}

void TstSolveLab::beforeAnAudience()
{
    SolveDesk desk;
    desk.key(Qt::Key_F5);
    QVERIFY(desk.list()->isVisible());
    QVERIFY(!buttonOf(desk.window, q("Use this pair")));
    const auto chips = desk.lab->chips();
    QCOMPARE(chips[0].value(), q("28"));
    chips[1].choose(6);
    QCOMPARE(desk.model().setup().to, 7);
    chips[2].choose(1);
    QVERIFY(desk.model().setup().beginsWithDecoder && desk.model().setup().from == 7);
    desk.key(Qt::Key_Escape);
    QVERIFY(buttonOf(desk.window, q("Use this pair")));
}

void TstSolveLab::whatIsSeenIsWhole_data()
{
    QTest::addColumn<QByteArray>("lab");
    QTest::addColumn<Language>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("to");
    for (const char* lab : {"conv2d", "conv1d"})
        for (const QSize& size : {QSize(1024, 744), QSize(1366, 744), QSize(1920, 1056)})
            for (const int to : {14, 20}) {
                QTest::addRow("%s, %d, to %d", lab, size.width(), to)
                    << QByteArray(lab) << Language::English << size << to;
                QTest::addRow("%s, %d, to %d, Greek", lab, size.width(), to)
                    << QByteArray(lab) << Language::Greek << size << to;
            }
}

void TstSolveLab::whatIsSeenIsWhole()
{
    QFETCH(QByteArray, lab);
    QFETCH(Language, language);
    QFETCH(QSize, size);
    QFETCH(int, to);
    DeskWith<ManualClock> desk(QString::fromLatin1(lab), language, size);
    const auto seen = ConvLabSeen::in(desk.window);
    seen->numbers().setTab(ConvTab::Solve);
    auto* plane = dynamic_cast<PlaneModel*>(&seen->model());
    SolveModel& model = plane ? plane->solve() : seen->line().solve();
    model.change([to](SolveSetup& s) { s.to = to; });
    model.choose(3);
    model.use();
    const QString wrong = notWhole(desk.window);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const SolvePainter& painter = seen->stage()->findChild<SolveCanvas*>()->painter();
    const SolveLayout& layout = painter.layout();
    for (int i = 0; i < solveColumnCount; ++i) {
        const QRectF box = layout.columnBox(static_cast<SolveColumn>(i), layout.heads);
        QVERIFY2(box.right() <= layout.card.right(), QByteArray::number(i));
    }
}

void TstSolveLab::uprightIsRead_data()
{
    QTest::addColumn<SizePair>("sizes");
    QTest::addColumn<SolutionLimits>("limits");
    QTest::addColumn<bool>("hasMirror");
    QTest::addColumn<bool>("isDecoderFirst");
    const SolutionLimits usual, wide{.size = 12, .stride = 4, .dilation = 3, .oddCellBefore = true},
        narrow{.size = 2, .stride = 2};
    for (const bool hasMirror : {true, false})
        for (const bool isDecoderFirst : {true, false}) {
            const auto row = [&](const char* name) -> QTestData& {
                return QTest::addRow("%s, %d, %d", name, hasMirror, isDecoderFirst);
            };
            row("halves") << SizePair{28, 14} << usual << hasMirror << isDecoderFirst;
            row("a few cells") << SizePair{5, 3} << wide << hasMirror << isDecoderFirst;
            row("a long list") << SizePair{64, 16} << wide << hasMirror << isDecoderFirst;
            row("nothing") << SizePair{60, 13} << narrow << hasMirror << isDecoderFirst;
        }
}

void TstSolveLab::uprightIsRead()
{
    QFETCH(SizePair, sizes);
    QFETCH(SolutionLimits, limits);
    QFETCH(bool, hasMirror);
    QFETCH(bool, isDecoderFirst);
    SolveSetup setup{.from = sizes.from, .to = sizes.to, .limits = limits, .showsMirror = hasMirror};
    if (isDecoderFirst) setup = turnedRound(setup);
    const auto layers = std::make_shared<const SolvedLayers>(solvedLayers(setup));
    for (const Language language : {Language::English, Language::Greek}) {
        const Exportable file = exportSolved(layers, 0, {}, {{960, 600}, language, false});
        QCOMPARE(file.uprightSize.width(), 400);
        for (int t = 1; t <= file.stops(); t += std::max(1, file.stops() / 6)) {
            QVERIFY(keepsMargins(file, t));
            const QString illegible = illegibleAt(file, t);
            QVERIFY2(illegible.isEmpty(), qPrintable(illegible));
        }
        const PaintStyle style{lightTheme(), Texts(language)};
        const SolveLayout layout = SolvePainter::uprightLayout(*layers, uprightRoom, style);
        QString wrong = notApart(boxesOf(layout), {0, 0, uprightRoom, layout.height});
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        wrong = notApart({layout.formulas, layout.note}, layout.detailCard);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        wrong = notApart({layout.heads, layout.list}, layout.card);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        if (layers->rows.empty()) continue;
        wrong = notApart(boxesOfBlock(layout), {0, 0, uprightRoom, layout.row});
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstSolveLab test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_solve_lab.moc"
