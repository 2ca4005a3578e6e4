#include "ui/theme/ramps.h"
#include "ui/theme/texts.h"
#include "ui/theme/theme.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <limits>

using namespace hg;

namespace {

constexpr double leastContrast = 4.5; // WCAG 2.1, success criterion 1.4.3, level AA, for text of any size

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

struct Pair {
    const char* name;
    QColor text, ground;
};

/// Every text colour with the grounds that widgets and painters put it on.
std::vector<Pair> pairsOf(const Theme& t)
{
    const auto circle = mixed(t.surface, t.role(Role::Code).fill, 0.22); // behind the bottleneck's numbers
    return {{"ink on ground", t.ink, t.ground},
            {"ink on surface", t.ink, t.surface},
            {"ink on stage", t.ink, t.stage},
            {"ink on accentSoft", t.ink, t.accentSoft},
            {"ink on dangerSoft", t.ink, t.dangerSoft},
            {"ink on a code", t.ink, circle},
            {"muted on ground", t.muted, t.ground},
            {"muted on surface", t.muted, t.surface},
            {"muted on stage", t.muted, t.stage},
            {"muted on padding", t.muted, t.padding},
            {"muted on accentSoft", t.muted, t.accentSoft},
            {"faint on surface", t.faint, t.surface}, // products that have not been formed yet
            {"accentInk on accent", t.accentInk, t.accent},
            {"white on record", Qt::white, t.record},
            {"accentText on surface", t.accentText, t.surface},
            {"accentText on accentSoft", t.accentText, t.accentSoft},
            {"danger on surface", t.danger, t.surface},
            {"danger on stage", t.danger, t.stage},
            {"danger on dangerSoft", t.danger, t.dangerSoft}};
}

} // namespace

class TstTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsWcag_data();
    void contrastIsWcag();
    void textStandsOut_data();
    void textStandsOut();
    void rolesStandOut_data();
    void rolesStandOut();
    void numbersStandOutOnEveryShade_data();
    void numbersStandOutOnEveryShade();
    void digitsStandOutOnTheirClass_data();
    void digitsStandOutOnTheirClass();
    void shadesDeepen();
    void picturesReachDeepColours();
    void signedMapsPartAtZero();
    void rampsAreEven();
    void photographsKeepTheirGreys();
    void mixingEndsAtItsColours();
    void sheetHasNoMarkLeft();
    void bundledTypefaceLoads();
    void numbers_data();
    void numbers();
};

void TstTheme::contrastIsWcag_data()
{
    QTest::addColumn<QColor>("a");
    QTest::addColumn<QColor>("b");
    QTest::addColumn<double>("ratio");
    QTest::newRow("black, white") << QColor(Qt::black) << QColor(Qt::white) << 21.0;
    QTest::newRow("white, white") << QColor(Qt::white) << QColor(Qt::white) << 1.0;
    QTest::newRow("#767676, white") << QColor(0x76, 0x76, 0x76) << QColor(Qt::white)
                                    << 4.54; // the lightest grey that passes
    QTest::newRow("red, white") << QColor(255, 0, 0) << QColor(Qt::white) << 4.00;    // 1.05 / (.2126 + .05)
    QTest::newRow("green, black") << QColor(0, 255, 0) << QColor(Qt::black) << 15.30; // (.7152 + .05) / .05
    QTest::newRow("blue, black") << QColor(0, 0, 255) << QColor(Qt::black) << 2.44;   // (.0722 + .05) / .05
}

void TstTheme::contrastIsWcag()
{
    QFETCH(QColor, a);
    QFETCH(QColor, b);
    QFETCH(double, ratio);
    QVERIFY(std::abs(contrast(a, b) - ratio) < 0.005);
    QCOMPARE(contrast(b, a), contrast(a, b));
}

void TstTheme::textStandsOut_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Theme* theme : {&lightTheme(), &darkTheme()})
        for (const Pair& pair : pairsOf(*theme))
            QTest::addRow("%s, %s", theme->isDark ? "dark" : "light", pair.name) << pair.text << pair.ground;
}

void TstTheme::textStandsOut()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= leastContrast, qPrintable(QString::number(ratio)));
}

void TstTheme::rolesStandOut_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<int>("role");
    for (const bool isDark : {false, true})
        for (int role = 0; role < 4; ++role)
            QTest::addRow("%s, role %d", isDark ? "dark" : "light", role) << isDark << role;
}

void TstTheme::rolesStandOut()
{
    QFETCH(bool, isDark);
    QFETCH(int, role);
    const Theme& theme = isDark ? darkTheme() : lightTheme();
    const QColor text = theme.role(static_cast<Role>(role)).text;
    for (const QColor& ground : {theme.ground, theme.stage, theme.surface}) {
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= leastContrast,
                 qPrintable(ground.name() + QStringLiteral(": ") + QString::number(ratio)));
    }
}

void TstTheme::numbersStandOutOnEveryShade_data()
{
    rolesStandOut_data();
}

void TstTheme::numbersStandOutOnEveryShade()
{
    QFETCH(bool, isDark);
    QFETCH(int, role);
    const Theme& theme = isDark ? darkTheme() : lightTheme();
    for (const double strength : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const double ratio = contrast(theme.ink, theme.shade(static_cast<Role>(role), strength));
        QVERIFY2(ratio >= leastContrast,
                 qPrintable(QString::number(strength) + QStringLiteral(": ") + QString::number(ratio)));
    }
}

void TstTheme::digitsStandOutOnTheirClass_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<int>("label");
    for (const bool isDark : {false, true})
        for (int label = 0; label < 10; ++label)
            QTest::addRow("%s, %d", isDark ? "dark" : "light", label) << isDark << label;
}

void TstTheme::digitsStandOutOnTheirClass()
{
    QFETCH(bool, isDark);
    QFETCH(int, label);
    const ClassColours& colours =
        (isDark ? darkTheme() : lightTheme()).classes[static_cast<std::size_t>(label)];
    const double ratio = contrast(colours.ink, colours.fill);
    QVERIFY2(ratio >= leastContrast, qPrintable(QString::number(ratio)));
}

void TstTheme::shadesDeepen()
{
    for (const Theme* theme : {&lightTheme(), &darkTheme()})
        for (const Role role : {Role::Input, Role::Filter, Role::Output, Role::Code}) {
            double last = 1;
            for (const double strength : {0.0, 0.5, 1.0}) {
                const double away = contrast(theme->surface, theme->shade(role, strength));
                QVERIFY(away > last);
                last = away;
            }
            QCOMPARE(theme->shade(role, 7), theme->shade(role, 1));
            QCOMPARE(theme->shade(role, -7), theme->shade(role, 0));
        }
}

void TstTheme::picturesReachDeepColours()
{
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        QList<QColor> deepest;
        for (const Role role : {Role::Input, Role::Filter, Role::Output, Role::Code})
            for (const int count : {1, 2, 8})
                for (int i = 0; i < count; ++i)
                    deepest << roleRamp(*theme, theme->member(role, i, count)).at(1);
        deepest << divergingRamp(*theme).at(0) << divergingRamp(*theme).at(1);
        for (const QColor& colour : deepest)
            for (const QColor& ground : {theme->stage, theme->surface})
                QVERIFY2(contrast(colour, ground) >= leastContrast, qPrintable(colour.name()));
        QCOMPARE(roleRamp(*theme, theme->role(Role::Input).fill).at(0).name(), theme->surface.name());
    }
}

void TstTheme::signedMapsPartAtZero()
{
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        const Ramp ramp = divergingRamp(*theme);
        QVERIFY(ramp.at(0.2).blue() > ramp.at(0.2).red() + 30);
        QVERIFY(ramp.at(0.8).red() > ramp.at(0.8).blue() + 30);
        QVERIFY(contrast(ramp.at(0.5), theme->surface) < 1.05);
        QCOMPARE(ramp.at(-3), ramp.at(0));
        QCOMPARE(ramp.at(3), ramp.at(1));
        QCOMPARE(ramp.at(std::numeric_limits<double>::quiet_NaN()), ramp.at(0));
    }
}

void TstTheme::rampsAreEven()
{
    for (const Ramp& ramp : {spectrogramRamp(), photographRamp(), photographRamp(0), photographRamp(2)}) {
        double last = 0;
        for (double share = 0; share <= 1; share += 0.05) {
            const double lightness = contrast(ramp.at(share), Qt::black);
            QVERIFY(lightness > last);
            last = lightness;
        }
    }
    QVERIFY(contrast(spectrogramRamp().at(0), spectrogramRamp().at(1)) > 10);
}

void TstTheme::photographsKeepTheirGreys()
{
    for (const int level : {0, 1, 100, 254, 255})
        QCOMPARE(photographRamp().at(level / 255.0).rgb(), qRgb(level, level, level));
    for (int part = 0; part < 3; ++part) {
        QCOMPARE(photographRamp(part).at(0).name(), QColor(Qt::black).name());
        QCOMPARE(photographRamp(part).at(1).name(), QColor(Qt::white).name());
        const QColor middle = photographRamp(part).at(0.5);
        const std::array<int, 3> channels{middle.red(), middle.green(), middle.blue()};
        QCOMPARE(static_cast<int>(std::max_element(channels.begin(), channels.end()) - channels.begin()),
                 part);
    }
}

void TstTheme::mixingEndsAtItsColours()
{
    const QColor a(10, 200, 30), b(250, 0, 90);
    QCOMPARE(mixed(a, b, 0).name(), a.name());
    QCOMPARE(mixed(a, b, 1).name(), b.name());
    QCOMPARE(mixed(a, b, 0.5).name(), QColor(130, 100, 60).name());
}

void TstTheme::sheetHasNoMarkLeft()
{
    for (const Theme* theme : {&lightTheme(), &darkTheme()}) {
        const QString sheet = styleSheetOf(*theme, 1.5);
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(theme->accentText.name()));
        // a mark that begins like another must not be cut in two: "@accentSoft" as the colour of "@accent"
        // and "Soft"
        QVERIFY(!sheet.contains(QRegularExpression(q("#[0-9a-f]{6}[A-Za-z0-9]"))));
    }
}

void TstTheme::bundledTypefaceLoads()
{
    QVERIFY(loadFonts(q(HOURGLASS_TEST_ASSETS "/fonts")));
    QCOMPARE(QFontInfo(uiFont(14)).family(), q("Inter"));
    QCOMPARE(uiFont(20.4, QFont::Bold).pixelSize(), 20);
    QCOMPARE(uiFont(0).pixelSize(), 1); // Qt refuses 0
    QVERIFY(!loadFonts(q(HOURGLASS_TEST_ASSETS "/none")));
}

void TstTheme::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("greek");
    const auto row = [](double value, int decimals, const char* english, const char* greek) {
        QTest::addRow("%g, %d decimals", value, decimals) << value << decimals << q(english) << q(greek);
    };
    row(0, 2, "0", "0");
    row(3, 2, "3", "3");
    row(-3, 2, "−3", "−3");
    row(10, 2, "10", "10");
    row(100, 0, "100", "100");
    row(1.5, 2, "1.5", "1,5");
    row(-0.25, 2, "−0.25", "−0,25");
    row(1.239, 2, "1.24", "1,24");
    row(2.999, 2, "3", "3");
    row(-0.001, 2, "0", "0");
    row(0.1 + 0.2, 6, "0.3", "0,3");
    row(0.0421, 4, "0.0421", "0,0421");
    row(10.05, 1, "10.1", "10,1");
    row(20.104, 2, "20.1", "20,1");
    row(2.5, 0, "3", "3");
    row(1234567.25, 2, "1234567.25", "1234567,25");
    row(-1e6, 2, "−1000000", "−1000000");
    row(1e20, 2, "100000000000000000000", "100000000000000000000");
    row(std::numeric_limits<double>::quiet_NaN(), 2, "–", "–");
    row(std::numeric_limits<double>::infinity(), 2, "–", "–");
}

void TstTheme::numbers()
{
    QFETCH(double, value);
    QFETCH(int, decimals);
    QTEST(Texts(Language::English).number(value, decimals), "english");
    QTEST(Texts(Language::Greek).number(value, decimals), "greek");
}

QTEST_MAIN(TstTheme)
#include "tst_theme.moc"
