#include "core/nn/activation.h"

#include <algorithm>
#include <cmath>

namespace hg {

double activate(Activation activation, double z)
{
    switch (activation) {
    case Activation::Linear:
        return z;
    case Activation::Tanh:
        return std::tanh(z);
    case Activation::Sigmoid:
        return 1.0 / (1.0 + std::exp(-z));
    case Activation::Relu:
        return z > 0 ? z : 0.0;
    case Activation::LeakyRelu:
        return z > 0 ? z : leakySlope * z;
    case Activation::Elu:
        return z > 0 ? z : std::expm1(z);
    }
    return z;
}

double activationSlope(Activation activation, double y)
{
    switch (activation) {
    case Activation::Linear:
        return 1;
    case Activation::Tanh:
        return 1 - y * y;
    case Activation::Sigmoid:
        return y * (1 - y);
    case Activation::Relu:
        return y > 0 ? 1 : 0;
    case Activation::LeakyRelu:
        return y > 0 ? 1 : leakySlope;
    case Activation::Elu:
        return y > 0 ? 1 : y + 1;
    }
    return 1;
}

double softplus(double z)
{
    return std::max(z, 0.0) + std::log1p(std::exp(-std::abs(z)));
}

} // namespace hg
