// Trains the fixed digit classifiers anew and writes them into the folder given, with what each reads right
// of the held-out digits. The sums of an instruction set differ in their last digits from another's: on the
// one that was in use before, the files come out the same, byte for byte.

#include "core/eval/digit_classifiers.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace {

using namespace hg;

int fail(const char* what)
{
    std::cerr << what << '\n';
    return 1;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::cerr << "usage: hourglass_classifiers FOLDER\n";
        return 2;
    }
    // Of all x86-64 machines the one that most have.
    setenv("HOURGLASS_ISA", "x86-64-v3", 0);
    Workers workers;
    const std::filesystem::path program(argv[0]), folder(argv[1]);
    const auto digits = loadDataset("mnist", Assets(program.parent_path()));
    if (!digits) return fail("the digits are not there");
    std::vector<DigitClassifier> classifiers;
    for (const DigitClassifierSetup& setup : digitClassifierSetups()) {
        auto classifier = trainClassifier(setup, *digits, workers);
        if (!classifier) return fail("a classifier cannot be trained");
        std::cerr << "reads " << classifier->accuracy << '\n';
        classifiers.push_back(std::move(*classifier));
    }
    const bool isWritten = writeFile(folder / "digits.json", classifiersJson(classifiers)) &&
                           writeFile(folder / "digits.bin", classifiersWeights(classifiers));
    return isWritten ? 0 : fail("the files cannot be written");
}
