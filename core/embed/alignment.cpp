#include "core/embed/alignment.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
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

Matrix centredRows(std::span<const float> numbers, int n)
{
    using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto columns = static_cast<Eigen::Index>(numbers.size()) / n;
    const Matrix rows = Eigen::Map<const Rows>(numbers.data(), n, columns).cast<double>();
    return rows.rowwise() - rows.colwise().mean();
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

double affineResidual(std::span<const float> codes, std::span<const float> scores, int n)
{
    const Matrix c = centredRows(codes, n), s = centredRows(scores, n);
    const double variance = s.squaredNorm();
    if (variance == 0) return 0;
    if (c.isZero(0)) return 1;
    // By QR, whose small factor is solved with pivots: codes that lie on a line have no inverse covariance.
    const Eigen::HouseholderQR<Matrix> qr(c);
    const Matrix turned = qr.householderQ().adjoint() * s;
    const Eigen::Index rank = std::min(c.rows(), c.cols());
    const Matrix factor = qr.matrixQR().topRows(rank).triangularView<Eigen::Upper>(),
                 top = turned.topRows(rank);
    const double inside = (top - factor * factor.colPivHouseholderQr().solve(top)).squaredNorm();
    return (inside + turned.bottomRows(turned.rows() - rank).squaredNorm()) / variance;
}

} // namespace hg
