#include "ui/theme/error_text.h"

#include "ui/theme/option_text.h"
#include "ui/theme/texts.h"

#include <QCoreApplication>

namespace hg {
namespace {

QString plainNumber(double number)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'g', 12);
}

QString number(double number)
{
    return withRealMinus(plainNumber(number));
}

/// A sentence with its marks %1, %2, … filled by the numbers, %a by the accepted names and %t by the quoted
/// text, which comes last: whatever it holds is not taken for a mark.
QString fill(const char* sentence, const Error& error, QString (*write)(double) = number)
{
    QString text = QCoreApplication::translate("Errors", sentence);
    for (std::size_t i = 0; i < 6; ++i)
        text.replace(QStringLiteral("%%1").arg(i + 1),
                     i < error.numbers.size() ? write(error.numbers[i]) : QString());
    text.replace(QStringLiteral("%a"), QString::fromStdString(error.accepted));
    return text.replace(QStringLiteral("%t"), QString::fromStdString(error.text));
}

const char* readerSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("Errors", "there is no such file");
    case ErrorCode::FileUnreadable:
        return QT_TRANSLATE_NOOP("Errors", "the file cannot be read");
    case ErrorCode::FileUnwritable:
        return QT_TRANSLATE_NOOP("Errors", "the file cannot be written");
    case ErrorCode::ToolMissing:
        return QT_TRANSLATE_NOOP("Errors",
                                 "the program %t, which writes this kind of file, is not installed");
    case ErrorCode::FileEmpty:
        return QT_TRANSLATE_NOOP("Errors", "there is nothing in it");
    case ErrorCode::UnknownKind:
        return QT_TRANSLATE_NOOP("Errors", "this kind of file is not accepted here");
    case ErrorCode::BadMagic:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "the IDX header begins with %1; unsigned bytes with 1 to 4 axes (2049 to 2052) are accepted");
    case ErrorCode::SizeMismatch:
        return QT_TRANSLATE_NOOP("Errors", "the header announces %1, but %2 are there");
    case ErrorCode::TooLarge:
        return QT_TRANSLATE_NOOP("Errors", "%1 is too large; up to %2 is accepted");
    case ErrorCode::TooManyNumbers:
        return QT_TRANSLATE_NOOP("Errors", "%1 numbers are too many; up to %2 are accepted");
    case ErrorCode::TooManyBlocks:
        return QT_TRANSLATE_NOOP("Errors", "%1 blocks are too many; up to %2 are accepted");
    case ErrorCode::BadPicture:
        return QT_TRANSLATE_NOOP("Errors", "the picture is damaged or cut off");
    case ErrorCode::BadSound:
        return QT_TRANSLATE_NOOP("Errors", "the sound is damaged, cut off, or encoded in an unknown way");
    case ErrorCode::BadLink:
        return QT_TRANSLATE_NOOP("Errors", "the link is cut off or altered; copy it again as a whole");
    case ErrorCode::BadGzip:
        return QT_TRANSLATE_NOOP("Errors", "the compressed data are damaged or cut off");
    case ErrorCode::BadHeader:
        return QT_TRANSLATE_NOOP("Errors", "the header's \"%t\" is not one that is read here (float16, "
                                           "float32, float64, integers or bool; 1 to 4 axes)");
    case ErrorCode::NotANumber:
        return QT_TRANSLATE_NOOP("Errors", "line %1, field %2: \"%t\" is not a number");
    case ErrorCode::RaggedBlock:
        return QT_TRANSLATE_NOOP("Errors",
                                 "line %1, field %2: the line has %3 fields, the lines before it %4");
    case ErrorCode::EmptyBlock:
        return QT_TRANSLATE_NOOP("Errors", "line %1: an empty block; blocks are separated by one blank line");
    case ErrorCode::CountMismatch:
        return QT_TRANSLATE_NOOP("Errors", "%1 labels for %2 pictures");
    case ErrorCode::ChecksumWrong:
        return QT_TRANSLATE_NOOP("Errors", "the file is damaged: its checksum is wrong");
    case ErrorCode::VersionUnknown:
        return QT_TRANSLATE_NOOP("Errors", "this is version %1 of the format; version %2 is accepted");
    case ErrorCode::PicturesDiffer:
        return QT_TRANSLATE_NOOP("Errors", "the picture has %1 × %2 pixels, \"%t\" has %3 × %4; pictures of "
                                           "one folder have one size, or are scaled to one (--side)");
    case ErrorCode::LoosePicture:
        return QT_TRANSLATE_NOOP("Errors",
                                 "it lies beside folders such as \"%t\"; either every picture is in "
                                 "the folder of its class, or none is");
    case ErrorCode::BadZip:
        return QT_TRANSLATE_NOOP(
            "Errors", "the ZIP archive is damaged, cut off, encrypted or packed in an unknown way");
    case ErrorCode::BadValue:
        return QT_TRANSLATE_NOOP("Errors", "%t is out of range; from %1 to %2 is accepted");
    case ErrorCode::ClassUnknown:
        return QT_TRANSLATE_NOOP("Errors",
                                 "\"%t\" names classes that the digits lack; 0 to 9 are accepted, between "
                                 "commas: mnist:3,8");
    case ErrorCode::FileWanted:
        return QT_TRANSLATE_NOOP("Errors", "it needs the file \"%t\", of which only the name has come along");
    case ErrorCode::UnknownName:
        return QT_TRANSLATE_NOOP("Errors", "\"%t\" is not known here");
    default:
        return nullptr;
    }
}

const char* dataSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::SetIncomplete:
        return QT_TRANSLATE_NOOP("Errors", "a set of IDX files has four, with the words train or t10k (or "
                                           "test) and images or labels in their names; missing here: %t");
    case ErrorCode::TwoSets:
        return QT_TRANSLATE_NOOP(
            "Errors", "the folder holds two sets of IDX files (\"%t\", \"%a\"); keep one set in a folder");
    case ErrorCode::NotKeras:
        return QT_TRANSLATE_NOOP("Errors", "an .npz file needs x_train, and may hold y_train, x_test and "
                                           "y_test, as Keras has them; this archive holds: %t");
    case ErrorCode::DataTooDeep:
        return QT_TRANSLATE_NOOP(
            "Errors", "the files lie too deep; pictures are read from the folder given or from one folder "
                      "for each class in it, IDX files from the folder given: try \"%t\"");
    case ErrorCode::FolderOfFiles:
        return QT_TRANSLATE_NOOP(
            "Errors", "the folder holds no pictures and no set of IDX files; give one of its files instead, "
                      "such as \"%t\" (a table of Kaggle's with --label-column first)");
    case ErrorCode::NoPictures:
        return QT_TRANSLATE_NOOP("Errors", "the folder holds no pictures (PNG, JPEG, BMP, PNM) and no set of "
                                           "IDX files; other files in it: %1");
    case ErrorCode::NotATable:
        return QT_TRANSLATE_NOOP("Errors",
                                 "labels in a column need a table: CSV or .npy with one sample in each row");
    case ErrorCode::ColumnMissing:
        return QT_TRANSLATE_NOOP(
            "Errors",
            "column %1 cannot hold the labels: the table has %2 columns, and others have to be left");
    case ErrorCode::LabelNotWhole:
        return QT_TRANSLATE_NOOP("Errors", "sample %1: the label %2 is not a whole number");
    case ErrorCode::NotPixels:
        return QT_TRANSLATE_NOOP("Errors", "sample %1: %2 is no pixel, a whole number from 0 to 255");
    case ErrorCode::ClassMissing:
        return QT_TRANSLATE_NOOP("Errors", "no sample is of class %1");
    default:
        return nullptr;
    }
}

const char* jsonSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotJson:
        return QT_TRANSLATE_NOOP("Errors", "line %1, column %2: this is not JSON");
    case ErrorCode::FieldTwice:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" appears twice");
    case ErrorCode::FieldUnknown:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" is not known here; accepted: %a");
    case ErrorCode::FieldMissing:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" is missing");
    case ErrorCode::FieldNotKind:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" has the wrong form; accepted: %a");
    case ErrorCode::FieldNotWhole:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" is not a whole number from %1 to %2");
    case ErrorCode::FieldNotNumber:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" is not a number from %1 to %2");
    case ErrorCode::FieldNotWord:
        return QT_TRANSLATE_NOOP("Errors", "the field \"%t\" is none of: %a");
    default:
        return nullptr;
    }
}

const char* geometrySentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::KernelTooLarge:
        return QT_TRANSLATE_NOOP("Errors", "kernel %1 > padded input %2 (%3 + %4 + %5)");
    case ErrorCode::SameNeedsStride1:
        return QT_TRANSLATE_NOOP("Errors", "PyTorch's \"same\" works with stride 1 only, not %1");
    case ErrorCode::SameUndefined:
        return QT_TRANSLATE_NOOP("Errors", "PyTorch has no transposed \"same\"; give the crop as a number");
    case ErrorCode::FillTooWide:
        return QT_TRANSLATE_NOOP("Errors", "this fill reaches up to %2; the padding is %1");
    case ErrorCode::FillNotAllowed:
        return QT_TRANSLATE_NOOP("Errors", "only zeros can fill the padding here");
    case ErrorCode::PaddingNotAllowed:
        return QT_TRANSLATE_NOOP("Errors", "the padding \"%t\" has no meaning here");
    case ErrorCode::OutputPaddingTooLarge:
        return QT_TRANSLATE_NOOP("Errors",
                                 "output padding %1 must be less than the larger of stride and dilation, %2");
    case ErrorCode::OutputPaddingNotAllowed:
        return QT_TRANSLATE_NOOP("Errors", "output padding goes only with a padding given in numbers");
    case ErrorCode::OutputEmpty:
        return QT_TRANSLATE_NOOP("Errors",
                                 "nothing is left of the output: (%1 − 1) · %2 + %5 − %3 − %4 = %6");
    case ErrorCode::WindowEmpty:
        return QT_TRANSLATE_NOOP("Errors",
                                 "the pooling window of output row %1, column %2 (from 0) holds no cell "
                                 "of the input, only padding");
    case ErrorCode::AxesDoNotFit:
        return QT_TRANSLATE_NOOP("Errors", "the number of axes is %1, not %2 (labels have one axis, pictures "
                                           "three: samples, rows, columns)");
    case ErrorCode::BlocksDiffer:
        return QT_TRANSLATE_NOOP("Errors",
                                 "the block that begins in line %1 has %2 × %3 numbers, not %4 × %5");
    case ErrorCode::ShapesDoNotFit:
        return QT_TRANSLATE_NOOP("Errors", "the sizes do not fit: %1 against %2");
    case ErrorCode::NotLinear:
        return QT_TRANSLATE_NOOP("Errors", "a maximum is not linear: no matrix does what it does");
    case ErrorCode::WrongDirection:
        return QT_TRANSLATE_NOOP("Errors", "the layer runs in the other direction");
    case ErrorCode::TransposedPooling:
        return QT_TRANSLATE_NOOP("Errors", "a pooling has no weights, so no transposed layer has them");
    case ErrorCode::TransposedGroups:
        return QT_TRANSLATE_NOOP("Errors",
                                 "a transposed layer has no groups here; this one has %1: set groups to 1");
    case ErrorCode::OutputPaddingRead:
        return QT_TRANSLATE_NOOP("Errors",
                                 "with an output padding of %1 and stride %2 the direct layer would have "
                                 "more outputs than there are inputs");
    default:
        return nullptr;
    }
}

const char* learningSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::LayerCount:
        return QT_TRANSLATE_NOOP("Errors", "the stack has %1 layers; from %2 to %3 are possible");
    case ErrorCode::LayerInvalid:
        return QT_TRANSLATE_NOOP("Errors", "layer %1 of the network is not possible (%t)");
    case ErrorCode::Diverged:
        return QT_TRANSLATE_NOOP("Errors", "the training diverged after update %1: the loss is no longer a "
                                           "number; a smaller learning rate helps");
    case ErrorCode::SigmoidNeeded:
        return QT_TRANSLATE_NOOP("Errors", "binary cross-entropy needs a sigmoid output");
    case ErrorCode::NetworksDiffer:
        return QT_TRANSLATE_NOOP("Errors", "the new network is another one from layer %1 on, where the "
                                           "weights have no place: it begins from the start");
    case ErrorCode::ScoresNeeded:
        return QT_TRANSLATE_NOOP("Errors",
                                 "softmax cross-entropy needs a classifier with a linear output, and a "
                                 "classifier needs softmax cross-entropy");
    case ErrorCode::TooFewSamples:
        return QT_TRANSLATE_NOOP("Errors", "too few samples: %1; at least %2 are needed");
    case ErrorCode::TooManySamples:
        return QT_TRANSLATE_NOOP("Errors", "%1 samples are too many; up to %2 are accepted");
    case ErrorCode::NoVariance:
        return QT_TRANSLATE_NOOP("Errors", "all samples are the same");
    case ErrorCode::TooManyComponents:
        return QT_TRANSLATE_NOOP("Errors", "%1 components are too many for these data; up to %2 exist");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Errors", "cancelled");
    default:
        return nullptr;
    }
}

const char* fewLabelsSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::LabelsMissing:
        return QT_TRANSLATE_NOOP("Errors",
                                 "the samples have no classes: they come from a column of labels, a file of "
                                 "labels, or a folder for each class");
    case ErrorCode::OneClass:
        return QT_TRANSLATE_NOOP("Errors", "all samples are of one class; at least two are needed");
    case ErrorCode::TooFewOfClass:
        return QT_TRANSLATE_NOOP("Errors",
                                 "class %1 has %2 samples to draw labels from, and %3 are asked for");
    case ErrorCode::NoHiddenLayer:
        return QT_TRANSLATE_NOOP("Errors", "the code is the network's first layer: there is none before it");
    default:
        return nullptr;
    }
}

const char* notFiniteSentence(const Error& error)
{
    if (error.numbers.size() == 2)
        return QT_TRANSLATE_NOOP("Errors",
                                 "line %1, field %2: this is not a finite number within float's range");
    if (error.numbers.size() == 1)
        return QT_TRANSLATE_NOOP("Errors", "number %1 is not finite or beyond float's range");
    return QT_TRANSLATE_NOOP("Errors", "the result is beyond float's range");
}

} // namespace

QString errorSentence(const Error& error)
{
    if (error.code == ErrorCode::NotFinite) return fill(notFiniteSentence(error), error);
    if (error.code == ErrorCode::FileUnwritable && !error.text.empty()) // the words of what wrote it
        return fill(QT_TRANSLATE_NOOP("Errors", "the file cannot be written: %t"), error);
    if (const char* sentence = optionSentence(error))
        return fill(sentence, error, plainNumber); // to be typed
    for (const auto table :
         {readerSentence, dataSentence, jsonSentence, geometrySentence, learningSentence, fewLabelsSentence})
        if (const char* sentence = table(error.code)) return fill(sentence, error);
    return {};
}

QString placedSentence(const Error& error)
{
    const QString sentence = errorSentence(error);
    if (error.where.compare(0, 2, "--") != 0) return sentence;
    return QString::fromStdString(error.where) + QStringLiteral(": ") + sentence;
}

} // namespace hg
