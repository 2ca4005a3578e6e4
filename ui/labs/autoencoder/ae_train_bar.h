#pragma once

#include "ui/widgets/panel.h"

class QPushButton;

namespace hg {

class AeModel;

/// Train or pause, one update, reset: the lab's own buttons beside the transport.
class AeTrainBar : public Panel {
    Q_OBJECT

public:
    explicit AeTrainBar(AeModel& model);

private:
    void refresh();
    AeModel& m_model;
    QPushButton *m_train, *m_once, *m_reset;
};

} // namespace hg
