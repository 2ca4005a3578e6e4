#pragma once

#include "core/lab/own_network.h"
#include "ui/widgets/controls.h"

#include <QFrame>
#include <QPushButton>

#include <functional>
#include <optional>
#include <vector>

namespace hg {

class FlowRow;
class Texts;

/// A row of the layer editor as it is shown.
struct LayerRowContent {
    OwnPart part = OwnPart::Encoder;
    int row = 0;
    LayerSpec spec;
    Shape in;                           ///< what the layer is given
    std::optional<ResolvedLayer> layer; ///< nothing of a layer that is impossible or comes after one
    bool isCode = false;                ///< a dense layer: only its units and activation change
    bool isOutput = false;              ///< the decoder's last: it gives the samples' shape
    bool givesMaps = false;             ///< what follows slides over maps
    int mostUnits = 1;                  ///< that can be set
    QString fault;                      ///< empty: there is none
    QList<Offer> offers{};              ///< ways out of it

    bool isPinned() const { return isCode || isOutput; }
};

/// One parameter of a layer: its name above one or more number fields or a list.
class LayerField : public QWidget {
    Q_OBJECT

public:
    /// `axis` 'h' or 'w' shows one axis of a padding; 0: both.
    LayerField(const LayerParameter& parameter, const LayerRowContent& content, char axis,
               QWidget* parent = nullptr);
    /// Shows the values; nothing is told.
    void show(const LayerSpec& spec);
    /// Names the controls: `owner` is their row.
    void setTexts(const QString& owner);
    /// The list's entries in the window's language, after a change of it.
    void retranslate();
    /// Without the name above, where the row's own line has it.
    void hideName();
    const char* parameter() const { return m_parameter.name; }
    const std::vector<Stepper*>& steppers() const { return m_steppers; }

Q_SIGNALS:
    void edited(const hg::LayerSpec& spec);

private:
    using Getter = std::function<int(const LayerSpec&)>;
    using Setter = std::function<void(LayerSpec&, int)>;
    void addNumber(int least, int most, Getter get, Setter set);
    void addUnits(Shape LayerSpec::*field, const LayerRowContent& content);
    void addAxes(Axes LayerSpec::*field, const LayerRowContent& content);
    void addPadding(PaddingFields field, const LayerRowContent& content);
    QString name() const;
    void addSides(Padding LayerSpec::*field, Padding LayerSpec::*other);

    const LayerParameter& m_parameter;
    LayerSpec m_spec;
    QLabel* m_name;
    QHBoxLayout* m_controls;
    QComboBox* m_list = nullptr;
    PaddingFields m_padding{}; ///< of m_list; the same field twice where it shows one axis
    char m_axis = 0;
    bool m_isLine = false;
    std::vector<Stepper*> m_steppers;
    std::vector<Getter> m_getters;
};

/// The mark at the left of a row: dragged it moves the row; the keys are its row's.
class DragHandle : public QPushButton {
    Q_OBJECT

public:
    explicit DragHandle(QWidget* parent = nullptr);
    QSize sizeHint() const override { return {16, 26}; }

Q_SIGNALS:
    /// Where the pointer is on the screen, again and again, and where it was let go; gaveUp() ends it by Esc.
    void dragged(const QPoint& place);
    void dropped(const QPoint& place);
    void gaveUp();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPoint m_press;
    bool m_isPressed = false, m_isDragging = false;
};

/// A layer in the editor: type, parameters, what it gives and costs, and what is wrong with it.
class LayerRow : public QFrame {
    Q_OBJECT

public:
    explicit LayerRow(QWidget* parent = nullptr);
    void setContent(const LayerRowContent& content, const Texts& texts);
    const LayerRowContent& content() const { return m_content; }
    /// In the window's language, after a change of it.
    void retranslate(const Texts& texts);
    DragHandle* handle() const { return m_handle; }
    QComboBox* typeList() const { return m_type; }

Q_SIGNALS:
    void edited(const hg::LayerSpec& spec, const char* parameter);
    void typeChosen(hg::LayerType type);
    void moveAsked(int step);
    void removeAsked();
    /// What a field complains of.
    void complained(const QString& sentence);
    void calmed();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void build();
    void connectControls();
    void rebuildFields();
    LayerField* addField(const LayerParameter& parameter, char axis = 0);
    void placeField(LayerField* field);
    QString signature() const;
    void refreshTexts(const Texts& texts);
    void refreshFault();
    bool takeKey(int key, Qt::KeyboardModifiers modifiers, bool isHandle);

    LayerRowContent m_content;
    QString m_signature; ///< of the fields that stand there
    DragHandle* m_handle;
    QComboBox *m_type, *m_activation;
    QPushButton* m_remove;
    QWidget *m_first, *m_rest; ///< the field in the first line, and those below
    FlowRow *m_flow, *m_ways;
    QLabel *m_gives, *m_weights, *m_fault;
    QWidget* m_offers;
    std::vector<LayerField*> m_fields;
};

} // namespace hg
