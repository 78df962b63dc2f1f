// The interleaving player: a button for each thread, and a table of the steps so far. Every state is looked up in the
// table that race_step wrote; nothing is computed here.
"use strict";

function element(name, text = "", attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
}

function play(player) {
    const { states, term, right_total: right } = JSON.parse(player.querySelector("script").textContent);
    const shown = (value) => (value === null ? "–" : String(value));
    let schedule = "";

    player.append(element("p", `Each thread adds ${term} to one total; ${right} is right. Which thread runs next?`));
    const buttons = element("div", "", { class: "player-buttons" });
    const threads = [0, 1].map((thread) => {
        const button = element("button", "", { type: "button" });
        button.addEventListener("click", () => go(schedule + thread));
        return button;
    });
    const back = element("button", "Undo", { type: "button" });
    back.addEventListener("click", () => go(schedule.slice(0, -1)));
    const again = element("button", "Start again", { type: "button" });
    again.addEventListener("click", () => go(""));
    buttons.append(...threads, back, again);

    const table = element("table");
    table.append(element("caption", "The steps so far"));
    const head = element("tr");
    for (const title of ["step", "thread 0", "thread 1", "register 0", "register 1", "total"]) {
        head.append(element("th", title, { scope: "col" }));
    }
    table.append(element("thead"), element("tbody"));
    table.tHead.append(head);
    const scrolls = element("div", "", { class: "player-table" });
    scrolls.append(table);
    const end = element("p", "", { class: "player-end", role: "status" });
    player.append(buttons, scrolls, end);

    function row(count) {
        const state = states[schedule.slice(0, count)];
        const step = element("tr");
        const thread = Number(schedule[count - 1]);
        const taken = count ? states[schedule.slice(0, count - 1)].threads[thread].next : "";
        const cells = [count || "", ...[0, 1].map((each) => (count && each === thread ? taken : "")),
            ...state.threads.map((each) => shown(each.register)), state.total];
        for (const cell of cells) step.append(element("td", cell));
        return step;
    }

    function go(next) {
        schedule = next;
        const state = states[schedule];
        table.tBodies[0].replaceChildren(...Array.from({ length: schedule.length + 1 }, (_, count) => row(count)));
        for (const thread of [0, 1]) {
            const { next: step, code } = state.threads[thread];
            threads[thread].disabled = step === "done";
            threads[thread].textContent = `Thread ${thread}: ${step === "done" ? "done" : `${step}, ${code}`}`;
        }
        back.disabled = again.disabled = schedule === "";
        end.textContent = (state.explanation ?? []).join(" ");
        end.className = "player-end" + ("right" in state ? (state.right ? " right" : " wrong") : "");
    }
    go("");
}

document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".player").forEach(play));
