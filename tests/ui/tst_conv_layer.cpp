#include "core/lab/conv_filters.h"
#include "core/lab/conv_moment.h"
#include "core/lab/conv_presets.h"
#include "core/lab/named_filters.h"
#include "core/session/state_command.h"
#include "core/session/state_json.h"
#include "tests/support/desk.h"
#include "ui/labs/conv/predict_bar.h"
#include "ui/painters/grid_painter.h"
#include "ui/widgets/controls.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPushButton>
#include <QStyleFactory>
#include <QUndoStack>

#include <functional>

using namespace hg;
using namespace hg::test;

namespace {

struct Desk : ConvDesk {
    Desk() : ConvDesk("conv2d") {}
    QPoint placeOf(const ConvHit& cell) const { return canvas()->picture()->cellOf(cell).center().toPoint(); }
    void pointAt(const ConvHit& cell) const
    {
        const QPoint place = placeOf(cell);
        QMouseEvent move(QEvent::MouseMove, place, canvas()->mapToGlobal(place), Qt::NoButton, {}, {});
        QApplication::sendEvent(canvas(), &move);
    }
    bool toggle(const char* name) const { return click(named<Switch>(window, q(name))); }
    QAbstractButton* groupButton(int groups) const
    {
        return named<Segmented>(window, q("Groups"))->button(groups - 1);
    }
    bool group(int groups) const { return click(groupButton(groups)); }
    bool says(const char* text) const { return shows(q(text)); }
};

struct Deed {
    const char* name;
    std::function<bool(Desk&)> act;
    std::function<bool(const ConvScene& before, const ConvScene& after)> isDone;
};

const std::vector<Deed>& deeds()
{
    static const std::vector<Deed> all{
        {"filters", [](Desk& d) { return d.write("Filters", "4"); },
         [](const ConvScene& b, const ConvScene& a) { return a == withNextFilters(b, 4); }},
        {"channels", [](Desk& d) { return d.write("Input channels", "3"); },
         [](const ConvScene& b, const ConvScene& a) { return a == withChannels(b, 3); }},
        {"depthwise",
         [](Desk& d) { return d.write("Input channels", "2") && d.toggle("Each channel by itself"); },
         [](const ConvScene&, const ConvScene& a) {
             return a.groups == 2 && a.filters() == 2 && evaluate(a);
         }},
        {"groups",
         [](Desk& d) { return d.write("Input channels", "4") && d.write("Filters", "6") && d.group(2); },
         [](const ConvScene& b, const ConvScene& a) {
             return a == withGroups(withNextFilters(withChannels(b, 4), 6), 2) && evaluate(a);
         }},
        {"average", [](Desk& d) { return d.press("Average"); },
         [](const ConvScene&, const ConvScene& a) { return a.pooling == Pooling::Average; }},
        {"max and back", [](Desk& d) { return d.press("Max") && d.press("Filter"); },
         [](const ConvScene&, const ConvScene& a) { return !a.pooling && evaluate(a); }},
        {"weights", [](Desk& d) { return d.choose("Weights", 5); },
         [](const ConvScene&, const ConvScene& a) {
             return a.kernel == findFilterPreset("sobel-x")->make({3, 3});
         }},
        {"turn", [](Desk& d) { return d.press("Turn"); },
         [](const ConvScene& b, const ConvScene& a) { return a.kernel == turned(b.kernel); }},
        {"sum 1", [](Desk& d) { return d.press("Sum 1"); },
         [](const ConvScene& b, const ConvScene& a) { return a.kernel == normalised(b.kernel); }},
        {"random", [](Desk& d) { return d.press("Random"); },
         [](const ConvScene& b, const ConvScene& a) { return a.kernel != b.kernel; }},
        {"activation", [](Desk& d) { return d.choose("Activation", 3); },
         [](const ConvScene&, const ConvScene& a) { return a.activation == Activation::Relu; }},
        {"NumPy", [](Desk& d) { return d.choose("Rules of", 2); },
         [](const ConvScene&, const ConvScene& a) { return a.convention == Convention::NumPy; }},
        {"again", [](Desk& d) { return d.press("Apply again"); },
         [](const ConvScene& b, const ConvScene& a) { return a.input == evaluate(b)->output; }},
        {"numbers for words", [](Desk& d) { return d.press("Write as numbers"); },
         [](const ConvScene& b, const ConvScene& a) {
             return a.paddingW.kind == Padding::Kind::Explicit && evaluate(a)->output == evaluate(b)->output;
         }},
    };
    return all;
}

} // namespace

/// What a layer adds to one filter: its controls, its cards, the links and the questions.
class TstConvLayer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); }
    void controlsAreUndone_data();
    void controlsAreUndone();
    void everyChannelAndFilterIsEdited();
    void aSliceBringsItsFilterForward();
    void pointingShowsLinks_data();
    void pointingShowsLinks();
    void keysReachTheOutput();
    void stepsTermByTerm();
    void predictionsAreChecked();
    void sizesArePredicted();
    void sizesOfStampsArePredicted();
    void typedSizes_data();
    void onlyPossibleGroupsAreOffered();
    void extremesStayOnTheStage_data();
    void extremesStayOnTheStage();
    void groupsAreKeptInStates();
    void typedSizes();
    void erratumIsMarked();
    void differencesAreDashed();
    void onlyTheWindowIsRepainted();
    void theFormerPlaceIsRepainted();
    void viewsAreShown();
};

void TstConvLayer::controlsAreUndone_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < deeds().size(); ++i)
        QTest::newRow(deeds()[i].name) << static_cast<int>(i);
}

void TstConvLayer::controlsAreUndone()
{
    QFETCH(int, index);
    const Deed& deed = deeds()[static_cast<std::size_t>(index)];
    Desk desk;
    const ConvScene before = desk.lab->scene();
    QVERIFY(desk.press("▸ More"));
    QVERIFY(deed.act(desk));
    QVERIFY(deed.isDone(before, desk.lab->scene()));
    QVERIFY(desk.lab->figure().scene == desk.lab->scene());
    while (desk.lab->undoStack()->canUndo())
        desk.lab->undoStack()->undo();
    QVERIFY(desk.lab->scene() == before);
}

void TstConvLayer::everyChannelAndFilterIsEdited()
{
    Desk desk;
    desk.lab->openPreset("colours");
    desk.lab->numbers().setFilter(1);
    for (int channel = 0; channel < 3; ++channel) {
        QVERIFY(clickAt(desk.canvas(), desk.placeOf({ConvPlace::Input, 1, 2, channel, 0})));
        QVERIFY(type(desk.canvas()->findChild<QLineEdit*>(), QString::number(20 + channel)));
        QCOMPARE(desk.lab->scene().input.at(0, channel, 1, 2), 20.0 + channel);
        QVERIFY(clickAt(desk.canvas(), desk.placeOf({ConvPlace::Kernel, 0, 1, channel, 1})));
        QVERIFY(type(desk.canvas()->findChild<QLineEdit*>(), QString::number(7 + channel)));
        QCOMPARE(desk.lab->scene().kernel.at(1, channel, 0, 1), 7.0 + channel);
    }
}

void TstConvLayer::aSliceBringsItsFilterForward()
{
    Desk desk;
    desk.lab->openPreset("four-edges");
    for (int filter : {2, 0, 3}) {
        QVERIFY(clickAt(desk.canvas(), desk.placeOf({ConvPlace::Output, 3, 4, 0, filter})));
        QCOMPARE(desk.canvas()->look().filter, filter);
        QCOMPARE(desk.lab->timeline()->position(), 3 * 20 + 4 + 1.0);
    }
    QVERIFY(desk.press("▸ More"));
    QVERIFY(desk.write("Filter in front", "2"));
    QCOMPARE(desk.canvas()->look().filter, 1);
}

void TstConvLayer::pointingShowsLinks_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<int>("place");
    for (const char* preset :
         {"lecture-example", "colours", "four-edges", "padding-strides-transposed", "max-pooling"})
        for (const auto& [name, place] :
             {std::pair("input", ConvPlace::Input), std::pair("filter", ConvPlace::Kernel),
              std::pair("output", ConvPlace::Output)})
            if (QByteArray(preset) != "max-pooling" || place != ConvPlace::Kernel)
                QTest::addRow("%s, %s", preset, name) << QByteArray(preset) << static_cast<int>(place);
}

void TstConvLayer::pointingShowsLinks()
{
    QFETCH(QByteArray, preset);
    QFETCH(int, place);
    Desk desk;
    desk.lab->openPreset(preset.constData());
    const QImage calm = desk.canvas()->grab().toImage();
    const ConvHit cell{static_cast<ConvPlace>(place), 1, 1, 0, 0};
    desk.pointAt(cell);
    QCOMPARE(desk.canvas()->look().focus, std::optional(cell));
    QVERIFY(desk.canvas()->grab().toImage() != calm);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(desk.canvas(), &leave);
    QVERIFY(!desk.canvas()->look().focus);
    QVERIFY(desk.canvas()->grab().toImage() == calm);
}

void TstConvLayer::keysReachTheOutput()
{
    Desk desk;
    desk.canvas()->setFocus();
    QTest::keyClick(desk.canvas(), Qt::Key_Return); // chooses the first cell of the input
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(desk.canvas(), Qt::Key_Right);
    QCOMPARE(desk.canvas()->look().focus->place, ConvPlace::Kernel);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(desk.canvas(), Qt::Key_Right);
    QCOMPARE(desk.canvas()->look().focus->place, ConvPlace::Output);
    QTest::keyClick(desk.canvas(), Qt::Key_Down);
    QTest::keyClick(desk.canvas(), Qt::Key_Return);
    QCOMPARE(desk.lab->timeline()->position(), 4.0);
}

void TstConvLayer::stepsTermByTerm()
{
    Desk desk;
    Timeline& timeline = *desk.lab->timeline();
    QVERIFY(desk.toggle("Term by term"));
    timeline.seek(3);
    for (int k = 0; k <= 9; ++k) {
        timeline.stepForward();
        QCOMPARE(timeline.position(), timeOfTerm(3, k, 9));
        QCOMPARE(momentAt(desk.lab->figure(), timeline.position()).formed(9), static_cast<std::size_t>(k));
    }
    timeline.stepForward();
    QCOMPARE(timeline.position(), 4.0);
    for (int k = 9; k >= 0; --k) {
        timeline.stepBack();
        QCOMPARE(timeline.position(), timeOfTerm(3, k, 9));
    }
    timeline.stepBack();
    QCOMPARE(timeline.position(), 3.0);
    QVERIFY(desk.toggle("Term by term"));
    timeline.stepForward();
    QCOMPARE(timeline.position(), 4.0);
}

void TstConvLayer::predictionsAreChecked()
{
    Desk desk;
    QVERIFY(desk.toggle("Predict the next number or the size"));
    desk.lab->timeline()->seek(4);
    QVERIFY(desk.canvas()->look().hidesNext);
    const auto says = [&](const char* text) { return desk.says(text); };
    QCOMPARE(named<QLineEdit>(desk.window, q("Your answer"))->placeholderText(), q("row 2, column 1"));
    QVERIFY(desk.write("Your answer", "x"));
    QVERIFY(says("is not a number"));
    QVERIFY(desk.write("Your answer", "9")); // what the turned filter gives
    QVERIFY(says("turned the other way"));
    QVERIFY(desk.write("Your answer", "7"));
    QVERIFY(says("Right."));
    QVERIFY(!desk.canvas()->look().hidesNext);
    QVERIFY(desk.press("Next"));
    QVERIFY(desk.canvas()->look().hidesNext);
    QVERIFY(desk.press("Show"));
    QVERIFY(says("It is 8."));
    QVERIFY(desk.toggle("Predict the next number or the size"));
    QVERIFY(!desk.canvas()->look().hidesNext);
}

void TstConvLayer::sizesArePredicted()
{
    Desk desk;
    QVERIFY(desk.toggle("Predict the next number or the size"));
    QVERIFY(desk.press("Size"));
    QVERIFY(desk.canvas()->look().hidesSize);
    QVERIFY(!desk.canvas()->look().hidesNext);
    QVERIFY(desk.canvas()->picture()->cellOf({ConvPlace::Output, 0, 0}).isEmpty());
    QVERIFY(desk.says("Position 0 of ?"));
    QVERIFY(!desk.says("numbers differ")); // nor do other rules tell it
    QVERIFY(!buttonOf(desk.window, q("Next")));
    QVERIFY(desk.write("Your answer", "3 by 3"));
    QVERIFY(desk.says("is not a size"));
    QVERIFY(desk.write("Your answer", "5×5"));
    QVERIFY(desk.says("the size at stride 1"));
    QVERIFY(desk.write("Your answer", "3 × 2"));
    QVERIFY(desk.says("The rows are right. The columns not yet: that is without the padding."));
    QVERIFY(desk.canvas()->look().hidesSize);
    QVERIFY(desk.write("Your answer", "3"));
    QVERIFY(desk.says("Right: 3 × 3."));
    QVERIFY(!desk.canvas()->look().hidesSize);
    QVERIFY(desk.says("Position 0 of 9"));
    // Another geometry is another question.
    QVERIFY(desk.write("Stride", "1"));
    QVERIFY(desk.canvas()->look().hidesSize);
    QVERIFY(!desk.says("Right"));
    QVERIFY(desk.press("Show"));
    QVERIFY(desk.says("It is 5 × 5."));
    QVERIFY(!desk.canvas()->look().hidesSize);
    QVERIFY(desk.press("Number"));
    QVERIFY(desk.canvas()->look().hidesNext);
    QVERIFY(desk.toggle("Predict the next number or the size"));
    QVERIFY(!desk.canvas()->look().hidesNext);
}

void TstConvLayer::sizesOfStampsArePredicted()
{
    Desk desk;
    desk.lab->openPreset("padding-strides-odd-transposed");
    QVERIFY(desk.toggle("Predict the next number or the size"));
    QVERIFY(desk.canvas()->look().hidesSize); // there is no next number: stamps add up
    QVERIFY(!buttonOf(desk.window, q("Number")));
    QVERIFY(desk.write("Your answer", "5"));
    QVERIFY(desk.says("the output padding is missing"));
    QVERIFY(desk.write("Your answer", "7"));
    QVERIFY(desk.says("what is cut off has to be subtracted"));
    QVERIFY(desk.write("Your answer", "6"));
    QVERIFY(desk.says("Right: 6 × 6."));
}

void TstConvLayer::onlyPossibleGroupsAreOffered()
{
    Desk d;
    QVERIFY(d.press("▸ More"));
    const auto offered = [&] {
        QList<int> groups;
        for (int i = 1; i <= mostChannels; ++i)
            if (d.groupButton(i)->isVisible()) groups << i;
        return groups;
    };
    QCOMPARE(offered(), QList<int>{1});
    QVERIFY(d.write("Input channels", "4") && d.write("Filters", "8"));
    QCOMPARE(offered(), (QList<int>{1, 2, 4}));
    QVERIFY(d.group(4));
    QVERIFY(named<Switch>(d.window, q("Each channel by itself"))->isOn());
    QVERIFY(d.group(2));
    QVERIFY(!named<Switch>(d.window, q("Each channel by itself"))->isOn());
    QVERIFY(d.write("Filters", "3"));
    QCOMPARE(offered(), QList<int>{1});
    QCOMPARE(d.lab->scene().groups, 1);
    QVERIFY(d.press("Transposed"));
    QCOMPARE(offered(), QList<int>{1});
    QVERIFY(d.press("Forward") && d.write("Input channels", "3") && d.press("Max"));
    QCOMPARE(offered(), QList<int>{1});
}

void TstConvLayer::extremesStayOnTheStage_data()
{
    QTest::addColumn<ConvScene>("scene");
    const auto row = [](const char* name, auto change) {
        ConvScene s = withInputSize(findConvPreset("lecture-example")->make(), {64, 64});
        change(s);
        QTest::newRow(name) << s;
    };
    const auto full = [](ConvScene& s) { s.paddingH = s.paddingW = {Padding::Kind::Full}; };
    row("filter 15, full", [&](ConvScene& s) { s = withKernelSize(s, {15, 15}), full(s); });
    row("filter 15, dilation 8, full, stride 8", [&](ConvScene& s) {
        s = withKernelSize(s, {15, 15}), s.dilation = s.stride = {8, 8}, full(s);
    });
    row("filter 15, dilation 8, full, stride 1", [&](ConvScene& s) {
        s = withKernelSize(s, {15, 15}), s.dilation = {8, 8}, s.stride = {1, 1}, full(s);
    });
    row("sides 14", [](ConvScene& s) { s.paddingH = s.paddingW = {Padding::Kind::Explicit, 14, 14}; });
    row("4 channels, 8 filters", [](ConvScene& s) { s = withFilters(withChannels(s, 4), 8); });
    row("4 channels, 8 filters of 15, dilation 8, full", [&](ConvScene& s) {
        s = withFilters(withChannels(withKernelSize(s, {15, 15}), 4), 8), s.dilation = {8, 8}, full(s);
    });
    row("4 channels, pooling 15", [](ConvScene& s) {
        s = withChannels(withKernelSize(s, {15, 15}), 4);
        s.pooling = Pooling::Max;
        s.kernel = TensorD(1, {1, 15, 15});
    });
    row("transposed, stride 8", [](ConvScene& s) { s = withDirection(s, true), s.stride = {8, 8}; });
    row("transposed, 15, stride 8, dilation 8", [](ConvScene& s) {
        s = withDirection(withKernelSize(s, {15, 15}), true), s.stride = s.dilation = {8, 8};
        s.paddingH = s.paddingW = {Padding::Kind::Valid};
    });
    row("transposed, 4 channels, 8 filters, stride 8", [](ConvScene& s) {
        s = withDirection(withFilters(withChannels(s, 4), 8), true), s.stride = {8, 8};
    });
    row("1 x 64", [](ConvScene& s) { s = withInputSize(s, {1, 64}); });
    row("64 x 1", [](ConvScene& s) { s = withInputSize(s, {64, 1}); });
}

void TstConvLayer::extremesStayOnTheStage()
{
    QFETCH(ConvScene, scene);
    Desk d;
    for (const QSize size : {QSize(1366, 768), QSize(1024, 768)}) {
        d.window.resize(size);
        QCoreApplication::processEvents();
        d.lab->edit(scene);
        QVERIFY(d.lab->figure().scene == scene);
        const auto* picture = dynamic_cast<const GridPainter*>(d.canvas()->picture());
        QVERIFY(picture);
        const QRectF stage(QPointF(0, 0), QSizeF(d.canvas()->size()));
        for (const PartTitle& title : picture->layout().titles)
            QVERIFY2(title.room >= 110, qPrintable(title.text)); // for its smallest type
        const auto tell = [](const QRectF& r) {
            return QStringLiteral("%1,%2 %3x%4").arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height());
        };
        for (const QRectF& part : {picture->figureBox(), picture->layout().sumCard})
            QVERIFY2(stage.contains(part), qPrintable(tell(part) + q(" of ") + tell(stage)));
    }
}

void TstConvLayer::groupsAreKeptInStates()
{
    Desk d;
    QVERIFY(d.press("▸ More"));
    QVERIFY(d.write("Input channels", "4") && d.write("Filters", "4") && d.group(2));
    const ConvState state{d.lab->scene(), {}};
    const auto linked = readStateLink(stateLink(state));
    QVERIFY(linked && *linked == LabState(state));
    const auto command = commandOf(state, d.bench.assets);
    QVERIFY(command);
    const auto typed = readCommand(*command, d.bench.assets);
    QVERIFY(typed && std::get<ConvState>(*typed).scene == state.scene);
}

void TstConvLayer::typedSizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("axes");
    QTest::addColumn<int>("rows"); // 0: not a size
    QTest::addColumn<int>("columns");
    const auto row = [](const char* text, int axes, int rows, int columns) {
        QTest::addRow("%s, %d axes", text, axes) << q(text) << axes << rows << columns;
    };
    row("4×3", 2, 4, 3);
    row(" 4 x 3 ", 2, 4, 3);
    row("4Χ3", 2, 4, 3); // a Greek capital
    row("4χ3", 2, 4, 3);
    row("4, 3", 2, 4, 3);
    row("4 3", 2, 4, 3);
    row("12", 2, 12, 12);
    row("12", 1, 1, 12);
    row("4×3", 1, 0, 0);
    row("4.5", 2, 0, 0);
    row("-3", 1, 0, 0);
    row("4×3×2", 2, 0, 0);
    row("99999999999", 1, 0, 0);
}

void TstConvLayer::typedSizes()
{
    QFETCH(QString, text);
    QFETCH(int, axes);
    QFETCH(int, rows);
    QFETCH(int, columns);
    const auto size = sizeFromText(text, axes);
    QCOMPARE(size.value_or(Axes{0, 0}), (Axes{rows, columns}));
}

void TstConvLayer::erratumIsMarked()
{
    Desk desk;
    const char* name = "The table that is often printed for this example, and where it comes from";
    QVERIFY(desk.toggle(name));
    QVERIFY(desk.canvas()->look().showsErratum);
    // What it marks is what is printed.
    const TensorD& ghost = *desk.lab->figure().strideOne;
    std::vector<double> printed;
    for (int r = 0; r < 3; ++r)
        for (int c = 0; c < 3; ++c)
            printed.push_back(ghost.at(0, 0, r, c));
    QCOMPARE(printed, (std::vector<double>{1, 6, 5, 7, 10, 9, 7, 10, 8}));
    desk.lab->openPreset("dilation");
    QVERIFY(!desk.canvas()->look().showsErratum);
    QVERIFY(!named<Switch>(desk.window, q(name)));
}

void TstConvLayer::differencesAreDashed()
{
    Desk desk;
    desk.lab->openPreset("lecture-example");
    QVERIFY(desk.canvas()->look().outlined.empty()); // PyTorch refuses the word, its padding=1 agrees
    desk.lab->edit(withInputSize(desk.lab->scene(), {6, 6}));
    const auto& outlined = desk.canvas()->look().outlined;
    QCOMPARE(outlined.size(), std::size_t{9});
    QVERIFY(std::count(outlined.begin(), outlined.end(), true) > 0);
    QVERIFY(desk.press("Write as numbers"));
    QVERIFY(desk.canvas()->look().outlined.empty());
}

/// While the window glides, only its old and new place are asked to be painted.
void TstConvLayer::onlyTheWindowIsRepainted()
{
    Desk desk;
    ConvScene scene = withInputSize(findConvPreset("four-edges")->make(), {64, 64});
    desk.lab->edit(withFilters(scene, 8));
    const ConvPicture* picture = desk.canvas()->picture();
    const double t = 64 * 20 + 30.1;
    int painted = 0, whole = desk.canvas()->width() * desk.canvas()->height();
    for (const QRect& rect : picture->movingRegion(t, false) + picture->movingRegion(t + 0.05, false))
        painted += rect.width() * rect.height();
    QVERIFY2(painted < whole / 50, std::to_string(painted).c_str());
}

/// What stood in the picture's former place is painted over, also where that was laid out anew meanwhile.
void TstConvLayer::theFormerPlaceIsRepainted()
{
    Desk desk;
    desk.lab->timeline()->seek(1);
    desk.window.resize(1200, 760);
    QCoreApplication::processEvents();
    const QRegion former = desk.canvas()->picture()->movingRegion(1, true);
    struct Watch : QObject {
        QRegion painted;
        bool eventFilter(QObject*, QEvent* event) override
        {
            if (event->type() == QEvent::Paint) painted += static_cast<QPaintEvent*>(event)->region();
            return false;
        }
    } watch;
    desk.canvas()->installEventFilter(&watch);
    desk.lab->timeline()->seek(9);
    QCoreApplication::processEvents();
    const QRegion left = (former & desk.canvas()->rect()) - watch.painted;
    QVERIFY2(left.isEmpty(), qPrintable(QString::number(left.boundingRect().width())));
}

void TstConvLayer::viewsAreShown()
{
    Desk desk;
    desk.lab->openPreset("four-edges");
    desk.lab->openState(ConvState{desk.lab->scene(), {120, 2, false}});
    QCOMPARE(desk.lab->timeline()->position(), 120.0);
    QCOMPARE(desk.canvas()->look().filter, 2);
    QVERIFY(!desk.canvas()->look().showGhost);
    desk.lab->openState(ConvState{desk.lab->scene(), {1e9, 99, true}}); // another scene's
    QCOMPARE(desk.lab->timeline()->position(), 400.0);
    QCOMPARE(desk.canvas()->look().filter, 3);
}

QTEST_MAIN(TstConvLayer)
#include "tst_conv_layer.moc"
