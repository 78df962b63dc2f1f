// The comparison as a person reads it.
#include "report/comparison_report.hpp"

#include <algorithm>
#include <ostream>

#include "measure/machine.hpp"
#include "measure/statistics.hpp"
#include "report/format.hpp"

namespace ssd {
namespace {

constexpr const char* nothing = "-";

std::size_t element_size(std::string_view type) { return type.ends_with("64") ? 8 : 4; }

std::string with_spread(const Measurement& m) {
    const double middle = median(m.seconds);
    return format_seconds(middle) + " ±" + format_digits(100 * spread(m.seconds) / middle) + "%";
}

// How many times as fast as the first row.
std::string speed(const Measurement& m, const Measurement& first) {
    return format_digits(median(first.seconds) / median(m.seconds)) + "×";
}

// Bytes of both arrays in a second; nothing for a variant that need not have read them.
std::string bandwidth(const Measurement& m) {
    if (m.variant->expectation == Expectation::wrong) return nothing;
    const double bytes = 2.0 * static_cast<double>(m.size * element_size(m.type));
    return format_digits(bytes / median(m.seconds) / 1e9);
}

TableRow row(const Measurement& m, const Measurement& first, bool with_article) {
    const bool right = m.tally.wrong() == 0;
    TableRow row;
    row.cells.push_back({std::string{m.variant->name}});
    if (with_article) row.cells.push_back({std::string{m.variant->article_name}});
    row.cells.push_back({with_spread(m)});
    row.cells.push_back({speed(m, first)});
    row.cells.push_back({bandwidth(m)});
    row.cells.push_back({m.peak_heap ? format_bytes(*m.peak_heap) : "n/a"});
    row.cells.push_back({format_answer(m.answer), right ? Colour::none : Colour::bad});
    row.cells.push_back(verdict(m.tally));
    if (m.tally.distinct_wrong().size() > 1) {
        row.notes.push_back({"wrong answers seen: " + format_answers(m.tally.distinct_wrong()), Colour::bad});
    }
    return row;
}

Table table_of(std::span<const Measurement> measurements, bool with_article) {
    std::vector<std::string> heading = {"variant", "the article's", "median time", "speed",
                                        "GB/s",    "peak heap",     "result",      "verdict"};
    if (!with_article) heading.erase(heading.begin() + 1);
    Table table{heading};
    for (const Measurement& m : measurements) table.add(row(m, measurements.front(), with_article));
    return table;
}

void print_type(std::ostream& out, std::span<const Measurement> measurements, const Terminal& terminal) {
    const Measurement& first = measurements.front();
    const Machine machine = this_machine();
    out << "sum((a[i] - b[i])²) of " << format_count(first.size) << " elements of type " << first.type << " with "
        << first.threads << (first.threads == 1 ? " thread" : " threads") << "; the right answer is "
        << format_answer(first.expected) << '\n'
        << "on " << machine.processor << ", " << machine.cores << (machine.cores == 1 ? " core" : " cores")
        << ", compiled with " << machine.compiler << "\n\n";
    const Table table = table_of(measurements, true);
    if (table.width() <= terminal.width) {
        table.print(out, terminal);
    } else {
        table_of(measurements, false).print(out, terminal);
    }
    out << '\n';
}

// The same variant's medians for every type: half the bytes are read in half the time, where reading is the limit.
void print_types_beside_each_other(std::ostream& out, std::span<const Measurement> measurements, std::size_t variants,
                                   const Terminal& terminal) {
    std::vector<std::string> heading = {"variant"};
    const std::size_t types = measurements.size() / variants;
    for (std::size_t type = 0; type < types; ++type) {
        heading.emplace_back(measurements[type * variants].type);
        if (type != 0) heading.push_back("of " + heading[1] + "'s time");
    }
    heading.emplace_back();
    Table table{heading};
    for (std::size_t variant = 0; variant < variants; ++variant) {
        TableRow row{.cells = {{std::string{measurements[variant].variant->name}}}, .notes = {}};
        for (std::size_t type = 0; type < types; ++type) {
            const double time = median(measurements[type * variants + variant].seconds);
            row.cells.push_back({format_seconds(time)});
            if (type != 0) row.cells.push_back({format_digits(time / median(measurements[variant].seconds))});
        }
        row.cells.emplace_back();
        table.add(std::move(row));
    }
    out << "The types beside each other, median times\n\n";
    table.print(out, terminal);
    out << '\n';
}

}  // namespace

Cell verdict(const Tally& tally) {
    if (tally.wrong() == 0) return {"right", Colour::good};
    return {"wrong in " + format_count(tally.wrong()) + " of " + format_count(tally.runs()) + " runs", Colour::bad};
}

void print_comparison(std::ostream& out, std::span<const Measurement> measurements, const Terminal& terminal) {
    const auto other_type = std::find_if(measurements.begin(), measurements.end(),
                                         [&](const Measurement& m) { return m.type != measurements.front().type; });
    const auto variants = static_cast<std::size_t>(other_type - measurements.begin());
    for (std::size_t begin = 0; begin < measurements.size(); begin += variants) {
        print_type(out, measurements.subspan(begin, variants), terminal);
    }
    if (variants < measurements.size()) print_types_beside_each_other(out, measurements, variants, terminal);
}

}  // namespace ssd
