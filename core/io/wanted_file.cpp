#include "core/io/wanted_file.h"

namespace hg {
namespace {

constexpr std::string_view prefix = "wanted:", separators = "/\\";
constexpr const char* nameless = "files"; // the name of the root

} // namespace

std::string wantedFile(std::string_view path)
{
    if (!wantedName(path).empty()) return std::string(path);
    const auto end = path.find_last_not_of(separators); // a folder's path may go on with separators
    if (end == path.npos) return std::string(prefix) + nameless;
    const std::string_view bare = path.substr(0, end + 1);
    const auto last = bare.find_last_of(separators);
    return std::string(prefix).append(last == bare.npos ? bare : bare.substr(last + 1));
}

std::string wantedName(std::string_view path)
{
    if (!path.starts_with(prefix)) return {};
    const std::string_view name = path.substr(prefix.size());
    return std::string(name.find_first_of(separators) == name.npos ? name : std::string_view());
}

std::optional<Error> faultOfWanted(std::string_view path)
{
    const std::string name = wantedName(path);
    if (name.empty()) return std::nullopt;
    return Error{ErrorCode::FileWanted, name, {}, name};
}

} // namespace hg
