#include "core/io/wanted_file.h"
#include "core/session/state_json.h"
#include "core/session/state_kinds.h"
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
    const auto* numbers = std::get_if<ConvState>(&*state);
    fuzz::require(!numbers || geometryOf(numbers->scene));
    const std::string written = writeState(*state);
    const auto again =
        readState({reinterpret_cast<const std::uint8_t*>(written.data()), written.size()}, fuzz::where);
    fuzz::require(again && *again == *state);
    LabState linked = *state;
    if (std::string* file = kindOf(linked).fileIn(linked)) *file = wantedFile(*file);
    const auto unpacked = readStateLink(stateLink(*state));
    fuzz::require(unpacked && *unpacked == linked);
    return 0;
}
