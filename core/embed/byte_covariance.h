#pragma once

#include "core/tensor/samples.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <Eigen/Core>
#include <optional>

namespace hg {

/// Mean and covariance of rows of bytes, a byte p meaning p/255.
struct ByteCovariance {
    Eigen::VectorXd mean;       ///< (d)
    Eigen::MatrixXd covariance; ///< (d, d), divided by n−1
};

/// From sums of integers, which are exact in any order. Nothing when the watch ends it. Cost: n·d²/2 integer
/// products on all workers; memory d² doubles twice.
std::optional<ByteCovariance> covarianceOfBytes(const SampleView& samples, Workers& workers,
                                                const Watch& watch);

} // namespace hg
