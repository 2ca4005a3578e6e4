#pragma once

#include "core/lab/conv_moment.h"
#include "ui/painters/cell_brush.h"
#include "ui/painters/formula_text.h"

namespace hg {

/// The card that writes out the sum behind one output, growing term by term.
class SumCard {
public:
    SumCard(const ConvFigure& figure, const PaintStyle& style)
        : m_figure(figure), m_style(style), m_brush(style)
    {}

    /// `formed` products stand, the others wait in dashed frames; the sum has a result once all of them
    /// stand. `isHidden`: the result is a question mark. A narrow card has no room for the place's name and
    /// for the products of several channels.
    void paint(QPainter& p, const QRectF& card, OutputCell cell, std::size_t formed, bool isHidden,
               bool isNarrow = false) const;
    /// The same in one line, in the middle of the card.
    void paintLine(QPainter& p, const QRectF& card, OutputCell cell, std::size_t formed, bool isHidden) const;
    /// Whether every position's sum is readable in one line of that width.
    bool fitsLine(double width) const;
    /// The stamp of the input place `row`, `column` with the front filter.
    void paintStamp(QPainter& p, const QRectF& card, int row, int column, int filter, std::size_t formed,
                    bool isNarrow = false) const;

private:
    using Runs = std::vector<TextRun>;
    QRectF paintFrame(QPainter& p, const QRectF& card, const QString& place) const;
    double paintProducts(QPainter& p, const QRectF& area, const Sum& sum, std::size_t formed) const;
    double paintChannels(QPainter& p, const QRectF& area, const Sum& sum, std::size_t formed,
                         bool namesProducts) const;
    void paintTotal(QPainter& p, const QRectF& area, double left, const Sum& sum, std::size_t formed,
                    bool isHidden) const;
    void paintStampWords(QPainter& p, const QRectF& room) const;
    void paintGreatest(QPainter& p, const QRectF& area, const Sum& sum, std::size_t formed,
                       bool isHidden) const;
    Runs lineRuns(const Sum& sum, std::size_t formed, bool isHidden) const;
    Runs productRuns(const Term& term, bool isFormed) const;
    Runs totalRuns(const Sum& sum, std::size_t formed, bool isHidden) const;
    Runs activationRuns(double sum, bool isHidden) const;
    QString noteOf(const Sum& sum, std::size_t formed, bool showsProducts) const;
    Runs resultRuns(double sum, bool isComplete, bool isHidden) const;
    QString factor(double value) const;

    const ConvFigure& m_figure;
    const PaintStyle& m_style;
    CellBrush m_brush;
};

} // namespace hg
