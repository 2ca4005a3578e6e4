#include "core/session/state_kinds.h"

#include <array>

namespace hg {

std::span<const StateKind* const> stateKinds()
{
    static constexpr std::array table{&kinds::convolution, &kinds::sound, &kinds::autoencoder,
                                      &kinds::denoising, &kinds::fewLabels};
    static_assert(table.size() == std::variant_size_v<LabState>);
    return table;
}

const StateKind& kindOf(const LabState& state)
{
    return *stateKinds()[state.index()];
}

std::string fileOf(LabState state)
{
    const std::string* file = kindOf(state).fileIn(state);
    return file ? *file : std::string();
}

std::string readPath(JsonObject& object, const char* name, const char* accepted)
{
    constexpr std::size_t longest = 4096;
    const Json* value = object.need(name);
    const auto* path = value ? value->get_ptr<const std::string*>() : nullptr;
    const bool isPath =
        path && !path->empty() && path->size() <= longest && path->find('\0') == path->npos && *path != "-";
    if (isPath) return *path;
    if (value) object.setFault(ErrorCode::FieldNotKind, object.pathOf(name), {}, accepted);
    return {};
}

} // namespace hg
