#include "core/io/file.h"
#include "core/io/json_object.h"
#include "core/io/wanted_file.h"
#include "core/session/base64.h"
#include "core/session/state_json.h"
#include "core/session/state_kinds.h"

#include <zlib.h>

namespace hg {
namespace {

constexpr std::string_view scheme = "hourglass:";

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

/// The word of a link, and what follows it; no word where the text is no link of a kind that is known.
struct LinkParts {
    std::string_view word, content;
};

bool isOf(const StateKind& kind, std::string_view word)
{
    return word == kind.word || (kind.formerWord && word == kind.formerWord);
}

LinkParts partsOf(std::string_view link)
{
    std::string_view text = trimmed(link);
    const auto slash = text.find('/');
    if (!text.starts_with(scheme) || slash == text.npos) return {};
    const LinkParts parts{text.substr(scheme.size(), slash - scheme.size()), text.substr(slash + 1)};
    for (const StateKind* kind : stateKinds())
        if (isOf(*kind, parts.word)) return parts;
    return {};
}

/// A path that came by a link would be read without anybody's having chosen it.
bool namesPath(LabState& state)
{
    const std::string* file = kindOf(state).fileIn(state);
    return file && wantedName(*file).empty();
}

} // namespace

std::string stateLink(LabState state)
{
    if (std::string* file = kindOf(state).fileIn(state)) *file = wantedFile(*file);
    return std::string(scheme) + kindOf(state).word + "/" + toBase64(gzipped(writeState(state)));
}

bool isStateLink(std::string_view text)
{
    return !partsOf(text).word.empty();
}

Result<LabState> readStateLink(std::string_view link)
{
    const Error damaged{ErrorCode::BadLink, "link", {}, std::string(trimmed(link).substr(0, 40))};
    const LinkParts parts = partsOf(link);
    if (parts.word.empty() || parts.content.size() > largestJson) return damaged;
    const auto packed = fromBase64(parts.content);
    if (!packed || packed->empty()) return damaged;
    const auto json = gunzip(*packed, largestJson);
    if (!json) return damaged;
    auto state = readState(*json, "link");
    if (!state) return state;
    if (!isOf(kindOf(*state), parts.word) || namesPath(*state)) return damaged;
    return state;
}

} // namespace hg
