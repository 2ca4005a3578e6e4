#pragma once

#include "core/data/dataset.h"

#include <filesystem>

namespace hg {

/// The pictures of a folder, and how many of its files are none.
struct PictureFolder {
    Samples samples;
    int skipped = 0;
    std::vector<std::string> classNames; ///< of the folders of classes, by label
};

/// A folder of pictures, in natural order of their names, as grey samples of one size. Where folders in it
/// hold pictures, each of those is a class, and the label is its place in that order, from 0. Hidden files
/// and what is no picture by its content are skipped and counted, in folders without pictures too; hidden
/// folders are not looked into. With a side pictures of any size are scaled to squares of it, as
/// scaledSquare() does. Errors: PicturesDiffer, of pictures as they come; LoosePicture for a picture beside
/// the folders of classes; DataTooDeep for pictures or IDX files further down; FolderOfFiles and NoPictures
/// where nothing is there to be read; TooManyNumbers, FileUnreadable, and the decoder's. Cancelled: asked at
/// each name that is looked at and before each picture is read.
Result<PictureFolder> loadPictureFolder(const std::filesystem::path& folder, const PictureDecoder& decode,
                                        int side = 0, const Watch& watch = {});

/// The files of its pictures, in the order of their samples. Errors: as above, of the look alone.
Result<std::vector<std::filesystem::path>> picturesIn(const std::filesystem::path& folder,
                                                      const Watch& watch = {});

} // namespace hg
