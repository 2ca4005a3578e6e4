#pragma once

#include "ui/labs/conv/checker_timeline.h"
#include "ui/labs/conv/tab_model.h"
#include "ui/painters/checker_painter.h"
#include "ui/runs/job.h"

#include <functional>

namespace hg {

/// A piece of the comparison's work, and what it leaves for the next.
struct CheckerPiece {
    std::shared_ptr<const Dataset> data{};         ///< null: to be read
    double ownStrength = 0;                        ///< of the data
    std::shared_ptr<CheckerTraining> training{};   ///< null: begins
    std::shared_ptr<const CheckerMoment> moment{}; ///< where it has come to
    std::optional<Error> problem{};
};

/// The tab Checkerboards without any view of it: three decoders that are trained side by side from stop to
/// stop, a playhead over their past, and the same of two other seeds for comparison. It works while it is in
/// front.
class CheckerModel : public TabModel {
    Q_OBJECT

public:
    enum class Standing { Waiting, Unread, Running, Paused, Trained, Diverged };

    /// `lab` has the texts' language.
    CheckerModel(AppContext& context, LabModel& lab, ConvModel& numbers);
    ~CheckerModel() override;

    /// With the playhead's update.
    CheckerSetup setup() const;
    void open(const CheckerSetup& setup);
    /// Another recipe begins anew, more updates are trained on.
    void change(const std::function<void(CheckerSetup&)>& how);
    void writeTo(ConvView& view) const override { view.checkerboards = setup(); }
    void readFrom(const ConvView& view) override { open(view.checkerboards); }
    bool standsAlone() const override { return true; }
    bool readsInput() const override { return false; }
    CheckerTimeline* timeline() override { return &m_timeline; }

    std::shared_ptr<const CheckerFilm> film() const { return m_film; }
    CheckerLook look() const;
    Standing standing() const;
    /// The update that has been reached.
    int reached() const;
    /// Trains all three from the beginning at the pace, pauses, or goes on.
    void toggleTraining();
    /// Clock time that a whole training is spread over; 0: full speed.
    double paceSeconds() const { return m_paceSeconds; }
    void setPaceSeconds(double seconds);
    /// Size 4 at update 50; nothing until that has been trained.
    std::optional<double> answer() const;

    /// A piece of work is under way, or waits for its time.
    bool isWorking() const { return m_job.isRunning() || m_next.isActive(); }
    /// What could not be read or trained, with a way out.
    Remark remark();
    bool isAtRest() const override;
    bool canExport() const override { return !m_film->moments.empty(); }
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    /// Its own in place of those of the numbers.
    std::vector<ChipContent> withChips(std::vector<ChipContent> numbers) override;
    QString summary() const override;
    const Texts& texts() const { return m_lab.texts(); }

protected:
    void comeToFront() override { goOn(); }

private:
    /// Another seed's, of which only the curve is kept.
    struct Other {
        CheckerRecipe recipe;
        std::shared_ptr<CheckerTraining> training;
        CheckerFilm::Curve curve;
        bool isSpent = false; ///< it has run away
    };

    void adopt(const CheckerSetup& setup);
    void restart();
    void wantOthers();
    void goOn();
    void begin(const CheckerRecipe& recipe, std::shared_ptr<CheckerTraining> training,
               const std::function<void(CheckerPiece)>& take);
    void takeOwn(CheckerPiece piece);
    void takeOther(CheckerPiece piece);
    void delayNext();
    Other* nextOther();
    bool isOwnDone() const;
    void renewFilm();
    void showMoments();

    AppContext& m_context;
    LabModel& m_lab;
    CheckerTimeline m_timeline;
    CheckerSetup m_setup;
    std::optional<int> m_wanted; ///< the playhead's update, until the training has passed it
    bool m_isTaking = false;     ///< a moment: the playhead is not moved by a hand
    std::shared_ptr<const Dataset> m_data;
    double m_ownStrength = 0;
    std::shared_ptr<CheckerTraining> m_training;
    std::vector<std::shared_ptr<const CheckerMoment>> m_moments;
    std::vector<Other> m_others;
    std::shared_ptr<const CheckerFilm> m_film;
    std::optional<Error> m_problem;
    bool m_isPaused = false, m_isPaced = false;
    double m_paceSeconds = 20, m_begun = 0; ///< when the piece under way began
    CheckerRecipe m_running;                ///< of that piece
    QTimer m_next;                          ///< until the next piece
    Job m_job;                              ///< of the piece that is under way
};

} // namespace hg
