#include "core/lab/denoise_state.h"
#include "core/session/state_command.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace hg;

namespace {

constexpr Shape digit{1, 28, 28};

constexpr std::array kinds{std::pair("gaussian", Noise::Kind::Gaussian),
                           std::pair("saltpepper", Noise::Kind::SaltAndPepper),
                           std::pair("mask", Noise::Kind::Mask), std::pair("block", Noise::Kind::Block),
                           std::pair("blur", Noise::Kind::Blur)};

std::vector<std::uint8_t> bytesOf(const std::string& text)
{
    return {text.begin(), text.end()};
}

void addExamples()
{
    QTest::addColumn<QByteArray>("id");
    for (const DenoiseExample& example : denoiseExamples())
        QTest::newRow(example.id) << QByteArray(example.id);
}

} // namespace

/// The problem of the lab Denoising, its scales and its examples.
class TstDenoiseState : public QObject {
    Q_OBJECT

private slots:
    void scalesHaveRoundSteps_data();
    void scalesHaveRoundSteps();
    void twinsDifferInNoiseAlone();
    void examplesDiffer();
    void examplesCanBeTrained_data() { addExamples(); }
    void examplesCanBeTrained();
    void examplesReturn_data() { addExamples(); }
    void examplesReturn();
};

void TstDenoiseState::scalesHaveRoundSteps_data()
{
    QTest::addColumn<int>("kind");
    for (const auto& [name, kind] : kinds)
        QTest::newRow(name) << static_cast<int>(kind);
}

void TstDenoiseState::scalesHaveRoundSteps()
{
    QFETCH(int, kind);
    const auto noise = static_cast<Noise::Kind>(kind);
    const StrengthScale scale = scaleOf(noise);
    QVERIFY(scale.steps() > 1);
    QCOMPARE(scale.at(0), scale.least);
    QCOMPARE(scale.at(scale.steps()), scale.most);
    bool hasUsual = false;
    for (int i = 0; i <= scale.steps(); ++i) {
        const double strength = scale.at(i);
        // As it is typed: the number nearest to three decimals.
        QCOMPARE(strength, QString::number(strength, 'f', 3).toDouble());
        QVERIFY(std::abs(strength - (scale.least + i * scale.step)) < 1e-9);
        QVERIFY(isValid({noise, strength}) && fits({noise, strength}, digit));
        hasUsual = hasUsual || strength == scale.usual;
    }
    QVERIFY(hasUsual);
}

void TstDenoiseState::twinsDifferInNoiseAlone()
{
    DenoiseSetup setup;
    setup.trained = {Noise::Kind::Mask, 0.25};
    setup.isClipped = true;
    const AutoencoderSetup clean = cleanTwin(setup);
    AutoencoderSetup noisy = noisyTwin(setup);
    QVERIFY(clean == usualDenoiser());
    QVERIFY(noisy.recipe.noise == (Noise{Noise::Kind::Mask, 0.25, true}));
    QVERIFY(noiseOf(setup, 0.5) == (Noise{Noise::Kind::Gaussian, 0.5, true}));
    noisy.recipe.noise = {};
    QVERIFY(noisy == clean);
}

void TstDenoiseState::examplesDiffer()
{
    const auto all = denoiseExamples();
    for (std::size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(findDenoiseExample(all[i].id), &all[i]);
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(all[i].state != all[j].state, all[i].id);
    }
    QVERIFY(!findDenoiseExample("nobody's"));
}

void TstDenoiseState::examplesCanBeTrained()
{
    QFETCH(QByteArray, id);
    const auto& [setup, view] = findDenoiseExample(id.constData())->state;
    const auto network = validate(noisyTwin(setup), digit);
    QVERIFY(network);
    QCOMPARE(network->codeSize(), setup.network.bottleneck);
    QVERIFY(setup.network.bottleneck <= mostNeuronsInLab);
    for (const Noise& noise : {noiseOf(setup, view.strength), trainNoiseOf(setup)}) {
        const StrengthScale scale = scaleOf(noise.kind);
        QCOMPARE(scale.at(static_cast<int>(std::lround((noise.amount - scale.least) / scale.step))),
                 noise.amount);
    }
}

void TstDenoiseState::examplesReturn()
{
    QFETCH(QByteArray, id);
    const DenoiseState& state = findDenoiseExample(id.constData())->state;
    const auto fromFile = readState(bytesOf(writeState(state)), "file");
    QVERIFY(fromFile && *fromFile == LabState(state));
    const auto fromLink = readStateLink(stateLink(state));
    QVERIFY(fromLink && *fromLink == LabState(state));
    const Assets assets{{}};
    const auto command = commandOf(state, assets);
    QVERIFY(command && command->starts_with("hourglass denoise"));
    DenoiseState said = state; // options say nothing of tabs
    said.view = {.strength = state.view.strength};
    const auto fromCommand = readCommand(*command, assets);
    QVERIFY(fromCommand && *fromCommand == LabState(said));
}

QTEST_APPLESS_MAIN(TstDenoiseState)
#include "tst_denoise_state.moc"
