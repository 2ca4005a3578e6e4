#pragma once

#include "core/data/dataset.h"
#include "core/io/idx.h"

#include <optional>

namespace hg {

/// The shape of one sample in an array of two to four axes, of which the first counts the samples.
Shape sampleShape(const std::vector<int>& axes);

/// IDX of two to four axes. Errors: AxesDoNotFit for labels, FileEmpty.
Result<Samples> samplesFromIdx(Idx idx, const std::string& where);

/// CSV. One block: each row is a sample. Several: each block is a picture, all of one size. Errors:
/// BlocksDiffer and those of parseCsv().
Result<Samples> samplesFromCsv(Bytes content, const std::string& where);

/// .npy. The first of two to four axes counts the samples; one axis is one sample. Errors: those of
/// parseNpy().
Result<Samples> samplesFromNpy(Bytes content, const std::string& where);

/// Makes one column of a table the samples' labels. Errors: NotATable where samples are more than one row of
/// numbers, ColumnMissing, LabelNotWhole.
std::optional<Error> takeLabels(Samples& samples, int column, const std::string& where);

/// Puts the samples of another part behind these, of the same shape and kind; labels where both have them.
void appendAll(Samples& to, const Samples& from);

/// The error of an array with another number of axes.
Error axesDoNotFit(const std::string& where, std::size_t found, std::size_t expected);

/// Sample `i` of `from`, with its label, behind those of `to`, which are of the same shape.
void appendOne(Samples& to, const Samples& from, int i);

/// The samples whose labels are among `classes` (in ascending order), in their order, with their labels.
/// There are labels.
Samples ofClasses(const Samples& samples, const std::vector<int>& classes);

} // namespace hg
