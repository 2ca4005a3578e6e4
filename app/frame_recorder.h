#pragma once

#include "core/util/clock.h"
#include "core/util/result.h"

#include <QApplication>

#include <string>
#include <vector>

namespace hg {

/// How long the window's thread was at work at a stretch: what a user waits for at most. Stretches that
/// follow each other without rest are one, since nothing is shown between them.
class FrameRecorder {
public:
    explicit FrameRecorder(const Clock& clock) : m_clock(clock) {}

    /// Around everything that the thread does; what is inside something else counts once.
    void begin();
    void end();

    struct Summary {
        int count = 0;
        double median = 0, p99 = 0, longest = 0; ///< milliseconds
        int overFifty = 0;                       ///< stretches of more than 50 ms: a user feels them
    };
    /// Of the stretches that began in these seconds of the recording.
    Summary summary(double from = 0, double to = 1e9) const;
    /// CSV: when each began, in seconds, and how many milliseconds it took.
    std::string table() const;

private:
    struct Stretch {
        double start, end;
    };
    const Clock& m_clock;
    std::vector<Stretch> m_stretches;
    double m_start = 0;
    int m_depth = 0;
};

/// An application whose work is recorded, where a recorder is given: it outlives the application.
class RecordedApplication : public QApplication {
public:
    RecordedApplication(int& argc, char** argv, FrameRecorder* recorder)
        : QApplication(argc, argv), m_recorder(recorder)
    {}
    bool notify(QObject* receiver, QEvent* event) override;

private:
    FrameRecorder* m_recorder;
};

/// One line with the summary's numbers, and the table into the file. Errors: those of writing a file.
Result<std::string> report(const FrameRecorder& recorder, const std::string& path);

} // namespace hg
