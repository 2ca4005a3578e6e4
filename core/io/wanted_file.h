#pragma once

#include "core/util/error.h"

#include <optional>
#include <string>
#include <string_view>

namespace hg {

// A link may be followed without a thought, so it must not make the program read files. It speaks of a file
// of its maker's as `wanted:` and the bare name; whoever follows it chooses the file.

/// wanted:letters.npy, of /home/ada/letters.npy; of what is wanted already, itself.
std::string wantedFile(std::string_view path);
/// letters.npy, of wanted:letters.npy; empty for any other path, and for one that names more than a file.
std::string wantedName(std::string_view path);
/// FileWanted, for a path that still has to be chosen.
std::optional<Error> faultOfWanted(std::string_view path);

} // namespace hg
