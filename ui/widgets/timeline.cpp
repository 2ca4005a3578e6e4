#include "ui/widgets/timeline.h"

#include <algorithm>
#include <cmath>

namespace hg {

Timeline::Timeline(const Clock& clock, QObject* parent) : QObject(parent), m_clock(clock)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(16);
    connect(&m_timer, &QTimer::timeout, this, &Timeline::advance);
}

void Timeline::setSpeed(double speed)
{
    m_speed = speed;
    Q_EMIT stateChanged();
}

void Timeline::play()
{
    if (!canPlay()) return;
    if (m_position >= count()) m_position = 0;
    m_lastTime = m_clock.seconds();
    m_timer.start();
    Q_EMIT stateChanged();
}

void Timeline::pause()
{
    if (!m_timer.isActive()) return;
    m_timer.stop();
    Q_EMIT stateChanged();
}

void Timeline::togglePlay()
{
    isPlaying() ? pause() : play();
}

void Timeline::seek(double position)
{
    m_position = std::clamp(position, 0.0, static_cast<double>(count()));
    Q_EMIT changed();
}

void Timeline::jump(double position)
{
    pause();
    seek(position);
}

void Timeline::stepBack()
{
    jump(stopBefore(m_position));
}

void Timeline::stepForward()
{
    jump(stopAfter(m_position));
}

double Timeline::stopBefore(double position) const
{
    return std::ceil(position - 1e-9) - 1;
}

double Timeline::stopAfter(double position) const
{
    return std::floor(position + 1e-9) + 1;
}

void Timeline::countChanged()
{
    m_position = std::min(m_position, static_cast<double>(count()));
    if (!canPlay()) pause();
    Q_EMIT stateChanged();
    Q_EMIT changed();
}

void Timeline::advance()
{
    const double now = m_clock.seconds(), elapsed = now - m_lastTime;
    m_lastTime = now;
    const double next = m_position + elapsed * m_speed * m_evenRate.value_or(rate(m_position));
    if (next >= count()) pause();
    seek(next);
}

} // namespace hg
