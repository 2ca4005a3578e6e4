#pragma once

#include "core/lab/few_labels_state.h"
#include "ui/painters/curve_plot.h"
#include "ui/theme/paint_style.h"

#include <QPainter>
#include <QString>

#include <optional>
#include <vector>

namespace hg {

/// How well each feature reads with the labels that were given, and how that grew from label to label.
struct Scores {
    struct Line {
        LabelRow row = LabelRow::Code;
        std::vector<double> accuracies{}; ///< after each label, from the first on
        QString note{};                   ///< why there are none
    };
    std::vector<Line> lines{};
    int bottleneck = 0, test = 0, shown = 0; ///< shown: labels that count
    std::vector<int> randomCounts{};         ///< of labels drawn at random
    std::vector<double> randomMeans{}, randomSpread{};

    /// The upper left corner is the origin.
    void paint(QPainter& p, const QSizeF& size, const PaintStyle& style) const;
    QString describe(const Texts& texts) const;

private:
    std::optional<double> scoreOf(const Line& line) const;
    double lineHeight(double height, const PaintStyle& style) const;
    void paintLines(QPainter& p, const QSizeF& size, const PaintStyle& style) const;
    CurvePlot plot(const PaintStyle& style) const;
};

} // namespace hg
