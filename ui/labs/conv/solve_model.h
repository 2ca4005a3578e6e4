#pragma once

#include "core/lab/solved_layers.h"
#include "ui/labs/conv/row_timeline.h"
#include "ui/labs/conv/tab_model.h"

#include <functional>
#include <memory>

namespace hg {

/// The size formula backwards: the layers for two sizes, the one of them that is chosen, and the lab set to
/// it and its mirror.
class SolveModel : public TabModel {
    Q_OBJECT

public:
    /// `lab` tells what has been done.
    SolveModel(AppContext& context, LabModel& lab, ConvModel& numbers);

    /// With the row that was chosen last.
    SolveSetup setup() const;
    void writeTo(ConvView& view) const override { view.solve = setup(); }
    void readFrom(const ConvView& view) override { open(view.solve); }
    bool standsAlone() const override { return true; }
    bool readsInput() const override { return false; }
    void open(const SolveSetup& setup);
    void change(const std::function<void(SolveSetup&)>& how);
    /// The other layer first, of the same pairs.
    void turnRound() { adopt(turnedRound(setup())); }
    RowTimeline* timeline() override { return &m_timeline; }

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
    /// Its own in place of those of the numbers.
    std::vector<ChipContent> withChips(std::vector<ChipContent> numbers) override;
    QString summary() const override;
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    const Texts& texts() const { return m_lab.texts(); }

private:
    void adopt(const SolveSetup& setup);
    void followRow();
    ChipContent numberChip(const QString& name, int value, int most,
                           const std::function<void(SolveSetup&, int)>& set);

    LabModel& m_lab;
    RowTimeline m_timeline;
    std::shared_ptr<const SolvedLayers> m_layers;
    std::optional<SolvedRow> m_chosen; ///< kept where it is none of the rows
    struct Used {
        ConvAxis direct;
        ScenePair pair;
    };
    std::optional<Used> m_used;
    int m_shownRow = 0;
};

} // namespace hg
