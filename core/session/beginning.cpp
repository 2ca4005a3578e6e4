#include "core/session/beginning.h"

#include "core/session/preset_state.h"

namespace hg {
namespace {

Result<LabState> readPreset(const std::string& id, const Assets& assets)
{
    auto state = presetState(id, assets);
    if (state) return state;
    Error error = state.error();
    error.where = "--preset";
    if (error.code == ErrorCode::UnknownName) error.code = ErrorCode::OptionNotPreset;
    return error;
}

} // namespace

std::string_view commandFor(const LabState& state)
{
    const std::string_view lab = labOf(state);
    if (lab == "autoencoder") return "train";
    return lab == "denoising" ? "denoise" : lab;
}

Result<std::optional<LabState>>
readBeginning(const CallOptions& options, std::string_view command, const Assets& assets,
              const std::function<Result<LabState>(const std::string& text)>& readGiven)
{
    const bool isPreset = options.has("preset"), isState = options.has("state");
    if (isPreset && isState) return Error{ErrorCode::StateBesidePreset, "--state"};
    if (!isPreset && !isState) return std::optional<LabState>();
    auto state = isPreset ? readPreset(options.text("preset"), assets) : readGiven(options.text("state"));
    if (!state) return state.error();
    const std::string_view other = commandFor(*state);
    if (other != command)
        return Error{ErrorCode::OptionForOther, isPreset ? "--preset" : "--state", {}, std::string(other)};
    return std::optional(std::move(*state));
}

} // namespace hg
