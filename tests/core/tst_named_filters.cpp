#include "core/lab/conv_filters.h"
#include "core/lab/conv_presets.h"
#include "core/lab/input_pictures.h"
#include "core/lab/named_filters.h"

#include <QTest>

#include <set>

using namespace hg;

namespace {

ConvScene plane(int side)
{
    ConvScene s = findConvPreset("lecture-example")->make();
    return withKernelSize(s, {side, side});
}

ConvScene named(const ConvScene& scene, const char* id, int filter = 0)
{
    const TensorD made = findFilterPreset(id)->make(scene.kernelSize());
    return withFilterMade(scene, filter, [&](const TensorD&) { return made; });
}

/// A bar on a dark ground, its first pixel in row 10.
TensorD bar()
{
    TensorD picture(1, {1, 28, 28});
    for (int r = 10; r < 20; ++r)
        picture.at(0, 0, r, 14) = 1;
    return picture;
}

} // namespace

class TstNamedFilters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNameIsFound_data();
    void everyNameIsFound();
    void ownWeightsHaveNoName();
    void filtersThatAreAddedHaveNames_data();
    void filtersThatAreAddedHaveNames();
    void fewerFiltersKeepTheRest();
    void picturesComeWithWhatSuitsThem();
    void picturesAfterPicturesKeepTheSettings();
    void figuresOpenWhereSomethingIsSeen();
};

void TstNamedFilters::everyNameIsFound_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const FilterPreset& preset : filterPresets())
        QTest::newRow(preset.id) << QByteArray(preset.id);
}

void TstNamedFilters::everyNameIsFound()
{
    QFETCH(QByteArray, id);
    ConvScene scene = named(withFilters(withChannels(plane(3), 3), 2), id.constData(), 1);
    QCOMPARE(filterIdOf(scene, 1), std::string_view(id.constData()));
    QVERIFY(filterIdOf(scene, 0).empty());
    weightAt(scene, 1, 2, 0, 0) += 0.5; // of one channel only
    QVERIFY(filterIdOf(scene, 1).empty());
}

void TstNamedFilters::ownWeightsHaveNoName()
{
    QVERIFY(filterIdOf(plane(3)).empty());
    ConvScene pooled = plane(3);
    pooled.pooling = Pooling::Max;
    QVERIFY(filterIdOf(pooled).empty());
}

void TstNamedFilters::filtersThatAreAddedHaveNames_data()
{
    QTest::addColumn<bool>("isLine");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("filters");
    for (const bool isLine : {false, true})
        for (const int size : {3, 5})
            for (const int filters : {2, 5, 8})
                QTest::addRow("%s, size %d, %d filters", isLine ? "line" : "plane", size, filters)
                    << isLine << size << filters;
}

void TstNamedFilters::filtersThatAreAddedHaveNames()
{
    QFETCH(bool, isLine);
    QFETCH(int, size);
    QFETCH(int, filters);
    ConvScene scene =
        isLine ? withKernelSize(findConvPreset("lecture-1d-full")->make(), {1, size}) : plane(size);
    const ConvScene more = withNextFilters(scene, filters);
    QCOMPARE(more.filters(), filters);
    QVERIFY(more.kernelSize() == scene.kernelSize());
    QVERIFY(evaluate(more).isOk());
    std::set<std::string_view> names;
    for (int f = 1; f < filters; ++f)
        if (const auto id = filterIdOf(more, f); !id.empty()) QVERIFY2(names.insert(id).second, id.data());
    // There are fewer names than filters where only some of them have the size.
    QVERIFY(static_cast<int>(names.size()) >= std::min(filters - 1, 3));
    if (!isLine && size == 3) QCOMPARE(static_cast<int>(names.size()), filters - 1);
    if (!isLine && size == 3) QCOMPARE(filterIdOf(more, 1), std::string_view("sobel-x"));
    QVERIFY(withNextFilters(more, 1) == scene);
}

void TstNamedFilters::fewerFiltersKeepTheRest()
{
    const ConvScene five = withNextFilters(named(plane(3), "gaussian"), 5);
    QCOMPARE(filterIdOf(five, 1), std::string_view("sharpen")); // the next of the table
    const ConvScene two = withNextFilters(five, 2);
    QCOMPARE(two.filters(), 2);
    QCOMPARE(filterIdOf(two, 1), std::string_view("sharpen"));
}

void TstNamedFilters::picturesComeWithWhatSuitsThem()
{
    ConvScene before = plane(3);
    before.dilation = {2, 2};
    const auto scene = withPicture(before, bar());
    QVERIFY(scene);
    QVERIFY(scene->stride == (Axes{1, 1}) && scene->dilation == (Axes{1, 1}));
    QCOMPARE(filterIdOf(*scene), std::string_view("sobel-x"));
    const auto blurred = withPicture(named(before, "gaussian"), bar());
    QCOMPARE(filterIdOf(*blurred), std::string_view("gaussian")); // a name that was chosen stays
    const auto numbers = withPicture(before, TensorD(1, {1, 4, 4}));
    QVERIFY(numbers && numbers->stride == before.stride && numbers->kernel == before.kernel);
}

void TstNamedFilters::picturesAfterPicturesKeepTheSettings()
{
    ConvScene scene = *withPicture(plane(3), bar());
    scene.stride = {2, 2};
    scene.kernel = plane(3).kernel;
    const auto next = withPicture(scene, bar());
    QVERIFY(next && next->stride == (Axes{2, 2}) && next->kernel == scene.kernel);
}

void TstNamedFilters::figuresOpenWhereSomethingIsSeen()
{
    for (const ConvPreset& preset : convPresets()) {
        const auto figure = evaluate(preset.make());
        QVERIFY2(isPicture(figure->inputShape()) || openingPosition(*figure) == 0, preset.id);
    }
    const auto figure = evaluate(*withPicture(plane(3), bar()));
    const int opened = openingPosition(*figure);
    QVERIFY(opened > 0);
    for (int i = 0; i < opened; ++i)
        QCOMPARE(figure->output.data[static_cast<std::size_t>(i)], 0.0);
    QVERIFY(figure->output.data[static_cast<std::size_t>(opened)] != 0);
    const auto empty = evaluate(*withPicture(plane(3), TensorD(1, {1, 28, 28})));
    QCOMPARE(openingPosition(*empty), 0);
}

QTEST_APPLESS_MAIN(TstNamedFilters)
#include "tst_named_filters.moc"
