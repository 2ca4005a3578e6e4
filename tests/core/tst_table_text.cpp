#include "core/io/table_text.h"

#include <QTest>

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
    row("a heading", "x\ty\n1\t2\n", false, "1,2\n");
    const char* square = "1,2\n3,4\n";
    for (const char* text : {"[[1,2],[3,4]]",
                             "[[1, 2], [3, 4]]",
                             "[[1, 2],\n [3, 4]]\n",
                             "[[1 2]\n [3 4]]",
                             "[[1. 2.]\n [3. 4.]]",
                             "[[ 1.e+00  2.e+00]\r\n [ 3.e+00  4.e+00]]\r\n",
                             "array([[1, 2],\n       [3, 4]])",
                             "array([[1., 2.], [3., 4.]], dtype=float32)",
                             "array([[1., 2.],\n       [3., 4.]],\n      dtype=float32)",
                             "x = np.array([[1, 2], [3, 4]])",
                             "x=[[1,2],[3,4]]",
                             "((1, 2), (3, 4))",
                             "[(1, 2), (3, 4)]",
                             "[[1, 2,], [3, 4,],]",
                             "tensor([[1., 2.],\n        [3., 4.]])",
                             "tensor([[1., 2.], [3., 4.]], device='cuda:0', grad_fn=<AddBackward0>)",
                             "tensor([[1., 2.], [3., 4.]], requires_grad=True)",
                             "tf.Tensor(\n[[1. 2.]\n [3. 4.]], shape=(2, 2), dtype=float32)",
                             "<tf.Tensor: shape=(2, 2), dtype=float32, numpy=\narray([[1., 2.],\n       [3., "
                             "4.]], dtype=float32)>",
                             "Out[12]: \narray([[1, 2],\n       [3, 4]])",
                             ">>> [[1, 2], [3, 4]]",
                             "print([[1, 2], [3, 4]])",
                             "[1, 2]\n[3, 4]\n",
                             "[1, 2], [3, 4]",
                             "A = [1 2; 3 4];",
                             "[1, 2; 3, 4]"})
        row(text, text, true, square);
    row("a list", "[1, 2.5, -3]", true, "1,2.5,-3\n");
    row("a list over two lines", "[1. 2.\n 3.]", false, "1,2,3\n");
    row("a column of lists", "[[1], [2]]", false, "1\n2\n");
    row("blocks of lists", "[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]", false, "1,2\n3,4\n\n5,6\n7,8\n");
    row("four axes", "[[[[1, 2]], [[3, 4]]]]", false, "1,2\n\n3,4\n");
    row("numbers of NumPy 2", "[np.float64(1.5), np.float64(-2.0)]", false, "1.5,-2\n");
    row("a list of arrays", "[array([1., 2.], dtype=float32), array([3., 4.], dtype=float32)]", false,
        square);
    row("truths", "[[ True False]\n [False  True]]", false, "1,0\n0,1\n");
    row("real minus signs in lists",
        "[\xE2\x88\x92"
        "1, 2]",
        false, "-1,2\n");
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
    row("[[1, 2], [3]]", ErrorCode::RaggedBlock, {2, 2, 1, 2});
    row("[[1, x], [3, 4]]", ErrorCode::NotANumber, {1, 2});
    row("[[1, 2], [3, nan]]", ErrorCode::NotFinite, {2, 2});
    row("[1. 2. ... 8. 9.]", ErrorCode::NotANumber, {1, 3});
    row("[1,,2]", ErrorCode::NotANumber, {1, 2});
    row("[1, [2, 3]]", ErrorCode::NotANumber, {1, 1});
    row("[[1, 2], [3, 4]", ErrorCode::NotANumber, {1, 1});
    row("[1, 2]]", ErrorCode::NotANumber, {1, 1});
    row("[]", ErrorCode::NotANumber, {1, 1});
    row("[[]]", ErrorCode::NotANumber, {1, 1});
    row("see [1] and [2]", ErrorCode::NotANumber, {1, 1});
    row("1, 2 [3]", ErrorCode::NotANumber, {1, 2});
    row("[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]", ErrorCode::NotANumber, {1, 1});
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
