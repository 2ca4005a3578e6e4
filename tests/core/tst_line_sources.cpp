#include "core/lab/line_sources.h"

#include <QTest>

using namespace hg;

class TstLineSources : public QObject {
    Q_OBJECT

private slots:
    void numbersAreHundredths();
    void soundsStayInRange();
    void loudestStretchIsFound();
    void filtersAreKnownAgain_data();
    void filtersAreKnownAgain();
    void sizeKeepsANamedFilter();
    void unknownNamesAreErrors();
};

void TstLineSources::numbersAreHundredths()
{
    for (const LineSource& source : lineSources())
        for (const int count : {1, 2, 16, 64}) {
            const auto numbers = sourceNumbers(source.id, count, 8000);
            QVERIFY2(numbers, source.id);
            QCOMPARE(std::ssize(*numbers), count);
            for (const double x : *numbers)
                QVERIFY(std::abs(x) <= 1.3 && std::abs(100 * x - std::round(100 * x)) < 1e-9);
        }
    QCOMPARE(*sourceNumbers("step", 4, 8000), (std::vector<double>{0, 0, 1, 1}));
    QCOMPARE(*sourceNumbers("impulse", 4, 8000), (std::vector<double>{0, 0, 1, 0}));
}

void TstLineSources::soundsStayInRange()
{
    for (const LineSource& source : lineSources()) {
        const auto sound = sourceSound(source.id, 2, 8000);
        QVERIFY2(sound && sound->size() == 16000, source.id);
        double most = 0;
        for (const float x : *sound)
            most = std::max(most, std::abs(double(x)));
        QVERIFY2(most > 0.3 && most <= 1.3, source.id);
    }
}

void TstLineSources::loudestStretchIsFound()
{
    const std::vector<float> sound{0.1f, 0, 0.2f, -0.9f, 0.8f, 0.1f, 0};
    QCOMPARE(loudestNumbers(sound, 2), (std::vector<double>{-0.9, 0.8}));
    QCOMPARE(loudestNumbers(sound, 3), (std::vector<double>{0.2, -0.9, 0.8}));
    QCOMPARE(std::ssize(loudestNumbers(sound, 20)), 7);
    QVERIFY(loudestNumbers({}, 4).empty());
}

void TstLineSources::filtersAreKnownAgain_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<int>("taps");
    for (const FirFilter& filter : firFilters())
        for (const int taps : {3, 5, 9, 15})
            QTest::addRow("%s %d", filter.id, taps) << QByteArray(filter.id) << taps;
}

void TstLineSources::filtersAreKnownAgain()
{
    QFETCH(QByteArray, id);
    QFETCH(int, taps);
    ConvScene s;
    s.axes = 1;
    s = withFilters(withChannels(s, 2), 3);
    for (double& w : s.kernel.data)
        w = 7;
    const auto made = withFilter(s, id.constData(), taps, 1);
    QVERIFY(made);
    QCOMPARE(weightAt(*made, 0, 1, 0, 0), 7.0); // the other filters stay
    QCOMPARE(weightAt(*made, 2, 1, 0, 0), 7.0);
    QVERIFY(made->kernel.shape.width <= largestKernel);
    const FirFilter* known = filterOf(*made, 1);
    QVERIFY(known);
    // Short ones may be the same weights under two names.
    QVERIFY(*withFilter(*made, known->id, made->kernel.shape.width, 1) == *made ||
            QByteArray(known->id) == id);
    ConvScene other = *made;
    weightAt(other, 1, 1, 0, 0) += 0.125;
    QVERIFY(filterOf(other, 1) != known);
}

void TstLineSources::sizeKeepsANamedFilter()
{
    ConvScene s;
    s.axes = 1;
    s.input = TensorD(1, {1, 1, 16});
    const ConvScene named = *withFilter(s, "moving-average", 3);
    QCOMPARE(withTaps(named, 5), *withFilter(s, "moving-average", 5));
    const ConvScene two = *withFilter(withFilters(named, 2), "gaussian", 3, 1);
    QCOMPARE(QByteArray(filterOf(withTaps(two, 5), 0)->id), QByteArray("moving-average"));
    QCOMPARE(QByteArray(filterOf(withTaps(two, 5), 1)->id), QByteArray("gaussian"));
    ConvScene own = named;
    own.kernel.data = {1, 2, 4};
    QCOMPARE(withTaps(own, 2).kernel.data, (std::vector<double>{1, 2})); // those that remain
    ConvScene pooled = named;
    pooled.pooling = Pooling::Max;
    QCOMPARE(withTaps(pooled, 4).kernel.shape.width, 4);
}

void TstLineSources::unknownNamesAreErrors()
{
    QCOMPARE(sourceNumbers("saw", 4, 8000).error().code, ErrorCode::UnknownName);
    QCOMPARE(sourceSound("saw", 4, 8000).error().code, ErrorCode::UnknownName);
    QCOMPARE(withFilter({}, "saw", 3).error().code, ErrorCode::UnknownName);
}

QTEST_APPLESS_MAIN(TstLineSources)
#include "tst_line_sources.moc"
