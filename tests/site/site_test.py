#!/usr/bin/python3
"""Checks the site as its readers use it:   site_test.py SITE RACE_STEP

Every link and image leads to something. In headless Chromium, with the widths of a desktop and of a phone, in light or
dark colours, each page loads without an error and without a request to anywhere, is no wider than the window, and can
be read: headings in order, labels, contrast. Then it walks through a lesson: predicts with the keyboard, sees what
follows, comes back, loses an update in the player, reads the slides, and searches. Saves screenshots as
SITE-shots/NAME-WIDTH-SCHEME.png.
"""

import html.parser
import json
import subprocess
import sys
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "page"))

from browser import Verdicts, browser, open_page, save_screenshot  # noqa: E402
from selenium.common.exceptions import TimeoutException  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.support.wait import WebDriverWait  # noqa: E402

# Width and colour scheme; most pages are looked at in the first two ways.
LOOKS = ((1200, "dark"), (390, "light"), (1200, "light"), (390, "dark"))
LESSON = "course/03-lost-update"

# Texts whose contrast with their background is below what WCAG 2 asks for (level AA). Disabled controls are exempt.
LOW_CONTRAST = """
const channels = colour => (colour.match(/[\\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
const linear = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
function background(element) {
    for (; element; element = element.parentElement) {
        const colour = channels(getComputedStyle(element).backgroundColor);
        if (colour.length < 4 || colour[3] > 0.5) return colour;
    }
    return [255, 255, 255];
}
const found = new Map();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim(), element = walker.currentNode.parentElement;
    const unread = 'script, style, noscript, svg, :disabled, .visually-hidden';
    if (!text || !element.checkVisibility() || element.closest(unread)) continue;
    const style = getComputedStyle(element);
    const [one, other] = [luminance(channels(style.color)), luminance(background(element))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize), large = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
    const ratio = (one + 0.05) / (other + 0.05);
    if (ratio < (large ? 3 : 4.5)) {
        found.set(`${element.className} ${style.color}`, `'${text.slice(0, 20)}' ${ratio.toFixed(1)}`);
    }
}
return [...found.values()];
"""

# What a screen reader would stumble over.
UNREADABLE = """
const problems = [];
const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.tagName[1]));
if (levels.filter(level => level === 1).length !== 1) problems.push('not one h1');
levels.forEach((level, i) => {
    if (i && level > levels[i - 1] + 1) problems.push(`h${levels[i - 1]} is followed by h${level}`);
});
for (const image of document.querySelectorAll('img')) {
    if (!image.alt) problems.push(`no alternative text: ${image.src}`);
}
for (const control of document.querySelectorAll('button, input, textarea, a[href], summary')) {
    const name = control.getAttribute('aria-label') ?? control.title + control.textContent + (control.placeholder ?? '')
        + [...(control.labels ?? [])].map(label => label.textContent).join('');
    if (control.checkVisibility() && !name.trim()) problems.push(`no name: ${control.outerHTML.slice(0, 80)}`);
}
if (!document.documentElement.lang) problems.push('no language');
const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) problems.push(`the id ${id} is there twice`);
return problems;
"""


class Links(html.parser.HTMLParser):
    """The addresses that a page names, and the places in it that links may lead to."""

    def __init__(self, path):
        super().__init__()
        self.addresses, self.places = set(), {""}
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value:
                self.addresses.add(value)
            elif name == "id":
                self.places.add(value)


def check_links(site, pages, verdicts):
    found = {page: Links(page) for page in pages}
    for page, links in found.items():
        for address in sorted(links.addresses):
            parts = urllib.parse.urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = page.parent / urllib.parse.unquote(parts.path) if parts.path else page
            target = target.resolve()
            where = f"{page.relative_to(site)}: the link to {address}"
            verdicts.expect(target.is_file() and target.is_relative_to(site), f"{where} leads to a file of the site")
            if target in found:
                place = urllib.parse.unquote(parts.fragment)
                verdicts.expect(place in found[target].places, f"{where} leads to a place in it")


def check_page(driver, site, page, width, scheme, verdicts):
    requests, console = open_page(driver, page.as_uri(), width, scheme)
    where = f"{page.relative_to(site)} {width} {scheme}"
    verdicts.expect(page.as_uri() in requests, f"{where}: the page is loaded")
    others = [url for url in requests if not url.startswith((site.as_uri(), "data:"))]
    verdicts.expect(not others, f"{where}: nothing is loaded from elsewhere", ", ".join(others))
    verdicts.expect(not console, f"{where}: the console is silent", "; ".join(console))
    needed = driver.execute_script("return document.documentElement.scrollWidth")
    verdicts.expect(needed <= width, f"{where}: the page is no wider than the window", f"{needed} pixels")
    low = driver.execute_script(LOW_CONTRAST)
    verdicts.expect(not low, f"{where}: text can be read", "; ".join(low))
    problems = driver.execute_script(UNREADABLE)
    verdicts.expect(not problems, f"{where}: it can be read aloud", "; ".join(problems))
    return driver.execute_script("return getComputedStyle(document.body).backgroundColor")


def focus_by_tab(driver, wanted):
    """Presses Tab until an element with this selector has the focus; returns whether that happened."""
    for _ in range(200):
        if driver.execute_script("return document.activeElement.matches(arguments[0])", wanted):
            return True
        driver.switch_to.active_element.send_keys(Keys.TAB)
    return False


def predict(driver, site, verdicts):
    """Makes the lesson's prediction with the keyboard alone."""
    address = (site / f"{LESSON}.html").as_uri()
    driver.get(address)
    driver.execute_script("localStorage.clear()")
    driver.get(address)

    def revealed():
        return all(after.is_displayed() for after in driver.find_elements(By.CSS_SELECTOR, ".after-prediction"))

    verdicts.expect(driver.find_elements(By.CSS_SELECTOR, ".after-prediction"), "the lesson has a part to reveal")
    verdicts.expect(not revealed(), "what follows the prediction is hidden")
    verdicts.expect(focus_by_tab(driver, ".prediction [type=radio]"), "Tab reaches the choices")
    driver.switch_to.active_element.send_keys(Keys.SPACE)
    verdicts.expect(focus_by_tab(driver, ".prediction textarea"), "Tab reaches the reason")
    driver.switch_to.active_element.send_keys("   ")
    verdicts.expect(focus_by_tab(driver, ".prediction button"), "Tab reaches the button")
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    verdicts.expect(not revealed(), "a prediction without a reason reveals nothing")
    reason = driver.find_element(By.CSS_SELECTOR, ".prediction textarea")
    reason.send_keys("I guess <b>so</b>")
    driver.find_element(By.CSS_SELECTOR, ".prediction button").send_keys(Keys.ENTER)
    verdicts.expect(revealed(), "the prediction reveals what follows")
    verdicts.expect(driver.find_elements(By.CSS_SELECTOR, ".prediction textarea:disabled"),
                    "the prediction cannot be changed")
    driver.get((site / "index.html").as_uri())
    driver.get(address)
    verdicts.expect(revealed(), "the browser remembers the prediction")
    verdicts.expect(driver.find_element(By.CSS_SELECTOR, ".prediction textarea").get_property("value")
                    == "I guess <b>so</b>", "the browser remembers the reason")


def play(driver, site, race_step, verdicts):
    """Plays all schedules with the keyboard. What the player says at the end is what race_step says."""
    printed = subprocess.run([race_step, "--json"], check=True, capture_output=True, text=True).stdout
    states = json.loads(printed)["states"]
    schedules = [schedule for schedule, state in states.items() if "right" in state]
    verdicts.expect(len(schedules) == 20, "there are 20 schedules", str(len(schedules)))
    driver.get((site / f"{LESSON}.html").as_uri())
    threads = driver.find_elements(By.CSS_SELECTOR, ".player-buttons button")
    for schedule in schedules:
        for thread in schedule:
            threads[int(thread)].send_keys(Keys.ENTER)
        end = driver.find_element(By.CSS_SELECTOR, ".player-end")
        verdicts.expect(end.text.split() == " ".join(states[schedule]["explanation"]).split() and end.text,
                        f"{schedule}: the player explains it", end.text)
        verdicts.expect(("right" in end.get_attribute("class").split()) == states[schedule]["right"],
                        f"{schedule}: the player judges it")
        last = driver.find_elements(By.CSS_SELECTOR, ".player tbody tr:last-child td")[-1].text
        verdicts.expect(last == str(states[schedule]["total"]), f"{schedule}: the player shows the total", last)
        threads[3].send_keys(Keys.ENTER)
    threads[0].send_keys(Keys.ENTER)
    threads[2].send_keys(Keys.ENTER)
    verdicts.expect(len(driver.find_elements(By.CSS_SELECTOR, ".player tbody tr")) == 1, "a step can be undone")


def lecture(driver, site, verdicts):
    """Goes through the slides with the keyboard."""
    driver.get((site / f"{LESSON}-slides.html").as_uri())
    count = len(driver.find_elements(By.CSS_SELECTOR, ".slide"))
    verdicts.expect(count >= 6, "the lesson has slides", str(count))

    def shown():
        slides = driver.find_elements(By.CSS_SELECTOR, ".slide")
        return [number for number, slide in enumerate(slides, start=1) if slide.is_displayed()]

    body = driver.find_element(By.TAG_NAME, "body")
    for number in range(1, count + 1):
        verdicts.expect(shown() == [number], f"slide {number} is shown alone", str(shown()))
        body.send_keys(Keys.ARROW_RIGHT)
    body.send_keys(Keys.PAGE_UP)
    verdicts.expect(shown() == [count - 1], "Page Up goes back", str(shown()))
    hints = driver.find_elements(By.CSS_SELECTOR, ".slide details")
    verdicts.expect(not hints, "the slides do not show the hints")


def search(driver, site, verdicts):
    """One search finds lessons, variants and background."""

    def results():
        return driver.execute_script(
            "return [...document.querySelectorAll('#search-results li a')].map(link => link.href)")

    for words, page in (("false sharing", "variants/partials"), ("lost update", "races"),
                        ("neumaier", "variants/accurate"), ("predict", "course/")):
        driver.get((site / "search.html").as_uri() + "?" + urllib.parse.urlencode({"q": words}))
        try:  # the results appear one after the other
            WebDriverWait(driver, 30).until(lambda _: any(page in address for address in results()))
        except TimeoutException:
            pass
        verdicts.expect(any(page in address for address in results()), f"a search for '{words}' finds {page}",
                        ", ".join(results()))


def change_theme(driver, site, verdicts):
    driver.get((site / "index.html").as_uri())
    colour = "return getComputedStyle(document.body).backgroundColor"
    before = driver.execute_script(colour)
    driver.execute_script("document.querySelector('.theme-toggle-content button').click()")
    chosen = driver.execute_script(colour)
    verdicts.expect(before != chosen, "the button changes the theme")
    driver.get((site / f"{LESSON}.html").as_uri())
    verdicts.expect(driver.execute_script(colour) == chosen, "the next page has the chosen theme")
    driver.execute_script("localStorage.clear()")


def main():
    if len(sys.argv) != 3:
        print("usage: site_test.py SITE RACE_STEP", file=sys.stderr)
        return 2
    site = Path(sys.argv[1]).resolve()
    shots = site.with_name(site.name + "-shots")
    shots.mkdir(exist_ok=True)
    verdicts = Verdicts()
    pages = sorted(site.rglob("*.html"))
    check_links(site, pages, verdicts)
    written = [page for page in pages if "source" not in page.relative_to(site).parts]
    written += [page for page in pages if "source" in page.relative_to(site).parts][:: 40]
    driver = browser()
    try:
        for page in written:
            is_lesson = page.name[:2].isdigit() and not page.name.endswith("-slides.html") or page.name == "index.html"
            papers = {}
            for width, scheme in LOOKS if is_lesson else LOOKS[:2]:
                papers[scheme] = check_page(driver, site, page, width, scheme, verdicts)
                if is_lesson:
                    save_screenshot(driver, shots / f"{page.stem}-{width}-{scheme}.png")
            verdicts.expect(papers["light"] != papers["dark"], f"{page.name}: the paper is dark in the dark theme")
        predict(driver, site, verdicts)
        play(driver, site, sys.argv[2], verdicts)
        lecture(driver, site, verdicts)
        search(driver, site, verdicts)
        change_theme(driver, site, verdicts)
    finally:
        driver.quit()
    print(f"{len(pages)} pages: {verdicts.passed} passed, {verdicts.failed} failed")
    return 1 if verdicts.failed else 0


if __name__ == "__main__":
    sys.exit(main())
