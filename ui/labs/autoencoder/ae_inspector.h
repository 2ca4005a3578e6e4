#pragma once

#include "ui/lab/lab.h"

#include <functional>

class QComboBox;

namespace hg {

struct AutoencoderSetup;
class AeModel;
class CompareForm;
class DataCutForm;
class DataForm;
class LayerEditor;
class PictureBox;
class WalkForm;

/// What is trained and how: the example, the network, its pace; behind "More" the rest of the recipe. A
/// change that cannot reach the run that goes on waits, and says how it can be applied.
class AeInspector : public LabInspector {
    Q_OBJECT

public:
    explicit AeInspector(AeModel& model);
    void setStyle(const PaintStyle& style) override;

private:
    using Change = std::function<void(AutoencoderSetup&, double)>;

    void build();
    QWidget* buildTraining();
    void buildMore();
    void buildPending();
    void connectControls();
    void connectMore();
    void onStep(Stepper* stepper, const char* name, Change change);
    void onChoice(QComboBox* box, Change change);
    void onSwitch(Switch* control, Change change);
    void fillLists();
    void fillExamples();
    void refresh();
    void refreshMore();
    void refreshPending();
    void refreshTab();
    void setMoreShown(bool isShown);
    void setLayersShown(bool isShown);
    void bringUp(QWidget& heading, QWidget& content);

    AeModel& m_model;
    PaintStyle m_style;
    PictureBox* m_examples;
    QComboBox* m_network;
    QLabel *m_expectation, *m_layers;
    QComboBox* m_activation;
    Stepper *m_bottleneck, *m_rate, *m_epochs;
    Segmented* m_pace;
    QWidget *m_bending = nullptr, *m_course = nullptr; ///< rows that "More" has on the tab Compared
    QWidget* m_training;
    DataForm* m_data;
    DataCutForm* m_cut;
    CompareForm* m_compare;
    WalkForm* m_walk;
    QPushButton* m_layersMore;
    LayerEditor* m_editor;
    bool m_showsLayers = false;
    QPushButton* m_more;
    QLabel* m_moreNote;
    QWidget* m_moreForm;
    QComboBox *m_code, *m_output, *m_loss, *m_optimizer, *m_schedule, *m_initialisation;
    Stepper *m_batch, *m_momentum, *m_decay, *m_seed, *m_digit;
    Switch *m_ordered, *m_centred, *m_biases;
    QWidget* m_pending;
    QLabel* m_pendingText;
    QPushButton *m_apply, *m_keep, *m_undo;
};

} // namespace hg
