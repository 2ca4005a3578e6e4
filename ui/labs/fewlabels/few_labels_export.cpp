#include "ui/labs/fewlabels/few_labels_export.h"

#include "ui/labs/fewlabels/few_labels_words.h"

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

class PartsExport {
public:
    PartsExport(PartsScene scene, const ExportChoice& choice, Workers& workers)
        : m_scene(std::move(scene))
        , m_style(styleOf(choice))
        , m_room(
              QRectF(QPointF(), QSizeF(choice.size))
                  .adjusted(m_style.px(margin), m_style.px(margin), -m_style.px(margin), -m_style.px(margin)))
        , m_painter(m_room.size(), m_style)
        , m_workers(workers)
    {}

    void paint(QPainter& p, double t) const
    {
        p.save();
        p.translate(m_room.topLeft());
        m_painter.paint(p, lookOf(drawOf(t)));
        p.restore();
    }

    QString label(int stop) const { return drawText(m_style.texts, drawOf(stop) + 1, m_scene.setup.draws); }
    QString describe(int stop) const { return PartsPainter::describe(lookOf(drawOf(stop)), m_style.texts); }
    const PartsScene& scene() const { return m_scene; }
    const PaintStyle& style() const { return m_style; }

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
    PaintStyle m_style;
    QRectF m_room;
    PartsPainter m_painter;
    Workers& m_workers;
};

} // namespace

Exportable exportFewLabels(PartsScene scene, int draw, const ExportChoice& choice, Workers& workers)
{
    const auto made = std::make_shared<const PartsExport>(std::move(scene), choice, workers);
    Exportable result;
    result.title = made->style().texts.say("Labs", "Few labels").replace(u'\n', u' ');
    result.size = choice.size;
    result.ground = made->style().theme.stage;
    result.seconds.assign(static_cast<std::size_t>(made->scene().setup.draws), secondsADraw);
    result.now = 1 + std::clamp(draw, 0, made->scene().setup.draws - 1);
    result.paint = [made](QPainter& p, double t) { made->paint(p, t); };
    result.label = [made](int stop) { return made->label(stop); };
    result.describe = [made](int stop) { return made->describe(stop); };
    result.page = pageLookOf(made->style());
    return result;
}

} // namespace hg
