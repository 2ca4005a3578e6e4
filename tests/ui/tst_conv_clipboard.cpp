#include "core/io/array_file.h"
#include "core/lab/conv_presets.h"
#include "core/session/state_command.h"
#include "tests/support/desk.h"
#include "ui/shell/main_window.h"
#include "ui/widgets/controls.h"

#include <QBuffer>
#include <QClipboard>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

using namespace hg;
using namespace hg::test;

namespace {

/// The window with the lab open and an empty clipboard.
struct Desk : ConvDesk {
    explicit Desk(Language language = Language::English) : ConvDesk("conv2d", language)
    {
        QGuiApplication::clipboard()->clear();
    }
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    /// Pastes over the cell that is clicked, or the whole input where none is.
    bool paste(const QString& text, std::optional<ConvHit> at = std::nullopt) const
    {
        QGuiApplication::clipboard()->setText(text);
        if (at && !select(*at)) return false;
        if (!at) lab->canvas()->setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
        return true;
    }
    bool select(const ConvHit& at) const
    {
        return clickAt(lab->canvas(), lab->canvas()->picture()->cellOf(at).center().toPoint());
    }
    bool dropFile(const QString& name, const QByteArray& bytes) const
    {
        return dropNewFile(name, bytes) && QTest::qWaitFor([this] { return !files()->isLoading(); });
    }
    ConvFiles* files() const { return &lab->files(); }
    int steps() const { return lab->undoStack()->index(); }
};

std::vector<double> values(std::initializer_list<double> list)
{
    return list;
}

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// Copying, pasting, dropping and the header's menu of a convolution lab, by keys, clicks and drops.
class TstConvFiles : public QObject {
    Q_OBJECT

private slots:
    void copiesTheSelectedGrid();
    void copiesAndPastesInGreek();
    void pastesAtTheSelection();
    void growsFromTheFirstCell();
    void replacesTheInput_data();
    void replacesTheInput();
    void takesWholeScenes_data();
    void takesWholeScenes();
    void refuses_data();
    void refuses();
    void goesToTheLabOfTheState_data();
    void goesToTheLabOfTheState();
    void offersPartsOfTooMany_data();
    void offersPartsOfTooMany();
    void typedTextStaysTheFields();
    void takesDroppedFiles();
    void takesPictures();
    void menuCopiesLinkAndCommand();
    void savesAndOpens();
};

void TstConvFiles::copiesTheSelectedGrid()
{
    Desk d;
    QVERIFY(d.isUp);
    d.lab->canvas()->setFocus();
    d.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(d.clipboard().split(u'\n').size(), d.lab->scene().input.shape.height + 1);
    QCOMPARE(d.clipboard().split(u'\n')[0].split(u'\t').size(), d.lab->scene().input.shape.width);
    QVERIFY(d.select({ConvPlace::Kernel, 0, 0}));
    d.key(Qt::Key_C, Qt::ControlModifier);
    const ConvScene& s = d.lab->scene();
    QString expected;
    for (int i = 0; i < 9; ++i)
        expected += QString::number(s.kernel.data[static_cast<std::size_t>(i)]) + q(i % 3 < 2 ? "\t" : "\n");
    QCOMPARE(d.clipboard(), expected);
}

void TstConvFiles::copiesAndPastesInGreek()
{
    Desk d(Language::Greek);
    QVERIFY(d.isUp && d.paste(q("1,5\n-2\n0,125\n"))); // a column of a Greek spreadsheet
    QCOMPARE(d.lab->scene().input.data, values({1.5, -2, 0.125}));
    d.key(Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(d.clipboard(), q("1,5\n-2\n0,125\n"));
}

void TstConvFiles::pastesAtTheSelection()
{
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.lab->scene();
    QVERIFY(d.paste(q("7,5\t8\r\n9\t-1\r\n"), ConvHit{ConvPlace::Input, 1, 2}));
    ConvScene expected = before;
    expected.input.at(0, 0, 1, 2) = 7.5;
    expected.input.at(0, 0, 1, 3) = 8;
    expected.input.at(0, 0, 2, 2) = 9;
    expected.input.at(0, 0, 2, 3) = -1;
    QVERIFY(d.lab->scene() == expected);
    QVERIFY(d.paste(q("5 6"), ConvHit{ConvPlace::Kernel, 2, 1}));
    expected.kernel.at(0, 0, 2, 1) = 5;
    expected.kernel.at(0, 0, 2, 2) = 6;
    QVERIFY(d.lab->scene() == expected);
    QCOMPARE(d.steps(), 2);
    d.key(Qt::Key_Z, Qt::ControlModifier);
    d.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(d.lab->scene() == before);
}

void TstConvFiles::growsFromTheFirstCell()
{
    Desk d;
    QVERIFY(d.isUp &&
            d.paste(q("1;2;3;4\n5;6;7;8\n9;10;11;12\n1;1;1;1\n"), ConvHit{ConvPlace::Kernel, 0, 0}));
    QCOMPARE(d.lab->scene().kernel.shape, (Shape{1, 4, 4}));
    QCOMPARE(d.lab->scene().kernel.data[5], 6.0);
    QCOMPARE(d.steps(), 1);
}

void TstConvFiles::replacesTheInput_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Shape>("shape");
    const auto row = [](const char* text, Shape shape) { QTest::newRow(text) << q(text) << shape; };
    row("1\t2\t3\n4\t5\t6\n7\t8\t9", {1, 3, 3});
    row("1,2,3,4\n4,5,6,7\n7,8,9,1\n", {1, 3, 4});
    row("1;2;3\n4;5;6\n7;8;9", {1, 3, 3});
    row("1\t2\t3\n4\t5\t6\n7\t8\t9\n\n1\t2\t3\n4\t5\t6\n7\t8\t9", {2, 3, 3});
}

void TstConvFiles::replacesTheInput()
{
    QFETCH(QString, text);
    QFETCH(Shape, shape);
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.lab->scene();
    QVERIFY(d.paste(text));
    const ConvScene& s = d.lab->scene();
    QCOMPARE(s.input.shape, shape);
    QCOMPARE(s.input.data[2], 3.0);
    for (int channel = 0; channel < shape.channels; ++channel) // the filter is kept
        for (int i = 0; i < 9; ++i)
            QCOMPARE(weightAt(s, 0, channel, i / 3, i % 3), weightAt(before, 0, 0, i / 3, i % 3));
    QCOMPARE(d.steps(), 1);
    QCOMPARE(d.notice(), QString());
}

void TstConvFiles::takesWholeScenes_data()
{
    QTest::addColumn<QString>("text");
    ConvState state{findConvPreset("colours")->make(), {3, 0, true}};
    const auto row = [](const char* name, const std::string& text) {
        QTest::newRow(name) << QString::fromStdString(text);
    };
    row("link", stateLink(state) + "\n");
    row("state", writeState(state));
    row("command", "hourglass conv2d --preset colours --json");
    row("command with a link", "$ hourglass conv2d --state '" + stateLink(state) + "'");
}

void TstConvFiles::takesWholeScenes()
{
    QFETCH(QString, text);
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.lab->scene();
    QVERIFY(d.paste(text));
    QCOMPARE(d.notice(), QString());
    QVERIFY(d.lab->scene() == findConvPreset("colours")->make());
    QCOMPARE(d.lab->timeline()->position(), text.contains(q("json")) ? 0.0 : 3.0);
    d.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(d.lab->scene() == before);
}

void TstConvFiles::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<ConvHit>("at");
    QTest::addColumn<QString>("says");
    const ConvHit none{ConvPlace::Output};
    const auto row = [](const char* name, const QString& text, ConvHit at, const char* says) {
        QTest::newRow(name) << text << at << q(says);
    };
    row("no number", q("1\t2\n3\tx"), none, "Clipboard: line 2, field 2: \"x\" is not a number. ");
    row("ragged", q("1\t2\n3"), none, "Clipboard: line 2, field 2: the line has 1 fields");
    row("empty", q(" \n"), none, "Clipboard: there is nothing in it");
    row("too large", q("1\t").repeated(64) + q("1"), none, "Clipboard: 1 × 65 numbers are too many");
    row("too many channels", q("1\n\n1\n\n1\n\n1\n\n1"), none, "Clipboard: 5 channels are too many");
    row("does not fit", q("1\t2\t3"), {ConvPlace::Input, 1, 3},
        "Clipboard: 1 × 3 numbers do not fit at the selected cell, where 4 × 2 are left");
    row("filter too large", q("1\t").repeated(15) + q("1"), {ConvPlace::Kernel, 0, 0},
        "Clipboard: 1 × 16 numbers are too many; a filter has up to 15 × 15");
    row("broken link", q("hourglass:conv/AAAA"), none, "Clipboard: the link is cut off or altered");
    row("broken state", q("{\"hourglass\":"), none, "Clipboard: line 1");
    row("files in a command", q("hourglass conv2d --input a.csv --kernel b.csv"), none,
        "Clipboard: --input: a pasted line brings no files along");
    row("refused command", q("hourglass conv2d --preset dilation --padding causal"), none,
        "Clipboard: --padding: causal is for forward convolution along one axis (conv1d) only");
}

void TstConvFiles::refuses()
{
    QFETCH(QString, text);
    QFETCH(ConvHit, at);
    QFETCH(QString, says);
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.lab->scene();
    QVERIFY(d.paste(text, at.place == ConvPlace::Output ? std::nullopt : std::optional(at)));
    QVERIFY2(d.notice().startsWith(says), qPrintable(d.notice()));
    QVERIFY(d.notice().endsWith(q("Nothing has changed.")));
    QVERIFY(d.lab->scene() == before);
    QCOMPARE(d.steps(), 0);
}

void TstConvFiles::goesToTheLabOfTheState_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("lab");
    QTest::newRow("along a line") << q("hourglass conv1d --preset stretched") << q("conv1d");
    QTest::newRow("a sound") << q("hourglass conv1d --preset sound-echo --stride 2") << q("conv1d");
    QTest::newRow("a training") << q("hourglass train --model linear --seed 7") << q("autoencoder");
    QTest::newRow("a denoising") << q("hourglass denoise --noise gaussian:0.3 --clip") << q("denoising");
    AutoencoderState state;
    state.setup.recipe.epochs = 3;
    QTest::newRow("link of a training") << QString::fromStdString(stateLink(state)) << q("autoencoder");
}

/// What belongs elsewhere is shown there, and stays away from here.
void TstConvFiles::goesToTheLabOfTheState()
{
    QFETCH(QString, text);
    QFETCH(QString, lab);
    Desk d;
    QVERIFY(d.isUp);
    const ConvScene before = d.lab->scene();
    const auto state = stateInText(text.toStdString(), {}, d.bench.assets);
    QVERIFY(state && *state);
    QVERIFY(d.paste(text));
    QCOMPARE(d.window.currentLab()->model().id(), lab);
    QVERIFY(d.window.currentLab()->model().state() == **state);
    d.window.openLab(q("conv2d"));
    QVERIFY(d.lab->scene() == before);
    QCOMPARE(d.steps(), 0);
}

void TstConvFiles::offersPartsOfTooMany_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<int>("step");
    const auto row = [](int rows, int columns, const char* offer, Shape shape, int step) {
        QTest::addRow("%d x %d: %s", rows, columns, offer) << rows << columns << q(offer) << shape << step;
    };
    row(1, 65, "Take the first 64 × 64", {1, 1, 64}, 1);
    row(1, 65, "Take one in 2", {1, 1, 33}, 2);
    row(70, 200, "Take the first 64 × 64", {1, 64, 64}, 1);
    row(70, 200, "Take one in 4", {1, 18, 50}, 4);
    row(128, 10, "Take one in 2", {1, 64, 5}, 2);
    row(100, 64, "Take the first 64 × 64", {1, 64, 64}, 1);
}

void TstConvFiles::offersPartsOfTooMany()
{
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(QString, offer);
    QFETCH(Shape, shape);
    QFETCH(int, step);
    QString text;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < columns; ++c)
            text += QString::number(1000 * r + c) + (c + 1 < columns ? u'\t' : u'\n');
    Desk d;
    const ConvScene before = d.lab->scene();
    QVERIFY(d.isUp && d.paste(text));
    QVERIFY(d.lab->scene() == before);
    QVERIFY2(d.notice().endsWith(q("Nothing has changed.")), qPrintable(d.notice()));
    QVERIFY(click(buttonOf(d.window, offer)));
    QCOMPARE(d.notice(), QString());
    const TensorD& input = d.lab->scene().input;
    QCOMPARE(input.shape, shape);
    for (int r = 0; r < shape.height; ++r)
        for (int c = 0; c < shape.width; ++c)
            QCOMPARE(input.at(0, 0, r, c), 1000.0 * r * step + c * step);
    QCOMPARE(d.steps(), 1);
    d.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(d.lab->scene() == before);
}

void TstConvFiles::typedTextStaysTheFields()
{
    Desk d;
    QVERIFY(d.isUp && d.select({ConvPlace::Input, 0, 0}));
    d.key(Qt::Key_1);
    QGuiApplication::clipboard()->setText(q("23"));
    d.key(Qt::Key_V, Qt::ControlModifier);
    d.key(Qt::Key_Return);
    QCOMPARE(d.lab->scene().input.data[0], 123.0);
}

void TstConvFiles::takesDroppedFiles()
{
    Desk d;
    QVERIFY(d.isUp && d.dropFile(q("four.csv"), "1,2,3,4\n5,6,7,8\n9,1,2,3\n4,5,6,7\n"));
    QCOMPARE(d.lab->scene().input.shape, (Shape{1, 4, 4}));
    const ConvState state{findConvPreset("dilation")->make(), {}};
    QVERIFY(d.dropFile(q("state"), QByteArray::fromStdString(writeState(state))));
    QVERIFY(d.lab->scene() == state.scene);
    const std::vector<float> numbers{1, 2, 3, 4, 5, 6};
    const std::vector<int> axes{2, 3};
    const Bytes npy = toNpy(numbers, axes);
    QVERIFY(d.dropFile(q("six.npy"),
                       QByteArray(reinterpret_cast<const char*>(npy.data()), qsizetype(npy.size()))));
    QCOMPARE(d.lab->scene().input.shape, (Shape{1, 2, 3}));
    QCOMPARE(d.steps(), 3);
    const ConvScene before = d.lab->scene();
    QVERIFY(d.dropFile(q("bad.csv"), "1,2\n3,?\n"));
    QVERIFY2(d.notice().startsWith(q("bad.csv: line 2, field 2: \"?\" is not a number")),
             qPrintable(d.notice()));
    QVERIFY(d.lab->scene() == before);
    QMimeData text;
    text.setText(q("1\t2\t3\n4\t5\t6\n7\t8\t9"));
    QVERIFY(d.drop(text));
    QCOMPARE(d.lab->scene().input.shape, (Shape{1, 3, 3}));
}

void TstConvFiles::takesPictures()
{
    Desk d;
    QImage image(128, 32, QImage::Format_RGB32);
    image.fill(QColor(255, 0, 0));
    QVERIFY(d.isUp && d.dropFile(q("red.png"), png(image)));
    QCOMPARE(d.lab->scene().input.shape, (Shape{1, 16, 64}));
    QCOMPARE(d.lab->scene().input.data[0], 76 / 255.0);
    QVERIFY(d.lab->scene().origin == InputOrigin::Photograph);
    d.bench.settings.setReadsColours(true);
    QGuiApplication::clipboard()->setImage(image);
    d.lab->canvas()->setFocus();
    d.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(QTest::qWaitFor([&] { return !d.files()->isLoading(); }));
    QCOMPARE(d.lab->scene().input.shape, (Shape{3, 16, 64}));
    QCOMPARE(d.lab->scene().input.at(0, 0, 8, 8), 1.0);
    QCOMPARE(d.lab->scene().input.at(0, 1, 8, 8), 0.0);
    QCOMPARE(d.steps(), 2);
}

void TstConvFiles::menuCopiesLinkAndCommand()
{
    Desk d;
    QVERIFY(d.isUp && d.chooseFile("Copy link"));
    const auto state = readStateLink(d.clipboard().toStdString());
    QVERIFY(state.isOk() && std::get<ConvState>(*state).scene == d.lab->scene());
    QCOMPARE(std::get<ConvState>(*state).view.position, d.lab->timeline()->position());
    QVERIFY(d.paste(q("1.5\t2\t3\n4\t5\t6\n7\t8\t9")));
    QVERIFY(d.chooseFile("Copy as command"));
    QStringList words = d.clipboard().split(u' ');
    QCOMPARE(words.takeFirst(), q("hourglass"));
    QProcess process;
    process.start(QStringLiteral(HOURGLASS_PROGRAM), words << q("--json"));
    QVERIFY(process.waitForFinished(30000));
    const QJsonArray data = QJsonDocument::fromJson(process.readAllStandardOutput())[q("data")].toArray();
    const std::vector<double>& output = d.lab->figure().output.data;
    QCOMPARE(static_cast<std::size_t>(data.size()), output.size());
    for (std::size_t i = 0; i < output.size(); ++i)
        QCOMPARE(static_cast<float>(data[static_cast<int>(i)].toDouble()), static_cast<float>(output[i]));
}

void TstConvFiles::savesAndOpens()
{
    Desk d;
    const QString path = d.bench.folder.filePath(q("σκηνή.json"));
    QVERIFY(d.isUp);
    d.lab->openPreset("colours");
    d.lab->timeline()->seek(4);
    d.lab->model().saveState(path);
    d.lab->openPreset("dilation");
    d.files()->openFile(path);
    QVERIFY(QTest::qWaitFor([&] { return !d.files()->isLoading(); }));
    QVERIFY(d.lab->scene() == findConvPreset("colours")->make());
    QCOMPARE(d.lab->timeline()->position(), 4.0);
    d.lab->model().saveState(d.bench.folder.filePath(q("no/such/folder.json")));
    QVERIFY2(d.notice().contains(q("the file cannot be written")), qPrintable(d.notice()));
}

QTEST_MAIN(TstConvFiles)
#include "tst_conv_clipboard.moc"
