#pragma once

#include "core/lab/lab_state.h"

#include <span>
#include <string_view>

namespace hg {

/// A training that the lab offers as an example.
struct AutoencoderExample {
    const char* id;
    AutoencoderState state;
};

/// In the order in which they are told: what is linear, what bends, what goes wrong.
std::span<const AutoencoderExample> autoencoderExamples();
/// The example of that id, or null.
const AutoencoderExample* findAutoencoderExample(std::string_view id);

} // namespace hg
