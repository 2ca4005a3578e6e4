#include "core/lab/conv_presets.h"
#include "tests/support/exported.h"
#include "ui/export/exporter.h"
#include "ui/export/frame_merge.h"
#include "ui/export/html_page.h"
#include "ui/export/svg_drawing.h"
#include "ui/painters/conv_export.h"
#include "ui/painters/run_film_export.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>
#include <random>

using namespace hg;
using namespace hg::test;

namespace {

using Frame = std::vector<int>;
using Paint = std::function<void(QPainter&)>;

constexpr double tolerance = 0.004; // hatches and letters are smoothed a little differently

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

/// Share of the squares of 3 × 3 pixels whose mean colours differ by more than 40: a mark that is missing or
/// elsewhere, not an edge or a letter that is smoothed in another way.
double differentShare(const QImage& a, const QImage& b)
{
    const auto coarse = [](const QImage& image) {
        return image.scaled(image.size() / 3, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage left = coarse(a), right = coarse(b);
    int different = 0;
    for (int y = 0; y < left.height(); ++y)
        for (int x = 0; x < left.width(); ++x) {
            const QRgb p = left.pixel(x, y), r = right.pixel(x, y);
            different += std::max({std::abs(qRed(p) - qRed(r)), std::abs(qGreen(p) - qGreen(r)),
                                   std::abs(qBlue(p) - qBlue(r))}) > 40;
        }
    return static_cast<double>(different) / (left.width() * left.height());
}

QImage painted(const QSize& size, const Paint& paint)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    return image;
}

QByteArray svgOf(const QSize& size, const Paint& paint)
{
    SvgSheet sheet(SvgSheet::Form::Attributes);
    SvgDrawing drawing(size, sheet);
    QPainter painter(&drawing);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter);
    painter.end();
    QByteArray text =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
        "width=\"" +
        QByteArray::number(size.width()) + "\" height=\"" + QByteArray::number(size.height()) + "\"><defs>" +
        sheet.definitions() + "</defs>";
    for (const QByteArray& element : drawing.elements())
        text += element + '\n';
    return text + "</svg>";
}

QImage rendered(QByteArray svg, const QSize& size)
{
    QSvgRenderer renderer(svg.replace(",system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif",
                                      "")); // Qt takes the list for one name
    if (!renderer.isValid()) return {};
    return painted(size, [&](QPainter& p) { renderer.render(&p, QRectF(QPointF(), size)); });
}

std::vector<Frame> framesOf(const std::vector<MergedElement>& elements, int count)
{
    std::vector<Frame> frames(static_cast<std::size_t>(count));
    for (const MergedElement& element : elements)
        for (const auto& [first, last] : element.frames)
            for (int i = first; i <= last; ++i)
                frames[static_cast<std::size_t>(i)].push_back(element.id);
    return frames;
}

std::vector<MergedElement> mergedOf(const std::vector<Frame>& frames)
{
    FrameMerge merge;
    for (const Frame& frame : frames)
        merge.add(frame);
    return merge.elements();
}

/// Length of a longest common part, by the table.
std::size_t longestCommon(const Frame& a, const Frame& b)
{
    std::vector<std::vector<std::size_t>> best(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] =
                a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1 : std::max(best[i - 1][j], best[i][j - 1]);
    return best[a.size()][b.size()];
}

Exportable lectureExample(const ExportChoice& choice = {})
{
    const auto figure = evaluate(findConvPreset("lecture-example")->make());
    return exportConvolution(*figure, {}, figure->positionCount(), choice);
}

/// A training that nobody has trained: dots that unfold, and an error that falls.
RunFilm madeUpFilm(int dots, Shape shape, int stops)
{
    std::mt19937 random(5);
    const auto number = [&] { return static_cast<float>(random() % 1000) / 1000; };
    const auto some = [&](std::size_t count) {
        std::vector<float> numbers(count);
        std::generate(numbers.begin(), numbers.end(), number);
        return numbers;
    };
    RunFilm film;
    const auto count = static_cast<std::size_t>(dots);
    film.samples.shape = shape;
    film.samples.count = dots;
    for (int i = 0; i < dots; ++i)
        film.samples.labels.push_back(i % 10);
    for (int i = 0; i < filmRow; ++i)
        film.samples.chosen.push_back(i);
    film.samples.row = some(filmRow * shape.size());
    film.samples.pcaRow = some(filmRow * shape.size());
    film.samples.pcaScores = some(2 * count);
    film.totalUpdates = stops - 1;
    film.updatesPerEpoch = 5;
    film.codeSize = 2;
    film.heldOut = dots;
    film.pcaError = 0.05;
    for (int i = 0; i < stops; ++i) {
        if (i > 0) film.losses.push_back({i, 0.2f / static_cast<float>(i), 0.2f / static_cast<float>(i)});
        film.stops.push_back({i, 0.2 / (i + 1), 2, some(2 * count), some(filmRow * shape.size())});
    }
    return film;
}

Exportable training(const RunFilm& film, const ExportChoice& choice = {})
{
    static Workers workers(1);
    return exportRun({std::make_shared<const RunFilm>(film)}, {}, film.stops.size() - 1, choice, workers);
}

/// A page's parts, found again.
struct Page {
    explicit Page(const QByteArray& text) : html(QString::fromUtf8(text))
    {
        const qsizetype begin = html.indexOf(q("<svg xmlns"));
        const qsizetype end = html.indexOf(q("</svg>"), begin) + 6, last = html.indexOf(q("</div>"), end);
        figure = html.mid(begin, end - begin);
        upright = html.mid(end, last - end);
        static const QRegularExpression script(
            q("<script type=\"application/json\" id=\"data\">(.*?)</script>"),
            QRegularExpression::DotMatchesEverythingOption);
        data = QJsonDocument::fromJson(script.match(html).captured(1).toUtf8()).object();
    }
    QString html, figure, upright; ///< the second picture: nothing where there is one layout
    QJsonObject data;
};

/// What the browser makes of the first of the pages, which lie beside each other as 0.html, 1.html, ….
QString domOf(const QStringList& pages)
{
    const QTemporaryDir folder;
    for (qsizetype i = 0; i < pages.size(); ++i) {
        QFile file(folder.filePath(q("%1.html").arg(i)));
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(pages[i].toUtf8());
    }
    QProcess process;
    process.start(q("chromium"),
                  {q("--headless"), q("--no-sandbox"), q("--disable-gpu"), q("--no-first-run"),
                   q("--disable-background-networking"), q("--disable-component-update"), q("--disable-sync"),
                   q("--user-data-dir=") + folder.filePath(q("profile")), q("--window-size=1400,1000"),
                   q("--dump-dom"), q("--virtual-time-budget=70000"),
                   QUrl::fromLocalFile(folder.filePath(q("0.html"))).toString()});
    if (!process.waitForFinished(120000)) return {};
    const QByteArray errors = process.readAllStandardError(), dom = process.readAllStandardOutput();
    if (dom.isEmpty()) qWarning("%s", errors.constData());
    return QString::fromUtf8(dom);
}

/// A page in a part of the browser's window of that size, opened at an anchor, and what a user does there.
struct Visit {
    QString name;
    QSize size{500, 844};
    QString code, anchor;
    int stop = 1; ///< that is seen at last
};

/// The page with what does that, and tells a minute later, of the browser's time, what can be seen and heard.
QString probed(QString html, const QString& code, const QString& facts, std::size_t number)
{
    return html.replace(q("</body>"), q(R"(<script>
        const track = document.getElementById('track');
        const press = function (id) { document.getElementById(id).click(); };
        const key = function (name, more) {
            document.body.dispatchEvent(new KeyboardEvent('keydown', Object.assign({ key: name, bubbles: true }, more)));
        };
        const width = function (name) {
            const svg = document.querySelector('#figure > svg.' + name), look = getComputedStyle(svg);
            return look.display !== 'none' && look.visibility !== 'hidden' ? svg.getBoundingClientRect().width : 0;
        };
        %1
        setTimeout(function () {
            const seen = Array.from(document.querySelectorAll('#figure [data-s]'))
                .map(function (e) { return [e.dataset.s, getComputedStyle(e).display !== 'none']; });
            const report = Object.assign({ number: %3, seen: seen,
                label: document.getElementById('label').textContent,
                fits: document.documentElement.scrollWidth <= innerWidth }, { %2 });
            window.top.postMessage(btoa(unescape(encodeURIComponent(JSON.stringify(report)))), '*');
        }, 60000);
        </script></body>)")
                                          .arg(code, facts, QString::number(number)));
}

/// What the visitors report, by their names: with the label, each layer and whether it is seen, whether it
/// fits, and `facts` in JavaScript. One browser does for all, since it takes seconds to start.
QHash<QString, QJsonObject> reportsOf(const Exportable& exportable, const std::vector<Visit>& visits,
                                      const QString& facts)
{
    const QString html = QString::fromUtf8(*htmlPage(exportable));
    QString frames;
    QStringList pages{QString()};
    for (std::size_t i = 0; i < visits.size(); ++i) {
        const Visit& visit = visits[i];
        pages << probed(html, visit.code, facts, i);
        frames +=
            q("<iframe src=\"%1.html%2\" width=\"%3\" height=\"%4\" "
              "style=\"position: absolute; left: 0; top: 0; border: 0\"></iframe>") // none is out of sight
                .arg(QString::number(i + 1), visit.anchor, QString::number(visit.size.width()),
                     QString::number(visit.size.height()));
    }
    pages[0] = q(R"(<!DOCTYPE html><html><head><title></title></head><body style="margin: 0"><script>
        const reports = [];
        addEventListener('message', function (e) {
            reports.push(e.data);
            document.title = 'report ' + reports.join(' ');
        });
        </script>%1</body></html>)")
                   .arg(frames);
    const QString dom = domOf(pages);
    static const QRegularExpression title(q("<title>report ([^<]*)</title>"));
    const auto found = title.match(dom);
    if (!found.hasMatch()) qWarning("%s", qPrintable(dom.left(2000)));
    QHash<QString, QJsonObject> reports;
    for (const QString& text : found.captured(1).split(u' ', Qt::SkipEmptyParts)) {
        const QJsonObject report = QJsonDocument::fromJson(QByteArray::fromBase64(text.toLatin1())).object();
        reports[visits[static_cast<std::size_t>(report[q("number")].toInt())].name] = report;
    }
    return reports;
}

void addVisits(const std::vector<Visit>& visits)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("stop");
    for (const Visit& visit : visits)
        QTest::newRow(qPrintable(visit.name)) << visit.name << visit.size << visit.stop;
}

constexpr auto whichLayout = "across: width('across') > 300, upright: width('upright') > 300";

const std::vector<Visit>& steps()
{
    static const std::vector<Visit> all = [] {
        std::vector<Visit> rows;
        const auto row = [&](const char* name, const char* code, int stop, const char* anchor = "") {
            rows.push_back({.name = q(name), .code = q(code), .anchor = q(anchor), .stop = stop});
        };
        row("opened", "", 1);
        row("opened at the fourth", "", 4, "#4");
        row("opened beyond the end", "", 9, "#400");
        row("opened at nonsense", "", 1, "#x");
        row("forward", "press('forward'); press('forward');", 3);
        row("back", "press('last'); press('back');", 8);
        row("first", "press('last'); press('first');", 1);
        row("back at the first", "press('back');", 1);
        row("forward at the last", "press('last'); press('forward');", 9);
        row("arrow keys", "key('ArrowRight'); key('ArrowRight'); key('ArrowRight'); key('ArrowLeft');", 3);
        row("home and end", "key('End'); key('Home'); key('ArrowRight');", 2);
        row("with a modifier: the browser's own", "key('End', { ctrlKey: true });", 1);
        row("the track", "track.value = 6; track.dispatchEvent(new Event('input'));", 6);
        row("the address", "location.hash = '#7';", 7);
        row("play to the end", "press('play');", 9);
        row("play by the space bar", "key(' ');", 9);
        row("space twice: paused at once", "key(' '); key(' ');", 1);
        row("play again from the last", "press('last'); press('play'); press('play');", 1);
        row("a step ends playing", "press('play'); press('forward');", 2);
        return rows;
    }();
    return all;
}

const std::vector<Visit>& windows()
{
    static const std::vector<Visit> all{{.name = q("a narrow phone"), .size = {390, 844}},
                                        {.name = q("a phone"), .size = {500, 844}},
                                        {.name = q("a phone on its side"), .size = {844, 500}},
                                        {.name = q("a screen"), .size = {1280, 800}}};
    return all;
}

const std::vector<Visit>& scrubs()
{
    static const std::vector<Visit> all = [] {
        std::vector<Visit> rows;
        for (const QSize size : {QSize(390, 844), QSize(1280, 800)}) {
            const auto row = [&](const char* name, const char* code, int stop) {
                rows.push_back({.name = q("%1, %2 wide").arg(q(name)).arg(size.width()),
                                .size = size,
                                .code = q(code),
                                .stop = stop});
            };
            row("opened", "", 1);
            row("scrubbed", "track.value = 7; track.dispatchEvent(new Event('input'));", 7);
            row("keys", "key('End'); key('ArrowLeft'); key('ArrowLeft');", 12);
            row("played", "press('play');", 14);
        }
        return rows;
    }();
    return all;
}

bool isShown(const QString& ranges, int stop)
{
    for (const QString& range : ranges.split(u' ')) {
        const QStringList ends = range.split(u'-');
        if (ends.first().toInt() <= stop && stop <= ends.last().toInt()) return true;
    }
    return false;
}

/// The page's picture at a stop: without the layers that are hidden then, and with its classes spelled out.
QByteArray pictureAt(const Page& page, int stop)
{
    QHash<QString, QString> looks;
    static const QRegularExpression rule(q("\\.(c\\d+)\\{([^}]*)\\}"));
    for (auto it = rule.globalMatch(page.figure); it.hasNext();) {
        const auto match = it.next();
        looks[match.captured(1)] = match.captured(2);
    }
    QString text;
    bool isHidden = false;
    static const QRegularExpression layer(q("^<g data-s=\"([^\"]*)\"")), look(q(" class=\"(c\\d+)\""));
    bool isStyle = false;
    for (const QString& line : page.figure.split(u'\n')) {
        if (line.startsWith(q("<style>"))) isStyle = true;
        const auto opened = layer.match(line);
        if (opened.hasMatch()) isHidden = !isShown(opened.captured(1), stop);
        if (!isHidden && !isStyle) {
            QString drawn = line;
            const auto used = look.match(line);
            if (used.hasMatch())
                drawn.replace(used.captured(0), q(" style=\"%1\"").arg(looks.value(used.captured(1))));
            text += drawn + u'\n';
        } else if (line == q("</g>")) {
            isHidden = false;
        }
        if (line.startsWith(q("</style>"))) isStyle = false;
    }
    return text.toUtf8();
}

} // namespace

class TstHtmlExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void commonPartIsLongest();
    void mergedFramesAreFoundAgain_data();
    void mergedFramesAreFoundAgain();
    void whatStaysStandsOnce();
    void whatReturnsServesAgain();

    void drawingLooksAsPainted_data();
    void drawingLooksAsPainted();
    void linesAreJoinedAndCut();
    void generalClipsAreDefinedOnce();
    void textsKeepTheirWidth();

    void pictureOfEachStopIsAsPainted_data();
    void pictureOfEachStopIsAsPainted();
    void pageIsWellFormed();
    void pageIsSmall();
    void pageAsksNoNetwork();
    void pageShowsTheLastStopWithoutScripts();
    void foreignTextsStayTexts();
    void pageSpeaksItsLanguage();
    void cancelledPageIsNone();
    void fileIsWritten();

    void browserSteps_data();
    void browserSteps();
    void browserChoosesTheLayout_data();
    void browserChoosesTheLayout();
    void uprightIsWhereItFits();
    void trainingIsAsPaintedAtEachStop();
    void trainingOfManyStopsIsSmall();
    void browserScrubsATraining_data();
    void browserScrubsATraining();
};

void TstHtmlExport::initTestCase()
{
    QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
}

void TstHtmlExport::commonPartIsLongest()
{
    std::mt19937 random(1);
    for (int round = 0; round < 400; ++round) {
        const int letters = 1 + static_cast<int>(random() % 6);
        const auto some = [&] {
            Frame frame(random() % 14);
            std::generate(frame.begin(), frame.end(), [&] { return static_cast<int>(random()) % letters; });
            return frame;
        };
        const Frame a = some(), b = some();
        const auto pairs = commonPart(a, b);
        QCOMPARE(pairs.size(), longestCommon(a, b));
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto [x, y] = pairs[i];
            QCOMPARE(a.at(static_cast<std::size_t>(x)), b.at(static_cast<std::size_t>(y)));
            if (i > 0) QVERIFY(pairs[i - 1].first < x && pairs[i - 1].second < y);
        }
    }
}

void TstHtmlExport::mergedFramesAreFoundAgain_data()
{
    QTest::addColumn<int>("letters");
    QTest::addColumn<int>("length");
    QTest::newRow("few kinds") << 3 << 12;
    QTest::newRow("many kinds") << 40 << 30;
    QTest::newRow("all different, beyond the search") << 1000000 << 1500;
}

void TstHtmlExport::mergedFramesAreFoundAgain()
{
    QFETCH(int, letters);
    QFETCH(int, length);
    std::mt19937 random(2);
    std::vector<Frame> frames;
    for (int i = 0; i < 12; ++i) {
        Frame frame(random() % static_cast<unsigned>(length));
        std::generate(frame.begin(), frame.end(),
                      [&] { return static_cast<int>(random() % static_cast<unsigned>(letters)); });
        frames.push_back(frame);
        if (i % 3 == 0) frames.push_back(frame);
    }
    QCOMPARE(framesOf(mergedOf(frames), static_cast<int>(frames.size())), frames);
}

void TstHtmlExport::whatStaysStandsOnce()
{
    // 100 cells that turn from 0 … 99 to 1000 … 1099 one after the other, and a number above them.
    std::vector<Frame> frames;
    for (int i = 0; i < 100; ++i) {
        Frame frame;
        for (int cell = 0; cell < 100; ++cell)
            frame.push_back(cell <= i ? 1000 + cell : cell);
        frame.push_back(5000 + i);
        frames.push_back(frame);
    }
    const auto merged = mergedOf(frames);
    QCOMPARE(merged.size(), std::size_t{99 + 100 + 100}); // the first cell is never seen as it was
    const auto last = std::find_if(merged.begin(), merged.end(), [](const auto& e) { return e.id == 1042; });
    QVERIFY(last->frames == (std::vector<MergedElement::Range>{{42, 99}}));
}

void TstHtmlExport::whatReturnsServesAgain()
{
    const auto merged = mergedOf({{1, 7, 2}, {1, 8, 2}, {1, 7, 2}, {1, 2}, {1, 8, 2}});
    QCOMPARE(merged.size(), std::size_t{4});
    const auto seven = std::find_if(merged.begin(), merged.end(), [](const auto& e) { return e.id == 7; });
    QVERIFY(seven->frames == (std::vector<MergedElement::Range>{{0, 0}, {2, 2}}));
}

void TstHtmlExport::drawingLooksAsPainted_data()
{
    QTest::addColumn<Paint>("paint");
    const auto row = [](const char* name, Paint paint) { QTest::newRow(name) << std::move(paint); };
    row("filled rectangles", [](QPainter& p) {
        p.fillRect(10, 20, 60, 40, Qt::red);
        p.fillRect(QRectF(30.5, 30.5, 60, 40), QColor(0, 0, 255, 128));
    });
    row("rounded rectangles", [](QPainter& p) {
        p.setPen(QPen(Qt::blue, 3));
        p.setBrush(Qt::yellow);
        p.drawRoundedRect(QRectF(10, 10, 80, 50), 12, 12);
        p.drawRoundedRect(QRectF(100, 10, 80, 50), 30, 8);
    });
    row("ellipses", [](QPainter& p) {
        p.setBrush(Qt::green);
        p.drawEllipse(QRectF(10, 10, 60, 60));
        p.drawEllipse(QRectF(90, 10, 90, 50));
    });
    row("pens", [](QPainter& p) {
        for (const auto style : {Qt::SolidLine, Qt::DashLine, Qt::DotLine}) {
            p.translate(0, 20);
            p.setPen(QPen(Qt::black, 4, style, Qt::FlatCap));
            p.drawLine(10, 10, 180, 14);
        }
    });
    row("polygons", [](QPainter& p) {
        p.setBrush(Qt::cyan);
        p.setPen(QPen(Qt::black, 2));
        p.drawPolygon(QPolygonF({{10, 10}, {90, 20}, {50, 90}}));
        p.drawPolyline(QPolygonF({{110, 10}, {180, 20}, {120, 90}, {180, 110}}));
    });
    row("a hole", [](QPainter& p) {
        QPainterPath path;
        path.addRect(10, 10, 100, 100);
        path.addEllipse(30, 30, 50, 50);
        p.fillPath(path, Qt::magenta);
    });
    row("cut lines", [](QPainter& p) {
        p.setClipRect(QRectF(40, 30, 90, 50));
        p.setPen(QPen(Qt::black, 2));
        for (int x = -100; x < 200; x += 8)
            p.drawLine(QPointF(x, 120), QPointF(x + 120, 0));
    });
    row("after a clip", [](QPainter& p) {
        p.save();
        p.setClipRect(QRectF(40, 30, 40, 40));
        p.restore();
        p.setPen(QPen(Qt::black, 4));
        p.drawLine(0, 50, 200, 50);
    });
    row("a clip in a clip", [](QPainter& p) {
        p.setClipRect(QRectF(20, 20, 100, 100));
        p.setClipRect(QRectF(60, 60, 130, 20), Qt::IntersectClip);
        p.setPen(QPen(Qt::black, 4));
        for (int y = 4; y < 120; y += 10)
            p.drawLine(0, y, 200, y);
    });
    row("moved and turned", [](QPainter& p) {
        p.translate(60, 20);
        p.fillRect(0, 0, 30, 30, Qt::red);
        p.rotate(30);
        p.scale(2, 1);
        p.setPen(QPen(Qt::blue, 3));
        p.drawRect(10, 10, 30, 30);
        p.drawLine(0, 60, 60, 60);
    });
    row("opacity", [](QPainter& p) {
        p.setOpacity(0.5);
        p.fillRect(10, 10, 100, 60, Qt::black);
        p.setPen(QPen(Qt::red, 10));
        p.drawLine(0, 90, 200, 90);
        p.drawLine(100, 0, 100, 120);
    });
    row("a picture", [](QPainter& p) {
        QImage picture(40, 40, QImage::Format_RGB32);
        for (int y = 0; y < 40; ++y)
            for (int x = 0; x < 40; ++x)
                picture.setPixel(x, y, qRgb(6 * x, 6 * y, 6 * (39 - x)));
        p.drawImage(QRectF(20, 20, 80, 80), picture);
        p.drawPixmap(QRectF(120, 20, 40, 80), QPixmap::fromImage(picture), QRectF(20, 0, 20, 40));
    });
    row("a gradient", [](QPainter& p) {
        QLinearGradient gradient(0, 0, 200, 0);
        gradient.setColorAt(0, Qt::red);
        gradient.setColorAt(1, Qt::blue);
        p.fillRect(10, 10, 180, 60, gradient);
    });
    row("texts", [](QPainter& p) {
        p.setPen(Qt::black);
        p.setFont(uiFont(20, QFont::Bold));
        p.drawText(QRectF(0, 0, 200, 40), Qt::AlignCenter, q("Έξοδος 3 × 3"));
        p.setFont(uiFont(30));
        p.drawText(QRectF(20, 50, 40, 40), Qt::AlignCenter, q("8"));
        p.drawText(QRectF(100, 50, 90, 40), Qt::AlignRight, q("−12"));
    });
}

void TstHtmlExport::drawingLooksAsPainted()
{
    QFETCH(Paint, paint);
    const QSize size(200, 120);
    const QByteArray svg = svgOf(size, paint);
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        xml.readNext();
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    const QImage expected = painted(size, paint), found = rendered(svg, size);
    const double different = differentShare(expected, found);
    if (different > tolerance) {
        expected.save(q("%1-expected.png").arg(QLatin1String(QTest::currentDataTag())));
        found.save(q("%1-found.png").arg(QLatin1String(QTest::currentDataTag())));
    }
    QVERIFY2(different <= tolerance, svg.constData());
    QVERIFY(differentShare(expected, painted(size, [](QPainter&) {})) >
            tolerance); // there was something to see
}

void TstHtmlExport::linesAreJoinedAndCut()
{
    const QByteArray svg = svgOf({100, 100}, [](QPainter& p) {
        p.setClipRect(QRectF(10, 10, 50, 50));
        p.drawLine(QPointF(0, 20), QPointF(100, 20));
        p.drawLine(QPointF(20, 15), QPointF(30, 15));
        p.drawLine(QPointF(0, 0), QPointF(5, 99)); // nothing of it is inside
        p.drawLine(QPointF(30, 0), QPointF(30, 100));
        p.setPen(Qt::red);
        p.drawLine(QPointF(40, 15), QPointF(50, 15));
    });
    QCOMPARE(svg.count("<path"), 4); // cut ones are blunt, hence not of one look with the one that is whole
    QVERIFY(svg.contains("d=\"M10 20L60 20\""));
    QVERIFY(svg.contains("d=\"M20 15L30 15\""));
    QVERIFY(svg.contains("d=\"M30 10L30 60\""));
    QVERIFY(!svg.contains("clip-path"));
    const QByteArray joined = svgOf({100, 100}, [](QPainter& p) {
        for (int y = 10; y < 90; y += 10)
            p.drawLine(10, y, 90, y);
    });
    QCOMPARE(joined.count("<path"), 1);
    QCOMPARE(joined.count("M10 "), 8);
}

void TstHtmlExport::generalClipsAreDefinedOnce()
{
    const QByteArray svg = svgOf({100, 100}, [](QPainter& p) {
        QPainterPath circle;
        circle.addEllipse(10, 10, 80, 80);
        p.setClipPath(circle);
        p.fillRect(0, 0, 100, 50, Qt::red);
        p.drawLine(0, 60, 100, 60);
        p.setClipping(false);
        p.fillRect(0, 0, 5, 5, Qt::blue);
        p.setClipRect(QRectF(20, 20, 30, 30));
        p.fillRect(25, 25, 5, 5, Qt::green); // inside: nothing to clip
        p.fillRect(15, 25, 10, 5, Qt::cyan);
    });
    QCOMPARE(svg.count("<clipPath"), 2);
    QCOMPARE(svg.count("clip-path=\"url(#k0)\""), 2);
    QCOMPARE(svg.count("clip-path=\"url(#k1)\""), 1);
}

void TstHtmlExport::textsKeepTheirWidth()
{
    const QFont font = uiFont(20);
    const QByteArray svg = svgOf({300, 100}, [&](QPainter& p) {
        p.setFont(font);
        p.drawText(QPointF(10, 30), q("  Input 5 × 5 <&> "));
        p.drawText(QPointF(10, 70), q("12"));
    });
    const QFontMetricsF metrics(font);
    QXmlStreamReader xml(svg);
    QList<QXmlStreamAttributes> texts;
    QStringList words;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == q("text")) {
            texts << xml.attributes();
            words << xml.readElementText();
        }
    QCOMPARE(words, QStringList({q("Input 5 × 5 <&>"), q("12")}));
    const auto value = [&](int i, const char* name) {
        return texts[i].value(QLatin1String(name)).toDouble();
    };
    QVERIFY(std::abs(value(0, "x") - 10 - metrics.horizontalAdvance(q("  "))) < 0.02);
    QVERIFY(std::abs(value(0, "textLength") - metrics.horizontalAdvance(q("Input 5 × 5 <&>"))) < 0.02);
    QVERIFY(std::abs(value(1, "x") - 10 - metrics.horizontalAdvance(q("12")) / 2) < 0.02);
    QCOMPARE(texts[1].value(q("text-anchor")).toString(), q("middle"));
    QVERIFY(texts[0].value(q("font-family")).toString().endsWith(q("sans-serif")));
}

void TstHtmlExport::pictureOfEachStopIsAsPainted_data()
{
    QTest::addColumn<QByteArray>("preset");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<Language>("language");
    for (const char* preset : {"lecture-example", "padding-strides-odd", "padding-strides-transposed"})
        for (const bool isDark : {false, true})
            QTest::addRow("%s %s", preset, isDark ? "dark, Greek" : "light, English")
                << QByteArray(preset) << isDark << (isDark ? Language::Greek : Language::English);
}

void TstHtmlExport::pictureOfEachStopIsAsPainted()
{
    QFETCH(QByteArray, preset);
    QFETCH(bool, isDark);
    QFETCH(Language, language);
    const auto figure = evaluate(findConvPreset(preset.constData())->make());
    const Exportable exportable = exportConvolution(*figure, {}, 0, {{960, 600}, language, isDark});
    const Page page(*htmlPage(exportable));
    QImage before;
    for (int stop = 1; stop <= exportable.stops(); ++stop) {
        const QImage found = rendered(pictureAt(page, stop), exportable.size);
        const QImage expected = painted(exportable.size, [&](QPainter& p) {
            p.fillRect(QRect(QPoint(), exportable.size), exportable.ground);
            exportable.paint(p, stop);
        });
        const double different = differentShare(expected, found);
        if (different > tolerance) {
            expected.save(q("stop-expected.png"));
            found.save(q("stop-actual.png"));
        }
        QVERIFY2(different <= tolerance, qPrintable(q("stop %1: %2").arg(stop).arg(different)));
        if (stop > 1) QVERIFY(differentShare(expected, before) > tolerance); // another stop would be noticed
        before = expected;
    }
}

void TstHtmlExport::pageIsWellFormed()
{
    const QByteArray page = *htmlPage(lectureExample());
    QVERIFY(page.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
    QCOMPARE(page.count('@'), page.count("@media")); // every mark was filled
    const Page parts(page);
    QXmlStreamReader xml(q("<both>") + parts.figure + parts.upright + q("</both>"));
    int layers = 0;
    QSet<QString> used, defined;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == q("style")) {
            static const QRegularExpression rule(q("\\.(c\\d+)\\{"));
            const QString style = xml.readElementText();
            for (auto it = rule.globalMatch(style); it.hasNext();)
                defined << it.next().captured(1);
            continue;
        }
        const QString look = xml.attributes().value(q("class")).toString();
        if (look.startsWith(u'c')) used << look;
        layers += xml.attributes().hasAttribute(q("data-s"));
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(layers > 9);
    QCOMPARE(used, defined);
}

void TstHtmlExport::pageIsSmall()
{
    const qsizetype size = htmlPage(lectureExample())->size();
    QVERIFY2(size < 200000, qPrintable(QString::number(size)));
}

void TstHtmlExport::pageAsksNoNetwork()
{
    QString page = Page(*htmlPage(lectureExample())).html;
    QVERIFY(page.contains(q("default-src 'none'")));
    page.remove(q("http://www.w3.org/2000/svg")).remove(q("http://www.w3.org/1999/xlink"));
    for (const char* word : {"http:", "https:", "@import", "src=", "<link", "fetch(", "XMLHttp"})
        QVERIFY2(!page.contains(q(word)), word);
}

void TstHtmlExport::pageShowsTheLastStopWithoutScripts()
{
    const Page page(*htmlPage(lectureExample()));
    static const QRegularExpression layer(q("<g data-s=\"([^\"]*)\"( class=\"on\")?>"));
    int shown = 0;
    for (auto it = layer.globalMatch(page.figure); it.hasNext();) {
        const auto match = it.next();
        QCOMPARE(!match.captured(2).isEmpty(), isShown(match.captured(1), 9));
        shown += !match.captured(2).isEmpty();
    }
    QVERIFY(shown > 0);
    QVERIFY(page.html.contains(q("<p id=\"label\">Position 9 of 9</p>")));
    QVERIFY(page.html.contains(q("<noscript>")));
}

void TstHtmlExport::foreignTextsStayTexts()
{
    Exportable exportable = lectureExample();
    const QString evil = q("</script><script>alert(1)</script> & \"quotes\" '@count@' <!-- λ");
    exportable.title = evil;
    exportable.describe = [evil](int) { return evil; };
    const Page page(*htmlPage(exportable));
    QCOMPARE(page.html.count(q("<script")), 2); // data and code
    QVERIFY(page.html.contains(q("<h1>") + evil.toHtmlEscaped() + q("</h1>")));
    QCOMPARE(page.data[q("sentences")].toArray().at(4).toString(), evil);
    QCOMPARE(page.data[q("labels")].toArray().size(), 9);
}

void TstHtmlExport::pageSpeaksItsLanguage()
{
    const Page greek(*htmlPage(lectureExample({{960, 600}, Language::Greek, true})));
    QVERIFY(greek.html.contains(q("<html lang=\"el\">")));
    QVERIFY(greek.html.contains(q("<title>Συνέλιξη 2Δ</title>")));
    QVERIFY(greek.html.contains(q("aria-label=\"Αναπαραγωγή\"")));
    QVERIFY(greek.html.contains(q("content=\"dark\"")));
    QCOMPARE(greek.data[q("labels")].toArray().at(2).toString(), q("Θέση 3 από 9"));
    QVERIFY(greek.figure.contains(q(">Είσοδος 5 × 5</text>")));
    const Page english(*htmlPage(lectureExample()));
    static const QRegularExpression letter(q("[α-ωΑ-Ω]"));
    QVERIFY(!english.html.contains(letter));
}

void TstHtmlExport::cancelledPageIsNone()
{
    int asked = 0;
    QVERIFY(!htmlPage(lectureExample(), [&](double) { return ++asked < 4; }));
    QCOMPARE(asked, 4);
    QList<double> shares;
    QVERIFY(htmlPage(lectureExample(), [&](double share) {
        shares << share;
        return true;
    }));
    QVERIFY(shares.first() == 0 && shares.last() < 1 && std::is_sorted(shares.begin(), shares.end()));
}

void TstHtmlExport::fileIsWritten()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(q("σελίδα.HTML"));
    QVERIFY(writeExport(path, lectureExample()).isOk());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), *htmlPage(lectureExample()));
    ExportOptions options;
    options.watch = [](double) { return false; };
    const QString other = folder.filePath(q("b.html"));
    const auto written = writeExport(other, lectureExample(), options);
    QVERIFY(!written.isOk());
    QCOMPARE(written.error(), (Error{ErrorCode::Cancelled, other.toStdString()}));
    QVERIFY(!QFile::exists(other));
}

void TstHtmlExport::browserSteps_data()
{
    addVisits(steps());
}

void TstHtmlExport::browserSteps()
{
    if (QStandardPaths::findExecutable(q("chromium")).isEmpty()) QSKIP("chromium is not installed");
    QFETCH(QString, name);
    QFETCH(int, stop);
    const Exportable exportable = lectureExample();
    static const auto reports = reportsOf(exportable, steps(), q(R"(
        sentence: document.getElementById('sentence').textContent, track: track.value,
        spoken: track.getAttribute('aria-valuetext'), play: document.getElementById('play').getAttribute('aria-label'),
        live: document.getElementById('words').getAttribute('aria-live'),
        controls: document.getElementById('controls').hidden)"));
    const QJsonObject report = reports[name];
    QVERIFY(!report.isEmpty());
    for (const auto& layer : report[q("seen")].toArray())
        QCOMPARE(layer.toArray().at(1).toBool(), isShown(layer.toArray().at(0).toString(), stop));
    QVERIFY(report[q("seen")].toArray().size() > 9);
    QCOMPARE(report[q("label")].toString(), exportable.label(stop));
    QCOMPARE(report[q("sentence")].toString(), exportable.describe(stop));
    QCOMPARE(report[q("track")].toString(), QString::number(stop));
    QCOMPARE(report[q("spoken")].toString(), exportable.label(stop));
    QCOMPARE(report[q("play")].toString(), q("Play"));
    QCOMPARE(report[q("live")].toString(), q("polite"));
    QCOMPARE(report[q("controls")].toBool(), false);
    QVERIFY(report[q("fits")].toBool());
}

void TstHtmlExport::browserChoosesTheLayout_data()
{
    addVisits(windows());
}

/// One of the two pictures is seen, whichever suits the window.
void TstHtmlExport::browserChoosesTheLayout()
{
    if (QStandardPaths::findExecutable(q("chromium")).isEmpty()) QSKIP("chromium is not installed");
    QFETCH(QString, name);
    QFETCH(QSize, size);
    static const auto reports = reportsOf(lectureExample(), windows(), q(whichLayout));
    const QJsonObject report = reports[name];
    QVERIFY(!report.isEmpty());
    QCOMPARE(report[q("across")].toBool(), size.width() > size.height());
    QCOMPARE(report[q("upright")].toBool(), size.width() < size.height());
    QVERIFY(report[q("fits")].toBool());
}

void TstHtmlExport::uprightIsWhereItFits()
{
    const auto exported = [](const char* preset) {
        return exportConvolution(*evaluate(findConvPreset(preset)->make()), {}, 1, {});
    };
    for (const char* preset : {"lecture-example", "padding-strides-transposed", "lecture-1d-full",
                               "lecture-1d-valid", "max-pooling"}) {
        const Exportable e = exported(preset);
        QVERIFY2(e.paintUpright, preset);
        QCOMPARE(e.uprightSize.width(), 400);
        QVERIFY(e.uprightSize.height() > 400 && e.uprightSize.height() < 1000);
        QVERIFY(uprightAt(e, e.stops()) != groundOf(e, e.uprightSize));
    }
    const auto twin = [](const ConvLook& look) {
        return exportConvolution(*evaluate(findConvPreset("transposed-3-2")->make()), look, 1, {});
    };
    QVERIFY(twin({.showsZeros = true}).paintUpright);
    QCOMPARE(twin({.showsZeros = true}).uprightSize, twin({}).uprightSize); // the stamps alone
    for (const char* preset : {"four-edges", "colours"}) { // a row a channel, the outputs below
        const Exportable e = exported(preset);
        QVERIFY2(e.paintUpright && e.uprightSize.width() == 400, preset);
        QVERIFY(e.uprightSize.height() > 600 && e.uprightSize.height() < 1500);
    }
    const ConvPreset& matrix = *findConvPreset("matrix");
    QVERIFY(exportConvolution(*evaluate(matrix.make()), lookOf(matrix.view), 1, {}).paintUpright);
    ConvLook ofMaximum;
    ofMaximum.tab = ConvTab::Matrix;
    const auto maximum = evaluate(findConvPreset("max-pooling")->make());
    QVERIFY(!exportConvolution(*maximum, ofMaximum, 1, {}).paintUpright); // there is none
}

void TstHtmlExport::trainingIsAsPaintedAtEachStop()
{
    const Exportable exportable = training(madeUpFilm(200, {1, 12, 12}, 6));
    const Page page(*htmlPage(exportable));
    for (int stop = 1; stop <= exportable.stops(); ++stop) {
        const QImage found = rendered(pictureAt(page, stop), exportable.size);
        const QImage expected = painted(exportable.size, [&](QPainter& p) {
            p.fillRect(QRect(QPoint(), exportable.size), exportable.ground);
            exportable.paint(p, stop);
        });
        const double different = differentShare(expected, found);
        QVERIFY2(different <= tolerance, qPrintable(q("stop %1: %2").arg(stop).arg(different)));
    }
    QVERIFY(exportable.label(6).startsWith(q("Update 5 · epoch 1 of 1")));
    QVERIFY(exportable.describe(1).contains(q("0.200")));
    const Exportable greek = training(madeUpFilm(20, {1, 1, 4}, 2), {{960, 600}, Language::Greek, true});
    QVERIFY(greek.label(2).startsWith(q("Ενημέρωση 1")));
}

/// As many dots, pictures and stops as a run of the digits has.
void TstHtmlExport::trainingOfManyStopsIsSmall()
{
    const qsizetype size = htmlPage(training(madeUpFilm(mostFilmDots, {1, 16, 16}, 62)))->size();
    QVERIFY2(size < 3000000, qPrintable(QString::number(size)));
}

void TstHtmlExport::browserScrubsATraining_data()
{
    addVisits(scrubs());
}

/// The picture that suits the window shows the stop, and nothing else of the others.
void TstHtmlExport::browserScrubsATraining()
{
    if (QStandardPaths::findExecutable(q("chromium")).isEmpty()) QSKIP("chromium is not installed");
    QFETCH(QString, name);
    QFETCH(QSize, size);
    QFETCH(int, stop);
    const Exportable exportable = training(madeUpFilm(60, {1, 8, 8}, 14));
    static const auto reports = reportsOf(exportable, scrubs(), q(whichLayout));
    const QJsonObject report = reports[name];
    QVERIFY(!report.isEmpty());
    QCOMPARE(report[q("upright")].toBool(), size.width() < size.height());
    QCOMPARE(report[q("across")].toBool(), size.width() > size.height());
    QVERIFY(report[q("fits")].toBool());
    QCOMPARE(report[q("label")].toString(), exportable.label(stop));
    const QJsonArray layers = report[q("seen")].toArray();
    QVERIFY(layers.size() >= 28);
    const QString own = QString::number(stop);
    bool hasOwn = false;
    for (const auto& layer : layers) {
        const QString stops = layer.toArray().at(0).toString();
        const bool isOn = layer.toArray().at(1).toBool();
        hasOwn |= isOn && stops == own;
        if (!stops.contains(u'-') && !stops.contains(u' ')) QCOMPARE(isOn, stops == own);
    }
    QVERIFY(hasOwn);
}

QTEST_MAIN(TstHtmlExport)
#include "tst_html_export.moc"
