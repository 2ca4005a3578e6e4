#pragma once

#include "core/lab/filter_spectrum.h"
#include "core/lab/learn_setup.h"
#include "core/util/watch.h"

namespace hg {

/// Why a scene has nothing that can be learned here.
enum class LearnHindrance {
    Pooling,      ///< windows without weights
    Transposed,   ///< learned forward only
    TooSmall,     ///< a filter of one cell makes no edges
    TooLarge,     ///< beyond largestLearned
    PictureShape, ///< the picture is not of the output's shape
};
std::optional<LearnHindrance> learnHindranceOf(const ConvFigure& figure, const LearnSetup& setup);
/// The nearest that can be learned: scene and setup with one of the two changed.
struct LearnProblem {
    ConvScene scene;
    LearnSetup setup;
};
LearnProblem nearestLearnable(const ConvFigure& figure, const LearnSetup& setup, LearnHindrance hindrance);

/// The input channel that is learned from: the first that the filter sees.
int learnedChannel(const ConvScene& scene, int filter);
/// The problem of the scene without bias and activation, on learnedChannel(), at the scene's padding in
/// numbers and its filter as it is applied. Nothing may hinder it. `rate` is set by learn().
FilterTask filterTaskOf(const ConvFigure& figure, int filter, const LearnSetup& setup);

/// A filter learned to its end, with what can be said of the problem: computed once, then only looked at.
struct LearnedRun {
    FilterRun run;
    FilterSpectrum spectrum;

    const FilterFigure& figure() const { return run.figure(); }
    double rate() const { return run.figure().task.rate; }
    std::optional<double> edge() const { return largestRate(run.figure().task.method, spectrum); }
    bool isBlank() const { return spectrum.rank == 0; }
};

/// Products of one pass over outputs × weights, beyond which nothing is learned here.
inline constexpr double largestLearned = 4e6;

/// The whole run; as many updates as 10⁹ products allow, 5,000 at most. Nothing when the watch ends it.
/// Errors: those of evaluate(FilterTask).
Result<std::optional<LearnedRun>> learn(FilterTask task, std::optional<double> rate, const Watch& watch = {});

} // namespace hg
