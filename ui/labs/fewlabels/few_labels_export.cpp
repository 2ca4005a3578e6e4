#include "ui/labs/fewlabels/few_labels_export.h"

#include "ui/labs/fewlabels/few_labels_words.h"
#include "ui/labs/fewlabels/label_regions.h"
#include "ui/painters/framed_export.h"
#include "ui/painters/map_picture.h"
#include "ui/painters/paint_marks.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double secondsADraw = 1, margin = 12;

/// Of the stop, counted from 1.
int drawOf(double t)
{
    return std::max(0, static_cast<int>(std::lround(t)) - 1);
}

class PartsExport : public FramedExport {
public:
    PartsExport(PartsScene scene, const ExportChoice& choice, Workers& workers)
        : FramedExport(choice, margin)
        , m_scene(std::move(scene))
        , m_painter(room(), m_style)
        , m_workers(workers)
    {}

    QString label(int stop) const override
    {
        return drawText(m_style.texts, drawOf(stop) + 1, m_scene.setup.draws);
    }
    QString describe(int stop) const override
    {
        return PartsPainter::describe(lookOf(drawOf(stop)), m_style.texts);
    }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, lookOf(drawOf(t))); }

private:
    PartsLook lookOf(int draw) const
    {
        PartsLook look = lookAt(m_scene, draw, m_painter, m_workers);
        if (!m_scene.code) return look;
        const auto read = readBy(*m_scene.code, m_scene.labelsOf(draw), m_scene.reading(), m_workers, {});
        if (read) addReadings(look, m_scene, *read, m_workers);
        return look;
    }

    PartsScene m_scene;
    PartsPainter m_painter;
    Workers& m_workers;
};

class OwnLabelsExport : public FramedExport {
public:
    OwnLabelsExport(OwnLabelsScene scene, const ExportChoice& choice)
        : FramedExport(choice, margin), m_scene(std::move(scene))
    {}

    QString label(int stop) const override { return labelText(m_style.texts, stop, mostOwnLabels); }
    QString describe(int stop) const override { return scoresAt(stop).describe(m_style.texts); }

protected:
    void paintInside(QPainter& p, double t) const override
    {
        const int count = std::clamp(static_cast<int>(std::lround(t)), 1, int(m_scene.labels.size()));
        const double wide = mapShare * room().width(), left = wide + m_style.px(20);
        const TitledMap map{
            .title = label(count),
            .behind = [&](QPainter& painter, const MapFrame& f) { paintRegions(painter, f, count); },
            .before = [&](QPainter& painter, const MapFrame& f) { paintLabels(painter, f, count); }};
        map.paint(p, QSizeF(wide, room().height()), mapOf(m_scene), m_style, Role::Code);
        p.translate(left, 0);
        scoresAt(count).paint(p, {room().width() - left, room().height()}, m_style);
    }

private:
    static constexpr double mapShare = 0.66, regionCell = 12;

    static MapContent mapOf(const OwnLabelsScene& scene)
    {
        return {.points = scene.places, .names = scene.axes.names, .isIsotropic = scene.axes.isIsotropic};
    }
    Scores scoresAt(int count) const
    {
        Scores scores = m_scene.scores;
        scores.shown = count;
        return scores;
    }
    void paintRegions(QPainter& p, const MapFrame& frame, int count) const
    {
        const auto at = static_cast<std::size_t>(count - 1);
        if (at >= m_scene.read.size() || m_scene.read[at].empty()) return;
        p.setRenderHint(QPainter::SmoothPixmapTransform, false);
        p.drawImage(frame.box, regionsOf({*m_scene.places, m_scene.read[at]}, frame, m_style.px(regionCell),
                                         m_style.theme));
    }
    void paintLabels(QPainter& p, const MapFrame& frame, int count) const
    {
        std::vector<float> places;
        std::vector<int> given;
        for (int i = 0; i < count; ++i) {
            const GivenLabel& label = m_scene.labels[static_cast<std::size_t>(i)];
            const auto at = 2 * static_cast<std::size_t>(label.sample);
            if (at + 1 >= m_scene.places->size()) continue;
            places.insert(places.end(), {(*m_scene.places)[at], (*m_scene.places)[at + 1]});
            given.push_back(label.label);
        }
        paintLabelled(p, frame, places, given, m_style);
    }

    OwnLabelsScene m_scene;
};

class MistakesExport : public FramedExport {
public:
    MistakesExport(MistakesScene scene, const ExportChoice& choice)
        : FramedExport(choice, margin)
        , m_scene(std::move(scene))
        , m_wrong(m_scene.pictures.wrongOf(m_scene.table.chosen))
    {}

    QString label(int) const override { return labelRowName(m_style.texts, m_scene.row, m_scene.bottleneck); }
    QString describe(int) const override
    {
        return mistakesText(m_style.texts, m_scene.accuracy, m_scene.pictures.samples->count,
                            m_scene.perClass);
    }

protected:
    void paintInside(QPainter& p, double) const override
    {
        const PaintMarks marks(m_style);
        const double head = m_style.px(34), space = m_style.px(20), wide = tableShare * room().width(),
                     high = room().height() - head;
        marks.title(p, QRectF(0, 0, wide, head), label(1), Role::Code, describe(1));
        marks.fittedText(p, QRectF(wide + space, 0, room().width() - wide - space, head), Qt::AlignVCenter,
                         wrongText(m_style.texts, m_scene.table, int(m_wrong.size())), m_style.theme.ink, 14);
        p.translate(0, head);
        m_scene.table.paint(p, {wide, high}, m_style);
        p.translate(wide + space, 0);
        paintPictures(p, {room().width() - wide - space, high});
    }

private:
    static constexpr double tableShare = 0.62;

    /// As many as there is room for, from the first on.
    void paintPictures(QPainter& p, const QSizeF& size) const
    {
        for (int place = 0; place < std::ssize(m_wrong); ++place) {
            const QRectF box = wrongPictureBox(place, size.width(), m_style);
            if (box.bottom() > size.height()) return;
            m_scene.pictures.paint(p, box, m_wrong[static_cast<std::size_t>(place)], m_style);
        }
    }

    MistakesScene m_scene;
    std::vector<int> m_wrong;
};

class LabelMapExport : public FramedExport {
public:
    LabelMapExport(LabelMapScene scene, const ExportChoice& choice, Workers& workers)
        : FramedExport(choice, margin), m_scene(std::move(scene)), m_workers(workers)
    {}

    QString label(int stop) const override
    {
        return drawText(m_style.texts, drawOf(stop) + 1, m_scene.parts.setup.draws);
    }
    QString describe(int stop) const override { return textOf(colouringAt(drawOf(stop))); }

protected:
    void paintInside(QPainter& p, double t) const override
    {
        const int draw = drawOf(t);
        const MapColouring colours = colouringAt(draw);
        const LabelledSamples labels = m_scene.parts.labelsOf(draw);
        const FeatureSet& code = *m_scene.parts.code->feature;
        const auto places = placesOf(code, code.train, labels.rows, m_scene.map.pca, m_workers);
        std::vector<int> names;
        for (const int which : labels.classes)
            names.push_back(m_scene.parts.classes->names[static_cast<std::size_t>(which)]);
        TitledMap map{label(draw + 1), textOf(colours)};
        map.before = [&](QPainter& painter, const MapFrame& frame) {
            paintLabelled(painter, frame, places, names, m_style);
        };
        map.paint(p, room(), contentOf(colours), m_style, Role::Code);
    }

private:
    MapContent contentOf(const MapColouring& colours) const
    {
        const bool isPca = m_scene.map.pca.has_value();
        return {.points = m_scene.map.test,
                .labels = colours.labels,
                .highlighted = colours.highlighted,
                .names = isPca ? componentAxisNames() : codeAxisNames(0, 1, 2),
                .hasNames = false}; // discs are labels here
    }
    int points() const { return static_cast<int>(m_scene.map.test->size() / 2); }
    MapColouring colouringAt(int draw) const
    {
        const PartsScene& parts = m_scene.parts;
        const auto read = readBy(*parts.code, parts.labelsOf(draw), parts.reading(), m_workers, {});
        return mapColouring(m_scene.colours, *parts.classes, points(), read ? &read->test : nullptr);
    }
    QString textOf(const MapColouring& colours) const
    {
        return mapText(m_style.texts, m_scene.colours, points(), colours.wrong, m_scene.parts.perClass);
    }

    LabelMapScene m_scene;
    Workers& m_workers;
};

/// Of the lab's name.
Exportable exportStops(std::shared_ptr<const FramedExport> made, int stops, double now)
{
    const QString title = made->style().texts.say("Labs", "Few labels").replace(u'\n', u' ');
    return exportableOf(std::move(made), title,
                        std::vector<double>(static_cast<std::size_t>(stops), secondsADraw), now);
}

} // namespace

Exportable exportFewLabels(PartsScene scene, int draw, const ExportChoice& choice, Workers& workers)
{
    const int draws = scene.setup.draws;
    return exportStops(std::make_shared<const PartsExport>(std::move(scene), choice, workers), draws,
                       1 + std::clamp(draw, 0, draws - 1));
}

Exportable exportOwnLabels(OwnLabelsScene scene, const ExportChoice& choice)
{
    const int labels = static_cast<int>(scene.labels.size()), shown = scene.scores.shown;
    return exportStops(std::make_shared<const OwnLabelsExport>(std::move(scene), choice), labels,
                       std::clamp(shown, 1, labels));
}

Exportable exportMistakes(MistakesScene scene, const ExportChoice& choice)
{
    return exportStops(std::make_shared<const MistakesExport>(std::move(scene), choice), 1, 1);
}

Exportable exportLabelMap(LabelMapScene scene, int draw, const ExportChoice& choice, Workers& workers)
{
    const int draws = scene.parts.setup.draws;
    return exportStops(std::make_shared<const LabelMapExport>(std::move(scene), choice, workers), draws,
                       1 + std::clamp(draw, 0, draws - 1));
}

} // namespace hg
