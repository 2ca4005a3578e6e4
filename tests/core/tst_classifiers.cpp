#include "core/eval/block_bytes.h"
#include "core/eval/digit_classifiers.h"
#include "core/util/rng.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace hg;

namespace {

std::vector<float> normalNumbers(std::size_t count)
{
    std::vector<float> numbers;
    for (std::size_t i = 0; i < count; ++i)
        numbers.push_back(static_cast<float>(Random(3, 201).normal(i)));
    return numbers;
}

Assets assetsOfTests()
{
    qputenv("HOURGLASS_ASSETS", HOURGLASS_TEST_ASSETS);
    return Assets({});
}

Bytes bytesOf(const std::string& text)
{
    return Bytes(text.begin(), text.end());
}

/// Ten-class digits of ten rows each, for a training that takes no time.
std::shared_ptr<const Dataset> fewDigits(const Assets& assets)
{
    auto few = std::make_shared<Dataset>();
    const auto all = *loadDataset("mnist", assets);
    few->train = few->test = {.count = 100, .shape = all->test.shape};
    few->train.bytes.assign(all->test.bytes.begin(), all->test.bytes.begin() + 100 * 784);
    few->train.labels.assign(all->test.labels.begin(), all->test.labels.begin() + 100);
    few->test.bytes = few->train.bytes;
    few->test.labels = few->train.labels;
    return few;
}

} // namespace

/// The fixed digit classifiers: their files, and that what is kept reads what it says.
class TstClassifiers : public QObject {
    Q_OBJECT

public:
    TstClassifiers() : m_assets(assetsOfTests()) {}

private slots:
    void blocksKeepNumbers_data();
    void blocksKeepNumbers();
    void blocksKnowTheirSize();
    void keptOnesAreThoseOfTheSetups();
    void keptOnesReadAsTheySay();
    void trainingIsReproducible();
    void filesComeBack();
    void damageIsSeen();

private:
    Assets m_assets;
};

void TstClassifiers::blocksKeepNumbers_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 255, 256, 257, 1000})
        QTest::addRow("%d", count) << count;
}

void TstClassifiers::blocksKeepNumbers()
{
    QFETCH(int, count);
    const auto numbers = normalNumbers(static_cast<std::size_t>(count));
    const Bytes bytes = toBlockBytes(numbers);
    QCOMPARE(bytes.size(), blockBytesOf(numbers.size()));
    const auto again = fromBlockBytes(bytes, numbers.size());
    QVERIFY(again);
    for (std::size_t i = 0; i < numbers.size(); ++i) // of normal numbers none is beyond 5
        QVERIFY(std::abs((*again)[i] - numbers[i]) < 0.5f * 5 / 127);
    QVERIFY(toBlockBytes(*again) == bytes);
}

void TstClassifiers::blocksKnowTheirSize()
{
    const std::vector<float> none(300);
    QVERIFY(*fromBlockBytes(toBlockBytes(none), none.size()) == none);
    const float infinite[] = {std::numeric_limits<float>::infinity()};
    const auto read = fromBlockBytes(toBlockBytes(infinite), 1);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotFinite);
}

void TstClassifiers::keptOnesAreThoseOfTheSetups()
{
    const auto kept = loadDigitClassifiers(m_assets);
    QVERIFY(kept);
    const auto setups = digitClassifierSetups();
    QCOMPARE(kept->size(), setups.size());
    for (std::size_t i = 0; i < setups.size(); ++i) {
        QVERIFY((*kept)[i].recipe == setups[i].recipe);
        QVERIFY((*kept)[i].model.plan->network().network == setups[i].network);
    }
}

void TstClassifiers::keptOnesReadAsTheySay()
{
    const auto kept = loadDigitClassifiers(m_assets);
    const auto digits = loadDataset("mnist", m_assets);
    QVERIFY(kept && digits);
    Workers workers;
    double sum = 0;
    for (const DigitClassifier& one : *kept) {
        const double right = readShare({&one, 1}, (*digits)->test.view(), (*digits)->test.labels, workers);
        QVERIFY(std::abs(right - one.accuracy) < 3e-4); // a score or two may be a tie by rounding
        QVERIFY(right > 0.96);
        sum += right;
    }
    const double mean = readShare(*kept, (*digits)->test.view(), (*digits)->test.labels, workers);
    QVERIFY(std::abs(mean - sum / double(kept->size())) < 1e-12);
}

void TstClassifiers::trainingIsReproducible()
{
    const auto digits = fewDigits(m_assets);
    DigitClassifierSetup setup = digitClassifierSetups()[3];
    setup.recipe.batch = 25;
    Bytes weights[2];
    for (const int threads : {1, 2}) {
        Workers workers(threads);
        const auto one = trainClassifier(setup, digits, workers);
        QVERIFY(one);
        QVERIFY(one->accuracy > 0.3); // after twelve updates
        weights[threads - 1] = classifiersWeights({&*one, 1});
    }
    QVERIFY(weights[0] == weights[1]);
    Workers workers(1);
    const auto stopped = trainClassifier(setup, digits, workers, [](double share) { return share < 0.5; });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

void TstClassifiers::filesComeBack()
{
    const auto kept = loadDigitClassifiers(m_assets);
    QVERIFY(kept);
    const auto again = parseClassifiers(bytesOf(classifiersJson(*kept)), classifiersWeights(*kept), "x");
    QVERIFY(again);
    for (std::size_t i = 0; i < kept->size(); ++i) {
        QVERIFY((*again)[i].model.parameters == (*kept)[i].model.parameters);
        QVERIFY((*again)[i].recipe == (*kept)[i].recipe);
        QCOMPARE((*again)[i].accuracy, (*kept)[i].accuracy);
    }
}

void TstClassifiers::damageIsSeen()
{
    const auto kept = loadDigitClassifiers(m_assets);
    QVERIFY(kept);
    const std::string json = classifiersJson(*kept);
    const Bytes weights = classifiersWeights(*kept);
    const auto codeOf = [&](const std::string& text, Bytes bytes) {
        const auto read = parseClassifiers(bytesOf(text), bytes, "digits");
        return read ? std::string("none")
                    : (read.error().where == "digits" ? "" : "elsewhere ") +
                          std::to_string(static_cast<int>(read.error().code));
    };
    const auto is = [](ErrorCode code) { return std::to_string(static_cast<int>(code)); };
    QCOMPARE(codeOf(json, weights), std::string("none"));
    QCOMPARE(codeOf(json, Bytes(weights.begin(), weights.end() - 1)), is(ErrorCode::SizeMismatch));
    Bytes longer = weights;
    longer.push_back(0);
    QCOMPARE(codeOf(json, longer), is(ErrorCode::SizeMismatch));
    QCOMPARE(codeOf("[]", weights), is(ErrorCode::FieldNotKind));
    QCOMPARE(codeOf("[", weights), is(ErrorCode::NotJson));
    QCOMPARE(codeOf("[{}]", weights), is(ErrorCode::FieldMissing));
    std::string nine = json;
    nine.replace(nine.find("\"units\": 10,"), 12, "\"units\": 9, ");
    QCOMPARE(codeOf(nine, weights), is(ErrorCode::ShapesDoNotFit));
}

QTEST_GUILESS_MAIN(TstClassifiers)
#include "tst_classifiers.moc"
