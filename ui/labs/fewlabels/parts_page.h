#pragma once

#include "ui/labs/fewlabels/few_labels_page.h"
#include "ui/labs/fewlabels/parts_painter.h"

#include <memory>

namespace hg {

/// The tab Two parts. A click in the plot sets the number of labels, one on the picture takes the next one.
class PartsPage : public FewLabelsPage {
    Q_OBJECT

public:
    explicit PartsPage(FewLabelsModel& model);
    void setStyle(const PaintStyle& style) override;
    void refresh() override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    void layOut();

    std::unique_ptr<PartsPainter> m_painter;
    PartsLook m_look;
};

} // namespace hg
