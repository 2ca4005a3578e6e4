#pragma once

#include "core/data/assets.h"
#include "core/session/state_json.h"

#include <string_view>
#include <vector>

namespace hg {

/// The ids of all examples, of numbers, of spectrograms and of sounds, in the order of their tables.
std::vector<std::string_view> presetIds();

/// The state that an example's id stands for. Errors: UnknownName (text: the id); those of makeExample().
Result<LabState> presetState(std::string_view id, const Assets& assets);

} // namespace hg
