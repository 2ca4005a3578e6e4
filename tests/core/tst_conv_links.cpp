#include "core/lab/conv_filters.h"
#include "core/lab/conv_links.h"
#include "core/lab/conv_presets.h"
#include "core/lab/conventions.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace hg;

namespace {

/// A random scene that works: every setting takes part.
ConvScene randomScene(std::uint64_t seed)
{
    for (std::uint64_t attempt = 0;; ++attempt) {
        const Random random(seed, 1, static_cast<std::uint32_t>(attempt));
        std::uint64_t next = 0;
        const auto pick = [&](int least, int most) {
            return least +
                   static_cast<int>(random.below(next++, static_cast<std::uint64_t>(most - least + 1)));
        };
        ConvScene s;
        s.isTransposed = pick(0, 2) == 0;
        if (!s.isTransposed && pick(0, 4) == 0) s.pooling = static_cast<Pooling>(pick(0, 1));
        const int channels = pick(1, 3), groups = s.isTransposed || s.pooling ? 1
                                                  : pick(0, 2) == 0           ? channels
                                                                              : 1;
        const int filters = groups * pick(1, 2);
        s.input = TensorD(1, {channels, pick(1, 6), pick(1, 6)});
        const Axes k{pick(1, 3), pick(1, 3)};
        s.kernel = s.pooling        ? TensorD(1, {1, k.h, k.w})
                   : s.isTransposed ? TensorD(channels, {filters, k.h, k.w})
                                    : TensorD(filters, {channels / groups, k.h, k.w});
        s.groups = groups;
        s.stride = {pick(1, 3), pick(1, 3)};
        s.dilation = {pick(1, 2), pick(1, 2)};
        s.paddingH = {static_cast<Padding::Kind>(pick(0, 2))};
        s.paddingW = {Padding::Kind::Explicit, pick(0, 2), pick(0, 2)};
        if (!s.isTransposed && !s.pooling) s.fill = static_cast<Fill>(pick(0, 3));
        s.convention = static_cast<Convention>(pick(0, 3));
        for (double& x : s.input.data)
            x = pick(-3, 3);
        for (double& w : s.kernel.data)
            w = pick(-3, 3);
        if (!s.pooling && pick(0, 1) == 1)
            for (int f = 0; f < filters; ++f)
                s.bias.push_back(pick(-2, 2));
        if (geometryOf(s)) return s;
    }
}

using Key = std::tuple<int, int, int, int, int, int, int, int>;
Key keyOf(const Link& l)
{
    return {l.channel,   l.inputRow,     l.inputColumn, l.filter,
            l.outputRow, l.outputColumn, l.kernelRow,   l.kernelColumn};
}

} // namespace

class TstConvLinks : public QObject {
    Q_OBJECT

private slots:
    void linksAreTheSums();
    void everyDirectionFindsTheSameLinks();
    void weightsTouchALattice();
    void evenInputAtStrideTwoDiffers();
    void numpyTurnsTheFilter();
    void oddUnitStrideAgrees();
    void wordsAsNumbersGiveTheSame();
    void filtersSumToWhatTheySay_data();
    void filtersSumToWhatTheySay();
    void normalisedKeepsZeros();
};

/// Output by output, the links' products are the number that stands there.
void TstConvLinks::linksAreTheSums()
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const auto figure = evaluate(randomScene(seed));
        QVERIFY(figure);
        const Shape out = figure->outputShape();
        for (int f = 0; f < out.channels; ++f)
            for (int r = 0; r < out.height; ++r)
                for (int c = 0; c < out.width; ++c) {
                    const Sum sum = sumBehind(figure->scene, figure->geometry, {r, c, f});
                    double total = sum.bias;
                    for (const Term& t : sum.terms)
                        total += t.product();
                    QVERIFY(std::abs(total - figure->output.at(0, f, r, c)) < 1e-9);
                    QCOMPARE(linksOfOutput(*figure, {r, c, f}).size(), sum.terms.size());
                }
    }
}

/// What an output says of its inputs, those inputs say of the output, and the weights of both.
void TstConvLinks::everyDirectionFindsTheSameLinks()
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const auto figure = evaluate(randomScene(seed));
        QVERIFY(figure);
        const Shape in = figure->inputShape(), out = figure->outputShape();
        const bool t = figure->scene.isTransposed;
        std::multiset<Key> fromOutputs, fromInputs, fromWeights;
        const auto isReal = [&](const Link& l) {
            const ConvGeometry& g = figure->geometry;
            return t ? g.h.isInside(l.outputRow) && g.w.isInside(l.outputColumn)
                     : g.h.source(l.inputRow) != Tap::none && g.w.source(l.inputColumn) != Tap::none;
        };
        for (int f = 0; f < out.channels; ++f) {
            for (int r = 0; r < out.height; ++r)
                for (int c = 0; c < out.width; ++c)
                    for (const Link& l : linksOfOutput(*figure, {r, c, f}))
                        if (isReal(l)) fromOutputs.insert(keyOf(l));
            for (int ch = 0; ch < in.channels; ++ch) {
                for (int r = 0; r < in.height; ++r)
                    for (int c = 0; c < in.width; ++c)
                        for (const Link& l : linksOfInput(*figure, ch, r, c, f))
                            fromInputs.insert(keyOf(l));
                const Axes k = figure->scene.kernelSize();
                for (int r = 0; r < k.h; ++r)
                    for (int c = 0; c < k.w; ++c)
                        for (const Link& l : linksOfWeight(*figure, f, ch, r, c))
                            if (isReal(l)) fromWeights.insert(keyOf(l));
            }
        }
        QVERIFY2(fromOutputs == fromInputs, qPrintable(QString::number(seed)));
        QVERIFY2(fromOutputs == fromWeights, qPrintable(QString::number(seed)));
    }
}

void TstConvLinks::weightsTouchALattice()
{
    const auto figure = evaluate(findConvPreset("lecture-example")->make());
    const auto links = linksOfWeight(*figure, 0, 0, 1, 1);
    QCOMPARE(links.size(), std::size_t{9});
    for (const Link& l : links) {
        QCOMPARE(l.inputRow, 2 * l.outputRow);
        QCOMPARE(l.inputColumn, 2 * l.outputColumn);
    }
}

/// x = 1..6, w = [1, 10, 100], stride 2 under 'same': Keras and PyTorch's padding 1 give other numbers, and
/// PyTorch refuses the word.
void TstConvLinks::evenInputAtStrideTwoDiffers()
{
    const auto figure = evaluate(findConvPreset("same-even")->make());
    QCOMPARE(figure->output.data, (std::vector<double>{321, 543, 65}));
    const auto others = differingConventions(*figure);
    QCOMPARE(others.size(), std::size_t{3});
    QVERIFY(others[0].convention == Convention::PyTorch && others[0].refusal);
    QVERIFY(others[0].refusal->code == ErrorCode::SameNeedsStride1);
    QVERIFY(others[2].convention == Convention::Arithmetic);
    QCOMPARE(others[2].output.data, (std::vector<double>{210, 432, 654}));
    QCOMPARE(others[2].before.w, 1);
}

void TstConvLinks::numpyTurnsTheFilter()
{
    ConvScene s = findConvPreset("same-even")->make();
    s.stride = {1, 1};
    s.convention = Convention::NumPy;
    const auto figure = evaluate(s); // numpy.convolve([1..6], [1, 10, 100], "same")
    QCOMPARE(figure->output.data, (std::vector<double>{12, 123, 234, 345, 456, 560}));
    const auto others = differingConventions(*figure);
    QVERIFY(std::all_of(others.begin(), others.end(), [](const auto& o) { return o.turnsFilter; }));
    s.kernel = TensorD(1, {1, 1, 4}, {1, 0, 0, 0}); // an even filter: the odd cell comes before the input
    const auto even = evaluate(s);
    QCOMPARE(even->geometry.w.padBefore, 2);
    QCOMPARE(even->geometry.w.padAfter, 1);
}

void TstConvLinks::oddUnitStrideAgrees()
{
    const auto figure = evaluate(findConvPreset("vertical-edge")->make());
    for (const ConventionOutcome& o : differingConventions(*figure))
        QVERIFY(o.convention == Convention::NumPy); // which turns it
}

void TstConvLinks::wordsAsNumbersGiveTheSame()
{
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const auto figure = evaluate(randomScene(seed));
        const auto same = evaluate(withWordsAsNumbers(*figure));
        if (!same) { // an output padding that only Keras can do
            QVERIFY(figure->scene.isTransposed);
            continue;
        }
        QVERIFY2(same->output == figure->output, qPrintable(QString::number(seed)));
    }
}

void TstConvLinks::filtersSumToWhatTheySay_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<double>("sum");
    for (const auto& [id, sum] : std::initializer_list<std::pair<const char*, double>>{{"identity", 1},
                                                                                       {"box", 1},
                                                                                       {"gaussian", 1},
                                                                                       {"sharpen", 1},
                                                                                       {"sobel-x", 0},
                                                                                       {"sobel-y", 0},
                                                                                       {"laplacian", 0},
                                                                                       {"outline", 0},
                                                                                       {"emboss", 1},
                                                                                       {"motion", 1}})
        QTest::newRow(id) << QByteArray(id) << sum;
    QCOMPARE(filterPresets().size(), std::size_t{10}); // a new filter gets a row
}

void TstConvLinks::filtersSumToWhatTheySay()
{
    QFETCH(QByteArray, id);
    QFETCH(double, sum);
    const FilterPreset* preset = findFilterPreset(id.constData());
    QVERIFY(preset);
    for (const Axes size : {Axes{1, 1}, Axes{3, 3}, Axes{4, 2}, Axes{5, 5}}) {
        const TensorD k = preset->make(size);
        QVERIFY(k.shape.height <= largestKernel && k.data.size() == k.shape.size());
        QVERIFY(std::abs(std::accumulate(k.data.begin(), k.data.end(), 0.0) - sum) < 1e-12);
    }
}

void TstConvLinks::normalisedKeepsZeros()
{
    const TensorD zero(1, {1, 2, 2});
    QCOMPARE(normalised(zero), zero);
    const TensorD edge(1, {1, 1, 2}, {-1, 1});
    QCOMPARE(normalised(edge).data, (std::vector<double>{-0.5, 0.5}));
    QCOMPARE(randomFilter({3, 3}, 7), randomFilter({3, 3}, 7));
    QVERIFY(randomFilter({3, 3}, 7) != randomFilter({3, 3}, 8));
}

QTEST_GUILESS_MAIN(TstConvLinks)
#include "tst_conv_links.moc"
