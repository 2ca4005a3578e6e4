#pragma once

namespace hg {

/// True where no window can open: neither X nor Wayland answers by its environment, and no Qt platform was
/// asked for.
bool isWithoutDisplay();

/// The main job without a window: an animated convolution, a short training run's picture (the bottleneck
/// beside PCA) and its numbers, in a new folder that it names on standard error. The exit status.
int runHeadless(int argc, char** argv);

} // namespace hg
