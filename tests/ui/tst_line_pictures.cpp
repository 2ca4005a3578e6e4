#include "core/lab/conv_moment.h"
#include "core/lab/conv_presets.h"
#include "core/lab/conv_scene.h"
#include "core/util/rng.h"
#include "tests/support/upright.h"
#include "ui/painters/conv_export.h"
#include "ui/painters/line_painter.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTest>

#include <algorithm>

using namespace hg;
using namespace hg::test;

namespace {

constexpr QSize size(900, 560);

QImage draw(const ConvFigure& figure, double t, const ConvLook& look = {})
{
    const PaintStyle style;
    QImage image(size, QImage::Format_RGB32);
    image.fill(style.theme.stage);
    QPainter painter(&image);
    LinePainter(figure, size, style, look).paint(painter, t, true);
    return image;
}

/// The same as an SVG drawing, in which texts can be found.
QString textsOf(const ConvFigure& figure, double t, const ConvLook& look = {}, const QSizeF& stage = size)
{
    const PaintStyle style;
    QBuffer drawing;
    QSvgGenerator svg;
    svg.setOutputDevice(&drawing);
    QPainter painter(&svg);
    makeConvPicture(figure, stage, style, look)->paint(painter, t, true);
    painter.end();
    return QString::fromUtf8(drawing.data());
}

ConvFigure figureOf(const char* preset)
{
    return *evaluate(findConvPreset(preset)->make());
}

bool hasInk(const QImage& image, const QRectF& box)
{
    const QRect r = box.adjusted(4, 4, -4, -4).toAlignedRect();
    for (int y = r.top(); y <= r.bottom(); ++y)
        for (int x = r.left(); x <= r.right(); ++x)
            if (image.pixelColor(x, y) != lightTheme().surface) return true;
    return false;
}

/// A scene of any kind that the lab offers, or nothing where the draw is impossible.
std::optional<ConvFigure> randomFigure(std::uint32_t index)
{
    const Random random(7, 1, index);
    std::uint64_t drawn = 0;
    const auto below = [&](int n) {
        return static_cast<int>(random.below(drawn++, static_cast<std::uint64_t>(n)));
    };
    ConvScene s;
    s.axes = 1;
    s.input = TensorD(1, {1, 1, 1});
    s.kernel = TensorD(1, {1, 1, 1});
    s = withKernelSize(withInputSize(s, {1, 1 + below(64)}), {1, 1 + below(15)});
    s = withFilters(withChannels(s, 1 + below(4)), 1 + below(3));
    s.stride = {1, 1 + below(8)};
    s.dilation = {1, 1 + below(4)};
    s.paddingW = {static_cast<Padding::Kind>(below(5)), below(6), below(6)};
    s.fill = static_cast<Fill>(below(4));
    s.activation = static_cast<Activation>(below(6));
    if (below(3) == 0) s = withDirection(s, true);
    if (below(4) == 0 && !s.isTransposed) s.pooling = static_cast<Pooling>(below(2));
    if (below(2) == 0) s.sampleRate = 8000;
    auto figure = evaluate(s);
    return figure ? std::optional(std::move(*figure)) : std::nullopt;
}

} // namespace

class TstLinePictures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"))); }
    void fewNumbersStandInCells_data();
    void fewNumbersStandInCells();
    void outputsStandUnderTheMiddleOfTheirWindows();
    void whatIsNotYetComputedIsNotDrawn();
    void paddingAndOutputsAreHit();
    void focusShowsWhatAnInputFeeds();
    void hiddenResultsAreNotDrawn();
    void differingOutputsAreOutlined();
    void stampsStandWhereTheyAdd();
    void anySceneStaysInside();
    void anAudienceHasALargerSum();
    void aSumHasNoResultBeforeItsLastTerm();
    void theSumGrowsWithItsCard();
    void uprightTheWindowIsAlwaysSeen();
    void uprightNumbersAreLegible_data();
    void uprightNumbersAreLegible();
    void uprightASumHasARowATerm();
    void stampsStandInTheOrderOfTheirInputs();
    void aTwinHasNoCountOfItsOwn();
};

void TstLinePictures::fewNumbersStandInCells_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("hasCells");
    QTest::newRow("5 numbers") << QByteArray("lecture-1d-full") << 900 << true;
    QTest::newRow("22 numbers") << QByteArray("lecture-1d-valid") << 900 << true;
    QTest::newRow("22 numbers, no room") << QByteArray("lecture-1d-valid") << 600 << false;
    QTest::newRow("64 samples") << QByteArray("moving-average") << 1900 << false;
}

void TstLinePictures::fewNumbersStandInCells()
{
    QFETCH(QByteArray, preset);
    QFETCH(int, width);
    QFETCH(bool, hasCells);
    QCOMPARE(layOutLine(figureOf(preset.constData()), QSizeF(width, 560), 1, {}).hasCells, hasCells);
}

void TstLinePictures::outputsStandUnderTheMiddleOfTheirWindows()
{
    for (const char* preset : {"lecture-1d-full", "same-even", "causal-dilated", "moving-average"}) {
        const ConvFigure figure = figureOf(preset);
        const LinePainter painter(figure, size, PaintStyle(), {});
        const ConvAxis& a = figure.geometry.w;
        for (int o = 0; o < a.output; ++o) {
            const double first = painter.cellOf({ConvPlace::Input, 0, a.windowStart(o)}).left(),
                         last =
                             painter.cellOf({ConvPlace::Input, 0, a.windowStart(o) + a.effectiveKernel() - 1})
                                 .right();
            QVERIFY(std::abs(painter.cellOf({ConvPlace::Output, 0, o}).center().x() - (first + last) / 2) <
                    1e-9);
        }
    }
}

void TstLinePictures::whatIsNotYetComputedIsNotDrawn()
{
    const ConvFigure figure = figureOf("lecture-1d-full");
    const LinePainter painter(figure, size, PaintStyle(), {});
    const QImage image = draw(figure, 3);
    for (int o = 0; o < figure.positionCount(); ++o)
        QCOMPARE(hasInk(image, painter.cellOf({ConvPlace::Output, 0, o})), o < 3);
}

void TstLinePictures::paddingAndOutputsAreHit()
{
    const ConvFigure figure = figureOf("same-even");
    const LinePainter painter(figure, size, PaintStyle(), {});
    for (int c = 0; c < figure.geometry.w.padded(); ++c) {
        const ConvHit cell{ConvPlace::Input, 0, c};
        QCOMPARE(painter.hit(painter.cellOf(cell).center()), std::optional(cell));
    }
    for (int o = 0; o < figure.geometry.w.output; ++o) {
        const ConvHit cell{ConvPlace::Output, 0, o};
        QCOMPARE(painter.hit(painter.cellOf(cell).center()), std::optional(cell));
    }
    QVERIFY(!painter.hit({2, 300}));
}

void TstLinePictures::focusShowsWhatAnInputFeeds()
{
    const ConvFigure figure = figureOf("lecture-1d-full");
    const LinePainter painter(figure, size, PaintStyle(), {});
    ConvLook look;
    look.focus = ConvHit{ConvPlace::Input, 0, 2};
    const QImage plain = draw(figure, 7), linked = draw(figure, 7, look);
    for (int o = 0; o < 7; ++o) {
        const QRect box = painter.cellOf({ConvPlace::Output, 0, o}).adjusted(6, 6, -6, 12).toAlignedRect();
        QCOMPARE(plain.copy(box) != linked.copy(box), o >= 2 && o <= 4); // by weight 2, 1, 0
    }
}

void TstLinePictures::hiddenResultsAreNotDrawn()
{
    const ConvFigure figure = figureOf("lecture-1d-full");
    ConvScene other = figure.scene;
    other.kernel.data = {1, 0, 3}; // the window 1, 2, 3 gives 10 instead of 7
    const ConvFigure changed = *evaluate(other);
    ConvLook look;
    look.hidesNext = true;
    const LinePainter painter(figure, size, PaintStyle(), look);
    QRect row = painter.cellOf({ConvPlace::Output, 0, 2}).toAlignedRect();
    QVERIFY(draw(figure, 3).copy(row) != draw(changed, 3).copy(row));
    QCOMPARE(draw(figure, 3, look).copy(row), draw(changed, 3, look).copy(row));
    QVERIFY(!painter.describe(3).contains(QStringLiteral("result")));
}

void TstLinePictures::differingOutputsAreOutlined()
{
    const ConvFigure figure = figureOf("same-even");
    const LinePainter painter(figure, size, PaintStyle(), {});
    ConvLook look;
    look.outlined = {true, false, true};
    const QImage plain = draw(figure, 3), marked = draw(figure, 3, look);
    for (int o = 0; o < 3; ++o) {
        const QRect box = painter.cellOf({ConvPlace::Output, 0, o}).adjusted(-3, 8, 3, -8).toAlignedRect();
        QCOMPARE(plain.copy(box) != marked.copy(box), o != 1);
    }
}

void TstLinePictures::stampsStandWhereTheyAdd()
{
    const ConvFigure figure = figureOf("stretched");
    const LinePainter painter(figure, size, PaintStyle(), {});
    const LineLayout& l = painter.layout();
    QCOMPARE(l.columns, 7);       // five are kept
    for (int i = 0; i < 3; ++i) { // the middle weight of a stamp lies under its input
        const double input = painter.cellOf({ConvPlace::Input, 0, i}).center().x();
        QVERIFY(std::abs(input - l.x(2 * i + 1.5)) < 1e-9);
    }
    QVERIFY(std::abs(painter.cellOf({ConvPlace::Output, 0, 0}).left() - l.x(1)) < 1e-9);
    const QImage image = draw(figure, 1);
    for (int c = 0; c < 7; ++c)
        QCOMPARE(hasInk(image, l.across(c, 1, l.outputRow)), c < 3);
}

void TstLinePictures::anySceneStaysInside()
{
    int drawn = 0;
    for (std::uint32_t i = 0; i < 300; ++i) {
        const auto figure = randomFigure(i);
        if (!figure) continue;
        ++drawn;
        const LinePainter painter(*figure, size, PaintStyle(), {});
        const Shape in = figure->inputShape(), out = figure->outputShape();
        for (const ConvHit& cell :
             {ConvHit{ConvPlace::Input, 0, 0, 0}, ConvHit{ConvPlace::Input, 0, in.width - 1, in.channels - 1},
              ConvHit{ConvPlace::Output, 0, out.width - 1}, ConvHit{ConvPlace::Kernel, 0, 0}})
            QVERIFY(QRectF(QPointF(), size).contains(painter.cellOf(cell)));
        for (const double share : {0.0, 0.5, 1.0})
            QVERIFY(!draw(*figure, share * figure->positionCount()).isNull());
    }
    QVERIFY(drawn > 100);
}

void TstLinePictures::anAudienceHasALargerSum()
{
    ConvLook presented;
    presented.isPresented = true;
    const ConvFigure figure = figureOf("lecture-1d-full");
    const LineLayout plain = layOutLine(figure, QSizeF(1366, 620), 1, {}),
                     large = layOutLine(figure, QSizeF(1366, 620), 1, presented);
    QVERIFY(large.sumCard.height() > 1.2 * plain.sumCard.height());
    QCOMPARE(large.cell, plain.cell); // not at the cost of the cells
    QVERIFY(large.outputRow.height() > 0.9 * plain.outputRow.height());
}

void TstLinePictures::aSumHasNoResultBeforeItsLastTerm()
{
    for (const char* preset : {"lecture-1d-full", "derivative", "max-pooling-1d"}) {
        const ConvFigure figure = figureOf(preset);
        const int terms = termCount(figure);
        for (int formed = 0; formed <= terms; ++formed) {
            const QString text = textsOf(figure, timeOfTerm(2, formed, terms));
            QCOMPARE(text.contains(QStringLiteral(">…<")), formed < terms);
        }
    }
}

void TstLinePictures::theSumGrowsWithItsCard()
{
    const ConvFigure figure = figureOf("lecture-1d-full");
    const auto figuresOf = [&](const QSizeF& stage) {
        const QString text = textsOf(figure, 3, {}, stage);
        int largest = 0; // the result's
        auto each = QRegularExpression(QStringLiteral("font-size=\"(\\d+)\"")).globalMatch(text);
        while (each.hasNext())
            largest = std::max(largest, each.next().captured(1).toInt());
        return largest;
    };
    QVERIFY(figuresOf({1450, 880}) >= 1.3 * figuresOf({900, 560}));
}

void TstLinePictures::uprightTheWindowIsAlwaysSeen()
{
    int drawn = 0, scrolled = 0;
    for (std::uint32_t i = 0; i < 300; ++i) {
        const auto figure = randomFigure(i);
        if (!figure) continue;
        ++drawn;
        const UprightPicture upright = makeUprightPicture(*figure, 400, PaintStyle(), {});
        const auto& picture = dynamic_cast<const LinePainter&>(*upright.picture);
        const LineLayout& l = picture.layout();
        QVERIFY(l.inputCard.bottom() < l.outputCard.top() && l.outputCard.bottom() < l.sumCard.top());
        QVERIFY(l.sumCard.bottom() < upright.size.height() && l.sumCard.right() < upright.size.width());
        for (int t = 1; t <= figure->positionCount(); ++t) {
            const double place = momentAt(*figure, t).windowColumn, scroll = l.scroll(place);
            const QRectF window = l.across(l.windowStart(place), l.extent(), l.seen).translated(-scroll, 0);
            QVERIFY(window.left() > l.seen.left() - 1 && window.right() < l.seen.right() + 1);
            scrolled += scroll > 0 ? 1 : 0;
        }
        QImage image(upright.size.toSize(), QImage::Format_RGB32);
        image.fill(lightTheme().stage);
        QPainter painter(&image);
        picture.paint(painter, figure->positionCount(), true);
        QVERIFY(hasInk(image, l.inputCard) && hasInk(image, l.outputCard) && hasInk(image, l.sumCard));
    }
    QVERIFY(drawn > 100 && scrolled > 100);
}

void TstLinePictures::uprightNumbersAreLegible_data()
{
    QTest::addColumn<QByteArray>("preset");
    for (const ConvPreset& preset : convPresets())
        if (preset.make().axes == 1) QTest::newRow(preset.id) << QByteArray(preset.id);
}

/// Words as well, on a phone that shows 400 pixels of the picture on 376.
void TstLinePictures::uprightNumbersAreLegible()
{
    QFETCH(QByteArray, preset);
    const Exportable file = exportConvolution(figureOf(preset.constData()), {}, 1, {});
    std::ptrdiff_t numbers = 0;
    for (int t = 1; t <= file.stops(); t += std::max(1, file.stops() / 12)) {
        const QString illegible = illegibleAt(file, t);
        QVERIFY2(illegible.isEmpty(), qPrintable(illegible));
        numbers += uprightNumbers(file, t);
    }
    QVERIFY(numbers > 20);
}

/// Every term of a small sum in a row of its own; of a large one what it comes to.
void TstLinePictures::uprightASumHasARowATerm()
{
    ConvScene scene;
    scene.axes = 1;
    scene.input = TensorD(1, {1, 1, 30});
    for (int i = 0; i < 30; ++i)
        scene.input.at(0, 0, 0, i) = 101 + i;
    for (const int taps : {3, 9, 16, 17}) {
        scene.kernel = TensorD(1, {1, 1, taps});
        for (int k = 0; k < taps; ++k)
            scene.kernel.at(0, 0, 0, k) = 1 + k;
        const ConvFigure figure = *evaluate(scene);
        const auto texts = uprightTexts(exportConvolution(figure, {}, 1, {}), 1);
        const auto shown = [&](double value) {
            return std::ranges::any_of(
                texts, [&](const UprightText& text) { return text.text == QString::number(value); });
        };
        for (int k = 0; k < taps; ++k)
            QCOMPARE(shown((1 + k) * (101 + k)), taps <= 16);
        QVERIFY(shown(figure.output.at(0, 0, 0, 0)));
    }
}

void TstLinePictures::stampsStandInTheOrderOfTheirInputs()
{
    ConvScene scene;
    scene.axes = 1;
    scene.input = TensorD(1, {1, 1, 9}, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    scene.kernel = TensorD(1, {1, 1, 2}, {1, 1});
    scene.isTransposed = true;
    const ConvFigure figure = *evaluate(scene);
    const int rows = static_cast<int>(layOutLine(figure, size, 1, {}).stampRows.size());
    QVERIFY(rows > 1 && rows < 9);
    for (int place = 0; place < 9; ++place) {
        std::vector<double> tops;
        const QString text = textsOf(figure, place + 1);
        for (int input = std::max(0, place - rows + 1); input <= place; ++input) {
            const QRegularExpression name(QStringLiteral("y=\"([\\d.]+)\"[^>]*>stamp of %1<").arg(input + 1));
            const auto match = name.match(text);
            QVERIFY(match.hasMatch());
            tops.push_back(match.captured(1).toDouble());
        }
        QVERIFY(std::is_sorted(tops.begin(), tops.end()));
    }
}

void TstLinePictures::aTwinHasNoCountOfItsOwn()
{
    ConvLook look;
    look.showsZeros = true;
    const ConvFigure figure = figureOf("stretched");
    QVERIFY(!textsOf(figure, 2, look).contains(QStringLiteral("position")));
    QVERIFY(textsOf(figureOf("lecture-1d-full"), 2).contains(QStringLiteral("position 2 of 7")));
    QVERIFY(
        !textsOf(figureOf("lecture-1d-full"), 0).contains(QStringLiteral("position"))); // the transport's 0
}

QTEST_MAIN(TstLinePictures)
#include "tst_line_pictures.moc"
