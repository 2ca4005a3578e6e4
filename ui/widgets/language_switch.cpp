#include "ui/widgets/language_switch.h"

#include <QAbstractButton>

namespace hg {

LanguageSwitch::LanguageSwitch(QWidget* parent) : Segmented(2, parent)
{
    setTexts({QStringLiteral("Ελ"), QStringLiteral("En")});
    button(0)->setAccessibleName(QStringLiteral("Ελληνικά"));
    button(1)->setAccessibleName(QStringLiteral("English"));
    connect(this, &Segmented::chosen, this,
            [this](int i) { Q_EMIT languageChosen(i == 0 ? Language::Greek : Language::English); });
}

void LanguageSwitch::setLanguage(Language language)
{
    setCurrent(language == Language::Greek ? 0 : 1);
}

} // namespace hg
