#pragma once

#include "ui/theme/paint_style.h"

class QCustomPlot;
class QWidget;

namespace hg {

/// A plot that fills its owner, takes no focus, and writes a real minus sign.
QCustomPlot* addPlot(QWidget* owner);
/// The theme's colours and the typeface on both axes, in the style's language.
void themeAxes(QCustomPlot& plot, const PaintStyle& style, const QColor& ground, const QColor& axisColour);

} // namespace hg
