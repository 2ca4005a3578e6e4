#pragma once

#include "core/engine/plan.h"
#include "core/tensor/samples.h"
#include "core/util/result.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <memory>
#include <span>
#include <vector>

namespace hg {

/// A network with its weights: a value that is cheap to share and safe to read from any thread.
struct Model {
    std::shared_ptr<const Plan> plan;
    std::vector<float> parameters;
    std::vector<float> mean; ///< what a centred network subtracts and adds; empty otherwise
};

/// Codes of every row: (n, codeSize), row-major.
std::vector<float> encode(const Model& model, const SampleView& samples, Workers& workers);
/// The same, asking before each chunk of rows whether to stop. Errors: Cancelled.
Result<std::vector<float>> encode(const Model& model, const SampleView& samples, Workers& workers,
                                  const StopQuery& stop);

/// What every row is after the first `layers` layers: (n, size of the last of them), row-major. Errors:
/// Cancelled.
Result<std::vector<float>> outputsAfter(int layers, const Model& model, const SampleView& samples,
                                        Workers& workers, const StopQuery& stop = {});

/// Pictures of codes (n, codeSize): (n, outputSize), unclipped, the mean added.
std::vector<float> decode(const Model& model, std::span<const float> codes, Workers& workers);

/// Squared error per number between every row and its reconstruction, averaged over all.
double reconstructionError(const Model& model, const SampleView& samples, Workers& workers);
/// The same, asking before each chunk of rows whether to stop. Errors: Cancelled.
Result<double> reconstructionError(const Model& model, const SampleView& samples, Workers& workers,
                                   const StopQuery& stop);

/// The same of each row by itself: (n).
std::vector<float> reconstructionErrors(const Model& model, const SampleView& samples, Workers& workers);
/// The same, asking before each chunk of rows whether to stop. Errors: Cancelled.
Result<std::vector<float>> reconstructionErrors(const Model& model, const SampleView& samples,
                                                Workers& workers, const StopQuery& stop);

/// The share of rows for which a classifier's greatest score is not at the row's label; of equal scores the
/// first counts. Errors: Cancelled.
Result<double> wrongShare(const Model& model, const SampleView& samples, std::span<const int> labels,
                          Workers& workers, const StopQuery& stop = {});

/// What each number of the code adds to the picture of a linear decoder: (codeSize, outputSize) row-major,
/// the plane that is compared with PCA's.
std::vector<double> decoderPlane(const Model& model, Workers& workers);

/// Every layer's outputs for one sample, the input first: what the diagram shows.
std::vector<std::vector<float>> activationsOf(const Model& model, std::span<const float> sample);

} // namespace hg
