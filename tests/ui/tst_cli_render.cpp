#include <QDir>
#include <QImageReader>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace {

struct Outcome {
    int status = -1;
    QByteArray out, error;
};

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

bool listensToInterrupts(qint64 process)
{
    QFile status(q("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly)) return false;
    for (const QByteArray& line : status.readAll().split('\n'))
        if (line.startsWith("SigCgt:"))
            return line.mid(7).trimmed().toULongLong(nullptr, 16) >> (SIGINT - 1) & 1;
    return false;
}

} // namespace

/// `--render` from outside, as the contract states it.
class TstCliRender : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void drawsTheView();
    void drawsEveryKind_data();
    void drawsEveryKind();
    void picturesHaveTheSizeAskedFor();
    void animationsHaveTheirPace();
    void textsAndColoursAreThoseAskedFor();
    void fails_data();
    void fails();
    void interruptLeavesNoFile_data();
    void interruptLeavesNoFile();

private:
    Outcome run(const QString& arguments) const;
    void write(const char* name, const QByteArray& content) const;
    QByteArray content(const char* name) const;
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir m_folder;
};

void TstCliRender::write(const char* name, const QByteArray& content) const
{
    QFile file(m_folder.filePath(q(name)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

QByteArray TstCliRender::content(const char* name) const
{
    QFile file(m_folder.filePath(q(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Outcome TstCliRender::run(const QString& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.remove(q("QT_QPA_PLATFORM"));
    variables.remove(q("DISPLAY"));
    process.setProcessEnvironment(variables);
    process.start(q(HOURGLASS_PROGRAM), arguments.split(u' '));
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit) return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

void TstCliRender::initTestCase()
{
    write("x.csv", "2,2,3,3,3\n0,1,3,0,3\n2,3,0,1,3\n3,2,1,2,2\n3,0,2,3,0\n");
    write("k.csv", "2,0,1\n1,0,0\n0,1,1\n");
    write("row.csv", "1,2,3,4,5\n");
    write("taps.csv", "1,0,-1\n");
    QByteArray large;
    for (int row = 0; row < 60; ++row)
        large += QByteArray("1,2,3,").repeated(19) + "1,2,3\n";
    write("large.csv", large);
    write("wide.csv", QByteArray("1,").repeated(64) + "1\n");
}

void TstCliRender::cleanup()
{
    for (const QString& name : files())
        if (name.startsWith(q("out"))) QVERIFY(QFile::remove(m_folder.filePath(name)));
}

/// What an example or a state says of how it is looked at.
void TstCliRender::drawsTheView()
{
    QCOMPARE(run(q("conv2d --preset transposed-3-2 --size 1000x600 --render out.svg")).status, 0);
    QVERIFY(content("out.svg").contains("Zero insertion"));
    QCOMPARE(run(q("conv2d --preset padding-strides-transposed --render out2.svg")).status, 0);
    QVERIFY(!content("out2.svg").contains("Zero insertion"));
}

void TstCliRender::drawsEveryKind_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begin");
    const QString plane = q("conv2d --input x.csv --kernel k.csv --stride 2 --padding same"),
                  turned = q("conv2d --input x.csv --kernel k.csv --transposed --stride 2"),
                  line = q("conv1d --input row.csv --kernel taps.csv");
    for (const auto& [name, command] : {std::pair("plane", plane), {"transposed", turned}, {"line", line}}) {
        const auto row = [&](const char* ending, const char* begin) {
            QTest::addRow("%s %s", name, ending) << command << q(ending) << QByteArray(begin);
        };
        row("png", "\x89PNG");
        row("svg", "<?xml");
        row("pdf", "%PDF-");
        row("gif", "GIF89a");
        row("GIF", "GIF89a");
        row("html", "<!DOCTYPE html>");
        if (!QStandardPaths::findExecutable(q("ffmpeg")).isEmpty()) row("mp4", "");
    }
}

void TstCliRender::drawsEveryKind()
{
    QFETCH(QString, command);
    QFETCH(QString, ending);
    QFETCH(QByteArray, begin);
    const Outcome plain = run(command), drawn = run(command + q(" --render out.") + ending);
    QCOMPARE(drawn.status, 0);
    QCOMPARE(drawn.error, QByteArray());
    QCOMPARE(drawn.out, plain.out); // the array is printed as ever
    const QByteArray file = content(qPrintable(q("out.") + ending));
    QVERIFY(file.size() > 1000 && file.startsWith(begin));
}

void TstCliRender::picturesHaveTheSizeAskedFor()
{
    QCOMPARE(run(q("conv2d --input x.csv --kernel k.csv --render out.png")).status, 0);
    QCOMPARE(QImage(m_folder.filePath(q("out.png"))).size(), QSize(960, 600));
    QCOMPARE(run(q("conv2d --input x.csv --kernel k.csv --render out.png --size 1280x720")).status, 0);
    QCOMPARE(QImage(m_folder.filePath(q("out.png"))).size(), QSize(1280, 720));
}

void TstCliRender::animationsHaveTheirPace()
{
    // The first position takes 8 s, the next two 2 s each, the other six 1.2 s each; the end stands for 1.5
    // s.
    QCOMPARE(run(q("conv2d --input x.csv --kernel k.csv --render out.gif --fps 5")).status, 0);
    QImageReader reader(m_folder.filePath(q("out.gif")));
    double seconds = 0, first = 0;
    QImage before;
    while (reader.canRead()) {
        const QImage frame = reader.read();
        if (seconds < 8) first = seconds + reader.nextImageDelay() / 1000.0;
        seconds += reader.nextImageDelay() / 1000.0;
        before = frame;
    }
    QVERIFY(std::abs(seconds - (8 + 2 * 2 + 6 * 1.2 + 1.5)) < 0.11);
    QVERIFY(first >= 8);
}

void TstCliRender::textsAndColoursAreThoseAskedFor()
{
    const QString command = q("conv2d --input x.csv --kernel k.csv --render out.html");
    QCOMPARE(run(command).status, 0);
    const QByteArray english = content("out.html");
    QVERIFY(english.contains(">Input 5 × 5</text>") && english.contains("content=\"light\""));
    QCOMPARE(run(command + q(" --lang el --theme dark")).status, 0);
    const QByteArray greek = content("out.html");
    QVERIFY(greek.contains(q(">Είσοδος 5 × 5</text>").toUtf8()) && greek.contains("content=\"dark\""));
}

void TstCliRender::fails_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char* name, const char* options, int status, const char* error) {
        QTest::newRow(name) << q(options) << status << QByteArray(error) + '\n';
    };
    row("another ending", "--input x.csv --kernel k.csv --render out.webm", 2,
        "hourglass: --render: \"out.webm\" does not end in .png, .svg, .pdf, .gif, .mp4 or .html");
    row("no ending", "--input x.csv --kernel k.csv --render html", 2,
        "hourglass: --render: \"html\" does not end in .png, .svg, .pdf, .gif, .mp4 or .html");
    row("a companion alone", "--input x.csv --kernel k.csv --fps 5", 2,
        "hourglass: --fps: goes with --render only");
    row("a size of one side", "--input x.csv --kernel k.csv --render out.png --size 900", 2,
        "hourglass: --size: \"900\" is not WxH from 320x240 to 4096x4096");
    row("no such folder", "--input x.csv --kernel k.csv --render no/out.html", 1,
        "hourglass: no/out.html: the file cannot be written");
    row("too many cells", "--input wide.csv --kernel taps.csv --render out.html", 1,
        "hourglass: --render: an input of up to 64 cells a side can be drawn, and up to 320 with its padding "
        "or "
        "as an output");
}

void TstCliRender::fails()
{
    QFETCH(QString, options);
    QFETCH(int, status);
    QFETCH(QByteArray, error);
    const QStringList before = files();
    const Outcome outcome = run(q("conv2d ") + options);
    QCOMPARE(outcome.error, error);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(files(), before);
}

void TstCliRender::interruptLeavesNoFile_data()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"gif", "pdf", "html"})
        QTest::newRow(ending) << q(ending);
}

void TstCliRender::interruptLeavesNoFile()
{
    QFETCH(QString, ending);
    const QStringList before = files();
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(q(HOURGLASS_PROGRAM),
                  q("conv2d --input large.csv --kernel k.csv --size 4096x4096 --render out.%1")
                      .arg(ending)
                      .split(u' '));
    QVERIFY(process.waitForStarted());
    // The temporary of an output has no name to wait for, but who is ready to draw listens to Ctrl-C.
    if (!QTest::qWaitFor([&] { return listensToInterrupts(process.processId()); }, 60000))
        QSKIP("this system does not tell which signals a process takes");
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError().count('\n'), 1);
    QCOMPARE(files(), before);
}

QTEST_GUILESS_MAIN(TstCliRender)
#include "tst_cli_render.moc"
