#include "core/kernels/solo_kernels.h"

namespace hg {

namespace isa_baseline {
extern const SoloKernels soloTable;
}
#if defined(HG_X86_64_SETS)
namespace isa_v3 {
extern const SoloKernels soloTable;
}
namespace isa_v4 {
extern const SoloKernels soloTable;
}
#endif

const SoloKernels& soloKernels(Isa isa)
{
#if defined(HG_X86_64_SETS)
    if (isa == Isa::V4) return isa_v4::soloTable;
    if (isa == Isa::V3) return isa_v3::soloTable;
#endif
    static_cast<void>(isa);
    return isa_baseline::soloTable;
}

} // namespace hg
