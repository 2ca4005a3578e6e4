#include "core/data/dataset.h"
#include "core/data/drawn_digit.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

using namespace hg;

namespace {

struct Drawing {
    int height, width;
    std::vector<float> ink;

    Drawing(int h, int w) : height(h), width(w), ink(static_cast<std::size_t>(h * w)) {}
    float& at(int row, int column) { return ink[static_cast<std::size_t>(row * width + column)]; }

    /// Inks a rectangle.
    Drawing& with(int top, int left, int rows, int columns, float grey = 1)
    {
        for (int row = top; row < top + rows; ++row)
            for (int column = left; column < left + columns; ++column)
                at(row, column) = grey;
        return *this;
    }

    std::vector<float> normalised(int side = 28) const { return normaliseDrawing(ink, height, width, side); }
};

/// The pixels of a picture of that side that are not 0.
struct Box {
    int top, left, rows, columns;
    bool operator==(const Box&) const = default;
};

Box boxOf(const std::vector<float>& picture, int side)
{
    int top = side, bottom = -1, left = side, right = -1;
    for (int i = 0; i < side * side; ++i)
        if (picture[static_cast<std::size_t>(i)] > 0) {
            top = std::min(top, i / side);
            bottom = std::max(bottom, i / side);
            left = std::min(left, i % side);
            right = std::max(right, i % side);
        }
    return {top, left, bottom - top + 1, right - left + 1};
}

/// Row and column.
std::array<double, 2> centreOf(const std::vector<float>& picture, int side)
{
    double mass = 0, rows = 0, columns = 0;
    for (int i = 0; i < side * side; ++i) {
        const double grey = static_cast<double>(picture[static_cast<std::size_t>(i)]);
        mass += grey;
        rows += grey * (i / side);
        columns += grey * (i % side);
    }
    return {rows / mass, columns / mass};
}

double sumOf(const std::vector<float>& picture)
{
    return std::accumulate(picture.begin(), picture.end(), 0.0);
}

double largestDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    double most = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return most;
}

/// Each pixel a square of that many, on paper of twice the size.
Drawing enlarged(const std::vector<float>& picture, int side, int factor)
{
    Drawing drawing(2 * side * factor, 2 * side * factor);
    for (int i = 0; i < side * side; ++i)
        drawing.with((i / side + 3) * factor + 7, (i % side + 5) * factor + 1, factor, factor,
                     picture[static_cast<std::size_t>(i)]);
    return drawing;
}

std::vector<float> mirrored(const std::vector<float>& picture, int width)
{
    auto turned = picture;
    for (auto row = turned.begin(); row != turned.end(); row += width)
        std::reverse(row, row + width);
    return turned;
}

} // namespace

class TstDrawnDigit : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingDrawnIsZeros_data();
    void nothingDrawnIsZeros();
    void boxesAreScaled_data();
    void boxesAreScaled();
    void placeOnThePaperMeansNothing();
    void massIsCentred_data();
    void massIsCentred();
    void nothingFallsOffTheBorder();
    void greysAreAveraged();
    void numbersAreClipped();
    void mirroredDrawingsGiveMirroredDigits();
    void digitsComeBack_data();
    void digitsComeBack();

private:
    std::shared_ptr<const Dataset> m_mnist;
};

void TstDrawnDigit::initTestCase()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    const auto mnist = loadDataset("mnist", Assets("/nowhere"));
    QVERIFY(mnist);
    m_mnist = *mnist;
}

void TstDrawnDigit::nothingDrawnIsZeros_data()
{
    QTest::addColumn<std::vector<float>>("ink");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::newRow("paper") << std::vector<float>(200) << 10 << 20;
    QTest::newRow("nearly paper") << std::vector<float>(200, 0.001f) << 10 << 20;
    QTest::newRow("NaN") << std::vector<float>(200, std::numeric_limits<float>::quiet_NaN()) << 10 << 20;
    QTest::newRow("below 0") << std::vector<float>(200, -1.0f) << 10 << 20;
    QTest::newRow("no paper") << std::vector<float>() << 0 << 0;
    QTest::newRow("another size") << std::vector<float>(200, 1.0f) << 10 << 21;
    QTest::newRow("sizes below 0") << std::vector<float>(200, 1.0f) << -10 << -20;
}

void TstDrawnDigit::nothingDrawnIsZeros()
{
    QFETCH(std::vector<float>, ink);
    QFETCH(int, height);
    QFETCH(int, width);
    QCOMPARE(normaliseDrawing(ink, height, width), std::vector<float>(784));
    QCOMPARE(normaliseDrawing(ink, height, width, 3), std::vector<float>(9));
    QCOMPARE(normaliseDrawing(ink, height, width, 0), std::vector<float>());
}

void TstDrawnDigit::boxesAreScaled_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("side");
    QTest::addColumn<int>("rowsThen"); // pixels, the last one of each in part
    QTest::addColumn<int>("columnsThen");
    QTest::addColumn<double>("area");
    const auto row = [](int rows, int columns, int side, int rowsThen, int columnsThen, double area) {
        QTest::addRow("%d x %d, side %d", rows, columns, side)
            << rows << columns << side << rowsThen << columnsThen << area;
    };
    row(1, 1, 28, 20, 20, 400); // a dot
    row(3, 3, 28, 20, 20, 400);
    row(20, 20, 28, 20, 20, 400);
    row(200, 130, 28, 20, 13, 260);
    row(100, 20, 28, 20, 4, 80);
    row(20, 100, 28, 4, 20, 80);
    row(200, 3, 28, 20, 1, 6); // 0.3 pixels wide
    row(7, 31, 28, 5, 20, 400.0 * 7 / 31);
    row(10, 5, 14, 10, 5, 50);
    row(10, 5, 56, 40, 20, 800);
    row(150, 150, 8, 6, 6, 36);
    row(9, 9, 1, 1, 1, 1);
}

void TstDrawnDigit::boxesAreScaled()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, side);
    QFETCH(int, rowsThen);
    QFETCH(int, columnsThen);
    QFETCH(double, area);
    const auto digit = Drawing(300, 280).with(11, 23, rows, columns).normalised(side);
    QCOMPARE(digit.size(), static_cast<std::size_t>(side * side));
    const Box box = boxOf(digit, side);
    QCOMPARE(box.rows, rowsThen);
    QCOMPARE(box.columns, columnsThen);
    QVERIFY2(std::abs(sumOf(digit) - area) < 1e-4, qPrintable(QString::number(sumOf(digit))));
}

void TstDrawnDigit::placeOnThePaperMeansNothing()
{
    const auto bar = Drawing(100, 100).with(40, 47, 30, 5, 0.75f).normalised();
    for (const int top : {0, 13, 70})
        for (const int left : {0, 29, 95})
            QCOMPARE(Drawing(100, 100).with(top, left, 30, 5, 0.75f).normalised(), bar);
    QCOMPARE(Drawing(30, 5).with(0, 0, 30, 5, 0.75f).normalised(), bar);
}

void TstDrawnDigit::massIsCentred_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<float>("weight"); // of a second, fainter part
    for (const int side : {28, 27, 64, 14})
        for (const float weight : {0.05f, 0.3f, 1.0f})
            QTest::addRow("side %d, %g", side, static_cast<double>(weight)) << side << weight;
}

void TstDrawnDigit::massIsCentred()
{
    QFETCH(int, side);
    QFETCH(float, weight);
    for (const int place : {0, 30, 60, 90}) {
        const auto digit =
            Drawing(200, 200).with(50, 50, 100, 60, weight).with(60 + place / 2, 60, 40, 30).normalised(side);
        const auto [row, column] = centreOf(digit, side);
        QVERIFY(std::abs(row - side / 2) <= 0.5 + 1e-6);
        QVERIFY(std::abs(column - side / 2) <= 0.5 + 1e-6);
    }
}

/// A blot at the end of a thin line would pull the line's other end over the border.
void TstDrawnDigit::nothingFallsOffTheBorder()
{
    const Drawing drawing = Drawing(300, 300).with(20, 148, 200, 2).with(20, 120, 40, 60);
    const auto digit = drawing.normalised();
    const Box box = boxOf(digit, 28);
    QCOMPARE(box, (Box{8, 12, 20, 6}));
    QVERIFY(std::abs(sumOf(digit) - (2400 + 2 * 160) / 100.0) < 1e-4);
    QVERIFY(centreOf(digit, 28)[0] < 13.5); // as near as the border allows
}

void TstDrawnDigit::greysAreAveraged()
{
    // Squares of 2 × 2 go into each pixel: three of ink and one of paper, half of which is grey.
    Drawing drawing(40, 40);
    for (int row = 0; row < 40; ++row)
        for (int column = 0; column < 40; ++column)
            drawing.at(row, column) = row % 2 == 0 ? 1.0f : column % 2 == 0 ? 0.5f : 0.25f;
    const auto digit = drawing.normalised();
    const Box box = boxOf(digit, 28);
    QCOMPARE(box.rows * box.columns, 400);
    for (int row = box.top; row < box.top + 20; ++row)
        for (int column = box.left; column < box.left + 20; ++column)
            QVERIFY(std::abs(digit[static_cast<std::size_t>(row * 28 + column)] - 0.6875f) < 1e-6f);
}

void TstDrawnDigit::numbersAreClipped()
{
    const auto one = Drawing(50, 50).with(10, 10, 20, 10).normalised();
    Drawing wild = Drawing(50, 50).with(10, 10, 20, 10, std::numeric_limits<float>::infinity());
    wild.at(15, 15) = 1e30f;
    wild.at(40, 40) = -5;
    wild.at(0, 0) = std::numeric_limits<float>::quiet_NaN();
    QCOMPARE(wild.normalised(), one);
    QCOMPARE(*std::max_element(one.begin(), one.end()), 1.0f);
}

void TstDrawnDigit::mirroredDrawingsGiveMirroredDigits()
{
    // Of odd sides, whose middle is a pixel.
    Drawing drawing = Drawing(90, 70).with(5, 5, 71, 9).with(40, 14, 13, 36, 0.5f);
    Drawing turned = drawing;
    turned.ink = mirrored(drawing.ink, 70);
    QVERIFY(largestDifference(mirrored(drawing.normalised(27), 27), turned.normalised(27)) < 1e-6);
}

void TstDrawnDigit::digitsComeBack_data()
{
    QTest::addColumn<int>("factor");
    for (const int factor : {1, 3, 10})
        QTest::addRow("%d times", factor) << factor;
}

/// Wherever they are drawn, and to the very pixel.
void TstDrawnDigit::digitsComeBack()
{
    QFETCH(int, factor);
    for (int i = 0; i < 100; ++i) {
        const auto digit = m_mnist->test.view().sample(i);
        const double difference = largestDifference(enlarged(digit, 28, factor).normalised(), digit);
        QVERIFY2(difference < 1e-6, qPrintable(QString("digit %1: %2").arg(i).arg(difference)));
    }
}

QTEST_APPLESS_MAIN(TstDrawnDigit)
#include "tst_drawn_digit.moc"
