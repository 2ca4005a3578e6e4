#include "ui/painters/field_export.h"

namespace hg {
namespace {

constexpr double secondsOfLayer = 1.4, margin = 14;

class FieldExport {
public:
    FieldExport(std::shared_ptr<const FieldNumbers> numbers, const FieldLook& look,
                const ExportChoice& choice)
        : m_look(look)
        , m_style(styleOf(choice))
        , m_room(
              QRectF(QPointF(), QSizeF(choice.size))
                  .adjusted(m_style.px(margin), m_style.px(margin), -m_style.px(margin), -m_style.px(margin)))
        , m_painter(std::move(numbers), m_room.size(), m_style, false)
    {}

    void paint(QPainter& p, double t) const
    {
        p.save();
        p.translate(m_room.topLeft());
        m_painter.paint(p, lookAt(t));
        p.restore();
    }
    QString label(int stop) const
    {
        const int level = m_look.cell.level - stop;
        return level == 0 ? m_style.texts.say("Field", "Down to the input")
                          : m_style.texts.say("Field", "Down to layer %1").arg(level);
    }
    QString describe(int stop) const { return m_painter.describe(lookAt(stop)); }
    const PaintStyle& style() const { return m_style; }

private:
    FieldLook lookAt(double t) const
    {
        FieldLook look = m_look;
        look.opened = t;
        return look;
    }

    FieldLook m_look;
    PaintStyle m_style;
    QRectF m_room;
    FieldPainter m_painter;
};

} // namespace

Exportable exportField(std::shared_ptr<const FieldNumbers> numbers, const FieldLook& look,
                       const ExportChoice& choice)
{
    FieldLook whole = look;
    whole.cell = numbers->nearest(look.cell);
    const auto made = std::make_shared<const FieldExport>(std::move(numbers), whole, choice);
    Exportable result;
    result.title = made->style().texts.say("Field", "Receptive field");
    result.size = choice.size;
    result.ground = made->style().theme.stage;
    result.seconds.assign(static_cast<std::size_t>(whole.cell.level), secondsOfLayer);
    result.now = look.opened;
    result.paint = [made](QPainter& p, double t) { made->paint(p, t); };
    result.label = [made](int stop) { return made->label(stop); };
    result.describe = [made](int stop) { return made->describe(stop); };
    result.page = pageLookOf(made->style());
    return result;
}

} // namespace hg
