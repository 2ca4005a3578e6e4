#include "tests/support/ui_support.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/widgets/map_view.h"

#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace hg;
using hg::test::q;

namespace {

constexpr float undefined = std::numeric_limits<float>::quiet_NaN(),
                infinite = std::numeric_limits<float>::infinity();
constexpr int patience = 5000;

std::vector<float> cloud(int n, double width, double height, std::uint32_t seed = 1)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> in(-0.5, 0.5);
    std::vector<float> points;
    for (int i = 0; i < n; ++i) {
        points.push_back(static_cast<float>(width * in(random)));
        points.push_back(static_cast<float>(height * in(random)));
    }
    return points;
}

auto shared(std::vector<float> points)
{
    return std::make_shared<const std::vector<float>>(std::move(points));
}

/// A map of four points in a square, each of another class.
struct Square {
    Square()
    {
        view.resize(500, 400);
        view.setStyle(PaintStyle(), Role::Code, false);
        view.setLabels({0, 1, 2, 3});
        view.setPoints(shared({-1, -1, 1, -1, 1, 1, -1, 1}));
        view.show();
    }
    QPoint at(int i) const
    {
        constexpr double x[] = {-1, 1, 1, -1}, y[] = {-1, -1, 1, 1};
        return view.placeOf(x[i], y[i]).toPoint();
    }
    void lasso(const QList<QPoint>& corners, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(&view, Qt::LeftButton, keys, corners.front());
        for (const QPoint& corner : corners) {
            QMouseEvent move(QEvent::MouseMove, corner, view.mapToGlobal(corner), Qt::NoButton,
                             Qt::LeftButton, keys);
            QApplication::sendEvent(&view, &move);
        }
        QTest::mouseRelease(&view, Qt::LeftButton, keys, corners.back());
    }

    MapView view;
};

} // namespace

class TstMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTailSqueezesNobody();
    void rangesOfOddPoints_data();
    void rangesOfOddPoints();
    void ticksAreRound_data();
    void ticksAreRound();
    void pixelsAndPlaneAgree();
    void cloudsKeepTheDataOrder();
    void largeCloudsComeLater();
    void staysWhileItMoves();
    void wheelZoomsAtThePointer();
    void dragMovesThePlane();
    void aClickChooses();
    void hiddenPointsAreNotThere();
    void everyClassHasItsPlace();
    void marksStandApart_data();
    void marksStandApart();
    void markTexts();
    void picturesOfSamples();
    void aLassoTakesWhatIsInside();
    void arrowsAreDraggedByTheirHandles();
    void endsWhileItPaints();
};

void TstMap::aTailSqueezesNobody()
{
    std::vector<float> points = cloud(2000, 10, 10);
    for (int i = 0; i < 60; ++i) { // of one class, 3 %
        points.push_back(static_cast<float>(10 + 20 * i));
        points.push_back(0);
    }
    const auto range = robustRange(points);
    QVERIFY(range);
    QVERIFY2(range->width() < 25, qPrintable(QString::number(range->width())));
    QVERIFY(range->left < -5 && range->right > 5);
}

void TstMap::rangesOfOddPoints_data()
{
    QTest::addColumn<std::vector<float>>("points");
    QTest::addColumn<bool>("isThere");
    QTest::newRow("none") << std::vector<float>{} << false;
    QTest::newRow("not one finite") << std::vector<float>{undefined, 1, infinite, 2} << false;
    QTest::newRow("one") << std::vector<float>{3, 4} << true;
    QTest::newRow("all in one place") << std::vector<float>(200, 7) << true;
    QTest::newRow("on a line") << std::vector<float>{1, 0, 2, 0, 3, 0} << true;
    QTest::newRow("one not finite") << std::vector<float>{0, 0, undefined, 1, 1, 1} << true;
    QTest::newRow("huge") << std::vector<float>{-3e38f, 0, 3e38f, 1} << true;
}

void TstMap::rangesOfOddPoints()
{
    QFETCH(std::vector<float>, points);
    QFETCH(bool, isThere);
    const auto range = robustRange(points);
    QCOMPARE(range.has_value(), isThere);
    if (range) QVERIFY(range->width() > 0 && range->height() > 0 && std::isfinite(range->width()));
    MapView view;
    view.resize(400, 300);
    view.setStyle(PaintStyle(), Role::Code, false);
    view.setPoints(shared(points));
    QVERIFY(!view.grab().isNull());
    QVERIFY(view.pointsInView() <= view.pointCount());
}

void TstMap::ticksAreRound_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<std::vector<double>>("expected");
    QTest::newRow("0…10 by 5") << 0.0 << 10.0 << 5 << std::vector<double>{0, 2, 4, 6, 8, 10};
    QTest::newRow("−7…11 by 4") << -7.0 << 11.0 << 4 << std::vector<double>{-5, 0, 5, 10};
    QTest::newRow("thousandths") << 0.0005 << 0.0021 << 2 << std::vector<double>{0.001, 0.002};
    QTest::newRow("nothing") << 1.0 << 1.0 << 4 << std::vector<double>{};
}

void TstMap::ticksAreRound()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, most);
    QFETCH(std::vector<double>, expected);
    const auto ticks = roundTicks(from, to, most);
    QCOMPARE(ticks.size(), expected.size());
    for (std::size_t i = 0; i < ticks.size(); ++i)
        QVERIFY(std::abs(ticks[i] - expected[i]) < 1e-12);
}

void TstMap::pixelsAndPlaneAgree()
{
    const MapFrame frame{{-3, 5, -1, 2}, QRectF(40, 10, 400, 300)};
    QCOMPARE(frame.toPixel(-3, 2), QPointF(40, 10));
    QCOMPARE(frame.toPixel(5, -1), QPointF(440, 310));
    const QPointF place = frame.toPlane({123, 45});
    const QPointF back = frame.toPixel(place.x(), place.y());
    QVERIFY(std::hypot(back.x() - 123, back.y() - 45) < 1e-9);
    // What lies under the pointer stays there.
    const MapFrame nearer{frame.zoomed({123, 45}, 3), frame.box};
    QVERIFY(std::abs(nearer.range.width() - frame.range.width() / 3) < 1e-12);
    QVERIFY(std::hypot(nearer.toPlane({123, 45}).x() - place.x(), nearer.toPlane({123, 45}).y() - place.y()) <
            1e-9);
    const MapRange square = isotropic(frame.range, frame.box.size());
    QVERIFY(std::abs(square.width() / 400 - square.height() / 300) < 1e-12);
    QVERIFY(square.contains(-3, -1) && square.contains(5, 2));
}

/// Two dots on one another: the later one is on top, whatever its class; grey ones are below.
void TstMap::cloudsKeepTheDataOrder()
{
    const MapFrame frame{{-1, 1, -1, 1}, QRectF(0, 0, 41, 41)};
    const auto colourAt = [&](std::vector<std::uint8_t> looks) {
        PointCloud two{shared({0, 0, 0, 0}),
                       std::make_shared<const std::vector<std::uint8_t>>(std::move(looks))};
        two.colours[1] = qRgb(255, 0, 0);
        two.colours[2] = qRgb(0, 0, 255);
        two.colours[point_look::grey] = qRgb(128, 128, 128);
        two.opacity = 1;
        return paintCloud(two, frame, 1).pixelColor(20, 20);
    };
    QCOMPARE(colourAt({1, 2}).blue(), 255);
    QCOMPARE(colourAt({2, 1}).red(), 255);
    QCOMPARE(colourAt({1, point_look::grey}).red(), 255);
    QCOMPARE(colourAt({1, point_look::hidden}).red(), 255);
    QCOMPARE(colourAt({1 | point_look::outlined, 2}).red(), 255);
    QVERIFY(paintCloud({shared({undefined, 0, infinite, infinite})}, frame, 1).pixelColor(20, 20).alpha() ==
            0);
    QVERIFY(paintCloud({shared({0, 0})}, frame, 1, [] { return true; }).isNull());
}

void TstMap::largeCloudsComeLater()
{
    MapView view;
    view.resize(500, 400);
    view.setStyle(PaintStyle(), Role::Code, false);
    view.show();
    view.setPoints(shared(cloud(60000, 4, 4)));
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), patience);
    const QImage before = view.grab().toImage();
    view.setPoints(shared(cloud(60000, 4, 4, 2)));
    QTRY_VERIFY_WITH_TIMEOUT(view.isAtRest(), patience);
    QVERIFY(view.grab().toImage() != before);
}

/// While points move, a range that still shows them well stays; at rest it is the points' own.
void TstMap::staysWhileItMoves()
{
    MapView view;
    view.resize(500, 400);
    view.setStyle(PaintStyle(), Role::Code, false);
    view.setPoints(shared(cloud(500, 4, 4)), true);
    const MapRange first = view.frame().range;
    view.setPoints(shared(cloud(500, 3.8, 3.8, 2)), true);
    QCOMPARE(view.frame().range, first);
    const auto last = shared(cloud(500, 3.7, 3.7, 3));
    view.setPoints(last, true);
    QCOMPARE(view.frame().range, first);
    view.setPoints(last, false);
    QCOMPARE(view.frame().range, *robustRange(*last));
    view.setPoints(shared(cloud(500, 40, 40, 2)), true);
    QVERIFY(view.frame().range.width() > 5 * first.width());
}

void TstMap::wheelZoomsAtThePointer()
{
    Square map;
    const QPointF at = map.at(2);
    const double before = map.view.frame().range.width();
    QSignalSpy zooms(&map.view, &MapView::zoomed);
    QWheelEvent turn(at, map.view.mapToGlobal(at), {}, {0, 240}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&map.view, &turn);
    QCOMPARE(zooms.count(), 1);
    QVERIFY(map.view.frame().range.width() < 0.8 * before);
    const QPointF apart = map.view.placeOf(1, 1) - at;
    QVERIFY(std::hypot(apart.x(), apart.y()) < 1.5);
    QVERIFY(map.view.pointsInView() < 4);
    QTest::mouseDClick(&map.view, Qt::LeftButton, {}, at.toPoint());
    QVERIFY(!map.view.zoom());
    QTRY_COMPARE_WITH_TIMEOUT(map.view.pointsInView(), 4, patience);
}

void TstMap::dragMovesThePlane()
{
    Square map;
    const QPoint from = map.view.axesBox().center().toPoint(), by(37, -21);
    const QPointF before = map.view.placeOf(0, 0);
    map.lasso({from, from + by / 2, from + by});
    const QPointF moved = map.view.placeOf(0, 0) - before;
    QVERIFY2(std::hypot(moved.x() - by.x(), moved.y() - by.y()) < 1.5,
             qPrintable(QString::number(moved.x())));
}

void TstMap::aClickChooses()
{
    Square map;
    QSignalSpy picks(&map.view, &MapView::picked), asks(&map.view, &MapView::dragged);
    QTest::mouseClick(&map.view, Qt::LeftButton, {}, map.at(1));
    QCOMPARE(picks.count(), 1);
    QCOMPARE(picks[0][0].toInt(), 1);
    const QPoint beside = map.view.axesBox().center().toPoint();
    QTest::mouseClick(&map.view, Qt::LeftButton, {}, beside);
    QCOMPARE(asks.count(), 0); // nothing to decode
    map.view.setDecoding(MapView::Decoding::Beside);
    QTest::mouseClick(&map.view, Qt::LeftButton, {}, beside);
    QCOMPARE(asks.count(), 1);
    QCOMPARE(picks.count(), 1);
}

void TstMap::hiddenPointsAreNotThere()
{
    Square map;
    map.view.setHiddenClasses({1});
    QCOMPARE(map.view.pointsInView(), 3);
    QCOMPARE(map.view.pointAt(map.at(1)), -1);
    map.view.setHiddenClasses({0, 1, 2, 3});
    QCOMPARE(map.view.pointsInView(), 0);
    QVERIFY(!map.view.grab().isNull());
    map.view.setHiddenClasses({});
    map.view.setOnly({0, 2});
    QCOMPARE(map.view.pointsInView(), 2);
}

void TstMap::everyClassHasItsPlace()
{
    // 2, 12 and 22 share a colour; what is hidden, not finite or without a label has no part in it.
    const std::vector<float> points{0, 0, 2, 4, 1, 1, 50, 50, NAN, 0, 7, 8, 9, 9};
    const std::vector<int> labels{2, 2, 2, 12, 12, 22};
    const std::vector<std::uint8_t> looks{2, 2, 2, 2, 2, point_look::hidden, point_look::plain};
    const auto medians = classMedians(points, looks, labels);
    QCOMPARE(medians.size(), std::size_t{2});
    QCOMPARE(medians[0], (std::pair<int, QPointF>(2, {1, 1})));
    QCOMPARE(medians[1], (std::pair<int, QPointF>(12, {50, 50})));
    std::vector<int> measures;
    for (int i = 0; i < static_cast<int>(mostMarkedClasses) + 1; ++i)
        measures.push_back(i - 3);
    const std::vector<float> places(2 * measures.size(), 1);
    const std::vector<std::uint8_t> shown(measures.size(), 0);
    QVERIFY(classMedians(places, shown, measures).empty());
    measures.pop_back();
    QCOMPARE(classMedians(places, shown, measures).size(), mostMarkedClasses);
}

void TstMap::marksStandApart_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::newRow("digits") << QStringList{q("0"), q("1"), q("2"), q("3"), q("4"), q("5"), q("6")};
    QTest::newRow("names") << QStringList{q("cats"), q("dogs"), q("horses"), q("Παγώνια")};
    QTest::newRow("both") << QStringList{q("7"), q("dogs"), q("12"),
                                         q("a name that is longer than its room")};
}

void TstMap::marksStandApart()
{
    QFETCH(QStringList, texts);
    const PaintStyle style;
    constexpr double radius = 11;
    const QRectF box(0, 0, 420, 260);
    std::vector<QPointF> places;
    std::vector<double> widths;
    for (const QString& text : texts) {
        widths.push_back(classMarkWidth(text, radius, style));
        QCOMPARE(widths.back() > 2 * radius, text.size() > 2);
        QVERIFY(widths.back() < 120);
        places.emplace_back(200 + 3 * double(places.size()), 130); // all in one heap
    }
    places = placeMarks(std::move(places), widths, radius, box);
    const auto boxOf = [&](std::size_t i) {
        return QRectF(places[i] - QPointF(widths[i] / 2, radius), QSizeF(widths[i], 2 * radius));
    };
    for (std::size_t i = 0; i < places.size(); ++i) {
        QVERIFY(box.contains(boxOf(i)));
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            const QPointF apart = places[j] - places[i];
            const bool areRound = widths[i] <= 2 * radius && widths[j] <= 2 * radius;
            QVERIFY2(areRound ? std::hypot(apart.x(), apart.y()) > 2 * radius - 0.5
                              : !boxOf(i).adjusted(0.5, 0.5, -0.5, -0.5).intersects(boxOf(j)),
                     qPrintable(q("%1 and %2").arg(texts[qsizetype(i)], texts[qsizetype(j)])));
        }
    }
}

void TstMap::markTexts()
{
    const QStringList names = classNamesOf({"", "A", "Ω"});
    QCOMPARE(classText(0, names), q("0"));
    QCOMPARE(classText(1, names), q("A"));
    QCOMPARE(classText(2, names), q("Ω"));
    QCOMPARE(classText(3, names), q("3"));
    QCOMPARE(classText(-1, names), q("-1"));
}

void TstMap::picturesOfSamples()
{
    const std::vector<float> grey{0, 1, 0.5f, 7, -1, NAN};
    const QImage one = samplePicture(grey, 2, 3);
    QCOMPARE(one.size(), QSize(3, 2));
    QCOMPARE(one.format(), QImage::Format_Grayscale8);
    for (const auto& [x, y, level] : {std::array{0, 0, 0}, {1, 0, 255}, {2, 0, 128}, {0, 1, 255}, {2, 1, 0}})
        QCOMPARE(qGray(one.pixel(x, y)), level);
    const std::vector<float> colours{1, 0, 0, 0.2f, 0, 1}; // channel by channel
    const QImage three = samplePicture(colours, 1, 2);
    QCOMPARE(three.pixel(0, 0), qRgb(255, 0, 0));
    QCOMPARE(three.pixel(1, 0), qRgb(0, 51, 255));
    const QImage mean = samplePicture(std::vector<float>{1, 0, 0, 0}, 1, 2);
    QCOMPARE(qGray(mean.pixel(0, 0)), 128);
    QCOMPARE(qGray(mean.pixel(1, 0)), 0);
}

void TstMap::aLassoTakesWhatIsInside()
{
    Square map;
    map.view.setTool(MapView::Tool::Lasso);
    QSignalSpy lassos(&map.view, &MapView::lassoed);
    const QPoint out(15, 15);
    map.lasso({map.at(0) + QPoint(-15, 15), map.at(1) + out, map.at(1) + QPoint(15, -15), map.at(0) - out},
              Qt::ShiftModifier);
    QCOMPARE(lassos.count(), 1);
    QCOMPARE(lassos[0][1].value<Qt::KeyboardModifiers>(), Qt::ShiftModifier);
    QCOMPARE(map.view.pointsIn(lassos[0][0].value<QPolygonF>()), (std::vector<int>{0, 1}));
    // Grey ones are not of the map that is compared.
    map.view.setHighlighted({1, 2});
    QCOMPARE(map.view.pointsIn(lassos[0][0].value<QPolygonF>()), std::vector<int>{1});
}

/// Whatever the tool; by the handle alone, which is inside the box however far the arrow goes; and nothing
/// else of the map hears of it.
void TstMap::arrowsAreDraggedByTheirHandles()
{
    Square square;
    MapView& view = square.view;
    const std::vector<MapArrow> arrows{{{0, 0}, {0.5, 0}, QStringLiteral("a")},
                                       {{0, 0}, {0, 90}, QStringLiteral("b")},
                                       {{0, 0}, {-0.5, 0}, QStringLiteral("c"), false}};
    view.setArrows(arrows);
    QSignalSpy drags(&view, &MapView::handleDragged), ends(&view, &MapView::handleReleased),
        picks(&view, &MapView::picked), lassos(&view, &MapView::lassoed), zooms(&view, &MapView::zoomed);
    const auto pull = [&](const QPoint& from, const QPoint& by) { square.lasso({from, from + by}); };
    for (const auto tool : {MapView::Tool::Point, MapView::Tool::Lasso}) {
        view.setTool(tool);
        drags.clear();
        ends.clear();
        pull(view.arrowTip(0).toPoint(), {20, -10});
        QCOMPARE(ends.count(), 1);
        QCOMPARE(drags.back()[0].toInt(), 0);
        const QPointF place = drags.back()[1].toPointF(),
                      off = view.placeOf(place.x(), place.y()) - (view.arrowTip(0) + QPointF(20, -10));
        QVERIFY(std::hypot(off.x(), off.y()) < 1.5);
        QVERIFY(view.axesBox().contains(view.arrowTip(1)));
        pull(view.arrowTip(1).toPoint(), {3, 12});
        QCOMPARE(drags.back()[0].toInt(), 1);
        QCOMPARE(ends.count(), 2);
    }
    QCOMPARE(picks.count() + lassos.count() + zooms.count(), 0);
    view.setTool(MapView::Tool::Point);
    drags.clear();
    pull(view.arrowTip(2).toPoint(), {20, 0}); // has no handle: the plane is moved
    QCOMPARE(drags.count(), 0);
    QCOMPARE(zooms.count(), 1);
    const QImage with = view.grab().toImage();
    view.setArrows({});
    QVERIFY(view.grab().toImage() != with);
}

void TstMap::endsWhileItPaints()
{
    for (int i = 0; i < 20; ++i) {
        MapView view;
        view.resize(600, 500);
        view.setStyle(PaintStyle(), Role::Code, false);
        view.setPoints(shared(cloud(20000, 1, 1)));
        view.setPoints(shared(cloud(60000, 1, 1, static_cast<std::uint32_t>(i))));
    }
    QTest::qWait(50);
}

QTEST_MAIN(TstMap)
#include "tst_map.moc"
