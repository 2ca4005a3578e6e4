#pragma once

#include "core/lab/few_labels_state.h"
#include "ui/painters/curve_plot.h"
#include "ui/theme/paint_style.h"

#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// How well each feature reads with the labels that were given, large enough for the last row, and how that
/// grew from label to label.
class ScoreBoard : public QWidget {
    Q_OBJECT

public:
    struct Row {
        LabelRow row = LabelRow::Code;
        std::vector<double> accuracies{}; ///< after each label, from the first on
        QString note{};                   ///< why there are none
    };
    struct Content {
        std::vector<Row> rows{};
        int bottleneck = 0, test = 0, shown = 0; ///< shown: labels that count
        std::vector<int> randomCounts{};
        std::vector<double> randomMeans{}, randomSpread{};
    };

    explicit ScoreBoard(QWidget* parent = nullptr) : QWidget(parent) {}
    void setStyle(const PaintStyle& style);
    void show(Content content);
    QSize minimumSizeHint() const override { return {190, 260}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double rowHeight() const;
    void paintScores(QPainter& p) const;
    CurvePlot plot() const;
    QString describe() const;
    std::optional<double> scoreOf(const Row& row) const;

    PaintStyle m_style;
    Content m_content;
};

} // namespace hg
