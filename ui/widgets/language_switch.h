#pragma once

#include "ui/theme/texts.h"
#include "ui/widgets/controls.h"

namespace hg {

/// Ελ | En, each named for screen readers in its own language, whatever the language of the window.
class LanguageSwitch : public Segmented {
    Q_OBJECT

public:
    explicit LanguageSwitch(QWidget* parent = nullptr);

    /// Chooses without the signal.
    void setLanguage(Language language);

Q_SIGNALS:
    void languageChosen(hg::Language language);
};

} // namespace hg
