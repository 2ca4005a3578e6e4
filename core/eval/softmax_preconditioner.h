#pragma once

#include "core/eval/softmax_space.h"

#include <Eigen/Dense>

namespace hg {

/// An approximate inverse of the loss's second derivative: (λ + bend·Σ(row·direction)²)⁻¹ along the few
/// directions in which the rows vary most, elsewhere that of the least of them. Böhning 1992, "Multinomial
/// logistic regression algorithm", section 2, bounds a softmax's bend so; most are far below the bound.
class SoftmaxPreconditioner {
public:
    SoftmaxPreconditioner(const SoftmaxSpace& space, double penalty);

    /// Writes it times the gradient.
    void apply(const Weights& gradient, Weights& result) const;
    /// The same of the biases, which have no penalty.
    double biasFactor() const { return m_biasFactor; }

private:
    void findDirections(const SoftmaxSpace& space);
    void makeOrthonormal(int i);
    Eigen::MatrixXd bends(const SoftmaxSpace& space) const;

    Weights m_directions;
    Doubles m_scores;              ///< of theirs
    Panels m_partnersAcross;       ///< their partners turned: (row, directions)
    Panels m_middle;               ///< (directions, directions): what differs from the rest
    Panels m_coordinates, m_image; ///< (directions, row)
    double m_rest, m_biasFactor;
};

} // namespace hg
