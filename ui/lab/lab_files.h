#pragma once

#include "ui/lab/command_id.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace hg {

class LabModel;

/// The part of opening, saving, dropping and copying that a model cannot do without a window: dialogs, drops
/// onto the stage, and the short word that something was done.
class LabFiles : public QObject {
    Q_OBJECT

public:
    /// A child of the stage.
    LabFiles(LabModel& model, QWidget& stage);

    /// Open, OpenFolder, Save, Copy, Paste, CopyLink, CopyCommand.
    void run(CommandId command);
    void chooseFile();
    void chooseFolder();
    void chooseWanted(const QString& name, bool isFolder);
    void chooseTarget();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void choose(const QString& title, bool isFolder, const QString& name,
                void (LabModel::*take)(const QString&));
    static bool isWelcome(const QMimeData& content);

    LabModel& m_model;
    QWidget& m_stage;
};

} // namespace hg
