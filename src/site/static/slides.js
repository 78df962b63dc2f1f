// Shows one slide at a time: arrow keys, space, Page Up and Page Down, or the buttons. The address names the slide.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
    const slides = [...document.querySelectorAll(".slide")];
    const [back, next, place] = ["back", "next", "place"].map((id) => document.getElementById(id));
    document.documentElement.classList.add("one-at-a-time");

    function shown() {
        return Math.min(Math.max(Number(location.hash.slice(1)) || 1, 1), slides.length);
    }
    function show() {
        const number = shown();
        slides.forEach((slide, index) => { slide.hidden = index + 1 !== number; });
        place.textContent = `${number} of ${slides.length}`;
        back.disabled = number === 1;
        next.disabled = number === slides.length;
    }
    const go = (step) => { location.hash = String(Math.min(Math.max(shown() + step, 1), slides.length)); };

    back.addEventListener("click", () => go(-1));
    next.addEventListener("click", () => go(1));
    addEventListener("hashchange", show);
    addEventListener("keydown", (event) => {
        if (event.target.matches("input, textarea, button, a, summary") && !event.key.startsWith("Page")) return;
        if (["ArrowRight", "PageDown", " "].includes(event.key)) go(1);
        else if (["ArrowLeft", "PageUp"].includes(event.key)) go(-1);
        else return;
        event.preventDefault();
    });
    show();
});
