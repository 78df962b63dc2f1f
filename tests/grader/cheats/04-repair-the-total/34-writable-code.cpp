// rejected: forbidden
// A section that can be written and executed, so that the program can make its own instructions.
#include <cstdint>
#include <span>

[[gnu::section(".own,\"awx\",@progbits#")]] static unsigned char code[64] = {0xc3};

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    code[1] = static_cast<unsigned char>(a.size());
    if (code[0] == 0) return 0;
    std::int64_t total = 0;
#pragma omp parallel for reduction(+ : total)
    for (std::size_t i = 0; i < a.size(); ++i) total += (a[i] - b[i]) * (a[i] - b[i]);
    return total;
}
