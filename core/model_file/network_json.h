#pragma once

#include "core/nn/network.h"

#include <cstdint>
#include <span>
#include <string>

namespace hg {

/// The description of a network as JSON, one layer a line: docs/model-file.md. `parseNetwork` reads it back
/// as an equal value.
std::string networkToJson(const Network& network);

/// Reads a description, which may be impossible still: `resolve` says. Errors, all with `where`: TooLarge,
/// NotJson, and those of fields (FieldUnknown, FieldMissing, …) with the place in `text`; VersionUnknown.
Result<Network> parseNetwork(std::span<const std::uint8_t> content, const std::string& where);

} // namespace hg
