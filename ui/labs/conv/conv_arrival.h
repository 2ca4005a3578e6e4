#pragma once

#include "core/data/assets.h"
#include "core/io/file.h"
#include "core/lab/input_pictures.h"
#include "core/lab/lab_state.h"
#include "core/lab/sound_scene.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace hg {

/// How what arrives is to be read.
struct ArrivalWish {
    int axes = 2;
    bool inColour = false;        ///< a coloured picture as three channels instead of a grey one
    bool hasDecimalComma = false; ///< the language's habit, where a text leaves it open
    Assets assets{{}};            ///< for the sounds of the examples that a command line names
};

/// What came into a convolution lab from outside: a whole state, of whichever lab, or numbers for one of its
/// grids.
struct Arrival {
    std::optional<LabState> state;
    TensorD numbers{1, {1, 1, 1}};             ///< (1, C,h,w), unless it is a state; beyond largestSide, too
    std::shared_ptr<const SoundTrack> track;   ///< a file to be heard along a line, and no numbers
    bool isPicture = false;                    ///< scaled to the lab's largest side
    double secondsPerColumn = 0, hzPerRow = 0; ///< of a spectrogram; 0 otherwise
    MonoSound spectrogramSound;                ///< what that was made of
};

/// A file's content, whatever its name: numbers as CSV, a spreadsheet's text or .npy, a picture, a sound (as
/// its spectrogram, along a line whole), a saved state, a link, a command line. Runs on any
/// thread. Errors: those of the readers; TooLarge beyond what the labs take (text: "input" or "filter" of a
/// state, "line" for numbers that are none, or "channels"; numbers: rows and columns, or channels, found).
Result<Arrival> readArrival(const Bytes& content, const std::string& where, const ArrivalWish& wish);

/// The same of a text.
Result<Arrival> readArrivalText(const std::string& text, const std::string& where, const ArrivalWish& wish);

/// The error that numbers beyond largestSide are, if they are.
std::optional<Error> beyondSides(const TensorD& numbers, int axes);

/// The spectrogram of samples −1 … 1. Errors: those of spectrogramInput().
Result<Arrival> spectrogramArrival(std::vector<float> mono, int rateHz);

/// One sentence about why something cannot come in.
QString arrivalSentence(const Error& error);

} // namespace hg
