#pragma once

#include "core/data/assets.h"
#include "core/data/data_request.h"
#include "core/io/array_file.h"
#include "core/tensor/samples.h"
#include "core/tensor/tensor.h"
#include "core/util/result.h"
#include "core/util/watch.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hg {

/// Samples of one shape, kept as bytes where they came as bytes (47 MB for MNIST instead of 376), and their
/// labels.
struct Samples {
    int count = 0;
    Shape shape;
    std::vector<std::uint8_t> bytes; ///< one of bytes and doubles is filled
    std::vector<double> doubles;
    std::vector<int> labels; ///< one a sample, or empty

    SampleView view() const;
    /// The first n samples, or all when there are fewer.
    SampleView view(int n) const;
};

/// A training and a held-out part.
struct Dataset {
    std::string source; ///< what it was loaded from
    Samples train;
    Samples test;
    int heldOut = 0;      ///< per cent that were held out here; 0: it came with a part of its own
    int skippedFiles = 0; ///< of a folder of pictures: those that are none
    std::vector<std::string> classNames{}; ///< by label, where the data name their classes

    bool isSplitHere() const { return heldOut > 0; }
};

/// What decodes a picture file's bytes into blocks of numbers 0…1, one (grey) or three (red, green, blue).
/// Where `side` is not 0 a large picture may come smaller, as long as its shorter side stays twice that. Core
/// has none of its own: the window's library does it.
using PictureDecoder =
    std::function<Result<std::vector<Block>>(const Bytes& content, const std::string& where, int side)>;

/// Loads a data set: `mnist` (bundled), `mnist:3,8` (classes of it), one of madeSets(), a folder with the
/// four IDX files of a set, a folder of pictures where `decode` is given, an IDX file of pictures, an .npz
/// file as Keras has them, or a CSV or .npy file with one sample a row, or a picture a block (.npy: three or
/// four axes). Kinds are recognised by content. The held-out part of a few samples is empty. Errors: those of
/// the readers and of cutOut(); CountMismatch when labels and pictures differ; ShapesDoNotFit, BlocksDiffer
/// and PicturesDiffer when pictures differ in size; AxesDoNotFit when axes differ in number; NotATable,
/// ColumnMissing and LabelNotWhole for a column of labels that is none; ClassUnknown; FileWanted;
/// Cancelled, of folders and what is compressed by gzip.
Result<std::shared_ptr<const Dataset>> loadDataset(const DataRequest& request, const Assets& assets,
                                                   const PictureDecoder& decode = {},
                                                   const Watch& watch = {});

/// The same as it is kept, with its column of labels taken out and nothing else done: `test` is empty where
/// the data have no held-out part. Errors: those of the readers.
Result<Dataset> loadWhole(const DataRequest& request, const Assets& assets, const PictureDecoder& decode = {},
                          const Watch& watch = {});

/// The samples of one file, all of them: IDX pictures, CSV, .npy or .npz; standard input for "-". With
/// `assets`, the training part of the bundled digits too.
Result<Samples> loadSamples(const std::string& source, int labelColumn = noLabelColumn,
                            const Assets* assets = nullptr);

inline constexpr int usualHeldOut = 10; ///< per cent, of data without a part of their own

/// How many of the first n samples of such a set are held out: with 10 per cent samples 9, 19, 29, ….
constexpr int heldOutAmong(int n, int percent = usualHeldOut)
{
    return static_cast<int>(static_cast<long long>(n) * percent / 100);
}

/// Moves that share of a set without a held-out part into one, evenly spread.
Dataset split(Samples all, std::string source, int percent = usualHeldOut);

} // namespace hg
