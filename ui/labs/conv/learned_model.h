#pragma once

#include "ui/labs/conv/tab_model.h"
#include "ui/labs/conv/update_timeline.h"
#include "ui/painters/learned_painter.h"
#include "ui/runs/newest.h"

#include <functional>
#include <memory>

namespace hg {

/// The lab's filter as one that is learned: the problem that follows from the scene, its run, which is worked
/// out beside the window when somebody asks, and a timeline of its own over the updates.
class LearnedModel : public TabModel {
    Q_OBJECT

public:
    LearnedModel(AppContext& context, ConvModel& numbers);

    /// With the playhead's update.
    LearnSetup setup() const;
    /// The view that a saved state asks for.
    void open(const LearnSetup& setup);
    /// A change of what is learned, and how.
    void change(const std::function<void(LearnSetup&)>& how);
    void want(WantedKind wanted);
    /// At its usual rate.
    void setMethod(DescentMethod method);
    UpdateTimeline* timeline() override { return &m_timeline; }

    /// Why there is nothing to learn.
    std::optional<LearnHindrance> hindrance() const;
    /// The run of the problem, or the last one while that is worked out, or null. Asking begins the work.
    std::shared_ptr<const LearnedRun> run();
    /// That of the problem, where it is there; asks for nothing.
    const LearnedRun* learned() const;
    bool isReady() const { return learned() != nullptr; }
    /// There is a run of the problem, or none is to come.
    bool isAtRest() const override { return isReady() || hindrance(); }
    void writeTo(ConvView& view) const override { view.learn = setup(); }
    void readFrom(const ConvView& view) override { open(view.learn); }
    /// From the first update on, as it was learned.
    void train();
    bool isRevealed() const { return m_isRevealed; }
    void reveal();
    /// The weight whose arithmetic is told; none: the steepest.
    std::optional<int> weight() const { return m_weight; }
    void setWeight(std::optional<int> weight);
    LearnedLook look() const;

    /// Why there is nothing to learn, or that the error flies apart, with a way out.
    Remark remark();
    /// Scene and setup changed as little as possible so that there is something to learn.
    void takeNearest();
    Job& job() { return m_runs.job(); }
    bool canExport() const override { return isReady(); }
    /// Nothing until it has been learned.
    std::optional<Exportable> exportable(const ExportChoice& choice) const override;
    /// What a lecturer changes of it: wanted, method, rate, beginning, which gradient.
    std::vector<ChipContent> chips();
    /// Its own before those of the numbers.
    std::vector<ChipContent> withChips(std::vector<ChipContent> numbers) override;
    QString summary() const override;

    static QStringList wantedNames();
    static QStringList methodNames();

private:
    struct Key {
        FilterTask task;
        std::optional<double> rate;
        bool operator==(const Key&) const = default;
    };
    using Run = std::shared_ptr<const LearnedRun>;

    void follow();
    void rewind();
    void takeRun();
    QString hindranceSentence(LearnHindrance hindrance) const;
    QString hindranceOffer(LearnHindrance hindrance) const;
    ChipContent rateChip();
    Texts texts() const;

    AppContext& m_context;
    UpdateTimeline m_timeline;
    LearnSetup m_setup;
    Key m_key;                        ///< of the problem, where nothing hinders it
    std::optional<double> m_restored; ///< the playhead's, until there is a run to show it in
    std::optional<int> m_weight;
    bool m_isRevealed = false;
    Newest<Key, Run> m_runs;
};

} // namespace hg
