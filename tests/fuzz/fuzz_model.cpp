#include "core/model_file/model_file.h"
#include "tests/fuzz/fuzz.h"

#include <cstring>

using namespace hg;

namespace {

void check(std::span<const std::uint8_t> content)
{
    const auto saved = parseModelFile(content, fuzz::where);
    if (!saved) {
        fuzz::require(saved.error().where == fuzz::where);
        return;
    }
    const Model& model = saved->model;
    fuzz::require(model.parameters.size() == model.plan->parameterCount());
    const auto again = parseModelFile(toModelFile(*saved), fuzz::where);
    fuzz::require(again && again->recipe == saved->recipe && again->model.parameters == model.parameters &&
                  again->model.mean == model.mean &&
                  again->model.plan->network().network == model.plan->network().network);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Bytes content(data, data + size);
    check(content);
    if (content.size() < sizeof(std::uint32_t)) return 0;
    // A checksum that fits lets the input through to what lies behind it.
    const std::size_t body = content.size() - sizeof(std::uint32_t);
    const std::uint32_t sum = checksum(std::span(content).first(body));
    std::memcpy(content.data() + body, &sum, sizeof(sum));
    check(content);
    return 0;
}
