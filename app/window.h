#pragma once

namespace hg {

struct WindowOptions;

/// Opens the window and runs until it is closed: the exit status.
int runWindow(int argc, char** argv, const WindowOptions& options);

} // namespace hg
