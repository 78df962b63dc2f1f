// rejected: forbidden
// Starts OpenMP's team without a pragma of OpenMP.
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>

extern "C" void GOMP_parallel(void (*region)(void*), void* data, unsigned threads, unsigned flags);

namespace {

std::int64_t sum_of_slice(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    std::int64_t total = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::int64_t difference = a[i] - b[i];
        total += difference * difference;
    }
    return total;
}

}  // namespace

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b,
                                        std::size_t threads) {
    struct Shared {
        std::span<const std::int64_t> a;
        std::span<const std::int64_t> b;
        std::atomic<std::size_t> next;
        std::size_t threads;
        std::atomic<std::int64_t> total;
    } shared{a, b, 0, threads, 0};
    const auto region = [](void* data) {
        Shared& all = *static_cast<Shared*>(data);
        const std::size_t thread = all.next++;
        const std::size_t begin = all.a.size() * thread / all.threads;
        const std::size_t length = all.a.size() * (thread + 1) / all.threads - begin;
        all.total += sum_of_slice(all.a.subspan(begin, length), all.b.subspan(begin, length));
    };
    GOMP_parallel(region, &shared, static_cast<unsigned>(threads), 0);
    return shared.total;
}
