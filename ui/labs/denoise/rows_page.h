#pragma once

#include "ui/labs/denoise/denoise_page.h"
#include "ui/labs/denoise/denoise_painter.h"

#include <memory>

namespace hg {

/// The tab Pictures and curves: what each denoiser makes of the same pictures, what that is worth, and how it
/// goes with the strength. A click in a plot sets the strength, one on a picture takes it to the tab Own.
class RowsPage : public DenoisePage {
    Q_OBJECT

public:
    explicit RowsPage(DenoiseModel& model);
    void setStyle(const PaintStyle& style) override;
    void refresh() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void layOut();
    DenoiseLook look();

    std::unique_ptr<DenoisePainter> m_painter;
    bool m_isDragging = false; ///< the strength, in a plot
};

} // namespace hg
