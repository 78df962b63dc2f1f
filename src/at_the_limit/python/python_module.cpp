// The Python module at_the_limit: the library's sums for NumPy arrays. `make python` builds it.
//
//     >>> import at_the_limit, numpy
//     >>> at_the_limit.dot(numpy.arange(3), numpy.arange(3))
//     5
//
// An array that is contiguous and aligned is read where it is. NumPy copies any other one first, in C order, because
// the order of the elements decides the bits of a sum. Python's global lock is released while the elements are added.
#include <omp.h>
#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>
#include <unistd.h>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "at_the_limit/at_the_limit.hpp"

namespace py = pybind11;

namespace {

template <typename T>
bool has_elements(const py::array& x) {
    const py::dtype type = x.dtype();
    const bool is_native = type.byteorder() == '=' || type.byteorder() == '|';
    return is_native && type.kind() == (std::integral<T> ? 'i' : 'f') && type.itemsize() == sizeof(T);
}

std::string text_of(const py::object& value) { return py::str(value).cast<std::string>(); }

// The argument as an array, or an exception that says why it is none. A list would take longer to convert than to sum.
// Subclasses of ndarray are refused, because they can give their elements another meaning: a masked array hides some,
// and others have units. A mapped file does not.
py::array checked(const std::string& function, const std::string& name, const py::object& x) {
    const py::type type = py::type::of(x);
    const py::module_ numpy = py::module_::import("numpy");
    if (!type.is(numpy.attr("ndarray")) && !type.is(numpy.attr("memmap"))) {
        throw py::type_error(function + ": " + name + " is of the type " + text_of(py::repr(type.attr("__name__"))) +
                             "; it must be a numpy.ndarray of int64, int32, float64 or float32");
    }
    auto array = py::reinterpret_borrow<py::array>(x);
    if (!has_elements<std::int64_t>(array) && !has_elements<std::int32_t>(array) && !has_elements<double>(array) &&
        !has_elements<float>(array)) {
        throw py::type_error(function + ": " + name + " has the dtype " + text_of(array.dtype()) +
                             "; it must be int64, int32, float64 or float32");
    }
    return array;
}

void check_that_equal(const std::string& function, const py::array& x, const py::array& y) {
    if (x.dtype().kind() != y.dtype().kind() || x.itemsize() != y.itemsize()) {
        throw py::type_error(function + ": x has the dtype " + text_of(x.dtype()) + " and y " + text_of(y.dtype()) +
                             "; both must have the same");
    }
    const py::object shape_of_x = x.attr("shape");
    const py::object shape_of_y = y.attr("shape");
    if (!shape_of_x.equal(shape_of_y)) {
        throw py::value_error(function + ": x has the shape " + text_of(shape_of_x) + " and y " + text_of(shape_of_y) +
                              "; both must have the same");
    }
}

// The array itself, or a copy.
py::array contiguous(const py::array& x) {
    const auto address = reinterpret_cast<std::uintptr_t>(x.data());
    const bool is_aligned = address % static_cast<std::size_t>(x.itemsize()) == 0;
    if ((x.flags() & py::array::c_style) != 0 && is_aligned) return x;
    return py::module_::import("numpy").attr("require")(x, py::arg("requirements") = "CA");
}

template <typename T>
std::span<const T> elements(const py::array& x) {
    return {static_cast<const T*>(x.data()), static_cast<std::size_t>(x.size())};
}

// A forked process has none of its parent's threads, but libgomp would wait for them forever.
class OneThreadIfForked {
public:
    OneThreadIfForked() {
        if (is_forked_) omp_set_num_threads(1);
    }
    ~OneThreadIfForked() {
        if (is_forked_) omp_set_num_threads(threads_);
    }
    OneThreadIfForked(const OneThreadIfForked&) = delete;
    OneThreadIfForked& operator=(const OneThreadIfForked&) = delete;

private:
    inline static const pid_t importing_process = getpid();
    bool is_forked_ = getpid() != importing_process;
    int threads_ = omp_get_max_threads();
};

auto with_lock_released(const auto& sum, const auto&... x) {
    const py::gil_scoped_release released;
    const OneThreadIfForked one_thread;
    return sum(x...);
}

template <typename T>
py::object sum_of(const auto& sum, const auto&... x) {
    const auto total = with_lock_released(sum, elements<T>(x)...);
    if constexpr (std::same_as<T, float>) {
        return py::dtype::of<float>().attr("type")(total);  // Python has no such number
    } else {
        return py::cast(total);
    }
}

py::object sum_of_arrays(const auto& sum, const py::array& x, const auto&... y) {
    if (has_elements<std::int64_t>(x)) return sum_of<std::int64_t>(sum, x, y...);
    if (has_elements<std::int32_t>(x)) return sum_of<std::int32_t>(sum, x, y...);
    if (has_elements<double>(x)) return sum_of<double>(sum, x, y...);
    return sum_of<float>(sum, x, y...);
}

void define_for_one(py::module_& module, const std::string& name, const auto& sum, const char* description) {
    const auto function = [sum, name = "at_the_limit." + name](const py::object& x) {
        return sum_of_arrays(sum, contiguous(checked(name, "x", x)));
    };
    module.def(name.c_str(), function, py::arg("x"), description);
}

void define_for_two(py::module_& module, const std::string& name, const auto& sum, const char* description) {
    const auto function = [sum, name = "at_the_limit." + name](const py::object& x, const py::object& y) {
        const py::array first = checked(name, "x", x);
        const py::array second = checked(name, "y", y);
        check_that_equal(name, first, second);
        return sum_of_arrays(sum, contiguous(first), contiguous(second));
    };
    module.def(name.c_str(), function, py::arg("x"), py::arg("y"), description);
}

}  // namespace

PYBIND11_MODULE(at_the_limit, module) {
    module.doc() = "Fast parallel sums of NumPy arrays, with the same bits in every run.";
    py::options options;
    options.disable_function_signatures();  // pybind11's would say that any object is accepted
    const auto sum = [](const auto& x) { return at_the_limit::sum(x); };
    const auto sum_of_squares = [](const auto& x) { return at_the_limit::sum_of_squares(x); };
    const auto dot = [](const auto& x, const auto& y) { return at_the_limit::dot(x, y); };
    const auto squared_distance = [](const auto& x, const auto& y) { return at_the_limit::squared_distance(x, y); };
    define_for_one(module, "sum", sum, "sum(x)\n--\n\nThe sum of all elements.");
    define_for_one(module, "sum_of_squares", sum_of_squares, "sum_of_squares(x)\n--\n\nThe sum of x[i]**2.");
    define_for_two(module, "dot", dot, "dot(x, y)\n--\n\nThe sum of x[i] * y[i] over all elements, as numpy.vdot.");
    define_for_two(module, "squared_distance", squared_distance,
                   "squared_distance(x, y)\n--\n\nThe sum of (x[i] - y[i])**2.");
#ifdef __clang__
    module.attr("compiler") =
        py::str("clang++ {}.{}.{}").format(__clang_major__, __clang_minor__, __clang_patchlevel__);
#else
    module.attr("compiler") = py::str("g++ {}.{}.{}").format(__GNUC__, __GNUC_MINOR__, __GNUC_PATCHLEVEL__);
#endif
}
