#include "core/data/dataset.h"

#include "core/data/bundled_digits.h"
#include "core/data/idx_folder.h"
#include "core/data/keras_file.h"
#include "core/data/picture_folder.h"
#include "core/data/sample_arrays.h"

#include <algorithm>

namespace hg {
namespace {

namespace fs = std::filesystem;

Result<Samples> parseSamples(Bytes content, const std::string& where, const Watch& watch)
{
    switch (kindOf(content)) {
    case FileKind::Gzip:
    case FileKind::Idx: {
        auto idx = parseIdx(content, where, watch);
        if (!idx) return idx.error();
        return samplesFromIdx(std::move(*idx), where);
    }
    case FileKind::Npy:
        return samplesFromNpy(std::move(content), where);
    case FileKind::Text:
        return samplesFromCsv(std::move(content), where);
    case FileKind::Zip:
    case FileKind::Picture:
    case FileKind::Sound:
    case FileKind::Model:
    case FileKind::Unknown:
        break;
    }
    return Error{ErrorCode::UnknownKind, where};
}

/// The two parts of a file of Keras, one behind the other.
Result<Samples> parseKerasSamples(Bytes content, const std::string& where)
{
    auto keras = parseKerasFile(std::move(content), where);
    if (!keras) return keras.error();
    appendAll(keras->train, keras->test);
    return std::move(keras->train);
}

Result<std::shared_ptr<const Dataset>> shared(Result<Dataset> dataset)
{
    if (!dataset) return dataset.error();
    return std::make_shared<const Dataset>(std::move(*dataset));
}

/// One file: its own two parts, or every tenth sample held out.
Result<Dataset> parseDataset(Bytes content, const std::string& source, int labelColumn, const Watch& watch)
{
    if (kindOf(content) == FileKind::Zip) {
        if (labelColumn != noLabelColumn) return Error{ErrorCode::NotATable, source};
        auto keras = parseKerasFile(std::move(content), source);
        if (!keras || keras->test.count > 0) return keras;
        return splitEveryTenth(std::move(keras->train), source);
    }
    auto samples = parseSamples(std::move(content), source, watch);
    if (!samples) return samples.error();
    if (auto error = takeLabels(*samples, labelColumn, source)) return *error;
    return splitEveryTenth(std::move(*samples), source);
}

/// A set of IDX files, or pictures where they can be decoded.
Result<Dataset> loadFolder(const std::string& folder, const PictureDecoder& decode, const Watch& watch)
{
    const auto idx = findIdxFiles(folder);
    if (!idx) return idx.error();
    if (!decode || !idx->isEmpty()) return loadIdxFolder(folder, *idx, watch);
    auto pictures = loadPictureFolder(folder, decode, watch);
    if (!pictures) return pictures.error();
    Dataset dataset = splitEveryTenth(std::move(pictures->samples), folder);
    dataset.skippedFiles = pictures->skipped;
    return dataset;
}

/// The bundled digits, all classes or some.
Result<Dataset> loadDigits(const std::string& source, const Assets& assets, const Watch& watch)
{
    const auto classes = classesOf(source);
    if (!classes) return classes.error();
    const auto folder = assets.find("datasets/mnist");
    if (!folder) return folder.error();
    auto dataset = loadFolder(folder->string(), {}, watch);
    if (!dataset) return dataset;
    dataset->source = source;
    if (*classes == *classesOf("mnist")) return dataset;
    dataset->train = ofClasses(dataset->train, *classes);
    dataset->test = ofClasses(dataset->test, *classes);
    return dataset;
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
    reserve(dataset.train, all, all.count - heldOutAmong(all.count));
    reserve(dataset.test, all, heldOutAmong(all.count));
    for (int i = 0; i < all.count; ++i)
        append(heldOutAmong(i + 1) > heldOutAmong(i) ? dataset.test : dataset.train, all, i);
    return dataset;
}

Result<Samples> loadSamples(const std::string& source, int labelColumn, const Assets* assets)
{
    if (assets && isBundled(source)) {
        if (labelColumn != noLabelColumn) return Error{ErrorCode::NotATable, source};
        auto digits = loadDigits(source, *assets, {});
        if (!digits) return digits.error();
        return std::move(digits->train);
    }
    auto content = readFile(source);
    if (!content) return content.error();
    auto samples = kindOf(*content) == FileKind::Zip ? parseKerasSamples(std::move(*content), source)
                                                     : parseSamples(std::move(*content), source, {});
    if (!samples) return samples;
    if (auto error = takeLabels(*samples, labelColumn, source)) return *error;
    return samples;
}

Result<std::shared_ptr<const Dataset>> loadDataset(const std::string& source, const Assets& assets,
                                                   const PictureDecoder& decode, int labelColumn,
                                                   const Watch& watch)
{
    std::error_code code;
    const bool isFolder = isBundled(source) || fs::is_directory(source, code);
    if (isFolder && labelColumn != noLabelColumn) return Error{ErrorCode::NotATable, source};
    if (isBundled(source)) return shared(loadDigits(source, assets, watch));
    if (isFolder) return shared(loadFolder(source, decode, watch));
    auto content = readFile(source);
    if (!content) return content.error();
    return shared(parseDataset(std::move(*content), source, labelColumn, watch));
}

} // namespace hg
