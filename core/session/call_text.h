#pragma once

#include "core/session/call_options.h"

#include <span>

namespace hg {

/// A subcommand whose calls can be pasted, and its options by their names.
struct CallSyntax {
    const char* command;
    std::span<const char*const> valued, switches;
};

std::span<const CallSyntax> callSyntaxes();

/// A call as text, from a terminal or a book.
struct Call {
    std::string command;
    CallOptions options;
};

/// Whether the text is a call of the program with one of these commands. A prompt sign before and a path to
/// the program are fine.
bool isCall(std::string_view text);
/// The call in such a text, split as a shell does it: blanks, quotes, backslashes. Errors: ArgumentUnknown
/// for a text that is none, and for a word without a name; OptionUnknown, OptionWithValue,
/// OptionWithoutValue, OptionTwice.
Result<Call> readCall(std::string_view text);

/// A word of a line, quoted where a shell would read something else.
std::string quotedForShell(const std::string& word);

} // namespace hg
