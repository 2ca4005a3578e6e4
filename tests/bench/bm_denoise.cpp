#include "core/data/bundled_digits.h"
#include "core/eval/denoisers.h"
#include "core/lab/denoise_state.h"
#include "core/train/trainer.h"

#include <QTest>

using namespace hg;

namespace {

constexpr int pictures = 9; // in a row of the lab

} // namespace

/// What moving the strength costs in the denoising lab: pictures of every row are asked within 30 ms, figures
/// of 1,000 digits within 100 ms, those of 5,000 when it rests.
class BmDenoise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rows();
    void figures_data();
    void figures();

private:
    DenoiseTest testOf(int count) const;

    Workers m_workers;
    std::shared_ptr<const Dataset> m_digits;
    std::vector<DigitClassifier> m_classifiers;
    Denoisers m_denoisers;
};

void BmDenoise::initTestCase()
{
    const Assets assets{std::filesystem::path{}};
    m_digits = *loadDataset("mnist", assets);
    m_classifiers = *loadDigitClassifiers(assets);
    const Shape shape = m_digits->test.shape;
    auto plan = std::make_shared<const Plan>(*validate(usualDenoiser(), shape));
    Trainer trainer(plan, usualDenoiser().recipe, {m_digits->train.view(), m_digits->test.view(), m_digits},
                    m_workers); // weights that nobody trained cost the same
    const auto model = std::make_shared<const Model>(trainer.model());
    const auto pca = fitPca(m_digits->train.view(2000), usualDenoiserCode, m_workers);
    QVERIFY(pca);
    m_denoisers = {model, model, std::make_shared<const Pca>(*pca), shape};
}

DenoiseTest BmDenoise::testOf(int count) const
{
    return {.pictures = m_digits->test.view(count),
            .labels = std::span(m_digits->test.labels).first(static_cast<std::size_t>(count)),
            .classifiers = m_classifiers,
            .noise = {Noise::Kind::Gaussian, 0.5},
            .clean = RowFigures{}}; // measured once, when the lab opens
}

void BmDenoise::rows()
{
    const DenoiseTest test = testOf(pictures);
    QBENCHMARK
    {
        const auto noisy = noisyCopy(test.noise, test.seed, test.pictures, m_denoisers.shape);
        const SampleView view{.floats = noisy.data(), .count = pictures, .features = test.pictures.features};
        for (int row = 0; row < denoiseRowCount; ++row) {
            const auto made = restored(m_denoisers, static_cast<DenoiseRow>(row), view, m_workers);
            const SampleView all{.floats = made.data(), .count = pictures, .features = view.features};
            QCOMPARE(digitsReadIn(m_classifiers, all, m_workers).size(), std::size_t(pictures));
        }
    }
}

void BmDenoise::figures_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1000, 5000})
        QTest::addRow("%d digits", count) << count;
}

void BmDenoise::figures()
{
    QFETCH(int, count);
    const DenoiseTest test = testOf(count);
    QBENCHMARK
    {
        QVERIFY(measureRows(m_denoisers, test, m_workers));
    }
}

QTEST_APPLESS_MAIN(BmDenoise)
#include "bm_denoise.moc"
