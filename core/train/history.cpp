#include "core/train/history.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_set>

namespace hg {
namespace {

constexpr int firstOnes = 100;
constexpr double infinity = std::numeric_limits<double>::infinity();

double place(const HistoryPoint& point)
{
    return std::log1p(point.update);
}

/// Fresh memories take no room, and are all that a turn to another kind of optimiser has.
bool hasMemory(const HistoryPoint& point)
{
    return point.optimizer && !point.optimizer->first.empty();
}

template <class Number>
std::size_t bytesIn(const std::vector<Number>& numbers)
{
    return numbers.size() * sizeof(Number);
}

/// Among the points that have what may be dropped, the one whose two neighbours of that sort are closest
/// together; nothing where none may go.
template <class Has, class MayGo>
std::optional<std::size_t> densest(std::span<const HistoryPoint> points, const Has& has, const MayGo& mayGo)
{
    std::vector<std::size_t> sort;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (has(points[i])) sort.push_back(i);
    std::optional<std::size_t> found;
    double least = infinity;
    for (std::size_t j = 0; j < sort.size(); ++j) {
        const std::size_t i = sort[j];
        if (i == 0 || i + 1 == points.size() || points[i].isTurn || !mayGo(points[i])) continue;
        const double before = j > 0 ? place(points[sort[j - 1]]) : 0;
        const double after = j + 1 < sort.size() ? place(points[sort[j + 1]]) : place(points.back());
        if (after - before >= least) continue;
        least = after - before;
        found = i;
    }
    return found;
}

/// False when nothing more may go.
bool dropOne(std::vector<HistoryPoint>& points)
{
    const auto isAny = [](const HistoryPoint&) { return true; };
    const auto isRound = [](const HistoryPoint& p) { return isRoundUpdate(p.update); };
    const auto isOrdinary = [&](const HistoryPoint& p) { return !isRound(p); };
    const auto forget = [&](std::size_t i) { points[i].optimizer.reset(); };
    const auto erase = [&](std::size_t i) { points.erase(points.begin() + static_cast<std::ptrdiff_t>(i)); };
    if (const auto i = densest(points, hasMemory, isOrdinary))
        forget(*i);
    else if (const auto j = densest(points, isAny, isOrdinary))
        erase(*j);
    else if (const auto k = densest(points, hasMemory, isRound))
        forget(*k);
    else if (const auto l = densest(points, isAny, isRound))
        erase(*l);
    else
        return false;
    return true;
}

bool lacks(const HistoryPoint& point, MissingPiece::Kind kind)
{
    return kind == MissingPiece::Kind::Codes ? !point.codes : !point.testError;
}

std::optional<MissingPiece> furthestMissing(std::span<const HistoryPoint> points, MissingPiece::Kind kind)
{
    if (points.empty()) return std::nullopt;
    if (lacks(points.back(), kind)) return MissingPiece{points.size() - 1, kind};
    std::vector<double> distances(points.size(), infinity); // to what is measured before, then to either
    double last = -infinity;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (!lacks(points[i], kind)) last = place(points[i]);
        distances[i] = place(points[i]) - last;
    }
    std::optional<MissingPiece> found;
    double greatest = -1, next = infinity;
    for (std::size_t i = points.size(); i-- > 0;) {
        if (!lacks(points[i], kind)) {
            next = place(points[i]);
            continue;
        }
        const double distance = std::min(distances[i], next - place(points[i]));
        if (distance <= greatest) continue;
        greatest = distance;
        found = MissingPiece{i, kind};
    }
    return found;
}

} // namespace

void LossLog::add(LossPoint point)
{
    m_open.push_back(point);
    ++m_size;
    if (m_open.size() < chunkSize) return;
    m_chunks.push_back(std::make_shared<const std::vector<LossPoint>>(std::move(m_open)));
    m_open.clear();
}

LossLog LossLog::upTo(int update) const
{
    LossLog part;
    const auto addSome = [&](const std::vector<LossPoint>& points) {
        for (const LossPoint& point : points)
            if (point.update <= update) part.add(point);
    };
    for (const auto& chunk : m_chunks) {
        if (chunk->back().update > update) {
            addSome(*chunk);
            return part;
        }
        part.m_chunks.push_back(chunk);
        part.m_size += chunk->size();
    }
    addSome(m_open);
    return part;
}

std::optional<double> curveError(const HistoryPoint& point)
{
    return point.testError ? point.testError : point.roughError;
}

std::optional<double> lastTestError(const std::vector<HistoryPoint>& history, std::size_t count)
{
    for (std::size_t i = std::min(count, history.size()); i-- > 0;)
        if (history[i].testError) return history[i].testError;
    return std::nullopt;
}

bool isRoundUpdate(int update)
{
    while (update > 0 && update % 10 == 0)
        update /= 10;
    return update == 0 || update == 1 || update == 2 || update == 5;
}

bool isHistoryUpdate(int update, int total)
{
    if (update <= firstOnes || update >= total || isRoundUpdate(update)) return true;
    // Twenty a decade: an update is kept when it is the first beyond the next power of 10^(1/20).
    const auto rank = [](int u) { return std::floor(20 * std::log10(static_cast<double>(u))); };
    return rank(update) != rank(update - 1);
}

std::size_t bytesOf(std::span<const HistoryPoint> points)
{
    std::unordered_set<const void*> seen;
    std::size_t bytes = 0;
    const auto count = [&](const auto& shared, auto size) {
        if (shared && seen.insert(shared.get()).second) bytes += size(*shared);
    };
    for (const HistoryPoint& p : points) {
        count(p.model, [](const Model& m) { return bytesIn(m.parameters) + bytesIn(m.mean); });
        count(p.optimizer, [](const OptimizerState& s) { return bytesIn(s.first) + bytesIn(s.second); });
        count(p.codes, [](const std::vector<float>& codes) { return bytesIn(codes); });
    }
    return bytes;
}

void thinOut(std::vector<HistoryPoint>& points, std::size_t budget)
{
    while (bytesOf(points) > budget && dropOne(points)) {
    }
}

std::optional<MissingPiece> nextMissing(std::span<const HistoryPoint> points, bool wantsErrors)
{
    if (wantsErrors)
        if (const auto piece = furthestMissing(points, MissingPiece::Kind::TestError)) return piece;
    return furthestMissing(points, MissingPiece::Kind::Codes);
}

const Recipe& recipeAt(std::span<const RecipePart> parts, int update)
{
    std::size_t i = parts.size() - 1;
    while (i > 0 && parts[i].from > update)
        --i;
    return parts[i].recipe;
}

void addRateChange(std::vector<RunEvent>& events, int update, double from, double to)
{
    const auto same = std::find_if(events.begin(), events.end(), [update](const RunEvent& e) {
        return e.update == update && e.kind == RunEvent::Kind::LearningRate;
    });
    if (same == events.end()) {
        if (from != to) events.push_back({update, RunEvent::Kind::LearningRate, from, to});
        return;
    }
    same->to = to;
    if (same->from == to) events.erase(same);
}

} // namespace hg
