// The race laboratory's figures as JSON.
#include <nlohmann/json.hpp>

#include "measure/machine.hpp"
#include "race_lab/race_report.hpp"

namespace reductions {

std::string race_rates_as_json(std::span<const RaceRate> rates) {
    const Machine machine = this_machine();
    nlohmann::ordered_json json = {
        {"context", {{"processor", machine.processor}, {"cores", machine.cores}, {"compiler", machine.compiler}}},
        {"rates", nlohmann::ordered_json::array()}};
    for (const RaceRate& rate : rates) {
        const Interval interval = rate.interval();
        nlohmann::ordered_json answers;
        for (const auto& [answer, count] : rate.answers) answers[std::to_string(answer)] = count;
        nlohmann::ordered_json made_of;
        for (const auto& [composition, count] : rate.made_of) made_of[to_string(composition, rate.threads)] = count;
        json["rates"].push_back({{"variant", rate.variant->name},
                                 {"level", rate.level},
                                 {"threads", rate.threads},
                                 {"delivered", rate.delivered},
                                 {"size", rate.size},
                                 {"runs", rate.runs()},
                                 {"wrong", rate.wrong()},
                                 {"low", interval.low},
                                 {"high", interval.high},
                                 {"right", rate.right},
                                 {"answers", answers},
                                 {"made_of", made_of}});
    }
    return json.dump(1) + '\n';
}

}  // namespace reductions
