#include "ui/export/movie_process.h"

#include <QFile>
#include <QStandardPaths>

namespace hg {
namespace {

constexpr int patience = 60000; // ms without any progress
constexpr int glance = 100;     // ms of waiting between two questions whether to go on
constexpr qint64 mostFramesAhead = 4;

QStringList argumentsFor(QSize size, int framesPerSecond, const QString& target)
{
    const auto words = [](const char* line) { return QString::fromLatin1(line).split(u' '); };
    QStringList arguments =
        words("-hide_banner -loglevel error -y -f rawvideo -pixel_format rgba -video_size");
    arguments << QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
    arguments << QStringLiteral("-framerate") << QString::number(framesPerSecond);
    // yuv420p is what every player shows; the colour matrix is named, as players guess it by the height
    // otherwise.
    arguments << words(
        "-i pipe:0 -an -vf scale=out_color_matrix=bt709:out_range=tv -c:v libx264 -preset medium -crf 20 "
        "-pix_fmt yuv420p -colorspace bt709 -color_primaries bt709 -color_trc bt709 "
        "-movflags +faststart -f mp4");
    return arguments << target;
}

} // namespace

QString MovieProcess::program()
{
    return QStandardPaths::findExecutable(QStringLiteral("ffmpeg"));
}

MovieProcess::MovieProcess(const QString& program, QSize size, int framesPerSecond,
                           std::function<bool()> mayGoOn)
    : m_mayGoOn(std::move(mayGoOn))
{
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.start(program,
                    argumentsFor(size, framesPerSecond, m_folder.filePath(QStringLiteral("movie.mp4"))));
    if (!m_process.waitForStarted(patience)) fail();
}

MovieProcess::~MovieProcess()
{
    if (m_process.state() == QProcess::NotRunning) return;
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool MovieProcess::waitFor(const std::function<bool(int)>& wait)
{
    for (int waited = 0; waited < patience; waited += glance) {
        if (wait(glance)) return true;
        if (m_process.state() == QProcess::NotRunning) return false;
        m_isStopped = m_mayGoOn && !m_mayGoOn();
        if (m_isStopped) return false;
    }
    return false;
}

bool MovieProcess::add(const QImage& picture)
{
    if (!m_problem.empty()) return false;
    const QImage bytes = picture.convertToFormat(QImage::Format_RGBX8888); // the same order on every machine
    const qint64 lineSize = qint64{4} * bytes.width();
    for (int y = 0; y < bytes.height(); ++y)
        if (m_process.write(reinterpret_cast<const char*>(bytes.constScanLine(y)), lineSize) != lineSize)
            return fail();
    while (m_process.bytesToWrite() > mostFramesAhead * lineSize * bytes.height())
        if (!waitFor([this](int ms) { return m_process.waitForBytesWritten(ms); })) return fail();
    return true;
}

bool MovieProcess::finish(QIODevice& device)
{
    if (!m_problem.empty()) return false;
    m_process.closeWriteChannel(); // after what is still to be written
    while (m_process.bytesToWrite() > 0)
        if (!waitFor([this](int ms) { return m_process.waitForBytesWritten(ms); })) break;
    // A program that ended within waitForBytesWritten() has nothing to be waited for.
    if (m_process.state() != QProcess::NotRunning && !m_isStopped)
        waitFor([this](int ms) { return m_process.waitForFinished(ms); });
    if (m_process.state() != QProcess::NotRunning) return fail();
    if (m_process.exitStatus() != QProcess::NormalExit || m_process.exitCode() != 0) return fail();
    return copyTo(device) || fail();
}

bool MovieProcess::copyTo(QIODevice& device)
{
    constexpr qint64 chunk = 1 << 20;
    QFile movie(m_folder.filePath(QStringLiteral("movie.mp4")));
    if (!movie.open(QIODevice::ReadOnly) || movie.size() == 0) return false;
    while (!movie.atEnd()) {
        const QByteArray bytes = movie.read(chunk);
        if (bytes.isEmpty() || device.write(bytes) != bytes.size()) return false;
    }
    return true;
}

bool MovieProcess::fail()
{
    if (!m_process.waitForFinished(0) && m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    // Its last line names the cause; those before it are context.
    const QByteArray said = m_process.readAllStandardError().trimmed();
    m_problem = said.mid(said.lastIndexOf('\n') + 1).toStdString();
    if (m_problem.empty()) m_problem = "ffmpeg";
    return false;
}

} // namespace hg
