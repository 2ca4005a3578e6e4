#include "ui/labs/denoise/strength_timeline.h"

#include "ui/labs/denoise/denoise_words.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hg {

QString StrengthTimeline::label() const
{
    return strengthText(m_texts(), m_kind, strength());
}

void StrengthTimeline::setKind(Noise::Kind kind)
{
    if (std::exchange(m_kind, kind) == kind) return;
    countChanged();
    seekStrength(scaleOf(kind).usual);
}

double StrengthTimeline::strength() const
{
    if (m_given && m_given->second == position()) return m_given->first;
    const StrengthScale scale = scaleOf(m_kind);
    const bool isFine = m_kind == Noise::Kind::SaltAndPepper; // its steps have three decimals
    const double parts = m_kind == Noise::Kind::Block ? 1 : isFine ? 1000 : 100;
    return std::round((scale.least + position() * scale.step) * parts) / parts;
}

void StrengthTimeline::seekStrength(double strength)
{
    const StrengthScale scale = scaleOf(m_kind);
    const double kept = std::clamp(strength, scale.least, scale.most);
    m_given = {kept, (kept - scale.least) / scale.step};
    seek(m_given->second);
}

} // namespace hg
