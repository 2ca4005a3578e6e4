#include "ui/lab/lab_files.h"

#include "ui/lab/lab_model.h"
#include "ui/widgets/toast.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>

namespace hg {

LabFiles::LabFiles(LabModel& model, QWidget& stage) : QObject(&stage), m_model(model), m_stage(stage)
{
    stage.setAcceptDrops(true);
    stage.installEventFilter(this);
    connect(&model, &LabModel::fileAsked, this, &LabFiles::chooseFile);
    connect(&model, &LabModel::folderAsked, this, &LabFiles::chooseFolder);
    connect(&model, &LabModel::wantedAsked, this, &LabFiles::chooseWanted);
    connect(&model, &LabModel::confirmed, this,
            [this](const QString& sentence) { Toast::tell(m_stage, sentence); });
}

void LabFiles::run(CommandId command)
{
    switch (command) {
    case CommandId::Open:
        return chooseFile();
    case CommandId::OpenFolder:
        return chooseFolder();
    case CommandId::Save:
        return chooseTarget();
    case CommandId::Copy:
        return m_model.copy();
    case CommandId::Paste:
        return m_model.paste();
    case CommandId::CopyLink:
        return m_model.copyLink();
    case CommandId::CopyCommand:
        return m_model.copyCommand();
    default:
        break;
    }
}

void LabFiles::chooseFile()
{
    choose(tr("Open"), false, {}, &LabModel::openFile);
}

void LabFiles::chooseFolder()
{
    choose(tr("Open a folder"), true, {}, &LabModel::openFile);
}

void LabFiles::chooseWanted(const QString& name, bool isFolder)
{
    choose(tr("Your %1").arg(name), isFolder, name, &LabModel::takeWanted);
}

void LabFiles::choose(const QString& title, bool isFolder, const QString& name,
                      void (LabModel::*take)(const QString&))
{
    auto* chooser = new QFileDialog(&m_stage, title, m_model.context().settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    if (!name.isEmpty()) chooser->selectFile(name);
    connect(chooser, &QFileDialog::fileSelected, &m_model, take);
    chooser->open();
}

void LabFiles::chooseTarget()
{
    auto* chooser = new QFileDialog(&m_stage, tr("Save state"), m_model.context().settings.openFolder());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(QStringLiteral("json"));
    chooser->selectFile(m_model.id() + QStringLiteral(".json"));
    connect(chooser, &QFileDialog::fileSelected, &m_model, &LabModel::saveState);
    chooser->open();
}

bool LabFiles::isWelcome(const QMimeData& content)
{
    return content.hasUrls() || content.hasText() || content.hasImage();
}

bool LabFiles::eventFilter(QObject* object, QEvent* event)
{
    if (object != &m_stage) return QObject::eventFilter(object, event);
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto& drag = *static_cast<QDragMoveEvent*>(event);
        if (isWelcome(*drag.mimeData())) drag.acceptProposedAction();
        return true;
    }
    if (event->type() != QEvent::Drop) return false;
    auto& drop = *static_cast<QDropEvent*>(event);
    if (m_model.takeContent(*drop.mimeData(), tr("What was dropped"))) drop.acceptProposedAction();
    return true;
}

} // namespace hg
