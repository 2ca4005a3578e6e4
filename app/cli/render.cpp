#include "app/cli/render.h"

#include "core/data/assets.h"
#include "ui/export/animation_file.h"
#include "ui/painters/conv_painter.h"
#include "ui/theme/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace hg::cli {
namespace {

constexpr int mostCells = 64; // a side; smaller cells would be specks
constexpr double secondsAPosition = 1.2, mostSeconds = 20, secondsForProducts = 0.4;

void readSize(Arguments& a, RenderOrder& order)
{
    if (!a.has("size")) return;
    const QStringList parts = QString::fromStdString(a.text("size")).split(u'x');
    const auto side = [&](int i) {
        return i < parts.size() ? wholeNumber(parts.at(i).toStdString()).value_or(0) : 0;
    };
    const bool isOk =
        parts.size() == 2 && side(0) >= 320 && side(0) <= 4096 && side(1) >= 240 && side(1) <= 4096;
    if (isOk)
        order.size = {static_cast<int>(side(0)), static_cast<int>(side(1))};
    else
        a.setFault("size", "\"" + a.text("size") + "\" is not WxH from 320x240 to 4096x4096");
}

} // namespace

std::vector<Option> renderOptions()
{
    return {{"render", "FILE",
             "also draw the animation: .gif, .mp4, .png or .svg (last frame), .pdf (a page a position)"},
            {"fps", "N", "frames a second of the animation, 1 to 50 (10)"},
            {"size", "WxH", "size of the picture (960x600)"},
            {"lang", "en|el", "language of the picture (en)"},
            {"theme", "light|dark", "colours of the picture (light)"}};
}

RenderOrder readRenderOrder(Arguments& a)
{
    RenderOrder order;
    for (const char* companion : {"fps", "size", "lang", "theme"})
        if (a.has(companion) && !a.has("render")) a.setFault(companion, "goes with --render only");
    if (!a.has("render")) return order;
    order.path = QString::fromStdString(a.text("render"));
    const QString ending = QFileInfo(order.path).suffix().toLower();
    if (!QStringList{QStringLiteral("gif"), QStringLiteral("mp4"), QStringLiteral("png"),
                     QStringLiteral("svg"), QStringLiteral("pdf")}
             .contains(ending))
        a.setFault("render", "\"" + a.text("render") + "\" does not end in .gif, .mp4, .png, .svg or .pdf");
    order.framesPerSecond = a.integer("fps", order.framesPerSecond, 1, 50);
    order.language = a.choice("lang", {"en", "el"}) == 1 ? Language::Greek : Language::English;
    order.isDark = a.choice("theme", {"light", "dark"}) == 1;
    readSize(a, order);
    return order;
}

std::optional<Failure> render(const RenderOrder& order, const ConvScene& scene)
{
    const auto figure = evaluate(scene);
    if (!figure) return failure(figure.error(), "--render");
    const Shape in = scene.input.shape, out = figure->outputShape();
    const ConvAxis &h = figure->geometry.h, &w = figure->geometry.w;
    if (std::max({in.height, in.width, out.height, out.width, h.padded(), w.padded()}) > mostCells)
        return Failure{1, "--render",
                       "up to " + std::to_string(mostCells) +
                           " cells a side, padding included, can be drawn"};
    const Assets assets(QCoreApplication::applicationDirPath().toStdString());
    if (const auto fonts = assets.find("fonts")) loadFonts(QString::fromStdString(fonts->string()));

    const PaintStyle style{order.isDark ? darkTheme() : lightTheme(), Texts(order.language),
                           order.size.width() / 960.0};
    ConvLook look;
    look.isEditable = false;
    const ConvPainter painter(*figure, order.size, style, look);
    const int positions = figure->positionCount();
    const bool isPaged = order.path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    const double seconds = std::min(secondsAPosition * positions, mostSeconds);
    const int frames =
        isPaged ? positions : std::max(2, static_cast<int>(std::lround(seconds * order.framesPerSecond)) + 1);
    const bool withProducts = seconds / positions >= secondsForProducts;
    const auto timeOf = [=](int frame) {
        return isPaged ? frame + 1.0 : static_cast<double>(frame) * positions / (frames - 1);
    };
    const Animation animation{order.size, frames, order.framesPerSecond, style.theme.stage,
                              [&](QPainter& p, int frame) { painter.paint(p, timeOf(frame), withProducts); }};
    const auto written = writeAnimation(order.path, animation);
    if (!written) return failure(written.error(), order.path.toStdString());
    return std::nullopt;
}

} // namespace hg::cli
