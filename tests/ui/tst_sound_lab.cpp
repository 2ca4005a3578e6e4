#include "core/io/sound_file.h"
#include "core/lab/sound_examples.h"
#include "core/lab/sound_numbers.h"
#include "core/session/state_command.h"
#include "tests/support/desk.h"
#include "tests/support/exported.h"
#include "ui/labs/conv/sound_model.h"
#include "ui/labs/conv/sound_stage.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/sound_canvas.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QStyleFactory>
#include <QToolButton>

using namespace hg;
using namespace hg::test;

namespace {

/// A WAV file as its header says it (format 1: whole numbers, 3: floats), of so many equal bytes.
QByteArray wavOf(int format, int channels, int rateHz, int bits, qsizetype bytes, qsizetype announced = -1)
{
    const auto word = [](qint64 value, int size) {
        QByteArray text;
        for (int i = 0; i < size; ++i)
            text += static_cast<char>(value >> (8 * i) & 0xFF);
        return text;
    };
    const int frame = channels * bits / 8;
    const qsizetype size = announced < 0 ? bytes : announced;
    return "RIFF" + word(size + 36, 4) + "WAVEfmt " + word(16, 4) + word(format, 2) + word(channels, 2) +
           word(rateHz, 4) + word(qint64(rateHz) * frame, 4) + word(frame, 2) + word(bits, 2) + "data" +
           word(size, 4) + QByteArray(bytes, '\x20');
}

constexpr int patience = 60'000; // the longest wait for something that must come

/// The window with the sound on the stage.
struct Desk : ConvDesk {
    Desk() : ConvDesk("conv1d") { isUp = isUp && click(buttonOf(window, q("Sound"))) && settle(); }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return lab->sound()->figure() && !lab->sound()->isBusy(); },
                               patience);
    }
    bool drop(const QString& path) const
    {
        QWidget* stage = lab->stage();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(stage, &enter);
        QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(stage, &event);
        const auto figure = lab->sound()->figure();
        return QTest::qWaitFor(
            [&] { return lab->sound()->isBusy() || lab->sound()->figure() != figure || !notice().isEmpty(); },
            patience);
    }
    /// A file of half a second; empty where it cannot be written.
    QString tone() const
    {
        const QString path = bench.folder.filePath(q("tone.wav"));
        const Bytes bytes = toWav({8000, 1, std::vector<float>(4000, 0.25f)});
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
        return path;
    }
    bool dropTone() const
    {
        const QString path = tone();
        return !path.isEmpty() && drop(path);
    }
    /// What an action of the File menu puts onto the clipboard.
    std::string copied(const char* action) const
    {
        QGuiApplication::clipboard()->clear();
        for (QAction* a : window.findChild<Commands*>()->fileActions())
            if (a->text() == q(action)) a->trigger();
        return QGuiApplication::clipboard()->text().toStdString();
    }
    void paste(const std::string& text) const
    {
        QGuiApplication::clipboard()->setText(QString::fromStdString(text));
        QWidget* target = lab->showsSound() ? static_cast<QWidget*>(canvas()) : lab->canvas();
        target->setFocus();
        QTest::keyClick(target, Qt::Key_V, Qt::ControlModifier);
    }
    SoundCanvas* canvas() const { return lab->soundStage()->canvas(); }
    const SoundScene& scene() const { return lab->sound()->scene(); }
    QString notice() const { return lab->soundStage()->findChild<Notice*>()->text(); }
};

} // namespace

class TstSoundLab : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(q("Fusion"))); }
    void theMixtureIsShownFiltered();
    void controlsChangeTheSound();
    void undoShowsWhatItChanges();
    void theTransportMovesThroughTheSound();
    void thePlayheadRunsInRealTime();
    void clicksChooseTheTime();
    void keysAndWheelZoomAndMove();
    void draggingMoves();
    void droppedSoundsAreShown();
    void soundsOpenFromTheNumbers_data();
    void soundsOpenFromTheNumbers();
    void oddFilesAreShownOrRefused_data();
    void oddFilesAreShownOrRefused();
    void manyNumbersAreOffered_data();
    void manyNumbersAreOffered();
    void badFilesAreToldAndTheSoundStays();
    void listeningSaysWhyItIsOff();
    void theNewestOfManyChangesIsShown();
    void picturesAreExported();
    void soundsAreCopiedAndPasted_data();
    void soundsAreCopiedAndPasted();
    void savedSoundsOpen();
    void filesDoNotTravel();
    void examplesAreChosen();
    void samplesBecomeNumbers_data();
    void samplesBecomeNumbers();
    void remarksGoWithTheirCause();
    void anAudienceSeesChips();
    void whatIsSeenIsSaved();
};

void TstSoundLab::theMixtureIsShownFiltered()
{
    Desk d;
    QVERIFY(d.isUp);
    const auto figure = d.lab->sound()->figure();
    QCOMPARE(figure->input->seconds(), 8.0);
    QCOMPARE(figure->output.samples->size(), figure->input->samples->size());
    QCOMPARE(d.canvas()->view(), (SoundView{0, 8}));
    QVERIFY(d.lab->showsSound());
}

void TstSoundLab::controlsChangeTheSound()
{
    Desk d;
    QVERIFY(d.write("Cutoff, Hz", "1200"));
    QCOMPARE(d.scene().settings.cutoffHz, 1200.0);
    QVERIFY(d.write("Weights", "4096"));
    QCOMPARE(d.scene().settings.taps, 4096);
    QVERIFY(d.write("Stride", "3"));
    QVERIFY(d.settle());
    QCOMPARE(d.lab->sound()->figure()->taps.size(), std::size_t(4096));
    QVERIFY(std::abs(d.lab->sound()->figure()->output.rateHz - 16000 / 3.0) < 1e-9);
    QVERIFY(d.choose("Filter", 3)); // echo
    QCOMPARE(d.scene().filter, std::string("echo"));
    QVERIFY(!named<QLineEdit>(d.window, q("Cutoff, Hz")));
    QVERIFY(d.write("Delay, samples", "800"));
    QVERIFY(d.write("Loudness of the echo", "-0,5"));
    QCOMPARE(d.scene().settings.gain, -0.5);
    QVERIFY(d.choose("Sound", 3)); // bassoon
    QVERIFY(d.settle());
    QCOMPARE(d.scene().source, std::string("bassoon"));
    QCOMPARE(d.lab->sound()->figure()->input->seconds(), 0.5);
    QVERIFY(d.notice().isEmpty());
}

void TstSoundLab::undoShowsWhatItChanges()
{
    Desk d;
    QVERIFY(d.write("Stride", "4"));
    QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    QVERIFY(!d.lab->showsSound());
    d.lab->undoStack()->undo();
    QVERIFY(d.lab->showsSound());
    QCOMPARE(d.scene().stride, 1);
}

void TstSoundLab::theTransportMovesThroughTheSound()
{
    Desk d;
    Timeline* sound = d.lab->timeline();
    QVERIFY(click(named<QToolButton>(d.window, q("Forward (→)"))));
    QVERIFY(d.lab->showsSound());
    QVERIFY(std::abs(d.canvas()->playhead() - 0.1) < 1e-9);
    QCOMPARE(sound->label(), q("0.1 s of 8.0 s"));
    QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    QVERIFY(d.lab->timeline() != sound);
    const double before = d.lab->timeline()->position();
    QVERIFY(click(named<QToolButton>(d.window, q("Forward (→)"))));
    QCOMPARE(d.lab->timeline()->position(), before + 1);
    QCOMPARE(sound->position(), 1.0);
}

void TstSoundLab::thePlayheadRunsInRealTime()
{
    Desk d;
    Timeline* sound = d.lab->timeline();
    QTest::keyClick(d.canvas(), Qt::Key_Space);
    QVERIFY(sound->isPlaying());
    d.bench.clock.advance(2.5);
    QVERIFY(QTest::qWaitFor([&] { return d.canvas()->playhead() > 2.4; }, 5'000));
    QVERIFY(std::abs(d.canvas()->playhead() - 2.5) < 1e-9);
    QVERIFY(click(buttonOf(d.window, q("Stop"))));
    QVERIFY(!sound->isPlaying());
    sound->play();
    QVERIFY(d.write("Stride", "2") && d.settle()); // another sound is not heard unasked
    QVERIFY(!sound->isPlaying());
    QVERIFY(std::abs(d.canvas()->playhead() - 2.5) < 1e-9);
    sound->play();
    QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    QVERIFY(!sound->isPlaying());
}

void TstSoundLab::clicksChooseTheTime()
{
    Desk d;
    const SoundLayout& l = d.canvas()->painter()->layout();
    for (const QRectF& wave : {l.input, l.output}) {
        const QPoint at(static_cast<int>(wave.left() + wave.width() / 4),
                        static_cast<int>(wave.center().y()));
        const double second = l.second(d.canvas()->view(), at.x());
        QTest::mouseClick(d.canvas(), Qt::LeftButton, {}, at);
        QVERIFY(std::abs(d.canvas()->playhead() - second) < 1e-9);
        drag(*d.canvas(), at, at + QPoint(50, 0)); // a drag does not
        QVERIFY(std::abs(d.canvas()->playhead() - second) < 1e-9);
        d.lab->timeline()->toFirst();
    }
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(d.canvas(), Qt::Key_Plus);
    d.canvas()->setView({0, d.canvas()->view().seconds});
    const SoundView before = d.canvas()->view();
    d.lab->timeline()->seek(before.seconds * 10 - 1);
    d.lab->timeline()->play();
    d.bench.clock.advance(0.2); // out of view
    QVERIFY(QTest::qWaitFor([&] { return !(d.canvas()->view() == before); }, 5'000));
    QVERIFY(std::abs(d.canvas()->view().start - d.canvas()->playhead()) < 1e-9);
}

void TstSoundLab::keysAndWheelZoomAndMove()
{
    Desk d;
    for (int i = 0; i < 90 && (i == 0 || !d.canvas()->hasFocus()); ++i)
        QTest::keyClick(d.window.focusWidget(), Qt::Key_Tab); // else the arrows are the transport's
    QVERIFY(d.canvas()->hasFocus());
    QTest::keyClick(d.canvas(), Qt::Key_Plus);
    QVERIFY(std::abs(d.canvas()->view().seconds - 8 / 1.5) < 1e-9);
    const double start = d.canvas()->view().start;
    QTest::keyClick(d.canvas(), Qt::Key_Right);
    QVERIFY(d.canvas()->view().start > start);
    QTest::keyClick(d.canvas(), Qt::Key_End);
    QVERIFY(std::abs(d.canvas()->view().start + d.canvas()->view().seconds - 8) < 1e-9);
    QTest::keyClick(d.canvas(), Qt::Key_0);
    QCOMPARE(d.canvas()->view(), (SoundView{0, 8}));
    const QImage whole = d.canvas()->grab().toImage();
    const QPointF at = d.canvas()->painter()->layout().input.center();
    const double under = d.canvas()->painter()->layout().second(d.canvas()->view(), at.x());
    for (int i = 0; i < 100; ++i) { // to single samples and no further
        QWheelEvent wheel(at, d.canvas()->mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(d.canvas(), &wheel);
    }
    QVERIFY(std::abs(d.canvas()->view().seconds - 16 / 16000.0) < 1e-9);
    QVERIFY(std::abs(d.canvas()->painter()->layout().second(d.canvas()->view(), at.x()) - under) < 1e-6);
    QVERIFY(d.canvas()->grab().toImage() != whole); // and the samples are drawn
    QTest::keyClick(d.canvas(), Qt::Key_0);
    QCOMPARE(d.canvas()->grab().toImage(), whole);
}

void TstSoundLab::draggingMoves()
{
    Desk d;
    QTest::keyClick(d.canvas(), Qt::Key_Plus);
    const SoundLayout& l = d.canvas()->painter()->layout();
    const SoundView before = d.canvas()->view();
    const QPoint from = l.input.center().toPoint(), to = from + QPoint(60, 0);
    drag(*d.canvas(), from, to);
    QVERIFY(std::abs(before.start - d.canvas()->view().start - 60 / l.input.width() * before.seconds) < 1e-9);
}

void TstSoundLab::droppedSoundsAreShown()
{
    Desk d;
    QVERIFY(d.dropTone() && d.settle());
    QCOMPARE(d.lab->sound()->figure()->input->seconds(), 0.5);
    QCOMPARE(named<QComboBox>(d.window, q("Sound"))->currentText(), q("tone.wav (open another…)"));
    d.lab->undoStack()->undo();
    QVERIFY(d.settle());
    QCOMPARE(d.lab->sound()->figure()->input->seconds(), 8.0);
}

void TstSoundLab::soundsOpenFromTheNumbers_data()
{
    QTest::addColumn<bool>("isDropped");
    QTest::newRow("dropped") << true;
    QTest::newRow("chosen in the list") << false;
}

void TstSoundLab::soundsOpenFromTheNumbers()
{
    QFETCH(bool, isDropped);
    Desk d;
    QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    const ConvScene before = d.lab->scene();
    if (isDropped)
        QVERIFY(d.dropTone());
    else {
        const QString path = d.tone();
        QVERIFY(!path.isEmpty() && d.choose("Input", named<QComboBox>(d.window, q("Input"))->count() - 1));
        auto* chooser = d.window.findChild<QFileDialog*>();
        QVERIFY(chooser);
        Q_EMIT chooser->fileSelected(path);
        chooser->close();
    }
    QVERIFY(QTest::qWaitFor([&] { return d.lab->showsSound(); }, 5'000) && d.settle());
    QCOMPARE(d.lab->sound()->figure()->input->seconds(), 0.5);
    QVERIFY(d.lab->scene() == before);
    QCOMPARE(d.lab->undoStack()->count(), 1);
    QVERIFY(click(buttonOf(d.window, q("Numbers"))) && d.dropTone()); // there already: it is shown again
    QVERIFY(QTest::qWaitFor([&] { return d.lab->showsSound(); }, 5'000));
    QCOMPARE(d.lab->undoStack()->count(), 1);
}

void TstSoundLab::oddFilesAreShownOrRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<double>("seconds"); // 0: refused
    QTest::addColumn<double>("rate");
    QTest::newRow("8 bits") << wavOf(1, 1, 8000, 8, 8000) << 1.0 << 8000.0;
    QTest::newRow("24 bits") << wavOf(1, 1, 44100, 24, 132300) << 1.0 << 44100.0;
    QTest::newRow("32 bits") << wavOf(1, 1, 48000, 32, 192000) << 1.0 << 48000.0;
    QTest::newRow("floats") << wavOf(3, 1, 16000, 32, 64000) << 1.0 << 16000.0;
    QTest::newRow("doubles") << wavOf(3, 1, 16000, 64, 64000) << 0.5 << 16000.0;
    QTest::newRow("stereo") << wavOf(1, 2, 44100, 16, 176400) << 1.0 << 44100.0;
    QTest::newRow("192 kHz") << wavOf(1, 1, 192000, 16, 384000) << 1.0 << 192000.0;
    QTest::newRow("one sample") << wavOf(1, 1, 8000, 16, 2) << 1 / 8000.0 << 8000.0;
    QTest::newRow("one sample a second") << wavOf(1, 1, 1, 16, 20) << 10.0 << 1.0;
    QTest::newRow("no sample") << wavOf(1, 1, 8000, 16, 0) << 0.0 << 0.0;
    QTest::newRow("rate 0") << wavOf(1, 1, 0, 16, 200) << 0.0 << 0.0;
    QTest::newRow("cut off") << wavOf(1, 1, 8000, 16, 1000, 2000) << 0.0 << 0.0;
    QTest::newRow("a poem") << QByteArray("Sing to me of the man, Muse") << 0.0 << 0.0;
    QTest::newRow("nothing at all") << QByteArray() << 0.0 << 0.0;
    QTest::newRow("an hour") << wavOf(1, 1, 4000, 8, 4000 * 3600) << 0.0 << 0.0;
    QTest::newRow("twenty minutes") << wavOf(1, 1, 8000, 8, 8000 * 1200) << 1200.0 << 8000.0;
}

void TstSoundLab::manyNumbersAreOffered_data()
{
    QTest::addColumn<bool>("startsAtSound");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<int>("step"); // 0: heard
    for (const bool startsAtSound : {false, true}) {
        const char* from = startsAtSound ? "sound" : "numbers";
        QTest::addRow("from %s, the first", from) << startsAtSound << q("Take the first 64") << 1;
        QTest::addRow("from %s, some", from) << startsAtSound << q("Take one in 16") << 16;
        QTest::addRow("from %s, heard", from) << startsAtSound << q("Open as a sound") << 0;
    }
}

void TstSoundLab::manyNumbersAreOffered()
{
    QFETCH(bool, startsAtSound);
    QFETCH(QString, offer);
    QFETCH(int, step);
    std::string text = "[";
    for (int i = 0; i < 1000; ++i)
        text += (i > 0 ? ", " : "") + std::to_string(i / 1000.0);
    Desk d;
    QVERIFY(d.isUp);
    if (!startsAtSound) QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    const SoundScene heard = d.scene();
    d.paste(text + "]");
    QVERIFY(click(buttonOf(d.window, offer)));
    if (step > 0) {
        QVERIFY(!d.lab->showsSound());
        const TensorD& input = d.lab->scene().input;
        QCOMPARE(input.shape, (Shape{1, 1, step == 1 ? 64 : 63}));
        QVERIFY(std::abs(input.data[62] - 0.062 * step) < 1e-12);
        return;
    }
    QTRY_VERIFY(d.lab->showsSound() && d.scene().path != heard.path);
    QVERIFY(d.settle());
    QTRY_COMPARE(d.lab->sound()->figure()->input->samples->size(), std::size_t{1000});
    QCOMPARE(d.lab->sound()->figure()->input->samples->at(500), 0.5f);
    d.lab->undoStack()->undo();
    QTRY_VERIFY(d.lab->sound()->figure()->input->samples->size() > 1000);
    d.lab->undoStack()->redo(); // read from its file again
    QTRY_COMPARE(d.lab->sound()->figure()->input->samples->size(), std::size_t{1000});
    QCOMPARE(d.notice(), QString());
}

void TstSoundLab::oddFilesAreShownOrRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(double, seconds);
    QFETCH(double, rate);
    Desk d;
    const auto before = d.lab->sound()->figure();
    const QImage mixture = d.canvas()->grab().toImage();
    QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    const QImage numbers = d.lab->canvas()->grab().toImage();
    QVERIFY(click(buttonOf(d.window, q("Sound"))));
    QFile file(d.bench.folder.filePath(q("odd.wav")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    QVERIFY(d.drop(file.fileName()) && d.settle());
    QVERIFY2(!d.notice().contains(q("numbers are too many")), qPrintable(d.notice()));
    if (seconds == 0) {
        QVERIFY2(d.notice().contains(q("odd.wav")), qPrintable(d.notice()));
        QVERIFY(d.lab->sound()->figure() == before);
        return;
    }
    QVERIFY2(d.notice().isEmpty(), qPrintable(d.notice()));
    QCOMPARE(d.lab->sound()->figure()->input->seconds(), seconds);
    QCOMPARE(d.lab->sound()->figure()->input->rateHz, rate);
    const QImage odd = d.canvas()->grab().toImage();
    QCOMPARE(odd.size(), mixture.size());
    QVERIFY(odd != mixture); // and drawn
    QTest::keyClick(d.canvas(), Qt::Key_Right);
    QVERIFY(click(buttonOf(d.window, q("As numbers"))));
    QVERIFY(!d.lab->showsSound());
    d.lab->numbers().forgetRemark(); // that the filter was shortened takes room
    QCoreApplication::processEvents();
    const QImage taken = d.lab->canvas()->grab().toImage();
    QCOMPARE(taken.size(), numbers.size());
    QVERIFY(taken != numbers);
}

void TstSoundLab::badFilesAreToldAndTheSoundStays()
{
    Desk d;
    const auto before = d.lab->sound()->figure();
    const QString path = d.bench.folder.filePath(q("bad.wav"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("RIFFnonsense");
    file.close();
    QVERIFY(d.drop(path) && d.settle());
    QVERIFY2(d.notice().contains(q("bad.wav")), qPrintable(d.notice()));
    QVERIFY(d.lab->sound()->figure() == before);
    QCOMPARE(d.lab->undoStack()->count(), 0);
    QVERIFY(d.write("Stride", "2") && d.settle());
    QVERIFY(d.notice().isEmpty());
}

void TstSoundLab::listeningSaysWhyItIsOff()
{
    Desk d;
    auto* button = qobject_cast<QPushButton*>(buttonOf(d.window, q("Listen to the output")));
    QVERIFY(button);
    const Bench<ManualClock> bench;
    const SoundPlayer player(d.bench.stores.jobs);
    const bool canListen = player.hindrance() == SoundPlayer::Hindrance::None;
    QCOMPARE(button->isEnabled(), canListen);
    QCOMPARE(button->toolTip().isEmpty(), canListen);
    QCOMPARE(asInt16({0, 1, -2, 2}).size(), 8);
    QCOMPARE(reinterpret_cast<const qint16*>(asInt16({0, 1, -2, 2}).constData())[1],
             qint16(16384)); // halved, not clipped
}

void TstSoundLab::theNewestOfManyChangesIsShown()
{
    Desk d;
    for (int taps = 3; taps < 63; taps += 2) {
        SoundScene s = d.scene();
        s.settings.taps = taps;
        d.lab->sound()->edit(s, "taps");
    }
    QVERIFY(d.settle());
    QCOMPARE(d.lab->sound()->figure()->taps.size(), std::size_t(61));
    QCOMPARE(d.lab->undoStack()->count(), 1);
}

void TstSoundLab::picturesAreExported()
{
    Desk d;
    const auto exportable = d.lab->exportable({QSize(640, 400), Language::Greek, true});
    QVERIFY(exportable);
    QCOMPARE(exportable->size, QSize(640, 400));
    QVERIFY(paintedAt(*exportable, 1) != groundOf(*exportable, exportable->size));
}

void TstSoundLab::soundsAreCopiedAndPasted_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<bool>("atNumbers");
    for (const bool atNumbers : {false, true})
        for (const char* action : {"Copy link", "Copy as command"})
            QTest::addRow("%s%s", action, atNumbers ? ", to the numbers" : "")
                << QByteArray(action) << atNumbers;
}

void TstSoundLab::soundsAreCopiedAndPasted()
{
    QFETCH(QByteArray, action);
    QFETCH(bool, atNumbers);
    Desk d;
    QVERIFY(d.write("Cutoff, Hz", "1200"));
    const SoundScene there = d.scene();
    const std::string text = d.copied(action.constData());
    QVERIFY2(text.find("hourglass:sound/") != text.npos, text.c_str());
    QVERIFY(d.write("Cutoff, Hz", "500"));
    if (atNumbers) QVERIFY(click(buttonOf(d.window, q("Numbers"))));
    const int steps = d.lab->undoStack()->count();
    d.paste(text);
    QVERIFY(d.lab->showsSound());
    QVERIFY(d.scene() == there);
    QCOMPARE(d.lab->undoStack()->count(), steps + 1);
    const ConvState numbers{d.lab->scene(), {}};
    d.paste(stateLink(numbers)); // the same scene as before: no step, but it is shown
    QVERIFY(!d.lab->showsSound());
}

void TstSoundLab::savedSoundsOpen()
{
    Desk d;
    QVERIFY(d.write("Stride", "5"));
    const SoundScene there = d.scene();
    const QString path = d.bench.folder.filePath(q("sound.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(writeState(d.lab->state())));
    file.close();
    d.lab->undoStack()->undo();
    QVERIFY(!(d.scene() == there));
    QVERIFY(d.drop(path) && d.settle());
    QVERIFY(d.scene() == there);
    QCOMPARE(d.lab->undoStack()->count(), 1);
}

void TstSoundLab::filesDoNotTravel()
{
    Desk d;
    QVERIFY(d.dropTone() && d.settle());
    QCOMPARE(d.copied("Copy as command"), std::string());
    QVERIFY2(d.notice().contains(q("no option takes a sound file")), qPrintable(d.notice()));
    const SoundScene opened = d.scene();
    const std::string link = d.copied("Copy link");
    d.lab->undoStack()->undo();
    const SoundScene before = d.scene();
    QVERIFY(before.path.empty());
    d.paste(link);
    const QString name = QFileInfo(QString::fromStdString(opened.path)).fileName();
    QVERIFY2(d.notice().contains(name), qPrintable(d.notice()));
    QVERIFY(d.scene() == before);
    QVERIFY(!buttonOf(d.window, q("Choose the folder…")));
    QVERIFY(d.press("Choose the file…"));
    QVERIFY(d.chooseInDialog(QString::fromStdString(opened.path)) && d.settle());
    QVERIFY(d.scene() == opened);
}

void TstSoundLab::examplesAreChosen()
{
    Desk d;
    const auto* box = named<QComboBox>(d.window, q("Example"));
    QVERIFY(box);
    QCOMPARE(box->currentIndex(), 0);
    for (std::size_t i = 1; i < soundExamples().size(); ++i) {
        QVERIFY(d.choose("Example", static_cast<int>(i)) && d.settle());
        QVERIFY(d.scene() == soundExamples()[i].make());
        QCOMPARE(d.lab->undoStack()->count(), static_cast<int>(i));
        QCOMPARE(box->currentIndex(), static_cast<int>(i));
        QVERIFY(!box->currentText().isEmpty() && !box->accessibleDescription().isEmpty());
        QCOMPARE(d.notice(), QString());
        QVERIFY(d.lab->sound()->figure()->taps.size() >= 1);
    }
    QVERIFY(d.write("Stride", "2"));
    QCOMPARE(box->currentIndex(), -1);
}

void TstSoundLab::remarksGoWithTheirCause()
{
    Desk d;
    QVERIFY(d.write("Stride", "9"));
    QVERIFY(!d.notice().isEmpty());
    QVERIFY(d.write("Stride", "1")); // as it was: nothing is filtered anew
    QCOMPARE(d.notice(), QString());
}

void TstSoundLab::samplesBecomeNumbers_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<int>("taps");
    QTest::addColumn<int>("shown");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("few taps") << QByteArray("moving-average") << 9 << 9 << QByteArray();
    QTest::newRow("many taps") << QByteArray("low-pass") << 255 << 15 << QByteArray("Of the filter’s 255");
    QTest::newRow("echo") << QByteArray("echo") << 9 << 5 << QByteArray("The filter has 4001 weights");
    QTest::newRow("comb") << QByteArray("comb") << 9 << 5 << QByteArray("The filter has 4001 weights");
}

void TstSoundLab::samplesBecomeNumbers()
{
    QFETCH(QByteArray, filter);
    QFETCH(int, taps);
    QFETCH(int, shown);
    QFETCH(QByteArray, says);
    Desk d;
    SoundScene scene = d.scene();
    scene.filter = filter.toStdString();
    scene.settings.taps = taps;
    d.lab->sound()->edit(scene);
    QVERIFY(d.settle());
    const ConvScene before = d.lab->scene();
    const int steps = d.lab->undoStack()->count();
    d.lab->timeline()->seek(15);
    QVERIFY(click(buttonOf(d.window, q("As numbers"))));
    QVERIFY(!d.lab->showsSound());
    const ConvScene& s = d.lab->scene();
    QCOMPARE(s.input.shape, (Shape{1, 1, 64}));
    QCOMPARE(s.kernel.shape, (Shape{1, 1, shown}));
    QCOMPARE(s.sampleRate, 16000.0);
    const std::vector<float>& samples = *d.lab->sound()->figure()->input->samples;
    for (std::size_t i = 0; i < 64; ++i)
        QVERIFY(std::abs(s.input.data[i] - double(samples[24'000 + i])) <= 0.0005 + 1e-9);
    QVERIFY2(d.lab->notice()->text().startsWith(QString::fromUtf8(says)),
             qPrintable(d.lab->notice()->text()));
    QCOMPARE(d.lab->notice()->text().isEmpty(), says.isEmpty());
    QCOMPARE(d.lab->undoStack()->count(), steps + 1);
    d.lab->undoStack()->undo();
    QVERIFY(d.lab->scene() == before);
}

void TstSoundLab::anAudienceSeesChips()
{
    Desk d;
    const auto chip = [&](const char* name) {
        for (const ChipContent& c : d.lab->chips())
            if (c.name == q(name)) return c;
        return ChipContent{};
    };
    QCOMPARE(chip("example").value(), q("The bassoon is left"));
    QVERIFY2(d.lab->summary().startsWith(q("The bassoon is left: of two melodies")),
             qPrintable(d.lab->summary()));
    QCOMPARE(chip("weights").value(), q("255"));
    QCOMPARE(chip("cutoff in Hz").value(), q("600"));
    QVERIFY(chip("delay").values.isEmpty()); // an echo's
    chip("stride").choose(1);
    QCOMPARE(d.scene().stride, 2);
    QCOMPARE(chip("example").value(), q("own settings"));
    chip("cutoff in Hz").choose(0);
    QCOMPARE(d.scene().settings.cutoffHz, 200.0);
    chip("weights").choose(0);
    QCOMPARE(d.scene().settings.taps, 3);
    chip("sound").choose(1);
    QCOMPARE(d.scene().source, soundSources()[1]);
    chip("filter").choose(3);
    QCOMPARE(d.scene().filter, std::string("echo"));
    QVERIFY(chip("weights").values.isEmpty());
    chip("delay").choose(2);
    QCOMPARE(d.scene().settings.delay, 800);
    QVERIFY(d.settle());
    QTest::keyClick(&d.window, Qt::Key_F5);
    std::ptrdiff_t count = -1; // a chip of the shell's, for the lab
    for (const auto* shown : d.window.findChildren<Chip*>())
        if (shown->isVisible()) count += shown->foldedCount() > 0 ? shown->foldedCount() : 1;
    QCOMPARE(count, std::ssize(d.lab->chips()));
}

void TstSoundLab::whatIsSeenIsSaved()
{
    Desk d;
    d.lab->timeline()->seek(35); // tenths of a second
    d.canvas()->setView({2, 4});
    const std::string link = d.copied("Copy link");
    d.canvas()->setView({0, 8});
    d.lab->timeline()->seek(1);
    d.paste(link); // the same sound: at once
    QCOMPARE(d.canvas()->view(), (SoundView{2, 4}));
    QCOMPARE(d.canvas()->playhead(), 3.5);
    SoundScene shorter = d.scene();
    shorter.source = "bassoon";
    d.lab->sound()->edit(shorter);
    QVERIFY(d.settle());
    d.paste(link);
    QVERIFY(d.settle());
    QCOMPARE(d.canvas()->view(), (SoundView{2, 4}));
    QCOMPARE(d.canvas()->playhead(), 3.5);
    d.paste(stateLink(d.scene())); // older links have no view
    QCOMPARE(d.canvas()->view(), (SoundView{0, 8}));
    QCOMPARE(d.canvas()->playhead(), 0.0);
}

QTEST_MAIN(TstSoundLab)
#include "tst_sound_lab.moc"
