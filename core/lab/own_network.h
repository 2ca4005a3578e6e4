#pragma once

#include "core/nn/network.h"

#include <optional>
#include <vector>

namespace hg {

/// The layers of an autoencoder by the user's own hand, as the rows of an editor: the encoder down to the
/// code, which is a dense layer with a row of units, and the decoder, or none where it mirrors the encoder.
struct OwnNetwork {
    std::vector<LayerSpec> encoder; ///< its last layer is the code
    std::optional<std::vector<LayerSpec>> decoder{};
    bool operator==(const OwnNetwork&) const = default;
};

/// Which list of an OwnNetwork a row is in.
enum class OwnPart { Encoder, Decoder };

/// A row that keeps a network from being built, the first one found.
struct RowFault {
    OwnPart part = OwnPart::Encoder;
    int row = 0;
    /// What the row alone or what it is given makes impossible: resolve()'s. LayerInvalid with the texts
    /// "code" (no row of units) and "decoder" (no rows); LayerCount; ShapesDoNotFit where the way back misses
    /// the input's shape.
    Error error;
    /// ShapesDoNotFit: what the way back, of an encoder's row its mirror, gives, and what is needed.
    Shape found{}, needed{};
    bool operator==(const RowFault&) const = default;
};

/// What undoes an encoder that gives `output` its activation: from the code back to the input, layer by
/// layer. Dense layers by dense ones, a convolution by a transposed one of the same kernel and stride and the
/// reverse, cropped so that the sides come back, pooling by repeating cells, repeated cells by their average.
/// A layer has the activation of the one that it comes back to. `fault` gets what prevents it, which needs
/// encoders that resolve.
std::optional<std::vector<LayerSpec>> mirrorOf(const std::vector<LayerSpec>& encoder, Shape input,
                                               Activation output, RowFault& fault);

/// The whole network on samples of that shape; the fault instead where there is none. A mirrored decoder ends
/// with the activation `output`.
struct BuiltNetwork {
    std::optional<ResolvedNetwork> network;
    std::optional<RowFault> fault; ///< there unless the network is
};
BuiltNetwork build(const OwnNetwork& own, Shape input, Activation output);

/// A network as rows; without a decoder where it is the encoder's mirror. Errors: LayerInvalid with "code" or
/// "decoder", as in RowFault, and the code's index.
Result<OwnNetwork> ownOf(const Network& network);

/// A row with one parameter changed.
struct RowFix {
    const LayerParameter* parameter = nullptr;
    LayerSpec row;
    int distance = 0; ///< by how much its number changed; 0 of a padding
};

/// What would do instead of a row at fault: of each parameter that can mend it alone the nearest value,
/// sizes nearest first, paddings last. Only if nothing makes the whole network possible, what mends this row.
/// Cost: some thousand calls of build() at most, of up to mostTried values a parameter.
std::vector<RowFix> nearestRows(const OwnNetwork& own, Shape input, Activation output, const RowFault& fault);
inline constexpr int mostTried = 512;

/// The layers one after the other on samples of that shape, up to the first that is not possible.
std::vector<ResolvedLayer> resolvedRows(const std::vector<LayerSpec>& rows, Shape in);

/// The list that a part names; a mirrored decoder has none.
std::vector<LayerSpec>* rowsIn(OwnNetwork& own, OwnPart part);
const std::vector<LayerSpec>* rowsIn(const OwnNetwork& own, OwnPart part);
/// Whether the layers of the type have weights.
bool hasWeights(LayerType type);

} // namespace hg
