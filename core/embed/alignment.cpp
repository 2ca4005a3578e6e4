#include "core/embed/alignment.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace hg {
namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// Of unit vectors, which would lose the digits of a small angle in their cosine.
double angleBetween(const Vector& a, const Vector& b)
{
    const Vector turned = a.dot(b) < 0 ? Vector(-b) : b;
    return 2 * std::atan2((a - turned).norm(), (a + turned).norm());
}

Matrix rowsOf(std::span<const float> numbers, int n, int columns)
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    return Eigen::Map<const Rows>(numbers.data(), n, columns).cast<double>();
}

/// Rows to be mapped onto others, their means taken away.
struct CentredPairs {
    Matrix points, target; // of the rows that are finite in both
    Vector pointMean, targetMean;
    double variance = 0; ///< Σ‖s − s̄‖² over the rows of which the target is finite
    double unpaired = 0; ///< the part of it that belongs to rows without a point
};

CentredPairs centredPairs(const Matrix& points, const Matrix& target)
{
    std::vector<Eigen::Index> whole, lonely;
    for (Eigen::Index i = 0; i < target.rows(); ++i)
        if (target.row(i).allFinite()) (points.row(i).allFinite() ? whole : lonely).push_back(i);
    CentredPairs pairs{points(whole, Eigen::all), target(whole, Eigen::all), Vector::Zero(points.cols()),
                       Vector::Zero(target.cols())};
    if (!whole.empty()) {
        pairs.pointMean = pairs.points.colwise().mean();
        pairs.targetMean = pairs.target.colwise().mean();
    }
    if (lonely.empty()) {
        pairs.target.rowwise() -= pairs.targetMean.transpose();
        pairs.variance = pairs.target.squaredNorm();
    } else {
        const Matrix alone = target(lonely, Eigen::all);
        const auto known = static_cast<double>(whole.size()), unknown = static_cast<double>(lonely.size());
        const Vector mean =
            (known * pairs.targetMean + alone.colwise().sum().transpose()) / (known + unknown);
        pairs.unpaired = (alone.rowwise() - mean.transpose()).squaredNorm();
        pairs.variance = pairs.unpaired + (pairs.target.rowwise() - mean.transpose()).squaredNorm();
        pairs.target.rowwise() -= pairs.targetMean.transpose();
    }
    pairs.points.rowwise() -= pairs.pointMean.transpose();
    return pairs;
}

/// The centred points' linear map with the shift that belongs to it, measured.
Fit fitOf(const CentredPairs& pairs, const Matrix& linear)
{
    Fit fit{{static_cast<int>(linear.cols()), static_cast<int>(linear.rows()), {}, {}}};
    const Vector shift = pairs.targetMean - linear * pairs.pointMean;
    for (Eigen::Index i = 0; i < linear.rows(); ++i) {
        fit.map.shift.push_back(shift[i]);
        for (Eigen::Index j = 0; j < linear.cols(); ++j)
            fit.map.matrix.push_back(linear(i, j));
    }
    const double left = (pairs.target - pairs.points * linear.transpose()).squaredNorm() + pairs.unpaired;
    if (left > 0)
        fit.residual = pairs.variance > 0 ? left / pairs.variance : std::numeric_limits<double>::infinity();
    return fit;
}

/// A with the least ‖A‖ among those that make ‖C·Aᵀ − S‖ least, the columns of C in units of their length.
Matrix leastSquares(Matrix codes, const Matrix& scores)
{
    constexpr double rounding = 1e-6; // of single precision, some of it lost with the mean
    const auto nothing = [](double length) { return length > 0 ? length : 1; };
    const Vector lengths = codes.colwise().norm().transpose().unaryExpr(nothing);
    codes.array().rowwise() /= lengths.transpose().array();
    // By QR, whose small factor is solved with pivots: codes that lie on a line have no inverse covariance.
    const Eigen::HouseholderQR<Matrix> qr(codes);
    const Eigen::Index rank = std::min(codes.rows(), codes.cols());
    const Matrix turned = qr.householderQ().adjoint() * scores;
    Eigen::CompleteOrthogonalDecomposition<Matrix> factor;
    factor.setThreshold(rounding);
    factor.compute(qr.matrixQR().topRows(rank).triangularView<Eigen::Upper>());
    const Matrix solution = factor.solve(turned.topRows(rank));
    return (lengths.cwiseInverse().asDiagonal() * solution).transpose();
}

/// R with RᵀR = 1 that makes tr(R·H) greatest, and that trace.
std::pair<Matrix, double> bestRotation(const Matrix& h, bool allowsReflection)
{
    // A trace of the identity decides what H leaves open.
    constexpr double open = 1e-12;
    const double size = h.norm();
    const Matrix identity = Matrix::Identity(h.rows(), h.cols());
    const Matrix decided = size > 0 ? Matrix(h / size + open * identity) : identity;
    const Eigen::JacobiSVD<Matrix> svd(decided, Eigen::ComputeFullU | Eigen::ComputeFullV);
    Vector signs = Vector::Ones(h.rows());
    Matrix rotation = svd.matrixV() * svd.matrixU().transpose();
    if (!allowsReflection && rotation.determinant() < 0) {
        signs[h.rows() - 1] = -1; // the least singular value loses least
        rotation = svd.matrixV() * signs.asDiagonal() * svd.matrixU().transpose();
    }
    return {rotation, (rotation * h).trace()};
}

} // namespace

std::vector<double> axisAngles(std::span<const double> a, std::span<const double> b, int count)
{
    const auto d = static_cast<Eigen::Index>(a.size()) / count;
    std::vector<double> angles;
    for (int i = 0; i < count; ++i) {
        const Vector first = Eigen::Map<const Vector>(a.data() + i * d, d),
                     second = Eigen::Map<const Vector>(b.data() + i * d, d);
        const bool isNothing = first.isZero(0) || second.isZero(0);
        const double angle = isNothing ? std::numbers::pi / 2
                                       : angleBetween(first.stableNormalized(), second.stableNormalized());
        angles.push_back(angle * 180 / std::numbers::pi);
    }
    return angles;
}

std::vector<float> mapped(const AffineMap& map, std::span<const float> points)
{
    const auto from = static_cast<std::size_t>(map.from), to = static_cast<std::size_t>(map.to);
    const std::size_t n = from > 0 ? points.size() / from : 0;
    std::vector<float> images(n * to);
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t r = 0; r < to; ++r) {
            double sum = map.shift[r];
            for (std::size_t c = 0; c < from; ++c)
                sum += map.matrix[r * from + c] * static_cast<double>(points[i * from + c]);
            images[i * to + r] = static_cast<float>(sum);
        }
    return images;
}

Fit affineFit(std::span<const float> codes, std::span<const float> scores, int n, int m, int k)
{
    const CentredPairs pairs = centredPairs(rowsOf(codes, n, m), rowsOf(scores, n, k));
    if (pairs.points.isZero(0)) return fitOf(pairs, Matrix::Zero(k, m));
    return fitOf(pairs, leastSquares(pairs.points, pairs.target));
}

double affineResidual(std::span<const float> codes, std::span<const float> scores, int n)
{
    const auto columns = [n](std::span<const float> rows) { return static_cast<int>(rows.size()) / n; };
    return affineFit(codes, scores, n, columns(codes), columns(scores)).residual;
}

Fit procrustes(std::span<const float> points, std::span<const float> target, int n, int dims,
               const ProcrustesOptions& options)
{
    const CentredPairs pairs = centredPairs(rowsOf(points, n, dims), rowsOf(target, n, dims));
    const auto [rotation, trace] =
        bestRotation(pairs.points.transpose() * pairs.target, options.allowsReflection);
    if (!options.allowsScale) return fitOf(pairs, rotation);
    const double square = pairs.points.squaredNorm();
    return fitOf(pairs, (square > 0 ? std::max(0.0, trace / square) : 0) * rotation);
}

} // namespace hg
