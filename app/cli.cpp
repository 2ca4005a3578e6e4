#include "app/cli.h"

#include "app/cli/command.h"

#include <CLI/CLI.hpp>

#include <QGuiApplication>

#include <array>
#include <iostream>

namespace hg {
namespace {

using cli::Command;
using cli::Failure;

int report(const Failure& failure)
{
    std::string line = "hourglass: " + failure.subject + ": " + failure.sentence;
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::cerr << line << '\n';
    return failure.status;
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
        const std::string flag = std::string("--") + option.name;
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
        return {2, first, first.starts_with('-') ? "is no option here; --help lists what is accepted"
                                                 : "is not understood here; --help lists what is accepted"};
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error)) return {2, optionNamed(message), "takes one value, once"};
    return {2, optionNamed(message), message};
}

std::optional<Failure> runCommand(const Command& command, const Collected& collected)
{
    std::map<std::string, std::string> given;
    for (const cli::Option& option : command.options) {
        const std::string flag = std::string("--") + option.name;
        if (collected.app->count(flag) == 0) {
            if (option.isRequired) return Failure{2, flag, "is missing; it takes " + std::string(option.value)};
            continue;
        }
        given[option.name] = option.value ? collected.values.at(option.name) : "";
    }
    cli::Arguments arguments(std::move(given));
    return command.run(arguments);
}

void ignoreMessages(QtMsgType, const QMessageLogContext&, const QString&) {}

} // namespace

std::optional<int> runCommandLine(int argc, char** argv)
{
    CLI::App root("Hourglass: sliding filters and learning autoencoders, for teaching. Without a command it opens its window.",
                  "hourglass");
    root.set_version_flag("--version", "hourglass " HOURGLASS_VERSION);
    root.require_subcommand(0, 1);
    const auto commands = cli::commands();
    std::vector<Collected> collected(commands.size());
    for (std::size_t i = 0; i < commands.size(); ++i) define(root, commands[i], collected[i]);
    try {
        root.parse(argc, argv);
    } catch (const CLI::Success& success) {
        return root.exit(success);
    } catch (const CLI::ParseError& error) {
        return report(parseFailure(error, root));
    }
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (!collected[i].app->parsed()) continue;
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qInstallMessageHandler(ignoreMessages);
        int noArguments = 1;
        std::array<char*, 2> name{argv[0], nullptr};
        const QGuiApplication application(noArguments, name.data());
        std::setlocale(LC_ALL, "C"); // Qt adopts the user's locale; output is in the C locale
        const auto failure = runCommand(commands[i], collected[i]);
        return failure ? report(*failure) : 0;
    }
    return std::nullopt;
}

} // namespace hg
