#include "ui/widgets/transport.h"

#include "ui/theme/icons.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/steady.h"
#include "ui/widgets/timeline.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <array>
#include <cmath>

namespace hg {
namespace {

constexpr double trackMargin = 9, lineWidth = 5, knobRadius = 6;

QString speedName(double speed)
{
    if (speed == 0.25) return QStringLiteral("¼×");
    if (speed == 0.5) return QStringLiteral("½×");
    return QStringLiteral("%1×").arg(speed);
}

} // namespace

Track::Track(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

void Track::setTimeline(Timeline* timeline)
{
    if (m_timeline) m_timeline->disconnect(this);
    m_timeline = timeline;
    if (timeline) {
        connect(timeline, &Timeline::changed, this, qOverload<>(&QWidget::update));
        connect(timeline, &Timeline::stateChanged, this, qOverload<>(&QWidget::update));
    }
    update();
}

void Track::setScale(double scale, const QColor& now)
{
    m_scale = scale;
    m_now = now;
    updateGeometry();
    update();
}

QSize Track::sizeHint() const
{
    return {200, static_cast<int>(28 * m_scale)};
}

void Track::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const double left = margin(), right = width() - margin(), y = height() / 2.0;
    const int count = m_timeline ? m_timeline->count() : 0;
    const double share = count > 0 ? m_timeline->shareOf(m_timeline->position()) : 0,
                 x = left + share * (right - left);
    const QColor accent = palette().color(QPalette::Highlight);
    p.setPen(QPen(mixed(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.18),
                  lineWidth * m_scale, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(left, y), QPointF(right, y));
    if (count == 0) return;
    p.setPen(QPen(accent, lineWidth * m_scale, Qt::SolidLine, Qt::RoundCap));
    p.drawLine(QPointF(left, y), QPointF(x, y));
    paintMarks(p, left, right);
    p.setPen(QPen(hasFocus() ? palette().color(QPalette::WindowText) : accent, 3 * m_scale));
    p.setBrush(palette().color(QPalette::Base));
    p.drawEllipse(QPointF(x, y), knobRadius * m_scale, knobRadius * m_scale);
}

void Track::paintMarks(QPainter& p, double left, double right) const
{
    const double y = height() / 2.0, half = 8 * m_scale;
    p.setBrush(Qt::NoBrush);
    if (const double framed = m_timeline->framedShare(); framed > 0) {
        p.setPen(QPen(palette().color(QPalette::Highlight), 1.5 * m_scale));
        p.drawRoundedRect(
            QRectF(left - 4 * m_scale, y - half, framed * (right - left) + 8 * m_scale, 2 * half), 3, 3);
    }
    if (!m_timeline->endsNow()) return;
    p.setPen(QPen(m_now, 2.5 * m_scale));
    p.drawLine(QPointF(right, y - half), QPointF(right, y + half));
}

void Track::mousePressEvent(QMouseEvent* event)
{
    seekTo(event->position().x());
}

void Track::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton) seekTo(event->position().x());
}

void Track::keyPressEvent(QKeyEvent* event)
{
    if (!m_timeline) return;
    if (event->key() == Qt::Key_Left)
        m_timeline->stepBack();
    else if (event->key() == Qt::Key_Right)
        m_timeline->stepForward();
    else
        QWidget::keyPressEvent(event);
}

double Track::margin() const
{
    return trackMargin * m_scale;
}

void Track::seekTo(double x)
{
    if (!m_timeline || m_timeline->count() == 0) return;
    const double share = std::clamp((x - margin()) / std::max(1.0, width() - 2 * margin()), 0.0, 1.0);
    m_timeline->pause();
    // A drag lands on whole stops, so that what is shown is always complete.
    m_timeline->seek(std::round(m_timeline->positionAt(share)));
}

Transport::Transport(QWidget* parent)
    : Panel(parent)
    , m_row(new QHBoxLayout(this))
    , m_middle(new QHBoxLayout)
    , m_first(addButton(m_row, "flat"))
    , m_back(addButton(m_row, "flat"))
    , m_play(addButton(m_row, "round"))
    , m_forward(addButton(m_row, "flat"))
    , m_last(addButton(m_row, "flat"))
    , m_label(new QLabel)
    , m_labelRoom(new Steady(m_label, this))
    , m_track(new Track(this))
    , m_speeds(new QPushButton(this))
{
    m_row->setContentsMargins(12, 8, 12, 8);
    m_row->setSpacing(8);
    m_row->addLayout(m_middle, 1);
    m_middle->addWidget(m_labelRoom);
    m_middle->addWidget(m_track, 1);
    m_row->addWidget(m_speeds);
    m_speeds->setMenu(new QMenu(m_speeds));
    m_speeds->setFocusPolicy(Qt::TabFocus);
    connect(m_speeds->menu(), &QMenu::aboutToShow, this, &Transport::fillSpeedMenu);
    rebuildSpeeds();
    connect(m_first, &QToolButton::clicked, this, [this] { m_timeline->toFirst(); });
    connect(m_back, &QToolButton::clicked, this, [this] { m_timeline->stepBack(); });
    connect(m_play, &QToolButton::clicked, this, [this] { m_timeline->togglePlay(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_timeline->stepForward(); });
    connect(m_last, &QToolButton::clicked, this, [this] { m_timeline->toLast(); });
    translated([this] {
        forgetLabel();
        refresh();
    });
}

QToolButton* Transport::addButton(QHBoxLayout* row, const char* look)
{
    auto* button = new QToolButton(this);
    button->setProperty("look", QLatin1String(look));
    row->addWidget(button);
    return button;
}

void Transport::setTimeline(Timeline* timeline, QWidget* extras)
{
    if (m_timeline) m_timeline->disconnect(this);
    if (m_extras) {
        m_extras->removeEventFilter(this);
        m_extras->hide();
        m_row->removeWidget(m_extras);
    }
    m_timeline = timeline;
    m_extras = extras;
    m_track->setTimeline(timeline);
    rebuildSpeeds();
    if (extras) {
        m_row->insertWidget(0, extras);
        extras->installEventFilter(this);
        extras->show();
    }
    if (timeline) {
        forgetLabel();
        connect(timeline, &Timeline::changed, this, &Transport::showLabel);
        connect(timeline, &Timeline::stateChanged, this, &Transport::refresh);
    }
    refresh();
}

void Transport::setTheme(const Theme& theme, double scale)
{
    m_theme = theme;
    m_track->setScale(scale, theme.record);
    forgetLabel();
    m_row->setContentsMargins(static_cast<int>(12 * scale), static_cast<int>(8 * scale),
                              static_cast<int>(12 * scale), static_cast<int>(8 * scale));
    m_row->setSpacing(static_cast<int>(8 * scale));
    m_play->setIcon({}); // is drawn anew
    const int size = static_cast<int>(20 * scale), round = static_cast<int>(44 * scale);
    m_play->setFixedSize(round, round);
    for (auto* b : {m_first, m_back, m_play, m_forward, m_last})
        b->setIconSize({size, size});
    m_first->setIcon(glyphIcon(Glyph::First, theme.ink, size));
    m_back->setIcon(glyphIcon(Glyph::Back, theme.ink, size));
    m_forward->setIcon(glyphIcon(Glyph::Forward, theme.ink, size));
    m_last->setIcon(glyphIcon(Glyph::Last, theme.ink, size));
    refresh();
}

void Transport::refresh()
{
    const std::array<std::pair<QToolButton*, QString>, 5> names{
        {{m_first, tr("To the beginning (Home)")},
         {m_back, tr("Back (←)")},
         {m_play, m_timeline && m_timeline->isPlaying() ? tr("Pause (Space)") : tr("Play (Space)")},
         {m_forward, tr("Forward (→)")},
         {m_last, tr("To the end (End)")}}};
    const bool isUsable = m_timeline && m_timeline->canPlay();
    for (const auto& [button, name] : names) {
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setEnabled(isUsable);
    }
    m_track->setAccessibleName(tr("Place in the animation"));
    const auto speeds = m_timeline ? m_timeline->speeds() : std::vector<double>{1};
    for (std::size_t i = 0; i < speeds.size(); ++i)
        m_speed->button(static_cast<int>(i))->setAccessibleName(tr("Speed %1").arg(speedName(speeds[i])));
    m_track->setEnabled(isUsable);
    m_speed->setEnabled(m_timeline != nullptr);
    if (!m_timeline) return m_label->clear();
    showLabel();
    const int size = m_play->iconSize().width();
    const bool isPlaying = m_timeline->isPlaying();
    if (m_play->property("glyph") != isPlaying || m_play->icon().isNull())
        m_play->setIcon(glyphIcon(isPlaying ? Glyph::Pause : Glyph::Play, m_theme.accentInk, size));
    m_play->setProperty("glyph", isPlaying);
    const auto it = std::find(speeds.begin(), speeds.end(), m_timeline->speed());
    m_speed->setCurrent(it == speeds.end() ? -1 : static_cast<int>(it - speeds.begin()));
    m_speeds->setText(speedName(m_timeline->speed()));
    m_speeds->setAccessibleName(tr("Speed %1").arg(m_speeds->text()));
    m_speeds->setEnabled(true);
    fit();
}

void Transport::forgetLabel()
{
    m_labelRoom->setMinimumWidth(0);
    m_labelRoom->setMaximumWidth(QWIDGETSIZE_MAX);
}

/// As wide as it has been so far: what stands beside it does not move with its numbers.
void Transport::showLabel()
{
    m_label->setText(m_timeline->label());
    const int wide = m_label->sizeHint().width();
    if (wide <= m_labelRoom->minimumWidth()) return;
    m_labelRoom->setFixedWidth(wide);
    fit();
}

void Transport::fillSpeedMenu()
{
    QMenu& menu = *m_speeds->menu();
    menu.clear();
    const auto speeds = m_timeline ? m_timeline->speeds() : std::vector<double>{};
    for (std::size_t i = 0; i < speeds.size(); ++i) {
        QAction* action = menu.addAction(speedName(speeds[i]));
        action->setCheckable(true);
        action->setChecked(m_timeline->speed() == speeds[i]);
        connect(action, &QAction::triggered, this, [this, i] { chooseSpeed(static_cast<int>(i)); });
    }
}

void Transport::rebuildSpeeds()
{
    delete m_speed;
    const auto speeds = m_timeline ? m_timeline->speeds() : std::vector<double>{1};
    QStringList names;
    for (const double speed : speeds)
        names << speedName(speed);
    m_speed = new Segmented(static_cast<int>(speeds.size()), this);
    m_speed->setTexts(names);
    m_row->addWidget(m_speed);
    connect(m_speed, &Segmented::chosen, this, &Transport::chooseSpeed);
    fit();
}

/// Where there is little room the speeds become a list, then the label goes above the track, then the keys do
/// for the ends: the track and a lab's own buttons are worth more.
void Transport::fit()
{
    constexpr int lastStep = 3;
    int step = 0;
    while (step < lastStep && widthAt(step) > width())
        ++step;
    takeStep(step);
}

int Transport::widthAt(int step) const
{
    const auto wanted = [](const QWidget* widget) {
        return std::clamp(widget->sizeHint().width(), widget->minimumWidth(), widget->maximumWidth());
    };
    constexpr int leastTrack = 160;
    const QMargins margins = m_row->contentsMargins();
    const int gap = m_row->spacing(), label = wanted(m_labelRoom);
    int wide = margins.left() + margins.right();
    if (m_extras) wide += wanted(m_extras) + gap;
    for (const auto* button : {m_first, m_back, m_play, m_forward, m_last})
        if (step < 3 || (button != m_first && button != m_last)) wide += wanted(button) + gap;
    wide += step < 2 ? label + gap + leastTrack : std::max(label, leastTrack);
    return wide + gap + (step == 0 ? m_speed->sizeHint().width() : m_speeds->sizeHint().width());
}

void Transport::takeStep(int step)
{
    const bool hasSpeeds = m_timeline && m_timeline->speeds().size() > 1;
    m_speed->setVisible(step == 0 && hasSpeeds);
    m_speeds->setVisible(step > 0 && hasSpeeds);
    m_middle->setDirection(step < 2 ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_middle->setSpacing(step < 2 ? m_row->spacing() : 0);
    m_first->setVisible(step < 3);
    m_last->setVisible(step < 3);
}

/// A lab's own buttons take another width with another text.
bool Transport::eventFilter(QObject* object, QEvent* event)
{
    if (object == m_extras && event->type() == QEvent::LayoutRequest) fit();
    return Panel::eventFilter(object, event);
}

void Transport::resizeEvent(QResizeEvent* event)
{
    fit();
    QWidget::resizeEvent(event);
}

void Transport::chooseSpeed(int index)
{
    if (m_timeline) m_timeline->setSpeed(m_timeline->speeds()[static_cast<std::size_t>(index)]);
}

} // namespace hg
