#pragma once

#include "app/cli/render.h"

namespace hg::cli {

/// Whether the state looks at a tab that has a picture of its own, instead of the film of the run.
bool hasTabOfItsOwn(const AutoencoderView& view);

/// Draws what that tab shows at the end of the training, by the lab's own model, which trains once more: the
/// bytes are the window's. `threads` 0: the machine's. Errors: of the data, the network and the run, as the
/// window has them; Cancelled; those of drawing.
std::optional<Failure> renderTab(const RenderOrder& order, const AutoencoderState& state, int threads);

} // namespace hg::cli
