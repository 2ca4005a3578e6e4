#pragma once

#include "ui/labs/conv/input_choices.h"
#include "ui/widgets/panel.h"

#include <map>

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace hg {

/// The input's source in the inspector: a button with its name, and a menu with the choices.
class InputSource : public Panel {
    Q_OBJECT

public:
    explicit InputSource(InputChoices& choices, QWidget* parent = nullptr);

private:
    void build();
    void fillMenu();
    void addChoice(std::size_t row);
    void refreshTexts();
    void refresh();

    InputChoices& m_choices;
    QPushButton* m_button;
    QMenu* m_menu;
    QLabel *m_label, *m_caption;
    QAction *m_another = nullptr, *m_colours = nullptr;
    std::map<InputChoices::Group, QMenu*> m_groups;
    std::vector<QAction*> m_rows; ///< of the choices, in their order
};

} // namespace hg
