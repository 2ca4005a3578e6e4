#pragma once

#include "core/data/dataset.h"
#include "core/embed/pca.h"
#include "core/engine/model.h"
#include "core/train/recipe.h"
#include "core/util/watch.h"
#include "core/util/workers.h"

#include <memory>
#include <vector>

namespace hg {

/// What a classifier with few labels reads instead of the samples.
enum class FeatureKind {
    Code,      ///< of the trained network
    Hidden,    ///< the layer before its code
    Raw,       ///< the samples' own numbers
    Pca,       ///< scores of as many principal components as the code has numbers, not whitened
    Untrained, ///< the network's first layer at its initial weights
};

/// What features are made of: a trained network, its recipe (initial weights) and the data, whose training
/// part also settles means, spreads and components.
struct FeatureSource {
    Model model;
    Recipe recipe;
    std::shared_ptr<const Dataset> data;
};

/// A pure function from samples to numbers: what also reads a sample that came later, such as a drawn digit.
struct FeatureMap {
    FeatureKind kind = FeatureKind::Raw;
    Model model;    ///< Code, Hidden, Untrained
    int layers = 0; ///< of the model that are passed
    Pca pca;        ///< Pca
};

/// Errors: NoHiddenLayer (Hidden, where the code is the first layer); those of fitPca() (Pca). Cost: of Pca a
/// fit, otherwise none.
Result<FeatureMap> featureMap(FeatureKind kind, const FeatureSource& source, Workers& workers,
                              const Watch& watch = {});

/// A feature of every sample: (n, size) and (m, size), with what a column is scaled by. Immutable, shared.
struct FeatureSet {
    FeatureMap map;
    SampleView train, test;            ///< as they come, not scaled
    std::shared_ptr<const void> owner; ///< of what the views show
    std::vector<float> mean;           ///< of each column over the training part
    std::vector<double> scale;         ///< what a column is multiplied by then

    FeatureKind kind() const { return map.kind; }
    std::size_t size() const { return train.features; }
    /// (x − mean)·scale of a row of `part`.
    std::vector<double> scaled(const SampleView& part, int row) const;
};

/// Columns are centred; those of Code are each divided by their deviation over the training part, all others
/// by one factor: the root of their mean variance. A column, or a set, without variance is divided by 1.
/// Errors: Cancelled; NotFinite, of a network that ran away. Cost: a pass of all samples through the network,
/// or through PCA.
Result<FeatureSet> featureSet(FeatureMap map, const std::shared_ptr<const Dataset>& data, Workers& workers,
                              const Watch& watch = {});

/// The numbers of other samples, as they come: (n, size), row-major. A view of them with the set's `mean` and
/// `scale` is what its classifiers read. Errors: Cancelled.
Result<std::vector<float>> numbersOf(const FeatureMap& map, const SampleView& samples, Workers& workers,
                                     const Watch& watch = {});

} // namespace hg
