#include "core/data/dataset.h"

#include "core/data/picture_folder.h"
#include "core/io/array_file.h"
#include "core/io/idx.h"

#include <algorithm>
#include <array>

namespace hg {
namespace {

namespace fs = std::filesystem;

// Training pictures and labels, held-out pictures and labels: MNIST's names.
constexpr std::array idxNames{"train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
                              "t10k-labels-idx1-ubyte"};

/// The file of this name, with or without .gz.
fs::path idxFile(const fs::path& folder, const char* name)
{
    std::error_code code;
    const fs::path plain = folder / name, packed = folder / (std::string(name) + ".gz");
    return fs::exists(plain, code) ? plain : packed;
}

Result<Idx> readIdx(const fs::path& path)
{
    auto content = readFile(path);
    if (!content) return content.error();
    return parseIdx(*content, path.string());
}

/// The shape of one sample in an array of two to four axes, of which the first counts the samples.
Shape shapeOf(const std::vector<int>& axes)
{
    if (axes.size() == 4) return {axes[1], axes[2], axes[3]};
    return axes.size() == 3 ? Shape{1, axes[1], axes[2]} : Shape{1, 1, axes[1]};
}

Error axesDoNotFit(const std::string& where, std::size_t found, std::size_t expected)
{
    return {ErrorCode::AxesDoNotFit, where, {static_cast<double>(found), static_cast<double>(expected)}};
}

Result<Samples> samplesFromIdx(Idx idx, const std::string& where)
{
    if (idx.axes.size() < 2) return axesDoNotFit(where, idx.axes.size(), 3);
    if (idx.bytes.empty()) return Error{ErrorCode::FileEmpty, where};
    return Samples{.count = idx.axes[0], .shape = shapeOf(idx.axes), .bytes = std::move(idx.bytes)};
}

Result<Samples> loadLabelled(const fs::path& folder, const char* pictures, const char* labels)
{
    const fs::path picturePath = idxFile(folder, pictures), labelPath = idxFile(folder, labels);
    auto pictureIdx = readIdx(picturePath);
    if (!pictureIdx) return pictureIdx.error();
    auto samples = samplesFromIdx(std::move(*pictureIdx), picturePath.string());
    if (!samples) return samples.error();
    const auto labelIdx = readIdx(labelPath);
    if (!labelIdx) return labelIdx.error();
    if (labelIdx->axes.size() != 1) return axesDoNotFit(labelPath.string(), labelIdx->axes.size(), 1);
    if (labelIdx->axes[0] != samples->count)
        return Error{ErrorCode::CountMismatch,
                     labelPath.string(),
                     {static_cast<double>(labelIdx->axes[0]), static_cast<double>(samples->count)}};
    samples->labels.assign(labelIdx->bytes.begin(), labelIdx->bytes.end());
    return samples;
}

Result<std::shared_ptr<const Dataset>> loadFolder(const fs::path& folder, const std::string& source)
{
    auto train = loadLabelled(folder, idxNames[0], idxNames[1]);
    if (!train) return train.error();
    auto test = loadLabelled(folder, idxNames[2], idxNames[3]);
    if (!test) return test.error();
    if (train->shape != test->shape)
        return Error{ErrorCode::ShapesDoNotFit,
                     folder.string(),
                     {static_cast<double>(test->shape.size()), static_cast<double>(train->shape.size())}};
    return std::make_shared<const Dataset>(Dataset{source, std::move(*train), std::move(*test)});
}

bool hasIdxFiles(const fs::path& folder)
{
    std::error_code code;
    return std::any_of(idxNames.begin(), idxNames.end(),
                       [&](const char* name) { return fs::exists(idxFile(folder, name), code); });
}

/// The blocks' numbers in a row, each block given up as it is copied.
std::vector<double> strung(std::vector<Block> blocks)
{
    if (blocks.size() == 1) return std::move(blocks.front().values);
    std::vector<double> values;
    values.reserve(blocks.size() * blocks.front().values.size());
    for (Block& block : blocks) {
        values.insert(values.end(), block.values.begin(), block.values.end());
        block.values = {};
    }
    return values;
}

/// One block: each row is a sample. Several: each block is a picture, all of one size.
Result<Samples> samplesFromCsv(Bytes content, const std::string& where)
{
    auto blocks = parseCsv(content, where);
    if (!blocks) return blocks.error();
    content = {}; // room for the copy
    const int rows = blocks->front().rows, columns = blocks->front().columns;
    const bool arePictures = blocks->size() > 1;
    for (const Block& block : *blocks)
        if (block.rows != rows || block.columns != columns)
            return Error{ErrorCode::BlocksDiffer,
                         where,
                         {double(block.line), double(block.rows), double(block.columns), double(rows),
                          double(columns)}};
    Samples samples{.count = arePictures ? static_cast<int>(blocks->size()) : rows,
                    .shape = {1, arePictures ? rows : 1, columns}};
    samples.doubles = strung(std::move(*blocks));
    return samples;
}

/// The first of two to four axes counts the samples; one axis is one sample.
Result<Samples> samplesFromNpy(Bytes content, const std::string& where)
{
    auto blocks = parseNpy(content, where);
    if (!blocks) return blocks.error();
    const auto lengths = npyAxes(content, where);
    if (!lengths) return lengths.error();
    content = {}; // room for the copy
    std::vector<int> axes(lengths->begin(), lengths->end());
    if (axes.size() == 1) axes.insert(axes.begin(), 1);
    Samples samples{.count = axes[0], .shape = shapeOf(axes)};
    samples.doubles = strung(std::move(*blocks));
    return samples;
}

Result<Samples> parseSamples(Bytes content, const std::string& where)
{
    switch (kindOf(content)) {
    case FileKind::Gzip:
    case FileKind::Idx: {
        auto idx = parseIdx(content, where);
        if (!idx) return idx.error();
        return samplesFromIdx(std::move(*idx), where);
    }
    case FileKind::Npy:
        return samplesFromNpy(std::move(content), where);
    case FileKind::Text:
        return samplesFromCsv(std::move(content), where);
    case FileKind::Picture:
    case FileKind::Sound:
    case FileKind::Model:
    case FileKind::Unknown:
        break;
    }
    return Error{ErrorCode::UnknownKind, where};
}

void append(Samples& to, const Samples& from, int i)
{
    const auto size = static_cast<std::ptrdiff_t>(from.shape.size());
    const auto copy = [&](auto& target, const auto& source) {
        if (!source.empty())
            target.insert(target.end(), source.begin() + i * size, source.begin() + (i + 1) * size);
    };
    copy(to.bytes, from.bytes);
    copy(to.doubles, from.doubles);
    if (!from.labels.empty()) to.labels.push_back(from.labels[static_cast<std::size_t>(i)]);
    ++to.count;
}

void reserve(Samples& to, const Samples& like, int count)
{
    const std::size_t numbers = static_cast<std::size_t>(count) * like.shape.size();
    if (!like.bytes.empty()) to.bytes.reserve(numbers);
    if (!like.doubles.empty()) to.doubles.reserve(numbers);
}

} // namespace

SampleView Samples::view() const
{
    return view(count);
}

SampleView Samples::view(int n) const
{
    return {.bytes = bytes.empty() ? nullptr : bytes.data(),
            .doubles = bytes.empty() ? doubles.data() : nullptr,
            .count = std::min(n, count),
            .features = shape.size()};
}

Dataset splitEveryTenth(Samples all, std::string source)
{
    Dataset dataset{std::move(source), {}, {}, true};
    dataset.train.shape = dataset.test.shape = all.shape;
    reserve(dataset.train, all, all.count - all.count / 10);
    reserve(dataset.test, all, all.count / 10);
    for (int i = 0; i < all.count; ++i)
        append(i % 10 == 9 ? dataset.test : dataset.train, all, i);
    return dataset;
}

Result<Samples> loadSamples(const std::string& source)
{
    auto content = readFile(source);
    if (!content) return content.error();
    return parseSamples(std::move(*content), source);
}

Result<std::shared_ptr<const Dataset>> loadDataset(const std::string& source, const Assets& assets,
                                                   const PictureDecoder& decode)
{
    if (source == "mnist") {
        const auto folder = assets.find("datasets/mnist");
        if (!folder) return folder.error();
        return loadFolder(*folder, source);
    }
    std::error_code code;
    const bool isFolder = fs::is_directory(source, code);
    if (isFolder && (!decode || hasIdxFiles(source))) return loadFolder(source, source);
    auto samples = isFolder ? loadPictureFolder(source, decode) : loadSamples(source);
    if (!samples) return samples.error();
    return std::make_shared<const Dataset>(splitEveryTenth(std::move(*samples), source));
}

} // namespace hg
