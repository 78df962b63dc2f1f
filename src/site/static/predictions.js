// The predictions of a lesson: keeps them in this browser, and shows what follows a prediction once it is made.
"use strict";

const remembered = {
    key: (lesson) => `prediction of ${lesson}`,
    read(lesson) {
        try {
            return JSON.parse(localStorage.getItem(this.key(lesson)));
        } catch {
            return null;
        }
    },
    // Without storage, a prediction lasts as long as the page.
    write(lesson, prediction) {
        try {
            localStorage.setItem(this.key(lesson), JSON.stringify(prediction));
        } catch {}
    },
};

function show(form, prediction) {
    const { lesson, expected } = form.dataset;
    for (const after of document.querySelectorAll(`.after-prediction[data-lesson="${lesson}"]`)) {
        after.hidden = prediction === null;
    }
    form.querySelector("fieldset").disabled = prediction !== null;
    const message = form.querySelector(".recorded");
    message.textContent = "";
    if (prediction === null) return;
    form.elements.choice.value = prediction.choice;
    form.elements.reason.value = prediction.reason;
    message.textContent = "Recorded in this browser. " +
        (prediction.choice === expected ? "You expect what the lesson expects." :
            `The lesson expects: ${form.querySelector(`label[for="choice-${lesson}-${expected}"]`).textContent.trim()}.`) +
        " Run it and see.";
}

document.addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form.prediction")) {
        const { lesson } = form.dataset;
        show(form, remembered.read(lesson));
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            const prediction = { choice: form.elements.choice.value, reason: form.elements.reason.value.trim() };
            if (!prediction.reason) {
                form.elements.reason.value = "";
                form.reportValidity();
                return;
            }
            remembered.write(lesson, prediction);
            show(form, prediction);
        });
    }
});
