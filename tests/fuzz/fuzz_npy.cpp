#include "core/io/array_file.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::span content(data, size);
    const auto blocks = parseNpy(content, fuzz::where), rows = parseNpy(content, fuzz::where, true);
    const auto axes = npyAxes(content, fuzz::where);
    fuzz::require(!blocks || axes);
    if (!blocks) return 0;
    std::vector<float> values;
    for (const Block& block : *blocks) {
        fuzz::require(block.values.size() ==
                      static_cast<std::size_t>(block.rows) * static_cast<std::size_t>(block.columns));
        values.insert(values.end(), block.values.begin(), block.values.end());
    }
    fuzz::require(!rows || rows->front().rows == 1);
    const std::vector<int> lengths(axes->begin(), axes->end());
    const auto again = parseNpy(toNpy(values, lengths), fuzz::where);
    fuzz::require(again && again->size() == blocks->size());
    std::size_t i = 0;
    for (const Block& block : *again)
        for (const double value : block.values)
            fuzz::require(std::isfinite(value) && static_cast<float>(value) == values[i++]);
    return 0;
}
