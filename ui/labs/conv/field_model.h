#pragma once

#include "ui/labs/conv/field_timeline.h"
#include "ui/labs/conv/tab_model.h"
#include "ui/painters/field_painter.h"

#include <functional>
#include <memory>

namespace hg {

/// The stack of the tab Receptive field without any view of it: its layers and their numbers, the cell that
/// is looked at, and a timeline of its own down through the layers. An impossible stack keeps the last figure
/// and is told, its layer named, with a way out. Nothing of it is an edit of the lab but opening a layer.
class FieldModel : public TabModel {
    Q_OBJECT

public:
    FieldModel(AppContext& context, ConvModel& numbers);

    /// With the playhead.
    FieldSetup setup() const;
    void open(const FieldSetup& setup);
    /// A change of the stack. Weights stay where they fit.
    void change(const std::function<void(FieldSetup&)>& how);
    FieldTimeline* timeline() override { return &m_timeline; }
    /// The last stack that worked; never null.
    std::shared_ptr<const FieldNumbers> figure() const { return m_figure; }
    void writeTo(ConvView& view) const override { view.field = setup(); }
    void readFrom(const ConvView& view) override { open(view.field); }
    bool standsAlone() const override { return true; }

    FieldCell cell() const;
    /// Shows the whole cone of that cell.
    void choose(FieldCell cell);
    void moveBy(int rows, int columns);
    /// To the same place in another layer.
    void toLayer(int level);
    void setWeighed(bool isWeighed);
    void setChannel(int channel);
    /// The most channels of any level.
    int channels() const;
    FieldLook look() const;

    void addLayer();
    void removeLayer();
    /// A frozen copy of the layer, from 0, in the tab Sliding: one step of undo. The stack keeps its input.
    void openLayer(int layer);
    /// The layer, from 1, that stands in the tab Sliding as it was opened; none once it has been changed.
    std::optional<int> openedLayer() const;
    /// Those of the network in training.
    void take(FieldSource half);
    /// Instead of an input that was kept.
    void takeLabsInput();
    void takeNearest();

    Remark remark();
    /// What the field means, and another stack that sees as much, if there is one.
    QString lesson() const;
    std::optional<EvenStack> evenStack() const { return evenStackLike(m_figure->figure); }
    /// Where the numbers come from.
    QString origin() const;
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    /// Its own in place of those of the numbers, and the examples.
    std::vector<ChipContent> withChips(std::vector<ChipContent> numbers) override;
    QString summary() const override;

Q_SIGNALS:
    /// openedLayer() is another one.
    void openedChanged();

protected:
    void comeToFront() override;

private:
    void follow();
    const TensorD& input() const;
    void refresh();
    void showWhole();
    QString problemSentence() const;
    ChipContent layerChip();
    Texts texts() const;

    AppContext& m_context;
    FieldTimeline m_timeline;
    FieldSetup m_setup;
    std::shared_ptr<const FieldNumbers> m_figure;
    std::optional<Error> m_problem;                    ///< of the stack
    QString m_said;                                    ///< what could not be done
    QString m_leftOut;                                 ///< what of the network's half is not in the stack
    std::optional<std::pair<int, ConvScene>> m_opened; ///< the last layer that was opened, from 1
    struct Weighed {
        std::shared_ptr<const FieldNumbers> figure;
        FieldCell cell;
        int channel = 0;
        std::shared_ptr<const TensorD> weight;
    };
    mutable Weighed m_weighed; ///< the last gradient that was asked for
};

} // namespace hg
