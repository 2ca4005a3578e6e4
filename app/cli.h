#pragma once

#include <optional>
#include <string>

namespace hg {

/// What the command line says of the window.
struct WindowOptions {
    std::string frameStats; ///< the file for the measured times of its thread; empty: none are measured
};

/// Runs the command line: the exit status, or nothing when no subcommand was given and the window is to open.
std::optional<int> runCommandLine(int argc, char** argv, WindowOptions& window);

} // namespace hg
