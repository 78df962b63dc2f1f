// Prints a comparison.
#include "report/comparison_report.hpp"

#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "arrays/printable.hpp"
#include "report/format.hpp"
#include "report/table.hpp"
#include "report/verdict.hpp"

namespace reductions {
namespace {

constexpr const char* nothing = "-";

std::string format_gigabytes_per_second(double bytes_per_second) { return format_digits(bytes_per_second / 1e9); }

// "3.12 ms ±1.6%"
std::string time_in_words(const VariantFigures& figures) {
    return format_seconds(figures.seconds) + (figures.spread ? " ±" + format_percent(*figures.spread) : "");
}

// How a row names its variant: in two columns, or on a line above the row if the terminal is too narrow.
enum class Layout { wide, narrow };

TableRow row(const VariantFigures& figures, std::size_t size, Layout layout) {
    const Measurement& m = *figures.measurement;
    TableRow row;
    if (layout == Layout::wide) {
        row.cells = {{std::string{m.variant->name}}, {std::string{m.variant->article_name}}};
    } else {
        row.heading = std::string{m.variant->name};
        if (!m.variant->article_name.empty()) row.heading += ", the article's " + std::string{m.variant->article_name};
        row.cells = {{""}};
    }
    row.cells.push_back({time_in_words(figures)});
    row.cells.push_back({format_ratio(figures.speed)});
    row.cells.push_back({figures.bytes_per_second ? format_gigabytes_per_second(*figures.bytes_per_second) : nothing});
    row.cells.push_back({figures.share_of_read_speed ? format_percent(*figures.share_of_read_speed) : nothing});
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

Table table_of(const TypeFigures& type, Layout layout) {
    std::vector<Column> columns = {
        {"median time"}, {"speed"}, {"GB/s"}, {"of read speed"}, {"peak heap"}, {"result"}, {"verdict", Align::left}};
    if (layout == Layout::wide) {
        columns.insert(columns.begin(), {{"variant", Align::left}, {"the article's", Align::left}});
    } else {
        columns.insert(columns.begin(), {"", Align::left});
    }
    Table table{columns};
    for (const VariantFigures& variant : type.variants) table.add(row(variant, type.size, layout));
    return table;
}

// How many of the machine's cores were kept busy, after their number.
std::string busy_in_words(const Conditions& conditions) {
    if (conditions.busy_cores == 0) return {};
    const bool all = conditions.busy_cores == conditions.machine.cores;
    return (all ? "" : ", " + std::to_string(conditions.busy_cores) + " of them") + " kept busy with other work";
}

void print_head(std::ostream& out, const TypeFigures& type, const Conditions& conditions) {
    const Machine& machine = conditions.machine;
    out << "sum((a[i] - b[i])²) of " << format_count(type.size) << " elements of type " << type.type << " with "
        << conditions.threads << (conditions.threads == 1 ? " thread" : " threads") << conditions.note_on_threads
        << "; the right answer is " << format_answer(type.expected) << '\n';
    if (!conditions.files.empty()) {
        out << "a from " << printable(conditions.files[0]) << ", b from " << printable(conditions.files[1]) << '\n';
    }
    out << "on " << machine.processor << ", " << machine.cores << (machine.cores == 1 ? " core" : " cores")
        << busy_in_words(conditions) << ", compiled with " << machine.compiler << '\n';
    for (const std::string& constraint : conditions.constraints) out << constraint << '\n';
    if (type.read_speed) {
        out << "Fastest plain read of both arrays: " << format_seconds(type.read_speed->seconds) << ", "
            << format_gigabytes_per_second(type.read_speed->bytes_per_second) << " GB/s (" << type.read_speed->loop
            << ")\n";
    }
    out << '\n';
}

void print_type(std::ostream& out, const TypeFigures& type, const Conditions& conditions, const Terminal& terminal) {
    print_head(out, type, conditions);
    const Table wide = table_of(type, Layout::wide);
    const bool fits = wide.width() <= terminal.width;
    (fits ? wide : table_of(type, Layout::narrow)).print(out, terminal);
    std::vector<const Judgement*> judgements;
    for (const VariantFigures& variant : type.variants) judgements.push_back(&variant.measurement->judgement);
    out << explanation_of_verdicts(judgements) << '\n';
}

// Prints the time of each variant for every type. If memory limits the speed, half of the bytes take half of the time.
void print_types_side_by_side(std::ostream& out, std::span<const TypeFigures> types, const Terminal& terminal) {
    std::vector<Column> columns = {{"variant", Align::left}};
    for (const TypeFigures& type : types) {
        columns.push_back({std::string{type.type}});
        if (&type != &types.front()) columns.push_back({"of " + std::string{types.front().type} + "'s time"});
    }
    Table table{columns};
    for (std::size_t i = 0; i < types.front().variants.size(); ++i) {
        TableRow row{.cells = {{std::string{types.front().variants[i].measurement->variant->name}}}};
        for (const TypeFigures& type : types) {
            row.cells.push_back({format_seconds(type.variants[i].seconds)});
            if (&type != &types.front()) row.cells.push_back({format_digits(type.variants[i].time_of_first_type)});
        }
        table.add(std::move(row));
    }
    out << "The types side by side, median times\n\n";
    table.print(out, terminal);
    out << '\n';
}

}  // namespace

void print_comparison(std::ostream& out, std::span<const TypeFigures> types, const Conditions& conditions,
                      const Terminal& terminal) {
    for (const TypeFigures& type : types) print_type(out, type, conditions, terminal);
    if (types.size() > 1) print_types_side_by_side(out, types, terminal);
}

}  // namespace reductions
