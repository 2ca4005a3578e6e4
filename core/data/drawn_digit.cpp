#include "core/data/drawn_digit.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

/// Rows of grey, 0…1.
struct Picture {
    int height = 0, width = 0;
    std::vector<double> grey;

    Picture(int h, int w)
        : height(h), width(w), grey(static_cast<std::size_t>(h) * static_cast<std::size_t>(w))
    {}
    double& at(int row, int column) { return grey[index(row, column)]; }
    double at(int row, int column) const { return grey[index(row, column)]; }

private:
    std::size_t index(int row, int column) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
               static_cast<std::size_t>(column);
    }
};

/// The part of a drawing in the box of its ink; none where there is no ink.
Picture inkOf(std::span<const float> ink, int height, int width)
{
    constexpr float paper = 0.5f / 255; // less than the least grey that a byte holds
    const auto greyAt = [&](int row, int column) {
        const float grey = ink[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                               static_cast<std::size_t>(column)];
        return grey > paper ? std::min(grey, 1.0f) : 0; // NaN compares as paper
    };
    int top = height, bottom = -1, left = width, right = -1;
    for (int row = 0; row < height; ++row)
        for (int column = 0; column < width; ++column)
            if (greyAt(row, column) > 0) {
                top = std::min(top, row);
                bottom = row;
                left = std::min(left, column);
                right = std::max(right, column);
            }
    if (bottom < 0) return {0, 0};
    Picture box(bottom - top + 1, right - left + 1);
    for (int row = 0; row < box.height; ++row)
        for (int column = 0; column < box.width; ++column)
            box.at(row, column) = static_cast<double>(greyAt(top + row, left + column));
    return box;
}

/// The picture's columns averaged so that `longest` of them would be `size`, and transposed: twice gives both
/// axes. Lies in the middle of as many whole pixels as it needs, of which the outer ones may be covered in
/// part.
Picture scaledAndTransposed(const Picture& picture, int size, int longest)
{
    const int pixels = (picture.width * size + longest - 1) / longest;
    const double step = static_cast<double>(longest) / size; // columns a pixel
    const double start = (picture.width - pixels * step) / 2;
    Picture scaled(pixels, picture.height);
    for (int pixel = 0; pixel < pixels; ++pixel) {
        const double from = start + pixel * step, to = start + (pixel + 1) * step;
        const int first = std::max(0, static_cast<int>(std::floor(from)));
        const int last = std::min(picture.width, static_cast<int>(std::ceil(to)));
        for (int column = first; column < last; ++column) {
            const double share = (std::min<double>(to, column + 1) - std::max<double>(from, column)) / step;
            for (int row = 0; row < picture.height; ++row)
                scaled.at(pixel, row) += std::max(0.0, share) * picture.at(row, column);
        }
    }
    return scaled;
}

struct Place {
    int row, column;
};

/// Where the first pixel goes so that the centre of mass comes to pixel (side/2, side/2), and nothing beyond
/// the border.
Place centred(const Picture& picture, int side)
{
    double mass = 0, rows = 0, columns = 0;
    for (int row = 0; row < picture.height; ++row)
        for (int column = 0; column < picture.width; ++column) {
            const double grey = picture.at(row, column);
            mass += grey;
            rows += grey * row;
            columns += grey * column;
        }
    const auto shift = [&](double moment, int size) {
        return std::clamp(static_cast<int>(std::lround(side / 2 - moment / mass)), 0, side - size);
    };
    return {shift(rows, picture.height), shift(columns, picture.width)};
}

} // namespace

std::vector<float> normaliseDrawing(std::span<const float> ink, int height, int width, int side)
{
    if (side < 1) return {};
    const auto length = static_cast<std::size_t>(side);
    std::vector<float> digit(length * length);
    if (height < 1 || width < 1 ||
        ink.size() != static_cast<std::size_t>(height) * static_cast<std::size_t>(width))
        return digit;
    const Picture box = inkOf(ink, height, width);
    if (box.grey.empty()) return digit;
    const int size = std::max(1, (side * 20 + 14) / 28), longest = std::max(box.height, box.width);
    const Picture scaled = scaledAndTransposed(scaledAndTransposed(box, size, longest), size, longest);
    const Place place = centred(scaled, side);
    for (int row = 0; row < scaled.height; ++row)
        for (int column = 0; column < scaled.width; ++column)
            digit[static_cast<std::size_t>(place.row + row) * length +
                  static_cast<std::size_t>(place.column + column)] =
                static_cast<float>(std::clamp(scaled.at(row, column), 0.0, 1.0));
    return digit;
}

} // namespace hg
