// Uses the library as its users do: from a folder that it was installed or copied to.
#include <at_the_limit.hpp>
#include <iostream>
#include <vector>

int main() {
    const std::vector<double> x(100'000, 5), y(100'000, 2);
    int threads = 0;
#pragma omp parallel reduction(+ : threads)
    ++threads;
    std::cout << at_the_limit::squared_distance(x, y) << ", " << threads << " threads\n";
}
