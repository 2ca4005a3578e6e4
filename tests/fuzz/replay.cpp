// Stands in for libFuzzer's main where that is not linked: runs a target over the files of the folders given,
// each whole, cut off at every length, and with every byte changed in three ways.

#include "core/io/file.h"
#include "tests/fuzz/fuzz.h"

#include <filesystem>
#include <iostream>

namespace {

constexpr std::size_t mostVariants = 4096; // bytes of a file that are varied: seeds are small

void run(std::span<const std::uint8_t> content)
{
    LLVMFuzzerTestOneInput(content.data(), content.size());
}

void runVariants(hg::Bytes content)
{
    run(content);
    const std::size_t count = std::min(content.size(), mostVariants);
    for (std::size_t size = 0; size < count; ++size)
        run(std::span(content).first(size));
    for (std::size_t i = 0; i < count; ++i)
        for (const int mask : {0x01, 0x80, 0xFF}) {
            content[i] ^= static_cast<std::uint8_t>(mask);
            run(content);
            content[i] ^= static_cast<std::uint8_t>(mask);
        }
}

} // namespace

int main(int argc, char** argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i)
        for (const auto& entry : std::filesystem::directory_iterator(argv[i])) {
            const auto content = hg::readFile(entry.path());
            if (!content) continue; // an empty one is a seed of nothing
            runVariants(*content);
            ++files;
        }
    std::cout << files << " files replayed\n";
    return files > 0 ? 0 : 1;
}
