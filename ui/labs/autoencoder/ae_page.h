#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

namespace hg {

class AeModel;
class HourglassView;

/// A tab of the autoencoder lab with the network in it. It does nothing while it is behind another tab or
/// lab, and is brought up to date when it comes to the front.
class AePage : public Panel {
    Q_OBJECT

public:
    explicit AePage(AeModel& model);

protected:
    /// Everything that the page shows.
    virtual void refreshAll() = 0;
    bool isBehind() const;
    /// The chosen picture in the network of the moment.
    void refreshHourglass();
    void showEvent(QShowEvent* event) override;
    /// Which halves of the page a moment is for: while it trains, moments come thirty a second, and each
    /// refreshes one half, so that neither takes long.
    struct Halves {
        bool first, second;
    };
    Halves nextHalves();

    AeModel& m_model;
    PaintStyle m_style;
    HourglassView* m_hourglass;

private:
    bool m_isSecondNext = false;
};

} // namespace hg
