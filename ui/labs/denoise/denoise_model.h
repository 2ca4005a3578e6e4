#pragma once

#include "ui/lab/lab_model.h"
#include "ui/lab/state_edit.h"
#include "ui/labs/denoise/code_arrows.h"
#include "ui/labs/denoise/denoise_scene.h"
#include "ui/labs/denoise/own_results.h"
#include "ui/labs/denoise/strength_timeline.h"
#include "ui/runs/newest.h"
#include "ui/runs/twin.h"

#include <array>

namespace hg {

/// What figures are of: no other figures are shown for it.
struct FigureKey {
    DenoiseCase subject;
    double strength = 0;
    int count = 0; ///< pictures
    bool operator==(const FigureKey&) const = default;
};

struct MeasuredRows {
    FigureKey of;
    AllFigures figures;
};

/// The lab Denoising without any view of it: which noise, what takes it off, and how well. Two networks that
/// differ in nothing but the noise on their inputs are trained side by side, or taken from the store.
class DenoiseModel : public LabModel, private StateOwner<DenoiseSetup>, private StateOwner<OwnPicture> {
    Q_OBJECT

public:
    explicit DenoiseModel(AppContext& context);
    ~DenoiseModel() override;

    LabState state() const override;
    void open(const LabState& state) override;
    Timeline* timeline() override { return &m_timeline; }
    QString summary() const override;
    QString activity() const override;
    std::vector<ChipContent> chips() override;
    bool canExport() const override { return m_data != nullptr; }
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override { tell({}, {}); }
    Remark remark();
    /// A saved state, or a picture of the user's own, which goes to the tab Own.
    void openFile(const QString& path) override;

    /// Null while they are read.
    const LabData* data() const { return m_data.get(); }
    const std::optional<Error>& problem() const { return m_problem; }
    void load();

    const DenoiseSetup& setup() const { return m_setup; }
    /// Replaces the setup as one undoable step; those of the same name in a row become one.
    void edit(const DenoiseSetup& setup, const std::string& merges = {});
    /// Another kind of noise at its usual strength, in the training as well.
    void setKind(Noise::Kind kind);
    void openExample(const DenoiseExample& example);
    /// The one that is set up, at whatever strength, or null.
    const DenoiseExample* shownExample() const;

    const DenoiseView& view() const { return m_view; }
    void setTab(DenoiseTab tab);
    void setFirst(int first);
    void setPaceSeconds(double seconds);
    void followCodes(Denoiser denoiser);
    double strength() const { return m_timeline.strength(); }
    void setStrength(double strength) { m_timeline.seekStrength(strength); }

    /// Somebody looks: what is missing is trained from now on, at full speed.
    void prepare();
    enum class Standing { Waiting, Missing, Running, Paused, Trained, Diverged };
    /// Of both twins: what keeps them from being trained, if anything does.
    Standing standing() const;
    /// Trains both side by side at the pace, pauses, or goes on.
    void toggleTraining();
    Twin& twin(DenoiseRow row) { return row == DenoiseRow::NoiseTrained ? *m_noisy : *m_clean; }

    Denoisers denoisers() const { return denoiseCase().denoisers; }
    /// The pictures from view().first on, as the moment restores them. There are data. Cost: a millisecond a
    /// picture the first time.
    const DenoisedPictures& pictures(int count);
    /// The newest that has been measured; null before.
    const MeasuredRows* figures() const;
    /// Whether those are of this moment, on as many pictures as there will be.
    bool areFiguresDone() const;
    const StrengthCurves& curves() const { return *m_curves; }
    /// Whether the curves are of the case of the moment.
    bool areCurvesOfNow() const;
    /// Nothing is under way.
    bool isAtRest() const;

    /// A black pixel under the noise of the moment; null where that treats no pixel by itself.
    const BlackPixel* blackPixel();
    /// "learning: 46 %", "paused"; empty for what has been trained.
    QString noteOf(DenoiseRow row) const;
    /// Codes on the plane, of the denoiser that view().arrows names; empty while they are not there. The code
    /// has two numbers.
    MovedCodes movedCodes();

    /// What most classifiers read in one picture; nothing where there are none.
    std::optional<Reading> readIn(const std::vector<float>& pixels) const;
    /// The held-out picture as it is, on the tab Own.
    void takeToOwn(int index);
    /// What each row makes of ownPixels(), the noisy one's being these; empty where it is not there.
    std::vector<std::pair<DenoiseRow, std::vector<float>>> ownRestored() const;
    /// The same with what is read in them and what they are worth. The pictures are squares.
    std::vector<OwnResult> ownResults() const;
    /// The digit that it is; −1 where nobody knows.
    int ownLabel() const;
    /// The picture of the tab Own as it goes in: the user's, or the held-out one that is scribbled on.
    std::vector<float> ownPixels() const;
    /// The clean one that it was; empty for drawn and opened ones.
    std::vector<float> ownClean() const;
    /// As one undoable step, merged as those of edit().
    void setOwn(const OwnPicture& own, const std::string& merges = {});
    int pictureSide() const;

Q_SIGNALS:
    void dataReady();
    void setupChanged();
    void viewChanged();
    /// Pictures are others: strength, models, data or what is looked at.
    void momentChanged();
    void figuresChanged();
    void curvesChanged();
    void stateChanged();
    void ownChanged();
    void remarkChanged();

private:
    using Figures = Newest<FigureKey, MeasuredRows>;

    void adopt(const DenoiseSetup& setup) override;
    void adopt(const OwnPicture& own) override;
    void connectAll();
    void followData();
    void takeData(const DataRequest& request);
    void takeProblem(const DataRequest& request);
    void tellProblem();
    void takeTwins();
    void showTwins();
    void trainMissing();
    void refuseTraining(const Error& error);
    void takePicture(const QString& path, Result<std::vector<float>> pixels);
    DenoiseCase denoiseCase() const;
    void followMoment();
    void wantFigures();
    void wantAllFigures();
    void measure(Figures& figures, int count);
    const MeasuredRows* ofNow(const Figures& figures) const;
    std::vector<float> pixelsOf(int index) const;
    std::shared_ptr<const void> sourceOfCodes() const;

    std::shared_ptr<const LabData> m_data;
    std::shared_ptr<const Pca> m_pca;
    std::shared_ptr<const std::vector<DigitClassifier>> m_classifiers;
    std::optional<Error> m_problem;
    std::optional<Error> m_refusal; ///< of a setup that cannot be trained
    Remark m_remark;
    DenoiseSetup m_setup;
    DenoiseView m_view;
    StrengthTimeline m_timeline;
    bool m_isLookedAt = false;
    Standing m_told = Standing::Waiting; ///< the last that was told
    std::unique_ptr<Twin> m_clean, m_noisy;
    std::unique_ptr<StrengthCurves> m_curves;
    std::optional<DenoiseCase> m_picturesOf;
    double m_picturesStrength = 0;
    DenoisedPictures m_pictures;
    std::optional<Noise> m_blackPixelOf;
    std::optional<BlackPixel> m_blackPixel;
    std::shared_ptr<const void> m_cloudOf; ///< the network or components that the codes are of
    std::shared_ptr<const std::vector<float>> m_cloud;
    QTimer m_soon, m_resting; ///< before training what is missing, and before measuring all pictures
    QTimer m_frame;           ///< the time until the next picture of a training
    Job m_reading;
    std::unique_ptr<Figures> m_some, m_all;
};

} // namespace hg
