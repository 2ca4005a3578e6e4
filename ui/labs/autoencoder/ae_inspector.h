#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/controls.h"

#include <array>

class QPushButton;

namespace hg {

class AeLab;

/// Train or pause, one update, reset: the lab's own buttons beside the transport.
class AeTrainBar : public Panel {
    Q_OBJECT

public:
    explicit AeTrainBar(AeLab& lab);

    QPushButton* trainButton() const { return m_train; }
    QPushButton* resetButton() const { return m_reset; }

private:
    void refresh();
    AeLab& m_lab;
    QPushButton *m_train, *m_once, *m_reset;
};

/// Network, recipe, and the chosen digit with its two reconstructions.
class AeInspector : public Form {
    Q_OBJECT

public:
    explicit AeInspector(AeLab& lab);
    void setStyle(const PaintStyle& style);

    Segmented* models() const { return m_model; }
    Stepper* rate() const { return m_rate; }

private:
    void build();
    void connectControls();
    void refreshSetup();
    void refreshPictures();
    void chooseModel(int index);

    AeLab& m_lab;
    PaintStyle m_style;
    Segmented *m_model, *m_pace;
    Stepper *m_rate, *m_batch, *m_epochs, *m_seed, *m_digit;
    QLabel* m_pending;
    std::array<QLabel*, 3> m_pictures{}, m_errors{};
};

} // namespace hg
