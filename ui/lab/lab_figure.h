#pragma once

#include "ui/lab/lab.h"

namespace hg {

class Transport;

/// A lab as a figure in a page: its model, one view of it and, where wanted, a transport of its own. Owns all
/// three and ends them in the right order.
class LabFigure : public Panel {
    Q_OBJECT

public:
    enum class Controls { None, Transport };

    LabFigure(AppContext& context, const LabRow& row, Controls controls, QWidget* parent = nullptr);
    ~LabFigure() override;

    LabModel& model() const { return m_lab->model(); }
    LabStage& stage() const { return *m_stage; }
    void setStyle(const PaintStyle& style);

private:
    std::unique_ptr<Lab> m_lab;
    LabStage* m_stage;
    Transport* m_transport = nullptr;
};

} // namespace hg
