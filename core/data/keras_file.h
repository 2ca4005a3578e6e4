#pragma once

#include "core/data/dataset.h"

namespace hg {

/// A data set as Keras keeps them: an .npz archive (numpy.savez, compressed or not) of the arrays x_train
/// and, where they exist, y_train, x_test and y_test. Unsigned bytes are pixels and stay bytes, as in IDX;
/// other numbers stay as they are. Samples have one to three axes, colours last as Keras has them (up to four
/// channels). Labels are whole numbers, one a sample. Errors: NotKeras, CountMismatch, LabelNotWhole,
/// ShapesDoNotFit (the parts), AxesDoNotFit, and those of parseZip() and parseNpy(), with the array's name
/// behind the file's.
Result<Dataset> parseKerasFile(Bytes content, const std::string& where);

} // namespace hg
