#pragma once

#include "core/lab/size_error.h"
#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QWidget>

#include <optional>
#include <vector>

class QPainter;

namespace hg {

/// The error against the size of the code, of PCA and of autoencoders, along a logarithmic axis of sizes. A
/// click chooses a size.
class SizesView : public QWidget {
    Q_OBJECT

public:
    struct Content {
        std::vector<SizeError> pca, autoencoder;
        int size = 0;                   ///< that is set
        std::optional<SizeError> run{}; ///< of the training that stands beside
        bool operator==(const Content&) const = default;
    };

    explicit SizesView(QWidget* parent = nullptr);
    void setStyle(const PaintStyle& style);
    void setContent(const Content& content);
    const Content& content() const { return m_content; }
    /// Where a size of that error stands in the widget.
    QPointF placeOf(const SizeError& point) const;
    QSize sizeHint() const override { return {420, 300}; }
    QSize minimumSizeHint() const override { return {220, 150}; }

Q_SIGNALS:
    void sizePicked(int size);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    MapFrame frame() const;
    int largestSize() const;
    /// Under a place in the widget; none outside the axes.
    std::optional<int> sizeAt(const QPointF& pixel) const;
    void paintAxes(QPainter& p, const MapFrame& frame) const;
    void paintSeries(QPainter& p, const std::vector<SizeError>& points, const QColor& colour,
                     bool hasPoints) const;
    void paintNames(QPainter& p, const MapFrame& frame) const;
    void paintSize(QPainter& p, const MapFrame& frame) const;
    void paintRun(QPainter& p, const MapFrame& frame) const;
    void paintHovered(QPainter& p, const MapFrame& frame) const;
    QString said(int size) const;

    PaintStyle m_style;
    Content m_content;
    std::optional<int> m_hovered;
};

} // namespace hg
