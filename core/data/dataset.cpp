#include "core/data/dataset.h"

#include "core/data/bundled_digits.h"
#include "core/data/data_cut.h"
#include "core/data/emnist.h"
#include "core/data/idx_folder.h"
#include "core/data/keras_file.h"
#include "core/data/made_set.h"
#include "core/data/picture_folder.h"
#include "core/data/sample_arrays.h"
#include "core/io/wanted_file.h"

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

/// A set without a held-out part so far.
Dataset unsplit(Samples all, const std::string& source)
{
    Dataset dataset{source, std::move(all), {}};
    dataset.test.shape = dataset.train.shape;
    return dataset;
}

/// One file: its own two parts, or all samples in the first.
Result<Dataset> parseDataset(Bytes content, const std::string& source, int labelColumn, const Watch& watch)
{
    if (kindOf(content) == FileKind::Zip) {
        if (labelColumn != noLabelColumn) return Error{ErrorCode::NotATable, source};
        return parseKerasFile(std::move(content), source);
    }
    auto samples = parseSamples(std::move(content), source, watch);
    if (!samples) return samples.error();
    if (auto error = takeLabels(*samples, labelColumn, source)) return *error;
    Dataset dataset = unsplit(std::move(*samples), source);
    if (!dataset.train.labels.empty()) dataset.classNames = emnistClassNames(source);
    return dataset;
}

/// A set of IDX files, or pictures where they can be decoded.
Result<Dataset> loadFolder(const DataRequest& request, const PictureDecoder& decode, const Watch& watch)
{
    const std::string& folder = request.source;
    const auto idx = findIdxFiles(folder);
    if (!idx) return idx.error();
    if (!decode || !idx->isEmpty()) return loadIdxFolder(folder, *idx, watch);
    auto pictures = loadPictureFolder(folder, decode, request.cut.side, watch);
    if (!pictures) return pictures.error();
    Dataset dataset = unsplit(std::move(pictures->samples), folder);
    dataset.skippedFiles = pictures->skipped;
    dataset.classNames = std::move(pictures->classNames);
    return dataset;
}

/// The bundled digits, all classes or some.
Result<Dataset> loadDigits(const std::string& source, const Assets& assets, const Watch& watch)
{
    const auto classes = classesOf(source);
    if (!classes) return classes.error();
    const auto folder = assets.find("datasets/mnist");
    if (!folder) return folder.error();
    auto dataset = loadFolder({folder->string()}, {}, watch);
    if (!dataset) return dataset;
    dataset->source = source;
    if (*classes == *classesOf("mnist")) return dataset;
    dataset->train = ofClasses(dataset->train, *classes);
    dataset->test = ofClasses(dataset->test, *classes);
    return dataset;
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

Dataset split(Samples all, std::string source, int percent)
{
    Dataset dataset{std::move(source), {}, {}, percent};
    dataset.train.shape = dataset.test.shape = all.shape;
    const int held = heldOutAmong(all.count, percent);
    reserve(dataset.train, all, all.count - held);
    reserve(dataset.test, all, held);
    for (int i = 0; i < all.count; ++i)
        appendOne(heldOutAmong(i + 1, percent) > heldOutAmong(i, percent) ? dataset.test : dataset.train, all,
                  i);
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

Result<Dataset> loadWhole(const DataRequest& request, const Assets& assets, const PictureDecoder& decode,
                          const Watch& watch)
{
    const std::string& source = request.source;
    const int labelColumn = request.cut.labelColumn;
    std::error_code code;
    const bool isMade = findMadeSet(source), isDigits = isBundled(source);
    const bool isFolder = isMade || isDigits || fs::is_directory(source, code);
    if (isFolder && labelColumn != noLabelColumn) return Error{ErrorCode::NotATable, source};
    if (isMade) return makeSet(source);
    if (isDigits) return loadDigits(source, assets, watch);
    if (isFolder) return loadFolder(request, decode, watch);
    if (const auto fault = faultOfWanted(source)) return *fault;
    auto content = readFile(source);
    if (!content) return content.error();
    return parseDataset(std::move(*content), source, labelColumn, watch);
}

Result<std::shared_ptr<const Dataset>> loadDataset(const DataRequest& request, const Assets& assets,
                                                   const PictureDecoder& decode, const Watch& watch)
{
    auto whole = loadWhole(request, assets, decode, watch);
    if (!whole) return whole.error();
    auto dataset = cutOut(std::move(*whole), request.cut, watch);
    if (!dataset) return dataset.error();
    return std::make_shared<const Dataset>(std::move(*dataset));
}

} // namespace hg
