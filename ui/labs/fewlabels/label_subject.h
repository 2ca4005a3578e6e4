#pragma once

#include "core/eval/few_labels.h"
#include "core/eval/label_spreading.h"
#include "core/lab/few_labels_state.h"
#include "ui/runs/data_store.h"

#include <memory>
#include <optional>
#include <vector>

namespace hg {

/// What a row's numbers are worked out from: figures of another subject are never shown for it. What the row
/// does not depend on is as at first, so that equal rows are equal whatever else is set up.
struct LabelSubject {
    LabelRow row = LabelRow::Raw;
    std::shared_ptr<const LabData> data;
    std::shared_ptr<const Model> model; ///< Code, Hidden
    int components = 0;                 ///< Pca
    AutoencoderSetup network{};         ///< Untrained, Scratch
    bool operator==(const LabelSubject&) const = default;
};

/// The row of such a lab; nothing while its network has not been trained.
std::optional<LabelSubject> subjectOf(LabelRow row, const std::shared_ptr<const LabData>& data,
                                      const std::shared_ptr<const Model>& model,
                                      const AutoencoderSetup& setup);

/// How labels are read, apart from what they are read in.
struct ReadingSetup {
    LabelReading reading = LabelReading::Softmax;
    std::uint64_t seed = 1; ///< of the draws, and of a network from scratch
    bool operator==(const ReadingSetup&) const = default;
};
ClassifierSetup classifierOf(LabelReading reading);

/// What reads by few labels: made once a subject, shared by all draws. Immutable.
struct LabelReaderParts {
    LabelSubject subject;
    std::shared_ptr<const FeatureSet> feature;   ///< null for Scratch
    std::shared_ptr<const SpreadingGraph> graph; ///< Spreading
    std::shared_ptr<const FeatureSource> source; ///< Scratch
    std::shared_ptr<const SampleClasses> classes;
};

/// The most memory that one feature of all samples may take in the window.
inline constexpr std::size_t largestFeature = std::size_t{160} << 20;

/// Errors: those of featureMap(), featureSet() and spreadingGraph(); TooManyComponents; TooLarge beyond
/// largestFeature; Cancelled.
Result<LabelReaderParts> makeReader(const LabelSubject& subject, std::shared_ptr<const SampleClasses> classes,
                                    LabelReading reading, Workers& workers, const Watch& watch);

/// What is read in the held-out part with these labels, and the classifier where there is one: one class a
/// sample. On one thread where `workers` has one. Errors: TooFewSamples (no label); those of the readers;
/// Cancelled.
struct LabelReadings {
    std::optional<FewLabelClassifier> classifier;
    std::vector<int> test;
};
Result<LabelReadings> readBy(const LabelReaderParts& reader, const LabelledSamples& labels,
                             const ReadingSetup& setup, Workers& workers, const StopQuery& stop);

/// The curve of `fewlabels`. Errors: as there.
Result<AccuracyCurve> curveBy(const LabelReaderParts& reader, const CurveSetup& curve, LabelReading reading,
                              Workers& workers, const Watch& watch);

} // namespace hg
