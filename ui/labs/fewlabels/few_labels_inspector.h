#pragma once

#include "ui/lab/lab.h"

#include <functional>

class QComboBox;
class QFrame;
class QLabel;
class QPushButton;

namespace hg {

struct FewLabelsSetup;
class FewLabelsModel;
class LabelTable;

/// Whose encoder, how many labels, who reads, and what it is compared with; on the tab Label it yourself what
/// belongs to the map; behind "More" the rest.
class FewLabelsInspector : public LabInspector {
    Q_OBJECT

public:
    explicit FewLabelsInspector(FewLabelsModel& model);
    void setStyle(const PaintStyle& style) override;

private:
    using Change = std::function<void(FewLabelsSetup&, double)>;

    void build();
    QWidget* buildDraws();
    QWidget* buildYourself();
    void buildMore();
    void buildHint();
    void connectControls();
    void onStep(Stepper* stepper, const char* name, Change change);
    void fillLists();
    void chooseNetwork(int row);
    void refresh();
    void refreshCounts();
    void refreshNetwork();
    void refreshHint();
    void setMoreShown(bool isShown);

    FewLabelsModel& m_model;
    QComboBox *m_examples, *m_counts, *m_reading, *m_network;
    QLabel* m_expectation;
    Stepper *m_code, *m_draws, *m_sample, *m_epochs, *m_seed;
    Segmented *m_pace, *m_flat;
    Switch* m_suggestions;
    QPushButton *m_clear, *m_more;
    QWidget *m_drawForm, *m_yourselfForm, *m_moreForm;
    LabelTable* m_table;
    QLabel* m_moreNote;
    QFrame* m_hint;
    QLabel *m_hintTitle, *m_hintText;
};

} // namespace hg
