#include "core/lab/conv_presets.h"
#include "tests/support/exported.h"
#include "tests/support/golden.h"
#include "ui/painters/checker_export.h"
#include "ui/painters/conv_export.h"
#include "ui/painters/field_export.h"
#include "ui/painters/learned_export.h"
#include "ui/painters/solve_export.h"

#include <QPainter>

#include <functional>

using namespace hg;
using namespace hg::test;

namespace {

using Make = std::function<Exportable(const ConvPreset&, const ExportChoice&)>;

Exportable sliding(const ConvPreset& preset, const ExportChoice& choice)
{
    return exportConvolution(*evaluate(preset.make()), lookOf(preset.view), 1, choice);
}

Exportable learned(const ConvPreset& preset, const ExportChoice& choice)
{
    const auto figure = evaluate(preset.make());
    auto run = *learn(filterTaskOf(*figure, 0, preset.view.learn), {});
    return exportLearned(std::make_shared<const LearnedRun>(std::move(*run)), {}, false, choice);
}

Exportable field(const ConvPreset& preset, const ExportChoice& choice)
{
    const auto numbers =
        std::make_shared<const FieldNumbers>(*numbersOf(preset.view.field, preset.make().input));
    const FieldCell cell = numbers->middle();
    return exportField(numbers, {cell, static_cast<double>(cell.level), 0, nullptr}, choice);
}

Exportable solved(const ConvPreset& preset, const ExportChoice& choice)
{
    const auto layers = std::make_shared<const SolvedLayers>(solvedLayers(preset.view.solve));
    return exportSolved(layers, layers->chosen(), {}, choice);
}

/// Pictures that nobody has trained: the painter's part is what is compared, and networks may differ in the
/// last bit between machines.
std::shared_ptr<const CheckerFilm> drawnFilm()
{
    CheckerFilm film{.ownStrength = 0.65};
    auto data = std::make_shared<Dataset>();
    data->test = {.count = 1, .shape = {1, 28, 28}, .bytes = std::vector<std::uint8_t>(784)};
    film.data = data;
    for (const int update : {0, 10, 20, 50, 100, 200, 500}) {
        CheckerMoment moment{.update = update};
        for (std::size_t d = 0; d < doublings.size(); ++d) {
            const double height = update > 0 ? 5.0 * (3 - static_cast<double>(d)) * 50 / (50 + update) : 0.1;
            moment.strengths[d] = height;
            moment.means[d] = TensorD(1, {1, 28, 28});
            for (int y = 0; y < 28; ++y)
                for (int x = 0; x < 28; ++x)
                    moment.means[d].at(0, 0, y, x) =
                        0.5 * std::exp(-0.02 * (std::pow(y - 14, 2) + std::pow(x - 14, 2))) +
                        (x % 2 == 0 && y % 2 == 0 ? height / 255 * 3 : 0);
        }
        film.moments.push_back(std::make_shared<const CheckerMoment>(std::move(moment)));
    }
    return std::make_shared<const CheckerFilm>(std::move(film));
}

Exportable checkered(const ConvPreset&, const ExportChoice& choice)
{
    return exportChecker(drawnFilm(), {.update = 50, .isMean = true}, choice);
}

} // namespace

Q_DECLARE_METATYPE(Make)

/// Pictures of the tabs against stored ones.
class TstTabPictures : public QObject {
    Q_OBJECT

private slots:
    void picturesStayAsTheyAre_data();
    void picturesStayAsTheyAre();
    void stopsDiffer_data();
    void stopsDiffer();
};

void TstTabPictures::picturesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<Make>("make");
    QTest::addColumn<double>("t");
    QTest::addColumn<ExportChoice>("choice");
    const auto row = [](const char* name, const char* preset, const Make& make, double t, bool isDark = false,
                        Language language = Language::English, QSize size = {960, 600}) {
        QTest::newRow(name) << QByteArray(preset) << make << t << ExportChoice{size, language, isDark};
    };
    const auto greek = Language::Greek;
    row("plane-twin-light-en", "transposed-3-2", sliding, 8);
    row("plane-twin-dark-el", "transposed-4-2", sliding, 4.5, true, greek);
    row("matrix-light-el", "matrix", sliding, 3, false, greek);
    row("learned-light-en", "learned-edges", learned, 20);
    row("learned-dark-el", "learned-edges", learned, 12, true, greek);
    row("field-light-el", "receptive-encoder", field, 4, false, greek);
    row("solve-light-en", "28-to-14", solved, 3);
    row("solve-dark-el", "28-to-14", solved, 8, true, greek);
    row("checkerboards-light-en", "checkerboards", checkered, 4);
    row("checkerboards-narrow-dark-el", "checkerboards", checkered, 4, true, greek, {600, 560});
}

void TstTabPictures::picturesStayAsTheyAre()
{
    QFETCH(QByteArray, preset);
    QFETCH(Make, make);
    QFETCH(double, t);
    QFETCH(ExportChoice, choice);
    const Exportable e = make(*findConvPreset(preset.toStdString()), choice);
    QVERIFY(t <= e.stops());
    const QString wrong = differenceFromStored(paintedAt(e, t), QStringLiteral(HOURGLASS_TEST_IMAGES));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
}

void TstTabPictures::stopsDiffer_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<Make>("make");
    QTest::newRow("twin") << QByteArray("transposed-3-2") << Make(sliding);
    QTest::newRow("matrix") << QByteArray("matrix") << Make(sliding);
    QTest::newRow("learned") << QByteArray("learned-edges") << Make(learned);
    QTest::newRow("field") << QByteArray("receptive-encoder") << Make(field);
    QTest::newRow("solve") << QByteArray("28-to-14") << Make(solved);
    QTest::newRow("checkerboards") << QByteArray("checkerboards") << Make(checkered);
}

void TstTabPictures::stopsDiffer()
{
    QFETCH(QByteArray, preset);
    QFETCH(Make, make);
    const Exportable e = make(*findConvPreset(preset.toStdString()), {});
    QVERIFY(e.stops() > 1);
    QVERIFY(paintedAt(e, 1) != paintedAt(e, e.stops()));
    QVERIFY(e.label(1) != e.label(e.stops()));
    QVERIFY(!e.describe(1).isEmpty());
}

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TstTabPictures test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_tab_pictures.moc"
