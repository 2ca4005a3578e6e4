#include "core/lab/autoencoder_examples.h"

#include <QTest>

using namespace hg;

namespace {

const AutoencoderSetup& setupOf(const char* id)
{
    return findAutoencoderExample(id)->state.setup;
}

} // namespace

class TstAutoencoderExamples : public QObject {
    Q_OBJECT

private slots:
    void standInTheirOrder();
    void canBeTrained_data();
    void canBeTrained();
    void differ();
    void mistakesAreTheirOwn();
};

void TstAutoencoderExamples::standInTheirOrder()
{
    QStringList ids;
    for (const AutoencoderExample& example : autoencoderExamples()) {
        ids << QString::fromLatin1(example.id);
        QCOMPARE(findAutoencoderExample(example.id), &example);
    }
    QCOMPARE(ids.join(u' '),
             QStringLiteral("linear-pca deep-linear digits-2 deep convolutional ordered code-16 "
                            "dead-neuron not-centred diverges threes-and-eights known-factors"));
    QVERIFY(!findAutoencoderExample("nobody's"));
}

void TstAutoencoderExamples::canBeTrained_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const AutoencoderExample& example : autoencoderExamples())
        QTest::newRow(example.id) << QByteArray(example.id);
}

void TstAutoencoderExamples::canBeTrained()
{
    QFETCH(QByteArray, id);
    const AutoencoderSetup& setup = setupOf(id.constData());
    const auto network = validate(setup, {1, 28, 28});
    QVERIFY(network);
    QCOMPARE(network->codeSize(), setup.bottleneck);
    QVERIFY(setup.bottleneck <= mostNeuronsInLab);
}

void TstAutoencoderExamples::differ()
{
    const auto all = autoencoderExamples();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            QVERIFY2(all[i].state != all[j].state, all[i].id);
}

/// Each has the one thing wrong that it is an example of.
void TstAutoencoderExamples::mistakesAreTheirOwn()
{
    const AutoencoderSetup usual = setupOf("digits-2");
    AutoencoderSetup dead = setupOf("dead-neuron");
    QVERIFY(dead.code == Activation::Relu);
    dead.code = usual.code;
    dead.recipe.seed = usual.recipe.seed;
    QVERIFY(dead == usual);
    QVERIFY(isLinear(setupOf("not-centred")));
    QVERIFY(!setupOf("not-centred").isCentred && !setupOf("not-centred").hasBiases);
    QVERIFY(setupOf("diverges").recipe.optimizer == OptimizerKind::Sgd);
    QVERIFY(setupOf("ordered").recipe.isOrdered);
}

QTEST_APPLESS_MAIN(TstAutoencoderExamples)
#include "tst_autoencoder_examples.moc"
