#include "ui/theme/option_text.h"

#include <QtGlobal>

namespace hg {
namespace {

const char* syntaxSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::OptionUnknown:
        return QT_TRANSLATE_NOOP("Errors", "is not an option here; --help lists what is accepted");
    case ErrorCode::ArgumentUnknown:
        return QT_TRANSLATE_NOOP("Errors", "is not understood here; --help lists what is accepted");
    case ErrorCode::OptionWithValue:
        return QT_TRANSLATE_NOOP("Errors", "takes no value");
    case ErrorCode::OptionWithoutValue:
        return QT_TRANSLATE_NOOP("Errors", "takes one value");
    case ErrorCode::OptionTwice:
        return QT_TRANSLATE_NOOP("Errors", "takes one value, once");
    default:
        return nullptr;
    }
}

const char* valueSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::OptionNotWhole:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not a whole number from %1 to %2");
    case ErrorCode::OptionNotWholes:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not made of whole numbers from %1 to %2");
    case ErrorCode::OptionNotSeed:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not a whole number from 0 to 18446744073709551615");
    case ErrorCode::OptionNotNumber:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not a number from %1 to %2");
    case ErrorCode::OptionNotNumbers:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not a list of numbers, such as 0.5 or 1,-2");
    case ErrorCode::OptionNotWord:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of %a");
    case ErrorCode::OptionNotNoise:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of gaussian:S (S from 0 to 10), saltpepper:P, "
                                           "mask:P (P from 0 to 1)");
    case ErrorCode::OptionNotAnyNoise:
        return QT_TRANSLATE_NOOP(
            "Errors", "\"%t\" is none of gaussian:S (S from 0 to 10), saltpepper:P, mask:P (P from "
                      "0 to 1), block:N (N from 1 to 1000), blur:S (S from 0 to 10)");
    case ErrorCode::OptionOffScale:
        return QT_TRANSLATE_NOOP("Errors", "the lab shows strengths from %1 to %2, not \"%t\"");
    case ErrorCode::OptionNotColumn:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of last, first, none, nor a column from 1 to %1");
    case ErrorCode::OptionNotModel:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of %a, nor a file that describes a network");
    case ErrorCode::OptionNotTrainedModel:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of %a, nor a file that train --out wrote");
    case ErrorCode::OptionNotPreset:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not a preset; \"hourglass presets\" lists them");
    case ErrorCode::OptionOfFile:
        return QT_TRANSLATE_NOOP("Errors", "a pasted line brings no files along; open the file here, and "
                                           "leave this out");
    case ErrorCode::OptionOfTest:
        return QT_TRANSLATE_NOOP("Errors",
                                 "the lab chooses itself how many pictures it measures on; leave this out");
    case ErrorCode::OptionOfBoth:
        return QT_TRANSLATE_NOOP("Errors",
                                 "the lab shows one reading at a time; leave this out, or --classifier");
    case ErrorCode::BeyondOptions:
        return QT_TRANSLATE_NOOP("Errors", "no options of %t say all of this; copy a link or save the state");
    default:
        return nullptr;
    }
}

/// What does not go together, or is missing beside something else.
const char* companySentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::OptionForOther:
        return QT_TRANSLATE_NOOP("Errors", "is for %t");
    case ErrorCode::OptionNeeds:
        return QT_TRANSLATE_NOOP("Errors", "goes with %t only");
    case ErrorCode::StateBesidePreset:
        return QT_TRANSLATE_NOOP("Errors", "does not go with --preset; begin with one of them");
    case ErrorCode::InputMissing:
        return QT_TRANSLATE_NOOP("Errors", "is missing; a file, or - for standard input");
    case ErrorCode::KernelMissing:
        return QT_TRANSLATE_NOOP("Errors",
                                 "is missing; a CSV or .npy file, or --pool average|max with --pool-size");
    case ErrorCode::PoolSizeMissing:
        return QT_TRANSLATE_NOOP("Errors", "is missing; it takes K or KH,KW");
    case ErrorCode::InputTwice:
        return QT_TRANSLATE_NOOP("Errors", "standard input can be read only once");
    case ErrorCode::PoolNeedsNoOption:
        return QT_TRANSLATE_NOOP("Errors", "does not go with --pool, whose windows have no weights");
    case ErrorCode::SoundNeedsNoOption:
        return QT_TRANSLATE_NOOP("Errors", "does not go with a sound; --stride does");
    case ErrorCode::FiltersNeedKernel:
        return QT_TRANSLATE_NOOP("Errors", "goes with --kernel; the scene has its own");
    case ErrorCode::BiasCount:
        return QT_TRANSLATE_NOOP("Errors", "%1 numbers for %2 filters; one, or one a filter");
    case ErrorCode::BceNeedsAnotherModel:
        return QT_TRANSLATE_NOOP("Errors", "bce needs a sigmoid output, which this network lacks; choose "
                                           "another model or mse");
    default:
        return nullptr;
    }
}

const char* paddingSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::CausalNotAllowed:
        return QT_TRANSLATE_NOOP("Errors", "causal is for forward convolution along one axis (conv1d) only");
    case ErrorCode::CropNotInNumbers:
        return QT_TRANSLATE_NOOP("Errors", "goes only with a padding given in numbers");
    case ErrorCode::OutputPaddingTooWide:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" must be less than the larger of stride and dilation");
    case ErrorCode::TransposedNeedsZeros:
        return QT_TRANSLATE_NOOP("Errors", "a transposed convolution fills with zeros only");
    case ErrorCode::PyTorchSameNeedsStride1:
        return QT_TRANSLATE_NOOP("Errors", "PyTorch's \"same\" works with stride 1 only");
    default:
        return nullptr;
    }
}

const char* planeSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AxisNumbers:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" has %1 numbers; one or two are accepted");
    case ErrorCode::PaddingNumbers:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" has %1 numbers; one, two (rows, columns) or four (top, "
                                           "bottom, left, right) are accepted");
    case ErrorCode::PaddingNotKnown:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of %a, nor numbers such as 1 or 1,2 or 0,1,0,1");
    case ErrorCode::PaddingBySides:
        return QT_TRANSLATE_NOOP("Errors",
                                 "a padding by sides has no meaning for a transposed convolution; P "
                                 "or PH,PW is accepted");
    case ErrorCode::CellNotKnown:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not R,C or R,C,F");
    default:
        return nullptr;
    }
}

const char* lineSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::AxisNumbers:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" has %1 numbers; one is accepted");
    case ErrorCode::PaddingNumbers:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" has %1 numbers; one or two (left, right) are accepted");
    case ErrorCode::PaddingNotKnown:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is none of %a, nor numbers such as 1 or 0,1");
    case ErrorCode::PaddingBySides:
        return QT_TRANSLATE_NOOP(
            "Errors", "a padding by sides has no meaning for a transposed convolution; P is accepted");
    case ErrorCode::CellNotKnown:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not I or I,F");
    default:
        return nullptr;
    }
}

} // namespace

const char* optionSentence(const Error& error)
{
    for (const auto table : {syntaxSentence, valueSentence, companySentence, paddingSentence})
        if (const char* sentence = table(error.code)) return sentence;
    const bool isPlane = !error.numbers.empty() && error.numbers.back() == 2; // their last number: axes
    return isPlane ? planeSentence(error.code) : lineSentence(error.code);
}

} // namespace hg
