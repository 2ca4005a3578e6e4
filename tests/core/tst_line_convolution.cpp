#include "core/audio/line_convolution.h"
#include "core/conv/convolve.h"
#include "core/conv/padding.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace hg;

namespace {

class Draw {
public:
    int between(int least, int greatest) { return std::uniform_int_distribution(least, greatest)(m_random); }
    std::vector<double> numbers(std::size_t n)
    {
        std::vector<double> v(n);
        std::normal_distribution<double> normal;
        for (double& x : v)
            x = normal(m_random);
        return v;
    }
    TensorD tensor(int n, Shape shape)
    {
        return {n, shape, numbers(static_cast<std::size_t>(n) * shape.size())};
    }
    Fill fill() { return static_cast<Fill>(between(0, 3)); }

private:
    std::mt19937 m_random{7};
};

/// What an output could be at most, Σ|w|·max|x|.
double bound(const TensorD& x, const TensorD& w)
{
    double sum = 0, greatest = 0;
    for (const double weight : w.data)
        sum += std::abs(weight);
    for (const double value : x.data)
        greatest = std::max(greatest, std::abs(value));
    return sum * greatest;
}

/// As promised: within 1e-12 of that, and so within 1e-6 of itself unless nearly nothing is left.
bool isClose(double found, double expected, double most)
{
    return std::abs(found - expected) <= 1e-12 * most &&
           (std::abs(expected) < 1e-3 || std::abs(found / expected - 1) <= 1e-6);
}

/// The cells to look at: both ends, and some between.
std::vector<int> places(int count, Draw& draw)
{
    std::vector<int> cells;
    for (int i = 0; i < std::min(count, 20); ++i) {
        cells.push_back(i);
        cells.push_back(count - 1 - i);
    }
    for (int i = 0; i < 60; ++i)
        cells.push_back(draw.between(0, count - 1));
    return cells;
}

QByteArray named(const ConvAxis& a)
{
    return QByteArray("n ") + QByteArray::number(a.input) + ", k " + QByteArray::number(a.kernel) + ", s " +
           QByteArray::number(a.stride) + ", d " + QByteArray::number(a.dilation) + ", pads " +
           QByteArray::number(a.padBefore) + " " + QByteArray::number(a.padAfter);
}

} // namespace

class TstLineConvolution : public QObject {
    Q_OBJECT

private slots:
    void directIsTheReference();
    void directTransposedIsTheReference();
    void overlapSaveIsThePlainSum_data();
    void overlapSaveIsThePlainSum();
    void fourierFollowsTheReference();
    void fourierTransposedFollowsTheReference();
    void filtersChooseTheirWay();
    void silenceStaysSilent();
    void smallSumsGoDirect();
};

void TstLineConvolution::directIsTheReference()
{
    Draw draw;
    for (int legal = 0; legal < 2000;) {
        const auto axis =
            forwardAxis({.input = draw.between(1, 60),
                         .kernel = draw.between(1, 9),
                         .stride = draw.between(1, 5),
                         .dilation = draw.between(1, 4),
                         .padding = {Padding::Kind::Explicit, draw.between(0, 9), draw.between(0, 9)},
                         .fill = draw.fill()},
                        Convention::Keras);
        if (!axis) continue;
        ++legal;
        const int channels = draw.between(1, 3), filters = draw.between(1, 3);
        const TensorD x = draw.tensor(1, {channels, 1, axis->input});
        TensorD w = draw.tensor(filters, {channels, 1, axis->kernel});
        if (legal % 3 == 0) w.data.front() = 0; // taps of 0 are left out
        const auto bias = draw.numbers(static_cast<std::size_t>(filters));
        QVERIFY2(convolveLine(x, w, bias, *axis) == convolve(x, w, bias, {{}, *axis}), named(*axis));
    }
}

void TstLineConvolution::directTransposedIsTheReference()
{
    Draw draw;
    for (int legal = 0; legal < 2000;) {
        AxisChoice choice{.input = draw.between(1, 60),
                          .kernel = draw.between(1, 9),
                          .stride = draw.between(1, 5),
                          .dilation = draw.between(1, 4)};
        choice.padding = {Padding::Kind::Explicit, draw.between(0, 6), draw.between(0, 6)};
        if (draw.between(0, 3) == 0)
            choice.padding = {draw.between(0, 1) ? Padding::Kind::Valid : Padding::Kind::Same};
        const auto axis = transposedAxis(choice, Convention::Keras);
        if (!axis) continue;
        ++legal;
        const int channels = draw.between(1, 3), filters = draw.between(1, 3);
        const TensorD x = draw.tensor(1, {channels, 1, axis->output});
        const TensorD w = draw.tensor(channels, {filters, 1, axis->kernel});
        const auto bias = draw.numbers(static_cast<std::size_t>(filters));
        QVERIFY2(convolveLineTransposed(x, w, bias, *axis) == convolveTransposed(x, w, bias, {{}, *axis}),
                 named(*axis));
    }
}

void TstLineConvolution::overlapSaveIsThePlainSum_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("filter");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("count");
    const auto row = [](int signal, int filter, int offset, int count) {
        QTest::addRow("%d samples, %d taps, from %d on %d", signal, filter, offset, count)
            << signal << filter << offset << count;
    };
    row(1, 1, 0, 1);
    row(5, 3, 0, 7);
    row(5, 9, 2, 9);
    row(1000, 1, 0, 1000);
    row(1000, 2, 0, 1001);
    row(3001, 257, 256, 2745);
    row(3001, 700, 0, 3700);
    row(300, 700, 900, 200); // runs past the end
    row(300, 20, 5000, 10);  // lies beyond it
    row(1 << 14, 4096, 17, 1 << 14);
    row(3000, (1 << 17) + 5, 100, 1 << 17); // more taps than one piece of the filter holds
}

void TstLineConvolution::overlapSaveIsThePlainSum()
{
    QFETCH(int, signal);
    QFETCH(int, filter);
    QFETCH(int, offset);
    QFETCH(int, count);
    Draw draw;
    const auto x = draw.numbers(static_cast<std::size_t>(signal)),
               w = draw.numbers(static_cast<std::size_t>(filter));
    std::vector<double> sums(static_cast<std::size_t>(count), 1.0);
    Fourier fourier;
    addByFourier(x, w, static_cast<std::size_t>(offset), sums, fourier);
    for (const int cell : places(count, draw)) {
        double expected = 1, size = 1;
        for (int k = 0; k < filter; ++k) {
            const int i = offset + cell - k;
            if (i < 0 || i >= signal) continue;
            const double product = w[static_cast<std::size_t>(k)] * x[static_cast<std::size_t>(i)];
            expected += product;
            size += std::abs(product);
        }
        const double found = sums[static_cast<std::size_t>(cell)];
        QVERIFY2(std::abs(found - expected) <= 1e-11 * size, QByteArray::number(found - expected));
    }
}

void TstLineConvolution::fourierFollowsTheReference()
{
    Draw draw;
    for (int legal = 0; legal < 30;) {
        const auto axis =
            forwardAxis({.input = draw.between(50'000, 200'000),
                         .kernel = draw.between(1500, 4096),
                         .stride = draw.between(1, 3),
                         .dilation = draw.between(1, 3),
                         .padding = {Padding::Kind::Explicit, draw.between(0, 5000), draw.between(0, 5000)},
                         .fill = draw.fill()},
                        Convention::Keras);
        if (!axis || !isFourierCheaper(*axis, static_cast<std::size_t>(axis->kernel))) continue;
        ++legal;
        const int channels = draw.between(1, 2), filters = draw.between(1, 2);
        const TensorD x = draw.tensor(1, {channels, 1, axis->input});
        const TensorD w = draw.tensor(filters, {channels, 1, axis->kernel});
        const auto bias = draw.numbers(static_cast<std::size_t>(filters));
        const TensorD y = convolveLine(x, w, bias, *axis);
        QCOMPARE(y.shape, (Shape{filters, 1, axis->output}));
        for (const int cell : places(axis->output, draw))
            for (int f = 0; f < filters; ++f) {
                const Sum sum = sumBehind(x, w, bias, {{}, *axis}, {0, cell, f});
                QVERIFY2(isClose(y.at(0, f, 0, cell), sum.total, bound(x, w)), named(*axis));
            }
    }
}

void TstLineConvolution::fourierTransposedFollowsTheReference()
{
    Draw draw;
    for (int legal = 0; legal < 20;) {
        const auto axis = transposedAxis(
            {.input = draw.between(50'000, 120'000),
             .kernel = draw.between(1500, 4096),
             .stride = draw.between(1, 3),
             .dilation = draw.between(1, 3),
             .padding = {Padding::Kind::Explicit, draw.between(0, 5000), draw.between(0, 5000)}},
            Convention::Keras);
        if (!axis || !isFourierCheaper(*axis, static_cast<std::size_t>(axis->kernel))) continue;
        ++legal;
        const TensorD x = draw.tensor(1, {1, 1, axis->output}), w = draw.tensor(1, {1, 1, axis->kernel});
        const TensorD y = convolveLineTransposed(x, w, {}, *axis);
        QCOMPARE(y.shape, (Shape{1, 1, axis->input}));
        for (const int cell : places(axis->input, draw)) {
            const Sum sum = sumBehindTransposed(x, w, {}, {{}, *axis}, {0, cell, 0});
            QVERIFY2(isClose(y.at(0, 0, 0, cell), sum.total, bound(x, w)), named(*axis));
        }
    }
}

void TstLineConvolution::filtersChooseTheirWay()
{
    Draw draw;
    const auto axis = forwardAxis({.input = 100'000, .kernel = 4001, .padding = {Padding::Kind::Causal}},
                                  Convention::Keras);
    QVERIFY(axis);
    const TensorD x = draw.tensor(1, {1, 1, axis->input});
    TensorD w = draw.tensor(2, {1, 1, axis->kernel});
    std::fill_n(w.sample(0), axis->kernel, 0.0); // an echo: two taps, summed exactly
    w.at(0, 0, 0, 0) = 0.5;
    w.at(0, 0, 0, 4000) = 1;
    const TensorD y = convolveLine(x, w, {}, *axis);
    for (int o = 0; o < axis->output; ++o)
        QCOMPARE(y.at(0, 0, 0, o), (o < 4000 ? 0 : 0.5 * x.at(0, 0, 0, o - 4000)) + x.at(0, 0, 0, o));
    for (const int cell : places(axis->output, draw)) {
        const Sum sum = sumBehind(x, w, {}, {{}, *axis}, {0, cell, 1});
        QVERIFY(isClose(y.at(0, 1, 0, cell), sum.total, bound(x, w)));
    }
}

void TstLineConvolution::silenceStaysSilent()
{
    Draw draw;
    const auto axis =
        forwardAxis({.input = 120'000, .kernel = 2000, .dilation = 2, .padding = {Padding::Kind::Same}},
                    Convention::Keras);
    QVERIFY(axis && isFourierCheaper(*axis, 2000));
    TensorD x(1, {1, 1, axis->input});
    const auto burst = draw.numbers(10);
    std::copy(burst.begin(), burst.end(), x.data.begin() + 60'000);
    const TensorD w = draw.tensor(1, {1, 1, axis->kernel});
    const std::vector<double> bias{0.25};
    const TensorD y = convolveLine(x, w, bias, *axis);
    int silent = 0;
    for (int o = 0; o < axis->output; ++o) {
        const int start = axis->windowStart(o), end = start + axis->effectiveKernel();
        const bool isSilent = end <= 60'000 || start >= 60'010;
        if (isSilent) QCOMPARE(y.at(0, 0, 0, o), 0.25);
        silent += isSilent;
    }
    QVERIFY(silent > 100'000 && silent < 120'000);
    QVERIFY(std::abs(y.at(0, 0, 0, 60'000) - 0.25) > 1e-6);

    const auto stamps = transposedAxis({.input = 60'000, .kernel = 2000, .stride = 2}, Convention::Keras);
    QVERIFY(stamps && isFourierCheaper(*stamps, 2000));
    TensorD few(1, {1, 1, 60'000});
    few.data[30'000] = 1;
    const TensorD stamped = convolveLineTransposed(few, w, {}, *stamps);
    for (int p = 0; p < stamps->input; ++p) {
        const bool isMet = p >= 60'000 && p < 62'000;
        if (isMet)
            QVERIFY(std::abs(stamped.at(0, 0, 0, p) - w.data[static_cast<std::size_t>(p - 60'000)]) < 1e-12);
        else
            QCOMPARE(stamped.at(0, 0, 0, p), 0.0);
    }
}

void TstLineConvolution::smallSumsGoDirect()
{
    const auto cheaper = [](int n, int k, int stride, int taps) {
        const auto axis = forwardAxis({.input = n, .kernel = k, .stride = stride}, Convention::Keras);
        return isFourierCheaper(*axis, static_cast<std::size_t>(taps));
    };
    QVERIFY(!cheaper(64, 9, 1, 9));
    QVERIFY(!cheaper(20'000, 4096, 1, 4096));
    QVERIFY(!cheaper(480'000, 4096, 1, 2));
    QVERIFY(!cheaper(480'000, 15, 1, 15));
    QVERIFY(!cheaper(480'000, 4096, 1000, 4096));
    QVERIFY(cheaper(480'000, 4096, 1, 4096));
    QVERIFY(cheaper(480'000, 4096, 2, 4096));
}

QTEST_APPLESS_MAIN(TstLineConvolution)
#include "tst_line_convolution.moc"
