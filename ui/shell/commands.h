#pragma once

#include "ui/lab/command_id.h"
#include "ui/theme/icons.h"

#include <QKeySequence>
#include <QObject>

#include <map>
#include <optional>
#include <span>
#include <vector>

class QAction;
class QWidget;

namespace hg {

/// A row of the table of commands. Names are translated in the context "Commands".
struct CommandRow {
    CommandId id;
    const char* name;
    std::optional<Glyph> glyph;
    std::vector<QKeySequence> keys; ///< the first one is told; none: by menu only
    bool isInFileMenu = false;
};

/// All commands; those of the file menu in its order.
std::span<const CommandRow> commandRows();

/// The table as actions of a window: each key sequence belongs to one action for as long as the window
/// lives, whatever labs come and go; what is not offered at the moment is disabled.
class Commands : public QObject {
    Q_OBJECT

public:
    explicit Commands(QWidget& window);

    QAction* action(CommandId id) const { return m_actions.at(id); }
    QList<QAction*> fileActions() const;
    /// Names in the language of the moment.
    void retranslate();
    /// "Undo (Ctrl+Z)"
    QString hint(CommandId id) const;

Q_SIGNALS:
    void triggered(hg::CommandId id);

private:
    std::map<CommandId, QAction*> m_actions;
};

} // namespace hg
