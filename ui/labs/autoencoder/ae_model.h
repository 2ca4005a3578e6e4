#pragma once

#include "core/lab/lab_state.h"
#include "ui/lab/lab_model.h"
#include "ui/lab/state_edit.h"
#include "ui/runs/run.h"

namespace hg {

/// The lab Autoencoder without any view of it: which network is trained on what and how, the run that does
/// it, and which digit is looked at. The run belongs to the program and goes on when the lab goes.
class AeModel : public LabModel, private StateOwner<AutoencoderSetup> {
    Q_OBJECT

public:
    explicit AeModel(AppContext& context);
    ~AeModel() override;

    LabState state() const override;
    void open(const LabState& state) override;
    Timeline* timeline() override { return &m_run->timeline(); }
    QString summary() const override;
    void tell(const QString& sentence, const QList<Offer>& offers) override;
    void forgetRemark() override { tell({}, {}); }
    /// What could not be done, or what keeps the lab from training.
    Remark remark();

    /// Those of the run, which a setup that waits does not change. Null while they are read.
    const LabData* data() const { return m_run->hasBegun() ? m_run->data().get() : m_data.get(); }
    const std::optional<Error>& problem() const { return m_problem; }
    void load();

    const AutoencoderSetup& setup() const { return m_setup; }
    /// Replaces the setup as one undoable step; those of the same name in a row become one. A new learning
    /// rate reaches the run at once; everything else waits for reset() once training has begun.
    void edit(const AutoencoderSetup& setup, const std::string& merges = {});
    bool isPending() const { return m_isPending; }

    Run& run() { return *m_run; }
    const Snapshot* snapshot() const { return m_run->snapshot(); }
    void toggleTraining();
    void reset();
    void setPace(double seconds);
    double pace() const { return m_view.paceSeconds; }
    /// Which held-out digit is in the network.
    int digit() const { return m_view.digit; }
    void chooseDigit(int index);
    /// Those of a held-out digit; there are data.
    std::vector<float> pixelsOf(int index) const;
    /// Angles to PCA's plane, largest first; empty for networks that bend.
    std::vector<double> angles(const RunMoment& moment) const;

Q_SIGNALS:
    void dataReady();
    void setupChanged();
    void momentChanged();
    void stateChanged();
    void digitChanged();
    void remarkChanged();

private:
    void adopt(const AutoencoderSetup& setup) override;
    void takeRun();
    void followData();
    void takeData(const std::string& source);
    void takeProblem(const std::string& source);
    void startRun();
    void showData();
    bool mayReplace() const;
    void seekOpened();

    std::shared_ptr<const LabData> m_data; ///< that the setup names; null while they are read
    std::optional<Error> m_problem;
    Remark m_remark;
    AutoencoderSetup m_setup;
    AutoencoderView m_view;
    bool m_isPending = false;
    std::shared_ptr<Run> m_run;
};

} // namespace hg
