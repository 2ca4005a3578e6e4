#pragma once

#include "core/lab/conv_presets.h"
#include "core/lab/conv_scene.h"
#include "ui/labs/conv/scene_inspector.h"

#include <array>

class QComboBox;
class QPushButton;

namespace hg {

class ConvLab;

/// Two steppers for height and width that move together until they are unlinked.
class PairStepper : public QWidget {
    Q_OBJECT

public:
    explicit PairStepper(QWidget* parent = nullptr);
    void setRange(int least, int most);
    void setValue(Axes value);
    void setLinked(bool isLinked);
    void setName(const QString& rows, const QString& columns, const QString& both);
    Stepper* rows() const { return m_h; }

Q_SIGNALS:
    void changed(Axes value);
    void problemFound(const QString& sentence);

private:
    void emitChange(double value, bool isRows);
    void nameParts();
    Stepper *m_h, *m_w;
    bool m_isLinked = true;
    QString m_rowsName, m_columnsName, m_bothName;
};

/// The controls of Convolution 2D: seven at first, the rest under More.
class ConvInspector : public SceneInspector {
    Q_OBJECT

public:
    explicit ConvInspector(ConvLab& lab);
    void setStyle(const PaintStyle& style) override;

private:
    void build();
    void buildMore();
    void connectControls();
    void refresh();
    void refreshPadding();
    void fillExamples();
    void choosePadding(int index);
    void changeSides();
    void setMoreShown(bool isShown);
    void change(const std::function<void(ConvScene&)>& how, int mergeKey = 0);

    ConvLab& m_lab;
    PaintStyle m_style;
    std::vector<const ConvPreset*> m_presets; ///< of this lab, in the order of the list
    QComboBox* m_examples;
    PairStepper *m_inputSize, *m_kernelSize, *m_stride, *m_dilation, *m_outputPadding;
    Segmented *m_direction, *m_padding, *m_convention;
    QWidget* m_sides;
    std::array<Stepper*, 4> m_side{};
    QComboBox* m_fill;
    Stepper* m_bias;
    Switch* m_unlinked;
    QPushButton* m_more;
    QWidget* m_moreForm;
};

} // namespace hg
