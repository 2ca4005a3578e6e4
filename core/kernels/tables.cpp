#include "core/kernels/byte_kernels.h"
#include "core/kernels/fit_kernels.h"
#include "core/kernels/lane_kernels.h"
#include "core/kernels/map_kernels.h"
#include "core/kernels/solo_kernels.h"

namespace hg {

// Each set's tables, defined in the objects that are compiled for it.
#define HG_DECLARE_TABLES(isa)                                                                               \
    namespace isa {                                                                                          \
    extern const LaneKernels laneTable;                                                                      \
    extern const ByteKernels byteTable;                                                                      \
    extern const MapKernels mapTable;                                                                        \
    extern const FitKernels fitTable;                                                                        \
    extern const SoloKernels soloTable;                                                                      \
    }

HG_DECLARE_TABLES(isa_baseline)
#if defined(HG_X86_64_SETS)
HG_DECLARE_TABLES(isa_v3)
HG_DECLARE_TABLES(isa_v4)
namespace isa_v4_vnni {
extern const ByteKernels byteTable;
}
#else
namespace isa_v3 = isa_baseline;
namespace isa_v4 = isa_baseline;
namespace isa_v4_vnni = isa_baseline;
#endif

namespace {

template <class Table>
const Table& chosen(Isa isa, const Table& baseline, const Table& v3, const Table& v4)
{
    if (isa == Isa::Baseline) return baseline;
    return isa == Isa::V3 ? v3 : v4;
}

} // namespace

const LaneKernels& laneKernels(Isa isa)
{
    return chosen(isa, isa_baseline::laneTable, isa_v3::laneTable, isa_v4::laneTable);
}

const ByteKernels& byteKernels(Isa isa, bool usesVnni)
{
    if (isa == Isa::V4 && usesVnni) return isa_v4_vnni::byteTable;
    return chosen(isa, isa_baseline::byteTable, isa_v3::byteTable, isa_v4::byteTable);
}

const MapKernels& mapKernels(Isa isa)
{
    return chosen(isa, isa_baseline::mapTable, isa_v3::mapTable, isa_v4::mapTable);
}

const FitKernels& fitKernels(Isa isa)
{
    return chosen(isa, isa_baseline::fitTable, isa_v3::fitTable, isa_v4::fitTable);
}

const SoloKernels& soloKernels(Isa isa)
{
    return chosen(isa, isa_baseline::soloTable, isa_v3::soloTable, isa_v4::soloTable);
}

} // namespace hg
