#pragma once

#include "ui/widgets/panel.h"

class QPushButton;

namespace hg {

class FewLabelsModel;

/// The lab's own button beside the transport: trains the encoder, pauses or goes on; on the tab Label it
/// yourself it asks for the next label. As wide as its longest text, so that nothing moves when it changes.
class FewLabelsBar : public Panel {
    Q_OBJECT

public:
    explicit FewLabelsBar(FewLabelsModel& model);

private:
    void refresh();
    void refreshTraining();

    FewLabelsModel& m_model;
    QPushButton *m_train, *m_next;
};

} // namespace hg
