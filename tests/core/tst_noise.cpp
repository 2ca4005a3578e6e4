#include "core/eval/median.h"
#include "core/eval/psnr.h"
#include "core/train/noise.h"
#include "core/util/rng.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace hg;

Q_DECLARE_METATYPE(hg::Noise)
Q_DECLARE_METATYPE(hg::Shape)

namespace {

using Kind = Noise::Kind;

std::vector<float> uniformNumbers(std::size_t count, std::uint64_t seed = 5)
{
    std::vector<float> numbers;
    const Random random(seed, 200);
    for (std::size_t i = 0; i < count; ++i)
        numbers.push_back(static_cast<float>(random.uniform(i)));
    return numbers;
}

std::vector<float> spoilt(const Noise& noise, const NoiseDraw& draw, std::vector<float> picture, Shape shape)
{
    addNoise(noise, draw, picture.data(), shape);
    return picture;
}

/// The share of numbers for which `test` holds.
template <class Test>
double shareOf(const std::vector<float>& numbers, const Test& test)
{
    return static_cast<double>(std::count_if(numbers.begin(), numbers.end(), test)) /
           static_cast<double>(numbers.size());
}

double meanOf(const std::vector<float>& numbers)
{
    double sum = 0;
    for (const float x : numbers)
        sum += static_cast<double>(x);
    return sum / static_cast<double>(numbers.size());
}

/// The plane with its edge repeated by one cell on every side, then each window sorted.
std::vector<float> naiveMedian(const std::vector<float>& plane, int height, int width)
{
    const auto cell = [&](int h, int w) {
        h = h < 0 ? 0 : h == height ? height - 1 : h;
        w = w < 0 ? 0 : w == width ? width - 1 : w;
        return plane[static_cast<std::size_t>(h * width + w)];
    };
    std::vector<float> filtered;
    for (int h = 0; h < height; ++h)
        for (int w = 0; w < width; ++w) {
            std::vector<float> around;
            for (int i = 0; i < 9; ++i)
                around.push_back(cell(h + i / 3 - 1, w + i % 3 - 1));
            std::sort(around.begin(), around.end());
            filtered.push_back(around[4]);
        }
    return filtered;
}

constexpr Shape large{1, 100, 200}; // statistics within about .01

} // namespace

class TstNoise : public QObject {
    Q_OBJECT

private slots:
    void isAFunctionOfItsDraw_data();
    void isAFunctionOfItsDraw();
    void gaussianHasItsDeviation();
    void clippingStaysInside();
    void saltAndPepperHitsItsShare();
    void maskBlackensItsShare();
    void blockIsOneSquare();
    void blockLiesAnywhere();
    void blurIsAGaussian();
    void blurKeepsWhatIsEven();
    void lanesAreApart_data() { isAFunctionOfItsDraw_data(); }
    void lanesAreApart();
    void copyIsEachRowsOwn();
    void amountsHaveTheirRange_data();
    void amountsHaveTheirRange();
    void blocksNeedRoom();
    void medianIsTheSortedMiddle_data();
    void medianIsTheSortedMiddle();
    void ratioByHand();
};

void TstNoise::isAFunctionOfItsDraw_data()
{
    QTest::addColumn<Noise>("noise");
    QTest::newRow("gaussian") << Noise{Kind::Gaussian, 0.5};
    QTest::newRow("gaussian, clipped") << Noise{Kind::Gaussian, 0.5, true};
    QTest::newRow("salt and pepper") << Noise{Kind::SaltAndPepper, 0.2};
    QTest::newRow("mask") << Noise{Kind::Mask, 0.25};
    QTest::newRow("block") << Noise{Kind::Block, 7};
    QTest::newRow("blur") << Noise{Kind::Blur, 1.5};
}

void TstNoise::isAFunctionOfItsDraw()
{
    QFETCH(Noise, noise);
    constexpr Shape shape{2, 20, 30};
    const auto picture = uniformNumbers(shape.size());
    const auto once = spoilt(noise, {1, 7, 3}, picture, shape);
    QVERIFY(once == spoilt(noise, {1, 7, 3}, picture, shape));
    QVERIFY(once != picture);
    const bool isRandom = noise.kind != Kind::Blur;
    for (const NoiseDraw& other : {NoiseDraw{1, 8, 3}, NoiseDraw{1, 7, 4}, NoiseDraw{2, 7, 3}})
        QCOMPARE(once != spoilt(noise, other, picture, shape), isRandom);
}

void TstNoise::gaussianHasItsDeviation()
{
    const auto noisy = spoilt({Kind::Gaussian, 0.5}, {}, std::vector<float>(large.size(), 0.5f), large);
    double squares = 0;
    for (const float x : noisy)
        squares += std::pow(static_cast<double>(x) - 0.5, 2);
    QVERIFY(std::abs(std::sqrt(squares / double(large.size())) - 0.5) < 0.01);
    QVERIFY(std::abs(meanOf(noisy) - 0.5) < 0.015);
    // Half of a normal distribution lies within .6745 deviations.
    const double inner = shareOf(noisy, [](float x) { return std::abs(x - 0.5f) < 0.33725f; });
    QVERIFY(std::abs(inner - 0.5) < 0.02);
}

/// Black becomes σ/√(2π) on average: the bias that clipping adds.
void TstNoise::clippingStaysInside()
{
    const auto noisy = spoilt({Kind::Gaussian, 0.3, true}, {}, std::vector<float>(large.size()), large);
    QCOMPARE(shareOf(noisy, [](float x) { return x >= 0 && x <= 1; }), 1.0);
    QVERIFY(std::abs(shareOf(noisy, [](float x) { return x == 0; }) - 0.5) < 0.02);
    QVERIFY(std::abs(meanOf(noisy) - 0.3 * 0.39894) < 0.01);
}

void TstNoise::saltAndPepperHitsItsShare()
{
    const auto noisy = spoilt({Kind::SaltAndPepper, 0.2}, {}, std::vector<float>(large.size(), 0.5f), large);
    QVERIFY(std::abs(shareOf(noisy, [](float x) { return x == 0; }) - 0.1) < 0.01);
    QVERIFY(std::abs(shareOf(noisy, [](float x) { return x == 1; }) - 0.1) < 0.01);
    QVERIFY(std::abs(shareOf(noisy, [](float x) { return x == 0.5f; }) - 0.8) < 0.015);
    const auto all = spoilt({Kind::SaltAndPepper, 1}, {}, std::vector<float>(large.size(), 0.5f), large);
    QCOMPARE(shareOf(all, [](float x) { return x == 0.5f; }), 0.0);
}

void TstNoise::maskBlackensItsShare()
{
    const auto noisy = spoilt({Kind::Mask, 0.25}, {}, std::vector<float>(large.size(), 0.5f), large);
    QVERIFY(std::abs(shareOf(noisy, [](float x) { return x == 0; }) - 0.25) < 0.015);
    QVERIFY(std::abs(shareOf(noisy, [](float x) { return x == 0.5f; }) - 0.75) < 0.015);
    const auto all = spoilt({Kind::Mask, 1}, {}, std::vector<float>(large.size(), 0.5f), large);
    QCOMPARE(meanOf(all), 0.0);
}

void TstNoise::blockIsOneSquare()
{
    constexpr Shape shape{2, 9, 14};
    constexpr int side = 4;
    const auto noisy = spoilt({Kind::Block, side}, {}, std::vector<float>(shape.size(), 1), shape);
    int top = shape.height, left = shape.width, bottom = -1, right = -1, black = 0;
    for (int h = 0; h < shape.height; ++h)
        for (int w = 0; w < shape.width; ++w) {
            QCOMPARE(noisy[shape.index(0, h, w)], noisy[shape.index(1, h, w)]);
            if (noisy[shape.index(0, h, w)] != 0) continue;
            ++black;
            top = std::min(top, h), bottom = std::max(bottom, h);
            left = std::min(left, w), right = std::max(right, w);
        }
    QCOMPARE(black, side * side);
    QCOMPARE(bottom - top + 1, side);
    QCOMPARE(right - left + 1, side);
}

/// Every place inside is met about as often; one that fills the picture has one place.
void TstNoise::blockLiesAnywhere()
{
    constexpr Shape shape{1, 5, 6};
    constexpr int draws = 3000, places = 3 * 4;
    std::vector<int> met(shape.size());
    for (int i = 0; i < draws; ++i) {
        const auto noisy =
            spoilt({Kind::Block, 3}, {.sample = i}, std::vector<float>(shape.size(), 1), shape);
        ++met[static_cast<std::size_t>(std::find(noisy.begin(), noisy.end(), 0.0f) - noisy.begin())];
    }
    for (int h = 0; h < shape.height; ++h)
        for (int w = 0; w < shape.width; ++w) {
            const bool isPlace = h <= 2 && w <= 3;
            const int expected = isPlace ? draws / places : 0;
            QVERIFY(std::abs(met[shape.index(0, h, w)] - expected) <= (isPlace ? 80 : 0));
        }
    constexpr Shape square{1, 3, 3};
    QCOMPARE(meanOf(spoilt({Kind::Block, 3}, {}, std::vector<float>(9, 1), square)), 0.0);
}

/// A single white cell spreads as the product of two Gaussians.
void TstNoise::blurIsAGaussian()
{
    constexpr Shape shape{1, 21, 23};
    constexpr double sigma = 1.25;
    constexpr int radius = 5; // 4σ
    std::vector<float> picture(shape.size());
    picture[shape.index(0, 10, 11)] = 1;
    const auto blurred = spoilt({Kind::Blur, sigma}, {}, picture, shape);
    double sum = 0;
    for (int i = -radius; i <= radius; ++i)
        sum += std::exp(-i * i / (2 * sigma * sigma));
    for (int h = 0; h < shape.height; ++h)
        for (int w = 0; w < shape.width; ++w) {
            const int dh = h - 10, dw = w - 11;
            const bool isReached = std::max(std::abs(dh), std::abs(dw)) <= radius;
            const double expected =
                isReached ? std::exp(-(dh * dh + dw * dw) / (2 * sigma * sigma)) / (sum * sum) : 0;
            QVERIFY(std::abs(static_cast<double>(blurred[shape.index(0, h, w)]) - expected) < 1e-7);
        }
}

void TstNoise::blurKeepsWhatIsEven()
{
    constexpr Shape shape{3, 4, 5}; // smaller than the kernel: the edge is repeated far out
    for (const float x : spoilt({Kind::Blur, 3}, {}, std::vector<float>(shape.size(), 0.25f), shape))
        QVERIFY(std::abs(x - 0.25f) < 1e-6f);
    const auto picture = uniformNumbers(shape.size());
    QVERIFY(spoilt({Kind::Blur, 0}, {}, picture, shape) == picture);
}

/// In a lane of a chunk the same numbers, and nothing of the other lanes.
void TstNoise::lanesAreApart()
{
    QFETCH(Noise, noise);
    constexpr Shape shape{2, 12, 13};
    constexpr std::size_t stride = 16, lane = 5;
    const auto picture = uniformNumbers(shape.size());
    std::vector<float> chunk(shape.size() * stride, 0.5f);
    for (std::size_t f = 0; f < shape.size(); ++f)
        chunk[f * stride + lane] = picture[f];
    addNoise(noise, {}, chunk.data() + lane, shape, stride);
    const auto expected = spoilt(noise, {}, picture, shape);
    for (std::size_t i = 0; i < chunk.size(); ++i)
        QCOMPARE(chunk[i], i % stride == lane ? expected[i / stride] : 0.5f);
}

void TstNoise::copyIsEachRowsOwn()
{
    constexpr Shape shape{1, 4, 4};
    const std::vector<std::uint8_t> bytes(3 * shape.size(), 51);
    const SampleView view{.bytes = bytes.data(), .count = 3, .features = shape.size()};
    const Noise noise{Kind::Gaussian, 0.1};
    const auto all = noisyCopy(noise, 9, view, shape);
    QCOMPARE(all.size(), bytes.size());
    for (int i = 0; i < 3; ++i) {
        const auto own = spoilt(noise, {.seed = 9, .sample = i}, view.sample(i), shape);
        QVERIFY(std::equal(own.begin(), own.end(), all.begin() + i * 16));
    }
    QVERIFY(noisyCopy({}, 9, view, shape) == std::vector<float>(bytes.size(), view.value(0, 0)));
}

void TstNoise::amountsHaveTheirRange_data()
{
    QTest::addColumn<Noise>("noise");
    QTest::addColumn<bool>("isGood");
    const auto row = [](const char* name, Kind kind, double amount, bool isGood) {
        QTest::newRow(name) << Noise{kind, amount} << isGood;
    };
    row("gaussian 0", Kind::Gaussian, 0, true);
    row("gaussian 10", Kind::Gaussian, 10, true);
    row("gaussian 10.1", Kind::Gaussian, 10.1, false);
    row("gaussian -1", Kind::Gaussian, -1, false);
    row("gaussian NaN", Kind::Gaussian, std::numeric_limits<double>::quiet_NaN(), false);
    row("salt and pepper 1", Kind::SaltAndPepper, 1, true);
    row("salt and pepper 1.1", Kind::SaltAndPepper, 1.1, false);
    row("mask 2", Kind::Mask, 2, false);
    row("block 1", Kind::Block, 1, true);
    row("block 0", Kind::Block, 0, false);
    row("block 2.5", Kind::Block, 2.5, false);
    row("block 1001", Kind::Block, 1001, false);
    row("blur .5", Kind::Blur, 0.5, true);
    row("blur 11", Kind::Blur, 11, false);
}

void TstNoise::amountsHaveTheirRange()
{
    QFETCH(Noise, noise);
    QTEST(isValid(noise), "isGood");
}

void TstNoise::blocksNeedRoom()
{
    QVERIFY(fits({Kind::Block, 5}, {1, 5, 9}));
    QVERIFY(!fits({Kind::Block, 6}, {1, 5, 9}));
    QVERIFY(!fits({Kind::Block, 6}, {1, 9, 5}));
    QVERIFY(fits({Kind::Blur, 6}, {1, 2, 2}));
}

void TstNoise::medianIsTheSortedMiddle_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::newRow("a cell") << Shape{1, 1, 1};
    QTest::newRow("a line") << Shape{1, 1, 7};
    QTest::newRow("two rows") << Shape{1, 2, 5};
    QTest::newRow("channels") << Shape{3, 6, 4};
    QTest::newRow("a digit") << Shape{1, 28, 28};
}

void TstNoise::medianIsTheSortedMiddle()
{
    QFETCH(Shape, shape);
    constexpr std::size_t pictures = 3;
    const auto numbers = uniformNumbers(pictures * shape.size());
    const auto filtered = median3x3(numbers, shape);
    std::vector<float> expected;
    for (auto first = numbers.begin(); first != numbers.end(); first += shape.cells()) {
        const auto plane = naiveMedian({first, first + shape.cells()}, shape.height, shape.width);
        expected.insert(expected.end(), plane.begin(), plane.end());
    }
    QVERIFY(filtered == expected);
}

void TstNoise::ratioByHand()
{
    const std::vector<float> clean{0, 1, 0.5f, 0.25f}, pictures{0.1f, 1, 0.5f, 0.05f};
    const SampleView view{.floats = clean.data(), .count = 2, .features = 2};
    const double error = squaredError(pictures, view);
    QVERIFY(std::abs(error - (0.01 + 0.04) / 4) < 1e-8);
    QVERIFY(std::abs(psnr(error) - 19.0309) < 1e-4);
    QCOMPARE(psnr(0.01), 20.0);
    QCOMPARE(psnr(1), 0.0);
    QVERIFY(std::isinf(psnr(squaredError(clean, view))));
}

QTEST_GUILESS_MAIN(TstNoise)
#include "tst_noise.moc"
