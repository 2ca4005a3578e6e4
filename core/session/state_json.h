#pragma once

#include "core/lab/lab_state.h"
#include "core/util/result.h"

#include <cstdint>
#include <span>
#include <string>

namespace hg {

/// The most numbers of input or filters that a state holds.
inline constexpr int mostStateNumbers = 1 << 20;

/// The state as a JSON document (docs/state-file.md). Numbers round-trip; pictures of whole 255ths are kept
/// as bytes in base64; what has its default in a scene of numbers or in a recipe is left out.
std::string writeState(const LabState& state);
/// Errors: those of parseJson() and JsonObject, TooManyNumbers, VersionUnknown, and of geometryOf(),
/// firTaps() or validate(): a state that is read can be shown, where the file that it may name is there.
Result<LabState> readState(std::span<const std::uint8_t> json, const std::string& where);

/// The state as text that fits into a chat or a web page: hourglass:, the word of its kind, / and the JSON,
/// gzipped, in base64 with the letters of URLs (RFC 4648, section 5). Of a file of the user's it carries the
/// bare name (wantedFile()).
std::string stateLink(LabState state);
/// Whether the text begins as a link of a kind that is known here.
bool isStateLink(std::string_view text);
/// Errors: BadLink for one that is cut off or altered or names the path of a file, and those of readState().
/// A file that is wanted stays to be chosen.
Result<LabState> readStateLink(std::string_view link);

} // namespace hg
