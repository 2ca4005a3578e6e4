#pragma once

#include "ui/labs/fewlabels/label_clicks.h"
#include "ui/labs/fewlabels/label_discs.h"
#include "ui/labs/fewlabels/mistakes_picture.h"
#include "ui/labs/fewlabels/parts_scene.h"
#include "ui/labs/fewlabels/score_picture.h"
#include "ui/painters/axis_names.h"
#include "ui/theme/export_style.h"

namespace hg {

// What the tabs of the lab show, for a file: kept as it is when the lab goes on. `workers` outlive it.

/// A picture of both parts and the curves; its stops are the draws.
Exportable exportFewLabels(PartsScene scene, int draw, const ExportChoice& choice, Workers& workers);

/// A plane's axes, and whether distances on it count.
struct PlaneAxes {
    AxisNames names{};
    bool isIsotropic = false;
};

/// Labels of the user's own on the plane of the codes.
struct OwnLabelsScene {
    std::shared_ptr<const std::vector<float>> places; ///< of the points, (n, 2)
    PlaneAxes axes;
    std::vector<GivenLabel> labels;
    std::vector<std::vector<int>> read; ///< (labels)(points): behind them; empty where no regions are shown
    Scores scores;
};
/// Its stops are the labels, from the first on.
Exportable exportOwnLabels(OwnLabelsScene scene, const ExportChoice& choice);

/// What one row reads wrong.
struct MistakesScene {
    LabelRow row = LabelRow::Code;
    int bottleneck = 0;
    double accuracy = 0;
    int perClass = 0;
    Confusion table;
    ReadSamples pictures;
};
/// One stop.
Exportable exportMistakes(MistakesScene scene, const ExportChoice& choice);

/// Held-out codes on a plane, with the labelled ones.
struct LabelMapScene {
    PartsScene parts;
    CodeMap map;
    MapColours colours = MapColours::Classes;
};
/// Its stops are the draws. There is a reader of the code.
Exportable exportLabelMap(LabelMapScene scene, int draw, const ExportChoice& choice, Workers& workers);

} // namespace hg
