#pragma once

#include "core/data/data_request.h"
#include "ui/widgets/controls.h"

#include <QDateTime>

#include <optional>

class QComboBox;
class QLineEdit;

namespace hg {

class AeModel;

/// Which data are trained on: bundled, made, or the user's own.
class DataForm : public Form {
    Q_OBJECT

public:
    explicit DataForm(AeModel& model, QWidget* parent = nullptr);

private:
    /// What the list is made of: it is filled anew where one of them is another.
    struct Listed {
        QString shown;
        QStringList recent;
        QDateTime drawingsKept;

        bool operator==(const Listed&) const = default;
    };

    void choose(int row);
    void refresh();
    void fill();
    void addSource(const std::string& source);

    AeModel& m_model;
    QComboBox* m_source;
    std::optional<Listed> m_listed; ///< nothing: not in this language
};

/// What of them is used, and as what: under More.
class DataCutForm : public Form {
    Q_OBJECT

public:
    explicit DataCutForm(AeModel& model, QWidget* parent = nullptr);

private:
    void build();
    void connectAll();
    void refresh();
    void readClasses();
    /// The data that are wanted with another cut.
    template <class Change>
    void change(const Change& set);

    AeModel& m_model;
    QLineEdit* m_classes;
    Stepper *m_count, *m_heldOut, *m_side;
    Switch* m_isTransposed;
    QComboBox *m_values, *m_labels;
    QWidget* m_own; ///< what makes sense for the user's own data only
};

} // namespace hg
