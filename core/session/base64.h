#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hg {

/// Base64 with the letters of URLs and without padding (RFC 4648, section 5).
std::string toBase64(std::span<const std::uint8_t> bytes);
/// Nothing when a letter is none of those, or bits are left over.
std::optional<std::vector<std::uint8_t>> fromBase64(std::string_view text);

} // namespace hg
