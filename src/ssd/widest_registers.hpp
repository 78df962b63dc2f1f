// Function multiversioning: one program for every x86-64, and in it the instructions of the machine that it runs on.
//
// A program that is built for any x86-64 may use SSE2's registers of 16 bytes and no others. Here a kernel is compiled
// three times over, and which one runs is decided when it is called. (The attribute target_clones says the same in one
// line. But clang++ 14 refuses it on templates, and g++'s clones crash under ThreadSanitizer before main begins.) On
// another architecture there is one version, with the registers that it has for certain.
#pragma once

#include <cstddef>
#include <type_traits>

namespace ssd {

// The registers that a kernel is compiled for; as a constant, which an argument cannot be.
template <std::size_t bytes>
using RegisterBytes = std::integral_constant<std::size_t, bytes>;

#ifdef __x86_64__

template <typename Kernel, typename... Arguments>
[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] auto with_64_bytes(const Kernel& kernel, Arguments... arguments) {
    return kernel(RegisterBytes<64>{}, arguments...);
}

template <typename Kernel, typename... Arguments>
[[gnu::target("avx2")]] auto with_32_bytes(const Kernel& kernel, Arguments... arguments) {
    return kernel(RegisterBytes<32>{}, arguments...);
}

// Calls kernel(RegisterBytes<...>{}, arguments...), compiled for the widest registers that this machine has. The kernel
// and all that it calls have to be inlined, for a function is compiled for one instruction set: mark a lambda with
// __attribute__((always_inline)). Small arguments stay in registers, where what a lambda captures goes through memory.
template <typename Kernel, typename... Arguments>
auto with_widest_registers(const Kernel& kernel, Arguments... arguments) {
    if (__builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512bw") != 0) {
        return with_64_bytes(kernel, arguments...);
    }
    if (__builtin_cpu_supports("avx2") != 0) return with_32_bytes(kernel, arguments...);
    return kernel(RegisterBytes<16>{}, arguments...);
}

#else

template <typename Kernel, typename... Arguments>
auto with_widest_registers(const Kernel& kernel, Arguments... arguments) {
    return kernel(RegisterBytes<16>{}, arguments...);
}

#endif

}  // namespace ssd
