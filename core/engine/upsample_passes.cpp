#include "core/engine/cell_rows.h"
#include "core/engine/layer_passes.h"

namespace hg::passes {
namespace {

/// Every output has one tap, the input that it copies.
void copy(std::span<const TapEntry> taps, const float* from, float* to)
{
    sumRows(taps, 1.0f, from, to);
}

void forward(const PlannedLayer& planned, const float*, const float* x, float* y, Epilogue, Workspace&)
{
    forEachRow(planned.forward, x, planned.layer.in, y, planned.layer.out, copy);
}

/// Gathers the sum of the copies.
void inputGradient(const PlannedLayer& planned, const float*, const float*, const float* g, float* xGradient,
                   Epilogue, Workspace&)
{
    forEachRow(planned.backward, g, planned.layer.out, xGradient, planned.layer.in, copy);
}

void run(const SoloStep& step, const float* x, float* y, int*)
{
    forEachSolo(step, x, y, [](std::span<const TapEntry> taps, const float* from, int pitch) {
        return from[taps[0].cell * pitch];
    });
}

} // namespace

const LayerPasses upsamplePasses{.forward = forward, .inputGradient = inputGradient, .solo = {.run = run}};

} // namespace hg::passes
