#include "core/kernels/lane_kernels.h"
#include "core/util/workers.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <random>

using namespace hg;

// Every kernel of every instruction set that this machine runs, against plain loops in double.

namespace {

using Floats = std::vector<float>;

class Source {
public:
    explicit Source(unsigned seed) : m_random(seed) {}
    Floats floats(std::size_t n, float spread = 1)
    {
        Floats v(n);
        std::normal_distribution<float> normal(0, spread);
        for (float& x : v)
            x = normal(m_random);
        return v;
    }
    int integer(int least, int greatest) { return std::uniform_int_distribution(least, greatest)(m_random); }

private:
    std::mt19937 m_random;
};

/// ‖a − b‖ ≤ tolerance·‖b‖
bool isClose(const Floats& a, const std::vector<double>& b, double tolerance = 2e-6)
{
    if (a.size() != b.size()) return false;
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double d = static_cast<double>(a[i]) - b[i];
        difference += d * d;
        norm += b[i] * b[i];
    }
    return difference <= tolerance * tolerance * norm + 1e-30;
}

std::size_t at(int row, int width, int column)
{
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) + static_cast<std::size_t>(column);
}

double curveValue(Curve curve, double z)
{
    switch (curve) {
    case Curve::Linear:
        return z;
    case Curve::Tanh:
        return std::tanh(z);
    case Curve::Sigmoid:
        return 1 / (1 + std::exp(-z));
    case Curve::Relu:
        return std::max(z, 0.0);
    case Curve::LeakyRelu:
        return z > 0 ? z : 0.1 * z;
    case Curve::Elu:
        return z > 0 ? z : std::expm1(z);
    }
    return z;
}

constexpr Curve curves[] = {Curve::Linear, Curve::Tanh,      Curve::Sigmoid,
                            Curve::Relu,   Curve::LeakyRelu, Curve::Elu};

} // namespace

class TstKernels : public QObject {
    Q_OBJECT

private slots:
    void namesOfSets();
    void unknownRequestsFallBack();
    void multiply_data() { sets(); }
    void multiply();
    void productsOfWantedRows_data() { sets(); }
    void productsOfWantedRows();
    void laneSums_data() { sets(); }
    void laneSums();
    void skippedZerosChangeNoBit_data() { sets(); }
    void skippedZerosChangeNoBit();
    void findNonzeros_data() { sets(); }
    void findNonzeros();
    void sparseProduct_data() { sets(); }
    void sparseProduct();
    void sparseSums_data() { sets(); }
    void sparseSums();
    void areFinite_data() { sets(); }
    void areFinite();
    void gather_data() { sets(); }
    void gather();
    void gatherOfUsedRows_data() { sets(); }
    void gatherOfUsedRows();
    void gatherIntoOneChannel_data() { sets(); }
    void gatherIntoOneChannel();
    void weightGradient_data() { sets(); }
    void weightGradient();
    void weightGradientOfUsedRows_data() { sets(); }
    void weightGradientOfUsedRows();
    void usedRows_data() { sets(); }
    void usedRows();
    void channelSums_data() { sets(); }
    void channelSums();
    void transpose_data() { sets(); }
    void transpose();
    void curvesAreWithinFourUnits_data() { sets(); }
    void curvesAreWithinFourUnits();
    void curvesPassNanOn_data() { sets(); }
    void curvesPassNanOn();
    void slopes_data() { sets(); }
    void slopes();
    void squaredError_data() { sets(); }
    void squaredError();
    void crossEntropy_data() { sets(); }
    void crossEntropy();
    void load_data() { sets(); }
    void load();
    void adam_data() { sets(); }
    void adam();
    void sgd_data() { sets(); }
    void sgd();
    void infiniteParametersAreReported_data() { sets(); }
    void infiniteParametersAreReported();

private:
    void sets()
    {
        QTest::addColumn<Isa>("isa");
        for (const Isa isa : supportedIsas())
            QTest::newRow(isaName(isa)) << isa;
    }
};

void TstKernels::namesOfSets()
{
    const auto sets = supportedIsas();
    QCOMPARE(sets.front(), Isa::Baseline);
    for (const Isa isa : sets) {
        QCOMPARE(chooseIsa(isaName(isa)), isa);
        QVERIFY(isIsaKnown(isaName(isa)));
    }
    QCOMPARE(chooseIsa(""), sets.back());
}

void TstKernels::unknownRequestsFallBack()
{
    QCOMPARE(chooseIsa("x86-64-v9"), supportedIsas().back());
    QVERIFY(!isIsaKnown("x86-64-v9"));
    QVERIFY(isIsaKnown(""));
}

void TstKernels::multiply()
{
    QFETCH(Isa, isa);
    Source source(1);
    for (int round = 0; round < 60; ++round) {
        const int rows = source.integer(1, 20), depth = source.integer(1, 300),
                  columns = source.integer(1, 100);
        const int bRow = (columns + 15) / 16 * 16;
        const bool accumulates = round % 3 == 0, hasBias = round % 3 == 1, isTurned = round % 2 == 0;
        const Floats a = source.floats(at(rows, depth, 0)), b = source.floats(at(depth, bRow, 0));
        const Floats bias = source.floats(static_cast<std::size_t>(rows));
        Floats c = source.floats(at(rows, columns, 0));
        std::vector<double> expected(c.size());
        for (int m = 0; m < rows; ++m)
            for (int n = 0; n < columns; ++n) {
                double sum = accumulates ? static_cast<double>(c[at(m, columns, n)]) : 0.0;
                if (hasBias) sum = static_cast<double>(bias[static_cast<std::size_t>(m)]);
                for (int k = 0; k < depth; ++k)
                    sum += static_cast<double>(isTurned ? a[at(k, rows, m)] : a[at(m, depth, k)]) *
                           static_cast<double>(b[at(k, bRow, n)]);
                expected[at(m, columns, n)] = sum;
            }
        laneKernels(isa).multiply({a.data(), isTurned ? 1 : depth, isTurned ? rows : 1, b.data(), bRow,
                                   c.data(), columns, rows, depth, columns, hasBias ? bias.data() : nullptr,
                                   accumulates});
        QVERIFY(isClose(c, expected));
    }
}

// The rows that are wanted get the bits that all get; an epilogue does to whole sums what comes after them.
void TstKernels::productsOfWantedRows()
{
    QFETCH(Isa, isa);
    Source source(25);
    for (int round = 0; round < 60; ++round) {
        const int rows = source.integer(1, 40), depth = source.integer(1, 300),
                  columns = source.integer(1, 6) * 16;
        const bool isTurned = round % 2 == 0;
        const Floats a = source.floats(at(rows, depth, 0)), b = source.floats(at(depth, columns, 0));
        const Floats bias = source.floats(static_cast<std::size_t>(rows)),
                     outputs = source.floats(at(rows, columns, 0));
        Floats all(outputs.size());
        ProductJob job{a.data(),
                       isTurned ? 1 : depth,
                       isTurned ? rows : 1,
                       b.data(),
                       columns,
                       all.data(),
                       columns,
                       rows,
                       depth,
                       columns,
                       bias.data(),
                       false};
        laneKernels(isa).multiply(job);
        for (const Epilogue epilogue : {Epilogue::None, Epilogue::Relu, Epilogue::ReluSlope})
            for (const bool areAllWanted : {true, false}) {
                std::vector<int> wanted;
                Floats expected(all.size(), 7), found = expected;
                for (int m = 0; m < rows; ++m) {
                    if (!areAllWanted && source.integer(0, 2) == 0) continue;
                    wanted.push_back(m);
                    for (int n = 0; n < columns; ++n) {
                        const std::size_t i = at(m, columns, n);
                        const bool isKept = epilogue == Epilogue::None ||
                                            (epilogue == Epilogue::Relu ? all[i] : outputs[i]) > 0;
                        expected[i] = isKept ? all[i] : 0;
                    }
                }
                job.c = found.data();
                job.epilogue = epilogue;
                job.outputs = outputs.data();
                job.wanted = areAllWanted ? nullptr : wanted.data();
                job.rows = static_cast<int>(wanted.size());
                laneKernels(isa).multiply(job);
                QVERIFY2(found == expected, qPrintable(QString::number(round)));
            }
    }
}

void TstKernels::laneSums()
{
    QFETCH(Isa, isa);
    Source source(24);
    for (int round = 0; round < 80; ++round) {
        const int rows = source.integer(1, 17), columns = source.integer(1, 70);
        const bool isTurned = round % 2 == 0, accumulates = round % 3 == 0;
        const int beside = source.integer(0, 3), cRow = (isTurned ? rows : columns) + beside;
        const Floats a = source.floats(at(rows, lanes, 0)), b = source.floats(at(columns, lanes, 0));
        Floats c = source.floats(at(isTurned ? columns : rows, cRow, 0));
        std::vector<double> expected(c.begin(), c.end());
        for (int r = 0; r < rows; ++r)
            for (int column = 0; column < columns; ++column) {
                double& sum = expected[isTurned ? at(column, cRow, r) : at(r, cRow, column)];
                if (!accumulates) sum = 0;
                for (int l = 0; l < lanes; ++l)
                    sum += static_cast<double>(a[at(r, lanes, l)]) *
                           static_cast<double>(b[at(column, lanes, l)]);
            }
        laneKernels(isa).laneSums({a.data(), rows, b.data(), columns, c.data(), cRow, isTurned, accumulates});
        QVERIFY2(isClose(c, expected), qPrintable(QString::number(round)));
    }
}

namespace {

/// What a product may meet: weights that are 0 of either sign, too small to count, infinite or no number.
enum class Weights { Plain, Zeros, Tiny, Infinite, NaN };

Floats weightsOf(Weights kind, std::size_t count, Source& source)
{
    Floats weights = source.floats(count);
    for (float& w : weights) {
        const bool isOdd = source.integer(0, 3) == 0;
        if (kind == Weights::Zeros) w = isOdd ? -0.0f : 0.0f;
        if (kind == Weights::Tiny) w = isOdd ? -1e-42f : 1e-42f;
    }
    const float odd = kind == Weights::Infinite ? std::numeric_limits<float>::infinity()
                                                : std::numeric_limits<float>::quiet_NaN();
    if (kind == Weights::Infinite || kind == Weights::NaN)
        weights[static_cast<std::size_t>(source.integer(0, static_cast<int>(count) - 1))] = odd;
    return weights;
}

bool isSameBits(const Floats& a, const Floats& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

} // namespace

// The sum that begins as −0 stays so where every product is −0: what is passed over must not change that.
void TstKernels::skippedZerosChangeNoBit()
{
    QFETCH(Isa, isa);
    Source source(21);
    const FlushToZero flush;
    for (int round = 0; round < 100; ++round) {
        const auto kind = static_cast<Weights>(round % 5);
        const int rows = source.integer(1, 20), depth = source.integer(1, 300);
        const Floats a = weightsOf(kind, at(rows, depth, 0), source);
        Floats b = source.floats(at(depth, lanes, 0));
        for (int k = 0; k < depth; ++k)
            if (source.integer(0, 2) > 0)
                std::fill_n(b.begin() + static_cast<std::ptrdiff_t>(at(k, lanes, 0)), lanes,
                            k % 2 == 0 ? 0.0f : -0.0f);
        Floats bias = source.floats(static_cast<std::size_t>(rows));
        for (float& start : bias)
            if (source.integer(0, 2) > 0) start = -0.0f;
        Floats full(at(rows, lanes, 0)), skipping = full;
        ProductJob job{a.data(), depth, 1,     b.data(), lanes,       full.data(),
                       lanes,    rows,  depth, lanes,    bias.data(), false};
        laneKernels(isa).multiply(job);
        job.c = skipping.data();
        job.skipsZeros = true;
        laneKernels(isa).multiply(job);
        QVERIFY2(isSameBits(full, skipping), qPrintable(QString::number(round)));
    }
}

void TstKernels::findNonzeros()
{
    QFETCH(Isa, isa);
    Source source(22);
    for (const int features : {1, 16, 100, 784}) {
        Floats x(at(features, lanes, 0), -0.0f);
        std::vector<std::uint64_t> expected(static_cast<std::size_t>(features)), found = expected;
        std::size_t count = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const int kind = source.integer(0, 9);
            if (kind < 5) x[i] = 0;
            if (kind < 7) continue;
            x[i] = kind == 7 ? 1e-30f : kind == 8 ? NAN : -INFINITY;
            expected[i / lanes] |= std::uint64_t{1} << i % lanes;
            ++count;
        }
        QCOMPARE(laneKernels(isa).findNonzeros(x.data(), features, found.data()), count);
        QCOMPARE(found, expected);
    }
}

namespace {

/// Numbers of which about a share is 0, of either sign.
Floats holed(std::size_t count, int percent, Source& source)
{
    Floats x = source.floats(count);
    for (float& number : x)
        if (source.integer(0, 99) < percent) number = source.integer(0, 1) == 0 ? 0.0f : -0.0f;
    return x;
}

std::vector<std::uint64_t> nonzerosOf(const Floats& x, Isa isa)
{
    std::vector<std::uint64_t> bits(x.size() / lanes);
    laneKernels(isa).findNonzeros(x.data(), static_cast<int>(bits.size()), bits.data());
    return bits;
}

} // namespace

// Only what 0 is multiplied by, or a sum that ends as −0, may send it the way that multiplies all.
void TstKernels::sparseProduct()
{
    QFETCH(Isa, isa);
    Source source(23);
    const FlushToZero flush;
    for (int round = 0; round < 120; ++round) {
        const auto kind = static_cast<Weights>(round % 5);
        const int inputs = 16 * source.integer(1, 12), outputs = source.integer(1, 300);
        const Floats weights = weightsOf(kind, at(outputs, inputs, 0), source);
        const Floats x = holed(at(inputs, lanes, 0), source.integer(0, 100), source);
        Floats bias = source.floats(static_cast<std::size_t>(outputs));
        if (round % 3 == 0) bias.back() = -0.0f;
        const float* biases = round % 7 == 0 ? nullptr : bias.data();
        Floats full(at(outputs, lanes, 0)), sparse(full.size() + 1, 7);
        laneKernels(isa).multiply({weights.data(), inputs, 1, x.data(), lanes, full.data(), lanes, outputs,
                                   inputs, lanes, biases, false});
        const auto nonzeros = nonzerosOf(x, isa);
        Floats scratch((at(outputs, 1, 15) / 16 * 16) * lanes +
                       std::size_t{listedInputs} * mostListedColumns);
        const bool isSame = laneKernels(isa).sparseProduct({weights.data(), biases, x.data(), nonzeros.data(),
                                                            sparse.data(), inputs, outputs, scratch.data()});
        QCOMPARE(sparse.back(), 7.0f);
        sparse.pop_back();
        const bool mayDiffer = kind == Weights::Zeros || kind == Weights::Tiny || (biases && round % 3 == 0);
        if (kind == Weights::Infinite || kind == Weights::NaN)
            QVERIFY(!isSame);
        else
            QVERIFY2(isSame ? isSameBits(full, sparse) : mayDiffer, qPrintable(QString::number(round)));
    }
}

void TstKernels::sparseSums()
{
    QFETCH(Isa, isa);
    Source source(24);
    const FlushToZero flush;
    for (int round = 0; round < 120; ++round) {
        const bool turns = round % 2 == 0, isTiny = round % 5 == 0;
        const int rows = turns ? 16 * source.integer(1, 12) : source.integer(1, 200);
        const int columns = turns ? source.integer(1, 200) : 16 * source.integer(1, 12);
        const Floats a = holed(at(rows, lanes, 0), source.integer(0, 100), source);
        const Floats b = weightsOf(isTiny ? Weights::Tiny : Weights::Plain, at(columns, lanes, 0), source);
        const int bRow = (columns + 15) / 16 * 16;
        Floats turned(at(lanes, bRow, 0)), full(at(rows, columns, 0)), sparse(full.size() + 1, 7);
        laneKernels(isa).transpose(b.data(), columns, turned.data(), bRow);
        laneKernels(isa).multiply({a.data(), lanes, 1, turned.data(), bRow, full.data(), columns, rows, lanes,
                                   columns, nullptr, false});
        const auto nonzeros = nonzerosOf(a, isa);
        Floats scratch(std::size_t{2} * lanes * mostListedColumns);
        const bool isSame =
            laneKernels(isa).sparseSums({a.data(), nonzeros.data(), rows, b.data(), columns, sparse.data(),
                                         turns ? rows : columns, turns, scratch.data()});
        QCOMPARE(sparse.back(), 7.0f);
        sparse.pop_back();
        Floats expected = full;
        for (int r = 0; turns && r < rows; ++r)
            for (int c = 0; c < columns; ++c)
                expected[at(c, rows, r)] = full[at(r, columns, c)];
        QVERIFY2(isSame ? isSameBits(expected, sparse) : isTiny, qPrintable(QString::number(round)));
    }
}

void TstKernels::areFinite()
{
    QFETCH(Isa, isa);
    Source source(24);
    for (const std::size_t count : {std::size_t{1}, std::size_t{15}, std::size_t{64}, std::size_t{1000}}) {
        Floats x = source.floats(count);
        QVERIFY(laneKernels(isa).areFinite(x.data(), count));
        for (const float odd : {NAN, INFINITY, -INFINITY}) {
            Floats spoilt = x;
            spoilt[count / 2] = odd;
            QVERIFY(!laneKernels(isa).areFinite(spoilt.data(), count));
        }
    }
}

namespace {

/// A made-up relation between cells: enough for kernels, which know no geometry.
struct Relation {
    std::vector<int> start{0};
    std::vector<TapEntry> taps;
    int toCells, fromCells, kernelCells;

    Relation(Source& source, int to, int from, int kernel) : toCells(to), fromCells(from), kernelCells(kernel)
    {
        for (int cell = 0; cell < to; ++cell) {
            for (int k = 0; k < kernel; ++k)
                if (source.integer(0, 3) > 0) taps.push_back({source.integer(0, from - 1), k});
            start.push_back(static_cast<int>(taps.size()));
        }
    }
};

/// The same pairs by kernel cell alone, a kernel cell's in their order.
WeightGradientJob withOneBlock(WeightGradientJob job, std::vector<CellPair>& pairs, std::vector<int>& start)
{
    start = {0};
    for (int k = 0; k < job.kernelCells; ++k) {
        for (int block = 0; block < job.blocks; ++block) {
            const int* range = job.start + block * job.kernelCells + k;
            pairs.insert(pairs.end(), job.pairs + range[0], job.pairs + range[1]);
        }
        start.push_back(static_cast<int>(pairs.size()));
    }
    job.start = start.data();
    job.pairs = pairs.data();
    job.blocks = 1;
    return job;
}

double lane(const Floats& x, int channel, int cells, int cell, int lane)
{
    return static_cast<double>(x[(at(channel, cells, cell)) * lanes + static_cast<std::size_t>(lane)]);
}

} // namespace

void TstKernels::gather()
{
    QFETCH(Isa, isa);
    Source source(2);
    for (int round = 0; round < 24; ++round) {
        const Relation relation(source, source.integer(1, 9), source.integer(1, 9), source.integer(1, 6));
        const int to = source.integer(1, 9), from = source.integer(1, 5), kernel = relation.kernelCells;
        const Floats weights = source.floats(static_cast<std::size_t>(to * from * kernel));
        const Floats bias = source.floats(static_cast<std::size_t>(to));
        const Floats x = source.floats(at(from, relation.fromCells, 0) * lanes);
        const auto epilogue = static_cast<Epilogue>(round % 3);
        Floats y(at(to, relation.toCells, 0) * lanes);
        const Floats outputs = source.floats(y.size());
        std::vector<double> expected(y.size());
        for (int f = 0; f < to; ++f)
            for (int cell = 0; cell < relation.toCells; ++cell)
                for (int l = 0; l < lanes; ++l) {
                    double sum = round % 2 ? static_cast<double>(bias[static_cast<std::size_t>(f)]) : 0.0;
                    for (int c = 0; c < from; ++c)
                        for (int t = relation.start[static_cast<std::size_t>(cell)];
                             t < relation.start[static_cast<std::size_t>(cell) + 1]; ++t) {
                            const TapEntry tap = relation.taps[static_cast<std::size_t>(t)];
                            sum +=
                                static_cast<double>(
                                    weights[static_cast<std::size_t>((f * from + c) * kernel + tap.kernel)]) *
                                lane(x, c, relation.fromCells, tap.cell, l);
                        }
                    if (epilogue == Epilogue::Relu) sum = std::max(sum, 0.0);
                    if (epilogue == Epilogue::ReluSlope && lane(outputs, f, relation.toCells, cell, l) <= 0)
                        sum = 0;
                    expected[at(f, relation.toCells, cell) * lanes + static_cast<std::size_t>(l)] = sum;
                }
        laneKernels(isa).gather({relation.start.data(), relation.taps.data(), weights.data(), from * kernel,
                                 kernel, round % 2 ? bias.data() : nullptr, x.data(), from,
                                 relation.fromCells, y.data(), to, relation.toCells, epilogue,
                                 outputs.data()});
        QVERIFY(isClose(y, expected));
    }
}

namespace {

/// Rows of which about a share is 0 in every lane, of either sign.
Floats withSilentRows(std::size_t rows, int percent, Source& source)
{
    Floats x = source.floats(rows * lanes);
    for (std::size_t r = 0; r < rows; ++r)
        if (source.integer(0, 99) < percent)
            for (std::size_t l = 0; l < lanes; ++l)
                x[r * lanes + l] = (r + l) % 3 == 0 ? -0.0f : 0.0f;
    return x;
}

std::vector<std::uint8_t> usedRowsOf(const Floats& x, Isa isa)
{
    std::vector<std::uint8_t> isUsed(x.size() / lanes);
    laneKernels(isa).usedRows(x.data(), static_cast<int>(isUsed.size()), isUsed.data());
    return isUsed;
}

} // namespace

void TstKernels::usedRows()
{
    QFETCH(Isa, isa);
    Source source(26);
    for (const int rows : {1, 5, 200}) {
        Floats x = withSilentRows(static_cast<std::size_t>(rows), 50, source);
        x[at(rows / 2, lanes, 0)] = NAN;
        std::vector<std::uint8_t> expected(static_cast<std::size_t>(rows)), isUsed = expected;
        int count = 0;
        for (int r = 0; r < rows; ++r)
            for (int l = 0; l < lanes; ++l)
                if (x[at(r, lanes, l)] != 0) expected[static_cast<std::size_t>(r)] = 1;
        for (const std::uint8_t is : expected)
            count += is;
        QCOMPARE(laneKernels(isa).usedRows(x.data(), rows, isUsed.data()), count);
        QCOMPARE(isUsed, expected);
    }
}

// A sum that begins as −0 stays so where every product is −0: what is passed over must not change that.
void TstKernels::gatherOfUsedRows()
{
    QFETCH(Isa, isa);
    Source source(27);
    const FlushToZero flush;
    for (int round = 0; round < 150; ++round) {
        const Relation relation(source, source.integer(1, 9), source.integer(1, 9), source.integer(1, 6));
        const int to = source.integer(1, 11), from = source.integer(1, 5), kernel = relation.kernelCells;
        const auto kind = static_cast<Weights>(round % 3); // finite, as the job asks
        const Floats weights = weightsOf(kind, static_cast<std::size_t>(to * from * kernel), source);
        Floats bias = source.floats(static_cast<std::size_t>(to));
        for (float& start : bias)
            if (source.integer(0, 2) > 0) start = -0.0f;
        const Floats x = withSilentRows(at(from, relation.fromCells, 0), source.integer(0, 100), source);
        const auto epilogue = static_cast<Epilogue>(source.integer(0, 2));
        Floats full(at(to, relation.toCells, 0) * lanes), listed(full.size(), 7);
        const Floats outputs = withSilentRows(full.size() / lanes, source.integer(0, 100), source);
        GatherJob job{relation.start.data(),
                      relation.taps.data(),
                      weights.data(),
                      from * kernel,
                      kernel,
                      round % 2 ? bias.data() : nullptr,
                      x.data(),
                      from,
                      relation.fromCells,
                      full.data(),
                      to,
                      relation.toCells,
                      epilogue,
                      outputs.data()};
        laneKernels(isa).gather(job);
        job.y = listed.data();
        const auto used = usedRowsOf(x, isa), wanted = usedRowsOf(outputs, isa);
        const bool wants = epilogue == Epilogue::ReluSlope && round % 4 > 0;
        job.used = wants && round % 4 == 1 ? nullptr : used.data();
        job.wanted = wants ? wanted.data() : nullptr;
        laneKernels(isa).gather(job);
        QVERIFY2(isSameBits(full, listed), qPrintable(QString::number(round)));
    }
}

// The sums of one channel, whichever cells go on together.
void TstKernels::gatherIntoOneChannel()
{
    QFETCH(Isa, isa);
    Source source(29);
    for (int round = 0; round < 40; ++round) {
        const int from = source.integer(1, 5), cells = source.integer(1, 9), kernel = 6;
        std::vector<int> start{0}, alike, groupStart{0};
        std::vector<TapEntry> taps;
        for (int group = source.integer(1, 6); group > 0; --group) {
            std::vector<int> kernels(static_cast<std::size_t>(source.integer(0, 5)));
            for (int& k : kernels)
                k = source.integer(0, kernel - 1);
            for (int some = source.integer(1, mostAlikeCells); some > 0; --some) {
                for (const int k : kernels)
                    taps.push_back({source.integer(0, cells - 1), k});
                start.push_back(static_cast<int>(taps.size()));
                alike.push_back(static_cast<int>(alike.size()));
            }
            groupStart.push_back(static_cast<int>(alike.size()));
        }
        const int toCells = static_cast<int>(alike.size());
        const Floats weights = source.floats(static_cast<std::size_t>(from * kernel)),
                     bias = source.floats(1);
        const Floats x = source.floats(at(from, cells, 0) * lanes),
                     outputs = source.floats(alike.size() * lanes);
        Floats each(outputs.size()), together(outputs.size(), 7);
        GatherJob job{start.data(),
                      taps.data(),
                      weights.data(),
                      kernel,
                      kernel,
                      round % 2 ? bias.data() : nullptr,
                      x.data(),
                      from,
                      cells,
                      each.data(),
                      1,
                      toCells,
                      static_cast<Epilogue>(round % 3),
                      outputs.data()};
        laneKernels(isa).gather(job);
        job.y = together.data();
        job.alike = alike.data();
        job.groupStart = groupStart.data();
        job.groups = static_cast<int>(groupStart.size()) - 1;
        laneKernels(isa).gather(job);
        QVERIFY2(isSameBits(each, together), qPrintable(QString::number(round)));
    }
}

namespace {

/// A relation in which a kernel cell reaches each cell of one side once at most, as in a convolution; the
/// pairs of the same, by blocks of those cells.
struct ListedRelation {
    ListedRelation(Source& source, int cells, int others, int kernelCells, bool areFiltersListed)
    {
        for (int cell = 0; cell < cells; ++cell) {
            for (int k = 0; k < kernelCells; ++k)
                if (source.integer(0, 2) > 0) taps.push_back({source.integer(0, others - 1), k});
            start.push_back(static_cast<int>(taps.size()));
        }
        for (int first = 0; first < cells; ++blocks) {
            const int end = std::min(cells, first + source.integer(1, 4));
            for (int k = 0; k < kernelCells; ++k) {
                for (int cell = first; cell < end; ++cell)
                    addPair(cell, k, areFiltersListed);
                pairStart.push_back(static_cast<int>(pairs.size()));
            }
            first = end;
        }
    }
    void addPair(int cell, int k, bool areFiltersListed)
    {
        for (int t = start[static_cast<std::size_t>(cell)]; t < start[static_cast<std::size_t>(cell) + 1];
             ++t) {
            const TapEntry tap = taps[static_cast<std::size_t>(t)];
            if (tap.kernel == k)
                pairs.push_back(areFiltersListed ? CellPair{cell, tap.cell} : CellPair{tap.cell, cell});
        }
    }
    std::vector<int> start{0}, pairStart{0};
    std::vector<TapEntry> taps;
    std::vector<CellPair> pairs;
    int blocks = 0;
};

} // namespace

void TstKernels::weightGradientOfUsedRows()
{
    QFETCH(Isa, isa);
    Source source(28);
    const FlushToZero flush;
    for (int round = 0; round < 160; ++round) {
        const int cells = source.integer(1, 9), others = source.integer(1, 9);
        const int kernel = round % 8 == 0 ? 50 : source.integer(1, 9);
        const int listed = source.integer(1, 40), held = source.integer(1, 20);
        const bool areFiltersListed = round % 2 == 0, isTiny = round % 5 == 0, accumulates = round % 3 == 0;
        const ListedRelation relation(source, cells, others, kernel, areFiltersListed);
        const int looksAt = round / 2 % 4; // at neither side, one, the other, both
        Floats a = withSilentRows(at(listed, cells, 0), (looksAt & 1) ? source.integer(0, 100) : 0, source);
        Floats b = withSilentRows(at(held, others, 0), (looksAt & 2) ? source.integer(0, 100) : 0, source);
        // Their products are too small to count, and their sums −0.
        for (float& number : a)
            if (isTiny && number != 0) number = -1e-25f;
        for (float& number : b)
            if (isTiny && number != 0) number = 1e-25f;
        const int aStride = areFiltersListed ? held * kernel : kernel,
                  bStride = areFiltersListed ? kernel : listed * kernel;
        Floats full = source.floats(static_cast<std::size_t>(listed * held * kernel));
        full.front() = -0.0f;
        Floats sums = full;
        Floats scratch(
            static_cast<std::size_t>(std::max(kernel * weightGradientScratch, usedGradientScratch)));
        const GradientSide ofA{a.data(), listed, cells, aStride}, ofB{b.data(), held, others, bStride};
        laneKernels(isa).weightGradient({relation.pairStart.data(), relation.pairs.data(), relation.blocks,
                                         kernel, areFiltersListed ? ofB : ofA, areFiltersListed ? ofA : ofB,
                                         full.data(), accumulates, scratch.data()});
        const auto usedA = usedRowsOf(a, isa), usedB = usedRowsOf(b, isa);
        laneKernels(isa).usedGradient(
            {relation.start.data(),
             relation.taps.data(),
             {a.data(), listed, cells, aStride, (looksAt & 1) != 0 ? usedA.data() : nullptr},
             {b.data(), held, others, bStride, (looksAt & 2) != 0 ? usedB.data() : nullptr},
             kernel,
             sums.data(),
             accumulates,
             scratch.data()});
        QVERIFY2(isSameBits(full, sums), qPrintable(QString::number(round)));
    }
}

void TstKernels::weightGradient()
{
    QFETCH(Isa, isa);
    Source source(3);
    for (int round = 0; round < 24; ++round) {
        const int toCells = source.integer(1, 9), fromCells = source.integer(1, 9),
                  kernel = source.integer(1, 5);
        const int to = round % 4 == 0 ? 1 : source.integer(1, 17);
        const int from = round % 4 == 1 ? 1 : source.integer(1, 17), blocks = source.integer(1, 3);
        std::vector<CellPair> pairs;
        std::vector<int> start{0};
        for (int group = 0; group < blocks * kernel; ++group) {
            for (int i = source.integer(0, 4); i > 0; --i)
                pairs.push_back({source.integer(0, toCells - 1), source.integer(0, fromCells - 1)});
            start.push_back(static_cast<int>(pairs.size()));
        }
        const Floats g = source.floats(at(to, toCells, 0) * lanes),
                     x = source.floats(at(from, fromCells, 0) * lanes);
        Floats gradient = source.floats(static_cast<std::size_t>(to * from * kernel));
        const bool accumulates = round % 2 == 0;
        std::vector<double> expected(gradient.size());
        for (int f = 0; f < to; ++f)
            for (int c = 0; c < from; ++c)
                for (int k = 0; k < kernel; ++k) {
                    const auto i = static_cast<std::size_t>((f * from + c) * kernel + k);
                    double sum = accumulates ? static_cast<double>(gradient[i]) : 0.0;
                    for (int block = 0; block < blocks; ++block)
                        for (int p = start[static_cast<std::size_t>(block * kernel + k)];
                             p < start[static_cast<std::size_t>(block * kernel + k) + 1]; ++p)
                            for (int l = 0; l < lanes; ++l)
                                sum += lane(g, f, toCells, pairs[static_cast<std::size_t>(p)].to, l) *
                                       lane(x, c, fromCells, pairs[static_cast<std::size_t>(p)].from, l);
                    expected[i] = sum;
                }
        Floats scratch(static_cast<std::size_t>(kernel * weightGradientScratch)), ofOneBlock = gradient;
        WeightGradientJob job{start.data(),
                              pairs.data(),
                              blocks,
                              kernel,
                              {x.data(), from, fromCells, kernel},
                              {g.data(), to, toCells, from * kernel},
                              gradient.data(),
                              accumulates,
                              scratch.data()};
        laneKernels(isa).weightGradient(job);
        QVERIFY(isClose(gradient, expected));
        std::vector<CellPair> allPairs;
        std::vector<int> oneStart;
        job = withOneBlock(job, allPairs, oneStart);
        job.gradient = ofOneBlock.data();
        laneKernels(isa).weightGradient(job);
        QVERIFY(isSameBits(ofOneBlock, gradient));
    }
}

void TstKernels::channelSums()
{
    QFETCH(Isa, isa);
    Source source(4);
    const Floats g = source.floats(at(5, 7, 0) * lanes);
    Floats sums = source.floats(5), fresh(5);
    std::vector<double> expected(sums.begin(), sums.end()), expectedFresh(5);
    for (int c = 0; c < 5; ++c)
        for (int cell = 0; cell < 7; ++cell)
            for (int l = 0; l < lanes; ++l)
                expectedFresh[static_cast<std::size_t>(c)] += lane(g, c, 7, cell, l);
    for (std::size_t c = 0; c < 5; ++c)
        expected[c] += expectedFresh[c];
    laneKernels(isa).channelSums(g.data(), 5, 7, true, sums.data());
    laneKernels(isa).channelSums(g.data(), 5, 7, false, fresh.data());
    QVERIFY(isClose(sums, expected));
    QVERIFY(isClose(fresh, expectedFresh));
}

void TstKernels::transpose()
{
    QFETCH(Isa, isa);
    Source source(5);
    for (const int features : {1, 2, 15, 16, 17, 40, 784}) {
        const int row = (features + 15) / 16 * 16;
        const Floats x = source.floats(at(features, lanes, 0));
        Floats turned(at(lanes, row, 0), 7);
        laneKernels(isa).transpose(x.data(), features, turned.data(), row);
        for (int l = 0; l < lanes; ++l)
            for (int f = 0; f < row; ++f)
                QCOMPARE(turned[at(l, row, f)], f < features ? x[at(f, lanes, l)] : 0.0f);
    }
}

void TstKernels::curvesAreWithinFourUnits()
{
    QFETCH(Isa, isa);
    Floats z;
    for (float x = 1e-6f; x < 120; x *= 1.01f)
        z.insert(z.end(), {x, -x});
    z.resize(z.size() / 16 * 16);
    for (const Curve curve : curves) {
        Floats y = z;
        laneKernels(isa).activate(curve, y.data(), y.size());
        for (std::size_t i = 0; i < z.size(); ++i) {
            const double expected = curveValue(curve, static_cast<double>(z[i]));
            const double unit = std::max(std::abs(expected) * 1.2e-7, 1e-37);
            QVERIFY2(std::abs(static_cast<double>(y[i]) - expected) <= 4 * unit,
                     qPrintable(QString::number(z[i])));
        }
    }
}

void TstKernels::curvesPassNanOn()
{
    QFETCH(Isa, isa);
    for (const Curve curve : curves) {
        Floats y(16, std::nanf(""));
        laneKernels(isa).activate(curve, y.data(), y.size());
        for (const float v : y)
            QVERIFY(std::isnan(v));
    }
}

void TstKernels::slopes()
{
    QFETCH(Isa, isa);
    Source source(6);
    for (const Curve curve : curves) {
        const Floats z = source.floats(64, 2);
        Floats y = z;
        laneKernels(isa).activate(curve, y.data(), y.size());
        const Floats before = source.floats(64);
        Floats g = before;
        laneKernels(isa).multiplyBySlope(curve, y.data(), g.data(), g.size());
        std::vector<double> expected(g.size());
        constexpr double h = 1e-6;
        for (std::size_t i = 0; i < g.size(); ++i) {
            const double x = static_cast<double>(z[i]);
            expected[i] = static_cast<double>(before[i]) *
                          (curveValue(curve, x + h) - curveValue(curve, x - h)) / (2 * h);
        }
        QVERIFY(isClose(g, expected));
    }
}

void TstKernels::squaredError()
{
    QFETCH(Isa, isa);
    Source source(7);
    for (const Curve curve : curves)
        for (const int count : {1, 5, 64}) {
            constexpr int features = 21;
            Floats z = source.floats(features * lanes), y = z;
            laneKernels(isa).activate(curve, y.data(), y.size());
            Floats t = source.floats(y.size()), g(y.size()), slope(y.size(), 1);
            laneKernels(isa).multiplyBySlope(curve, y.data(), slope.data(), slope.size());
            if (count < lanes) y[lanes - 1] = t[lanes - 1] = std::nanf(""); // of no sample: must not matter
            std::vector<double> expected(y.size());
            double loss = 0;
            for (int f = 0; f < features; ++f)
                for (int l = 0; l < count; ++l) {
                    const std::size_t i = at(f, lanes, l);
                    const double e = static_cast<double>(y[i]) - static_cast<double>(t[i]);
                    loss += e * e / features;
                    expected[i] = 2 * e * 0.5 / features * static_cast<double>(slope[i]);
                }
            if (count < lanes) y[lanes - 1] = t[lanes - 1] = 0; // the slope of NaN is the caller's
            const double total = laneKernels(isa).squaredError(
                {y.data(), nullptr, t.data(), g.data(), features, count, 0.5f, curve});
            QVERIFY(std::abs(total - loss) <= 1e-6 * loss);
            QVERIFY(isClose(g, expected));
            if (count < lanes) z[lanes - 1] = std::nanf("");
            Floats ofSums(y.size(), 7);
            QCOMPARE(laneKernels(isa).squaredError(
                         {nullptr, z.data(), t.data(), ofSums.data(), features, count, 0.5f, curve}),
                     total);
            for (std::size_t i = 0; i < g.size(); ++i)
                QVERIFY(ofSums[i] == g[i] || (count < lanes && i == lanes - 1));
        }
}

void TstKernels::crossEntropy()
{
    QFETCH(Isa, isa);
    Source source(8);
    constexpr int features = 13, count = 37;
    const Floats z = source.floats(features * lanes, 8);
    Floats y = z, t = source.floats(z.size()), g(z.size());
    laneKernels(isa).activate(Curve::Sigmoid, y.data(), y.size());
    for (float& v : t)
        v = v > 0 ? 1.0f : 0.25f;
    std::vector<double> expected(z.size());
    double loss = 0;
    for (int f = 0; f < features; ++f)
        for (int l = 0; l < count; ++l) {
            const std::size_t i = at(f, lanes, l);
            const double x = static_cast<double>(z[i]), target = static_cast<double>(t[i]);
            loss += (std::max(x, 0.0) + std::log1p(std::exp(-std::abs(x))) - target * x) / features;
            expected[i] = 3 * (1 / (1 + std::exp(-x)) - target) / features;
        }
    const double total = laneKernels(isa).crossEntropy(
        {y.data(), z.data(), t.data(), g.data(), features, count, 3.0f, Curve::Sigmoid});
    QVERIFY(std::abs(total - loss) <= 1e-6 * loss);
    QVERIFY(isClose(g, expected));
}

void TstKernels::load()
{
    QFETCH(Isa, isa);
    Source source(9);
    for (const int features : {1, 9, 16, 35, 784})
        for (const int count : {1, 17, 64})
            for (const bool hasMean : {false, true}) {
                std::vector<std::uint8_t> bytes(at(count, features, 0));
                for (auto& b : bytes)
                    b = static_cast<std::uint8_t>(source.integer(0, 255));
                Floats numbers(bytes.begin(), bytes.end());
                for (float& x : numbers)
                    x *= 1.0f / 255;
                const Floats mean = source.floats(static_cast<std::size_t>(features));
                std::vector<const std::uint8_t*> byteRows;
                std::vector<const float*> numberRows;
                for (int i = 0; i < count; ++i) {
                    byteRows.push_back(bytes.data() + at(i, features, 0));
                    numberRows.push_back(numbers.data() + at(i, features, 0));
                }
                Floats fromBytes(at(features, lanes, 0), 7), fromNumbers(fromBytes);
                const float* m = hasMean ? mean.data() : nullptr;
                laneKernels(isa).load(
                    {byteRows.data(), nullptr, nullptr, m, count, features, fromBytes.data()});
                laneKernels(isa).load(
                    {nullptr, numberRows.data(), nullptr, m, count, features, fromNumbers.data()});
                for (int f = 0; f < features; ++f)
                    for (int l = 0; l < lanes; ++l) {
                        const float shift = hasMean ? mean[static_cast<std::size_t>(f)] : 0;
                        const float expected = l < count ? numbers[at(l, features, f)] - shift : 0.0f;
                        QVERIFY(std::abs(fromBytes[at(f, lanes, l)] - expected) < 1e-6f);
                        QVERIFY(std::abs(fromNumbers[at(f, lanes, l)] - expected) < 1e-6f);
                    }
            }
}

void TstKernels::adam()
{
    QFETCH(Isa, isa);
    Source source(10);
    for (const auto& [groups, isShared] :
         {std::pair(1, false), {2, false}, {3, false}, {1, true}, {2, true}, {3, true}}) {
        constexpr std::size_t n = 165; // whole blocks and a rest
        Floats w = source.floats(n), m(n), v(n);
        std::vector<double> wd(w.begin(), w.end()), md(n), vd(n);
        for (int t = 1; t <= 20; ++t) {
            std::vector<Floats> g;
            std::vector<const float*> rows;
            for (int k = 0; k < groups; ++k)
                g.push_back(source.floats(n));
            for (const Floats& row : g)
                rows.push_back(row.data());
            const double c1 = 1 - std::pow(0.9, t), c2 = 1 - std::pow(0.999, t);
            laneKernels(isa).adam({w.data(), m.data(), v.data(), rows.data(), groups, n, 0.5f,
                                   static_cast<float>(0.01 / c1), 0.1f, 0.001f,
                                   static_cast<float>(1 / std::sqrt(c2)), 1e-8f, 0.1f, 0.01f, isShared});
            for (std::size_t i = 0; i < n; ++i) {
                double sum = 0;
                for (const Floats& row : g)
                    sum += static_cast<double>(row[i]);
                sum = 0.5 * sum + 0.1 * wd[i];
                md[i] = 0.9 * md[i] + 0.1 * sum;
                vd[i] = 0.999 * vd[i] + 0.001 * sum * sum;
                wd[i] = 0.99 * wd[i] - 0.01 * (md[i] / c1) / (std::sqrt(vd[i] / c2) + 1e-8);
            }
        }
        QVERIFY(isClose(w, wd, 1e-5));
    }
}

void TstKernels::sgd()
{
    QFETCH(Isa, isa);
    Source source(11);
    for (const bool isShared : {false, true}) {
        constexpr std::size_t n = 165;
        Floats w = source.floats(n), v(n);
        std::vector<double> wd(w.begin(), w.end()), vd(n);
        for (int t = 1; t <= 20; ++t) {
            const Floats a = source.floats(n), b = source.floats(n);
            const float* rows[] = {a.data(), b.data()};
            double norm = 0;
            for (std::size_t i = 0; i < n; ++i) {
                const double sum = static_cast<double>(a[i]) + static_cast<double>(b[i]);
                norm += sum * sum;
                vd[i] = 0.9 * vd[i] + 0.5 * sum + 0.1 * wd[i];
                wd[i] -= 0.01 * vd[i];
            }
            QVERIFY(std::abs(laneKernels(isa).squaredNorm(rows, 2, n) / norm - 1) < 1e-6);
            laneKernels(isa).sgd({w.data(), v.data(), rows, 2, n, 0.5f, 0.01f, 0.9f, 0.1f, isShared});
        }
        QVERIFY(isClose(w, wd, 1e-5));
    }
}

void TstKernels::infiniteParametersAreReported()
{
    QFETCH(Isa, isa);
    constexpr std::size_t n = 104;
    for (const float gradient : {1.0f, 3e38f, std::nanf("")})
        for (const auto& [place, isShared] : {std::pair(33, false), {33, true}, {100, true}}) {
            Floats w(n), m(n), v(n), g(n);
            g[static_cast<std::size_t>(place)] = gradient;
            const float* rows[] = {g.data()};
            SgdJob sgdJob{w.data(), m.data(), rows, 1, n, 1, 10, 0, 0, isShared};
            QCOMPARE(laneKernels(isa).sgd(sgdJob), gradient == 1.0f);
            Floats fresh(n), first(n);
            const AdamJob adamJob{.parameters = fresh.data(),
                                  .first = first.data(),
                                  .second = v.data(),
                                  .gradients = rows,
                                  .groups = 1,
                                  .count = n,
                                  .gradientScale = 1,
                                  .rate = 1,
                                  .share1 = 0.1f,
                                  .share2 = 0.001f,
                                  .correction = 1,
                                  .epsilon = 1e-8f,
                                  .decay = 0,
                                  .shrink = 0,
                                  .isShared = isShared};
            // Adam divides by the root of the square, which overflows first: the step is 0 and the parameter
            // stays.
            QCOMPARE(laneKernels(isa).adam(adamJob), !std::isnan(gradient));
        }
}

QTEST_APPLESS_MAIN(TstKernels)
#include "tst_kernels.moc"
