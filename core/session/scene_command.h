#pragma once

#include "core/data/assets.h"
#include "core/session/state_json.h"

#include <string>
#include <string_view>

namespace hg {

/// The longest link that commandOf() puts into a line: systems pass about 128 KiB in one argument.
inline constexpr std::size_t longestLinkArgument = 100'000;

/// The command line that prints the scene's output: an example by its id, with options for what differs where
/// options can say it, or the whole state as a link. No character in it means anything to a shell. Errors:
/// TooLarge for a link that a command line cannot take (numbers: its length, the longest),
/// UnknownName for a sound from a file.
Result<std::string> commandOf(const LabState& state, const Assets& assets);

/// Whether the text is a call of conv2d or conv1d, from a terminal or a book: a prompt sign before and a path
/// to the program are fine.
bool isCommand(std::string_view text);

/// The state that such a call describes, by the rules of the command line (its contract: every option over
/// the preset or link; of these a sound takes --stride only). What only says how results are printed is
/// passed over. Errors: UnknownName for an option or a value that is not known here, a file among them (text:
/// the option, and its value), BadValue for a number out of its range, those of readStateLink(), of
/// presetState() and of geometryOf(); `where` is the option.
Result<LabState> readCommand(std::string_view text, const Assets& assets);

} // namespace hg
