#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

namespace hg {

class DenoiseModel;

/// A tab of the denoising lab. It does nothing while it is behind another tab or lab, and is brought up to
/// date when it comes to the front.
class DenoisePage : public Panel {
    Q_OBJECT

public:
    explicit DenoisePage(DenoiseModel& model);
    virtual void setStyle(const PaintStyle& style);
    virtual void refresh() = 0;

protected:
    void showEvent(QShowEvent* event) override;
    /// refresh(), in front.
    void follow();

    DenoiseModel& m_model;
    PaintStyle m_style;
};

} // namespace hg
