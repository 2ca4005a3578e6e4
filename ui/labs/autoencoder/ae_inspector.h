#pragma once

#include "ui/lab/lab.h"

#include <array>

class QPushButton;

namespace hg {

class AeModel;

/// Network, recipe, and the chosen digit with its two reconstructions.
class AeInspector : public LabInspector {
    Q_OBJECT

public:
    explicit AeInspector(AeModel& model);
    void setStyle(const PaintStyle& style) override;

private:
    void build();
    void connectControls();
    void refreshSetup();
    void refreshPictures();
    void chooseModel(int index);

    AeModel& m_model;
    PaintStyle m_style;
    Segmented *m_network, *m_pace;
    Stepper *m_rate, *m_batch, *m_epochs, *m_seed, *m_digit;
    QLabel* m_pending;
    std::array<QLabel*, 3> m_pictures{}, m_errors{};
};

} // namespace hg
