#include "core/session/scene_json.h"
#include "tests/fuzz/fuzz.h"

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto state = isStateLink(text) ? readStateLink(text) : readState({data, size}, fuzz::where);
    if (!state) {
        fuzz::require(!state.error().where.empty() && state.error().text.size() < 4096);
        return 0;
    }
    const auto again = readStateLink(stateLink(*state));
    fuzz::require(again && *again == *state && geometryOf(state->scene));
    return 0;
}
