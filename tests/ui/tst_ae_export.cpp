#include "core/io/file.h"
#include "core/lab/model_presets.h"
#include "core/session/state_command.h"
#include "tests/support/exported.h"
#include "tests/support/few_digits.h"
#include "tests/support/program_run.h"
#include "tests/support/ui_support.h"
#include "ui/export/exporter.h"
#include "ui/labs/autoencoder/ae_model.h"
#include "ui/labs/autoencoder/ae_numbers.h"
#include "ui/labs/autoencoder/compared_model.h"
#include "ui/labs/autoencoder/dial_model.h"
#include "ui/labs/autoencoder/numbers_dialog.h"
#include "ui/labs/autoencoder/walk_model.h"
#include "ui/widgets/controls.h"

#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int patience = 60000;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A lab's model on rings of ten sizes, in files as a user has them.
struct Rings : Bench<SteadyClock> {
    Rings()
    {
        isThere = QDir().mkpath(data()) && writeIdx(data(), q("train"), rings(600), 600) &&
                  writeIdx(data(), q("t10k"), rings(120), 120);
        model = std::make_unique<AeModel>(context);
    }
    QString data() const { return folder.filePath(q("rings")); }
    QString path(const QString& name) const { return folder.filePath(name); }
    AutoencoderState state() const
    {
        AutoencoderState state;
        state.setup.data.source = data().toStdString();
        state.setup.recipe.epochs = 3;
        state.setup.recipe.batch = 50;
        state.view.paceSeconds = 0;
        return state;
    }
    /// Of the network that the dial is for.
    AutoencoderState linearState() const
    {
        AutoencoderState linear = state();
        const DataRequest request = linear.setup.data;
        const Recipe recipe = linear.setup.recipe;
        linear.setup = setupOf(*findModelPreset("lab-linear"));
        linear.setup.data = request;
        linear.setup.recipe.epochs = recipe.epochs;
        linear.setup.recipe.batch = recipe.batch;
        return linear;
    }
    bool open(const AutoencoderState& state) const
    {
        model->open(state);
        return QTest::qWaitFor(
            [&] {
                return model->snapshot() && !model->isPending() && model->data()->dataset->train.count == 600;
            },
            patience);
    }
    bool finish() const
    {
        model->toggleTraining();
        return QTest::qWaitFor([&] { return model->run().isIn(RunState::Finished); }, patience);
    }
    /// What the window's dialog does.
    Result<void> write(const QString& file) const
    {
        const auto exportable = model->exportable({});
        ExportOptions options;
        options.still = exportable->now;
        return writeExport(path(file), *exportable, options);
    }

    bool isThere = false;
    std::unique_ptr<AeModel> model;
};

} // namespace

/// What leaves the autoencoder lab, by the window and by the command line.
class TstAeExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void windowStateAndCommandAgree_data();
    void windowStateAndCommandAgree();
    void anUnfinishedRunGivesWhatItHas();
    void thePreviewIsWhatIsWritten();
    void cancelledPreparingLeavesNoFile();
    void theViewChangesThePicture();
    void theDialLeavesWithItsArrows();
    void otherTabsLeaveAsStills();
    void tabsByCommand_data();
    void tabsByCommand();
    void numbersAreThoseOfEncodeAndDecode();
    void theDialogSaves();
    void failuresAreSaidBeforeTheWork_data();
    void failuresAreSaidBeforeTheWork();
};

void TstAeExport::initTestCase()
{
    QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
}

void TstAeExport::windowStateAndCommandAgree_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<bool>("isUsual");
    for (const char* ending : {"png", "svg", "html"}) {
        QTest::addRow("%s, as it opens", ending) << q(ending) << true;
        QTest::addRow("%s, looked at otherwise", ending) << q(ending) << false;
    }
}

void TstAeExport::windowStateAndCommandAgree()
{
    QFETCH(QString, ending);
    QFETCH(bool, isUsual);
    Rings lab;
    QVERIFY(lab.isThere);
    AutoencoderState state = lab.state();
    if (!isUsual) {
        state.setup.bottleneck = 3;
        state.view.isAligned = state.view.mapsTraining = true;
        state.view.hasColours = false;
        state.view.digit = 77;
    }
    QVERIFY(lab.open(state));
    QVERIFY(lab.finish());
    if (!isUsual) lab.model->run().seekUpdate(17); // no stop of a film by itself
    const QString window = q("window.") + ending;
    QVERIFY(lab.write(window));
    const QByteArray expected = contentOf(lab.path(window));
    QVERIFY(expected.size() > 10000);
    lab.model->saveState(lab.path(q("state.json")));
    const Outcome byState =
        runProgram(lab.folder.path(), q("train --state state.json --threads 1 --render state.") + ending);
    QVERIFY2(byState.status == 0, byState.error.constData());
    QCOMPARE(contentOf(lab.path(q("state.") + ending)) == expected, true);
    const auto command = commandOf(lab.model->state(), lab.assets);
    QVERIFY(command);
    if (!isUsual) return; // of a file of one's own no link says the view
    const QString words = QString::fromStdString(*command).mid(q("hourglass ").size());
    const Outcome byWords = runProgram(lab.folder.path(), words + q(" --render words.") + ending);
    QVERIFY2(byWords.status == 0, byWords.error.constData());
    QCOMPARE(contentOf(lab.path(q("words.") + ending)) == expected, true);
}

void TstAeExport::anUnfinishedRunGivesWhatItHas()
{
    Rings lab;
    QVERIFY(!lab.model->canExport());
    QVERIFY(!lab.model->exportable({}));
    QVERIFY(lab.open(lab.state()));
    QVERIFY(lab.model->canExport());
    QCOMPARE(lab.model->exportable({})->stops(), 1);
    for (int update = 1; update <= 3; ++update) {
        lab.model->run().updateOnce();
        QVERIFY(QTest::qWaitFor([&] { return lab.model->snapshot()->update == update; }, patience));
    }
    const auto exportable = lab.model->exportable({});
    QCOMPARE(exportable->stops(), 4);
    QCOMPARE(exportable->label(4), q("Update 3 · epoch 0.3 of 3"));
    QVERIFY(lab.write(q("part.html")));
    QVERIFY(contentOf(lab.path(q("part.html"))).contains("Update 2 "));
}

/// What is seen before anything is trained again or measured is what the file has there.
void TstAeExport::thePreviewIsWhatIsWritten()
{
    Rings lab;
    QVERIFY(lab.open(lab.state()));
    QVERIFY(lab.finish());
    QVERIFY(QTest::qWaitFor([&] { return lab.model->snapshot()->history.back().testError.has_value(); },
                            patience));
    const auto before = lab.model->exportable({});
    const QImage seen = paintedAt(*before, before->now);
    QVERIFY(lab.write(q("a.png")));
    const auto after = lab.model->exportable({});
    QVERIFY(!after->prepare); // kept
    QCOMPARE(after->stops(), before->stops());
    const QImage written(lab.path(q("a.png")));
    QCOMPARE(written.size(), seen.size());
    int different = 0;
    for (int y = 0; y < seen.height() / 2; ++y) // the maps; errors of the curve may still lack
        for (int x = 0; x < seen.width(); ++x)
            different += seen.pixel(x, y) != written.pixel(x, y);
    QCOMPARE(different, 0);
}

void TstAeExport::cancelledPreparingLeavesNoFile()
{
    Rings lab;
    QVERIFY(lab.open(lab.state()));
    QVERIFY(lab.finish());
    const auto exportable = lab.model->exportable({});
    QVERIFY(exportable->prepare);
    ExportOptions options;
    int asked = 0;
    options.watch = [&](double share) { return share < 0.4 && ++asked < 5; };
    const auto written = writeExport(lab.path(q("no.html")), *exportable, options);
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::Cancelled);
    QVERIFY(!QFile::exists(lab.path(q("no.html"))));
}

void TstAeExport::theViewChangesThePicture()
{
    Rings lab;
    QVERIFY(lab.open(lab.state()));
    QVERIFY(lab.finish());
    const auto picture = [&] {
        const auto exportable = lab.model->exportable({});
        return paintedAt(*exportable, exportable->now);
    };
    const QImage usual = picture();
    lab.model->alignMaps(true);
    QVERIFY(picture() != usual);
    lab.model->alignMaps(false);
    QCOMPARE(picture(), usual);
    lab.model->colourMaps(false);
    QVERIFY(picture() != usual);
    lab.model->colourMaps(true);
    lab.model->chooseDigit(50);
    QVERIFY(picture() != usual);
    lab.model->chooseDigit(11);
    QCOMPARE(picture(), usual);
    lab.model->run().seekUpdate(2);
    QVERIFY(picture() != usual);
}

void TstAeExport::tabsByCommand_data()
{
    QTest::addColumn<AutoencoderView>("view");
    AutoencoderView view{.tab = AutoencoderTab::Compared};
    QTest::newRow("PCA") << view;
    view.isAligned = true;
    QTest::newRow("aligned") << view;
    view.beside = Beside::Mds;
    view.mdsImages = 60;
    QTest::newRow("MDS") << view;
    view.beside = Beside::Dial;
    view.dial = {1, 0.5, -0.3, 1.2};
    QTest::newRow("the dial") << view;
    view = {.tab = AutoencoderTab::Walk};
    QTest::newRow("grid") << view;
    view.walk = {.layer = WalkLayer::Holes, .cross = {{0.5, 0.25}}, .from = 3, .to = 40};
    QTest::newRow("holes, a cross and a path") << view;
}

/// The tab's picture by the window, and by the command from the state that it saves: the same bytes.
void TstAeExport::tabsByCommand()
{
    QFETCH(AutoencoderView, view);
    Rings lab;
    AutoencoderState state = view.beside == Beside::Dial ? lab.linearState() : lab.state();
    state.view = view;
    state.view.paceSeconds = 0;
    QVERIFY(lab.open(state));
    QVERIFY(lab.finish());
    AeModel& model = *lab.model;
    model.compared().mds().setRoundTime({});
    const auto isThere = [&] {
        if (view.tab == AutoencoderTab::Walk) {
            model.walk().training();
            model.walk().film();
            return model.walk().places() && !model.walk().isWorking();
        }
        return model.compared().plain() && (view.beside != Beside::Mds || model.compared().mds().isDone());
    };
    QVERIFY(QTest::qWaitFor(isThere, patience));
    QVERIFY(lab.write(q("window.png")));
    QCOMPARE(model.exportable({})->stops(), 1);
    model.saveState(lab.path(q("state.json")));
    const Outcome outcome = runProgram(lab.folder.path(), q("train --state state.json --render command.png"));
    QVERIFY2(outcome.status == 0, outcome.error.constData());
    QVERIFY(contentOf(lab.path(q("window.png"))).size() > 5000);
    QCOMPARE(contentOf(lab.path(q("command.png"))) == contentOf(lab.path(q("window.png"))), true);
}

void TstAeExport::theDialLeavesWithItsArrows()
{
    Rings lab;
    QVERIFY(lab.open(lab.linearState()));
    QVERIFY(lab.finish());
    AeModel& model = *lab.model;
    model.setTab(AutoencoderTab::Compared);
    QVERIFY(
        QTest::qWaitFor([&] { return model.compared().plain() && model.compared().canDial(); }, patience));
    const auto picture = [&] { return paintedAt(*model.exportable({}), 1); };
    const QImage maps = picture();
    model.putBeside(Beside::Dial);
    const QImage asTrained = picture();
    QVERIFY(asTrained != maps);
    model.compared().dial().setEntry(1, 0.5);
    QVERIFY(picture() != asTrained);
    model.putBeside(Beside::Pca);
    QCOMPARE(picture(), maps);
}

void TstAeExport::otherTabsLeaveAsStills()
{
    Rings lab;
    QVERIFY(lab.open(lab.state()));
    QVERIFY(lab.finish());
    AeModel& model = *lab.model;
    QVERIFY(model.exportable({})->stops() > 10);
    const auto still = [&](AutoencoderTab tab) {
        model.setTab(tab);
        const bool isThere = QTest::qWaitFor(
            [&] { return model.compared().plain() && model.walk().places() && !model.walk().isWorking(); },
            patience);
        const auto exportable = model.exportable({});
        return isThere && exportable && exportable->stops() == 1 ? paintedAt(*exportable, 1) : QImage();
    };
    const QImage maps = still(AutoencoderTab::Compared);
    QVERIFY(!maps.isNull());
    model.alignMaps(true);
    QVERIFY(still(AutoencoderTab::Compared) != maps);
    model.alignMaps(false);
    model.putBeside(Beside::Sizes);
    QVERIFY(still(AutoencoderTab::Compared) != maps); // the bottleneck alone
    model.putBeside(Beside::Pca);
    QCOMPARE(still(AutoencoderTab::Compared), maps);
    const QImage grid = still(AutoencoderTab::Walk);
    QVERIFY(!grid.isNull() && grid != maps);
    QList<QImage> planes{grid};
    const auto isAnother = [&] {
        planes << still(AutoencoderTab::Walk);
        return !planes.last().isNull() && planes.indexOf(planes.last()) == planes.size() - 1;
    };
    for (const WalkLayer layer : {WalkLayer::None, WalkLayer::Density, WalkLayer::Holes}) {
        model.walk().showLayer(layer);
        QVERIFY(model.walk().training() ||
                QTest::qWaitFor([&] { return model.walk().training(); }, patience));
        QVERIFY(isAnother());
    }
    model.walk().setCross(QPointF(0.5, 0.5));
    QVERIFY(isAnother());
    model.walk().setEnd(PathEnd::From, 3);
    model.walk().setEnd(PathEnd::To, 40);
    QVERIFY(isAnother());
    model.setTab(AutoencoderTab::Learns);
    QVERIFY(model.exportable({})->stops() > 10);
}

void TstAeExport::numbersAreThoseOfEncodeAndDecode()
{
    Rings lab;
    QVERIFY(lab.open(lab.state()));
    QVERIFY(!lab.model->offers(CommandId::Export)); // asked otherwise
    QVERIFY(lab.model->offers(CommandId::SaveNumbers));
    QVERIFY(lab.finish());
    lab.model->saveState(lab.path(q("state.json")));
    using What = AeNumbers::What;
    const auto save = [&](const char* name, What what, bool ofTraining) {
        lab.model->numbers().save(lab.path(q(name)), {what, ofTraining});
        return QTest::qWaitFor([&] { return !lab.model->busyJob(); }, patience);
    };
    QVERIFY(save("codes.csv", What::Codes, false));
    QVERIFY(save("codes.npy", What::Codes, true));
    QVERIFY(save("rebuilt.npy", What::Rebuilt, false));
    QVERIFY(save("aligned.csv", What::Aligned, false));
    QVERIFY(save("pca.csv", What::PcaScores, false));
    QCOMPARE(contentOf(lab.path(q("aligned.csv"))).count('\n'), 120);
    QCOMPARE(contentOf(lab.path(q("pca.csv"))).count('\n'), 120);
    QCOMPARE(contentOf(lab.path(q("pca.csv"))).split('\n').at(3).count(','), 2); // two scores and a label
    QVERIFY(!lab.model->numbers().has(What::Mds));
    const auto ok = [&](const QString& command) {
        const Outcome outcome = runProgram(lab.folder.path(), command);
        if (outcome.status != 0) qWarning("%s", outcome.error.constData());
        return outcome.status == 0;
    };
    QVERIFY(ok(q("train --state state.json --out m.hourglass")));
    QVERIFY(ok(q("encode m.hourglass --data rings --part test --out e.csv")));
    QVERIFY(ok(q("encode m.hourglass --data rings --part train --out e.npy")));
    QVERIFY(ok(q("decode m.hourglass --codes e.csv --out d.npy")));
    QCOMPARE(contentOf(lab.path(q("codes.csv"))), contentOf(lab.path(q("e.csv"))));
    QCOMPARE(contentOf(lab.path(q("codes.npy"))) == contentOf(lab.path(q("e.npy"))), true);
    QCOMPARE(contentOf(lab.path(q("rebuilt.npy"))) == contentOf(lab.path(q("d.npy"))), true);
    QVERIFY(!contentOf(lab.path(q("d.npy"))).isEmpty());
}

void TstAeExport::theDialogSaves()
{
    Rings lab;
    QVERIFY(lab.open(lab.state()));
    QVERIFY(lab.finish());
    QWidget window;
    QVERIFY(bringUp(window, {900, 700}));
    NumbersDialog dialog(*lab.model, &window);
    dialog.open();
    auto* what = dialog.findChild<QComboBox*>();
    QCOMPARE(what->count(), 4); // no MDS has been solved
    const auto sentence = [&] {
        for (const auto* label : dialog.findChildren<QLabel*>())
            if (label->wordWrap()) return label->text();
        return QString();
    };
    QVERIFY2(sentence().contains(q("120")) && sentence().contains(q("label")), qPrintable(sentence()));
    const auto parts = dialog.findChildren<Segmented*>();
    QVERIFY(click(parts.at(0)->button(1)));
    QVERIFY(sentence().contains(q("600")));
    QVERIFY(click(parts.at(1)->button(1)));
    QVERIFY(!sentence().contains(q("label")));
    lab.settings.setOpenFolder(lab.folder.path());
    for (auto* button : dialog.findChildren<QPushButton*>())
        if (button->isDefault()) QVERIFY(click(button));
    auto* chooser = window.findChild<QFileDialog*>();
    QVERIFY(chooser);
    QSignalSpy confirmed(lab.model.get(), &LabModel::confirmed);
    Q_EMIT chooser->fileSelected(lab.path(q("codes-train.npy")));
    chooser->close();
    QVERIFY(QTest::qWaitFor([&] { return confirmed.size() == 1; }, patience));
    QVERIFY(contentOf(lab.path(q("codes-train.npy"))).contains("(600, 2)"));
}

void TstAeExport::failuresAreSaidBeforeTheWork_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* options, int status, const char* said) {
        QTest::newRow(name) << q(options) << status << q(said);
    };
    row("another ending", "--render run.bmp", 2, "does not end in");
    row("no such folder", "--render nowhere/run.png", 1, "nowhere/run.png");
    row("a size alone", "--size 900x600", 2, "--render");
    row("too small", "--render run.png --size 9x9", 2, "9x9");
}

void TstAeExport::failuresAreSaidBeforeTheWork()
{
    QFETCH(QString, options);
    QFETCH(int, status);
    QFETCH(QString, said);
    Rings lab;
    const Outcome outcome = runProgram(lab.folder.path(), q("train --data rings --epochs 1 ") + options);
    QCOMPARE(outcome.status, status);
    QVERIFY2(QString::fromUtf8(outcome.error).contains(said), outcome.error.constData());
    QVERIFY(!outcome.out.contains("epoch"));
    QVERIFY(QDir(lab.folder.path()).entryList({q("run*")}).isEmpty());
}

QTEST_MAIN(TstAeExport)
#include "tst_ae_export.moc"
