#include "app/cli/arguments.h"

#include "ui/theme/error_text.h"

namespace hg::cli {

Failure failure(const Error& error, const std::string& subject, int status)
{
    const std::string place = !subject.empty() ? subject : !error.where.empty() ? error.where : "input";
    return {status, place, errorSentence(error).toStdString()};
}

void Arguments::setFault(const std::string& name, std::string sentence)
{
    if (!error() && !m_own) m_own = Failure{2, "--" + name, std::move(sentence)};
}

std::optional<Failure> Arguments::fault() const
{
    if (m_own) return m_own;
    return error() ? std::optional(failure(*error(), {}, 2)) : std::nullopt;
}

} // namespace hg::cli
