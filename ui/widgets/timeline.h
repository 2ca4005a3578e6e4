#pragma once

#include "core/util/clock.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace hg {

/// What the transport moves through. `position` runs from 0 to `count`; whole numbers are the stops. It takes
/// its time from an injected clock: the timer only asks for the next look at it, and stands still when
/// nothing moves.
class Timeline : public QObject {
    Q_OBJECT

public:
    explicit Timeline(const Clock& clock, QObject* parent = nullptr);

    virtual int count() const = 0;
    /// "Position 8 of 9"
    virtual QString label() const = 0;
    /// Stops a second at speed 1, around `position`.
    virtual double rate(double position) const = 0;
    /// What the transport offers.
    virtual std::vector<double> speeds() const { return {0.25, 0.5, 1, 2, 4, 8, 16}; }
    /// Where a position stands on the track, 0 … 1: stops need not be equally far apart.
    virtual double shareOf(double position) const { return count() > 0 ? position / count() : 0; }
    /// The position of a place on the track.
    virtual double positionAt(double share) const { return share * count(); }
    /// The part of the track, from its beginning, that a frame sets apart; 0: none.
    virtual double framedShare() const { return 0; }
    /// Whether the end of the track is a "now" that goes on by itself, and is marked.
    virtual bool endsNow() const { return false; }
    /// False while there is nothing to play.
    virtual bool canPlay() const { return count() > 0; }

    double position() const { return m_position; }
    bool isPlaying() const { return m_timer.isActive(); }
    double speed() const { return m_speed; }
    void setSpeed(double speed);
    /// So many stops a second throughout, instead of what the stops deserve.
    void setEvenRate(std::optional<double> stopsASecond) { m_evenRate = stopsASecond; }

public Q_SLOTS:
    void play();
    void pause();
    void togglePlay();
    void seek(double position);
    void toFirst() { jump(0); }
    void toLast() { jump(count()); }
    /// To the stop before or after: from the middle of a position, back goes to its beginning.
    void stepBack();
    void stepForward();

Q_SIGNALS:
    void changed();
    /// Playing began or ended, or the count changed.
    void stateChanged();

protected:
    /// The stops around a position: whole numbers, unless a timeline has finer ones.
    virtual double stopBefore(double position) const;
    virtual double stopAfter(double position) const;
    /// To be called when count() has changed; keeps the position where it is, clamped.
    void countChanged();

private:
    void jump(double position);
    void advance();

    const Clock& m_clock;
    QTimer m_timer;
    double m_position = 0;
    double m_speed = 1;
    double m_lastTime = 0;
    std::optional<double> m_evenRate;
};

} // namespace hg
