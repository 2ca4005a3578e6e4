#include "core/io/file.h"
#include "core/io/json_object.h"
#include "core/session/base64.h"
#include "core/session/scene_json.h"

#include <zlib.h>

namespace hg {
namespace {

constexpr std::string_view prefix = "hourglass:conv/";

Bytes gzipped(std::string_view text)
{
    z_stream stream{};
    constexpr int gzipFormat = 15 + 16;
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipFormat, 9, Z_DEFAULT_STRATEGY);
    Bytes packed(deflateBound(&stream, text.size()));
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data())); // zlib reads only
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = packed.data();
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n"), last = text.find_last_not_of(" \t\r\n");
    return first == text.npos ? std::string_view() : text.substr(first, last - first + 1);
}

} // namespace

Result<std::string> stateLink(const LabState& state)
{
    const auto* sound = std::get_if<SoundState>(&state);
    if (sound && !sound->scene.path.empty())
        return Error{ErrorCode::UnknownName, "link", {}, sound->scene.path};
    return std::string(prefix) + toBase64(gzipped(writeState(state)));
}

bool isStateLink(std::string_view text)
{
    return trimmed(text).starts_with(prefix);
}

Result<LabState> readStateLink(std::string_view link)
{
    const std::string_view text = trimmed(link);
    const Error damaged{ErrorCode::BadLink, "link", {}, std::string(text.substr(0, 40))};
    if (!isStateLink(text) || text.size() > largestJson) return damaged;
    const auto packed = fromBase64(text.substr(prefix.size()));
    if (!packed || packed->empty()) return damaged;
    const auto json = gunzip(*packed, largestJson);
    if (!json) return damaged;
    auto state = readState(*json, "link");
    // A link is followed without a thought; it must not make the program read files.
    const auto* sound = state ? std::get_if<SoundState>(&*state) : nullptr;
    if (sound && !sound->scene.path.empty())
        return Error{ErrorCode::UnknownName, "link", {}, sound->scene.path};
    return state;
}

} // namespace hg
