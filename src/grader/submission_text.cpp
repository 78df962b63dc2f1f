#include "grader/submission_text.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <sstream>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

#include "grader/descriptor.hpp"

namespace reductions {
namespace {

constexpr std::size_t most_bytes = 256 << 10;

Fault forbidden(std::string message) { return {VerdictCode::forbidden, std::move(message)}; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r'; }
bool is_part_of_word(char c) { return is_digit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::size_t line_of(std::string_view text, std::size_t place) {
    return 1 +
           static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
}

std::string_view without_spaces_before(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    return text;
}

// Assembler, and what excludes code from a detector.
bool hides_code(std::string_view word) {
    const auto contains = [&](std::string_view part) { return word.find(part) != std::string_view::npos; };
    return word == "asm" || word == "__asm" || word == "__asm__" || contains("no_sanitize") ||
           contains("no_instrument") || contains("disable_sanitizer") || contains("__tsan") ||
           word.starts_with("Annotate");
}

// Attributes that choose another function, another place for code, or other options of the compiler.
bool is_in_attribute(std::string_view word) {
    while (word.starts_with('_')) word.remove_prefix(1);
    while (word.ends_with('_')) word.remove_suffix(1);
    constexpr std::string_view attributes[] = {
        "alias",   "ifunc",  "naked",         "optimize", "optnone",
        "section", "symver", "target_clones", "weakref",  "no_profile_instrument_function"};
    return std::find(std::begin(attributes), std::end(attributes), word) != std::end(attributes);
}

// What follows the number sign of a directive. A directive begins a line, and only a comment may come before it: one
// that ends in this line. So the text after each `*/` is examined.
std::optional<std::string_view> directive_in(std::string_view line) {
    const auto after_sign = [](std::string_view rest) -> std::optional<std::string_view> {
        rest = without_spaces_before(rest);
        if (rest.starts_with('#')) return without_spaces_before(rest.substr(1));
        if (rest.starts_with("%:")) return without_spaces_before(rest.substr(2));
        return std::nullopt;
    };
    auto words = after_sign(line);
    for (auto end = line.find("*/"); !words && end != std::string_view::npos; end = line.find("*/", end + 1)) {
        words = after_sign(line.substr(end + 2));
    }
    return words;
}

std::string_view first_word(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_part_of_word(text[length])) ++length;
    return text.substr(0, length);
}

bool is_harmless_pragma(std::string_view words) {
    const std::string_view owner = first_word(words);
    if (owner == "GCC" || owner == "clang") {
        const std::string_view what = first_word(without_spaces_before(words.substr(owner.size())));
        return what == "unroll" || what == "ivdep" || what == "loop";
    }
    return owner != "comment" && owner != "weak" && owner != "redefine_extname" && owner != "push_macro" &&
           owner != "pop_macro";
}

// Whether a directive stays within the file, or includes a header by a name that leads nowhere else.
bool is_harmless(std::string_view words) {
    const std::string_view name = first_word(words);
    const std::string_view rest = without_spaces_before(words.substr(name.size()));
    if (name == "include") {
        const auto end = rest.find('>');
        if (!rest.starts_with('<') || end == std::string_view::npos) return false;
        const std::string_view header = rest.substr(1, end - 1);
        return !header.starts_with('/') && header.find("..") == std::string_view::npos;
    }
    if (name.empty()) return words.empty();
    // Loops may be unrolled. Other pragmas of the compilers turn checks off, read files or change names.
    if (name == "pragma") return is_harmless_pragma(rest);
    constexpr std::string_view harmless[] = {"define",  "undef",    "if",   "ifdef", "ifndef", "elif",
                                             "elifdef", "elifndef", "else", "endif", "error",  "warning"};
    return std::find(std::begin(harmless), std::end(harmless), name) != std::end(harmless);
}

// A line that ends with a backslash goes on in the next one, also if spaces follow the backslash. The lines keep their
// numbers. A carriage return ends a line too: compilers disagree about it. With a line feed, it makes one end of a
// line.
std::string without_continued_lines(std::string_view text) {
    const auto is_end = [&](std::size_t i) { return i < text.size() && (text[i] == '\n' || text[i] == '\r'); };
    const auto after_end = [&](std::size_t i) { return i + (is_end(i + 1) && text[i + 1] != text[i] ? 2 : 1); };
    std::string joined;
    std::size_t owed = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\\') {
            std::size_t end = i + 1;
            while (end < text.size() && is_space(text[end]) && !is_end(end)) ++end;
            if (is_end(end)) {
                ++owed;
                i = after_end(end);
                continue;
            }
        }
        if (is_end(i)) {
            joined.append(1 + owed, '\n');
            owed = 0;
            i = text[i] == '\r' ? after_end(i) : i + 1;
            continue;
        }
        joined += text[i++];
    }
    return joined;
}

}  // namespace

SubmissionText read_submission(const std::filesystem::path& path) {
    const auto refused = [](std::string message) {
        return SubmissionText{.fault = Fault{VerdictCode::refused, std::move(message)}};
    };
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)};
    if (file.number() < 0) {
        return refused(errno == ELOOP ? "it is a symbolic link"
                                      : "it cannot be read: " + std::generic_category().message(errno));
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode)) return refused("it is not a regular file");
    if (static_cast<std::uint64_t>(status.st_size) > most_bytes) {
        return refused("it has " + std::to_string(status.st_size) + " bytes; at most " + std::to_string(most_bytes) +
                       " are accepted");
    }
    SubmissionText result;
    result.text.resize(static_cast<std::size_t>(status.st_size));
    std::size_t done = 0;
    while (done < result.text.size()) {
        const ssize_t count = ::read(file.number(), result.text.data() + done, result.text.size() - done);
        if (count < 0) return refused("it cannot be read: " + std::generic_category().message(errno));
        if (count == 0) break;
        done += static_cast<std::size_t>(count);
    }
    result.text.resize(done);
    if (result.text.find('\0') != std::string::npos) return refused("it is not a text file: it contains a zero byte");
    return result;
}

std::optional<Fault> forbidden_directive(std::string_view text) {
    // Compilers skip the mark of UTF-8 that some editors write at the beginning of a file.
    constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const std::string joined = without_continued_lines(text);
    for (const std::string_view word : {"__has_include", "__has_embed", "?\?=", "?\?/"}) {
        if (const auto place = joined.find(word); place != std::string::npos) {
            return forbidden("line " + std::to_string(line_of(joined, place)) + ": " + std::string{word} +
                             " is not allowed here");
        }
    }
    // A raw string keeps its continued lines, and a preprocessor's output does too. lines_of_file() would take such a
    // line for a marker.
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const bool begins_line = i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r';
        if (begins_line && text.substr(i).starts_with("# ") && is_digit(text[i + 2])) {
            return forbidden("line " + std::to_string(line_of(text, i)) +
                             ": a line that begins like '# 1' is not allowed here");
        }
    }
    std::size_t number = 0;
    std::istringstream lines{joined};
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto words = directive_in(line);
        if (words && !is_harmless(*words)) {
            return forbidden(
                "line " + std::to_string(number) + ": #" + std::string{words->substr(0, 60)} +
                " is not allowed here. Of other files, only standard headers may be included, as in #include <vector>. "
                "In a comment, too, a line must not begin with # and other words than a directive's");
        }
    }
    return std::nullopt;
}

std::string lines_of_file(std::string_view preprocessed, std::string_view file) {
    std::string own;
    bool inside = false;
    std::istringstream lines{std::string{preprocessed}};
    for (std::string line; std::getline(lines, line);) {
        // A line marker: # 12 "file" and perhaps more.
        if (line.size() > 2 && line.starts_with("# ") && is_digit(line[2])) {
            const auto begin = line.find('"');
            const auto end = line.rfind('"');
            inside = begin < end && std::string_view{line}.substr(begin + 1, end - begin - 1) == file;
        } else if (inside) {
            own += line + '\n';
        }
    }
    return own;
}

std::string comparable(std::string_view own_lines) {
    std::string result;
    for (std::size_t i = 0; i < own_lines.size();) {
        std::string word{first_word(own_lines.substr(i))};
        if (word.empty()) {
            if (!is_space(own_lines[i]) && own_lines[i] != '\n') result += own_lines[i];
            ++i;
            continue;
        }
        i += word.size();
        // Neither a name nor a part of a number with a point.
        const bool part_of_number = !result.empty() && (result.back() == '.' || result.back() == '\'');
        const bool goes_on = i < own_lines.size() && (own_lines[i] == '.' || own_lines[i] == '\'');
        if (is_digit(word.front()) && !part_of_number && !goes_on) {
            char* end = nullptr;
            errno = 0;
            const unsigned long long value = std::strtoull(word.c_str(), &end, 0);
            if (errno == 0) word = std::to_string(value) + end;  // with its suffix
        }
        result += word;
    }
    return result;
}

std::optional<Fault> forbidden_word(std::string_view own_lines) {
    bool attributes = false;   // whether an attribute has begun somewhere
    char before = '\n';        // the last character before the word that is no space
    char before_pragma = 'a';  // the same, before the pragmas that stand before the word
    bool in_pragma = false;
    const auto may_be_in_attribute = [](char sign) {
        return std::string_view{"(,:["}.find(sign) != std::string_view::npos;
    };
    for (std::size_t i = 0; i < own_lines.size();) {
        const std::string_view rest = own_lines.substr(i);
        const std::string_view word = first_word(rest);
        if (!word.empty()) {
            attributes = attributes || word.starts_with("__attribute") || word.starts_with("__declspec");
            if (hides_code(word) || (attributes && is_in_attribute(word) &&
                                     (may_be_in_attribute(before) || may_be_in_attribute(before_pragma)))) {
                return forbidden("it contains '" + std::string{word.substr(0, 60)} +
                                 "', which hides code from the checks");
            }
            before = 'a';
            if (!in_pragma) before_pragma = 'a';
            i += word.size();
            continue;
        }
        // Pragmas that an operator _Pragma has made are lines too.
        constexpr std::string_view pragma = "#pragma";
        if (rest.starts_with(pragma)) {
            const std::string_view words = without_spaces_before(rest.substr(pragma.size()));
            if (!is_harmless_pragma(words)) {
                return forbidden("#pragma " +
                                 std::string{words.substr(0, std::min<std::size_t>(60, words.find('\n')))} +
                                 " is not allowed here");
            }
            if (before_pragma == 'a') before_pragma = before;
            in_pragma = true;
        }
        const bool is_digraph = rest.starts_with("<:");
        const char sign = is_digraph ? '[' : rest.front();
        if (sign == '\n') {
            in_pragma = false;
        } else if (!is_space(sign)) {
            attributes = attributes || (sign == '[' && (before == '[' || before_pragma == '['));
            before = sign;
            if (!in_pragma) before_pragma = 'a';
        }
        i += is_digraph ? 2 : 1;
    }
    return std::nullopt;
}

}  // namespace reductions
