#pragma once

#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>

/// What libFuzzer calls with one input after the other; without it, replay.cpp does. Never returns anything
/// but 0: a crash, a sanitizer's report, too much time or memory, or `require` is what fails.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace hg::fuzz {

inline const std::string where = "fuzz";

/// A property that holds whatever the input.
inline void require(bool holds)
{
    if (!holds) std::abort();
}

} // namespace hg::fuzz
