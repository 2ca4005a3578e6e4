#include "core/io/array_file.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace hg;

namespace {

/// The block written by us and read again.
Block again(const Block& block)
{
    std::vector<float> values(block.values.begin(), block.values.end());
    const std::string text = toCsv(values, block.columns);
    const auto blocks =
        parseCsv({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, fuzz::where);
    fuzz::require(blocks && blocks->size() == 1);
    return blocks->front();
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto blocks = parseCsv({data, size}, fuzz::where);
    if (!blocks) return 0;
    fuzz::require(!blocks->empty());
    for (const Block& block : *blocks) {
        fuzz::require(block.rows > 0 && block.columns > 0);
        fuzz::require(block.values.size() ==
                      static_cast<std::size_t>(block.rows) * static_cast<std::size_t>(block.columns));
        const Block copy = again(block);
        fuzz::require(copy.rows == block.rows && copy.columns == block.columns);
        for (std::size_t i = 0; i < block.values.size(); ++i) {
            const auto value = static_cast<float>(block.values[i]);
            fuzz::require(std::isfinite(value) && static_cast<float>(copy.values[i]) == value);
        }
    }
    return 0;
}
