#include "core/lab/conv_matrix.h"
#include "core/lab/geometry_solutions.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace hg;

namespace {

using Kind = LayerCall::Kind;

/// Every place that every window covers, and which kernel cell meets it: two settings are one layer where
/// these are equal.
std::vector<int> placement(const ConvAxis& axis)
{
    std::vector<int> places{axis.input, axis.output};
    for (int o = 0; o < axis.output; ++o)
        for (const Tap& tap : tapsOfOutput(axis, o))
            places.push_back(tap.index);
    places.push_back(axis.kernel);
    return places;
}

/// The settings within the limits, by the size formula alone.
std::vector<ConvAxis> settings(int from, int to, const SolutionLimits& limits)
{
    std::vector<ConvAxis> found;
    for (int k = 1; k <= limits.size; ++k)
        for (int d = 1; d <= limits.dilation; ++d)
            for (int s = 1; s <= limits.stride; ++s)
                for (int before = 0; before < 40; ++before)
                    for (int after = 0; after < 40; ++after) {
                        const int length = (k - 1) * d + 1, rest = from + before + after - length;
                        const int more = after - before;
                        const bool isNear = more == 0 || more == 1 || (more == -1 && limits.oddCellBefore);
                        if (!isNear || before >= length || after >= length || rest < 0) continue;
                        if (rest / s + 1 != to || (k == 1 && d > 1)) continue;
                        found.push_back({from, k, s, d, before, after, Fill::Zeros, to});
                    }
    return found;
}

bool isSetting(const ConvAxis& a, const ConvAxis& b)
{
    return a == b;
}

/// What a library makes of a call, forward.
Result<ConvAxis> called(const LayerCall& call, const ConvAxis& direct, Convention convention)
{
    AxisChoice choice{direct.input, direct.kernel, direct.stride, direct.dilation};
    if (call.kind == Kind::Same) choice.padding = {Padding::Kind::Same};
    if (call.kind == Kind::Padding) choice.padding = {Padding::Kind::Explicit, call.padding, call.padding};
    return forwardAxis(choice, convention);
}

Result<ConvAxis> calledMirror(const LayerCall& call, const ConvAxis& mirror, Convention convention)
{
    AxisChoice choice{mirror.output, mirror.kernel, mirror.stride, mirror.dilation};
    if (call.kind == Kind::Same) choice.padding = {Padding::Kind::Same};
    if (call.kind == Kind::Padding) choice.padding = {Padding::Kind::Explicit, call.padding, call.padding};
    return transposedAxis(choice, convention, call.outputPadding);
}

/// Keras's words and PyTorch's numbers, all of them: whether any gives the placement.
bool canBeCalled(const ConvAxis& direct, Convention convention)
{
    std::vector<LayerCall> calls{{Kind::Same}};
    if (convention == Convention::Keras) calls.push_back({Kind::Valid});
    for (int p = 0; convention == Convention::PyTorch && p < 20; ++p)
        calls.push_back({Kind::Padding, p});
    return std::any_of(calls.begin(), calls.end(), [&](const LayerCall& call) {
        const auto axis = called(call, direct, convention);
        return axis && placement(*axis) == placement(direct);
    });
}

bool canMirrorBeCalled(const ConvAxis& mirror, Convention convention)
{
    std::vector<LayerCall> calls;
    for (int extra = -1; extra < std::max(mirror.stride, mirror.dilation); ++extra) {
        const auto outputPadding = extra < 0 ? std::nullopt : std::optional(extra);
        if (convention == Convention::Keras && extra < mirror.stride) {
            calls.push_back({Kind::Same, 0, outputPadding});
            calls.push_back({Kind::Valid, 0, outputPadding});
        }
        for (int p = 0; convention == Convention::PyTorch && p < 20; ++p)
            calls.push_back({Kind::Padding, p, outputPadding});
    }
    return std::any_of(calls.begin(), calls.end(), [&](const LayerCall& call) {
        const auto axis = calledMirror(call, mirror, convention);
        return axis && *axis == mirror;
    });
}

} // namespace

/// The size formula backwards, against trying everything.
class TstGeometrySolutions : public QObject {
    Q_OBJECT

private slots:
    void allSettingsAreThere_data();
    void allSettingsAreThere();
    void aRowIsAPlacement();
    void callsGiveWhatTheySay();
    void theMirrorComesBack();
    void twentyEightToFourteen();
    void overlaps_data();
    void overlaps();
    void unreadCellsAreCounted();
    void nearestSizesHaveALayer();
    void scenesAreSet_data();
    void scenesAreSet();
    void oneOutputNeedsNoStride();
};

void TstGeometrySolutions::allSettingsAreThere_data()
{
    QTest::addColumn<SolutionLimits>("limits");
    QTest::newRow("usual") << SolutionLimits{};
    QTest::newRow("small") << SolutionLimits{2, 2};
    QTest::newRow("odd cell before") << SolutionLimits{5, 3, 1, true};
    QTest::newRow("dilated") << SolutionLimits{4, 3, 3};
}

void TstGeometrySolutions::allSettingsAreThere()
{
    QFETCH(SolutionLimits, limits);
    int found = 0;
    for (int from = 1; from <= 15; ++from)
        for (int to = 1; to <= 17; ++to) {
            std::vector<ConvAxis> listed;
            for (const GeometrySolution& row : geometrySolutions(from, to, limits)) {
                listed.push_back(row.direct);
                listed.insert(listed.end(), row.others.begin(), row.others.end());
            }
            const auto expected = settings(from, to, limits);
            QCOMPARE(listed.size(), expected.size());
            QVERIFY(std::is_permutation(listed.begin(), listed.end(), expected.begin(), isSetting));
            QCOMPARE(settingCount(geometrySolutions(from, to, limits)), int(expected.size()));
            found += !expected.empty();
        }
    QVERIFY(found > 20);
}

void TstGeometrySolutions::aRowIsAPlacement()
{
    const SolutionLimits limits{5, 4, 2, true};
    for (int from = 1; from <= 14; ++from)
        for (int to = 1; to <= 14; ++to) {
            std::set<std::vector<int>> seen;
            for (const GeometrySolution& row : geometrySolutions(from, to, limits)) {
                const auto own = placement(row.direct);
                QVERIFY(seen.insert(own).second); // no other row is this layer
                for (const ConvAxis& other : row.others) {
                    QCOMPARE(placement(other), own);
                    QVERIFY(other.padAfter >= row.direct.padAfter);
                }
            }
        }
}

void TstGeometrySolutions::callsGiveWhatTheySay()
{
    const SolutionLimits limits{6, 4, 2, true};
    int byHand = 0, refused = 0, worded = 0;
    for (int from = 1; from <= 14; ++from)
        for (int to = 1; to <= 14; ++to)
            for (const GeometrySolution& row : geometrySolutions(from, to, limits)) {
                for (const auto convention : {Convention::Keras, Convention::PyTorch}) {
                    const LayerCall& call = convention == Convention::Keras ? row.keras : row.pytorch;
                    if (call.kind == Kind::Refused) {
                        ++refused;
                        QVERIFY(row.direct.stride > 1 && row.direct.dilation > 1);
                        QCOMPARE(convention, Convention::Keras);
                    } else if (call.kind == Kind::ByHand) {
                        ++byHand;
                        QVERIFY(!canBeCalled(row.direct, convention));
                    } else {
                        ++worded;
                        const auto axis = called(call, row.direct, convention);
                        QVERIFY(axis);
                        QCOMPARE(placement(*axis), placement(row.direct));
                    }
                }
            }
    QVERIFY(byHand > 100 && refused > 100 && worded > 100);
}

void TstGeometrySolutions::theMirrorComesBack()
{
    const SolutionLimits limits{6, 4, 2, true};
    int byHand = 0, worded = 0, padded = 0;
    for (int from = 1; from <= 14; ++from)
        for (int to = 1; to <= 14; ++to)
            for (const GeometrySolution& row : geometrySolutions(from, to, limits)) {
                const ConvAxis& mirror = row.mirror;
                QCOMPARE(mirror.input, from); // as ConvAxis has it: what comes out of the transposed layer
                QCOMPARE(mirror.output, to);
                QCOMPARE(mirror.unreadTail(), 0);
                for (int i = 0; i < from; ++i) // the same cells meet, by the same kernel cells
                    QCOMPARE(tapsOfInput(mirror, i), tapsOfInput(row.direct, i));
                for (const auto convention : {Convention::Keras, Convention::PyTorch}) {
                    const LayerCall& call =
                        convention == Convention::Keras ? row.kerasMirror : row.pytorchMirror;
                    if (call.kind == Kind::Refused) continue;
                    if (call.kind == Kind::ByHand) {
                        ++byHand;
                        QVERIFY(!canMirrorBeCalled(mirror, convention));
                        continue;
                    }
                    ++worded;
                    padded += call.outputPadding.has_value();
                    const auto axis = calledMirror(call, mirror, convention);
                    QVERIFY(axis);
                    QCOMPARE(*axis, mirror);
                }
            }
    QVERIFY(byHand > 100 && worded > 100 && padded > 50);
}

/// The picture's rows.
void TstGeometrySolutions::twentyEightToFourteen()
{
    struct Expected {
        int size, before, after;
        Kind keras, pytorch;
        int cropBefore, cropAfter;
        Kind kerasMirror, pytorchMirror;
        int outputPadding;
        StampOverlap overlap;
        int unread; ///< the cell at the end that no window reads, in input or padding
    };
    using enum Kind;
    using enum StampOverlap;
    const Expected expected[]{
        {1, 0, 0, Same, Padding, 0, -1, Same, Padding, 1, Gaps, 1},
        {2, 0, 0, Same, Padding, 0, 0, Same, Padding, 0, Even, 0},
        {3, 0, 1, Same, ByHand, 0, 1, Same, ByHand, 0, Uneven, 0},
        {3, 1, 1, ByHand, Padding, 1, 0, ByHand, Padding, 1, Uneven, 1},
        {4, 1, 1, Same, Padding, 1, 1, Same, Padding, 0, Even, 0},
        {5, 1, 2, Same, ByHand, 1, 2, Same, ByHand, 0, Uneven, 0},
        {5, 2, 2, ByHand, Padding, 2, 1, ByHand, Padding, 1, Uneven, 1},
        {6, 2, 2, Same, Padding, 2, 2, Same, Padding, 0, Even, 0},
    };
    const auto rows = geometrySolutions(28, 14);
    QCOMPARE(rows.size(), std::size(expected));
    QCOMPARE(settingCount(rows), 11);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const GeometrySolution& row = rows[i];
        const Expected& e = expected[i];
        QCOMPARE(row.direct,
                 (ConvAxis{28, e.size, 2, 1, e.before, e.after, Fill::Zeros, 14})); // all have stride 2
        QCOMPARE(row.keras, (LayerCall{e.keras}));
        QCOMPARE(row.pytorch, (LayerCall{e.pytorch, e.pytorch == Padding ? e.before : 0}));
        QCOMPARE(row.mirror.padBefore, e.cropBefore);
        QCOMPARE(row.mirror.padAfter, e.cropAfter);
        QCOMPARE(row.kerasMirror, (LayerCall{e.kerasMirror}));
        QCOMPARE(row.pytorchMirror.kind, e.pytorchMirror);
        QCOMPARE(row.pytorchMirror.outputPadding.value_or(0), e.outputPadding);
        QCOMPARE(row.overlap, e.overlap);
        QCOMPARE(row.direct.unreadTail(), e.unread);
    }
}

void TstGeometrySolutions::overlaps_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("stride");
    QTest::addColumn<StampOverlap>("overlap");
    for (int size = 1; size <= 6; ++size)
        for (int stride = 1; stride <= 6; ++stride)
            QTest::addRow("size %d, stride %d", size, stride)
                << size << stride
                << (stride > size        ? StampOverlap::Gaps
                    : size % stride == 0 ? StampOverlap::Even
                                         : StampOverlap::Uneven);
}

void TstGeometrySolutions::overlaps()
{
    QFETCH(int, size);
    QFETCH(int, stride);
    QFETCH(StampOverlap, overlap);
    int found = 0;
    for (const GeometrySolution& row : geometrySolutions(4 * stride + size, 5, {size, stride}))
        if (row.direct.kernel == size && row.direct.stride == stride) {
            ++found;
            QCOMPARE(row.overlap, overlap);
        }
    QVERIFY(found > 0);
}

void TstGeometrySolutions::unreadCellsAreCounted()
{
    const auto rows = geometrySolutions(28, 14);
    QCOMPARE(rows[0].unreadInput, 14); // size 1, stride 2: every second cell
    QCOMPARE(rows[0].unreadPadding, 0);
    QCOMPARE(rows[1].unreadInput, 0);
    QCOMPARE(rows[3].unreadInput, 0); // size 3, 1 + 1: the last cell of the padding
    QCOMPARE(rows[3].unreadPadding, 1);
    QCOMPARE(rows[3].pytorchMirror.outputPadding, std::optional(1));
}

void TstGeometrySolutions::nearestSizesHaveALayer()
{
    QVERIFY(nearestSizes(28, 14).empty());
    const SolutionLimits limits{3, 2};
    QVERIFY(geometrySolutions(28, 9, limits).empty());
    const auto pairs = nearestSizes(28, 9, limits);
    QCOMPARE(pairs, (std::vector<SizePair>{{20, 9}, {28, 13}}));
    for (const SizePair& pair : pairs)
        QVERIFY(!geometrySolutions(pair.from, pair.to, limits).empty());
    for (int from = 21; from <= largestSide; ++from) // and none nearer
        QVERIFY(geometrySolutions(from, 9, limits).empty());
    for (int to = 1; to < 13; ++to)
        QVERIFY(geometrySolutions(28, to, limits).empty());
    QCOMPARE(nearestSizes(5, 9, {.size = 3, .stride = 1}), (std::vector<SizePair>{{7, 9}, {5, 7}}));
}

void TstGeometrySolutions::scenesAreSet_data()
{
    QTest::addColumn<int>("axes");
    QTest::addColumn<Convention>("convention");
    for (const int axes : {1, 2}) {
        QTest::addRow("%d, Keras", axes) << axes << Convention::Keras;
        QTest::addRow("%d, PyTorch", axes) << axes << Convention::PyTorch;
    }
}

void TstGeometrySolutions::scenesAreSet()
{
    QFETCH(int, axes);
    QFETCH(Convention, convention);
    ConvScene scene;
    scene.axes = axes;
    scene.convention = convention;
    scene.input = TensorD(1, {2, axes == 1 ? 1 : 4, 6});
    scene.kernel = TensorD(2, {3, axes == 1 ? 1 : 2, 2});
    scene.isTransposed = true;
    scene.fill = Fill::Zeros;
    for (const auto& [from, to] : {std::pair(28, 14), std::pair(7, 7), std::pair(9, 4), std::pair(6, 8)})
        for (const GeometrySolution& row : geometrySolutions(from, to)) {
            const ConvScene encoder = withSolution(scene, row);
            const auto geometry = geometryOf(encoder);
            QVERIFY(geometry);
            QCOMPARE(placement(geometry->w), placement(row.direct));
            if (axes == 2) QCOMPARE(geometry->h, geometry->w);
            const bool isWord = encoder.paddingW.kind != Padding::Kind::Explicit;
            if (convention == Convention::Keras)
                QCOMPARE(isWord, row.keras.kind == Kind::Same || row.keras.kind == Kind::Valid);
            const auto decoder = mirrorScene(encoder);
            QVERIFY(decoder);
            const auto back = geometryOf(*decoder);
            QVERIFY(back);
            QCOMPARE(back->w, row.mirror);
            QCOMPARE(outputShape(*decoder, *back), encoder.input.shape);
            QCOMPARE(decoder->kernel.data, encoder.kernel.data);
            if (convention == Convention::Keras && row.kerasMirror == LayerCall{Kind::Same})
                QCOMPARE(decoder->paddingW.kind, Padding::Kind::Same);
        }
}

void TstGeometrySolutions::oneOutputNeedsNoStride()
{
    const auto rows = geometrySolutions(4, 1, {4, 3});
    const auto whole = std::find_if(rows.begin(), rows.end(), [](const GeometrySolution& row) {
        return row.direct.kernel == 4 && row.direct.padBefore == 0;
    });
    QVERIFY(whole != rows.end());
    QCOMPARE(whole->direct.stride, 1);
    QVERIFY(std::any_of(whole->others.begin(), whole->others.end(),
                        [](const ConvAxis& other) { return other.stride == 3; }));
}

QTEST_APPLESS_MAIN(TstGeometrySolutions)
#include "tst_geometry_solutions.moc"
