#pragma once

#include "ui/widgets/panel.h"

#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hg {

class LabModel;

/// Over the head of a stage while its lab works beside the window for longer than a moment: what it does, the
/// share that is done, and a button that ends it.
class BusyStrip : public Panel {
    Q_OBJECT

public:
    /// A child of the stage.
    BusyStrip(LabModel& model, QWidget& stage);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void build();
    void look();
    void settle();

    LabModel& m_model;
    QTimer m_looks;
    QLabel* m_name;
    QProgressBar* m_share;
    QPushButton* m_cancel;
};

} // namespace hg
