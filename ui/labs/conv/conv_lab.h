#pragma once

#include "core/lab/conv_scene.h"
#include "core/session/scene_json.h"
#include "ui/labs/conv/conv_examples.h"
#include "ui/shell/lab.h"
#include "ui/widgets/conv_canvas.h"
#include "ui/widgets/offer.h"

#include <QUndoStack>

namespace hg {

class ConvClipboard;
class ConvStage;
class InputSource;
class Notice;
class SceneInspector;

/// The labs Convolution 2D and 1D: the scene, undo, timeline and views. An impossible scene keeps the last
/// picture and is told with a way out.
class ConvLab : public Lab {
    Q_OBJECT

public:
    /// `axes` 2: on a plane; 1: along a line.
    ConvLab(AppContext& context, int axes);
    ~ConvLab() override;

    QWidget* stage() override;
    QWidget* inspector() override;
    Timeline* timeline() override { return &m_timeline; }
    QUndoStack* undoStack() override { return &m_undo; }
    QString summary() const override;
    void setStyle(const PaintStyle& style) override;
    bool canExport() const override { return true; }
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    bool offers(CommandId command) const override;
    void run(CommandId command) override;
    std::vector<ChipContent> chips() override;
    void setPresented(bool isPresented) override;
    /// Before the first position that shows something, standing still.
    void rewind();
    void prepareShot() override { m_timeline.seek(m_figure.positionCount() - 1); }

    int axes() const { return m_axes; }
    const ConvScene& scene() const { return m_scene; }
    const ConvFigure& figure() const { return m_figure; }
    ConvExamples& examples() { return m_examples; }
    ConvCanvas* canvas() const;
    /// Of the figure and of the controls beside it, for chips().
    ConvStage& views() const { return *m_stage; }
    SceneInspector& controls() const { return *m_inspector; }
    InputSource* source() const { return m_source; }
    Notice* notice() const;
    /// Replaces the scene as one undoable step; steps of the same non-zero `mergeKey` in a row become one.
    void edit(const ConvScene& scene, int mergeKey = 0);
    /// Tells what a field complains of, until it is corrected.
    template <class Field>
    void heed(Field* field)
    {
        connect(field, &Field::problemFound, this, &ConvLab::tellRemark);
        connect(field, &Field::problemSolved, this, &ConvLab::forgetRemark);
    }
    /// What is saved, linked and copied at the moment.
    virtual LabState state() const;
    /// One undoable step, and the view that the state asks for: playhead, front filter, ghost.
    virtual void openState(const LabState& state);
    /// A sound file that came in along a line, and what it holds.
    virtual void openSound(const QString& /*path*/, const std::shared_ptr<const SoundTrack>& /*track*/) {}
    /// Tells what could not be done, until something has succeeded.
    void tellRemark(const QString& sentence) { tell(sentence, {}); }
    /// The same where it is seen, with ways out of it; and takes it back.
    virtual void tell(const QString& sentence, const QList<Offer>& offers);
    virtual void forgetRemark();
    /// Starts a named example from its first position, once what it needs has been read.
    void openPreset(std::string_view id);

Q_SIGNALS:
    void sceneChanged();

protected:
    ConvClipboard* clipboard() const { return m_clipboard; }
    /// The row above the picture.
    QWidget* topRow() const;

private:
    friend class SceneCommand;
    void setScene(const ConvScene& scene);
    void showProblem(const Error& error);
    void editCell(const ConvHit& cell, double value);
    void agree();
    void takeWayOut();

    const int m_axes;
    ConvExamples m_examples;
    ConvTimeline m_timeline;
    QUndoStack m_undo;
    ConvScene m_scene;
    ConvFigure m_figure;
    std::optional<Error> m_problem;
    ConvStage* m_stage;
    SceneInspector* m_inspector;
    ConvClipboard* m_clipboard;
    InputSource* m_source = nullptr; ///< on the plane only
};

std::unique_ptr<Lab> makeConv2dLab(AppContext& context);
std::unique_ptr<Lab> makeConv1dLab(AppContext& context);

} // namespace hg
