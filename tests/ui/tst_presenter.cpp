#include "core/lab/conv_presets.h"
#include "tests/support/desk.h"
#include "ui/shell/presenter.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/timeline.h"

#include <QMenu>
#include <QPointer>
#include <QSettings>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace hg;
using namespace hg::test;

namespace {

struct Hall : DeskWith<ManualClock> {
    explicit Hall(const QString& lab = QStringLiteral("conv2d")) : DeskWith(lab) {}
    ConvLabSeen lab() { return *ConvLabSeen::in(window); }
    Presenter& presenter() { return *window.findChild<Presenter*>(); }
    /// The chip whose name begins so.
    Chip* chip(const char* name)
    {
        for (auto* chip : window.findChildren<Chip*>())
            if (chip->isVisible() && chip->accessibleName().startsWith(q(name))) return chip;
        return nullptr;
    }
    QMenu* list()
    {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        return menu && menu->isVisible() ? menu : nullptr;
    }
    /// Opens a chip's list by mouse, the chip's own or that of what is folded, and chooses.
    bool choose(const char* name, const char* value)
    {
        Chip* own = chip(name);
        if (!click(own ? own : chip("More")) || !list()) return false;
        QMenu* values = list();
        for (QAction* action : values->actions())
            if (!own && action->menu() && action->text().startsWith(q(name))) values = action->menu();
        if (!own) values->popup(QPoint(40, 40));
        for (QAction* action : values->actions())
            if (action->text() == q(value)) {
                QTest::mouseClick(values, Qt::LeftButton, {}, values->actionGeometry(action).center());
                while (list())
                    list()->close();
                return true;
            }
        return false;
    }
    /// Whether a chip says so, shown or folded.
    bool says(const QString& name, const QString& value)
    {
        const auto chips = window.currentLab()->model().chips();
        return std::any_of(chips.begin(), chips.end(),
                           [&](const ChipContent& c) { return c.name == name && c.value() == value; });
    }
};

} // namespace

class TestPresenter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entersAndLeaves_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"F5, F5", "F5, Esc", "button, Esc"})
            QTest::newRow(way) << q(way);
    }
    void entersAndLeaves()
    {
        QFETCH(QString, way);
        Hall hall;
        QVERIFY(hall.isUp);
        const QRect before = hall.window.geometry();
        QWidget* focus = hall.window.focusWidget();
        QVERIFY(buttonOf(hall.window, q("Export…")));
        if (way.startsWith(q("F5")))
            hall.key(Qt::Key_F5);
        else
            QVERIFY(click(buttonOf(hall.window, q("▸ Present"))));
        QVERIFY(hall.presenter().isPresenting());
        QVERIFY(hall.window.isFullScreen());
        QVERIFY(!hall.lab().inspector()->isVisible());
        QVERIFY(!buttonOf(hall.window, q("Export…")));
        QVERIFY(hall.lab().stage()->isVisible());
        QVERIFY(hall.chip("size 3"));
        hall.key(way.endsWith(q("Esc")) ? Qt::Key_Escape : Qt::Key_F5);
        QVERIFY(!hall.presenter().isPresenting());
        QVERIFY(!hall.window.isFullScreen());
        QCOMPARE(hall.window.geometry(), before);
        QVERIFY(hall.lab().inspector()->isVisible());
        QVERIFY(buttonOf(hall.window, q("Export…")));
        QVERIFY(!hall.chip("size 3"));
        if (way.startsWith(q("F5"))) QCOMPARE(hall.window.focusWidget(), focus);
    }

    void digitsPressChips()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        for (const auto& [key, chip] : {std::pair(Qt::Key_1, "size 3"), std::pair(Qt::Key_2, "stride 2")}) {
            QVERIFY2(hall.chip(chip), chip);
            QTimer::singleShot(0, this, [&hall] {
                if (auto* list = QApplication::activePopupWidget()) list->close();
            });
            QSignalSpy clicks(hall.chip(chip), &QPushButton::clicked);
            hall.key(key);
            QCOMPARE(clicks.count(), 1);
        }
        hall.key(Qt::Key_9); // there are not so many
        QVERIFY(hall.presenter().isPresenting());
    }

    void presentsTheStartPagesFigure()
    {
        Hall hall(QStringLiteral("conv1d"));
        hall.window.openStartPage();
        hall.key(Qt::Key_F5);
        QVERIFY(hall.presenter().isPresenting());
        QCOMPARE(hall.lab().axes(), 2);
    }

    void goesToAnotherLab()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        const LabPage* first = hall.window.currentLab();
        QVERIFY(hall.choose("Lab", "Convolution 1D"));
        QVERIFY(hall.presenter().isPresenting());
        QCOMPARE(hall.lab().axes(), 1);
        QVERIFY(hall.lab().stage()->isVisible() && !first->stage->isVisible());
        QVERIFY(!hall.lab().inspector()->isVisible());
        hall.key(Qt::Key_Escape);
        QVERIFY(hall.lab().inspector()->isVisible());
        hall.window.openLab(QStringLiteral("conv2d"));
        QVERIFY(named<Switch>(hall.window, q("Term by term"))); // the first one is no longer bare
    }

    void switchesOfTheFigureAreChips_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"Ghost", "Erratum", "Predict", "Terms"})
            QTest::newRow(name) << q(name);
    }
    void switchesOfTheFigureAreChips()
    {
        QFETCH(QString, name);
        Hall hall;
        hall.key(Qt::Key_F5);
        const auto isOn = [&] { return hall.says(name, q("on")); };
        const bool before = isOn();
        for (const auto& chip : hall.lab().chips())
            if (chip.name == name) chip.choose(before ? 0 : 1);
        QCOMPARE(isOn(), !before);
        if (name == q("Erratum")) QVERIFY(hall.says(q("Ghost"), q("on")));
    }

    void chipsSpeakTheLanguageOfTheMoment()
    {
        for (const char* lab : {"conv2d", "conv1d"}) {
            Hall hall(q(lab));
            hall.window.resize(1920, 1080);
            hall.key(Qt::Key_F5);
            hall.key(Qt::Key_L, Qt::ControlModifier);
            const auto isNamed = [&](const char* name) { // folded ones included
                const auto chips = hall.window.findChildren<Chip*>();
                return std::any_of(chips.begin(), chips.end(),
                                   [&](const Chip* c) { return c->accessibleName() == q(name); });
            };
            QTRY_VERIFY(isNamed("Πρόβλεψη όχι"));
            QVERIFY(isNamed("μέγεθος 3"));
            QVERIFY(!isNamed("Predict off"));
        }
    }

    void erratumTurnsTheGhostOn()
    {
        Hall hall;
        hall.window.resize(1920, 1080);
        hall.key(Qt::Key_F5);
        QVERIFY(click(hall.chip("Ghost on")));
        QVERIFY(hall.chip("Ghost off") && click(hall.chip("Erratum off")));
        QVERIFY(hall.chip("Erratum on") && hall.chip("Ghost on"));
    }

    void foldedChipsAreListed()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        QVERIFY(hall.choose("filters", "3"));
        QCOMPARE(hall.lab().scene().filters(), 3);
        QVERIFY(hall.choose("weights", "Gaussian"));
        QVERIFY(hall.says(q("weights"), q("Gaussian")));
    }

    void comesBackMaximised()
    {
        Hall hall;
        hall.window.showMaximized();
        hall.key(Qt::Key_F5);
        hall.key(Qt::Key_F5);
        QVERIFY(hall.window.isMaximized());
        QVERIFY(!hall.window.isFullScreen());
    }

    void closingKeepsTheNormalGeometry()
    {
        Hall hall;
        const QByteArray normal = hall.window.saveGeometry();
        hall.key(Qt::Key_F5);
        hall.window.close();
        QCOMPARE(hall.bench.settings.windowGeometry(), normal);
    }

    void chipsChangeTheScene_data()
    {
        QTest::addColumn<QString>("lab");
        QTest::addColumn<QString>("chip");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* lab, const char* chip, const char* value) {
            QTest::addRow("%s: %s %s", lab, chip, value) << q(lab) << q(chip) << q(value);
        };
        for (const char* lab : {"conv2d", "conv1d"}) {
            row(lab, "size", "2");
            row(lab, "stride", "3");
            row(lab, "padding", "valid");
            row(lab, "dilation", "2");
        }
        row("conv1d", "padding", "causal");
        row("conv2d", "example", "Four filters, one layer");
    }
    void chipsChangeTheScene()
    {
        QFETCH(QString, lab);
        QFETCH(QString, chip);
        QFETCH(QString, value);
        Hall hall(lab);
        hall.key(Qt::Key_F5);
        const ConvScene before = hall.lab().scene();
        QVERIFY(hall.choose(chip.toUtf8().constData(), value.toUtf8().constData()));
        const ConvScene after = hall.lab().scene();
        QVERIFY(after != before);
        if (chip == q("size")) QCOMPARE(after.kernelSize().w, 2);
        if (chip == q("stride")) QCOMPARE(after.stride.w, 3);
        if (chip == q("dilation")) QCOMPARE(after.dilation.w, 2);
        if (chip == q("padding"))
            QCOMPARE(after.paddingW.kind,
                     value == q("causal") ? Padding::Kind::Causal : Padding::Kind::Valid);
        QVERIFY(hall.says(chip, value));
        if (chip != q("dilation"))                                          // which is folded
            QVERIFY(hall.chip((chip + u' ' + value).toUtf8().constData())); // for eyes and for screen readers
        hall.key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(hall.lab().scene() == before);
        hall.key(Qt::Key_Y, Qt::ControlModifier);
        QVERIFY(hall.lab().scene() == after);
    }

    void chipsAreForTransposedToo()
    {
        Hall hall;
        hall.lab().openPreset("no-padding-strides-transposed");
        hall.key(Qt::Key_F5);
        QVERIFY(hall.chip("crop"));
        QVERIFY(hall.choose("direction", "forward"));
        QVERIFY(!hall.lab().scene().isTransposed);
        QVERIFY(hall.says(q("direction"), q("forward")));
        QVERIFY(hall.chip("padding"));
    }

    void chipIsOperatedByKeys()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        Chip* stride = nullptr;
        for (int i = 0; i < 20 && !stride; ++i) {
            hall.key(Qt::Key_Tab);
            auto* chip = qobject_cast<Chip*>(hall.window.focusWidget());
            if (chip && chip == hall.chip("stride")) stride = chip;
        }
        QVERIFY2(stride, "Tab does not come to the stride");
        QTest::keyClick(stride, Qt::Key_Up);
        QCOMPARE(hall.lab().scene().stride.w, 3);
        QTest::keyClick(stride, Qt::Key_Down);
        QTest::keyClick(stride, Qt::Key_Down);
        QTest::keyClick(stride, Qt::Key_Down); // not below 1
        QCOMPARE(hall.lab().scene().stride.w, 1);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Space}) {
            QTest::keyClick(stride, key);
            QVERIFY(hall.list());
            QTest::keyClick(hall.list(), Qt::Key_Down);
            QTest::keyClick(hall.list(), Qt::Key_Return);
            QVERIFY(hall.presenter().isPresenting());
        }
        QCOMPARE(hall.lab().scene().stride.w, 3);
        QTest::keyClick(stride, Qt::Key_Return);
        QTest::keyClick(hall.list(), Qt::Key_Escape);
        QVERIFY2(hall.presenter().isPresenting(), "Esc in a list closes the list only");
        QCOMPARE(hall.window.focusWidget(), static_cast<QWidget*>(stride));
    }

    void wheelSteps()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        Chip* size = hall.chip("size");
        QVERIFY(size);
        const auto turn = [size](int eighths) {
            QWheelEvent event(size->rect().center(), size->mapToGlobal(size->rect().center()), {},
                              {0, eighths}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(size, &event);
        };
        turn(60); // half a step of a fine wheel
        QCOMPARE(hall.lab().scene().kernelSize().w, 3);
        turn(60);
        QCOMPARE(hall.lab().scene().kernelSize().w, 4);
        turn(-120);
        QCOMPARE(hall.lab().scene().kernelSize().w, 3);
    }

    void impossibleSettingKeepsThePicture()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        QVERIFY(hall.choose("padding", "valid"));
        const Shape shown = hall.lab().figure().outputShape();
        QVERIFY(hall.choose("size", "6"));
        QCOMPARE(hall.lab().figure().outputShape(), shown);
        QVERIFY(hall.lab().notice()->isVisible());
        QVERIFY(!hall.lab().notice()->text().isEmpty());
        QVERIFY(click(buttonOf(hall.window, q("Use the nearest that works"))));
        QVERIFY(!hall.lab().notice()->isVisible());
    }

    void languageAndColoursWhilePresenting()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        QVERIFY(click(buttonOf(hall.window, q("Ελ"))));
        QVERIFY(hall.chip("μέγεθος 3"));
        hall.key(Qt::Key_L, Qt::ControlModifier);
        QVERIFY(hall.chip("size 3"));
        const bool isDark = hall.bench.settings.isDark();
        hall.key(Qt::Key_D, Qt::ControlModifier);
        QVERIFY(hall.bench.settings.isDark() != isDark);
        QVERIFY(hall.presenter().isPresenting());
    }

    void transportKeysWork()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        Timeline* timeline = hall.lab().timeline();
        const auto after = [&](Qt::Key key) {
            hall.key(key);
            return timeline->position();
        };
        QCOMPARE(after(Qt::Key_Home), 0.0);
        QCOMPARE(after(Qt::Key_PageDown), 1.0);
        QCOMPARE(after(Qt::Key_Right), 2.0);
        QCOMPARE(after(Qt::Key_PageUp), 1.0);
        QCOMPARE(after(Qt::Key_End), 9.0);
        hall.key(Qt::Key_Space);
        QVERIFY(timeline->isPlaying());
    }

    void typeIsLarge_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("least");
        QTest::newRow("1920 × 1080") << QSize(1920, 1080) << 18.0;
        QTest::newRow("1366 × 768") << QSize(1366, 768) << 13.0;
        QTest::newRow("1024 × 768") << QSize(1024, 768) << 13.0;
        QTest::newRow("3840 × 2160") << QSize(3840, 2160) << 36.0;
    }
    void typeIsLarge()
    {
        QFETCH(QSize, size);
        QFETCH(double, least);
        PaintStyle style;
        style.scale = Presenter::scaleOf(size);
        QVERIFY(style.font(13).pixelSize() >= least);
    }

    void everyTextIsLargeOnAFullHdScreen()
    {
        Hall hall;
        hall.key(Qt::Key_F5);
        hall.window.setWindowState(Qt::WindowNoState); // the screen of the tests is small
        hall.window.resize(1920, 1080);
        QCoreApplication::processEvents();
        for (const auto* widget : hall.window.findChildren<QWidget*>())
            if (widget->isVisible() &&
                (qobject_cast<const QAbstractButton*>(widget) || widget->inherits("QLabel")))
                QVERIFY2(widget->font().pixelSize() >= 18,
                         qPrintable(QStringLiteral("%1 has %2 px at %3 × %4")
                                        .arg(QLatin1String(widget->metaObject()->className()))
                                        .arg(widget->font().pixelSize())
                                        .arg(hall.window.width())
                                        .arg(hall.window.height())));
        hall.key(Qt::Key_F5);
        QCOMPARE(qApp->font().pixelSize(), 14);
    }

    void everyChipIsWhole_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Language>("language");
        for (const QSize size : {QSize(1024, 768), QSize(1366, 768), QSize(1920, 1080)}) {
            QTest::addRow("en %d", size.width()) << size << Language::English;
            QTest::addRow("el %d", size.width()) << size << Language::Greek;
        }
    }
    void everyChipIsWhole()
    {
        QFETCH(QSize, size);
        QFETCH(Language, language);
        Hall hall;
        hall.lab().openPreset("no-padding-strides-transposed"); // has the most chips
        hall.key(Qt::Key_F5);
        hall.window.setLanguage(language);
        hall.window.setWindowState(Qt::WindowNoState);
        hall.window.resize(size);
        QCoreApplication::processEvents();
        QCOMPARE(hall.window.size(), size);
        int count = 0;
        for (const auto* chip : hall.window.findChildren<Chip*>()) {
            if (!chip->isVisible()) continue;
            ++count;
            QVERIFY2(chip->width() >= chip->minimumSizeHint().width(),
                     qPrintable(QStringLiteral("%1: %2 of %3")
                                    .arg(chip->accessibleName())
                                    .arg(chip->width())
                                    .arg(chip->minimumSizeHint().width())));
            QVERIFY(chip->geometry().right() < hall.presenter().width());
        }
        // What has no room is listed.
        Chip* rest = hall.chip(language == Language::Greek ? "Περισσότερα" : "More");
        QVERIFY(click(rest));
        const auto folded = hall.list()->actions().size();
        hall.list()->close();
        QCOMPARE(count - 1 + folded, std::ssize(hall.lab().chips()) + 1);
        QVERIFY(count >= 5); // example, size, stride, padding and the rest
    }

    void everyLabCanBePresented_data()
    {
        QTest::addColumn<QString>("id");
        for (const LabRow& row : labRows())
            QTest::newRow(row.id) << QString::fromLatin1(row.id);
    }
    void everyLabCanBePresented()
    {
        QFETCH(QString, id);
        Hall hall(id);
        hall.key(Qt::Key_F5);
        QVERIFY(hall.presenter().isPresenting());
        QVERIFY(hall.window.currentLab()->stage->isVisible());
        if (QWidget* extras = hall.window.currentLab()->stage->transportExtras())
            QVERIFY(extras->isVisible());
        hall.key(Qt::Key_Escape);
        QVERIFY(!hall.presenter().isPresenting());
        QVERIFY(hall.window.currentLab()->inspector->isVisible());
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    loadFonts(QStringLiteral(HOURGLASS_TEST_ASSETS "/fonts"));
    TestPresenter test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_presenter.moc"
