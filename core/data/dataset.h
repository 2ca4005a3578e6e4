#pragma once

#include "core/data/assets.h"
#include "core/tensor/samples.h"
#include "core/tensor/tensor.h"
#include "core/util/result.h"

#include <cstdint>
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
};

/// Loads a data set: `mnist` (bundled), a folder with the four IDX files of MNIST's names, an IDX file of
/// pictures, or a CSV or .npy file with one sample a row, or a picture a block (.npy: three or four axes).
/// Kinds are recognised by content. Errors: those of the readers; CountMismatch when labels and pictures
/// differ; ShapesDoNotFit and BlocksDiffer when pictures differ in size; AxesDoNotFit when axes differ in
/// number; TooFewSamples below two.
Result<std::shared_ptr<const Dataset>> loadDataset(const std::string& source, const Assets& assets);

/// The samples of one file, all of them: IDX pictures, CSV or .npy; standard input for "-".
Result<Samples> loadSamples(const std::string& source);

/// Moves samples 9, 19, 29, … of a set without a held-out part into one.
Dataset splitEveryTenth(Samples all, std::string source);

} // namespace hg
