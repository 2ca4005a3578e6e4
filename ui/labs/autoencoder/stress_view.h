#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <vector>

namespace hg {

/// The stress of an MDS map after each round, from its start on.
class StressView : public QWidget {
    Q_OBJECT

public:
    explicit StressView(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    void setStresses(std::vector<double> stresses, bool isDone);
    QSize sizeHint() const override { return {260, 130}; }
    QSize minimumSizeHint() const override { return {200, 60}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    std::vector<double> m_stresses;
    bool m_isDone = false;
};

} // namespace hg
