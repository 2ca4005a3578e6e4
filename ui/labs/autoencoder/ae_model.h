#pragma once

#include "core/lab/autoencoder_examples.h"
#include "core/lab/lab_state.h"
#include "ui/lab/data_opener.h"
#include "ui/lab/lab_model.h"
#include "ui/lab/state_edit.h"
#include "ui/runs/run.h"
#include "ui/runs/run_store.h"

namespace hg {

class AeExport;
class AeNumbers;
class ComparedModel;
class WalkModel;

/// The lab Autoencoder without any view of it: which network is trained on what and how, the run that does
/// it, and which picture is looked at. The run belongs to the program and goes on when the lab goes.
class AeModel : public LabModel, private StateOwner<AutoencoderSetup>, private StateOwner<DialMatrix> {
    Q_OBJECT

public:
    explicit AeModel(AppContext& context);
    ~AeModel() override;

    LabState state() const override;
    void open(const LabState& state) override;
    /// The run's history, or on the tab Walk the film of a path.
    Timeline* timeline() override;
    QString summary() const override;
    QString activity() const override;
    std::vector<ChipContent> chips() override;
    bool canExport() const override;
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    bool offers(CommandId command) const override;
    void run(CommandId command) override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override { tell({}, {}); }
    /// What could not be done, or what keeps the lab from training.
    Remark remark();

    /// Those of the run, which a setup that waits does not change. Null while they are read.
    const LabData* data() const { return m_run->hasBegun() ? m_run->data().get() : m_data.get(); }
    std::shared_ptr<const LabData> sharedData() const { return m_run->hasBegun() ? m_run->data() : m_data; }
    /// Of the samples that the setup names; until they are read, of the run's, or of digits.
    Shape shape() const;
    const std::optional<Error>& problem() const { return m_problem; }
    /// Whether what is shown are handwritten digits: other data are called samples.
    bool showsDigits() const;
    void load();
    /// A saved state, or data of one's own: a file or a folder.
    void openFile(const QString& path) override;
    /// Reads those, and sets them up when they are there: one undoable step. Until then, and where they
    /// cannot be read, what is there stays.
    void openData(const DataRequest& request) { openRequest(request, false); }
    /// The same of files that may be others than they were.
    void openDataAnew(const DataRequest& request) { openRequest(request, true); }
    /// Where drawings of the user's own are kept.
    std::filesystem::path drawingsFile() const { return pathOf(context().settings.drawingsFile()); }
    /// The data that are set up, or on their way.
    bool wantsData() const { return m_opener.isBusy(); }
    const DataRequest& wantedData() const { return m_opener.wanted() ? *m_opener.wanted() : m_setup.data; }

    const AutoencoderSetup& setup() const { return m_setup; }
    /// Replaces the setup as one undoable step; those of the same name in a row become one. A new learning
    /// rate reaches the run at once; everything else waits once training has begun.
    void edit(const AutoencoderSetup& setup, const std::string& merges = {});
    /// Whether the setup is another than the one that trains.
    bool isPending() const { return m_isPending; }
    /// Whether what is set is a network that has no place for the weights of the run's.
    bool isOtherNetwork() const;
    /// Whether what is set can be built.
    bool isPossible() const;
    /// Begins what is set anew, and trains on where that was going on.
    void applyPending();
    /// The example or preset whole: where nothing is training it stands there at once, and what was trained
    /// stays as an earlier run.
    void choose(const AutoencoderSetup& setup);
    void openExample(const AutoencoderExample& example);
    /// The one that is set up, or null.
    const AutoencoderExample* shownExample() const;

    Run& run() { return *m_run; }
    const Run& run() const { return *m_run; }
    const Snapshot* snapshot() const { return m_run->snapshot(); }
    /// What the playhead points at: asked once a change, however many views look.
    const RunMoment& moment() const { return m_moment; }

    /// How the run stands, for words and buttons.
    enum class Standing { Waiting, Untouched, Running, Paused, Past, Finished, Diverged };
    Standing standing() const;
    /// What the button of the moment does: trains, pauses, goes on from the update shown, or begins what was
    /// set up anew.
    void toggleTraining();
    /// From update 0 with what is set; the run that was stays as an earlier one.
    void again();
    /// A finished run of what is set, which another lab has trained, while nothing of this one would be lost.
    std::shared_ptr<const Run> trainedElsewhere() const;
    /// Shows that one with its history.
    void takeTrained();
    /// From the update shown, with what is set, the learned weights kept: a branch.
    void continueHere();
    /// A finished run for as many epochs again.
    void continueLonger();
    /// Back to the setup that trains.
    void dropPending();
    /// The first hundred updates, one by one.
    void replayFirst();
    /// The rate that is a tenth of the present one, from the beginning: after a divergence.
    void slowerRate();
    /// With the ordered loss, whose axes become the principal ones.
    void makeOrdered();
    bool canBeOrdered() const;

    void setPace(const Pace& pace);
    Pace pace() const { return {m_view.paceSeconds, m_view.updatesASecond}; }
    /// How it is looked at.
    const AutoencoderView& view() const { return m_view; }
    /// Changes one thing of that, where neither the run nor the playhead needs to hear of it.
    template <class T>
    void look(T AutoencoderView::*field, T value)
    {
        AutoencoderView view = m_view;
        view.*field = value;
        look(view);
    }
    void look(const AutoencoderView& view);
    /// Codes after the best affine map onto PCA's scores, or as they are.
    void alignMaps(bool areAligned);
    /// What stands beside the bottleneck on the tab Compared.
    void putBeside(Beside beside);
    void colourMaps(bool areColoured);
    /// Which two numbers of a longer code the maps show, from 0: who meets the other changes places with it.
    void lookAtNumbers(int across, int up);
    /// The dial to that matrix, as one undoable step, merged as those of edit(): the one thing of the view
    /// that is undone, because a hand moves it. Told by dialChanged() alone.
    void setDial(const DialMatrix& matrix, const std::string& merges);
    /// What the maps of the moment show.
    ComparedModel& compared() { return *m_compared; }
    /// What it makes of the samples, for files of numbers.
    AeNumbers& numbers() { return *m_numbers; }
    /// What is walked through at the moment.
    WalkModel& walk() { return *m_walk; }
    AutoencoderTab tab() const { return m_view.tab; }
    void setTab(AutoencoderTab tab);
    /// Whether the maps show all samples that are trained on.
    bool mapsTraining() const { return m_view.mapsTraining; }
    void mapTraining(bool isMapped);
    bool isLogarithmic() const { return m_view.isLogarithmic; }
    void setLogarithmic(bool isLogarithmic);

    /// Which held-out picture is in the network.
    int digit() const { return m_view.digit; }
    void chooseDigit(int index);
    /// Eight held-out pictures, of as many classes as there are.
    const std::vector<int>& eight() const { return m_eight; }
    /// Those, one after the other.
    const std::vector<float>& eightPixels() const { return m_eightPixels; }
    /// Those of a held-out picture; there are data.
    std::vector<float> pixelsOf(int index) const;
    /// "class 3", or as the data call it.
    QString className(int label) const;
    /// What classes are called that have names, in their order.
    QStringList classNames() const;
    /// "a 6 goes in", or the picture's number where there are no classes.
    QString nameOf(int index) const;
    /// The eight as the network of the moment rebuilds them, one after the other: one pass for all. There is
    /// a moment with a network.
    std::vector<float> rebuiltEight() const;
    /// What PCA of as many components as the code has numbers makes of it; empty without PCA.
    std::vector<float> pcaPictureOf(int index) const;
    /// Of the run's code size, on the held-out part.
    std::optional<double> pcaError() const;
    /// Angles to PCA's plane, largest first; empty for networks that bend and data without such a plane.
    std::vector<double> angles(const RunMoment& moment) const;

    /// What this lab's run was before, the newest last.
    const std::vector<EarlierRun>& earlier() const { return m_earlier; }
    /// The one that is compared with; none: -1.
    int chosenEarlier() const { return m_chosenEarlier; }
    void chooseEarlier(int index);
    void removeEarlier(int index);

    /// Whether layer `layer` (1: the first) can be seen in a convolution lab.
    bool canOpenLayer(int layer) const;
    /// In the convolution lab, with its weights and the chosen picture as they are at the moment, at the end
    /// of its sums and with feature map `map` in front.
    void openLayer(int layer, int map);

Q_SIGNALS:
    void dataReady();
    void setupChanged();
    void momentChanged();
    void stateChanged();
    void viewChanged();
    /// The dial, where nothing else of the view has changed.
    void dialChanged();
    void digitChanged();
    void remarkChanged();
    void earlierChanged();
    /// A network's description was opened: for the editor of its layers.
    void descriptionOpened(const QString& path);
    /// Which numbers are to be saved is to be chosen.
    void numbersAsked();

private:
    void addComparedChips(std::vector<ChipContent>& chips);
    void addWalkChips(std::vector<ChipContent>& chips);
    void followTimeline();
    void adopt(const AutoencoderSetup& setup) override;
    void adopt(const DialMatrix& matrix) override;
    void takeRun();
    void takeMoment();
    void followData();
    void takeData(const DataRequest& request);
    void takeProblem(const DataRequest& request);
    void openRequest(const DataRequest& request, bool isAnew);
    void takeOpened(const DataRequest& request);
    void refuseData(const DataRequest& request, const Error& error);
    void takeState();
    void startRun();
    void showData();
    void chooseEight();
    void branch(int update, const AutoencoderSetup& setup);
    QString impossibleSentence() const;
    bool mayReplace() const;
    bool beginsAtOnce() const;
    bool isAtRest() const;
    void seekOpened();
    void takeEarlier();

    std::shared_ptr<const LabData> m_data; ///< that the setup names; null while they are read
    std::optional<Error> m_problem;
    Remark m_remark;
    AutoencoderSetup m_setup;
    AutoencoderView m_view;
    bool m_isPending = false;
    bool m_replaces = false; ///< what is adopted begins at once, where nothing trains
    std::vector<EarlierRun> m_earlier;
    int m_chosenEarlier = -1;
    std::vector<int> m_eight;
    std::vector<float> m_eightPixels;
    RunMoment m_moment;
    Standing m_told = Standing::Waiting; ///< the last that was told with a moment
    std::shared_ptr<Run> m_run;
    DataOpener m_opener;
    std::unique_ptr<ComparedModel> m_compared;
    std::unique_ptr<WalkModel> m_walk;
    std::unique_ptr<AeExport> m_export;
    std::unique_ptr<AeNumbers> m_numbers;
    bool m_couldExport = false; ///< as it was told
    Timeline* m_shownTimeline;  ///< the last that was told
};

} // namespace hg
