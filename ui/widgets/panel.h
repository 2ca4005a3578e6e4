#pragma once

#include <QWidget>

#include <functional>
#include <vector>

namespace hg {

/// A widget whose texts are set by small functions, run once now and again at every change of the language:
/// nothing translatable is set anywhere else.
class Panel : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Runs `setText` now and at every change of the language.
    void translated(std::function<void()> setText);

protected:
    /// Nobody sees it: another tab or lab is in front. Of a window that is not shown yet, what will be seen
    /// is not behind.
    bool isBehind() const;
    void changeEvent(QEvent* event) override;

private:
    std::vector<std::function<void()>> m_texts;
};

} // namespace hg
