#pragma once

#include "core/lab/autoencoder_setup.h"
#include "core/lab/checker_setup.h"
#include "core/lab/conv_scene.h"
#include "core/lab/denoise_state.h"
#include "core/lab/few_labels_state.h"
#include "core/lab/field_setup.h"
#include "core/lab/learn_setup.h"
#include "core/lab/solve_setup.h"
#include "core/lab/sound_scene.h"

#include <array>
#include <optional>
#include <string_view>
#include <variant>

namespace hg {

/// The tabs of a convolution of numbers.
enum class ConvTab { Sliding, Learned, Matrix, Field, Solve, Checkerboards };

/// How a convolution is looked at: saved and linked beside the scene, never undone.
struct ConvView {
    double position = 0; ///< of the playhead, in positions
    int filter = 0;      ///< the one in front
    bool showsGhost = true;
    bool showsZeros = false;  ///< zero insertion beside stamping
    bool hasOneScale = false; ///< the slices without numbers share one range
    ConvTab tab = ConvTab::Sliding;
    LearnSetup learn{};           ///< of the tab Learned filter
    FieldSetup field{};           ///< of the tab Receptive field, on a plane only
    SolveSetup solve{};           ///< of the tab Solve
    CheckerSetup checkerboards{}; ///< of the tab Checkerboards, on a plane only
    bool operator==(const ConvView&) const = default;
};

/// What is saved of a convolution of numbers.
struct ConvState {
    ConvScene scene;
    ConvView view;
    bool operator==(const ConvState&) const = default;
};

/// How a sound is looked at, in seconds: saved beside it, never undone.
struct SoundPlace {
    double second = 0;             ///< of the playhead
    double start = 0, seconds = 0; ///< the stretch in view; none: the whole
    bool operator==(const SoundPlace&) const = default;
};

/// What is saved of a convolution at the scale of sound.
struct SoundState {
    SoundScene scene;
    SoundPlace view{};
    SoundState(SoundScene s = {}, SoundPlace v = {}) : scene(std::move(s)), view(v) {}
    bool operator==(const SoundState&) const = default;
};

/// The tabs of the autoencoder lab.
enum class AutoencoderTab { Learns, Compared, Walk };

/// What stands beside the map of the bottleneck: another map of the same pictures, a matrix that the codes
/// are multiplied by, or the error of every size of code.
enum class Beside { Pca, Mds, Dial, Sizes };

/// Which plane of a code of more than two numbers a map shows.
struct CodePlane {
    int across = 0, up = 1; ///< of the numbers, from 0
    bool isPca = false;     ///< the first two principal components of the codes instead
    bool operator==(const CodePlane&) const = default;
};

inline constexpr int fewestInMds = 3, mostInMds = 2000;

/// A matrix of the dial, row by row: codes are multiplied by it, the decoder by its inverse.
using DialMatrix = std::array<double, 4>;
inline constexpr DialMatrix dialAsTrained{1, 0, 0, 1};
/// Whether no entry is beyond largestInDial and the matrix can be undone, as inverseOf() has it.
bool isDial(const DialMatrix& m);

/// What lies behind the points of the tab Walk.
enum class WalkLayer { None, Grid, Density, Holes };

inline constexpr int fewestInFilm = 3, mostInFilm = 25;

/// What is walked through on the map of the codes.
struct WalkView {
    WalkLayer layer = WalkLayer::Grid;
    std::optional<std::array<double, 2>> cross{}; ///< on the map, where it is decoded
    std::optional<int> from{}, to{};              ///< held-out pictures between which the path runs
    bool isThroughData = false;                   ///< it follows the codes instead of a straight line
    int pictures = 11;                            ///< of the path's film
    bool operator==(const WalkView&) const = default;
};

/// How a training is looked at: saved beside its setup, and never undone but for the dial.
struct AutoencoderView {
    AutoencoderTab tab = AutoencoderTab::Learns;
    int digit = 11; ///< the held-out picture in the network, from 0; by default a six, as good as any
    std::optional<int> update{}; ///< of the playhead; none: as far as the run has come
    double paceSeconds = 20;     ///< clock time that a run is spread over; 0: full speed
    double updatesASecond = 0;   ///< slow motion at this rate instead, where it is not 0
    bool isLogarithmic = false;  ///< the plot of the error, along both axes
    bool mapsTraining = false;   ///< the map shows all that is trained on instead of some held-out samples
    Beside beside = Beside::Pca;
    bool isAligned = false; ///< codes are shown after the best affine map onto PCA's scores
    bool hasColours = true; ///< points in the colours of their classes
    int mdsImages = 1000;   ///< of the held-out pictures, from the first on
    CodePlane plane{};
    DialMatrix dial = dialAsTrained;
    WalkView walk{};
    bool operator==(const AutoencoderView&) const = default;
};

/// What is saved of the autoencoder lab: what is trained, on which data, how. Not the weights.
struct AutoencoderState {
    AutoencoderSetup setup;
    AutoencoderView view{};
    bool operator==(const AutoencoderState&) const = default;
};

/// What is saved of a lab.
using LabState = std::variant<ConvState, SoundState, AutoencoderState, DenoiseState, FewLabelsState>;

/// The id of the lab that shows the state, as labRows() has it: conv2d, for one.
std::string_view labOf(const LabState& state);

} // namespace hg
