#pragma once

#include "core/eval/few_labels.h"

namespace hg {

/// The autoencoder's network up to its code, with a softmax of so many classes on it.
Network scratchNetwork(const Network& autoencoder, int classes);

/// How it is trained on so many labelled samples and nothing else: the same for every network and number of
/// labels. Adam, 0.001 with cosine decay, batches of 64, whole epochs until 300 updates are done.
Recipe scratchRecipe(std::uint64_t seed, int labelled);

/// What a classifier from scratch reads in the held-out part: its network begins anew and is trained on the
/// labelled samples. The same numbers for any number of workers. Errors: those of resolve(); Diverged;
/// Cancelled. Cost: the whole training, a fifth of a second for a small dense network.
Result<std::vector<int>> scratchReadings(const FeatureSource& source, const LabelledSamples& labelled,
                                         int classes, Workers& workers, const StopQuery& stop = {});

} // namespace hg
