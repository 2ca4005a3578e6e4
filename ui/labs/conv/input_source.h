#pragma once

#include "core/lab/input_pictures.h"
#include "ui/labs/conv/conv_arrival.h"
#include "ui/theme/paint_style.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panel.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace hg {

class ConvClipboard;
class ConvLab;
struct DigitShelf;

/// Where the input of Convolution 2D comes from: a button with the source's name, and a menu with numbers,
/// drawn patterns, handwritten digits, spectrograms of bundled sounds, and files. The filter is kept. What
/// has to be read first is read beside the window.
class InputSource : public Panel {
    Q_OBJECT

public:
    InputSource(ConvLab& lab, ConvClipboard& clipboard, QWidget* parent = nullptr);
    ~InputSource() override;

    /// Sets the names of sounds and numbers in its language.
    void setStyle(const PaintStyle& style);
    /// The same choices before an audience.
    ChipContent chip() const;

private:
    enum class Kind { Numbers, Pattern, Digit, Sound, File };
    struct Choice {
        Kind kind = Kind::Numbers;
        int index = 0;  ///< of the pattern or digit
        std::string id; ///< of the sound
    };
    void build();
    void fillMenu();
    QMenu* addMenu(const char* title);
    QAction* addChoice(QMenu& menu, const Choice& choice);
    void choose(const Choice& choice);
    void takeNumbers();
    void loadDigit(int digit);
    void loadSound(const std::string& id);
    void setInColour(bool inColour);
    void noteArrival(const QString& where, const Arrival& arrival);
    void refresh();
    QString nameOf(const Choice& choice) const;
    QString shownName() const;
    QString groupOf(const QAction& action) const;
    QString caption() const;

    ConvLab& m_lab;
    ConvClipboard& m_clipboard;
    PaintStyle m_style;
    QPushButton* m_button;
    QMenu* m_menu;
    QLabel *m_label, *m_caption;
    QAction *m_another = nullptr, *m_colours = nullptr;
    std::vector<std::pair<QMenu*, const char*>> m_titles;
    std::vector<std::pair<QAction*, Choice>> m_choices;
    std::shared_ptr<DigitShelf> m_digits; ///< shared with the work that fills it
    int m_digit = 0, m_copy = 0;          ///< the digit of the last time, and which of its pictures
    Choice m_asked;                       ///< what is on its way, if that is from here
    QString m_askedName;
    Choice m_choice;   ///< what the input came from
    QString m_file;    ///< its name, of Kind::File
    Arrival m_arrival; ///< what came; the source is named as long as the input is the same
};

} // namespace hg
