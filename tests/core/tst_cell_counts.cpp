#include "core/embed/cell_counts.h"

#include <QTest>

#include <limits>
#include <numeric>
#include <random>

using namespace hg;

namespace {

constexpr double nan_ = std::numeric_limits<double>::quiet_NaN(),
                 inf = std::numeric_limits<double>::infinity();

const CellGrid box{-2, 2, -1, 1, 4, 2}; // cells of side 1

} // namespace

class TstCellCounts : public QObject {
    Q_OBJECT

private slots:
    void cellsOfPlaces_data();
    void cellsOfPlaces();
    void middlesAreInTheirCells_data();
    void middlesAreInTheirCells();
    void countsAreOfTheirCells();
    void gridsWithoutCellsHoldNothing();
};

void TstCellCounts::cellsOfPlaces_data()
{
    QTest::addColumn<CellGrid>("grid");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<int>("cell");
    const auto row = [](const char* name, const CellGrid& grid, double x, double y, int cell) {
        QTest::newRow(name) << grid << x << y << cell;
    };
    row("upper left", box, -1.5, 0.5, 0);
    row("upper right", box, 1.5, 0.5, 3);
    row("lower left", box, -1.5, -0.5, 4);
    row("upper left corner", box, -2, 1, 0);
    row("lower right corner", box, 2, -1, 7);
    row("on lines", box, 0, 0, 6);
    row("left of a line", box, -1e-9, 0.5, 1);
    row("above a line", box, 0.5, 1e-9, 2);
    row("left of it", box, -2.001, 0, -1);
    row("right of it", box, 2.001, 0, -1);
    row("above it", box, 0, 1.001, -1);
    row("below it", box, 0, -1.001, -1);
    row("x NaN", box, nan_, 0, -1);
    row("y NaN", box, 0, nan_, -1);
    row("x infinite", box, inf, 0, -1);
    row("y infinite", box, 0, -inf, -1);
    row("far away", box, 1e300, 0, -1);
    row("x the other way round", {2, -2, -1, 1, 4, 2}, -1.5, 0.5, 3);
    row("y the other way round", {-2, 2, 1, -1, 4, 2}, -1.5, 0.5, 4);
    row("no width", {1, 1, -1, 1, 4, 2}, 1, 0, -1);
    row("no height", {-2, 2, 1, 1, 4, 2}, 0, 1, -1);
    row("no columns", {-2, 2, -1, 1, 0, 2}, 0, 0, -1);
    row("no rows", {-2, 2, -1, 1, 4, 0}, 0, 0, -1);
    row("an edge NaN", {nan_, 2, -1, 1, 4, 2}, 0, 0, -1);
    row("an edge infinite", {-inf, 2, -1, 1, 4, 2}, 0, 0, -1);
}

void TstCellCounts::cellsOfPlaces()
{
    QFETCH(CellGrid, grid);
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(int, cell);
    QCOMPARE(grid.cellOf(x, y), cell);
}

void TstCellCounts::middlesAreInTheirCells_data()
{
    QTest::addColumn<CellGrid>("grid");
    QTest::newRow("1 x 1") << CellGrid{0, 1, 0, 1, 1, 1};
    QTest::newRow("4 x 2") << box;
    QTest::newRow("thirds") << CellGrid{0.1, 0.4, -7, 5, 3, 3};
    QTest::newRow("100 x 100") << CellGrid{-13.7, 22.1, -0.003, 0.004, 100, 100};
    QTest::newRow("far away") << CellGrid{1e6, 1e6 + 1, -1e6 - 1, -1e6, 64, 48};
}

void TstCellCounts::middlesAreInTheirCells()
{
    QFETCH(CellGrid, grid);
    for (int r = 0; r < grid.rows; ++r)
        for (int c = 0; c < grid.columns; ++c) {
            const double x = grid.left + (c + 0.5) * (grid.right - grid.left) / grid.columns;
            const double y = grid.top - (r + 0.5) * (grid.top - grid.bottom) / grid.rows;
            QCOMPARE(grid.cellOf(x, y), r * grid.columns + c);
        }
}

void TstCellCounts::countsAreOfTheirCells()
{
    QCOMPARE(cellCounts(box, {}), std::vector<int>(8));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> points{-1.5f, 0.5f, -1.2f, 0.9f, 2, -1, 9, 0, nan, 0, 0.5f, 0.5f};
    QCOMPARE(cellCounts(box, points), (std::vector<int>{2, 0, 1, 0, 0, 0, 0, 1}));

    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<float> many(20000);
    for (float& x : many)
        x = normal(random);
    const CellGrid wide{-9, 9, -9, 9, 30, 20};
    const auto counts = cellCounts(wide, many);
    QCOMPARE(counts.size(), std::size_t{600});
    QCOMPARE(std::accumulate(counts.begin(), counts.end(), 0), 10000);
}

void TstCellCounts::gridsWithoutCellsHoldNothing()
{
    const std::vector<float> points{0, 0, 1, 1};
    QCOMPARE(cellCounts({0, 1, 0, 1, 0, 3}, points), std::vector<int>());
    QCOMPARE(cellCounts({0, 1, 0, 1, 3, -1}, points), std::vector<int>());
    QCOMPARE(cellCounts({1, 1, 0, 1, 2, 1}, points), std::vector<int>(2));
}

QTEST_APPLESS_MAIN(TstCellCounts)
#include "tst_cell_counts.moc"
