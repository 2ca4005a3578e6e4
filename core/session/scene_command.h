#pragma once

#include "core/session/state_command.h" // the header's new name
