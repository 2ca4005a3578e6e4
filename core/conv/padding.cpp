#include "core/conv/padding.h"

#include "core/conv/words.h"

#include <algorithm>
#include <cstdint>

namespace hg {
namespace {

// Far beyond every use, far below what an int can hold after one more addition.
constexpr std::int64_t largest = 1'000'000'000;

std::int64_t effectiveKernel(const AxisChoice& c)
{
    return (std::int64_t{c.kernel} - 1) * c.dilation + 1;
}

std::optional<Error> checkChoice(const AxisChoice& c, const char* name)
{
    const int least = std::min({c.input, c.kernel, c.stride, c.dilation});
    const auto bad = [&](double found, double accepted) {
        return Error{ErrorCode::BadValue,
                     name,
                     {accepted, static_cast<double>(largest)},
                     std::to_string(static_cast<long>(found))};
    };
    if (least < 1) return bad(least, 1);
    if (c.padding.kind == Padding::Kind::Explicit && std::min(c.padding.before, c.padding.after) < 0)
        return bad(std::min(c.padding.before, c.padding.after), 0);
    if (effectiveKernel(c) > largest)
        return Error{ErrorCode::TooLarge,
                     name,
                     {static_cast<double>(effectiveKernel(c)), static_cast<double>(largest)}};
    return std::nullopt;
}

struct Sides {
    std::int64_t before = 0;
    std::int64_t after = 0;
};

Sides forwardSides(const AxisChoice& c, Convention convention)
{
    const std::int64_t ke = effectiveKernel(c);
    switch (c.padding.kind) {
    case Padding::Kind::Valid:
        return {0, 0};
    case Padding::Kind::Full:
        return {ke - 1, ke - 1};
    case Padding::Kind::Causal:
        return {ke - 1, 0};
    case Padding::Kind::Explicit:
        return {c.padding.before, c.padding.after};
    case Padding::Kind::Same:
        break;
    }
    if (convention == Convention::PyTorch) return {(ke - 1) / 2, ke - 1 - (ke - 1) / 2};
    if (convention == Convention::NumPy) return {ke - 1 - (ke - 1) / 2, (ke - 1) / 2};
    if (convention == Convention::Arithmetic) return {ke / 2, ke / 2};
    const std::int64_t outputs = (std::int64_t{c.input} + c.stride - 1) / c.stride;
    const std::int64_t total = std::max<std::int64_t>((outputs - 1) * c.stride + ke - c.input, 0);
    return {total / 2, total - total / 2};
}

std::optional<Error> checkFill(const AxisChoice& c, Sides sides, const char* name)
{
    const std::int64_t widest = std::max(sides.before, sides.after);
    const std::int64_t accepted = c.fill == Fill::Reflect    ? c.input - 1
                                  : c.fill == Fill::Circular ? c.input
                                                             : largest;
    if (widest <= accepted) return std::nullopt;
    const auto code = accepted == largest ? ErrorCode::TooLarge : ErrorCode::FillTooWide;
    return Error{code, {}, {static_cast<double>(widest), static_cast<double>(accepted)}, name};
}

/// Length and left crop of a transposed convolution, in full stamps' coordinates.
struct TransposedSize {
    std::int64_t length = 0;
    std::int64_t cropBefore = 0;
};

TransposedSize kerasSame(const AxisChoice& c, std::int64_t ke, std::optional<int> outputPadding)
{
    const std::int64_t n = c.input, s = c.stride;
    if (!outputPadding) return {n * s, std::max<std::int64_t>((ke - s) / 2, 0)};
    const std::int64_t total = ke + ke % 2 - 2 + *outputPadding;
    return {(n - 1) * s + ke % 2 + *outputPadding, ke - 1 - std::min((total + 1) / 2, ke - 1)};
}

TransposedSize transposedSize(const AxisChoice& c, Convention convention, std::optional<int> outputPadding)
{
    const std::int64_t ke = effectiveKernel(c);
    const std::int64_t stamps = (std::int64_t{c.input} - 1) * c.stride + ke;
    const std::int64_t extra = outputPadding.value_or(0);
    switch (c.padding.kind) {
    case Padding::Kind::Same:
        if (convention == Convention::Arithmetic) return {stamps - 2 * (ke / 2) + extra, ke / 2};
        return kerasSame(c, ke, outputPadding);
    case Padding::Kind::Full:
        return {stamps - 2 * (ke - 1) + extra, ke - 1};
    case Padding::Kind::Explicit:
        return {stamps - c.padding.before - c.padding.after + extra, c.padding.before};
    case Padding::Kind::Valid:
    case Padding::Kind::Causal:
        break;
    }
    if (convention == Convention::Keras && !outputPadding)
        return {(std::int64_t{c.input} - 1) * c.stride + std::max<std::int64_t>(ke, c.stride), 0};
    return {stamps + extra, 0};
}

std::optional<Error> checkTransposed(const AxisChoice& c, Convention convention,
                                     std::optional<int> outputPadding, const char* name)
{
    if (auto error = checkChoice(c, name)) return error;
    if (c.fill != Fill::Zeros) return Error{ErrorCode::FillNotAllowed, {}, {}, name};
    if (c.padding.kind == Padding::Kind::Causal)
        return Error{ErrorCode::PaddingNotAllowed, {}, {}, words::of(words::padding, c.padding.kind)};
    const bool hasNoSame = convention == Convention::PyTorch || convention == Convention::NumPy;
    if (c.padding.kind == Padding::Kind::Same && hasNoSame)
        return Error{ErrorCode::SameUndefined, {}, {}, name};
    const int bound = std::max(c.stride, c.dilation);
    if (outputPadding && (*outputPadding < 0 || *outputPadding >= bound))
        return Error{ErrorCode::OutputPaddingTooLarge,
                     {},
                     {static_cast<double>(*outputPadding), static_cast<double>(bound)},
                     name};
    return std::nullopt;
}

} // namespace

Result<ConvAxis> forwardAxis(const AxisChoice& c, Convention convention, const char* name)
{
    if (auto error = checkChoice(c, name)) return *error;
    if (c.padding.kind == Padding::Kind::Same && convention == Convention::PyTorch && c.stride > 1)
        return Error{ErrorCode::SameNeedsStride1, {}, {static_cast<double>(c.stride)}, name};
    const Sides sides = forwardSides(c, convention);
    if (auto error = checkFill(c, sides, name)) return *error;
    const std::int64_t ke = effectiveKernel(c), padded = c.input + sides.before + sides.after;
    if (padded > largest)
        return Error{ErrorCode::TooLarge, name, {static_cast<double>(padded), static_cast<double>(largest)}};
    if (ke > padded)
        return Error{ErrorCode::KernelTooLarge,
                     {},
                     {static_cast<double>(ke), static_cast<double>(padded), static_cast<double>(c.input),
                      static_cast<double>(sides.before), static_cast<double>(sides.after)},
                     name};
    return ConvAxis{.input = c.input,
                    .kernel = c.kernel,
                    .stride = c.stride,
                    .dilation = c.dilation,
                    .padBefore = static_cast<int>(sides.before),
                    .padAfter = static_cast<int>(sides.after),
                    .fill = c.fill,
                    .output = static_cast<int>((padded - ke) / c.stride + 1)};
}

Result<ConvAxis> transposedAxis(const AxisChoice& c, Convention convention, std::optional<int> outputPadding,
                                const char* name)
{
    if (auto error = checkTransposed(c, convention, outputPadding, name)) return *error;
    const std::int64_t ke = effectiveKernel(c);
    const std::int64_t stamps = (std::int64_t{c.input} - 1) * c.stride + ke;
    const TransposedSize size = transposedSize(c, convention, outputPadding);
    if (std::max(stamps, size.length) > largest)
        return Error{
            ErrorCode::TooLarge, name, {double(std::max(stamps, size.length)), static_cast<double>(largest)}};
    const std::int64_t cropAfter = stamps - size.cropBefore - size.length;
    if (size.length < 1)
        return Error{ErrorCode::OutputEmpty,
                     {},
                     {static_cast<double>(c.input), static_cast<double>(c.stride),
                      static_cast<double>(size.cropBefore), static_cast<double>(cropAfter),
                      static_cast<double>(ke), static_cast<double>(size.length)},
                     name};
    return ConvAxis{.input = static_cast<int>(size.length),
                    .kernel = c.kernel,
                    .stride = c.stride,
                    .dilation = c.dilation,
                    .padBefore = static_cast<int>(size.cropBefore),
                    .padAfter = static_cast<int>(cropAfter),
                    .fill = Fill::Zeros,
                    .output = c.input};
}

} // namespace hg
