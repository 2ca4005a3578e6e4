#pragma once

#include "ui/theme/theme.h"

#include <QPainter>

namespace hg {

/// A label: a disc in the colour of its class, with its digit.
void paintLabelDisc(QPainter& p, const QPointF& centre, double radius, int label, const Theme& theme);
/// The label that is wanted: a dashed ring with a question mark.
void paintQuestionDisc(QPainter& p, const QPointF& centre, double radius, const Theme& theme);

} // namespace hg
