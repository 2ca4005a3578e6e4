#include "ui/painters/checker_export.h"

#include "ui/painters/framed_export.h"
#include "ui/painters/upright_page.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 14, secondsOfMoment = 0.5;

class CheckerExport : public FramedExport {
public:
    CheckerExport(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look, const PaintStyle& style,
                  const QSize& size)
        : FramedExport(style, size, margin)
        , m_look(look)
        , m_film(film)
        , m_painter(std::move(film), room(), m_style)
    {}
    /// For a page that is held upright.
    CheckerExport(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look, const PaintStyle& style)
        : FramedExport(style, CheckerLayout::uprightHeight(film->shape(), uprightRoom, uprightStyle(style)))
        , m_look(look)
        , m_film(film)
        , m_painter(std::move(film), room(), m_style)
    {}

    QString label(int stop) const override
    {
        return m_style.texts.say("Checkerboards", "Update %1 of %2")
            .arg(lookAt(stop).update)
            .arg(m_film->updates);
    }
    QString describe(int stop) const override { return m_painter.describe(lookAt(stop)); }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, lookAt(t)); }

private:
    CheckerLook lookAt(double t) const
    {
        const auto last = static_cast<double>(m_film->moments.size() - 1);
        CheckerLook look = m_look;
        look.update =
            m_film->moments[static_cast<std::size_t>(std::clamp(std::round(t) - 1, 0.0, last))]->update;
        return look;
    }

    CheckerLook m_look;
    std::shared_ptr<const CheckerFilm> m_film;
    CheckerPainter m_painter;
};

} // namespace

Exportable exportChecker(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look,
                         const ExportChoice& choice)
{
    const PaintStyle style = styleOf(choice);
    const auto across = std::make_shared<const CheckerExport>(film, look, style, choice.size);
    const auto now = std::max<std::size_t>(1, film->countUntil(look.update));
    Exportable result =
        exportableOf(across, style.texts.say("Checkerboards", "Three ways to double a picture"),
                     std::vector<double>(film->moments.size(), secondsOfMoment), static_cast<double>(now));
    addUpright(result, std::make_shared<const CheckerExport>(film, look, style));
    return result;
}

} // namespace hg
