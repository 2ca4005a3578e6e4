#pragma once

#include <optional>

namespace hg {

/// Runs the command line: the exit status, or nothing when no subcommand was given and the window is to open.
std::optional<int> runCommandLine(int argc, char** argv);

} // namespace hg
