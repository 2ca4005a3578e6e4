#include "tests/fuzz/fuzz.h"
#include "ui/pictures/picture_reader.h"

using namespace hg;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto blocks = readPicture(Bytes(data, data + size), fuzz::where);
    if (!blocks) return 0;
    fuzz::require(blocks->size() == 1 || blocks->size() == 3);
    for (const Block& block : *blocks) {
        fuzz::require(block.rows == blocks->front().rows && block.columns == blocks->front().columns);
        fuzz::require(block.values.size() ==
                      static_cast<std::size_t>(block.rows) * static_cast<std::size_t>(block.columns));
        for (const double value : block.values)
            fuzz::require(value >= 0 && value <= 1);
    }
    return 0;
}
