#pragma once

#include "core/session/state_json.h" // the header's new name
