#include "core/lab/conv_presets.h"
#include "core/util/rng.h"
#include "tests/support/ui_support.h"
#include "tests/support/upright.h"
#include "ui/painters/matrix_painter.h"

#include <QImage>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hg;
using namespace hg::test;

namespace {

constexpr QSize stage(1000, 600);

ConvFigure figureOf(const char* preset)
{
    return *evaluate(findConvPreset(preset)->make());
}

QImage draw(const ConvPicture& picture, double t, const QSize& size = stage)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(lightTheme().stage);
    QPainter painter(&image);
    picture.paint(painter, t, true);
    return image;
}

/// As a window paints it: kept layers, and what moves.
void paintLayers(QImage& image, const ConvPicture& picture, double t, const QRegion& region)
{
    QImage still(image.size(), QImage::Format_RGB32), done(image.size(), QImage::Format_ARGB32_Premultiplied);
    still.fill(lightTheme().stage);
    done.fill(Qt::transparent);
    {
        QPainter p(&still);
        picture.paintStill(p);
    }
    {
        QPainter p(&done);
        picture.paintDone(p);
    }
    QPainter p(&image);
    p.setClipRegion(region);
    p.drawImage(0, 0, still);
    p.setClipRegion(region & picture.doneRegion(t, true));
    p.drawImage(0, 0, done);
    p.setClipRegion(region);
    picture.paintMoving(p, t, true);
}

double shareOfDifferent(const QImage& a, const QImage& b)
{
    int differ = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            differ += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 70;
    return double(differ) / (a.width() * a.height());
}

/// A scene of any kind that the lab offers, or nothing where the draw is impossible.
std::optional<ConvFigure> randomFigure(std::uint32_t index)
{
    const Random random(7, 3, index);
    std::uint64_t at = 0;
    const auto upTo = [&](int least, int most) {
        return least + static_cast<int>(random.below(at++, static_cast<std::uint64_t>(most - least + 1)));
    };
    ConvScene s = findConvPreset(index % 3 == 0 ? "same-even" : "lecture-example")->make();
    const int high = s.axes == 1 ? 1 : upTo(1, 9), deep = s.axes == 1 ? 1 : upTo(1, 4);
    s = withKernelSize(withInputSize(s, {high, upTo(1, 14)}), {deep, upTo(1, 4)});
    s.stride = {s.axes == 1 ? 1 : upTo(1, 3), upTo(1, 3)};
    s.paddingH = s.paddingW = {static_cast<Padding::Kind>(upTo(0, 2))};
    s.convention = upTo(0, 4) == 0 ? Convention::NumPy : Convention::Keras;
    if (upTo(0, 3) == 0) s = withFilters(withChannels(s, upTo(1, 3)), upTo(1, 3));
    if (upTo(0, 2) == 0) s = withDirection(s, true);
    if (upTo(0, 3) == 0) s.bias.assign(static_cast<std::size_t>(s.filters()), 1.5);
    if (upTo(0, 9) == 0 && !s.isTransposed) s.pooling = upTo(0, 1) == 0 ? Pooling::Max : Pooling::Average;
    auto figure = evaluate(s);
    return figure ? std::optional(std::move(*figure)) : std::nullopt;
}

ConvLook matrixLook(int filter = 0)
{
    ConvLook look;
    look.tab = ConvTab::Matrix;
    look.filter = filter;
    return look;
}

} // namespace

class TstMatrixPainter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"))); }
    void tabIsThisPainters();
    void eachPositionDropsARow();
    void layersAreTheWholePicture();
    void noSettingIsBlank();
    void cellsAreHitWhereTheyAreDrawn();
    void rowsAreOutputs();
    void highOnesStandBetween();
    void largeOnesShowStructure();
    void aMaximumSaysWhy();
    void uprightPartsStandApart();
};

void TstMatrixPainter::tabIsThisPainters()
{
    const ConvFigure figure = figureOf("matrix");
    const auto picture = makeConvPicture(figure, stage, PaintStyle(), matrixLook());
    QVERIFY(dynamic_cast<const MatrixPainter*>(picture.get()));
}

/// Before its row has fallen a place waits, afterwards it has its tint.
void TstMatrixPainter::eachPositionDropsARow()
{
    const ConvFigure figure = figureOf("matrix");
    const MatrixPainter picture(figure, stage, PaintStyle(), matrixLook());
    const MatrixLayout& l = picture.layout();
    QVERIFY(l.hasNumbers && !l.isHigh);
    const auto isTinted = [&](int row, int column, double t) {
        const QRectF cell = l.matrix.at(row, column);
        const QPoint corner(static_cast<int>(cell.left() + 5), static_cast<int>(cell.top() + 5));
        const QColor colour = draw(picture, t).pixelColor(corner);
        return colour.saturation() > 30;
    };
    QVERIFY(!isTinted(0, 8, 0) && isTinted(0, 8, 1));
    QVERIFY(!isTinted(2, 4, 2) && isTinted(2, 4, 3));
    QVERIFY(!isTinted(2, 3, 4)); // no weight stands there
    QCOMPARE(picture.twinPositions(), 0);
}

void TstMatrixPainter::layersAreTheWholePicture()
{
    int seen = 0;
    for (std::uint32_t index = 0; index < 24; ++index) {
        const auto figure = randomFigure(index);
        if (!figure) continue;
        ++seen;
        const MatrixPainter picture(*figure, stage, PaintStyle(), matrixLook());
        const double count = figure->positionCount();
        QImage kept(stage, QImage::Format_RGB32);
        QRegion region(QRect(QPoint(), stage));
        double before = 0;
        for (const double t : {0.0, 1.1, 1.6, count / 2 + 0.2, count / 3, count}) {
            region += picture.movingRegion(before, true) + picture.movingRegion(t, true) +
                      picture.betweenRegion(before, t, true);
            region += picture.doneRegion(before, true).xored(picture.doneRegion(t, true));
            paintLayers(kept, picture, t, region);
            const double share = shareOfDifferent(kept, draw(picture, t));
            QVERIFY2(share <= 0.0005,
                     qPrintable(QStringLiteral("%1 at %2: %3").arg(index).arg(t).arg(share)));
            before = t;
            region = {};
        }
    }
    QVERIFY(seen > 12);
}

void TstMatrixPainter::noSettingIsBlank()
{
    for (const QSize& size : {stage, QSize(480, 420)})
        for (std::uint32_t index = 0; index < 60; ++index)
            if (const auto figure = randomFigure(index)) {
                const MatrixPainter picture(*figure, size, PaintStyle(), matrixLook(index % 3));
                for (const double t : {0.0, 0.5 * figure->positionCount(), 1.0 * figure->positionCount()})
                    QVERIFY2(!isOneColour(draw(picture, t, size)), qPrintable(QString::number(index)));
            }
}

void TstMatrixPainter::cellsAreHitWhereTheyAreDrawn()
{
    for (std::uint32_t index = 0; index < 40; ++index) {
        const auto figure = randomFigure(index);
        if (!figure || figure->scene.pooling) continue;
        const MatrixPainter picture(*figure, stage, PaintStyle(), matrixLook());
        const Shape in = figure->inputShape(), out = figure->outputShape();
        for (int ch = 0; ch < in.channels; ++ch)
            for (int r = 0; r < in.height; ++r) {
                const ConvHit cell{ConvPlace::Input, r, in.width - 1, ch, 0};
                QVERIFY(picture.hit(picture.cellOf(cell).center()) == cell);
            }
        const ConvHit last{ConvPlace::Output, out.height - 1, out.width - 1, 0, 0};
        QVERIFY(picture.hit(picture.cellOf(last).center()) == last);
        const MatrixLayout& l = picture.layout();
        QVERIFY(picture.hit(l.matrix.at(l.matrix.rows - 1, 0).center()) == last);
    }
}

/// What stands at the right of each row, and beside the figure, are the numbers of the convolution.
void TstMatrixPainter::rowsAreOutputs()
{
    for (std::uint32_t index = 0; index < 60; ++index) {
        const auto figure = randomFigure(index);
        if (!figure || figure->scene.pooling == Pooling::Max ||
            figure->scene.activation != Activation::Linear)
            continue;
        const MatrixPainter picture(*figure, stage, PaintStyle(), matrixLook());
        const double last =
            figure->output.at(0, 0, figure->outputShape().height - 1, figure->outputShape().width - 1);
        const QString told = picture.describe(figure->positionCount());
        QVERIFY2(told.endsWith(QStringLiteral(" gives %1.").arg(Texts().number(last))), qPrintable(told));
    }
}

void TstMatrixPainter::highOnesStandBetween()
{
    const auto figure = evaluate(*transposedScene(figureOf("matrix").scene, usualProbe({1, 2, 2})));
    QVERIFY(figure);
    const MatrixPainter picture(*figure, stage, PaintStyle(), matrixLook());
    QVERIFY(picture.layout().isHigh && picture.layout().hasNumbers);
    QCOMPARE(picture.layout().matrix.rows, 16);
    QCOMPARE(picture.twinPositions(), 16); // four stamps, sixteen rows
}

void TstMatrixPainter::largeOnesShowStructure()
{
    const ConvFigure figure = figureOf("matrix-digit-sized");
    const MatrixPainter picture(figure, stage, PaintStyle(), matrixLook());
    QVERIFY(!picture.layout().hasNumbers);
    const QRect box = picture.layout().matrix.box.toAlignedRect();
    const QImage band = draw(picture, figure.positionCount()).copy(box);
    // The band lies on the diagonal; far from it nothing stands.
    const QColor corner = band.pixelColor(band.width() - 4, 4);
    QCOMPARE(corner, lightTheme().surface);
    const QColor middle = band.pixelColor(band.width() / 3, band.height() / 3);
    QVERIFY(middle != lightTheme().surface);
}

void TstMatrixPainter::aMaximumSaysWhy()
{
    const ConvFigure figure = figureOf("max-pooling");
    const MatrixPainter picture(figure, stage, PaintStyle(), matrixLook());
    QVERIFY(picture.describe(3).contains(QStringLiteral("not linear")));
    QVERIFY(!isOneColour(draw(picture, 3)));
    QVERIFY(!picture.hit({100, 100}));
}

/// On a narrow page, whatever the scene.
void TstMatrixPainter::uprightPartsStandApart()
{
    int seen = 0;
    for (std::uint32_t index = 0; index < 80; ++index) {
        const auto figure = randomFigure(index);
        if (!figure) continue;
        const UprightPicture upright = makeUprightPicture(*figure, 400, PaintStyle(), matrixLook());
        QCOMPARE(upright.picture == nullptr, figure->scene.pooling == Pooling::Max);
        if (!upright.picture) continue;
        ++seen;
        const MatrixLayout& l = dynamic_cast<const MatrixPainter&>(*upright.picture).layout();
        std::vector<QRectF> parts{l.output.box, l.counts,
                                  l.heading,    l.matrix.box.united(l.x.box).united(l.y.box),
                                  l.sum,        l.products};
        if (!l.hasNumbers) parts.push_back(l.lens);
        for (const auto* grids : {&l.inputs, &l.kernels})
            for (const GridLayout& grid : *grids)
                parts.push_back(grid.box);
        for (const QRectF& part : parts)
            QVERIFY2(!part.isEmpty(), qPrintable(QString::number(index)));
        const QString wrong = notApart(parts, QRectF(QPointF(), upright.size));
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("%1: %2").arg(index).arg(wrong)));
        const QSize size = upright.size.toSize();
        QVERIFY(!isOneColour(draw(*upright.picture, figure->positionCount(), size)));
    }
    QVERIFY(seen > 40);
}

QTEST_MAIN(TstMatrixPainter)
#include "tst_matrix_painter.moc"
