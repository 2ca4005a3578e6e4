#include "ui/labs/fewlabels/label_subject.h"

#include "core/eval/scratch_network.h"
#include "core/train/trainer.h"

#include <algorithm>

namespace hg {
namespace {

FeatureKind kindOf(LabelRow row)
{
    return static_cast<FeatureKind>(row);
}

/// The network as it begins.
Result<FeatureSource> sourceOf(const LabelSubject& subject)
{
    auto network = validate(subject.network, subject.data->dataset->train.shape);
    if (!network) return network.error();
    FeatureSource source{.recipe = subject.network.recipe, .data = subject.data->dataset};
    source.model.plan = std::make_shared<const Plan>(std::move(*network));
    return source;
}

Result<FeatureMap> mapOf(const LabelSubject& subject, Workers& workers, const Watch& watch)
{
    if (subject.row == LabelRow::Raw) return FeatureMap{.kind = FeatureKind::Raw};
    if (subject.row == LabelRow::Pca) {
        const Pca& all = subject.data->pca;
        if (subject.components > all.count())
            return Error{ErrorCode::TooManyComponents, {}, {double(subject.components), double(all.count())}};
        return FeatureMap{.kind = FeatureKind::Pca, .pca = firstComponents(all, subject.components)};
    }
    if (subject.model)
        return featureMap(kindOf(subject.row), {*subject.model, {}, subject.data->dataset}, workers, watch);
    auto source = sourceOf(subject);
    if (!source) return source.error();
    return featureMap(kindOf(subject.row), *source, workers, watch);
}

/// Whether it fits: a convolution's first layer has many times the numbers of its input.
Result<void> checkRoom(const FeatureMap& map, const Dataset& data)
{
    if (map.layers == 0) return {};
    const auto& layers = map.model.plan->network().layers;
    const std::size_t numbers = layers[static_cast<std::size_t>(map.layers) - 1].out.size();
    const std::size_t bytes =
        numbers * sizeof(float) * static_cast<std::size_t>(data.train.count + data.test.count);
    if (bytes <= largestFeature) return {};
    return Error{ErrorCode::TooLarge, "feature", {double(bytes), double(largestFeature)}};
}

Result<std::vector<int>> spreadBy(const LabelReaderParts& reader, const LabelledSamples& labels,
                                  const StopQuery& stop)
{
    return spreadReadings(*reader.graph, labels, reader.classes->count(), {}, stop);
}

Result<std::vector<int>> scratchBy(const LabelReaderParts& reader, const LabelledSamples& labels,
                                   const StopQuery& stop)
{
    Workers own(1); // draws are side by side already
    return scratchReadings(*reader.source, labels, reader.classes->count(), own, stop);
}

} // namespace

std::optional<LabelSubject> subjectOf(LabelRow row, const std::shared_ptr<const LabData>& data,
                                      const std::shared_ptr<const Model>& model,
                                      const AutoencoderSetup& setup)
{
    LabelSubject subject{.row = row, .data = data};
    switch (row) {
    case LabelRow::Code:
    case LabelRow::Hidden:
        subject.model = model;
        if (!model) return std::nullopt;
        break;
    case LabelRow::Pca:
        subject.components = setup.bottleneck;
        break;
    case LabelRow::Untrained:
    case LabelRow::Scratch:
        subject.network = setup;
        break;
    default:
        break;
    }
    return subject;
}

ClassifierSetup classifierOf(LabelReading reading)
{
    switch (reading) {
    case LabelReading::Neighbours:
        return {.kind = ClassifierKind::Neighbours};
    case LabelReading::HiddenLayer:
        return {.kind = ClassifierKind::HiddenLayer};
    default:
        return {};
    }
}

Result<LabelReaderParts> makeReader(const LabelSubject& subject, std::shared_ptr<const SampleClasses> classes,
                                    LabelReading reading, Workers& workers, const Watch& watch)
{
    LabelReaderParts parts{.subject = subject, .classes = std::move(classes)};
    if (subject.row == LabelRow::Scratch) {
        auto source = sourceOf(subject);
        if (!source) return source.error();
        parts.source = std::make_shared<const FeatureSource>(std::move(*source));
        return parts;
    }
    const double share = reading == LabelReading::Spreading ? 0.1 : 1;
    auto map = mapOf(subject, workers, watch);
    if (!map) return map.error();
    if (const auto room = checkRoom(*map, *subject.data->dataset); !room) return room.error();
    auto feature = featureSet(std::move(*map), subject.data->dataset, workers, partOf(watch, 0, share));
    if (!feature) return feature.error();
    parts.feature = std::make_shared<const FeatureSet>(std::move(*feature));
    if (reading != LabelReading::Spreading) return parts;
    auto graph = spreadingGraph(*parts.feature, {}, {}, workers, partOf(watch, share, 1));
    if (!graph) return graph.error();
    parts.graph = std::make_shared<const SpreadingGraph>(std::move(*graph));
    return parts;
}

Result<LabelReadings> readBy(const LabelReaderParts& reader, const LabelledSamples& labels,
                             const ReadingSetup& setup, Workers& workers, const StopQuery& stop)
{
    if (labels.count() == 0) return Error{ErrorCode::TooFewSamples};
    LabelReadings all;
    if (reader.subject.row == LabelRow::Scratch || setup.reading == LabelReading::Spreading) {
        auto read = reader.graph ? spreadBy(reader, labels, stop) : scratchBy(reader, labels, stop);
        if (!read) return read.error();
        all.test = std::move(*read);
        return all;
    }
    all.classifier =
        fitClassifier(*reader.feature, labels, reader.classes->count(), classifierOf(setup.reading));
    auto read = readings(std::span(&*all.classifier, 1), reader.feature->test, workers, stop);
    if (!read) return read.error();
    all.test = std::move(read->front());
    return all;
}

Result<AccuracyCurve> curveBy(const LabelReaderParts& reader, const CurveSetup& curve, LabelReading reading,
                              Workers& workers, const Watch& watch)
{
    const bool isScratch = reader.subject.row == LabelRow::Scratch;
    if (!isScratch && reading != LabelReading::Spreading) {
        CurveSetup setup = curve;
        setup.classifier = classifierOf(reading);
        return accuracyCurve(*reader.feature, *reader.classes, setup, workers, watch);
    }
    const LabelReader read = [&](const LabelledSamples& labels, const StopQuery& stop) {
        return isScratch ? scratchBy(reader, labels, stop) : spreadBy(reader, labels, stop);
    };
    return curveOf(read, *reader.classes, curve, workers, watch);
}

} // namespace hg
