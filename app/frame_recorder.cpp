#include "app/frame_recorder.h"

#include "core/io/file.h"

#include <QThread>

#include <algorithm>
#include <cstdio>

namespace hg {
namespace {

constexpr double rest = 0.3e-3; // a pause in which the window could have been painted

double percentile(const std::vector<double>& sorted, double share)
{
    return sorted.empty() ? 0
                          : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

std::string line(const char* format, auto... values)
{
    char text[160];
    std::snprintf(text, sizeof text, format, values...);
    return text;
}

} // namespace

void FrameRecorder::begin()
{
    if (m_depth++ == 0) m_start = m_clock.seconds();
}

void FrameRecorder::end()
{
    if (--m_depth > 0) return;
    const double now = m_clock.seconds();
    if (!m_stretches.empty() && m_start - m_stretches.back().end < rest)
        m_stretches.back().end = now;
    else
        m_stretches.push_back({m_start, now});
}

FrameRecorder::Summary FrameRecorder::summary(double from, double to) const
{
    std::vector<double> lengths;
    for (const Stretch& s : m_stretches)
        if (s.start - m_stretches.front().start >= from && s.start - m_stretches.front().start < to)
            lengths.push_back(1e3 * (s.end - s.start));
    std::sort(lengths.begin(), lengths.end());
    const auto over = std::upper_bound(lengths.begin(), lengths.end(), 50.0);
    return {static_cast<int>(lengths.size()), percentile(lengths, 0.5), percentile(lengths, 0.99),
            lengths.empty() ? 0 : lengths.back(), static_cast<int>(lengths.end() - over)};
}

std::string FrameRecorder::table() const
{
    std::string text = "second,milliseconds\n";
    for (const Stretch& s : m_stretches)
        text += line("%.4f,%.3f\n", s.start - m_stretches.front().start, 1e3 * (s.end - s.start));
    return text;
}

bool RecordedApplication::notify(QObject* receiver, QEvent* event)
{
    if (!m_recorder || QThread::currentThread() != thread()) return QApplication::notify(receiver, event);
    m_recorder->begin();
    const bool isTaken = QApplication::notify(receiver, event);
    m_recorder->end();
    return isTaken;
}

Result<std::string> report(const FrameRecorder& recorder, const std::string& path)
{
    const FrameRecorder::Summary s = recorder.summary();
    const auto written = writeFile(path, recorder.table());
    if (!written) return written.error();
    return line("%d stretches of work: median %.2f ms, 99 %% within %.2f ms, longest %.1f ms, %d over 50 ms",
                s.count, s.median, s.p99, s.longest, s.overFifty);
}

} // namespace hg
