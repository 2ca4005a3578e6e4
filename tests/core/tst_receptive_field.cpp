#include "core/lab/conv_scene.h"
#include "core/lab/receptive_field.h"
#include "core/nn/reference.h"
#include "tests/support/draw.h"
#include "tests/support/random_padding.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hg;
using namespace hg::test;

namespace {

class StackDraw : public Draw {
public:
    using Draw::Draw;
    double share() { return std::uniform_real_distribution(0.5, 1.5)(m_random); }
    void fill(std::vector<double>& numbers)
    {
        for (double& x : numbers)
            x = share();
    }
    FieldLayer layer()
    {
        return {static_cast<FieldKind>(between(0, 2)),
                axes(4),
                axes(3),
                axes(2),
                anyPadding(*this, 2),
                anyPadding(*this, 2)};
    }
    FieldStack stack()
    {
        FieldStack stack{{between(3, 9), between(3, 9)}, {}};
        for (int layers = between(1, 4); layers > 0; --layers)
            stack.layers.push_back(layer());
        return stack;
    }
};

/// The stack as a network of one channel, whose positive weights let nothing cancel. Its poolings take the
/// maximum or the average in turn.
Network networkOf(const FieldStack& stack)
{
    Network network{.input = {1, stack.input.h, stack.input.w}};
    bool isMax = true;
    for (const FieldLayer& layer : stack.layers) {
        LayerType type = LayerType::Conv;
        if (layer.kind == FieldKind::Transposed) type = LayerType::ConvTransposed;
        if (layer.kind == FieldKind::Pooling) {
            type = isMax ? LayerType::MaxPool : LayerType::AveragePool;
            isMax = !isMax;
        }
        network.layers.push_back({.type = type,
                                  .kernel = layer.size,
                                  .stride = layer.stride,
                                  .dilation = layer.dilation,
                                  .paddingH = layer.paddingH,
                                  .paddingW = layer.paddingW});
    }
    return network;
}

/// Each layer by itself: a network as a whole is held to rules that a stack knows nothing of.
std::vector<ResolvedLayer> resolvedLayers(const Network& network)
{
    std::vector<ResolvedLayer> layers;
    Shape shape = network.input;
    std::size_t offset = 0;
    for (const LayerSpec& spec : network.layers) {
        auto layer = layerKind(spec.type).resolve(spec, shape);
        if (!layer) return {};
        layer->weightOffset = offset;
        offset += layer->parameterCount();
        shape = layer->out;
        layers.push_back(*layer);
    }
    return layers;
}

TensorD throughLayers(std::span<const ResolvedLayer> layers, std::span<const double> parameters, TensorD x)
{
    for (const ResolvedLayer& layer : layers) {
        x = layerKind(layer.spec.type)
                .forward(layer, parameters.subspan(layer.weightOffset, layer.parameterCount()), x);
    }
    return x;
}

/// A layer as a scene: by core/conv itself, which knows fills, conventions and output paddings.
TensorD throughScene(const FieldLayer& layer, Convention convention, const TensorD& x, const TensorD& kernel)
{
    ConvScene scene;
    scene.input = x;
    scene.kernel = kernel;
    scene.stride = layer.stride;
    scene.dilation = layer.dilation;
    scene.paddingH = layer.paddingH;
    scene.paddingW = layer.paddingW;
    scene.fill = layer.fill;
    scene.outputPadding = layer.outputPadding;
    scene.convention = convention;
    scene.isTransposed = layer.kind == FieldKind::Transposed;
    if (layer.kind == FieldKind::Pooling) scene.pooling = Pooling::Max;
    return outputOf(scene, *geometryOf(scene));
}

/// So much that it shows through every sum and every maximum.
constexpr double muchMore = 1e15;

/// Which rows and columns of `x` move the number at `cell` of what `through` makes of it.
template <class Through>
FieldSets movers(TensorD x, FieldCell cell, const Through& through)
{
    const auto value = [&] { return through(x).at(0, 0, cell.row, cell.column); };
    const double still = value();
    std::vector<bool> rows(std::size_t(x.shape.height)), columns(std::size_t(x.shape.width));
    for (int r = 0; r < x.shape.height; ++r)
        for (int c = 0; c < x.shape.width; ++c) {
            double& moved = x.at(0, 0, r, c);
            const double before = moved;
            moved += muchMore;
            if (value() != still) rows[std::size_t(r)] = columns[std::size_t(c)] = true;
            moved = before;
        }
    FieldSets sets;
    for (int r = 0; r < x.shape.height; ++r)
        if (rows[std::size_t(r)]) sets.rows.push_back(r);
    for (int c = 0; c < x.shape.width; ++c)
        if (columns[std::size_t(c)]) sets.columns.push_back(c);
    return sets;
}

/// Rows without a column are rows of nothing: no perturbation shows them.
FieldSets asSeen(FieldSets sets)
{
    if (sets.rows.empty() || sets.columns.empty()) sets.rows = sets.columns = {};
    return sets;
}

std::vector<int> range(int first, int last)
{
    std::vector<int> numbers;
    for (int i = first; i <= last; ++i)
        numbers.push_back(i);
    return numbers;
}

} // namespace

/// Who sees whom, against moving every number and looking what moves with it.
class TstReceptiveField : public QObject {
    Q_OBJECT

private slots:
    void setsAreWhatMovesTheCell();
    void setsUnderFillsAndOtherRules();
    void theTextbookHoldsAwayFromBorders();
    void transposedLayersDivideTheJump();
    void fourLayersOfTheLecture();
    void bordersClip();
    void linksAreTheSetsOfOneLayer();
    void impossibleStacksSayWhere_data();
    void impossibleStacksSayWhere();
    void gradientsAreSlopes();
    void stacksOfNetworks();
    void theConeOpensDownwards();
};

void TstReceptiveField::setsAreWhatMovesTheCell()
{
    StackDraw draw(1);
    int possible = 0, deep = 0;
    for (int i = 0; i < 800; ++i) {
        const FieldStack stack = draw.stack();
        const auto figure = evaluate(stack);
        const auto layers = resolvedLayers(networkOf(stack));
        QCOMPARE(layers.empty(), !figure.isOk());
        if (!figure) continue;
        ++possible;
        deep += stack.layers.size() == 4;
        std::vector<double> parameters(layers.back().weightOffset + layers.back().parameterCount());
        draw.fill(parameters);
        const int top = figure->levels() - 1;
        const Axes size = figure->sizeOf(top);
        QCOMPARE(size, (Axes{layers.back().out.height, layers.back().out.width}));
        const FieldCell cell{top, draw.between(0, size.h - 1), draw.between(0, size.w - 1)};
        const auto fields = fieldOf(*figure, cell);
        QCOMPARE(fields.size(), std::size_t(top) + 1);
        QCOMPARE(fields.back().rows, std::vector<int>{cell.row});
        TensorD x(1, {1, stack.input.h, stack.input.w});
        draw.fill(x.data);
        for (int level = 0; level < top; ++level) {
            const auto above = std::span(layers).subspan(std::size_t(level));
            const FieldSets moved = movers(
                x, cell, [&](const TensorD& start) { return throughLayers(above, parameters, start); });
            const FieldSets seen = asSeen(fields[std::size_t(level)]);
            QCOMPARE(seen.rows, moved.rows);
            QCOMPARE(seen.columns, moved.columns);
            x = throughLayers(above.first(1), parameters, x);
        }
    }
    QVERIFY(possible > 300 && deep > 40);
}

void TstReceptiveField::setsUnderFillsAndOtherRules()
{
    StackDraw draw(2);
    int possible = 0;
    for (int i = 0; i < 800; ++i) {
        FieldStack stack = draw.stack();
        stack.convention = static_cast<Convention>(draw.between(0, 3));
        for (FieldLayer& layer : stack.layers) {
            if (layer.kind == FieldKind::Convolution) layer.fill = static_cast<Fill>(draw.between(0, 3));
            if (layer.kind == FieldKind::Transposed) layer.outputPadding = {draw.between(0, 1), 0};
        }
        const auto figure = evaluate(stack);
        if (!figure) continue;
        ++possible;
        const int top = figure->levels() - 1;
        const Axes size = figure->sizeOf(top);
        const FieldCell cell{top, draw.between(0, size.h - 1), draw.between(0, size.w - 1)};
        std::vector<TensorD> kernels;
        for (const FieldLayer& layer : stack.layers) {
            kernels.emplace_back(1, Shape{1, layer.size.h, layer.size.w});
            draw.fill(kernels.back().data);
        }
        TensorD x(1, {1, stack.input.h, stack.input.w});
        draw.fill(x.data);
        const FieldSets moved = movers(x, cell, [&](TensorD start) {
            for (std::size_t l = 0; l < kernels.size(); ++l)
                start = throughScene(stack.layers[l], stack.convention, start, kernels[l]);
            return start;
        });
        const FieldSets seen = asSeen(fieldOf(*figure, cell).front());
        QCOMPARE(seen.rows, moved.rows);
        QCOMPARE(seen.columns, moved.columns);
    }
    QVERIFY(possible > 100);
}

void TstReceptiveField::theTextbookHoldsAwayFromBorders()
{
    StackDraw draw(3);
    int possible = 0, padded = 0;
    for (int i = 0; i < 400; ++i) {
        FieldStack stack{{60, 60}, {}};
        for (int layers = draw.between(1, 4); layers > 0; --layers) {
            FieldLayer layer = draw.layer();
            if (layer.kind == FieldKind::Transposed) layer.kind = FieldKind::Convolution;
            layer.paddingH = {Padding::Kind::Explicit, draw.between(0, 2), draw.between(0, 2)};
            layer.size.h = std::max(layer.size.h, 3); // of which padding leaves no pooling window empty
            layer.paddingW = {Padding::Kind::Valid};
            stack.layers.push_back(layer);
        }
        const auto figure = evaluate(stack);
        if (!figure) continue;
        const int top = figure->levels() - 1, from = draw.between(0, top - 1);
        const auto terms = fieldTerms(*figure, FieldAxis::Columns, from),
                   rowTerms = fieldTerms(*figure, FieldAxis::Rows, from);
        QCOMPARE(terms.size(), std::size_t(top - from));
        const FieldTerms& last = terms.back();
        for (int column = 0; column < figure->sizeOf(top).w; ++column) {
            const FieldSets seen = fieldOf(*figure, {top, 0, column})[std::size_t(from)];
            QCOMPARE(int(seen.columns.size()), seen.wholeColumns); // valid: no border takes anything away
            QCOMPARE(last.field, (Fraction{seen.columns.back() - seen.columns.front() + 1, 1}));
            const double centre = 0.5 * (seen.columns.back() + seen.columns.front());
            QCOMPARE(centre, last.origin + column * last.jump.value());
            ++possible;
        }
        const int middle = figure->sizeOf(top).h / 2; // padded, but far from it
        const FieldSets seen = fieldOf(*figure, {top, middle, 0})[std::size_t(from)];
        const auto& rows = seen.rows;
        if (int(rows.size()) < seen.wholeRows) continue;
        ++padded;
        QCOMPARE(rowTerms.back().field, (Fraction{rows.back() - rows.front() + 1, 1}));
        QCOMPARE(0.5 * (rows.back() + rows.front()),
                 rowTerms.back().origin + middle * rowTerms.back().jump.value());
    }
    QVERIFY(possible > 1000 && padded > 100);
}

void TstReceptiveField::transposedLayersDivideTheJump()
{
    FieldStack stack{{8, 8}, {}};
    FieldLayer up;
    up.kind = FieldKind::Transposed;
    up.size = {4, 3};
    up.stride = {2, 2};
    stack.layers = {up, {}};
    const auto figure = evaluate(stack);
    const auto rows = fieldTerms(*figure, FieldAxis::Rows), columns = fieldTerms(*figure, FieldAxis::Columns);
    QCOMPARE(rows[0].field, (Fraction{2, 1}));
    QCOMPARE(rows[0].jump, (Fraction{1, 2}));
    QCOMPARE(rows[1].field, (Fraction{3, 1})); // 2 + 2 · ½
    QCOMPARE(columns[0].field, (Fraction{2, 1}));
    QCOMPARE(columns[0].steps, 1);
    QVERIFY(rows[1].field.isWhole() && !rows[1].jump.isWhole());
    // 2 divides 4: every cell away from the border sees 2 rows; of 3 columns' stamps one or two.
    for (int cell = 1; cell < 15; ++cell) {
        QCOMPARE(cellsBelow(*figure, 0, FieldAxis::Rows, cell).size(), std::size_t{2});
        QCOMPARE(cellsBelow(*figure, 0, FieldAxis::Columns, cell).size(), std::size_t(cell % 2 ? 1 : 2));
        QVERIFY(!fieldOf(*figure, {1, cell, cell})[0].isClipped());
        const auto seen = cellsBelow(*figure, 0, FieldAxis::Rows, cell);
        const double centre = 0.5 * (seen.front() + seen.back());
        QVERIFY(std::abs(centre - (rows[0].origin + 0.5 * cell)) <= 0.25);
    }
    const FieldSets corner = fieldOf(*figure, {1, 0, 15})[0]; // a stamp from before the first cell is missing
    QCOMPARE(corner.rows, std::vector<int>{0});
    QCOMPARE(corner.wholeRows, 2);
    QCOMPARE(corner.columns, std::vector<int>{7});
    QCOMPARE(corner.wholeColumns, 1);
    QVERIFY(corner.isClipped());
    // A layer back down has the jump of the input again.
    stack.layers[1].stride = {2, 2};
    QCOMPARE(fieldTerms(*evaluate(stack), FieldAxis::Rows)[1].jump, (Fraction{1, 1}));
}

void TstReceptiveField::fourLayersOfTheLecture()
{
    const auto figure = evaluate(encoderOfFour());
    QCOMPARE(figure->sizeOf(0), (Axes{28, 28}));
    QCOMPARE(figure->sizeOf(1), (Axes{28, 28}));
    QCOMPARE(figure->sizeOf(2), (Axes{14, 14}));
    QCOMPARE(figure->sizeOf(3), (Axes{14, 14}));
    QCOMPARE(figure->sizeOf(4), (Axes{7, 7}));
    const auto fields = fieldOf(*figure, {4, 3, 3});
    const std::size_t sides[]{13, 11, 5, 3, 1};
    for (std::size_t level = 0; level < 5; ++level) {
        QCOMPARE(fields[level].rows.size(), sides[level]);
        QCOMPARE(fields[level].columns.size(), sides[level]);
        QVERIFY(!fields[level].isClipped());
    }
    QCOMPARE(fields[0].rows, range(9, 21)); // Keras pads at the end only: not centred at 13.5
    const auto terms = fieldTerms(*figure, FieldAxis::Rows);
    const int field[]{3, 5, 9, 13}, before[]{1, 3, 5, 9}, jump[]{1, 2, 2, 4};
    for (std::size_t layer = 0; layer < 4; ++layer) {
        QCOMPARE(terms[layer].field, (Fraction{field[layer], 1}));
        QCOMPARE(terms[layer].before, (Fraction{before[layer], 1}));
        QCOMPARE(terms[layer].jump, (Fraction{jump[layer], 1}));
        QCOMPARE(terms[layer].steps, 2);
    }
    QCOMPARE(terms.back().origin + 3 * 4, 15.0);
    // Three of size 5 and stride 1 see as much; these four at stride 1 see 9.
    FieldStack other = encoderOfFour();
    for (FieldLayer& layer : other.layers)
        layer.stride = {};
    QCOMPARE(fieldTerms(*evaluate(other), FieldAxis::Rows).back().field, (Fraction{9, 1}));
    other.layers.resize(3);
    for (FieldLayer& layer : other.layers)
        layer.size = {5, 5};
    QCOMPARE(fieldTerms(*evaluate(other), FieldAxis::Rows).back().field, (Fraction{13, 1}));
}

void TstReceptiveField::bordersClip()
{
    const auto figure = evaluate(encoderOfFour());
    const auto corner = fieldOf(*figure, {4, 2, 6});
    QCOMPARE(corner[0].rows, range(5, 17));
    QCOMPARE(corner[0].columns, range(21, 27));
    QCOMPARE(corner[0].wholeRows, 13);
    QCOMPARE(corner[0].wholeColumns, 13);
    QVERIFY(corner[0].isClipped());
    QVERIFY(corner[3].isClipped()); // one column of three stands in the padding
    QVERIFY(!corner[4].isClipped());
    // Dilation has holes and is not clipped for it.
    FieldStack holes{{9, 9}, {{.size = {3, 3}, .dilation = {2, 2}}}};
    const auto seen = fieldOf(*evaluate(holes), {1, 4, 4})[0];
    QCOMPARE(seen.rows, (std::vector<int>{2, 4, 6}));
    QVERIFY(!seen.isClipped());
    QCOMPARE(fieldTerms(*evaluate(holes), FieldAxis::Rows)[0].field, (Fraction{5, 1}));
    // What a fill repeats is seen already.
    FieldStack repeated{{4, 4}, {{.size = {3, 3}, .fill = Fill::Replicate}}};
    QCOMPARE(fieldOf(*evaluate(repeated), {1, 0, 0})[0].rows, (std::vector<int>{0, 1}));
    repeated.layers[0].fill = Fill::Circular;
    QCOMPARE(fieldOf(*evaluate(repeated), {1, 0, 0})[0].rows, (std::vector<int>{0, 1, 3}));
}

void TstReceptiveField::linksAreTheSetsOfOneLayer()
{
    const auto figure = evaluate(encoderOfFour());
    for (int layer = 0; layer < 4; ++layer) {
        const auto links = linksBelow(*figure, layer, FieldAxis::Columns);
        QCOMPARE(int(links.size()), figure->sizeOf(layer + 1).w);
        for (int cell = 0; cell < int(links.size()); ++cell)
            QCOMPARE(links[std::size_t(cell)],
                     fieldOf(*figure, {layer + 1, 0, cell})[std::size_t(layer)].columns);
    }
    QCOMPARE(linksBelow(*figure, 3, FieldAxis::Rows)[6], (std::vector<int>{12, 13}));
}

void TstReceptiveField::impossibleStacksSayWhere_data()
{
    QTest::addColumn<FieldStack>("stack");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("where");
    FieldStack stack = encoderOfFour();
    stack.layers.clear();
    QTest::newRow("none") << stack << ErrorCode::LayerCount << QByteArray();
    stack.layers.resize(5);
    QTest::newRow("five") << stack << ErrorCode::LayerCount << QByteArray();
    stack = encoderOfFour();
    stack.layers[2].size = {15, 3};
    stack.layers[2].paddingH = {Padding::Kind::Valid};
    QTest::newRow("too large a kernel") << stack << ErrorCode::KernelTooLarge << QByteArray("3");
    stack = encoderOfFour();
    stack.convention = Convention::PyTorch;
    QTest::newRow("same with a stride") << stack << ErrorCode::SameNeedsStride1 << QByteArray("2");
    stack = encoderOfFour();
    stack.layers[0].kind = FieldKind::Pooling;
    stack.layers[0].fill = Fill::Circular;
    QTest::newRow("filled pooling") << stack << ErrorCode::FillNotAllowed << QByteArray("1");
    stack.layers[0].fill = Fill::Zeros;
    stack.layers[0].paddingW = {Padding::Kind::Explicit, 3, 0};
    QTest::newRow("empty window") << stack << ErrorCode::WindowEmpty << QByteArray("1");
    stack = encoderOfFour();
    stack.layers[3].kind = FieldKind::Transposed;
    stack.layers[3].paddingH = {Padding::Kind::Explicit, 20, 20};
    QTest::newRow("nothing left") << stack << ErrorCode::OutputEmpty << QByteArray("4");
}

void TstReceptiveField::impossibleStacksSayWhere()
{
    QFETCH(FieldStack, stack);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, where);
    const auto valid = validate(stack);
    QVERIFY(!valid);
    QCOMPARE(valid.error().code, code);
    QCOMPARE(QByteArray::fromStdString(valid.error().where), where);
    if (code == ErrorCode::KernelTooLarge)
        QCOMPARE(valid.error().numbers, (std::vector<double>{15, 14, 14, 0, 0}));
}

void TstReceptiveField::gradientsAreSlopes()
{
    StackDraw draw(4);
    Network network{.input = {2, 9, 8},
                    .layers = {conv(3, 3, 2, Activation::Tanh), conv(2, 3, 1, Activation::Elu),
                               averagePool({2, 2}), convTransposed(2, 3, 2, Activation::Sigmoid)}};
    const auto layers = resolvedLayers(network);
    std::vector<double> parameters(layers.back().weightOffset + layers.back().parameterCount());
    for (double& w : parameters)
        w = 0.3 * (draw.share() - 1);
    TensorD x(1, network.input);
    draw.fill(x.data);
    const OutputCell cell{1, 2, 1};
    const auto gradients = gradientsOfCell(layers, parameters, x, cell);
    QCOMPARE(gradients.size(), layers.size() + 1);
    QCOMPARE(gradients.back().at(0, 1, 1, 2), 1.0);
    const auto value = [&](const TensorD& from) {
        TensorD y = from;
        for (const ResolvedLayer& layer : layers) {
            ResolvedNetwork one{{layer.in, {layer.spec}}, {layer}, 0};
            one.layers[0].weightOffset = 0;
            y = forwardReference(one,
                                 std::span(parameters).subspan(layer.weightOffset, layer.parameterCount()), y)
                    .activations.back();
        }
        return y.at(0, cell.filter, cell.row, cell.column);
    };
    const auto seen = fieldOf(*evaluate(FieldStack{{9, 8},
                                                   {{.stride = {2, 2}},
                                                    {},
                                                    {.kind = FieldKind::Pooling,
                                                     .size = {2, 2},
                                                     .stride = {2, 2},
                                                     .paddingH = {Padding::Kind::Valid},
                                                     .paddingW = {Padding::Kind::Valid}},
                                                    {.kind = FieldKind::Transposed, .stride = {2, 2}}}}),
                              {4, cell.row, cell.column})
                          .front();
    const auto isSeen = [](const std::vector<int>& cells, int c) {
        return std::binary_search(cells.begin(), cells.end(), c);
    };
    const TensorD shade = magnitudes(gradients.front());
    for (int r = 0; r < 9; ++r)
        for (int c = 0; c < 8; ++c) {
            double sum = 0;
            for (int ch = 0; ch < 2; ++ch) {
                TensorD up = x, down = x;
                up.at(0, ch, r, c) += 1e-5;
                down.at(0, ch, r, c) -= 1e-5;
                const double slope = (value(up) - value(down)) / 2e-5;
                QVERIFY(std::abs(slope - gradients.front().at(0, ch, r, c)) < 1e-9);
                sum += std::abs(gradients.front().at(0, ch, r, c));
            }
            QCOMPARE(shade.at(0, 0, r, c), sum);
            QCOMPARE(sum > 0, isSeen(seen.rows, r) && isSeen(seen.columns, c));
        }
}

void TstReceptiveField::stacksOfNetworks()
{
    const auto model = resolve(*modelById("conv", {1, 28, 28}, 2));
    const NetworkStack encoder = encoderStack(*model), decoder = decoderStack(*model);
    QCOMPARE(encoder.first, 0);
    QCOMPARE(encoder.leftOut, std::vector<int>{2});
    QCOMPARE(encoder.stack.input, (Axes{28, 28}));
    QCOMPARE(evaluate(encoder.stack)->sizeOf(2), (Axes{7, 7}));
    QCOMPARE(decoder.first, 4);
    QCOMPARE(decoder.leftOut, std::vector<int>{3});
    QCOMPARE(decoder.stack.input, (Axes{7, 7}));
    QCOMPARE(evaluate(decoder.stack)->sizeOf(2), (Axes{28, 28}));
    QCOMPARE(decoder.stack.layers[1].kind, FieldKind::Transposed);

    const auto dense = resolve(*modelById("dense", {1, 28, 28}, 2));
    QVERIFY(encoderStack(*dense).stack.layers.empty() && decoderStack(*dense).stack.layers.empty());
    QCOMPARE(encoderStack(*dense).leftOut, (std::vector<int>{0, 1, 2}));
    QCOMPARE(decoderStack(*dense).leftOut, (std::vector<int>{3, 4, 5}));

    // A code of cells, more than four layers on either side, poolings and upsamplings.
    constexpr auto relu = Activation::Relu;
    const auto deep =
        resolve({.input = {1, 16, 16},
                 .layers = {conv(2, 3, 1, relu), maxPool({2, 2}), conv(2, 5, 1, relu), averagePool({2, 2}),
                            conv(1, 3, 1, relu), conv(2, 3, 1, relu), upsample({2, 2}), conv(2, 3, 1, relu),
                            upsample({2, 2}), conv(1, 3, 1, relu)},
                 .codeLayer = 4});
    QVERIFY(deep);
    const NetworkStack down = encoderStack(*deep), up = decoderStack(*deep);
    QCOMPARE(down.leftOut, std::vector<int>{4});
    QCOMPARE(down.stack.layers[1].kind, FieldKind::Pooling);
    QCOMPARE(evaluate(down.stack)->sizeOf(4), (Axes{4, 4}));
    QCOMPARE(up.first, 6);
    QCOMPARE(up.leftOut, std::vector<int>{5});
    QCOMPARE(evaluate(up.stack)->sizeOf(4), (Axes{16, 16}));
    QCOMPARE(cellsBelow(*evaluate(up.stack), 0, FieldAxis::Rows, 5), std::vector<int>{2});
    for (std::size_t l = 0; l < 4; ++l) // the networks' own geometry
        QCOMPARE(evaluate(up.stack)->geometry[l], deep->layers[6 + l].geometry);
}

void TstReceptiveField::theConeOpensDownwards()
{
    const FieldCell cell{3, 0, 0};
    QCOMPARE(fieldMomentAt(cell, 0).level, 3);
    QCOMPARE(fieldMomentAt(cell, 0).share, 1.0);
    QCOMPARE(fieldMomentAt(cell, 1).level, 2);
    QCOMPARE(fieldMomentAt(cell, 1).share, 1.0);
    QCOMPARE(fieldMomentAt(cell, 1.5).level, 1);
    QCOMPARE(fieldMomentAt(cell, 1.5).share, 0.5);
    QCOMPARE(fieldMomentAt(cell, 9).level, 0);
    QCOMPARE(fieldMomentAt({0, 2, 2}, 1).level, 0);
}

QTEST_APPLESS_MAIN(TstReceptiveField)
#include "tst_receptive_field.moc"
