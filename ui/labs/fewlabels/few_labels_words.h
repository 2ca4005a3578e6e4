#pragma once

#include "core/lab/few_labels_state.h"
#include "ui/theme/paint_style.h"

#include <QStringList>

namespace hg {

// What the lab Few labels calls its things, in the language of the texts, or of the window where there are
// none.

/// "draw 3 of 10", "label 14 of 20".
QString drawText(const Texts& texts, int draw, int draws);
QString labelText(const Texts& texts, int label, int labels);

/// In the order of LabelReading.
QStringList readingNames();
/// "softmax on it", as a note in a picture: what the classifier is.
QString readingText(const Texts& texts, LabelReading reading);

/// "code of 8", "PCA-8", "raw pixels".
QString labelRowName(const Texts& texts, LabelRow row, int bottleneck);
QColor labelRowColour(LabelRow row, const Theme& theme);
Qt::PenStyle labelRowLine(LabelRow row);

/// A share as people quote it: ".788", in Greek "0,788".
QString accuracyText(const Texts& texts, double accuracy);
/// "79 %".
QString percentText(const Texts& texts, double share);

QString fewLabelsExampleName(const char* id);
/// What is to be seen there, in a sentence.
QString fewLabelsExampleText(const char* id);

} // namespace hg
