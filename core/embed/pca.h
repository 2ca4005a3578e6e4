#pragma once

#include "core/tensor/samples.h"
#include "core/util/result.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <vector>

namespace hg {

/// Principal components of a data set, in double.
struct Pca {
    std::vector<double> mean;       ///< (d)
    std::vector<double> components; ///< (k, d) row-major, orthonormal rows by falling variance
    std::vector<double> variance;   ///< (k), divided by n−1
    std::vector<double> ratio;      ///< (k), share of the total variance

    int count() const { return static_cast<int>(variance.size()); }
};

/// Exact PCA with the first k components (0: all min(n−1, d) of them). Each component's largest entry is
/// positive (of entries that differ by rounding alone, the one of the lowest index). Errors: TooFewSamples (n
/// < 2), NoVariance, TooManyComponents, BadValue (k < 0), Cancelled. Cost: O(n·d²) on all workers (bytes: in
/// integers, exactly), then O(d²·k) for few components and O(d³) for many; O(n²·d) and as much for n when n <
/// d. Source: Jolliffe, "Principal Component Analysis", 2002, section 1.1; few components by block Lanczos.
Result<Pca> fitPca(const SampleView& samples, int k, Workers& workers, const Watch& watch = {});

/// As many components as there are, `most` at most; the mean alone of equal samples or a single one, which
/// have none: who compares with PCA goes without. Errors: Cancelled, and those of fitPca() but for these.
Result<Pca> fitPcaIfAny(const SampleView& samples, int most, Workers& workers, const Watch& watch = {});

/// The first k of the components that were found; all where there are no more.
Pca firstComponents(const Pca& pca, int k);

/// The squared error a number that rows keep with the first k components, for every k from 0 to all of them:
/// one pass over the rows, since what component k takes away is its scores squared. Errors: Cancelled.
Result<std::vector<double>> errorsByCount(const Pca& pca, const SampleView& samples, Workers& workers,
                                          const Watch& watch = {});

/// How many of the components found have more variance than rounding leaves: the directions in which the data
/// vary, as far as components were asked for.
int directionsOf(const Pca& pca);

/// Scores of every row: (n, k). Of numbers near float's largest they may be infinite.
std::vector<float> project(const Pca& pca, const SampleView& samples, Workers& workers);
/// The same, watched. Errors: Cancelled.
Result<std::vector<float>> project(const Pca& pca, const SampleView& samples, Workers& workers,
                                   const Watch& watch);

/// The picture that k scores stand for: mean + Σ score·component.
std::vector<float> reconstruct(const Pca& pca, const float* scores);

/// Squared error a number between rows and their reconstructions, averaged over all.
double reconstructionError(const Pca& pca, const SampleView& samples, Workers& workers);
/// The same, watched. Errors: Cancelled.
Result<double> reconstructionError(const Pca& pca, const SampleView& samples, Workers& workers,
                                   const Watch& watch);

/// Principal angles in degrees, largest first, between the spans of the rows of a and of b (each count × d,
/// full rank). Small angles come from sines, large ones from cosines, so that both are exact. Source: Björck
/// and Golub, "Numerical methods for computing angles between linear subspaces", 1973.
std::vector<double> principalAngles(const std::vector<double>& a, const std::vector<double>& b, int count);

} // namespace hg
