#pragma once

#include "ui/labs/fewlabels/label_subject.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// Labels given by hand, and who reads by them. Figures carry it, and are shown for nothing else.
struct ClicksKey {
    std::vector<LabelSubject> subjects;
    ReadingSetup reading;
    std::vector<GivenLabel> labels;
    bool operator==(const ClicksKey&) const = default;
};

/// What each further label was worth.
struct ClickFigures {
    ClicksKey of;
    std::vector<std::vector<double>> accuracies; ///< (subjects)(labels): on the held-out part
    /// (labels)(points): what the first subject's classifier reads in the points; empty where there is none.
    std::vector<std::vector<int>> pointReadings;
};

/// The classes of the first `count` labels that are classes of the data.
LabelledSamples labelledBy(const std::vector<GivenLabel>& labels, int count, const SampleClasses& classes);

/// How many of the training samples can be labelled by hand.
int pointCount(const LabData& data);

/// Each number of labels from one on, for each reader; what `before` has for the same first labels is taken
/// from there. Errors: Cancelled.
Result<ClickFigures> clickFigures(const ClicksKey& key, const std::vector<LabelReaderParts>& readers,
                                  const ClickFigures& before, Workers& workers, const StopQuery& stop);

/// Which points are worth a label, and what that would bring.
struct Suggestions {
    std::vector<int> samples;         ///< of the first pointsToLabel, the most worthwhile first
    double reached = 0;               ///< accuracy with the true labels of all of them
    std::vector<int> randomCounts;    ///< so many labels at random instead:
    std::vector<double> randomMeans;  ///< the accuracy over ten draws,
    std::vector<double> randomSpread; ///< and its standard deviation
};
/// Errors: those of suggestedRows() and of the reader; Cancelled.
Result<Suggestions> suggestionsOf(const LabelReaderParts& reader, const ReadingSetup& setup, Workers& workers,
                                  const Watch& watch);

/// Codes of the points on a plane, (n, 2): codes of two as they are, of more as the classifier has them, by
/// their own PCA or by metric MDS. Errors: Cancelled, NotFinite.
Result<std::vector<float>> flatPoints(const FeatureSet& code, int count, FlatBy flat, Workers& workers,
                                      const Watch& watch);

/// How codes lie on a plane by their PCA: codes of one or two numbers as they are.
struct CodeMap {
    std::optional<Pca> pca;
    std::shared_ptr<const std::vector<float>> test; ///< of the first held-out samples, (n, 2)
};
inline constexpr int heldOutOnMap = 2000;
/// Errors: those of fitPca().
Result<CodeMap> codeMap(const FeatureSet& code, int points, Workers& workers, const Watch& watch);
/// Where samples of a part lie, (rows, 2).
std::vector<float> placesOf(const FeatureSet& code, const SampleView& part, std::span<const int> rows,
                            const std::optional<Pca>& pca, Workers& workers);

} // namespace hg
