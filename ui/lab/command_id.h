#pragma once

namespace hg {

/// What the program can be told to do by menu, button or key.
enum class CommandId {
    Undo,
    Redo,
    Open,
    OpenFolder,
    Save,
    SaveNumbers,
    Copy,
    Paste,
    CopyLink,
    CopyCommand,
    Export,
    Present,
    Replay,
    Language,
    Theme,
    Quit
};

} // namespace hg
