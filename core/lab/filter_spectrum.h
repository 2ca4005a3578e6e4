#pragma once

#include "core/lab/filter_descent.h"

namespace hg {

/// What an input fixes of a filter: the eigenvalues of the loss's second derivative 2AᵀA/n, where the rows of
/// A are the patches that the n outputs read.
struct FilterSpectrum {
    std::vector<double> eigenvalues; ///< falling, not below 0; one a weight
    int rank = 0;                    ///< those from 10⁻⁶ of the largest on; the rest fixes nothing
    std::vector<double> freeShare;   ///< of each weight's direction the part that nothing fixes, 0 … 1

    /// The rate above which plain descent flies apart, 2/λmax; nothing for a blank input.
    std::optional<double> edge() const;
    /// λmax over the least eigenvalue that counts; 1 for a blank input.
    double condition() const;
    bool isFixed() const { return rank == static_cast<int>(eigenvalues.size()); }
};

/// Cost: O(n·w² + w³) for w weights. Source: Goodfellow, Bengio, Courville, "Deep Learning", 2016, section
/// 4.3.1.
FilterSpectrum spectrumOf(const FilterFigure& figure);

/// The rate above which a method flies apart: plain 2/λmax; momentum β 2(1 + β)/λmax (Goh, "Why momentum
/// really works", Distill 2017); nothing for Adam, whose steps do not grow with the gradient, and for a blank
/// input.
std::optional<double> largestRate(DescentMethod method, const FilterSpectrum& spectrum);
/// The rate that a method starts with: plain .9 of the edge, momentum half of plain descent's edge, Adam .1.
double usualRate(DescentMethod method, const FilterSpectrum& spectrum);

} // namespace hg
