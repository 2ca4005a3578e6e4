#include "core/train/recipe.h"

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

} // namespace

Result<void> validate(const Recipe& recipe, const Network& network)
{
    if (!isWithin(recipe.learningRate, 1e-9, 1e3))
        return outOfRange("learningRate", recipe.learningRate, 1e-9, 1e3);
    if (!isWithin(recipe.momentum, 0, 0.9999)) return outOfRange("momentum", recipe.momentum, 0, 0.9999);
    if (!isWithin(recipe.batch, 1, 65536)) return outOfRange("batch", recipe.batch, 1, 65536);
    if (!isWithin(recipe.epochs, 1, 10000)) return outOfRange("epochs", recipe.epochs, 1, 10000);
    const double most = recipe.noise.kind == Noise::Kind::Gaussian ? 10 : 1;
    if (!isWithin(recipe.noise.amount, 0, most)) return outOfRange("noise", recipe.noise.amount, 0, most);
    const bool isSigmoid = !network.layers.empty() && network.layers.back().activation == Activation::Sigmoid;
    if (recipe.loss == Loss::Bce && !isSigmoid) return Error{ErrorCode::SigmoidNeeded, "loss"};
    return {};
}

double learningRateAt(const Recipe& recipe, int update, int total)
{
    if (recipe.schedule == Schedule::Constant) return recipe.learningRate;
    return recipe.learningRate * 0.5 * (1 + std::cos(std::numbers::pi * update / total));
}

} // namespace hg
