#pragma once

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <string>

class QIODevice;

namespace hg {

/// H.264 by the ffmpeg program, which gets the raw pictures through a pipe: no library of it is linked, no
/// shell is asked.
class MovieProcess {
public:
    /// The program's path, empty where it is not installed.
    static QString program();

    /// Starts the program for pictures of `size`, both sides of which are even.
    MovieProcess(const QString& program, QSize size, int framesPerSecond);
    ~MovieProcess();
    MovieProcess(const MovieProcess&) = delete;
    MovieProcess& operator=(const MovieProcess&) = delete;

    /// Hands a picture over, waiting while the program is behind. False once the program has failed.
    bool add(const QImage& picture);

    /// Waits for the end and copies the movie to `device`. False if the program failed; problem() then says
    /// why.
    bool finish(QIODevice& device);
    const std::string& problem() const { return m_problem; }

private:
    bool fail();
    bool copyTo(QIODevice& device);

    QTemporaryDir m_folder; ///< an MP4 is not written front to back, hence it cannot come through a pipe
    QProcess m_process;
    std::string m_problem;
};

} // namespace hg
