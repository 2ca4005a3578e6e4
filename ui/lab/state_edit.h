#pragma once

#include <QUndoCommand>

#include <string>
#include <utility>

namespace hg {

/// What has a state that is edited: takes a whole one, by an edit or by its undoing.
template <class State>
class StateOwner {
public:
    virtual void adopt(const State& state) = 0;

protected:
    ~StateOwner() = default;
};

/// A step of undo: the owner's state before and after. Steps in a row that name the same `merges` become one,
/// as those of one field or one stroke of a brush do; an empty name merges with nothing. Steps that lead back
/// to where they began leave nothing to undo.
template <class State>
class StateEdit final : public QUndoCommand {
public:
    StateEdit(StateOwner<State>& owner, State before, State after, std::string merges)
        : m_owner(owner), m_before(std::move(before)), m_after(std::move(after)), m_merges(std::move(merges))
    {}

    void undo() override { m_owner.adopt(m_before); }
    void redo() override { m_owner.adopt(m_after); }
    /// One for all: whether two belong together is asked of mergeWith().
    int id() const override { return 1; }
    bool mergeWith(const QUndoCommand* next) override
    {
        const auto* edit = dynamic_cast<const StateEdit*>(next);
        if (!edit || &edit->m_owner != &m_owner || m_merges.empty() || edit->m_merges != m_merges)
            return false;
        m_after = edit->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    StateOwner<State>& m_owner;
    State m_before, m_after;
    std::string m_merges;
};

} // namespace hg
