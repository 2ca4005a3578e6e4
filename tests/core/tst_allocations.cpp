#include "core/engine/code_decoder.h"
#include "core/train/trainer.h"

#include <QTest>

#include <atomic>
#include <cstdlib>
#include <new>

// Counts every allocation of this program, on all threads.

namespace {

std::atomic<long> allocations{0};

void* counted(std::size_t size, std::size_t alignment)
{
    ++allocations;
    void* memory = std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment);
    if (!memory) throw std::bad_alloc();
    return memory;
}

} // namespace

void* operator new(std::size_t size)
{
    return counted(size, alignof(std::max_align_t));
}
void* operator new[](std::size_t size)
{
    return counted(size, alignof(std::max_align_t));
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    return counted(size, static_cast<std::size_t>(alignment));
}
void* operator new[](std::size_t size, std::align_val_t alignment)
{
    return counted(size, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept
{
    std::free(memory);
}

using namespace hg;

class TstAllocations : public QObject {
    Q_OBJECT

private slots:
    void theCounterCounts();
    void anUpdateAllocatesNothing_data();
    void anUpdateAllocatesNothing();
    void decodingOneCodeAllocatesNothing();
};

void TstAllocations::theCounterCounts()
{
    const long before = allocations;
    const auto number = std::make_unique<int>(7);
    QCOMPARE(*number, 7);
    QCOMPARE(allocations - before, 1);
}

void TstAllocations::anUpdateAllocatesNothing_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Recipe>("recipe");
    QTest::newRow("linear") << QByteArray("linear") << Recipe{};
    QTest::newRow("dense, bce, noise")
        << QByteArray("dense") << Recipe{.loss = Loss::Bce, .noise = {Noise::Kind::Gaussian, 0.1}};
    QTest::newRow("conv, ordered") << QByteArray("conv") << Recipe{.isOrdered = true};
    QTest::newRow("dense, sgd") << QByteArray("dense")
                                << Recipe{.optimizer = OptimizerKind::Sgd, .schedule = Schedule::Cosine};
}

void TstAllocations::anUpdateAllocatesNothing()
{
    QFETCH(QByteArray, id);
    QFETCH(Recipe, recipe);
    recipe.batch = 300; // more chunks than gradient buffers, and a short one at the end
    const std::vector<std::uint8_t> bytes(1000 * 144, 99);
    Workers workers(2);
    Trainer trainer(std::make_shared<const Plan>(*resolve(*modelById(id.constData(), {1, 12, 12}, 2))),
                    recipe, {{.bytes = bytes.data(), .count = 1000, .features = 144}, {}, nullptr}, workers);
    const StopQuery goesOn = [] { return false; };
    QVERIFY(trainer.update(goesOn));
    const long before = allocations;
    for (int i = 0; i < 8; ++i) // over the end of an epoch
        if (!trainer.update(goesOn)) QFAIL("the training diverged");
    QCOMPARE(allocations - before, 0);
}

void TstAllocations::decodingOneCodeAllocatesNothing()
{
    const auto resolved = *resolve(*modelById("conv", {1, 12, 12}, 2));
    CodeDecoder decoder({std::make_shared<const Plan>(resolved), initialParameters(resolved, 1), {}});
    const std::vector<float> code{0.5f, -1.0f};
    std::vector<float> picture(144);
    const long before = allocations;
    decoder.decode(code, picture);
    QCOMPARE(allocations - before, 0);
}

QTEST_APPLESS_MAIN(TstAllocations)
#include "tst_allocations.moc"
