#include "ui/widgets/plot_view.h"

#include "ui/widgets/plot_axes.h"

#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hg {
namespace {

constexpr double dotRadius = 2.5, dotOpacity = 0.62, hoverReach = 14, discRadius = 11;

} // namespace

/// Dots blended into one image in the data's order, so that no class hides another; the affine map is worked
/// out once.
class MapView::Splat : public QCPLayerable {
public:
    Splat(QCustomPlot* plot, MapView& view) : QCPLayerable(plot), m_view(view) {}

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override {}
    QRect clipRect() const override { return mParentPlot->axisRect()->rect(); }

    void draw(QCPPainter* painter) override
    {
        if (!m_view.m_points) return;
        const double ratio = painter->device()->devicePixelRatioF();
        const QRect rect = clipRect();
        QImage image(rect.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.fill(0);
        image.setDevicePixelRatio(ratio);
        blend(image, rect, ratio);
        painter->drawImage(rect.topLeft(), image);
    }

private:
    void blend(QImage& image, const QRect& rect, double ratio) const
    {
        const auto* plot = mParentPlot;
        const double x0 = plot->xAxis->coordToPixel(0), kx = plot->xAxis->coordToPixel(1) - x0;
        const double y0 = plot->yAxis->coordToPixel(0), ky = plot->yAxis->coordToPixel(1) - y0;
        const auto& points = *m_view.m_points;
        const Stamps stamps(dotRadius * ratio);
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
            const double x = (x0 + kx * static_cast<double>(points[i]) - rect.left()) * ratio,
                         y = (y0 + ky * static_cast<double>(points[i + 1]) - rect.top()) * ratio;
            const double far = 1e6; // also what is not finite
            if (std::abs(x) < far && std::abs(y) < far) stamps.put(image, x, y, colourOf(i / 2));
        }
    }

    QRgb colourOf(std::size_t index) const
    {
        const auto& labels = m_view.m_labels;
        const int label = index < labels.size() ? labels[index] : 0;
        return m_view.m_style.theme.classes[static_cast<std::size_t>(label % 10)].fill.rgb();
    }

    /// How much of each pixel a dot covers, worked out once for a few places of its centre between pixels:
    /// 60,000 dots are then a few milliseconds.
    class Stamps {
    public:
        explicit Stamps(double radius) : m_reach(static_cast<int>(std::ceil(radius + 0.5)) + 1)
        {
            const int side = 2 * m_reach + 1;
            m_cover.reserve(static_cast<std::size_t>(places * places * side * side));
            for (int v = 0; v < places; ++v)
                for (int u = 0; u < places; ++u)
                    for (int y = -m_reach; y <= m_reach; ++y)
                        for (int x = -m_reach; x <= m_reach; ++x) {
                            const double distance =
                                std::hypot(x + 0.5 - (u + 0.5) / places, y + 0.5 - (v + 0.5) / places);
                            const double cover = std::clamp(radius + 0.5 - distance, 0.0, 1.0) * dotOpacity;
                            m_cover.push_back(static_cast<int>(cover * 256));
                        }
        }

        void put(QImage& image, double x, double y, QRgb colour) const
        {
            const int left = static_cast<int>(std::floor(x)), top = static_cast<int>(std::floor(y)),
                      side = 2 * m_reach + 1;
            if (left < -m_reach || top < -m_reach || left >= image.width() + m_reach ||
                top >= image.height() + m_reach)
                return;
            const auto place = static_cast<std::size_t>(static_cast<int>((y - top) * places) * places +
                                                        static_cast<int>((x - left) * places));
            const int* cover = m_cover.data() + place * static_cast<std::size_t>(side * side);
            for (int py = top - m_reach; py <= top + m_reach; ++py, cover += side) {
                if (py < 0 || py >= image.height()) continue;
                auto* line = reinterpret_cast<QRgb*>(image.scanLine(py));
                for (int i = 0; i < side; ++i)
                    if (const int px = left - m_reach + i; cover[i] > 0 && px >= 0 && px < image.width())
                        line[px] = over(colour, line[px], cover[i]);
            }
        }

    private:
        static constexpr int places = 4; // in a pixel's width and height
        static QRgb over(QRgb colour, QRgb below, int a)
        {
            const auto channel = [a](int top, int under) { return (top * a + under * (256 - a)) >> 8; };
            return qRgba(channel(qRed(colour), qRed(below)), channel(qGreen(colour), qGreen(below)),
                         channel(qBlue(colour), qBlue(below)), channel(255, qAlpha(below)));
        }
        int m_reach;
        std::vector<int> m_cover;
    };

    MapView& m_view;
};

/// Class discs, the marked point and the cross, above the dots: repainted without replotting.
class MapView::Overlay : public QWidget {
public:
    explicit Overlay(MapView& view) : QWidget(view.m_plot), m_view(view)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        p.setClipRect(m_view.m_plot->axisRect()->rect().adjusted(-12, -12, 12, 12));
        paintDiscs(p);
        paintMarked(p);
        paintCross(p);
    }

private:
    void paintDiscs(QPainter& p)
    {
        const auto places = m_view.discPlaces();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const int label = m_view.m_medians[i].first;
            const ClassColours& colours = m_view.m_style.theme.classes[static_cast<std::size_t>(label % 10)];
            const QPointF centre = places[i];
            p.setPen(QPen(m_view.m_style.theme.surface, 2));
            p.setBrush(colours.fill);
            p.drawEllipse(centre, discRadius, discRadius);
            p.setPen(colours.ink);
            p.setFont(m_view.m_style.font(13, QFont::Bold));
            p.drawText(QRectF(centre - QPointF(11, 11), QSizeF(22, 22)), Qt::AlignCenter,
                       QString::number(label));
        }
    }

    void paintPicture(QPainter& p, const QPointF& place, const QImage& picture, const QString& caption)
    {
        if (picture.isNull()) return;
        const double side = 76;
        QRectF frame(place + QPointF(18, -side / 2 - 10),
                     QSizeF(side + 12, side + (caption.isEmpty() ? 12 : 32)));
        const QRectF room = QRectF(rect()).adjusted(2, 2, -2, -2);
        if (frame.right() > room.right()) frame.moveRight(place.x() - 18);
        frame.moveTop(
            std::clamp(frame.top(), room.top(), std::max(room.top(), room.bottom() - frame.height())));
        p.setClipping(false);
        p.setPen(QPen(m_view.m_style.theme.ink, 1.5));
        p.setBrush(m_view.m_style.theme.surface);
        p.drawRoundedRect(frame, 6, 6);
        p.drawImage(QRectF(frame.left() + 6, frame.top() + 6, side, side), picture);
        p.setFont(m_view.m_style.font(13, QFont::DemiBold));
        p.drawText(QRectF(frame.left(), frame.top() + side + 8, frame.width(), 22), Qt::AlignCenter, caption);
    }

    void paintMarked(QPainter& p)
    {
        if (m_view.m_marked < 0 || m_view.m_marked >= m_view.pointCount()) return;
        const auto at = static_cast<std::size_t>(m_view.m_marked) * 2;
        const QPointF place = m_view.placeOf(static_cast<double>((*m_view.m_points)[at]),
                                             static_cast<double>((*m_view.m_points)[at + 1]));
        p.setPen(QPen(m_view.m_style.theme.ink, 2));
        p.setBrush(Qt::NoBrush);
        p.drawEllipse(place, 6, 6);
        paintPicture(p, place, m_view.m_markedPicture, {});
    }

    void paintCross(QPainter& p)
    {
        if (!m_view.m_cross) return;
        const QPointF place = m_view.placeOf(m_view.m_cross->x(), m_view.m_cross->y());
        p.setPen(QPen(m_view.m_style.theme.surface, 5));
        p.setBrush(Qt::NoBrush);
        for (int pass = 0; pass < 2; ++pass) {
            p.drawEllipse(place, 9, 9);
            p.drawLine(place - QPointF(15, 0), place + QPointF(15, 0));
            p.drawLine(place - QPointF(0, 15), place + QPointF(0, 15));
            p.setPen(QPen(m_view.m_style.theme.ink, 2));
        }
        const Texts& texts = m_view.m_style.texts;
        paintPicture(p, place, m_view.m_crossPicture,
                     QStringLiteral("%1; %2").arg(texts.number(m_view.m_cross->x(), 1),
                                                  texts.number(m_view.m_cross->y(), 1)));
    }

    MapView& m_view;
};

MapView::MapView(QWidget* parent)
    : QWidget(parent), m_plot(addPlot(this)), m_splat(new Splat(m_plot, *this)), m_overlay(new Overlay(*this))
{
    m_plot->setNotAntialiasedElements(QCP::aeAll);
    m_plot->axisRect()->setMinimumMargins(QMargins(10, 10, 10, 10));
    m_plot->setMouseTracking(true);
    m_plot->installEventFilter(this);
    setMinimumSize(220, 180);
}

MapView::~MapView() = default;

void MapView::setStyle(const PaintStyle& style, Role role, bool isInk)
{
    m_style = style;
    m_role = role;
    m_isInk = isInk;
    applyTheme();
}

void MapView::applyTheme()
{
    themeAxes(*m_plot, m_style, m_style.theme.surface,
              m_isInk ? m_style.theme.ink : m_style.theme.role(m_role).text);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_overlay->update();
}

void MapView::setAxisNames(const QString& x, const QString& y)
{
    m_plot->xAxis->setLabel(x);
    m_plot->yAxis->setLabel(y);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void MapView::setLabels(const std::vector<int>& labels)
{
    m_labels = labels;
}

int MapView::pointCount() const
{
    return m_points ? static_cast<int>(m_points->size() / 2) : 0;
}

void MapView::setPoints(std::shared_ptr<const std::vector<float>> points)
{
    if (points == m_points) return;
    m_points = std::move(points);
    fitRange();
    findMedians();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
    m_overlay->update();
}

void MapView::fitRange()
{
    if (!m_points) return;
    std::array<std::vector<float>, 2> values;
    const std::size_t stride = 2 * sampleStride();
    for (std::size_t i = 0; i + 1 < m_points->size(); i += stride)
        for (std::size_t a = 0; a < 2; ++a)
            if (std::isfinite((*m_points)[i + a])) values[a].push_back((*m_points)[i + a]);
    const std::array<QCPAxis*, 2> axes{m_plot->xAxis, m_plot->yAxis};
    for (std::size_t a = 0; a < 2; ++a) {
        auto& v = values[a];
        if (v.empty()) return;
        // The outermost half percent on each side may lie outside: a few far points would squeeze all the
        // others.
        const auto cut = static_cast<std::ptrdiff_t>(v.size() / 200);
        std::nth_element(v.begin(), v.begin() + cut, v.end());
        const auto low = static_cast<double>(v[static_cast<std::size_t>(cut)]);
        std::nth_element(v.begin(), v.end() - 1 - cut, v.end());
        const auto high = static_cast<double>(*(v.end() - 1 - cut));
        const double margin = std::max(0.08 * (high - low), 1e-3);
        axes[a]->setRange(low - margin, high + margin);
    }
    const QCPRange x = m_plot->xAxis->range(), y = m_plot->yAxis->range();
    m_inView = 0;
    for (std::size_t i = 0; i + 1 < m_points->size(); i += 2)
        m_inView += x.contains(static_cast<double>((*m_points)[i])) &&
                            y.contains(static_cast<double>((*m_points)[i + 1]))
                        ? 1
                        : 0;
}

/// Axes and discs of a large crowd follow from some thousands of it, taken evenly.
std::size_t MapView::sampleStride() const
{
    constexpr std::size_t enough = 8000;
    return std::max<std::size_t>(1, m_points->size() / 2 / enough);
}

void MapView::findMedians()
{
    m_medians.clear();
    if (!m_points) return;
    std::array<std::vector<float>, 10> all[2];
    for (std::size_t i = 0; i * 2 + 1 < m_points->size() && i < m_labels.size(); i += sampleStride()) {
        const float x = (*m_points)[2 * i], y = (*m_points)[2 * i + 1];
        if (!std::isfinite(x) || !std::isfinite(y)) continue;
        const auto label = static_cast<std::size_t>(m_labels[i] % 10);
        all[0][label].push_back(x);
        all[1][label].push_back(y);
    }
    for (int label = 0; label < 10; ++label) {
        auto &xs = all[0][static_cast<std::size_t>(label)], &ys = all[1][static_cast<std::size_t>(label)];
        if (xs.empty()) continue;
        const auto middle = static_cast<std::ptrdiff_t>(xs.size() / 2);
        std::nth_element(xs.begin(), xs.begin() + middle, xs.end());
        std::nth_element(ys.begin(), ys.begin() + middle, ys.end());
        m_medians.emplace_back(label, QPointF(static_cast<double>(xs[static_cast<std::size_t>(middle)]),
                                              static_cast<double>(ys[static_cast<std::size_t>(middle)])));
    }
}

std::vector<QPointF> MapView::discPlaces() const
{
    std::vector<QPointF> places;
    for (const auto& [label, place] : m_medians)
        places.push_back(placeOf(place.x(), place.y()));
    constexpr int rounds = 60;
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < places.size(); ++i)
            for (std::size_t j = i + 1; j < places.size(); ++j) {
                QPointF apart = places[j] - places[i];
                if (apart.manhattanLength() < 1e-6) apart = {1, 0};
                const double distance = std::hypot(apart.x(), apart.y()),
                             missing = 2 * discRadius + 1 - distance;
                if (missing <= 0) continue;
                const QPointF push = apart / distance * (missing / 2);
                places[i] -= push;
                places[j] += push;
            }
    return places;
}

void MapView::setMarked(int index, const QImage& picture)
{
    m_marked = index;
    m_markedPicture = picture;
    m_overlay->update();
}

void MapView::setCross(std::optional<QPointF> place, const QImage& picture)
{
    m_cross = place;
    m_crossPicture = picture;
    m_overlay->update();
}

QPointF MapView::placeOf(double x, double y) const
{
    return {m_plot->xAxis->coordToPixel(x), m_plot->yAxis->coordToPixel(y)};
}

QRectF MapView::axesBox() const
{
    return QRectF(m_plot->axisRect()->rect());
}

int MapView::nearest(const QPointF& pixel) const
{
    int best = -1;
    double bestDistance = hoverReach * hoverReach;
    for (int i = 0; i < pointCount(); ++i) {
        const auto at = static_cast<std::size_t>(i) * 2;
        const QPointF place =
            placeOf(static_cast<double>((*m_points)[at]), static_cast<double>((*m_points)[at + 1]));
        const double distance = (place.x() - pixel.x()) * (place.x() - pixel.x()) +
                                (place.y() - pixel.y()) * (place.y() - pixel.y());
        if (distance < bestDistance) {
            bestDistance = distance;
            best = i;
        }
    }
    return best;
}

void MapView::clickedAt(const QPointF& pixel)
{
    if (const int index = nearest(pixel); index >= 0)
        Q_EMIT picked(index);
    else if (m_isDraggable)
        Q_EMIT dragged({m_plot->xAxis->pixelToCoord(pixel.x()), m_plot->yAxis->pixelToCoord(pixel.y())});
}

bool MapView::eventFilter(QObject* object, QEvent* event)
{
    const auto place = [this](const QPointF& p) {
        return QPointF(m_plot->xAxis->pixelToCoord(p.x()), m_plot->yAxis->pixelToCoord(p.y()));
    };
    switch (event->type()) {
    case QEvent::Resize:
        m_overlay->resize(static_cast<QResizeEvent*>(event)->size());
        break;
    case QEvent::Leave:
        Q_EMIT hovered(-1);
        break;
    case QEvent::MouseButtonPress:
        m_pressedAt = static_cast<QMouseEvent*>(event)->position();
        break;
    case QEvent::MouseMove: {
        const QPointF at = static_cast<QMouseEvent*>(event)->position();
        const bool isPressed = static_cast<QMouseEvent*>(event)->buttons() & Qt::LeftButton;
        m_isDragging |= isPressed && m_isDraggable && (at - m_pressedAt).manhattanLength() > 4;
        if (m_isDragging)
            Q_EMIT dragged(place(at));
        else
            Q_EMIT hovered(nearest(at));
        break;
    }
    case QEvent::MouseButtonRelease:
        // A click chooses the point under it; a click beside all points moves the cross there.
        if (!std::exchange(m_isDragging, false)) clickedAt(static_cast<QMouseEvent*>(event)->position());
        break;
    default:
        break;
    }
    return QWidget::eventFilter(object, event);
}

} // namespace hg
