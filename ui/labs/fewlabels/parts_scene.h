#pragma once

#include "ui/labs/fewlabels/label_subject.h"
#include "ui/labs/fewlabels/parts_painter.h"

namespace hg {

/// All of few labels that a picture shows, at every draw: kept as it is when the lab goes on.
struct PartsScene {
    FewLabelsSetup setup;
    std::vector<int> counts;
    int perClass = 0, sample = 0;
    std::shared_ptr<const LabData> data;
    std::shared_ptr<const SampleClasses> classes;
    std::shared_ptr<const Model> model; ///< trained; null before
    std::shared_ptr<const LabelReaderParts> code;
    QString standing; ///< of the training that goes on
    std::vector<PartsRow> rows;

    ReadingSetup reading() const { return {setup.reading, setup.network.recipe.seed}; }
    LabelledSamples labelsOf(int draw) const;
};

/// A sample as a picture; a square one as such, any other as a line.
QImage pictureOf(const SampleView& samples, int index, Shape shape);

/// What is painted of that draw, but for what is read in it.
PartsLook lookAt(const PartsScene& scene, int draw, const PartsPainter& painter, Workers& workers);
/// Adds what the classifier reads, and how many are right.
void addReadings(PartsLook& look, const PartsScene& scene, const LabelReadings& readings, Workers& workers);

} // namespace hg
