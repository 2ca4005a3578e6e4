#include "core/io/table_text.h"

#include <QtTest>

using namespace hg;

/// Tables as spreadsheets copy them, with either decimal mark.
class TstTableText : public QObject {
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TstTableText::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("hasDecimalComma");
    QTest::addColumn<QByteArray>("csv");
    const auto row = [](const char* name, const char* text, bool comma, const char* csv) {
        QTest::newRow(name) << QByteArray(text) << comma << QByteArray(csv);
    };
    row("tabs", "1\t2\n3\t4\n", false, "1,2\n3,4\n");
    row("tabs, decimal commas", "1,5\t-2\r\n3\t4,25\r\n", false, "1.5,-2\n3,4.25\n");
    row("tabs, decimal points under Greek", "1.5\t2\n", true, "1.5,2\n");
    row("semicolons", "1,5;2\n3;4\n", false, "1.5,2\n3,4\n");
    row("commas", "1,2\n3,4\n", false, "1,2\n3,4\n");
    row("commas and blanks under Greek", "1, 2\n3, 4\n", true, "1,2\n3,4\n");
    row("three commas under Greek", "1,2,3\n4,5,6\n", true, "1,2,3\n4,5,6\n");
    row("a Greek column", "1,5\n2\n-0,25", true, "1.5\n2\n-0.25\n");
    row("blanks", " 1.5  2\n 3 4 \n", false, "1.5,2\n3,4\n");
    row("real minus signs",
        "\xE2\x88\x92"
        "1\t2\n",
        false, "-1,2\n");
    row("two blocks", "1\t2\n\n3\t4\n", false, "1,2\n\n3,4\n");
}

void TstTableText::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, hasDecimalComma);
    QFETCH(QByteArray, csv);
    const auto blocks = parseTable(text.toStdString(), "here", hasDecimalComma);
    QVERIFY(blocks.isOk());
    QByteArray found;
    for (const Block& block : *blocks) {
        const std::vector<float> values(block.values.begin(), block.values.end());
        found += (found.isEmpty() ? "" : "\n") + QByteArray::fromStdString(toCsv(values, block.columns));
    }
    QCOMPARE(found, csv);
}

void TstTableText::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<std::vector<double>>("numbers");
    const auto row = [](const char* text, ErrorCode code, std::vector<double> numbers) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(code) << std::move(numbers);
    };
    row("1\t2\n3\tx", ErrorCode::NotANumber, {2, 2});
    row("1\t\n3\t4", ErrorCode::NotANumber, {1, 2});
    row("1.234,5\t2", ErrorCode::NotANumber, {1, 1});
    row("1\t2\n3", ErrorCode::RaggedBlock, {2, 2, 1, 2});
    row("hello", ErrorCode::NotANumber, {1, 1});
    row("", ErrorCode::FileEmpty, {});
    row("1e99\t2", ErrorCode::NotFinite, {1, 1});
}

void TstTableText::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(std::vector<double>, numbers);
    const auto blocks = parseTable(text.toStdString(), "here", false);
    QVERIFY(!blocks.isOk());
    QCOMPARE(static_cast<int>(blocks.error().code), code);
    QCOMPARE(blocks.error().numbers, numbers);
}

QTEST_GUILESS_MAIN(TstTableText)
#include "tst_table_text.moc"
