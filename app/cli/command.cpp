#include "app/cli/command.h"

#include <QList>
#include <QString>

#include <array>
#include <cerrno>
#include <iostream>
#include <poll.h>
#include <system_error>
#include <unistd.h>

namespace hg::cli {
namespace {

int outputError = 0; // errno of the first write that failed

/// On one line and harmless to a terminal: what is quoted from outside may hold line ends, escapes or bytes
/// of no text.
QString printable(const std::string& text)
{
    QList<uint> line = QString::fromStdString(text).toUcs4();
    for (uint& c : line) {
        const auto category = QChar::category(c);
        if (c == u'\n' || c == u'\t')
            c = u' ';
        else if (!QChar::isPrint(c) || category == QChar::Separator_Line ||
                 category == QChar::Separator_Paragraph)
            c = QChar::ReplacementCharacter;
    }
    return QString::fromUcs4(reinterpret_cast<const char32_t*>(line.constData()), line.size());
}

} // namespace

std::span<const Command> commands()
{
    static const std::array table{
        conv2dCommand(),  //
        conv1dCommand(),  //
        pcaCommand(),     //
        mdsCommand(),     //
        trainCommand(),   //
        encodeCommand(),  //
        decodeCommand(),  //
        denoiseCommand(), //
        fewLabelsCommand(),
        benchCommand(),   //
        modelsCommand(),  //
        presetsCommand(), //
    };
    return table;
}

void print(const std::string& text)
{
    std::string_view rest = text;
    while (!rest.empty() && outputError == 0) {
        const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN) {
            pollfd output{STDOUT_FILENO, POLLOUT, 0};
            poll(&output, 1, -1);
        } else if (errno != EINTR) {
            outputError = errno;
        }
    }
}

void tell(const std::string& subject, const std::string& sentence)
{
    std::cerr << printable("hourglass: " + subject + ": " + sentence).toStdString() << std::endl;
}

std::optional<Failure> outputFault()
{
    if (outputError == 0) return std::nullopt;
    if (outputError == EPIPE) return Failure{1, "standard output", {}};
    return Failure{1, "standard output",
                   "cannot be written (" + std::generic_category().message(outputError) + ")"};
}

} // namespace hg::cli
