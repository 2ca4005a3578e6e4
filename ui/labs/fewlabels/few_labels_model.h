#pragma once

#include "ui/lab/lab_model.h"
#include "ui/lab/state_edit.h"
#include "ui/labs/fewlabels/count_timeline.h"
#include "ui/labs/fewlabels/few_labels_export.h"
#include "ui/labs/fewlabels/label_board.h"
#include "ui/labs/fewlabels/label_clicks.h"
#include "ui/labs/fewlabels/parts_scene.h"
#include "ui/runs/newest.h"
#include "ui/runs/twin.h"

namespace hg {

/// One draw of labels and who reads by them.
struct DrawKey {
    LabelSubject subject;
    ReadingSetup reading;
    int perClass = 0, draw = 0;
    bool operator==(const DrawKey&) const = default;
};

/// What is read with the labels of one draw.
struct DrawFigures {
    DrawKey of;
    LabelReadings readings;
    double accuracy = 0;
    std::vector<int> confusion; ///< (classes, classes): rows are what the samples are
    std::vector<int> wrong;     ///< held-out samples
};

/// The lab Few labels without any view of it: an encoder that has learnt without labels is frozen, and small
/// classifiers are given a few. What a view needs is asked for when it is looked at, worked out beside the
/// window and told by figuresChanged().
class FewLabelsModel : public LabModel,
                       private StateOwner<FewLabelsSetup>,
                       private StateOwner<std::vector<GivenLabel>> {
    Q_OBJECT

public:
    explicit FewLabelsModel(AppContext& context);
    ~FewLabelsModel() override;

    LabState state() const override;
    void open(const LabState& state) override;
    Timeline* timeline() override;
    QString summary() const override;
    QString activity() const override;
    std::vector<ChipContent> chips() override;
    bool canExport() const override { return m_data != nullptr; }
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override { tell({}, {}); }
    Remark remark();

    /// Null while they are read, or where they have no classes to learn.
    const LabData* data() const { return m_classes ? m_data.get() : nullptr; }
    const SampleClasses& classes() const { return *m_classes; }
    const std::optional<Error>& problem() const { return m_problem; }
    void load();

    const FewLabelsSetup& setup() const { return m_setup; }
    /// Replaces the setup as one undoable step; those of the same name in a row become one.
    void edit(const FewLabelsSetup& setup, const std::string& merges = {});
    void openExample(const FewLabelsExample& example);
    /// The one that is set up, at whatever number of labels, or null.
    const FewLabelsExample* shownExample() const;
    /// The setup's numbers of labels a class of which the data have enough.
    std::vector<int> counts() const;

    const FewLabelsView& view() const { return m_view; }
    void setTab(FewLabelsTab tab);
    void setPerClass(int labels);
    void setSample(int index);
    void setFront(LabelRow row);
    void setFlat(FlatBy flat);
    void setRegionsShown(bool areShown);
    void setSuggestionsShown(bool areShown);
    void setPaceSeconds(double seconds);
    int draw() const { return m_draws.stop() - 1; }

    /// Somebody looks: what is missing is trained from now on, at full speed.
    void prepare();
    Twin& twin() { return *m_twin; }
    Twin::Standing standing() const { return m_twin->standing(); }
    /// Trains at the pace, pauses, or goes on.
    void toggleTraining();

    /// The rows of the setup in their order.
    std::vector<LabelRow> rows() const;
    std::optional<LabelSubject> subject(LabelRow row) const;
    /// What is there of a row; null otherwise.
    std::shared_ptr<const LabelReaderParts> reader(LabelRow row) const;
    std::shared_ptr<const AccuracyCurve> curve(LabelRow row) const;
    /// Why a row has no figures yet: "learning: 46 %", "measuring"; empty where it has.
    QString noteOf(LabelRow row) const;
    /// The labels of the draw at the playhead; none while there are no data.
    LabelledSamples drawnLabels() const;
    /// What that row reads with them; null until that is known.
    const DrawFigures* drawFigures(LabelRow row) const;
    /// What the row in front reads wrong with them; nothing until that is known.
    std::optional<MistakesScene> mistakes() const;
    /// Where codes lie; null while that is worked out.
    const CodeMap* codeMap() const;
    /// What the points of the tab Map show, and which mistakes are chosen: what a file is to show, too.
    MapColours mapColours() const { return m_mapColours; }
    void setMapColours(MapColours colours);
    void setMistakeCell(std::optional<ConfusionCell> cell) { m_mistakeCell = cell; }
    /// The row whose mistakes are looked at: view().front, or the first where that is not compared.
    LabelRow front() const;
    /// What is seen of both parts. There are data.
    PartsScene scene() const;

    // Labels of the user's own.

    const std::vector<GivenLabel>& own() const { return m_view.own; }
    /// How many of them count: the playhead.
    int ownShown() const { return m_labels.stop(); }
    /// Newest that is of the labels of the moment; null before.
    const ClickFigures* clicks() const;
    /// Null while they are worked out.
    const Suggestions* suggestions() const;
    /// (n, 2) places of the points; null while they are worked out.
    std::shared_ptr<const std::vector<float>> flat() const;
    PlaneAxes planeAxes() const;
    /// The label that is read in each point with the first `count` labels; empty while that is not known.
    std::vector<int> readInPoints(int count) const;
    /// What the labels that count are worth to each row.
    Scores scores() const;
    /// Whether the points show what they are. Neither saved nor linked: whoever opens a state is to label.
    bool showsTruth() const { return m_showsTruth; }
    /// Tells what is given away and offers to show it; false hides it at once.
    void askForTruth(bool isWanted);
    /// The point whose label is asked for.
    std::optional<int> asked() const { return m_asked; }
    void ask(int sample);
    /// Labels the point that is asked for, and asks for the next suggestion where it was one.
    void answer(int label);
    /// Leaves it without a label.
    void skip();
    /// The first suggestion that has no label and was not skipped; nothing where there is none.
    std::optional<int> nextSuggestion();
    void askNext();
    void removeOwn(int sample);
    void clearOwn();
    /// What stands at that point; −1 for none, among those that count.
    int ownLabelOf(int sample) const;
    bool canLabel() const
    {
        return static_cast<int>(m_view.own.size()) < mostOwnLabels || ownShown() < mostOwnLabels;
    }

    /// Nothing is under way.
    bool isAtRest() const;

Q_SIGNALS:
    void dataReady();
    void setupChanged();
    void viewChanged();
    /// What has been worked out is more or other.
    void figuresChanged();
    /// Labels of the user's own, or how many of them count.
    void ownChanged();
    void askedChanged();
    void stateChanged();
    void remarkChanged();

private:
    struct CodeKey {
        std::optional<LabelSubject> subject;
        ReadingSetup reading;
        FlatBy flat = FlatBy::Pca;
        bool operator==(const CodeKey&) const = default;
    };
    using Draws = Newest<DrawKey, std::optional<DrawFigures>>;
    using Clicks = Newest<ClicksKey, ClickFigures>;
    using Suggested = Newest<CodeKey, Suggestions>;
    using Maps = Newest<CodeKey, std::optional<CodeMap>>;
    using Flats = Newest<CodeKey, std::shared_ptr<const std::vector<float>>>;

    void adopt(const FewLabelsSetup& setup) override;
    void adopt(const std::vector<GivenLabel>& labels) override;
    void connectAll();
    void followData();
    void takeData(const DataRequest& request);
    void takeProblem(const DataRequest& request);
    void fitPerClass();
    void wantTwin();
    void trainMissing();
    void refuseTraining(const Error& error);
    void showTwin();
    void followView();
    void wantBoard();
    ReadingSetup readingSetup() const;
    CodeKey codeKey() const;
    void giveLabels(const std::vector<GivenLabel>& labels);
    void setAsked(std::optional<int> sample);
    void setTruthShown(bool isShown);
    std::optional<Exportable> exportableTab(const ExportChoice& choice) const;

    std::shared_ptr<const LabData> m_data;
    std::shared_ptr<const SampleClasses> m_classes;
    std::optional<Error> m_problem;
    std::optional<Error> m_refusal; ///< of a setup that cannot be trained
    Remark m_remark;
    FewLabelsSetup m_setup;
    FewLabelsView m_view;
    CountTimeline m_draws, m_labels;
    bool m_isLookedAt = false, m_isCancelled = false;
    MapColours m_mapColours = MapColours::Classes;
    std::optional<ConfusionCell> m_mistakeCell;
    std::optional<int> m_asked;
    bool m_showsTruth = false;
    bool m_isSuggested = false; ///< what is asked for
    std::vector<int> m_skipped; ///< suggestions that nobody wanted to label
    std::unique_ptr<Twin> m_twin;
    QTimer m_soon, m_frame; ///< before training what is missing; until the next picture of a training
    std::unique_ptr<LabelBoard> m_board;
    std::unique_ptr<Draws> m_codeDraw, m_frontDraw;
    std::unique_ptr<Clicks> m_clicks;
    std::unique_ptr<Suggested> m_suggested;
    std::unique_ptr<Maps> m_map;
    std::unique_ptr<Flats> m_flat;
};

} // namespace hg
