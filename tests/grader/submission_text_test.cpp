// What a submission's text must not contain.
#include "grader/submission_text.hpp"

#include <filesystem>
#include <fstream>
#include <string>

#include <sys/stat.h>

#include "catch.hpp"
#include "grader/scratch_folder.hpp"

using namespace reductions;
using Catch::Matchers::ContainsSubstring;

namespace {

bool is_forbidden(const std::optional<Fault>& fault) { return fault && fault->code == VerdictCode::forbidden; }

std::string why_refused(const std::filesystem::path& path) {
    const SubmissionText read = read_submission(path);
    return read.fault && read.fault->code == VerdictCode::refused ? read.fault->message : "";
}

void write_submission_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream{path, std::ios::binary} << text;
}

}  // namespace

TEST_CASE("honest directives are allowed", "[grader]") {
    for (const std::string text :
         {"", "#include <vector>\n#include<sys/types.h>\n  #  include  <cmath> // for std::sqrt",
          "#include <vector>\r\n#define TWICE(x) \\\r\n    (2 * (x))\r\n", "#include <experimental/simd>",
          "#pragma omp parallel for reduction(+ : total)\n#pragma once\n#pragma GCC unroll 4\n#pragma GCC ivdep",
          "#if defined(_OPENMP) && _OPENMP >= 201511\n#elif 0\n#else\n#endif\n#ifdef A\n#undef A\n#endif\n#",
          "#ifndef B\n#error \"no\"\n#warning no\n#endif\n#",
          "#define TEXT(x) #x\n#define BOTH(x, y) \\\n    #x y##x\n",
          "const char* s = \"# 1 #include\"; // #include \"x\"",
          "/* #include \"x\" */ int x;\nchar c = '#'; int y = '\\\\';\n", "/*\n * # 1 is the first step\n */\n",
          "int a = b % c ? d : e;"}) {
        INFO(text);
        CHECK_FALSE(forbidden_directive(text));
    }
}

TEST_CASE("directives that leave the file are forbidden", "[grader]") {
    for (const std::string text : {"#include \"x\"",
                                   "#include </etc/passwd>",
                                   "#include <../x>",
                                   "#include <a/../../x>",
                                   "#include NAME",
                                   "#include <vector",
                                   "#include_next <vector>",
                                   "#import <vector>",
                                   "#embed <x>",
                                   "%:include \"x\"",
                                   "%: include \"x\"",
                                   "\v\f#\t include \"x\"",
                                   "/* */ #include \"x\"",
                                   "/*\n*/ /* */ %:include \"x\"",
                                   "#/**/include \"x\"",
                                   "#include /**/ \"x\"",
                                   "#inclu\\\nde \"x\"",
                                   "\\\n#include \"x\"",
                                   "#\\\ninclude \"x\"",
                                   "#\\ \t\ninclude \"x\"",
                                   "int x;\r#include \"x\"",
                                   "#line 3",
                                   "# 12 \"x\"",
                                   "#12",
                                   "#define A \\\n\n#include \"x\"",
                                   "#if __has_include(\"x\")",
                                   "#if __has_\\\ninclude(\"x\")",
                                   "#if __has_include_next(<x>)",
                                   "#if __has_embed(<x>)",
                                   "?\?=include \"x\"",
                                   "#inclu?\?/\nde \"x\"",
                                   "#ident \"x\"",
                                   "\xef\xbb\xbf#include \"x\"",
                                   "#assert x(y)"}) {
        INFO(text);
        CHECK(is_forbidden(forbidden_directive(text)));
    }
}

TEST_CASE("all compilers' ends of continued lines count", "[grader]") {
    for (const std::string end : {"\n", "\r\n", "\r", "\n\r", " \n", "\t\r\n", "\f\n", "\v \n"}) {
        INFO(end);
        CHECK(is_forbidden(forbidden_directive("#\\" + end + "include \"x\"")));
        CHECK_FALSE(forbidden_directive("#\\" + end + "include <x>\n"));
    }
    CHECK_FALSE(forbidden_directive("#define A \\\r\n#x\n"));
}

TEST_CASE("a raw string cannot contain a line marker", "[grader]") {
    CHECK(is_forbidden(forbidden_directive("auto s = R\"(\\\n# 1 \"other.cpp\"\n)\"; asm(\"\");")));
    CHECK(is_forbidden(forbidden_directive("auto s = R\"(\n# 1 \"other.cpp\"\n)\"; asm(\"\");")));
}

TEST_CASE("a forbidden directive is named with its line", "[grader]") {
    CHECK_THAT(forbidden_directive("int x;\\\n\nint y;\n#line 7\n")->message,
               ContainsSubstring("line 4: #line 7 is not"));
    CHECK_THAT(forbidden_directive("int x;\r\n#line 7\r\n")->message, ContainsSubstring("line 2: #line 7 is not"));
    CHECK_THAT(forbidden_directive("\n\n#if __has_include(<x>)")->message,
               ContainsSubstring("line 3: __has_include is not"));
    CHECK(forbidden_directive("#line " + std::string(100'000, '7'))->message.size() < 300);
}

TEST_CASE("pragmas that turn checks off or change names are forbidden", "[grader]") {
    for (const std::string pragma :
         {"GCC optimize(\"O0\")", "GCC diagnostic ignored \"-Wall\"", "GCC push_options", "GCC target(\"avx2\")",
          "GCC poison x", "GCC dependency \"x\"", "GCC system_header", "clang attribute push(x)", "clang optimize off",
          "weak x = y", "redefine_extname x y", "push_macro(\"x\")", "pop_macro(\"x\")", "comment(lib, \"x\")"}) {
        INFO(pragma);
        CHECK(is_forbidden(forbidden_directive("#pragma " + pragma)));
        CHECK(is_forbidden(forbidden_directive("%:  pragma " + pragma)));
        CHECK(is_forbidden(forbidden_word("int x;\n#pragma " + pragma + "\n")));
    }
    for (const std::string pragma :
         {"omp sections", "omp section", "clang loop unroll(full)", "GCC ivdep", "STDC FP_CONTRACT OFF"}) {
        INFO(pragma);
        CHECK_FALSE(forbidden_directive("#pragma " + pragma));
        CHECK_FALSE(forbidden_word("#pragma " + pragma + "\n"));
    }
}

TEST_CASE("words that hide code from the checks are forbidden", "[grader]") {
    for (const std::string text : {"asm(\"nop\");",
                                   "__asm volatile(\"\");",
                                   "int x; __asm__(\"\");",
                                   "__attribute__((no_sanitize(\"thread\"))) void f();",
                                   "__attribute__((no_sanitize_thread)) void f();",
                                   "[[gnu::no_sanitize(\"thread\")]] void f();",
                                   "[[clang::disable_sanitizer_instrumentation]] void f();",
                                   "__attribute__((no_instrument_function)) void f();",
                                   "__tsan_acquire(&x);",
                                   "AnnotateHappensBefore(0, 0, &x);",
                                   "__attribute__((alias(\"g\"))) void f();",
                                   "__attribute__((__section__(\"x\"))) int x;",
                                   "__attribute__((used, section(\"x\"))) int x;",
                                   "__attribute((ifunc(\"g\"))) void f();",
                                   "[[gnu::optimize(0)]] void f();",
                                   "[[using gnu: hot, naked]] void f();",
                                   "[[ clang :: optnone ]] void f();",
                                   "[ [gnu::weakref(\"x\")] ] void f();",
                                   "<:<:gnu::symver(\"x\"):>:> void f();",
                                   "<: [gnu::target_clones(\"x\"):>:> void f();"}) {
        INFO(text);
        CHECK(is_forbidden(forbidden_word(text)));
    }
}

TEST_CASE("line breaks and pragmas within an attribute hide nothing", "[grader]") {
    for (const std::string text :
         {"__attribute__((\nsection(\"x\"))) int x;", "[[gnu::\nalias(\"x\")]] void f();",
          "[\n[gnu::alias(\"x\")]] void f();", "__attribute__((\n#pragma unknown words\nsection(\"x\"))) int x;",
          "__attribute__((\n#pragma one\n#pragma two\nsection(\"x\"))) int x;",
          "[\n#pragma unknown words\n[gnu::alias(\"x\")]] void f();",
          "auto s = R\"(\n#pragma x)\"; __attribute__((\nsection(\"x\"))) int x;"}) {
        INFO(text);
        CHECK(is_forbidden(forbidden_word(text)));
    }
}

TEST_CASE("honest variables may have the names of attributes", "[grader]") {
    for (const std::string text :
         {"int section = 0; f(section); f(1, section); f(a[section]);",
          "for (int section : sections) optimize(section);",
          "#pragma omp parallel for private(section) reduction(+ : alias)\nfor (;;) {}",
          "#pragma omp sections\n{\n#pragma omp section\n{}\n}\n", "[[maybe_unused]] int section = 0;\n++section;",
          "std::string plasma, asmara, Annotation; double naked;", "auto f = [&](int alias) { return alias; };",
          "x = y ? alias : section;"}) {
        INFO(text);
        CHECK_FALSE(forbidden_word(text));
    }
}

TEST_CASE("only regular text files of moderate size are submissions", "[grader]") {
    const ScratchFolder scratch;
    const std::filesystem::path good = scratch.path() / "good.cpp";
    write_submission_file(good, "int x;\r\n\xff");
    CHECK_FALSE(read_submission(good).fault);
    CHECK(read_submission(good).text == "int x;\r\n\xff");

    std::filesystem::create_symlink(good, scratch.path() / "link.cpp");
    CHECK_THAT(why_refused(scratch.path() / "link.cpp"), ContainsSubstring("symbolic link"));
    CHECK_THAT(why_refused(scratch.path()), ContainsSubstring("not a regular file"));
    REQUIRE(::mkfifo((scratch.path() / "pipe.cpp").c_str(), 0600) == 0);
    CHECK_THAT(why_refused(scratch.path() / "pipe.cpp"), ContainsSubstring("not a regular file"));
    CHECK_THAT(why_refused("/dev/zero"), ContainsSubstring("not a regular file"));
    CHECK_THAT(why_refused(scratch.path() / "missing.cpp"), ContainsSubstring("No such file"));

    write_submission_file(scratch.path() / "zero.cpp", std::string{"int\0x;", 6});
    CHECK_THAT(why_refused(scratch.path() / "zero.cpp"), ContainsSubstring("zero byte"));
    write_submission_file(scratch.path() / "large.cpp", std::string(262'144, ' '));
    CHECK_FALSE(read_submission(scratch.path() / "large.cpp").fault);
    write_submission_file(scratch.path() / "larger.cpp", std::string(262'145, ' '));
    CHECK_THAT(why_refused(scratch.path() / "larger.cpp"), ContainsSubstring("262145 bytes; at most 262144"));
}

TEST_CASE("the lines of a file are found in a preprocessor's output", "[grader]") {
    const std::string output =
        "# 0 \"/s.cpp\"\n"
        "# 1 \"/usr/include/vector\" 1 3 4\n"
        "theirs\n"
        "# 2 \"/s.cpp\" 2\n"
        "own 1\n"
        " # 1 \"/usr/include/vector\"\n"
        "#pragma omp parallel\n"
        "# pragma\n"
        "\"# 1 \\\"/usr/include/vector\\\"\"\n"
        "own 2\n"
        "# 1 \"/s.cpp.hpp\" 1\n"
        "theirs\n"
        "# 1 \"/usr/s.cpp\"\n"
        "theirs\n"
        "# 9 \"/s.cpp\" 2\n"
        "own 3";
    CHECK(lines_of_file(output, "/s.cpp") ==
          "own 1\n # 1 \"/usr/include/vector\"\n#pragma omp parallel\n# pragma\n\"# 1 \\\"/usr/include/vector\\\"\"\n"
          "own 2\nown 3\n");
    CHECK(lines_of_file("no marker\n", "/s.cpp").empty());
    CHECK(lines_of_file("# 1 \"\nx\n", "").empty());
}
