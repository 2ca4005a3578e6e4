#pragma once

#include "core/lab/conv_scene.h"
#include "core/lab/sound_scene.h"

#include <cstdint>
#include <span>
#include <string>
#include <variant>

namespace hg {

/// How a convolution is looked at: saved and linked beside the scene, never undone.
struct ConvView {
    double position = 0; ///< of the playhead, in positions
    int filter = 0;      ///< the one in front
    bool showsGhost = true;
    bool showsZeros = false;  ///< zero insertion beside stamping
    bool hasOneScale = false; ///< the slices without numbers share one range
    bool operator==(const ConvView&) const = default;
};

/// What a saved state or a link of a convolution lab holds at the scale of numbers.
struct ConvState {
    ConvScene scene;
    ConvView view;
    bool operator==(const ConvState&) const = default;
};

/// How a sound is looked at, in seconds: saved beside it, never undone.
struct SoundPlace {
    double second = 0;             ///< of the playhead
    double start = 0, seconds = 0; ///< the stretch in view; none: the whole
    bool operator==(const SoundPlace&) const = default;
};

/// The same at the scale of sound.
struct SoundState {
    SoundScene scene;
    SoundPlace view{};
    SoundState(SoundScene s = {}, SoundPlace v = {}) : scene(std::move(s)), view(v) {}
    bool operator==(const SoundState&) const = default;
};

/// What is saved of a convolution lab, at either scale.
using LabState = std::variant<ConvState, SoundState>;
/// 2: of the lab on the plane; 1: along a line.
int axesOf(const LabState& state);

/// The most numbers of input or filters that a state holds.
inline constexpr int mostStateNumbers = 1 << 20;

/// The state as a JSON document (docs/state-file.md). Numbers round-trip; pictures of whole 255ths are kept
/// as bytes in base64; what has its default in a scene of numbers is left out.
std::string writeState(const LabState& state);
/// Errors: those of parseJson() and JsonObject, TooManyNumbers, VersionUnknown, and of geometryOf() or
/// firTaps(): a state that is read can be shown, where the sound file that it may name is there.
Result<LabState> readState(std::span<const std::uint8_t> json, const std::string& where);

/// The state as text that fits into a chat or a web page: hourglass:conv/ and the JSON, gzipped, in base64
/// with the letters of URLs (RFC 4648, section 5). Errors: UnknownName for a sound from a file, which stays
/// behind (text: its path).
Result<std::string> stateLink(const LabState& state);
bool isStateLink(std::string_view text);
/// Errors: BadLink for one that is cut off or altered, UnknownName for one that names a file, and those of
/// readState().
Result<LabState> readStateLink(std::string_view link);

} // namespace hg
