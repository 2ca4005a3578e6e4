#include "ui/widgets/loss_view.h"

#include "ui/widgets/plot_axes.h"

#include <QMouseEvent>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// Ticks one, two or five units of a decimal place apart, so that as many places tell them apart; about five,
/// or the fewer that have room.
class RoundSteps : public QCPAxisTicker {
public:
    explicit RoundSteps(int mostSteps) : m_mostSteps(mostSteps) {}

    static double stepOf(const QCPRange& range, int mostSteps)
    {
        constexpr double usual = 5;
        const double size = std::max(range.size(), 1e-9), rough = size / usual, unit = unitOf(rough),
                     share = rough / unit;
        const double step = unit * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
        return size / step > mostSteps ? roundFrom(size / mostSteps) : step;
    }

protected:
    double getTickStep(const QCPRange& range) override { return stepOf(range, m_mostSteps); }

private:
    static double unitOf(double x) { return std::pow(10, std::floor(std::log10(x))); }
    static double roundFrom(double least)
    {
        const double unit = unitOf(least), share = least / unit;
        return unit * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    int m_mostSteps;
};

constexpr std::size_t mostEarlier = 5, mostMarks = 8;
constexpr double firstShown = 0.7; // where update 0 stands on a logarithmic axis
constexpr double nameHeight = 17;

QCPItemText* addText(QCustomPlot* plot, Qt::Alignment alignment, QCPItemPosition::PositionType type)
{
    auto* text = new QCPItemText(plot);
    text->setPositionAlignment(alignment);
    text->setTextAlignment(Qt::AlignLeft);
    text->position->setType(type);
    text->setClipToAxisRect(false);
    text->setVisible(false);
    return text;
}

} // namespace

LossView::LossView(QWidget* parent)
    : QWidget(parent)
    , m_plot(addPlot(this))
    , m_batches(m_plot->addGraph())
    , m_heldOut(nullptr)
    , m_shown(nullptr)
    , m_pca(nullptr)
    , m_ahead(nullptr)
    , m_bandLow(m_plot->addGraph())
    , m_bandHigh(m_plot->addGraph())
    , m_diverged(nullptr)
    , m_playhead(new QCPItemLine(m_plot))
    , m_value(addText(m_plot, Qt::AlignHCenter | Qt::AlignBottom, QCPItemPosition::ptPlotCoords))
{
    m_bandHigh->setChannelFillGraph(m_bandLow);
    for (std::size_t i = 0; i < mostEarlier; ++i)
        m_earlier.push_back(m_plot->addGraph());
    m_pca = m_plot->addGraph();
    m_ahead = m_plot->addGraph();
    m_heldOut = m_plot->addGraph();
    m_shown = m_plot->addGraph();
    m_diverged = m_plot->addGraph();
    for (auto* graph : {m_shown, m_diverged})
        graph->setLineStyle(QCPGraph::lsNone);
    m_shown->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, 10));
    m_diverged->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCross, 12));
    for (std::size_t i = 0; i < mostEarlier + 2; ++i)
        m_names.push_back(addText(m_plot, Qt::AlignLeft | Qt::AlignVCenter, QCPItemPosition::ptAbsolute));
    for (std::size_t i = 0; i < mostMarks; ++i) {
        m_markLines.push_back(new QCPItemLine(m_plot));
        m_markTexts.push_back(addText(m_plot, Qt::AlignLeft | Qt::AlignTop, QCPItemPosition::ptAbsolute));
    }
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 8, 12, 8));
    m_plot->installEventFilter(this);
    m_plot->setMouseTracking(true);
    // Texts stand where the axes are, which is known only then.
    connect(m_plot, &QCustomPlot::afterLayout, this, &LossView::nameEnds);
    connect(m_plot, &QCustomPlot::afterLayout, this, &LossView::drawMarks);
    connect(m_plot, &QCustomPlot::afterLayout, this, &LossView::keepTicksApart);
}

LossView::~LossView() = default;

void LossView::setStyle(const PaintStyle& style)
{
    m_style = style;
    applyTheme();
    refresh();
}

/// Apart from refresh(): a run that trains asks for that thirty times a second.
void LossView::applyTheme()
{
    themeAxes(*m_plot, m_style, m_style.theme.surface, m_style.theme.muted);
}

void LossView::setCurves(const LossCurves& curves)
{
    m_curves = curves;
    refresh();
}

void LossView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        applyTheme();
        refresh();
    }
    QWidget::changeEvent(event);
}

void LossView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    chooseTicks();
    keepRoomForNames();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossView::refresh()
{
    chooseScales();
    fitRanges();
    drawBand();
    drawCurves();
    keepRoomForNames();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossView::chooseScales()
{
    const bool isLog = m_curves.isLogarithmic;
    if (isLog == m_isDrawnLogarithmic) return;
    m_isDrawnLogarithmic = isLog;
    for (auto* axis : {m_plot->xAxis, m_plot->yAxis})
        axis->setScaleType(isLog ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

double LossView::xOf(double update) const
{
    return m_curves.isLogarithmic ? std::max(firstShown, update)
                                  : update / std::max(1, m_curves.updatesPerEpoch);
}

/// Ranges follow from what is known before a run begins, PCA's error and the band, and give way only to what
/// would lie below: the picture stands still while curves grow.
void LossView::fitRanges()
{
    double least = m_curves.pcaError.value_or(0.06) * 0.66, most = m_curves.pcaError.value_or(0.06) * 1.3;
    if (m_curves.band) {
        least = std::min(least, m_curves.band->low * 0.93);
        most = std::max(most, m_curves.band->high * 1.25);
    }
    double first = most, lowest = 0;
    const auto reach = [&](const std::vector<ErrorPoint>& points) {
        for (const ErrorPoint& p : points) {
            if (!std::isfinite(p.error) || p.error <= 0) continue;
            least = std::min(least, p.error * 0.93);
            first = std::max(first, p.error);
        }
    };
    reach(m_curves.heldOut);
    reach(m_curves.ahead);
    for (const EarlierCurve& earlier : m_curves.earlier)
        if (!earlier.isDiverged) reach(earlier.points);
    // What stays high, a run that does not learn or that diverges, is to be seen too, by its lowest part.
    constexpr double mostDrawn = 10;  // a diverging error runs off the top, not the axis with it
    constexpr double wellBegun = 100; // updates: before, every error is high
    for (const ErrorPoint& p : m_curves.heldOut)
        if (std::isfinite(p.error)) lowest = lowest > 0 ? std::min(lowest, p.error) : p.error;
    const bool isHigh =
        !m_curves.heldOut.empty() && (m_curves.heldOut.back().update > wellBegun || m_curves.diverged);
    if (isHigh) most = std::max(most, std::min(lowest * 1.2, mostDrawn));
    if (m_curves.isLogarithmic)
        m_plot->yAxis->setRange(std::max(1e-6, least), std::min(std::max(first * 1.15, most), mostDrawn));
    else
        m_plot->yAxis->setRange(std::max(0.0, least), most);
    m_plot->xAxis->setRange(m_curves.isLogarithmic ? firstShown : 0,
                            xOf(std::max(2.0, m_curves.totalUpdates)));
    chooseTicks();
}

int LossView::stepsThatFit() const
{
    constexpr double lines = 1.4; // from one number to the next
    const int outside = m_plot->height() - m_plot->axisRect()->height();
    const double line = QFontMetricsF(m_plot->yAxis->tickLabelFont()).height();
    return std::max(1, static_cast<int>((height() - outside) / (lines * line)));
}

int LossView::stepsThatFitBeside() const
{
    const int outside = m_plot->width() - m_plot->axisRect()->width();
    const QFontMetricsF font(m_plot->xAxis->tickLabelFont());
    const QString last = QString::number(std::ceil(m_plot->xAxis->range().upper));
    const double number = font.horizontalAdvance(last) + 1.5 * font.averageCharWidth();
    return std::max(1, static_cast<int>((width() - outside) / number));
}

/// Ticks that do not run together: powers of ten where the axis spans many.
void LossView::chooseTicks()
{
    constexpr double wide = 25; // a ratio of the ends
    const QCPRange range = m_plot->yAxis->range();
    const bool byPowers = m_curves.isLogarithmic && range.upper > wide * range.lower;
    m_steps = {stepsThatFitBeside(), stepsThatFit()};
    // Updates span decades, errors seldom one.
    m_plot->xAxis->setTicker(m_curves.isLogarithmic
                                 ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                                 : QSharedPointer<QCPAxisTicker>(new RoundSteps(m_steps[0])));
    m_plot->yAxis->setTicker(byPowers ? QSharedPointer<QCPAxisTicker>(new QCPAxisTickerLog)
                                      : QSharedPointer<QCPAxisTicker>(new RoundSteps(m_steps[1])));
    m_plot->yAxis->setNumberFormat(byPowers ? QStringLiteral("g") : QStringLiteral("f"));
    const int places = static_cast<int>(std::ceil(-std::log10(RoundSteps::stepOf(range, m_steps[1])) - 1e-6));
    m_plot->yAxis->setNumberPrecision(byPowers ? 3 : std::clamp(places, 2, 9));
}

/// The room is known only now; names at the ends may have taken some.
void LossView::keepTicksApart()
{
    if (stepsThatFitBeside() >= m_steps[0] && stepsThatFit() >= m_steps[1]) return;
    chooseTicks();
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossView::setPoints(QCPGraph* graph, const std::vector<ErrorPoint>& points) const
{
    QVector<double> x, y;
    for (const ErrorPoint& p : points) {
        if (!std::isfinite(p.error)) continue;
        x.append(xOf(p.update));
        y.append(p.error);
    }
    graph->setData(x, y, true);
}

void LossView::drawBand()
{
    const Theme& theme = m_style.theme;
    QColor fill = theme.accentText;
    fill.setAlphaF(theme.isDark ? 0.22f : 0.1f);
    const QPen edge(theme.accentText, 1, Qt::DotLine);
    QVector<double> x, low, high;
    if (m_curves.band) {
        x = {m_plot->xAxis->range().lower, m_plot->xAxis->range().upper};
        low = {m_curves.band->low, m_curves.band->low};
        high = {m_curves.band->high, m_curves.band->high};
    }
    m_bandLow->setData(x, low, true);
    m_bandHigh->setData(x, high, true);
    m_bandLow->setPen(edge);
    m_bandHigh->setPen(edge);
    m_bandHigh->setBrush(fill);
}

void LossView::drawCurves()
{
    const Theme& theme = m_style.theme;
    const QColor code = theme.role(Role::Code).text;
    QVector<double> x, y;
    // A pixel shows one batch at most; thinning keeps the curve's cost fixed however long the run.
    const std::size_t stride = std::max<std::size_t>(1, m_curves.batches.size() / 600);
    std::size_t i = 0;
    m_curves.batches.forEach([&](const LossPoint& p) {
        if (i++ % stride != 0 && (p.update > 100 || !m_curves.isLogarithmic)) return;
        x.append(xOf(p.update));
        y.append(static_cast<double>(p.squaredError));
    });
    m_batches->setData(x, y, true);
    m_batches->setPen(QPen(mixed(theme.surface, code, 0.4), 1));
    setPoints(m_heldOut, m_curves.heldOut);
    m_heldOut->setPen(QPen(code, 2.6));
    setPoints(m_ahead, m_curves.ahead);
    m_ahead->setPen(QPen(code, 1.6, Qt::DotLine));
    for (std::size_t e = 0; e < mostEarlier; ++e) {
        const bool isThere = e < m_curves.earlier.size();
        setPoints(m_earlier[e], isThere ? m_curves.earlier[e].points : std::vector<ErrorPoint>());
        const bool isChosen = isThere && m_curves.earlier[e].isChosen;
        m_earlier[e]->setPen(
            QPen(isChosen ? theme.ink : mixed(theme.surface, theme.muted, 0.75), isChosen ? 2.2 : 1.4));
    }
    const QCPRange range = m_plot->xAxis->range();
    const double pca = m_curves.pcaError.value_or(0);
    m_pca->setData(m_curves.pcaError ? QVector<double>{range.lower, range.upper} : QVector<double>(),
                   m_curves.pcaError ? QVector<double>{pca, pca} : QVector<double>(), true);
    m_pca->setPen(QPen(theme.ink, 1.8, Qt::DashLine));
    const double at = xOf(m_curves.shownUpdate);
    m_playhead->start->setCoords(at, m_plot->yAxis->range().lower);
    m_playhead->end->setCoords(at, m_plot->yAxis->range().upper);
    m_playhead->setPen(QPen(mixed(theme.surface, code, 0.5), 1));
    const bool hasValue = m_curves.shownError && std::isfinite(*m_curves.shownError);
    const double value = hasValue ? *m_curves.shownError : 0;
    m_shown->setData(hasValue ? QVector<double>{at} : QVector<double>(),
                     hasValue ? QVector<double>{value} : QVector<double>(), true);
    QCPScatterStyle ring(QCPScatterStyle::ssCircle, QPen(code, 2.6), QBrush(theme.surface), 10);
    m_shown->setScatterStyle(ring);
    const bool isDiverged = m_curves.diverged.has_value();
    const double top = m_plot->yAxis->range().upper;
    m_diverged->setData(isDiverged ? QVector<double>{xOf(*m_curves.diverged)} : QVector<double>(),
                        isDiverged ? QVector<double>{m_curves.isLogarithmic ? top * 0.9 : top * 0.97}
                                   : QVector<double>(),
                        true);
    m_diverged->setPen(QPen(theme.record, 3));
    m_value->setVisible(hasValue && m_plot->yAxis->range().contains(value));
    m_value->setText(m_style.texts.number(value, 4));
    m_value->setColor(code);
    m_value->setFont(m_style.font(15, QFont::Bold));
    const double share = (at - range.lower) / std::max(1e-9, range.size());
    const bool isBelow = hasValue && standsJustAbove(m_curves.pcaError, value);
    m_value->setPositionAlignment((share > 0.85  ? Qt::AlignRight
                                   : share < 0.1 ? Qt::AlignLeft
                                                 : Qt::AlignHCenter) |
                                  (isBelow ? Qt::AlignTop : Qt::AlignBottom));
    m_value->setPadding(isBelow ? QMargins(4, 7, 4, 0) : QMargins(4, 0, 4, 7));
    m_value->position->setCoords(at, value);
}

/// Whether PCA's line would run through a number above that value.
bool LossView::standsJustAbove(std::optional<double> line, double value) const
{
    if (!line) return false;
    const double above = m_plot->yAxis->coordToPixel(value) - m_plot->yAxis->coordToPixel(*line);
    return above > m_style.px(2) && above < m_style.px(26);
}

int LossView::nameWidth() const
{
    return static_cast<int>(std::min(m_style.px(118), width() * 0.38));
}

void LossView::keepRoomForNames()
{
    m_plot->axisRect()->setMinimumMargins(QMargins(8, 8, nameWidth(), 8));
}

/// Names as near their curves as the others allow, in the margin at the right.
void LossView::nameEnds()
{
    const Theme& theme = m_style.theme;
    std::vector<EndName> ends;
    const auto add = [&](const QString& text, const QColor& colour, bool isStrong, double error,
                         int earlier) {
        ends.push_back({text, colour, isStrong, m_plot->yAxis->coordToPixel(error), earlier});
    };
    if (m_curves.pcaError)
        add(QStringLiteral("PCA %1").arg(m_style.texts.number(*m_curves.pcaError, 4)), theme.ink, true,
            *m_curves.pcaError, -1);
    for (std::size_t i = 0; i < m_curves.earlier.size(); ++i) {
        const EarlierCurve& earlier = m_curves.earlier[i];
        if (!earlier.points.empty())
            add(earlier.name, earlier.isChosen ? theme.ink : theme.muted, earlier.isChosen,
                earlier.points.back().error, static_cast<int>(i));
    }
    std::stable_sort(ends.begin(), ends.end(), [](const EndName& a, const EndName& b) { return a.y < b.y; });
    const QRect room = m_plot->axisRect()->rect();
    const double high = m_style.px(nameHeight);
    double next = room.top() + high / 2;
    for (EndName& end : ends) {
        end.y =
            std::clamp(std::isfinite(end.y) ? end.y : next, next, std::max(next, room.bottom() - high / 2));
        next = end.y + high;
    }
    double last = room.bottom() - high / 2;
    for (auto end = ends.rbegin(); end != ends.rend(); ++end, last -= high)
        end->y = std::min(end->y, last);
    m_namedEarlier.clear();
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        QCPItemText* name = m_names[i];
        m_namedEarlier.push_back(i < ends.size() ? ends[i].earlier : -1);
        name->setVisible(i < ends.size());
        if (i >= ends.size()) continue;
        name->setFont(m_style.font(13, ends[i].isStrong ? QFont::Bold : QFont::Normal));
        name->setColor(ends[i].colour);
        const QFontMetrics metrics(name->font());
        name->setText(metrics.elidedText(ends[i].text, Qt::ElideRight, nameWidth() - 8));
        name->position->setCoords(room.right() + 5, ends[i].y);
    }
}

void LossView::drawMarks()
{
    const QRect room = m_plot->axisRect()->rect();
    double free = room.left();
    for (std::size_t i = 0; i < mostMarks; ++i) {
        const bool isThere = i < m_curves.marks.size();
        m_markLines[i]->setVisible(isThere);
        m_markTexts[i]->setVisible(isThere);
        if (!isThere) continue;
        const double x = xOf(m_curves.marks[i].update);
        m_markLines[i]->start->setCoords(x, m_plot->yAxis->range().lower);
        m_markLines[i]->end->setCoords(x, m_plot->yAxis->range().upper);
        m_markLines[i]->setPen(QPen(m_style.theme.role(Role::Filter).text, 1.2, Qt::DashDotLine));
        QCPItemText* text = m_markTexts[i];
        text->setFont(m_style.font(13));
        text->setColor(m_style.theme.role(Role::Filter).text);
        text->setText(m_curves.marks[i].text);
        const QFontMetrics metrics(text->font());
        const double wide = metrics.horizontalAdvance(m_curves.marks[i].text) + 8;
        // A text that would lie over the one before is left out: its line stands all the same.
        double left = m_plot->xAxis->coordToPixel(x) + 3;
        if (left + wide > room.right()) left -= wide + 6;
        text->setVisible(left >= free);
        if (left >= free) free = left + wide;
        text->position->setCoords(left, room.top() + 1);
    }
}

int LossView::earlierAt(const QPointF& place) const
{
    const auto isNear = [&place](const auto& drawn) {
        constexpr double reach = 6;
        const double distance = drawn.selectTest(place, false);
        return distance >= 0 && distance < reach;
    };
    const bool isInside = m_plot->axisRect()->rect().contains(place.toPoint());
    for (std::size_t i = 0; isInside && i < m_curves.earlier.size() && i < mostEarlier; ++i)
        if (isNear(*m_earlier[i])) return static_cast<int>(i);
    for (std::size_t i = 0; i < m_namedEarlier.size(); ++i)
        if (m_namedEarlier[i] >= 0 && isNear(*m_names[i])) return m_namedEarlier[i];
    return -1;
}

bool LossView::eventFilter(QObject* object, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonRelease)
        if (const int i = earlierAt(static_cast<QMouseEvent*>(event)->position()); i >= 0)
            Q_EMIT earlierPicked(i);
    return QWidget::eventFilter(object, event);
}

} // namespace hg
