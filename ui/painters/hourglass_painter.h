#pragma once

#include "core/engine/model.h"
#include "ui/theme/paint_style.h"

#include <QImage>
#include <QPainter>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace hg {

/// A sample's picture of numbers 0 … 1 (others are clipped for display), channel by channel: of one grey,
/// white on black as MNIST's digits are; of three red, green and blue; of others their mean.
QImage samplePicture(std::span<const float> pixels, int height, int width);

/// A part of the hourglass that can be pointed at.
struct HourglassPart {
    int layer = 0; ///< 0 is the input, l the output of layer l − 1
    int first = 0; ///< of the neurons, or the feature map, under the pointer
    int count = 1; ///< more than one neuron where a stripe stands for several
    bool isMap = false;
    bool operator==(const HourglassPart&) const = default;
};

/// What is told about a part: its value and its weights as a picture.
struct HourglassDetail {
    QString title, value, weights;
    QImage picture; ///< null where there are no weights
};

/// A network as an hourglass with one sample in it: bars as high as the layers are wide, their stripes as
/// strong as the activations, feature maps as small pictures, the code's numbers in the waist.
class HourglassPainter {
public:
    /// With captions, or without those below the code: there lines may leave it.
    enum class Foot { Captions, Free };
    /// `activations` are activationsOf() the model, the input first; `digit` what goes in, in words.
    HourglassPainter(std::shared_ptr<const Model> model, std::vector<std::vector<float>> activations,
                     QString digit, QSizeF size, const PaintStyle& style, Foot foot = Foot::Captions);

    void paint(QPainter& painter) const;
    QString describe() const;
    /// The part under a place, or nothing.
    std::optional<HourglassPart> partAt(const QPointF& place) const;
    QRectF boxOf(const HourglassPart& part) const;
    HourglassDetail detailOf(const HourglassPart& part) const;
    /// Where the neurons of the code stand, as far as each is drawn by itself.
    const std::vector<QPointF>& codePlaces() const { return m_codePlaces; }
    double codeRadius() const { return m_codeRadius; }

private:
    /// A layer's column.
    struct Column {
        QRectF box;
        int layer = 0;
        Shape shape;
        int tilesAcross = 0; ///< feature maps beside each other; 0: a bar
        double tile = 0;
    };

    void place();
    Column columnOf(int layer, double x, double step) const;
    void placeCode(const Column& column);
    bool isCode(int layer) const { return layer == m_codeLayer; }
    Role roleOf(int layer) const { return layer < m_codeLayer ? Role::Input : Role::Output; }
    int stripesOf(const Column& column) const;
    QRectF tileBox(const Column& column, int map) const;
    void paintFlow(QPainter& p, const Column& from, const Column& to) const;
    void paintBar(QPainter& p, const Column& column) const;
    void paintMaps(QPainter& p, const Column& column) const;
    void paintCode(QPainter& p, const Column& column) const;
    void paintPictures(QPainter& p) const;
    void paintTexts(QPainter& p) const;
    void paintCaption(QPainter& p) const;
    void label(QPainter& p, const Column& column) const;
    QRectF labelBox(const Column& column) const;
    /// The bars at the ends give way where their numbers would run into the next layer's: the title has them.
    bool hasLabel(std::size_t index) const;
    QImage weightsPicture(int layer, int neuron, QString& caption) const;
    QImage signedPicture(std::span<const float> values, int height, int width) const;

    std::shared_ptr<const Model> m_model;
    std::vector<std::vector<float>> m_activations;
    QString m_digit;
    QRectF m_area;
    PaintStyle m_style;
    Foot m_foot;
    int m_codeLayer;
    std::vector<Column> m_columns;
    std::vector<QPointF> m_codePlaces;
    double m_codeRadius = 0, m_pictureSide = 0;
};

} // namespace hg
