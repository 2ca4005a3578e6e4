#include "core/audio/peaks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hg;

namespace {

std::shared_ptr<const std::vector<float>> normals(std::size_t n)
{
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    auto samples = std::make_shared<std::vector<float>>(n);
    for (float& x : *samples)
        x = normal(random);
    return samples;
}

Peak plainPeak(const std::vector<float>& samples, std::ptrdiff_t first, std::ptrdiff_t last)
{
    const auto count = static_cast<std::ptrdiff_t>(samples.size());
    first = std::clamp<std::ptrdiff_t>(first, 0, count);
    last = std::clamp<std::ptrdiff_t>(last, 0, count);
    if (first >= last) return {};
    const auto [least, greatest] = std::minmax_element(samples.begin() + first, samples.begin() + last);
    return {*least, *greatest};
}

} // namespace

class TstPeaks : public QObject {
    Q_OBJECT

private slots:
    void everyRangeOfShortOnes();
    void rangesOfLongOnes_data();
    void rangesOfLongOnes();
    void columnsTouch();
    void nothingHasNoPeak();
};

void TstPeaks::everyRangeOfShortOnes()
{
    for (const int n : {1, 2, 15, 16, 17, 33, 300}) {
        const auto samples = normals(static_cast<std::size_t>(n));
        const PeakPyramid pyramid(samples);
        for (int first = -2; first <= n + 2; ++first)
            for (int last = -2; last <= n + 2; ++last)
                QVERIFY(pyramid.range(first, last) == plainPeak(*samples, first, last));
    }
}

void TstPeaks::rangesOfLongOnes_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {255, 256, 257, 4096, 4097, 65'536, 500'000})
        QTest::addRow("%d samples", count) << count;
}

void TstPeaks::rangesOfLongOnes()
{
    QFETCH(int, count);
    const auto samples = normals(static_cast<std::size_t>(count));
    const PeakPyramid pyramid(samples);
    QCOMPARE(pyramid.sampleCount(), static_cast<std::size_t>(count));
    std::mt19937 random(4);
    std::uniform_int_distribution<int> place(0, count);
    for (int i = 0; i < 200; ++i) {
        const int a = place(random), b = place(random);
        QVERIFY(pyramid.range(std::min(a, b), std::max(a, b)) ==
                plainPeak(*samples, std::min(a, b), std::max(a, b)));
    }
    QVERIFY(pyramid.range(0, count) == plainPeak(*samples, 0, count));
}

void TstPeaks::columnsTouch()
{
    const auto samples = normals(10'000);
    const PeakPyramid pyramid(samples);
    for (const double perColumn : {0.25, 1.0, 3.7, 250.0})
        for (const double first : {-20.0, 0.0, 123.4}) {
            std::vector<Peak> peaks(100);
            pyramid.columns(first, perColumn, peaks);
            for (int c = 0; c < 100; ++c) {
                const auto from = static_cast<std::ptrdiff_t>(std::floor(first + c * perColumn)),
                           next = static_cast<std::ptrdiff_t>(std::floor(first + (c + 1) * perColumn));
                QVERIFY(peaks[static_cast<std::size_t>(c)] == plainPeak(*samples, from, next + 1));
            }
        }
}

void TstPeaks::nothingHasNoPeak()
{
    QVERIFY(PeakPyramid().range(0, 10).isEmpty());
    QVERIFY(PeakPyramid(std::make_shared<std::vector<float>>()).range(0, 1).isEmpty());
    std::vector<Peak> peaks(3, Peak{0, 0});
    PeakPyramid(normals(5)).columns(100, 1, peaks);
    for (const Peak& peak : peaks)
        QVERIFY(peak.isEmpty());
}

QTEST_APPLESS_MAIN(TstPeaks)
#include "tst_peaks.moc"
