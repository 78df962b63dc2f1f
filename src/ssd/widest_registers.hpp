// Function multiversioning: one program for every x86-64, and in it the instructions of the machine that it runs on.
//
// A program that is built for any x86-64 may use SSE2's registers of 16 bytes and no others. Here a kernel is compiled
// three times over, and which one runs is decided when it is called. (The attribute target_clones says the same in one
// line. But clang++ 14 refuses it on templates, and g++'s clones crash under ThreadSanitizer before main begins.) On
// another architecture there is one version, with the registers that it has for certain.
#pragma once

namespace ssd {

#ifdef __x86_64__

template <typename Kernel>
[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] auto with_64_bytes(const Kernel& kernel) {
    return kernel();
}

template <typename Kernel>
[[gnu::target("avx2")]] auto with_32_bytes(const Kernel& kernel) {
    return kernel();
}

// Calls the kernel, compiled for the widest registers that this machine has. The kernel and all that it calls have to
// be inlined, for a function is compiled for one instruction set: mark a lambda with __attribute__((always_inline)).
template <typename Kernel>
auto with_widest_registers(const Kernel& kernel) {
    if (__builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512bw") != 0)
        return with_64_bytes(kernel);
    if (__builtin_cpu_supports("avx2") != 0) return with_32_bytes(kernel);
    return kernel();
}

#else

template <typename Kernel>
auto with_widest_registers(const Kernel& kernel) {
    return kernel();
}

#endif

}  // namespace ssd
