#include "ui/shell/commands.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

namespace hg {

std::span<const CommandRow> commandRows()
{
    using enum CommandId;
    static const std::vector<CommandRow> table{
        {Undo, QT_TRANSLATE_NOOP("Commands", "Undo"), Glyph::Undo, {Qt::CTRL | Qt::Key_Z}},
        // both habits, on every system
        {Redo,
         QT_TRANSLATE_NOOP("Commands", "Redo"),
         Glyph::Redo,
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}},
        {Open, QT_TRANSLATE_NOOP("Commands", "Open…"), {}, {Qt::CTRL | Qt::Key_O}, true},
        {OpenFolder,
         QT_TRANSLATE_NOOP("Commands", "Open a folder…"),
         {},
         {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
         true},
        {Save, QT_TRANSLATE_NOOP("Commands", "Save state…"), {}, {Qt::CTRL | Qt::Key_S}, true},
        {SaveNumbers, QT_TRANSLATE_NOOP("Commands", "Save numbers…"), {}, {}, true},
        {Copy, QT_TRANSLATE_NOOP("Commands", "Copy numbers"), {}, {Qt::CTRL | Qt::Key_C}, true},
        {Paste, QT_TRANSLATE_NOOP("Commands", "Paste"), {}, {Qt::CTRL | Qt::Key_V}, true},
        {CopyLink, QT_TRANSLATE_NOOP("Commands", "Copy link"), {}, {}, true},
        {CopyCommand, QT_TRANSLATE_NOOP("Commands", "Copy as command"), {}, {}, true},
        {Export, QT_TRANSLATE_NOOP("Commands", "Export…"), {}, {Qt::CTRL | Qt::Key_E}},
        {Present, QT_TRANSLATE_NOOP("Commands", "Present"), {}, {Qt::Key_F5}},
        {Replay, QT_TRANSLATE_NOOP("Commands", "Replay the first updates"), {}, {Qt::Key_R}},
        {Language, QT_TRANSLATE_NOOP("Commands", "Greek or English"), {}, {Qt::CTRL | Qt::Key_L}},
        {Theme, QT_TRANSLATE_NOOP("Commands", "Light or dark colours"), {}, {Qt::CTRL | Qt::Key_D}},
        {Quit, QT_TRANSLATE_NOOP("Commands", "Quit"), {}, {Qt::CTRL | Qt::Key_Q}},
    };
    return table;
}

Commands::Commands(QWidget& window) : QObject(&window)
{
    for (const CommandRow& row : commandRows()) {
        auto* action = new QAction(this);
        action->setShortcuts({row.keys.begin(), row.keys.end()});
        action->setAutoRepeat(row.id == CommandId::Undo || row.id == CommandId::Redo);
        connect(action, &QAction::triggered, this, [this, id = row.id] { Q_EMIT triggered(id); });
        window.addAction(action);
        m_actions.emplace(row.id, action);
    }
    retranslate();
}

QList<QAction*> Commands::fileActions() const
{
    QList<QAction*> actions;
    for (const CommandRow& row : commandRows())
        if (row.isInFileMenu) actions << action(row.id);
    return actions;
}

void Commands::retranslate()
{
    for (const CommandRow& row : commandRows()) {
        action(row.id)->setText(QCoreApplication::translate("Commands", row.name));
        action(row.id)->setToolTip(hint(row.id));
    }
}

QString Commands::hint(CommandId id) const
{
    const QKeySequence keys = action(id)->shortcut();
    return QStringLiteral("%1 (%2)").arg(action(id)->text(), keys.toString(QKeySequence::PortableText));
}

} // namespace hg
