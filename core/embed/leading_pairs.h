#pragma once

#include "core/util/watch.h"

#include <Eigen/Core>
#include <functional>

namespace hg {

/// Eigenvectors as columns with their values, largest first.
struct Eigenpairs {
    Eigen::MatrixXd vectors;
    Eigen::VectorXd values;
};

/// The first k pairs of all, from the full decomposition. Cost: about 9·n³, which nothing interrupts.
Eigenpairs allPairs(const Eigen::MatrixXd& symmetric, Eigen::Index k);

/// y = A·x for a symmetric A; y has x's size already. False where a watch ended it.
using SymmetricProduct =
    std::function<bool(const Eigen::MatrixXd& x, Eigen::MatrixXd& y, const Watch& watch)>;

struct LanczosOptions {
    double tolerance = 1e-12;     ///< of ‖A·v − λ·v‖ against the largest |λ| found
    Eigen::Index mostBasis = 400; ///< columns kept; then it starts again from the best ones
    int mostStarts = 30;
};

enum class LanczosEnd { Settled, Unsettled, Cancelled };

/// The pairs of the k algebraically largest eigenvalues of a symmetric matrix of `size` rows that is known by
/// its products only, by block Lanczos with full reorthogonalisation. Blocks of k+2 vectors find eigenvalues
/// of any multiplicity. Unsettled pairs are the best so far. The start is the same on every run. Cost: a few
/// dozen products. The watch is asked before each product and each vector of a block; the small problems
/// between them, of `mostBasis` numbers, are not interrupted. Source: Golub and Underwood, "The block Lanczos
/// method for computing eigenvalues", 1977; Saad, "Numerical Methods for Large Eigenvalue Problems", 2011,
/// section 6.6.
LanczosEnd leadingPairs(const SymmetricProduct& product, Eigen::Index size, Eigen::Index k,
                        const LanczosOptions& options, const Watch& watch, Eigenpairs& pairs);

/// Makes each column's largest entry positive; of entries that differ by rounding alone, the first decides.
void fixSigns(Eigen::MatrixXd& columns);

/// What is left of a vector across the first `count` columns, which are orthonormal.
Eigen::VectorXd remainder(const Eigen::MatrixXd& columns, Eigen::Index count, Eigen::VectorXd vector);

} // namespace hg
