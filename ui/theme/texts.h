#pragma once

#include <QLocale>
#include <QString>
#include <QTranslator>

#include <memory>
#include <optional>

namespace hg {

enum class Language { English, Greek };

QLocale localeOf(Language language);
/// The text of a number with a real minus sign and a short power of ten: −0.5, 1e−6.
QString withRealMinus(QString number);
/// The language's translator over our own texts, or an empty one for English.
std::shared_ptr<QTranslator> translatorOf(Language language);

/// Texts of one language, with a translator of its own: a picture or an export can be Greek in an English
/// window.
class Texts {
public:
    explicit Texts(Language language = Language::English);

    Language language() const { return m_language; }
    const QLocale& locale() const { return m_locale; }
    /// The text in this language; lupdate finds calls of this function as it finds tr().
    QString say(const char* context, const char* text) const;
    /// A number for people: whole ones as they are, others with at most `decimals` places without trailing
    /// zeros, a real minus sign, the language's decimal mark.
    QString number(double value, int decimals = 2) const;
    /// The same in as little room as a glance needs: large ones with a power of ten.
    QString glance(double value, int decimals) const;
    /// A count with its thousands set apart: "10,000".
    QString grouped(int count) const;

private:
    Language m_language;
    QLocale m_locale;
    std::shared_ptr<QTranslator> m_translator;
};

/// A number as people type it in any language: with a decimal point or comma, a hyphen or a real minus sign.
/// Nothing for any other text; infinite and undefined ones are no numbers.
std::optional<double> numberIn(const QString& text);

} // namespace hg
