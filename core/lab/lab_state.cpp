#include "core/lab/lab_state.h"

#include "core/engine/code_dial.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

std::string_view labFor(const ConvState& state)
{
    return state.scene.axes == 2 ? "conv2d" : "conv1d";
}

std::string_view labFor(const SoundState&)
{
    return "conv1d";
}

std::string_view labFor(const AutoencoderState&)
{
    return "autoencoder";
}

std::string_view labFor(const DenoiseState&)
{
    return "denoising";
}

std::string_view labFor(const FewLabelsState&)
{
    return "fewlabels";
}

} // namespace

bool isDial(const DialMatrix& m)
{
    const bool isWithin =
        std::all_of(m.begin(), m.end(), [](double entry) { return std::abs(entry) <= largestInDial; });
    return isWithin && inverseOf(m);
}

std::string_view labOf(const LabState& state)
{
    return std::visit([](const auto& s) { return labFor(s); }, state);
}

} // namespace hg
