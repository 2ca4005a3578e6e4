#pragma once

#include "app/cli/arguments.h"
#include "core/data/dataset.h"
#include "core/lab/autoencoder_setup.h"
#include "core/model_file/model_file.h"

#include <variant>

namespace hg::cli {

/// What `--model` names: a preset's id, or a file with the description of a network.
struct ModelSource {
    AutoencoderSetup setup;         ///< of the preset; its model is empty for a file
    std::optional<Network> network; ///< from the file
    std::string name;               ///< as it was given, for errors
};

/// Reads `--model`; notes a fault for a name that is neither. A file that is none is the failure.
std::variant<ModelSource, Failure> readModelSource(Arguments& arguments);

/// The network for samples of that shape. `bottleneck` 0: what the source says, 2 for an id. Otherwise the
/// code layer gets that many units.
std::variant<ResolvedNetwork, Failure> networkFor(const ModelSource& source, Shape samples, int bottleneck);

/// The trained model that a name stands for, where it is not a preset's id: nothing for a preset. Notes a
/// fault for a name that is neither an id nor a file. A file that holds no trained model is the failure.
std::variant<std::optional<SavedModel>, Failure> readTrainedModel(Arguments& arguments);

/// The program's own files: of assets beside it, installed or of the source tree.
Assets programAssets();

/// The data of `--data`, pictures decoded: core/data's loadDataset with the program's assets. Says how many
/// files of a folder are no pictures.
Result<std::shared_ptr<const Dataset>> loadData(const DataRequest& request);

/// The samples of `--input`: core/data's loadSamples with the program's digits.
Result<Samples> loadRows(const std::string& source, int labelColumn);

/// The trained model of a file.
Result<SavedModel> loadModel(const std::string& path);

} // namespace hg::cli
