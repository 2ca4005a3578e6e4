#include "core/train/recipe.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace hg {
namespace {

Error outOfRange(const char* field, double value, double least, double greatest)
{
    std::string text = std::to_string(value);
    return {ErrorCode::BadValue, field, {least, greatest}, std::move(text)};
}

bool isWithin(double value, double least, double greatest)
{
    return value >= least && value <= greatest; // false for NaN
}

Result<void> validateLoss(Loss loss, const Network& network)
{
    const Activation output = network.layers.empty() ? Activation::Linear : network.layers.back().activation;
    if (loss == Loss::Bce && output != Activation::Sigmoid) return Error{ErrorCode::SigmoidNeeded, "loss"};
    const bool wantsScores = loss == Loss::SoftmaxCrossEntropy, givesScores = network.classes > 0;
    if (wantsScores != givesScores || (wantsScores && output != Activation::Linear))
        return Error{ErrorCode::ScoresNeeded, "loss"};
    return {};
}

} // namespace

Result<void> validate(const Recipe& recipe, const Network& network)
{
    if (!isWithin(recipe.learningRate, 1e-9, 1e3))
        return outOfRange("learningRate", recipe.learningRate, 1e-9, 1e3);
    if (!isWithin(recipe.momentum, 0, 0.9999)) return outOfRange("momentum", recipe.momentum, 0, 0.9999);
    if (!isWithin(recipe.weightDecay, 0, 10)) return outOfRange("weightDecay", recipe.weightDecay, 0, 10);
    if (!isWithin(recipe.clipNorm, 0, 1e9)) return outOfRange("clipNorm", recipe.clipNorm, 0, 1e9);
    if (!isWithin(recipe.warmUp, 0, 1e9)) return outOfRange("warmUp", recipe.warmUp, 0, 1e9);
    if (!isWithin(recipe.batch, 1, 65536)) return outOfRange("batch", recipe.batch, 1, 65536);
    if (!isWithin(recipe.epochs, 1, 10000)) return outOfRange("epochs", recipe.epochs, 1, 10000);
    const auto [least, most] = rangeOf(recipe.noise.kind);
    if (!isValid(recipe.noise)) return outOfRange("noise", recipe.noise.amount, least, most);
    if (!fits(recipe.noise, network.input))
        return outOfRange("noise", recipe.noise.amount, least,
                          std::min(network.input.height, network.input.width));
    return validateLoss(recipe.loss, network);
}

double learningRateAt(const Recipe& recipe, int update, int total)
{
    if (update < recipe.warmUp) return recipe.learningRate * (update + 1) / recipe.warmUp;
    if (recipe.schedule == Schedule::Constant) return recipe.learningRate;
    const int done = update - recipe.warmUp, all = total - recipe.warmUp;
    return recipe.learningRate * 0.5 * (1 + std::cos(std::numbers::pi * done / all));
}

} // namespace hg
