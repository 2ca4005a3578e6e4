#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <array>

namespace hg {

/// How many digits of each class, the most frequent first: four bars, and how many classes there are more.
class ClassBars : public QWidget {
    Q_OBJECT

public:
    explicit ClassBars(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void setCounts(const std::array<int, 10>& counts);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    std::array<int, 10> m_counts{};
};

} // namespace hg
