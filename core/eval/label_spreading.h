#pragma once

#include "core/eval/few_labels.h"

namespace hg {

struct SpreadSetup {
    int neighbours = 10; ///< that a sample is joined to; a test sample's that settle its class
    double share = 0.99; ///< α: what a sample takes from its neighbours; the rest is its own label's
};

/// The nearest neighbours among the samples of a feature, as spreading goes along them. Immutable, shared by
/// all draws of labels.
struct SpreadingGraph {
    std::vector<int> nodes;   ///< rows of the training part
    std::vector<int> placeOf; ///< of each row of the training part, its node or −1
    std::vector<int> start;   ///< (nodes + 1): where each node's edges begin
    std::vector<int> to;      ///< the nodes at their other ends
    std::vector<float> weights; ///< of S = D^−½·W·D^−½, W having 1 where either is a neighbour of the other
    std::vector<int> testNeighbours; ///< (test samples, neighbours): nodes, nearest first
    int neighbours = 0;
};

/// The graph of the training rows given (all of them where there are none), and of each test sample its
/// neighbours among them. Distances are those of the scaled feature. Errors: TooFewSamples (fewer than two
/// nodes); Cancelled. Cost: O(n·(n + m)·size) on all workers: seconds for 60,000 codes of 8.
Result<SpreadingGraph> spreadingGraph(const FeatureSet& feature, std::span<const int> rows,
                                      const SpreadSetup& setup, Workers& workers, const Watch& watch = {});

/// Classes spread from the labelled samples, which are nodes, over the graph: F = (1 − α)(I − αS)⁻¹Y, by
/// conjugate gradients until the residual is a thousandth. Source: Zhou, Bousquet, Lal, Weston, Schölkopf,
/// "Learning with local and global consistency", NIPS 2003. A test sample, which is no node, has the class of
/// the greatest sum of F over its neighbours (Delalleau, Bengio, Le Roux, "Efficient non-parametric function
/// induction in semi-supervised learning", 2005, equation 7, with a kernel of neighbours; scikit-learn's
/// LabelSpreading predicts so). Each row of F is divided by its sum first. Gives the classes of the test
/// part. Errors: Cancelled.
Result<std::vector<int>> spreadReadings(const SpreadingGraph& graph, const LabelledSamples& labelled,
                                        int classes, const SpreadSetup& setup = {},
                                        const StopQuery& stop = {});

} // namespace hg
