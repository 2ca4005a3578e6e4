#pragma once

namespace hg {

class AeModel;

/// Trains the lab's network to its end at full speed, and returns when it is there, has diverged or cannot
/// begin: for pictures that show what was really computed. Runs the program's events meanwhile, so it is for
/// programs without a user.
void finishRun(AeModel& model);

} // namespace hg
