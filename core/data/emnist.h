#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace hg {

// EMNIST (Cohen, Afshar, Tapson, van Schaik 2017, arXiv:1702.05373) keeps its sets as MNIST does, but for two
// things that no content tells: rows and columns of each picture have changed places, and labels are letters.

/// Whether a file's name says that it is one of EMNIST's, of whichever set and format.
bool isOfEmnist(const std::filesystem::path& file);

/// What the labels of that file's set stand for, by label: letters, and digits among them. Empty for other
/// files, and for the sets of digits, where each is called what it is.
std::vector<std::string> emnistClassNames(const std::filesystem::path& file);

} // namespace hg
