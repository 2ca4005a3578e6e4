#include "core/lab/lab_state.h"

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

} // namespace

std::string_view labOf(const LabState& state)
{
    return std::visit([](const auto& s) { return labFor(s); }, state);
}

} // namespace hg
