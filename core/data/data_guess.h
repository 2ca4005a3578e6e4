#pragma once

#include "core/data/dataset.h"

#include <array>
#include <filesystem>
#include <functional>
#include <optional>

namespace hg {

/// Height and width of a picture file by its header, as a viewer shows it; nothing where that cannot be read.
using PictureSizer = std::function<std::optional<std::array<int, 2>>(const std::filesystem::path&)>;

/// What somebody most likely means who opens a file or folder without saying more: which column has labels
/// (by its name, or beside 784 others), whether rows are pictures, whether numbers are pixels or have to be
/// brought to 0…1, a side for pictures that are large or differ in size, and that EMNIST's files hold them
/// transposed. `sizer` is asked about folders of pictures. The source is read whole. Errors: those of
/// loadDataset().
Result<DataRequest> likelyRequest(const std::string& source, const Assets& assets, const PictureSizer& sizer,
                                  const Watch& watch = {});

} // namespace hg
