#include "tests/support/desk.h"
#include "ui/widgets/controls.h"

#include <QLineEdit>

using namespace hg;
using namespace hg::test;

namespace {

struct Desk : ConvDesk {
    Desk() : ConvDesk("conv2d") {}
    QPoint place(const ConvHit& cell) const
    {
        return lab->canvas()->picture()->cellOf(cell).center().toPoint();
    }
    void stroke(Qt::MouseButton button, const ConvHit& from, const ConvHit& to,
                Qt::KeyboardModifiers modifiers = {}) const
    {
        ConvCanvas* canvas = lab->canvas();
        const QPoint end = place(to);
        QTest::mousePress(canvas, button, modifiers, place(from));
        QMouseEvent move(QEvent::MouseMove, end, canvas->mapToGlobal(end), Qt::NoButton, button, modifiers);
        QApplication::sendEvent(canvas, &move);
        QTest::mouseRelease(canvas, button, modifiers, end);
    }
};

} // namespace

/// Cells painted with the mouse.
class TstPaintBrush : public QObject {
    Q_OBJECT

private slots:
    void paints_data();
    void paints();
    void paintsWhatWasTypedLast();
    void clickStillEdits();
    void theFieldTellsAndTakesTheNumber();
};

void TstPaintBrush::paints_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<int>("grid");
    QTest::addColumn<double>("value");
    const auto row = [](const char* name, Qt::MouseButton button, int modifiers, ConvPlace place,
                        double value) {
        QTest::newRow(name) << static_cast<int>(button) << modifiers << static_cast<int>(place) << value;
    };
    row("input, left", Qt::LeftButton, 0, ConvPlace::Input, 1);
    row("input, right", Qt::RightButton, 0, ConvPlace::Input, 0);
    row("input, Shift", Qt::LeftButton, Qt::ShiftModifier, ConvPlace::Input, 0);
    row("filter, left", Qt::LeftButton, 0, ConvPlace::Kernel, 1);
    row("filter, right", Qt::RightButton, 0, ConvPlace::Kernel, 0);
}

void TstPaintBrush::paints()
{
    QFETCH(int, button);
    QFETCH(int, modifiers);
    QFETCH(int, grid);
    QFETCH(double, value);
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.lab->scene();
    const auto place = static_cast<ConvPlace>(grid);
    d.stroke(static_cast<Qt::MouseButton>(button), {place, 1, 0}, {place, 1, 2},
             Qt::KeyboardModifiers(modifiers));
    ConvScene expected = before;
    for (int c = 0; c < 3; ++c)
        (place == ConvPlace::Input ? expected.input : expected.kernel).at(0, 0, 1, c) = value;
    QVERIFY(d.lab->scene() == expected);
    QCOMPARE(d.lab->undoStack()->count(), 1); // a stroke is one step
    d.lab->undoStack()->undo();
    QVERIFY(d.lab->scene() == before);
}

void TstPaintBrush::paintsWhatWasTypedLast()
{
    Desk d;
    QVERIFY(d.isUp && clickAt(d.lab->canvas(), d.place({ConvPlace::Input, 0, 0})));
    QVERIFY(type(d.lab->canvas()->findChild<QLineEdit*>(), q("-7.5")));
    d.stroke(Qt::LeftButton, {ConvPlace::Input, 2, 1}, {ConvPlace::Input, 2, 3});
    d.stroke(Qt::LeftButton, {ConvPlace::Input, 4, 1}, {ConvPlace::Input, 4, 3});
    for (const int row : {2, 4})
        for (int c = 1; c <= 3; ++c)
            QCOMPARE(d.lab->scene().input.at(0, 0, row, c), -7.5);
    QCOMPARE(d.lab->undoStack()->count(), 3);
}

void TstPaintBrush::clickStillEdits()
{
    Desk d;
    QVERIFY(d.isUp && clickAt(d.lab->canvas(), d.place({ConvPlace::Kernel, 1, 1})));
    QVERIFY(d.lab->canvas()->findChild<QLineEdit*>()->isVisible());
    QCOMPARE(d.lab->undoStack()->count(), 0);
}

void TstPaintBrush::theFieldTellsAndTakesTheNumber()
{
    Desk d;
    QVERIFY(d.isUp);
    auto* field = named<QLineEdit>(d.window, q("Number to paint with"));
    QVERIFY(field);
    QCOMPARE(field->text(), q("1"));
    QVERIFY(type(field, q("-2")));
    QCOMPARE(d.lab->undoStack()->count(), 0); // the brush is a tool, no part of the problem
    d.stroke(Qt::LeftButton, {ConvPlace::Kernel, 0, 0}, {ConvPlace::Kernel, 0, 2});
    for (int c = 0; c < 3; ++c)
        QCOMPARE(d.lab->scene().kernel.at(0, 0, 0, c), -2.0);
    // What is typed into a cell is taken over.
    QVERIFY(clickAt(d.lab->canvas(), d.place({ConvPlace::Input, 0, 0})));
    QVERIFY(type(d.lab->canvas()->findChild<QLineEdit*>(), q("0.5")));
    QCOMPARE(field->text(), q("0.5"));
    // A wrong text is told and the old number stays.
    QVERIFY(type(field, q("much")));
    QVERIFY(d.lab->notice()->text().contains(q("much")));
    d.stroke(Qt::LeftButton, {ConvPlace::Input, 1, 0}, {ConvPlace::Input, 1, 2});
    QCOMPARE(d.lab->scene().input.at(0, 0, 1, 1), 0.5);
}

QTEST_MAIN(TstPaintBrush)
#include "tst_paint_brush.moc"
