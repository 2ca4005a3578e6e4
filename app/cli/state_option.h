#pragma once

#include "app/cli/arguments.h"
#include "core/session/state_json.h"

#include <variant>

namespace hg::cli {

/// The state that `--preset` or `--state` of a call of `command` begin with: an example's, a link's or a
/// file's; nothing where neither is given.
std::variant<std::optional<LabState>, Failure> readBeginning(const Arguments& arguments,
                                                             const std::string& command);

} // namespace hg::cli
