#include "ui/labs/conv/input_source.h"

#include "core/data/dataset.h"
#include "core/data/instruments.h"
#include "ui/labs/conv/conv_clipboard.h"
#include "ui/labs/conv/conv_lab.h"
#include "ui/theme/line_text.h"

#include <QAction>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace hg {

/// A few handwritten digits of each kind, read at the first wish for one.
struct DigitShelf {
    std::array<std::vector<TensorD>, 10> digits;
};

namespace {

constexpr int copiesOfDigit = 50;
constexpr int largestOfNumbers = 7; // sides of an input of numbers that are to be read at a glance

constexpr std::array<const char*, testPatternCount> patternNames{
    QT_TRANSLATE_NOOP("InputSource", "Checkerboard"), QT_TRANSLATE_NOOP("InputSource", "Stripes"),
    QT_TRANSLATE_NOOP("InputSource", "Ring"),         QT_TRANSLATE_NOOP("InputSource", "Cross"),
    QT_TRANSLATE_NOOP("InputSource", "Gradient"),     QT_TRANSLATE_NOOP("InputSource", "Impulse")};

QString inWords(const char* text)
{
    return QCoreApplication::translate("InputSource", text);
}

/// The first pictures of each digit in the held-out part.
std::optional<Error> fill(DigitShelf& shelf, const Assets& assets)
{
    if (!shelf.digits[0].empty()) return std::nullopt;
    const auto dataset = loadDataset("mnist", assets);
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

/// The id of an instrument's note A4, or of the melody itself.
std::string noteOf(const std::string& id, const Assets& assets)
{
    const auto notes = instrumentNotes(assets);
    if (!notes) return id;
    for (const InstrumentNote& note : *notes)
        if (note.pitch == 69 && instrumentIds[static_cast<std::size_t>(note.instrument)] == id)
            return note.id;
    return id;
}

Result<Arrival> soundArrival(const std::string& id, const Assets& assets)
{
    const auto sound = loadInstrument(noteOf(id, assets), assets);
    if (!sound) return sound.error();
    return spectrogramArrival(monoMix(*sound), sound->rateHz);
}

} // namespace

InputSource::InputSource(ConvLab& lab, ConvClipboard& clipboard, QWidget* parent)
    : Panel(parent)
    , m_lab(lab)
    , m_clipboard(clipboard)
    , m_button(new QPushButton(this))
    , m_menu(new QMenu(m_button))
    , m_label(new QLabel(this))
    , m_caption(new QLabel(this))
    , m_digits(std::make_shared<DigitShelf>())
{
    build();
    fillMenu();
    connect(&lab, &ConvLab::sceneChanged, this, &InputSource::refresh);
    connect(&clipboard, &ConvClipboard::inputTaken, this, &InputSource::noteArrival);
    connect(&clipboard, &ConvClipboard::loadingChanged, this, &InputSource::refresh);
    translated([this] { refresh(); });
}

InputSource::~InputSource() = default;

void InputSource::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addWidget(m_button, 1);
    column->addLayout(row);
    column->addWidget(m_caption);
    m_label->setBuddy(m_button);
    m_caption->setProperty("look", QStringLiteral("muted"));
    m_button->setMenu(m_menu);
}

QMenu* InputSource::addMenu(const char* title)
{
    auto* menu = m_menu->addMenu(QString());
    m_titles.emplace_back(menu, title);
    return menu;
}

QAction* InputSource::addChoice(QMenu& menu, const Choice& choice)
{
    QAction* action = menu.addAction(QString());
    m_choices.emplace_back(action, choice);
    connect(action, &QAction::triggered, this, [this, choice] { choose(choice); });
    return action;
}

void InputSource::fillMenu()
{
    addChoice(*m_menu, {Kind::Numbers});
    QMenu* patterns = addMenu(QT_TRANSLATE_NOOP("InputSource", "Test patterns"));
    for (int i = 0; i < testPatternCount; ++i)
        addChoice(*patterns, {Kind::Pattern, i});
    QMenu* digits = addMenu(QT_TRANSLATE_NOOP("InputSource", "Handwritten digit"));
    for (int i = 0; i < 10; ++i)
        addChoice(*digits, {Kind::Digit, i});
    digits->addSeparator();
    m_another = digits->addAction(QString());
    connect(m_another, &QAction::triggered, this, [this] { choose({Kind::Digit, m_digit}); });
    QMenu* sounds = addMenu(QT_TRANSLATE_NOOP("InputSource", "Spectrogram"));
    for (const auto id : melodyIds)
        addChoice(*sounds, {Kind::Sound, 0, std::string(id)});
    sounds->addSeparator();
    for (const auto id : instrumentIds)
        addChoice(*sounds, {Kind::Sound, 0, std::string(id)});
    addChoice(*m_menu, {Kind::File});
    m_menu->addSeparator();
    m_colours = m_menu->addAction(QString());
    m_colours->setCheckable(true);
    m_colours->setChecked(m_clipboard.context().settings.readsColours());
    connect(m_colours, &QAction::toggled, this, &InputSource::setInColour);
}

void InputSource::setStyle(const PaintStyle& style)
{
    m_style = style;
    refresh();
}

void InputSource::choose(const Choice& choice)
{
    if (choice.kind == Kind::File) return m_clipboard.chooseFile();
    m_asked = choice;
    m_askedName = nameOf(choice);
    if (choice.kind == Kind::Numbers) return takeNumbers();
    if (choice.kind == Kind::Digit) return loadDigit(choice.index);
    if (choice.kind == Kind::Sound) return loadSound(choice.id);
    const Shape in = m_lab.scene().input.shape;
    Arrival arrival;
    arrival.numbers = testPattern(static_cast<TestPattern>(choice.index), {in.height, in.width});
    m_clipboard.take(nameOf(choice), arrival);
}

void InputSource::takeNumbers()
{
    const Shape in = m_lab.scene().input.shape;
    ConvScene numbers;
    numbers.input.data[0] = 2;
    Arrival arrival;
    arrival.numbers =
        withInputSize(numbers, {std::min(in.height, largestOfNumbers), std::min(in.width, largestOfNumbers)})
            .input;
    m_clipboard.take(nameOf({}), arrival);
}

void InputSource::loadDigit(int digit)
{
    m_copy = digit == m_digit ? (m_copy + 1) % copiesOfDigit : 0;
    m_digit = digit;
    const Assets assets = m_clipboard.context().assets;
    m_clipboard.load(nameOf({Kind::Digit, digit}),
                     [shelf = m_digits, assets, digit, copy = m_copy]() -> Result<Arrival> {
                         if (auto error = fill(*shelf, assets)) return *error;
                         const auto& pictures = shelf->digits[static_cast<std::size_t>(digit)];
                         Arrival arrival;
                         arrival.numbers = pictures[static_cast<std::size_t>(copy) % pictures.size()];
                         return arrival;
                     });
}

void InputSource::loadSound(const std::string& id)
{
    const Assets assets = m_clipboard.context().assets;
    m_clipboard.load(nameOf({Kind::Sound, 0, id}), [id, assets] { return soundArrival(id, assets); });
}

void InputSource::setInColour(bool inColour)
{
    m_clipboard.context().settings.setReadsColours(inColour);
    if (m_arrival.isPicture && m_lab.scene().input == m_arrival.numbers) m_clipboard.openAgain();
}

void InputSource::noteArrival(const QString& where, const Arrival& arrival)
{
    m_choice = where == m_askedName ? m_asked : Choice{Kind::File};
    m_askedName.clear();
    m_file = where;
    m_arrival = arrival;
    refresh();
}

QString InputSource::nameOf(const Choice& choice) const
{
    switch (choice.kind) {
    case Kind::Numbers:
        return inWords(QT_TRANSLATE_NOOP("InputSource", "Numbers"));
    case Kind::Pattern:
        return inWords(patternNames[static_cast<std::size_t>(choice.index)]);
    case Kind::Digit:
        return inWords(QT_TRANSLATE_NOOP("InputSource", "Digit %1")).arg(choice.index);
    case Kind::Sound:
        return sourceName(m_style.texts, choice.id);
    case Kind::File:
        break;
    }
    return inWords(QT_TRANSLATE_NOOP("InputSource", "Own file…"));
}

QString InputSource::caption() const
{
    const ConvScene& scene = m_lab.scene();
    const Shape s = scene.input.shape;
    return inWords(QT_TRANSLATE_NOOP("InputSource", "→ 0 … %1 s   ↑ 0 … %2 Hz"))
        .arg(m_style.texts.number(scene.secondsPerColumn * s.width, 1),
             m_style.texts.number(scene.hzPerRow * s.height, 0));
}

/// What the input came from, as long as it is that.
QString InputSource::shownName() const
{
    if (m_lab.scene().input == m_arrival.numbers)
        return m_choice.kind == Kind::File ? m_file : nameOf(m_choice);
    return m_lab.scene().hzPerRow > 0 ? inWords("Spectrogram") : nameOf({});
}

QString InputSource::groupOf(const QAction& action) const
{
    for (const auto& [menu, title] : m_titles)
        if (menu->actions().contains(&action)) return menu->title();
    return {};
}

ChipContent InputSource::chip() const
{
    ChipContent chip{.name = inWords(QT_TRANSLATE_NOOP("InputSource", "input"))};
    chip.shown = shownName();
    chip.areNumbers = false;
    chip.isElidable = true;
    for (const auto& [action, choice] : m_choices) {
        if (action->text() == chip.shown) chip.current = static_cast<int>(chip.values.size());
        chip.values << action->text();
        chip.groups << groupOf(*action);
    }
    chip.choose = [this](int i) { m_choices[static_cast<std::size_t>(i)].first->trigger(); };
    return chip;
}

void InputSource::refresh()
{
    for (const auto& [menu, title] : m_titles)
        menu->setTitle(inWords(title));
    for (const auto& [action, choice] : m_choices)
        action->setText(nameOf(choice));
    m_another->setText(inWords(QT_TRANSLATE_NOOP("InputSource", "Another one")));
    m_colours->setText(inWords(QT_TRANSLATE_NOOP("InputSource", "Coloured pictures as three channels")));
    m_label->setText(inWords(QT_TRANSLATE_NOOP("InputSource", "Input")));
    const bool isSpectrogram = m_lab.scene().hzPerRow > 0;
    const QString name =
        m_clipboard.isLoading() ? inWords(QT_TRANSLATE_NOOP("InputSource", "Loading…")) : shownName();
    constexpr int widest = 170;
    m_button->setText(m_button->fontMetrics().elidedText(name, Qt::ElideMiddle, widest));
    m_button->setAccessibleName(inWords(QT_TRANSLATE_NOOP("InputSource", "Input: %1")).arg(name));
    m_caption->setVisible(isSpectrogram);
    if (isSpectrogram) m_caption->setText(caption());
}

} // namespace hg
