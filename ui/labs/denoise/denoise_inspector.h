#pragma once

#include "ui/lab/lab.h"

#include <functional>

class QComboBox;
class QFrame;
class QLabel;
class QPushButton;

namespace hg {

struct DenoiseSetup;
class DenoiseModel;

/// Which noise, and what takes it off: the example, the noise, the networks; behind "More" the rest.
class DenoiseInspector : public LabInspector {
    Q_OBJECT

public:
    explicit DenoiseInspector(DenoiseModel& model);
    void setStyle(const PaintStyle& style) override;

private:
    using Change = std::function<void(DenoiseSetup&, double)>;

    void build();
    void buildMore();
    void buildHint();
    void connectControls();
    void onStep(Stepper* stepper, const char* name, Change change);
    void fillLists();
    void refresh();
    void refreshStrength();
    void refreshHint();
    void chooseNetwork(int row);
    void setMoreShown(bool isShown);

    DenoiseModel& m_model;
    PaintStyle m_style;
    QComboBox *m_examples, *m_kind, *m_network;
    QLabel *m_expectation, *m_strengthName, *m_trainedName;
    Stepper *m_strength, *m_code, *m_trained, *m_first, *m_epochs, *m_seed;
    Switch* m_clip;
    Segmented* m_pace;
    QPushButton* m_more;
    QLabel* m_moreNote;
    QWidget* m_moreForm;
    QFrame* m_hint;
    QLabel *m_hintTitle, *m_hintText;
    QPushButton* m_hintButton;
};

} // namespace hg
