#pragma once

#include <string_view>
#include <vector>

namespace hg {

/// The instruction sets that the hot loops are compiled for, each containing the ones before it. On another
/// architecture than x86-64 there is the compiler's baseline alone.
enum class Isa { Baseline, V3, V4 };

/// "x86-64", "x86-64-v3", "x86-64-v4"; "generic" for another architecture's baseline.
const char* isaName(Isa isa);

/// What this machine runs, from the baseline up. Source of the levels: System V ABI, AMD64 supplement,
/// section 3.1.1 (micro-architecture levels).
std::vector<Isa> supportedIsas();

/// Whether this machine adds pairs of 16-bit products in one instruction (AVX-512 VNNI), which x86-64-v4 does
/// not promise.
bool hasVnni();

/// Bytes of a core's first-level data cache; 0 where nobody says.
long nearestCacheBytes();

/// The set that a request, by name, stands for: the best one for an empty request and for one that this
/// machine does not run.
Isa chooseIsa(std::string_view request);
/// Whether the request is empty or names a set that this machine runs.
bool isIsaKnown(std::string_view request);

/// The set in use: chosen once, at the first call, from the machine and the environment's HOURGLASS_ISA.
Isa currentIsa();

} // namespace hg
