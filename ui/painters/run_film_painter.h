#pragma once

#include "ui/painters/curve_plot.h"
#include "ui/painters/run_film_maps.h"

#include <QImage>
#include <QRectF>

#include <memory>
#include <optional>

namespace hg {

/// A film with what a view makes of it.
struct FilmScene {
    FilmScene(std::shared_ptr<const RunFilm> of, const AutoencoderView& look, Workers& workers)
        : film(std::move(of)), view(look), maps(*film, look, workers)
    {}
    std::shared_ptr<const RunFilm> film;
    AutoencoderView view;
    RunFilmMaps maps;
};

/// Where the parts of a training's picture stand; without PCA its map has no room.
struct FilmLayout {
    /// Both maps above the curve and the pictures.
    static FilmLayout across(const QSizeF& size, bool hasPca, const PaintStyle& style);
    /// One below the other, as high as they need.
    static FilmLayout upright(const RunFilm& film, double width, const PaintStyle& style);

    bool isUpright = false;
    double height = 0;
    QRectF head, codes, pca, curve, rows;
};

/// Paints a stop of a training: the codes beside PCA's map of the same pictures, the error, and a row of
/// pictures rebuilt by both.
class RunFilmPainter {
public:
    RunFilmPainter(FilmLayout layout, const PaintStyle& style) : m_layout(std::move(layout)), m_style(style)
    {}

    /// `stop` from 0.
    void paint(QPainter& p, const FilmScene& scene, std::size_t stop) const;

    /// "Update 1,407 · epoch 3.0".
    static QString label(const RunFilm& film, std::size_t stop, const Texts& texts);
    /// What is seen there, with its errors.
    static QString describe(const RunFilm& film, std::size_t stop, const Texts& texts);

private:
    QString codesNote(const FilmScene& scene, const FilmStop& stop) const;
    void paintHead(QPainter& p, const RunFilm& film, std::size_t stop) const;
    void paintMap(QPainter& p, const QRectF& card, const QString& title, const QString& note,
                  const QColor& colour, const std::vector<float>& places, MapRange range,
                  const AxisNames& names, const FilmScene& scene) const;
    void paintDots(QPainter& p, const MapFrame& frame, const std::vector<float>& places,
                   const std::vector<std::uint8_t>& looks) const;
    struct Row {
        QString name;
        QColor colour;
        const std::vector<float>& pictures; ///< empty where they have not been made
        std::optional<double> error;
    };
    void paintRows(QPainter& p, const FilmScene& scene, std::size_t stop) const;
    QRectF paintRowName(QPainter& p, const QRectF& line, const Row& row) const;
    void paintPictures(QPainter& p, const QRectF& room, const Row& row, const FilmSamples& samples) const;
    CurvePlot curveOf(const RunFilm& film, std::size_t stop, double width) const;

    FilmLayout m_layout;
    const PaintStyle& m_style;
};

} // namespace hg
