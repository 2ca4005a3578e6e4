#include "ui/labs/autoencoder/ae_stills.h"

#include "ui/labs/autoencoder/dial_arrows.h"
#include "ui/painters/framed_export.h"
#include "ui/painters/hourglass_painter.h"
#include "ui/painters/paint_marks.h"
#include "ui/painters/walk_layers.h"

#include <algorithm>

namespace hg {
namespace {

constexpr double margin = 12, space = 16, cellSide = 30, inkOpacity = 0.5, filmHeight = 92, crossSize = 84;

QString updateText(const Texts& texts, int update)
{
    return texts.say("RunFilm", "After update %1.").arg(texts.grouped(update));
}

/// A row after the other, without a comma between: it may be a decimal one.
QString matrixText(const DialMatrix& m, const Texts& texts)
{
    const auto number = [&texts](double x) { return texts.number(x); };
    return QStringLiteral("M = [%1  %2; %3  %4]").arg(number(m[0]), number(m[1]), number(m[2]), number(m[3]));
}

class MapsExport : public FramedExport {
public:
    MapsExport(MapsScene scene, const ExportChoice& choice)
        : FramedExport(choice, margin), m_scene(std::move(scene))
    {}

    QString label(int) const override { return updateText(m_style.texts, m_scene.update); }
    QString describe(int stop) const override
    {
        if (!m_scene.residual) return label(stop);
        const QString share = m_style.texts.number(100 * *m_scene.residual, 1);
        return m_style.texts.say("RunFilm", "Left after aligning: %1 % of the variance.").arg(share);
    }

protected:
    void paintInside(QPainter& p, double) const override
    {
        const bool isAlone = m_scene.beside == MapsScene::Right::None;
        const double gap = m_style.px(space), wide = isAlone ? room().width() : (room().width() - gap) / 2;
        const QSizeF size(wide, room().height());
        const TitledMap left{
            .title = m_style.texts.say("RunFilm", "Bottleneck"),
            .note = noteOfCodes(),
            .before = [this](QPainter& painter, const MapFrame& frame) { paintDial(painter, frame); }};
        left.paint(p, size, m_scene.left, m_style, Role::Code);
        if (isAlone) return;
        const bool isMds = m_scene.beside == MapsScene::Right::Mds;
        const auto count = static_cast<int>(m_scene.right.points->size() / 2);
        const TitledMap right{
            .title = isMds ? QStringLiteral("MDS") : m_style.texts.say("RunFilm", "PCA"),
            .note = m_style.texts.say("RunFilm", "%1 of the same").arg(m_style.texts.grouped(count))};
        p.translate(wide + gap, 0);
        right.paint(p, size, m_scene.right, m_style, Role::Input);
    }

private:
    QString noteOfCodes() const
    {
        if (m_scene.dial) return matrixText(m_scene.dial->matrix, m_style.texts);
        return m_scene.isAligned ? m_style.texts.say("RunFilm", "turned onto PCA’s map") : label(1);
    }

    void paintDial(QPainter& p, const MapFrame& frame) const
    {
        if (!m_scene.dial) return;
        const DialAxes axes(m_scene.dial->shown, frame);
        paintArrows(p, axes.arrows(m_scene.dial->matrix), frame, m_style);
    }

    MapsScene m_scene;
};

class WalkExport : public FramedExport {
public:
    WalkExport(WalkScene scene, const ExportChoice& choice, Workers& workers)
        : FramedExport(choice, margin), m_scene(std::move(scene)), m_workers(workers)
    {}

    QString label(int) const override { return updateText(m_style.texts, m_scene.update); }
    QString describe(int) const override
    {
        return m_style.texts.say("RunFilm", "Every point of the plane is a picture; only some are digits.");
    }

protected:
    void paintInside(QPainter& p, double) const override
    {
        const double foot = m_scene.film ? m_style.px(filmHeight) : 0;
        const TitledMap map{
            .title = m_style.texts.say("RunFilm", "Latent space"),
            .note = label(1),
            .behind = [this](QPainter& painter, const MapFrame& frame) { paintBehind(painter, frame); },
            .before = [this](QPainter& painter, const MapFrame& frame) { paintBefore(painter, frame); }};
        map.paint(p, room() - QSizeF(0, foot), m_scene.map, m_style, Role::Code);
        if (m_scene.film) paintFilm(p, {0, room().height() - foot, room().width(), foot});
    }

private:
    QImage pictureOf(std::span<const float> pixels) const
    {
        return samplePicture(pixels, m_scene.shape.height, m_scene.shape.width);
    }

    void paintBehind(QPainter& p, const MapFrame& frame) const
    {
        const WalkLayer layer = m_scene.layer;
        if (layer == WalkLayer::None) return;
        const CellGrid cells = cellsOf(frame, m_style.px(cellSide));
        if (layer != WalkLayer::Density) {
            const DecodedSheet sheet =
                decodeSheet(m_scene.plane.model(), cells, m_scene.plane.codesIn(cells), m_workers);
            paintStretch(p, frame, cells, inked(sheet.grey, m_style.theme.ink.rgb(), inkOpacity), false);
        }
        if (layer == WalkLayer::Grid || !m_scene.training) return;
        const CellGrid halves{cells.left, cells.right,       cells.bottom,
                              cells.top,  2 * cells.columns, 2 * cells.rows};
        const std::vector<int> counts = cellCounts(halves, *m_scene.training);
        if (layer == WalkLayer::Holes)
            paintHoles(p, frame, halves, counts, m_style);
        else
            paintStretch(p, frame, halves, densityOf(halves, counts, m_style.theme.role(Role::Code).fill),
                         true);
    }

    void paintBefore(QPainter& p, const MapFrame& frame) const
    {
        if (m_scene.film) paintPath(p, frame, marks(), m_style);
        if (!m_scene.cross) return;
        const QPointF place = frame.toPixel(m_scene.cross->x(), m_scene.cross->y());
        const double side = m_style.px(crossSize), away = m_style.px(14), arm = m_style.px(9);
        QRectF box(place + QPointF(away, -side - away), QSizeF(side, side));
        if (box.right() > frame.box.right()) box.moveRight(place.x() - away); // it flips at the edges
        if (box.top() < frame.box.top()) box.moveTop(place.y() + away);
        WalkPlane plane = m_scene.plane;
        p.setRenderHint(QPainter::SmoothPixmapTransform);
        p.drawImage(box, pictureOf(plane.pictureAt(*m_scene.cross)));
        p.setPen(QPen(m_style.theme.accentText, m_style.px(2.5)));
        p.setBrush(Qt::NoBrush);
        p.drawRect(box);
        p.drawLine(place - QPointF(arm, 0), place + QPointF(arm, 0));
        p.drawLine(place - QPointF(0, arm), place + QPointF(0, arm));
    }

    PathMarks marks() const
    {
        const PathFilm& film = *m_scene.film;
        PathMarks marks;
        for (std::size_t i = 0; i + 1 < film.line.size(); i += 2)
            marks.line << QPointF(static_cast<double>(film.line[i]), static_cast<double>(film.line[i + 1]));
        marks.dots = film.places;
        marks.areOpen.assign(film.places.size(), false);
        return marks;
    }

    void paintFilm(QPainter& p, const QRectF& room) const
    {
        const PathFilm& film = *m_scene.film;
        const auto count = static_cast<double>(film.pictures.size());
        const double gap = m_style.px(4), top = room.top() + m_style.px(10),
                     side = std::min((room.width() - gap * (count - 1)) / count, room.bottom() - top);
        p.setRenderHint(QPainter::SmoothPixmapTransform);
        QRectF box(room.left(), top, side, side);
        for (const auto& picture : film.pictures) {
            p.drawImage(box, pictureOf(picture));
            box.translate(side + gap, 0);
        }
    }

    WalkScene m_scene;
    Workers& m_workers;
};

Exportable exportStill(std::shared_ptr<const FramedExport> made)
{
    const QString title = made->style().texts.say("Labs", "Autoencoder").replace(u'\n', u' ');
    return exportableOf(std::move(made), title, {1.0}, 1);
}

} // namespace

Exportable exportMaps(MapsScene scene, const ExportChoice& choice)
{
    return exportStill(std::make_shared<const MapsExport>(std::move(scene), choice));
}

Exportable exportWalk(WalkScene scene, const ExportChoice& choice, Workers& workers)
{
    return exportStill(std::make_shared<const WalkExport>(std::move(scene), choice, workers));
}

} // namespace hg
