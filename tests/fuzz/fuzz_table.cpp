#include "core/io/table_text.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    for (const bool hasDecimalComma : {false, true}) {
        const auto blocks = parseTable(text, fuzz::where, hasDecimalComma);
        if (!blocks) continue;
        for (const Block& block : *blocks) {
            fuzz::require(block.values.size() ==
                          static_cast<std::size_t>(block.rows) * static_cast<std::size_t>(block.columns));
            for (const double value : block.values)
                fuzz::require(std::isfinite(value));
        }
    }
    return 0;
}
