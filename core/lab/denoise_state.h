#pragma once

#include "core/lab/autoencoder_setup.h"
#include "core/train/noise.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hg {

inline constexpr int usualDenoiserCode = 16, usualDenoiserEpochs = 6;
/// Held-out pictures that figures are of, from the first on.
inline constexpr int usualDenoiserImages = 5000;

/// The network that takes noise off, or reads few labels, unless another is asked for: lab-dense with sixteen
/// numbers and six epochs, as `denoise` has it.
AutoencoderSetup usualDenoiser();

/// The problem of the denoising lab: which noise, and what is to take it off. Plain values, comparable.
struct DenoiseSetup {
    AutoencoderSetup network = usualDenoiser(); ///< of both twins; without noise in its recipe
    Noise::Kind kind = Noise::Kind::Gaussian;   ///< on the pictures; never None
    bool isClipped = false;                     ///< that of the pictures and that of the training
    Noise trained{Noise::Kind::Gaussian, 0.5};  ///< that the twin learns to take off, isClipped aside
    bool operator==(const DenoiseSetup&) const = default;
};

/// The noise that the twin learns to take off.
Noise trainNoiseOf(const DenoiseSetup& setup);
/// What the twins are trained by: the network's recipe, and the same one with trainNoiseOf().
AutoencoderSetup cleanTwin(const DenoiseSetup& setup);
AutoencoderSetup noisyTwin(const DenoiseSetup& setup);

/// The strengths that the lab's track runs through, in equal steps from 0 or the least that there is.
struct StrengthScale {
    double least, most, step; ///< of Noise::amount
    double usual;             ///< where a kind begins

    int steps() const;
    /// That of a step, the same number as its decimals say: 0.15, not 3 · 0.05.
    double at(int step) const;
};
/// Gaussian 0 … 1, and for each other kind what can be told apart on a picture of 28 × 28. None has no scale
/// and gives Gaussian's.
StrengthScale scaleOf(Noise::Kind kind);

/// The tabs of the denoising lab.
enum class DenoiseTab { Pictures, Code, Own };
/// What takes the noise off by a code.
enum class Denoiser { Autoencoder, NoiseTrained, Pca };

/// A picture of the user's own in the place of a noisy one, 28 × 28 bytes from 0, black, to 255.
struct OwnPicture {
    int digit = 0; ///< the held-out picture that was scribbled on; -1: drawn or opened, with no clean one
    std::vector<std::uint8_t> pixels; ///< empty: nothing was scribbled yet
    bool operator==(const OwnPicture&) const = default;
};

/// How denoising is looked at: saved beside its setup, never undone.
struct DenoiseView {
    DenoiseTab tab = DenoiseTab::Pictures;
    double strength = 0.5;   ///< Noise::amount of the pictures: the playhead
    int first = 0;           ///< the held-out picture that the rows begin with, from 0
    double paceSeconds = 20; ///< clock time that a training in front of people takes; 0: full speed
    Denoiser arrows = Denoiser::Autoencoder; ///< whose codes the tab In the code follows
    OwnPicture own{};
    bool operator==(const DenoiseView&) const = default;
};

/// What is saved of the denoising lab. Not the weights.
struct DenoiseState {
    DenoiseSetup setup{};
    DenoiseView view{};
    bool operator==(const DenoiseState&) const = default;
};

/// The noise that lies on the pictures.
Noise noiseOf(const DenoiseSetup& setup, double strength);

/// A denoising that the lab offers as an example.
struct DenoiseExample {
    const char* id;
    DenoiseState state;
};
/// In the order in which they are told: where it works, where it does not, why, and other kinds.
std::span<const DenoiseExample> denoiseExamples();
/// The example of that id, or null.
const DenoiseExample* findDenoiseExample(std::string_view id);

} // namespace hg
