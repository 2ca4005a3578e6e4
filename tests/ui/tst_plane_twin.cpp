#include "core/lab/conv_presets.h"
#include "core/lab/zero_insertion.h"
#include "core/util/rng.h"
#include "ui/painters/plane_twin_painter.h"

#include <QImage>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hg;

namespace {

constexpr QSize roomy(1000, 600), tight(560, 420);

ConvFigure figureOf(const char* preset)
{
    return *evaluate(findConvPreset(preset)->make());
}

ConvLook twinLook()
{
    ConvLook look;
    look.showsZeros = true;
    return look;
}

QImage draw(const ConvPicture& picture, const QSize& size, double t)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(lightTheme().stage);
    QPainter painter(&image);
    picture.paint(painter, t, true);
    return image;
}

/// Whether some row of pixels in that part is not of one colour.
bool isDrawnOn(const QImage& image, const QRect& part)
{
    for (int y = part.top(); y <= part.bottom(); ++y)
        for (int x = part.left() + 1; x <= part.right(); ++x)
            if (image.pixel(x, y) != image.pixel(x - 1, y)) return true;
    return false;
}

/// A transposed scene of any kind that the lab offers, or nothing where the draw is impossible.
std::optional<ConvFigure> randomFigure(std::uint32_t index)
{
    const Random random(7, 2, index);
    std::uint64_t at = 0;
    const auto upTo = [&](int least, int most) {
        return least + static_cast<int>(random.below(at++, static_cast<std::uint64_t>(most - least + 1)));
    };
    ConvScene s = findConvPreset("transposed-3-2")->make();
    s = withKernelSize(withInputSize(s, {upTo(1, 5), upTo(1, 5)}), {upTo(1, 4), upTo(1, 4)});
    s.stride = {upTo(1, 3), upTo(1, 3)};
    s.dilation = {upTo(1, 2), upTo(1, 2)};
    s.paddingH = {Padding::Kind::Explicit, upTo(0, 3), upTo(0, 3)};
    s.paddingW = {Padding::Kind::Explicit, upTo(0, 3), upTo(0, 3)};
    if (upTo(0, 3) == 0) s.outputPadding = {upTo(0, 2), upTo(0, 2)};
    if (upTo(0, 2) == 0) s.bias = {2};
    if (upTo(0, 5) == 0) s = withFilters(withChannels(s, upTo(1, 3)), upTo(1, 3));
    auto figure = evaluate(s);
    if (!figure) return std::nullopt;
    return std::move(*figure);
}

} // namespace

class TstPlaneTwin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void bothStandWhereThereIsRoom();
    void oneStandsAloneWhereThereIsNone();
    void severalFiltersStandAlone();
    void noSettingIsBlank();
    void cellsAreTheSameInBoth();
    void endsAreEqual();
    void filterTurnsAtFirst();
    void patternsAreNamed_data();
    void patternsAreNamed();
    void bothCountsAreTold();
};

void TstPlaneTwin::initTestCase()
{
    QVERIFY(loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts")));
}

void TstPlaneTwin::bothStandWhereThereIsRoom()
{
    for (const char* preset : {"transposed-3-2", "transposed-4-2", "transposed-2-2", "transposed-2-3"}) {
        const ConvFigure figure = figureOf(preset);
        const PlaneTwinPainter picture(figure, roomy, PaintStyle(), twinLook());
        QVERIFY2(picture.isBeside(), preset);
    }
}

void TstPlaneTwin::oneStandsAloneWhereThereIsNone()
{
    const ConvFigure figure = figureOf("transposed-3-2");
    const PlaneTwinPainter picture(figure, tight, PaintStyle(), twinLook());
    QVERIFY(!picture.isBeside());
    QVERIFY(isDrawnOn(draw(picture, tight, figure.positionCount()), QRect(QPoint(), tight)));
    QCOMPARE(picture.twinPositions(), 25); // what is cut off is not slid over
}

void TstPlaneTwin::severalFiltersStandAlone()
{
    const auto figure = evaluate(withFilters(withChannels(findConvPreset("transposed-3-2")->make(), 2), 3));
    const PlaneTwinPainter picture(*figure, roomy, PaintStyle(), twinLook());
    QVERIFY(!picture.isBeside());
    QVERIFY(isDrawnOn(draw(picture, roomy, 4), QRect(QPoint(), roomy)));
}

void TstPlaneTwin::noSettingIsBlank()
{
    int drawn = 0, beside = 0;
    for (std::uint32_t index = 0; index < 120; ++index) {
        const auto figure = randomFigure(index);
        if (!figure) continue;
        ++drawn;
        const PlaneTwinPainter picture(*figure, roomy, PaintStyle(), twinLook());
        beside += picture.isBeside();
        const double count = figure->positionCount();
        for (const double t : {0.0, count / 2 + 0.4, count}) {
            const QImage image = draw(picture, roomy, t);
            QVERIFY2(isDrawnOn(image, picture.figureBox().toAlignedRect() & image.rect()),
                     qPrintable(QString::number(index)));
        }
    }
    QVERIFY(drawn > 60 && beside > 10 && beside < drawn);
}

/// Wherever a cell is seen, pointing at it means the cell of the one scene that is edited.
void TstPlaneTwin::cellsAreTheSameInBoth()
{
    for (std::uint32_t index = 0; index < 120; ++index) {
        const auto figure = randomFigure(index);
        if (!figure) continue;
        const PlaneTwinPainter picture(*figure, roomy, PaintStyle(), twinLook());
        if (!picture.isBeside()) continue;
        const PlaneTwinLayout at =
            layOutPlaneTwin(*figure, zeroInserted(withNothingCropped(*figure)), roomy, PaintStyle());
        const int top = figure->geometry.h.padBefore, left = figure->geometry.w.padBefore;
        const Shape out = figure->outputShape();
        for (int r = 0; r < out.height; ++r)
            for (int c = 0; c < out.width; ++c) {
                const ConvHit cell{ConvPlace::Output, r, c};
                QVERIFY(picture.hit(at.stamped.at(r + top, c + left).center()) == cell);
                QVERIFY(picture.hit(at.slid.at(r + top, c + left).center()) == cell);
                QCOMPARE(picture.cellOf(cell), at.stamped.at(r + top, c + left));
            }
        const Axes k = figure->scene.kernelSize();
        const ConvHit corner{ConvPlace::Kernel, 0, k.w - 1};
        QVERIFY(picture.hit(at.kernel.at(0, k.w - 1).center()) == corner);
        QVERIFY(picture.hit(at.turned.at(k.h - 1, 0).center()) == corner);
        // Padding is nobody's cell.
        if (k.h > 1) QVERIFY(!picture.hit(at.padded.at(0, 0).center()));
    }
}

void TstPlaneTwin::endsAreEqual()
{
    int seen = 0;
    for (std::uint32_t index = 0; index < 120; ++index) {
        const auto figure = randomFigure(index);
        if (!figure) continue;
        const PlaneTwinPainter picture(*figure, roomy, PaintStyle(), twinLook());
        if (!picture.isBeside()) continue;
        ++seen;
        const QString before = picture.describe(figure->positionCount() - 0.5),
                      after = picture.describe(figure->positionCount());
        QVERIFY(!before.contains(QStringLiteral("equal")));
        QVERIFY(after.contains(QStringLiteral("All cells are equal")));
    }
    QVERIFY(seen > 10);
}

/// Only while the first window arrives; before and after, the pictures of the filter stand still.
void TstPlaneTwin::filterTurnsAtFirst()
{
    const ConvFigure figure = figureOf("transposed-3-2");
    const PlaneTwinPainter picture(figure, roomy, PaintStyle(), twinLook());
    const QRect turned = picture.cellOf({ConvPlace::Kernel, 0, 0}).toAlignedRect();
    QVERIFY(turned.isValid());
    const auto at = layOutPlaneTwin(figure, zeroInserted(withNothingCropped(figure)), roomy, PaintStyle());
    const auto filterAt = [&](double t) {
        return draw(picture, roomy, t).copy(at.turned.box.toAlignedRect());
    };
    QVERIFY(filterAt(0) != filterAt(0.15));
    QVERIFY(filterAt(0.15) != filterAt(0.3));
    QCOMPARE(filterAt(0.3), filterAt(5.2));
    QVERIFY(filterAt(0) != filterAt(0.3)); // an asymmetric filter
}

void TstPlaneTwin::patternsAreNamed_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QList<int>>("counts");
    QTest::addColumn<bool>("isEven");
    QTest::addColumn<bool>("hasGaps");
    QTest::newRow("3 / 2") << QByteArray("transposed-3-2") << QList<int>{1, 2, 4} << false << false;
    QTest::newRow("4 / 2") << QByteArray("transposed-4-2") << QList<int>{1, 2, 4} << true << false;
    QTest::newRow("2 / 2") << QByteArray("transposed-2-2") << QList<int>{1} << true << false;
    QTest::newRow("2 / 3") << QByteArray("transposed-2-3") << QList<int>{0, 1} << false << true;
}

void TstPlaneTwin::patternsAreNamed()
{
    QFETCH(QByteArray, preset);
    QFETCH(QList<int>, counts);
    QFETCH(bool, isEven);
    QFETCH(bool, hasGaps);
    const StampPattern pattern = stampPatternOf(figureOf(preset.constData()));
    QCOMPARE(QList<int>(pattern.counts.begin(), pattern.counts.end()), counts);
    QCOMPARE(pattern.isEven, isEven);
    QCOMPARE(pattern.hasGaps, hasGaps);
}

void TstPlaneTwin::bothCountsAreTold()
{
    const ConvFigure figure = figureOf("transposed-3-2");
    const PlaneTwinPainter picture(figure, roomy, PaintStyle(), twinLook());
    QCOMPARE(picture.twinPositions(), 49);
    QVERIFY(picture.describe(9).startsWith(QStringLiteral("9 of 9 inputs")));
    QVERIFY(picture.describe(9).contains(QStringLiteral("49 of 49 cells")));
}

QTEST_MAIN(TstPlaneTwin)
#include "tst_plane_twin.moc"
