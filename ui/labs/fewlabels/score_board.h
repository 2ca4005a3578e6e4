#pragma once

#include "ui/labs/fewlabels/score_picture.h"

#include <QWidget>

namespace hg {

/// How well each feature reads with the labels that were given, large enough for the last row, and how that
/// grew from label to label.
class ScoreBoard : public QWidget {
    Q_OBJECT

public:
    explicit ScoreBoard(QWidget* parent = nullptr) : QWidget(parent) {}
    void setStyle(const PaintStyle& style);
    void show(Scores scores);
    QSize minimumSizeHint() const override { return {190, 260}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    Scores m_scores;
};

} // namespace hg
