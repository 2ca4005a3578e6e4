#pragma once

#include "core/lab/input_pictures.h"
#include "ui/labs/conv/conv_arrival.h"
#include "ui/widgets/chip_content.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace hg {

class ConvFiles;
class ConvModel;
struct DigitShelf;

/// Where the input of Convolution 2D may come from: numbers, drawn patterns, handwritten digits, spectrograms
/// of bundled sounds, and files. The filter is kept. What has to be read first is read beside the window.
class InputChoices : public QObject {
    Q_OBJECT

public:
    enum class Group { None, Patterns, Digits, Spectrograms };
    struct Choice {
        std::string id; ///< what Arrival and undo know it by; empty: a file of the user's own
        Group group = Group::None;
        int index = 0;           ///< of the pattern or digit
        bool beginsPart = false; ///< a line stands before it in the list
    };

    InputChoices(ConvModel& numbers, ConvFiles& files);
    ~InputChoices() override;

    const std::vector<Choice>& rows() const { return m_rows; }
    QString nameOf(const Choice& choice) const;
    static QString groupName(Group group);
    void choose(std::size_t row);
    /// The next one of the digits that were asked for last.
    void chooseAnotherDigit();
    /// What the input came from, as long as it is that.
    QString shownName() const;
    /// What the axes of a spectrogram reach to; empty for any other input.
    QString caption() const;
    bool isLoading() const;
    bool isInColour() const;
    void setInColour(bool inColour);
    /// The same choices before an audience.
    ChipContent chip();

Q_SIGNALS:
    /// The name, the caption or the loading.
    void changed();
    /// What came in is known by another name: after its edit.
    void nameChanged();

private:
    void takeNumbers(const Choice& choice);
    void takePattern(const Choice& choice);
    void loadDigit(const Choice& choice);
    void loadSound(const Choice& choice);
    const Choice* find(const std::string& id) const;
    void noteArrival(const std::string& origin, const QString& where, const Arrival& arrival);

    ConvModel& m_numbers;
    ConvFiles& m_files;
    std::vector<Choice> m_rows;
    std::shared_ptr<DigitShelf> m_digits; ///< shared with the work that fills it
    int m_digit = 0, m_copy = 0;          ///< the digit of the last time, and which of its pictures
    std::string m_origin;                 ///< of what the input came from
    QString m_file;                       ///< its name, where it has no origin
    Arrival m_arrival;                    ///< what came; the source is named as long as the input is the same
};

} // namespace hg
