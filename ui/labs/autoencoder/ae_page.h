#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

class QFrame;
class QVBoxLayout;

namespace hg {

class AeModel;
class HourglassView;

/// A card of a tab, and the column in it.
QFrame* newCard(QVBoxLayout*& column, const char* look = "card");

/// A tab of the autoencoder lab. It does nothing while it is behind another tab or lab, and is brought up to
/// date when it comes to the front.
class AePage : public Panel {
    Q_OBJECT

public:
    explicit AePage(AeModel& model);
    /// Everything that the page shows.
    virtual void refreshAll() = 0;

protected:
    void showEvent(QShowEvent* event) override;
    /// Which halves of the page a moment is for: while it trains, moments come thirty a second, and each
    /// refreshes one half, so that neither takes long.
    struct Halves {
        bool first, second;
    };
    Halves nextHalves();

    AeModel& m_model;
    PaintStyle m_style;

private:
    bool m_isSecondNext = false;
};

/// One with the network in it.
class HourglassPage : public AePage {
    Q_OBJECT

public:
    explicit HourglassPage(AeModel& model);

protected:
    /// The chosen picture in the network of the moment.
    void refreshHourglass();

    HourglassView* m_hourglass;
};

} // namespace hg
