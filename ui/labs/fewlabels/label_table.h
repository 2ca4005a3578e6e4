#pragma once

#include "core/lab/few_labels_state.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <array>

class QLabel;

namespace hg {

class FewLabelsModel;
class Switch;

/// What is compared, each with a switch and how well it reads at the number of labels of the moment: mean and
/// standard deviation over the draws.
class LabelTable : public Panel {
    Q_OBJECT

public:
    explicit LabelTable(FewLabelsModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);

private:
    void refresh();
    void choose(LabelRow row, bool isChosen);
    QString figuresOf(LabelRow row) const;
    QString hintOf(LabelRow row) const;

    FewLabelsModel& m_model;
    PaintStyle m_style;
    QLabel* m_title;
    std::array<Switch*, labelRowCount> m_rows;
    std::array<QLabel*, labelRowCount> m_names, m_figures;
};

} // namespace hg
