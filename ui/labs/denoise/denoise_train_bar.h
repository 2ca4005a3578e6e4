#pragma once

#include "ui/widgets/panel.h"

class QPushButton;

namespace hg {

class DenoiseModel;

/// The lab's own button beside the transport: trains both twins, pauses or goes on. As wide as its longest
/// text, so that nothing moves when it changes.
class DenoiseTrainBar : public Panel {
    Q_OBJECT

public:
    explicit DenoiseTrainBar(DenoiseModel& model);

private:
    void refresh();

    DenoiseModel& m_model;
    QPushButton* m_train;
};

} // namespace hg
