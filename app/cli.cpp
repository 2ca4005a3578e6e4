#include "app/cli.h"

#include "app/cli/command.h"
#include "core/io/file.h"
#include "core/kernels/isa.h"

#include <QGuiApplication>
#include <QLocale>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <clocale>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <sstream>
#include <unistd.h>

namespace hg {
namespace {

using cli::Command;
using cli::Failure;

int report(const Failure& failure)
{
    if (!failure.sentence.empty()) cli::tell(failure.subject, failure.sentence);
    return failure.status;
}

/// The exit status after everything went well, unless the output could not be written.
int finished()
{
    const auto fault = cli::outputFault();
    return fault ? report(*fault) : 0;
}

/// A standard stream that is closed would be the next file opened, and output would go there. In its place
/// comes one that every read or write in its direction fails on; messages go nowhere.
void holdStandardStreams()
{
    for (const auto& [stream, mode] : {std::pair(STDIN_FILENO, O_WRONLY), std::pair(STDOUT_FILENO, O_RDONLY),
                                       std::pair(STDERR_FILENO, O_WRONLY)})
        if (fcntl(stream, F_GETFD) < 0 && open("/dev/null", mode) < 0) return;
}

/// What a command line calls the option.
std::string flagOf(const cli::Option& option)
{
    return option.isPositional ? option.name : std::string("--") + option.name;
}

/// What CLI11 collected for one subcommand.
struct Collected {
    CLI::App* app = nullptr;
    std::map<std::string, std::string> values;
    std::map<std::string, bool> switches;
};

void define(CLI::App& root, const Command& command, Collected& collected)
{
    collected.app = root.add_subcommand(command.name, command.description);
    for (const cli::Option& option : command.options) {
        const std::string flag = flagOf(option);
        if (!option.value) {
            collected.app->add_flag(flag, collected.switches[option.name], option.help)
                ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
            continue;
        }
        collected.app->add_option(flag, collected.values[option.name], option.help)
            ->type_name(option.value)
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    }
}

/// The option that a message of CLI11 is about: its first word that begins with dashes.
std::string optionNamed(const std::string& message)
{
    const auto at = message.find("--");
    if (at == message.npos) return "command line";
    return message.substr(at, message.find_first_of(" :,", at) - at);
}

Failure parseFailure(const CLI::ParseError& error, const CLI::App& app)
{
    const std::string message = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
        const auto extras = app.remaining(true);
        const std::string first = extras.empty() ? "command line" : extras.front();
        return {2, first,
                first.starts_with('-') ? "is not an option here; --help lists what is accepted"
                                       : "is not understood here; --help lists what is accepted"};
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return {2, optionNamed(message), "takes one value, once"};
    return {2, optionNamed(message), message};
}

const cli::Option* findOption(const Command* command, std::string_view name)
{
    if (!command) return nullptr;
    const auto it = std::find_if(command->options.begin(), command->options.end(),
                                 [&](const cli::Option& o) { return !o.isPositional && name == o.name; });
    return it == command->options.end() ? nullptr : &*it;
}

/// What CLI11 takes too generously: a value given to a switch, and an option as the value of the one before
/// it.
std::optional<Failure> checkTokens(std::span<char* const> tokens, std::span<const Command> commands)
{
    const Command* command = nullptr;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const std::string_view token = tokens[i];
        if (!token.starts_with("--")) {
            for (const Command& candidate : commands)
                if (!command && token == candidate.name) command = &candidate;
            continue;
        }
        const auto equals = token.find('=');
        const bool hasValue = equals != token.npos;
        const std::string_view flag = token.substr(0, equals), name = flag.substr(2);
        const cli::Option* option = findOption(command, name);
        const bool isSwitch = option ? !option->value : name == "help" || name == "version";
        if (isSwitch && hasValue) return Failure{2, std::string(flag), "takes no value"};
        if (!option || isSwitch || (hasValue && equals + 1 < token.size())) continue;
        if (hasValue || ++i == tokens.size() || std::string_view(tokens[i]).starts_with("--"))
            return Failure{2, std::string(flag), "takes one value"};
    }
    return std::nullopt;
}

std::optional<Failure> runCommand(const Command& command, const Collected& collected)
{
    std::map<std::string, std::string> given;
    for (const cli::Option& option : command.options) {
        const std::string flag = flagOf(option);
        if (collected.app->count(flag) == 0) {
            if (option.isRequired && option.isPositional)
                return Failure{2, option.value, "is missing (" + std::string(option.help) + ")"};
            if (option.isRequired)
                return Failure{2, flag, "is missing; it takes " + std::string(option.value)};
            continue;
        }
        given[option.name] = option.value ? collected.values.at(option.name) : "";
    }
    cli::Arguments arguments(std::move(given));
    return command.run(arguments);
}

/// An instruction set that was asked for and is not there: better said than guessed.
std::optional<Failure> checkIsa()
{
    const char* request = std::getenv("HOURGLASS_ISA");
    if (!request || isIsaKnown(request)) return std::nullopt;
    std::string sets;
    for (const Isa isa : supportedIsas())
        sets += std::string(sets.empty() ? "" : ", ") + isaName(isa);
    return Failure{2, "HOURGLASS_ISA",
                   "\"" + std::string(request) + "\" is none of those that this machine runs: " + sets};
}

void ignoreMessages(QtMsgType, const QMessageLogContext&, const QString&) {}

} // namespace

std::optional<int> runCommandLine(int argc, char** argv, WindowOptions& window)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that has gone is an output that cannot be written
    holdStandardStreams();
    if (const auto fault = checkIsa()) return report(*fault);
    CLI::App root("Hourglass: sliding filters and learning autoencoders, for teaching. Without a command it "
                  "opens its window.",
                  "hourglass");
    root.set_version_flag("--version",
                          std::string("hourglass " HOURGLASS_VERSION " (") + isaName(currentIsa()) + ")");
    root.require_subcommand(0, 1);
    root.add_option("--frame-stats", window.frameStats,
                    "how long the window's thread works at a stretch, as CSV into this file at the end")
        ->type_name("FILE")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    const auto commands = cli::commands();
    std::vector<Collected> collected(commands.size());
    for (std::size_t i = 0; i < commands.size(); ++i)
        define(root, commands[i], collected[i]);
    if (const auto fault = checkTokens({argv, static_cast<std::size_t>(argc)}, commands))
        return report(*fault);
    try {
        root.parse(argc, argv);
    } catch (const CLI::Success& success) {
        std::ostringstream text;
        root.exit(success, text, text);
        cli::print(text.str());
        return finished();
    } catch (const CLI::ParseError& error) {
        return report(parseFailure(error, root));
    }
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (!collected[i].app->parsed()) continue;
        if (!window.frameStats.empty())
            return report(Failure{2, "--frame-stats", "is for the window, which no subcommand opens"});
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(ignoreMessages);
        int noArguments = 1;
        std::array<char*, 2> name{argv[0], nullptr};
        const QGuiApplication application(noArguments, name.data());
        std::setlocale(LC_ALL, "C"); // Qt adopts the user's locale; output is in the C locale
        QLocale::setDefault(QLocale::c());
        const auto failure = runCommand(commands[i], collected[i]);
        return failure ? report(*failure) : finished();
    }
    if (window.frameStats.empty()) return std::nullopt;
    const auto writable = checkWritable(window.frameStats);
    return writable ? std::nullopt : std::optional(report(cli::failure(writable.error())));
}

} // namespace hg
