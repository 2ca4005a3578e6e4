#include "core/nn/reference.h"

#include "core/nn/activation.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hg {
namespace {

double logOfSumOfExponentials(const std::vector<double>& z)
{
    const double greatest = *std::max_element(z.begin(), z.end());
    double sum = 0;
    for (const double x : z)
        sum += std::exp(x - greatest);
    return greatest + std::log(sum);
}

double softmaxLoss(const TensorD& sums, const TensorD& target)
{
    const double logSum = logOfSumOfExponentials(sums.data);
    double total = 0;
    for (std::size_t i = 0; i < target.data.size(); ++i)
        total += target.data[i] * (logSum - sums.data[i]);
    return total;
}

TensorD softmaxGradient(const TensorD& sums, const TensorD& target)
{
    const double logSum = logOfSumOfExponentials(sums.data);
    const double weight = std::accumulate(target.data.begin(), target.data.end(), 0.0);
    TensorD gradient(1, sums.shape);
    for (std::size_t i = 0; i < target.data.size(); ++i)
        gradient.data[i] = weight * std::exp(sums.data[i] - logSum) - target.data[i];
    return gradient;
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
    if (loss == Loss::SoftmaxCrossEntropy) return softmaxLoss(sums, target);
    double total = 0;
    for (std::size_t i = 0; i < target.data.size(); ++i) {
        const double t = target.data[i], error = outputs.data[i] - t;
        total += loss == Loss::Mse ? error * error : softplus(sums.data[i]) - t * sums.data[i];
    }
    return total / static_cast<double>(target.data.size());
}

TensorD lossGradient(Loss loss, Activation activation, const TensorD& sums, const TensorD& outputs,
                     const TensorD& target)
{
    if (loss == Loss::SoftmaxCrossEntropy) return softmaxGradient(sums, target);
    TensorD gradient(1, outputs.shape);
    const auto count = static_cast<double>(target.data.size());
    for (std::size_t i = 0; i < target.data.size(); ++i) {
        const double y = outputs.data[i], error = y - target.data[i];
        gradient.data[i] =
            loss == Loss::Mse ? 2 * error * activationSlope(activation, y) / count : error / count;
    }
    return gradient;
}

TensorD oneHot(int label, int classes)
{
    TensorD target(1, {classes, 1, 1});
    target.data[static_cast<std::size_t>(label)] = 1;
    return target;
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
        addBackwardPass(network, parameters, pass,
                        lossGradient(loss, last, pass.lastSums, outputs, targets[s]), result.gradient);
    }
    const auto count = static_cast<double>(inputs.size());
    result.loss /= count;
    for (double& g : result.gradient)
        g /= count;
    return result;
}

} // namespace hg
