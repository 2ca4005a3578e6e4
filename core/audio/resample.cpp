#include "core/audio/resample.h"

#include <cmath>
#include <samplerate.h>

namespace hg {

Result<std::vector<float>> resampled(std::span<const float> samples, int channels, int fromHz, int toHz)
{
    if (fromHz < 1) return Error{ErrorCode::BadValue, "rate", {1}, std::to_string(fromHz)};
    const double ratio = static_cast<double>(toHz) / fromHz;
    const double least = std::ceil(fromHz / double{greatestRateRatio}),
                 greatest = double(fromHz) * greatestRateRatio;
    if (toHz < least || toHz > greatest)
        return Error{ErrorCode::BadValue, "rate", {least, greatest}, std::to_string(toHz)};
    if (fromHz == toHz || samples.empty()) return std::vector<float>(samples.begin(), samples.end());
    const auto width = static_cast<std::size_t>(channels);
    const std::size_t frames = samples.size() / width;
    const auto wanted = static_cast<std::size_t>(std::ceil(static_cast<double>(frames) * ratio));
    constexpr std::size_t spare = 16; // frames; the converter may round its own count up
    std::vector<float> result((wanted + spare) * width);
    SRC_DATA data{};
    data.data_in = samples.data();
    data.data_out = result.data();
    data.input_frames = static_cast<long>(frames);
    data.output_frames = static_cast<long>(wanted + spare);
    data.src_ratio = ratio;
    // Wrong arguments are its only errors. Frames beyond the ones that it yields are silence already.
    if (src_simple(&data, SRC_SINC_MEDIUM_QUALITY, channels) != 0)
        return Error{ErrorCode::BadValue, "channels", {1}, std::to_string(channels)};
    result.resize(wanted * width);
    return result;
}

} // namespace hg
