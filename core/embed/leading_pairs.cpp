#include "core/embed/leading_pairs.h"

#include "core/util/rng.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

using Eigen::Index;
using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

class BlockLanczos {
public:
    BlockLanczos(const SymmetricProduct& product, Index size, Index k, const LanczosOptions& options)
        : m_product(product)
        , m_options(options)
        , m_size(size)
        , m_wanted(k)
        , m_blockWidth(std::min(size, k + 2))
        , m_mostBasis(std::clamp(options.mostBasis, std::min(size, 4 * m_blockWidth), size))
        , m_basis(size, m_mostBasis)
        , m_projected(m_mostBasis, m_mostBasis)
    {}

    LanczosEnd run(const Watch& watch, Eigenpairs& pairs)
    {
        double best = std::numeric_limits<double>::infinity(), first = 0, share = 0;
        const Watch atShare = watch ? Watch([&](double) { return watch(share); }) : Watch();
        if (!start(Matrix(m_size, 0), atShare)) return LanczosEnd::Cancelled;
        for (int starts = 1;;) {
            if (!mayGoOn(watch, share) || !multiply(atShare)) return LanczosEnd::Cancelled;
            const bool isFull = m_count + m_width > m_mostBasis || m_count == m_size;
            if (m_count >= m_nextCheck || isFull) {
                const double residual = solve(pairs);
                if (first == 0) first = residual;
                best = std::min(best, residual);
                share = std::max(share, shareOf(best, first));
                if (residual <= m_options.tolerance || m_count == m_size) return LanczosEnd::Settled;
                m_nextCheck = m_count + std::max(m_blockWidth, m_count / 5);
            }
            if (isFull && ++starts > m_options.mostStarts) return LanczosEnd::Unsettled;
            if (!(isFull ? start(m_best, atShare) : extend(atShare))) return LanczosEnd::Cancelled;
        }
    }

private:
    double shareOf(double residual, double first) const
    {
        if (!(residual < first)) return 0;
        return std::min(1.0, std::log(first / residual) / std::log(first / m_options.tolerance));
    }

    Vector randomVector()
    {
        const Random random(1, 0x6c616e63, m_draws++);
        return Vector::NullaryExpr(m_size,
                                   [&](Index i) { return random.normal(static_cast<std::uint64_t>(i)); });
    }

    /// Makes `given` and random vectors the one block of the basis. False when the watch ends it.
    bool start(const Matrix& given, const Watch& watch)
    {
        m_count = 0;
        m_width = m_blockWidth;
        m_nextCheck = std::min(m_mostBasis, 4 * m_blockWidth);
        for (Index c = 0; c < m_width; ++c) {
            if (!mayGoOn(watch, 0)) return false;
            append(c < given.cols() ? Vector(given.col(c)) : randomVector());
        }
        return true;
    }

    /// Adds the vector's direction across the basis, or a random one when nothing certain is left of it.
    void append(Vector vector)
    {
        double least = std::max(1e-9 * vector.norm(), 1e-14 * m_scale);
        Vector left = remainder(m_basis, m_count, std::move(vector));
        while (!(left.norm() > least)) {
            left = remainder(m_basis, m_count, randomVector().normalized());
            least = 1e-6;
        }
        left = remainder(m_basis, m_count, left.normalized());
        m_basis.col(m_count++) = left.normalized();
    }

    /// A times the last block: its products with the basis, and what is left across it. False when the watch
    /// ends it.
    bool multiply(const Watch& watch)
    {
        const Index first = m_count - m_width;
        const Matrix block = m_basis.middleCols(first, m_width);
        m_rest.resize(m_size, m_width);
        if (!m_product(block, m_rest, watch)) return false;
        const auto basis = m_basis.leftCols(m_count);
        const Matrix coefficients = basis.transpose() * m_rest;
        m_projected.block(0, first, m_count, m_width) = coefficients;
        m_projected.block(first, 0, m_width, m_count) = coefficients.transpose();
        m_scale = std::max(m_scale, coefficients.norm());
        m_rest -= basis * coefficients;
        m_rest -= basis * (basis.transpose() * m_rest);
        return true;
    }

    bool extend(const Watch& watch)
    {
        m_width = std::min(m_rest.cols(), m_size - m_count);
        for (Index c = 0; c < m_width; ++c) {
            if (!mayGoOn(watch, 0)) return false;
            append(m_rest.col(c));
        }
        return true;
    }

    /// Rayleigh and Ritz: the best pairs within the basis, and the largest of the wanted ones' residuals.
    double solve(Eigenpairs& pairs)
    {
        const Matrix projected = m_projected.topLeftCorner(m_count, m_count);
        const Eigen::SelfAdjointEigenSolver<Matrix> small((projected + projected.transpose()) / 2);
        const Matrix turn = small.eigenvectors().rowwise().reverse();
        const Vector values = small.eigenvalues().reverse();
        m_best = m_basis.leftCols(m_count) * turn.leftCols(m_blockWidth);
        pairs = {m_best.leftCols(m_wanted), values.head(m_wanted)};
        const Matrix residuals = m_rest * turn.block(m_count - m_width, 0, m_width, m_wanted);
        const double largest = values.cwiseAbs().maxCoeff();
        return largest > 0 ? residuals.colwise().norm().maxCoeff() / largest : 0;
    }

    const SymmetricProduct& m_product;
    const LanczosOptions& m_options;
    Index m_size, m_wanted, m_blockWidth, m_mostBasis;
    Matrix m_basis;     // orthonormal columns, the first m_count of them
    Matrix m_projected; // basisᵀ·A·basis
    Matrix m_rest;      // A·(last block) across the basis
    Matrix m_best;      // the leading Ritz vectors
    Index m_count = 0, m_width = 0, m_nextCheck = 0;
    double m_scale = 0;
    std::uint32_t m_draws = 0;
};

} // namespace

Eigenpairs allPairs(const Matrix& symmetric, Index k)
{
    const Eigen::SelfAdjointEigenSolver<Matrix> solver(symmetric);
    return {solver.eigenvectors().rowwise().reverse().leftCols(k), solver.eigenvalues().reverse().head(k)};
}

LanczosEnd leadingPairs(const SymmetricProduct& product, Index size, Index k, const LanczosOptions& options,
                        const Watch& watch, Eigenpairs& pairs)
{
    return BlockLanczos(product, size, k, options).run(watch, pairs);
}

void fixSigns(Matrix& columns)
{
    for (Index c = 0; c < columns.cols(); ++c) {
        const double nearlyLargest =
            columns.col(c).cwiseAbs().maxCoeff() * (1 - 1e-9); // rounding decides no tie
        Index i = 0;
        while (std::abs(columns(i, c)) < nearlyLargest)
            ++i;
        if (columns(i, c) < 0) columns.col(c) *= -1;
    }
}

Vector remainder(const Matrix& columns, Index count, Vector vector)
{
    for (int pass = 0; pass < 2; ++pass) // twice is enough (Giraud, Langou, Rozložník 2005)
        vector -= columns.leftCols(count) * (columns.leftCols(count).transpose() * vector);
    return vector;
}

} // namespace hg
