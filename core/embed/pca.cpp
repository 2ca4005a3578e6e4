#include "core/embed/pca.h"

#include "core/embed/byte_covariance.h"
#include "core/embed/leading_pairs.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace hg {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;
using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr int rowsPerBlock = 512;
constexpr int mostParts = 8;            // sums that are added in a fixed order
constexpr double mostPartNumbers = 1e7; // of all of them
constexpr double floatBlocksFrom = 4e9; // n·d² from which blocks are multiplied in float and summed in double

/// Whether the watch lets a pass over the rows go on at row i: it is asked at every `rowsPerBlock`-th.
bool mayGoOnAt(const Watch& watch, int i, int count)
{
    return i % rowsPerBlock != 0 || mayGoOn(watch, static_cast<double>(i) / count);
}

/// Nothing when the watch ends it.
std::optional<Vector> meanRow(const SampleView& samples, const Watch& watch)
{
    Vector sum = Vector::Zero(static_cast<Eigen::Index>(samples.features));
    for (int i = 0; i < samples.count; ++i) {
        if (!mayGoOnAt(watch, i, samples.count)) return std::nullopt;
        for (std::size_t f = 0; f < samples.features; ++f)
            sum[static_cast<Eigen::Index>(f)] += samples.exactValue(i, f);
    }
    return sum / samples.count;
}

/// Rows first … first+count−1 minus the mean.
template <class Scalar>
void centredBlock(const SampleView& samples, const Vector& mean, int first, int count,
                  Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>& block)
{
    block.resize(count, mean.size());
    for (int i = 0; i < count; ++i)
        for (Eigen::Index f = 0; f < mean.size(); ++f)
            block(i, f) =
                static_cast<Scalar>(samples.exactValue(first + i, static_cast<std::size_t>(f)) - mean[f]);
}

/// Adds the scatter matrix Σ(x−m)(x−m)ᵀ of every `parts`-th block of rows from `begin` to `end`, lower
/// triangle.
template <class Scalar>
void addScatter(const SampleView& samples, const Vector& mean, int begin, int end, int part, int parts,
                Matrix& total)
{
    using Block = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Square = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
    Block block;
    Square product(mean.size(), mean.size());
    for (int first = begin + part * rowsPerBlock; first < end; first += parts * rowsPerBlock) {
        centredBlock<Scalar>(samples, mean, first, std::min(rowsPerBlock, end - first), block);
        product.setZero();
        product.template selfadjointView<Eigen::Lower>().rankUpdate(block.transpose());
        total += product.template cast<double>();
    }
}

/// How many sums are built at a time: fewer where they are large.
int scatterParts(std::size_t features)
{
    const double d = static_cast<double>(features);
    return static_cast<int>(std::clamp(mostPartNumbers / (d * d), 1.0, static_cast<double>(mostParts)));
}

/// Nothing when the watch ends it.
std::optional<Matrix> covariance(const SampleView& samples, const Vector& mean, double total,
                                 Workers& workers, const Watch& watch)
{
    const double d = static_cast<double>(samples.features);
    const bool haveRoom = total > 1e-20 && total < 1e20; // squares in float neither vanish nor overflow
    const bool useFloat = haveRoom && samples.count * d * d >= floatBlocksFrom;
    const int parts = scatterParts(samples.features), rows = parts * rowsPerBlock;
    const int round =
        watch ? std::min(parts, workers.count()) : parts; // asked between, the sums are the same
    std::vector<Matrix> sums(static_cast<std::size_t>(parts), Matrix::Zero(mean.size(), mean.size()));
    for (int begin = 0; begin < samples.count; begin += rows) {
        const int end = begin + std::min(rows, samples.count - begin);
        for (int first = 0; first < parts; first += round) {
            if (!mayGoOn(watch, static_cast<double>(begin) / samples.count)) return std::nullopt;
            workers.run(std::min(round, parts - first), [&](int i) {
                const int part = first + i;
                Matrix& sum = sums[static_cast<std::size_t>(part)];
                useFloat ? addScatter<float>(samples, mean, begin, end, part, parts, sum)
                         : addScatter<double>(samples, mean, begin, end, part, parts, sum);
            });
        }
    }
    for (std::size_t p = 1; p < sums.size(); ++p)
        sums[0] += sums[p];
    Matrix full = sums[0].selfadjointView<Eigen::Lower>();
    return full / (samples.count - 1);
}

/// y = A·x by blocks of A's rows on all workers.
void multiply(const Matrix& symmetric, const Matrix& x, Matrix& y, Workers& workers)
{
    constexpr Eigen::Index rows = 64;
    const Eigen::Index size = symmetric.rows();
    workers.run(static_cast<int>((size + rows - 1) / rows), [&](int part) {
        const Eigen::Index first = part * rows, count = std::min(rows, size - first);
        y.middleRows(first, count).noalias() = symmetric.middleCols(first, count).transpose() * x;
    });
}

/// The first k pairs; nothing when the watch ends it.
std::optional<Eigenpairs> firstPairs(const Matrix& symmetric, Eigen::Index k, Workers& workers,
                                     const Watch& watch)
{
    const bool areFew = symmetric.rows() > 100 && k * 8 <= symmetric.rows();
    if (!areFew) return mayGoOn(watch, 0) ? std::optional(allPairs(symmetric, k)) : std::nullopt;
    const SymmetricProduct product = [&](const Matrix& x, Matrix& y, const Watch&) {
        multiply(symmetric, x, y, workers);
        return true;
    };
    Eigenpairs pairs;
    switch (leadingPairs(product, symmetric.rows(), k, {.mostStarts = 2}, watch, pairs)) {
    case LanczosEnd::Settled:
        return pairs;
    case LanczosEnd::Unsettled:
        return allPairs(symmetric, k);
    case LanczosEnd::Cancelled:
        break;
    }
    return std::nullopt;
}

constexpr double leastRemainder = 1e-3; // below it, what is left is mostly rounding

/// Replaces directions without variance by unit vectors orthogonal to the ones before: any choice is right,
/// none is NaN.
void completeBasis(Matrix& vectors, Eigen::Index from)
{
    for (Eigen::Index c = from, axis = 0; c < vectors.cols(); ++axis) {
        const Vector candidate = remainder(vectors, c, Vector::Unit(vectors.rows(), axis % vectors.rows()));
        if (candidate.norm() >= leastRemainder) vectors.col(c++) = candidate.normalized();
    }
}

/// Of the centred rows, divided by n−1; nothing when the watch ends it.
std::optional<Matrix> gramMatrix(const RowMatrix& centred, Workers& workers, const Watch& watch)
{
    constexpr Eigen::Index rows = 32; // a part's
    const Eigen::Index n = centred.rows();
    const auto parts = static_cast<int>((n + rows - 1) / rows), round = workers.count();
    Matrix gram(n, n);
    for (int first = 0; first < parts; first += round) {
        if (!mayGoOn(watch, static_cast<double>(first) / parts)) return std::nullopt;
        workers.run(std::min(round, parts - first), [&](int part) {
            const Eigen::Index begin = (first + part) * rows, count = std::min(rows, n - begin);
            gram.middleCols(begin, count).noalias() = centred * centred.middleRows(begin, count).transpose();
        });
    }
    return gram / (n - 1);
}

/// For fewer samples than features: the eigenvectors of the small Gram matrix, carried over.
std::optional<Eigenpairs> pairsFromGram(const SampleView& samples, const Vector& mean, Eigen::Index k,
                                        Workers& workers, const Watch& watch)
{
    RowMatrix centred;
    centredBlock<double>(samples, mean, 0, samples.count, centred);
    const auto gram = gramMatrix(centred, workers, partOf(watch, 0, 0.5));
    if (!gram) return std::nullopt;
    auto pairs = firstPairs(*gram, k, workers, partOf(watch, 0.5, 1));
    if (!pairs) return std::nullopt;
    Matrix vectors = centred.transpose() * pairs->vectors;
    Eigen::Index valid = 0;
    while (valid < k && pairs->values[valid] > 1e-13 * pairs->values[0]) {
        // The product carries rounding of the large directions into the small ones.
        const Vector direction = remainder(vectors, valid, vectors.col(valid).normalized());
        if (direction.norm() < leastRemainder) break;
        vectors.col(valid++) = direction.normalized();
    }
    for (Eigen::Index i = valid; i < k; ++i)
        pairs->values[i] = 0;
    completeBasis(vectors, valid);
    return Eigenpairs{std::move(vectors), std::move(pairs->values)};
}

/// Nothing when the watch ends it.
std::optional<double> totalVariance(const SampleView& samples, const Vector& mean, const Watch& watch)
{
    double sum = 0;
    for (int i = 0; i < samples.count; ++i) {
        if (!mayGoOnAt(watch, i, samples.count)) return std::nullopt;
        for (Eigen::Index f = 0; f < mean.size(); ++f) {
            const double d = samples.exactValue(i, static_cast<std::size_t>(f)) - mean[f];
            sum += d * d;
        }
    }
    return sum / (samples.count - 1);
}

std::optional<Error> check(const SampleView& samples, int k)
{
    if (samples.count < 2)
        return Error{ErrorCode::TooFewSamples, {}, {static_cast<double>(samples.count), 2}};
    const int most = std::min(samples.count - 1, static_cast<int>(samples.features));
    if (k < 0) return Error{ErrorCode::BadValue, {}, {1, static_cast<double>(most)}, std::to_string(k)};
    if (k > most)
        return Error{ErrorCode::TooManyComponents, {}, {static_cast<double>(k), static_cast<double>(most)}};
    return std::nullopt;
}

/// Calls body(first row, rows) for fixed blocks of rows, a round of one a thread after the other. False when
/// the watch ends it.
template <class Body>
bool forEachBlock(int count, Workers& workers, const Watch& watch, const Body& body)
{
    const int blocks = (count + rowsPerBlock - 1) / rowsPerBlock;
    const int round = watch ? workers.count() : blocks;
    for (int first = 0; first < blocks; first += round) {
        if (!mayGoOn(watch, static_cast<double>(first) / blocks)) return false;
        workers.run(std::min(round, blocks - first), [&](int part) {
            const int row = (first + part) * rowsPerBlock;
            body(row, std::min(rowsPerBlock, count - row));
        });
    }
    return true;
}

Eigen::Map<const RowMatrix> componentsOf(const Pca& pca)
{
    return {pca.components.data(), pca.count(), static_cast<Eigen::Index>(pca.mean.size())};
}

Vector meanOf(const Pca& pca)
{
    return Eigen::Map<const Vector>(pca.mean.data(), static_cast<Eigen::Index>(pca.mean.size()));
}

/// Orthonormal columns that span the rows given.
Matrix orthonormal(const std::vector<double>& rows, int count)
{
    const auto d = static_cast<Eigen::Index>(rows.size()) / count;
    const Matrix columns = Eigen::Map<const RowMatrix>(rows.data(), count, d).transpose();
    return Eigen::HouseholderQR<Matrix>(columns).householderQ() * Matrix::Identity(d, count);
}

/// What components are made of.
struct Decomposition {
    Vector mean;
    double totalVariance = 0;
    Eigenpairs pairs;
};

Result<Decomposition> decomposeBytes(const SampleView& samples, Eigen::Index k, Workers& workers,
                                     const Watch& watch)
{
    auto moments = covarianceOfBytes(samples, workers, partOf(watch, 0, 0.8));
    if (!moments) return Error{ErrorCode::Cancelled};
    const double total = moments->covariance.trace();
    if (!(total > 0)) return Error{ErrorCode::NoVariance};
    auto pairs = firstPairs(moments->covariance, k, workers, partOf(watch, 0.8, 1));
    if (!pairs) return Error{ErrorCode::Cancelled};
    return Decomposition{std::move(moments->mean), total, std::move(*pairs)};
}

Result<Decomposition> decompose(const SampleView& samples, Eigen::Index k, Workers& workers,
                                const Watch& watch)
{
    const bool isWide = samples.count <= static_cast<int>(samples.features);
    if (samples.bytes && !isWide) return decomposeBytes(samples, k, workers, watch);
    auto mean = meanRow(samples, partOf(watch, 0, 0.02));
    if (!mean) return Error{ErrorCode::Cancelled};
    const auto total = totalVariance(samples, *mean, partOf(watch, 0.02, 0.05));
    if (!total) return Error{ErrorCode::Cancelled};
    if (!(*total > 0)) return Error{ErrorCode::NoVariance};
    Decomposition result{std::move(*mean), *total, {}};
    std::optional<Eigenpairs> pairs;
    if (isWide)
        pairs = pairsFromGram(samples, result.mean, k, workers, partOf(watch, 0.05, 1));
    else if (const auto matrix =
                 covariance(samples, result.mean, result.totalVariance, workers, partOf(watch, 0.05, 0.8)))
        pairs = firstPairs(*matrix, k, workers, partOf(watch, 0.8, 1));
    if (!pairs) return Error{ErrorCode::Cancelled};
    result.pairs = std::move(*pairs);
    return result;
}

} // namespace

Result<Pca> fitPca(const SampleView& samples, int k, Workers& workers, const Watch& watch)
{
    if (auto error = check(samples, k)) return *error;
    const int most = std::min(samples.count - 1, static_cast<int>(samples.features));
    const Eigen::Index wanted = k == 0 ? most : k;
    auto found = decompose(samples, wanted, workers, watch);
    if (!found) return found.error();
    Eigenpairs& pairs = found->pairs;
    fixSigns(pairs.vectors);
    Pca pca;
    pca.mean.assign(found->mean.data(), found->mean.data() + found->mean.size());
    const RowMatrix rows = pairs.vectors.transpose();
    pca.components.assign(rows.data(), rows.data() + rows.size());
    for (Eigen::Index i = 0; i < wanted; ++i) {
        pca.variance.push_back(std::max(0.0, pairs.values[i])); // rounding may leave −1e-18
        pca.ratio.push_back(pca.variance.back() / found->totalVariance);
    }
    return pca;
}

int directionsOf(const Pca& pca)
{
    constexpr double rounding = 1e-12; // of the largest variance: numbers of six digits, squared
    return static_cast<int>(std::count_if(pca.variance.begin(), pca.variance.end(), [&](double variance) {
        return variance > rounding * pca.variance.front();
    }));
}

std::vector<float> project(const Pca& pca, const SampleView& samples, Workers& workers)
{
    return std::move(*project(pca, samples, workers, {}));
}

Result<std::vector<float>> project(const Pca& pca, const SampleView& samples, Workers& workers,
                                   const Watch& watch)
{
    const Vector mean = meanOf(pca);
    const auto components = componentsOf(pca);
    std::vector<float> scores(static_cast<std::size_t>(samples.count) *
                              static_cast<std::size_t>(pca.count()));
    const bool isWhole = forEachBlock(samples.count, workers, watch, [&](int first, int count) {
        RowMatrix block;
        centredBlock<double>(samples, mean, first, count, block);
        const RowMatrix part = block * components.transpose();
        std::transform(part.data(), part.data() + part.size(),
                       scores.begin() + std::ptrdiff_t{first} * pca.count(),
                       [](double v) { return static_cast<float>(v); });
    });
    if (!isWhole) return Error{ErrorCode::Cancelled};
    return scores;
}

std::vector<float> reconstruct(const Pca& pca, const float* scores)
{
    Vector picture = meanOf(pca);
    const auto components = componentsOf(pca);
    for (int i = 0; i < pca.count(); ++i)
        picture += static_cast<double>(scores[i]) * components.row(i).transpose();
    std::vector<float> result(pca.mean.size());
    std::transform(picture.data(), picture.data() + picture.size(), result.begin(),
                   [](double v) { return static_cast<float>(v); });
    return result;
}

double reconstructionError(const Pca& pca, const SampleView& samples, Workers& workers)
{
    return *reconstructionError(pca, samples, workers, {});
}

Result<double> reconstructionError(const Pca& pca, const SampleView& samples, Workers& workers,
                                   const Watch& watch)
{
    const Vector mean = meanOf(pca);
    const auto components = componentsOf(pca);
    std::vector<double> errors(static_cast<std::size_t>(samples.count / rowsPerBlock + 1));
    const bool isWhole = forEachBlock(samples.count, workers, watch, [&](int first, int count) {
        RowMatrix block;
        centredBlock<double>(samples, mean, first, count, block);
        const RowMatrix scores = block * components.transpose();
        errors[static_cast<std::size_t>(first / rowsPerBlock)] = (block - scores * components).squaredNorm();
    });
    if (!isWhole) return Error{ErrorCode::Cancelled};
    double sum = 0;
    for (const double e : errors)
        sum += e;
    return sum / (std::max(1, samples.count) * static_cast<double>(samples.features));
}

Result<Pca> fitPcaIfAny(const SampleView& samples, int most, Workers& workers, const Watch& watch)
{
    const int count = std::min({most, samples.count - 1, static_cast<int>(samples.features)});
    auto pca =
        count > 0 ? fitPca(samples, count, workers, watch) : Result<Pca>(Error{ErrorCode::TooFewSamples});
    if (pca || (pca.error().code != ErrorCode::NoVariance && pca.error().code != ErrorCode::TooFewSamples))
        return pca;
    Pca none;
    for (std::size_t f = 0; f < samples.features; ++f)
        none.mean.push_back(samples.count > 0 ? samples.exactValue(0, f) : 0);
    return none;
}

Pca firstComponents(const Pca& pca, int k)
{
    const auto kept = static_cast<std::ptrdiff_t>(std::clamp(k, 0, pca.count()));
    const auto width = static_cast<std::ptrdiff_t>(pca.mean.size());
    return {pca.mean,
            {pca.components.begin(), pca.components.begin() + kept * width},
            {pca.variance.begin(), pca.variance.begin() + kept},
            {pca.ratio.begin(), pca.ratio.begin() + kept}};
}

Result<std::vector<double>> errorsByCount(const Pca& pca, const SampleView& samples, Workers& workers,
                                          const Watch& watch)
{
    const Vector mean = meanOf(pca);
    const auto components = componentsOf(pca);
    const auto blocks = static_cast<std::size_t>(samples.count / rowsPerBlock + 1);
    std::vector<Vector> kept(blocks, Vector::Zero(pca.count() + 1)); // of each block, fewest components first
    const bool isWhole = forEachBlock(samples.count, workers, watch, [&](int first, int count) {
        RowMatrix block;
        centredBlock<double>(samples, mean, first, count, block);
        const RowMatrix scores = block * components.transpose();
        Vector& left = kept[static_cast<std::size_t>(first / rowsPerBlock)];
        left[0] = block.squaredNorm();
        for (int i = 0; i < pca.count(); ++i)
            left[i + 1] = left[i] - scores.col(i).squaredNorm();
    });
    if (!isWhole) return Error{ErrorCode::Cancelled};
    Vector sum = Vector::Zero(pca.count() + 1);
    for (const Vector& block : kept)
        sum += block;
    sum /= std::max(1, samples.count) * static_cast<double>(samples.features);
    return std::vector<double>(sum.data(), sum.data() + sum.size());
}

std::vector<double> principalAngles(const std::vector<double>& a, const std::vector<double>& b, int count)
{
    const Matrix qa = orthonormal(a, count), qb = orthonormal(b, count);
    const Vector cosines = Eigen::JacobiSVD<Matrix>(qa.transpose() * qb).singularValues().reverse();
    const Vector sines = Eigen::JacobiSVD<Matrix>(qb - qa * (qa.transpose() * qb)).singularValues();
    std::vector<double> angles;
    for (int i = 0; i < count; ++i) {
        const double sine = std::min(1.0, sines[i]), cosine = std::min(1.0, cosines[i]);
        angles.push_back((sine < 0.7 ? std::asin(sine) : std::acos(cosine)) * 180 / std::numbers::pi);
    }
    return angles;
}

} // namespace hg
