#pragma once

#include "app/cli/arguments.h"
#include "core/data/dataset.h"
#include "core/train/trainer.h"

namespace hg::cli {

/// A training needs two samples, PCA beside it too, and one that is held out. `all` is the part of which the
/// data's training samples are the first.
std::optional<Failure> checkCounts(const Samples& all, const TrainingData& data, const std::string& source);

/// Binary cross-entropy, and whatever clips, has a meaning for numbers from 0 to 1 only. `who` needs them.
std::optional<Failure> checkTargets(const SampleView& samples, const std::string& who,
                                    const std::string& source);

} // namespace hg::cli
