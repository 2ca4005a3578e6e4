#include "core/kernels/fit_kernels.h"
#include "core/util/aligned.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hg;

// The kernels of fits in double, in every instruction set that this machine runs, against plain loops.

namespace {

using Doubles = AlignedVector<double>;

Doubles normals(std::size_t count, std::uint32_t stream, double scale = 1)
{
    Doubles numbers;
    for (std::size_t i = 0; i < count; ++i)
        numbers.push_back(scale * Random(9, 310, stream).normal(i));
    return numbers;
}

void sets()
{
    QTest::addColumn<int>("isa");
    for (const Isa isa : supportedIsas())
        QTest::newRow(isaName(isa)) << static_cast<int>(isa);
}

const FitKernels& kernelsOf(int isa)
{
    return fitKernels(static_cast<Isa>(isa));
}

/// Scores on a line, and each sample's class.
struct Line {
    Line(int samples, int kinds, double scale)
        : count(samples)
        , classes(kinds)
        , row(static_cast<std::ptrdiff_t>(roundedUp(static_cast<std::size_t>(samples), fitGroup)))
        , scores(normals(static_cast<std::size_t>(row * kinds), 1, scale))
        , along(normals(static_cast<std::size_t>(row * kinds), 2))
        , rest(scores.size(), 7.0)
    {
        for (int i = 0; i < row; ++i)
            own.push_back(i % classes);
    }

    SoftmaxJob job(double t)
    {
        return {scores.data(), along.data(), t, row, classes, count, own.data(), rest.data()};
    }
    std::size_t at(int c, int i) const { return static_cast<std::size_t>(c * row + i); }

    int count, classes;
    std::ptrdiff_t row;
    Doubles scores, along, rest;
    AlignedVector<std::int64_t> own;
};

} // namespace

class TstFitKernels : public QObject {
    Q_OBJECT

private slots:
    void multiply_data() { sets(); }
    void multiply();
    void dot_data() { sets(); }
    void dot();
    void softmax_data() { sets(); }
    void softmax();
    void softmaxOfFarScores_data() { sets(); }
    void softmaxOfFarScores();
};

void TstFitKernels::multiply()
{
    QFETCH(int, isa);
    const Random random(5, 311);
    for (std::uint64_t trial = 0; trial < 30; ++trial) {
        const auto size = [&](std::uint64_t i, int most) {
            return 1 + int(random.below(4 * trial + i, std::uint64_t(most)));
        };
        const int rows = size(0, 20), depth = size(1, 300), columns = size(2, 100);
        const auto bRow = static_cast<int>(roundedUp(static_cast<std::size_t>(columns), fitGroup));
        const auto a = normals(static_cast<std::size_t>(rows * depth), 3),
                   b = normals(static_cast<std::size_t>(depth * bRow), 4);
        auto c = normals(static_cast<std::size_t>(rows * columns), 5);
        const bool accumulates = trial % 2 == 0;
        Doubles expected;
        for (int m = 0; m < rows; ++m)
            for (int n = 0; n < columns; ++n) {
                double sum = accumulates ? c[static_cast<std::size_t>(m * columns + n)] : 0;
                for (int k = 0; k < depth; ++k)
                    sum += a[static_cast<std::size_t>(m * depth + k)] *
                           b[static_cast<std::size_t>(k * bRow + n)];
                expected.push_back(sum);
            }
        kernelsOf(isa).multiply({a.data(), depth, 1, b.data(), bRow, c.data(), columns, rows, depth, columns,
                                 nullptr, accumulates});
        for (std::size_t i = 0; i < c.size(); ++i)
            QVERIFY(std::abs(c[i] - expected[i]) < 1e-11);
    }
}

void TstFitKernels::dot()
{
    QFETCH(int, isa);
    for (const std::size_t count : {std::size_t(16), std::size_t(32), std::size_t(1600)}) {
        const auto a = normals(count, 6), b = normals(count, 7);
        double sum = 0;
        for (std::size_t i = 0; i < count; ++i)
            sum += a[i] * b[i];
        QVERIFY(std::abs(kernelsOf(isa).dot(a.data(), b.data(), count) - sum) < 1e-10);
    }
    QCOMPARE(kernelsOf(isa).dot(nullptr, nullptr, 0), 0.0);
}

void TstFitKernels::softmax()
{
    QFETCH(int, isa);
    for (const auto& [count, classes] : {std::pair(1, 2), {16, 1}, {21, 3}, {64, 10}, {130, 37}})
        for (const double t : {0.0, 0.7, -3.0}) {
            Line line(count, classes, 5);
            const double slope = kernelsOf(isa).softmax(line.job(t));
            const double bend = kernelsOf(isa).bend(
                {line.rest.data(), line.along.data(), line.row, classes, line.own.data(), count});
            double expectedSlope = 0, expectedBend = 0;
            for (int i = 0; i < line.row; ++i) {
                std::vector<double> p;
                double sum = 0, first = 0, second = 0;
                for (int c = 0; c < classes; ++c) {
                    p.push_back(std::exp(line.scores[line.at(c, i)] + t * line.along[line.at(c, i)]));
                    sum += p.back();
                }
                for (int c = 0; c < classes; ++c) {
                    const auto k = static_cast<std::size_t>(c);
                    p[k] /= sum;
                    first += p[k] * line.along[line.at(c, i)];
                    second += p[k] * line.along[line.at(c, i)] * line.along[line.at(c, i)];
                    const double rest = i < count ? p[k] - (c == i % classes) : 0;
                    QVERIFY(std::abs(line.rest[line.at(c, i)] - rest) < 1e-13);
                }
                if (i >= count) continue;
                expectedSlope += first - line.along[line.at(i % classes, i)];
                expectedBend += second - first * first;
            }
            QVERIFY(std::abs(slope - expectedSlope) < 1e-10);
            QVERIFY(std::abs(bend - expectedBend) < 1e-10);
        }
}

/// Whatever the scores are: no overflow, and nothing is left of what is far below.
void TstFitKernels::softmaxOfFarScores()
{
    QFETCH(int, isa);
    Line line(16, 3, 1);
    for (int i = 0; i < 16; ++i) {
        line.scores[line.at(0, i)] = 1e300;
        line.scores[line.at(1, i)] = i == 3 ? 1e300 : -1e300;
        line.scores[line.at(2, i)] = 0;
    }
    kernelsOf(isa).softmax(line.job(0));
    for (int i = 0; i < 16; ++i)
        for (int c = 0; c < 3; ++c) {
            const double p = i == 3 ? (c < 2 ? 0.5 : 0.0) : (c == 0 ? 1.0 : 0.0);
            QCOMPARE(line.rest[line.at(c, i)], p - (c == i % 3));
        }
}

QTEST_GUILESS_MAIN(TstFitKernels)
#include "tst_fit_kernels.moc"
