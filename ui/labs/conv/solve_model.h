#pragma once

#include "core/lab/solved_layers.h"
#include "ui/lab/lab_model.h"
#include "ui/labs/conv/conv_model.h"
#include "ui/labs/conv/row_timeline.h"

#include <functional>
#include <memory>

namespace hg {

/// The size formula backwards: the layers for two sizes, the one of them that is chosen, and the lab set to
/// it and its mirror.
class SolveModel : public QObject {
    Q_OBJECT

public:
    /// `lab` tells what has been done.
    SolveModel(AppContext& context, LabModel& lab, ConvModel& numbers);

    ConvModel& numbers() { return m_numbers; }
    /// With the row of the playhead.
    SolveSetup setup() const;
    ConvState stateWith(ConvState numbers) const;
    /// The view that a saved state asks for.
    void open(const SolveSetup& setup);
    void change(const std::function<void(SolveSetup&)>& how);
    /// The other layer first, of the same pairs.
    void turnRound() { adopt(turnedRound(setup())); }
    RowTimeline* timeline() { return &m_timeline; }

    bool isShown() const { return m_isShown; }
    std::shared_ptr<const SolvedLayers> layers() const { return m_layers; }
    int row() const { return m_timeline.row(); }
    void choose(int row);
    /// The layer of the row, or null where there is none.
    const GeometrySolution* solution() const;
    /// Sizes of the lab's scene, where they are others than those looked for.
    std::optional<SizePair> scenesSizes() const;

    /// Sets the lab to the row's layer and remembers its mirror; one step of undo.
    void use();
    /// The row whose layer or mirror the lab is set to.
    std::optional<int> usedRow() const;
    /// Whether the lab stands at the decoder of that row.
    bool isAtDecoder() const { return m_numbers.scene().isTransposed; }
    /// Goes to the sliding filter of one of both.
    void show(bool isDecoder);

    /// Where there is no layer: the nearest sizes that have one.
    QList<Offer> nearest();
    /// Own chips in the tab, otherwise those of the numbers.
    std::vector<ChipContent> withChips(std::vector<ChipContent> numbers);
    QString summary() const;
    Exportable exportable(const ExportChoice& choice) const;
    const Texts& texts() const { return m_lab.texts(); }

Q_SIGNALS:
    /// Layers, row, or what the lab is set to.
    void changed();
    /// The tab came to the front, or another one did.
    void shownChanged();

private:
    void adopt(const SolveSetup& setup);
    void followTab();
    void followRow();
    void takeView(const ConvView& view);
    ChipContent numberChip(const QString& name, int value, int most, int SolveSetup::*field);
    std::vector<ChipContent> chips();

    LabModel& m_lab;
    ConvModel& m_numbers;
    RowTimeline m_timeline;
    std::shared_ptr<const SolvedLayers> m_layers; ///< its setup's row is the one that was chosen last
    struct Used {
        ConvAxis direct;
        ScenePair pair;
    };
    std::optional<Used> m_used;
    int m_shownRow = 0;
    bool m_isShown = false;
};

} // namespace hg
