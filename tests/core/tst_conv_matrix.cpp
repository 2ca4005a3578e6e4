#include "core/lab/conv_matrix.h"
#include "tests/support/draw.h"
#include "tests/support/random_padding.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

using namespace hg;
using namespace hg::test;

namespace {

class SceneDraw : public Draw {
public:
    using Draw::Draw;
    std::vector<double> numbers(std::size_t count)
    {
        std::vector<double> result(count);
        std::normal_distribution<double> normal;
        for (double& x : result)
            x = normal(m_random);
        return result;
    }
    TensorD tensor(int n, Shape shape)
    {
        return {n, shape, numbers(static_cast<std::size_t>(n) * shape.size())};
    }

    /// Any scene of any of the labs' kinds; many of them are impossible.
    ConvScene scene()
    {
        ConvScene s;
        s.axes = between(1, 2);
        s.isTransposed = between(0, 2) == 0;
        const bool isLine = s.axes == 1;
        if (!s.isTransposed && between(0, 2) == 0) s.groups = between(2, 3);
        const int channels = between(1, 2) * s.groups, filters = between(1, 2) * s.groups;
        const Axes kernel{isLine ? 1 : between(1, 4), between(1, 5)};
        s.input = tensor(1, {channels, isLine ? 1 : between(1, 6), between(1, 8)});
        s.kernel = s.isTransposed ? tensor(channels, {filters, kernel.h, kernel.w})
                                  : tensor(filters, {channels / s.groups, kernel.h, kernel.w});
        s.stride = {isLine ? 1 : between(1, 3), between(1, 4)};
        s.dilation = {isLine ? 1 : between(1, 2), between(1, 3)};
        s.convention = static_cast<Convention>(between(0, 3));
        s.paddingW = anyPadding(*this, 4);
        if (!isLine) s.paddingH = anyPadding(*this, 4);
        if (flip()) s.fill = static_cast<Fill>(between(0, 3));
        if (s.isTransposed && flip()) s.outputPadding = {isLine ? 0 : between(0, 2), between(0, 2)};
        if (flip()) s.bias = numbers(static_cast<std::size_t>(filters));
        return s;
    }
    ConvScene averaging()
    {
        ConvScene s = scene();
        s.pooling = Pooling::Average;
        s.isTransposed = false;
        s.fill = Fill::Zeros;
        s.groups = 1;
        s.bias.clear();
        return s;
    }
};

/// The matrix in full, row after row.
std::vector<std::vector<double>> dense(const ConvMatrix& matrix)
{
    std::vector<std::vector<double>> full;
    for (int r = 0; r < matrix.rows(); ++r) {
        std::vector<double> line(static_cast<std::size_t>(matrix.columns()));
        for (const MatrixEntry& e : matrix.row(r).entries)
            line[static_cast<std::size_t>(e.column)] += e.value;
        full.push_back(line);
    }
    return full;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max({1.0, std::abs(a), std::abs(b)});
}

double dot(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// What is filled where, found without the matrix: an input number that is not a number at all makes every
/// output that reads it one, whatever the weight.
std::vector<int> columnsRead(const ConvScene& scene, const ConvGeometry& g, std::size_t output)
{
    std::vector<int> columns;
    ConvScene probed = scene;
    std::fill(probed.input.data.begin(), probed.input.data.end(), 0.0);
    for (std::size_t c = 0; c < probed.input.data.size(); ++c) {
        probed.input.data[c] = std::nan("");
        if (std::isnan(outputOf(probed, g).data[output])) columns.push_back(static_cast<int>(c));
        probed.input.data[c] = 0;
    }
    return columns;
}

/// Input 4 × 4, weights 1 to 9, valid: the picture in the lecture.
ConvScene weightsOneToNine()
{
    ConvScene s;
    s.input = TensorD(1, {1, 4, 4}, {2, 0, 1, 3, 1, 1, 0, 2, 0, 3, 1, 1, 2, 1, 0, 2});
    s.kernel = TensorD(1, {1, 3, 3}, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    return s;
}

} // namespace

/// The matrix of a convolution against the convolution itself.
class TstConvMatrix : public QObject {
    Q_OBJECT

private slots:
    void theMatrixIsTheLayer();
    void anAverageIsAMatrix();
    void aMaximumIsNone();
    void whatIsFilledIsWhatIsRead();
    void countsAreThoseOfTheRows();
    void theTransposedSceneHasTheTransposedMatrix();
    void theDirectSceneIsTheWayBack();
    void whatHasNoTransposeSaysWhy_data();
    void whatHasNoTransposeSaysWhy();
    void anOutputPaddingThatWouldBeRead();
    void bothInnerProductsAreEqual();
    void theLecturesExample();
    void foldedTapsShareAPlace();
    void aZeroWeightIsNoEmptyPlace();
    void largeOnesCostTheirRows();
    void momentsGoThroughTheRows();
};

void TstConvMatrix::theMatrixIsTheLayer()
{
    SceneDraw draw(1);
    int possible = 0, transposed = 0, grouped = 0, filled = 0;
    for (int i = 0; i < 12000; ++i) {
        const ConvScene scene = draw.scene();
        const auto figure = evaluate(scene);
        const auto matrix = ConvMatrix::of(scene);
        QCOMPARE(matrix.isOk(), figure.isOk());
        if (!figure) continue;
        ++possible;
        transposed += scene.isTransposed;
        grouped += scene.groups > 1;
        filled += scene.fill != Fill::Zeros;
        QCOMPARE(matrix->outputShape(), figure->output.shape);
        const auto products = productsOf(*matrix, scene.input.data,
                                         std::vector<double>(figure->output.data.size()), matrix->rows());
        for (int r = 0; r < matrix->rows(); ++r) {
            const OutputCell cell = matrix->cellOf(r);
            QCOMPARE(matrix->rowOf(cell), r);
            const double y = products.forward[static_cast<std::size_t>(r)] + scene.biasOf(cell.filter);
            QVERIFY(isNear(y, figure->output.at(0, cell.filter, cell.row, cell.column)));
        }
    }
    QVERIFY(possible > 4000);
    QVERIFY(transposed > 1000 && grouped > 500 && filled > 500);
}

void TstConvMatrix::anAverageIsAMatrix()
{
    SceneDraw draw(2);
    int possible = 0;
    for (int i = 0; i < 3000; ++i) {
        const ConvScene scene = draw.averaging();
        const auto figure = evaluate(scene);
        const auto matrix = ConvMatrix::of(scene);
        QCOMPARE(matrix.isOk(), figure.isOk());
        if (!figure) continue;
        ++possible;
        for (int r = 0; r < matrix->rows(); ++r) {
            double y = 0, sum = 0;
            for (const MatrixEntry& e : matrix->row(r).entries) {
                y += e.value * scene.input.data[static_cast<std::size_t>(e.column)];
                sum += e.value;
            }
            QVERIFY(isNear(y, figure->output.data[static_cast<std::size_t>(r)]));
            QVERIFY(isNear(sum, 1));
        }
        QCOMPARE(matrix->counts().numbers, 0);
    }
    QVERIFY(possible > 800);
}

void TstConvMatrix::aMaximumIsNone()
{
    ConvScene scene = weightsOneToNine();
    scene.pooling = Pooling::Max;
    QVERIFY(evaluate(scene));
    const auto matrix = ConvMatrix::of(scene);
    QVERIFY(!matrix);
    QCOMPARE(matrix.error().code, ErrorCode::NotLinear);
}

void TstConvMatrix::whatIsFilledIsWhatIsRead()
{
    SceneDraw draw(3);
    int checked = 0;
    for (int i = 0; i < 1200; ++i) {
        const ConvScene scene = draw.scene();
        const auto matrix = ConvMatrix::of(scene);
        if (!matrix || scene.axes == 1) continue; // long lines go another way than term by term
        const int row = draw.between(0, matrix->rows() - 1);
        std::vector<int> columns;
        for (const MatrixEntry& e : matrix->row(row).entries)
            columns.push_back(e.column);
        QCOMPARE(columns, columnsRead(scene, matrix->geometry(), static_cast<std::size_t>(row)));
        ++checked;
    }
    QVERIFY(checked > 150);
}

void TstConvMatrix::countsAreThoseOfTheRows()
{
    SceneDraw draw(4);
    int folded = 0;
    for (int i = 0; i < 3000; ++i) {
        const ConvScene scene = draw.scene();
        const auto matrix = ConvMatrix::of(scene);
        if (!matrix) continue;
        MatrixCounts counts{static_cast<std::int64_t>(scene.kernel.data.size()), 0,
                            std::int64_t{matrix->rows()} * matrix->columns()};
        std::vector<std::int64_t> uses(scene.kernel.data.size());
        for (int r = 0; r < matrix->rows(); ++r) {
            const MatrixRow row = matrix->row(r);
            counts.filled += static_cast<std::int64_t>(row.entries.size());
            for (const int weight : row.weights)
                ++uses[static_cast<std::size_t>(weight)];
            folded += row.weights.size() > row.entries.size();
            QVERIFY(std::is_sorted(row.entries.begin(), row.entries.end(),
                                   [](const auto& a, const auto& b) { return a.column < b.column; }));
        }
        QCOMPARE(matrix->counts(), counts);
        const Shape k = scene.kernel.shape;
        for (std::size_t w = 0; w < uses.size(); ++w) {
            const int cell = static_cast<int>(w) % k.cells();
            QCOMPARE(uses[w], matrix->placesOfWeight(cell / k.width, cell % k.width));
        }
    }
    QVERIFY(folded > 500);
}

void TstConvMatrix::theTransposedSceneHasTheTransposedMatrix()
{
    SceneDraw draw(5);
    int exact = 0;
    for (int i = 0; i < 8000; ++i) {
        const ConvScene scene = draw.scene();
        const auto geometry = geometryOf(scene);
        if (!geometry || scene.isTransposed) continue;
        const TensorD g = draw.tensor(1, outputShape(scene, *geometry));
        const auto turned = transposedScene(scene, g);
        if (!turned) {
            QVERIFY(scene.groups > 1 || scene.fill != Fill::Zeros);
            continue;
        }
        ++exact;
        const auto w = ConvMatrix::of(scene), back = ConvMatrix::of(*turned);
        QVERIFY(back);
        QCOMPARE(back->outputShape(), scene.input.shape); // the size comes back exactly
        const auto full = dense(*w), transposed = dense(*back);
        for (int r = 0; r < w->rows(); ++r)
            for (int c = 0; c < w->columns(); ++c)
                QCOMPARE(full[std::size_t(r)][std::size_t(c)], transposed[std::size_t(c)][std::size_t(r)]);
        QCOMPARE(back->counts(), w->counts());
        // And what it makes of g is Wᵀg.
        const auto figure = evaluate(*turned);
        const auto products = productsOf(*w, scene.input.data, g.data, w->rows());
        for (std::size_t c = 0; c < products.back.size(); ++c)
            QVERIFY(isNear(products.back[c], figure->output.data[c]));
        // And back again: the same layer, bias and activation aside.
        const auto direct = directScene(*turned, scene.input);
        QVERIFY(direct);
        QCOMPARE(direct->kernel, scene.kernel);
        QCOMPARE(direct->input, scene.input);
        const auto again = ConvMatrix::of(*direct);
        QCOMPARE(dense(*again), full);
    }
    QVERIFY(exact > 1500);
}

void TstConvMatrix::theDirectSceneIsTheWayBack()
{
    SceneDraw draw(6);
    int exact = 0, refused = 0;
    for (int i = 0; i < 8000; ++i) {
        ConvScene scene = draw.scene();
        const auto figure = evaluate(scene);
        if (!figure || !scene.isTransposed) continue;
        const auto direct = directScene(scene, figure->output);
        if (!direct) {
            ++refused;
            QCOMPARE(direct.error().code, ErrorCode::OutputPaddingRead);
            const ConvAxis &h = figure->geometry.h, &w = figure->geometry.w;
            QVERIFY(-h.padAfter >= h.stride || -w.padAfter >= w.stride);
            continue;
        }
        ++exact;
        const auto wt = ConvMatrix::of(scene), w = ConvMatrix::of(*direct);
        QVERIFY(w);
        QCOMPARE(w->outputShape(), scene.input.shape);
        const auto full = dense(*w), transposed = dense(*wt);
        for (int r = 0; r < w->rows(); ++r)
            for (int c = 0; c < w->columns(); ++c)
                QCOMPARE(full[std::size_t(r)][std::size_t(c)], transposed[std::size_t(c)][std::size_t(r)]);
    }
    QVERIFY(exact > 800);
    QVERIFY(refused > 0);
}

void TstConvMatrix::whatHasNoTransposeSaysWhy_data()
{
    QTest::addColumn<ConvScene>("scene");
    QTest::addColumn<ErrorCode>("code");
    ConvScene scene = weightsOneToNine();
    scene.pooling = Pooling::Average;
    QTest::newRow("pooling") << scene << ErrorCode::TransposedPooling;
    scene = withGroups(withFilters(withChannels(weightsOneToNine(), 2), 2), 2);
    QTest::newRow("groups") << scene << ErrorCode::TransposedGroups;
    scene = weightsOneToNine();
    scene.fill = Fill::Reflect;
    scene.paddingH = scene.paddingW = {Padding::Kind::Same};
    QTest::newRow("reflected") << scene << ErrorCode::FillNotAllowed;
    QTest::newRow("transposed") << withDirection(weightsOneToNine(), true) << ErrorCode::WrongDirection;
    scene = weightsOneToNine();
    scene.input = TensorD(1, {1, 2, 2});
    QTest::newRow("impossible") << scene << ErrorCode::KernelTooLarge;
    scene = weightsOneToNine();
    scene.input = TensorD(1, {1, 8, 8});
    QTest::newRow("another shape") << scene << ErrorCode::ShapesDoNotFit;
}

void TstConvMatrix::whatHasNoTransposeSaysWhy()
{
    QFETCH(ConvScene, scene);
    QFETCH(ErrorCode, code);
    const auto geometry = geometryOf(scene);
    const bool fits = geometry && code != ErrorCode::ShapesDoNotFit;
    const auto turned = transposedScene(scene, fits ? TensorD(1, outputShape(scene, *geometry)) : TensorD());
    QVERIFY(!turned);
    QCOMPARE(turned.error().code, code);
    QCOMPARE(directScene(weightsOneToNine(), TensorD()).error().code, ErrorCode::WrongDirection);
}

/// Stride 1 with dilation 3 allows an output padding of 2: the direct layer would have two outputs more.
void TstConvMatrix::anOutputPaddingThatWouldBeRead()
{
    ConvScene scene;
    scene.axes = 1;
    scene.input = TensorD(1, {1, 1, 4});
    scene.kernel = TensorD(1, {1, 1, 2});
    scene.dilation = {1, 3};
    scene.paddingW = {Padding::Kind::Explicit, 0, 0};
    scene.outputPadding = {0, 2};
    scene.isTransposed = true;
    const auto figure = evaluate(scene);
    QCOMPARE(figure->output.shape.width, 9);
    const auto direct = directScene(scene, figure->output);
    QVERIFY(!direct);
    QCOMPARE(direct.error().code, ErrorCode::OutputPaddingRead);
    QCOMPARE(direct.error().numbers, (std::vector<double>{2, 1}));
    QCOMPARE(direct.error().text, std::string("columns"));
}

void TstConvMatrix::bothInnerProductsAreEqual()
{
    SceneDraw draw(7);
    int possible = 0;
    for (int i = 0; i < 6000; ++i) {
        const ConvScene scene = i % 5 == 0 ? draw.averaging() : draw.scene();
        const auto matrix = ConvMatrix::of(scene);
        if (!matrix) continue;
        ++possible;
        const auto g = draw.numbers(static_cast<std::size_t>(matrix->rows()));
        const int rows = draw.between(0, matrix->rows());
        const auto products = productsOf(*matrix, scene.input.data, g, rows);
        QCOMPARE(static_cast<int>(products.forward.size()), rows);
        const double scale =
            std::sqrt(dot(products.back, products.back) * dot(scene.input.data, scene.input.data));
        QVERIFY(std::abs(products.outputSide - products.inputSide) <= 1e-12 * std::max(1.0, scale));
        QVERIFY(isNear(products.inputSide, dot(products.back, scene.input.data)));
    }
    QVERIFY(possible > 2000);
}

void TstConvMatrix::theLecturesExample()
{
    const ConvScene scene = weightsOneToNine();
    const auto matrix = ConvMatrix::of(scene);
    QCOMPARE(matrix->counts(), (MatrixCounts{9, 36, 64}));
    QCOMPARE(matrix->placesOfWeight(1, 1), 4);
    QCOMPARE(dense(*matrix)[2], (std::vector<double>{0, 0, 0, 0, 1, 2, 3, 0, 4, 5, 6, 0, 7, 8, 9, 0}));
    const std::vector<double> g{2, 1, 0, 3};
    const auto three = productsOf(*matrix, scene.input.data, g, 3);
    QCOMPARE(three.forward, (std::vector<double>{47, 65, 46}));
    QCOMPARE(three.outputSide, 159.0);
    QCOMPARE(three.inputSide, 159.0);
    QCOMPARE(productsOf(*matrix, scene.input.data, g, 4).inputSide, 324.0);
    const auto turned = transposedScene(scene, TensorD(1, {1, 2, 2}, g));
    QCOMPARE(turned->kernel.data, scene.kernel.data);
    QCOMPARE(turned->paddingW, (Padding{Padding::Kind::Explicit, 0, 0}));
    QCOMPARE(evaluate(*turned)->output.data,
             (std::vector<double>{2, 5, 8, 3, 8, 17, 23, 15, 14, 35, 41, 27, 0, 21, 24, 27}));
    QCOMPARE(ConvMatrix::of(*turned)->counts(), (MatrixCounts{9, 36, 64}));
    QCOMPARE(*directScene(*turned, scene.input), scene);
}

void TstConvMatrix::foldedTapsShareAPlace()
{
    ConvScene scene;
    scene.axes = 1;
    scene.input = TensorD(1, {1, 1, 3}, {1, 2, 3});
    scene.kernel = TensorD(1, {1, 1, 3}, {5, 7, 11});
    scene.paddingW = {Padding::Kind::Same};
    scene.fill = Fill::Replicate;
    const MatrixRow row = ConvMatrix::of(scene)->row(0);
    QCOMPARE(row.entries, (std::vector<MatrixEntry>{{0, 12, 0, 2}, {1, 11, 2, 1}}));
    QCOMPARE(row.weights, (std::vector<int>{0, 1, 2}));
    QCOMPARE(row.weightsOf(row.entries[1]).front(), 2);
}

void TstConvMatrix::aZeroWeightIsNoEmptyPlace()
{
    ConvScene scene = weightsOneToNine();
    scene.kernel.data[4] = 0;
    const auto matrix = ConvMatrix::of(scene);
    QCOMPARE(matrix->counts().filled, 36);
    const auto entries = matrix->row(0).entries;
    QVERIFY(std::any_of(entries.begin(), entries.end(), [](const MatrixEntry& e) { return e.value == 0; }));
    QCOMPARE(matrix->at(0, 5), 0.0);
    QCOMPARE(matrix->at(0, 15), 0.0);
    QCOMPARE(matrix->at(0, 6), 6.0);
}

void TstConvMatrix::largeOnesCostTheirRows()
{
    ConvScene scene = withFilters(withChannels(withInputSize(weightsOneToNine(), {64, 64}), 4), 8);
    scene.paddingH = scene.paddingW = {Padding::Kind::Same};
    const auto matrix = ConvMatrix::of(scene);
    QCOMPARE(matrix->counts().places, std::int64_t{64 * 64 * 4} * (64 * 64 * 8));
    QCOMPARE(matrix->counts().filled, std::int64_t{190} * 190 * 4 * 8); // 3·64 − 2 along each axis
    QCOMPARE(matrix->row(64 * 64 * 8 - 1).entries.size(), std::size_t{16});
}

void TstConvMatrix::momentsGoThroughTheRows()
{
    const auto matrix = ConvMatrix::of(weightsOneToNine());
    QCOMPARE(matrixMomentAt(*matrix, 0).rowsDone(), 0);
    for (int r = 1; r <= 4; ++r) {
        const MatrixMoment m = matrixMomentAt(*matrix, r);
        QCOMPARE(m.row, r - 1);
        QCOMPARE(m.rowsDone(), r);
        QCOMPARE(matrixMomentAt(*matrix, r - 0.1).rowsDone(), r - 1);
    }
    const MatrixMoment middle = matrixMomentAt(*matrix, 2.525); // half-way through its products
    QCOMPARE(middle.row, 2);
    QCOMPARE(middle.moveShare, 1.0);
    QVERIFY(isNear(middle.termsShare, 0.5));
    QCOMPARE(middle.writeShare, 0.0);
    QCOMPARE(matrixMomentAt(*matrix, 99).rowsDone(), 4);
}

QTEST_APPLESS_MAIN(TstConvMatrix)
#include "tst_conv_matrix.moc"
