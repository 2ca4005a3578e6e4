#include "core/data/picture_folder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace hg {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostPixels = largestFile; // a byte each, as many as one IDX file may hold

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

/// Takes the digits at the front of `text`, without leading zeros.
std::string_view takeNumber(std::string_view& text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
    std::string_view number = text.substr(0, static_cast<std::size_t>(end));
    text.remove_prefix(static_cast<std::size_t>(end));
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

bool isPassedOver(const std::string& name)
{
    return name.starts_with('.') || name == "Thumbs.db" || name == "desktop.ini";
}

struct Entries {
    std::vector<fs::path> files;
    std::vector<fs::path> folders;
};

void sortNaturally(std::vector<fs::path>& paths)
{
    std::sort(paths.begin(), paths.end(), [](const fs::path& a, const fs::path& b) {
        return naturalLess(a.filename().string(), b.filename().string());
    });
}

Result<Entries> entriesOf(const fs::path& folder)
{
    Entries entries;
    std::error_code code;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        if (isPassedOver(it->path().filename().string())) continue;
        std::error_code unknown; // of a link that leads nowhere: the reader will name it
        (it->is_directory(unknown) ? entries.folders : entries.files).push_back(it->path());
    }
    if (code) return Error{ErrorCode::FileUnreadable, folder.string()};
    sortNaturally(entries.files);
    sortNaturally(entries.folders);
    return entries;
}

std::uint8_t asByte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

/// Luma of ITU-R BT.601, as most programs make grey from colours.
double greyOf(const std::vector<Block>& channels, std::size_t i)
{
    if (channels.size() < 3) return channels[0].values[i];
    return 0.299 * channels[0].values[i] + 0.587 * channels[1].values[i] + 0.114 * channels[2].values[i];
}

/// Adds one picture after the other to samples.
class PictureCollector {
public:
    explicit PictureCollector(const PictureDecoder& decode) : m_decode(decode) {}

    /// `label` below 0: none.
    std::optional<Error> add(const fs::path& path, int label)
    {
        std::error_code code;
        const std::string where = path.string();
        // A pipe among pictures would be waited for.
        if (fs::exists(path, code) && !fs::is_regular_file(path, code))
            return Error{ErrorCode::UnknownKind, where};
        const auto content = readFile(path);
        if (!content) return content.error();
        if (kindOf(*content) != FileKind::Picture) return Error{ErrorCode::UnknownKind, where};
        const auto channels = m_decode(*content, where);
        if (!channels) return channels.error();
        if (auto error = checkSize(channels->front(), path)) return error;
        for (std::size_t i = 0; i < channels->front().values.size(); ++i)
            m_samples.bytes.push_back(asByte(greyOf(*channels, i)));
        if (label >= 0) m_samples.labels.push_back(label);
        ++m_samples.count;
        return std::nullopt;
    }

    Samples take() { return std::move(m_samples); }
    int count() const { return m_samples.count; }

private:
    std::optional<Error> checkSize(const Block& picture, const fs::path& path)
    {
        Shape& shape = m_samples.shape;
        if (m_samples.count == 0) {
            shape = {1, picture.rows, picture.columns};
            m_first = path;
        }
        if (picture.rows != shape.height || picture.columns != shape.width)
            return Error{
                ErrorCode::PicturesDiffer,
                path.string(),
                {double(picture.rows), double(picture.columns), double(shape.height), double(shape.width)},
                m_first.string()};
        const std::size_t pixels = m_samples.bytes.size() + shape.size();
        if (pixels > mostPixels)
            return Error{ErrorCode::TooManyNumbers, path.string(), {double(pixels), double(mostPixels)}};
        return std::nullopt;
    }

    const PictureDecoder& m_decode;
    Samples m_samples;
    fs::path m_first;
};

std::optional<Error> addClass(const fs::path& folder, int label, PictureCollector& pictures)
{
    const auto entries = entriesOf(folder);
    if (!entries) return entries.error();
    if (!entries->folders.empty()) return Error{ErrorCode::UnknownKind, entries->folders.front().string()};
    if (entries->files.empty()) return Error{ErrorCode::FileEmpty, folder.string()};
    for (const fs::path& path : entries->files)
        if (auto error = pictures.add(path, label)) return error;
    return std::nullopt;
}

} // namespace

bool naturalLess(std::string_view a, std::string_view b)
{
    const std::string_view wholeA = a, wholeB = b;
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view x = takeNumber(a), y = takeNumber(b);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
            continue;
        }
        const auto x = static_cast<unsigned char>(lower(a.front())),
                   y = static_cast<unsigned char>(lower(b.front()));
        if (x != y) return x < y;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    if (a.empty() != b.empty()) return a.empty();
    return wholeA < wholeB;
}

Result<Samples> loadPictureFolder(const fs::path& folder, const PictureDecoder& decode)
{
    const auto entries = entriesOf(folder);
    if (!entries) return entries.error();
    if (!entries->folders.empty() && !entries->files.empty())
        return Error{ErrorCode::LoosePicture,
                     entries->files.front().string(),
                     {},
                     entries->folders.front().filename().string()};
    PictureCollector pictures(decode);
    for (const fs::path& path : entries->files)
        if (auto error = pictures.add(path, -1)) return *error;
    for (std::size_t i = 0; i < entries->folders.size(); ++i)
        if (auto error = addClass(entries->folders[i], static_cast<int>(i), pictures)) return *error;
    if (pictures.count() == 0) return Error{ErrorCode::FileEmpty, folder.string()};
    return pictures.take();
}

} // namespace hg
