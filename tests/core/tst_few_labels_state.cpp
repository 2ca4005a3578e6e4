#include "core/lab/few_labels_state.h"
#include "core/session/state_command.h"
#include "core/session/train_options.h"

#include <QTest>

#include <algorithm>

using namespace hg;

namespace {

const Assets assets{{}};

std::vector<std::uint8_t> bytesOf(const std::string& text)
{
    return {text.begin(), text.end()};
}

Result<LabState> readText(const std::string& json)
{
    return readState(bytesOf(json), "file");
}

void addExamples()
{
    QTest::addColumn<QByteArray>("id");
    for (const FewLabelsExample& example : fewLabelsExamples())
        QTest::newRow(example.id) << QByteArray(example.id);
}

/// Few labels with nothing at its default.
FewLabelsState rich()
{
    FewLabelsState s;
    s.setup.network = *setupOfModel("lab-conv");
    s.setup.network.bottleneck = 32;
    s.setup.network.data.cut.classes = {3, 8};
    s.setup.network.hidden = Activation::Elu;
    s.setup.network.recipe.noise = {Noise::Kind::Mask, 0.25};
    s.setup.rows = rowsOf({LabelRow::Hidden, LabelRow::Raw, LabelRow::Scratch});
    s.setup.reading = LabelReading::Spreading;
    s.setup.counts = {1, 3, 40};
    s.setup.draws = 25;
    s.view = {.tab = FewLabelsTab::Map,
              .perClass = 3,
              .draw = 24,
              .sample = 123,
              .front = LabelRow::Hidden,
              .paceSeconds = 4.5,
              .flat = FlatBy::Mds,
              .showsRegions = false,
              .showsSuggestions = false,
              .own = {{0, 0}, {pointsToLabel - 1, 9}, {7, 3}},
              .ownShown = 2};
    return s;
}

/// What `fewlabels` by itself describes: its counts are not the lab's.
FewLabelsState typed()
{
    FewLabelsState state;
    state.setup.counts = {1, 5, 10, 100};
    return state;
}

} // namespace

/// The problem of the lab Few labels: its examples, documents, links and commands.
class TstFewLabelsState : public QObject {
    Q_OBJECT

private slots:
    void examplesDiffer();
    void examplesCanBeShown_data() { addExamples(); }
    void examplesCanBeShown();
    void examplesReturn_data() { addExamples(); }
    void examplesReturn();
    void statesReturn_data();
    void statesReturn();
    void usualOnesAreShort();
    void labelsAClassFollowTheCounts();
    void badStates_data();
    void badStates();
    void hiddenRowsNeedALayer();
    void ownLabelsAreFew();
    void ofFilesLinksCarryTheName();
    void linesReturn_data();
    void linesReturn();
    void badLines_data();
    void badLines();
    void someAreBeyondOptions_data();
    void someAreBeyondOptions();
};

void TstFewLabelsState::examplesDiffer()
{
    const auto all = fewLabelsExamples();
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(findFewLabelsExample(all[i].id), &all[i]); // no id comes twice
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(all[i].state != all[j].state, all[i].id);
    }
    QVERIFY(!findFewLabelsExample("nobody's"));
}

void TstFewLabelsState::examplesCanBeShown()
{
    QFETCH(QByteArray, id);
    const auto& [setup, view] = findFewLabelsExample(id.constData())->state;
    const auto network = validate(setup.network, {1, 28, 28});
    QVERIFY(network);
    QCOMPARE(network->codeSize(), setup.network.bottleneck);
    QVERIFY(setup.network.bottleneck <= mostNeuronsInLab);
    QVERIFY(setup.rows[static_cast<std::size_t>(view.front)]);
    QVERIFY(setup.counts.size() <= mostCountsInLab && setup.draws <= mostDrawsInLab);
    QVERIFY(std::find(setup.counts.begin(), setup.counts.end(), view.perClass) != setup.counts.end());
}

void TstFewLabelsState::examplesReturn()
{
    QFETCH(QByteArray, id);
    const FewLabelsState& state = findFewLabelsExample(id.constData())->state;
    const auto fromFile = readText(writeState(state));
    QVERIFY(fromFile && *fromFile == LabState(state));
    const auto fromLink = readStateLink(stateLink(state));
    QVERIFY(fromLink && *fromLink == LabState(state));
    const auto command = commandOf(state, assets);
    QVERIFY(command && command->starts_with("hourglass fewlabels"));
    FewLabelsState said = state; // options say nothing of how it is looked at
    said.view = {.perClass = usualPerClass(state.setup.counts)};
    const auto fromCommand = readCommand(*command, assets);
    QVERIFY(fromCommand && *fromCommand == LabState(said));
}

void TstFewLabelsState::statesReturn_data()
{
    QTest::addColumn<LabState>("state");
    QTest::newRow("nothing") << LabState(FewLabelsState());
    QTest::newRow("everything") << LabState(rich());
    FewLabelsState state;
    for (std::size_t i = 0; i < labelRowCount; ++i) {
        state.setup.rows = LabelRows().set(i);
        state.view.front = static_cast<LabelRow>(i);
        QTest::addRow("row %d alone", static_cast<int>(i)) << LabState(state);
    }
    state = {};
    state.setup.rows.set();
    QTest::newRow("all rows") << LabState(state);
    state.setup.reading = LabelReading::Neighbours;
    state.view.tab = FewLabelsTab::Mistakes;
    QTest::newRow("neighbours") << LabState(state);
    state.setup.counts = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, mostLabelsAClass};
    state.setup.draws = mostDrawsInLab;
    state.view = {.tab = FewLabelsTab::Yourself, .perClass = mostLabelsAClass, .draw = mostDrawsInLab - 1};
    QTest::newRow("the most of everything") << LabState(state);
    state = {};
    state.setup.counts = {7};
    state.setup.draws = 1;
    state.view.perClass = 7;
    QTest::newRow("one count, one draw") << LabState(state);
    state = {};
    for (int i = 0; i < mostOwnLabels; ++i)
        state.view.own.push_back({i * 70, i % 10});
    QTest::newRow("all own labels") << LabState(state);
    state.view.ownShown = 0;
    QTest::newRow("none of the own labels yet") << LabState(state);
    state.view.ownShown = mostOwnLabels;
    QTest::newRow("the last of the own labels") << LabState(state);
}

void TstFewLabelsState::statesReturn()
{
    QFETCH(LabState, state);
    QCOMPARE(labOf(state), std::string_view("fewlabels"));
    const auto fromFile = readText(writeState(state));
    QVERIFY(fromFile && *fromFile == state);
    const std::string link = stateLink(state);
    QVERIFY(link.starts_with("hourglass:fewlabels/"));
    const auto fromLink = readStateLink(link);
    QVERIFY(fromLink && *fromLink == state);
}

void TstFewLabelsState::usualOnesAreShort()
{
    const std::string bare = R"({"format":"hourglass-fewlabels","setup":{},"version":1})";
    FewLabelsState state;
    QCOMPARE(writeState(state), bare);
    const auto read = readText(bare);
    QVERIFY(read && *read == LabState(state));
    state.setup.rows = rowsOf({LabelRow::Raw, LabelRow::Code});
    state.view.draw = 3;
    state.view.own = {{4, 2}};
    QCOMPARE(writeState(state),
             std::string(R"({"format":"hourglass-fewlabels","setup":{"rows":["code","raw"]},"version":1,)"
                         R"("view":{"draw":3,"own":[{"label":2,"sample":4}]}})"));
    const auto turned =
        readText(R"({"format":"hourglass-fewlabels","version":1,"setup":{"rows":["raw","code"]}})");
    QVERIFY(turned && std::get<FewLabelsState>(*turned).setup == state.setup);
    const auto without = readText(R"({"format":"hourglass-fewlabels","version":1})");
    QVERIFY(without.error() == (Error{ErrorCode::FieldMissing, "file", {}, "setup"}));
}

/// Five a class are looked at where they are among the counts; otherwise the first count.
void TstFewLabelsState::labelsAClassFollowTheCounts()
{
    QCOMPARE(usualPerClass({1, 5, 10}), 5);
    QCOMPARE(usualPerClass({2, 10}), 2);
    for (const char* view : {"", R"(,"view":{})"}) {
        const auto read =
            readText(R"({"format":"hourglass-fewlabels","version":1,"setup":{"counts":[2,10]})" +
                     std::string(view) + "}");
        QVERIFY(read);
        QCOMPARE(std::get<FewLabelsState>(*read).view.perClass, 2);
        QVERIFY(writeState(*read).find("view") == std::string::npos);
    }
    const auto other = readText(
        R"({"format":"hourglass-fewlabels","version":1,"setup":{"counts":[2,10]},"view":{"per_class":5}})");
    QVERIFY(other.error() == (Error{ErrorCode::FieldNotWord, "file", {}, "view.per_class", "2, 10"}));
}

void TstFewLabelsState::badStates_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, ErrorCode code,
                        const char* place) {
        QTest::newRow(name) << from << to << code << QByteArray(place);
    };
    using enum ErrorCode;
    const QByteArray rows = R"(["hidden","raw","scratch"])", counts = "[1,3,40]",
                     second = R"({"label":9,"sample":1499})";
    row("unknown model", "\"lab-conv\"", "\"lab-con\"", FieldNotWord, "setup.network.model");
    row("digits that are not there", "\"data\":\"mnist\"", "\"data\":\"mnist:12\"", FieldNotKind,
        "setup.network.data");
    row("a code beyond PCA's", "\"bottleneck\":32", "\"bottleneck\":785", TooManyComponents, "");
    row("no rows", rows, "[]", FieldNotKind, "setup.rows");
    row("unknown row", rows, R"(["raw","pixels"])", FieldNotWord, "setup.rows[1]");
    row("row as a number", rows, "[1]", FieldNotWord, "setup.rows[0]");
    row("a row twice", rows, R"(["raw","code","raw"])", FieldNotKind, "setup.rows");
    row("too many rows", rows, R"(["code","hidden","raw","pca","untrained","scratch","code"])", FieldNotKind,
        "setup.rows");
    row("a row without a list", rows, "\"raw\"", FieldNotKind, "setup.rows");
    row("unknown reading", "\"spreading\"", "\"tree\"", FieldNotWord, "setup.reading");
    row("no counts", counts, "[]", FieldNotKind, "setup.counts");
    row("thirteen counts", counts, "[1,2,3,4,5,6,7,8,9,10,11,12,13]", FieldNotKind, "setup.counts");
    row("counts that fall", counts, "[3,1,40]", FieldNotKind, "setup.counts");
    row("a count twice", counts, "[3,3,40]", FieldNotKind, "setup.counts");
    row("no labels", counts, "[0,3]", FieldNotWhole, "setup.counts[0]");
    row("too many labels", counts, "[3,10001]", FieldNotWhole, "setup.counts[1]");
    row("half a label", counts, "[2.5,3]", FieldNotWhole, "setup.counts[0]");
    row("a count without a list", counts, "3", FieldNotKind, "setup.counts");
    row("no draws", "\"draws\":25", "\"draws\":0", FieldNotWhole, "setup.draws");
    row("too many draws", "\"draws\":25", "\"draws\":101", FieldNotWhole, "setup.draws");
    row("unknown setting", "\"draws\":25", "\"draw\":25", FieldUnknown, "setup.draw");
    row("unknown tab", "\"tab\":\"map\"", "\"tab\":\"own\"", FieldNotWord, "view.tab");
    row("labels a class beside the counts", "\"per_class\":3", "\"per_class\":5", FieldNotWord,
        "view.per_class");
    row("labels a class of a word", "\"per_class\":3", "\"per_class\":\"3\"", FieldNotWhole,
        "view.per_class");
    row("the draw after the last", "\"draw\":24", "\"draw\":25", FieldNotWhole, "view.draw");
    row("the draw before the first", "\"draw\":24", "\"draw\":-1", FieldNotWhole, "view.draw");
    row("sample below 0", "\"sample\":123", "\"sample\":-1", FieldNotWhole, "view.sample");
    row("sample beyond counting", "\"sample\":123", "\"sample\":1000000001", FieldNotWhole, "view.sample");
    row("unknown row in front", "\"front\":\"hidden\"", "\"front\":\"pixels\"", FieldNotWord, "view.front");
    row("pace below 0", "\"pace_seconds\":4.5", "\"pace_seconds\":-1", FieldNotNumber, "view.pace_seconds");
    row("laid flat by chance", "\"mds\"", "\"tsne\"", FieldNotWord, "view.flat");
    row("regions of a number", "\"regions\":false", "\"regions\":0", FieldNotKind, "view.regions");
    row("suggestions of a word", "\"suggestions\":false", "\"suggestions\":\"no\"", FieldNotKind,
        "view.suggestions");
    row("own label of a number", second, "7", FieldNotKind, "view.own[1]");
    row("own label without a sample", second, R"({"label":9})", FieldMissing, "view.own[1].sample");
    row("own label without a label", second, R"({"sample":9})", FieldMissing, "view.own[1].label");
    row("own label of more", second, R"({"label":9,"sample":9,"sure":true})", FieldUnknown,
        "view.own[1].sure");
    row("own label beyond the points", second, R"({"label":9,"sample":1500})", FieldNotWhole,
        "view.own[1].sample");
    row("own label beyond 9", second, R"({"label":10,"sample":9})", FieldNotWhole, "view.own[1].label");
    row("own sample twice", second, R"({"label":9,"sample":0})", FieldNotKind, "view.own[1].sample");
    row("more shown than there are", "\"own_shown\":2", "\"own_shown\":4", FieldNotWhole, "view.own_shown");
    row("fewer shown than none", "\"own_shown\":2", "\"own_shown\":-1", FieldNotWhole, "view.own_shown");
    row("a later version", "\"version\":1", "\"version\":2", VersionUnknown, "");
    row("a scene beside it", "\"setup\":", "\"scene\":{},\"setup\":", FieldUnknown, "scene");
}

void TstFewLabelsState::badStates()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(ErrorCode, code);
    QFETCH(QByteArray, place);
    QByteArray json = QByteArray::fromStdString(writeState(rich()));
    QVERIFY2(json.contains(from), json.constData());
    json.replace(from, to);
    const auto read = readText(json.toStdString());
    QVERIFY(!read);
    QCOMPARE(static_cast<int>(read.error().code), static_cast<int>(code));
    QCOMPARE(read.error().where, std::string("file"));
    QCOMPARE(read.error().text, place.toStdString());
}

void TstFewLabelsState::hiddenRowsNeedALayer()
{
    FewLabelsState state;
    state.setup.network = *setupOfModel("lab-linear");
    state.setup.rows = rowsOf({LabelRow::Code, LabelRow::Untrained});
    QVERIFY(readText(writeState(state)));
    state.setup.rows |= rowsOf({LabelRow::Hidden});
    const Error missing = readText(writeState(state)).error();
    QVERIFY(missing == (Error{ErrorCode::NoHiddenLayer, "file"}));
    state.setup.network = *setupOfModel("lab-dense");
    QVERIFY(readText(writeState(state)));
}

void TstFewLabelsState::ownLabelsAreFew()
{
    FewLabelsState state;
    for (int i = 0; i <= mostOwnLabels; ++i)
        state.view.own.push_back({i, 0});
    const Error error{ErrorCode::FieldNotKind, "file", {}, "view.own", "array of up to 20 labels"};
    QVERIFY(readText(writeState(state)).error() == error);
    const auto number =
        readText(R"({"format":"hourglass-fewlabels","version":1,"setup":{},"view":{"own":3}})");
    QVERIFY(number.error() == error);
}

void TstFewLabelsState::ofFilesLinksCarryTheName()
{
    FewLabelsState state;
    state.setup.network.data = "/home/ada/my letters.npy";
    const auto kept = readText(writeState(state));
    QVERIFY(kept && *kept == LabState(state));
    FewLabelsState wanted = state;
    wanted.setup.network.data = "wanted:my letters.npy";
    const auto linked = readStateLink(stateLink(state));
    QVERIFY(linked && *linked == LabState(wanted));
    const auto command = commandOf(state, assets);
    QVERIFY(command);
    QCOMPARE(*command, std::string("hourglass fewlabels --data '/home/ada/my letters.npy' --labels "
                                   "1,2,5,10,20,50,100"));
    const auto pasted = readCommand(*command, assets);
    QVERIFY(pasted && *pasted == LabState(wanted));
}

void TstFewLabelsState::linesReturn_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("command"); // the same with the fewest options
    QTest::addColumn<LabState>("state");
    const auto row = [](const char* line, const char* command, const FewLabelsState& state) {
        QTest::newRow(*line ? line : "nothing") << QByteArray(line) << QByteArray(command) << LabState(state);
    };
    row("", "", typed());
    row(" --labels 1,5,10,100 --draws 10 --features untrained,pca,raw,code --classifier softmax --seed 1 "
        "--epochs 6 --bottleneck 8 --data mnist --threads 2 --json",
        "", typed());
    FewLabelsState state = typed();
    state.setup.counts = FewLabelsSetup().counts;
    row(" --labels=1,2,5,10,20,50,100", " --labels 1,2,5,10,20,50,100", state);
    state.setup.counts = {2, 7, 30};
    state.view.perClass = 2;
    row(" --labels 30,2,7,2,30", " --labels 2,7,30", state);
    state = typed();
    state.setup.rows = rowsOf({LabelRow::Code, LabelRow::Scratch});
    row(" --features scratch,code,scratch", " --features code,scratch", state);
    state = typed();
    state.setup.reading = LabelReading::Neighbours;
    row(" --classifier knn", " --classifier knn", state);
    state.setup.reading = LabelReading::HiddenLayer;
    row(" --classifier mlp", " --classifier mlp", state);
    state.setup.reading = LabelReading::Spreading;
    row(" --spread", " --spread", state);
    row(" --classifier softmax --spread", " --spread", state);
    state.setup.network = *setupOfModel("lab-conv");
    state.setup.network.bottleneck = 32;
    state.setup.network.data.cut.classes = {3, 8};
    state.setup.network.recipe.epochs = 2;
    state.setup.network.recipe.seed = 18446744073709551615U;
    state.setup.draws = mostDrawsInLab;
    row(" --seed 18446744073709551615 --draws 100 --epochs 2 --spread --bottleneck 32 --model lab-conv "
        "--data mnist:3,8",
        " --classes 3,8 --model lab-conv --bottleneck 32 --draws 100 --spread --epochs 2 --seed "
        "18446744073709551615",
        state);
    state = typed();
    state.setup.network = *setupOfModel("lab-linear");
    state.setup.network.bottleneck = usualFrozenCode;
    row(" --model lab-linear", " --model lab-linear", state);
    state = typed();
    state.setup.network.recipe.epochs =
        setupOfModel("lab-dense")->recipe.epochs; // its own, not the command's
    row(" --model lab-dense", " --epochs 5", state);
}

void TstFewLabelsState::linesReturn()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, command);
    QFETCH(LabState, state);
    const auto pasted = readCommand("$ hourglass fewlabels" + line.toStdString(), assets);
    QVERIFY(pasted && *pasted == state);
    const auto written = commandOf(*pasted, assets);
    QVERIFY(written);
    QCOMPARE(QByteArray::fromStdString(*written), "hourglass fewlabels" + command);
    const auto again = readCommand(*written, assets);
    QVERIFY(again && *again == state);
}

void TstFewLabelsState::badLines_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<Error>("error");
    const auto row = [](const char* options, const Error& error) {
        QTest::newRow(options) << QByteArray(options) << error;
    };
    using enum ErrorCode;
    const std::string rows = "code, hidden, raw, pca, untrained, scratch";
    row("--labels 1,x", {OptionNotWholes, "--labels", {1, mostLabelsAClass}, "1,x"});
    row("--labels 0", {OptionNotWholes, "--labels", {1, mostLabelsAClass}, "0"});
    row("--draws 1001", {OptionNotWhole, "--draws", {1, 1000}, "1001"});
    row("--features raw,codes", {OptionNotWord, "--features", {}, "codes", rows});
    row("--features raw,", {OptionNotWord, "--features", {}, "", rows});
    row("--classifier spreading", {OptionNotWord, "--classifier", {}, "spreading", "softmax, knn, mlp"});
    row("--epochs 0", {OptionNotWhole, "--epochs", {1, 10000}, "0"});
    row("--data mnist:12", {ClassUnknown, "--data", {}, "mnist:12"});
    row("--model nobody", {OptionNotTrainedModel, "--model", {}, "nobody", modelNames()});
    row("--bottleneck 785", {TooManyComponents, "--bottleneck", {785, 784}});
    row("--features hidden --model lab-linear", {NoHiddenLayer, "--features"});
    row("--noise mask:.5", {OptionUnknown, "--noise"});
    // What the program does and a pasted line cannot have.
    row("--label-column last", {OptionOfFile, "--label-column", {}, "last"});
    row("--model trained.hourglass", {OptionOfFile, "--model", {}, "trained.hourglass"});
    row("--spread --classifier knn", {OptionOfBoth, "--spread"});
    row("--spread --classifier mlp", {OptionOfBoth, "--spread"});
    row("--draws 101", {TooLarge, "--draws", {101, mostDrawsInLab}, "101"});
    row("--labels 1,2,3,4,5,6,7,8,9,10,11,12,13",
        {TooManyNumbers, "--labels", {13, mostCountsInLab}, "1,2,3,4,5,6,7,8,9,10,11,12,13"});
}

void TstFewLabelsState::badLines()
{
    QFETCH(QByteArray, options);
    QFETCH(Error, error);
    const auto pasted = readCommand("hourglass fewlabels " + options.toStdString(), assets);
    QVERIFY(!pasted);
    QCOMPARE(static_cast<int>(pasted.error().code), static_cast<int>(error.code));
    QCOMPARE(pasted.error().where, error.where);
    QVERIFY(pasted.error() == error);
}

void TstFewLabelsState::someAreBeyondOptions_data()
{
    QTest::addColumn<LabState>("state");
    for (const auto& [name, change] :
         std::initializer_list<std::pair<const char*, void (*)(AutoencoderSetup&)>>{
             {"hidden", [](AutoencoderSetup& s) { s.hidden = Activation::Elu; }},
             {"biases", [](AutoencoderSetup& s) { s.hasBiases = false; }},
             {"learning rate", [](AutoencoderSetup& s) { s.recipe.learningRate = 0.01; }},
             {"noise",
              [](AutoencoderSetup& s) {
                  s.recipe.noise = {Noise::Kind::Mask, 0.25};
              }},
             {"order", [](AutoencoderSetup& s) { s.recipe.isOrdered = true; }}}) {
        FewLabelsState state;
        change(state.setup.network);
        QTest::newRow(name) << LabState(state);
    }
}

/// The command takes no link that could say the rest.
void TstFewLabelsState::someAreBeyondOptions()
{
    QFETCH(LabState, state);
    QVERIFY(commandOf(state, assets).error() == (Error{ErrorCode::BeyondOptions, {}, {}, "fewlabels"}));
    QVERIFY(readStateLink(stateLink(state)));
}

QTEST_APPLESS_MAIN(TstFewLabelsState)
#include "tst_few_labels_state.moc"
