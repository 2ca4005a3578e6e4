#pragma once

#include "ui/theme/paint_style.h"
#include "ui/widgets/panel.h"

#include <array>

class QBoxLayout;
class QLabel;
class QStackedWidget;

namespace hg {

class AeModel;
class LossView;
class PlaneGauge;
class Steady;
class StressView;

/// The figures of what is compared: the error beside PCA's, and how it came about; for MDS the stress of all
/// three maps.
class ComparedFigures : public Panel {
    Q_OBJECT

public:
    explicit ComparedFigures(AeModel& model, QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void refresh();
    /// Beside each other instead of below.
    void setWide(bool isWide);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A number with its name below.
    struct Figure {
        QLabel *value, *name;
        Steady* room; ///< of the value
        QWidget* box;
    };
    void styleNumbers();
    QString widestError(int pixels) const;
    void refreshErrors();
    void refreshStresses();
    void say(std::size_t figure, const QString& value, const QString& name);

    AeModel& m_model;
    PaintStyle m_style;
    bool m_isSmall = false;
    bool m_isWide = false; ///< for an audience: larger, and beside each other
    QBoxLayout* m_parts;
    QLabel* m_head;
    std::array<Figure, 3> m_figures{};
    QStackedWidget* m_below;
    PlaneGauge* m_gauge;
    LossView* m_loss;
    StressView* m_stress;
};

} // namespace hg
