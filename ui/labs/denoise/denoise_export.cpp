#include "ui/labs/denoise/denoise_export.h"

#include "ui/labs/denoise/denoise_painter.h"
#include "ui/labs/denoise/denoise_words.h"
#include "ui/painters/framed_export.h"
#include "ui/painters/map_picture.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace hg {
namespace {

constexpr double secondsAStep = 0.5, margin = 12;

/// The scene at one step, and what it refers to.
struct Frame {
    DenoisedPictures pictures;
    std::optional<BlackPixel> blackPixel;
    DenoiseLook look;
};

/// Of the stop, counted from 1.
int stepOf(double t)
{
    return std::max(0, static_cast<int>(std::lround(t)) - 1);
}

class SceneExport : public FramedExport {
public:
    SceneExport(DenoiseScene scene, const ExportChoice& choice, Workers& workers)
        : FramedExport(choice, margin)
        , m_scene(std::move(scene))
        , m_painter(room(), m_style)
        , m_workers(workers)
    {}

    QString label(int stop) const override
    {
        const DenoiseSetup& setup = m_scene.subject.setup;
        return strengthText(m_style.texts, setup.kind, scaleOf(setup.kind).at(stepOf(stop)));
    }

    QString describe(int stop) const override
    {
        Frame frame;
        fill(frame, stepOf(stop), 0);
        return DenoisePainter::describe(frame.look, m_style.texts);
    }

protected:
    void paintInside(QPainter& p, double t) const override
    {
        Frame frame;
        fill(frame, stepOf(t), m_painter.columns());
        m_painter.paint(p, frame.look);
    }

private:
    void fill(Frame& frame, int step, int columns) const
    {
        const DenoiseSetup& setup = m_scene.subject.setup;
        const Samples& test = m_scene.subject.data->dataset->test;
        const double strength = scaleOf(setup.kind).at(step);
        const int count = std::min(columns, test.count - m_scene.first);
        if (count > 0)
            frame.pictures = denoisedPictures(m_scene.subject, strength, m_scene.first, count, m_workers);
        frame.blackPixel = blackPixelUnder(noiseOf(setup, strength));
        frame.look.blackPixel = frame.blackPixel ? &*frame.blackPixel : nullptr;
        frame.look.setup = setup;
        frame.look.strength = strength;
        frame.look.pictures = count > 0 ? &frame.pictures : nullptr;
        if (m_scene.subject.classifiers && count > 0)
            frame.look.labels =
                std::span(test.labels)
                    .subspan(static_cast<std::size_t>(m_scene.first), static_cast<std::size_t>(count));
        frame.look.points = m_scene.points;
        const auto at = static_cast<std::size_t>(step);
        if (at >= m_scene.points.size() || !m_scene.points[at]) return;
        frame.look.figures = *m_scene.points[at];
        frame.look.figuresOf =
            measuredText(m_style.texts, setup.kind, strength, std::min(usualDenoiserImages, test.count));
    }

    DenoiseScene m_scene;
    DenoisePainter m_painter;
    Workers& m_workers;
};

/// A map with a sentence above it, and what the noise of a step does to its codes.
class CodesExport : public FramedExport {
public:
    CodesExport(CodeScene scene, const ExportChoice& choice, Workers& workers)
        : FramedExport(choice, margin), m_scene(std::move(scene)), m_workers(workers)
    {}

    QString label(int stop) const override
    {
        return strengthText(m_style.texts, setup().kind, strengthAt(stop));
    }
    QString describe(int stop) const override
    {
        return movedText(m_style.texts, setup().kind, strengthAt(stop), movedAt(stop));
    }

protected:
    void paintInside(QPainter& p, double t) const override
    {
        const MovedCodes moved = movedAt(t);
        const auto& labels = m_scene.subject.data->dataset->test.labels;
        TitledMap map{rowName(m_style.texts, rowOf(m_scene.whose)),
                      movedText(m_style.texts, setup().kind, strengthAt(t), moved)};
        map.before = [&](QPainter& painter, const MapFrame& frame) {
            paintMovedCodes(painter, frame, moved, labels, m_style);
        };
        map.paint(p, room(), mapOf(m_scene), m_style, Role::Code);
    }

private:
    static DenoiseRow rowOf(Denoiser whose)
    {
        return whose == Denoiser::Pca            ? DenoiseRow::Pca
               : whose == Denoiser::NoiseTrained ? DenoiseRow::NoiseTrained
                                                 : DenoiseRow::Autoencoder;
    }
    static MapContent mapOf(const CodeScene& scene)
    {
        const bool isPca = scene.whose == Denoiser::Pca;
        return {.points = scene.cloud,
                .labels = scene.subject.data->dataset->test.labels,
                .classNames = classNamesOf(scene.subject.data->dataset->classNames),
                .names = isPca ? componentAxisNames() : codeAxisNames(0, 1, 2)};
    }
    const DenoiseSetup& setup() const { return m_scene.subject.setup; }
    double strengthAt(double t) const { return scaleOf(setup().kind).at(stepOf(t)); }
    MovedCodes movedAt(double t) const
    {
        return movedCodes(m_scene.subject, m_scene.whose, m_scene.cloud, strengthAt(t), m_workers);
    }

    CodeScene m_scene;
    Workers& m_workers;
};

class OwnExport : public FramedExport {
public:
    OwnExport(std::vector<OwnResult> results, const ExportChoice& choice)
        : FramedExport(choice, margin), m_results(std::move(results))
    {}

    QString label(int) const override { return m_style.texts.say("Labs", "Denoising").replace(u'\n', u' '); }
    QString describe(int) const override { return hg::describe(m_results, m_style.texts); }

protected:
    void paintInside(QPainter& p, double) const override { paintOwnResults(p, room(), m_results, m_style); }

private:
    std::vector<OwnResult> m_results;
};

/// Stops at every step of the kind's strength.
Exportable exportSteps(std::shared_ptr<const FramedExport> made, Noise::Kind kind, double strength)
{
    const StrengthScale scale = scaleOf(kind);
    const double step = std::round((strength - scale.least) / scale.step);
    const QString title = made->style().texts.say("Labs", "Denoising").replace(u'\n', u' ');
    return exportableOf(std::move(made), title,
                        std::vector<double>(static_cast<std::size_t>(scale.steps() + 1), secondsAStep),
                        1 + std::clamp<double>(step, 0, scale.steps()));
}

} // namespace

Exportable exportDenoising(DenoiseScene scene, double strength, const ExportChoice& choice, Workers& workers)
{
    const Noise::Kind kind = scene.subject.setup.kind;
    return exportSteps(std::make_shared<const SceneExport>(std::move(scene), choice, workers), kind,
                       strength);
}

Exportable exportCodes(CodeScene scene, double strength, const ExportChoice& choice, Workers& workers)
{
    const Noise::Kind kind = scene.subject.setup.kind;
    return exportSteps(std::make_shared<const CodesExport>(std::move(scene), choice, workers), kind,
                       strength);
}

Exportable exportOwn(std::vector<OwnResult> results, const ExportChoice& choice)
{
    const auto made = std::make_shared<const OwnExport>(std::move(results), choice);
    return exportableOf(made, made->label(1), {secondsAStep}, 1);
}

} // namespace hg
