#include "ui/labs/conv/input_choices.h"

#include "core/data/instruments.h"
#include "ui/labs/conv/conv_files.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/theme/line_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <mutex>

namespace hg {

/// A few handwritten digits of each kind, read at the first wish for one.
struct DigitShelf {
    std::mutex mutex;
    std::array<std::vector<TensorD>, 10> digits;
};

namespace {

constexpr int copiesOfDigit = 50;
constexpr int largestOfNumbers = 7; // sides of an input of numbers that are to be read at a glance
constexpr const char* numbersId = "numbers";

constexpr std::array<const char*, testPatternCount> patternNames{
    QT_TRANSLATE_NOOP("InputSource", "Checkerboard"), QT_TRANSLATE_NOOP("InputSource", "Stripes"),
    QT_TRANSLATE_NOOP("InputSource", "Ring"),         QT_TRANSLATE_NOOP("InputSource", "Cross"),
    QT_TRANSLATE_NOOP("InputSource", "Gradient"),     QT_TRANSLATE_NOOP("InputSource", "Impulse")};

QString inWords(const char* text)
{
    return QCoreApplication::translate("InputSource", text);
}

/// The first pictures of each digit in the held-out part.
std::optional<Error> fill(DigitShelf& shelf, DatasetShelf& datasets, const Watch& watch)
{
    const std::lock_guard lock(shelf.mutex);
    if (!shelf.digits[0].empty()) return std::nullopt;
    const auto dataset = datasets.read("mnist", watch);
    if (!dataset) return dataset.error();
    const Samples& test = (*dataset)->test;
    const SampleView view = test.view();
    for (int i = 0; i < test.count; ++i) {
        auto& digits = shelf.digits[static_cast<std::size_t>(test.labels[static_cast<std::size_t>(i)])];
        if (digits.size() == copiesOfDigit) continue;
        TensorD& picture = digits.emplace_back(1, test.shape);
        for (std::size_t pixel = 0; pixel < view.features; ++pixel)
            picture.data[pixel] = test.bytes[static_cast<std::size_t>(i) * view.features + pixel] / 255.0;
    }
    return std::nullopt;
}

Result<Arrival> soundArrival(const std::string& id, const Assets& assets)
{
    const auto sound = loadInstrument(soundIdOf(id, assets), assets);
    if (!sound) return sound.error();
    return spectrogramArrival(monoMix(*sound), sound->rateHz);
}

} // namespace

InputChoices::InputChoices(ConvModel& numbers, ConvFiles& files)
    : m_numbers(numbers), m_files(files), m_digits(std::make_shared<DigitShelf>())
{
    m_rows.push_back({numbersId});
    for (int i = 0; i < testPatternCount; ++i)
        m_rows.push_back({"pattern-" + std::to_string(i), Group::Patterns, i});
    for (int i = 0; i < 10; ++i)
        m_rows.push_back({"digit-" + std::to_string(i), Group::Digits, i});
    for (const auto id : melodyIds)
        m_rows.push_back({std::string(id), Group::Spectrograms});
    for (const auto id : instrumentIds)
        m_rows.push_back({std::string(id), Group::Spectrograms, 0, id == instrumentIds.front()});
    m_rows.push_back({});
    connect(&numbers, &ConvModel::sceneChanged, this, &InputChoices::changed);
    connect(&files, &ConvFiles::inputTaken, this, &InputChoices::noteArrival);
    connect(&files.job(), &Job::changed, this, &InputChoices::changed);
}

InputChoices::~InputChoices() = default;

const InputChoices::Choice* InputChoices::find(const std::string& id) const
{
    const auto it = std::find_if(m_rows.begin(), m_rows.end(), [&](const Choice& c) { return c.id == id; });
    return it == m_rows.end() ? nullptr : &*it;
}

void InputChoices::choose(std::size_t row)
{
    const Choice& choice = m_rows[row];
    if (choice.id.empty()) return Q_EMIT m_files.lab().fileAsked();
    switch (choice.group) {
    case Group::None:
        return takeNumbers(choice);
    case Group::Patterns:
        return takePattern(choice);
    case Group::Digits:
        return loadDigit(choice);
    case Group::Spectrograms:
        return loadSound(choice);
    }
}

void InputChoices::chooseAnotherDigit()
{
    loadDigit(*find("digit-" + std::to_string(m_digit)));
}

void InputChoices::takeNumbers(const Choice& choice)
{
    const Shape in = m_numbers.scene().input.shape;
    ConvScene numbers;
    numbers.input.data[0] = 2;
    Arrival arrival;
    arrival.numbers =
        withInputSize(numbers, {std::min(in.height, largestOfNumbers), std::min(in.width, largestOfNumbers)})
            .input;
    m_files.take(nameOf(choice), arrival, choice.id);
}

void InputChoices::takePattern(const Choice& choice)
{
    const Shape in = m_numbers.scene().input.shape;
    Arrival arrival;
    arrival.numbers = testPattern(static_cast<TestPattern>(choice.index), {in.height, in.width});
    m_files.take(nameOf(choice), arrival, choice.id);
}

void InputChoices::loadDigit(const Choice& choice)
{
    m_copy = choice.index == m_digit ? (m_copy + 1) % copiesOfDigit : 0;
    m_digit = choice.index;
    m_files.load(
        nameOf(choice),
        [shelf = m_digits, datasets = m_files.lab().context().data.shelf(), digit = m_digit,
         copy = m_copy](const Watch& watch) -> Result<Arrival> {
            if (auto error = fill(*shelf, *datasets, watch)) return *error;
            const auto& pictures = shelf->digits[static_cast<std::size_t>(digit)];
            Arrival arrival;
            arrival.numbers = pictures[static_cast<std::size_t>(copy) % pictures.size()];
            return arrival;
        },
        choice.id);
}

void InputChoices::loadSound(const Choice& choice)
{
    m_files.load(
        nameOf(choice),
        [id = choice.id, assets = m_files.lab().context().assets](const Watch&) {
            return soundArrival(id, assets);
        },
        choice.id);
}

bool InputChoices::isLoading() const
{
    return m_files.isLoading();
}

bool InputChoices::isInColour() const
{
    return m_files.lab().context().settings.readsColours();
}

void InputChoices::setInColour(bool inColour)
{
    m_files.lab().context().settings.setReadsColours(inColour);
    if (m_arrival.isPicture && m_numbers.scene().input == m_arrival.numbers) m_files.openAgain();
}

void InputChoices::noteArrival(const std::string& origin, const QString& where, const Arrival& arrival)
{
    m_origin = origin;
    m_file = where;
    m_arrival = arrival;
    Q_EMIT changed();
    Q_EMIT nameChanged();
}

QString InputChoices::groupName(Group group)
{
    switch (group) {
    case Group::None:
        break;
    case Group::Patterns:
        return inWords(QT_TRANSLATE_NOOP("InputSource", "Test patterns"));
    case Group::Digits:
        return inWords(QT_TRANSLATE_NOOP("InputSource", "Handwritten digit"));
    case Group::Spectrograms:
        return inWords(QT_TRANSLATE_NOOP("InputSource", "Spectrogram"));
    }
    return {};
}

QString InputChoices::nameOf(const Choice& choice) const
{
    switch (choice.group) {
    case Group::None:
        break;
    case Group::Patterns:
        return inWords(patternNames[static_cast<std::size_t>(choice.index)]);
    case Group::Digits:
        return inWords(QT_TRANSLATE_NOOP("InputSource", "Digit %1")).arg(choice.index);
    case Group::Spectrograms:
        return sourceName(m_files.lab().texts(), choice.id);
    }
    return choice.id.empty() ? inWords(QT_TRANSLATE_NOOP("InputSource", "Own file…"))
                             : inWords(QT_TRANSLATE_NOOP("InputSource", "Numbers"));
}

QString InputChoices::caption() const
{
    const ConvScene& scene = m_numbers.scene();
    const Shape s = scene.input.shape;
    if (scene.hzPerRow <= 0) return {};
    const Texts& texts = m_files.lab().texts();
    return inWords(QT_TRANSLATE_NOOP("InputSource", "→ 0 … %1 s   ↑ 0 … %2 Hz"))
        .arg(texts.number(scene.secondsPerColumn * s.width, 1), texts.number(scene.hzPerRow * s.height, 0));
}

QString InputChoices::shownName() const
{
    if (m_numbers.scene().input == m_arrival.numbers) {
        const Choice* origin = m_origin.empty() ? nullptr : find(m_origin);
        return origin ? nameOf(*origin) : m_file;
    }
    return m_numbers.scene().hzPerRow > 0 ? groupName(Group::Spectrograms) : nameOf(m_rows.front());
}

ChipContent InputChoices::chip()
{
    ChipContent chip{.name = inWords(QT_TRANSLATE_NOOP("InputSource", "input"))};
    chip.shown = shownName();
    chip.areNumbers = false;
    chip.isElidable = true;
    for (const Choice& choice : m_rows) {
        const QString name = nameOf(choice);
        if (name == chip.shown) chip.current = static_cast<int>(chip.values.size());
        chip.values << name;
        chip.groups << groupName(choice.group);
    }
    chip.choose = [this](int i) { choose(static_cast<std::size_t>(i)); };
    return chip;
}

} // namespace hg
