#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/controls.h"

namespace hg {

class TabModel;

/// The page of a tab, which stands where the sliding filter's picture does.
class TabPage : public Panel {
    Q_OBJECT

public:
    using Panel::Panel;

    virtual void setStyle(const PaintStyle& style) = 0;
    /// The picture alone, for an audience: what can be set are chips.
    virtual void setPresented(bool isPresented) = 0;
    /// The picture alone, not to be touched.
    virtual void setBare(bool isBare) = 0;
    /// Whether arrow keys are its own as soon as it comes to the front.
    virtual bool takesKeys() const { return false; }
};

/// The controls of a tab, which the lab's column has while the tab is in front.
class TabForm : public Form {
    Q_OBJECT

public:
    explicit TabForm(TabModel& model, QWidget* parent = nullptr);
    virtual void setStyle(const PaintStyle& style) = 0;
};

} // namespace hg
