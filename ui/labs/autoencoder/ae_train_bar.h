#pragma once

#include "ui/widgets/panel.h"

class QPushButton;

namespace hg {

class AeModel;

/// The lab's own buttons beside the transport: train, pause or go on; begin again or go on longer; a single
/// update. Each is as wide as its longest text, so that nothing moves when they change.
class AeTrainBar : public Panel {
    Q_OBJECT

public:
    explicit AeTrainBar(AeModel& model);
    /// Before an audience the big button is enough.
    void setPresented(bool isPresented);

private:
    void refresh();
    void fitWidths();
    void runSecond();

    AeModel& m_model;
    QPushButton *m_train, *m_second, *m_once;
};

} // namespace hg
