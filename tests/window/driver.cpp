// Drives the window as a person does: reads a script, finds controls by what they call themselves, and moves
// the real pointer and presses real keys through xdotool. `run` beside it brings up a display; `help` below
// tells the steps.

#include "tests/support/desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/chip_row.h"
#include "ui/widgets/timeline.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QScreen>
#include <QStyleFactory>
#include <QTextStream>
#include <QThread>

#include <cmath>
#include <functional>
#include <map>
#include <random>

using namespace hg;
using namespace hg::test;

namespace {

constexpr auto help =
    R"(A step a line; words with blanks in "…"; # begins a remark. What is sought waits up to 30 s.
  press NAME            clicks a control: its accessible name or text, or the beginning of a chip's
  pick NAME             clicks an entry of the list that is open; a submenu opens
  chip NAME [VALUE…]    of the presenter, folded or not: turns a switch, or picks from its list
  cell PLACE ROW COLUMN clicks a cell on the stage: input, filter or output
  point NAME X Y        moves into what has that accessible name, to X % of its width and Y % of its height
  click NAME X Y        the same, and clicks there
  drag NAME X Y X Y…    presses there, moves on from place to place, and lets go
  type TEXT | key KEY…  through the keyboard, with xdotool's names
  paste TEXT            puts the text onto the clipboard, \t and \n as in C, then Ctrl+V
  open FILE             the shell's Open, with the file's name typed in
  wait SECONDS | shot NAME
  playing | still | position X | says TEXT | silent TEXT | scene WORD VALUE
  same A B | differ A B two shots
  monkey SEED N         random clicks and keys
  close                 as the window manager does; must end within 1 s
)";

/// What was printed as a warning.
QStringList& complaints()
{
    static QStringList list;
    return list;
}

void collect(QtMsgType type, const QMessageLogContext&, const QString& text)
{
    if (type != QtDebugMsg && type != QtInfoMsg) complaints() << text;
}

void xdotool(const QStringList& words)
{
    QProcess process;
    process.start(q("xdotool"), words);
    process.waitForFinished(20'000);
}

QStringList wordsOf(const QString& line)
{
    static const QRegularExpression word(q("\"([^\"]*)\"|(\\S+)"));
    QStringList words;
    for (auto it = word.globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        words << (match.captured(1).isNull() ? match.captured(2) : match.captured(1));
        if (words.last().isEmpty()) words.last() = match.captured(1);
    }
    return words;
}

/// The rows of the script, run beside the window's thread, which only answers where things are.
class Driver : public QThread {
public:
    Driver(MainWindow& window, const QString& script, const QString& folder)
        : m_window(window), m_script(script), m_folder(QFileInfo(folder).absoluteFilePath())
    {}
    int failures() const { return m_failures; }

protected:
    void run() override
    {
        QFile file(m_script);
        if (!file.open(QIODevice::ReadOnly)) return fail(q("no such script"));
        QTextStream text(&file);
        msleep(1000); // a window manager gives the window its size when it is shown already
        while (!text.atEnd() && !m_isLost) {
            m_line = text.readLine().trimmed().replace(q("@out@"), m_folder);
            const QStringList words = wordsOf(m_line.section(q(" #"), 0, 0));
            if (!words.isEmpty() && !words[0].startsWith(u'#')) step(words);
        }
        onWindow([this] { m_window.close(); });
    }

private:
    void onWindow(const std::function<void()>& work) const
    {
        QMetaObject::invokeMethod(qApp, work, Qt::BlockingQueuedConnection);
    }
    void fail(const QString& why)
    {
        ++m_failures;
        QTextStream(stdout) << "FAILED " << m_line << (why.isEmpty() ? "" : ": ") << why << '\n';
    }
    /// Asks the window until it is so.
    bool isSoon(const std::function<bool()>& question) const
    {
        for (int i = 0; i < 300; ++i) {
            bool isSo = false;
            onWindow([&] { isSo = question(); });
            if (isSo) return true;
            msleep(100);
        }
        return false;
    }
    static QWidget* root(MainWindow& window)
    {
        if (QWidget* dialog = QApplication::activeModalWidget()) return dialog;
        return &window;
    }

    QPoint controlAt(const QString& written) const
    {
        const QString name = QString(written).replace(q("\\n"), q("\n"));
        QWidget* found = nullptr;
        for (const bool isExact : {true, false})
            for (auto* widget : root(m_window)->findChildren<QWidget*>()) {
                if (found || !widget->isVisible() || !widget->isEnabled()) continue;
                const auto* button = qobject_cast<QAbstractButton*>(widget);
                const bool isControl = button || qobject_cast<QComboBox*>(widget) ||
                                       qobject_cast<QLineEdit*>(widget) ||
                                       widget->focusPolicy() != Qt::NoFocus;
                const QString spoken = widget->accessibleName(), shown = button ? button->text() : QString();
                const bool isMeant =
                    isExact ? spoken == name || shown == name : spoken.startsWith(name + u' ');
                if (isControl && isMeant) found = widget;
            }
        if (!found || !isReachable(*found, found->rect().center())) return {};
        return found->mapToGlobal(found->rect().center());
    }
    /// A place in what has that accessible name, control or picture.
    QPoint placeIn(const QStringList& words) const
    {
        for (auto* widget : root(m_window)->findChildren<QWidget*>()) {
            if (!widget->isVisible() || widget->accessibleName() != words.value(1)) continue;
            return widget->mapToGlobal(QPoint(widget->width() * words.value(2).toInt() / 100,
                                              widget->height() * words.value(3).toInt() / 100));
        }
        return {};
    }
    void pointAt(const QStringList& words, unsigned long rest = 150)
    {
        QPoint place;
        if (!isSoon([&] { return !(place = placeIn(words)).isNull(); })) return fail(q("is not there"));
        xdotool({q("mousemove"), q("--sync"), QString::number(place.x()), QString::number(place.y())});
        msleep(rest);
    }
    /// In steps that a hand's movement has, so that what is dragged sees where it passes.
    void dragAlong(const QStringList& words)
    {
        constexpr int steps = 8;
        pointAt(words);
        xdotool({q("mousedown"), q("1")});
        for (int i = 4; i + 1 < words.size(); i += 2)
            for (int step = 1; step <= steps; ++step) {
                const auto part = [&](int at) {
                    return QString::number(words[at - 2].toInt() +
                                           (words[at].toInt() - words[at - 2].toInt()) * step / steps);
                };
                pointAt({words[0], words[1], part(i), part(i + 1)}, 20);
            }
        xdotool({q("mouseup"), q("1")});
        msleep(250);
    }
    static QPoint entryAt(const QString& name)
    {
        const QWidget* list = QApplication::activePopupWidget();
        if (!list) return {};
        if (const auto* menu = qobject_cast<const QMenu*>(list))
            for (QAction* action : menu->actions())
                if (action->isEnabled() && (action->text() == name || action->text().startsWith(name + u' ')))
                    return menu->mapToGlobal(menu->actionGeometry(action).center());
        if (auto* view = list->findChild<QAbstractItemView*>())
            for (int row = 0; row < view->model()->rowCount(); ++row) {
                const QModelIndex index = view->model()->index(row, 0);
                if (index.data().toString() != name) continue;
                view->scrollTo(index);
                return view->viewport()->mapToGlobal(view->visualRect(index).center());
            }
        return {};
    }
    QPoint cellAt(const QStringList& words) const
    {
        const auto lab = ConvLabSeen::in(m_window);
        if (!lab || words.size() < 4) return {};
        const auto place = words[1] == q("input")    ? ConvPlace::Input
                           : words[1] == q("filter") ? ConvPlace::Kernel
                                                     : ConvPlace::Output;
        const QRectF cell = lab->canvas()->picture()->cellOf({place, words[2].toInt(), words[3].toInt()});
        return cell.isEmpty() ? QPoint() : lab->canvas()->mapToGlobal(cell.center().toPoint());
    }
    void clickAt(const std::function<QPoint()>& where)
    {
        QPoint place;
        const bool isThere = isSoon([&] { return !(place = where()).isNull(); });
        if (!isThere) {
            m_isLost = true; // what follows would be done to something else
            shoot(q("lost"));
            return fail(q("is not there, or not within reach"));
        }
        xdotool({q("mousemove"), q("--sync"), QString::number(place.x()), QString::number(place.y())});
        msleep(60);
        xdotool({q("click"), q("1")});
        msleep(250);
    }

    void useChip(const QStringList& words)
    {
        bool isShown = false;
        onWindow([&] { isShown = !controlAt(words.value(1)).isNull(); });
        clickAt([&] { return controlAt(isShown ? words.value(1) : ChipRow::tr("More")); });
        for (const QString& entry : words.mid(isShown ? 2 : 1))
            clickAt([&] { return entryAt(entry); });
    }

    bool holds(const QStringList& words) const
    {
        const Timeline* timeline =
            m_window.currentLab() ? m_window.currentLab()->model().timeline() : nullptr;
        if (words[0] == q("playing")) return timeline && timeline->isPlaying();
        if (words[0] == q("still")) return timeline && !timeline->isPlaying();
        if (words[0] == q("position"))
            return timeline && std::abs(timeline->position() - words.value(1).toDouble()) < 0.01;
        if (words[0] == q("says")) return isSaid(words.value(1));
        if (words[0] == q("silent")) return !isSaid(words.value(1));
        return words[0] == q("scene") && valueOf(words.value(1)) == words.value(2);
    }
    bool isSaid(const QString& text) const
    {
        for (const auto* widget : root(m_window)->findChildren<QWidget*>()) {
            if (!widget->isVisible()) continue;
            const auto* label = qobject_cast<const QLabel*>(widget);
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const auto* box = qobject_cast<const QComboBox*>(widget);
            const QStringList texts{label    ? label->text()
                                    : button ? button->text()
                                    : box    ? box->currentText()
                                             : QString(),
                                    widget->accessibleName(), widget->accessibleDescription()};
            if (texts.join(u'\n').contains(text)) return true;
        }
        return false;
    }
    QString valueOf(const QString& word) const
    {
        const auto lab = ConvLabSeen::in(m_window);
        if (!lab) return {};
        const ConvScene& s = lab->scene();
        const std::map<QString, int> values{{q("stride"), s.stride.w},
                                            {q("size"), s.kernelSize().w},
                                            {q("filters"), s.filters()},
                                            {q("channels"), s.channels()},
                                            {q("rows"), s.input.shape.height},
                                            {q("columns"), s.input.shape.width},
                                            {q("transposed"), s.isTransposed ? 1 : 0},
                                            {q("undo"), lab->undoStack()->index()}};
        const auto it = values.find(word);
        return it == values.end() ? QString() : QString::number(it->second);
    }

    QString pathOf(const QString& name) const { return m_folder + u'/' + name + q(".png"); }
    void shoot(const QString& name)
    {
        msleep(200);
        QStringList cut;
        onWindow([&] {
            QGuiApplication::primaryScreen()->grabWindow(0).save(pathOf(name));
            cut = cutTexts(m_window);
        });
        if (!cut.isEmpty()) fail(q("cut: ") + cut.join(q(", ")));
    }
    void openFile(const QString& path)
    {
        xdotool({q("key"), q("ctrl+o")});
        if (!isSoon([] { return QApplication::activeModalWidget() != nullptr; })) return fail(q("no dialog"));
        msleep(300);
        xdotool({q("type"), q("--delay"), q("10"), q("--"), path});
        xdotool({q("key"), q("Return")});
        if (!isSoon([] { return !QApplication::activeModalWidget(); })) fail(q("the dialog stays"));
        msleep(500);
    }
    void playMonkey(unsigned seed, int count)
    {
        static const QStringList keys =
            q("space Left Right Up Down Home End Tab Return Escape Delete 5 minus "
              "ctrl+z ctrl+shift+z ctrl+d F5 Page_Up Page_Down ctrl+c ctrl+v")
                .split(u' ');
        std::mt19937 random(seed);
        const QSize screen = QGuiApplication::primaryScreen()->size();
        const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        for (int i = 0; i < count && m_window.isVisible(); ++i) {
            if (below(3) > 0)
                xdotool({q("mousemove"), QString::number(below(screen.width())),
                         QString::number(30 + below(screen.height() - 30)), q("click"), q("1")});
            else
                xdotool({q("key"), keys.at(below(static_cast<int>(keys.size())))});
            onWindow([] {
                if (auto* dialog = QApplication::activeModalWidget()) dialog->close();
            });
        }
        xdotool({q("key"), q("Escape"), q("Escape")});
    }
    void closeWindow()
    {
        xdotool({q("key"), q("alt+F4")});
        bool isClosed = false;
        for (int i = 0; i < 10 && !isClosed; ++i) {
            msleep(100);
            isClosed = isFinished() || !m_window.isVisible();
        }
        if (!isClosed) fail(q("it is still there after a second"));
    }

    void step(const QStringList& words)
    {
        const QString &word = words[0], rest = words.value(1);
        const auto number = complaints().size();
        if (word == q("press"))
            clickAt([&] { return controlAt(rest); });
        else if (word == q("pick"))
            clickAt([&] { return entryAt(rest); });
        else if (word == q("chip"))
            useChip(words);
        else if (word == q("cell"))
            clickAt([&] { return cellAt(words); });
        else if (word == q("point"))
            pointAt(words);
        else if (word == q("click"))
            clickAt([&] { return placeIn(words); });
        else if (word == q("drag"))
            dragAlong(words);
        else if (word == q("type"))
            xdotool({q("type"), q("--delay"), q("30"), q("--"), rest});
        else if (word == q("key"))
            xdotool(QStringList{q("key"), q("--delay"), q("120")} + words.mid(1));
        else if (word == q("paste")) {
            onWindow([text = QString(rest).replace(q("\\n"), q("\n")).replace(q("\\t"), q("\t"))] {
                QGuiApplication::clipboard()->setText(text);
            });
            xdotool({q("key"), q("ctrl+v")});
        } else if (word == q("open"))
            openFile(QFileInfo(rest).absoluteFilePath());
        else if (word == q("wait"))
            msleep(static_cast<unsigned long>(1000 * rest.toDouble()));
        else if (word == q("shot"))
            shoot(rest);
        else if (word == q("same") || word == q("differ")) {
            if ((QImage(pathOf(rest)) == QImage(pathOf(words.value(2)))) != (word == q("same"))) fail({});
        } else if (word == q("monkey"))
            playMonkey(rest.toUInt(), words.value(2).toInt());
        else if (word == q("close"))
            closeWindow();
        else if (!isSoon([&] { return holds(words); }))
            fail(q("is not so"));
        if (complaints().size() > number) fail(q("printed: ") + complaints().last());
    }

    MainWindow& m_window;
    const QString m_script, m_folder;
    QString m_line;
    int m_failures = 0;
    bool m_isLost = false;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 3) {
        QTextStream(stderr) << "hourglass_window SCRIPT FOLDER [en|el] [light|dark]\n" << help;
        return 2;
    }
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    Bench<SteadyClock> bench;
    const Assets assets(QApplication::applicationDirPath().toStdString());
    if (const auto fonts = assets.find("fonts")) loadFonts(QString::fromStdString(fonts->string()));
    AppContext context{bench.settings,    bench.workers,     bench.clock,      assets,
                       bench.stores.jobs, bench.stores.data, bench.stores.runs};
    const QStringList words = QApplication::arguments().mid(3);
    bench.settings.setLanguage(words.contains(q("en")) ? Language::English : Language::Greek);
    bench.settings.setDark(words.contains(q("dark")));
    qInstallMessageHandler(collect);
    MainWindow window(context);
    window.showMaximized();
    Driver driver(window, QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    QObject::connect(&driver, &QThread::finished, qApp, &QCoreApplication::quit);
    QApplication::setQuitOnLastWindowClosed(false);
    driver.start();
    QApplication::exec();
    driver.wait();
    QTextStream(stdout) << (driver.failures() == 0 ? "passed" : "failed") << '\n';
    return driver.failures() == 0 ? 0 : 1;
}
