#include "core/eval/psnr.h"
#include "tests/support/desk.h"
#include "tests/support/exported.h"
#include "tests/support/few_digits.h"
#include "ui/labs/denoise/denoise_model.h"
#include "ui/labs/denoise/denoise_painter.h"
#include "ui/labs/denoise/denoise_stage.h"
#include "ui/labs/denoise/denoise_words.h"
#include "ui/widgets/map_view.h"
#include "ui/widgets/scribble_pad.h"

#include <QPainter>
#include <QStyleFactory>

#include <cmath>

using namespace hg;
using namespace hg::test;

namespace {

constexpr int training = 300, heldOut = 60;
constexpr int patience = 60000; // the longest wait for something that must come

/// The lab as it opens, on few digits.
struct Desk : DeskWith<SteadyClock> {
    explicit Desk(Language language = Language::English) : DeskWith(q("denoising"), language) {}
    DenoiseModel& model() const { return dynamic_cast<DenoiseModel&>(window.currentLab()->model()); }
    DenoiseStage& stage() const { return *qobject_cast<DenoiseStage*>(window.currentLab()->stage); }
    bool settle() const
    {
        return QTest::qWaitFor([this] { return stage().isAtRest(); }, patience);
    }
    bool learns() const
    {
        return QTest::qWaitFor([this] { return model().standing() == DenoiseModel::Standing::Trained; },
                               patience);
    }
    const Model* weights(DenoiseRow row) const { return model().twin(row).model().get(); }
    /// A stroke over the middle of the pad.
    void scribble() const
    {
        const QRect box = stage().pad()->rect();
        drag(*stage().pad(), box.center() - QPoint(box.width() / 4, 0),
             box.center() + QPoint(box.width() / 4, 4));
    }
};

DenoiseSetup withKind(Noise::Kind kind, double trained)
{
    return {.kind = kind, .trained = {kind, trained}};
}

} // namespace

class TstDenoiseLab : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_desk = std::make_unique<Desk>(); }
    void cleanup() { m_desk.reset(); }

    void whoLooksSeesTrainedNetworks();
    void twinsDifferInTheNoiseAlone();
    void figuresAreThoseOfTheCommand();
    void figuresSayWhatTheyAreOf();
    void everyStepIsMeasured();
    void theStrengthIsThePlayhead();
    void aKindComesWithItsStrength();
    void clippingTrainsOnlyWhatItChanges();
    void whatWasTrainedIsTaken();
    void aHandTrainsBothAndPauses();
    void everyKindIsShown_data();
    void everyKindIsShown();
    void codesAreMovedByTheNoise();
    void otherCodesAreOfferedThePlane();
    void scribblingIsUndone();
    void ownPicturesComeIn_data();
    void ownPicturesComeIn();
    void whatIsNoPictureIsTold();
    void blackPixelTurnsGrey();
    void breakEvenLiesBetweenSteps();
    void divergenceIsTold();
    void whatIsNotFiniteHasNoFigures();
    void leavingWhileItTrains();
    void dataOfOneClass();
    void dataBeyondThePeakAreRefused();
    void exportedFramesAreTheStrengths();
    void exportedTabsAreWhatIsSeen();

private:
    std::unique_ptr<Desk> m_desk;
    QTemporaryDir m_folder;
};

void TstDenoiseLab::initTestCase()
{
    QApplication::setStyle(QStyleFactory::create(q("Fusion")));
    QVERIFY(makeFewAssets(m_folder.path(), q(HOURGLASS_TEST_ASSETS), training, heldOut));
    qputenv("HOURGLASS_ASSETS", m_folder.path().toLocal8Bit());
}

void TstDenoiseLab::whoLooksSeesTrainedNetworks()
{
    QVERIFY(m_desk->settle());
    const DenoisedPictures& pictures = m_desk->model().pictures(5);
    QCOMPARE(pictures.count, 5);
    for (const auto& row : pictures.pixels)
        QCOMPARE(row.size(), std::size_t{5} * 784);
    QVERIFY(!isOneColour(m_desk->stage().grab().toImage()));
}

void TstDenoiseLab::twinsDifferInTheNoiseAlone()
{
    AutoencoderSetup clean = cleanTwin(m_desk->model().setup()), noisy = noisyTwin(m_desk->model().setup());
    QCOMPARE(noisy.recipe.noise.kind, Noise::Kind::Gaussian);
    QCOMPARE(noisy.recipe.noise.amount, 0.5);
    noisy.recipe.noise = {};
    QVERIFY(clean == noisy);
    QVERIFY(m_desk->learns());
    QVERIFY(m_desk->weights(DenoiseRow::Autoencoder)->parameters !=
            m_desk->weights(DenoiseRow::NoiseTrained)->parameters);
}

/// Each row again, by the functions that the command's figures are made of.
void TstDenoiseLab::figuresAreThoseOfTheCommand()
{
    QVERIFY(m_desk->settle());
    const DenoiseModel& model = m_desk->model();
    QVERIFY(model.figures() && model.areFiguresDone());
    const SampleView clean = model.data()->dataset->test.view();
    const Noise noise{Noise::Kind::Gaussian, 0.5};
    const auto noisy = noisyCopy(noise, 1, clean, {1, 28, 28});
    const double ratio = psnr(squaredError(noisy, clean));
    const AllFigures& figures = model.figures()->figures;
    QCOMPARE(*figures[std::size_t(DenoiseRow::Noisy)]->psnr, ratio);
    const SampleView view{.floats = noisy.data(), .count = heldOut, .features = 784};
    auto out = decode(*m_desk->weights(DenoiseRow::NoiseTrained),
                      encode(*m_desk->weights(DenoiseRow::NoiseTrained), view, m_desk->bench.context.workers),
                      m_desk->bench.context.workers);
    QCOMPARE(*figures[std::size_t(DenoiseRow::NoiseTrained)]->psnr, psnr(squaredError(out, clean)));
    QVERIFY(!figures[std::size_t(DenoiseRow::Clean)]->psnr);
    QVERIFY(figures[std::size_t(DenoiseRow::Clean)]->read);
}

void TstDenoiseLab::figuresSayWhatTheyAreOf()
{
    QVERIFY(m_desk->settle());
    DenoiseModel& model = m_desk->model();
    model.setStrength(0.9);
    QVERIFY(!model.areFiguresDone());
    QCOMPARE(model.figures()->of.strength, 0.5); // and shown as such
    QVERIFY(QTest::qWaitFor([&] { return model.areFiguresDone(); }, patience));
    QCOMPARE(model.figures()->of.strength, 0.9);
}

void TstDenoiseLab::everyStepIsMeasured()
{
    QVERIFY(m_desk->settle());
    const auto& points = m_desk->model().curves().points();
    QCOMPARE(points.size(), std::size_t{21});
    double last = 1e9;
    for (std::size_t step = 1; step < points.size(); ++step) {
        QVERIFY(points[step]);
        const double now = *(*points[step])[std::size_t(DenoiseRow::Noisy)]->psnr;
        QVERIFY(now < last);
        last = now;
    }
    QVERIFY(!(*points[0])[std::size_t(DenoiseRow::Noisy)]->psnr); // no noise, no ratio
    QCOMPARE((*points[10])[std::size_t(DenoiseRow::Median)], m_desk->model().figures()->figures[5]);
}

void TstDenoiseLab::theStrengthIsThePlayhead()
{
    DenoiseModel& model = m_desk->model();
    model.timeline()->seek(3);
    QCOMPARE(model.strength(), 0.15);
    QCOMPARE(std::get<DenoiseState>(model.state()).view.strength, 0.15);
    QVERIFY(m_desk->write("noise σ", "0.73"));
    QCOMPARE(model.strength(), 0.73);
    QCOMPARE(model.undoStack()->count(), 0); // it belongs to the view
}

void TstDenoiseLab::aKindComesWithItsStrength()
{
    DenoiseModel& model = m_desk->model();
    QVERIFY(m_desk->choose("Kind of noise", noiseRow(Noise::Kind::Block)));
    QCOMPARE(model.strength(), 10.0);
    QCOMPARE(model.setup().trained.amount, 10.0);
    model.undoStack()->undo();
    QCOMPARE(model.setup().kind, Noise::Kind::Gaussian);
    QCOMPARE(model.strength(), 0.5);
}

void TstDenoiseLab::clippingTrainsOnlyWhatItChanges()
{
    QVERIFY(m_desk->learns());
    const Model *clean = m_desk->weights(DenoiseRow::Autoencoder),
                *noisy = m_desk->weights(DenoiseRow::NoiseTrained);
    QVERIFY(click(named<QAbstractButton>(m_desk->window, q("Clip to 0…1"))));
    QVERIFY(m_desk->model().setup().isClipped);
    QVERIFY(m_desk->settle());
    QCOMPARE(m_desk->weights(DenoiseRow::Autoencoder), clean);
    QVERIFY(m_desk->weights(DenoiseRow::NoiseTrained) != noisy);
}

void TstDenoiseLab::whatWasTrainedIsTaken()
{
    QVERIFY(m_desk->learns());
    const auto first = m_desk->weights(DenoiseRow::Autoencoder)->parameters;
    DenoiseSetup two = m_desk->model().setup();
    two.network.bottleneck = 2;
    m_desk->model().edit(two);
    QVERIFY(m_desk->settle());
    QCOMPARE(m_desk->weights(DenoiseRow::Autoencoder)->plan->codeSize(), 2);
    m_desk->model().undoStack()->undo();
    QCOMPARE(m_desk->model().standing(), DenoiseModel::Standing::Trained); // at once
    QCOMPARE(m_desk->weights(DenoiseRow::Autoencoder)->parameters, first);
}

void TstDenoiseLab::aHandTrainsBothAndPauses()
{
    QVERIFY(m_desk->learns());
    QVERIFY(m_desk->press("● Train both"));
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().standing() == DenoiseModel::Standing::Running; },
                            patience));
    QVERIFY(!m_desk->model().noteOf(DenoiseRow::NoiseTrained).isEmpty());
    QVERIFY(m_desk->press("Pause"));
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().standing() == DenoiseModel::Standing::Paused; },
                            patience));
    m_desk->model().setPaceSeconds(0);
    QVERIFY(m_desk->press("● Continue"));
    QVERIFY(m_desk->learns());
}

void TstDenoiseLab::everyKindIsShown_data()
{
    QTest::addColumn<int>("kind");
    for (const Noise::Kind kind : noiseChoices)
        QTest::addRow("kind %d", int(kind)) << int(kind);
}

void TstDenoiseLab::everyKindIsShown()
{
    QFETCH(int, kind);
    const auto of = static_cast<Noise::Kind>(kind);
    const StrengthScale scale = scaleOf(of);
    m_desk->model().open(DenoiseState{withKind(of, scale.usual), {.strength = scale.most}});
    QCOMPARE(m_desk->model().strength(), scale.most);
    QVERIFY(m_desk->settle());
    for (const auto& figures : m_desk->model().figures()->figures)
        QVERIFY(figures && figures->isFinite && figures->read);
    const auto& pixels = m_desk->model().pictures(3).pixels;
    QVERIFY(pixels[std::size_t(DenoiseRow::Noisy)] != pixels[std::size_t(DenoiseRow::Clean)]);
}

void TstDenoiseLab::codesAreMovedByTheNoise()
{
    DenoiseSetup setup = m_desk->model().setup();
    setup.network.bottleneck = 2;
    m_desk->model().edit(setup);
    QVERIFY(m_desk->settle());
    QVERIFY(m_desk->press("In the code"));
    QVERIFY(m_desk->settle());
    QCOMPARE(m_desk->stage().map()->pointCount(), heldOut);
    const auto apartAt = [&](double strength) {
        m_desk->model().setStrength(strength);
        const MovedCodes codes = m_desk->model().movedCodes();
        double sum = 0;
        for (std::size_t i = 0; i < codes.clean.size(); ++i)
            sum += std::abs(static_cast<double>(codes.noisy[i] - codes.clean[i]));
        return sum;
    };
    QCOMPARE(apartAt(0), 0.0);
    QVERIFY(apartAt(0.1) > 0);
    QVERIFY(apartAt(1) > apartAt(0.1));
    QVERIFY(m_desk->press("PCA"));
    QVERIFY(m_desk->shows(q("on average the noise moves a code by")));
}

void TstDenoiseLab::otherCodesAreOfferedThePlane()
{
    QVERIFY(m_desk->learns());
    QVERIFY(m_desk->press("In the code"));
    QVERIFY(m_desk->shows(q("it needs a code of two numbers")));
    QVERIFY(m_desk->press("Bottleneck 2"));
    QCOMPARE(m_desk->model().setup().network.bottleneck, 2);
    QVERIFY(!m_desk->shows(q("it needs a code of two numbers")));
}

void TstDenoiseLab::scribblingIsUndone()
{
    QVERIFY(m_desk->settle());
    QVERIFY(m_desk->press("Your own noise"));
    const auto before = m_desk->model().ownPixels();
    m_desk->scribble();
    QVERIFY(m_desk->model().ownPixels() != before);
    QCOMPARE(m_desk->model().undoStack()->count(), 1); // a stroke is one step
    for (const auto& [row, pixels] : m_desk->model().ownRestored())
        QCOMPARE(pixels.size(), std::size_t{784});
    m_desk->key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_desk->model().ownPixels(), before);
    m_desk->scribble();
    QVERIFY(m_desk->press("Take it off"));
    QCOMPARE(m_desk->model().ownPixels(), before);
    QVERIFY(m_desk->press("Blank"));
    QCOMPARE(m_desk->model().ownLabel(), -1);
    m_desk->scribble();
    QVERIFY(m_desk->press("Centre"));
    const auto drawn = m_desk->model().ownPixels();
    QVERIFY(*std::max_element(drawn.begin(), drawn.end()) > 0.5f);
}

void TstDenoiseLab::ownPicturesComeIn_data()
{
    QTest::addColumn<int>("side");
    QTest::addColumn<bool>("isOnPaper");
    QTest::newRow("of the digits' size") << 28 << false;
    QTest::newRow("large, ink on paper") << 300 << true;
    QTest::newRow("small") << 9 << false;
}

void TstDenoiseLab::ownPicturesComeIn()
{
    QFETCH(int, side);
    QFETCH(bool, isOnPaper);
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().data() != nullptr; }, patience));
    QImage picture(side, side, QImage::Format_Grayscale8);
    picture.fill(isOnPaper ? Qt::white : Qt::black);
    QPainter(&picture).fillRect(side / 3, side / 4, side / 4, side / 2, isOnPaper ? Qt::black : Qt::white);
    const QString file = m_desk->bench.folder.filePath(q("digit.png"));
    QVERIFY(picture.save(file));
    m_desk->model().openFile(file);
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().view().tab == DenoiseTab::Own; }, patience));
    const auto pixels = m_desk->model().ownPixels();
    QCOMPARE(pixels.size(), std::size_t{784});
    QVERIFY(pixels.front() < 0.1f); // black paper
    QVERIFY(pixels[14 * 28 + 13] > 0.9f);
    QCOMPARE(m_desk->model().ownLabel(), -1);
}

void TstDenoiseLab::whatIsNoPictureIsTold()
{
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().data() != nullptr; }, patience));
    const LabState before = m_desk->model().state();
    for (const QByteArray& bytes :
         {QByteArray("nothing of the kind"), QByteArray("\x89PNG\r\n\x1a\n rubbish")}) {
        QVERIFY(m_desk->dropNewFile(q("broken.png"), bytes));
        QVERIFY(QTest::qWaitFor([&] { return !m_desk->model().remark().sentence.isEmpty(); }, patience));
        QVERIFY(m_desk->model().remark().sentence.contains(q("broken.png")));
        QVERIFY(m_desk->model().state() == before);
        m_desk->model().forgetRemark();
    }
}

void TstDenoiseLab::blackPixelTurnsGrey()
{
    const auto pixel = blackPixelUnder({Noise::Kind::Gaussian, 0.5});
    QVERIFY(pixel);
    QVERIFY(std::abs(pixel->meanBefore) < 0.03);
    QVERIFY(std::abs(pixel->meanAfter - 0.2) < 0.02); // 0.4 σ
    QVERIFY(!blackPixelUnder({Noise::Kind::Blur, 1}));
    QCOMPARE(blackPixelUnder({Noise::Kind::Mask, 0.5})->meanAfter, 0.0);
}

void TstDenoiseLab::breakEvenLiesBetweenSteps()
{
    const StrengthScale scale = scaleOf(Noise::Kind::Gaussian);
    std::vector<std::optional<AllFigures>> points(3);
    const double noisy[] = {26, 20, 14}, own[] = {18, 18, 18};
    for (std::size_t i = 0; i < 3; ++i) {
        points[i].emplace();
        (*points[i])[std::size_t(DenoiseRow::Noisy)] = RowFigures{.psnr = noisy[i]};
        (*points[i])[std::size_t(DenoiseRow::Autoencoder)] = RowFigures{.psnr = own[i]};
    }
    const auto even = breakEven(points, DenoiseRow::Autoencoder, scale);
    QVERIFY(even);
    QVERIFY(std::abs(even->x() - (0.05 + 0.05 / 3)) < 1e-12);
    QVERIFY(std::abs(even->y() - 18) < 1e-12);
    QVERIFY(!breakEven(std::span(points).first(2), DenoiseRow::Autoencoder, scale));
}

void TstDenoiseLab::divergenceIsTold()
{
    DenoiseSetup setup;
    setup.network = setupOf(*findModelPreset("lab-linear")); // which nothing bounds
    setup.network.recipe.optimizer = OptimizerKind::Sgd;
    setup.network.recipe.learningRate = 1000;
    setup.network.recipe.epochs = 30;
    m_desk->model().open(DenoiseState{setup, {}});
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().standing() == DenoiseModel::Standing::Diverged; },
                            patience));
    QVERIFY(m_desk->shows(q("The training has run away")));
    setup.network.recipe.learningRate = 1e4; // which no training takes
    m_desk->model().open(DenoiseState{setup, {}});
    QVERIFY(QTest::qWaitFor([&] { return m_desk->shows(q("is accepted")); }, patience));
    m_desk->model().undoStack()->undo();
    QVERIFY(!m_desk->shows(q("is accepted")));
    QVERIFY(!isOneColour(m_desk->stage().grab().toImage()));
}

void TstDenoiseLab::whatIsNotFiniteHasNoFigures()
{
    QVERIFY(m_desk->learns());
    Model broken = *m_desk->weights(DenoiseRow::Autoencoder);
    broken.parameters.assign(broken.parameters.size(), std::numeric_limits<float>::quiet_NaN());
    Denoisers denoisers = m_desk->model().denoisers();
    denoisers.autoencoder = std::make_shared<const Model>(std::move(broken));
    const DenoiseTest test{.pictures = m_desk->model().data()->dataset->test.view(20),
                           .labels = {},
                           .classifiers = {},
                           .noise = {Noise::Kind::Gaussian, 0.5}};
    const auto all = measureRows(denoisers, test, m_desk->bench.context.workers);
    QVERIFY(all);
    const auto& figures = (*all)[std::size_t(DenoiseRow::Autoencoder)];
    QVERIFY(figures && !figures->isFinite && !figures->psnr);
    QVERIFY((*all)[std::size_t(DenoiseRow::Pca)]->isFinite);
}

void TstDenoiseLab::leavingWhileItTrains()
{
    DenoiseSetup setup;
    setup.network.recipe.epochs = 200;
    m_desk->model().open(DenoiseState{setup, {}});
    QVERIFY(QTest::qWaitFor([&] { return m_desk->model().standing() == DenoiseModel::Standing::Running; },
                            patience));
    QVERIFY(!m_desk->model().activity().isEmpty());
    m_desk->window.openLab(q("conv2d"));
    m_desk->window.openLab(q("denoising"));
    QCOMPARE(m_desk->model().standing(), DenoiseModel::Standing::Running); // it went on
    m_desk.reset();
}

void TstDenoiseLab::dataOfOneClass()
{
    DenoiseSetup setup;
    setup.network.data = "mnist:3";
    m_desk->model().open(DenoiseState{setup, {}});
    QVERIFY(m_desk->settle());
    QCOMPARE(m_desk->model().data()->dataset->test.count, heldOut / 10);
    QVERIFY(m_desk->model().figures()->figures[1]->read);
}

void TstDenoiseLab::dataBeyondThePeakAreRefused()
{
    QTemporaryDir folder;
    QFile table(folder.filePath(q("wide.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    for (int i = 0; i < 40; ++i)
        table.write(QByteArray::number(i % 7 / 10.0) + ",0.5," + (i == 23 ? "1.7" : "1") + "\n");
    table.close();
    const LabState before = m_desk->model().state();
    DenoiseSetup setup;
    setup.network.data = table.fileName().toStdString();
    m_desk->model().open(DenoiseState{setup, {}});
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->model().problem(), 20000);
    const Remark remark = m_desk->model().remark();
    QVERIFY2(remark.sentence.contains(q("wide.csv")) && remark.sentence.contains(q("1.7")),
             qPrintable(remark.sentence));
    QVERIFY(remark.offers.isEmpty()); // reading them again changes nothing
    QVERIFY(!m_desk->model().data() && m_desk->model().isAtRest());
    m_desk->model().open(before);
    QVERIFY(m_desk->settle());
    QVERIFY(!m_desk->model().problem() && m_desk->model().data());
}

void TstDenoiseLab::exportedFramesAreTheStrengths()
{
    QVERIFY(m_desk->settle());
    const auto exportable = m_desk->model().exportable({});
    QVERIFY(exportable);
    QCOMPARE(exportable->stops(), 21);
    QCOMPARE(exportable->now, 11.0);
    QCOMPARE(exportable->label(11), q("σ 0.5"));
    QVERIFY(exportable->describe(11).contains(q("noise-trained")));
    QCOMPARE(paintedAt(*exportable, 11), paintedAt(*exportable, 11));
    QVERIFY(paintedAt(*exportable, 11) != paintedAt(*exportable, 3));
}

/// A file of the tab In the code has its arrows, and those of the denoiser that is followed; one of the tab
/// Your own noise what is made of that picture.
void TstDenoiseLab::exportedTabsAreWhatIsSeen()
{
    DenoiseSetup setup = m_desk->model().setup();
    setup.network.bottleneck = 2;
    m_desk->model().edit(setup);
    QVERIFY(m_desk->settle());
    const auto pictureNow = [&](double t) { return paintedAt(*m_desk->model().exportable({}), t); };
    const QImage rows = pictureNow(11);
    m_desk->model().setTab(DenoiseTab::Code);
    QVERIFY(m_desk->settle());
    const QImage codes = pictureNow(11);
    QVERIFY(codes != rows && !isOneColour(codes));
    QVERIFY(pictureNow(1) != codes); // without noise no code moves
    QCOMPARE(m_desk->model().exportable({})->stops(), 21);
    QVERIFY(m_desk->model().exportable({})->describe(11).contains(q("the noise moves a code")));
    m_desk->model().followCodes(Denoiser::Pca);
    QVERIFY(m_desk->settle());
    QVERIFY(pictureNow(11) != codes);
    m_desk->model().setTab(DenoiseTab::Own);
    const QImage own = pictureNow(1);
    QVERIFY(!isOneColour(own) && own != rows);
    QCOMPARE(m_desk->model().exportable({})->stops(), 1);
    m_desk->model().setOwn({.digit = 3});
    QVERIFY(pictureNow(1) != own);
}

QTEST_MAIN(TstDenoiseLab)
#include "tst_denoise_lab.moc"
