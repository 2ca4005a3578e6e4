#pragma once

#include "ui/painters/map_arrows.h"
#include "ui/painters/map_picture.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QPolygonF>
#include <QVariantAnimation>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

class QToolButton;

namespace hg {

class CloudPicture;

/// Classes by their labels.
using ClassSet = std::set<int>;

/// A map of labelled points. Hovering names one, a click chooses one or puts the cross there, dragging moves
/// the cross, the plane or a lasso; the wheel zooms. Its range follows the points in few steps until somebody
/// zooms; then it stays.
class MapView : public QWidget {
    Q_OBJECT

public:
    enum class Tool { Point, Lasso };

    explicit MapView(QWidget* parent = nullptr);
    ~MapView() override;

    void setStyle(const PaintStyle& style, Role role, bool isInk);
    void setAxisNames(const AxisNames& names);
    void setLabels(const std::vector<int>& labels);
    /// (n, 2) row-major; points that are not finite are left out. While they keep moving the range follows
    /// them in few steps; otherwise it is the one that they wish for.
    void setPoints(std::shared_ptr<const std::vector<float>> points, bool keepMoving = false);
    /// Colours by class, or one colour for all.
    void setColoured(bool isColoured);
    void setHiddenClasses(const ClassSet& hidden);
    /// What classes are called, by label.
    void setClassNames(const QStringList& names);
    /// Marks that name the classes in their middles; there unless switched off.
    void setNamesShown(bool areShown);
    /// Only these are in colour, the others grey behind them; empty: all.
    void setHighlighted(const std::vector<int>& indices);
    /// An ink outline around these.
    void setSelected(const std::vector<int>& indices);
    /// No others are seen; empty: all.
    void setOnly(const std::vector<int>& indices);

    /// As many units a pixel along both axes.
    void setIsotropic(bool isIsotropic);
    /// The range instead of the points' own; none: theirs.
    void setGivenRange(std::optional<MapRange> range);
    /// What the points wish to be seen in.
    std::optional<MapRange> wantedRange() const { return m_wanted; }
    /// What somebody zoomed to; none: the map looks after itself.
    void setZoom(std::optional<MapRange> range);
    const std::optional<MapRange>& zoom() const { return m_zoom; }

    void setTool(Tool tool);
    /// What asks what is there: nothing; a click beside all points and dragging the cross; or wherever the
    /// left button is pressed or dragged, and the arrow keys, a pixel at a time.
    enum class Decoding { Never, Beside, Anywhere };
    void setDecoding(Decoding decoding) { m_decoding = decoding; }
    /// A click chooses the nearest point, however far, until it is switched off.
    void setPicking(bool isPicking);
    /// Behind the points, inside the axes; and before them.
    void setLayers(MapLayer behind, MapLayer before);
    /// Places of the plane that are dragged by themselves.
    void setHandles(std::vector<QPointF> places) { m_handles = std::move(places); }
    /// Small pictures of the points, shown where few are in view.
    void setPictures(std::function<QImage(int)> pictureOf) { m_pictureOf = std::move(pictureOf); }

    /// Marks one point, −1 none, with a picture beside it.
    void setMarked(int index, const QImage& picture);
    /// The cross, with what is decoded there and what is said of it.
    void setCross(std::optional<QPointF> place, const QImage& picture, const QStringList& captions = {});
    /// The lasso that was drawn, in the plane; empty takes it away.
    void setLasso(const QPolygonF& lasso);

    /// Arrows on top of everything; those with a handle can be dragged by it, whichever tool is chosen.
    void setArrows(const std::vector<MapArrow>& arrows);
    const std::vector<MapArrow>& arrows() const { return m_arrows; }
    /// Where that arrow's tip is seen in the widget.
    QPointF arrowTip(int index) const;

    /// Nothing glides and every point is painted where it is.
    bool isAtRest() const;
    int pointsInView() const;
    int pointCount() const { return m_points ? static_cast<int>(m_points->size() / 2) : 0; }
    bool isShown(int index) const;
    /// Indices of the points in view of which the lasso is around.
    std::vector<int> pointsIn(const QPolygonF& lasso) const;
    const MapFrame& frame() const { return m_frame; }
    /// Where a point of the map lies in the widget.
    QPointF placeOf(double x, double y) const { return m_frame.toPixel(x, y); }
    /// The room between the axes, in the widget.
    QRectF axesBox() const { return m_frame.box; }
    /// The nearest point within reach of a place in the widget, or −1.
    int pointAt(const QPointF& pixel) const;
    /// The nearest point that is shown, however far from a place of the plane, or −1.
    int pointNearest(const QPointF& place) const;

    QSize sizeHint() const override { return {420, 320}; }

Q_SIGNALS:
    void hovered(int index);
    void picked(int index);
    void dragged(QPointF place);
    /// A handle or an arrow's tip is dragged to that place in the plane; then it is let go.
    void handleDragged(int handle, QPointF place);
    void handleReleased();
    /// A lasso has been closed, in the plane, with the keys that were held.
    void lassoed(QPolygonF lasso, Qt::KeyboardModifiers keys);
    /// frame() shows another stretch of the plane.
    void rangeChanged();
    /// axesBox() is another one.
    void boxChanged();
    /// Somebody zoomed, moved or went back; zoom() says to what.
    void zoomed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    enum class Drag { None, Undecided, Cross, Plane, Lasso, Handle };
    void refreshLooks();
    void refreshCloud();
    void findMedians();
    void aim(bool mayGlide);
    void glide(double share);
    void lookAt(const MapRange& range);
    void zoomTo(const MapRange& range);
    Drag dragFrom(const QPointF& pixel) const;
    int handleAt(const QPointF& pixel) const;
    int nearestPoint(const QPointF& pixel, double reach) const;
    bool moveCross(const QKeyEvent& event);
    void dragTo(const QPointF& pixel);
    void clickedAt(const QPointF& pixel);
    QPointF pointPlace(int index) const;
    bool isFinite(int index) const;
    void placeFit();
    void paintPoints(QPainter& p);
    void paintThumbnails(QPainter& p) const;
    void paintMarked(QPainter& p) const;
    void paintCross(QPainter& p) const;
    void paintLasso(QPainter& p) const;
    void paintPicture(QPainter& p, const QPointF& place, const QImage& picture,
                      const QStringList& captions) const;
    void refreshCursor(const QPointF& pixel);

    PaintStyle m_style;
    MapAxes m_axes;
    MapFrame m_frame;
    CloudPicture* m_cloud;
    QToolButton* m_fit;
    QVariantAnimation m_glide; ///< from one range to another
    std::shared_ptr<const std::vector<float>> m_points;
    std::vector<int> m_labels;
    std::shared_ptr<const std::vector<std::uint8_t>> m_looks;
    std::vector<int> m_highlighted, m_selected, m_only;
    ClassSet m_hidden;
    QStringList m_classNames;
    bool m_keepMoving = false;
    bool m_isColoured = true, m_hasNames = true, m_isIsotropic = false, m_isPicking = false;
    Decoding m_decoding = Decoding::Never;
    Tool m_tool = Tool::Point;
    MapLayer m_behind, m_before;
    std::vector<QPointF> m_handles; ///< in the plane
    int m_handle = -1;              ///< or arrow: the one that is being dragged
    std::optional<MapRange> m_wanted, m_given, m_zoom, m_target;
    MapRange m_glideFrom;
    std::vector<std::pair<int, QPointF>> m_medians; ///< in the plane
    std::function<QImage(int)> m_pictureOf;
    int m_marked = -1;
    QImage m_markedPicture, m_crossPicture;
    QStringList m_crossCaptions;
    std::optional<QPointF> m_cross;
    QPolygonF m_lasso;
    std::vector<MapArrow> m_arrows;
    Drag m_drag = Drag::None;
    QPointF m_pressedAt, m_draggedTo;
};

} // namespace hg
