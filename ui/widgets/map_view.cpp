#include "ui/widgets/map_view.h"

#include "ui/theme/icons.h"
#include "ui/widgets/cloud_picture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>

namespace hg {
namespace {

constexpr double hoverReach = 14, crossReach = 16, dragStarts = 4;
constexpr double wheelStep = 1.0015; // a factor for each eighth of a degree
constexpr double mostZoom = 1e4;     // times the points' own range, either way
constexpr int fewPoints = 90;        // in view, so that each has room for its picture
constexpr int glideMilliseconds = 250;

} // namespace

MapView::MapView(QWidget* parent)
    : QWidget(parent), m_cloud(new CloudPicture(this)), m_fit(new QToolButton(this))
{
    setMouseTracking(true);
    setMinimumSize(220, 160);
    setFocusPolicy(Qt::TabFocus);
    m_fit->setFocusPolicy(Qt::TabFocus);
    m_fit->hide();
    m_glide.setDuration(glideMilliseconds);
    m_glide.setStartValue(0.0);
    m_glide.setEndValue(1.0);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(m_cloud, &CloudPicture::painted, this, qOverload<>(&QWidget::update));
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant& share) { glide(share.toDouble()); });
    connect(m_fit, &QToolButton::clicked, this, [this] {
        setZoom(std::nullopt);
        Q_EMIT zoomed();
    });
}

MapView::~MapView() = default;

void MapView::setStyle(const PaintStyle& style, Role role, bool isInk)
{
    m_style = style;
    m_axes.colour = isInk ? style.theme.ink : style.theme.role(role).text;
    m_frame.box = MapAxes::boxIn(size(), m_style);
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("shows all points again; a double click does the same"));
    placeFit();
    aim(false);
    refreshCloud();
    update();
}

void MapView::setAxisNames(const AxisNames& names)
{
    m_axes.names = names;
    update();
}

void MapView::setLabels(const std::vector<int>& labels)
{
    if (labels == m_labels) return;
    m_labels = labels;
    refreshLooks();
}

void MapView::setPoints(std::shared_ptr<const std::vector<float>> points, bool keepMoving)
{
    const bool comeToRest = std::exchange(m_keepMoving, keepMoving) && !keepMoving;
    if (comeToRest && points == m_points) aim(true);
    if (points == m_points) return;
    const bool areAsMany = points && m_points && points->size() == m_points->size();
    m_points = std::move(points);
    m_wanted = m_points ? robustRange(*m_points) : std::nullopt;
    if (!areAsMany) refreshLooks();
    findMedians();
    aim(keepMoving || comeToRest); // others than before are simply there
    refreshCloud();
    update();
}

void MapView::setColoured(bool isColoured)
{
    if (std::exchange(m_isColoured, isColoured) != isColoured) refreshLooks();
}

void MapView::setHiddenClasses(const ClassSet& hidden)
{
    if (std::exchange(m_hidden, hidden) != hidden) refreshLooks();
}

void MapView::setClassNames(const QStringList& names)
{
    if (std::exchange(m_classNames, names) != names) update();
}

void MapView::setHighlighted(const std::vector<int>& indices)
{
    if (std::exchange(m_highlighted, indices) != indices) refreshLooks();
}

void MapView::setSelected(const std::vector<int>& indices)
{
    if (std::exchange(m_selected, indices) != indices) refreshLooks();
}

void MapView::setOnly(const std::vector<int>& indices)
{
    if (std::exchange(m_only, indices) != indices) refreshLooks();
}

void MapView::setNamesShown(bool areShown)
{
    m_hasNames = areShown;
    update();
}

void MapView::refreshLooks()
{
    const auto count = static_cast<std::size_t>(pointCount());
    auto looks = std::make_shared<std::vector<std::uint8_t>>(count, point_look::plain);
    if (m_isColoured)
        for (std::size_t i = 0; i < std::min(count, m_labels.size()); ++i)
            (*looks)[i] = static_cast<std::uint8_t>(classPlace(m_labels[i]));
    const auto among = [count](const std::vector<int>& indices) {
        std::vector<bool> is(count, indices.empty());
        for (const int i : indices)
            if (i >= 0 && static_cast<std::size_t>(i) < count) is[static_cast<std::size_t>(i)] = true;
        return is;
    };
    const auto highlighted = among(m_highlighted), only = among(m_only);
    for (std::size_t i = 0; i < count; ++i) {
        const bool isShown = i >= m_labels.size() || !m_hidden.contains(m_labels[i]);
        if (!isShown || !only[i])
            (*looks)[i] = point_look::hidden;
        else if (!highlighted[i])
            (*looks)[i] = point_look::grey;
    }
    for (const int i : m_selected)
        if (i >= 0 && static_cast<std::size_t>(i) < count)
            (*looks)[static_cast<std::size_t>(i)] |= point_look::outlined;
    m_looks = std::move(looks);
    findMedians();
    refreshCloud();
    update();
}

bool MapView::isShown(int index) const
{
    return index >= 0 && index < pointCount() && m_looks &&
           (*m_looks)[static_cast<std::size_t>(index)] % 16 != point_look::hidden;
}

bool MapView::isFinite(int index) const
{
    const auto at = static_cast<std::size_t>(index) * 2;
    return std::isfinite((*m_points)[at]) && std::isfinite((*m_points)[at + 1]);
}

void MapView::findMedians()
{
    m_medians.clear();
    if (m_isColoured && m_points && m_looks) m_medians = classMedians(*m_points, *m_looks, m_labels);
}

void MapView::setIsotropic(bool isIsotropic)
{
    m_isIsotropic = isIsotropic;
    aim(true);
}

void MapView::setGivenRange(std::optional<MapRange> range)
{
    if (range == m_given) return;
    m_given = range;
    aim(true);
}

void MapView::setZoom(std::optional<MapRange> range)
{
    m_zoom = range;
    m_fit->setVisible(m_zoom.has_value());
    m_target.reset();
    aim(!m_zoom);
}

/// Where the map is to look: where somebody zoomed to, what it was told, or what its points wish, in which it
/// keeps still as long as they are seen well.
void MapView::aim(bool mayGlide)
{
    std::optional<MapRange> wanted = m_zoom ? m_zoom : m_given ? m_given : m_wanted;
    if (!wanted) return;
    if (m_isIsotropic) wanted = isotropic(*wanted, m_frame.box.size());
    const bool isFree = !m_zoom && !m_given;
    if (m_target && isFree && m_keepMoving && staysIn(*m_target, *wanted)) return;
    if (m_target == wanted && m_frame.range == *wanted) return;
    const bool isFirst = !m_target && m_frame.range == MapRange();
    m_target = wanted;
    m_glide.stop();
    if (!mayGlide || isFirst || !isVisible()) return lookAt(*wanted);
    m_glideFrom = m_frame.range;
    m_glide.start();
}

/// A share of the way from where it looked to where it is to look.
void MapView::glide(double share)
{
    if (!m_target) return;
    const auto between = [share](double a, double b) { return share >= 1 ? b : a + share * (b - a); };
    lookAt({between(m_glideFrom.left, m_target->left), between(m_glideFrom.right, m_target->right),
            between(m_glideFrom.bottom, m_target->bottom), between(m_glideFrom.top, m_target->top)});
}

void MapView::lookAt(const MapRange& range)
{
    m_frame.range = range;
    refreshCloud();
    update();
    Q_EMIT rangeChanged();
}

void MapView::zoomTo(const MapRange& range)
{
    const MapRange own = m_given ? *m_given : m_wanted.value_or(m_frame.range);
    const double share = range.width() / own.width();
    if (!(share > 1 / mostZoom && share < mostZoom)) return;
    setZoom(range);
    Q_EMIT zoomed();
}

void MapView::refreshCloud()
{
    if (!m_points || m_frame.box.isEmpty()) return;
    m_cloud->want(styledCloud(m_points, m_looks, m_style), m_frame, devicePixelRatioF());
}

void MapView::setTool(Tool tool)
{
    m_tool = tool;
    refreshCursor(m_draggedTo);
}

void MapView::setPicking(bool isPicking)
{
    m_isPicking = isPicking;
    refreshCursor(m_draggedTo);
}

void MapView::setLayers(MapLayer behind, MapLayer before)
{
    m_behind = std::move(behind);
    m_before = std::move(before);
    update();
}

/// What can be taken asks to be taken.
void MapView::refreshCursor(const QPointF& pixel)
{
    const Qt::CursorShape shape = m_isPicking || handleAt(pixel) >= 0 ? Qt::PointingHandCursor
                                  : m_tool == Tool::Lasso             ? Qt::CrossCursor
                                                                      : Qt::ArrowCursor;
    if (cursor().shape() != shape) setCursor(shape);
}

void MapView::setMarked(int index, const QImage& picture)
{
    if (m_marked < 0 && index < 0) return;
    m_marked = index;
    m_markedPicture = picture;
    update();
}

void MapView::setCross(std::optional<QPointF> place, const QImage& picture, const QStringList& captions)
{
    m_cross = place;
    m_crossPicture = picture;
    m_crossCaptions = captions;
    update();
}

void MapView::setLasso(const QPolygonF& lasso)
{
    m_lasso = lasso;
    update();
}

void MapView::setArrows(const std::vector<MapArrow>& arrows)
{
    if (arrows == m_arrows) return;
    m_arrows = arrows;
    update();
}

QPointF MapView::arrowTip(int index) const
{
    return tipOf(m_arrows[static_cast<std::size_t>(index)], m_frame, m_style);
}

bool MapView::isAtRest() const
{
    return m_glide.state() != QAbstractAnimation::Running && m_cloud->isReady();
}

int MapView::pointsInView() const
{
    const MapRange seen = m_target.value_or(m_frame.range);
    int count = 0;
    for (int i = 0; i < pointCount(); ++i) {
        const auto at = static_cast<std::size_t>(i) * 2;
        count += isShown(i) && seen.contains(static_cast<double>((*m_points)[at]),
                                             static_cast<double>((*m_points)[at + 1]))
                     ? 1
                     : 0;
    }
    return count;
}

QPointF MapView::pointPlace(int index) const
{
    const auto at = static_cast<std::size_t>(index) * 2;
    return placeOf(static_cast<double>((*m_points)[at]), static_cast<double>((*m_points)[at + 1]));
}

int MapView::pointAt(const QPointF& pixel) const
{
    return nearestPoint(pixel, m_style.px(hoverReach));
}

int MapView::pointNearest(const QPointF& place) const
{
    return nearestPoint(placeOf(place.x(), place.y()), std::numeric_limits<double>::max());
}

int MapView::nearestPoint(const QPointF& pixel, double reach) const
{
    int best = -1;
    double bestDistance = std::min(reach * reach, std::numeric_limits<double>::max());
    for (int i = 0; i < pointCount(); ++i) {
        const QPointF apart = pointPlace(i) - pixel;
        const double distance = QPointF::dotProduct(apart, apart);
        if (distance < bestDistance && isShown(i)) {
            bestDistance = distance;
            best = i;
        }
    }
    return best;
}

std::vector<int> MapView::pointsIn(const QPolygonF& lasso) const
{
    std::vector<int> inside;
    const QRectF around = lasso.boundingRect();
    for (int i = 0; i < pointCount(); ++i) {
        const auto at = static_cast<std::size_t>(i) * 2;
        const QPointF place(static_cast<double>((*m_points)[at]), static_cast<double>((*m_points)[at + 1]));
        const bool isGrey = (*m_looks)[static_cast<std::size_t>(i)] % 16 == point_look::grey;
        if (isShown(i) && !isGrey && around.contains(place) && lasso.containsPoint(place, Qt::OddEvenFill))
            inside.push_back(i);
    }
    return inside;
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_frame.box = MapAxes::boxIn(size(), m_style);
    placeFit();
    m_target.reset();
    aim(false);
    refreshCloud();
    Q_EMIT boxChanged();
}

void MapView::placeFit()
{
    m_fit->adjustSize();
    m_fit->move(static_cast<int>(m_frame.box.right()) - m_fit->width() - 4,
                static_cast<int>(m_frame.box.top()) + 4);
}

void MapView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_fit->setText(tr("Fit"));
        m_fit->setToolTip(tr("shows all points again; a double click does the same"));
        placeFit();
    }
}

/// Of an arrow, of which the tips are what is drawn on top, or of a handle that its owner draws.
int MapView::handleAt(const QPointF& pixel) const
{
    if (!m_arrows.empty()) return arrowAt(m_arrows, pixel, m_frame, m_style);
    for (std::size_t i = m_handles.size(); i-- > 0;) // the last lies on top
        if ((placeOf(m_handles[i].x(), m_handles[i].y()) - pixel).manhattanLength() < m_style.px(crossReach))
            return static_cast<int>(i);
    return -1;
}

MapView::Drag MapView::dragFrom(const QPointF& pixel) const
{
    if (m_tool == Tool::Lasso) return Drag::Lasso;
    if (m_decoding == Decoding::Anywhere) return Drag::Cross;
    const QPointF apart = m_cross ? placeOf(m_cross->x(), m_cross->y()) - pixel : QPointF(1e9, 0);
    return m_decoding != Decoding::Never && apart.manhattanLength() < m_style.px(crossReach) ? Drag::Cross
                                                                                             : Drag::Plane;
}

void MapView::mousePressEvent(QMouseEvent* event)
{
    m_pressedAt = m_draggedTo = event->position();
    m_handle = event->button() == Qt::LeftButton && !m_isPicking ? handleAt(m_pressedAt) : -1;
    const bool isAnswered = m_decoding == Decoding::Anywhere && m_handle < 0 && !m_isPicking;
    if (event->button() == Qt::LeftButton)
        m_drag = m_handle >= 0 ? Drag::Handle : Drag::Undecided;
    else if (event->button() == Qt::MiddleButton || event->button() == Qt::RightButton)
        m_drag = Drag::Plane;
    if (m_drag == Drag::Undecided && isAnswered && m_frame.box.contains(m_pressedAt))
        Q_EMIT dragged(m_frame.toPlane(m_pressedAt));
}

void MapView::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at = event->position();
    if (m_drag == Drag::Undecided && !m_isPicking && (at - m_pressedAt).manhattanLength() > dragStarts) {
        m_drag = dragFrom(m_pressedAt);
        if (m_drag == Drag::Lasso) m_lasso = {m_frame.toPlane(m_pressedAt)};
    }
    if (m_drag == Drag::None) {
        refreshCursor(at);
        Q_EMIT hovered(handleAt(at) < 0 ? pointAt(at) : -1);
    } else if (m_drag != Drag::Undecided) {
        dragTo(at);
    }
}

void MapView::dragTo(const QPointF& pixel)
{
    const QPointF moved = pixel - std::exchange(m_draggedTo, pixel);
    if (m_drag == Drag::Handle) {
        Q_EMIT handleDragged(m_handle, m_frame.toPlane(pixel));
    } else if (m_drag == Drag::Cross) {
        Q_EMIT dragged(m_frame.toPlane(pixel));
    } else if (m_drag == Drag::Lasso) {
        m_lasso << m_frame.toPlane(pixel);
        update();
    } else {
        Q_EMIT hovered(-1);
        zoomTo(m_frame.moved(moved));
    }
}

void MapView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, Drag::None);
    if (drag == Drag::Undecided && event->button() == Qt::LeftButton) clickedAt(event->position());
    if (drag == Drag::Handle) Q_EMIT handleReleased();
    if (drag == Drag::Lasso) Q_EMIT lassoed(m_lasso, event->modifiers());
}

/// A click chooses the point under it; a click beside all points asks what is there.
void MapView::clickedAt(const QPointF& pixel)
{
    if (m_isPicking) {
        const int nearest = pointNearest(m_frame.toPlane(pixel));
        if (nearest >= 0) Q_EMIT picked(nearest);
        return;
    }
    if (m_decoding == Decoding::Anywhere) return; // answered when it was pressed
    if (const int index = pointAt(pixel); index >= 0)
        Q_EMIT picked(index);
    else if (m_decoding != Decoding::Never && m_frame.box.contains(pixel))
        Q_EMIT dragged(m_frame.toPlane(pixel));
}

void MapView::mouseDoubleClickEvent(QMouseEvent*)
{
    if (!m_zoom) return;
    setZoom(std::nullopt);
    Q_EMIT zoomed();
}

void MapView::wheelEvent(QWheelEvent* event)
{
    if (!m_frame.box.contains(event->position())) return;
    zoomTo(m_frame.zoomed(event->position(), std::pow(wheelStep, event->angleDelta().y())));
    event->accept();
}

/// By one pixel, with Shift by ten; the first arrow puts it into the middle.
bool MapView::moveCross(const QKeyEvent& event)
{
    QPointF step;
    if (event.key() == Qt::Key_Left) step = {-1, 0};
    if (event.key() == Qt::Key_Right) step = {1, 0};
    if (event.key() == Qt::Key_Up) step = {0, -1};
    if (event.key() == Qt::Key_Down) step = {0, 1};
    if (m_decoding != Decoding::Anywhere || step.isNull()) return false;
    constexpr double far = 10;
    if (event.modifiers() & Qt::ShiftModifier) step *= far;
    const QPointF from = m_cross ? placeOf(m_cross->x(), m_cross->y()) + step : m_frame.box.center();
    Q_EMIT dragged(m_frame.toPlane(from));
    return true;
}

/// With the keyboard's focus: + and − zoom, arrows move the plane or the cross, 0 goes back.
void MapView::keyPressEvent(QKeyEvent* event)
{
    if (moveCross(*event)) return;
    constexpr double step = 40, factor = 1.25;
    const QPointF centre = m_frame.box.center();
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomTo(m_frame.zoomed(centre, factor));
    case Qt::Key_Minus:
        return zoomTo(m_frame.zoomed(centre, 1 / factor));
    case Qt::Key_Left:
        return zoomTo(m_frame.moved({step, 0}));
    case Qt::Key_Right:
        return zoomTo(m_frame.moved({-step, 0}));
    case Qt::Key_Up:
        return zoomTo(m_frame.moved({0, step}));
    case Qt::Key_Down:
        return zoomTo(m_frame.moved({0, -step}));
    case Qt::Key_0:
        setZoom(std::nullopt);
        Q_EMIT zoomed();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapView::leaveEvent(QEvent*)
{
    Q_EMIT hovered(-1);
}

void MapView::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    m_axes.paintGround(p, m_frame, m_style);
    p.save();
    p.setClipRect(m_frame.box);
    if (m_behind) m_behind(p, m_frame);
    paintPoints(p);
    paintThumbnails(p);
    p.restore();
    if (m_hasNames) paintClassMarks(p, m_medians, m_classNames, m_frame, m_style);
    if (m_before) {
        p.save();
        m_before(p, m_frame);
        p.restore();
    }
    m_axes.paintNames(p, m_frame, m_style);
    paintLasso(p);
    paintMarked(p);
    paintCross(p);
    paintArrows(p, m_arrows, m_frame, m_style);
    if (hasFocus()) {
        p.setPen(QPen(m_style.theme.accent, 2));
        p.setBrush(Qt::NoBrush);
        p.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

/// The newest picture of the points stands in until the one of this frame is ready.
void MapView::paintPoints(QPainter& p)
{
    const QImage& image = m_cloud->image();
    if (image.isNull() || !m_points) return;
    if (m_cloud->frame() == m_frame)
        p.drawImage(m_frame.box.topLeft(), image);
    else
        p.drawImage(m_frame.pixelsOf(m_cloud->frame().range), image, QRectF(image.rect()));
}

/// Where somebody has zoomed in so far that few points are left, each shows what it is, as far as there is
/// room.
void MapView::paintThumbnails(QPainter& p) const
{
    if (!m_zoom || !m_pictureOf) return;
    std::vector<int> seen;
    for (int i = 0; i < pointCount() && seen.size() <= fewPoints; ++i)
        if (isShown(i) && isFinite(i) && m_frame.box.contains(pointPlace(i))) seen.push_back(i);
    if (seen.size() > fewPoints) return;
    const double side = m_style.px(30);
    std::vector<QRectF> taken;
    for (const int i : seen) {
        QRectF room(0, 0, side, side);
        room.moveCenter(pointPlace(i) + QPointF(0, -side / 2 - m_style.px(4)));
        if (std::any_of(taken.begin(), taken.end(), [&](const QRectF& r) { return r.intersects(room); }))
            continue;
        taken.push_back(room);
        p.setPen(QPen(m_style.theme.surface, 1));
        p.setBrush(Qt::NoBrush);
        p.drawImage(room, m_pictureOf(i));
        p.drawRect(room);
    }
}

void MapView::paintPicture(QPainter& p, const QPointF& place, const QImage& picture,
                           const QStringList& captions) const
{
    if (picture.isNull()) return;
    const double side = m_style.px(76), pad = m_style.px(6), line = m_style.px(20), away = m_style.px(18);
    p.setFont(m_style.font(13, QFont::DemiBold));
    double wide = side;
    for (const QString& caption : captions)
        wide = std::max(wide, p.fontMetrics().horizontalAdvance(caption) + 1.0);
    QRectF frame(place + QPointF(away, -side / 2 - pad),
                 QSizeF(wide + 2 * pad, side + 2 * pad + static_cast<double>(captions.size()) * line));
    const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
    if (frame.right() > room.right()) frame.moveRight(place.x() - away);
    frame.moveTop(std::clamp(frame.top(), room.top(), std::max(room.top(), room.bottom() - frame.height())));
    p.setPen(QPen(m_style.theme.ink, m_style.px(1.5)));
    p.setBrush(m_style.theme.surface);
    p.drawRoundedRect(frame, pad, pad);
    p.drawImage(QRectF(frame.center().x() - side / 2, frame.top() + pad, side, side), picture);
    QRectF text(frame.left(), frame.top() + pad + side, frame.width(), line);
    for (const QString& caption : captions) {
        p.drawText(text, Qt::AlignCenter, caption);
        text.translate(0, line);
    }
}

void MapView::paintMarked(QPainter& p) const
{
    if (!isShown(m_marked) || !isFinite(m_marked)) return;
    const QPointF place = pointPlace(m_marked);
    if (!m_frame.box.contains(place)) return;
    p.setPen(QPen(m_style.theme.ink, m_style.px(2)));
    p.setBrush(Qt::NoBrush);
    p.drawEllipse(place, m_style.px(6), m_style.px(6));
    paintPicture(p, place, m_markedPicture, {});
}

void MapView::paintCross(QPainter& p) const
{
    if (!m_cross) return;
    const QPointF place = placeOf(m_cross->x(), m_cross->y());
    if (!m_frame.box.contains(place)) return;
    const double r = m_style.px(9), arm = m_style.px(15);
    p.setPen(QPen(m_style.theme.surface, m_style.px(5)));
    p.setBrush(Qt::NoBrush);
    for (int pass = 0; pass < 2; ++pass) {
        p.drawEllipse(place, r, r);
        p.drawLine(place - QPointF(arm, 0), place + QPointF(arm, 0));
        p.drawLine(place - QPointF(0, arm), place + QPointF(0, arm));
        p.setPen(QPen(m_style.theme.ink, m_style.px(2)));
    }
    paintPicture(p, place, m_crossPicture, m_crossCaptions);
}

void MapView::paintLasso(QPainter& p) const
{
    if (m_lasso.size() < 2) return;
    QPolygonF seen;
    for (const QPointF& corner : m_lasso)
        seen << placeOf(corner.x(), corner.y());
    QColor wash = m_style.theme.accent;
    wash.setAlphaF(0.08f);
    p.save();
    p.setClipRect(m_frame.box);
    p.setPen(QPen(m_style.theme.accent, m_style.px(2), Qt::DashLine));
    p.setBrush(wash);
    p.drawPolygon(seen);
    p.restore();
}

} // namespace hg
