#include "core/engine/nonzeros.h"

#include "core/engine/layer_passes.h"
#include "core/kernels/lane_kernels.h"

#include <algorithm>

namespace hg {
namespace {

// What looking for zeros costs is shared by the other side's numbers.
constexpr std::size_t outputsWorthListingFor = 64, outputsWorthFindingFor = 16;
// Of all numbers, those other than 0 may be so many: a product with one of them costs more than one of all,
// and most where a processor multiplies fastest.
constexpr double listedShare = 0.4, summedShare = 0.6;

/// Dense, its inputs whole vectors, and outputs enough.
bool isWorthIt(const ResolvedLayer& layer, std::size_t leastOutputs)
{
    return layer.spec.type == LayerType::Dense && layer.in.size() % 16 == 0 &&
           layer.out.size() >= leastOutputs;
}

bool mayList(const ResolvedLayer& layer)
{
    return isWorthIt(layer, outputsWorthListingFor);
}

bool maySum(const ResolvedLayer& layer)
{
    return isWorthIt(layer, outputsWorthFindingFor);
}

template <class Vector>
void growTo(Vector& vector, std::size_t size)
{
    vector.resize(std::max(vector.size(), size));
}

std::size_t nonzerosOf(const float* x, std::size_t features, std::vector<std::uint64_t>& bits)
{
    return laneKernels().findNonzeros(x, static_cast<int>(features), bits.data());
}

bool isFew(std::size_t count, std::size_t features, double share)
{
    return static_cast<double>(count) <= share * static_cast<double>(features * lanes);
}

} // namespace

void reserve(NonzeroRoom& room, const ResolvedLayer& layer, bool trains)
{
    const std::size_t inputs = layer.in.size();
    if (trains && layer.spec.type == LayerType::Dense) {
        growTo(room.isUsed, inputs);
        growTo(room.numbers, inputs);
    }
    if (mayList(layer)) {
        growTo(room.ofInputs, inputs);
        growTo(room.scratch, roundedUp(layer.out.size(), 16) * lanes + listedInputs * mostListedColumns);
    }
    if (trains && maySum(layer)) {
        growTo(room.ofInputs, inputs);
        growTo(room.ofSums, layer.out.size());
        growTo(room.scratch, 2 * lanes * mostListedColumns);
    }
}

bool multiplyNonzeros(const ResolvedLayer& layer, const float* parameters, const float* x, float* y,
                      NonzeroRoom& room)
{
    if (!mayList(layer)) return false;
    const std::size_t inputs = layer.in.size();
    if (!isFew(nonzerosOf(x, inputs, room.ofInputs), inputs, listedShare)) return false;
    return laneKernels().sparseProduct({.weights = parameters,
                                        .bias = biasesOf(layer, parameters),
                                        .x = x,
                                        .nonzeros = room.ofInputs.data(),
                                        .y = y,
                                        .inputs = static_cast<int>(inputs),
                                        .outputs = static_cast<int>(layer.out.size()),
                                        .scratch = room.scratch.data()});
}

UsedInputs usedInputs(const ResolvedLayer& layer, const float* x, NonzeroRoom& room)
{
    const auto inputs = static_cast<int>(layer.in.size());
    const int used = laneKernels().usedRows(x, inputs, room.isUsed.data());
    int *nextUsed = room.numbers.data(), *nextSilent = nextUsed + used;
    for (int i = 0; i < inputs; ++i)
        *(room.isUsed[static_cast<std::size_t>(i)] ? nextUsed : nextSilent)++ = i;
    const std::span numbers = std::span<const int>(room.numbers).first(layer.in.size());
    return {numbers.first(static_cast<std::size_t>(used)), numbers.subspan(static_cast<std::size_t>(used))};
}

bool gradientOfNonzeros(const ResolvedLayer& layer, const float* x, const float* g, float* gradient,
                        NonzeroRoom& room)
{
    if (!maySum(layer)) return false;
    const std::size_t inputs = layer.in.size(), outputs = layer.out.size();
    const std::size_t ofInputs = nonzerosOf(x, inputs, room.ofInputs) * outputs,
                      ofSums = nonzerosOf(g, outputs, room.ofSums) * inputs;
    if (!isFew(std::min(ofInputs, ofSums), inputs * outputs, summedShare)) return false;
    const auto rows = static_cast<int>(inputs), columns = static_cast<int>(outputs);
    SparseSumsJob job{.a = x,
                      .nonzeros = room.ofInputs.data(),
                      .rows = rows,
                      .b = g,
                      .columns = columns,
                      .c = gradient,
                      .cRow = rows,
                      .turnsResult = true,
                      .scratch = room.scratch.data()};
    const bool isBySums = ofSums < ofInputs;
    if (isBySums) {
        job.a = g;
        job.nonzeros = room.ofSums.data();
        job.b = x;
        job.turnsResult = false;
        std::swap(job.rows, job.columns);
    }
    const bool isFinite =
        isBySums ? laneKernels().areFinite(x, inputs * lanes) : isSumGradientFinite(layer, g, gradient);
    return isFinite && laneKernels().sparseSums(job);
}

} // namespace hg
