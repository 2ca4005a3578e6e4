#include "ui/painters/checker_export.h"

#include "ui/painters/framed_export.h"

#include <algorithm>
#include <cmath>

namespace hg {
namespace {

constexpr double margin = 14, secondsOfMoment = 0.5;
constexpr double uprightWidth = 400, uprightMargin = 12; // of a page on a phone, in pixels

class CheckerExport : public FramedExport {
public:
    CheckerExport(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look, const PaintStyle& style,
                  const QSize& size, double around)
        : FramedExport(style, size, around)
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

/// One design pixel a pixel, as high as all of it is.
QSize uprightSize(const CheckerFilm& film, const PaintStyle& style)
{
    const double inside = uprightWidth - 2 * uprightMargin;
    const double height = CheckerLayout::uprightHeight(film.shape(), inside, style) + 2 * uprightMargin;
    return {static_cast<int>(uprightWidth), static_cast<int>(std::ceil(height))};
}

} // namespace

Exportable exportChecker(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look,
                         const ExportChoice& choice)
{
    const PaintStyle style = styleOf(choice), plain{style.theme, style.texts};
    const auto across = std::make_shared<const CheckerExport>(film, look, style, choice.size, margin),
               upright = std::make_shared<const CheckerExport>(film, look, plain, uprightSize(*film, plain),
                                                               uprightMargin);
    const auto now = std::max<std::size_t>(1, film->countUntil(look.update));
    Exportable result =
        exportableOf(across, style.texts.say("Checkerboards", "Three ways to double a picture"),
                     std::vector<double>(film->moments.size(), secondsOfMoment), static_cast<double>(now));
    result.uprightSize = upright->size();
    result.paintUpright = [upright](QPainter& p, double t) { upright->paint(p, t); };
    return result;
}

} // namespace hg
