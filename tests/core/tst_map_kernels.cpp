#include "core/kernels/byte_kernels.h"
#include "core/kernels/map_kernels.h"
#include "core/util/aligned.h"
#include "core/util/rng.h"

#include <QTest>

#include <cmath>

using namespace hg;

// The kernels of PCA and of maps, in every instruction set that this machine runs, against plain loops.

namespace {

template <class Body>
void forEveryIsa(const Body& body)
{
    for (const Isa isa : supportedIsas())
        body(isa);
}

template <class Body>
void forEveryByteTable(const Body& body)
{
    forEveryIsa([&](Isa isa) { body(byteKernels(isa, false)); });
    if (hasVnni()) body(byteKernels(Isa::V4, true));
}

/// Points at random places with distances that are none between them.
template <class Scalar>
struct Field {
    Field(int n, int dimensions)
        : points(n)
        , dims(dimensions)
        , stride((n + distanceGroup - 1) / distanceGroup * distanceGroup)
        , groups(static_cast<int>(stride) / distanceGroup)
        , positions(static_cast<std::size_t>(stride * dims))
    {
        const Random place(3, 1), length(3, 2);
        for (int d = 0; d < dims; ++d)
            for (int i = 0; i < points; ++i)
                positions[static_cast<std::size_t>(d * stride + i)] =
                    static_cast<Scalar>(place.normal(static_cast<std::uint64_t>(d * 10000 + i)));
        for (int g = 0; g < groups; ++g)
            for (int i = g * distanceGroup; i < (g + 1) * distanceGroup; ++i)
                for (std::ptrdiff_t j = std::ptrdiff_t{g} * distanceGroup; j < stride; ++j)
                    distances.push_back(
                        i < j && j < points
                            ? static_cast<Scalar>(length.uniform(static_cast<std::uint64_t>(i * 5000 + j)) *
                                                  2)
                            : 0);
    }

    double delta(int i, int j) const
    {
        std::ptrdiff_t at = 0;
        const int g = i / distanceGroup;
        for (int before = 0; before < g; ++before)
            at += distanceGroup * (stride - before * distanceGroup);
        at += (i % distanceGroup) * (stride - g * distanceGroup) + j - g * distanceGroup;
        return static_cast<double>(distances[static_cast<std::size_t>(at)]);
    }
    double position(int d, int i) const
    {
        return static_cast<double>(positions[static_cast<std::size_t>(d * stride + i)]);
    }

    int points, dims;
    std::ptrdiff_t stride;
    int groups;
    AlignedVector<Scalar> positions, distances;
};

/// ‖a − b‖/‖b‖
template <class Scalar>
double relativeError(const AlignedVector<Scalar>& a, const std::vector<double>& b)
{
    double difference = 0, norm = 0;
    for (std::size_t i = 0; i < b.size(); ++i) {
        difference += std::pow(static_cast<double>(a[i]) - b[i], 2);
        norm += b[i] * b[i];
    }
    return norm > 0 ? std::sqrt(difference / norm) : std::sqrt(difference);
}

/// n times the Guttman transform and Σ(δ − d)², as they are defined.
template <class Scalar>
double guttmanByDefinition(const Field<Scalar>& field, std::vector<double>& sums)
{
    double residual = 0;
    sums.assign(field.positions.size(), 0.0);
    for (int i = 0; i < field.points; ++i)
        for (int j = i + 1; j < field.points; ++j) {
            double square = 0;
            for (int d = 0; d < field.dims; ++d)
                square += std::pow(field.position(d, i) - field.position(d, j), 2);
            const double distance = std::sqrt(square), delta = field.delta(i, j);
            residual += (delta - distance) * (delta - distance);
            for (int d = 0; d < field.dims && distance > 0; ++d) {
                const double force = delta / distance * (field.position(d, i) - field.position(d, j));
                sums[static_cast<std::size_t>(d * field.stride + i)] += force;
                sums[static_cast<std::size_t>(d * field.stride + j)] -= force;
            }
        }
    return residual;
}

template <class Scalar>
auto guttmanOf(const MapKernels& kernels)
{
    if constexpr (std::is_same_v<Scalar, float>)
        return kernels.guttmanFloat;
    else
        return kernels.guttmanDouble;
}

template <class Scalar>
auto squaresOf(const MapKernels& kernels)
{
    if constexpr (std::is_same_v<Scalar, float>)
        return kernels.squaresFloat;
    else
        return kernels.squaresDouble;
}

template <class Scalar>
void compareGuttman(Field<Scalar>& field, double tolerance)
{
    std::vector<double> expected;
    const double residual = guttmanByDefinition(field, expected);
    forEveryIsa([&](Isa isa) {
        AlignedVector<Scalar> sums(field.positions.size());
        double found = 0;
        const Scalar* distances = field.distances.data();
        // In two parts, as threads take them.
        for (const auto& [first, last] :
             {std::pair(0, field.groups / 2), std::pair(field.groups / 2, field.groups)}) {
            found += guttmanOf<Scalar>(mapKernels(isa))({distances, field.positions.data(), field.points,
                                                         field.stride, field.dims, first, last, sums.data()});
            for (int g = first; g < last; ++g)
                distances += distanceGroup * (field.stride - g * distanceGroup);
        }
        const double error = relativeError(sums, expected);
        QVERIFY2(error <= tolerance, qPrintable(QString::fromLatin1("%1: %2").arg(isaName(isa)).arg(error)));
        QVERIFY(std::abs(found - residual) <= 10 * tolerance * residual);
        for (int i = field.points; i < field.stride; ++i)
            QCOMPARE(sums[static_cast<std::size_t>(i)], Scalar{0});
    });
}

template <class Scalar>
void compareSquares(const Field<Scalar>& field, int columns)
{
    const auto size = static_cast<std::size_t>(field.stride * columns);
    AlignedVector<double> x(size);
    std::vector<double> expected(size);
    for (int c = 0; c < columns; ++c)
        for (int i = 0; i < field.points; ++i)
            x[static_cast<std::size_t>(c * field.stride + i)] =
                Random(4, 4).normal(static_cast<std::uint64_t>(i * 100 + c));
    for (int c = 0; c < columns; ++c)
        for (int i = 0; i < field.points; ++i)
            for (int j = i + 1; j < field.points; ++j) {
                const auto a = static_cast<std::size_t>(c * field.stride + i),
                           b = static_cast<std::size_t>(c * field.stride + j);
                expected[a] += std::pow(field.delta(i, j), 2) * x[b];
                expected[b] += std::pow(field.delta(i, j), 2) * x[a];
            }
    forEveryIsa([&](Isa isa) {
        AlignedVector<double> sums(size);
        squaresOf<Scalar>(mapKernels(isa))(
            {field.distances.data(), x.data(), field.stride, columns, 0, field.groups, sums.data()});
        QVERIFY(relativeError(sums, expected) < 1e-13);
    });
}

template <class Scalar>
void compareSquaredDistances(void (*kernel)(const SquaredDistanceJob<Scalar>&), int aCount, int bCount,
                             std::size_t features)
{
    std::vector<Scalar> a, b;
    for (std::size_t i = 0; i < static_cast<std::size_t>(aCount) * features; ++i)
        a.push_back(static_cast<Scalar>(100 + Random(5, 1).normal(i)));
    for (std::size_t i = 0; i < static_cast<std::size_t>(bCount) * features; ++i)
        b.push_back(static_cast<Scalar>(100 + Random(5, 2).normal(i)));
    const std::ptrdiff_t row = bCount + 3;
    std::vector<double> squares(static_cast<std::size_t>(aCount * row), -1.0);
    kernel({a.data(), b.data(), aCount, bCount, features, squares.data(), row});
    for (int i = 0; i < aCount; ++i)
        for (int j = 0; j < row; ++j) {
            double expected = j < bCount ? 0 : -1;
            for (std::size_t f = 0; f < features && j < bCount; ++f)
                expected += std::pow(static_cast<double>(a[static_cast<std::size_t>(i) * features + f]) -
                                         static_cast<double>(b[static_cast<std::size_t>(j) * features + f]),
                                     2);
            QVERIFY(std::abs(squares[static_cast<std::size_t>(i * row + j)] - expected) <=
                    1e-13 * std::abs(expected));
        }
}

} // namespace

class TstMapKernels : public QObject {
    Q_OBJECT

private slots:
    void guttman_data();
    void guttman();
    void pointsInOnePlaceDoNotPull();
    void squares_data();
    void squares();
    void squaredDistances_data();
    void squaredDistances();
    void packsBytes_data();
    void packsBytes();
    void byteProducts_data();
    void byteProducts();
};

void TstMapKernels::guttman_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("dims");
    for (const int points : {1, 2, 15, 16, 17, 31, 32, 33, 100, 333})
        for (const int dims : {1, 2, 3, 4, 7})
            QTest::addRow("%d points, %d dims", points, dims) << points << dims;
    QTest::addRow("100 dims") << 40 << mostMapDims;
}

void TstMapKernels::guttman()
{
    QFETCH(int, points);
    QFETCH(int, dims);
    Field<float> inFloat(points, dims);
    compareGuttman(inFloat, 1e-6);
    Field<double> inDouble(points, dims);
    compareGuttman(inDouble, 1e-13);
}

void TstMapKernels::pointsInOnePlaceDoNotPull()
{
    for (const int dims : {1, 2, 5}) {
        Field<float> field(40, dims);
        for (int d = 0; d < dims; ++d)
            for (const int i : {5, 20, 39})
                field.positions[static_cast<std::size_t>(d * field.stride + i)] =
                    field.positions[static_cast<std::size_t>(d * field.stride)];
        compareGuttman(field, 1e-6);
        Field<double> everywhere(20, dims);
        std::fill(everywhere.positions.begin(), everywhere.positions.end(), 1.5);
        compareGuttman(everywhere, 1e-13);
    }
}

void TstMapKernels::squares_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("columns");
    for (const int points : {1, 16, 50, 200})
        for (const int columns : {1, 3, 4, 9})
            QTest::addRow("%d points, %d columns", points, columns) << points << columns;
}

void TstMapKernels::squares()
{
    QFETCH(int, points);
    QFETCH(int, columns);
    compareSquares(Field<float>(points, 1), columns);
    compareSquares(Field<double>(points, 1), columns);
}

void TstMapKernels::squaredDistances_data()
{
    QTest::addColumn<int>("a");
    QTest::addColumn<int>("b");
    QTest::addColumn<int>("features");
    for (const auto& [a, b] : {std::pair(1, 1), std::pair(3, 5), std::pair(4, 8), std::pair(48, 47)})
        for (const int features : {1, 2, 8, 15, 33, 784})
            QTest::addRow("%d and %d of %d", a, b, features) << a << b << features;
}

void TstMapKernels::squaredDistances()
{
    QFETCH(int, a);
    QFETCH(int, b);
    QFETCH(int, features);
    forEveryIsa([&](Isa isa) {
        const auto d = static_cast<std::size_t>(features);
        compareSquaredDistances<float>(mapKernels(isa).squaredDistancesFloat, a, b, d);
        compareSquaredDistances<double>(mapKernels(isa).squaredDistancesDouble, a, b, d);
    });
}

void TstMapKernels::packsBytes_data()
{
    QTest::addColumn<int>("vectors");
    QTest::addColumn<int>("entries");
    QTest::addColumn<bool>("appendsOnes");
    QTest::addColumn<bool>("areColumns");
    for (const bool areColumns : {false, true})
        for (const bool appendsOnes : {false, true})
            for (const int vectors : {0, 1, 47})
                for (const int entries : {0, 1, 9, 10})
                    QTest::addRow("%d of %d%s%s", vectors, entries, appendsOnes ? " and ones" : "",
                                  areColumns ? " in columns" : "")
                        << vectors << entries << appendsOnes << areColumns;
    QTest::newRow("all") << bytePanel << 10 << false << true;
}

void TstMapKernels::packsBytes()
{
    QFETCH(int, vectors);
    QFETCH(int, entries);
    QFETCH(bool, appendsOnes);
    QFETCH(bool, areColumns);
    constexpr int pairs = 5;
    // Nothing but what is asked for may be read: the bytes are as many.
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < vectors * entries; ++i)
        bytes.push_back(static_cast<std::uint8_t>(i * 37 + 1));
    const int vectorStep = areColumns ? 1 : entries, entryStep = areColumns ? vectors : 1;
    forEveryByteTable([&](const ByteKernels& kernels) {
        std::vector<std::uint32_t> panel(pairs * bytePanel, 99u);
        kernels.pack(
            {bytes.data(), vectorStep, entryStep, vectors, entries, appendsOnes, pairs, panel.data()});
        for (int e = 0; e < 2 * pairs; ++e)
            for (int v = 0; v < bytePanel; ++v) {
                const std::uint32_t pair = panel[static_cast<std::size_t>(e / 2 * bytePanel + v)];
                std::uint32_t expected = 0;
                if (e < entries && v < vectors)
                    expected = bytes[static_cast<std::size_t>(v * vectorStep + e * entryStep)];
                if (e < entries && v == vectors && appendsOnes) expected = 1;
                QCOMPARE(e % 2 == 0 ? pair & 0xffff : pair >> 16, expected);
            }
    });
}

void TstMapKernels::byteProducts_data()
{
    QTest::addColumn<int>("pairs");
    QTest::addColumn<int>("least");
    for (const int pairs : {0, 1, 2, 77})
        QTest::addRow("%d pairs", pairs) << pairs << 0;
    QTest::newRow("the largest sums") << mostBytePairs << 255;
}

void TstMapKernels::byteProducts()
{
    QFETCH(int, pairs);
    QFETCH(int, least);
    AlignedVector<std::uint32_t> a, b;
    const Random random(6, 6);
    const auto byte = [&](std::uint64_t i) {
        return static_cast<std::uint32_t>(least) +
               static_cast<std::uint32_t>(random.below(i, 256 - static_cast<std::uint64_t>(least)));
    };
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(pairs * bytePanel); ++i) {
        a.push_back(byte(4 * i) | byte(4 * i + 1) << 16);
        b.push_back(byte(4 * i + 2) | byte(4 * i + 3) << 16);
    }
    const std::ptrdiff_t row = bytePanel + 5;
    std::vector<double> expected(static_cast<std::size_t>(bytePanel * row), 0.5);
    for (int p = 0; p < pairs; ++p)
        for (int i = 0; i < bytePanel; ++i)
            for (int j = 0; j < bytePanel; ++j) {
                const std::uint32_t left = a[static_cast<std::size_t>(p * bytePanel + i)],
                                    right = b[static_cast<std::size_t>(p * bytePanel + j)];
                expected[static_cast<std::size_t>(i * row + j)] +=
                    (left & 0xffff) * (right & 0xffff) + (left >> 16) * (right >> 16);
            }
    forEveryByteTable([&](const ByteKernels& kernels) {
        std::vector<double> sums(expected.size(), 0.5);
        kernels.addProducts({a.data(), b.data(), pairs, sums.data(), row});
        QVERIFY(sums == expected);
    });
}

QTEST_GUILESS_MAIN(TstMapKernels)
#include "tst_map_kernels.moc"
