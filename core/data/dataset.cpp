#include "core/data/dataset.h"

#include "core/io/array_file.h"
#include "core/io/idx.h"

#include <algorithm>

namespace hg {
namespace {

namespace fs = std::filesystem;

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

Result<Samples> samplesFromIdx(Idx idx, const std::string& where)
{
    if (idx.axes.size() < 2 || idx.bytes.empty()) return Error{ErrorCode::SizeMismatch, where, {3, static_cast<double>(idx.axes.size())}};
    Samples samples;
    samples.count = idx.axes[0];
    const auto axis = [&](std::size_t i) { return i < idx.axes.size() ? idx.axes[i] : 1; };
    samples.shape = idx.axes.size() == 4 ? Shape{axis(1), axis(2), axis(3)}
                    : idx.axes.size() == 3 ? Shape{1, axis(1), axis(2)}
                                           : Shape{1, 1, axis(1)};
    samples.bytes = std::move(idx.bytes);
    return samples;
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
    if (labelIdx->axes.size() != 1 || labelIdx->axes[0] != samples->count)
        return Error{ErrorCode::CountMismatch, labelPath.string(),
                     {static_cast<double>(labelIdx->axes[0]), static_cast<double>(samples->count)}};
    samples->labels.assign(labelIdx->bytes.begin(), labelIdx->bytes.end());
    return samples;
}

Result<std::shared_ptr<const Dataset>> loadFolder(const fs::path& folder, const std::string& source)
{
    auto train = loadLabelled(folder, "train-images-idx3-ubyte", "train-labels-idx1-ubyte");
    if (!train) return train.error();
    auto test = loadLabelled(folder, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");
    if (!test) return test.error();
    if (train->shape != test->shape)
        return Error{ErrorCode::ShapesDoNotFit, folder.string(),
                     {static_cast<double>(test->shape.size()), static_cast<double>(train->shape.size())}};
    return std::make_shared<const Dataset>(Dataset{source, std::move(*train), std::move(*test)});
}

/// Rows of a table as samples; a table of another kind than one block (or equal rows) does not fit.
Result<Samples> samplesFromBlocks(const std::vector<Block>& blocks, const std::string& where)
{
    // .npy of three or four axes: each block is a picture. One block: each row is a sample.
    Samples samples;
    const bool arePictures = blocks.size() > 1;
    for (const Block& block : blocks)
        if (block.rows != blocks.front().rows || block.columns != blocks.front().columns)
            return Error{ErrorCode::ShapesDoNotFit, where,
                         {static_cast<double>(block.values.size()), static_cast<double>(blocks.front().values.size())}};
    samples.count = arePictures ? static_cast<int>(blocks.size()) : blocks.front().rows;
    samples.shape = {1, arePictures ? blocks.front().rows : 1, blocks.front().columns};
    for (const Block& block : blocks)
        for (const double value : block.values) samples.floats.push_back(static_cast<float>(value));
    return samples;
}

Result<Samples> parseSamples(const Bytes& content, const std::string& where)
{
    switch (kindOf(content)) {
    case FileKind::Gzip:
    case FileKind::Idx: {
        auto idx = parseIdx(content, where);
        if (!idx) return idx.error();
        return samplesFromIdx(std::move(*idx), where);
    }
    case FileKind::Npy: {
        const auto blocks = parseNpy(content, where);
        if (!blocks) return blocks.error();
        return samplesFromBlocks(*blocks, where);
    }
    case FileKind::Text: {
        const auto blocks = parseCsv(content, where);
        if (!blocks) return blocks.error();
        return samplesFromBlocks(*blocks, where);
    }
    case FileKind::Picture:
    case FileKind::Unknown: break;
    }
    return Error{ErrorCode::UnknownKind, where};
}

void append(Samples& to, const Samples& from, int i)
{
    const auto size = static_cast<std::ptrdiff_t>(from.shape.size());
    const auto copy = [&](auto& target, const auto& source) {
        if (!source.empty()) target.insert(target.end(), source.begin() + i * size, source.begin() + (i + 1) * size);
    };
    copy(to.bytes, from.bytes);
    copy(to.floats, from.floats);
    if (!from.labels.empty()) to.labels.push_back(from.labels[static_cast<std::size_t>(i)]);
    ++to.count;
}

} // namespace

SampleView Samples::view() const
{
    return view(count);
}

SampleView Samples::view(int n) const
{
    return {.bytes = bytes.empty() ? nullptr : bytes.data(), .floats = bytes.empty() ? floats.data() : nullptr,
            .count = std::min(n, count), .features = shape.size()};
}

Dataset splitEveryTenth(Samples all, std::string source)
{
    Dataset dataset{std::move(source), {}, {}, true};
    dataset.train.shape = dataset.test.shape = all.shape;
    for (int i = 0; i < all.count; ++i) append(i % 10 == 9 ? dataset.test : dataset.train, all, i);
    return dataset;
}

Result<Samples> loadSamples(const std::string& source)
{
    auto content = readFile(source);
    if (!content) return content.error();
    return parseSamples(*content, source);
}

Result<std::shared_ptr<const Dataset>> loadDataset(const std::string& source, const Assets& assets)
{
    if (source == "mnist") {
        const auto folder = assets.find("datasets/mnist");
        if (!folder) return folder.error();
        return loadFolder(*folder, source);
    }
    std::error_code code;
    if (fs::is_directory(source, code)) return loadFolder(source, source);
    auto samples = loadSamples(source);
    if (!samples) return samples.error();
    if (samples->count < 2) return Error{ErrorCode::TooFewSamples, source, {static_cast<double>(samples->count), 2}};
    return std::make_shared<const Dataset>(splitEveryTenth(std::move(*samples), source));
}

} // namespace hg
