#include "core/data/idx_folder.h"

#include "core/data/emnist.h"
#include "core/data/file_names.h"
#include "core/data/natural_order.h"
#include "core/data/sample_arrays.h"

#include <algorithm>
#include <optional>

namespace hg {
namespace {

namespace fs = std::filesystem;

/// What a set's files are called in errors, in the order of IdxFiles.
constexpr std::array roleNames{"train images", "train labels", "t10k (or test) images",
                               "t10k (or test) labels"};

/// Whether the word stands by itself, between what is no letter: "latest-train-images" holds a test that is
/// none.
bool hasAlone(const std::string& name, std::string_view word)
{
    const auto isLetter = [&](std::size_t at) {
        return at < name.size() && name[at] >= 'a' && name[at] <= 'z';
    };
    for (auto at = name.find(word); at != name.npos; at = name.find(word, at + 1))
        if (!(at > 0 && isLetter(at - 1)) && !isLetter(at + word.size())) return true;
    return false;
}

/// The place in IdxFiles of a file of that name.
std::optional<std::size_t> roleOf(const std::string& name)
{
    bool isTrain = nameHas(name, "train"), isTest = nameHas(name, "t10k") || nameHas(name, "test");
    if (isTrain && isTest) {
        isTrain = hasAlone(name, "train");
        isTest = hasAlone(name, "t10k") || hasAlone(name, "test");
    }
    const bool areImages = nameHas(name, "image"), areLabels = nameHas(name, "label");
    if (isTrain == isTest || areImages == areLabels) return std::nullopt;
    return (isTest ? 2u : 0u) + (areLabels ? 1u : 0u);
}

bool isIdx(const Bytes& head)
{
    const FileKind kind = kindOf(head);
    return kind == FileKind::Idx || (kind == FileKind::Gzip && kindOf(gunzipHead(head, 16)) == FileKind::Idx);
}

/// Of a file plain and compressed, the plain one is enough.
void dropPacked(std::vector<fs::path>& files)
{
    std::erase_if(files, [&](const fs::path& path) {
        return path.extension() == ".gz" &&
               std::find(files.begin(), files.end(), fs::path(path).replace_extension()) != files.end();
    });
}

Result<Idx> readIdx(const fs::path& path, const Watch& watch)
{
    if (!mayGoOn(watch, 0)) return Error{ErrorCode::Cancelled};
    auto content = readFile(path);
    if (!content) return content.error();
    return parseIdx(*content, path.string(), watch);
}

Result<Samples> loadLabelled(const fs::path& picturePath, const fs::path& labelPath, const Watch& watch)
{
    constexpr double pictureShare = 0.98; // there is less in labels
    auto pictureIdx = readIdx(picturePath, partOf(watch, 0, pictureShare));
    if (!pictureIdx) return pictureIdx.error();
    auto samples = samplesFromIdx(std::move(*pictureIdx), picturePath.string());
    if (!samples) return samples.error();
    const auto labelIdx = readIdx(labelPath, partOf(watch, pictureShare, 1));
    if (!labelIdx) return labelIdx.error();
    if (labelIdx->axes.size() != 1) return axesDoNotFit(labelPath.string(), labelIdx->axes.size(), 1);
    if (labelIdx->axes[0] != samples->count)
        return Error{ErrorCode::CountMismatch,
                     labelPath.string(),
                     {static_cast<double>(labelIdx->axes[0]), static_cast<double>(samples->count)}};
    samples->labels.assign(labelIdx->bytes.begin(), labelIdx->bytes.end());
    return samples;
}

/// One file for each role, or which are missing or too many.
std::optional<Error> checkRoles(const fs::path& folder, const IdxFiles& files)
{
    std::string missing;
    for (std::size_t role = 0; role < roleNames.size(); ++role) {
        const auto& found = files.ofRole[role];
        if (found.size() > 1)
            return Error{ErrorCode::TwoSets,
                         folder.string(),
                         {},
                         found[0].filename().string(),
                         found[1].filename().string()};
        if (found.empty()) missing += (missing.empty() ? "" : ", ") + std::string(roleNames[role]);
    }
    if (missing.empty()) return std::nullopt;
    return Error{ErrorCode::SetIncomplete, folder.string(), {}, missing};
}

} // namespace

bool IdxFiles::isEmpty() const
{
    return std::all_of(ofRole.begin(), ofRole.end(), [](const auto& files) { return files.empty(); });
}

Result<IdxFiles> findIdxFiles(const fs::path& folder)
{
    IdxFiles files;
    std::error_code code, unknown;
    for (fs::directory_iterator it(folder, code), end; !code && it != end; it.increment(code)) {
        const std::string name = lowered(it->path().filename().string());
        const auto role = roleOf(name);
        if (!role || name.starts_with('.') || it->is_directory(unknown)) continue;
        const auto head = readHead(it->path());
        if (nameHas(name, "idx") || (head && isIdx(*head))) files.ofRole[*role].push_back(it->path());
    }
    if (code) return Error{ErrorCode::FileUnreadable, folder.string()};
    for (auto& found : files.ofRole) {
        sortNaturally(found);
        dropPacked(found);
    }
    return files;
}

Result<Dataset> loadIdxFolder(const fs::path& folder, const IdxFiles& files, const Watch& watch)
{
    constexpr double trainShare = 0.85; // of sets like MNIST
    if (auto error = checkRoles(folder, files)) return *error;
    auto train = loadLabelled(files.ofRole[0][0], files.ofRole[1][0], partOf(watch, 0, trainShare));
    if (!train) return train.error();
    auto test = loadLabelled(files.ofRole[2][0], files.ofRole[3][0], partOf(watch, trainShare, 1));
    if (!test) return test.error();
    if (train->shape != test->shape)
        return Error{ErrorCode::ShapesDoNotFit,
                     folder.string(),
                     {static_cast<double>(test->shape.size()), static_cast<double>(train->shape.size())}};
    Dataset set{folder.string(), std::move(*train), std::move(*test)};
    set.classNames = emnistClassNames(files.ofRole[1][0]);
    return set;
}

} // namespace hg
