#pragma once

#include "core/eval/features.h"
#include "core/eval/hidden_layer.h"
#include "core/eval/softmax_regression.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace hg {

/// The classes of a data set's samples, counted from 0 in the order of their labels.
struct SampleClasses {
    std::vector<int> names;       ///< the label of each class
    std::vector<int> train, test; ///< one a sample; −1 for a held-out label that no training sample has
    std::vector<std::vector<int>> members; ///< the training samples of each class

    int count() const { return static_cast<int>(names.size()); }
};

/// Errors: LabelsMissing, where a part has samples without them; OneClass.
Result<SampleClasses> sampleClasses(const Dataset& data);

/// The training samples that have a label, by row, and which: labels may be wrong, and a row may come twice.
struct LabelledSamples {
    std::vector<int> rows;
    std::vector<int> classes;

    int count() const { return static_cast<int>(rows.size()); }
};

/// Which labels are drawn.
struct LabelDraw {
    int perClass = 5;
    int draw = 0; ///< from 0
    std::uint64_t seed = 1;
};

/// So many labels of each class, class by class: a function of seed, draw and the classes alone, so that
/// every feature is given the same. Those of a smaller number are the first of each class. Errors:
/// TooFewOfClass.
Result<LabelledSamples> drawLabels(const SampleClasses& classes, const LabelDraw& draw);

/// The rows among those given that are worth a label: medoids() of the scaled feature. The first few are
/// spread over all of them. Errors: those of medoids().
Result<std::vector<int>> suggestedRows(const FeatureSet& feature, std::span<const int> rows, int count,
                                       std::uint64_t seed, Workers& workers, const Watch& watch = {});

enum class ClassifierKind {
    Softmax,
    Neighbours, ///< the nearest labelled samples vote
    HiddenLayer ///< neurons before the softmax
};

struct ClassifierSetup {
    ClassifierKind kind = ClassifierKind::Softmax;
    SoftmaxSetup softmax{};
    HiddenLayerSetup hidden{};
    /// Of Neighbours; 0: the greatest odd number not above the root of the labels a class that has any (1, 1,
    /// 3, 9 for 1, 5, 10, 100 labels a class).
    int neighbours = 0;
};

/// What was fitted on the labelled samples of one feature. It reads rows of that feature as they come: the
/// set's scaling is in its numbers. Immutable, safe on any thread.
struct FewLabelClassifier {
    ClassifierKind kind = ClassifierKind::Softmax;
    int classes = 0;
    /// Scores are weights·(x − mean) + biases: a class each (Softmax), or a labelled sample each, the less
    /// the nearer (Neighbours).
    std::vector<float> weights, biases, mean;
    std::vector<int> sampleClasses; ///< Neighbours: of each labelled sample
    int neighbours = 0;
    Model network{}; ///< HiddenLayer: whose outputs are the scores; it takes no mean off

    int scores() const { return static_cast<int>(biases.size()); }
};

/// For one labelled sample or more, of classes below `classes`; a class without a label has the probability 0
/// and is never read. Pure, on one thread: many are fitted side by side.
FewLabelClassifier fitClassifier(const FeatureSet& feature, const LabelledSamples& labelled, int classes,
                                 const ClassifierSetup& setup = {});

/// The class that each classifier, all of one feature and kind, reads in each row of `part`, that feature as
/// it comes: (classifiers)(rows). Of equal scores the first class counts; of equal votes the class of the
/// nearest of those that vote for them. Cost: rows·size·scores on all workers; 10,000 pictures of 784 numbers
/// and ten classes are two milliseconds' work a classifier. Errors: Cancelled.
Result<std::vector<std::vector<int>>> readings(std::span<const FewLabelClassifier> classifiers,
                                               const SampleView& part, Workers& workers,
                                               const StopQuery& stop = {});

/// The probabilities of the classes for each row, or the shares of the votes: (rows, classes).
std::vector<float> probabilities(const FewLabelClassifier& classifier, const SampleView& part,
                                 Workers& workers);

/// The class of the greatest score of each row of (rows, classes); of equal scores the first counts.
std::vector<int> greatestScores(std::span<const float> scores, int classes);

/// The share of readings that are right: 0 … 1; 0 without any.
double accuracyOf(std::span<const int> readings, std::span<const int> classes);
/// How many samples of class row were read as class column: (classes, classes); a class of −1 is left out.
std::vector<int> confusionOf(std::span<const int> readings, std::span<const int> classes, int count);
/// The samples that were read wrong, in order.
std::vector<int> wrongOnes(std::span<const int> readings, std::span<const int> classes);

/// How accuracy grows with the labels.
struct CurveSetup {
    std::vector<int> counts{1, 5, 10, 100}; ///< labels a class
    int draws = 10;
    std::uint64_t seed = 1;
    ClassifierSetup classifier{};
};

/// Accuracies on the held-out part, by number of labels and draw.
struct AccuracyCurve {
    std::vector<std::vector<double>> accuracies; ///< (counts)(draws)

    double mean(std::size_t count) const;
    /// Standard deviation over the draws, divided by n − 1; 0 of one draw.
    double deviation(std::size_t count) const;
};

/// What reads the held-out part with the labels that it is given: a class a sample. It is called on any of
/// the workers' threads, asks whether to stop, and then gives Cancelled.
using LabelReader = std::function<Result<std::vector<int>>(const LabelledSamples&, const StopQuery&)>;

/// The curve of a reader, each draw on one thread. Errors: those of drawLabels() and of the reader;
/// Cancelled.
Result<AccuracyCurve> curveOf(const LabelReader& reader, const SampleClasses& classes,
                              const CurveSetup& setup, Workers& workers, const Watch& watch = {});

/// One feature's curve, the same numbers for any number of workers; held-out samples are read by many draws
/// at a time. Errors: those of drawLabels(); Cancelled.
Result<AccuracyCurve> accuracyCurve(const FeatureSet& feature, const SampleClasses& classes,
                                    const CurveSetup& setup, Workers& workers, const Watch& watch = {});

} // namespace hg
