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
    CheckerExport(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look,
                  const ExportChoice& choice)
        : FramedExport(choice, margin)
        , m_look(look)
        , m_film(film)
        , m_painter(film, room(), m_style)
        , m_upright(film, uprightRoom(*film, m_style), {m_style.theme, m_style.texts})
    {}

    QString label(int stop) const override
    {
        return m_style.texts.say("Checkerboards", "Update %1 of %2")
            .arg(lookAt(stop).update)
            .arg(m_film->updates);
    }
    QString describe(int stop) const override { return m_painter.describe(lookAt(stop)); }

    QSize uprightSize() const
    {
        const QSizeF room = uprightRoom(*m_film, m_style);
        return {static_cast<int>(uprightWidth),
                static_cast<int>(std::ceil(room.height() + 2 * uprightMargin))};
    }
    void paintUpright(QPainter& p, double t) const
    {
        p.save();
        p.translate(uprightMargin, uprightMargin);
        m_upright.paint(p, lookAt(t));
        p.restore();
    }

protected:
    void paintInside(QPainter& p, double t) const override { m_painter.paint(p, lookAt(t)); }

private:
    static QSizeF uprightRoom(const CheckerFilm& film, const PaintStyle& style)
    {
        const double width = uprightWidth - 2 * uprightMargin;
        return {width,
                CheckerLayout::uprightHeight(film.data->test.shape, width, {style.theme, style.texts})};
    }
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
    CheckerPainter m_painter, m_upright;
};

} // namespace

Exportable exportChecker(std::shared_ptr<const CheckerFilm> film, const CheckerLook& look,
                         const ExportChoice& choice)
{
    const auto now = std::ranges::count_if(film->moments,
                                           [&](const auto& moment) { return moment->update <= look.update; });
    std::vector<double> seconds(film->moments.size(), secondsOfMoment);
    const auto made = std::make_shared<const CheckerExport>(std::move(film), look, choice);
    Exportable result =
        exportableOf(made, made->style().texts.say("Checkerboards", "Three ways to double a picture"),
                     std::move(seconds), static_cast<double>(std::max<std::ptrdiff_t>(1, now)));
    result.uprightSize = made->uprightSize();
    result.paintUpright = [made](QPainter& p, double t) { made->paintUpright(p, t); };
    return result;
}

} // namespace hg
