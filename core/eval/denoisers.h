#pragma once

#include "core/embed/pca.h"
#include "core/eval/digit_classifiers.h"
#include "core/train/noise.h"

#include <array>
#include <optional>

namespace hg {

/// The pictures that are put one below the other: as they were, spoilt, and restored in four ways.
enum class DenoiseRow { Clean, Noisy, Autoencoder, NoiseTrained, Pca, Median };
inline constexpr int denoiseRowCount = 6;

/// What takes noise off pictures of one shape. What is null is not there, or not yet.
struct Denoisers {
    std::shared_ptr<const Model> autoencoder;  ///< that learnt clean pictures
    std::shared_ptr<const Model> noiseTrained; ///< that learnt noisy ones
    std::shared_ptr<const Pca> pca;
    Shape shape;

    bool has(DenoiseRow row) const;
};

/// What a row makes of noisy pictures (n, features): (n, features), clipped to 0 … 1; Noisy gives them as
/// they are, and so does Clean. Nothing where the denoiser is not there.
std::vector<float> restored(const Denoisers& denoisers, DenoiseRow row, const SampleView& noisy,
                            Workers& workers);

/// How good a row is: neither number without the other tells.
struct RowFigures {
    std::optional<double> psnr; ///< in dB; none for Clean, for no error at all and for what is not finite
    std::optional<double> read; ///< the share that the classifiers read right; none without them
    bool isFinite = true;       ///< false: a model has run away
    bool operator==(const RowFigures&) const = default;
};

/// What the rows are measured on: the first pictures of a held-out part.
struct DenoiseTest {
    SampleView pictures;
    std::span<const int> labels;                  ///< as many, or none
    std::span<const DigitClassifier> classifiers; ///< none for pictures that are no digits
    Noise noise;
    std::uint64_t seed = 1;            ///< of the noise
    std::optional<RowFigures> clean{}; ///< of these pictures without noise, where that is known already
};

using AllFigures = std::array<std::optional<RowFigures>, denoiseRowCount>; ///< by DenoiseRow

/// The figures of every row that is there. Errors: Cancelled. Cost: about 150 ms of one core for a thousand
/// digits.
Result<AllFigures> measureRows(const Denoisers& denoisers, const DenoiseTest& test, Workers& workers,
                               const StopQuery& stop = {});

/// The digit that most of the classifiers read in each picture; of equally many the least.
std::vector<int> digitsReadIn(std::span<const DigitClassifier> classifiers, const SampleView& pictures,
                              Workers& workers);

} // namespace hg
