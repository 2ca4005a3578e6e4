#pragma once

#include "ui/runs/job.h"

#include <QByteArray>
#include <QObject>

#include <memory>
#include <vector>

class QAudioSink;
class QBuffer;

namespace hg {

/// Plays samples through the system's sound device, where the program was built with Qt Multimedia and there
/// is one. The rate is the sound's own; a device that does not have it gets the sound resampled.
class SoundPlayer : public QObject {
    Q_OBJECT

public:
    enum class Hindrance { None, NotBuilt, NoDevice };

    explicit SoundPlayer(JobYard& yard, QObject* parent = nullptr);
    ~SoundPlayer() override;

    /// Why nothing can be heard. Asks the system each time.
    Hindrance hindrance() const;
    /// The same as a sentence; empty where a sound can be heard.
    QString hindranceSentence() const;
    /// From that second on; what plays stops. Samples beyond −1 … 1 make the whole quieter.
    void play(std::shared_ptr<const std::vector<float>> samples, double rateHz, double fromSecond = 0);
    void stop();
    bool isPlaying() const { return m_isPlaying; }

Q_SIGNALS:
    void playingChanged();

private:
    struct Stream {
        QByteArray bytes; ///< 16 bits a sample
        int rateHz = 0;
    };
    void start(const Stream& stream);
    void setPlaying(bool isPlaying);

    std::unique_ptr<QBuffer> m_buffer;
#ifdef HOURGLASS_HAS_MULTIMEDIA
    std::unique_ptr<QAudioSink> m_sink;
#endif
    Job m_job;
    bool m_isPlaying = false;
};

/// 16-bit samples, the whole scaled down where it would be clipped.
QByteArray asInt16(const std::vector<float>& samples);

} // namespace hg
