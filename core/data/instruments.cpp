#include "core/data/instruments.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace hg {
namespace {

constexpr std::string_view ending = ".flac";

/// The part of `text` before the next `mark`, which is taken off with it.
std::string_view takeUntil(std::string_view& text, char mark)
{
    const auto end = std::min(text.find(mark), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::optional<int> wholeNumber(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Result<InstrumentNote> parseNote(std::string_view line, int number, const std::string& where)
{
    constexpr int leastFields = 4; // what comes behind them is not needed here
    const auto fields = static_cast<int>(std::count(line.begin(), line.end(), ',')) + 1;
    if (fields < leastFields)
        return Error{
            ErrorCode::RaggedBlock, where, {double(number), fields + 1.0, double(fields), leastFields}};
    std::string_view file = takeUntil(line, ',');
    if (file.ends_with(ending)) file.remove_suffix(ending.size());
    const std::string_view name = takeUntil(line, ',');
    const auto known = std::find(instrumentIds.begin(), instrumentIds.end(), name);
    if (known == instrumentIds.end()) return Error{ErrorCode::UnknownName, where, {}, std::string(name)};
    InstrumentNote note{.id = std::string(file),
                        .instrument = static_cast<int>(known - instrumentIds.begin())};
    for (const auto& [field, target] : {std::pair{3, &note.pitch}, {4, &note.velocity}}) {
        const std::string_view text = takeUntil(line, ',');
        const auto value = wholeNumber(text);
        if (!value)
            return Error{ErrorCode::NotANumber, where, {double(number), double(field)}, std::string(text)};
        *target = *value;
    }
    return note;
}

} // namespace

Result<std::vector<InstrumentNote>> parseNotes(std::string_view text, const std::string& where)
{
    std::vector<InstrumentNote> notes;
    takeUntil(text, '\n'); // the columns' names
    for (int number = 2; !text.empty(); ++number) {
        std::string_view line = takeUntil(text, '\n');
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) continue;
        auto note = parseNote(line, number, where);
        if (!note) return note.error();
        notes.push_back(std::move(*note));
    }
    if (notes.empty()) return Error{ErrorCode::FileEmpty, where};
    return notes;
}

Result<std::vector<InstrumentNote>> instrumentNotes(const Assets& assets)
{
    const auto path = assets.find("instruments/notes.csv");
    if (!path) return path.error();
    const auto content = readFile(*path);
    if (!content) return content.error();
    return parseNotes({reinterpret_cast<const char*>(content->data()), content->size()}, path->string());
}

std::string soundIdOf(const std::string& id, const Assets& assets)
{
    constexpr int a4 = 69;
    const auto notes = instrumentNotes(assets);
    if (!notes) return id;
    for (const InstrumentNote& note : *notes)
        if (note.pitch == a4 && instrumentIds[static_cast<std::size_t>(note.instrument)] == id)
            return note.id;
    return id;
}

Result<Sound> loadInstrument(std::string_view id, const Assets& assets)
{
    const auto path = assets.find("instruments/" + std::string(id) + std::string(ending));
    if (!path) return path.error();
    const auto content = readFile(*path);
    if (!content) return content.error();
    return parseSound(*content, path->string());
}

double pitchHz(double midiPitch)
{
    return 440 * std::exp2((midiPitch - 69) / 12);
}

} // namespace hg
