#include "core/conv/convolve.h"
#include "core/conv/padding.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <bit>
#include <random>

using namespace hg;

namespace {

class Draw {
public:
    int between(int least, int greatest) { return std::uniform_int_distribution(least, greatest)(m_random); }
    /// Small integers, whose sums are exact, or thirds, whose sums show the order of adding.
    double number() { return m_isExact ? between(-9, 9) : between(-99, 99) / 3.0; }
    void setExact(bool isExact) { m_isExact = isExact; }
    TensorD tensor(int n, Shape shape)
    {
        TensorD t(n, shape);
        for (double& x : t.data)
            x = number();
        return t;
    }
    std::vector<double> numbers(int n)
    {
        std::vector<double> v(static_cast<std::size_t>(n));
        for (double& x : v)
            x = number();
        return v;
    }
    AxisChoice axis(Fill fill)
    {
        return {.input = between(1, 8),
                .kernel = between(1, 6),
                .stride = between(1, 3),
                .dilation = between(1, 3),
                .padding = {Padding::Kind::Explicit, between(0, 4), between(0, 4)},
                .fill = fill};
    }

private:
    std::mt19937 m_random{20};
    bool m_isExact = true;
};

/// The same number to the last bit; QCOMPARE forgives a little.
bool isSame(double a, double b)
{
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

TensorD fromJson(const QJsonArray& rows)
{
    const bool flat = !rows.at(0).isArray();
    const int height = flat ? 1 : static_cast<int>(rows.size());
    const int width = static_cast<int>(flat ? rows.size() : rows.at(0).toArray().size());
    TensorD t(1, {1, height, width});
    for (int r = 0; r < height; ++r)
        for (int c = 0; c < width; ++c)
            t.at(0, 0, r, c) = flat ? rows.at(c).toDouble() : rows.at(r).toArray().at(c).toDouble();
    return t;
}

/// Writes the padded input out and slides over it with plain loops: shares nothing with the traversals under
/// test.
TensorD convolvePaddedCopy(const TensorD& x, const TensorD& w, const std::vector<double>& bias,
                           const ConvGeometry& g)
{
    const int ph = g.h.padded(), pw = g.w.padded();
    TensorD padded(1, {x.shape.channels, ph, pw});
    const auto wrap = [](int i, int n, Fill fill) {
        if (i >= 0 && i < n) return i;
        switch (fill) {
        case Fill::Reflect:
            return i < 0 ? -i : 2 * n - 2 - i;
        case Fill::Replicate:
            return i < 0 ? 0 : n - 1;
        case Fill::Circular:
            return (i + n) % n;
        case Fill::Zeros:
            break;
        }
        return -1;
    };
    for (int ch = 0; ch < x.shape.channels; ++ch)
        for (int r = 0; r < ph; ++r)
            for (int c = 0; c < pw; ++c) {
                const int sr = wrap(r - g.h.padBefore, g.h.input, g.h.fill),
                          sc = wrap(c - g.w.padBefore, g.w.input, g.w.fill);
                if (sr >= 0 && sc >= 0) padded.at(0, ch, r, c) = x.at(0, ch, sr, sc);
            }
    TensorD y(1, {w.n, g.h.output, g.w.output});
    for (int f = 0; f < w.n; ++f)
        for (int r = 0; r < g.h.output; ++r)
            for (int c = 0; c < g.w.output; ++c) {
                double sum = bias[static_cast<std::size_t>(f)];
                for (int ch = 0; ch < x.shape.channels; ++ch)
                    for (int i = 0; i < g.h.kernel; ++i)
                        for (int j = 0; j < g.w.kernel; ++j)
                            sum += w.at(f, ch, i, j) * padded.at(0, ch, r * g.h.stride + i * g.h.dilation,
                                                                 c * g.w.stride + j * g.w.dilation);
                y.at(0, f, r, c) = sum;
            }
    return y;
}

/// Puts s−1 zeros between the inputs, pads, and correlates with the turned kernel at stride 1: the other
/// definition of the transposed convolution.
TensorD transposedByZeroInsertion(const TensorD& x, const TensorD& w, const std::vector<double>& bias,
                                  const ConvGeometry& g)
{
    const int beforeH = g.h.effectiveKernel() - 1 - g.h.padBefore,
              beforeW = g.w.effectiveKernel() - 1 - g.w.padBefore;
    TensorD y(1, {w.shape.channels, g.h.input, g.w.input});
    const TensorD turnedKernel = turned(w);
    const auto inserted = [&](int ch, int r, int c) {
        r -= beforeH;
        c -= beforeW;
        if (r < 0 || c < 0 || r % g.h.stride != 0 || c % g.w.stride != 0) return 0.0;
        if (r / g.h.stride >= g.h.output || c / g.w.stride >= g.w.output) return 0.0;
        return x.at(0, ch, r / g.h.stride, c / g.w.stride);
    };
    for (int f = 0; f < w.shape.channels; ++f)
        for (int r = 0; r < g.h.input; ++r)
            for (int c = 0; c < g.w.input; ++c) {
                double sum = bias[static_cast<std::size_t>(f)];
                for (int ch = 0; ch < x.shape.channels; ++ch)
                    for (int i = 0; i < g.h.kernel; ++i)
                        for (int j = 0; j < g.w.kernel; ++j)
                            sum += turnedKernel.at(ch, f, i, j) *
                                   inserted(ch, r + i * g.h.dilation, c + j * g.w.dilation);
                y.at(0, f, r, c) = sum;
            }
    return y;
}

double dot(const TensorD& a, const TensorD& b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.data.size(); ++i)
        sum += a.data[i] * b.data[i];
    return sum;
}

} // namespace

class TstConvolve : public QObject {
    Q_OBJECT

private slots:
    void golden_data();
    void golden();
    void lectureExample();
    void forwardEqualsPaddedCopy();
    void transposedEqualsZeroInsertion();
    void transposedIsTheAdjoint();
    void poolEqualsPlainLoops();
    void sumsExplainEveryCell();
};

void TstConvolve::golden_data()
{
    QTest::addColumn<QJsonObject>("testCase");
    QFile file(QStringLiteral(HOURGLASS_TEST_VECTORS "/convolution.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(cases.size(), 150);
    for (int i = 0; i < cases.size(); ++i) {
        const QJsonObject c = cases.at(i).toObject();
        QTest::addRow("%d %s n=%d k=%d s=%d %s", i, qPrintable(c.value(u"op").toString()),
                      c.value(u"n").toInt(), c.value(u"k").toInt(), c.value(u"s").toInt(),
                      qPrintable(c.value(u"mode").toString()))
            << c;
    }
}

void TstConvolve::golden()
{
    QFETCH(QJsonObject, testCase);
    const auto integer = [&](QLatin1String key) { return testCase.value(key).toInt(); };
    const QString op = testCase.value(u"op").toString(), mode = testCase.value(u"mode").toString();
    const TensorD x = fromJson(testCase.value(u"x").toArray()), w = fromJson(testCase.value(u"w").toArray());
    const TensorD expected = fromJson(testCase.value(u"out").toArray());
    const bool transposed = op.startsWith(u"conv1dT");
    const auto convention = op == u"conv1dT_torch" ? Convention::PyTorch : Convention::Keras;

    AxisChoice choice{.input = x.shape.width,
                      .kernel = w.shape.width,
                      .stride = integer(QLatin1String("s")),
                      .dilation = testCase.contains(u"d") ? integer(QLatin1String("d")) : 1};
    if (mode == u"same") choice.padding.kind = Padding::Kind::Same;
    if (mode == u"full") choice.padding.kind = Padding::Kind::Full;
    if (mode == u"causal") choice.padding.kind = Padding::Kind::Causal;
    if (testCase.contains(u"p"))
        choice.padding = {Padding::Kind::Explicit, integer(QLatin1String("p")), integer(QLatin1String("p"))};
    std::optional<int> outputPadding;
    if (testCase.value(u"output_padding").isDouble())
        outputPadding = integer(QLatin1String("output_padding"));

    ConvGeometry geometry;
    if (op == u"conv2d") {
        const QJsonArray pad = testCase.value(u"pad").toArray();
        choice.padding = {Padding::Kind::Explicit, pad.at(2).toInt(), pad.at(3).toInt()};
        AxisChoice rows = choice;
        rows.input = x.shape.height;
        rows.kernel = w.shape.height;
        rows.padding = {Padding::Kind::Explicit, pad.at(0).toInt(), pad.at(1).toInt()};
        const auto h = forwardAxis(rows, convention);
        QVERIFY(h);
        geometry.h = *h;
    }
    const auto axis =
        transposed ? transposedAxis(choice, convention, outputPadding) : forwardAxis(choice, convention);
    QVERIFY(axis);
    geometry.w = *axis;
    if (testCase.contains(u"padL")) {
        QCOMPARE(axis->padBefore, integer(QLatin1String("padL")));
        QCOMPARE(axis->padAfter, integer(QLatin1String("padR")));
    }
    const TensorD y = transposed ? convolveTransposed(x, w, {}, geometry) : convolve(x, w, {}, geometry);
    QCOMPARE(y.shape, expected.shape);
    QCOMPARE(y.data, expected.data);
}

void TstConvolve::lectureExample()
{
    const TensorD x(1, {1, 5, 5},
                    {2, 2, 3, 3, 3, 0, 1, 3, 0, 3, 2, 3, 0, 1, 3, 3, 3, 2, 1, 2, 3, 3, 0, 2, 3});
    const TensorD w(1, {1, 3, 3}, {2, 0, 1, 1, 0, 0, 0, 1, 1});
    const auto axis = forwardAxis({.input = 5, .kernel = 3, .stride = 2, .padding = {Padding::Kind::Same}},
                                  Convention::Keras);
    QVERIFY(axis);
    const std::vector<double> right{1, 5, 6, 7, 8, 3, 3, 10, 4}, flipped{4, 4, 0, 9, 10, 4, 6, 7, 3};
    QCOMPARE(convolve(x, w, {}, {*axis, *axis}).data, right);
    QCOMPARE(convolve(x, turned(w), {}, {*axis, *axis}).data, flipped);
}

void TstConvolve::forwardEqualsPaddedCopy()
{
    Draw draw;
    constexpr Fill fills[] = {Fill::Zeros, Fill::Reflect, Fill::Replicate, Fill::Circular};
    for (int legal = 0; legal < 3000;) {
        const Fill fill = fills[draw.between(0, 3)];
        const auto h = forwardAxis(draw.axis(fill), Convention::Keras),
                   w = forwardAxis(draw.axis(fill), Convention::Keras);
        if (!h || !w) continue;
        ++legal;
        const int channels = draw.between(1, 3), filters = draw.between(1, 3);
        const TensorD x = draw.tensor(1, {channels, h->input, w->input});
        const TensorD k = draw.tensor(filters, {channels, h->kernel, w->kernel});
        const auto bias = draw.numbers(filters);
        const TensorD y = convolve(x, k, bias, {*h, *w}), expected = convolvePaddedCopy(x, k, bias, {*h, *w});
        QCOMPARE(y.shape, expected.shape);
        QCOMPARE(y.data, expected.data); // small integers: exact in double
    }
}

void TstConvolve::transposedEqualsZeroInsertion()
{
    Draw draw;
    for (int legal = 0; legal < 3000;) {
        const AxisChoice ch = draw.axis(Fill::Zeros), cw = draw.axis(Fill::Zeros);
        const auto h =
            transposedAxis(ch, Convention::PyTorch, draw.between(0, std::max(ch.stride, ch.dilation) - 1));
        const auto w =
            transposedAxis(cw, Convention::PyTorch, draw.between(0, std::max(cw.stride, cw.dilation) - 1));
        if (!h || !w) continue;
        ++legal;
        const int channels = draw.between(1, 3), filters = draw.between(1, 3);
        const TensorD x = draw.tensor(1, {channels, h->output, w->output});
        const TensorD k = draw.tensor(channels, {filters, h->kernel, w->kernel});
        const auto bias = draw.numbers(filters);
        const TensorD y = convolveTransposed(x, k, bias, {*h, *w});
        const TensorD expected = transposedByZeroInsertion(x, k, bias, {*h, *w});
        QCOMPARE(y.shape, expected.shape);
        QCOMPARE(y.data, expected.data);
    }
}

void TstConvolve::transposedIsTheAdjoint()
{
    Draw draw;
    for (int legal = 0; legal < 1000;) {
        const auto h = forwardAxis(draw.axis(Fill::Zeros), Convention::Keras),
                   w = forwardAxis(draw.axis(Fill::Zeros), Convention::Keras);
        if (!h || !w) continue;
        ++legal;
        const int channels = draw.between(1, 3), filters = draw.between(1, 3);
        const TensorD x = draw.tensor(1, {channels, h->input, w->input});
        const TensorD g = draw.tensor(1, {filters, h->output, w->output});
        const TensorD k = draw.tensor(filters, {channels, h->kernel, w->kernel});
        // The same kernel array: (F,C) of the forward is (in,out) of the transposed layout.
        QCOMPARE(dot(convolve(x, k, {}, {*h, *w}), g), dot(x, convolveTransposed(g, k, {}, {*h, *w})));
    }
}

void TstConvolve::poolEqualsPlainLoops()
{
    Draw draw;
    for (int legal = 0; legal < 1000;) {
        const auto h = forwardAxis(draw.axis(Fill::Zeros), Convention::Keras),
                   w = forwardAxis(draw.axis(Fill::Zeros), Convention::Keras);
        if (!h || !w) continue;
        ++legal;
        const TensorD x = draw.tensor(1, {2, h->input, w->input});
        const TensorD average = pool(x, Pooling::Average, {*h, *w}),
                      greatest = pool(x, Pooling::Max, {*h, *w});
        for (int ch = 0; ch < 2; ++ch)
            for (int r = 0; r < h->output; ++r)
                for (int c = 0; c < w->output; ++c) {
                    std::vector<double> seen;
                    for (int i = 0; i < h->kernel; ++i)
                        for (int j = 0; j < w->kernel; ++j) {
                            const int row = r * h->stride + i * h->dilation - h->padBefore;
                            const int column = c * w->stride + j * w->dilation - w->padBefore;
                            if (row >= 0 && row < h->input && column >= 0 && column < w->input)
                                seen.push_back(x.at(0, ch, row, column));
                        }
                    double sum = 0;
                    for (const double v : seen)
                        sum += v;
                    const auto count = static_cast<double>(seen.size());
                    QCOMPARE(average.at(0, ch, r, c), seen.empty() ? 0 : sum / count);
                    QCOMPARE(greatest.at(0, ch, r, c),
                             seen.empty() ? 0 : *std::max_element(seen.begin(), seen.end()));
                }
    }
}

void TstConvolve::sumsExplainEveryCell()
{
    Draw draw;
    draw.setExact(false);
    for (int legal = 0; legal < 300;) {
        const AxisChoice ch = draw.axis(Fill::Zeros), cw = draw.axis(Fill::Zeros);
        const auto h = forwardAxis(ch, Convention::Keras), w = forwardAxis(cw, Convention::Keras);
        const auto th = transposedAxis(ch, Convention::Keras), tw = transposedAxis(cw, Convention::Keras);
        if (!h || !w || !th || !tw) continue;
        ++legal;
        const TensorD x = draw.tensor(1, {2, h->input, w->input}),
                      k = draw.tensor(2, {2, h->kernel, w->kernel});
        const auto bias = draw.numbers(2);
        const TensorD y = convolve(x, k, bias, {*h, *w}), t = convolveTransposed(x, k, bias, {*th, *tw});
        const TensorD a = pool(x, Pooling::Max, {*h, *w});
        for (int f = 0; f < 2; ++f) {
            for (int r = 0; r < h->output; ++r)
                for (int c = 0; c < w->output; ++c) {
                    const Sum sum = sumBehind(x, k, bias, {*h, *w}, {r, c, f});
                    QVERIFY(isSame(sum.total, y.at(0, f, r, c)));
                    QCOMPARE(sum.terms.size(), static_cast<std::size_t>(2 * h->kernel * w->kernel));
                    for (const Term& term : sum.terms) {
                        const bool outside = term.row < 0 || term.row >= h->input || term.column < 0 ||
                                             term.column >= w->input;
                        QCOMPARE(term.isPadding, outside);
                    }
                    const Sum pooled = sumBehindPool(x, Pooling::Max, {*h, *w}, {r, c, f});
                    double byTerms = 0;
                    for (const Term& term : pooled.terms)
                        byTerms += term.product();
                    QCOMPARE(byTerms, a.at(0, f, r, c));
                }
            for (int r = 0; r < th->input; ++r)
                for (int c = 0; c < tw->input; ++c)
                    QVERIFY(isSame(sumBehindTransposed(x, k, bias, {*th, *tw}, {r, c, f}).total,
                                   t.at(0, f, r, c)));
        }
    }
}

QTEST_APPLESS_MAIN(TstConvolve)
#include "tst_convolve.moc"
