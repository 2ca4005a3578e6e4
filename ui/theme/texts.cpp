#include "ui/theme/texts.h"

#include <QRegularExpression>

#include <cmath>

namespace hg {

QLocale localeOf(Language language)
{
    QLocale locale = language == Language::Greek ? QLocale(QLocale::Greek, QLocale::Greece)
                                                 : QLocale(QLocale::English, QLocale::UnitedKingdom);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

QString withRealMinus(QString number)
{
    static const QRegularExpression power(QStringLiteral("[eE]\\+?(-?)0*(?=\\d)"));
    return number.replace(power, QStringLiteral("e\\1")).replace(u'-', QChar(0x2212));
}

std::shared_ptr<QTranslator> translatorOf(Language language)
{
    auto translator = std::make_shared<QTranslator>();
    // English has what counts: one and many.
    const QString name = language == Language::Greek ? QStringLiteral("el") : QStringLiteral("en");
    if (!translator->load(QStringLiteral(":/i18n/hourglass_%1.qm").arg(name)))
        qWarning("the texts in %s are missing from this build", qPrintable(name));
    return translator;
}

Texts::Texts(Language language)
    : m_language(language), m_locale(localeOf(language)), m_translator(translatorOf(language))
{}

QString Texts::say(const char* context, const char* text) const
{
    const QString translated = m_translator->translate(context, text);
    return translated.isEmpty() ? QString::fromUtf8(text) : translated;
}

QString Texts::glance(double value, int decimals) const
{
    constexpr double large = 10000;
    if (!std::isfinite(value)) return QStringLiteral("∞");
    if (std::abs(value) < large) return number(value, decimals);
    return withRealMinus(m_locale.toString(value, 'g', 2));
}

QString Texts::grouped(int count) const
{
    QLocale locale = m_locale;
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale.toString(count);
}

QString Texts::number(double value, int decimals) const
{
    if (!std::isfinite(value)) return QStringLiteral("–");
    const double power = std::pow(10, decimals);
    double rounded = std::round(value * power) / power;
    if (rounded == 0) rounded = 0; // no "−0"
    QString text = m_locale.toString(std::abs(rounded), 'f', rounded == std::floor(rounded) ? 0 : decimals);
    const QString mark = m_locale.decimalPoint();
    if (text.contains(mark))
        while (text.endsWith(u'0'))
            text.chop(1);
    return rounded < 0 ? QChar(0x2212) + text : text;
}

std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    const double value = text.trimmed().replace(u',', u'.').replace(QChar(0x2212), u'-').toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace hg
