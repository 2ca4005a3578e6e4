#pragma once

namespace hg {

/// Opens the window and runs until it is closed: the exit status.
int runWindow(int argc, char** argv);

} // namespace hg
