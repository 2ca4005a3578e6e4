#pragma once

#include "core/lab/conv_scene.h"
#include "core/lab/conventions.h"
#include "core/lab/lab_state.h"
#include "ui/lab/app_context.h"
#include "ui/lab/state_edit.h"
#include "ui/labs/conv/conv_examples.h"
#include "ui/painters/conv_picture.h"
#include "ui/widgets/conv_timeline.h"
#include "ui/widgets/remark.h"

#include <QUndoStack>

#include <array>
#include <span>

namespace hg {

/// The switches that belong to a convolution's figure, in the order in which they matter.
enum class FigureSwitch { Erratum, Ghost, Zeros, OneScale, Predict, Terms, Transpose };
inline constexpr int figureSwitchCount = 7;

/// A convolution of numbers without any view of it: the scene with its figure, examples and timeline, and how
/// it is looked at. An impossible scene keeps the last figure and is told with a way out.
class ConvModel : public QObject, private StateOwner<ConvScene> {
    Q_OBJECT

public:
    /// `axes` 2: on a plane; 1: along a line. `opening` is the example that it begins with.
    ConvModel(AppContext& context, QUndoStack& undo, int axes, std::string_view opening);
    ~ConvModel() override;

    int axes() const { return m_axes; }
    const ConvScene& scene() const { return m_scene; }
    const ConvFigure& figure() const { return m_figure; }
    ConvTimeline* timeline() { return &m_timeline; }
    /// The playhead's.
    double position() const { return m_timeline.position(); }
    ConvExamples& examples() { return m_examples; }
    ConvState state() const;
    /// One undoable step, and the view that the state asks for: playhead, front filter, switches.
    void open(const ConvState& state);
    /// Replaces the scene as one undoable step; those of the same name in a row become one.
    void edit(const ConvScene& scene, const std::string& merges = {});
    /// A name for edit() that no other stroke has.
    std::string nextStroke() { return "stroke " + std::to_string(++m_strokes); }
    /// A number of input or filter, as one step.
    void editCell(const ConvHit& cell, double value);
    /// Starts a named example from its first position, once what it needs has been read.
    void openPreset(std::string_view id);
    /// Before the first position that shows something, standing still.
    void rewind();
    /// A layer and its mirror, the first of which the scene is set to as one step; the other stands behind it
    /// when it is transposed.
    void usePair(const ConvScene& first, const ConvScene& second);
    /// Padding in words becomes numbers on which all libraries agree.
    void agree();
    /// The output as the next input.
    void applyAgain();

    ConvTab tab() const { return m_look.tab; }
    void setTab(ConvTab tab);
    /// How it is looked at, as far as every view of it does alike.
    const ConvLook& look() const { return m_look; }
    const RulesComparison& rules() const { return m_rules; }
    /// The filter in front; one that is there, whatever was saved.
    int front() const;
    void setFilter(int filter);
    bool isOn(FigureSwitch which) const
    {
        if (which == FigureSwitch::Transpose) return m_figure.scene.isTransposed;
        return m_isOn[static_cast<std::size_t>(which)];
    }
    /// Whether it means something for the figure.
    bool isOffered(FigureSwitch which) const;
    void turn(FigureSwitch which, bool isOn);
    /// Told by a view with its room: whether slices stand as pictures.
    void setSlicesWithoutNumbers(bool areThere);
    /// What somebody is to predict stays a question mark.
    void setHidden(bool hidesNext, bool hidesSize);
    /// The cell that keys would edit, copy and paste at.
    const std::optional<ConvHit>& selected() const { return m_selected; }
    void setSelected(const std::optional<ConvHit>& cell) { m_selected = cell; }
    /// The second of a spectrogram's sound that is heard; none: no playhead.
    const std::optional<double>& heardSecond() const { return m_heardSecond; }
    void setHeardSecond(std::optional<double> second);

    /// What could not be done, or why the scene is impossible.
    Remark remark();
    /// Tells what could not be done, until something has succeeded.
    void tell(const QString& sentence, const QList<Offer>& offers = {});
    /// What is impossible is told again.
    void forgetRemark();
    /// Tells what a field complains of, until it is corrected.
    template <class Field>
    void heed(Field* field)
    {
        hg::heed(*field, *this);
    }

Q_SIGNALS:
    void sceneChanged();
    /// There is another figure.
    void figureChanged();
    void lookChanged();
    void filterChanged();
    /// Which switches are on or offered.
    void switchesChanged();
    void heardSecondChanged();
    void remarkChanged();
    /// An example is wanted that has to be read first.
    void presetAsked(std::string_view id);
    /// An example has been opened that brings this view.
    void viewBrought(const hg::ConvView& view);
    void copyAsked();
    void pasteAsked();

private:
    void adopt(const ConvScene& scene) override;
    void takeFigure(ConvFigure figure);
    void takeWayOut();
    /// The example whose table is printed wrong; null along a line.
    const ConvScene* lecture() const;
    void followSwitches();
    void transpose();

    const int m_axes;
    QUndoStack& m_undo;
    ConvExamples m_examples;
    ConvTimeline m_timeline;
    ConvScene m_scene;
    ConvFigure m_figure;
    RulesComparison m_rules; ///< of the figure
    ConvLook m_look;
    std::array<bool, figureSwitchCount> m_isOn{};
    bool m_hasSlicesWithoutNumbers = false;
    std::optional<ConvHit> m_selected;
    std::optional<double> m_heardSecond;
    std::optional<Error> m_problem; ///< of the scene
    Remark m_remark;                ///< of the last deed
    /// Two scenes of which each is the other one transposed: turned back, it is as it was.
    std::optional<std::pair<ConvScene, ConvScene>> m_turned;
    int m_strokes = 0;
};

} // namespace hg
