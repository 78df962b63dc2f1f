// Makes the buttons of Furo's theme work. Furo's page reads the choice itself, before it is drawn.
"use strict";

function nextTheme(current) {
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
    const order = isDark ? ["auto", "light", "dark"] : ["auto", "dark", "light"];
    return order[(order.indexOf(current) + 1) % order.length];
}

document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.classList.remove("no-js");
    for (const button of document.querySelectorAll(".theme-toggle")) {
        button.addEventListener("click", () => {
            const theme = nextTheme(document.body.dataset.theme);
            document.body.dataset.theme = theme;
            localStorage.setItem("theme", theme);
        });
    }
});
