#include "ui/theme/line_text.h"

#include "ui/theme/text_table.h"
#include "ui/theme/texts.h"

namespace hg {
namespace {

struct Name {
    std::string_view id;
    const char* text;
};

constexpr std::array filters{
    Name{"identity", QT_TRANSLATE_NOOP("Line", "Identity")},
    Name{"moving-average", QT_TRANSLATE_NOOP("Line", "Moving average")},
    Name{"derivative", QT_TRANSLATE_NOOP("Line", "Derivative")},
    Name{"echo", QT_TRANSLATE_NOOP("Line", "Echo")},
    Name{"comb", QT_TRANSLATE_NOOP("Line", "Comb")},
    Name{"low-pass", QT_TRANSLATE_NOOP("Line", "Low-pass")},
    Name{"high-pass", QT_TRANSLATE_NOOP("Line", "High-pass")},
    Name{"gaussian", QT_TRANSLATE_NOOP("Line", "Gaussian")},
    Name{"matched-blip", QT_TRANSLATE_NOOP("Line", "Matched blip")},
    Name{"grain", QT_TRANSLATE_NOOP("Line", "Grain")},
};

constexpr std::array sources{
    Name{"step", QT_TRANSLATE_NOOP("Line", "Step")},
    Name{"impulse", QT_TRANSLATE_NOOP("Line", "Impulse")},
    Name{"sine", QT_TRANSLATE_NOOP("Line", "Sine")},
    Name{"square", QT_TRANSLATE_NOOP("Line", "Square wave")},
    Name{"chirp", QT_TRANSLATE_NOOP("Line", "Chirp")},
    Name{"noise", QT_TRANSLATE_NOOP("Line", "Noise")},
    Name{"mixture", QT_TRANSLATE_NOOP("Line", "Mixture")},
    Name{"blips", QT_TRANSLATE_NOOP("Line", "Blips in noise")},
    Name{"impulses", QT_TRANSLATE_NOOP("Line", "Impulses")},
    Name{"bassoon", QT_TRANSLATE_NOOP("Line", "Bassoon")},
    Name{"cello", QT_TRANSLATE_NOOP("Line", "Cello")},
    Name{"clarinet", QT_TRANSLATE_NOOP("Line", "Clarinet")},
    Name{"flute", QT_TRANSLATE_NOOP("Line", "Flute")},
    Name{"oboe", QT_TRANSLATE_NOOP("Line", "Oboe")},
    Name{"piano", QT_TRANSLATE_NOOP("Line", "Piano")},
    Name{"trumpet", QT_TRANSLATE_NOOP("Line", "Trumpet")},
    Name{"violin", QT_TRANSLATE_NOOP("Line", "Violin")},
    Name{"melody-bassoon", QT_TRANSLATE_NOOP("Line", "Melody, bassoon")},
    Name{"melody-flute", QT_TRANSLATE_NOOP("Line", "Melody, flute")},
    Name{"melody-mixture", QT_TRANSLATE_NOOP("Line", "Melody, both")},
};

constexpr std::array planeFilters{
    Name{"identity", QT_TRANSLATE_NOOP("Filters", "identity")},
    Name{"box", QT_TRANSLATE_NOOP("Filters", "box")},
    Name{"gaussian", QT_TRANSLATE_NOOP("Filters", "Gaussian")},
    Name{"sharpen", QT_TRANSLATE_NOOP("Filters", "sharpen")},
    Name{"sobel-x", QT_TRANSLATE_NOOP("Filters", "Sobel, columns")},
    Name{"sobel-y", QT_TRANSLATE_NOOP("Filters", "Sobel, rows")},
    Name{"laplacian", QT_TRANSLATE_NOOP("Filters", "Laplacian")},
    Name{"outline", QT_TRANSLATE_NOOP("Filters", "outline")},
    Name{"emboss", QT_TRANSLATE_NOOP("Filters", "emboss")},
    Name{"motion", QT_TRANSLATE_NOOP("Filters", "motion")},
};

template <std::size_t N>
QString nameIn(const std::array<Name, N>& names, const Texts& words, std::string_view id,
               const char* context = "Line")
{
    const char* text = textIn(names, id, &Name::text);
    return text ? words.say(context, text) : QString();
}

} // namespace

QString filterName(const Texts& words, std::string_view id)
{
    return nameIn(filters, words, id);
}

QString sourceName(const Texts& words, std::string_view id)
{
    return nameIn(sources, words, id);
}

QString planeFilterName(const Texts& words, std::string_view id)
{
    return nameIn(planeFilters, words, id, "Filters");
}

} // namespace hg
