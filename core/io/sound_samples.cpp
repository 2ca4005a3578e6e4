#include "core/io/sound_samples.h"

#include <algorithm>
#include <cmath>

namespace hg {

Result<SoundSamples> SoundSamples::create(long rateHz, int channels, std::string where)
{
    if (rateHz < 1 || rateHz > greatestRateHz)
        return Error{ErrorCode::BadValue, where, {1, double{greatestRateHz}}, std::to_string(rateHz)};
    if (channels < 1) return Error{ErrorCode::BadSound, where};
    return SoundSamples({.rateHz = static_cast<int>(rateHz), .channels = channels}, std::move(where));
}

std::optional<Error> SoundSamples::append(std::span<const float> samples)
{
    const auto channels = static_cast<std::size_t>(m_sound.channels);
    const std::size_t most = std::min(mostFrames, mostSoundNumbers / channels) * channels;
    const std::size_t before = m_sound.samples.size(), count = before + samples.size();
    if (count > most)
        return Error{
            ErrorCode::TooManyNumbers, m_where, {static_cast<double>(count), static_cast<double>(most)}};
    const auto bad =
        std::find_if_not(samples.begin(), samples.end(), [](float x) { return std::isfinite(x); });
    if (bad != samples.end())
        return Error{ErrorCode::NotFinite,
                     m_where,
                     {static_cast<double>(before) + static_cast<double>(bad - samples.begin())}};
    m_sound.samples.insert(m_sound.samples.end(), samples.begin(), samples.end());
    return std::nullopt;
}

Result<Sound> SoundSamples::take()
{
    if (m_sound.samples.empty()) return Error{ErrorCode::FileEmpty, m_where};
    return std::move(m_sound);
}

} // namespace hg
