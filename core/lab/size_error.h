#pragma once

#include "core/data/dataset.h"
#include "core/lab/autoencoder_setup.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <array>
#include <memory>

namespace hg {

/// What a code of `size` numbers leaves: squared error a pixel, on the held-out part.
struct SizeError {
    int size = 0;
    double error = 0;
    bool operator==(const SizeError&) const = default;
};

/// The sizes that the stored table has, and those that the window trains for other settings, which nobody
/// wants to wait for as long.
inline constexpr std::array storedSizes{1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64};
inline constexpr std::array trainedSizes{1, 2, 4, 8, 16, 32, 64};

/// The setup with the size that stands for all: two trainings that differ in nothing else are points of one
/// line.
AutoencoderSetup withAnySize(const AutoencoderSetup& setup);

/// The error of the setup with a code of that size, trained to its end without a window. Cost: the whole
/// training. Errors: those of validate(); Diverged; Cancelled once the watch says so.
Result<SizeError> errorOfSize(AutoencoderSetup setup, int size, const std::shared_ptr<const Dataset>& data,
                              Workers& workers, const Watch& watch = {});

} // namespace hg
