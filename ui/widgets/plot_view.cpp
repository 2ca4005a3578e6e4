#include "ui/widgets/plot_view.h"

#include <QMouseEvent>
#include <QVBoxLayout>
#include <qcustomplot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace hg {
namespace {

constexpr double dotRadius = 2.5, dotOpacity = 0.62, hoverReach = 14, discRadius = 11;

void themeAxes(QCustomPlot& plot, const PaintStyle& style, const QColor& ground, const QColor& axisColour)
{
    plot.setBackground(QBrush(ground));
    for (auto* axis : {plot.xAxis, plot.yAxis}) {
        axis->setBasePen(QPen(axisColour, 1.5));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->setTickLabelColor(style.theme.muted);
        axis->setTickLabelFont(style.font(13));
        axis->setLabelColor(axisColour);
        axis->setLabelFont(style.font(14, QFont::Bold));
        axis->grid()->setPen(QPen(style.theme.line, 1));
        axis->grid()->setZeroLinePen(QPen(style.theme.line, 1));
        axis->setNumberFormat(QStringLiteral("g"));
        axis->setNumberPrecision(4);
    }
    plot.setLocale(style.texts.locale());
}

/// Ticks whose numbers have a real minus sign.
class Ticker : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar format, int precision) override
    {
        return withRealMinus(QCPAxisTicker::getTickLabel(tick, locale, format, precision));
    }
};

QCustomPlot* addPlot(QWidget* owner)
{
    auto* plot = new QCustomPlot(owner);
    for (auto* axis : {plot->xAxis, plot->yAxis})
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new Ticker));
    auto* layout = new QVBoxLayout(owner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(plot);
    plot->setFocusPolicy(Qt::NoFocus);
    return plot;
}

} // namespace

LossView::LossView(QWidget* parent) : QWidget(parent), m_plot(addPlot(this))
{
    for (int i = 0; i < 4; ++i)
        m_plot->addGraph();
    m_plot->graph(2)->setLineStyle(QCPGraph::lsNone);
    m_plot->graph(2)->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, 9));
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 6, 12, 8));
    for (int i = 0; i < 2; ++i) {
        auto* label = new QCPItemText(m_plot);
        label->setPositionAlignment(i == 0 ? Qt::AlignRight | Qt::AlignBottom
                                           : Qt::AlignRight | Qt::AlignBottom);
        label->position->setType(QCPItemPosition::ptPlotCoords);
    }
    m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->yAxis->setNumberPrecision(2);
}

LossView::~LossView() = default;

void LossView::setStyle(const PaintStyle& style)
{
    m_style = style;
    applyTheme();
}

void LossView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) applyTheme();
    QWidget::changeEvent(event);
}

void LossView::applyTheme()
{
    const Theme& theme = m_style.theme;
    themeAxes(*m_plot, m_style, theme.stage, theme.muted);
    m_plot->yAxis->setNumberFormat(QStringLiteral("f"));
    m_plot->yAxis->setNumberPrecision(2);
    const QColor code = theme.role(Role::Code).text;
    m_plot->graph(0)->setPen(QPen(mixed(theme.stage, code, 0.45), 1));
    m_plot->graph(1)->setPen(QPen(code, 2.5));
    m_plot->graph(2)->setPen(QPen(code, 2.5));
    m_plot->graph(3)->setPen(QPen(theme.ink, 1.8, Qt::DashLine));
    m_plot->xAxis->setLabelFont(m_style.font(13));
    m_plot->xAxis->setLabel(m_style.texts.say("LossView", "epoch"));
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossView::setTotal(double epochs)
{
    m_epochs = epochs;
}

void LossView::setPcaError(double error)
{
    m_pcaError = error;
}

void LossView::setCurves(const LossLog& batches, std::span<const HistoryPoint> history, int updatesPerEpoch,
                         double marked)
{
    const double perEpoch = std::max(1, updatesPerEpoch);
    // A pixel shows one batch at most; thinning keeps the curve's cost fixed however long the run.
    const std::size_t stride = std::max<std::size_t>(1, batches.size() / 600);
    QVector<double> x, y, hx, hy;
    std::size_t i = 0;
    batches.forEach([&](const LossPoint& p) {
        if (i++ % stride != 0) return;
        x.append(p.update / perEpoch);
        y.append(static_cast<double>(p.loss));
    });
    double last = 0, lastX = 0, least = m_pcaError * 0.65, mostShown = m_pcaError * 1.35, markedError = 0;
    for (const HistoryPoint& p : history) {
        const auto error = curveError(p);
        if (!error || !std::isfinite(*error)) continue;
        hx.append(p.update / perEpoch);
        hy.append(*error);
        last = *error;
        lastX = hx.last();
        least = std::min(least, last);
        if (hx.last() <= marked + 1e-9) markedError = last;
    }
    m_plot->graph(0)->setData(x, y, true);
    m_plot->graph(1)->setData(hx, hy, true);
    m_plot->graph(2)->setData({marked}, {markedError > 0 ? markedError : last}, true);
    m_plot->graph(3)->setData({0.0, m_epochs}, {m_pcaError, m_pcaError}, true);
    m_plot->xAxis->setRange(0, m_epochs);
    m_plot->yAxis->setRange(std::max(0.0, least - 0.003), mostShown + 0.004);
    placeLabels(lastX, last);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossView::placeLabels(double lastEpoch, double lastError)
{
    const Theme& theme = m_style.theme;
    const auto text = [this](int i) { return static_cast<QCPItemText*>(m_plot->item(i)); };
    text(0)->setText(QStringLiteral("PCA %1").arg(m_style.texts.number(m_pcaError, 4)));
    text(0)->setColor(theme.ink);
    text(0)->setFont(m_style.font(13, QFont::Bold));
    text(0)->position->setCoords(m_epochs, m_pcaError);
    text(1)->setVisible(lastEpoch > 0.12 * m_epochs);
    text(1)->setText(m_style.texts.say("LossView", "held-out error"));
    text(1)->setColor(theme.role(Role::Code).text);
    text(1)->setFont(m_style.font(13, QFont::Bold));
    text(1)->position->setCoords(std::max(lastEpoch, 0.34 * m_epochs), lastError + 0.0012);
}

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
        for (std::size_t i = 0; i + 1 < points.size(); i += 2) {
            const double x = (x0 + kx * static_cast<double>(points[i]) - rect.left()) * ratio,
                         y = (y0 + ky * static_cast<double>(points[i + 1]) - rect.top()) * ratio;
            if (std::isfinite(x) && std::isfinite(y)) dot(image, x, y, dotRadius * ratio, colourOf(i / 2));
        }
    }

    QRgb colourOf(std::size_t index) const
    {
        const auto& labels = m_view.m_labels;
        const int label = index < labels.size() ? labels[index] : 0;
        return m_view.m_style.theme.classes[static_cast<std::size_t>(label % 10)].fill.rgb();
    }

    static void dot(QImage& image, double x, double y, double radius, QRgb colour)
    {
        const int left = std::max(0, static_cast<int>(std::floor(x - radius - 0.5))),
                  right = std::min(image.width() - 1, static_cast<int>(std::ceil(x + radius + 0.5)));
        const int top = std::max(0, static_cast<int>(std::floor(y - radius - 0.5))),
                  bottom = std::min(image.height() - 1, static_cast<int>(std::ceil(y + radius + 0.5)));
        for (int py = top; py <= bottom; ++py) {
            auto* line = reinterpret_cast<QRgb*>(image.scanLine(py));
            for (int px = left; px <= right; ++px) {
                const double distance = std::hypot(px + 0.5 - x, py + 0.5 - y);
                const double cover = std::clamp(radius + 0.5 - distance, 0.0, 1.0) * dotOpacity;
                if (cover <= 0) continue;
                const int a = static_cast<int>(cover * 256);
                const QRgb below = line[px];
                const auto channel = [a](int over, int under) { return (over * a + under * (256 - a)) >> 8; };
                line[px] = qRgba(channel(qRed(colour), qRed(below)), channel(qGreen(colour), qGreen(below)),
                                 channel(qBlue(colour), qBlue(below)), channel(255, qAlpha(below)));
            }
        }
    }

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
    for (std::size_t i = 0; i < m_points->size(); ++i)
        if (std::isfinite((*m_points)[i])) values[i % 2].push_back((*m_points)[i]);
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

void MapView::findMedians()
{
    m_medians.clear();
    for (int label = 0; label < 10; ++label) {
        std::vector<float> xs, ys;
        for (std::size_t i = 0; i * 2 + 1 < m_points->size() && i < m_labels.size(); ++i) {
            const float x = (*m_points)[2 * i], y = (*m_points)[2 * i + 1];
            if (m_labels[i] != label || !std::isfinite(x) || !std::isfinite(y)) continue;
            xs.push_back(x);
            ys.push_back(y);
        }
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
