// Prints the catalog.
#include "report/catalog_report.hpp"

#include <ostream>

#include "catalog/catalog.hpp"

namespace reductions {
namespace {

// What a wrong answer depends on does not matter.
const char* dependence_of(const Variant& variant) {
    if (variant.expectation != Expectation::right) return "-";
    switch (variant.depends_on) {
        case DependsOn::nothing:
            return "nothing";
        case DependsOn::threads:
            return "threads";
        case DependsOn::run:
            return "run";
    }
    return "?";
}

}  // namespace

void print_catalog(std::ostream& out, const Terminal& terminal) {
    Table table{{{"chapter", Align::left},
                 {"variant", Align::left},
                 {"expected", Align::left},
                 {"floats depend on", Align::left},
                 {"what it shows", Align::left}}};
    std::string_view chapter;
    for (const Variant* variant : catalog()) {
        const bool begins_chapter = variant->chapter != chapter;
        chapter = variant->chapter;
        table.add({.cells = {{begins_chapter ? std::string{chapter} : ""},
                             {std::string{variant->name}},
                             {std::string{name_of(variant->expectation)}},
                             {dependence_of(*variant)},
                             {std::string{variant->shows}}}});
    }
    table.print(out, terminal);
    for (const Variant* variant : left_out()) {
        out << "\nLeft out of this build: " << variant->name << " (" << variant->shows << ")\n";
    }
}

}  // namespace reductions
