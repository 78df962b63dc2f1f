// Run at configure time, with VARIANT_FILE and VARIANT of one variant: is what this compiler makes of it right? Exit
// status 0 if so. Compilers have got constructs of OpenMP wrong, silently, such as clang++ 14 with `for simd reduction`
// at -O1, which adds up a part of the array.
#include VARIANT_FILE

#include <omp.h>

#include <vector>

namespace {

template <ssd::Element T>
bool is_right() {
    const std::vector<T> a(10'007, T{5});
    const std::vector<T> b(a.size(), T{3});
    return ssd::variants::VARIANT(ssd::View<T>{a}, ssd::View<T>{b}) == 4 * 10'007;
}

}  // namespace

int main() {
    for (const int threads : {1, 2, 5}) {
        omp_set_num_threads(threads);
        if (!is_right<std::int64_t>() || !is_right<std::int32_t>() || !is_right<double>() || !is_right<float>())
            return 1;
    }
    return 0;
}
