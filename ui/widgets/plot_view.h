#pragma once

#include "ui/theme/paint_style.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QCustomPlot;

namespace hg {

/// A map of labelled points: hover names one, dragging asks for the point under the pointer.
class MapView : public QWidget {
    Q_OBJECT

public:
    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    void setStyle(const PaintStyle& style, Role role, bool isInk);
    void setAxisNames(const QString& x, const QString& y);
    void setLabels(const std::vector<int>& labels);
    /// (n, 2) row-major; points that are not finite are left out.
    void setPoints(std::shared_ptr<const std::vector<float>> points);
    /// Marks one point, −1 none, with a picture beside it.
    void setMarked(int index, const QImage& picture);
    /// The cross that can be dragged, and what is decoded there; nothing hides it.
    void setCross(std::optional<QPointF> place, const QImage& picture);
    void setDraggable(bool isDraggable) { m_isDraggable = isDraggable; }
    int pointsInView() const { return m_inView; }
    int pointCount() const;
    /// Where a point of the map lies in the widget, for tests and helpers.
    QPointF placeOf(double x, double y) const;
    /// The room between the axes, in the widget.
    QRectF axesBox() const;

Q_SIGNALS:
    void hovered(int index);
    void picked(int index);
    void dragged(QPointF place);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    class Splat;
    class Overlay;
    void applyTheme();
    void fitRange();
    std::size_t sampleStride() const;
    void findMedians();
    /// Where the class discs stand: at the medians, those that would touch pushed apart, in pixels.
    std::vector<QPointF> discPlaces() const;
    int nearest(const QPointF& pixel) const;
    void clickedAt(const QPointF& pixel);

    QCustomPlot* m_plot;
    Splat* m_splat;
    Overlay* m_overlay;
    PaintStyle m_style;
    Role m_role = Role::Code;
    bool m_isInk = false;
    bool m_isDraggable = false;
    bool m_isDragging = false;
    QPointF m_pressedAt;
    std::vector<int> m_labels;
    std::shared_ptr<const std::vector<float>> m_points;
    std::vector<std::pair<int, QPointF>> m_medians;
    int m_inView = 0;
    int m_marked = -1;
    QImage m_markedPicture, m_crossPicture;
    std::optional<QPointF> m_cross;
};

} // namespace hg
