#include "core/io/idx.h"

namespace hg {
namespace {

std::uint32_t bigEndian(std::span<const std::uint8_t> content, std::size_t at)
{
    return (std::uint32_t{content[at]} << 24) | (std::uint32_t{content[at + 1]} << 16) |
           (std::uint32_t{content[at + 2]} << 8) | content[at + 3];
}

Error mismatch(const std::string& where, double announced, double found)
{
    return {ErrorCode::SizeMismatch, where, {announced, found}};
}

} // namespace

Result<Idx> parseIdx(std::span<const std::uint8_t> content, const std::string& where, const Watch& watch)
{
    if (kindOf(content) == FileKind::Gzip) {
        auto inflated = gunzip(content, largestFile / 2, watch);
        if (!inflated) {
            Error error = inflated.error();
            error.where = where;
            return error;
        }
        if (kindOf(*inflated) == FileKind::Gzip) return Error{ErrorCode::UnknownKind, where};
        return parseIdx(*inflated, where);
    }
    if (content.size() < 4) return mismatch(where, 4, static_cast<double>(content.size()));
    const std::uint32_t magic = bigEndian(content, 0), axisCount = magic & 0xFF;
    if ((magic >> 8) != 8 || axisCount < 1 || axisCount > 4)
        return Error{ErrorCode::BadMagic, where, {static_cast<double>(magic)}};
    const std::size_t header = 4 + 4 * std::size_t{axisCount};
    if (content.size() < header)
        return mismatch(where, static_cast<double>(header), static_cast<double>(content.size()));
    Idx idx;
    double announced = 1;
    for (std::uint32_t a = 0; a < axisCount; ++a) {
        const std::uint32_t length = bigEndian(content, 4 + 4 * a);
        announced *= length;
        idx.axes.push_back(static_cast<int>(std::min<std::uint32_t>(length, 0x7FFFFFFF)));
    }
    const std::size_t there = content.size() - header;
    if (announced != static_cast<double>(there))
        return mismatch(where, announced, static_cast<double>(there));
    idx.bytes.assign(content.begin() + static_cast<std::ptrdiff_t>(header), content.end());
    return idx;
}

} // namespace hg
