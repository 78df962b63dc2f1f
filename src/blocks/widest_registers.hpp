// Function multiversioning: one program for every x86-64 machine, with the instructions of the machine that it runs on.
//
// A program that is built for any x86-64 machine may use only SSE2's registers of 16 bytes. Here a kernel is compiled
// three times, and the call selects the version to run. (The attribute target_clones says the same in one line. But
// clang++ 14 refuses it on templates, and g++'s clones crash under ThreadSanitizer before main begins.) On other
// architectures there is one version, with the registers that every such machine has.
#pragma once

#include <cstddef>
#include <type_traits>

namespace reductions {

// The width of the registers that a kernel is compiled for. It is a type because a function argument cannot be a
// constant expression.
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
// and everything that it calls must be inlined, because each function is compiled for one instruction set. Mark a
// lambda with __attribute__((always_inline)). Pass small values as arguments: these stay in registers, whereas a
// lambda's captures go through memory.
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

}  // namespace reductions
