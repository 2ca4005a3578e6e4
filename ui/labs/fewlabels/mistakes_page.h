#pragma once

#include "ui/labs/fewlabels/few_labels_page.h"

class QComboBox;
class QLabel;

namespace hg {

class ConfusionTable;
class WrongPictures;

/// The tab Mistakes: which class is taken for which, and the test pictures that are read wrong.
class MistakesPage : public FewLabelsPage {
    Q_OBJECT

public:
    explicit MistakesPage(FewLabelsModel& model);
    void setStyle(const PaintStyle& style) override;
    void refresh() override;

private:
    QWidget* buildTable();
    QWidget* buildPictures();
    void refreshRows();

    QComboBox* m_rows;
    QLabel *m_score, *m_count;
    ConfusionTable* m_table;
    WrongPictures* m_pictures;
};

} // namespace hg
