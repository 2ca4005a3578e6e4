#include "ui/widgets/sound_timeline.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double stopsASecond = 10;

} // namespace

QString SoundTimeline::label() const
{
    const QLocale locale;
    return tr("%1 s of %2 s").arg(locale.toString(second(), 'f', 1), locale.toString(m_seconds, 'f', 1));
}

double SoundTimeline::rate(double) const
{
    return stopsASecond;
}

void SoundTimeline::setSeconds(double seconds)
{
    m_seconds = seconds;
    m_count = static_cast<int>(std::ceil(seconds * stopsASecond - 1e-9));
    countChanged();
}

double SoundTimeline::second() const
{
    return std::min(position() / stopsASecond, m_seconds);
}

void SoundTimeline::seekSecond(double second)
{
    seek(second * stopsASecond);
}

} // namespace hg
