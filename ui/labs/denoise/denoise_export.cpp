#include "ui/labs/denoise/denoise_export.h"

#include "ui/labs/denoise/denoise_painter.h"
#include "ui/labs/denoise/denoise_words.h"
#include "ui/painters/framed_export.h"

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

    int stops() const { return scaleOf(m_scene.subject.setup.kind).steps() + 1; }

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

} // namespace

Exportable exportDenoising(DenoiseScene scene, double strength, const ExportChoice& choice, Workers& workers)
{
    const StrengthScale scale = scaleOf(scene.subject.setup.kind);
    const auto made = std::make_shared<const SceneExport>(std::move(scene), choice, workers);
    const double step = std::round((strength - scale.least) / scale.step);
    return exportableOf(made, made->style().texts.say("Labs", "Denoising").replace(u'\n', u' '),
                        std::vector<double>(static_cast<std::size_t>(made->stops()), secondsAStep),
                        1 + std::clamp<double>(step, 0, scale.steps()));
}

} // namespace hg
