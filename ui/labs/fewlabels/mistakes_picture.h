#pragma once

#include "core/data/dataset.h"
#include "ui/theme/paint_style.h"

#include <QPainter>
#include <QRectF>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace hg {

/// A class, and the class that is read.
using ConfusionCell = std::pair<int, int>;

/// How many samples of each class are read as each: rows are what they are, columns what is read.
struct Confusion {
    std::vector<int> names{}, counts{};
    std::optional<ConfusionCell> chosen{}; ///< stands out

    int classes() const { return static_cast<int>(names.size()); }
    int countOf(const ConfusionCell& cell) const;
    /// Where a cell is seen in a table of that size.
    QRectF cellBox(const ConfusionCell& cell, const QSizeF& size, const PaintStyle& style) const;
    void paint(QPainter& p, const QSizeF& size, const PaintStyle& style) const;
};

/// Samples with what is read in each.
struct ReadSamples {
    const Samples* samples = nullptr;
    Shape shape{};
    std::shared_ptr<const void> owner{};
    std::vector<int> names{}, classes{}, readings{}; ///< of the classes; of each sample
    std::vector<int> wrong{};                        ///< samples

    /// Those that are read wrong, or only of the cell.
    std::vector<int> wrongOf(const std::optional<ConfusionCell>& cell) const;
    /// The picture of a sample with what is read in a corner.
    void paint(QPainter& p, const QRectF& box, int sample, const PaintStyle& style) const;
};

/// Where pictures stand in rows of that width: the one at `place`, from 0.
QRectF wrongPictureBox(int place, double width, const PaintStyle& style);

/// Above the table: "93 % of 10,000 test pictures are read right, 5 labels a class".
QString mistakesText(const Texts& texts, double accuracy, int test, int perClass);
/// Above the pictures: of all, or of the chosen cell.
QString wrongText(const Texts& texts, const Confusion& table, int count);

} // namespace hg
