#include "core/data/data_guess.h"

#include "core/data/emnist.h"
#include "core/data/idx_folder.h"
#include "core/data/picture_folder.h"
#include "core/data/sample_arrays.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

namespace hg {
namespace {

namespace fs = std::filesystem;

constexpr int usualSide = 28;       // every network of the window takes it
constexpr int smallestPicture = 64; // numbers in a row that are taken for a picture: 8 × 8
constexpr int mostClasses = 100;    // more are a measure, not a class

/// The side of a square of so many cells; 0 where there is none.
int sideOf(int cells)
{
    const int side = static_cast<int>(std::lround(std::sqrt(cells)));
    return side * side == cells && cells >= smallestPicture && side <= largestPictureSide ? side : 0;
}

std::string plainWord(std::string word)
{
    std::erase_if(word, [](unsigned char c) { return std::isspace(c) || c == '"'; });
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return word;
}

/// Where the first line of a text names a column of labels.
std::optional<int> namedColumn(const Bytes& head)
{
    static const std::set<std::string> names{"label", "labels", "class", "target", "digit", "y"};
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    const std::string_view line = text.substr(0, text.find('\n'));
    int column = 1;
    for (std::size_t at = 0; at <= line.size(); ++column) {
        const std::size_t comma = std::min(line.find(',', at), line.size());
        if (names.contains(plainWord(std::string(line.substr(at, comma - at))))) return column;
        at = comma + 1;
    }
    return std::nullopt;
}

/// Whether a column of a table can be labels: few whole numbers from 0 on.
bool areLabels(const Samples& table, int column)
{
    std::set<double> values;
    const auto width = static_cast<std::size_t>(table.shape.width);
    for (std::size_t i = static_cast<std::size_t>(column - 1); i < table.doubles.size(); i += width) {
        const double value = table.doubles[i];
        if (value < 0 || value != std::floor(value)) return false;
        values.insert(value);
        if (values.size() > mostClasses) return false;
    }
    return true;
}

/// Whether those are EMNIST's own files, or Kaggle's copies of them: what others have packed stands upright.
bool areTransposed(const fs::path& file)
{
    if (!isOfEmnist(file)) return false;
    const auto head = readHead(file);
    const FileKind kind = head ? kindOf(*head) : FileKind::Unknown;
    return kind == FileKind::Idx || kind == FileKind::Gzip || kind == FileKind::Text;
}

/// The column of labels of a table of pictures that has one number more than they have cells.
int columnBesidePixels(const Samples& table)
{
    const int width = table.shape.width;
    if (sideOf(width) > 0 || sideOf(width - 1) == 0) return noLabelColumn;
    if (areLabels(table, 1)) return 1;
    return areLabels(table, width) ? width : noLabelColumn;
}

/// What brings numbers to 0…1.
Values likelyValues(const Samples& samples, bool arePictures)
{
    if (!samples.bytes.empty()) return Values::AsTheyAre;
    bool areWhole = true;
    double least = 0, greatest = 0;
    for (const double value : samples.doubles) {
        areWhole = areWhole && value == std::floor(value);
        least = std::min(least, value);
        greatest = std::max(greatest, value);
    }
    if (least >= 0 && greatest <= 1) return Values::AsTheyAre;
    constexpr double dimmest = 128, brightest = 255; // of the brightest pixel: 0…16 is a scale of its own
    const bool arePixels =
        arePictures && areWhole && least >= 0 && greatest >= dimmest && greatest <= brightest;
    return arePixels ? Values::Pixels : Values::Range;
}

/// Of a table, its column of labels taken out.
Result<DataCut> cutOfTable(Samples table, const std::string& source)
{
    DataCut cut;
    const auto head = readHead(source);
    if (!head) return head.error();
    const auto named = kindOf(*head) == FileKind::Text ? namedColumn(*head) : std::nullopt;
    cut.labelColumn = named && areLabels(table, *named) ? *named : columnBesidePixels(table);
    if (auto error = takeLabels(table, cut.labelColumn, source)) return *error;
    const bool hasNegative =
        std::any_of(table.doubles.begin(), table.doubles.end(), [](double x) { return x < 0; });
    if (!hasNegative) cut.side = sideOf(table.shape.width); // a signal's numbers go below 0
    cut.isTransposed = cut.side > 0 && areTransposed(source);
    cut.values = likelyValues(table, cut.side > 0);
    return cut;
}

DataCut cutOfPictures(const Samples& samples, const fs::path& file)
{
    const Shape& shape = samples.shape;
    DataCut cut{.isTransposed = areTransposed(file), .values = likelyValues(samples, true)};
    const bool isLine = shape.height == 1 || shape.width == 1;
    if (!isLine && std::max(shape.height, shape.width) > largestPictureSide) cut.side = usualSide;
    return cut;
}

Result<DataCut> cutOfFolder(const std::string& folder, const PictureSizer& sizer, const Watch& watch)
{
    const auto paths = picturesIn(folder, watch);
    if (!paths) return paths.error();
    std::set<std::array<int, 2>> sizes;
    for (const fs::path& path : *paths) {
        if (!mayGoOn(watch, 0)) return Error{ErrorCode::Cancelled};
        if (const auto size = sizer(path)) sizes.insert(*size);
    }
    const bool areSmall =
        sizes.size() == 1 && std::max((*sizes.begin())[0], (*sizes.begin())[1]) <= largestPictureSide;
    return DataCut{.side = areSmall ? 0 : usualSide};
}

} // namespace

Result<DataRequest> likelyRequest(const std::string& source, const Assets& assets, const PictureSizer& sizer,
                                  const Watch& watch)
{
    std::error_code code;
    const bool isFolder = fs::is_directory(source, code);
    const auto idx = isFolder ? findIdxFiles(source) : Result<IdxFiles>(IdxFiles());
    if (!idx) return idx.error();
    if (isFolder && idx->isEmpty()) {
        const auto cut = cutOfFolder(source, sizer, watch);
        return cut ? Result<DataRequest>(DataRequest(source, *cut)) : cut.error();
    }
    auto set = loadWhole(source, assets, {}, watch);
    if (!set) return set.error();
    Samples& samples = set->train;
    appendAll(samples, set->test);
    const bool isTable = samples.bytes.empty() && samples.shape == Shape{1, 1, samples.shape.width};
    if (!isTable) {
        const fs::path pictures = isFolder ? idx->ofRole[0][0] : fs::path(source);
        return DataRequest(source, cutOfPictures(samples, pictures));
    }
    const auto cut = cutOfTable(std::move(samples), source);
    return cut ? Result<DataRequest>(DataRequest(source, *cut)) : cut.error();
}

} // namespace hg
