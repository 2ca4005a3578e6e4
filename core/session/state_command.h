#pragma once

#include "core/data/assets.h"
#include "core/session/state_json.h"

#include <string>
#include <string_view>

namespace hg {

/// The longest link that commandOf() puts into a line: systems pass about 128 KiB in one argument.
inline constexpr std::size_t longestLinkArgument = 100'000;

/// The command line that prints a scene's output, trains an autoencoder's setup, measures a denoising or
/// reads few labels: an example or a model by its id, with options for what differs where options can say it,
/// or the whole state as a link. A path is quoted; no other character means anything to a shell. Errors:
/// TooLarge for a link that a command line cannot take (numbers: its length, the longest), UnknownName for a
/// sound from a file; BeyondOptions for a denoising or few labels that options cannot say.
Result<std::string> commandOf(const LabState& state, const Assets& assets);

/// Whether the text is a call of conv2d, conv1d, train, denoise or fewlabels, from a terminal or a book: a
/// prompt sign before and a path to the program are fine.
bool isCommand(std::string_view text);

/// The state that such a call describes, by the reader of the command line itself: what it refuses is refused
/// here with the same error, `where` naming the option. What only says how results are printed or kept is
/// passed over; data in a file are wanted (wantedFile()). Errors besides: OptionOfFile for any other file
/// that the line names, OptionOfTest for a number of pictures to measure on, OptionOfBoth for two readings at
/// once; TooLarge, TooManyNumbers and OptionOffScale for what can be computed but not shown.
Result<LabState> readCommand(std::string_view text, const Assets& assets);

} // namespace hg
