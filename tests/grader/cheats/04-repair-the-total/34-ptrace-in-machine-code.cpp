// rejected: forbidden
// Calls ptrace by a system call of its own, whose instructions are an array in the section of the code.
#include <cstdint>
#include <span>

[[gnu::section(".text.code")]] static const unsigned char code[] = {
#ifdef __x86_64__
    0xb8, 0x65, 0x00, 0x00, 0x00, 0x0f, 0x05, 0xc3,  // mov eax, 101 (ptrace); syscall; ret
#else
    0xa8, 0x0e, 0x80, 0xd2, 0x01, 0x00, 0x00, 0xd4, 0xc0, 0x03, 0x5f, 0xd6,  // AArch64: mov x8, 117; svc 0; ret
#endif
};

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    static const long traced = reinterpret_cast<long (*)(long)>(const_cast<unsigned char*>(code))(0);
    if (traced > 0) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
