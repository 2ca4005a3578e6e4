#pragma once

#include "core/data/assets.h"
#include "core/io/sound_file.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace hg {

/// The classes of the bundled notes, by the names of their folders; a label is a place in this list.
inline constexpr std::array<std::string_view, 8> instrumentIds{"bassoon", "cello", "clarinet", "flute",
                                                               "oboe",    "piano", "trumpet",  "violin"};
/// The bundled melodies of 8 s: bassoon alone, flute alone, half of each.
inline constexpr std::array<std::string_view, 3> melodyIds{"melody-bassoon", "melody-flute",
                                                           "melody-mixture"};

/// One bundled note: half a second at 16 kHz, mono.
struct InstrumentNote {
    std::string id;     ///< what loadInstrument() takes, such as bassoon/01-C4-043
    int instrument = 0; ///< place in instrumentIds
    int pitch = 0;      ///< MIDI: 60 is C4, 69 is A4
    int velocity = 0;   ///< MIDI: 1 … 127, how hard it is played
    bool operator==(const InstrumentNote&) const = default;
};

/// The table of notes (assets/instruments/notes.csv): file, class, MIDI pitch, velocity a line. Errors:
/// RaggedBlock, NotANumber (with line and field), UnknownName (a class), FileEmpty.
Result<std::vector<InstrumentNote>> parseNotes(std::string_view text, const std::string& where);

/// The table as it is bundled. Errors: those of parseNotes, FileNotFound, FileUnreadable.
Result<std::vector<InstrumentNote>> instrumentNotes(const Assets& assets);

/// The id by which loadInstrument() has the sound of an instrument, its note A4, by the id in instrumentIds;
/// a melody's, and any other, is its own.
std::string soundIdOf(const std::string& id, const Assets& assets);

/// A note or a melody by its id. Errors: FileNotFound, FileUnreadable, parseSound's.
Result<Sound> loadInstrument(std::string_view id, const Assets& assets);

/// 440·2^((pitch − 69)/12) Hz, equal temperament.
double pitchHz(double midiPitch);

} // namespace hg
