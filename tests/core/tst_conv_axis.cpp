#include "core/conv/padding.h"

#include <QTest>

#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace hg;

namespace {

constexpr Fill fills[] = {Fill::Zeros, Fill::Reflect, Fill::Replicate, Fill::Circular};

/// The input cell at `index`, by writing the padded line out: an independent second opinion on
/// ConvAxis::source.
std::vector<int> paddedSources(const ConvAxis& axis)
{
    std::vector<int> line;
    for (int i = 0; i < axis.input; ++i)
        line.push_back(i);
    const auto original = line;
    const int n = axis.input;
    for (int step = 1; step <= axis.padBefore; ++step) {
        const int cell = axis.fill == Fill::Reflect     ? original[static_cast<std::size_t>(step)]
                         : axis.fill == Fill::Replicate ? 0
                         : axis.fill == Fill::Circular  ? original[static_cast<std::size_t>(n - step)]
                                                        : Tap::none;
        line.insert(line.begin(), cell);
    }
    for (int step = 1; step <= axis.padAfter; ++step) {
        const int cell = axis.fill == Fill::Reflect     ? original[static_cast<std::size_t>(n - 1 - step)]
                         : axis.fill == Fill::Replicate ? n - 1
                         : axis.fill == Fill::Circular  ? original[static_cast<std::size_t>(step - 1)]
                                                        : Tap::none;
        line.push_back(cell);
    }
    return line;
}

} // namespace

class TstConvAxis : public QObject {
    Q_OBJECT

private slots:
    void sidesOfSame_data();
    void sidesOfSame();
    void sizes_data();
    void sizes();
    void transposedSizes_data();
    void transposedSizes();
    void impossibleChoices_data();
    void impossibleChoices();
    void fillsReadWhatAPaddedCopyHolds();
    void gatherAndScatterAreTheSameRelation();
    void unreadTailIsCounted();
    void windowsGlideOverTheTaps();
    void stampsReachTheUncroppedAxis();
    void outputsWithoutInputAreFound();
};

void TstConvAxis::sidesOfSame_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("k");
    QTest::addColumn<int>("s");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    const int rows[][5] = {{5, 3, 2, 1, 1},  {6, 3, 2, 0, 1}, {7, 3, 2, 1, 1}, {8, 3, 2, 0, 1},
                           {28, 3, 2, 0, 1}, {7, 4, 2, 1, 2}, {8, 4, 2, 1, 1}, {10, 3, 3, 1, 1},
                           {14, 9, 2, 3, 4}, {9, 3, 3, 0, 0}, {5, 1, 2, 0, 0}};
    for (const auto& r : rows)
        QTest::addRow("n=%d k=%d s=%d", r[0], r[1], r[2]) << r[0] << r[1] << r[2] << r[3] << r[4];
}

void TstConvAxis::sidesOfSame()
{
    QFETCH(int, n);
    QFETCH(int, k);
    QFETCH(int, s);
    QFETCH(int, before);
    QFETCH(int, after);
    const auto axis = forwardAxis({.input = n, .kernel = k, .stride = s, .padding = {Padding::Kind::Same}},
                                  Convention::Keras);
    QVERIFY(axis);
    QCOMPARE(axis->padBefore, before);
    QCOMPARE(axis->padAfter, after);
    QCOMPARE(axis->output, (n + s - 1) / s);
}

void TstConvAxis::sizes_data()
{
    QTest::addColumn<AxisChoice>("choice");
    QTest::addColumn<int>("output");
    const auto row = [](const char* name, AxisChoice c, int output) { QTest::newRow(name) << c << output; };
    row("full adds two", {.input = 7, .kernel = 3, .padding = {Padding::Kind::Full}}, 9);
    row("n=21 k=9 s=2 valid", {.input = 21, .kernel = 9, .stride = 2}, 7);
    row("n=22 k=9 s=2 valid", {.input = 22, .kernel = 9, .stride = 2}, 7);
    row("dilation 2", {.input = 7, .kernel = 3, .dilation = 2}, 3);
    row("causal s=2", {.input = 8, .kernel = 3, .stride = 2, .padding = {Padding::Kind::Causal}}, 4);
    row("explicit 1 and 2", {.input = 5, .kernel = 4, .padding = {Padding::Kind::Explicit, 1, 2}}, 5);
    row("one cell", {.input = 1, .kernel = 1, .stride = 1000}, 1);
}

void TstConvAxis::sizes()
{
    QFETCH(AxisChoice, choice);
    QFETCH(int, output);
    const auto axis = forwardAxis(choice, Convention::Keras);
    QVERIFY(axis);
    QCOMPARE(axis->output, output);
}

void TstConvAxis::transposedSizes_data()
{
    QTest::addColumn<AxisChoice>("choice");
    QTest::addColumn<Convention>("convention");
    QTest::addColumn<int>("outputPadding");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("crop");
    const auto row = [](const char* name, AxisChoice c, Convention v, int op, int length, int crop) {
        QTest::newRow(name) << c << v << op << length << crop;
    };
    using enum Padding::Kind;
    row("keras valid, k < s", {.input = 4, .kernel = 2, .stride = 3}, Convention::Keras, -1, 12, 0);
    row("pytorch valid, k < s", {.input = 4, .kernel = 2, .stride = 3}, Convention::PyTorch, -1, 11, 0);
    row("keras same k3 s2", {.input = 7, .kernel = 3, .stride = 2, .padding = {Same}}, Convention::Keras, -1,
        14, 0);
    row("keras same k4 s2", {.input = 7, .kernel = 4, .stride = 2, .padding = {Same}}, Convention::Keras, -1,
        14, 1);
    row("keras same k5 s2", {.input = 7, .kernel = 5, .stride = 2, .padding = {Same}}, Convention::Keras, -1,
        14, 1);
    row("keras same k2 s3", {.input = 7, .kernel = 2, .stride = 3, .padding = {Same}}, Convention::Keras, -1,
        21, 0);
    row("p=1 op=1", {.input = 7, .kernel = 3, .stride = 2, .padding = {Explicit, 1, 1}}, Convention::PyTorch,
        1, 14, 1);
    row("full", {.input = 7, .kernel = 3, .padding = {Full}}, Convention::Keras, -1, 5, 2);
}

void TstConvAxis::transposedSizes()
{
    QFETCH(AxisChoice, choice);
    QFETCH(Convention, convention);
    QFETCH(int, outputPadding);
    QFETCH(int, length);
    QFETCH(int, crop);
    const auto axis =
        transposedAxis(choice, convention, outputPadding < 0 ? std::nullopt : std::optional(outputPadding));
    QVERIFY(axis);
    QCOMPARE(axis->input, length);
    QCOMPARE(axis->output, choice.input);
    QCOMPARE(axis->padBefore, crop);
    QCOMPARE(axis->unreadTail(), 0);
}

void TstConvAxis::impossibleChoices_data()
{
    QTest::addColumn<AxisChoice>("choice");
    QTest::addColumn<Convention>("convention");
    QTest::addColumn<bool>("transposed");
    QTest::addColumn<int>("outputPadding");
    QTest::addColumn<ErrorCode>("code");
    const auto forward = [](const char* name, AxisChoice c, Convention v, ErrorCode code) {
        QTest::newRow(name) << c << v << false << -1 << code;
    };
    const auto transposed = [](const char* name, AxisChoice c, Convention v, int op, ErrorCode code) {
        QTest::newRow(name) << c << v << true << op << code;
    };
    using enum Padding::Kind;
    constexpr int huge = 2'000'000'000;
    forward("kernel 5 > input 4", {.input = 4, .kernel = 5}, Convention::Keras, ErrorCode::KernelTooLarge);
    forward("dilation makes it too long", {.input = 4, .kernel = 3, .dilation = 2}, Convention::Keras,
            ErrorCode::KernelTooLarge);
    forward("stride 0", {.input = 4, .stride = 0}, Convention::Keras, ErrorCode::BadValue);
    forward("negative padding", {.input = 4, .padding = {Explicit, -1, 0}}, Convention::Keras,
            ErrorCode::BadValue);
    forward("pytorch same, stride 2", {.input = 4, .kernel = 3, .stride = 2, .padding = {Same}},
            Convention::PyTorch, ErrorCode::SameNeedsStride1);
    forward("reflect 3 of 3", {.input = 3, .kernel = 3, .padding = {Explicit, 3, 0}, .fill = Fill::Reflect},
            Convention::Keras, ErrorCode::FillTooWide);
    forward("circular 4 of 3", {.input = 3, .kernel = 3, .padding = {Explicit, 0, 4}, .fill = Fill::Circular},
            Convention::Keras, ErrorCode::FillTooWide);
    forward("beyond an int", {.input = huge, .kernel = 1, .padding = {Explicit, huge, huge}},
            Convention::Keras, ErrorCode::TooLarge);
    forward("kernel beyond an int", {.input = 5, .kernel = huge, .dilation = 1000}, Convention::Keras,
            ErrorCode::TooLarge);
    transposed("reflect", {.input = 3, .fill = Fill::Reflect}, Convention::Keras, -1,
               ErrorCode::FillNotAllowed);
    transposed("causal", {.input = 3, .padding = {Causal}}, Convention::Keras, -1,
               ErrorCode::PaddingNotAllowed);
    transposed("pytorch same", {.input = 3, .padding = {Same}}, Convention::PyTorch, -1,
               ErrorCode::SameUndefined);
    transposed("output padding = stride", {.input = 3, .kernel = 3, .stride = 2}, Convention::PyTorch, 2,
               ErrorCode::OutputPaddingTooLarge);
    transposed("nothing left", {.input = 1, .kernel = 3, .padding = {Explicit, 2, 2}}, Convention::Keras, -1,
               ErrorCode::OutputEmpty);
    transposed("too long", {.input = 900'000'000, .kernel = 3, .stride = 1000}, Convention::Keras, -1,
               ErrorCode::TooLarge);
}

void TstConvAxis::impossibleChoices()
{
    QFETCH(AxisChoice, choice);
    QFETCH(Convention, convention);
    QFETCH(bool, transposed);
    QFETCH(int, outputPadding);
    QFETCH(ErrorCode, code);
    const auto axis = transposed
                          ? transposedAxis(choice, convention,
                                           outputPadding < 0 ? std::nullopt : std::optional(outputPadding))
                          : forwardAxis(choice, convention);
    QVERIFY(!axis);
    QCOMPARE(axis.error().code, code);
}

void TstConvAxis::fillsReadWhatAPaddedCopyHolds()
{
    for (const Fill fill : fills)
        for (int n = 1; n <= 6; ++n)
            for (int before = 0; before <= 5; ++before)
                for (int after = 0; after <= 5; ++after) {
                    const auto axis = forwardAxis(
                        {.input = n, .padding = {Padding::Kind::Explicit, before, after}, .fill = fill},
                        Convention::Keras);
                    if (!axis) continue;
                    const auto expected = paddedSources(*axis);
                    for (int p = 0; p < axis->padded(); ++p)
                        QCOMPARE(axis->source(p - before), expected[static_cast<std::size_t>(p)]);
                }
}

void TstConvAxis::gatherAndScatterAreTheSameRelation()
{
    std::mt19937 random(1);
    const auto draw = [&](int least, int greatest) {
        return std::uniform_int_distribution(least, greatest)(random);
    };
    int legal = 0;
    while (legal < 4000) {
        const AxisChoice choice{.input = draw(1, 12),
                                .kernel = draw(1, 6),
                                .stride = draw(1, 4),
                                .dilation = draw(1, 3),
                                .padding = {Padding::Kind::Explicit, draw(0, 6), draw(0, 6)},
                                .fill = fills[draw(0, 3)]};
        const bool transposed = choice.fill == Fill::Zeros && draw(0, 1) == 1;
        const auto axis =
            transposed ? transposedAxis(choice, Convention::Keras) : forwardAxis(choice, Convention::Keras);
        if (!axis) continue;
        ++legal;
        using Triple = std::tuple<int, int, int, int>; // output, source, kernel, index
        std::set<Triple> gathered, scattered;
        for (int o = 0; o < axis->output; ++o)
            for (const Tap& tap : tapsOfOutput(*axis, o))
                if (tap.source != Tap::none) gathered.emplace(o, tap.source, tap.kernel, tap.index);
        for (int i = 0; i < axis->input; ++i)
            for (const InputTap& tap : tapsOfInput(*axis, i))
                scattered.emplace(tap.output, i, tap.kernel, tap.index);
        QVERIFY(gathered == scattered);
    }
}

void TstConvAxis::unreadTailIsCounted()
{
    const auto axis = forwardAxis({.input = 22, .kernel = 9, .stride = 2}, Convention::Keras);
    QVERIFY(axis);
    QCOMPARE(axis->unreadTail(), 1);
}

void TstConvAxis::windowsGlideOverTheTaps()
{
    const auto axis = forwardAxis(
        {.input = 11, .kernel = 3, .stride = 3, .dilation = 2, .padding = {Padding::Kind::Explicit, 2, 1}},
        Convention::Keras);
    QVERIFY(axis);
    std::set<int> read;
    for (int o = 0; o < axis->output; ++o)
        for (const Tap& tap : tapsOfOutput(*axis, o)) {
            QCOMPARE(axis->tapPlace(o, tap.kernel), double(tap.index));
            QCOMPARE(axis->tapPlace(o - 0.5, tap.kernel), tap.index - 1.5);
            read.insert(tap.index);
        }
    QCOMPARE(axis->reach(), *read.rbegin() - *read.begin() + 1);
    for (int index = -axis->padBefore - 1; index <= axis->input + axis->padAfter; ++index)
        QCOMPARE(axis->isReached(index), index >= *read.begin() && index <= *read.rbegin());
    ConvAxis dense = *axis;
    dense.stride = 1;
    dense.output = axis->outputsAtStrideOne();
    QCOMPARE(dense.windowStart(dense.output - 1), axis->windowStart(axis->output - 1));
}

/// Under a crop, and where an output goes on beyond the last stamp.
void TstConvAxis::stampsReachTheUncroppedAxis()
{
    const AxisChoice cropped{
        .input = 4, .kernel = 3, .stride = 2, .padding = {Padding::Kind::Explicit, 1, 1}};
    for (const auto& [choice, extra] : {std::pair(cropped, 0), std::pair(cropped, 1)}) {
        const auto axis = transposedAxis(choice, Convention::PyTorch, extra);
        QVERIFY(axis);
        const ConvAxis whole = uncropped(*axis);
        QCOMPARE(whole.padBefore, 0);
        QCOMPARE(whole.input, 9);
        for (int i = 0; i < axis->input; ++i) { // a kept cell has the same taps
            const auto kept = tapsOfInput(*axis, i), all = tapsOfInput(whole, i + axis->padBefore);
            QCOMPARE(kept.size(), all.size());
            for (std::size_t k = 0; k < kept.size(); ++k)
                QVERIFY(kept[k].output == all[k].output && kept[k].kernel == all[k].kernel);
        }
    }
    const auto longer = transposedAxis({.input = 2, .kernel = 1, .stride = 3}, Convention::Keras);
    QVERIFY(longer);
    QCOMPARE(uncropped(*longer).input,
             longer->input); // valid: n·s where the kernel is shorter than its stride
}

void TstConvAxis::outputsWithoutInputAreFound()
{
    int found = 0, none = 0;
    for (int input = 1; input <= 5; ++input)
        for (int kernel = 1; kernel <= 3; ++kernel)
            for (int stride = 1; stride <= 3; ++stride)
                for (int dilation = 1; dilation <= 3; ++dilation)
                    for (int before = 0; before <= 4; ++before)
                        for (int after = 0; after <= 4; ++after) {
                            const auto axis =
                                forwardAxis({.input = input,
                                             .kernel = kernel,
                                             .stride = stride,
                                             .dilation = dilation,
                                             .padding = {Padding::Kind::Explicit, before, after}},
                                            Convention::Keras);
                            if (!axis) continue;
                            std::optional<int> expected;
                            for (int o = 0; o < axis->output && !expected; ++o) {
                                const auto taps = tapsOfOutput(*axis, o);
                                if (std::all_of(taps.begin(), taps.end(),
                                                [](const Tap& tap) { return tap.source == Tap::none; }))
                                    expected = o;
                            }
                            QCOMPARE(firstOutputWithoutInput(*axis), expected);
                            ++(expected ? found : none);
                        }
    QVERIFY(found > 100 && none > 100);
}

QTEST_APPLESS_MAIN(TstConvAxis)
#include "tst_conv_axis.moc"
