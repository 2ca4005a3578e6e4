#pragma once

#include "core/util/result.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace hg {

/// Where the program's data may lie, best first: $HOURGLASS_ASSETS alone when it is set, `assets` beside the
/// program, ../share/hourglass, and the source tree that a development build was made from. `program` is the
/// folder of the running program.
class Assets {
public:
    explicit Assets(const std::filesystem::path& program);

    /// The first existing file or folder of that name, e.g. "datasets/mnist". Errors: FileNotFound with the
    /// name.
    Result<std::filesystem::path> find(std::string_view name) const;

private:
    std::vector<std::filesystem::path> m_folders;
};

} // namespace hg
