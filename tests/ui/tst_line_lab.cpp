#include "core/lab/conv_presets.h"
#include "core/lab/line_sources.h"
#include "core/lab/named_filters.h"
#include "tests/support/desk.h"
#include "ui/labs/conv/response_view.h"
#include "ui/painters/line_painter.h"
#include "ui/painters/twin_painter.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/controls.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStyleFactory>

#include <algorithm>
#include <functional>

using namespace hg;
using namespace hg::test;

namespace {

/// The window with the lab open.
struct Desk : ConvDesk {
    Desk() : ConvDesk("conv1d") {}
    const LinePainter& picture() const { return *dynamic_cast<const LinePainter*>(lab->canvas()->picture()); }
};

/// A control: what the user does, and what that must make of the scene.
struct Deed {
    const char* name;
    bool isUnderMore;
    std::function<bool(Desk&)> act;
    std::function<void(ConvScene&)> expected;
};

/// All from five numbers, a filter of three, full padding.
const std::vector<Deed>& deeds()
{
    static const std::vector<Deed> all{
        {"size", false, [](Desk& d) { return d.write("Filter size", "4"); },
         [](ConvScene& s) {
             s = withKernelSize(s, {1, 4});
         }},
        {"stride", false, [](Desk& d) { return d.write("Stride", "3"); },
         [](ConvScene& s) {
             s.stride = {1, 3};
         }},
        {"transposed", false, [](Desk& d) { return d.press("Transposed"); },
         [](ConvScene& s) { s = withDirection(s, true); }},
        {"causal", false, [](Desk& d) { return d.press("Causal"); },
         [](ConvScene& s) { s.paddingW = {Padding::Kind::Causal}; }},
        {"same", false, [](Desk& d) { return d.press("Same"); },
         [](ConvScene& s) { s.paddingW = {Padding::Kind::Same}; }},
        {"a filter", false, [](Desk& d) { return d.choose("Filter", 2); },
         [](ConvScene& s) {
             s.kernel.data = {1 / 3.0, 1 / 3.0, 1 / 3.0};
         }},
        {"a source", false, [](Desk& d) { return d.choose("Input", 1); },
         [](ConvScene& s) {
             s = withInputSize(s, {1, 48});
             for (std::size_t i = 0; i < 48; ++i)
                 s.input.data[i] = i < 24 ? 0 : 1;
             s.sampleRate = 8000;
         }},
        {"an example", false, [](Desk& d) { return d.choose("Example", 2); },
         [](ConvScene& s) { s = findConvPreset("moving-average")->make(); }},
        {"numbers", true, [](Desk& d) { return d.write("How many numbers", "9"); },
         [](ConvScene& s) {
             s = withInputSize(s, {1, 9});
         }},
        {"rate", true, [](Desk& d) { return d.write("Samples a second", "16000"); },
         [](ConvScene& s) { s.sampleRate = 16000; }},
        {"left", true, [](Desk& d) { return d.write("Padding, left", "5"); },
         [](ConvScene& s) {
             s.paddingW = {Padding::Kind::Explicit, 5, 2};
         }},
        {"right", true, [](Desk& d) { return d.write("Padding, right", "0"); },
         [](ConvScene& s) {
             s.paddingW = {Padding::Kind::Explicit, 2, 0};
         }},
        {"dilation", true, [](Desk& d) { return d.write("Dilation", "2"); },
         [](ConvScene& s) {
             s.dilation = {1, 2};
         }},
        {"fill", true, [](Desk& d) { return d.choose("Padding holds", 2); },
         [](ConvScene& s) { s.fill = Fill::Replicate; }},
        {"rules", true, [](Desk& d) { return d.choose("Rules of", 2); },
         [](ConvScene& s) { s.convention = Convention::NumPy; }},
        {"channels", true, [](Desk& d) { return d.write("Channels", "2"); },
         [](ConvScene& s) { s = withChannels(s, 2); }},
        {"filters", true, [](Desk& d) { return d.write("Filters", "2"); },
         [](ConvScene& s) { s = withNextFilters(s, 2); }},
        {"bias", true, [](Desk& d) { return d.write("Bias", "-2"); }, [](ConvScene& s) { s.bias = {-2}; }},
        {"activation", true, [](Desk& d) { return d.choose("Activation", 3); },
         [](ConvScene& s) { s.activation = Activation::Relu; }},
        {"maximum", true, [](Desk& d) { return d.choose("What is taken from a window", 2); },
         [](ConvScene& s) { s.pooling = Pooling::Max; }},
        {"turned", true, [](Desk& d) { return d.press("Turn the filter round"); },
         [](ConvScene& s) {
             s.kernel.data = {2, 0, 1};
         }},
        {"normalised", true, [](Desk& d) { return d.press("Make the weights’ sum 1"); },
         [](ConvScene& s) {
             s.kernel.data = {1 / 3.0, 0, 2 / 3.0};
         }},
    };
    return all;
}

} // namespace

Q_DECLARE_METATYPE(const Deed*)

class TstLineLab : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QApplication::setStyle(QStyleFactory::create(q("Fusion")));
        qRegisterMetaType<const Deed*>();
    }
    void controlsChangeTheScene_data();
    void controlsChangeTheScene();
    void aNamedFilterStaysThatFilterAtAnotherSize();
    void instrumentsComeAsNumbers();
    void stemsAreDrawnInOneStep();
    void aClickOnAStemOpensItsNumber();
    void causalHasNoTranspose();
    void anotherFilterComesToTheFront();
    void aLayersFiltersChangeOneByOne();
    void zerosAreInsertedBesideStamping();
    void sizesArePredicted();
    void whatTheFilterLetsThrough();
};

void TstLineLab::controlsChangeTheScene_data()
{
    QTest::addColumn<const Deed*>("deed");
    for (const Deed& deed : deeds())
        QTest::newRow(deed.name) << &deed;
}

void TstLineLab::controlsChangeTheScene()
{
    QFETCH(const Deed*, deed);
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.scene();
    ConvScene expected = before;
    deed->expected(expected);
    if (deed->isUnderMore) QVERIFY(d.press("▸ More: dilation, filters, rules"));
    QVERIFY(deed->act(d));
    QVERIFY(d.scene() != before);
    QVERIFY(d.scene() == expected);
    d.lab->undoStack()->undo();
    QVERIFY(d.scene() == before);
}

void TstLineLab::aNamedFilterStaysThatFilterAtAnotherSize()
{
    Desk d;
    d.lab->openPreset("moving-average");
    QVERIFY(d.write("Filter size", "4"));
    QCOMPARE(d.scene().kernel.data, std::vector<double>(4, 0.25));
    QCOMPARE(named<QComboBox>(d.window, q("Filter"))->currentText(), q("Moving average"));
}

void TstLineLab::instrumentsComeAsNumbers()
{
    Desk d;
    QVERIFY(d.choose("Input", static_cast<int>(lineSources().size()) + 1));
    QTRY_COMPARE(d.scene().input.shape.width, 64);
    QCOMPARE(d.scene().sampleRate, 16000.0);
    QCOMPARE(named<QComboBox>(d.window, q("Input"))->currentText(), q("Bassoon"));
    d.lab->undoStack()->undo();
    QCOMPARE(d.scene().input.shape.width, 5);
    QCOMPARE(named<QComboBox>(d.window, q("Input"))->currentText(), q("Own numbers"));
}

void TstLineLab::stemsAreDrawnInOneStep()
{
    Desk d;
    d.lab->openPreset("moving-average");
    const ConvScene before = d.scene();
    const int steps = d.lab->undoStack()->count();
    const auto at = [&](int column, double value) {
        const QRectF row = d.picture().layout().inputRows.front();
        return QPointF(d.picture().cellOf({ConvPlace::Input, 0, column}).center().x(),
                       d.picture().inputScale().y(value, row))
            .toPoint();
    };
    const QPoint from = at(4, 0.5), to = at(10, 0.5);
    drag(*d.lab->canvas(), from, to);
    QCOMPARE(d.lab->undoStack()->count(), steps + 1);
    for (int i = 0; i < 64; ++i) {
        const double value = d.scene().input.at(0, 0, 0, i);
        if (i >= 4 && i <= 10)
            QVERIFY(std::abs(value - 0.5) < 0.05);
        else
            QCOMPARE(value, before.input.at(0, 0, 0, i));
    }
    drag(*d.lab->canvas(), at(20, -0.5), at(22, -0.5)); // a second stroke is a second step
    QCOMPARE(d.lab->undoStack()->count(), steps + 2);
    d.lab->undoStack()->undo();
    d.lab->undoStack()->undo();
    QVERIFY(d.scene() == before);
}

void TstLineLab::aClickOnAStemOpensItsNumber()
{
    Desk d;
    d.lab->openPreset("moving-average");
    QVERIFY(clickAt(d.lab->canvas(), d.picture().cellOf({ConvPlace::Input, 0, 7}).center().toPoint()));
    auto* editor = d.lab->canvas()->findChild<QLineEdit*>();
    QVERIFY(editor->isVisible());
    QVERIFY(type(editor, q("0.25")));
    QCOMPARE(d.scene().input.at(0, 0, 0, 7), 0.25);
}

void TstLineLab::causalHasNoTranspose()
{
    Desk d;
    QVERIFY(d.press("Causal"));
    QVERIFY(d.press("Transposed"));
    QCOMPARE(d.scene().paddingW.kind, Padding::Kind::Valid);
    QVERIFY(!buttonOf(d.window, q("Causal")));
    QVERIFY(d.lab->notice()->text().isEmpty());
}

void TstLineLab::anotherFilterComesToTheFront()
{
    Desk d;
    QVERIFY(d.press("▸ More: dilation, filters, rules"));
    QVERIFY(!named<QLineEdit>(d.window, q("Filter shown"))->isEnabled());
    QVERIFY(d.write("Filters", "2"));
    QVERIFY(d.write("Filter shown", "2"));
    QCOMPARE(d.lab->canvas()->look().filter, 1);
    const auto hit = d.picture().hit(d.picture().cellOf({ConvPlace::Kernel, 0, 0}).center());
    QVERIFY(hit && hit->filter == 1);
}

void TstLineLab::aLayersFiltersChangeOneByOne()
{
    Desk d;
    QVERIFY(d.press("▸ More: dilation, filters, rules"));
    QVERIFY(d.write("Channels", "2") && d.write("Filters", "4") && d.press("2"));
    QCOMPARE(d.scene().groups, 2);
    QVERIFY(d.write("Filter shown", "3") && d.choose("Filter", 2)); // the moving average
    ConvScene expected =
        withGroups(withNextFilters(withChannels(findConvPreset("lecture-1d-full")->make(), 2), 4), 2);
    expected = *withFilter(expected, firFilters()[1].id, 3, 2);
    QVERIFY(d.scene() == expected);
    QVERIFY(d.press("Make the weights’ sum 1")); // it is
    QVERIFY(d.scene() == expected);
    QVERIFY(d.write("Filter shown", "1"));
    QCOMPARE(named<QComboBox>(d.window, q("Filter"))->currentIndex(), 0);
    const auto sum = sumBehind(d.scene(), d.lab->figure().geometry, {0, 3, 2});
    QCOMPARE(sum.terms.size(), std::size_t(3));
    QCOMPARE(sum.terms.front().channel, 1); // the second group's own channel
    QVERIFY(d.write("Channels", "3"));
    QCOMPARE(d.scene().groups, 1);
    QVERIFY(click(named<Switch>(d.window, q("Each channel by itself"))));
    QCOMPARE(d.scene().groups, 3);
    QCOMPARE(d.scene().filters(), 3);
}

void TstLineLab::zerosAreInsertedBesideStamping()
{
    Desk d;
    auto* zeros = named<Switch>(
        d.window, q("The same result with zeros between the inputs and the filter turned round"));
    QVERIFY(!zeros); // offered where there is stamping
    d.lab->openPreset("stretched");
    zeros = named<Switch>(d.window,
                          q("The same result with zeros between the inputs and the filter turned round"));
    QVERIFY(click(zeros));
    const auto twin = [&] { return dynamic_cast<const TwinPainter*>(d.lab->canvas()->picture()); };
    QVERIFY(twin() && twin()->isBeside());
    d.lab->timeline()->seek(2);
    QVERIFY2(twin()->describe(2).contains(q("Window at output 3 of 5: the result is 2.")),
             qPrintable(twin()->describe(2)));
    // The same cells are found on both sides, but no zero that was put in.
    const ConvHit second{ConvPlace::Input, 0, 1};
    const QRectF left = twin()->cellOf(second);
    QCOMPARE(twin()->hit(left.center()), std::optional(second));
    std::vector<ConvHit> right;
    for (double x = d.lab->canvas()->width() / 2.0; x < d.lab->canvas()->width(); x += 2)
        for (double y = 0; y < d.lab->canvas()->height(); y += 4)
            if (const auto hit = twin()->hit({x, y});
                hit && std::count(right.begin(), right.end(), *hit) == 0)
                right.push_back(*hit);
    QCOMPARE(std::ssize(right), 3 + 3 + 5); // inputs, weights, outputs
    // Too narrow for both, or too wide a line: the zeros stand alone, and are edited there.
    d.window.resize(1024, 768);
    QVERIFY(QTest::qWaitFor([&] { return twin() && !twin()->isBeside(); }, 3000));
    d.window.resize(1366, 768);
    QVERIFY(QTest::qWaitFor([&] { return twin()->isBeside(); }, 3000));
    QVERIFY(d.press("▸ More: dilation, filters, rules") && d.write("How many numbers", "8"));
    QVERIFY(twin() && !twin()->isBeside());
    QCOMPARE(twin()->hit(twin()->cellOf(second).center()), std::optional(second));
    QVERIFY(click(named<Switch>(d.window, q("Predict the next number or the size"))));
    QVERIFY(!twin()); // it would tell the answer
}

void TstLineLab::sizesArePredicted()
{
    Desk d;
    const auto says = [&](const char* text) {
        const auto labels = d.window.findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(q(text));
        });
    };
    QVERIFY(click(named<Switch>(d.window, q("Predict the next number or the size"))));
    QVERIFY(d.press("Size"));
    QVERIFY(d.lab->canvas()->look().hidesSize);
    QVERIFY(d.picture().cellOf({ConvPlace::Output, 0, 0}).isEmpty());
    const int size = d.lab->figure().outputShape().width, input = d.scene().input.shape.width;
    QVERIFY(!d.picture().describe(1).contains(QString::number(size)));
    QVERIFY(d.write("Your answer", qUtf8Printable(QString::number(input - 2)))); // the filter has 3 taps
    QVERIFY(says("that is without the padding"));
    QVERIFY(d.write("Your answer", qUtf8Printable(QString::number(size))));
    QVERIFY(says("Right: "));
    QVERIFY(!d.lab->canvas()->look().hidesSize);
}

void TstLineLab::whatTheFilterLetsThrough()
{
    Desk desk;
    QVERIFY(desk.isUp);
    auto* view = desk.window.findChild<ResponseView*>();
    QVERIFY(view && view->isVisible());
    QVERIFY(desk.choose("Example", 2)); // a moving average
    QVERIFY(desk.write("Filter size", "3"));
    QVERIFY(desk.write("Stride", "1"));
    QVERIFY(desk.press("▸ More: dilation, filters, rules"));
    QVERIFY(desk.write("Samples a second", "9000"));
    QVERIFY(std::abs(view->gainAt(0) - 1) < 1e-9);
    QVERIFY(view->gainAt(3000) < 0.01);                     // waves of three samples
    QVERIFY(std::abs(view->gainAt(4500) - 1 / 3.0) < 1e-9); // +1, −1, +1 of a third each
    QVERIFY(!view->accessibleDescription().contains(q("folds back")));
    QVERIFY(desk.write("Stride", "3"));
    QCOMPARE(view->accessibleDescription(),
             q("Greatest gain at 0 Hz: × 1. What lies above 1500 Hz folds back at stride 3."));
    QVERIFY(desk.write("Dilation", "3")); // the waves three times as long
    QVERIFY(view->gainAt(1000) < 0.01);
    QVERIFY(desk.write("Channels", "2"));
    QVERIFY(!view->isVisible());
    QVERIFY(desk.write("Channels", "1"));
    QVERIFY(view->isVisible());
    QVERIFY(desk.choose("What is taken from a window", 1));
    QVERIFY(!view->isVisible());
}

QTEST_MAIN(TstLineLab)
#include "tst_line_lab.moc"
