#include "ui/labs/denoise/own_picture.h"

#include "core/data/drawn_digit.h"
#include "core/io/file.h"
#include "ui/pictures/picture_reader.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

/// The mean of its channels.
std::vector<float> greyOf(const std::vector<Block>& channels)
{
    std::vector<float> grey(channels.front().values.size());
    for (const Block& channel : channels)
        for (std::size_t i = 0; i < grey.size(); ++i)
            grey[i] += static_cast<float>(channel.values[i]) / static_cast<float>(channels.size());
    return grey;
}

} // namespace

std::vector<std::uint8_t> greyBytes(std::span<const float> pixels)
{
    constexpr float brightest = 255;
    std::vector<std::uint8_t> bytes;
    for (const float x : pixels)
        bytes.push_back(static_cast<std::uint8_t>(std::lround(brightest * std::clamp(x, 0.0f, 1.0f))));
    return bytes;
}

std::optional<Result<std::vector<float>>> pictureIn(const std::filesystem::path& path, int side)
{
    const auto content = readFile(path);
    if (!content) return content.error();
    const auto channels = readPicture(*content, path.filename().string());
    if (!channels && channels.error().code == ErrorCode::UnknownKind) return std::nullopt;
    if (!channels) return channels.error();
    if (side == 0) return Error{ErrorCode::UnknownKind, path.filename().string()};
    const Block& first = channels->front();
    std::vector<float> grey = greyOf(*channels);
    if (first.rows == side && first.columns == side) return grey;
    const float mean = std::accumulate(grey.begin(), grey.end(), 0.0f) / static_cast<float>(grey.size());
    if (mean > 0.5f)
        for (float& x : grey)
            x = 1 - x; // ink on paper
    return normaliseDrawing(grey, first.rows, first.columns, side);
}

} // namespace hg
