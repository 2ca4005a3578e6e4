#pragma once

#include "core/lab/conv_moment.h"
#include "ui/painters/conv_picture.h"
#include "ui/painters/line_layout.h"
#include "ui/painters/paint_marks.h"

namespace hg {

/// The picture of a convolution along a line: input, the sum's terms and output on one scale of columns. Few
/// numbers stand in cells, more are stems; the filter lies under the samples that it multiplies, and an
/// output stands under the middle of its window.
class LinePainter final : public ConvPicture {
public:
    LinePainter(const ConvFigure& figure, const QSizeF& size, const PaintStyle& style, const ConvLook& look);

    void paintStill(QPainter& painter) const override;
    void paintMoving(QPainter& painter, double t, bool withProducts) const override;
    QRegion movingRegion(double t, bool withProducts) const override;
    void setFocus(const std::optional<ConvHit>& focus) override { m_look.focus = focus; }
    std::optional<ConvHit> hit(const QPointF& point) const override;
    QRectF cellOf(const ConvHit& hit) const override;
    QRectF figureBox() const override;
    QString describe(double t) const override;
    const LineLayout& layout() const { return m_layout; }
    const LineScale& inputScale() const { return m_inputScale; }

private:
    QString number(double value) const { return m_style.texts.number(value); }
    bool isRead(int channel) const;
    /// A zero that stands between two inputs only to keep them apart.
    bool isInserted(int column) const;

    void paintHead(QPainter& p) const;
    void paintCounter(QPainter& p) const;
    void paintStrip(QPainter& p) const;
    void paintInput(QPainter& p) const;
    void paintInputCells(QPainter& p, int channel) const;
    void paintInputStems(QPainter& p, int channel) const;
    void paintPadding(QPainter& p, const QRectF& row) const;
    void paintBracket(QPainter& p, double column, int count, const QRectF& row, const QString& text) const;
    void paintUnread(QPainter& p, const QRectF& row) const;
    void paintAxis(QPainter& p, const LineScale& scale, const QRectF& row) const;
    void paintIndices(QPainter& p, const QRectF& row, bool isOutput) const;
    QString inputNote() const;
    QString outputNote() const;
    QString outputSize() const;
    void paintSizeQuestion(QPainter& p) const;

    void paintWindow(QPainter& p, const ConvMoment& m) const;
    void paintWeights(QPainter& p, const ConvMoment& m, int channel) const;
    void paintForwardOutput(QPainter& p, const ConvMoment& m, bool hasBegun) const;
    void paintGhost(QPainter& p, const ConvMoment& m) const;
    void paintStamps(QPainter& p, const ConvMoment& m) const;
    void paintStamp(QPainter& p, int place, double termsShare, const QRectF& row) const;
    void paintStampedOutput(QPainter& p, const ConvMoment& m) const;
    void paintCounts(QPainter& p) const;
    void paintOutputCell(QPainter& p, int o, double value, bool isCropped, double column) const;
    void paintStem(QPainter& p, double column, double value, const LineScale& scale, const QRectF& row,
                   const QColor& colour, double share = 1) const;

    void paintSum(QPainter& p, const ConvMoment& m) const;
    void paintTerms(QPainter& p, const ConvMoment& m, const std::vector<Term>& terms,
                    const std::vector<double>& sums, const std::vector<TextRun>& end) const;
    void paintChannelSums(QPainter& p, const ConvMoment& m, const Sum& sum) const;
    std::vector<TextRun> endOfSum(const ConvMoment& m, const Sum& sum) const;
    std::vector<Term> stampTerms(int place, std::vector<double>& sums) const;

    void paintDiffering(QPainter& p, const ConvMoment& m) const;
    void paintFocus(QPainter& p) const;
    void paintLink(QPainter& p, const ConvHit& end, double weight) const;

    const ConvFigure& m_figure;
    PaintStyle m_style;
    ConvLook m_look;
    LineLayout m_layout;
    PaintMarks m_marks;
    LineScale m_inputScale, m_outputScale, m_kernelScale;
    double m_greatestInput = 1, m_greatestKernel = 1, m_greatestOutput = 1;
    StampedOutput m_whole; ///< transposed: after the last stamp
    TensorD m_counts{1, {1, 1, 1}};
    int m_filter = 0;
};

} // namespace hg
