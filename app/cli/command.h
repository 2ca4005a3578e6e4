#pragma once

#include "app/cli/arguments.h"

#include <functional>
#include <span>

namespace hg::cli {

/// An option as data: help, checks of repetition and completeness come from it.
struct Option {
    const char* name;  ///< without the dashes
    const char* value; ///< what stands for the value in the help; null for a switch
    const char* help;
    bool isRequired = false;
    bool isPositional = false; ///< given by its place, without a name: `value` says what it is
};

/// A row of the table of subcommands.
struct Command {
    const char* name;
    const char* description;
    std::vector<Option> options;
    /// Does the work and prints to standard output; everything is checked before the first line.
    std::function<std::optional<Failure>(Arguments&)> run;
};

std::span<const Command> commands();

// The rows, each in its own file.
Command conv2dCommand();
Command conv1dCommand();
Command pcaCommand();
Command mdsCommand();
Command trainCommand();
Command denoiseCommand();
Command fewLabelsCommand();
Command benchCommand();
Command encodeCommand();
Command decodeCommand();
Command modelsCommand();
Command presetsCommand();

/// Prints to standard output at once. Once it failed, nothing more is tried.
void print(const std::string& text);
/// One line on standard error, `hourglass: <subject>: <sentence>`.
void tell(const std::string& subject, const std::string& sentence);
/// The failure of standard output, if print met one: long work ends on it.
std::optional<Failure> outputFault();

} // namespace hg::cli
