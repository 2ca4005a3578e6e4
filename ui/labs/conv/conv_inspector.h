#pragma once

#include "core/lab/conv_scene.h"
#include "ui/labs/conv/scene_inspector.h"

#include <array>

class QLabel;

namespace hg {

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
    explicit ConvInspector(ConvModel& model);
    void setStyle(const PaintStyle& style) override;

private:
    void build();
    void buildMore();
    void connectControls();
    void connectFilters();
    void refresh();
    void refreshPadding();
    void refreshFilter();
    void choosePadding(int index);
    void chooseOperation(int index);
    void changeSides();
    void refreshPairs();
    void setApart(bool isApart);
    void setMoreShown(bool isShown);

    PaintStyle m_style;
    Segmented* m_operation;
    QComboBox* m_weights;
    QPushButton* m_again;
    PairStepper *m_inputSize, *m_kernelSize, *m_stride, *m_dilation, *m_outputPadding;
    Segmented *m_direction, *m_padding;
    QWidget* m_sides;
    std::array<Stepper*, 4> m_side{};
    Switch* m_unlinked;
    QPushButton* m_more;
    QLabel* m_moreNote;
    QWidget* m_moreForm;
};

} // namespace hg
