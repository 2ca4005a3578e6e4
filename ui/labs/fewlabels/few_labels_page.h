#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

namespace hg {

class FewLabelsModel;

/// A tab of the lab Few labels. It does nothing while it is behind another tab or lab, and is brought up to
/// date when it comes to the front.
class FewLabelsPage : public Panel {
    Q_OBJECT

public:
    explicit FewLabelsPage(FewLabelsModel& model);
    virtual void setStyle(const PaintStyle& style);
    virtual void refresh() = 0;
    /// Whether everything is painted as it is to stay.
    virtual bool isAtRest() const { return true; }

protected:
    void showEvent(QShowEvent* event) override;
    /// refresh(), in front.
    void follow();

    FewLabelsModel& m_model;
    PaintStyle m_style;
};

} // namespace hg
