#include "core/engine/code_dial.h"
#include "tests/support/numbers.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace hg;

namespace {

using Matrix = std::array<double, 4>;

constexpr Matrix identity{1, 0, 0, 1};

Model modelOf(Network network, unsigned seed)
{
    std::mt19937 random(seed);
    const auto resolved = resolve(network);
    if (!resolved) qFatal("the test's network is wrong");
    auto plan = std::make_shared<const Plan>(*resolved);
    auto parameters = test::normalFloats(plan->parameterCount(), 0.2f, random);
    auto mean = test::normalFloats(network.isCentred ? plan->inputSize() : 0, 1, random);
    return {plan, std::move(parameters), std::move(mean)};
}

Model linearModel(Shape input)
{
    return modelOf(*modelById("linear", input, 2), 5);
}

std::vector<float> codesOf(int count, float spread)
{
    std::mt19937 random(6);
    return test::normalFloats(static_cast<std::size_t>(count) * 2, spread, random);
}

/// Entries of at most largestInDial; `isSound` says whether it can be undone.
Matrix randomMatrix(std::mt19937& random, bool isSound)
{
    std::uniform_real_distribution<double> entry(-largestInDial, largestInDial);
    for (;;) {
        Matrix m{entry(random), entry(random), entry(random), entry(random)};
        if (!isSound) m[3] = m[1] * m[2] / m[0] + entry(random) * 0.01 / m[0];
        const double determinant = std::abs(m[0] * m[3] - m[1] * m[2]);
        if (isSound ? determinant >= leastDeterminant : determinant < leastDeterminant && std::isfinite(m[3]))
            return m;
    }
}

double largestDifference(const std::vector<float>& a, const float* b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    return most;
}

} // namespace

class TstCodeDial : public QObject {
    Q_OBJECT

private slots:
    void inversesUndo();
    void whatCannotBeUndoneIsRefused_data();
    void whatCannotBeUndoneIsRefused();
    void picturesDoNotChange_data();
    void picturesDoNotChange();
    void theIdentityChangesNothingAtAll();
    void aWrongDecoderIsSeen();
    void beforeIsWhatTheModelDecodes_data();
    void beforeIsWhatTheModelDecodes();
    void changeIsTheLargestOfAllPictures();
    void codesThatAreNotFiniteAreLeftOut();
    void weightsThatAreNotFiniteAreNoProof();
    void changeDoesNotDependOnThreads();
};

void TstCodeDial::inversesUndo()
{
    std::mt19937 random(1);
    for (int i = 0; i < 1000; ++i) {
        const Matrix m = randomMatrix(random, true);
        const auto inverse = inverseOf(m);
        QVERIFY(inverse);
        const Matrix& n = *inverse;
        const Matrix product{m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2],
                             m[2] * n[1] + m[3] * n[3]};
        for (std::size_t j = 0; j < 4; ++j)
            QVERIFY(std::abs(product[j] - identity[j]) < 1e-12);
    }
    QCOMPARE(*inverseOf({2, 1, 0, 0.5}), (Matrix{0.5, -1, 0, 2}));
    QCOMPARE(*inverseOf({0, 1, -1, 0}), (Matrix{0, -1, 1, 0}));
}

void TstCodeDial::whatCannotBeUndoneIsRefused_data()
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN(),
                     inf = std::numeric_limits<double>::infinity();
    QTest::addColumn<Matrix>("m");
    QTest::addColumn<bool>("isAccepted");
    QTest::newRow("zeros") << Matrix{} << false;
    QTest::newRow("a line") << Matrix{1, 2, 2, 4} << false;
    QTest::newRow("just below") << Matrix{1, 0, 0, 0.0499999} << false;
    QTest::newRow("the least") << Matrix{1, 0, 0, leastDeterminant} << true;
    QTest::newRow("the least, mirrored") << Matrix{0, 1, leastDeterminant, 0} << true;
    QTest::newRow("NaN") << Matrix{nan, 0, 0, 1} << false;
    QTest::newRow("infinite") << Matrix{inf, 0, 0, 1} << false;
    QTest::newRow("infinite determinant") << Matrix{1e200, 0, 0, 1e200} << false;
    std::mt19937 random(2);
    for (int i = 0; i < 20; ++i)
        QTest::addRow("nearly a line, %d", i) << randomMatrix(random, false) << false;
}

void TstCodeDial::whatCannotBeUndoneIsRefused()
{
    QFETCH(Matrix, m);
    QFETCH(bool, isAccepted);
    QCOMPARE(inverseOf(m).has_value(), isAccepted);
    Workers workers(1);
    CodeDial dial(linearModel({1, 3, 3}), workers);
    const Matrix before{2, 1, 0, 1};
    QVERIFY(dial.setMatrix(before));
    const auto picture = dial.rebuilt({1, 2});
    QCOMPARE(dial.setMatrix(m), isAccepted);
    QCOMPARE(dial.matrix(), isAccepted ? m : before);
    QCOMPARE(dial.inverse(), *inverseOf(dial.matrix()));
    QCOMPARE(dial.rebuilt({1, 2}) == picture, !isAccepted);
}

void TstCodeDial::picturesDoNotChange_data()
{
    QTest::addColumn<Matrix>("m");
    QTest::newRow("identity") << identity;
    QTest::newRow("quarter turn") << Matrix{0, -1, 1, 0};
    QTest::newRow("mirrored") << Matrix{0, 1, 1, 0};
    QTest::newRow("the least determinant") << Matrix{4, 4, 3.9875, 4};
    QTest::newRow("shrunk") << Matrix{0.25, 0, 0, 0.25};
    std::mt19937 random(3);
    for (int i = 0; i < 100; ++i)
        QTest::addRow("random %d", i) << randomMatrix(random, true);
}

void TstCodeDial::picturesDoNotChange()
{
    QFETCH(Matrix, m);
    Workers workers(2);
    CodeDial dial(linearModel({1, 7, 5}), workers);
    QVERIFY(dial.setMatrix(m));
    const auto codes = codesOf(500, 10);
    const double change = dial.largestChange(codes, workers);
    QVERIFY2(change < 1e-11, qPrintable(QString::number(change)));
    for (std::size_t i = 0; i < codes.size(); i += 50) {
        const std::array code{static_cast<double>(codes[i]), static_cast<double>(codes[i + 1])};
        const auto before = dial.rebuiltBefore(code), after = dial.rebuilt(dial.turned(code));
        QCOMPARE(before.size(), std::size_t{35});
        QVERIFY(largestDifference(after, before.data()) < 1e-5); // pictures are of single precision
    }
}

void TstCodeDial::theIdentityChangesNothingAtAll()
{
    Workers workers(2);
    CodeDial dial(linearModel({1, 28, 28}), workers);
    const auto codes = codesOf(1000, 30);
    QCOMPARE(dial.largestChange(codes, workers), 0.0);
    QVERIFY(dial.setMatrix({3, 1, 1, 2}));
    QVERIFY(dial.setMatrix(identity));
    QCOMPARE(dial.largestChange(codes, workers), 0.0);
    QCOMPARE(dial.rebuilt({1, 2}), dial.rebuiltBefore({1, 2}));
    QCOMPARE(dial.largestChange({}, workers), 0.0);
}

/// A turned code in the decoder that was not changed, which is what a change of pixels looks like.
void TstCodeDial::aWrongDecoderIsSeen()
{
    Workers workers(1);
    CodeDial dial(linearModel({1, 5, 5}), workers);
    QVERIFY(dial.setMatrix({2, 0, 0, 1}));
    const std::array code{1.5, -0.5};
    const auto right = dial.rebuiltBefore(code);
    QVERIFY(largestDifference(dial.rebuiltBefore(dial.turned(code)), right.data()) > 0.05);
    QVERIFY(largestDifference(dial.rebuilt(code), right.data()) > 0.05);
}

void TstCodeDial::beforeIsWhatTheModelDecodes_data()
{
    QTest::addColumn<Network>("network");
    using enum Activation;
    Network centred = *modelById("linear", {1, 28, 28}, 2);
    centred.isCentred = true;
    QTest::newRow("centred") << centred;
    QTest::newRow("bent encoder") << Network{
        .input = {1, 6, 4},
        .layers = {dense(9, Tanh), dense(2, Linear), dense({1, 6, 4}, Linear)},
        .codeLayer = 1};
    QTest::newRow("two linear layers")
        << Network{.input = {1, 6, 4},
                   .layers = {dense(2, Linear), dense(5, Linear), dense({1, 6, 4}, Linear)},
                   .codeLayer = 0};
    QTest::newRow("convolved") << Network{
        .input = {1, 6, 6},
        .layers = {dense(2, Linear), dense({2, 3, 3}, Linear), convTransposed(1, 3, 2, Linear)},
        .codeLayer = 0};
}

void TstCodeDial::beforeIsWhatTheModelDecodes()
{
    QFETCH(Network, network);
    const Model model = modelOf(network, 7);
    Workers workers(1);
    CodeDial dial(model, workers);
    QVERIFY(dial.setMatrix({1, 2, -3, 1.5}));
    const auto codes = codesOf(20, 3);
    const auto pictures = decode(model, codes, workers);
    for (std::size_t i = 0; i < 20; ++i) {
        const std::array code{static_cast<double>(codes[2 * i]), static_cast<double>(codes[2 * i + 1])};
        const float* expected = pictures.data() + i * network.input.size();
        QVERIFY(largestDifference(dial.rebuiltBefore(code), expected) < 1e-5);
        QVERIFY(largestDifference(dial.rebuilt(dial.turned(code)), expected) < 1e-5);
    }
}

void TstCodeDial::changeIsTheLargestOfAllPictures()
{
    // One code of a million far beyond the others, whose rounding shows in single precision too.
    Workers workers(2);
    CodeDial dial(linearModel({1, 3, 3}), workers);
    QVERIFY(dial.setMatrix({4, 4, 3.9875, 4}));
    auto codes = codesOf(333, 1);
    const double near = dial.largestChange(codes, workers);
    for (const std::size_t place : {std::size_t{0}, std::size_t{300}, codes.size() - 2}) {
        auto strayed = codes;
        strayed[place] = 1e6f;
        strayed[place + 1] = 3e6f;
        const double far = dial.largestChange(strayed, workers);
        QVERIFY2(far > 1000 * near, qPrintable(QString::number(far)));
        QCOMPARE(far, dial.largestChange(std::array{1e6f, 3e6f}, workers));
    }
}

void TstCodeDial::codesThatAreNotFiniteAreLeftOut()
{
    constexpr float nan = std::numeric_limits<float>::quiet_NaN(),
                    inf = std::numeric_limits<float>::infinity();
    Workers workers(1);
    CodeDial dial(linearModel({1, 3, 3}), workers);
    QVERIFY(dial.setMatrix({1, 2, -3, 1.5}));
    const double change = dial.largestChange(std::array{1.0f, 2.0f}, workers);
    QCOMPARE(dial.largestChange(std::array{nan, 1.0f, 1.0f, 2.0f, inf, 0.0f, 0.0f, -inf}, workers), change);
}

/// A training that diverged leaves weights of which nothing can be claimed.
void TstCodeDial::weightsThatAreNotFiniteAreNoProof()
{
    Workers workers(1);
    Model model = linearModel({1, 3, 3});
    model.parameters.front() = 1;
    model.parameters.back() = std::numeric_limits<float>::quiet_NaN(); // of the decoder
    const CodeDial dial(model, workers);
    QVERIFY(std::isnan(dial.largestChange(std::array{1.0f, 2.0f}, workers)));
}

void TstCodeDial::changeDoesNotDependOnThreads()
{
    Workers one(1), three(3);
    CodeDial dial(linearModel({1, 9, 9}), one);
    QVERIFY(dial.setMatrix({1, 2, -3, 1.5}));
    for (const int count : {1, 64, 65, 1000}) {
        const auto codes = codesOf(count, 10);
        QCOMPARE(dial.largestChange(codes, one), dial.largestChange(codes, three));
    }
}

QTEST_APPLESS_MAIN(TstCodeDial)
#include "tst_code_dial.moc"
