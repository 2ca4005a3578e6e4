#include "core/eval/block_bytes.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace hg {
namespace {

static_assert(std::endian::native == std::endian::little, "a big-endian machine would swap here");

constexpr std::size_t blockSize = 256;
constexpr float most = 127;

/// The least float from x on whose last seven bits are 0: times 127 it is exact, so that numbers which come
/// from blocks go into the same blocks again.
float roundedUp(float x)
{
    constexpr std::uint32_t low = 0x7f;
    return std::bit_cast<float>((std::bit_cast<std::uint32_t>(x) + low) & ~low);
}

void putBlock(std::span<const float> block, Bytes& bytes)
{
    float greatest = 0;
    for (const float x : block)
        greatest = std::max(greatest, std::abs(x));
    const float scale = roundedUp(greatest / most);
    const auto* at = reinterpret_cast<const std::uint8_t*>(&scale);
    bytes.insert(bytes.end(), at, at + sizeof(scale));
    for (const float x : block) {
        const long level = scale > 0 ? std::lround(x / scale) : 0;
        bytes.push_back(static_cast<std::uint8_t>(static_cast<std::int8_t>(level)));
    }
}

} // namespace

Bytes toBlockBytes(std::span<const float> numbers)
{
    Bytes bytes;
    bytes.reserve(blockBytesOf(numbers.size()));
    for (std::size_t i = 0; i < numbers.size(); i += blockSize)
        putBlock(numbers.subspan(i, std::min(blockSize, numbers.size() - i)), bytes);
    return bytes;
}

std::size_t blockBytesOf(std::size_t count)
{
    return count + (count + blockSize - 1) / blockSize * sizeof(float);
}

Result<std::vector<float>> fromBlockBytes(std::span<const std::uint8_t> bytes, std::size_t count)
{
    std::vector<float> numbers;
    numbers.reserve(count);
    for (std::size_t at = 0; numbers.size() < count;) {
        float scale = 0;
        std::memcpy(&scale, bytes.data() + at, sizeof(scale));
        if (!std::isfinite(scale))
            return Error{ErrorCode::NotFinite, {}, {double(numbers.size() / blockSize)}};
        at += sizeof(scale);
        const std::size_t end = at + std::min(blockSize, count - numbers.size());
        for (; at < end; ++at)
            numbers.push_back(scale * static_cast<float>(static_cast<std::int8_t>(bytes[at])));
    }
    return numbers;
}

} // namespace hg
