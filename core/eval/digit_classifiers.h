#pragma once

#include "core/data/assets.h"
#include "core/data/dataset.h"
#include "core/engine/model.h"
#include "core/io/file.h"
#include "core/train/recipe.h"
#include "core/util/watch.h"

namespace hg {

/// A network that reads digits, and how it came about.
struct DigitClassifier {
    Model model;
    Recipe recipe;
    double accuracy = 0; ///< share of the 10,000 clean held-out digits that it reads right
};

/// What a classifier is trained by.
struct DigitClassifierSetup {
    Network network;
    Recipe recipe;
};

/// The five fixed classifiers: several seeds and widths, so that what is read does not hang on one network.
/// On clean digits only: they are to say what can still be read, not to be used to noise.
std::vector<DigitClassifierSetup> digitClassifierSetups();

/// Trains one of them on the digits and rounds its weights as the file does, so that its accuracy is that of
/// what is kept. Errors: Diverged; Cancelled once the watch says so.
Result<DigitClassifier> trainClassifier(const DigitClassifierSetup& setup,
                                        const std::shared_ptr<const Dataset>& digits, Workers& workers,
                                        const Watch& watch = {});

/// Their two files: descriptions, recipes and accuracies as JSON, and the weights in blocks of bytes, one
/// classifier behind the other (docs/classifiers.md).
std::string classifiersJson(std::span<const DigitClassifier> classifiers);
Bytes classifiersWeights(std::span<const DigitClassifier> classifiers);

/// Reads them. Errors: those of JSON and of resolve() for classifiers of ten classes; SizeMismatch;
/// NotFinite; all with `where`.
Result<std::vector<DigitClassifier>> parseClassifiers(std::span<const std::uint8_t> json,
                                                      std::span<const std::uint8_t> weights,
                                                      const std::string& where);
/// The program's own, of assets/classifiers. Errors: those of parseClassifiers() and of reading a file.
Result<std::vector<DigitClassifier>> loadDigitClassifiers(const Assets& assets);

/// The share of pictures whose label a classifier reads, averaged over the classifiers: 0 … 1.
double readShare(std::span<const DigitClassifier> classifiers, const SampleView& pictures,
                 std::span<const int> labels, Workers& workers);

} // namespace hg
