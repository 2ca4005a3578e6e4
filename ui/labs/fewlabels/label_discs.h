#pragma once

#include "core/eval/few_labels.h"
#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>

#include <span>
#include <vector>

namespace hg {

/// A label: a disc in the colour of its class, with its digit.
void paintLabelDisc(QPainter& p, const QPointF& centre, double radius, int label, const Theme& theme);
/// The label that is wanted: a dashed ring with a question mark.
void paintQuestionDisc(QPainter& p, const QPointF& centre, double radius, const Theme& theme);
/// A label at each place, (n, 2); small ones where there are many.
void paintLabelled(QPainter& p, const MapFrame& frame, std::span<const float> places,
                   std::span<const int> labels, const PaintStyle& style);

/// What the colours of a map's points are.
enum class MapColours { Classes, Readings, Mistakes };
struct MapColouring {
    std::vector<int> labels{};      ///< of each point
    std::vector<int> highlighted{}; ///< points; empty: all
    int wrong = 0;                  ///< points that are read wrong
};
/// Of the first `count` held-out samples. `read`: the class that is read in each, or null.
MapColouring mapColouring(MapColours colours, const SampleClasses& classes, int count,
                          const std::vector<int>* read);
/// What such a map shows, in a sentence.
QString mapText(const Texts& texts, MapColours colours, int count, int wrong, int perClass);

} // namespace hg
