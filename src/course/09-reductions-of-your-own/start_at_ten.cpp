// A reduction clause on a total that is not 0 before the loop. The loop adds the numbers from 1 to 100, whose sum is
// 5050.
#include <cstdio>

int main() {
    int total = 10;
#pragma omp parallel for num_threads(4) reduction(+ : total)
    for (int i = 1; i <= 100; ++i) total += i;
    std::printf("total: %d\n", total);
}
