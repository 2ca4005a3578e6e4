#pragma once

#include "ui/lab/lab_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/controls.h"

#include <memory>
#include <span>

namespace hg {

/// The view of a lab's model in the middle: what it shows.
class LabStage : public Panel {
    Q_OBJECT

public:
    using Panel::Panel;
    virtual void setStyle(const PaintStyle& style) = 0;
    /// The lab's own buttons at the left of the transport, or null; the stage's as long as it lives.
    virtual QWidget* transportExtras() { return nullptr; }
    /// Whether it stands alone before an audience: it drops what serves work only.
    virtual void setPresented(bool) {}
    /// Whether everything is painted as it is to stay: nothing glides, and nothing that is made beside the
    /// window is still to come.
    virtual bool isAtRest() const { return true; }
    /// Whether, before an audience, what it works with stands above the lowest twelfth of the screen, which
    /// heads hide.
    virtual bool leavesFootFree() const { return false; }
    /// A figure that is only looked at: nothing to edit, to switch or to read beside it.
    virtual void setBare(bool) {}
};

/// The view at the right: the controls.
class LabInspector : public Form {
    Q_OBJECT

public:
    using Form::Form;
    virtual void setStyle(const PaintStyle& style) = 0;
};

/// A lab put together: its model, and views of it as they are wanted. The types meet here and nowhere else,
/// so that no view has to guess what model it got. Views end before it.
class Lab {
public:
    virtual ~Lab() = default;
    virtual LabModel& model() = 0;
    virtual std::unique_ptr<LabStage> makeStage() = 0;
    virtual std::unique_ptr<LabInspector> makeInspector() = 0;
};

/// The lab of these three.
template <class Model, class Stage, class Inspector>
class LabOf final : public Lab {
public:
    explicit LabOf(AppContext& context) : m_model(context) {}
    LabModel& model() override { return m_model; }
    std::unique_ptr<LabStage> makeStage() override { return std::make_unique<Stage>(m_model); }
    std::unique_ptr<LabInspector> makeInspector() override { return std::make_unique<Inspector>(m_model); }

private:
    Model m_model;
};

template <class Model, class Stage, class Inspector>
std::unique_ptr<Lab> makeLab(AppContext& context)
{
    return std::make_unique<LabOf<Model, Stage, Inspector>>(context);
}

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
/// Null for an unknown id.
const LabRow* findLab(const QString& id);
/// Its name in the window's language, in one line.
QString labName(const LabRow& row);

} // namespace hg
