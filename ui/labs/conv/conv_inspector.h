#pragma once

#include "core/lab/conv_scene.h"
#include "ui/labs/conv/scene_inspector.h"

#include <array>

class QComboBox;
class QLabel;
class QPushButton;

namespace hg {

class ConvLab;
class ExampleBox;

/// Two steppers for height and width that move together until they are unlinked.
class PairStepper : public QWidget {
    Q_OBJECT

public:
    explicit PairStepper(QWidget* parent = nullptr);
    void setRange(int least, int most);
    void setValue(Axes value);
    void setLinked(bool isLinked);
    bool isLinked() const { return m_isLinked; }
    void setName(const QString& rows, const QString& columns, const QString& both);
    Stepper* rows() const { return m_h; }

Q_SIGNALS:
    void changed(Axes value);
    void problemFound(const QString& sentence);
    void problemSolved();

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
    std::vector<ChipContent> chips() const override;

private:
    void build();
    void buildMore();
    void connectControls();
    void refresh();
    void refreshPadding();
    void refreshFilter();
    int front() const;
    void connectFilters();
    void choosePadding(int index);
    void chooseOperation(int index);
    void chooseFilter(int index);
    void applyAgain();
    /// The front filter of the scene replaced by what `make` makes of it, channel by channel.
    void changeFilter(const std::function<TensorD(const TensorD&)>& make);
    void changeSides();
    void refreshPairs();
    void setApart(bool isApart);
    void setMoreShown(bool isShown);
    void change(const std::function<void(ConvScene&)>& how, int mergeKey = 0);

    ConvLab& m_lab;
    std::uint64_t m_seed = 0; ///< of the last random filter
    ExampleBox* m_examples;
    Stepper *m_filters, *m_channels, *m_front;
    Segmented* m_operation;
    QComboBox *m_filterPreset, *m_activation, *m_rules;
    QPushButton *m_random, *m_flip, *m_normalise, *m_again;
    Segmented* m_groups;
    Switch* m_depthwise;
    PairStepper *m_inputSize, *m_kernelSize, *m_stride, *m_dilation, *m_outputPadding;
    Segmented *m_direction, *m_padding;
    QWidget* m_sides;
    std::array<Stepper*, 4> m_side{};
    QComboBox* m_fill;
    Stepper* m_bias;
    Switch* m_unlinked;
    QPushButton* m_more;
    QLabel* m_moreNote;
    QWidget* m_moreForm;
};

} // namespace hg
