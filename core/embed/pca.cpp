#include "core/embed/pca.h"

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
constexpr int covarianceParts = 8;      // sums that are added in a fixed order
constexpr double floatBlocksFrom = 4e9; // n·d² from which blocks are multiplied in float and summed in double

Vector meanRow(const SampleView& samples)
{
    Vector sum = Vector::Zero(static_cast<Eigen::Index>(samples.features));
    for (int i = 0; i < samples.count; ++i)
        for (std::size_t f = 0; f < samples.features; ++f)
            sum[static_cast<Eigen::Index>(f)] += samples.exactValue(i, f);
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

/// Scatter matrix Σ(x−m)(x−m)ᵀ of every `parts`-th block of rows, lower triangle.
template <class Scalar>
Matrix partialScatter(const SampleView& samples, const Vector& mean, int part, int parts)
{
    using Block = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Square = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>;
    Matrix total = Matrix::Zero(mean.size(), mean.size());
    Block block;
    Square product(mean.size(), mean.size());
    for (int first = part * rowsPerBlock; first < samples.count; first += parts * rowsPerBlock) {
        centredBlock<Scalar>(samples, mean, first, std::min(rowsPerBlock, samples.count - first), block);
        product.setZero();
        product.template selfadjointView<Eigen::Lower>().rankUpdate(block.transpose());
        total += product.template cast<double>();
    }
    return total;
}

Matrix covariance(const SampleView& samples, const Vector& mean, double total, Workers& workers)
{
    const double d = static_cast<double>(samples.features);
    const bool haveRoom = total > 1e-20 && total < 1e20; // squares in float neither vanish nor overflow
    const bool useFloat = haveRoom && samples.count * d * d >= floatBlocksFrom;
    std::vector<Matrix> parts(covarianceParts);
    workers.run(covarianceParts, [&](int part) {
        parts[static_cast<std::size_t>(part)] =
            useFloat ? partialScatter<float>(samples, mean, part, covarianceParts)
                     : partialScatter<double>(samples, mean, part, covarianceParts);
    });
    for (std::size_t p = 1; p < parts.size(); ++p)
        parts[0] += parts[p];
    Matrix full = parts[0].selfadjointView<Eigen::Lower>();
    return full / (samples.count - 1);
}

/// Eigenvectors as columns with their values, largest first.
struct Eigenpairs {
    Matrix vectors;
    Vector values;
};

Eigenpairs allPairs(const Matrix& symmetric, Eigen::Index k)
{
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(symmetric);
    return {solver.eigenvectors().rowwise().reverse().leftCols(k), solver.eigenvalues().reverse().head(k)};
}

/// The first k pairs by subspace iteration, or nothing when it does not settle.
std::optional<Eigenpairs> fewPairs(const Matrix& symmetric, Eigen::Index k)
{
    constexpr int mostIterations = 300;
    constexpr double tolerance = 1e-12;
    const Eigen::Index size = symmetric.rows(), width = std::min(size, k + 12);
    // Any start with a share in every direction will do; this one is the same on every run.
    Matrix basis = Matrix::NullaryExpr(size, width, [](Eigen::Index r, Eigen::Index c) {
        return std::sin(static_cast<double>(1 + r * 7 + c * 13) * (1 + static_cast<double>(c) * 0.37));
    });
    for (int i = 0; i < mostIterations; ++i) {
        basis = Eigen::HouseholderQR<Matrix>(basis).householderQ() * Matrix::Identity(size, width);
        const Matrix image = symmetric * basis;
        const Eigen::SelfAdjointEigenSolver<Matrix> small(basis.transpose() * image);
        const Matrix turn = small.eigenvectors().rowwise().reverse();
        const Vector values = small.eigenvalues().reverse();
        const Matrix vectors = basis * turn, images = image * turn;
        const double residual =
            (images.leftCols(k) - vectors.leftCols(k) * values.head(k).asDiagonal()).norm();
        if (residual <= tolerance * std::abs(values[0]))
            return Eigenpairs{vectors.leftCols(k), values.head(k)};
        basis = images;
    }
    return std::nullopt;
}

Eigenpairs leadingPairs(const Matrix& symmetric, Eigen::Index k)
{
    const bool areFew = symmetric.rows() > 100 && k * 8 <= symmetric.rows();
    if (areFew)
        if (auto pairs = fewPairs(symmetric, k)) return *pairs;
    return allPairs(symmetric, k);
}

/// What is left of a unit vector across the first `count` columns.
Vector remainder(const Matrix& columns, Eigen::Index count, Vector unit)
{
    for (int pass = 0; pass < 2; ++pass) // twice is enough (Giraud, Langou, Rozložník 2005)
        unit -= columns.leftCols(count) * (columns.leftCols(count).transpose() * unit);
    return unit;
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

/// For fewer samples than features: the eigenvectors of the small Gram matrix, carried over.
Eigenpairs pairsFromGram(const SampleView& samples, const Vector& mean, Eigen::Index k)
{
    RowMatrix centred;
    centredBlock<double>(samples, mean, 0, samples.count, centred);
    Eigenpairs pairs = allPairs(centred * centred.transpose() / (samples.count - 1), k);
    Matrix vectors = centred.transpose() * pairs.vectors;
    Eigen::Index valid = 0;
    while (valid < k && pairs.values[valid] > 1e-13 * pairs.values[0]) {
        // The product carries rounding of the large directions into the small ones.
        const Vector direction = remainder(vectors, valid, vectors.col(valid).normalized());
        if (direction.norm() < leastRemainder) break;
        vectors.col(valid++) = direction.normalized();
    }
    for (Eigen::Index i = valid; i < k; ++i)
        pairs.values[i] = 0;
    completeBasis(vectors, valid);
    return {std::move(vectors), std::move(pairs.values)};
}

double totalVariance(const SampleView& samples, const Vector& mean)
{
    double sum = 0;
    for (int i = 0; i < samples.count; ++i)
        for (Eigen::Index f = 0; f < mean.size(); ++f) {
            const double d = samples.exactValue(i, static_cast<std::size_t>(f)) - mean[f];
            sum += d * d;
        }
    return sum / (samples.count - 1);
}

void fixSigns(Matrix& vectors)
{
    for (Eigen::Index c = 0; c < vectors.cols(); ++c) {
        const double nearlyLargest =
            vectors.col(c).cwiseAbs().maxCoeff() * (1 - 1e-9); // rounding decides no tie
        Eigen::Index i = 0;
        while (std::abs(vectors(i, c)) < nearlyLargest)
            ++i;
        if (vectors(i, c) < 0) vectors.col(c) *= -1;
    }
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

/// Calls body(first row, rows) for fixed blocks of rows on all workers.
template <class Body>
void forEachBlock(int count, Workers& workers, const Body& body)
{
    const int blocks = (count + rowsPerBlock - 1) / rowsPerBlock;
    workers.run(blocks,
                [&](int b) { body(b * rowsPerBlock, std::min(rowsPerBlock, count - b * rowsPerBlock)); });
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

} // namespace

Result<Pca> fitPca(const SampleView& samples, int k, Workers& workers)
{
    if (auto error = check(samples, k)) return *error;
    const int most = std::min(samples.count - 1, static_cast<int>(samples.features));
    const Eigen::Index wanted = k == 0 ? most : k;
    const Vector mean = meanRow(samples);
    const double total = totalVariance(samples, mean);
    if (!(total > 0)) return Error{ErrorCode::NoVariance};
    Eigenpairs pairs = samples.count <= static_cast<int>(samples.features)
                           ? pairsFromGram(samples, mean, wanted)
                           : leadingPairs(covariance(samples, mean, total, workers), wanted);
    fixSigns(pairs.vectors);
    Pca pca;
    pca.mean.assign(mean.data(), mean.data() + mean.size());
    const RowMatrix rows = pairs.vectors.transpose();
    pca.components.assign(rows.data(), rows.data() + rows.size());
    for (Eigen::Index i = 0; i < wanted; ++i) {
        pca.variance.push_back(std::max(0.0, pairs.values[i])); // rounding may leave −1e-18
        pca.ratio.push_back(pca.variance.back() / total);
    }
    return pca;
}

std::vector<float> project(const Pca& pca, const SampleView& samples, Workers& workers)
{
    const Vector mean = meanOf(pca);
    const auto components = componentsOf(pca);
    std::vector<float> scores(static_cast<std::size_t>(samples.count) *
                              static_cast<std::size_t>(pca.count()));
    forEachBlock(samples.count, workers, [&](int first, int count) {
        RowMatrix block;
        centredBlock<double>(samples, mean, first, count, block);
        const RowMatrix part = block * components.transpose();
        std::transform(part.data(), part.data() + part.size(),
                       scores.begin() + std::ptrdiff_t{first} * pca.count(),
                       [](double v) { return static_cast<float>(v); });
    });
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
    const Vector mean = meanOf(pca);
    const auto components = componentsOf(pca);
    std::vector<double> errors(static_cast<std::size_t>(samples.count / rowsPerBlock + 1));
    forEachBlock(samples.count, workers, [&](int first, int count) {
        RowMatrix block;
        centredBlock<double>(samples, mean, first, count, block);
        const RowMatrix scores = block * components.transpose();
        errors[static_cast<std::size_t>(first / rowsPerBlock)] = (block - scores * components).squaredNorm();
    });
    double sum = 0;
    for (const double e : errors)
        sum += e;
    return sum / (std::max(1, samples.count) * static_cast<double>(samples.features));
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
