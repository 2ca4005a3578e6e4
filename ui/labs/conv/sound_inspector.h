#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/controls.h"

#include <functional>

class QComboBox;
class QLabel;

namespace hg {

class SoundModel;
struct SoundScene;

/// The controls of Convolution 1D at the scale of sound: only those that the chosen filter uses are shown.
class SoundInspector : public Form {
    Q_OBJECT

public:
    explicit SoundInspector(SoundModel& model);
    void setStyle(const PaintStyle& style);

Q_SIGNALS:
    /// A sound of the user's own is to be chosen.
    void fileAsked();

private:
    struct Row {
        QLabel* label = nullptr;
        Stepper* stepper = nullptr;
        void setShown(bool isShown) const;
    };
    Row addStepper(double least, double most, double step, int decimals);
    void build();
    void connectControls();
    void fillLists();
    void refresh();
    void refreshExample();
    void chooseExample(int index);
    void chooseSource(int index);
    void chooseFilter(int index);
    void change(const std::function<void(SoundScene&)>& how, const std::string& merges = {});

    SoundModel& m_model;
    PaintStyle m_style;
    QComboBox *m_examples, *m_source, *m_filter;
    Row m_taps, m_cutoff, m_delay, m_gain, m_repeats, m_sigma, m_blip, m_stride;
};

} // namespace hg
