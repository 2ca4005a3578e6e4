#include "ui/labs/fewlabels/label_board.h"

#include <algorithm>
#include <mutex>

namespace hg {
namespace {

constexpr int collectsEvery = 100; // milliseconds

} // namespace

struct LabelBoard::Found {
    std::mutex mutex;
    std::vector<Entry> entries; ///< newer than what the owner has

    void take(const Entry& entry)
    {
        const std::scoped_lock lock(mutex);
        entries.push_back(entry);
    }
};

LabelBoard::LabelBoard(Workers& workers, JobYard& yard) : m_workers(workers), m_job(yard)
{
    m_clock.setInterval(collectsEvery);
    connect(&m_clock, &QTimer::timeout, this, &LabelBoard::collect);
    connect(&m_job, &Job::cancelled, this, &LabelBoard::collect);
}

LabelBoard::~LabelBoard() = default;

void LabelBoard::giveUp()
{
    m_job.giveUp();
    m_clock.stop();
    collect();
    m_found.reset();
}

/// What is there of the order's rows: their readers, and their curves where those are of the same draws.
std::vector<LabelBoard::Entry> LabelBoard::kept(const LabelOrder& order) const
{
    const bool areSameCurves = m_order && m_order->classes == order.classes &&
                               m_order->reading == order.reading && m_order->counts == order.counts &&
                               m_order->draws == order.draws;
    std::vector<Entry> all;
    for (const LabelSubject& subject : order.subjects) {
        const Entry* before = find(subject);
        Entry entry = before ? *before : Entry{subject};
        entry.problem.reset();
        if (!areSameCurves) entry.curve.reset();
        if (entry.readerOf != order.reading.reading &&
            (order.reading.reading == LabelReading::Spreading || entry.readerOf == LabelReading::Spreading))
            entry.reader.reset();
        if (entry.reader && entry.reader->classes != order.classes) entry.reader.reset();
        all.push_back(std::move(entry));
    }
    return all;
}

void LabelBoard::want(const LabelOrder& order)
{
    if (m_order && *m_order == order) return;
    giveUp();
    m_entries = kept(order);
    m_order = order;
    begin();
}

void LabelBoard::goOn()
{
    if (m_order && !m_job.isRunning()) begin();
}

void LabelBoard::begin()
{
    if (isDone()) return Q_EMIT changed();
    m_found = std::make_shared<Found>();
    m_job.start<bool>(
        tr("Measuring what few labels give"),
        [order = *m_order, entries = m_entries, found = m_found, &workers = m_workers](const Watch& watch) {
            work(order, entries, *found, workers, watch);
            return true;
        },
        [this](bool) { collect(); });
    m_clock.start();
    Q_EMIT changed();
}

void LabelBoard::work(const LabelOrder& order, std::vector<Entry> entries, Found& found, Workers& workers,
                      const Watch& watch)
{
    const double all = static_cast<double>(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double done = static_cast<double>(i);
        const auto part = partOf(watch, done / all, (done + 1) / all);
        const auto made = workOut(order, entries[i], found, workers, part);
        if (!made && made.error().code == ErrorCode::Cancelled) return;
        if (!made) entries[i].problem = made.error();
        found.take(entries[i]);
    }
}

Result<void> LabelBoard::workOut(const LabelOrder& order, Entry& entry, Found& found, Workers& workers,
                                 const Watch& watch)
{
    const LabelReading reading = order.reading.reading;
    if (!entry.reader) {
        auto reader = makeReader(entry.subject, order.classes, reading, workers, partOf(watch, 0, 0.5));
        if (!reader) return reader.error();
        entry.reader = std::make_shared<const LabelReaderParts>(std::move(*reader));
        entry.readerOf = reading;
        found.take(entry);
    }
    if (entry.curve) return {};
    auto curve = curveBy(*entry.reader, order.curve(), reading, workers, partOf(watch, 0.5, 1));
    if (!curve) return curve.error();
    entry.curve = std::make_shared<const AccuracyCurve>(std::move(*curve));
    return {};
}

void LabelBoard::collect()
{
    if (!m_found) return;
    {
        const std::scoped_lock lock(m_found->mutex);
        for (Entry& found : m_found->entries)
            for (Entry& entry : m_entries)
                if (entry.subject == found.subject) entry = std::move(found);
        m_found->entries.clear();
    }
    if (!m_job.isRunning()) m_clock.stop();
    Q_EMIT changed();
}

const LabelBoard::Entry* LabelBoard::find(const LabelSubject& subject) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const Entry& entry) { return entry.subject == subject; });
    return it == m_entries.end() ? nullptr : &*it;
}

std::shared_ptr<const LabelReaderParts> LabelBoard::reader(const LabelSubject& subject) const
{
    const Entry* entry = find(subject);
    return entry ? entry->reader : nullptr;
}

std::shared_ptr<const AccuracyCurve> LabelBoard::curve(const LabelSubject& subject) const
{
    const Entry* entry = find(subject);
    return entry ? entry->curve : nullptr;
}

const std::optional<Error>& LabelBoard::problem(const LabelSubject& subject) const
{
    static const std::optional<Error> none;
    const Entry* entry = find(subject);
    return entry ? entry->problem : none;
}

bool LabelBoard::isDone() const
{
    return std::all_of(m_entries.begin(), m_entries.end(),
                       [](const Entry& entry) { return entry.curve || entry.problem; });
}

} // namespace hg
