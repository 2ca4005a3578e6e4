#include "core/nn/reference.h"

#include "core/nn/activation.h"

#include <cmath>

namespace hg {
namespace {

/// log(1 + e^z) without overflow.
double softplus(double z)
{
    return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z)));
}

std::span<const double> parametersOf(const ResolvedLayer& layer, std::span<const double> all)
{
    return all.subspan(layer.weightOffset, layer.parameterCount());
}

TensorD activated(TensorD sums, Activation activation)
{
    for (double& z : sums.data)
        z = activate(activation, z);
    return sums;
}

void addBackwardPass(const ResolvedNetwork& network, std::span<const double> parameters,
                     const ForwardPass& pass, TensorD sumGradient, std::span<double> gradient)
{
    for (std::size_t l = network.layers.size(); l-- > 0;) {
        const ResolvedLayer& layer = network.layers[l];
        TensorD inputGradient =
            layerKind(layer.spec.type)
                .backward(layer, parametersOf(layer, parameters), pass.activations[l], sumGradient,
                          gradient.subspan(layer.weightOffset, layer.parameterCount()));
        if (l == 0) return;
        const Activation before = network.layers[l - 1].spec.activation;
        for (std::size_t i = 0; i < inputGradient.data.size(); ++i)
            inputGradient.data[i] *= activationSlope(before, pass.activations[l].data[i]);
        sumGradient = std::move(inputGradient);
    }
}

} // namespace

double lossOf(Loss loss, const TensorD& sums, const TensorD& outputs, const TensorD& target)
{
    double total = 0;
    for (std::size_t i = 0; i < target.data.size(); ++i) {
        const double t = target.data[i], error = outputs.data[i] - t;
        total += loss == Loss::Mse ? error * error : softplus(sums.data[i]) - t * sums.data[i];
    }
    return total / static_cast<double>(target.data.size());
}

TensorD lossGradient(Loss loss, Activation activation, const TensorD& outputs, const TensorD& target)
{
    TensorD gradient(1, outputs.shape);
    const auto count = static_cast<double>(target.data.size());
    for (std::size_t i = 0; i < target.data.size(); ++i) {
        const double y = outputs.data[i], error = y - target.data[i];
        gradient.data[i] =
            loss == Loss::Mse ? 2 * error * activationSlope(activation, y) / count : error / count;
    }
    return gradient;
}

ForwardPass forwardReference(const ResolvedNetwork& network, std::span<const double> parameters,
                             const TensorD& input)
{
    ForwardPass pass{{input}, {}};
    for (const ResolvedLayer& layer : network.layers) {
        pass.lastSums = layerKind(layer.spec.type)
                            .forward(layer, parametersOf(layer, parameters), pass.activations.back());
        pass.activations.push_back(activated(pass.lastSums, layer.spec.activation));
    }
    return pass;
}

LossAndGradient gradientReference(const ResolvedNetwork& network, std::span<const double> parameters,
                                  Loss loss, std::span<const TensorD> inputs,
                                  std::span<const TensorD> targets)
{
    LossAndGradient result{0, std::vector<double>(network.parameterCount, 0.0)};
    const Activation last = network.layers.back().spec.activation;
    for (std::size_t s = 0; s < inputs.size(); ++s) {
        const ForwardPass pass = forwardReference(network, parameters, inputs[s]);
        const TensorD& outputs = pass.activations.back();
        result.loss += lossOf(loss, pass.lastSums, outputs, targets[s]);
        addBackwardPass(network, parameters, pass, lossGradient(loss, last, outputs, targets[s]),
                        result.gradient);
    }
    const auto count = static_cast<double>(inputs.size());
    result.loss /= count;
    for (double& g : result.gradient)
        g /= count;
    return result;
}

} // namespace hg
