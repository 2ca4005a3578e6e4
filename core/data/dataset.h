#pragma once

#include "core/data/assets.h"
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
    bool isSplitHere = false; ///< it had no held-out part: samples 9, 19, 29, … became it
    int skippedFiles = 0;     ///< of a folder of pictures: those that are none
};

/// What decodes a picture file's bytes into blocks of numbers 0…1, one (grey) or three (red, green, blue).
/// Core has none of its own: the window's library does it.
using PictureDecoder =
    std::function<Result<std::vector<Block>>(const Bytes& content, const std::string& where)>;

/// Which column of a table holds the samples' labels, counted from 1; besides none, and the last.
inline constexpr int noLabelColumn = 0, lastLabelColumn = -1;

/// Loads a data set: `mnist` (bundled), `mnist:3,8` (classes of it), a folder with the four IDX files of a
/// set, a folder of pictures where `decode` is given, an IDX file of pictures, an .npz file as Keras has
/// them, or a CSV or .npy file with one sample a row, or a picture a block (.npy: three or four axes). Kinds
/// are recognised by content. The held-out part of a few samples is empty. Errors: those of the readers;
/// CountMismatch when labels and pictures differ; ShapesDoNotFit, BlocksDiffer and PicturesDiffer when
/// pictures differ in size; AxesDoNotFit when axes differ in number; NotATable, ColumnMissing and
/// LabelNotWhole for a column of labels that is none; ClassUnknown; Cancelled, of folders and what is
/// compressed by gzip.
Result<std::shared_ptr<const Dataset>> loadDataset(const std::string& source, const Assets& assets,
                                                   const PictureDecoder& decode = {},
                                                   int labelColumn = noLabelColumn, const Watch& watch = {});

/// The samples of one file, all of them: IDX pictures, CSV, .npy or .npz; standard input for "-". With
/// `assets`, the training part of the bundled digits too.
Result<Samples> loadSamples(const std::string& source, int labelColumn = noLabelColumn,
                            const Assets* assets = nullptr);

/// How many of the first n samples of such a set are held out.
constexpr int heldOutAmong(int n)
{
    return n / 10;
}

/// Moves samples 9, 19, 29, … of a set without a held-out part into one.
Dataset splitEveryTenth(Samples all, std::string source);

} // namespace hg
