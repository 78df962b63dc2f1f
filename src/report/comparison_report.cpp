// The comparison as a person reads it.
#include "report/comparison_report.hpp"

#include <algorithm>
#include <ostream>

#include "measure/cgroup.hpp"
#include "measure/constraints.hpp"
#include "measure/machine.hpp"
#include "measure/statistics.hpp"
#include "report/format.hpp"
#include "report/verdict.hpp"

namespace reductions {
namespace {

constexpr const char* nothing = "-";

// Of both arrays.
double bytes_read(const Measurement& m) { return 2.0 * static_cast<double>(m.size * element_size(m.type)); }

std::string with_spread(const Measurement& m) {
    const double middle = median(m.seconds);
    if (m.seconds.size() == 1) return format_seconds(middle);
    return format_seconds(middle) + " ±" + format_percent(spread(m.seconds) / middle);
}

double elements(const Measurement& m) { return static_cast<double>(std::max<std::size_t>(m.size, 1)); }

// How many times as fast as the first row. Slow variants are given fewer elements, so it is the time for one that
// counts.
std::string speed(const Measurement& m, const Measurement& first) {
    const double ratio = median_ratio(first.seconds, m.seconds) * elements(m) / elements(first);
    return (ratio < 1000 ? format_digits(ratio) : format_count(static_cast<std::size_t>(ratio))) + "×";
}

// Bytes of both arrays in a second; nothing for a variant that need not have read them.
std::string bandwidth(const Measurement& m) {
    if (m.variant->expectation == Expectation::wrong) return nothing;
    return format_digits(bytes_read(m) / median(m.seconds) / 1e9);
}

// The variant's share of the speed at which this machine reads; nothing where there is nothing to read.
std::string share_of_limit(const Measurement& m) {
    if (m.variant->expectation == Expectation::wrong || m.size == 0) return nothing;
    return format_percent(median_ratio(m.limit_seconds, m.seconds));
}

// One of those on the whole arrays: variants that are slow by nature get fewer elements.
const Measurement& largest(std::span<const Measurement> measurements) {
    return *std::max_element(measurements.begin(), measurements.end(),
                             [](const Measurement& x, const Measurement& y) { return x.size < y.size; });
}

// How a row names its variant: where the table is too wide for the terminal, on a line of its own.
enum class Layout { wide, narrow };

TableRow row(const Measurement& m, const Measurement& first, std::size_t size, Layout layout) {
    TableRow row;
    if (layout == Layout::wide) {
        row.cells = {{std::string{m.variant->name}}, {std::string{m.variant->article_name}}};
    } else {
        row.heading = std::string{m.variant->name};
        if (!m.variant->article_name.empty()) row.heading += ", the article's " + std::string{m.variant->article_name};
        row.cells = {{""}};
    }
    row.cells.push_back({with_spread(m)});
    row.cells.push_back({speed(m, first)});
    row.cells.push_back({bandwidth(m)});
    row.cells.push_back({share_of_limit(m)});
    row.cells.push_back({m.peak_heap ? format_bytes(*m.peak_heap) : "n/a"});
    row.cells.push_back({format_answer(m.answer), m.judgement.wrong() ? Colour::bad : Colour::none});
    row.cells.push_back(verdict_cell(m.judgement));
    if (m.size != size) row.cells.back().text += ", with " + format_count(m.size) + " elements";
    if (m.judgement.given().distinct_wrong().size() > 1) {
        row.notes.push_back(
            {"wrong answers seen: " + format_answers(m.judgement.given().distinct_wrong()), Colour::bad});
    }
    return row;
}

Table table_of(std::span<const Measurement> measurements, Layout layout) {
    std::vector<Column> columns = {
        {"median time"}, {"speed"}, {"GB/s"}, {"of limit"}, {"peak heap"}, {"result"}, {"verdict", Align::left}};
    if (layout == Layout::wide) {
        columns.insert(columns.begin(), {{"variant", Align::left}, {"the article's", Align::left}});
    } else {
        columns.insert(columns.begin(), {"", Align::left});
    }
    Table table{columns};
    const std::size_t size = largest(measurements).size;
    for (const Measurement& m : measurements) table.add(row(m, measurements.front(), size, layout));
    return table;
}

void print_type(std::ostream& out, std::span<const Measurement> measurements, const Terminal& terminal) {
    const Measurement& whole = largest(measurements);
    const Machine machine = this_machine();
    out << "sum((a[i] - b[i])²) of " << format_count(whole.size) << " elements of type " << whole.type << " with "
        << whole.threads << (whole.threads == 1 ? " thread" : " threads") << note_on_threads()
        << "; the right answer is " << format_answer(whole.expected) << '\n'
        << "on " << machine.processor << ", " << machine.cores << (machine.cores == 1 ? " core" : " cores")
        << ", compiled with " << machine.compiler << '\n';
    for (const std::string& constraint : constraints(whole.threads, cores_of_cgroups())) out << constraint << '\n';
    if (whole.size != 0) {
        const double limit = median(whole.limit_seconds);
        out << "which reads both arrays in " << format_seconds(limit) << ": the limit, "
            << format_digits(bytes_read(whole) / limit / 1e9) << " GB/s (" << whole.limit_loop << ")\n";
    }
    out << '\n';
    const Table wide = table_of(measurements, Layout::wide);
    const bool fits = wide.width() <= terminal.width;
    (fits ? wide : table_of(measurements, Layout::narrow)).print(out, terminal);
    std::vector<const Judgement*> judgements;
    for (const Measurement& m : measurements) judgements.push_back(&m.judgement);
    out << explanation_of_verdicts(judgements) << '\n';
}

// The same variant's medians for every type: half the bytes are read in half the time, where reading is the limit.
void print_types_beside_each_other(std::ostream& out, std::span<const Measurement> measurements, std::size_t variants,
                                   const Terminal& terminal) {
    std::vector<Column> columns = {{"variant", Align::left}};
    const std::size_t types = measurements.size() / variants;
    for (std::size_t type = 0; type < types; ++type) {
        columns.push_back({std::string{measurements[type * variants].type}});
        if (type != 0) columns.push_back({"of " + columns[1].title + "'s time"});
    }
    Table table{columns};
    for (std::size_t variant = 0; variant < variants; ++variant) {
        TableRow row{.cells = {{std::string{measurements[variant].variant->name}}}};
        for (std::size_t type = 0; type < types; ++type) {
            const std::vector<double>& seconds = measurements[type * variants + variant].seconds;
            row.cells.push_back({format_seconds(median(seconds))});
            if (type != 0) row.cells.push_back({format_digits(median_ratio(seconds, measurements[variant].seconds))});
        }
        table.add(std::move(row));
    }
    out << "The types beside each other, median times\n\n";
    table.print(out, terminal);
    out << '\n';
}

}  // namespace

void print_comparison(std::ostream& out, std::span<const Measurement> measurements, const Terminal& terminal) {
    const auto other_type = std::find_if(measurements.begin(), measurements.end(),
                                         [&](const Measurement& m) { return m.type != measurements.front().type; });
    const auto variants = static_cast<std::size_t>(other_type - measurements.begin());
    for (std::size_t begin = 0; begin < measurements.size(); begin += variants) {
        print_type(out, measurements.subspan(begin, variants), terminal);
    }
    if (variants < measurements.size()) print_types_beside_each_other(out, measurements, variants, terminal);
}

}  // namespace reductions
