#include "core/lab/zero_insertion.h"
#include "tests/support/random_padding.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace hg;
using namespace hg::test;

namespace {

class Draw {
public:
    int between(int least, int greatest) { return std::uniform_int_distribution(least, greatest)(m_random); }
    TensorD tensor(int n, Shape shape)
    {
        TensorD t(n, shape);
        std::normal_distribution<double> normal;
        for (double& x : t.data)
            x = normal(m_random);
        return t;
    }
    ConvScene scene(int axes)
    {
        ConvScene s;
        s.axes = axes;
        const int channels = between(1, 3), filters = between(1, 3), rows = axes == 1 ? 1 : between(1, 6);
        s.input = tensor(1, {channels, rows, between(1, 8)});
        s.kernel = tensor(channels, {filters, axes == 1 ? 1 : between(1, 4), between(1, 5)});
        s.stride = {axes == 1 ? 1 : between(1, 4), between(1, 4)};
        s.dilation = {axes == 1 ? 1 : between(1, 3), between(1, 3)};
        s.paddingW = anyPadding(*this, 4);
        if (axes == 2) s.paddingH = anyPadding(*this, 4);
        s.convention = static_cast<Convention>(between(0, 3));
        if (between(0, 1)) s.outputPadding = {0, between(0, 2)};
        s.isTransposed = true;
        if (between(0, 1))
            for (int f = 0; f < filters; ++f)
                s.bias.push_back(between(-3, 3));
        if (between(0, 1)) s.activation = Activation::Relu;
        return s;
    }

private:
    std::mt19937 m_random{11};
};

ConvFigure stretched()
{
    ConvScene s;
    s.axes = 1;
    s.input = TensorD(1, {1, 1, 3}, {1, 2, 3});
    s.kernel = TensorD(1, {1, 1, 3}, {2, 1, 3});
    s.stride = {1, 2};
    s.paddingW = {Padding::Kind::Explicit, 1, 1};
    s.isTransposed = true;
    return *evaluate(s);
}

} // namespace

/// Stamping, and sliding over zeros between the inputs, are one thing read in two ways.
class TstZeroInsertion : public QObject {
    Q_OBJECT

private slots:
    void bothArriveAtTheSame_data();
    void bothArriveAtTheSame();
    void theTwinIsWrittenOut();
    void twinsFinishTheSameOutputs();
};

void TstZeroInsertion::bothArriveAtTheSame_data()
{
    QTest::addColumn<int>("axes");
    QTest::newRow("along a line") << 1;
    QTest::newRow("on a plane") << 2;
}

void TstZeroInsertion::bothArriveAtTheSame()
{
    QFETCH(int, axes);
    Draw draw;
    int possible = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto stamped = evaluate(draw.scene(axes));
        if (!stamped) continue;
        ++possible;
        const ConvFigure twin = zeroInserted(*stamped);
        QCOMPARE(twin.output.shape, stamped->output.shape);
        QCOMPARE(twin.geometry.w.unreadTail(), 0);
        for (std::size_t j = 0; j < twin.output.data.size(); ++j)
            QVERIFY(std::abs(twin.output.data[j] - stamped->output.data[j]) < 1e-12);
        // What is written out on either side is the same sum.
        const int last = twin.output.shape.width - 1;
        for (const int o : {0, last / 2, last}) {
            const Sum gathered = sumBehind(twin.scene, twin.geometry, {0, o, 0}),
                      scattered = sumBehind(stamped->scene, stamped->geometry, {0, o, 0});
            QVERIFY(std::abs(gathered.total - scattered.total) < 1e-12);
        }
    }
    QVERIFY(possible > 2000);
}

void TstZeroInsertion::theTwinIsWrittenOut()
{
    const ConvFigure twin = zeroInserted(stretched());
    QCOMPARE(twin.scene.input.data, (std::vector<double>{1, 0, 2, 0, 3}));
    QCOMPARE(twin.scene.kernel.data, (std::vector<double>{3, 1, 2}));
    QCOMPARE(twin.geometry.w,
             (ConvAxis{.input = 5, .kernel = 3, .padBefore = 1, .padAfter = 1, .output = 5}));
    QCOMPARE(twin.output.data, (std::vector<double>{1, 7, 2, 12, 3}));
    QCOMPARE(twin.zerosBetween, std::optional(Axes{0, 1}));
}

void TstZeroInsertion::twinsFinishTheSameOutputs()
{
    const ConvFigure stamped = stretched(); // its stamps end at outputs 1, 3 and 5
    QCOMPARE(twinTime(stamped, 0), 0.0);
    QCOMPARE(twinTime(stamped, 1), 1.0);
    QCOMPARE(twinTime(stamped, 1.5), 2.0);
    QCOMPARE(twinTime(stamped, 2), 3.0);
    QCOMPARE(twinTime(stamped, 3), 5.0);
}

QTEST_APPLESS_MAIN(TstZeroInsertion)
#include "tst_zero_insertion.moc"
