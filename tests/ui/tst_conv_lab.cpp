#include "core/lab/conv_presets.h"
#include "core/lab/named_filters.h"
#include "core/lab/spectrogram_examples.h"
#include "tests/support/desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/transport.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStyleFactory>
#include <QToolButton>

#include <functional>

using namespace hg;
using namespace hg::test;

namespace {

/// The window with the lab open.
struct Desk : ConvDesk {
    Desk() : ConvDesk("conv2d") {}
    QLineEdit* editor() const { return canvas()->findChild<QLineEdit*>(); }
    QPoint placeOf(ConvPlace place, int row, int column) const
    {
        return canvas()->picture()->cellOf({place, row, column}).center().toPoint();
    }
    bool clickCell(ConvPlace place, int row, int column) const
    {
        return clickAt(canvas(), placeOf(place, row, column));
    }
    bool showMore() const { return press("▸ More"); }
    bool choose(const char* boxName, int index) const
    {
        return ConvDesk::choose(boxName, index) &&
               named<QComboBox>(window, q(boxName))->currentIndex() == index;
    }
    void open(const char* preset) const { lab->openPreset(preset); }
};

/// A control: what is set up, what the user does, and what that must make of the scene.
struct Deed {
    const char* name;
    std::function<bool(Desk&)> prepare;
    std::function<bool(Desk&)> act;
    std::function<void(ConvScene&)> expected;
};

bool nothing(Desk&)
{
    return true;
}
bool more(Desk& d)
{
    return d.showMore();
}
bool sides(Desk& d)
{
    return d.press("Sides");
}
bool apart(Desk& d)
{
    return d.showMore() && click(named<Switch>(d.window, q("Rows and columns apart")));
}
bool cropped(Desk& d)
{
    d.open("padding-strides-transposed");
    return d.showMore();
}

Padding given(int before, int after)
{
    return {Padding::Kind::Explicit, before, after};
}
/// The gallery, in its order: those shown first, the spectrograms last of them (null), then, behind a
/// separator (null), the others.
std::vector<const ConvPreset*> listedPresets()
{
    std::vector<const ConvPreset*> listed;
    for (const bool isShown : {true, false}) {
        if (!isShown) listed.insert(listed.end(), spectrogramExamples().size() + 1, nullptr);
        for (const ConvPreset& preset : convPresets())
            if (preset.isShown == isShown && preset.make().axes == 2) listed.push_back(&preset);
    }
    return listed;
}

int indexOf(std::string_view id)
{
    const auto listed = listedPresets();
    const auto found =
        std::find_if(listed.begin(), listed.end(), [&](const auto* p) { return p && id == p->id; });
    return static_cast<int>(found - listed.begin());
}

void pad(ConvScene& s, Padding::Kind kind)
{
    s.paddingH = s.paddingW = {kind};
}

/// All from the lecture example: 5 × 5, filter 3 × 3, same, stride 2.
const std::vector<Deed>& deeds()
{
    static const std::vector<Deed> all{
        {"input size, arrow", nothing, [](Desk& d) { return d.pressNamed("Input size: more"); },
         [](ConvScene& s) {
             s = withInputSize(s, {6, 6});
         }},
        {"input size, typed", nothing, [](Desk& d) { return type(d.field("Input size"), q("9")); },
         [](ConvScene& s) {
             s = withInputSize(s, {9, 9});
         }},
        {"filter size", nothing, [](Desk& d) { return type(d.field("Filter size"), q("2")); },
         [](ConvScene& s) {
             s = withKernelSize(s, {2, 2});
         }},
        {"stride", nothing, [](Desk& d) { return d.pressNamed("Stride: less"); },
         [](ConvScene& s) {
             s.stride = {1, 1};
         }},
        {"transposed", nothing, [](Desk& d) { return d.press("Transposed"); },
         [](ConvScene& s) { s.isTransposed = true; }},
        {"valid", nothing, [](Desk& d) { return d.press("Valid"); },
         [](ConvScene& s) { pad(s, Padding::Kind::Valid); }},
        {"full", nothing, [](Desk& d) { return d.press("Full"); },
         [](ConvScene& s) { pad(s, Padding::Kind::Full); }},
        {"sides", nothing, sides, [](ConvScene& s) { s.paddingH = s.paddingW = given(1, 1); }},
        {"above", sides, [](Desk& d) { return type(d.field("Padding, above"), q("3")); },
         [](ConvScene& s) { s.paddingH = given(3, 1); }},
        {"below", sides, [](Desk& d) { return type(d.field("Padding, below"), q("3")); },
         [](ConvScene& s) { s.paddingH = given(1, 3); }},
        {"left", sides, [](Desk& d) { return type(d.field("Padding, left"), q("3")); },
         [](ConvScene& s) { s.paddingW = given(3, 1); }},
        {"right", sides, [](Desk& d) { return type(d.field("Padding, right"), q("3")); },
         [](ConvScene& s) { s.paddingW = given(1, 3); }},
        {"dilation", more, [](Desk& d) { return d.pressNamed("Dilation: more"); },
         [](ConvScene& s) {
             s.dilation = {2, 2};
         }},
        {"fill", more, [](Desk& d) { return d.choose("Padding holds", 2); },
         [](ConvScene& s) { s.fill = Fill::Replicate; }},
        {"bias", more, [](Desk& d) { return type(d.field("Bias"), q("-0,5")); },
         [](ConvScene& s) { s.bias = {-0.5}; }},
        {"rules", more, [](Desk& d) { return d.choose("Rules of", 1); },
         [](ConvScene& s) { s.convention = Convention::PyTorch; }},
        {"output padding", cropped, [](Desk& d) { return d.pressNamed("Output padding: more"); },
         [](ConvScene& s) {
             s.outputPadding = {1, 1};
         }},
        {"forward", cropped, [](Desk& d) { return d.press("Forward"); },
         [](ConvScene& s) { s.isTransposed = false; }},
        {"stride, columns", apart, [](Desk& d) { return type(d.field("Stride, columns"), q("3")); },
         [](ConvScene& s) {
             s.stride = {2, 3};
         }},
        {"stride, rows", apart, [](Desk& d) { return type(d.field("Stride, rows"), q("1")); },
         [](ConvScene& s) {
             s.stride = {1, 2};
         }},
        {"input columns", apart, [](Desk& d) { return type(d.field("Input columns"), q("7")); },
         [](ConvScene& s) {
             s = withInputSize(s, {5, 7});
         }},
        {"filter rows", apart, [](Desk& d) { return type(d.field("Filter rows"), q("1")); },
         [](ConvScene& s) {
             s = withKernelSize(s, {1, 3});
         }},
        {"an example", nothing, [](Desk& d) { return d.choose("Example", indexOf("vertical-edge")); },
         [](ConvScene& s) { s = findConvPreset("vertical-edge")->make(); }},
        {"a number of the input", nothing,
         [](Desk& d) { return d.clickCell(ConvPlace::Input, 1, 2) && type(d.editor(), q("8")); },
         [](ConvScene& s) { s.input.at(0, 0, 1, 2) = 8; }},
        {"a number of the filter", nothing,
         [](Desk& d) { return d.clickCell(ConvPlace::Kernel, 2, 0) && type(d.editor(), q("-1.5")); },
         [](ConvScene& s) { s.kernel.at(0, 0, 2, 0) = -1.5; }},
    };
    return all;
}

} // namespace

class TstConvLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion"))); }

    void startsWithTheLecture();
    void correctedFieldsAreNotComplainedOf();
    void unequalPairsTurnTheSwitch();
    void outputPaddingNamesItsParents();
    void everyControlChangesTheScene_data();
    void everyControlChangesTheScene();
    void undoByKeysInAField();
    void steppingBecomesOneUndo();
    void steppingBackLeavesNothingToUndo();
    void everyPresetOpens_data();
    void everyPresetOpens();
    void anEditedExampleIsNoExample();

    void typingIntoACell_data();
    void typingIntoACell();
    void badTextKeepsTheNumber_data();
    void badTextKeepsTheNumber();
    void escapeKeepsTheNumber();
    void aCellIsChosenAndTypedByKeys();
    void arrowsWalkOverTheCells();
    void anotherCellEndsTheEdit();
    void lookingAtACellChangesNothing();

    void badTextInAFieldIsTold();
    void impossibleKeepsTheFigure_data();
    void impossibleKeepsTheFigure();
    void impossibleIsUndone();
    void editingAnOutdatedFigure();

    void outputCellsSeek();
    void ghostCellsDoNotSeek();
    void slicesHaveASwitchForOneScale();
    void keysMoveTheAnimation();
    void descriptionFollows();
    void transposedAndBack();
};

void TstConvLab::correctedFieldsAreNotComplainedOf()
{
    Desk desk;
    QVERIFY(type(desk.field("Filter size"), q("x")));
    QVERIFY(!desk.notice().isEmpty());
    QVERIFY(type(desk.field("Filter size"), q("2")));
    QCOMPARE(desk.notice(), QString());
    // What is impossible is told again when the text that hid it is corrected.
    QVERIFY(desk.press("Valid"));
    QVERIFY(type(desk.field("Filter size"), q("7")));
    const QString impossible = desk.notice();
    QVERIFY(!impossible.isEmpty());
    QVERIFY(type(desk.field("Stride"), q("x")));
    QVERIFY(desk.notice() != impossible);
    QVERIFY(type(desk.field("Stride"), q("2")));
    QCOMPARE(desk.notice(), impossible);
}

void TstConvLab::unequalPairsTurnTheSwitch()
{
    Desk desk;
    ConvScene scene = desk.lab->scene();
    scene.stride = {1, 2};
    desk.lab->edit(scene);
    QVERIFY(desk.showMore());
    auto* apart = named<Switch>(desk.window, q("Rows and columns apart"));
    QVERIFY(apart && apart->isOn());
    QVERIFY(desk.field("Stride, columns"));
    QVERIFY(desk.field("Filter columns")); // the switch is for all pairs
    QVERIFY(click(apart));
    QVERIFY(!apart->isOn());
    QVERIFY(!desk.field("Stride, columns"));
    QVERIFY2(desk.lab->scene().stride == (Axes{1, 1}), "columns follow rows when they are joined again");
    desk.lab->undoStack()->undo();
    QVERIFY(desk.lab->scene() == scene);
    QVERIFY(apart->isOn());
    QVERIFY(click(apart));
    desk.lab->edit(withInputSize(desk.lab->scene(), {4, 6}));
    QVERIFY2(!apart->isOn(), "the sides of the data are no setting");
    QVERIFY(desk.field("Input columns"));
}

void TstConvLab::outputPaddingNamesItsParents()
{
    Desk desk;
    QVERIFY(desk.isUp);
    const auto told = [&]() -> QString {
        for (const QLabel* label : desk.window.findChildren<QLabel*>())
            if (label->isVisible() && label->text().startsWith(q("Forward: "))) return label->text();
        return {};
    };
    QVERIFY(desk.showMore());
    QVERIFY(told().isEmpty());
    ConvScene scene = desk.scene();
    scene.isTransposed = true;
    scene.input = TensorD(1, {1, 4, 4});
    scene.stride = {2, 2};
    scene.paddingH = scene.paddingW = given(1, 1);
    desk.lab->edit(scene);
    const QString ofTwo = q("Forward: 7 → 4 and 8 → 4\nBack: output padding 0 → 7, 1 → 8");
    QCOMPARE(told(), ofTwo);
    QVERIFY(desk.pressNamed("Output padding: more"));
    QCOMPARE(desk.scene().outputPadding, (Axes{1, 1}));
    QCOMPARE(told(), ofTwo); // the output has grown, its parents have not
    scene.stride = {1, 3};
    desk.lab->edit(scene);
    QCOMPARE(told(), q("Forward: 10 … 12 → 4\nBack: output padding 0 → 10, 2 → 12"));
    scene.isTransposed = false;
    desk.lab->edit(scene);
    QVERIFY(told().isEmpty());
}

void TstConvLab::startsWithTheLecture()
{
    Desk desk;
    QVERIFY(desk.isUp);
    QVERIFY(desk.lab);
    QCOMPARE(desk.lab->scene() == findConvPreset("lecture-example")->make(), true);
    QCOMPARE(desk.lab->figure().output.data, (std::vector<double>{1, 5, 6, 7, 8, 3, 3, 10, 4}));
    QCOMPARE(desk.lab->timeline()->position(), 0.0); // nothing is computed yet
    QCOMPARE(desk.lab->timeline()->count(), 9);
    QVERIFY(!desk.lab->undoStack()->canUndo());
    QVERIFY(!named<QToolButton>(desk.window, q("Undo (Ctrl+Z)"))->isEnabled());
    QCOMPARE(desk.notice(), QString());
}

void TstConvLab::everyControlChangesTheScene_data()
{
    QTest::addColumn<int>("deed");
    for (std::size_t i = 0; i < deeds().size(); ++i)
        QTest::newRow(deeds()[i].name) << static_cast<int>(i);
}

void TstConvLab::everyControlChangesTheScene()
{
    QFETCH(int, deed);
    const Deed& d = deeds()[static_cast<std::size_t>(deed)];
    Desk desk;
    QVERIFY(d.prepare(desk));
    const ConvScene before = desk.lab->scene();
    ConvScene after = before;
    d.expected(after);
    const int steps = desk.lab->undoStack()->index();
    QVERIFY(d.act(desk));
    QVERIFY(desk.lab->scene() == after);
    QCOMPARE(desk.lab->undoStack()->index(), steps + 1);
    QCOMPARE(desk.notice().isEmpty(), evaluate(after).isOk());
    QVERIFY(!evaluate(after) || desk.lab->figure().scene == after);

    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QVERIFY(desk.lab->scene() == before);
    QVERIFY(desk.lab->figure().scene == before);
    QVERIFY(desk.pressNamed("Redo (Ctrl+Shift+Z)"));
    QVERIFY(desk.lab->scene() == after);
    desk.canvas()->setFocus();
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(desk.lab->scene() == before);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(desk.lab->scene() == after);
}

void TstConvLab::undoByKeysInAField()
{
    Desk desk;
    QVERIFY(click(desk.field("Stride")));
    desk.key(Qt::Key_Up);
    QCOMPARE(desk.lab->scene().stride.h, 3);
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.lab->scene().stride.h, 2);
    desk.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(desk.lab->scene().stride.h, 3);
    // While something is being typed the keys are the field's own.
    desk.key(Qt::Key_Backspace);
    QCOMPARE(desk.field("Stride")->text(), QString());
    desk.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.field("Stride")->text(), q("3"));
    QCOMPARE(desk.lab->scene().stride.h, 3);
}

void TstConvLab::steppingBecomesOneUndo()
{
    Desk desk;
    for (int i = 0; i < 3; ++i)
        QVERIFY(desk.pressNamed("Input size: more"));
    QCOMPARE(desk.lab->scene().input.shape.height, 8);
    QCOMPARE(desk.lab->undoStack()->count(), 1);
    for (int i = 0; i < 2; ++i)
        QVERIFY(desk.pressNamed("Stride: more"));
    QCOMPARE(desk.lab->undoStack()->count(), 2);
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QCOMPARE(desk.lab->scene().stride.h, 2);
    QCOMPARE(desk.lab->scene().input.shape.height, 8);
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QVERIFY(desk.lab->scene() == findConvPreset("lecture-example")->make());
    // Numbers of cells are steps of their own.
    for (const char* text : {"4", "5"})
        QVERIFY(desk.clickCell(ConvPlace::Input, 0, 0) && type(desk.editor(), q(text)));
    QCOMPARE(desk.lab->undoStack()->count(), 2);
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QCOMPARE(desk.lab->scene().input.at(0, 0, 0, 0), 4.0);
}

void TstConvLab::steppingBackLeavesNothingToUndo()
{
    Desk desk;
    QVERIFY(desk.pressNamed("Stride: more"));
    QVERIFY(desk.pressNamed("Stride: less"));
    QVERIFY(!desk.lab->undoStack()->canUndo());
    QVERIFY(!named<QToolButton>(desk.window, q("Undo (Ctrl+Z)"))->isEnabled());
}

void TstConvLab::everyPresetOpens_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const ConvPreset* preset : listedPresets())
        if (preset) QTest::newRow(preset->id) << QByteArray(preset->id);
    const auto shown = std::count_if(convPresets().begin(), convPresets().end(),
                                     [](const ConvPreset& p) { return p.isShown && p.make().axes == 2; });
    QVERIFY(shown + static_cast<int>(spectrogramExamples().size()) <= 13); // about ten, one a tab among them
}

void TstConvLab::everyPresetOpens()
{
    QFETCH(QByteArray, id);
    const int index = indexOf(id.constData());
    Desk desk;
    desk.open(index == 0 ? "dilation" : "lecture-example");
    desk.lab->timeline()->toLast();
    QVERIFY(desk.choose("Example", index));
    const ConvScene expected = findConvPreset(id.constData())->make();
    QVERIFY(desk.lab->scene() == expected);
    QVERIFY(desk.lab->figure().scene == expected);
    QCOMPARE(desk.notice(), QString());
    QCOMPARE(desk.lab->numbers().timeline()->position(), double(openingPosition(desk.lab->figure())));
    QCOMPARE(desk.lab->numbers().timeline()->count(), desk.lab->figure().positionCount());
    // Every position looked at is another picture.
    QImage last;
    const int count = desk.lab->timeline()->count();
    for (int t = 0; t <= count; t += std::max(1, count / 5)) {
        desk.lab->timeline()->seek(t);
        const QImage now = desk.lab->stage()->grab().toImage(); // whichever tab it opens
        QVERIFY2(now != last, qPrintable(QString::number(t)));
        last = now;
    }
}

void TstConvLab::anEditedExampleIsNoExample()
{
    Desk desk;
    auto* box = named<QComboBox>(desk.window, q("Example"));
    QCOMPARE(box->currentIndex(), 0);
    QVERIFY(desk.pressNamed("Stride: less"));
    QCOMPARE(box->currentIndex(), -1);
    QVERIFY(desk.pressNamed("Stride: more"));
    QCOMPARE(box->currentIndex(), 0);
    QVERIFY(desk.clickCell(ConvPlace::Input, 0, 0) && type(desk.editor(), q("9")));
    QCOMPARE(box->currentIndex(), -1);
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QCOMPARE(box->currentIndex(), 0);
}

void TstConvLab::typingIntoACell_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    const auto row = [](const char* text, double value) { QTest::newRow(text) << q(text) << value; };
    row("7", 7);
    row("-2", -2);
    row("−2", -2);
    row("0.5", 0.5);
    row("0,5", 0.5);
    row(" 4 ", 4);
    row("1e3", 1000);
    row("1000000", 1e6);
    row("-1000000", -1e6);
}

void TstConvLab::typingIntoACell()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    Desk desk;
    for (const auto place : {ConvPlace::Input, ConvPlace::Kernel}) {
        QVERIFY(desk.clickCell(place, 2, 1));
        QVERIFY(desk.editor()->isVisible());
        QVERIFY(type(desk.editor(), text));
        QVERIFY(!desk.editor()->isVisible());
        const TensorD& grid = place == ConvPlace::Input ? desk.lab->scene().input : desk.lab->scene().kernel;
        QCOMPARE(grid.at(0, 0, 2, 1), value);
        QVERIFY(desk.canvas()->hasFocus());
    }
    QCOMPARE(desk.notice(), QString());
    QVERIFY(desk.lab->figure().scene == desk.lab->scene());
    QVERIFY(desk.lab->figure().output == evaluate(desk.lab->scene())->output);
}

void TstConvLab::badTextKeepsTheNumber_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "abc", "-", "1 2", "1000001", "-1000001", "nan", "inf", "1e999"})
        QTest::addRow("'%s'", text) << q(text);
}

void TstConvLab::badTextKeepsTheNumber()
{
    QFETCH(QString, text);
    Desk desk;
    const ConvScene before = desk.lab->scene();
    for (const auto place : {ConvPlace::Input, ConvPlace::Kernel}) {
        QVERIFY(desk.clickCell(place, 0, 1) && type(desk.editor(), text));
        QVERIFY(desk.lab->scene() == before);
        QVERIFY2(desk.notice().contains(q("“%1”").arg(text)) && desk.notice().contains(q("1000000")),
                 qPrintable(desk.notice()));
        QVERIFY(desk.clickCell(place, 0, 1) && type(desk.editor(), q("2")));
        QCOMPARE(desk.notice(), QString());
        desk.lab->undoStack()->setIndex(0);
    }
}

void TstConvLab::escapeKeepsTheNumber()
{
    Desk desk;
    const ConvScene before = desk.lab->scene();
    QVERIFY(desk.clickCell(ConvPlace::Input, 0, 0) && type(desk.editor(), q("77"), Qt::Key_Escape));
    QVERIFY(!desk.editor()->isVisible());
    QVERIFY(desk.canvas()->hasFocus());
    QVERIFY(click(desk.field("Stride"))); // losing the focus does not bring it back
    QVERIFY(desk.lab->scene() == before);
    QVERIFY(!desk.lab->undoStack()->canUndo());
}

void TstConvLab::aCellIsChosenAndTypedByKeys()
{
    Desk desk;
    QVERIFY(desk.canvas()->hasFocus()); // opening a lab puts it there
    desk.key(Qt::Key_Return);           // the first cell
    desk.key(Qt::Key_Right);
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_4); // typing begins the edit
    QVERIFY(desk.editor()->isVisible());
    desk.key(Qt::Key_2);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->scene().input.at(0, 0, 1, 1), 42.0);
    desk.key(Qt::Key_Left);   // Return has gone on to the next cell
    desk.key(Qt::Key_Return); // and opens one, with its number
    QCOMPARE(desk.editor()->text(), q("42"));
    QCOMPARE(desk.editor()->selectedText(), q("42"));
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_Minus);
    desk.key(Qt::Key_3);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->scene().input.at(0, 0, 1, 1), -3.0);
    QCOMPARE(desk.lab->timeline()->position(), 0.0); // the arrows were the selection's
    desk.key(Qt::Key_Escape);
    desk.key(Qt::Key_Right); // and are the animation's again
    QCOMPARE(desk.lab->timeline()->position(), 1.0);
}

void TstConvLab::arrowsWalkOverTheCells()
{
    Desk desk;
    desk.key(Qt::Key_Return);
    for (int i = 0; i < 5; ++i)
        desk.key(Qt::Key_Right); // past the input's edge stands the filter
    desk.key(Qt::Key_Down);
    desk.key(Qt::Key_9);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->scene().kernel.at(0, 0, 1, 0), 9.0);
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_Left);
    desk.key(Qt::Key_8);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->scene().input.at(0, 0, 0, 4), 8.0);
    for (int i = 0; i < 9; ++i)
        desk.key(Qt::Key_Down); // the ends hold
    for (int i = 0; i < 9; ++i)
        desk.key(Qt::Key_Left);
    desk.key(Qt::Key_7);
    desk.key(Qt::Key_Return);
    QCOMPARE(desk.lab->scene().input.at(0, 0, 4, 0), 7.0);
}

void TstConvLab::anotherCellEndsTheEdit()
{
    Desk desk;
    QVERIFY(desk.clickCell(ConvPlace::Input, 0, 0) && type(desk.editor(), q("9"), Qt::Key_End));
    QVERIFY(desk.clickCell(ConvPlace::Kernel, 2, 2));
    QCOMPARE(desk.lab->scene().input.at(0, 0, 0, 0), 9.0);
    QVERIFY(desk.editor()->isVisible());
    QVERIFY(type(desk.editor(), q("6")));
    QCOMPARE(desk.lab->scene().kernel.at(0, 0, 2, 2), 6.0);
    QCOMPARE(desk.lab->scene().input.at(0, 0, 0, 0), 9.0);
}

void TstConvLab::lookingAtACellChangesNothing()
{
    Desk desk;
    QVERIFY(desk.clickCell(ConvPlace::Input, 0, 0) && type(desk.editor(), q("0.123456789")));
    const ConvScene before = desk.lab->scene();
    QVERIFY(desk.clickCell(ConvPlace::Input, 0, 0));
    desk.key(Qt::Key_Return); // the editor shows six decimals of it
    QVERIFY(desk.lab->scene() == before);
    QCOMPARE(desk.lab->undoStack()->count(), 1);
}

void TstConvLab::badTextInAFieldIsTold()
{
    Desk desk;
    const ConvScene before = desk.lab->scene();
    for (const char* name : {"Input size", "Filter size", "Stride"}) {
        QVERIFY(type(desk.field(name), q("99")));
        QVERIFY2(desk.notice().contains(q("“99”")), qPrintable(desk.notice()));
        QVERIFY(desk.field(name)->property("invalid").toBool());
        QVERIFY(desk.lab->scene() == before);
    }
    QVERIFY(desk.press("Sides"));
    QCOMPARE(desk.notice(), QString()); // a good change takes the sentence away
    QVERIFY(type(desk.field("Padding, left"), q("-1")));
    QVERIFY2(desk.notice().contains(q("“-1”")), qPrintable(desk.notice()));
}

void TstConvLab::impossibleKeepsTheFigure_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<int>("deed");
    QTest::addColumn<QString>("reason");
    QTest::newRow("filter larger than the input")
        << QByteArray("no-padding-no-strides") << 0 << q("kernel 9 > padded input 4 (4 + 0 + 0)");
    QTest::newRow("dilated filter") << QByteArray("no-padding-no-strides") << 1
                                    << q("kernel 17 > padded input 4 (4 + 0 + 0)");
    QTest::newRow("PyTorch's same with a stride")
        << QByteArray("lecture-example") << 2 << q("works with stride 1 only, not 2");
    QTest::newRow("everything cropped")
        << QByteArray("no-padding-strides-transposed") << 3 << q("nothing is left of the output");
}

void TstConvLab::impossibleKeepsTheFigure()
{
    QFETCH(QByteArray, preset);
    QFETCH(int, deed);
    QFETCH(QString, reason);
    Desk desk;
    desk.open(preset.constData());
    const ConvScene before = desk.lab->scene();
    if (deed == 0) QVERIFY(type(desk.field("Filter size"), q("9")));
    if (deed == 1) QVERIFY(desk.showMore() && type(desk.field("Dilation"), q("8")));
    if (deed == 2) QVERIFY(desk.showMore() && desk.choose("Rules of", 1));
    if (deed == 3) QVERIFY(type(desk.field("Padding, above"), q("5")));
    QVERIFY(!evaluate(desk.lab->scene()));
    QVERIFY(desk.lab->figure().scene == before);
    QVERIFY2(desk.notice().contains(reason), qPrintable(desk.notice()));
    QVERIFY(desk.press("Use the nearest that works"));
    QVERIFY(evaluate(desk.lab->scene()));
    QVERIFY(desk.lab->figure().scene == desk.lab->scene());
    QCOMPARE(desk.notice(), QString());
}

void TstConvLab::impossibleIsUndone()
{
    Desk desk;
    desk.open("no-padding-no-strides");
    const ConvScene before = desk.lab->scene();
    QVERIFY(type(desk.field("Filter size"), q("9")));
    QVERIFY(desk.press("Use the nearest that works"));
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)")); // the way out is a step too
    QVERIFY(!desk.notice().isEmpty());
    QCOMPARE(desk.lab->scene().kernel.shape.height, 9);
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QCOMPARE(desk.notice(), QString());
    QVERIFY(desk.lab->scene() == before);
    QVERIFY(desk.lab->figure().scene == before);
}

void TstConvLab::editingAnOutdatedFigure()
{
    Desk desk;
    desk.open("no-padding-no-strides");
    QVERIFY(type(desk.field("Input size"), q("2"))); // the picture keeps its 4 × 4
    QVERIFY(!desk.notice().isEmpty());
    QCOMPARE(desk.lab->figure().inputShape().height, 4);
    const ConvScene before = desk.lab->scene();
    QVERIFY(desk.clickCell(ConvPlace::Input, 3, 3) &&
            type(desk.editor(), q("9"))); // there is no such cell any more
    QVERIFY(desk.lab->scene() == before);
    QVERIFY(!desk.notice().isEmpty());
    QVERIFY(desk.clickCell(ConvPlace::Input, 1, 1) && type(desk.editor(), q("9")));
    QCOMPARE(desk.lab->scene().input.at(0, 0, 1, 1), 9.0);
    QVERIFY(desk.clickCell(ConvPlace::Input, 1, 1) && type(desk.editor(), q("9"))); // the same again
    QVERIFY2(desk.notice().contains(q("Not possible")), qPrintable(desk.notice()));
}

void TstConvLab::outputCellsSeek()
{
    Desk desk;
    for (const bool hasGhost : {true, false}) {
        if (!hasGhost) QVERIFY(click(named<Switch>(desk.window, q("Ghost of stride 1"))));
        const QRectF first = desk.canvas()->picture()->cellOf({ConvPlace::Output, 0, 0}),
                     second = desk.canvas()->picture()->cellOf({ConvPlace::Output, 0, 1});
        QCOMPARE(second.left() - first.left(), (hasGhost ? 2 : 1) * first.width());
        for (int row = 0; row < 3; ++row)
            for (int column = 0; column < 3; ++column) {
                desk.lab->timeline()->play();
                QVERIFY(desk.clickCell(ConvPlace::Output, row, column));
                QCOMPARE(desk.lab->timeline()->position(), row * 3 + column + 1.0);
                QVERIFY(!desk.lab->timeline()->isPlaying());
            }
    }
    QVERIFY(!desk.lab->undoStack()->canUndo());
}

void TstConvLab::slicesHaveASwitchForOneScale()
{
    Desk desk;
    const auto toggle = [&] {
        return named<Switch>(desk.window, q("One scale of colours for all slices, instead of each its own"));
    };
    QVERIFY(!toggle()); // one output, with numbers
    desk.open("four-edges");
    QCoreApplication::processEvents();
    QVERIFY(click(toggle()));
    QVERIFY(desk.canvas()->look().hasOneScale);
    const LabState saved = desk.lab->state();
    QVERIFY(std::get<ConvState>(saved).view.hasOneScale);
    QVERIFY(click(toggle()));
    QVERIFY(!desk.canvas()->look().hasOneScale);
    desk.lab->openState(saved);
    QVERIFY(desk.canvas()->look().hasOneScale && toggle()->isOn());
    desk.open("colours"); // small enough for numbers, or not: as the picture says
    QCoreApplication::processEvents();
    QCOMPARE(toggle() != nullptr, desk.canvas()->picture()->hasSlicesWithoutNumbers());
}

void TstConvLab::ghostCellsDoNotSeek()
{
    Desk desk;
    const QRectF kept = desk.canvas()->picture()->cellOf({ConvPlace::Output, 1, 1});
    desk.lab->timeline()->seek(3);
    QVERIFY(clickAt(desk.canvas(), (kept.center() + QPointF(kept.width(), 0)).toPoint()));
    QCOMPARE(desk.lab->timeline()->position(), 3.0);
}

void TstConvLab::keysMoveTheAnimation()
{
    Desk desk;
    Timeline& timeline = *desk.lab->timeline();
    desk.key(Qt::Key_Right);
    QCOMPARE(timeline.position(), 1.0);
    desk.key(Qt::Key_Right);
    desk.key(Qt::Key_Left);
    QCOMPARE(timeline.position(), 1.0);
    desk.key(Qt::Key_End);
    QCOMPARE(timeline.position(), 9.0);
    desk.key(Qt::Key_Home);
    QCOMPARE(timeline.position(), 0.0);
    desk.key(Qt::Key_Space);
    QVERIFY(timeline.isPlaying());
    desk.bench.clock.advance(4); // half of the first position's eight seconds
    QTRY_COMPARE(timeline.position(), 0.5);
    desk.key(Qt::Key_Space);
    QVERIFY(!timeline.isPlaying());
    desk.key(Qt::Key_Left);
    QCOMPARE(timeline.position(), 0.0);
}

void TstConvLab::descriptionFollows()
{
    Desk desk;
    desk.key(Qt::Key_Right);
    QVERIFY2(desk.canvas()->accessibleDescription().contains(q("row 1, column 1: the sum is 1")),
             qPrintable(desk.canvas()->accessibleDescription()));
    desk.key(Qt::Key_Right);
    QVERIFY2(desk.canvas()->accessibleDescription().contains(q("row 1, column 2: the sum is 5")),
             qPrintable(desk.canvas()->accessibleDescription()));
    QVERIFY(desk.clickCell(ConvPlace::Output, 2, 1));
    QVERIFY2(desk.canvas()->accessibleDescription().contains(q("row 3, column 2: the sum is 10")),
             qPrintable(desk.canvas()->accessibleDescription()));
    QVERIFY(desk.clickCell(ConvPlace::Kernel, 0, 0) && type(desk.editor(), q("100")));
    QVERIFY2(!desk.canvas()->accessibleDescription().contains(q("the sum is 10.")),
             qPrintable(desk.canvas()->accessibleDescription()));
}

void TstConvLab::transposedAndBack()
{
    Desk desk;
    const ConvScene before = desk.lab->scene();
    const QString forward = desk.lab->summary();
    auto* fill = [&] {
        return desk.showMore() ? named<QComboBox>(desk.window, q("Padding holds")) : nullptr;
    }();
    QVERIFY(fill && fill->isEnabled());
    QVERIFY(desk.press("Transposed"));
    QCOMPARE(desk.lab->figure().outputShape().height, 10);
    QCOMPARE(desk.lab->timeline()->count(), 25); // one stamp an input
    QVERIFY(desk.lab->summary() != forward);
    QVERIFY(!fill->isEnabled()); // only zeros are cropped
    desk.lab->timeline()->seek(4);
    QVERIFY(desk.clickCell(ConvPlace::Output, 1, 1));
    QCOMPARE(desk.lab->timeline()->position(), 4.0); // a cell of many stamps has no place in time
    QVERIFY(desk.clickCell(ConvPlace::Input, 4, 4) && type(desk.editor(), q("5")));
    QCOMPARE(desk.lab->scene().input.at(0, 0, 4, 4), 5.0);
    QVERIFY(desk.pressNamed("Undo (Ctrl+Z)"));
    QVERIFY(desk.press("Forward"));
    QVERIFY(desk.lab->scene() == before);
    QCOMPARE(desk.lab->timeline()->count(), 9);
    QCOMPARE(desk.lab->summary(), forward);
    QVERIFY(fill->isEnabled());
}

QTEST_MAIN(TstConvLab)
#include "tst_conv_lab.moc"
