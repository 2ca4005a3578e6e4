#pragma once

#include "core/eval/few_labels.h"
#include "core/lab/few_labels_state.h"
#include "ui/painters/curve_plot.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace hg {

/// A row of the comparison: how well it reads, or why that is not known.
struct PartsRow {
    LabelRow row;
    std::shared_ptr<const AccuracyCurve> curve; ///< null: not there
    QString note;                               ///< then: "learning: 46 %"
};

/// What is painted of few labels at one draw: kept as it is when the lab goes on.
struct PartsLook {
    FewLabelsSetup setup;
    std::vector<int> counts; ///< labels a class of the curves
    int perClass = 0, draw = 0;
    int training = 0, test = 0;  ///< samples
    std::vector<int> classNames; ///< their labels
    QStringList layers{};        ///< sizes from the input to the code, as they are written
    bool isTrained = false;
    QString standing{};               ///< "learning: 46 %"; empty once it has learnt
    std::vector<QImage> unlabelled{}; ///< some of the training pictures
    std::vector<QImage> labelled{};   ///< those with labels, class by class; as many as can be shown
    QImage sample{}, rebuilt{};       ///< a held-out picture, and what the decoder makes of it
    int sampleClass = -1;
    std::vector<double> code{};         ///< of the sample; empty: not there
    std::vector<float> probabilities{}; ///< a class; empty: nothing to say
    int readAs = -1;                    ///< the class; −1: not known
    std::optional<double> accuracy{};   ///< with the labels of this draw
    std::vector<PartsRow> rows{};
};

/// Where the code stops being ahead: the number of labels a class, between two by a straight line over the
/// logarithm, and the row that reads better from there on.
struct CodeOvertaken {
    double labels = 0, accuracy = 0;
    LabelRow by = LabelRow::Raw;
};
/// Nothing while it is ahead of all rows throughout, or behind from the beginning.
std::optional<CodeOvertaken> codeOvertaken(const PartsLook& look);

/// Both parts in one picture: all samples through encoder and decoder, and below the few with labels through
/// the same encoder to a classifier. Under it, how accuracy grows with the labels.
class PartsPainter {
public:
    PartsPainter(const QSizeF& size, const PaintStyle& style);

    /// How many labelled pictures of a class there is room for.
    int labelledRows() const { return m_labelledRows; }
    int unlabelledCount() const { return 2 * m_mosaicColumns; }
    void paint(QPainter& p, const PartsLook& look) const;
    /// The number of labels a class under a place in the plot; nothing elsewhere.
    std::optional<int> countAt(const QPointF& place, const PartsLook& look) const;
    bool isOnSample(const QPointF& place) const { return m_sample.contains(place); }
    /// All numbers in a sentence a row.
    static QString describe(const PartsLook& look, const Texts& texts);

private:
    void paintFirst(QPainter& p, const PartsLook& look) const;
    void paintSecond(QPainter& p, const PartsLook& look) const;
    void paintMosaic(QPainter& p, const PartsLook& look) const;
    void paintLabelled(QPainter& p, const PartsLook& look) const;
    void paintEncoder(QPainter& p, const QRectF& box, const PartsLook& look, bool isLocked) const;
    void paintDecoder(QPainter& p, const PartsLook& look) const;
    void paintClassifier(QPainter& p, const PartsLook& look) const;
    void paintCode(QPainter& p, const QRectF& box, const PartsLook& look) const;
    void paintReading(QPainter& p, const PartsLook& look) const;
    void paintPicture(QPainter& p, const QRectF& box, const QImage& picture) const;
    void arrow(QPainter& p, double from, double to, double y, bool isFaded = false) const;
    CurvePlot plotOf(const PartsLook& look) const;
    QRectF inside(const QRectF& card) const;

    PaintStyle m_style;
    QRectF m_diagram, m_plot; ///< cards
    QRectF m_first, m_second; ///< lines of the diagram
    QRectF m_left;            ///< of both lines: where pictures stand
    QRectF m_encoder[2], m_codes[2], m_last[2];
    QRectF m_sample, m_result;
    double m_cell = 0; ///< of a labelled picture
    int m_labelledRows = 1, m_mosaicColumns = 10;
};

} // namespace hg
