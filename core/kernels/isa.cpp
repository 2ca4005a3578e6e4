#include "core/kernels/isa.h"

#include <algorithm>
#include <cstdlib>

#if defined(__unix__)
#include <unistd.h>
#endif

namespace hg {
namespace {

#if defined(HG_X86_64_SETS)
bool hasV3()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
           __builtin_cpu_supports("bmi2");
}

bool hasV4()
{
    return hasV3() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
           __builtin_cpu_supports("avx512vl");
}
#endif

} // namespace

const char* isaName(Isa isa)
{
#if defined(HG_X86_64_SETS)
    switch (isa) {
    case Isa::Baseline:
        return "x86-64";
    case Isa::V3:
        return "x86-64-v3";
    case Isa::V4:
        return "x86-64-v4";
    }
#endif
    static_cast<void>(isa);
    return "generic";
}

std::vector<Isa> supportedIsas()
{
    std::vector<Isa> sets{Isa::Baseline};
#if defined(HG_X86_64_SETS)
    if (hasV3()) sets.push_back(Isa::V3);
    if (hasV4()) sets.push_back(Isa::V4);
#endif
    return sets;
}

bool hasVnni()
{
#if defined(HG_X86_64_SETS)
    return hasV4() && __builtin_cpu_supports("avx512vnni");
#else
    return false;
#endif
}

long nearestCacheBytes()
{
#if defined(_SC_LEVEL1_DCACHE_SIZE)
    return std::max(0L, sysconf(_SC_LEVEL1_DCACHE_SIZE));
#else
    return 0;
#endif
}

Isa chooseIsa(std::string_view request)
{
    const auto sets = supportedIsas();
    const auto it = std::find_if(sets.begin(), sets.end(), [&](Isa isa) { return request == isaName(isa); });
    return it == sets.end() ? sets.back() : *it;
}

bool isIsaKnown(std::string_view request)
{
    return request.empty() || request == isaName(chooseIsa(request));
}

Isa currentIsa()
{
    static const Isa chosen = [] {
        const char* request = std::getenv("HOURGLASS_ISA");
        return chooseIsa(request ? request : "");
    }();
    return chosen;
}

} // namespace hg
