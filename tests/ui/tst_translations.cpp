#include "ui/theme/texts.h"

#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

using namespace hg;

/// Every text of ours has a finished Greek translation with the same marks, each that counts English forms
/// for one and for many, and the program carries them.
class TstTranslations : public QObject {
    Q_OBJECT

private slots:
    void areComplete_data();
    void areComplete();
    void greekIsInTheProgram();
    void oneIsNotMany();
    void numbersFollowTheLanguage_data();
    void numbersFollowTheLanguage();
    void largeNumbersAtAGlance();
    void minusIsReal();
};

void TstTranslations::areComplete_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("atLeast");
    QTest::newRow("Greek") << QStringLiteral("el") << 150;
    QTest::newRow("English, what counts") << QStringLiteral("en") << 20;
}

void TstTranslations::areComplete()
{
    QFETCH(QString, name);
    QFETCH(int, atLeast);
    QFile file(QStringLiteral(HOURGLASS_TRANSLATIONS "/hourglass_%1.ts").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    QString source;
    int messages = 0;
    const auto marks = [](const QString& text) {
        QStringList found;
        static const QRegularExpression mark(QStringLiteral("%[0-9nt]"));
        for (auto it = mark.globalMatch(text); it.hasNext();)
            found << it.next().captured();
        found.sort();
        found.removeDuplicates();
        return found;
    };
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == u"source") source = xml.readElementText();
        if (xml.name() != u"translation") continue;
        ++messages;
        QVERIFY2(xml.attributes().value(QStringLiteral("type")).isEmpty(), qPrintable(source));
        // A text with a count has a form for one and a form for many.
        const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements);
        QVERIFY2(!translation.isEmpty(), qPrintable(source));
        QCOMPARE(marks(translation), marks(source));
    }
    QVERIFY(!xml.hasError());
    QVERIFY(messages >= atLeast);
}

void TstTranslations::greekIsInTheProgram()
{
    const Texts greek(Language::Greek), english(Language::English);
    QCOMPARE(greek.say("ConvPicture", "Input"), QString::fromUtf8("Είσοδος"));
    QCOMPARE(english.say("ConvPicture", "Input"), QStringLiteral("Input"));
    QCOMPARE(greek.say("ConvPicture", "no such text"), QStringLiteral("no such text"));
}

void TstTranslations::oneIsNotMany()
{
    const auto classes = [](Language language, int n) {
        return translatorOf(language)->translate("hg::ClassBars", "and %n other classes", nullptr, n);
    };
    QCOMPARE(classes(Language::English, 1), QStringLiteral("and %n other class"));
    QCOMPARE(classes(Language::English, 2), QStringLiteral("and %n other classes"));
    QVERIFY(classes(Language::Greek, 1) != classes(Language::Greek, 2));
}

void TstTranslations::numbersFollowTheLanguage_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("greek");
    const auto row = [](double value, const char* english, const char* greek) {
        QTest::newRow(english) << value << QString::fromUtf8(english) << QString::fromUtf8(greek);
    };
    row(3, "3", "3");
    row(-3, "−3", "−3");
    row(0.5, "0.5", "0,5");
    row(-1.234, "−1.23", "−1,23");
    row(-0.001, "0", "0");
    row(60000, "60000", "60000");
    row(2.999, "3", "3");
}

void TstTranslations::numbersFollowTheLanguage()
{
    QFETCH(double, value);
    QFETCH(QString, english);
    QFETCH(QString, greek);
    QCOMPARE(Texts(Language::English).number(value), english);
    QCOMPARE(Texts(Language::Greek).number(value), greek);
}

void TstTranslations::largeNumbersAtAGlance()
{
    QCOMPARE(Texts(Language::English).glance(9.16, 1), QString::fromUtf8("9.2"));
    QCOMPARE(Texts(Language::Greek).glance(-9999.5, 1), QString::fromUtf8("−9999,5"));
    QCOMPARE(Texts(Language::English).glance(-2.4277e13, 1), QString::fromUtf8("−2.4e13"));
    QCOMPARE(Texts(Language::Greek).glance(INFINITY, 3), QString::fromUtf8("∞"));
    QCOMPARE(Texts(Language::Greek).glance(5.04e13, 3), QString::fromUtf8("5e13"));
}

void TstTranslations::minusIsReal()
{
    const QLocale english = localeOf(Language::English), greek = localeOf(Language::Greek);
    QCOMPARE(withRealMinus(english.toString(-0.5)), QString::fromUtf8("−0.5"));
    QCOMPARE(withRealMinus(greek.toString(-0.5)), QString::fromUtf8("−0,5"));
    QCOMPARE(withRealMinus(english.toString(1e-6)), QString::fromUtf8("1e−6"));
    QCOMPARE(withRealMinus(greek.toString(2.5e-10)), QString::fromUtf8("2,5e−10"));
    QCOMPARE(withRealMinus(english.toString(1e15, 'g', 6)), QString::fromUtf8("1e15"));
    QCOMPARE(withRealMinus(greek.toString(20)), QString::fromUtf8("20"));
}

QTEST_GUILESS_MAIN(TstTranslations)
#include "tst_translations.moc"
