#pragma once

#include "ui/labs/autoencoder/ae_session.h"
#include "ui/shell/lab.h"

#include <QUndoStack>

namespace hg {

class AeInspector;
class AeStage;
class AeTrainBar;

/// The lab Autoencoder: a network learns digits live, its two numbers beside PCA's.
class AeLab : public Lab {
    Q_OBJECT

public:
    explicit AeLab(AppContext& context);
    ~AeLab() override;

    QWidget* stage() override;
    QWidget* inspector() override;
    QWidget* transportExtras() override;
    Timeline* timeline() override { return m_session.timeline(); }
    QUndoStack* undoStack() override { return &m_undo; }
    QString summary() const override;
    void setStyle(const PaintStyle& style) override;
    void prepareShot() override;

    AeSession& session() { return m_session; }
    /// Which held-out digit is in the network.
    int digit() const { return m_digit; }
    void chooseDigit(int index);
    /// Replaces the setup as one undoable step.
    void edit(const AutoencoderSetup& setup, int mergeKey = 0);

Q_SIGNALS:
    void digitChanged();

private:
    AeSession m_session;
    QUndoStack m_undo;
    int m_digit = 11; // a six, as good as any
    AeStage* m_stage;
    AeInspector* m_inspector;
    AeTrainBar* m_bar;
};

std::unique_ptr<Lab> makeAutoencoderLab(AppContext& context);

} // namespace hg
