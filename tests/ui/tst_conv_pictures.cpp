#include "core/lab/conv_presets.h"
#include "core/lab/conv_scene.h"
#include "core/lab/named_filters.h"
#include "tests/support/golden.h"
#include "ui/painters/grid_painter.h"
#include "ui/painters/sum_card.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTest>

#include <functional>

using namespace hg;
using namespace hg::test;

namespace {

QImage draw(const char* preset, double t, bool isDark, Language language)
{
    const auto figure = evaluate(findConvPreset(preset)->make());
    const PaintStyle style{isDark ? darkTheme() : lightTheme(), Texts(language), 1};
    QImage image(900, 560, QImage::Format_RGB32);
    image.fill(style.theme.stage);
    QPainter painter(&image);
    makeConvPicture(*figure, image.size(), style, {})->paint(painter, t, true);
    return image;
}

QString svgOf(const std::function<void(QPainter&)>& paint)
{
    QBuffer drawing;
    QSvgGenerator svg;
    svg.setOutputDevice(&drawing);
    QPainter painter(&svg);
    paint(painter);
    painter.end();
    return QString::fromUtf8(drawing.data());
}

/// As a window has it: what stays and what is done as pixels, over them what moves; only inside `region`.
void paintLayers(QPainter& p, const ConvPicture& picture, double t, const QRegion& region)
{
    const QColor stage = lightTheme().stage;
    const auto layer = [&](const QColor& ground, auto paint) {
        QImage image(p.device()->width(), p.device()->height(), QImage::Format_ARGB32_Premultiplied);
        image.fill(ground);
        QPainter painter(&image);
        paint(painter);
        return image;
    };
    p.setClipRegion(region);
    p.drawImage(0, 0, layer(stage, [&](QPainter& painter) { picture.paintStill(painter); }));
    p.setClipRegion(region & picture.doneRegion(t, true));
    p.drawImage(0, 0, layer(Qt::transparent, [&](QPainter& painter) { picture.paintDone(painter); }));
    p.setClipRegion(region);
    picture.paintMoving(p, t, true);
}

/// A 2 × 2 filter on as many numbers: one sum of four terms.
ConvFigure oneSum(std::vector<double> input, std::vector<double> kernel, Activation f = Activation::Linear)
{
    ConvScene scene;
    scene.input = TensorD(1, {1, 2, 2}, std::move(input));
    scene.kernel = TensorD(1, {1, 2, 2}, std::move(kernel));
    scene.paddingH = scene.paddingW = {Padding::Kind::Valid};
    scene.activation = f;
    return *evaluate(scene);
}

/// A block of `value` on nothing, as large as a digit, under 3 × 3 filters.
ConvScene block(double value, std::vector<double> kernel, int filters = 1)
{
    ConvScene scene;
    scene.input = TensorD(1, {1, 28, 28});
    for (int r = 8; r < 20; ++r)
        for (int c = 8; c < 20; ++c)
            scene.input.at(0, 0, r, c) = value;
    scene.kernel = TensorD(filters, {1, 3, 3}, std::move(kernel));
    scene.paddingH = scene.paddingW = {Padding::Kind::Same};
    return scene;
}
const std::vector<double> sobel{-1, 0, 1, -2, 0, 2, -1, 0, 1};

/// A whole figure as pixels, and the painter that knows where its cells are.
struct Picture {
    ConvFigure figure;
    PaintStyle style;
    GridPainter painter;
    QImage image;

    Picture(const ConvScene& scene, const QSize& size, bool isDark = false, const ConvLook& look = {},
            double ratio = 1)
        : figure(*evaluate(scene))
        , style{isDark ? darkTheme() : lightTheme(), Texts(Language::English), 1}
        , painter(figure, size, style, look)
        , image(size * ratio, QImage::Format_RGB32)
    {
        image.setDevicePixelRatio(ratio);
        image.fill(style.theme.stage);
        QPainter p(&image);
        painter.paint(p, figure.positionCount(), true);
    }
    QColor at(ConvPlace place, int row, int column, int index = 0) const
    {
        const ConvHit cell{place, row, column, place == ConvPlace::Input ? index : 0,
                           place == ConvPlace::Output ? index : 0};
        return image.pixelColor((painter.cellOf(cell).center() * image.devicePixelRatio()).toPoint());
    }
};

constexpr QRectF sumCard(0, 0, 900, 140);

/// The sum as it is written out after so many of its terms.
QString sumOf(const ConvFigure& figure, std::size_t formed, bool inLine, bool isHidden = false)
{
    const PaintStyle style{lightTheme(), Texts(Language::English), 1};
    const SumCard card(figure, style);
    return svgOf([&](QPainter& p) {
        inLine ? card.paintLine(p, sumCard, {}, formed, isHidden)
               : card.paint(p, sumCard, {}, formed, isHidden);
    });
}

} // namespace

/// The painter's pictures against stored ones. HOURGLASS_UPDATE_GOLDEN=1 stores them anew (./dev
/// golden-update).
class TstConvPictures : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"))); }
    void picturesStayAsTheyAre_data();
    void layersAreTheWholePicture_data();
    void layersAreTheWholePicture();
    void picturesStayAsTheyAre();
    void differenceIsSeen();
    void cellsAreHitWhereTheyAreDrawn();
    void titlesKeepApart_data();
    void titlesKeepApart();
    void aHiddenResultIsNotToldByItsSum();
    void aSumHasNoResultBeforeItsLastTerm_data();
    void aSumHasNoResultBeforeItsLastTerm();
    void anActivationIsNoEquation();
    void greyIsExplainedWhereItIs();
    void aStampHasNoResultBeforeItIsMade();
    void aLongSumStaysInItsCard();
    void bothEdgesOfSobelDiffer();
    void noGroundShowsBetweenCells_data();
    void noGroundShowsBetweenCells();
    void cellsOverlapInVectorFiles();
    void oneSignTakesTheWholeRange();
    void photographsAreShownInTheirOwnGreys();
    void coloursOfAPhotographAreTinted();
    void spectrogramsHaveARampOfTheirOwn();
    void slicesHaveTheirOwnRangeOrOne();
    void aCropHasOneFrame();
    void signedMapsHaveALegend();
    void thePrintedTableStandsBesideTheRightOne_data() { stages(); }
    void thePrintedTableStandsBesideTheRightOne();
    void aChangedPaddingMovesNothingElse_data() { stages(); }
    void aChangedPaddingMovesNothingElse();
    void aPaddingThatCostsTooMuchIsNotWaitedFor();
    void otherRulesAreNotRed();
    void aNamedFilterIsNamed();
    void pointingHidesNoNumber_data();
    void pointingHidesNoNumber();
    void aPictureTakesTheRoomOfTheStage_data();
    void aPictureTakesTheRoomOfTheStage();
    void wordsOfAStampAreWholeOrNotThere();

private:
    void stages();
};

/// Those of the window and of the presenter, each with its scale.
void TstConvPictures::stages()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("isPresented");
    QTest::newRow("1024") << QSize(556, 590) << 1.0 << false;
    QTest::newRow("1366") << QSize(930, 590) << 1.0 << false;
    QTest::newRow("1366, with margins") << QSize(898, 590) << 1.0 << false;
    QTest::newRow("1366, high") << QSize(898, 620) << 1.0 << false;
    QTest::newRow("1366, low") << QSize(930, 560) << 1.0 << false;
    QTest::newRow("1920") << QSize(1450, 880) << 1.0 << false;
    QTest::newRow("presenter 1024") << QSize(1024, 620) << 1.05 << true;
    QTest::newRow("presenter 1366") << QSize(1366, 620) << 1.067 << true;
    QTest::newRow("presenter 1920") << QSize(1920, 880) << 1.5 << true;
}

void TstConvPictures::layersAreTheWholePicture_data()
{
    QTest::addColumn<ConvScene>("scene");
    const ConvScene forward = findConvPreset("lecture-example")->make(),
                    transposed = findConvPreset("padding-strides-transposed")->make(),
                    edges = findConvPreset("four-edges")->make();
    const auto with = [](ConvScene scene, int stride, int dilation, Padding::Kind kind) {
        scene.stride = {stride, stride};
        scene.dilation = {dilation, dilation};
        scene.paddingH = scene.paddingW = {kind};
        return scene;
    };
    QTest::newRow("forward") << forward;
    QTest::newRow("forward, pictures") << withInputSize(edges, {30, 30});
    QTest::newRow("transposed") << transposed;
    QTest::newRow("transposed, gaps") << with(transposed, 2, 3, Padding::Kind::Valid);
    ConvScene several = withFilters(withChannels(transposed, 2), 3);
    several.bias = {1, 0, -0.5};
    QTest::newRow("transposed, filters with a bias") << several;
    const ConvScene large = withDirection(withInputSize(edges, {20, 20}), true);
    QTest::newRow("transposed, cropped pictures") << with(large, 2, 1, Padding::Kind::Same);
    QTest::newRow("transposed, whole pictures") << with(large, 3, 1, Padding::Kind::Valid);
}

/// At any time, and when only what has changed since another time is painted anew.
void TstConvPictures::layersAreTheWholePicture()
{
    QFETCH(ConvScene, scene);
    const auto figure = evaluate(scene);
    QVERIFY(figure);
    const QSize size(900, 560);
    const auto picture = makeConvPicture(*figure, size, PaintStyle(), {});
    QImage kept(size, QImage::Format_RGB32);
    double before = 0;
    QRegion region(QRect(QPoint(), size));
    const double count = figure->positionCount();
    const auto at = [&](double share, double phase) { return std::floor(share * count) + phase; };
    // From glide to glide, on to a product, back, and to the end.
    for (const double t : {0.0, 1.1, at(0.4, 0.1), at(0.4, 0.6), at(0.2, 0), at(0.7, 0.9), count}) {
        region += picture->movingRegion(before, true) + picture->movingRegion(t, true);
        region += picture->doneRegion(before, true).xored(picture->doneRegion(t, true));
        region += picture->betweenRegion(before, t, true);
        QPainter painter(&kept);
        paintLayers(painter, *picture, t, region);
        painter.end();
        QImage whole(size, QImage::Format_RGB32);
        whole.fill(lightTheme().stage);
        QPainter direct(&whole);
        picture->paint(direct, t, true);
        direct.end();
        // A frame that waits may show through the smooth edges of what covers it, as under a result that is
        // done.
        const double share = compare(kept, whole, 70).share;
        QVERIFY2(share <= 0.0002, qPrintable(QStringLiteral("%1: %2 of the pixels").arg(t).arg(share)));
        before = t;
        region = {};
    }
}

void TstConvPictures::picturesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<double>("t");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<Language>("language");
    const auto row = [](const char* name, const char* preset, double t, bool isDark, Language language) {
        QTest::newRow(name) << QByteArray(preset) << t << isDark << language;
    };
    row("lecture-8-light-en", "lecture-example", 8, false, Language::English);
    row("lecture-mid-dark-el", "lecture-example", 4.5, true, Language::Greek);
    row("dilation-5-light-en", "dilation", 5, false, Language::English);
    row("unread-9-light-el", "padding-strides-odd", 9, false, Language::Greek);
    row("line-average-12-light-en", "moving-average", 11.6, false, Language::English);
    row("line-same-3-dark-el", "same-even", 2.6, true, Language::Greek);
    row("line-stretched-3-light-el", "stretched", 2.6, false, Language::Greek);
    row("transposed-6-dark-en", "padding-strides-transposed", 6, true, Language::English);
}

void TstConvPictures::picturesStayAsTheyAre()
{
    QFETCH(QByteArray, preset);
    QFETCH(double, t);
    QFETCH(bool, isDark);
    QFETCH(Language, language);
    const QImage now = draw(preset.constData(), t, isDark, language);
    const QString wrong = differenceFromStored(now, QStringLiteral(HOURGLASS_TEST_IMAGES));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TstConvPictures::differenceIsSeen()
{
    const QImage one = draw("lecture-example", 8, false, Language::English),
                 other = draw("lecture-example", 7, false, Language::English);
    QVERIFY(compare(one, other).share > 0.005);
    QCOMPARE(compare(one, one).share, 0.0);
}

void TstConvPictures::cellsAreHitWhereTheyAreDrawn()
{
    for (const ConvPreset& preset : convPresets()) {
        if (preset.make().axes == 1) continue; // another painter's
        const auto figure = evaluate(preset.make());
        const auto picture = makeConvPicture(*figure, QSizeF(900, 560), PaintStyle(), ConvLook());
        const Shape out = figure->outputShape();
        for (const auto& [place, shape] :
             {std::pair(ConvPlace::Input, figure->inputShape()),
              std::pair(ConvPlace::Kernel, figure->scene.kernel.shape), std::pair(ConvPlace::Output, out)})
            for (int r = 0; r < shape.height; ++r)
                for (int c = 0; c < shape.width; ++c) {
                    if (place == ConvPlace::Kernel && figure->scene.pooling) continue; // no weights
                    const auto hit = picture->hit(picture->cellOf({place, r, c}).center());
                    QVERIFY(hit && hit->place == place && hit->row == r && hit->column == c);
                }
        QVERIFY(!picture->hit({1, 1}));
    }
}

void TstConvPictures::titlesKeepApart_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<QSize>("stage");
    for (const ConvPreset& preset : convPresets())
        for (const QSize stage : {QSize(556, 590), QSize(900, 590), QSize(1450, 880)}) // at 1024, 1366, 1920
            if (preset.make().axes == 2)
                QTest::addRow("%s at %d", preset.id, stage.width()) << QByteArray(preset.id) << stage;
}

void TstConvPictures::titlesKeepApart()
{
    QFETCH(QByteArray, preset);
    QFETCH(QSize, stage);
    const auto figure = evaluate(findConvPreset(preset.constData())->make());
    for (const auto language : {Language::English, Language::Greek}) {
        const PaintStyle style{lightTheme(), Texts(language), 1};
        const GridPainter painter(*figure, stage, style, {});
        const ConvLayout& l = painter.layout();
        const QFontMetricsF metrics(style.font(l.titlePixels, QFont::Bold));
        for (std::size_t i = 0; i < l.titles.size(); ++i) {
            const double right = l.titles[i].left + metrics.horizontalAdvance(l.titles[i].text);
            const double next = i + 1 < l.titles.size() ? l.titles[i + 1].left - 10 : stage.width() - 4.0;
            QVERIFY2(right <= next, qPrintable(l.titles[i].text));
        }
    }
}

void TstConvPictures::aHiddenResultIsNotToldByItsSum()
{
    // One product alone, 7·1: its value is the result.
    ConvScene scene;
    scene.input = TensorD(1, {1, 2, 2}, {7, 0, 0, 0});
    scene.kernel = TensorD(1, {1, 2, 2}, {1, 0, 0, 0});
    scene.paddingH = scene.paddingW = {Padding::Kind::Valid};
    const auto figure = evaluate(scene);
    QVERIFY(figure);
    const PaintStyle style{lightTheme(), Texts(Language::English), 1};
    QBuffer drawing;
    QSvgGenerator svg;
    svg.setOutputDevice(&drawing);
    QPainter painter(&svg);
    SumCard(*figure, style).paint(painter, {0, 0, 700, 140}, {}, 4, true);
    painter.end();
    const QString text = QString::fromUtf8(drawing.data());
    QCOMPARE(text.count(QStringLiteral(">?<")), 1);
    QCOMPARE(text.count(QRegularExpression(QStringLiteral(">[^<]*7[^<]*</text>"))), 1); // the factor
}

void TstConvPictures::aSumHasNoResultBeforeItsLastTerm_data()
{
    QTest::addColumn<bool>("inLine");
    QTest::newRow("card") << false;
    QTest::newRow("line") << true;
}

void TstConvPictures::aSumHasNoResultBeforeItsLastTerm()
{
    QFETCH(bool, inLine);
    const ConvFigure figure = oneSum({1, 2, 3, 4}, {5, 0, 6, 7}); // 51, and 23 and 5 on the way
    for (std::size_t formed = 0; formed <= 4; ++formed) {
        const QString text = sumOf(figure, formed, inLine);
        QCOMPARE(text.contains(QStringLiteral(">…<")), formed < 4);
        QCOMPARE(text.contains(QStringLiteral(">51<")), formed == 4);
        QVERIFY(!text.contains(QStringLiteral(">23<")));
        // What is not added yet stands in a dashed frame.
        QCOMPARE(text.count(QStringLiteral("stroke-dasharray=\"3")), static_cast<qsizetype>(4 - formed));
    }
}

void TstConvPictures::anActivationIsNoEquation()
{
    const ConvFigure figure = oneSum({1, 2, 3, 4}, {-5, 0, -6, -7}, Activation::Relu);
    for (const bool inLine : {false, true}) {
        QVERIFY(sumOf(figure, 4, inLine).contains(QStringLiteral("−51,  ReLU(−51) =")));
        QVERIFY(!sumOf(figure, 3, inLine).contains(QStringLiteral("ReLU")));
        QVERIFY(!sumOf(figure, 4, inLine, true).contains(QStringLiteral("−51")));
    }
}

void TstConvPictures::greyIsExplainedWhereItIs()
{
    const ConvFigure none = oneSum({1, 2, 3, 4}, {5, 1, 6, 7}), one = oneSum({1, 2, 3, 4}, {5, 0, 6, 7});
    QVERIFY(!sumOf(none, 4, false).contains(QStringLiteral("grey")));
    QVERIFY(!sumOf(one, 1, false).contains(QStringLiteral("grey"))); // it is still to come
    QVERIFY(sumOf(one, 2, false).contains(QStringLiteral("grey")));
    // A large filter's products are left out, and its zeros with them.
    const auto large = evaluate(withKernelSize(withInputSize(one.scene, {5, 5}), {5, 5}));
    QVERIFY(large);
    QVERIFY(!sumOf(*large, 25, false).contains(QStringLiteral("grey")));
}

void TstConvPictures::aStampHasNoResultBeforeItIsMade()
{
    const auto figure = evaluate(findConvPreset("no-padding-strides-transposed")->make());
    const PaintStyle style{lightTheme(), Texts(Language::English), 1};
    const SumCard card(*figure, style);
    for (std::size_t formed = 0; formed <= 9; ++formed) {
        const QString text = svgOf([&](QPainter& p) { card.paintStamp(p, sumCard, 0, 0, 0, formed); });
        QCOMPARE(text.count(QStringLiteral(">…<")), static_cast<qsizetype>(9 - formed));
    }
}

void TstConvPictures::aLongSumStaysInItsCard()
{
    for (const int side : {5, 7, 15}) {
        ConvScene scene = withKernelSize(withInputSize(block(1, sobel), {28, 28}), {side, side});
        std::fill(scene.kernel.data.begin(), scene.kernel.data.end(), -0.37);
        std::fill(scene.input.data.begin(), scene.input.data.end(), 0.73);
        const auto figure = evaluate(scene);
        const PaintStyle style;
        QImage image(1000, 140, QImage::Format_RGB32);
        image.fill(style.theme.surface);
        QPainter p(&image);
        SumCard(*figure, style).paint(p, sumCard, {14, 14}, 225, false);
        p.end();
        for (int y = 20; y < 120; ++y)
            for (int x = static_cast<int>(sumCard.right()) - 14; x < 1000; ++x)
                if (std::abs(x - sumCard.right()) > 2) // its frame
                    QCOMPARE(image.pixelColor(x, y).name(), style.theme.surface.name());
    }
}

void TstConvPictures::bothEdgesOfSobelDiffer()
{
    for (const bool isDark : {false, true}) {
        const Picture picture(block(1, sobel), {930, 590}, isDark);
        const QColor left = picture.at(ConvPlace::Output, 14, 8),
                     right = picture.at(ConvPlace::Output, 14, 19),
                     inside = picture.at(ConvPlace::Output, 14, 14);
        QVERIFY(left.red() > left.blue() + 60); // from 0 up: above 0, orange
        QVERIFY(right.blue() > right.red() + 60);
        QVERIFY(contrast(inside, picture.style.theme.surface) < 1.05);
    }
}

void TstConvPictures::noGroundShowsBetweenCells_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("ratio");
    for (const QSize size : {QSize(930, 590), QSize(733, 517), QSize(1451, 883), QSize(400, 420)})
        for (const double ratio : {1.0, 1.25, 2.0})
            QTest::addRow("%d at %g", size.width(), ratio) << size << ratio;
}

void TstConvPictures::noGroundShowsBetweenCells()
{
    QFETCH(QSize, size);
    QFETCH(double, ratio);
    ConvScene scene = block(1, {0, 0, 0, 0, 1, 0, 0, 0, 0});
    std::fill(scene.input.data.begin(), scene.input.data.end(), 1.0);
    const Picture picture(scene, size, false, {}, ratio);
    for (const ConvPlace place : {ConvPlace::Input, ConvPlace::Output}) {
        const Theme& theme = picture.style.theme;
        const Role role = place == ConvPlace::Input ? Role::Input : Role::Output;
        const QColor deepest = roleRamp(theme, theme.role(role).fill).at(1);
        // All but the last rows, where the window stands.
        const QRectF cells =
            picture.painter.cellOf({place, 0, 0}).united(picture.painter.cellOf({place, 23, 27}));
        const QRect box =
            QRectF(cells.topLeft() * ratio, cells.size() * ratio).toAlignedRect().adjusted(2, 2, -2, -2);
        for (int y = box.top(); y <= box.bottom(); ++y)
            for (int x = box.left(); x <= box.right(); ++x)
                QCOMPARE(picture.image.pixelColor(x, y).name(), deepest.name());
    }
}

void TstConvPictures::cellsOverlapInVectorFiles()
{
    const PaintStyle style;
    const GridLayout grid{QRectF(0, 0, 30, 20), 2, 3, 10};
    const QString svg = svgOf([&](QPainter& p) {
        PictureCells(style).mosaic(p, grid,
                                   [](int r, int c) { return QColor::fromHsv(50 * (3 * r + c), 255, 255); });
    });
    const QRegularExpression rect(
        QStringLiteral("<rect x=\"([\\d.]+)\" y=\"([\\d.]+)\" width=\"([\\d.]+)\" height=\"([\\d.]+)\""));
    int count = 0;
    auto each = rect.globalMatch(svg);
    while (each.hasNext()) {
        const auto match = each.next();
        QCOMPARE(match.captured(3).toDouble() > 10, match.captured(1).toDouble() < 20);
        QCOMPARE(match.captured(4).toDouble() > 10, match.captured(2).toDouble() < 10);
        ++count;
    }
    QCOMPARE(count, 6);
}

void TstConvPictures::oneSignTakesTheWholeRange()
{
    for (const double weight : {1.0 / 9, -1.0 / 9}) {
        const Picture picture(block(7, std::vector<double>(9, weight)), {930, 590});
        const Theme& theme = picture.style.theme;
        const QColor deepest = picture.at(ConvPlace::Output, 14, 14);
        QCOMPARE(picture.at(ConvPlace::Output, 1, 1).name(), theme.surface.name());
        QVERIFY(contrast(deepest, theme.stage) >= 4.5);
        QVERIFY(contrast(picture.at(ConvPlace::Input, 14, 14), theme.stage) >= 4.5);
        QVERIFY(deepest.green() > deepest.red() + 60);
    }
}

void TstConvPictures::photographsAreShownInTheirOwnGreys()
{
    ConvScene scene = block(100 / 255.0, sobel);
    scene.origin = InputOrigin::Photograph;
    for (const bool isDark : {false, true}) {
        const Picture picture(scene, {930, 590}, isDark);
        QCOMPARE(picture.at(ConvPlace::Input, 14, 14), QColor(100, 100, 100));
        QCOMPARE(picture.at(ConvPlace::Input, 1, 1), QColor(0, 0, 0));
    }
    QVERIFY(appliedAgain(*evaluate(scene))->origin == InputOrigin::Numbers);
    scene.input.data[0] = 2; // edited: no grey stands for that
    QVERIFY(Picture(scene, {930, 590}).at(ConvPlace::Input, 14, 14).hslSaturation() > 20);
}

void TstConvPictures::coloursOfAPhotographAreTinted()
{
    ConvScene scene = withChannels(block(0.5, sobel), 3);
    std::fill(scene.input.data.begin(), scene.input.data.end(), 0.5);
    scene.origin = InputOrigin::Photograph;
    const Picture picture(scene, {930, 590});
    for (int channel = 0; channel < 3; ++channel)
        QCOMPARE(picture.at(ConvPlace::Input, 14, 14, channel).name(),
                 photographRamp(channel).at(0.5).name());
}

void TstConvPictures::spectrogramsHaveARampOfTheirOwn()
{
    ConvScene scene = block(0.5, sobel);
    scene.secondsPerColumn = 0.1;
    scene.hzPerRow = 50;
    const Picture picture(scene, {930, 590});
    QCOMPARE(picture.at(ConvPlace::Input, 14, 14).name(), spectrogramRamp().at(0.5).name());
    QCOMPARE(picture.at(ConvPlace::Input, 1, 1).name(), spectrogramRamp().at(0).name());
}

void TstConvPictures::slicesHaveTheirOwnRangeOrOne()
{
    std::vector<double> kernels = sobel;
    for (const double w : sobel)
        kernels.push_back(w / 4);
    const ConvScene scene = block(1, kernels, 2);
    const Picture own(scene, {930, 590});
    QVERIFY(own.painter.hasSlicesWithoutNumbers());
    const auto depth = [](const Picture& p, int slice) {
        return contrast(p.at(ConvPlace::Output, 14, 8, slice), p.style.theme.surface);
    };
    QVERIFY(std::abs(depth(own, 0) - depth(own, 1)) < 0.05);
    ConvLook look;
    look.hasOneScale = true;
    const Picture one(scene, {930, 590}, false, look);
    QVERIFY(depth(one, 0) > 2 * depth(one, 1));
    QVERIFY(!Picture(block(1, sobel), {930, 590}).painter.hasSlicesWithoutNumbers());
}

void TstConvPictures::aCropHasOneFrame()
{
    ConvScene scene = withDirection(block(1, sobel), true);
    scene.stride = {2, 2};
    scene.paddingH = scene.paddingW = {Padding::Kind::Explicit, 2, 2};
    const Picture picture(scene, {930, 590});
    const QRectF box = picture.painter.layout().outputs.front().box;
    QVERIFY(box.left() < picture.painter.cellOf({ConvPlace::Output, 0, 0}).left());
    const QColor edge =
        picture.image.pixelColor(static_cast<int>(box.left()) - 1, static_cast<int>(box.center().y()));
    QCOMPARE(edge.name(), picture.style.theme.danger.name());
    QCOMPARE(
        picture.image.pixelColor(static_cast<int>(box.left()) - 3, static_cast<int>(box.center().y())).name(),
        picture.style.theme.stage.name());
}

void TstConvPictures::signedMapsHaveALegend()
{
    const ConvFigure figure = *evaluate(block(1, sobel));
    const PaintStyle style;
    const QString text = svgOf([&](QPainter& p) {
        GridPainter(figure, QSizeF(930, 590), style, {}).paint(p, figure.positionCount(), true);
    });
    QVERIFY(text.contains(QStringLiteral(">−4<")) && text.contains(QStringLiteral(">4<")));
}

void TstConvPictures::thePrintedTableStandsBesideTheRightOne()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    ConvLook look;
    QFETCH(bool, isPresented);
    look.isPresented = isPresented;
    const auto figure = evaluate(findConvPreset("lecture-example")->make());
    for (const auto language : {Language::English, Language::Greek}) {
        const PaintStyle style{lightTheme(), Texts(language), scale};
        look.showsErratum = false;
        QVERIFY(!GridPainter(*figure, size, style, look).layout().printed);
        look.showsErratum = true;
        const GridPainter painter(*figure, size, style, look);
        const ConvLayout& l = painter.layout();
        QVERIFY(l.printed);
        const GridLayout &table = *l.printed, &output = l.outputs.front();
        QVERIFY(table.rows == 3 && table.columns == 3 && table.cell == output.cell);
        QVERIFY(CellBrush(style).hasNumbers(table.cell));
        QVERIFY(!table.box.intersects(output.box) && !table.box.intersects(l.kernels.front().box));
        QVERIFY(QRectF(QPointF(), size).contains(table.box));
        QVERIFY(table.box.bottom() <= l.formulaTop && table.box.bottom() < l.sumCard.top());
        const PartTitle& title = l.titles.back();
        QVERIFY(title.isWrong && title.top + 40 * scale < table.box.top());
        const QFontMetricsF titles(style.font(l.titlePixels, QFont::Bold)), notes(style.font(13));
        QVERIFY(titles.horizontalAdvance(title.text) <= title.room);
        for (const PartTitle& each : l.titles) // in two lines
            QVERIFY2(notes.boundingRect(QRectF(0, 0, each.room, 900), Qt::TextWordWrap, each.note).height() <=
                         2 * notes.height() + 2,
                     qPrintable(each.note));
    }
}

void TstConvPictures::aChangedPaddingMovesNothingElse()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    QFETCH(bool, isPresented);
    if (size.width() < 600) return; // no room for every padding
    ConvLook look;
    look.isPresented = isPresented;
    const PaintStyle style{lightTheme(), Texts(Language::English), scale};
    for (const int stride : {1, 2})
        for (const bool hasGhost : {true, false}) {
            look.showGhost = hasGhost;
            std::optional<ConvLayout> first;
            for (const auto kind : {Padding::Kind::Same, Padding::Kind::Full, Padding::Kind::Valid}) {
                ConvScene scene = findConvPreset("lecture-example")->make();
                scene.stride = {stride, stride};
                scene.paddingH = scene.paddingW = {kind};
                const auto figure = evaluate(scene);
                const GridPainter painter(*figure, size, style, look);
                const ConvLayout& l = painter.layout();
                if (!first) first = l;
                const auto inputCell = [](const ConvLayout& of) {
                    return of.inputs.front().at(of.padTop, of.padLeft);
                };
                QCOMPARE(inputCell(l), inputCell(*first));
                QCOMPARE(inputCell(l), painter.cellOf({ConvPlace::Input, 0, 0}));
                QCOMPARE(l.kernels.front().box, first->kernels.front().box);
                QCOMPARE(l.outputs.front().box.center(), first->outputs.front().box.center());
                QVERIFY(CellBrush(style).hasChips(l.inputs.front().cell));
                QCOMPARE(l.sumCard, first->sumCard);
                QCOMPARE(l.formulaTop, first->formulaTop);
                for (std::size_t i = 0; i < l.titles.size(); ++i)
                    QCOMPARE(l.titles[i].left, first->titles[i].left);
                for (const QRectF& box : {l.inputs.front().box, l.outputs.front().box, l.sumCard})
                    QVERIFY(QRectF(QPointF(), size).contains(box));
                QVERIFY(l.inputs.front().box.bottom() < l.sumCard.top());
                QVERIFY(l.formulaTop + 24 * scale < l.sumCard.top());
            }
        }
}

void TstConvPictures::aPaddingThatCostsTooMuchIsNotWaitedFor()
{
    // Full would add eight rows to four: valid keeps what it has.
    ConvScene scene = findConvPreset("lecture-example")->make();
    scene = withKernelSize(withInputSize(scene, {5, 5}), {5, 5});
    scene.stride = {1, 1};
    const PaintStyle style;
    const auto cell = [&](Padding::Kind kind) {
        scene.paddingH = scene.paddingW = {kind};
        const auto figure = evaluate(scene);
        return GridPainter(*figure, QSizeF(930, 590), style, {}).layout().inputs.front().cell;
    };
    QVERIFY(cell(Padding::Kind::Valid) >= 40);
    QVERIFY(CellBrush(style).hasNumbers(cell(Padding::Kind::Full)));
}

void TstConvPictures::otherRulesAreNotRed()
{
    const PaintStyle style;
    for (const int side : {5, 28}) { // with numbers, and as a picture
        const ConvFigure figure =
            *evaluate(side == 5 ? findConvPreset("lecture-example")->make() : block(1, sobel));
        ConvLook look;
        look.outlined.assign(figure.outputShape().size(), false);
        look.outlined.front() = true;
        const QString text = svgOf([&](QPainter& p) {
            GridPainter(figure, QSizeF(930, 590), style, look).paint(p, figure.positionCount(), true);
        });
        QVERIFY(!text.contains(style.theme.danger.name(), Qt::CaseInsensitive));
    }
}

void TstConvPictures::aNamedFilterIsNamed()
{
    const auto noteOf = [](const ConvScene& scene, Language language, bool isPresented, int filter = 0) {
        const auto figure = evaluate(scene);
        ConvLook look;
        look.filter = filter;
        look.isPresented = isPresented;
        const GridPainter painter(*figure, QSizeF(930, 590), {lightTheme(), Texts(language), 1}, look);
        return painter.layout().titles[1].note;
    };
    ConvScene scene = block(1, sobel);
    for (const bool isPresented : {false, true}) {
        QCOMPARE(noteOf(scene, Language::English, isPresented), QStringLiteral("Sobel, columns"));
        QCOMPARE(noteOf(scene, Language::Greek, isPresented), QStringLiteral("Sobel, στήλες"));
    }
    scene.kernel.data[4] = 0.5; // edited
    QVERIFY(!noteOf(scene, Language::English, false).contains(QStringLiteral("Sobel")));
    const ConvScene more = withNextFilters(block(1, sobel), 2);
    QCOMPARE(noteOf(more, Language::English, false), QStringLiteral("Sobel, columns (1 of 2)"));
    QCOMPARE(noteOf(more, Language::English, false, 1), QStringLiteral("Sobel, rows (2 of 2)"));
}

void TstConvPictures::pointingHidesNoNumber_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<ConvPlace>("place");
    for (const char* preset : {"lecture-example", "no-padding-strides-transposed"})
        for (const ConvPlace place : {ConvPlace::Input, ConvPlace::Kernel})
            QTest::addRow("%s, %s", preset, place == ConvPlace::Input ? "input" : "weight")
                << QByteArray(preset) << place;
}

void TstConvPictures::pointingHidesNoNumber()
{
    QFETCH(QByteArray, preset);
    QFETCH(ConvPlace, place);
    const auto figure = evaluate(findConvPreset(preset.constData())->make());
    const PaintStyle style;
    ConvLook look;
    look.focus = ConvHit{place, 1, 1};
    const GridPainter painter(*figure, QSizeF(930, 590), style, look);
    const QString svg =
        svgOf([&](QPainter& p) { painter.paintMoving(p, figure->positionCount() - 0.01, true); });
    // A chip is a rounded box in the lower half of its cell; the number stands wholly above it.
    const QRegularExpression text(
        QStringLiteral("<text[^>]* x=\"([\\d.]+)\" y=\"([\\d.]+)\"[^>]*>([^<]*)</text>"));
    int chips = 0;
    auto each = text.globalMatch(svg);
    QList<std::pair<QPointF, QString>> texts;
    while (each.hasNext()) {
        const auto match = each.next();
        texts.emplace_back(QPointF(match.captured(1).toDouble(), match.captured(2).toDouble()),
                           match.captured(3));
    }
    for (const auto& [at, chip] : texts) {
        const auto hit = painter.hit(at);
        if (!chip.startsWith(u'×') || !hit) continue;
        ++chips;
        const QRectF cell = painter.cellOf(*hit);
        const double value =
            hit->place == ConvPlace::Input
                ? figure->scene.input.at(0, 0, std::max(0, hit->row), std::max(0, hit->column))
                : figure->output.at(0, 0, hit->row, hit->column);
        const bool isInside = hit->place != ConvPlace::Input ||
                              (hit->row >= 0 && hit->column >= 0 && hit->row < figure->inputShape().height &&
                               hit->column < figure->inputShape().width);
        const QString number = style.texts.number(isInside ? value : 0);
        QVERIFY(std::any_of(texts.begin(), texts.end(), [&](const auto& other) {
            return other.second == number && cell.contains(other.first) &&
                   other.first.y() < cell.top() + 0.55 * cell.height();
        }));
    }
    QVERIFY(chips > 0);
}

void TstConvPictures::aPictureTakesTheRoomOfTheStage_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("filters");
    QTest::addColumn<bool>("isPresented");
    QTest::addColumn<double>("least"); // of the input's side, in pixels
    QTest::newRow("1366") << QSize(930, 590) << 1 << false << 320.0;
    QTest::newRow("1366, four filters") << QSize(930, 590) << 4 << false << 250.0;
    QTest::newRow("1024") << QSize(556, 590) << 1 << false << 160.0;
    QTest::newRow("1920") << QSize(1450, 880) << 1 << false << 560.0;
    QTest::newRow("presenter") << QSize(1366, 620) << 1 << true << 330.0;
}

void TstConvPictures::aPictureTakesTheRoomOfTheStage()
{
    QFETCH(QSize, size);
    QFETCH(int, filters);
    QFETCH(bool, isPresented);
    QFETCH(double, least);
    std::vector<double> kernels;
    for (int f = 0; f < filters; ++f)
        kernels.insert(kernels.end(), sobel.begin(), sobel.end());
    ConvLook look;
    look.isPresented = isPresented;
    const Picture picture(block(1, kernels, filters), size, false, look);
    const ConvLayout& l = picture.painter.layout();
    const double side = 28 * l.inputs.front().cell;
    QVERIFY2(side >= least, qPrintable(QString::number(side)));
    QVERIFY(QRectF(QPointF(), size).contains(l.outputs.front().box));
    QVERIFY(QRectF(QPointF(), size).contains(l.sumCard));
    QVERIFY(l.sumCard.height() >= 60);
}

/// In Greek they are longer; on a small stage their card is narrow.
void TstConvPictures::wordsOfAStampAreWholeOrNotThere()
{
    const ConvFigure figure = *evaluate(findConvPreset("transposed-3-2")->make());
    const PaintStyle style{lightTheme(), Texts(Language::Greek), 1};
    int seen = 0, missing = 0;
    for (int wide = 400; wide <= 1000; wide += 40)
        for (const int high : {90, 104, 126, 160}) {
            const QRectF card(10, 10, wide, high);
            const QString text =
                svgOf([&](QPainter& p) { SumCard(figure, style).paintStamp(p, card, 0, 0, 0, 9); });
            QList<double> lines;
            static const QRegularExpression line(
                QStringLiteral("<text[^>]* y=\"([\\d.]+)\"[^>]*>([^<]*)</text>"));
            auto each = line.globalMatch(text);
            bool isWhole = false;
            while (each.hasNext()) {
                const auto found = each.next();
                static const QRegularExpression words(QStringLiteral("αποτυπ|είσοδο |προστ|επικαλ"));
                if (!found.captured(2).contains(words)) continue;
                lines << found.captured(1).toDouble();
                isWhole = isWhole || found.captured(2).contains(QStringLiteral("προστίθ"));
            }
            lines.isEmpty() ? ++missing : ++seen;
            if (lines.isEmpty()) continue;
            QVERIFY(isWhole);
            QVERIFY2(*std::min_element(lines.begin(), lines.end()) > card.top() + 12 + 24, qPrintable(text));
            QVERIFY(*std::max_element(lines.begin(), lines.end()) < card.bottom());
        }
    QVERIFY(seen > 10 && missing > 5);
}

QTEST_MAIN(TstConvPictures)
#include "tst_conv_pictures.moc"
