#include "core/train/carry_over.h"

#include <algorithm>
#include <numeric>

namespace hg {
namespace {

constexpr std::ptrdiff_t isNew = -1;

/// What must be equal for weights to keep their meaning.
LayerSpec withoutFreedoms(const LayerSpec& spec, bool isCode)
{
    LayerSpec bare = spec;
    bare.activation = Activation::Linear;
    if (isCode) bare.units = {};
    return bare;
}

bool isDense(const ResolvedLayer& layer)
{
    return layer.spec.type == LayerType::Dense;
}

bool correspond(const ResolvedNetwork& from, const ResolvedNetwork& to, std::size_t l)
{
    const auto code = static_cast<std::size_t>(from.network.codeLayer);
    const ResolvedLayer &old = from.layers[l], &next = to.layers[l];
    const bool isResized = from.codeSize() != to.codeSize();
    // Another size is possible where each neuron of the code has its own weights, in and out.
    if (isResized && (l == code || l == code + 1) && !(isDense(old) && isDense(next))) return false;
    return withoutFreedoms(old.spec, isResized && l == code) ==
           withoutFreedoms(next.spec, isResized && l == code);
}

/// For each parameter of a plan where it comes from, or isNew.
class Sources {
public:
    Sources(const ResolvedNetwork& from, const ResolvedNetwork& to, std::span<const int> kept)
        : m_kept(kept), m_places(to.parameterCount, isNew)
    {
        const auto code = static_cast<std::size_t>(from.network.codeLayer);
        const bool isResized = from.codeSize() != to.codeSize() || !kept.empty();
        for (std::size_t l = 0; l < to.layers.size(); ++l) {
            if (isResized && l == code)
                placeIncoming(from.layers[l], to.layers[l]);
            else if (isResized && l == code + 1)
                placeOutgoing(from.layers[l], to.layers[l]);
            else
                placeAll(from.layers[l], to.layers[l]);
        }
    }

    const std::vector<std::ptrdiff_t>& places() const { return m_places; }

private:
    void place(std::size_t to, std::size_t from) { m_places[to] = static_cast<std::ptrdiff_t>(from); }
    void placeRange(std::size_t to, std::size_t from, std::size_t count)
    {
        for (std::size_t i = 0; i < count; ++i)
            place(to + i, from + i);
    }
    void placeAll(const ResolvedLayer& from, const ResolvedLayer& to)
    {
        placeRange(to.weightOffset, from.weightOffset, to.parameterCount());
    }
    /// Weights (neuron, input).
    void placeIncoming(const ResolvedLayer& from, const ResolvedLayer& to)
    {
        const std::size_t inputs = to.in.size();
        for (std::size_t j = 0; j < m_kept.size(); ++j) {
            const auto old = static_cast<std::size_t>(m_kept[j]);
            placeRange(to.weightOffset + j * inputs, from.weightOffset + old * inputs, inputs);
            if (to.biasCount > 0) place(to.biasOffset() + j, from.biasOffset() + old);
        }
    }
    /// Weights (output, number of the code).
    void placeOutgoing(const ResolvedLayer& from, const ResolvedLayer& to)
    {
        for (std::size_t o = 0; o < to.out.size(); ++o)
            for (std::size_t j = 0; j < m_kept.size(); ++j)
                place(to.weightOffset + o * to.in.size() + j,
                      from.weightOffset + o * from.in.size() + static_cast<std::size_t>(m_kept[j]));
        placeRange(to.biasOffset(), from.biasOffset(), to.biasCount);
    }

    std::span<const int> m_kept;
    std::vector<std::ptrdiff_t> m_places;
};

/// `numbers` at their new places; what is new has the number of `fresh`.
std::vector<float> moved(const std::vector<float>& numbers, const std::vector<std::ptrdiff_t>& places,
                         std::vector<float> fresh)
{
    for (std::size_t i = 0; i < places.size(); ++i)
        if (places[i] != isNew) fresh[i] = numbers[static_cast<std::size_t>(places[i])];
    return fresh;
}

std::vector<float> movedMemory(const std::vector<float>& numbers, const std::vector<std::ptrdiff_t>& places)
{
    return numbers.empty() ? numbers : moved(numbers, places, std::vector<float>(places.size(), 0.0f));
}

/// As initialised, but without a say of the code's new neurons.
std::vector<float> freshParameters(const ResolvedNetwork& network, const Recipe& recipe)
{
    auto parameters = initialParameters(network, recipe.seed, recipe.initialisation);
    const auto decoder = static_cast<std::size_t>(network.network.codeLayer) + 1;
    if (decoder < network.layers.size()) {
        const ResolvedLayer& layer = network.layers[decoder];
        std::fill_n(parameters.begin() + static_cast<std::ptrdiff_t>(layer.weightOffset), layer.weightCount,
                    0.0f);
    }
    return parameters;
}

double variance(std::span<const float> codes, std::size_t size, std::size_t number)
{
    const std::size_t count = codes.size() / size;
    double sum = 0, squares = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += static_cast<double>(codes[i * size + number]);
    const double mean = sum / static_cast<double>(std::max<std::size_t>(1, count));
    for (std::size_t i = 0; i < count; ++i) {
        const double d = static_cast<double>(codes[i * size + number]) - mean;
        squares += d * d;
    }
    return squares;
}

double outgoingSquares(const Model& model, std::size_t number)
{
    const auto& layers = model.plan->network().layers;
    const auto decoder = static_cast<std::size_t>(model.plan->decoderStart());
    if (decoder >= layers.size() || !isDense(layers[decoder])) return 1;
    const ResolvedLayer& layer = layers[decoder];
    double squares = 0;
    for (std::size_t o = 0; o < layer.out.size(); ++o) {
        const auto w =
            static_cast<double>(model.parameters[layer.weightOffset + o * layer.in.size() + number]);
        squares += w * w;
    }
    return squares;
}

} // namespace

Result<void> checkCarryOver(const ResolvedNetwork& from, const ResolvedNetwork& to)
{
    const Network &old = from.network, &next = to.network;
    const bool isSameFrame = old.input == next.input && old.isCentred == next.isCentred &&
                             old.classes == next.classes && old.codeLayer == next.codeLayer &&
                             from.layers.size() == to.layers.size();
    if (!isSameFrame) return Error{ErrorCode::NetworksDiffer, {}, {1}};
    for (std::size_t l = 0; l < to.layers.size(); ++l)
        if (!correspond(from, to, l))
            return Error{ErrorCode::NetworksDiffer, {}, {static_cast<double>(l) + 1}};
    return {};
}

Result<CarriedOver> carriedOver(const Model& from, const OptimizerState* optimizer,
                                std::shared_ptr<const Plan> to, std::span<const int> kept,
                                const Recipe& recipe)
{
    const ResolvedNetwork &old = from.plan->network(), &next = to->network();
    if (const auto fits = checkCarryOver(old, next); !fits) return fits.error();
    std::vector<int> first(static_cast<std::size_t>(std::min(old.codeSize(), next.codeSize())));
    std::iota(first.begin(), first.end(), 0);
    const bool isResized = old.codeSize() != next.codeSize();
    const Sources sources(old, next, isResized && kept.empty() ? first : kept);
    CarriedOver carried;
    carried.model = {std::move(to), moved(from.parameters, sources.places(), freshParameters(next, recipe)),
                     from.mean};
    if (optimizer)
        carried.optimizer = {optimizer->update, movedMemory(optimizer->first, sources.places()),
                             movedMemory(optimizer->second, sources.places())};
    return carried;
}

std::vector<int> mostUsedNumbers(const Model& model, std::span<const float> codes, int count)
{
    const auto size = static_cast<std::size_t>(model.plan->codeSize());
    std::vector<double> uses(size);
    for (std::size_t i = 0; i < size; ++i)
        uses[i] = variance(codes, size, i) * outgoingSquares(model, i);
    std::vector<int> numbers(size);
    std::iota(numbers.begin(), numbers.end(), 0);
    std::stable_sort(numbers.begin(), numbers.end(), [&](int a, int b) {
        return uses[static_cast<std::size_t>(a)] > uses[static_cast<std::size_t>(b)];
    });
    numbers.resize(static_cast<std::size_t>(std::clamp(count, 0, static_cast<int>(size))));
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace hg
