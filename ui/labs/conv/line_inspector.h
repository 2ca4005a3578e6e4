#pragma once

#include "ui/labs/conv/scene_inspector.h"

#include <array>

namespace hg {

class LineInputs;
class ResponseView;

/// The controls of Convolution 1D at the scale of numbers: seven at first, the rest under More.
class LineInspector : public SceneInspector {
    Q_OBJECT

public:
    LineInspector(ConvModel& model, LineInputs& inputs);
    void setStyle(const PaintStyle& style) override;

private:
    void build();
    void buildSides(Form& form);
    void buildMore();
    void buildOperation(Form& form);
    void connectControls();
    void connectMore();
    void refresh();
    void refreshPadding();
    void refreshFilter();
    void refreshResponse();
    void refreshSource();
    void fillLists();
    void chooseWeights(int row);
    void chooseDirection(bool isTransposed);
    void choosePadding(int index);
    void changeSides();
    void choosePooling(int index);
    void setMoreShown(bool isShown);

    LineInputs& m_inputs;
    PaintStyle m_style;
    QComboBox *m_source, *m_weights;
    Stepper *m_count, *m_size, *m_stride, *m_dilation, *m_outputPadding, *m_rate;
    Segmented *m_direction, *m_padding;
    std::array<Stepper*, 2> m_side{};
    QComboBox* m_operation;
    QPushButton* m_more;
    QWidget* m_moreForm;
    QLabel* m_responseTitle = nullptr;
    ResponseView* m_response;
};

} // namespace hg
