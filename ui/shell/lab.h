#pragma once

#include "ui/shell/app_context.h"
#include "ui/shell/commands.h"
#include "ui/theme/export_style.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/chip.h"

#include <QObject>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QUndoStack;
class QWidget;

namespace hg {

class Timeline;

/// A lab as the shell sees it: its views and what the bars around them need. The shell knows labs only
/// through this.
class Lab : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QWidget* stage() = 0;
    virtual QWidget* inspector() = 0;
    /// The lab's own buttons at the left of the transport, or null.
    virtual QWidget* transportExtras() { return nullptr; }
    /// What the transport moves through at the moment; another one is told by timelineChanged().
    virtual Timeline* timeline() = 0;
    virtual QUndoStack* undoStack() = 0;
    /// One line that says what is seen at the moment.
    virtual QString summary() const = 0;
    virtual void setStyle(const PaintStyle& style) = 0;
    /// Whether exportable() gives something.
    virtual bool canExport() const { return false; }
    /// What is on the stage, drawn for a file; nothing where there is nothing to draw.
    virtual std::optional<Exportable> exportable(const ExportChoice&) const { return std::nullopt; }
    /// Which of the shell's commands mean something here at the moment; another answer is told by
    /// summaryChanged(). Undo, Redo, Export and Present are asked of the functions above.
    virtual bool offers(CommandId) const { return false; }
    virtual void run(CommandId) {}
    /// What is changed in front of an audience, in the language of the moment: anew after summaryChanged().
    virtual std::vector<ChipContent> chips() { return {}; }
    /// Whether the stage stands alone before an audience: it drops what serves work only.
    virtual void setPresented(bool) {}
    /// Brings the lab into a telling state, for pictures of the program.
    virtual void prepareShot() {}

Q_SIGNALS:
    void summaryChanged();
    void timelineChanged();
};

/// A row of the table of labs. Names are translated in the context "Labs".
struct LabRow {
    const char* id;
    const char* name;
    const char* description;
    Glyph glyph;
    std::unique_ptr<Lab> (*make)(AppContext& context);
};

/// All labs, in the order of the rail (defined in ui/labs).
std::span<const LabRow> labRows();

} // namespace hg
