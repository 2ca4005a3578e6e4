#include "core/model_file/network_json.h"
#include "tests/fuzz/fuzz.h"

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto network = parseNetwork({data, size}, fuzz::where);
    if (!network) {
        fuzz::require(network.error().where == fuzz::where && network.error().text.size() < 4096);
        return 0;
    }
    const std::string text = networkToJson(*network);
    const auto again =
        parseNetwork({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, fuzz::where);
    fuzz::require(again && *again == *network);
    const auto resolved = resolve(*network);
    if (resolved) fuzz::require(resolved->outputShape() == network->input && resolved->codeSize() > 0);
    return 0;
}
