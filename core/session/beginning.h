#pragma once

#include "core/data/assets.h"
#include "core/session/call_options.h"
#include "core/session/state_json.h"

#include <functional>

namespace hg {

/// The state that --preset or --state begin with; nothing where neither is given. `command` is the one that
/// is called, `readGiven` makes a state of the text of --state. Errors: StateBesidePreset, OptionNotPreset,
/// OptionForOther for a state or preset of another command, those of presetState() with `where` --preset,
/// and those of `readGiven` with `where` --state unless they name a file.
Result<std::optional<LabState>>
readBeginning(const CallOptions& options, std::string_view command, const Assets& assets,
              const std::function<Result<LabState>(const std::string& text)>& readGiven);

/// The command that a state is for: conv2d, conv1d, train, denoise or fewlabels.
std::string_view commandFor(const LabState& state);

} // namespace hg
