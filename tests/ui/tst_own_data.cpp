#include "core/data/drawings.h"
#include "core/io/array_file.h"
#include "core/session/state_command.h"
#include "core/session/train_options.h"
#include "tests/support/desk.h"
#include "tests/support/few_digits.h"
#include "tests/support/packed.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_stage.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/drawing_card.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/widgets/ink_pad.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 60000; // the longest wait for something that must come

struct Desk : DeskWith<SteadyClock> {
    Desk() : DeskWith(q("autoencoder")) {}
    AeModel& model() const { return dynamic_cast<AeModel&>(window.currentLab()->model()); }
    AeStage& stage() const { return *qobject_cast<AeStage*>(window.currentLab()->stage); }
    void paste(const QString& text) const
    {
        QGuiApplication::clipboard()->setText(text);
        stage().setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
    }
    /// What the command on the clipboard trains.
    AutoencoderSetup copiedSetup() const
    {
        const std::string command = QGuiApplication::clipboard()->text().toStdString();
        const auto state = readCommand(command, bench.context.assets);
        return state ? std::get<AutoencoderState>(*state).setup : AutoencoderSetup();
    }
    QString notice() const { return stage().findChild<Notice*>()->text(); }
    const Samples& train() const { return model().data()->dataset->train; }
    const Samples& test() const { return model().data()->dataset->test; }
    /// Until what was asked for is there, or refused.
    bool arrives() const
    {
        return QTest::qWaitFor(
            [this] {
                return !model().wantsData() && model().data() && model().snapshot() && model().moment().model;
            },
            patience);
    }
    bool dropPath(const QString& path) const
    {
        QMimeData content;
        content.setUrls({QUrl::fromLocalFile(path)});
        return drop(content);
    }
};

Bytes idxOf(const std::vector<int>& lengths, const std::function<int(int)>& number)
{
    Bytes bytes{0, 0, 8, static_cast<std::uint8_t>(lengths.size())};
    int count = 1;
    for (const int length : lengths) {
        for (const int shift : {24, 16, 8, 0})
            bytes.push_back(static_cast<std::uint8_t>(length >> shift));
        count *= length;
    }
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(number(i)));
    return bytes;
}

/// Stripes whose place and width are the sample's.
int pixel(int i)
{
    const int sample = i / 784, column = i % 28;
    return (column + sample) % 7 < 1 + sample % 4 ? 255 - sample % 50 : 0;
}

bool write(const QString& path, const Bytes& content)
{
    return QDir().mkpath(QFileInfo(path).path()) && static_cast<bool>(writeFile(path.toStdString(), content));
}

void writeSet(const QDir& folder, const std::array<QString, 4>& names, int train, int test, bool isPacked)
{
    const auto put = [&](const QString& name, const Bytes& content) {
        QVERIFY(write(folder.filePath(name), isPacked ? gzip(content) : content));
    };
    put(names[0], idxOf({train, 28, 28}, pixel));
    put(names[1], idxOf({train}, [](int i) { return i % 10; }));
    put(names[2], idxOf({test, 28, 28}, pixel));
    put(names[3], idxOf({test}, [](int i) { return i % 10; }));
}

Bytes textBytes(const std::string& text)
{
    return {text.begin(), text.end()};
}

Bytes kaggle(int rows)
{
    std::string text = "label";
    for (int i = 0; i < 784; ++i)
        text += ",pixel" + std::to_string(i);
    text += "\n";
    for (int r = 0; r < rows; ++r) {
        text += std::to_string((r + r / 10) % 10);
        for (int i = 0; i < 784; ++i)
            text += "," + std::to_string(pixel(r * 784 + i));
        text += "\n";
    }
    return textBytes(text);
}

/// As numpy writes unsigned bytes.
Bytes byteNpy(const std::vector<int>& axes, const std::function<int(int)>& number)
{
    std::string shape;
    int count = 1;
    for (const int axis : axes) {
        shape += std::to_string(axis) + ",";
        count *= axis;
    }
    std::string header = "{'descr': '|u1', 'fortran_order': False, 'shape': (" + shape + "), }";
    while ((header.size() + 11) % 64 != 0)
        header += ' ';
    header += '\n';
    Bytes bytes = textBytes(std::string("\x93NUMPY\x01\x00", 8));
    bytes.push_back(static_cast<std::uint8_t>(header.size() & 255));
    bytes.push_back(static_cast<std::uint8_t>(header.size() >> 8));
    const Bytes head = textBytes(header);
    bytes.insert(bytes.end(), head.begin(), head.end());
    for (int i = 0; i < count; ++i)
        bytes.push_back(static_cast<std::uint8_t>(number(i)));
    return bytes;
}

Bytes keras()
{
    const auto label = [](int i) { return i % 10; };
    return zipOf({{"x_train.npy", byteNpy({60, 28, 28}, pixel)},
                  {"y_train.npy", byteNpy({60}, label)},
                  {"x_test.npy", byteNpy({20, 28, 28}, pixel)},
                  {"y_test.npy", byteNpy({20}, label)}},
                 {.isDeflated = true});
}

/// 5,000 points of four measures about two centres.
Bytes points()
{
    std::string text = "length,width,height,weight\n";
    for (int i = 0; i < 5000; ++i)
        for (int c = 0; c < 4; ++c)
            text += shortest((i % 2 == 0 ? 10.0 : 40.0) * (c + 1) + std::sin(i * (c + 1.7)) * 5) +
                    (c < 3 ? "," : "\n");
    return textBytes(text);
}

/// Photographs as people have them: PNG and JPEG of many sizes, upright and across, with colours.
bool writePhotos(const QDir& folder, int count)
{
    for (int i = 0; i < count; ++i) {
        QImage photo(40 + i % 7 * 31, 60 + i % 5 * 17, QImage::Format_RGB32);
        photo.fill(QColor::fromHsv(i * 7 % 360, 120, 200));
        QPainter p(&photo);
        p.setBrush(Qt::black);
        p.drawEllipse(QPoint(photo.width() / 2, photo.height() / 2), 5 + i % 20, 12);
        p.end();
        const QString name = q("%1/%2.%3")
                                 .arg(i % 2 == 0 ? q("cats") : q("dogs"))
                                 .arg(i)
                                 .arg(i % 3 == 0 ? q("jpg") : q("png"));
        if (!QDir().mkpath(folder.filePath(QFileInfo(name).path())) || !photo.save(folder.filePath(name)))
            return false;
    }
    return true;
}

} // namespace

class TstOwnData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_desk.reset(); }

    void opens_data();
    void opens();
    void refuses_data();
    void refuses();
    void madeSets();
    void classesAndCounts();
    void fieldsThatAreWrong();
    void undoComesBack();
    void arrivesWhileItTrains();
    void anotherCutWaits();
    void theNetworkFollows();
    void filesThatHaveGone();
    void textsFollow();
    void labelsBeyondNine();
    void lettersStandUpright();
    void classesByName();
    void commandNamesTheFile();
    void linksAskForTheFile();
    void linksOfWhatIsOpen();
    void linksAskForTheFolder();
    void drawingsAreKept();

private:
    Desk& desk() { return *m_desk; }
    QString path(const char* name) const { return m_folder.filePath(q(name)); }

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
};

void TstOwnData::initTestCase()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    const QDir root(m_folder.path());
    writeSet(root.filePath(q("fashion")),
             {q("train-images-idx3-ubyte.gz"), q("train-labels-idx1-ubyte.gz"),
              q("t10k-images-idx3-ubyte.gz"), q("t10k-labels-idx1-ubyte.gz")},
             60, 20, true);
    writeSet(root.filePath(q("emnist")),
             {q("emnist-digits-train-images-idx3-ubyte"), q("emnist-digits-train-labels-idx1-ubyte"),
              q("emnist-digits-test-images-idx3-ubyte"), q("emnist-digits-test-labels-idx1-ubyte")},
             60, 20, false);
    QVERIFY(write(path("train.csv"), kaggle(80)));
    QVERIFY(write(path("keras.npz"), keras()));
    QVERIFY(write(path("points.csv"), points()));
    QVERIFY(writePhotos(root.filePath(q("photos")), 200));
    m_desk = std::make_unique<Desk>();
    QVERIFY(m_desk->isUp);
    QVERIFY(m_desk->arrives());
}

void TstOwnData::init()
{
    if (desk().model().run().isTraining()) desk().model().run().pause();
    desk().model().forgetRemark();
    if (desk().model().setup() == *setupOfModel("lab-dense")) return;
    desk().model().choose(*setupOfModel("lab-dense"));
    QVERIFY(desk().arrives());
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 10000, patience);
}

void TstOwnData::opens_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("train");
    QTest::addColumn<int>("test");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("classes");
    QTest::newRow("Fashion-MNIST's names") << q("fashion") << 60 << 20 << 28 << 28 << 10;
    QTest::newRow("EMNIST's names") << q("emnist") << 60 << 20 << 28 << 28 << 10;
    QTest::newRow("a CSV of Kaggle's") << q("train.csv") << 72 << 8 << 28 << 28 << 10;
    QTest::newRow("an .npz of Keras") << q("keras.npz") << 60 << 20 << 28 << 28 << 10;
    QTest::newRow("photographs") << q("photos") << 180 << 20 << 28 << 28 << 2;
    QTest::newRow("points") << q("points.csv") << 4500 << 500 << 1 << 4 << 0;
}

/// Dropped, read, trained and mapped.
void TstOwnData::opens()
{
    QFETCH(QString, name);
    QFETCH(int, train);
    QFETCH(int, test);
    QFETCH(int, height);
    QFETCH(int, width);
    QFETCH(int, classes);
    QVERIFY(desk().dropPath(m_folder.filePath(name)));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().setup().data.source == m_folder.filePath(name).toStdString(),
                             patience);
    QVERIFY(desk().arrives());
    QCOMPARE(desk().notice(), QString());
    QCOMPARE(desk().train().count, train);
    QCOMPARE(desk().test().count, test);
    QVERIFY(desk().train().shape == (Shape{1, height, width}));
    std::vector<int> labels = desk().train().labels;
    std::sort(labels.begin(), labels.end());
    QCOMPARE(std::unique(labels.begin(), labels.end()) - labels.begin(), classes);
    QVERIFY(!desk().model().data()->beyondPeak);
    for (const AutoencoderTab tab :
         {AutoencoderTab::Learns, AutoencoderTab::Compared, AutoencoderTab::Walk}) {
        desk().model().setTab(tab);
        QCoreApplication::processEvents();
        const bool isNamed = named<QAbstractButton>(desk().window, q("cats"));
        QCOMPARE(isNamed, name == q("photos") && tab == AutoencoderTab::Compared);
    }
    const double before = *desk().model().moment().testError;
    desk().model().setPace({0, 0});
    desk().model().run().resume();
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().run().isIn(RunState::Finished), patience);
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().moment().testError && desk().model().moment().codes, patience);
    QVERIFY2(*desk().model().moment().testError < before, qPrintable(QString::number(before)));
    QCOMPARE(desk().model().moment().codes->size(), std::size_t(2 * test));
    const QStringList recent = desk().bench.settings.recentData();
    QCOMPARE(recent.first(), m_folder.filePath(name));
}

void TstOwnData::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    const QDir root(m_folder.path());
    const auto bad = [&](const char* name, const char* said) { QTest::newRow(name) << q(name) << q(said); };
    QVERIFY(writePhotos(root.filePath(q("a broken picture")), 4));
    QVERIFY(
        write(root.filePath(q("a broken picture/cats/x.png")), textBytes("\x89PNG\r\n\x1a\n and no more")));
    bad("a broken picture", "x.png");
    writeSet(root.filePath(q("two sets")),
             {q("train-images-a"), q("train-labels-a"), q("t10k-images-a"), q("t10k-labels-a")}, 20, 10,
             false);
    writeSet(root.filePath(q("two sets")),
             {q("train-images-b"), q("train-labels-b"), q("t10k-images-b"), q("t10k-labels-b")}, 20, 10,
             false);
    bad("two sets", "train-images-a");
    QVERIFY(write(root.filePath(q("labels of another length/train-images")), idxOf({30, 28, 28}, pixel)));
    QVERIFY(write(root.filePath(q("labels of another length/train-labels")),
                  idxOf({29}, [](int i) { return i % 10; })));
    QVERIFY(write(root.filePath(q("labels of another length/test-images")), idxOf({10, 28, 28}, pixel)));
    QVERIFY(write(root.filePath(q("labels of another length/test-labels")),
                  idxOf({10}, [](int i) { return i % 10; })));
    bad("labels of another length", "29");
    QVERIFY(write(root.filePath(q("five.csv")), textBytes("1,2\n3,4\n5,6\n7,8\n9,10\n")));
    bad("five.csv", "5");
    QVERIFY(write(root.filePath(q("ragged.csv")), textBytes("1,2\n3\n")));
    bad("ragged.csv", "line 2");
    QDir().mkpath(root.filePath(q("nothing")));
    bad("nothing", "no pictures");
    bad("not there", "there is no such file");
    QImage vast(10000, 8000, QImage::Format_Mono);
    vast.fill(0);
    QDir().mkpath(root.filePath(q("vast")));
    QVERIFY(vast.save(root.filePath(q("vast/vast.png"))));
    bad("vast", "80");
}

/// Said by name, and what was there is there.
void TstOwnData::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    const LabState before = desk().model().state();
    const LabData* data = desk().model().data();
    desk().model().openFile(m_folder.filePath(name));
    QTRY_VERIFY_WITH_TIMEOUT(!desk().notice().isEmpty(), patience);
    QVERIFY2(desk().notice().contains(said), qPrintable(desk().notice()));
    QVERIFY(desk().model().state() == before);
    QCOMPARE(desk().model().data(), data);
    QVERIFY(!desk().model().wantsData());
    desk().model().run().updateOnce(); // and goes on
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().snapshot() && desk().model().snapshot()->update > 0, patience);
    desk().model().again();
}

void TstOwnData::madeSets()
{
    for (int row = 1; row <= 4; ++row) {
        QVERIFY(desk().choose("Data", row));
        QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 1000, patience);
        QVERIFY(desk().arrives());
        QCOMPARE(desk().train().count, 6000);
    }
    QVERIFY(desk().model().setup().data == DataRequest("ellipses:thickness"));
    QVERIFY(desk().choose("Data", 0));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 10000, patience);
}

void TstOwnData::classesAndCounts()
{
    QVERIFY(desk().press("▸ More: the training"));
    QVERIFY(desk().write("Classes", "8; 3 3"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().setup().data.cut.classes == (std::vector<int>{3, 8}), patience);
    QVERIFY(desk().arrives());
    for (const int label : desk().test().labels)
        QVERIFY(label == 3 || label == 8);
    QCOMPARE(desk().field("Classes")->text(), q("3, 8"));
    QVERIFY(desk().write("Samples to train on", "500"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().train().count, 500, patience);
    const int all = desk().test().count;
    QVERIFY(desk().write("Held out, per cent", "50"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().test().count > 2 * all, patience);
    QVERIFY(desk().model().setup().data.cut == (DataCut{.classes = {3, 8}, .limit = 500, .heldOut = 50}));
    QVERIFY(desk().write("Classes", ""));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().setup().data.cut.classes.empty(), patience);
    QVERIFY(desk().arrives());
    QVERIFY(desk().press("▾ More: the training"));
}

void TstOwnData::fieldsThatAreWrong()
{
    QVERIFY(desk().press("▸ More: the training"));
    const LabState before = desk().model().state();
    for (const char* wrong : {"three", "3,,x", "1.5"}) {
        QVERIFY(desk().write("Classes", wrong));
        QVERIFY2(desk().notice().contains(q(wrong)), qPrintable(desk().notice()));
        QCOMPARE(desk().field("Classes")->text(), QString());
    }
    QVERIFY(desk().write("Classes", "3, 12")); // there is no such class
    QTRY_VERIFY_WITH_TIMEOUT(desk().notice().contains(q("no sample is of class 12")), patience);
    QVERIFY(desk().model().state() == before);
    QCOMPARE(desk().field("Classes")->text(), QString());
    QVERIFY(desk().press("▾ More: the training"));
}

void TstOwnData::undoComesBack()
{
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    desk().model().undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 10000, patience);
    QVERIFY(desk().model().setup().data == DataRequest());
    desk().model().undoStack()->redo();
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
}

/// The run goes on with what it has; the new data wait.
void TstOwnData::arrivesWhileItTrains()
{
    desk().model().setPace({20, 0});
    desk().model().run().resume();
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().snapshot() && desk().model().snapshot()->update > 0, patience);
    desk().model().openFile(path("points.csv"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().isPending(), patience);
    QVERIFY(desk().model().run().isTraining());
    QCOMPARE(desk().test().count, 10000);
    QVERIFY(desk().model().snapshot() && desk().model().snapshot()->update > 0);
    desk().model().dropPending();
    QVERIFY(!desk().model().isPending());
    desk().model().run().pause();
    desk().model().again();
}

/// More or fewer of the same data is a change of a field: what was trained stays until it is applied.
void TstOwnData::anotherCutWaits()
{
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    QVERIFY(desk().arrives());
    desk().model().run().updateOnce();
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().snapshot() && desk().model().snapshot()->update == 1, patience);
    DataRequest half = desk().model().setup().data;
    half.cut.heldOut = 50;
    desk().model().openData(half);
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().isPending(), patience);
    QVERIFY(desk().model().setup().data == half);
    QCOMPARE(desk().test().count, 500);
    QCOMPARE(desk().model().snapshot()->update, 1);
    desk().model().again();
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 2500, patience);
}

/// A convolution cannot take four numbers: another network takes its place, and it is said.
void TstOwnData::theNetworkFollows()
{
    AutoencoderSetup setup = *setupOfModel("lab-conv");
    setup.bottleneck = 8;
    desk().model().choose(setup);
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    QVERIFY(desk().arrives());
    QCOMPARE(desk().model().setup().model, std::string("lab-dense"));
    QCOMPARE(desk().model().setup().bottleneck, 4);
    QVERIFY2(desk().notice().contains(q("points.csv: the network was changed")), qPrintable(desk().notice()));
}

void TstOwnData::filesThatHaveGone()
{
    QVERIFY(write(path("gone.csv"), points()));
    desk().model().openFile(path("gone.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    QVERIFY(desk().arrives());
    QVERIFY(QFile::remove(path("gone.csv")));
    desk().model().again(); // what has been read is kept
    desk().model().run().updateOnce();
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().snapshot() && desk().model().snapshot()->update == 1, patience);
    AutoencoderState state = std::get<AutoencoderState>(desk().model().state());
    state.setup.data.source = path("never.csv").toStdString();
    desk().model().open(state);
    QTRY_VERIFY_WITH_TIMEOUT(desk().notice().contains(q("there is no such file")), patience);
    QCOMPARE(desk().test().count, 500); // still shown
    QCOMPARE(desk().model().snapshot()->update, 1);
    desk().model().undoStack()->undo();
    QTRY_COMPARE_WITH_TIMEOUT(desk().notice(), QString(), patience);
}

void TstOwnData::textsFollow()
{
    desk().model().setTab(AutoencoderTab::Learns);
    QVERIFY2(desk().model().summary().contains(q("784 pixels")), qPrintable(desk().model().summary()));
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    QVERIFY(desk().arrives());
    QVERIFY2(desk().model().summary().contains(q("4 measures")), qPrintable(desk().model().summary()));
    for (const AutoencoderTab tab :
         {AutoencoderTab::Learns, AutoencoderTab::Compared, AutoencoderTab::Walk}) {
        desk().model().setTab(tab);
        QCoreApplication::processEvents();
        for (const auto* label : desk().stage().findChildren<QLabel*>())
            for (const char* word : {"digit", "784", "10 000", "10,000"})
                if (label->isVisible()) QVERIFY2(!label->text().contains(q(word)), qPrintable(label->text()));
    }
    desk().model().openFile(path("photos"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 20, patience);
    QVERIFY(desk().arrives());
    QCOMPARE(desk().model().nameOf(0).startsWith(q("cats")), desk().test().labels[0] == 0);
    QVERIFY(desk().model().nameOf(0).contains(desk().test().labels[0] == 0 ? q("cats") : q("dogs")));
}

/// Letters, years, negative labels: any whole number is a class.
void TstOwnData::labelsBeyondNine()
{
    std::string text = "a,b,label\n";
    for (int i = 0; i < 300; ++i)
        text += shortest(i % 7 / 7.0) + "," + shortest(i % 11 / 11.0) + "," + std::to_string(i % 26) + "\n";
    QVERIFY(write(path("letters.csv"), textBytes(text)));
    desk().model().openFile(path("letters.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 30, patience);
    AutoencoderState state = std::get<AutoencoderState>(desk().model().state());
    QVERIFY(
        write(path("negative.csv"),
              textBytes("1,-3\n2,1990\n3,-7\n4,2000000000\n5,0\n6,1\n7,-1\n8,1\n9,2\n10,-3\n11,4\n12,1\n")));
    state.setup.data = {path("negative.csv").toStdString(), {.labelColumn = 2, .values = Values::Range}};
    state.setup.bottleneck = 1;
    for (const AutoencoderTab tab :
         {AutoencoderTab::Compared, AutoencoderTab::Walk, AutoencoderTab::Learns}) {
        state.view.tab = tab;
        desk().model().open(state);
        QTRY_COMPARE_WITH_TIMEOUT(desk().train().count, 11, patience);
        QVERIFY(desk().arrives());
        desk().window.grab();
    }
}

/// EMNIST's letters: turned as its files hold them, each class with its letter, and counted for itself.
void TstOwnData::lettersStandUpright()
{
    const QDir folder(path("letters"));
    const auto name = [&](const char* part, const char* what) {
        return folder.filePath(q("emnist-letters-%1-%2-ubyte").arg(q(part), q(what)));
    };
    const auto bar = [](int i) { return i / 28 % 28 < 3 ? 255 : i % 28 == 1 ? 9 : 0; }; // three rows
    const auto letter = [](int i) { return 1 + i % 26; };
    for (const auto& [part, count] : {std::pair("train", 260), {"test", 52}}) {
        QVERIFY(write(name(part, "images-idx3"), idxOf({count, 28, 28}, bar)));
        QVERIFY(write(name(part, "labels-idx1"), idxOf({count}, letter)));
    }
    QVERIFY(desk().dropPath(folder.path()));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 52, patience);
    QVERIFY(desk().arrives());
    QCOMPARE(desk().test().bytes[28], std::uint8_t(255)); // down the left edge
    QCOMPARE(desk().test().bytes[3], std::uint8_t(0));
    desk().model().setTab(AutoencoderTab::Compared);
    QCoreApplication::processEvents();
    ComparedModel& compared = desk().model().compared();
    auto* b = named<QAbstractButton>(desk().window, q("B"));
    QVERIFY(b && b->isVisible());
    QTest::mouseClick(b, Qt::LeftButton);
    QVERIFY(compared.hidden() == std::set<int>{2}); // not L and V, which have its colour
    QTest::mouseClick(b, Qt::LeftButton);
    compared.select({0, 11, 26, 37}); // A and L, twice each
    QVERIFY((compared.selectedByClass() == std::map<int, int>{{1, 2}, {12, 2}}));
    desk().model().copyCommand();
    QVERIFY(desk().copiedSetup().data.cut.isTransposed);
    desk().model().setTab(AutoencoderTab::Learns);
    QVERIFY(desk().press("▸ More: the training"));
    auto* turn = named<Switch>(desk().window, q("Transposed pictures"));
    QVERIFY(turn && turn->isOn());
    turn->click();
    QTRY_VERIFY_WITH_TIMEOUT(!desk().model().setup().data.cut.isTransposed, patience);
    QVERIFY(desk().arrives());
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().bytes[3], std::uint8_t(255), patience);
    QVERIFY(desk().press("▾ More: the training"));
    compared.clearSelection();
}

void TstOwnData::classesByName()
{
    desk().model().openFile(path("photos"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().train().count, 180, patience);
    QVERIFY(desk().arrives());
    QVERIFY(desk().press("▸ More: the training"));
    QVERIFY(desk().write("Classes", "Dogs"));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().setup().data.cut.classes == std::vector<int>{1}, patience);
    QVERIFY(desk().arrives());
    QTRY_COMPARE_WITH_TIMEOUT(desk().field("Classes")->text(), q("dogs"), patience);
    QVERIFY(desk().write("Classes", "dogs, birds"));
    QVERIFY2(desk().notice().contains(q("birds")), qPrintable(desk().notice()));
    QCOMPARE(desk().field("Classes")->text(), q("dogs"));
    QVERIFY(desk().press("▾ More: the training"));
}

void TstOwnData::commandNamesTheFile()
{
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    QVERIFY(desk().arrives());
    desk().model().copyCommand();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY2(command.endsWith(q(" --data ") + path("points.csv")), qPrintable(command));
    AutoencoderSetup setup = desk().model().setup();
    setup.data.source = "wanted:points.csv";
    QVERIFY(desk().copiedSetup() == setup);
}

/// The same points elsewhere, under another name: with the cut that the link brings.
void TstOwnData::linksAskForTheFile()
{
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    AutoencoderSetup setup = desk().model().setup();
    desk().model().copyLink();
    const QString link = QGuiApplication::clipboard()->text();
    init();
    const AutoencoderSetup before = desk().model().setup();
    for (const bool isChosen : {false, true}) {
        desk().paste(link);
        QVERIFY2(desk().notice().contains(q("points.csv")), qPrintable(desk().notice()));
        QVERIFY(desk().model().setup() == before);
        QVERIFY(desk().press("Choose the file…"));
        if (isChosen) break;
        desk().window.findChild<QFileDialog*>()->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(desk().takesKeysAgain());
    }
    QVERIFY(QFile::exists(path("elsewhere.csv")) || QFile::copy(path("points.csv"), path("elsewhere.csv")));
    QVERIFY(desk().chooseInDialog(path("elsewhere.csv")));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    setup.data.source = path("elsewhere.csv").toStdString();
    QVERIFY(desk().model().setup() == setup);
    QVERIFY(setup.data.cut.values == Values::Range);
    QCOMPARE(desk().notice(), QString());
    desk().model().undoStack()->undo();
    QVERIFY(desk().model().setup() == before);
}

/// What is open here needs no second look for it; no other file is read by itself.
void TstOwnData::linksOfWhatIsOpen()
{
    desk().model().openFile(path("points.csv"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 500, patience);
    QVERIFY(desk().arrives());
    AutoencoderState state{desk().model().setup(), {}};
    state.setup.recipe.seed = 7;
    desk().paste(QString::fromStdString(stateLink(state)));
    QVERIFY2(desk().notice().isEmpty(), qPrintable(desk().notice()));
    QTRY_VERIFY_WITH_TIMEOUT(desk().model().setup() == state.setup, patience);
    state.setup.data.source = path("train.csv").toStdString();
    desk().paste(QString::fromStdString(stateLink(state)));
    QVERIFY2(desk().notice().contains(q("train.csv")), qPrintable(desk().notice()));
    QVERIFY(desk().model().setup() != state.setup);
}

void TstOwnData::linksAskForTheFolder()
{
    desk().model().openFile(path("photos"));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 20, patience);
    const AutoencoderSetup setup = desk().model().setup();
    desk().model().copyCommand();
    const QString command = QGuiApplication::clipboard()->text();
    init();
    desk().paste(command);
    QVERIFY(desk().press("Choose the folder…"));
    QVERIFY(desk().chooseInDialog(path("photos")));
    QTRY_COMPARE_WITH_TIMEOUT(desk().test().count, 20, patience);
    QVERIFY(desk().model().setup() == setup);
}

void TstOwnData::drawingsAreKept()
{
    desk().model().setTab(AutoencoderTab::Walk);
    auto* pad = desk().stage().findChild<InkPad*>();
    QVERIFY(pad);
    const std::string file = desk().bench.settings.drawingsFile().toStdString();
    for (int i = 0; i < 12; ++i) {
        QTest::mousePress(pad, Qt::LeftButton, {}, {30 + i, 30});
        QTest::mouseMove(pad, {40, 60 + i});
        QTest::mouseRelease(pad, Qt::LeftButton, {}, {60, 90});
        QVERIFY(!pad->isEmpty());
        auto* keep = qobject_cast<QPushButton*>(buttonOf(desk().window, q("Keep")));
        QVERIFY(keep);
        Q_EMIT keep->menu()->aboutToShow();
        keep->menu()->actions()[i % 10]->trigger();
        QVERIFY2(desk().notice().isEmpty(), qPrintable(desk().notice()));
        QVERIFY(pad->isEmpty());
        QCOMPARE(drawingsIn(file), i + 1);
    }
    auto* keep = qobject_cast<QPushButton*>(buttonOf(desk().window, q("Keep")));
    Q_EMIT keep->menu()->aboutToShow();
    QCOMPARE(keep->menu()->actions().last()->text(), q("Train on 12 kept drawings"));
    keep->menu()->actions().last()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(desk().train().count, 11, patience);
    QCOMPARE(desk().test().count, 1);
    QVERIFY(desk().train().labels == (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 1}));
    QVERIFY(desk().arrives());
    // What is no file of drawings stays what it is.
    QVERIFY(writeFile(file, std::string_view("a,b\n1,2\n")));
    const std::vector<float> drawing(784, 0.5f);
    QVERIFY(!keepDrawing(file, 3, drawing));
    QCOMPARE(drawingsIn(file), 0);
    QVERIFY(*readFile(file) == textBytes("a,b\n1,2\n"));
}

QTEST_MAIN(TstOwnData)
#include "tst_own_data.moc"
