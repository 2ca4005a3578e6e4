#pragma once

#include "core/lab/autoencoder_setup.h"

#include <bitset>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hg {

inline constexpr int usualFrozenCode = 8;
/// Labels that somebody gives by hand, and points among which they are given: the first training samples.
inline constexpr int mostOwnLabels = 20, pointsToLabel = 1500;
inline constexpr int mostDrawsInLab = 100, mostCountsInLab = 12, mostLabelsAClass = 10'000;

/// The network whose encoder reads few labels unless another is asked for: usualDenoiser() with eight
/// numbers.
AutoencoderSetup usualFrozen();

/// What a classifier is given instead of the samples, as `fewlabels` names and orders it: FeatureKind, and
/// the network that is trained on the labels alone.
enum class LabelRow { Code, Hidden, Raw, Pca, Untrained, Scratch };
inline constexpr std::size_t labelRowCount = 6;

/// Which of them are compared.
using LabelRows = std::bitset<labelRowCount>;
LabelRows rowsOf(std::initializer_list<LabelRow> rows);
/// Those that `fewlabels` compares unless told otherwise: code, raw, PCA, untrained.
LabelRows usualLabelRows();

/// Who reads by the labels.
enum class LabelReading {
    Softmax,
    Neighbours,  ///< the nearest labelled samples vote
    HiddenLayer, ///< rectified neurons, then softmax
    Spreading,   ///< the labels spread over the samples without any
};

/// The problem of the lab Few labels: whose encoder is frozen, what it is compared with, and on how many
/// labels. Plain values, comparable.
struct FewLabelsSetup {
    AutoencoderSetup network = usualFrozen();
    LabelRows rows = usualLabelRows();
    LabelReading reading = LabelReading::Softmax;
    std::vector<int> counts{1, 2, 5, 10, 20, 50, 100}; ///< labels a class, rising
    int draws = 10;
    bool operator==(const FewLabelsSetup&) const = default;
};

/// The number of labels a class that is looked at unless another is asked for: five, or the first of the
/// counts.
int usualPerClass(const std::vector<int>& counts);

/// Whether the network has a layer before its code, which LabelRow::Hidden is.
bool hasHiddenLayer(const AutoencoderSetup& network);

/// The tabs of the lab.
enum class FewLabelsTab { Parts, Yourself, Mistakes, Map };
/// How codes of more than two numbers are laid onto a plane.
enum class FlatBy { Pca, Mds };

/// A label that somebody gave: it may be wrong.
struct GivenLabel {
    int sample = 0; ///< of the first pointsToLabel training samples
    int label = 0;  ///< 0 … 9
    bool operator==(const GivenLabel&) const = default;
};

/// How few labels are looked at: saved beside the setup, never undone but for the labels.
struct FewLabelsView {
    FewLabelsTab tab = FewLabelsTab::Parts;
    int perClass = 5;                ///< one of the counts
    int draw = 0;                    ///< the playhead, from 0
    int sample = 0;                  ///< the held-out picture that is read, from 0
    LabelRow front = LabelRow::Code; ///< whose mistakes are shown
    double paceSeconds = 20;         ///< clock time that a training in front of people takes; 0: full speed
    FlatBy flat = FlatBy::Pca;
    bool showsRegions = true;
    bool showsSuggestions = true;
    std::vector<GivenLabel> own{}; ///< at most mostOwnLabels, no sample twice
    std::optional<int> ownShown{}; ///< the playhead over them; none: all
    bool operator==(const FewLabelsView&) const = default;
};

/// What is saved of the lab. Not the weights.
struct FewLabelsState {
    FewLabelsSetup setup{};
    FewLabelsView view{};
    bool operator==(const FewLabelsState&) const = default;
};

/// Something with few labels that the lab offers as an example.
struct FewLabelsExample {
    const char* id;
    FewLabelsState state;
};
/// In the order in which they are told: where the code helps, where no longer, and what helps more.
std::span<const FewLabelsExample> fewLabelsExamples();
/// The example of that id, or null.
const FewLabelsExample* findFewLabelsExample(std::string_view id);

} // namespace hg
