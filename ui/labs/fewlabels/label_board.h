#pragma once

#include "ui/labs/fewlabels/label_subject.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

namespace hg {

/// What is to be worked out: rows, and how each is measured.
struct LabelOrder {
    std::vector<LabelSubject> subjects;
    std::shared_ptr<const SampleClasses> classes;
    ReadingSetup reading;
    std::vector<int> counts;
    int draws = 0;

    CurveSetup curve() const { return {.counts = counts, .draws = draws, .seed = reading.seed}; }
    bool operator==(const LabelOrder&) const = default;
};

/// Readers of the rows and their curves, worked out beside the window one row after the other. What is there
/// of a row stays for as long as it is of the same subject.
class LabelBoard : public QObject {
    Q_OBJECT

public:
    LabelBoard(Workers& workers, JobYard& yard);
    ~LabelBoard() override;

    /// Begins what is missing; at no cost where that is there or under way.
    void want(const LabelOrder& order);
    void giveUp();
    /// What was cancelled.
    void goOn();

    /// Null where it is not there yet, or cannot be.
    std::shared_ptr<const LabelReaderParts> reader(const LabelSubject& subject) const;
    /// Of the newest order.
    std::shared_ptr<const AccuracyCurve> curve(const LabelSubject& subject) const;
    const std::optional<Error>& problem(const LabelSubject& subject) const;
    /// Every row of the newest order has its curve or its problem.
    bool isDone() const;
    bool isRunning() const { return m_job.isRunning(); }
    /// Of the newest order, 0 … 1.
    double share() const { return m_job.share(); }
    Job& job() { return m_job; }

Q_SIGNALS:
    void changed();

private:
    struct Entry {
        LabelSubject subject;
        std::shared_ptr<const LabelReaderParts> reader{};
        LabelReading readerOf = LabelReading::Softmax; ///< what the reader was made for
        std::shared_ptr<const AccuracyCurve> curve{};
        std::optional<Error> problem{};
    };
    struct Found; // what the job's thread has found so far
    static void work(const LabelOrder& order, std::vector<Entry> entries, Found& found, Workers& workers,
                     const Watch& watch);
    static Result<void> workOut(const LabelOrder& order, Entry& entry, Found& found, Workers& workers,
                                const Watch& watch);
    const Entry* find(const LabelSubject& subject) const;
    std::vector<Entry> kept(const LabelOrder& order) const;
    void begin();
    void collect();

    Workers& m_workers;
    std::optional<LabelOrder> m_order;
    std::vector<Entry> m_entries; ///< one a row of the order
    std::shared_ptr<Found> m_found;
    QTimer m_clock;
    Job m_job;
};

} // namespace hg
