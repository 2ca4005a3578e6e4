#pragma once

#include "core/io/json_object.h"
#include "core/lab/lab_state.h"

#include <span>

namespace hg {

/// A kind of state, as a row of the table: how documents and links call it, and what reads and writes it.
struct StateKind {
    const char* format;     ///< in a document
    const char* word;       ///< in a link: hourglass:<word>/…
    const char* formerWord; ///< that links had before; null for none
    int version;            ///< the newest that is read, and the one that is written
    const char* fields;     ///< of a document, all of them, between commas
    void (*write)(const LabState& state, Json& document) = nullptr; ///< adds what is this kind's own
    LabState (*read)(JsonObject& document, JsonFault& fault) = nullptr;
    /// Why the state cannot be shown, found without the work of showing it.
    std::optional<Error> (*hindrance)(const LabState& state) = nullptr;
    /// Where the state keeps the path of a file of the user's own; null where it names none.
    std::string* (*fileIn)(LabState& state) = nullptr;
};

/// All kinds, in the order of LabState's alternatives.
std::span<const StateKind* const> stateKinds();
const StateKind& kindOf(const LabState& state);
/// The path of the user's own file that the state names; empty for none.
std::string fileOf(LabState state);

/// The row with the functions of one type of state put in.
template <class State, auto write, auto read, auto hindrance, auto fileIn>
constexpr StateKind kindWith(StateKind row)
{
    row.write = [](const LabState& state, Json& document) { write(std::get<State>(state), document); };
    row.read = [](JsonObject& document, JsonFault& fault) { return LabState(read(document, fault)); };
    row.hindrance = [](const LabState& state) { return hindrance(std::get<State>(state)); };
    row.fileIn = [](LabState& state) { return fileIn(std::get<State>(state)); };
    return row;
}

/// The greatest of what a document counts outside of the program: samples, updates, columns.
inline constexpr int mostCounted = 1'000'000'000;

namespace kinds {
// The rows of the table, each defined in its own file.
extern const StateKind convolution;
extern const StateKind sound;
extern const StateKind autoencoder;
extern const StateKind denoising;
extern const StateKind fewLabels;
} // namespace kinds

/// The path that a field holds. `accepted` says what it is the path of, for the fault FieldNotKind.
std::string readPath(JsonObject& object, const char* name, const char* accepted);

} // namespace hg
