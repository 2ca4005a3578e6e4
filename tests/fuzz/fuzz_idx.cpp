#include "core/io/idx.h"
#include "tests/fuzz/fuzz.h"

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto idx = parseIdx({data, size}, fuzz::where);
    if (!idx) return 0;
    std::size_t product = 1;
    for (const int length : idx->axes)
        product *= static_cast<std::size_t>(length);
    fuzz::require(!idx->axes.empty() && idx->axes.size() <= 4 && product == idx->bytes.size());
    return 0;
}
