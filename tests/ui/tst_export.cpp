#include "tests/support/exported.h"
#include "ui/export/animation_file.h"
#include "ui/export/exporter.h"
#include "ui/export/gif_writer.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>
#include <QProcess>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>
#include <numeric>
#include <set>

using namespace hg;
using namespace hg::test;

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// A red window that wanders over a grid of grey cells, with its number: what the program's animations look
/// like.
void paintWindow(QPainter& painter, int frame)
{
    for (int y = 0; y < 6; ++y)
        for (int x = 0; x < 9; ++x)
            painter.fillRect(10 * x + 1, 10 * y + 1, 9, 9, QColor(40 * (y % 6), 40 * (y % 6), 25 * x));
    painter.setPen(QPen(Qt::red, 2));
    painter.drawRect(10 * (frame % 8), 10 * (frame / 8 % 5), 20, 20);
}

/// More colours than a GIF has, all different from frame to frame, and a small mark in a colour far from
/// theirs.
void paintGradient(QPainter& painter, int frame)
{
    for (int y = 0; y < 60; ++y)
        for (int x = 0; x < 90; ++x)
            painter.fillRect(x, y, 1, 1, QColor(2 * x, 4 * y, 10 * (frame % 20)));
    painter.fillRect(40, 30, 3, 3, QColor(255, 0, 255));
}

/// Three stops with a slow beginning; notes the times that are asked for.
Exportable drawing(std::set<double>* painted = nullptr)
{
    Exportable exportable;
    exportable.title = q("Window");
    exportable.size = QSize(91, 61);
    exportable.ground = Qt::white;
    exportable.seconds = {4, 1, 2};
    exportable.paint = [painted](QPainter& painter, double t) {
        if (painted) painted->insert(t);
        paintWindow(painter, static_cast<int>(std::lround(4 * t)));
    };
    return exportable;
}

Animation windowAnimation(int frames, int rate = 10)
{
    return {QSize(91, 61), frames, rate, Qt::white, paintWindow};
}

/// What `animation` paints, painted here.
QImage expectedFrame(const Animation& animation, int frame, QImage::Format format = QImage::Format_RGB32)
{
    QImage picture(animation.size, format);
    picture.fill(animation.ground.isValid() ? animation.ground : QColor(Qt::transparent));
    QPainter painter(&picture);
    animation.paint(painter, frame);
    return picture;
}

double meanDifference(const QImage& left, const QImage& right)
{
    double sum = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x) {
            const QColor a = left.pixelColor(x, y), b = right.pixelColor(x, y);
            sum +=
                std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
        }
    return sum / (3.0 * left.width() * left.height());
}

int largestDifference(const QImage& left, const QImage& right)
{
    if (left.size() != right.size()) return 256;
    int largest = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x) {
            const QColor a = left.pixelColor(x, y), b = right.pixelColor(x, y);
            for (const int difference :
                 {a.red() - b.red(), a.green() - b.green(), a.blue() - b.blue(), a.alpha() - b.alpha()})
                largest = std::max(largest, std::abs(difference));
        }
    return largest;
}

struct Decoded {
    QList<QImage> frames;
    QList<int> delays; ///< ms
    int loops = 0;
};

Decoded decode(const QString& path)
{
    QImageReader reader(path);
    Decoded decoded;
    while (reader.canRead()) {
        const QImage frame = reader.read();
        if (frame.isNull()) break;
        decoded.frames << frame.convertToFormat(QImage::Format_RGB32);
        decoded.delays << reader.nextImageDelay();
    }
    decoded.loops = reader.loopCount();
    return decoded;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool makeFile(const QString& path, const QByteArray& content, bool isProgram = false)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) return false;
    return !isProgram || file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// A disk that is full after so many bytes.
class FullDevice : public QIODevice {
public:
    explicit FullDevice(qint64 room) : m_room(room) { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override
    {
        if (size > m_room) return -1;
        m_room -= size;
        return size;
    }

private:
    qint64 m_room;
};

/// Sets PATH for as long as it lives.
class ProgramsIn {
public:
    explicit ProgramsIn(const QByteArray& path) : m_before(qgetenv("PATH")) { qputenv("PATH", path); }
    ~ProgramsIn() { qputenv("PATH", m_before); }
    ProgramsIn(const ProgramsIn&) = delete;
    ProgramsIn& operator=(const ProgramsIn&) = delete;

private:
    QByteArray m_before;
};

} // namespace

class TstExport : public QObject {
    Q_OBJECT

private slots:
    void init();

    void gifShowsWhatWasPainted_data();
    void gifShowsWhatWasPainted();
    void gifComesNearTooManyColours();
    void gifDelays_data();
    void gifDelays();
    void gifProlongsWhatDoesNotChange();
    void gifStoresOnlyWhatChanged();
    void gifBytesAreTheSame();
    void gifPaintsLongAnimationsOnceMore();
    void gifCountsColoursInBounds();
    void gifNoticesAFullDisk();
    void gifIsReadableByOthersAsUsual();

    void pngIsTheLastFrame_data();
    void pngIsTheLastFrame();
    void svgIsTheLastFrameInPixels();
    void pdfHasAPageAFrame();

    void movieGetsEveryPicture_data();
    void movieGetsEveryPicture();
    void movieThatFailsLeavesNothing_data();
    void movieThatFailsLeavesNothing();
    void movieByFfmpeg();
    void movieWithoutFfmpeg();

    void refusesUnknownEndings_data();
    void refusesUnknownEndings();
    void refusesImpossibleAnimations_data();
    void refusesImpossibleAnimations();
    void reportsUnwritablePlaces_data();
    void reportsUnwritablePlaces();

    void timeFollowsThePace_data();
    void timeFollowsThePace();
    void exportsMomentsOfItsKind_data();
    void exportsMomentsOfItsKind();
    void stillsShowTheMomentAskedFor();
    void cancelledLeavesNothing_data();
    void cancelledLeavesNothing();

private:
    QString path(const char* name) const { return m_folder->filePath(q(name)); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    bool write(const char* name, const Animation& animation) const
    {
        return writeAnimation(path(name), animation).isOk();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstExport::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TstExport::gifShowsWhatWasPainted_data()
{
    QTest::addColumn<Animation>("animation");
    QTest::newRow("1 frame") << windowAnimation(1);
    QTest::newRow("2 frames") << windowAnimation(2);
    QTest::newRow("40 frames") << windowAnimation(40);
    QTest::newRow("2 colours") << Animation{QSize(7, 3), 5, 10, Qt::black,
                                            [](QPainter& p, int i) { p.fillRect(i, 1, 1, 1, Qt::white); }};
    QTest::newRow("1 pixel") << Animation{QSize(1, 1), 3, 10, Qt::white, [](QPainter& p, int i) {
                                              p.fillRect(0, 0, 1, 1, QColor(i * 100, 0, 0));
                                          }};
    QTest::newRow("no ground") << Animation{QSize(20, 20), 2, 10, QColor(),
                                            [](QPainter& p, int i) { p.fillRect(0, i, 9, 9, Qt::blue); }};
}

void TstExport::gifShowsWhatWasPainted()
{
    QFETCH(Animation, animation);
    QVERIFY(write("a.gif", animation));
    const Decoded decoded = decode(path("a.gif"));
    QCOMPARE(decoded.frames.size(), animation.frames);
    QCOMPARE(decoded.loops, -1); // for ever
    if (!animation.ground.isValid()) animation.ground = Qt::white;
    for (int i = 0; i < animation.frames; ++i)
        QCOMPARE(largestDifference(decoded.frames[i], expectedFrame(animation, i)), 0);
}

void TstExport::gifComesNearTooManyColours()
{
    // 108000 colours fill a box of 178 × 236 × 190. Cubes of a 255th of it have sides of 31.5, and colours
    // rounded to their middles would be off by a quarter of that on average; a channel may be off by twice
    // that, and single pixels by twice a side.
    const Animation animation{QSize(90, 60), 20, 10, Qt::white, paintGradient};
    QVERIFY(write("a.gif", animation));
    const Decoded decoded = decode(path("a.gif"));
    QCOMPARE(decoded.frames.size(), 20);
    for (int i = 0; i < 20; ++i) {
        const QImage expected = expectedFrame(animation, i);
        const double mean = meanDifference(decoded.frames[i], expected);
        QVERIFY2(mean < 31.5 / 2, qPrintable(q("frame %1: %2").arg(i).arg(mean)));
        QVERIFY(largestDifference(decoded.frames[i], expected) < 63);
        QCOMPARE(decoded.frames[i].pixelColor(41, 31), QColor(255, 0, 255)); // the small mark
    }
}

void TstExport::gifDelays_data()
{
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("rate");
    QTest::addColumn<int>("shown");
    QTest::newRow("1 frame") << 1 << 10 << 1;
    QTest::newRow("1 a second") << 4 << 1 << 4;
    QTest::newRow("10 a second") << 12 << 10 << 12;
    QTest::newRow("24 a second") << 40 << 24 << 40;
    QTest::newRow("30 a second") << 31 << 30 << 31;
    QTest::newRow("50 a second") << 30 << 50 << 30;
    QTest::newRow("100 a second, half of them, and the last") << 30 << 100 << 15;
    QTest::newRow("1000 a second") << 40 << 1000 << 3;
}

void TstExport::gifDelays()
{
    QFETCH(int, frames);
    QFETCH(int, rate);
    QFETCH(int, shown);
    const Animation animation = windowAnimation(frames, rate);
    QVERIFY(write("a.gif", animation));
    const Decoded decoded = decode(path("a.gif"));
    QCOMPARE(decoded.delays.size(), shown);
    QCOMPARE(decoded.delays.last(), 1500);
    double time = 0;
    for (int i = 0; i + 1 < shown; ++i) {
        QVERIFY(decoded.delays[i] >= 20);
        time += decoded.delays[i];
        if (shown == frames)
            QVERIFY(std::abs(time - 1000.0 * (i + 1) / rate) <=
                    5.0 + 1e-9); // never more than half a unit off
    }
    QVERIFY(std::abs(time - 1000.0 * (frames - 1) / rate) <= 20.0);
    QCOMPARE(largestDifference(decoded.frames.last(), expectedFrame(animation, frames - 1)), 0);
}

void TstExport::gifProlongsWhatDoesNotChange()
{
    Animation animation = windowAnimation(9);
    animation.paint = [](QPainter& painter, int frame) { paintWindow(painter, frame / 3); };
    QVERIFY(write("a.gif", animation));
    const Decoded decoded = decode(path("a.gif"));
    QCOMPARE(decoded.delays, QList<int>({300, 300, 200 + 1500}));
    for (int i = 0; i < 3; ++i)
        QCOMPARE(largestDifference(decoded.frames[i], expectedFrame(animation, 3 * i)), 0);

    // Longer than one delay can be: 1000 s.
    animation = windowAnimation(1000, 1);
    animation.paint = [](QPainter& painter, int) { paintWindow(painter, 0); };
    QVERIFY(write("b.gif", animation));
    const Decoded still = decode(path("b.gif"));
    QCOMPARE(still.frames.size(), 2);
    QCOMPARE(std::accumulate(still.delays.begin(), still.delays.end(), 0), 999000 + 1500);
    QCOMPARE(largestDifference(still.frames[1], expectedFrame(animation, 0)), 0);
}

void TstExport::gifStoresOnlyWhatChanged()
{
    const auto paint = [](QPainter& painter, int frame) {
        for (int y = 0; y < 60; ++y)
            for (int x = 0; x < 90; ++x)
                painter.fillRect(x, y, 1, 1, QColor((x * 37 + y * 91) % 16 * 16, (x * y) % 10 * 20, 0));
        painter.fillRect(frame, frame, 5, 5, Qt::blue);
    };
    Animation animation{QSize(90, 60), 1, 10, Qt::white, paint};
    QVERIFY(write("one.gif", animation));
    animation.frames = 20;
    QVERIFY(write("twenty.gif", animation));
    const auto one = QFileInfo(path("one.gif")).size(), twenty = QFileInfo(path("twenty.gif")).size();
    QVERIFY2(twenty < 2 * one, qPrintable(q("%1 bytes, one frame alone takes %2").arg(twenty).arg(one)));
    const Decoded decoded = decode(path("twenty.gif"));
    QCOMPARE(decoded.frames.size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(largestDifference(decoded.frames[i], expectedFrame(animation, i)), 0);
}

void TstExport::gifBytesAreTheSame()
{
    for (const Animation& animation :
         {windowAnimation(12), Animation{QSize(90, 60), 8, 10, Qt::white, paintGradient}}) {
        QVERIFY(write("a.gif", animation));
        QVERIFY(write("b.gif", animation));
        QVERIFY(!contentOf(path("a.gif")).isEmpty());
        QCOMPARE(contentOf(path("a.gif")), contentOf(path("b.gif")));
    }
}

void TstExport::gifPaintsLongAnimationsOnceMore()
{
    int painted = 0;
    Animation animation = windowAnimation(3000);
    animation.paint = [&painted](QPainter& painter, int frame) { ++painted, paintWindow(painter, frame); };
    QVERIFY(write("a.gif", animation));
    QVERIFY(painted >= 3000 + 2 && painted <= 3000 + 32);
    const Decoded decoded = decode(path("a.gif"));
    QCOMPARE(decoded.frames.size(), 3000);
    QCOMPARE(largestDifference(decoded.frames.last(), expectedFrame(animation, 2999)), 0);
}

void TstExport::gifCountsColoursInBounds()
{
    // 131072 colours once each, and half of the picture white: counting must stay bounded, white must stay
    // white.
    QImage noise(512, 512, QImage::Format_RGB32);
    noise.fill(Qt::white);
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 512; ++x)
            noise.setPixel(x, y, qRgb(x / 2, y, x % 2 * 255));
    ColourCount colours;
    colours.add(noise);
    const std::vector<QRgb> palette = colours.palette(255);
    QCOMPARE(palette.size(), std::size_t{255});
    QCOMPARE(palette.front(), qRgb(255, 255, 255));
    NearestColour nearest(palette);
    QImage found = noise;
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 512; ++x)
            found.setPixel(x, y, palette[nearest(noise.pixel(x, y))]);
    const double mean = meanDifference(found, noise);
    QVERIFY2(mean < 3,
             qPrintable(QString::number(mean))); // a plain choice of the most popular is off by tens
}

void TstExport::gifNoticesAFullDisk()
{
    const Animation animation = windowAnimation(2);
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const auto encode = [&animation](QIODevice& device) {
        ColourCount colours;
        for (int i = 0; i < 2; ++i)
            colours.add(expectedFrame(animation, i));
        GifWriter writer(device, animation.size, colours.palette(255));
        for (int i = 0; i < 2; ++i)
            writer.add(expectedFrame(animation, i), 10);
        return writer.finish() ? std::string() : writer.problem();
    };
    QCOMPARE(encode(buffer), std::string());
    for (qint64 room = 0; room < buffer.size(); room += room < 40 ? 1 : 37) {
        FullDevice full(room);
        QVERIFY2(!encode(full).empty(), qPrintable(QString::number(room)));
    }
    FullDevice allButTheEnd(buffer.size() - 1);
    QVERIFY(!encode(allButTheEnd).empty());
    FullDevice enough(buffer.size());
    QCOMPARE(encode(enough), std::string());
}

void TstExport::gifIsReadableByOthersAsUsual()
{
    QVERIFY(write("a.gif", windowAnimation(2)));
    QVERIFY(makeFile(path("usual"), "x"));
    QCOMPARE(QFile::permissions(path("a.gif")), QFile::permissions(path("usual")));
}

void TstExport::pngIsTheLastFrame_data()
{
    QTest::addColumn<QColor>("ground");
    QTest::newRow("white") << QColor(Qt::white);
    QTest::newRow("half transparent") << QColor(255, 0, 0, 128);
    QTest::newRow("none") << QColor();
}

void TstExport::pngIsTheLastFrame()
{
    QFETCH(QColor, ground);
    Animation animation = windowAnimation(7);
    animation.ground = ground;
    QVERIFY(write("a.png", animation));
    const QImage picture(path("a.png"));
    QCOMPARE(largestDifference(picture, expectedFrame(animation, 6, QImage::Format_ARGB32_Premultiplied)), 0);
    QVERIFY(largestDifference(picture, expectedFrame(animation, 5, QImage::Format_ARGB32_Premultiplied)) > 0);
    QCOMPARE(qAlpha(picture.pixel(90, 60)), ground.isValid() ? ground.alpha() : 0);
}

void TstExport::svgIsTheLastFrameInPixels()
{
    Animation animation{QSize(120, 80), 3, 10, Qt::white, {}};
    animation.paint = [](QPainter& painter, int frame) {
        painter.fillRect(40 * frame, 0, 40, 40, Qt::red);
        painter.drawText(10, 70, q("λ = ½")); // in the font it is given
        QFont font = painter.font();
        font.setPixelSize(23);
        painter.setFont(font);
        painter.drawText(60, 70, q("z₁"));
    };
    QVERIFY(write("a.svg", animation));

    QXmlStreamReader xml(contentOf(path("a.svg")));
    QString width, viewBox, all;
    QSet<QString> sizes;
    while (!xml.atEnd()) {
        const auto token = xml.readNext();
        if (token == QXmlStreamReader::Characters) all += xml.text();
        if (token != QXmlStreamReader::StartElement) continue;
        if (xml.name() == q("svg")) {
            width = xml.attributes().value(q("width")).toString();
            viewBox = xml.attributes().value(q("viewBox")).toString();
        }
        if (xml.name() == q("text")) sizes << xml.attributes().value(q("font-size")).toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(viewBox, q("0 0 120 80"));
    QCOMPARE(width, q("120"));
    QVERIFY(all.contains(q("λ = ½")) && all.contains(q("z₁")));
    const QFont usual = QGuiApplication::font();
    const int usualPixels = usual.pixelSize() > 0
                                ? usual.pixelSize()
                                : static_cast<int>(std::lround(usual.pointSizeF() * 96 / 72));
    QCOMPARE(sizes, QSet<QString>({q("23px"), q("%1px").arg(usualPixels)}));

    QSvgRenderer renderer(path("a.svg"));
    QVERIFY(renderer.isValid());
    QImage picture(animation.size, QImage::Format_RGB32);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    QCOMPARE(picture.pixelColor(100, 20), QColor(Qt::red));
    QCOMPARE(picture.pixelColor(20, 20), QColor(Qt::white));
    QCOMPARE(picture.pixelColor(119, 79), QColor(Qt::white));
}

void TstExport::pdfHasAPageAFrame()
{
    Animation animation = windowAnimation(5);
    animation.size = QSize(400, 300);
    QList<int> painted;
    animation.paint = [&painted](QPainter& painter, int frame) {
        painted << frame, paintWindow(painter, frame);
    };
    QVERIFY(write("a.pdf", animation));
    const QByteArray content = contentOf(path("a.pdf"));
    QVERIFY(content.startsWith("%PDF-"));
    QVERIFY(content.trimmed().endsWith("%%EOF"));
    QCOMPARE(content.count("/Type /Page\n"), 5);
    QCOMPARE(content.count("/MediaBox [0 0 300.000000 225.000000]"), 5); // points, 3/4 of the pixels
    QCOMPARE(painted, QList<int>({0, 1, 2, 3, 4}));
    QVERIFY(content.contains("/Count 5"));
    animation.frames = 1;
    QVERIFY(write("a.pdf", animation)); // in the place of the other
    QCOMPARE(contentOf(path("a.pdf")).count("/Type /Page\n"), 1);
    QCOMPARE(names(), QStringList{q("a.pdf")});
}

void TstExport::movieGetsEveryPicture_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QSize>("even");
    QTest::newRow("even") << QSize(64, 32) << QSize(64, 32);
    QTest::newRow("odd") << QSize(91, 61) << QSize(92, 62);
    QTest::newRow("large") << QSize(1280, 719) << QSize(1280, 720);
}

void TstExport::movieGetsEveryPicture()
{
    QFETCH(QSize, size);
    QFETCH(QSize, even);
    // In the place of ffmpeg a program that keeps what it is told and given: what we hand over can be looked
    // at.
    QVERIFY(QDir(m_folder->path()).mkdir(q("bin")));
    QVERIFY(makeFile(path("bin/ffmpeg"),
                     "#!/bin/sh\necho \"$@\" > '" + path("told").toUtf8() +
                         "'\nfor last; do :; done\nexec cat > \"$last\"\n",
                     true));
    const ProgramsIn programs(path("bin").toUtf8() + ':' + qgetenv("PATH"));
    Animation animation = windowAnimation(12, 24);
    animation.size = size;
    animation.ground = QColor(10, 200, 30);
    const auto written = writeAnimation(path("a.mp4"), animation);
    QVERIFY2(written.isOk(), written.isOk() ? "" : written.error().text.c_str());

    const QString told = QString::fromUtf8(contentOf(path("told")));
    QVERIFY(told.contains(q("-video_size %1x%2 -framerate 24 ").arg(even.width()).arg(even.height())));
    const QByteArray given = contentOf(path("a.mp4"));
    const qsizetype frameSize = qsizetype{4} * even.width() * even.height();
    QCOMPARE(given.size(), 12 * frameSize);
    for (int i = 0; i < 12; ++i) {
        const auto* pixels = reinterpret_cast<const uchar*>(given.constData()) + i * frameSize;
        const QImage frame(pixels, even.width(), even.height(), QImage::Format_RGBX8888);
        QCOMPARE(largestDifference(frame.copy(QRect(QPoint(), size)), expectedFrame(animation, i)), 0);
        if (even != size) QCOMPARE(frame.pixelColor(even.width() - 1, even.height() - 1), animation.ground);
    }
}

void TstExport::movieThatFailsLeavesNothing_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("at once") << QByteArray("echo context >&2; echo Unknown encoder >&2; exit 1")
                             << QByteArray("Unknown encoder");
    QTest::newRow("after all pictures") << QByteArray("cat > /dev/null; exit 3") << QByteArray("ffmpeg");
    QTest::newRow("killed") << QByteArray("kill -9 $$") << QByteArray("ffmpeg");
    QTest::newRow("writes nothing") << QByteArray("cat > /dev/null; exit 0") << QByteArray("ffmpeg");
    QTest::newRow("cannot be started") << QByteArray() << QByteArray("ffmpeg");
}

void TstExport::movieThatFailsLeavesNothing()
{
    QFETCH(QByteArray, script);
    QFETCH(QByteArray, says);
    QVERIFY(QDir(m_folder->path()).mkdir(q("bin")));
    QVERIFY(makeFile(path("bin/ffmpeg"),
                     (script.isEmpty() ? "#!/no/such/shell\n" : "#!/bin/sh\n") + script + '\n', true));
    QVERIFY(makeFile(path("a.mp4"), "the one before"));
    const ProgramsIn programs(path("bin").toUtf8() + ':' + qgetenv("PATH"));
    Animation animation = windowAnimation(20);
    animation.size = QSize(640, 480);
    const auto written = writeAnimation(path("a.mp4"), animation);
    QVERIFY(!written.isOk());
    QCOMPARE(written.error(),
             (Error{ErrorCode::FileUnwritable, path("a.mp4").toStdString(), {}, says.toStdString()}));
    QCOMPARE(contentOf(path("a.mp4")), QByteArray("the one before"));
    QCOMPARE(names(), QStringList{q("a.mp4")});
}

void TstExport::movieByFfmpeg()
{
    if (QStandardPaths::findExecutable(q("ffmpeg")).isEmpty()) QSKIP("ffmpeg is not installed");
    const Animation animation = windowAnimation(12, 24);
    const auto written = writeAnimation(path("a.mp4"), animation);
    QVERIFY2(written.isOk(), written.isOk() ? "" : written.error().text.c_str());
    QCOMPARE(contentOf(path("a.mp4")).mid(4, 4), QByteArray("ftyp"));
    QCOMPARE(names(), QStringList{q("a.mp4")});

    // Decoded again, each frame shows what was painted as nearly as halved colour can.
    QProcess ffmpeg;
    ffmpeg.start(q("ffmpeg"), {q("-v"), q("error"), q("-i"), path("a.mp4"), path("frame%02d.png")});
    QVERIFY(ffmpeg.waitForFinished(60000));
    QCOMPARE(ffmpeg.exitCode(), 0);
    for (int i = 0; i < 12; ++i) {
        const QImage frame(path(qPrintable(q("frame%1.png").arg(i + 1, 2, 10, QLatin1Char('0')))));
        QCOMPARE(frame.size(), QSize(92, 62));
        const QImage expected = expectedFrame(animation, i);
        for (const QPoint& middle : {QPoint(45, 25), QPoint(85, 55)}) // of cells
            QVERIFY(largestDifference(frame.copy(QRect(middle, QSize(1, 1))),
                                      expected.copy(QRect(middle, QSize(1, 1)))) < 24);
    }
    QVERIFY(!QFile::exists(path("frame13.png")));
}

void TstExport::movieWithoutFfmpeg()
{
    const ProgramsIn programs(m_folder->path().toUtf8()); // where nothing is
    const auto written = writeAnimation(path("a.mp4"), windowAnimation(2));
    QVERIFY(!written.isOk());
    QCOMPARE(written.error(), (Error{ErrorCode::ToolMissing, path("a.mp4").toStdString(), {}, "ffmpeg"}));
    QVERIFY(names().isEmpty());
    QVERIFY(write("a.gif", windowAnimation(2))); // the others need no program
}

void TstExport::refusesUnknownEndings_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"a", "gif", "a.webm", "a.gif.txt", "a.", "a.jpeg"})
        QTest::newRow(name) << q(name);
}

void TstExport::refusesUnknownEndings()
{
    QFETCH(QString, name);
    const QString file = m_folder->filePath(name);
    const auto written = writeAnimation(file, windowAnimation(2));
    QVERIFY(!written.isOk());
    QCOMPARE(written.error(), (Error{ErrorCode::UnknownKind, file.toStdString(), {}, {}}));
    QVERIFY(names().isEmpty());
    QVERIFY(write("A.GIF", windowAnimation(2)));
}

void TstExport::refusesImpossibleAnimations_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("frames");
    QTest::addColumn<int>("rate");
    QTest::addColumn<QString>("text");
    QTest::newRow("no size") << QSize() << 1 << 10 << q("-1");
    QTest::newRow("no height") << QSize(5, 0) << 1 << 10 << q("0");
    QTest::newRow("too wide") << QSize(16385, 5) << 1 << 10 << q("16385");
    QTest::newRow("no frames") << QSize(5, 5) << 0 << 10 << q("0");
    QTest::newRow("no rate") << QSize(5, 5) << 1 << 0 << q("0");
}

void TstExport::refusesImpossibleAnimations()
{
    QFETCH(QSize, size);
    QFETCH(int, frames);
    QFETCH(int, rate);
    QFETCH(QString, text);
    for (const char* name : {"a.gif", "a.mp4", "a.png", "a.svg", "a.pdf"}) {
        const auto written = writeAnimation(path(name), {size, frames, rate, Qt::white, paintWindow, {}});
        QVERIFY(!written.isOk());
        QCOMPARE(written.error().code, ErrorCode::BadValue);
        QCOMPARE(written.error().text, text.toStdString());
    }
    QVERIFY(names().isEmpty());
}

void TstExport::reportsUnwritablePlaces_data()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"gif", "mp4", "png", "svg", "pdf"})
        QTest::newRow(ending) << q(ending);
}

void TstExport::reportsUnwritablePlaces()
{
    QFETCH(QString, ending);
    QVERIFY(QDir(m_folder->path()).mkdir(q("bin")));
    QVERIFY(makeFile(path("bin/ffmpeg"), "#!/bin/sh\nexit 1\n", true)); // not to be reached
    const ProgramsIn programs(path("bin").toUtf8() + ':' + qgetenv("PATH"));
    QVERIFY(makeFile(path("file"), "a file is no folder"));
    QVERIFY(QDir(m_folder->path()).mkdir(q("taken.") + ending));
    // A folder without permission would not stop root, under whom tests run too.
    for (const QString& name : {q("no/such/folder/a."), q("file/a."), q("taken.")}) {
        int painted = 0;
        Animation animation = windowAnimation(2);
        animation.paint = [&painted](QPainter&, int) { ++painted; };
        const QString file = m_folder->filePath(name) + ending;
        const auto written = writeAnimation(file, animation);
        QVERIFY2(!written.isOk(), qPrintable(file));
        QCOMPARE(written.error(), (Error{ErrorCode::FileUnwritable, file.toStdString(), {}, {}}));
        QCOMPARE(painted, 0);
    }
    QCOMPARE(names(), QStringList{q("file")});
}

void TstExport::timeFollowsThePace_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("t");
    QTest::newRow("before") << -1.0 << -0.25;
    QTest::newRow("start") << 0.0 << 0.0;
    QTest::newRow("half of the first") << 2.0 << 0.5;
    QTest::newRow("the first stop") << 4.0 << 1.0;
    QTest::newRow("in the second") << 4.25 << 1.25;
    QTest::newRow("in the third") << 6.0 << 2.5;
    QTest::newRow("the end") << 7.0 << 3.0;
    QTest::newRow("after") << 99.0 << 3.0;
}

void TstExport::timeFollowsThePace()
{
    QFETCH(double, seconds);
    QFETCH(double, t);
    Exportable exportable;
    exportable.seconds = {4, 1, 2};
    QCOMPARE(durationOf(exportable), 7.0);
    QCOMPARE(timeAfter(exportable, seconds), t);
}

void TstExport::exportsMomentsOfItsKind_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QList<double>>("moments"); // each once
    QTest::newRow("png") << q("png") << QList<double>{3};
    QTest::newRow("svg") << q("svg") << QList<double>{3};
    QTest::newRow("pdf") << q("pdf") << QList<double>{1, 2, 3};
    QTest::newRow("gif") << q("gif") << QList<double>{0, 0.25, 0.5, 0.75, 1, 2, 2.5, 3};
}

void TstExport::exportsMomentsOfItsKind()
{
    QFETCH(QString, ending);
    QFETCH(QList<double>, moments);
    std::set<double> painted;
    ExportOptions options;
    options.framesPerSecond = 1;
    QVERIFY(writeExport(m_folder->filePath(q("a.") + ending), drawing(&painted), options).isOk());
    QCOMPARE(QList<double>(painted.begin(), painted.end()), moments);
    QVERIFY(exportKindOf(q("a.") + ending.toUpper()));
    QVERIFY(!exportKindOf(q("a.") + ending + q("x")));
}

void TstExport::stillsShowTheMomentAskedFor()
{
    const Exportable exportable = drawing();
    ExportOptions options;
    options.still = 1.5;
    QVERIFY(writeExport(path("a.png"), exportable, options).isOk());
    QCOMPARE(largestDifference(QImage(path("a.png")).convertToFormat(QImage::Format_RGB32),
                               paintedAt(exportable, 1.5)),
             0);
}

void TstExport::cancelledLeavesNothing_data()
{
    QTest::addColumn<QString>("ending");
    for (const char* ending : {"pdf", "gif", "mp4"})
        QTest::newRow(ending) << q(ending);
}

void TstExport::cancelledLeavesNothing()
{
    QFETCH(QString, ending);
    QVERIFY(QDir(m_folder->path()).mkdir(q("bin")));
    QVERIFY(makeFile(path("bin/ffmpeg"), "#!/bin/sh\nfor last; do :; done\nexec cat > \"$last\"\n", true));
    const ProgramsIn programs(path("bin").toUtf8() + ':' + qgetenv("PATH"));
    const QString file = m_folder->filePath(q("a.") + ending);
    QVERIFY(makeFile(file, "the one before"));
    QList<double> shares;
    ExportOptions options;
    options.framesPerSecond = 1;
    options.watch = [&shares](double share) {
        shares << share;
        return share < 0.5;
    };
    const auto written = writeExport(file, drawing(), options);
    QVERIFY(!written.isOk());
    QCOMPARE(written.error(), (Error{ErrorCode::Cancelled, file.toStdString(), {}, {}}));
    QCOMPARE(contentOf(file), QByteArray("the one before"));
    QCOMPARE(names(), QStringList{q("a.") + ending});
    QCOMPARE(shares.first(), 0.0);
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));

    options.watch = [&shares](double share) {
        shares << share;
        return true;
    };
    shares.clear();
    QVERIFY(writeExport(file, drawing(), options).isOk());
    QVERIFY(contentOf(file) != QByteArray("the one before"));
    QVERIFY(std::is_sorted(shares.begin(), shares.end()) && shares.last() < 1);
}

QTEST_MAIN(TstExport)
#include "tst_export.moc"
