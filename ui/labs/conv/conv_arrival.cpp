#include "ui/labs/conv/conv_arrival.h"

#include "core/io/sound_file.h"
#include "core/io/table_text.h"
#include "core/lab/input_pictures.h"
#include "ui/lab/lab_model.h"
#include "ui/pictures/picture_reader.h"
#include "ui/theme/error_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hg {
namespace {

Error tooLarge(const char* what, std::vector<double> numbers, const std::string& where)
{
    return {ErrorCode::TooLarge, where, std::move(numbers), what};
}

/// Equal blocks as the channels of one sample.
Result<TensorD> channelsOf(const std::vector<Block>& blocks, const std::string& where)
{
    auto sample = stacked(blocks, where);
    if (!sample) return sample.error();
    const Shape block = sample->shape;
    return TensorD(1, {sample->n, block.height, block.width}, std::move(sample->data));
}

Result<Arrival> numbersArrival(Result<std::vector<Block>> blocks, const std::string& where, int axes)
{
    if (!blocks) return blocks.error();
    if (blocks->size() > static_cast<std::size_t>(mostChannels))
        return tooLarge("channels", {double(blocks->size())}, where);
    auto numbers = channelsOf(*blocks, where);
    if (!numbers) return numbers.error();
    Shape& shape = numbers->shape;
    if (axes == 1 && shape.width == 1) std::swap(shape.height, shape.width); // a column is a line, too
    if (axes == 1 && shape.height > 1)
        return tooLarge("line", {double(shape.height), double(shape.width)}, where);
    Arrival arrival;
    arrival.numbers = std::move(*numbers);
    return arrival;
}

Result<Arrival> pictureArrival(Result<std::vector<Block>> blocks, const std::string& where,
                               const ArrivalWish& wish)
{
    if (!blocks) return blocks.error();
    if (wish.axes == 1) return Error{ErrorCode::UnknownKind, where};
    auto picture = channelsOf(*blocks, where);
    if (!picture) return picture.error();
    TensorD fitting = scaledToFit(*picture, largestSide);
    Arrival arrival;
    arrival.numbers = wish.inColour ? std::move(fitting) : inGrey(fitting);
    arrival.isPicture = true;
    return arrival;
}

std::optional<Error> beyondLimits(const ConvScene& s, const std::string& where)
{
    const Shape in = s.input.shape;
    const Axes k = s.kernelSize();
    if (s.axes == 2 && std::max(in.height, in.width) > largestSide)
        return tooLarge("input", {double(in.height), double(in.width)}, where);
    if (s.axes == 2 && std::max(k.h, k.w) > largestKernel)
        return tooLarge("filter", {double(k.h), double(k.w)}, where);
    if (s.channels() > mostChannels) return tooLarge("channels", {double(s.channels())}, where);
    if (s.filters() > mostFilters) return tooLarge("filters", {double(s.filters())}, where);
    return std::nullopt;
}

Result<Arrival> stateArrival(Result<LabState> state, const std::string& where)
{
    if (!state) return state.error();
    const auto* numbers = std::get_if<ConvState>(&*state);
    if (auto error = numbers ? beyondLimits(numbers->scene, where) : std::nullopt) return *error;
    Arrival arrival;
    arrival.state = std::move(*state);
    return arrival;
}

Result<Arrival> soundArrival(const Bytes& content, const std::string& where, const ArrivalWish& wish)
{
    const auto sound = parseSound(content, where);
    if (!sound && sound.error().code == ErrorCode::TooManyNumbers) return tooLarge("sound", {}, where);
    if (!sound) return sound.error();
    if (wish.axes == 1) {
        Arrival arrival;
        arrival.track = std::make_shared<const SoundTrack>(trackOf(monoMix(*sound), sound->rateHz));
        return arrival;
    }
    return spectrogramArrival(monoMix(*sound), sound->rateHz);
}

/// A sentence for what only the labs' limits forbid, or null.
const char* limitSentence(const Error& error)
{
    if (error.code != ErrorCode::TooLarge) return nullptr;
    if (error.text == "input")
        return QT_TRANSLATE_NOOP("ConvArrival", "%1 × %2 numbers are too many; an input has up to 64 × 64");
    if (error.text == "filter")
        return QT_TRANSLATE_NOOP("ConvArrival", "%1 × %2 numbers are too many; a filter has up to 15 × 15");
    if (error.text == "channels")
        return QT_TRANSLATE_NOOP("ConvArrival", "%1 channels are too many; an input has up to 4");
    if (error.text == "filters")
        return QT_TRANSLATE_NOOP("ConvArrival", "%1 filters are too many; up to 8 are shown");
    if (error.text == "sound")
        return QT_TRANSLATE_NOOP("ConvArrival",
                                 "the sound has more than 10 million samples, almost four minutes "
                                 "at 44.1 kHz; cut a part out of it and open that");
    if (error.text == "long line")
        return QT_TRANSLATE_NOOP("ConvArrival",
                                 "%1 numbers are too many to be seen one by one; a line has up to 64");
    if (error.text == "line")
        return QT_TRANSLATE_NOOP("ConvArrival",
                                 "%1 × %2 numbers do not fit; a line is one row or one column of up to 64");
    return nullptr;
}
static_assert(mostFrames == 10'000'000, "the sentence about sounds names it");
static_assert(largestSide == 64 && largestKernel == 15 && mostChannels == 4 && mostFilters == 8,
              "the sentences above name them");

} // namespace

Result<Arrival> readArrival(const Bytes& content, const std::string& where, const ArrivalWish& wish)
{
    switch (kindOf(content)) {
    case FileKind::Text:
        return readArrivalText({content.begin(), content.end()}, where, wish);
    case FileKind::Npy:
        return numbersArrival(parseNpy(content, where, wish.axes == 1), where, wish.axes);
    case FileKind::Picture:
        return pictureArrival(readPicture(content, where), where, wish);
    case FileKind::Sound:
        return soundArrival(content, where, wish);
    case FileKind::Gzip:
    case FileKind::Zip:
    case FileKind::Idx:
    case FileKind::Model:
    case FileKind::Unknown:
        break;
    }
    return Error{ErrorCode::UnknownKind, where};
}

Result<Arrival> readArrivalText(const std::string& text, const std::string& where, const ArrivalWish& wish)
{
    if (text.find_first_not_of(" \t\r\n") == text.npos) return Error{ErrorCode::FileEmpty, where};
    if (auto state = stateInText(text, where, wish.assets)) return stateArrival(std::move(*state), where);
    return numbersArrival(parseTable(text, where, wish.hasDecimalComma), where, wish.axes);
}

std::optional<Error> beyondSides(const TensorD& numbers, int axes)
{
    const Shape shape = numbers.shape;
    if (std::max(shape.height, shape.width) <= largestSide) return std::nullopt;
    if (axes == 1) return tooLarge("long line", {double(shape.width)}, {});
    return tooLarge("input", {double(shape.height), double(shape.width)}, {});
}

Result<Arrival> spectrogramArrival(std::vector<float> mono, int rateHz)
{
    auto spectrogram = spectrogramInput(mono, rateHz);
    if (!spectrogram) return spectrogram.error();
    Arrival arrival;
    arrival.numbers = std::move(spectrogram->picture);
    arrival.secondsPerColumn = spectrogram->secondsPerColumn;
    arrival.hzPerRow = spectrogram->hzPerRow;
    arrival.spectrogramSound = {std::make_shared<const std::vector<float>>(std::move(mono)), double(rateHz)};
    return arrival;
}

QString arrivalSentence(const Error& error)
{
    const char* sentence = limitSentence(error);
    if (!sentence) return placedSentence(error);
    QString text = QCoreApplication::translate("ConvArrival", sentence);
    for (const double number : error.numbers)
        text = text.arg(number);
    return text;
}

} // namespace hg
