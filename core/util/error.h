#pragma once

#include <string>
#include <vector>

namespace hg {

/// What went wrong, as a value. Each code has one sentence in ui/theme/error_text, which fills in the error's
/// `where`, `text` and `numbers`; the order of the numbers is stated beside each code. Core speaks no human
/// language.
enum class ErrorCode {
    // files and readers
    FileNotFound,   ///< where: path
    FileUnreadable, ///< where: path
    FileUnwritable, ///< where: path
    FileEmpty,      ///< where: path
    UnknownKind,    ///< where: path. The content is of no kind that is read here
    BadMagic,       ///< numbers: magic found
    SizeMismatch,   ///< numbers: bytes announced, bytes there
    TooLarge,       ///< numbers: size asked, largest accepted
    TooManyNumbers, ///< numbers: count, most accepted
    TooManyBlocks,  ///< numbers: count, most accepted
    BadPicture,     ///< where: path. A picture that is damaged or cut off
    BadLink,        ///< text: its beginning. A link of a saved state that is cut off or altered
    FileWanted,     ///< text: the bare name of a file that a link speaks of and that is not chosen yet
    BadSound,       ///< where: path. A sound that is damaged, cut off or encoded in an unknown way
    BadGzip,        ///< the compressed stream is damaged or cut off
    BadZip,         ///< an archive that is damaged, cut off, encrypted or packed in an unknown way
    BadHeader,      ///< text: the offending part of the header
    NotANumber,     ///< numbers: line, field (from 1); text: the field
    NotFinite,      ///< numbers: line, field (from 1), or the index of the element
    RaggedBlock,    ///< numbers: line, first field that is missing or too many, fields found, fields expected
    EmptyBlock,     ///< numbers: line
    CountMismatch,  ///< numbers: found, expected. E.g. labels against pictures
    BadValue,       ///< text: the value; numbers: least and greatest accepted, when they exist
    ClassUnknown,   ///< text: the data's name with the classes that are asked for
    UnknownName,    ///< text: the name that is in no table
    ToolMissing,    ///< where: path; text: the program that writes this kind and is not installed
    ChecksumWrong,  ///< where: path. The bytes are not the ones that were written
    VersionUnknown, ///< numbers: the format's version found, the newest that is read
    PicturesDiffer, ///< text: another picture; numbers: rows, columns found, rows, columns of that other
    LoosePicture,   ///< where: a picture beside the folders of classes; text: one of the folders
    SetIncomplete,  ///< where: a folder of IDX files; text: what is missing
    TwoSets,        ///< where: a folder of IDX files; text, accepted: two files for one place
    NotKeras,       ///< where: an archive; text: the names in it
    DataTooDeep,    ///< where: the folder in which data lie; text: the folder to name instead
    FolderOfFiles,  ///< where: a folder without pictures; text: a file in it that holds data itself
    NoPictures,     ///< where: a folder; numbers: files in it that are none
    NotATable,      ///< a column was asked for, and samples are no rows
    ColumnMissing,  ///< numbers: column asked (from 1), columns there
    LabelNotWhole,  ///< numbers: sample (from 1), what it has for a label
    NotPixels,      ///< numbers: sample (from 1), what it has that is no whole number from 0 to 255
    ClassMissing,   ///< numbers: a label that no sample has

    // JSON; text: the place, such as layers[2].kernel
    NotJson,      ///< numbers: line, column (from 1)
    FieldTwice,   ///< the name appears twice in one object
    FieldUnknown, ///< accepted: the names known there
    FieldMissing,
    FieldNotKind,   ///< accepted: the kind of JSON value that is accepted
    FieldNotWhole,  ///< numbers: least and greatest accepted
    FieldNotNumber, ///< numbers: least and greatest accepted
    FieldNotWord,   ///< accepted: the words that are

    // geometry (core/conv)
    KernelTooLarge,    ///< text: axis; numbers: effective kernel, padded input, input, padBefore, padAfter
    SameNeedsStride1,  ///< PyTorch's 'same' with a stride; numbers: stride
    SameUndefined,     ///< PyTorch has no transposed 'same'
    FillTooWide,       ///< text: axis; numbers: padding, largest accepted. reflect and circular
    FillNotAllowed,    ///< transposed convolution and pooling know zeros only
    PaddingNotAllowed, ///< text: the padding; causal or four sides where they mean nothing
    OutputPaddingTooLarge,   ///< numbers: output padding, first value not accepted
    OutputPaddingNotAllowed, ///< output padding beside a word
    WindowEmpty,    ///< numbers: row and column (from 0) of an output cell whose window meets no input
    OutputEmpty,    ///< text: axis; numbers: n, stride, crop before, crop after, effective kernel, size that
                    ///< results
    ShapesDoNotFit, ///< numbers: found, expected
    AxesDoNotFit,   ///< numbers: axes found, axes expected
    NotLinear,      ///< a maximum is no matrix
    WrongDirection, ///< a direct layer where a transposed one is meant, or the other way round
    TransposedPooling, ///< the transpose of a pooling, which has no weights
    TransposedGroups,  ///< the transpose of a layer in groups; numbers: groups
    OutputPaddingRead, ///< text: axis; numbers: output padding, stride. A direct layer would read it
    BlocksDiffer, ///< numbers: line where the block begins, rows and columns found, rows and columns expected

    // networks and training
    LayerCount,     ///< numbers: layers found, least and most accepted
    LayerInvalid,   ///< numbers: index of the layer; text: what is wrong with it, an id
    Diverged,       ///< numbers: update
    SigmoidNeeded,  ///< binary cross-entropy without a sigmoid output
    NetworksDiffer, ///< numbers: the first layer (from 1) whose weights have no place in the other network
    ScoresNeeded,   ///< softmax cross-entropy and a classifier's linear output belong together

    // a call of the program, typed or pasted (core/session). where: the option; text: its value
    OptionUnknown,
    ArgumentUnknown,    ///< where: what stands there without a name
    OptionWithValue,    ///< a switch that was given one
    OptionWithoutValue, ///< the end of the line or another option in place of its value
    OptionTwice,
    OptionNotWhole,   ///< numbers: least and greatest accepted
    OptionNotWholes,  ///< the same for each number of a list
    OptionNotSeed,    ///< no whole number of 64 bits
    OptionNotNumber,  ///< numbers: least and greatest accepted
    OptionNotNumbers, ///< no list of numbers
    OptionNotWord,    ///< accepted: the words that are
    OptionNotNoise,
    OptionNotAnyNoise,     ///< the same where blocks and blur are known, too
    OptionOffScale,        ///< a strength that a lab does not show; numbers: least and greatest that it does
    OptionNotColumn,       ///< numbers: the last column there may be
    OptionNotModel,        ///< accepted: the models' names
    OptionNotTrainedModel, ///< the same where a file holds a trained model
    OptionNotPreset,
    OptionForOther, ///< text: the command that the state or preset is for
    OptionNeeds,    ///< text: the option that it goes with only
    OptionOfFile,   ///< a pasted line names a file, which stays where the line came from
    OptionOfTest,   ///< a pasted line asks for a number of pictures to measure on
    OptionOfBoth,   ///< a pasted line asks for label spreading beside another classifier
    BeyondOptions,  ///< a state that no options say, for a command that takes no state; text: the command
    StateBesidePreset,
    InputMissing,
    KernelMissing,
    PoolSizeMissing,
    InputTwice,           ///< input and kernel are both standard input
    AxisNumbers,          ///< numbers: how many were given, how many axes there are
    PaddingNumbers,       ///< numbers: how many were given, how many axes there are
    PaddingNotKnown,      ///< numbers: axes; accepted: the words that are
    PaddingBySides,       ///< of a transposed convolution; numbers: axes
    CausalNotAllowed,     ///< on the plane or transposed
    CropNotInNumbers,     ///< an output padding beside a word
    OutputPaddingTooWide, ///< not less than the larger of stride and dilation
    TransposedNeedsZeros,
    PyTorchSameNeedsStride1,
    PoolNeedsNoOption,  ///< pooling has no weights
    SoundNeedsNoOption, ///< a sound takes --stride only
    FiltersNeedKernel,  ///< the scene has its own
    BiasCount,          ///< numbers: biases, filters
    CellNotKnown,       ///< numbers: axes. The place of an output cell
    BceNeedsAnotherModel,

    // embeddings
    TooFewSamples,     ///< numbers: samples, least accepted
    TooManySamples,    ///< numbers: samples, most accepted
    NoVariance,        ///< all samples are alike
    TooManyComponents, ///< numbers: asked, largest accepted

    // few labels
    LabelsMissing, ///< samples without classes
    OneClass,      ///< all samples are of one class
    TooFewOfClass, ///< numbers: the class's label, samples of it, samples asked
    NoHiddenLayer, ///< the code is the network's first layer

    Cancelled,
};

/// An error and the facts of it: `where` names the file, option or place, `text` quotes what came from
/// outside (never a sentence), `numbers` and `accepted` are as the code says.
struct Error {
    ErrorCode code{};
    std::string where;
    std::vector<double> numbers;
    std::string text;
    std::string accepted; ///< names that would have been right, between commas

    bool operator==(const Error&) const = default;
};

} // namespace hg
