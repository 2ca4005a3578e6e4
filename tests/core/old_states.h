#pragma once

/// Documents and links as versions before the table of kinds wrote them (commit a5f6f53): whatever becomes of
/// the format, these are read.
namespace hg::old {

inline constexpr const char* planeDocument =
    R"({"format":"hourglass-convolution","scene":{"activation":"leaky_relu","axes":2,"bias":[0.5,-1.0],)"
    R"("convention":"numpy","fill":"replicate","input":{"data":[1.0,2.0,3.0,4.0,5.0,6.0,7.0,8.0,9.0,10.)"
    R"(0,11.0,12.0],"shape":[1,1,3,4]},"kernel":{"data":[1.0,0.0,-1.0,0.5,0.0,1.0,0.25,-2.0],"shape":[2)"
    R"(,1,2,2]},"padding":["same",[1,0]],"stride":[1,2]},"version":1,"view":{"filter":1,"ghost":false,")"
    R"(one_scale":true,"position":2.5,"zeros":true}})";
inline constexpr const char* planeLink =
    "hourglass:conv/H4sIAAAAAAACA11Qy26DMBD8lz2bCJzQB78SoWgLS2LF2Mg2tGnEv3cMvbSHsdbjnZldP2nwY"
    "eREDd38HK6WYyw67xZv52S8I0WxEyfUPIm7ZBbe2Ias8P1xCWJntPCXRGq0og_DKM7loVZFdShbRdlL3K_IzeP0Q"
    "P9grMU1yGRNx0lAGTfNKaf0nBgWUCsNHIETUAMvwCvwBrwDVZmP3FnpLSzeeJIsVpU6qlO7KrpLcGL_GWddsRf1d"
    "tlrjan_GmkYaaWz0cR9b9wVJEUeMTJSyjb3pmD6PXVrXCTEbd0KtZHPnI2Fk4SNut58xKID2yiKvJNL7NhCn8IMY"
    "vLR7L-lMRt9S_Bxf1vXH9dlzI2tAQAA";

inline constexpr const char* lineDocument =
    R"({"format":"hourglass-convolution","scene":{"axes":1,"input":{"data":[1.0,2.0,3.0,4.0,5.0,6.0],"s)"
    R"(hape":[1,1,1,6]},"kernel":{"data":[1.0,10.0,100.0],"shape":[1,1,1,3]},"padding":["valid","same"])"
    R"(,"stride":[1,2]},"version":1,"view":{"filter":0,"ghost":true,"position":1.0}})";
inline constexpr const char* lineLink =
    "hourglass:conv/H4sIAAAAAAACA22OSw6DMAxE7-J1ikJpWeQqFQuLGIgaEpRfKyHu3rjsqsoaL0Zv7Nlh8mHFB"
    "AoWn8NsMcbL6F3xNifjHQiIIzkCtQO-KYJqBRi35cSOxoSgHm0jxbWqq7pV3av6Rg41u-BGTAiefjgEPCk4sj_pV"
    "n6X_BPqOLSh1sbN1YSC1miuhSsB0ykYfeJXRguFyMW5aDH04k-TsYkCKClgXnys3VPIVM_6aNIJN_I4Pl_NOfsNA"
    "QAA";

inline constexpr const char* soundDocument =
    R"({"format":"hourglass-sound","sound":{"blip_hz":440.0,"cutoff_hz":600.0,"delay":300,"filter":"com)"
    R"(b","gain":0.6,"repeats":1,"sigma":1.5,"source":"chirp","stride":2,"taps":255},"version":1,"view")"
    R"(:{"second":1.5,"seconds":2.0,"start":1.0}})";
inline constexpr const char* soundLink =
    "hourglass:conv/H4sIAAAAAAACAyVO2w6DIAz9lz4zw5z6wM8siEVJUEipLpvx3wf41NPTnssJNtCqGRQsYafZ6"
    "5QeKezbBALuqU4YvYvv5Qeq62QjBZidg7WVGWRlJvT6C-olM7bOM1J2NGEds82s3QZKNoMAwoiaE6hndnfzqjNq-"
    "ppEBotkcRRLNJObMtEKYB2zoO37S8CBlFzYqv5w-CnlEppQat5GdSn_pVViTVwu8rr-u_muVuoAAAA";

inline constexpr const char* soundFileDocument =
    R"({"format":"hourglass-sound","sound":{"blip_hz":440.0,"cutoff_hz":600.0,"delay":300,"filter":"com)"
    R"(b","gain":0.6,"path":"/home/ada/lark.wav","repeats":1,"sigma":1.5,"stride":2,"taps":255},"versio)"
    R"(n":1})";

// Trainings from before a network's activations were a choice (commit 1124c50).
inline constexpr const char* denseTrainingDocument =
    R"({"format":"hourglass-autoencoder","setup":{"bottleneck":2,"data":"mnist","model":"dense","re)"
    R"(cipe":{"learning_rate":0.003,"schedule":"cosine"}},"version":1})";
inline constexpr const char* denseTrainingLink =
    "hourglass:autoencoder/H4sIAAAAAAACAxWMQQ7CMAwE_-JzQAVu-QwyiWkjEruyHS5V_445zmpmD3iLDnTIsMnU"
    "taPZBacLcZFKCgmMfO6QD3iJeyem8oF8T1DRMbLBzTy0EXoPrsRGwUql7fTvOqFy4_Wp6DEs12V5xG3ZqM4eAxSxxg"
    "TnmeBLak0Y8u38Ab9ipFSbAAAA";

inline constexpr const char* linearTrainingDocument =
    R"({"format":"hourglass-autoencoder","setup":{"bottleneck":2,"data":"mnist","model":"linear","r)"
    R"(ecipe":{"epochs":6,"learning_rate":0.003,"schedule":"cosine","seed":7}},"version":1,"view":{)"
    R"("digit":41,"pace_seconds":5.0,"tab":"walk","update":77}})";
inline constexpr const char* linearTrainingLink =
    "hourglass:autoencoder/H4sIAAAAAAACAx2OSw7DIAxE7-I1jeg3EpeJHHATVIIRmHZR5e51urM9M2_8hSfXDQUc"
    "rNzrkrC1E3Zhyp4DVTDQSHoB94WZRRJl8i9wFwMBBTW25dhEbZvak-4pZsIjV8nHQkeQCvu1gXsYSKrlmJepoqhmB2"
    "uvWuFXCj3pATw3BfxrKYAb993Am2qLnMGddY70OZghLlG_vumpoKepkecctOQ-WAOCs7I-mF5K6iX8y0aF_QC0rNrI"
    "8AAAAA";

inline constexpr const char* convTrainingDocument =
    R"({"format":"hourglass-autoencoder","setup":{"bottleneck":2,"data":"mnist","model":"conv","rec)"
    R"(ipe":{}},"version":1})";
inline constexpr const char* convTrainingLink =
    "hourglass:autoencoder/H4sIAAAAAAACAw3LMQ7DIAxG4bv8Mx2akdu4xGlRwI6wyRJx93p80vceHDo6OTJ-Ose3"
    "kdmLpitL0Z0HEox9XsgPPureWLicyFvCTk6xdanmwXrwFl1U7sjBpV4c21oJNw-rKsjv9QfO3NUPcQAAAA";

} // namespace hg::old
