#include "core/lab/conv_filters.h"
#include "core/lab/conv_presets.h"
#include "core/lab/input_pictures.h"
#include "core/lab/named_filters.h"
#include "tests/support/desk.h"
#include "ui/labs/conv/input_source.h"
#include "ui/widgets/controls.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace hg;
using namespace hg::test;

namespace {

struct Desk : ConvDesk {
    Desk() : ConvDesk("conv2d"), files(&lab->files()) {}
    QPushButton* button() const { return window.findChild<InputSource*>()->findChild<QPushButton*>(); }
    /// Goes through the menu as keys do: the titles' first matching entries, then Return.
    bool choose(const QStringList& path) const
    {
        bool isThere = true;
        QMenu* menu = button()->menu();
        QTimer::singleShot(0, menu, [&] { isThere = follow(*menu, path); });
        return click(button()) && isThere && QTest::qWaitFor([this] { return !files->isLoading(); }, 20000);
    }
    QComboBox* examples() const { return named<QComboBox>(window, q("Example")); }
    /// Opens the list, types the beginning of the name, and waits for what is read.
    bool chooseExample(const char* title) const
    {
        QTest::qWait(QApplication::keyboardInputInterval() + 50); // or it goes on with the last search
        if (!click(examples())) return false;
        QTest::keyClicks(examples()->view(), q(title).left(4));
        if (examples()->view()->currentIndex().data().toString() != q(title)) return false;
        QTest::keyClick(examples()->view(), Qt::Key_Return);
        return QTest::qWaitFor([this] { return !files->isLoading(); }, 20000);
    }
    bool hasCaption(const char* text) const
    {
        const auto labels = window.findChild<InputSource*>()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(q(text)) && label->text().contains(q(" s"));
        });
    }
    static bool follow(QMenu& menu, QStringList path)
    {
        const QString title = path.takeFirst();
        const auto actions = menu.actions();
        const auto found =
            std::find_if(actions.begin(), actions.end(), [&](QAction* a) { return a->text() == title; });
        if (found == actions.end()) {
            menu.close();
            return false;
        }
        menu.setActiveAction(*found);
        if (path.isEmpty()) {
            QTest::keyClick(&menu, Qt::Key_Return);
            return true;
        }
        QTest::keyClick(&menu, Qt::Key_Right);
        return follow(*(*found)->menu(), path);
    }

    ConvFiles* files;
};

} // namespace

/// The sources of inputs of Convolution 2D, chosen in the menu.
class TstInputSource : public QObject {
    Q_OBJECT

private slots:
    void patterns_data();
    void patterns();
    void digits();
    void picturesKeepWhatWasChosenForThem();
    void spectrogram();
    void filteredSpectrograms();
    void aLineRunsWithTheSound();
    void examplesAreHeardToo();
    void spectrogramOfASine();
    void numbersComeBack();
    void coloursAreRemembered();
    void missingData();
    void averagesEqualAreas();
};

void TstInputSource::patterns_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("pattern");
    int i = 0;
    for (const char* name : {"Checkerboard", "Stripes", "Ring", "Cross", "Gradient", "Impulse"})
        QTest::newRow(name) << q(name) << i++;
}

void TstInputSource::patterns()
{
    QFETCH(QString, name);
    QFETCH(int, pattern);
    Desk d;
    QVERIFY(d.isUp);
    QCOMPARE(d.button()->text(), q("Numbers"));
    const ConvScene before = d.scene();
    QVERIFY(d.choose({q("Test patterns"), name}));
    ConvScene expected = before; // the filter, the sizes and the settings stay
    expected.input = testPattern(static_cast<TestPattern>(pattern), {5, 5});
    QVERIFY(d.scene() == expected);
    const auto [least, most] = std::minmax_element(expected.input.data.begin(), expected.input.data.end());
    QCOMPARE(*least, 0.0);
    QCOMPARE(*most, 1.0);
    QCOMPARE(d.button()->text(), name);
    QCOMPARE(d.button()->accessibleName(), q("Input: ") + name);
    d.lab->undoStack()->undo();
    QVERIFY(d.scene() == before);
    QCOMPARE(d.button()->text(), q("Numbers"));
    QCOMPARE(d.lab->undoStack()->index(), 0);
}

void TstInputSource::digits()
{
    Desk d;
    QVERIFY(d.isUp && d.choose({q("Handwritten digit"), q("Digit 7")}));
    QCOMPARE(d.lab->notice()->text(), QString());
    QCOMPARE(d.scene().input.shape, (Shape{1, 28, 28}));
    QCOMPARE(d.button()->text(), q("Digit 7"));
    const TensorD first = d.scene().input;
    QVERIFY(d.choose({q("Handwritten digit"), q("Another one")}));
    QVERIFY(d.scene().input != first && d.scene().input.shape == first.shape);
    QCOMPARE(d.button()->text(), q("Digit 7"));
    QCOMPARE(d.lab->undoStack()->index(), 2);
    // What suits a picture has come with it, as one step, and starts where something is seen.
    QCOMPARE(filterIdOf(d.scene()), std::string_view("sobel-x"));
    QVERIFY(click(buttonOf(d.window, q("▸ More"))));
    QCOMPARE(named<QComboBox>(d.window, q("Weights"))->currentText(), q("Sobel, columns"));
    QVERIFY(d.scene().stride == (Axes{1, 1}));
    const double opened = d.lab->timeline()->position();
    QVERIFY(opened > 0);
    QCOMPARE(opened, double(openingPosition(d.lab->figure())));
    QVERIFY(d.lab->figure().output.data[static_cast<std::size_t>(opened)] != 0);
    d.lab->undoStack()->undo();
    d.lab->undoStack()->undo();
    QVERIFY(d.scene() == findConvPreset("lecture-example")->make());
}

void TstInputSource::picturesKeepWhatWasChosenForThem()
{
    Desk d;
    QVERIFY(d.choose({q("Handwritten digit"), q("Digit 7")}));
    ConvScene chosen = d.scene();
    chosen.stride = {2, 2};
    chosen.kernel = findFilterPreset("emboss")->make({3, 3});
    d.lab->edit(chosen);
    QVERIFY(d.choose({q("Handwritten digit"), q("Digit 3")}));
    QVERIFY(d.scene().stride == (Axes{2, 2}));
    QCOMPARE(filterIdOf(d.scene()), std::string_view("emboss"));
}

void TstInputSource::spectrogram()
{
    Desk d;
    QVERIFY(d.isUp && d.choose({q("Spectrogram"), q("Melody, bassoon")}));
    QCOMPARE(d.lab->notice()->text(), QString());
    const Shape shape = d.scene().input.shape;
    QCOMPARE(shape, (Shape{1, 64, 64}));
    QVERIFY(d.hasCaption("0 … 4000 Hz"));
    QCOMPARE(d.button()->text(), q("Melody, bassoon"));
}

void TstInputSource::filteredSpectrograms()
{
    Desk d;
    // Chosen before their sound has been read, and after.
    QVERIFY(d.isUp && d.chooseExample("Onsets in a spectrogram"));
    const ConvScene onsets = d.scene();
    QVERIFY(onsets.hzPerRow > 0);
    QCOMPARE(d.button()->accessibleName(), q("Input: Spectrogram"));
    QVERIFY(d.hasCaption("0 … 4000 Hz"));
    QVERIFY(QTest::qWaitFor([&] { return d.examples()->currentText() == q("Onsets in a spectrogram"); }));
    QVERIFY(d.chooseExample("Harmonics in a spectrogram"));
    QCOMPARE(d.examples()->currentText(), q("Harmonics in a spectrogram"));
    QVERIFY(d.scene().input == onsets.input && d.scene().kernel != onsets.kernel);
    QCOMPARE(d.lab->undoStack()->index(), 2);
    QVERIFY(click(named<QAbstractButton>(d.window, q("Undo (Ctrl+Z)"))));
    QCOMPARE(d.examples()->currentText(), q("Onsets in a spectrogram"));
    // What begins in a column is found there; what stands in a row is found there.
    TensorD begins(1, {1, 9, 9}), stands(1, {1, 9, 9});
    for (int i = 0; i < 9; ++i) {
        for (int c = 4; c < 9; ++c)
            begins.at(0, 0, i, c) = 1;
        stands.at(0, 0, 4, i) = 1;
    }
    const TensorD found = evaluate(spectrogramScene({begins, 1, 1}, SpectrogramFilter::Onsets))->output;
    const TensorD tones = evaluate(spectrogramScene({stands, 1, 1}, SpectrogramFilter::Harmonics))->output;
    for (int i = 1; i < 8; ++i) {
        QCOMPARE(found.at(0, 0, 4, i), i == 3 || i == 4 ? 3.0 : 0.0);
        QCOMPARE(tones.at(0, 0, i, 4), i == 4 ? 6.0 : 0.0);
    }
}

void TstInputSource::aLineRunsWithTheSound()
{
    Desk d;
    QVERIFY(d.isUp && !buttonOf(d.window, q("Listen")));
    QVERIFY(d.choose({q("Spectrogram"), q("Melody, bassoon")}));
    const ConvCanvas& canvas = *d.lab->canvas();
    QVERIFY(!canvas.second());
    const double filterAt = d.lab->timeline()->position();
    const QImage still = d.lab->canvas()->grab().toImage();
    QVERIFY(click(buttonOf(d.window, q("Listen"))));
    d.bench.clock.advance(2);
    QVERIFY(QTest::qWaitFor([&] { return canvas.second().value_or(0) > 1.9; }, 5000));
    QCOMPARE(*canvas.second(), 2.0);
    const QList<QLineF> lines = canvas.picture()->playhead(2);
    QCOMPARE(lines.size(), 2); // over the input and the output
    const ConvScene& scene = d.scene();
    const QRectF column = canvas.picture()->cellOf({ConvPlace::Input, 0, int(2 / scene.secondsPerColumn)});
    QVERIFY(lines[0].x1() >= column.left() - 1e-6 && lines[0].x1() <= column.right() + 1e-6);
    QVERIFY(d.lab->canvas()->grab().toImage() != still);
    QVERIFY(click(buttonOf(d.window, q("Stop"))));
    QCOMPARE(d.lab->timeline()->position(), filterAt); // the filter's place is another thing
    // A picture that was changed has no sound, until the change is undone.
    const QPoint cell = canvas.picture()->cellOf({ConvPlace::Input, 5, 5}).center().toPoint();
    QVERIFY(clickAt(d.lab->canvas(), cell));
    QVERIFY(type(canvas.findChild<QLineEdit*>(), q("3")));
    QVERIFY(!buttonOf(d.window, q("Listen"))->isEnabled() && !canvas.second());
    QVERIFY(buttonOf(d.window, q("Listen"))->accessibleDescription().contains(q("changed")));
    QVERIFY(click(named<QAbstractButton>(d.window, q("Undo (Ctrl+Z)"))));
    QVERIFY(buttonOf(d.window, q("Listen"))->isEnabled());
    // What is not seen any more is not heard any more.
    QVERIFY(click(buttonOf(d.window, q("Listen"))) && buttonOf(d.window, q("Stop")));
    d.window.openLab(q("conv1d"));
    d.window.openLab(q("conv2d"));
    QVERIFY(buttonOf(d.window, q("Listen")));
    // What is no spectrogram has no button.
    QVERIFY(d.choose({q("Numbers")}));
    QVERIFY(!buttonOf(d.window, q("Listen")) && !canvas.second());
}

void TstInputSource::examplesAreHeardToo()
{
    Desk d;
    QVERIFY(d.isUp && d.chooseExample("Onsets in a spectrogram"));
    QVERIFY(QTest::qWaitFor([&] { return buttonOf(d.window, q("Listen"))->isEnabled(); }, 20000));
}

void TstInputSource::spectrogramOfASine()
{
    constexpr int rate = 16000;
    std::vector<float> sine(2 * rate);
    for (std::size_t i = 0; i < sine.size(); ++i)
        sine[i] = static_cast<float>(std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(i) / rate));
    const auto input = spectrogramInput(sine, rate);
    QVERIFY(input.isOk());
    const Shape shape = input->picture.shape;
    QVERIFY(std::abs(input->secondsPerColumn * shape.width - 2) < 0.1);
    QCOMPARE(input->hzPerRow, 62.5);
    const int middle = shape.width / 2;
    int loudest = 0;
    for (int r = 0; r < shape.height; ++r)
        if (input->picture.at(0, 0, r, middle) > input->picture.at(0, 0, loudest, middle)) loudest = r;
    QCOMPARE((shape.height - 1 - loudest) * input->hzPerRow, 1000.0); // low frequencies are at the bottom
    QCOMPARE(input->picture.at(0, 0, 0, middle), 0.0);
}

void TstInputSource::numbersComeBack()
{
    Desk d;
    QVERIFY(d.isUp && d.choose({q("Handwritten digit"), q("Digit 0")}) && d.choose({q("Numbers")}));
    QCOMPARE(d.scene().input.shape, (Shape{1, 7, 7}));
    QCOMPARE(d.button()->text(), q("Numbers"));
    for (const double x : d.scene().input.data)
        QCOMPARE(x, std::round(x));
}

void TstInputSource::coloursAreRemembered()
{
    Desk d;
    QImage image(8, 6, QImage::Format_RGB32);
    image.fill(QColor(255, 0, 51));
    const QString path = d.bench.folder.filePath(q("red.png"));
    QVERIFY(d.isUp && image.save(path));
    d.files->openFile(path);
    QVERIFY(QTest::qWaitFor([&] { return !d.files->isLoading(); }));
    QCOMPARE(d.scene().input.shape, (Shape{1, 6, 8}));
    QCOMPARE(d.button()->text(), q("red.png"));
    QVERIFY(d.choose({q("Coloured pictures as three channels")}));
    QCOMPARE(d.scene().input.shape, (Shape{3, 6, 8}));
    QCOMPARE(d.scene().input.at(0, 2, 3, 3), 51 / 255.0);
    for (int channel = 0; channel < 3; ++channel)
        QCOMPARE(weightAt(d.scene(), 0, channel, 0, 1), weightAt(d.scene(), 0, 0, 0, 1));
    QVERIFY(Settings(d.bench.folder.filePath(q("settings.ini"))).readsColours());
}

void TstInputSource::missingData()
{
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.scene();
    d.files->load(q("Digit 3"), [](const Watch&) -> Result<Arrival> {
        return Error{ErrorCode::FileNotFound, "mnist"};
    });
    QVERIFY(QTest::qWaitFor([&] { return !d.files->isLoading(); }));
    QCOMPARE(d.lab->notice()->text(), q("Digit 3: there is no such file. Nothing has changed."));
    QVERIFY(d.scene() == before);
}

void TstInputSource::averagesEqualAreas()
{
    TensorD picture(1, {1, 1, 96});
    for (int i = 0; i < 96; ++i)
        picture.data[static_cast<std::size_t>(i)] = i % 3 == 0 ? 1 : 0;
    const TensorD scaled = scaledToFit(picture, 64); // each takes one and a half
    QCOMPARE(scaled.shape, (Shape{1, 1, 64}));
    QCOMPARE(scaled.data[0], 170 / 255.0); // 1 and half a 0
    QCOMPARE(scaled.data[1], 0.0);         // half a 0 and a 0
    QCOMPARE(scaled.data[2], 170 / 255.0);
}

QTEST_MAIN(TstInputSource)
#include "tst_input_source.moc"
