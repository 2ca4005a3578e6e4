#include "core/embed/mds.h"

#include "core/embed/leading_pairs.h"
#include "core/embed/map_stress.h"
#include "core/util/rng.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace hg {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

static_assert(mostMapDimensions == mostMapDims);
constexpr std::uint32_t startPurpose = 0x6d647300;

/// What rounding alone leaves of the stress of an exact map.
template <class Scalar>
constexpr double exactStress = std::is_same_v<Scalar, float> ? 1e-6 : 1e-13;

void (*squaresKernel(const PackedDistances<float>&))(const SquaresJob<float>&)
{
    return mapKernels().squaresFloat;
}
void (*squaresKernel(const PackedDistances<double>&))(const SquaresJob<double>&)
{
    return mapKernels().squaresDouble;
}

std::optional<Error> checkDims(int dims)
{
    if (dims >= 1 && dims <= mostMapDimensions) return std::nullopt;
    return Error{ErrorCode::BadValue, {}, {1, mostMapDimensions}, std::to_string(dims)};
}

/// Products by Torgerson's matrix −½·J·δ²·J, J taking the mean away, without forming it.
template <class Scalar>
class CentredSquares {
public:
    CentredSquares(const Distances& distances, const PackedDistances<Scalar>& packed, Workers& workers)
        : m_packed(packed), m_points(distances.count()), m_workers(workers), m_parts(packed.groupAt)
    {}

    /// False when the watch ends it: it is asked between rounds of parts.
    bool multiply(const Matrix& x, Matrix& y, const Watch& watch)
    {
        const Eigen::Index stride = m_packed.stride, columns = x.cols();
        m_x.setZero(stride, columns);
        m_x.topRows(m_points) = x.rowwise() - x.colwise().mean();
        m_sums.resize(static_cast<std::size_t>(m_parts.count()));
        const int round = watch ? 2 * m_workers.count() : m_parts.count();
        for (int first = 0; first < m_parts.count(); first += round) {
            if (!mayGoOn(watch, 0)) return false;
            m_workers.run(std::min(round, m_parts.count() - first),
                          [&](int part) { multiplyPart(first + part); });
        }
        y = m_sums[0].topRows(m_points);
        for (std::size_t part = 1; part < m_sums.size(); ++part)
            y += m_sums[part].topRows(m_points);
        y = -0.5 * (y.rowwise() - y.colwise().mean()).eval();
        return true;
    }

private:
    void multiplyPart(int part)
    {
        Matrix& sums = m_sums[static_cast<std::size_t>(part)];
        sums.setZero(m_x.rows(), m_x.cols());
        const auto from =
            static_cast<std::size_t>(m_packed.groupAt[static_cast<std::size_t>(m_parts.first(part))]);
        squaresKernel(m_packed)({.distances = m_packed.values.data() + from,
                                 .x = m_x.data(),
                                 .stride = m_packed.stride,
                                 .columns = static_cast<int>(m_x.cols()),
                                 .firstGroup = m_parts.first(part),
                                 .lastGroup = m_parts.last(part),
                                 .sums = sums.data()});
    }

    const PackedDistances<Scalar>& m_packed;
    int m_points;
    Workers& m_workers;
    MapParts m_parts;
    Matrix m_x;
    std::vector<Matrix> m_sums;
};

/// Torgerson's matrix in full, for few points.
template <class Scalar>
Matrix centredSquares(const PackedDistances<Scalar>& packed, int points)
{
    Matrix squares = Matrix::Zero(points, points);
    for (int i = 0; i < points; ++i)
        for (int j = i + 1; j < points; ++j) {
            const auto delta = static_cast<double>(packed.at(i, j));
            squares(i, j) = squares(j, i) = delta * delta;
        }
    const Vector means = squares.colwise().mean();
    const double mean = means.mean();
    return -0.5 * ((squares.colwise() - means).rowwise() - means.transpose()).array() - 0.5 * mean;
}

/// Columns of the classical solution, in units of the scale; nothing when the watch ends it.
template <class Scalar>
std::optional<Matrix> classicalColumns(const Distances& distances, const PackedDistances<Scalar>& packed,
                                       int dims, double tolerance, Workers& workers, const Watch& watch)
{
    const int n = distances.count(), count = std::min(dims, n - 1);
    Eigenpairs pairs;
    if (n <= 128 || count * 8 > n) {
        if (!mayGoOn(watch, 0)) return std::nullopt;
        pairs = allPairs(centredSquares(packed, n), count);
    } else {
        CentredSquares<Scalar> matrix(distances, packed, workers);
        const SymmetricProduct product = [&](const Matrix& x, Matrix& y, const Watch& asked) {
            return matrix.multiply(x, y, asked);
        };
        if (leadingPairs(product, n, count, {.tolerance = tolerance}, watch, pairs) == LanczosEnd::Cancelled)
            return std::nullopt;
    }
    fixSigns(pairs.vectors);
    // What rounding of the distances leaves of directions that the data do not have is no direction.
    const double least = (std::is_same_v<Scalar, float> ? 1e-7 : 1e-13) * std::max(0.0, pairs.values[0]);
    Matrix columns = Matrix::Zero(n, dims);
    for (int c = 0; c < count; ++c)
        if (pairs.values[c] > least) columns.col(c) = pairs.vectors.col(c) * std::sqrt(pairs.values[c]);
    return columns;
}

template <class Scalar>
void place(MapPass<Scalar>& pass, const Matrix& columns)
{
    for (Eigen::Index c = 0; c < columns.cols(); ++c)
        for (Eigen::Index i = 0; i < columns.rows(); ++i)
            pass.positions()[static_cast<std::size_t>(c * pass.stride() + i)] =
                static_cast<Scalar>(columns(i, c));
}

/// Normal numbers of about the data's extent, the same for the same seed.
Matrix randomColumns(int points, int dims, std::uint64_t seed)
{
    const Random random(seed, startPurpose);
    const double spread = 1 / std::sqrt(2.0 * dims);
    return Matrix::NullaryExpr(points, dims, [&](Eigen::Index i, Eigen::Index c) {
        return spread * random.normal(static_cast<std::uint64_t>(i * dims + c));
    });
}

bool areInOnePlace(const Matrix& columns, int a, int b)
{
    constexpr double least = 1e-7; // of the distances' root mean square
    return (columns.row(a) - columns.row(b)).cwiseAbs().maxCoeff() < least;
}

/// Moves points off the places of others that the data keep apart: the transform would never part them.
template <class Scalar>
void separate(Matrix& columns, const PackedDistances<Scalar>& packed)
{
    constexpr double step = 1e-3, noticed = 1e-3; // of the distances' root mean square
    const Random random(1, startPurpose + 1);
    std::vector<int> order(static_cast<std::size_t>(columns.rows()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return columns(a, 0) < columns(b, 0); });
    const Matrix before = columns;
    // Of points in one place each but one has a neighbour there among the few that come next in the order of
    // the first column.
    constexpr std::size_t window = 16;
    for (std::size_t k = 0; k < order.size(); ++k)
        for (std::size_t next = k + 1; next < std::min(order.size(), k + window); ++next) {
            const int a = std::min(order[k], order[next]), b = std::max(order[k], order[next]);
            if (!areInOnePlace(before, a, b) || !(static_cast<double>(packed.at(a, b)) > noticed)) continue;
            for (Eigen::Index c = 0; c < columns.cols(); ++c)
                columns(b, c) =
                    before(b, c) + step * random.normal(static_cast<std::uint64_t>(b * columns.cols() + c));
        }
}

/// How far the iterations have come: by their number, or by how far the gain has fallen towards the
/// tolerance.
double shareDone(double gain, double firstGain, int iterations, const SmacofOptions& options)
{
    double share = 0;
    if (options.mostIterations > 0) share = static_cast<double>(iterations) / options.mostIterations;
    if (options.tolerance > 0 && gain > 0 && firstGain > options.tolerance)
        share = std::max(share, std::log(firstGain / gain) / std::log(firstGain / options.tolerance));
    return std::clamp(share, 0.0, 1.0);
}

template <class Scalar>
std::optional<Map> classicalMap(const Distances& distances, const PackedDistances<Scalar>& packed, int dims,
                                Workers& workers, const Watch& watch)
{
    constexpr double columnsShare = 0.95; // the stress is the rest
    const auto columns =
        classicalColumns(distances, packed, dims, 1e-11, workers, partOf(watch, 0, columnsShare));
    if (!columns) return std::nullopt;
    MapPass<Scalar> pass(distances, packed, dims, workers);
    place(pass, *columns);
    Map map{dims, pass.points()};
    const auto stress = pass.run(partOf(watch, columnsShare, 1));
    if (!stress) return std::nullopt;
    map.stress = *stress;
    return map;
}

/// The places at which the descent begins; nothing when the watch ends it.
template <class Scalar>
std::optional<Matrix> startColumns(const Distances& distances, const PackedDistances<Scalar>& packed,
                                   const SmacofOptions& options, Workers& workers, const Watch& watch)
{
    constexpr double startTolerance = 1e-6; // the iterations do the rest
    auto columns = options.seed
                       ? std::optional(randomColumns(distances.count(), options.dims, *options.seed))
                       : classicalColumns(distances, packed, options.dims, startTolerance, workers, watch);
    if (columns) separate(*columns, packed);
    return columns;
}

/// What a round gained, as a share of the stress.
double gainOf(double before, double after)
{
    return before > 0 ? (before - after) / before : 0;
}

std::optional<Error> checkOptions(const SmacofOptions& options)
{
    if (auto error = checkDims(options.dims)) return error;
    if (options.mostIterations >= 0) return std::nullopt;
    return Error{ErrorCode::BadValue,
                 {},
                 {0, std::numeric_limits<int>::max()},
                 std::to_string(options.mostIterations)};
}

/// Points (n, dims) about their mean, their distances' root mean square 1 as that of the data's in units of
/// the scale: of maps much larger or smaller the stress would be lost in rounding. Zeros for points in one
/// place.
Matrix inUnits(std::span<const float> points, int n, int dims)
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    Matrix columns = Eigen::Map<const Rows>(points.data(), n, dims).cast<double>();
    columns.rowwise() -= columns.colwise().mean().eval();
    const double spread = std::sqrt(2.0 / (n - 1)) * columns.norm(); // Σd² = n·Σ|x|² over n·(n−1)/2 pairs
    return spread > 0 ? Matrix(columns / spread) : Matrix::Zero(n, dims);
}

} // namespace

Result<Map> classicalMds(const Distances& distances, int dims, Workers& workers, const Watch& watch)
{
    if (auto error = checkDims(dims)) return *error;
    const FlushToZero flush; // as the workers do
    auto map =
        std::visit([&](const auto& packed) { return classicalMap(distances, packed, dims, workers, watch); },
                   distances.packed());
    if (!map) return Error{ErrorCode::Cancelled};
    return std::move(*map);
}

struct MapDescent::State {
    using Pass = std::variant<MapPass<float>, MapPass<double>>;

    std::shared_ptr<const Distances> distances;
    SmacofOptions options;
    Pass pass; // at the places reached, their transform computed
    double stress = 0;
    int iterations = 0;
    bool isConverged = false;
};

MapDescent::MapDescent(std::unique_ptr<State> state) : m_state(std::move(state)) {}
MapDescent::~MapDescent() = default;
MapDescent::MapDescent(MapDescent&&) noexcept = default;
MapDescent& MapDescent::operator=(MapDescent&&) noexcept = default;

Result<MapDescent> MapDescent::start(std::shared_ptr<const Distances> distances, const SmacofOptions& options,
                                     Workers& workers, const Watch& watch)
{
    if (auto error = checkOptions(options)) return *error;
    const FlushToZero flush;                             // as the workers do
    const double columnsShare = options.seed ? 0 : 0.95; // the stress is the rest
    const auto begin = [&]<class Scalar>(const PackedDistances<Scalar>& packed) -> std::unique_ptr<State> {
        const auto columns =
            startColumns(*distances, packed, options, workers, partOf(watch, 0, columnsShare));
        if (!columns) return nullptr;
        MapPass<Scalar> pass(*distances, packed, options.dims, workers);
        place(pass, *columns);
        const auto stress = pass.run(partOf(watch, columnsShare, 1));
        if (!stress) return nullptr;
        return std::make_unique<State>(State{distances, options, std::move(pass), *stress});
    };
    auto state = std::visit(begin, distances->packed());
    if (!state) return Error{ErrorCode::Cancelled};
    return MapDescent(std::move(state));
}

Result<double> MapDescent::step(const Watch& watch)
{
    const FlushToZero flush; // as the workers do
    const auto round = [&]<class Scalar>(MapPass<Scalar>& pass) -> std::optional<double> {
        const auto before = pass.positions();
        pass.accept();
        const auto stress = pass.run(watch);
        if (!stress) {
            pass.positions() = before; // whose transform is still there
            return std::nullopt;
        }
        const double gain = gainOf(m_state->stress, *stress);
        m_state->isConverged = gain < m_state->options.tolerance || *stress < exactStress<Scalar>;
        return stress;
    };
    const auto stress = std::visit(round, m_state->pass);
    if (!stress) return Error{ErrorCode::Cancelled};
    m_state->stress = *stress;
    ++m_state->iterations;
    return *stress;
}

bool MapDescent::isDone() const
{
    const SmacofOptions& options = m_state->options;
    return (options.mostIterations > 0 && m_state->iterations >= options.mostIterations) ||
           (options.tolerance > 0 && m_state->isConverged);
}

double MapDescent::stress() const
{
    return m_state->stress;
}

int MapDescent::iterations() const
{
    return m_state->iterations;
}

Map MapDescent::map() const
{
    auto points = std::visit([](const auto& pass) { return pass.points(); }, m_state->pass);
    return {m_state->options.dims, std::move(points), m_state->stress, m_state->iterations};
}

Result<Map> smacof(const Distances& distances, const SmacofOptions& options, Workers& workers,
                   const Watch& watch)
{
    if (auto error = checkDims(options.dims)) return *error;
    const bool everEnds = options.tolerance > 0 || options.mostIterations > 0;
    if (!everEnds || options.mostIterations < 0)
        return Error{ErrorCode::BadValue,
                     {},
                     {1, std::numeric_limits<int>::max()},
                     std::to_string(options.mostIterations)};
    const double startShare = options.seed ? 0 : 0.3;
    // Lent for the time of the call, not owned.
    const std::shared_ptr<const Distances> lent(std::shared_ptr<const void>(), &distances);
    auto descent = MapDescent::start(lent, options, workers, partOf(watch, 0, startShare));
    if (!descent) return descent.error();
    double share = startShare, firstGain = 0;
    const Watch atShare = watch ? Watch([&](double) { return watch(share); }) : Watch();
    while (!descent->isDone()) {
        const double before = descent->stress();
        const auto stress = descent->step(atShare);
        if (!stress) return stress.error();
        const double gain = gainOf(before, *stress);
        if (firstGain == 0) firstGain = gain;
        const double done = shareDone(gain, firstGain, descent->iterations(), options);
        share = std::max(share, startShare + (1 - startShare) * done);
    }
    return descent->map();
}

double mapStress(const Distances& distances, std::span<const float> points, int dims, Workers& workers)
{
    const int n = distances.count();
    const bool fits = dims >= 1 && dims <= mostMapDimensions &&
                      points.size() == static_cast<std::size_t>(n) * static_cast<std::size_t>(dims);
    const auto finite = [](float x) { return std::isfinite(x); };
    if (!fits || !std::all_of(points.begin(), points.end(), finite))
        return std::numeric_limits<double>::quiet_NaN();
    const Matrix columns = inUnits(points, n, dims);
    const FlushToZero flush; // as the workers do
    return std::visit(
        [&]<class Scalar>(const PackedDistances<Scalar>& packed) {
            MapPass<Scalar> pass(distances, packed, dims, workers);
            place(pass, columns);
            return *pass.run({});
        },
        distances.packed());
}

} // namespace hg
