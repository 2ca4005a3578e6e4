#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace hg {

/// Samples of known classes: rows (n, features) and, of each, a class from 0 on.
struct ClassifiedRows {
    std::span<const double> numbers;
    std::size_t features = 0;
    std::span<const int> classes;

    int count() const { return static_cast<int>(classes.size()); }
    const double* row(int i) const { return numbers.data() + static_cast<std::size_t>(i) * features; }
};

/// Softmax (multinomial logistic) regression: class c of x has the score weights[c]·x + biases[c]. A class
/// that no row had has a bias of −∞, and so the probability 0.
struct SoftmaxRegression {
    int classes = 0;
    std::size_t features = 0;
    std::vector<double> weights; ///< (classes, features)
    std::vector<double> biases;  ///< (classes)
};

struct SoftmaxSetup {
    double strength = 1; ///< C: what the rows' losses weigh against the penalty
    /// The fit ends where the gradient is not longer than this share of the penalty's: as the penalty bends
    /// by 1/C everywhere, the weights are then about within that share of the best ones' length.
    double tolerance = 0.01;
};

/// What is made least, and its gradient in the order of `weights`, then `biases`; those of classes without
/// rows are 0.
struct SoftmaxLoss {
    double value = 0;
    std::vector<double> gradient;
};

/// Σ over rows of −log p(class) + |weights|²/(2C); biases are free. In double, row by row: what the fit is
/// held to. Source: Bishop, "Pattern Recognition and Machine Learning", 2006, equations 4.104 to 4.109;
/// scikit-learn's LogisticRegression with `multi_class="multinomial"` has the same for any number of classes.
SoftmaxLoss softmaxLoss(const ClassifiedRows& rows, const SoftmaxRegression& model, double strength);

/// The one model with the least loss (biases that sum to 0), for one row or more; rows may be alike and
/// classes may have none. Where rows are fewer than features it is sought among sums of rows, where it lies
/// (representer theorem: Kimeldorf and Wahba 1971). By preconditioned conjugate gradients in double; products
/// with the rows are made in float unless the tolerance is tight or the penalty weak. Cost:
/// O(n·min(n, d)·classes) an update, some tens of them, and O(n²·d) for fewer rows than features.
SoftmaxRegression fitSoftmax(const ClassifiedRows& rows, int classes, const SoftmaxSetup& setup = {});

/// Probabilities of the classes from their scores, in place.
void toProbabilities(std::span<double> scores);

} // namespace hg
