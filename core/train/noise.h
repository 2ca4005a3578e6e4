#pragma once

#include "core/tensor/samples.h"
#include "core/tensor/tensor.h"
#include "core/util/result.h"

#include <cstdint>
#include <vector>

namespace hg {

/// How pictures are spoilt: the inputs of a denoising run, whose targets stay clean, and of its test. Unless
/// it is clipped, Gaussian noise leaves 0…1: clipping adds a bias that the clean pictures do not have.
struct Noise {
    enum class Kind {
        None,
        Gaussian,      ///< x + σ·n, n standard normal, of each number by itself
        SaltAndPepper, ///< a share of the numbers becomes 0 or 1, each as often. Source: Gonzalez and Woods,
                       ///< "Digital Image Processing", 2018, section 5.2
        Mask,          ///< a share of the numbers becomes 0. Source: Vincent et al., "Stacked denoising
                       ///< autoencoders", JMLR 11, 2010, section 3.3
        Block,         ///< a square becomes 0 in every channel; each place inside the picture is as likely
        Blur,          ///< Gaussian blur of each channel, its edge repeated, cut off at 4σ (rounded)
    };
    Kind kind = Kind::None;
    double amount = 0; ///< σ (Gaussian: of the number, Blur: in pixels), share that is hit, side in pixels
    bool isClipped = false; ///< to 0…1 afterwards
    bool operator==(const Noise&) const = default;
};

/// The amounts that a kind takes; a block's are whole.
struct NoiseRange {
    double least, greatest;
};
NoiseRange rangeOf(Noise::Kind kind);
/// Whether the amount lies in its range; false for NaN.
bool isValid(const Noise& noise);
/// Whether pictures of that shape have room for it: only a block can be too large.
bool fits(const Noise& noise, Shape shape);

/// Which draw of the noise: the same numbers whenever it is asked for, so that a run replays exactly.
struct NoiseDraw {
    std::uint64_t seed = 1;
    int update = heldOut; ///< of the training
    int sample = 0;

    /// The update that belongs to no training: held-out noise is its own, and the same at every call.
    static constexpr int heldOut = -1;
};

/// Puts valid noise that fits onto one sample (C,H,W) whose numbers lie `stride` floats apart, as in a lane
/// of a chunk. Allocates nothing, blur excepted.
void addNoise(const Noise& noise, const NoiseDraw& draw, float* first, Shape shape, std::size_t stride = 1);

/// All rows, spoilt by the held-out noise of the seed: (n,C,H,W).
std::vector<float> noisyCopy(const Noise& noise, std::uint64_t seed, const SampleView& samples, Shape shape);

} // namespace hg
