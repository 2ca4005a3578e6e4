#include "ui/runs/sound_player.h"

#include "core/audio/resample.h"

#include <QBuffer>

#ifdef HOURGLASS_HAS_MULTIMEDIA
#include <QAudioDevice>
#include <QAudioSink>
#include <QMediaDevices>
#endif

#include <algorithm>
#include <cmath>

namespace hg {

QByteArray asInt16(const std::vector<float>& samples)
{
    double most = 1;
    for (const float x : samples)
        most = std::max(most, std::abs(double(x)));
    QByteArray bytes(static_cast<qsizetype>(samples.size() * sizeof(qint16)), Qt::Uninitialized);
    auto* out = reinterpret_cast<qint16*>(bytes.data());
    for (const float x : samples)
        *out++ = static_cast<qint16>(std::lround(double(x) / most * 32767));
    return bytes;
}

#ifdef HOURGLASS_HAS_MULTIMEDIA

namespace {

void drop(QtMsgType, const QMessageLogContext&, const QString&) {}

/// Null where there is none. Without a sound server Qt complains of it on standard error at every look,
/// whereas the buttons say it where it is seen.
QAudioDevice outputDevice()
{
    const QtMessageHandler usual = qInstallMessageHandler(drop);
    QAudioDevice device = QMediaDevices::defaultAudioOutput();
    qInstallMessageHandler(usual);
    return device;
}

QAudioFormat formatOf(int rateHz)
{
    QAudioFormat format;
    format.setSampleRate(rateHz);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

/// A rate that the device plays, 48 kHz where it does not say.
int playedRate(const QAudioDevice& device, int rateHz)
{
    if (device.isFormatSupported(formatOf(rateHz))) return rateHz;
    const int preferred = device.preferredFormat().sampleRate();
    return preferred > 0 ? preferred : 48'000;
}

/// At another rate, in two passes where one would be too far.
std::vector<float> converted(std::vector<float> samples, int from, int to)
{
    while (from != to) {
        const int next = std::clamp(to, std::max(1, from / greatestRateRatio), from * greatestRateRatio);
        auto changed = resampled(samples, 1, from, next);
        if (!changed) return samples;
        samples = std::move(*changed);
        from = next;
    }
    return samples;
}

std::vector<float> restOf(const std::vector<float>& samples, double first)
{
    const auto most = static_cast<double>(samples.size());
    return {samples.begin() + static_cast<std::ptrdiff_t>(std::clamp(first, 0.0, most)), samples.end()};
}

} // namespace

SoundPlayer::SoundPlayer(JobYard& yard, QObject* parent) : QObject(parent), m_job(yard) {}

SoundPlayer::~SoundPlayer()
{
    if (m_sink) m_sink->disconnect(this);
}

SoundPlayer::Hindrance SoundPlayer::hindrance() const
{
    return outputDevice().isNull() ? Hindrance::NoDevice : Hindrance::None;
}

void SoundPlayer::play(std::shared_ptr<const std::vector<float>> samples, double rateHz, double fromSecond)
{
    stop();
    if (hindrance() != Hindrance::None) return;
    const int rate = std::max(1, static_cast<int>(std::lround(rateHz))),
              played = playedRate(outputDevice(), rate);
    setPlaying(true);
    m_job.start<Stream>(
        tr("Preparing the sound"),
        [samples, rate, played, rateHz, fromSecond](const Watch&) {
            return Stream{asInt16(converted(restOf(*samples, fromSecond * rateHz), rate, played)), played};
        },
        [this](const Stream& stream) { start(stream); });
}

void SoundPlayer::start(const Stream& stream)
{
    m_buffer = std::make_unique<QBuffer>();
    m_buffer->setData(stream.bytes);
    m_buffer->open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(outputDevice(), formatOf(stream.rateHz));
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::IdleState || state == QAudio::StoppedState) setPlaying(false);
    });
    m_sink->start(m_buffer.get());
}

void SoundPlayer::stop()
{
    m_job.giveUp();
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->stop();
    }
    setPlaying(false);
}

#else

SoundPlayer::SoundPlayer(JobYard& yard, QObject* parent) : QObject(parent), m_job(yard) {}
SoundPlayer::~SoundPlayer() = default;

SoundPlayer::Hindrance SoundPlayer::hindrance() const
{
    return Hindrance::NotBuilt;
}

void SoundPlayer::play(std::shared_ptr<const std::vector<float>>, double, double) {}
void SoundPlayer::stop() {}

#endif

QString SoundPlayer::hindranceSentence() const
{
    switch (hindrance()) {
    case Hindrance::None:
        break;
    case Hindrance::NotBuilt:
        return tr("Nothing can be heard: this program was built without Qt Multimedia.");
    case Hindrance::NoDevice:
        return tr("Nothing can be heard: the computer has no sound device.");
    }
    return {};
}

void SoundPlayer::setPlaying(bool isPlaying)
{
    if (isPlaying == m_isPlaying) return;
    m_isPlaying = isPlaying;
    Q_EMIT playingChanged();
}

} // namespace hg
