#pragma once

#include "ui/theme/paint_style.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace hg {

/// How often which error occurs, and where one stands among them: what lies below it is filled with the
/// colour of codes.
class ErrorHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ErrorHistogram(QWidget* parent = nullptr);

    void setStyle(const PaintStyle& style);
    /// The errors, rising; and the one that is marked.
    void setContent(const std::vector<float>* sorted, std::optional<double> mark);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {80, 30}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    PaintStyle m_style;
    std::vector<int> m_bins;
    double m_end = 1; ///< of the last bin
    std::optional<double> m_mark;
};

} // namespace hg
