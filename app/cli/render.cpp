#include "app/cli/render.h"

#include "app/cli/long_work.h"
#include "core/data/assets.h"
#include "core/lab/checker_training.h"
#include "ui/export/exporter.h"
#include "ui/painters/checker_export.h"
#include "ui/painters/conv_export.h"
#include "ui/painters/field_export.h"
#include "ui/painters/learned_export.h"
#include "ui/painters/solve_export.h"
#include "ui/painters/sound_export.h"
#include "ui/theme/error_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace hg::cli {
namespace {

constexpr int mostCells = 320; // a side: a full padding of the largest filter of the lab fits

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

/// Of a view whose tab is Learned filter, where there is something to learn; else null.
std::shared_ptr<const LearnedRun> learnedOf(const ConvFigure& figure, const ConvView& view)
{
    if (view.tab != ConvTab::Learned || learnHindranceOf(figure, view.learn)) return nullptr;
    const int front = std::clamp(view.filter, 0, figure.scene.filters() - 1);
    auto learned = learn(filterTaskOf(figure, front, view.learn), view.learn.rate);
    return learned && *learned ? std::make_shared<const LearnedRun>(std::move(**learned)) : nullptr;
}

/// Of a view whose tab is Receptive field, where its stack works; else null.
std::shared_ptr<const FieldNumbers> fieldOf(const ConvScene& scene, const ConvView& view)
{
    if (view.tab != ConvTab::Field || scene.axes != 2) return nullptr;
    auto numbers = numbersOf(view.field, view.field.input.value_or(scene.input));
    return numbers ? std::make_shared<const FieldNumbers>(std::move(*numbers)) : nullptr;
}

/// The whole cone of the view's cell.
FieldLook wholeLook(const FieldNumbers& numbers, const FieldSetup& setup)
{
    const FieldCell cell = setup.cell ? numbers.nearest(*setup.cell) : numbers.middle();
    FieldLook look{cell, static_cast<double>(cell.level), setup.channel, nullptr};
    if (setup.isWeighed)
        look.weight = std::make_shared<const TensorD>(fieldWeightOf(numbers, cell, setup.channel));
    return look;
}

/// Trained anew, from update 0 to the end.
std::optional<Failure> renderChecker(const RenderOrder& order, const CheckerSetup& setup)
{
    const auto data = loadDataset("mnist", Assets(QCoreApplication::applicationDirPath().toStdString()));
    if (!data) return failure(data.error(), "--render");
    Workers workers;
    listenToInterrupts();
    Progress progress(setup.updates);
    auto trained = trainedFilm(setup.recipe, *data, setup.updates, workers, watchWith(progress));
    progress.clear();
    if (!trained) return failure(trained.error(), "--render");
    const auto film = std::make_shared<const CheckerFilm>(std::move(*trained));
    const CheckerLook look{setup.update, setup.picture, setup.isMean, setup.isGridAlone};
    return draw(
        order, [&](const ExportChoice& choice) { return exportChecker(film, look, choice); },
        static_cast<double>(film->countUntil(setup.update)));
}

} // namespace

std::vector<Option> renderOptions()
{
    return {
        {"render", "FILE",
         "also draw the animation: .gif, .mp4, .png or .svg (last frame), .pdf (a page a position), .html "
         "(a page for browsers)"},
        {"fps", "N", "frames a second of the animation, 1 to 50 (10)"},
        {"size", "WxH", "size of the picture (960x600)"},
        {"lang", "en|el", "language of the picture (en)"},
        {"theme", "light|dark", "colours of the picture (light)"}};
}

RenderOrder readRenderOrder(Arguments& a)
{
    RenderOrder order;
    for (const char* companion : {"fps", "size", "lang", "theme"})
        if (a.has(companion) && !a.has("render"))
            a.refuse({ErrorCode::OptionNeeds, std::string("--") + companion, {}, "--render"});
    if (!a.has("render")) return order;
    order.path = QString::fromStdString(a.text("render"));
    if (!exportKindOf(order.path))
        a.setFault("render",
                   "\"" + a.text("render") + "\" does not end in .png, .svg, .pdf, .gif, .mp4 or .html");
    order.framesPerSecond = a.integer("fps", order.framesPerSecond, 1, 50);
    order.language = a.choice("lang", {"en", "el"}) == 1 ? Language::Greek : Language::English;
    order.isDark = a.choice("theme", {"light", "dark"}) == 1;
    readSize(a, order);
    return order;
}

std::optional<Failure> draw(const RenderOrder& order,
                            const std::function<Exportable(const ExportChoice&)>& make,
                            std::optional<double> still)
{
    const Assets assets(QCoreApplication::applicationDirPath().toStdString());
    if (const auto fonts = assets.find("fonts")) loadFonts(QString::fromStdString(fonts->string()));

    listenToInterrupts();
    Progress progress(100);
    ExportOptions options;
    options.framesPerSecond = order.framesPerSecond;
    options.still = still;
    options.watch = watchWith(progress);
    const ExportChoice choice{order.size, order.language, order.isDark};
    const auto written = writeExport(order.path, make(choice), options);
    progress.clear();
    if (!written) return failure(written.error(), order.path.toStdString());
    return std::nullopt;
}

std::optional<Failure> render(const RenderOrder& order, const ConvScene& scene, const ConvView& view)
{
    const auto figure = evaluate(scene);
    if (!figure) return failure(figure.error(), "--render");
    const Shape in = scene.input.shape, out = figure->outputShape();
    const ConvAxis &h = figure->geometry.h, &w = figure->geometry.w;
    if (std::max(in.height, in.width) > largestSide ||
        std::max({out.height, out.width, h.padded(), w.padded()}) > mostCells)
        return Failure{1, "--render",
                       "an input of up to " + std::to_string(largestSide) +
                           " cells a side can be drawn, and up to " + std::to_string(mostCells) +
                           " with its padding or as an output"};
    if (view.tab == ConvTab::Solve) {
        const auto layers = std::make_shared<const SolvedLayers>(solvedLayers(view.solve));
        const int row = layers->chosen();
        const auto make = [&](const ExportChoice& choice) { return exportSolved(layers, row, {}, choice); };
        return draw(order, make, row + 1);
    }
    if (view.tab == ConvTab::Checkerboards && scene.axes == 2)
        return renderChecker(order, view.checkerboards);
    if (const auto field = fieldOf(scene, view))
        return draw(order, [&](const ExportChoice& choice) {
            return exportField(field, wholeLook(*field, view.field), choice);
        });
    if (const auto learned = learnedOf(*figure, view))
        return draw(order, [&](const ExportChoice& choice) {
            const LearnedLook look{.update = learned->run.updates()};
            return exportLearned(learned, look, view.learn.showsInputGradient, choice);
        });
    return draw(order, [&](const ExportChoice& choice) {
        return exportConvolution(*figure, lookOf(view), figure->positionCount(), choice);
    });
}

std::optional<Failure> render(const RenderOrder& order, const std::shared_ptr<const SoundFigure>& figure)
{
    return draw(order, [&](const ExportChoice& choice) {
        return exportSound(figure, {0, figure->input->seconds()}, choice);
    });
}

} // namespace hg::cli
