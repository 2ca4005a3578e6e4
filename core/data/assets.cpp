#include "core/data/assets.h"

#include <cstdlib>
#include <string>
#include <system_error>

namespace hg {

Assets::Assets(const std::filesystem::path& program)
{
    if (const char* chosen = std::getenv("HOURGLASS_ASSETS"); chosen && *chosen) {
        m_folders.emplace_back(chosen); // a deliberate choice: nothing else is looked at
        return;
    }
    m_folders = {program / "assets", program / ".." / "share" / "hourglass"};
#ifdef HOURGLASS_SOURCE_ASSETS
    m_folders.emplace_back(HOURGLASS_SOURCE_ASSETS);
#endif
}

Result<std::filesystem::path> Assets::find(std::string_view name) const
{
    std::error_code code;
    for (const auto& folder : m_folders)
        if (std::filesystem::exists(folder / name, code)) return folder / name;
    const std::string where = m_folders.size() == 1 ? (m_folders.front() / name).string() : std::string(name);
    return Error{ErrorCode::FileNotFound, where};
}

} // namespace hg
