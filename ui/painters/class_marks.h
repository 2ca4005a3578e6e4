#pragma once

#include "ui/painters/map_frame.h"
#include "ui/theme/paint_style.h"

#include <QPainter>
#include <QPointF>
#include <QStringList>

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace hg {

/// What classes are called, by label, as a data set tells it.
QStringList classNamesOf(const std::vector<std::string>& names);
/// A class's name, or its number where it has none.
QString classText(int label, const QStringList& names);

/// How wide a class's mark is: a disc for a letter or a number, a pill for a longer name.
double classMarkWidth(const QString& text, double radius, const PaintStyle& style);
/// A class's mark in its colour; of a name that is too long its beginning.
void paintClassMark(QPainter& p, const QPointF& centre, double radius, int label, const QString& text,
                    const PaintStyle& style);

/// Marks of those widths, in pixels: where they wish to stand, pushed apart until none touches another, and
/// kept inside the box.
std::vector<QPointF> placeMarks(std::vector<QPointF> places, std::span<const double> widths, double radius,
                                const QRectF& box);

inline constexpr std::size_t mostMarkedClasses = 64; ///< more are a measure, not classes
inline constexpr std::size_t manyMarkedClasses = 20; ///< more of them have smaller marks

/// Of each class that is seen in its colour, the median place; of some thousands of a large crowd, taken
/// evenly. None where there are more than mostMarkedClasses.
std::vector<std::pair<int, QPointF>>
classMedians(std::span<const float> points, std::span<const std::uint8_t> looks, std::span<const int> labels);
/// Marks that name the classes there, none over another.
void paintClassMarks(QPainter& p, const std::vector<std::pair<int, QPointF>>& medians,
                     const QStringList& names, const MapFrame& frame, const PaintStyle& style);

} // namespace hg
