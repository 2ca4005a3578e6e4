#pragma once

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <string>

class QIODevice;

namespace hg {

/// H.264 by the ffmpeg program, which gets the raw pictures through a pipe: no library of it is linked, no
/// shell is asked.
class MovieProcess {
public:
    /// The program's path, empty where it is not installed.
    static QString program();

    /// Starts the program for pictures of `size`, both sides of which are even. `mayGoOn` is asked a few
    /// times a second while the program lets wait.
    MovieProcess(const QString& program, QSize size, int framesPerSecond, std::function<bool()> mayGoOn);
    ~MovieProcess();
    MovieProcess(const MovieProcess&) = delete;
    MovieProcess& operator=(const MovieProcess&) = delete;

    /// Hands a picture over, waiting while the program is behind. False once the program has failed or was
    /// stopped.
    bool add(const QImage& picture);

    /// Waits for the end and copies the movie to `device`. False if the program failed; problem() then says
    /// why.
    bool finish(QIODevice& device);
    const std::string& problem() const { return m_problem; }
    bool isStopped() const { return m_isStopped; }

private:
    /// Repeats `wait`, which takes a time in ms, until it is done; false if that takes too long, the program
    /// ends meanwhile, or one may not go on.
    bool waitFor(const std::function<bool(int)>& wait);
    bool fail();
    bool copyTo(QIODevice& device);

    QTemporaryDir m_folder; ///< an MP4 is not written front to back, hence it cannot come through a pipe
    QProcess m_process;
    std::function<bool()> m_mayGoOn;
    std::string m_problem;
    bool m_isStopped = false;
};

} // namespace hg
