#pragma once

#include "core/lab/conv_scene.h"
#include "core/nn/layer_kind.h"

#include <cstdint>
#include <span>
#include <string>

namespace hg {

/// Plain descent, with momentum .9, or Adam (see OptimizerChoice for the rules).
enum class DescentMethod { Plain, Momentum, Adam };
inline constexpr double descentMomentum = 0.9;

/// What the output is to become: that of a filter which is hidden, or a picture of one's own.
struct WantedOutput {
    std::string filter = "sobel-x";   ///< id of a FilterPreset, which learning does not see; empty: `picture`
    TensorD picture{1, {1, 1, 1}};    ///< (1, 1,H',W'), of the output's shape
    std::optional<TensorD> weights{}; ///< of a filter of one's own, (1, C,kh,kw), before both others
    double noise = 0;                 ///< standard deviation of the normal noise that is added
    bool operator==(const WantedOutput&) const = default;
};

/// A filter that is to be learned from one input and one wanted output.
struct FilterTask {
    TensorD input{1, {1, 1, 1}}; ///< (1, C,H,W)
    WantedOutput wanted;
    Axes kernel{3, 3}, stride{}, dilation{};
    Padding paddingH{Padding::Kind::Same}, paddingW{Padding::Kind::Same}; ///< by Keras's rules
    Fill fill = Fill::Zeros;
    std::uint64_t seed = 1; ///< of the weights that it begins with, N(0, .1²), and of the noise
    DescentMethod method = DescentMethod::Plain;
    double rate = 0.1; ///< learning rate, above 0
    bool operator==(const FilterTask&) const = default;
};

/// A task with everything that follows from it, computed once and then only looked at.
struct FilterFigure {
    FilterTask task;
    ResolvedLayer layer; ///< one filter without bias
    TensorD wanted;      ///< (1, 1,H',W'), noise included
    std::optional<std::vector<double>>
        hidden; ///< w*: a named filter's weights in the kernel's middle, or one's own

    std::size_t weightCount() const { return layer.weightCount; }
};

/// Errors: those of forwardAxis(); BadValue for a rate or noise that is none; UnknownName for the filter;
/// ShapesDoNotFit for one larger than the kernel and weights of another shape ("kernel"), and for a picture
/// of another shape ("output").
Result<FilterFigure> evaluate(const FilterTask& task);

/// Everything behind one update. L = Σ(output − wanted)²/n over the n outputs, and by core/nn's backward pass
/// ∂L/∂w = 2/n · the input correlated with the difference, ∂L/∂input = 2/n · its transposed convolution.
struct FilterStep {
    TensorD output;
    TensorD difference; ///< output − wanted
    double loss = 0;
    std::vector<double> gradient; ///< ∂L/∂w, in the kernel's order
    TensorD inputGradient;
};
FilterStep stepAt(const FilterFigure& figure, std::span<const double> weights);
/// The weights at update 0.
std::vector<double> startWeights(const FilterFigure& figure);

/// How a run ends. An error that is no number any more counts as beyond bounds.
enum class FilterEnd { None, Learned, Diverged, LastUpdate };
struct FilterLimits {
    double learned = 1e-8; ///< the loss below which nothing is left to learn
    double diverged = 1e6; ///< and above which it has flown apart
    int updates = 5000;
};

/// A descent that remembers each of its updates: weights and loss of all of them, and no more.
class FilterRun {
public:
    explicit FilterRun(FilterFigure figure, FilterLimits limits = {});

    const FilterFigure& figure() const { return m_figure; }
    /// One update; false, and nothing, once the run has ended. Cost: two passes over outputs × weights.
    bool step();
    void runToEnd();

    int updates() const { return static_cast<int>(m_losses.size()) - 1; }
    FilterEnd end() const { return m_end; }
    /// After so many updates, 0 … updates().
    std::span<const double> weightsAt(int update) const;
    double lossAt(int update) const { return m_losses[static_cast<std::size_t>(update)]; }
    std::span<const double> losses() const { return m_losses; }
    /// The weights after one update more; of the last, those that it would lead to.
    std::vector<double> nextWeights(int update) const;

private:
    struct Memory {
        std::vector<double> first, second; ///< velocity, or Adam's two means
        int updates = 0;
    };
    std::vector<double> moved(Memory& memory) const;
    void remember(std::span<const double> weights);

    FilterFigure m_figure;
    FilterLimits m_limits;
    Memory m_memory;
    std::vector<double> m_gradient; ///< at the last weights
    std::vector<double> m_weights;  ///< of all updates, one behind the other
    std::vector<double> m_losses;
    FilterEnd m_end = FilterEnd::None;
};

/// max |w − w*| after an update. The figure has hidden weights.
double largestGap(const FilterRun& run, int update);
/// The first update from which on the largest gap stays below `tolerance`; nothing where it does not.
std::optional<int> settledUpdate(const FilterRun& run, double tolerance);
/// The first update at which it is below, whatever comes later.
std::optional<int> firstUpdateWithin(const FilterRun& run, double tolerance);

/// The axis that track and curve share, log(1 + update/even): the share 0 … 1 of a run of `updates`, and
/// back. Up to `even` updates it is nearly even.
double shareOfUpdate(double update, int updates, double even = 1);
double updateOfShare(double share, int updates, double even = 1);

} // namespace hg
