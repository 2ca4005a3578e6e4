#include "core/data/picture_folder.h"

#include "core/data/data_cut.h"
#include "core/data/idx_folder.h"
#include "core/data/natural_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace hg {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostPixels = largestFile; // a byte each, as many as one IDX file may hold
constexpr int deepest = 6;                      // bounds of a look into folders that are no classes
constexpr int mostOpened = 2000, mostFolders = 2000;

bool isHidden(const fs::path& path)
{
    return path.filename().string().starts_with('.');
}

/// What lies in one folder; hidden folders are passed over.
struct Entries {
    std::vector<fs::path> pictures; ///< by their content
    std::vector<fs::path> others;
    std::vector<fs::path> folders;
};

/// Opens as many files as `budget` allows, which it lessens; those beyond count as no pictures.
Result<Entries> entriesOf(const fs::path& folder, int& budget, const Watch& watch = {})
{
    Entries entries;
    std::error_code code, unknown;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        if (!mayGoOn(watch, 0)) return Error{ErrorCode::Cancelled};
        const fs::path& path = it->path();
        if (it->is_directory(unknown)) {
            if (!isHidden(path)) entries.folders.push_back(path);
            continue;
        }
        const bool isOpened = !isHidden(path) && budget-- > 0;
        const auto head = isOpened ? readHead(path) : Bytes{};
        if (!head) return head.error(); // a link that leads nowhere, a file that may not be read
        (kindOf(*head) == FileKind::Picture ? entries.pictures : entries.others).push_back(path);
    }
    if (code) return Error{ErrorCode::FileUnreadable, folder.string()};
    for (auto* paths : {&entries.pictures, &entries.others, &entries.folders})
        sortNaturally(*paths);
    return entries;
}

/// The same of a folder that may be all pictures.
Result<Entries> entriesOf(const fs::path& folder, const Watch& watch)
{
    int all = std::numeric_limits<int>::max();
    return entriesOf(folder, all, watch);
}

/// What was found below a folder.
struct Depths {
    std::optional<fs::path> pictures; ///< the first folder that holds some
    std::optional<fs::path> idx;      ///< the first folder that holds files of an IDX set
    int others = 0, folders = 0, budget = mostOpened;
};

void lookInto(const fs::path& folder, int depth, Depths& found)
{
    if (depth > deepest || ++found.folders > mostFolders) return;
    const auto entries = entriesOf(folder, found.budget);
    if (!entries) return;
    found.others += static_cast<int>(entries->others.size());
    if (!found.pictures && !entries->pictures.empty()) found.pictures = folder;
    const auto idx = findIdxFiles(folder);
    if (!found.idx && idx && !idx->isEmpty()) found.idx = folder;
    std::error_code code;
    for (const fs::path& path : entries->folders)
        if (!fs::is_symlink(path, code)) lookInto(path, depth + 1, found); // a link may lead up again
}

std::uint8_t asByte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 1.0) * 255));
}

/// Luma of ITU-R BT.601, as most programs make grey from colours.
Block greyOf(std::vector<Block> channels)
{
    std::vector<double>& grey = channels.front().values;
    for (std::size_t i = 0; channels.size() >= 3 && i < grey.size(); ++i)
        grey[i] = 0.299 * grey[i] + 0.587 * channels[1].values[i] + 0.114 * channels[2].values[i];
    return std::move(channels.front());
}

/// Adds one picture after the other to samples.
class PictureCollector {
public:
    /// `count` pictures are to come.
    PictureCollector(const PictureDecoder& decode, int side, std::size_t count, const Watch& watch)
        : m_decode(decode), m_side(side), m_all(static_cast<double>(count)), m_watch(watch)
    {}

    /// `label` below 0: none.
    std::optional<Error> add(const std::vector<fs::path>& paths, int label)
    {
        for (const fs::path& path : paths)
            if (auto error = addOne(path, label)) return error;
        return std::nullopt;
    }

    Samples take() { return std::move(m_samples); }

private:
    std::optional<Error> addOne(const fs::path& path, int label)
    {
        if (!mayGoOn(m_watch, m_samples.count / m_all)) return Error{ErrorCode::Cancelled};
        const std::string where = path.string();
        const auto content = readFile(path);
        if (!content) return content.error();
        auto channels = m_decode(*content, where, m_side);
        if (!channels) return channels.error();
        const Block picture = shownOf(greyOf(std::move(*channels)));
        if (auto error = checkSize(picture, path)) return error;
        for (const double value : picture.values)
            m_samples.bytes.push_back(asByte(value));
        if (label >= 0) m_samples.labels.push_back(label);
        ++m_samples.count;
        return std::nullopt;
    }

    /// As large as asked for.
    Block shownOf(Block grey) const
    {
        if (m_side == 0) return grey;
        return {m_side, m_side, scaledSquare(grey.values, grey.rows, grey.columns, m_side)};
    }

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
    const int m_side;
    double m_all;
    const Watch& m_watch;
    Samples m_samples;
    fs::path m_first;
};

Error tooDeep(const fs::path& where, const fs::path& instead)
{
    return {ErrorCode::DataTooDeep, where.string(), {}, instead.string()};
}

std::string lowerEnding(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) { return c | 0x20; });
    return ending;
}

/// A folder without pictures: what in it, or further down, may have been meant.
Error nothingIn(const fs::path& folder, const std::vector<fs::path>& files, const Depths& found, int skipped)
{
    if (found.idx) return tooDeep(*found.idx, *found.idx);
    if (found.pictures) return tooDeep(*found.pictures, found.pictures->parent_path());
    const auto isData = [](const fs::path& path) {
        const std::string ending = lowerEnding(path);
        return ending == ".csv" || ending == ".npz" || ending == ".npy";
    };
    const auto isTraining = [&](const fs::path& path) {
        return isData(path) && path.filename().string().find("train") != std::string::npos;
    };
    auto file = std::find_if(files.begin(), files.end(), isTraining);
    if (file == files.end()) file = std::find_if(files.begin(), files.end(), isData);
    if (file != files.end()) return {ErrorCode::FolderOfFiles, folder.string(), {}, file->string()};
    return {ErrorCode::NoPictures, folder.string(), {double(skipped)}};
}

/// What a folder of pictures holds, before any of them is decoded.
class FolderLook {
public:
    explicit FolderLook(const Watch& watch) : m_watch(watch) {}

    std::optional<Error> read(const fs::path& folder)
    {
        auto entries = entriesOf(folder, m_watch);
        if (!entries) return entries.error();
        m_loose = std::move(entries->pictures);
        m_skipped = static_cast<int>(entries->others.size());
        for (const fs::path& path : entries->folders)
            if (auto error = lookAtClass(path)) return error;
        m_skipped += m_below.others;
        if (m_classes.empty() && m_loose.empty())
            return nothingIn(folder, entries->others, m_below, m_skipped);
        if (m_below.pictures) return tooDeep(*m_below.pictures, m_below.pictures->parent_path());
        return std::nullopt;
    }

    const std::vector<fs::path>& loose() const { return m_loose; }
    const std::vector<std::vector<fs::path>>& classes() const { return m_classes; }
    const std::vector<std::string>& names() const { return m_names; }
    int skipped() const { return m_skipped; }
    std::size_t count() const
    {
        std::size_t count = m_loose.size();
        for (const auto& paths : m_classes)
            count += paths.size();
        return count;
    }

private:
    std::optional<Error> lookAtClass(const fs::path& folder)
    {
        auto entries = entriesOf(folder, m_watch);
        if (!entries) return entries.error();
        for (const fs::path& path : entries->folders)
            lookInto(path, 1, m_below);
        m_skipped += static_cast<int>(entries->others.size());
        if (entries->pictures.empty()) {
            const auto idx = findIdxFiles(folder);
            if (!m_below.idx && idx && !idx->isEmpty()) m_below.idx = folder;
            return std::nullopt;
        }
        if (!m_loose.empty())
            return Error{ErrorCode::LoosePicture, m_loose.front().string(), {}, folder.filename().string()};
        m_classes.push_back(std::move(entries->pictures));
        m_names.push_back(folder.filename().string());
        return std::nullopt;
    }

    const Watch& m_watch;
    std::vector<fs::path> m_loose;
    std::vector<std::vector<fs::path>> m_classes;
    std::vector<std::string> m_names;
    Depths m_below; ///< in folders within the folders of classes
    int m_skipped = 0;
};

} // namespace

Result<PictureFolder> loadPictureFolder(const fs::path& folder, const PictureDecoder& decode, int side,
                                        const Watch& watch)
{
    FolderLook look(watch);
    if (auto error = look.read(folder)) return *error;
    PictureCollector pictures(decode, side, look.count(), watch);
    if (auto error = pictures.add(look.loose(), -1)) return *error;
    int label = 0;
    for (const auto& paths : look.classes())
        if (auto error = pictures.add(paths, label++)) return *error;
    return PictureFolder{pictures.take(), look.skipped(), look.names()};
}

Result<std::vector<fs::path>> picturesIn(const fs::path& folder, const Watch& watch)
{
    FolderLook look(watch);
    if (auto error = look.read(folder)) return *error;
    std::vector<fs::path> paths = look.loose();
    for (const auto& ofClass : look.classes())
        paths.insert(paths.end(), ofClass.begin(), ofClass.end());
    return paths;
}

} // namespace hg
