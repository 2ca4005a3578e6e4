#include "app/cli/state_option.h"

#include "core/io/file.h"
#include "core/session/beginning.h"

#include <QCoreApplication>

namespace hg::cli {
namespace {

Result<LabState> readLink(std::string_view text, const std::string& where)
{
    auto state = readStateLink(text);
    if (state) return state;
    Error error = state.error();
    error.where = where;
    return error;
}

/// Of a link, or of a file that holds a link or a document.
Result<LabState> readGiven(const std::string& text)
{
    if (isStateLink(text)) return readLink(text, "--state");
    const auto content = readFile(text);
    if (!content) return content.error();
    const std::string_view inside(reinterpret_cast<const char*>(content->data()), content->size());
    return isStateLink(inside) ? readLink(inside, text) : readState(*content, text);
}

/// Wrong whatever the data are, or only with these.
int statusOf(const Error& error)
{
    const bool isOfPreset = error.where == "--preset" && (error.code == ErrorCode::OptionNotPreset ||
                                                          error.code == ErrorCode::OptionForOther);
    return isOfPreset || error.code == ErrorCode::StateBesidePreset ? 2 : 1;
}

} // namespace

std::variant<std::optional<LabState>, Failure> readBeginning(const Arguments& arguments,
                                                             const std::string& command)
{
    const Assets assets(QCoreApplication::applicationDirPath().toStdString());
    auto state = hg::readBeginning(arguments, command, assets, readGiven);
    if (!state) return failure(state.error(), {}, statusOf(state.error()));
    return std::move(*state);
}

} // namespace hg::cli
