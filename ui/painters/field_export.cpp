#include "ui/painters/field_export.h"

#include "ui/painters/framed_export.h"
#include "ui/painters/upright_page.h"

namespace hg {
namespace {

constexpr double secondsOfLayer = 1.4, margin = 14;

class FieldExport : public FramedExport {
public:
    FieldExport(std::shared_ptr<const FieldNumbers> numbers, const FieldLook& look,
                const ExportChoice& choice)
        : FramedExport(choice, margin), m_look(look), m_painter(std::move(numbers), room(), m_style, false)
    {}
    /// For a page that is held upright.
    FieldExport(std::shared_ptr<const FieldNumbers> numbers, const FieldLook& look, const PaintStyle& style,
                FieldLayout layout)
        : FramedExport(style, layout.height)
        , m_look(look)
        , m_painter(std::move(numbers), std::move(layout), m_style)
    {}

    QString label(int stop) const override
    {
        const int level = m_look.cell.level - stop;
        return level == 0 ? m_style.texts.say("Field", "Down to the input")
                          : m_style.texts.say("Field", "Down to layer %1").arg(level);
    }
    QString describe(int stop) const override { return m_painter.describe(lookAt(stop)); }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, lookAt(t)); }

private:
    FieldLook lookAt(double t) const
    {
        FieldLook look = m_look;
        look.opened = t;
        return look;
    }

    FieldLook m_look;
    FieldPainter m_painter;
};

} // namespace

Exportable exportField(std::shared_ptr<const FieldNumbers> numbers, const FieldLook& look,
                       const ExportChoice& choice)
{
    FieldLook whole = look;
    whole.cell = numbers->nearest(look.cell);
    const auto across = std::make_shared<const FieldExport>(numbers, whole, choice);
    const PaintStyle& style = across->style();
    Exportable result = exportableOf(
        across, style.texts.say("Field", "Receptive field"),
        std::vector<double>(static_cast<std::size_t>(whole.cell.level), secondsOfLayer), look.opened);
    const PaintStyle plain = uprightStyle(style);
    addUpright(result, std::make_shared<const FieldExport>(
                           numbers, whole, plain, FieldPainter::uprightLayout(*numbers, uprightRoom, plain)));
    return result;
}

} // namespace hg
