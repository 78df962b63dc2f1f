#!/usr/bin/python3
"""Checks the report page in a browser:   page_test.py PAGE

Opens the page in headless Chromium with the widths of a desktop and of a phone, in light and dark colours, and checks
what its readers rely on. Saves screenshots next to the page as page-WIDTH-SCHEME.png.
"""

import sys
from pathlib import Path

from browser import Verdicts, browser, open_page, save_screenshot

FIGURES = ["time-and-memory", "time-per-element", "more-threads", "share-of-read-speed", "schedules",
           "wrong-values"]
FIGURES_OF_PEERS = ["python-beside-cpp", "alternatives"]
WIDTHS = (1280, 360)
SCHEMES = ("light", "dark")
SMALLEST_TEXT = 10  # pixels

# For each figure: its visible drawings and their sizes, its caption, and the positions of its texts.
LOOK_AT_FIGURES = """
return [...document.querySelectorAll('figure')].map(figure => {
    const seen = [...figure.querySelectorAll('svg')].filter(svg => svg.getBoundingClientRect().width > 0);
    const frames = seen.map(svg => svg.getBoundingClientRect());
    const texts = seen.flatMap(svg => [...svg.querySelectorAll('text')].map(text => {
        const box = text.getBoundingClientRect();
        const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return {text: text.textContent, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
                size: parseFloat(getComputedStyle(text).fontSize) * scale};
    }));
    return {
        identity: figure.id,
        frames: frames.map(({left, right, top, bottom, width, height}) => ({left, right, top, bottom, width, height})),
        texts: texts,
        caption: figure.querySelector('figcaption')?.textContent.trim() ?? '',
        rows: figure.parentElement.querySelectorAll('table tbody tr').length,
    };
});
"""


def overlapping(texts):
    """Pairs of texts that overlap by more than a pixel."""
    return [f"'{one['text']}' and '{other['text']}'" for index, one in enumerate(texts) for other in texts[:index]
            if min(one["right"], other["right"]) - max(one["left"], other["left"]) > 1
            and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 3]


def outside(figure):
    """Texts that extend beyond their drawing."""
    frame = figure["frames"][0]
    return [text["text"] for text in figure["texts"] if text["left"] < frame["left"] - 1
            or text["right"] > frame["right"] + 1 or text["top"] < frame["top"] - 1
            or text["bottom"] > frame["bottom"] + 1]


def check_figure(verdicts, name, figure):
    sizes = [(frame["width"], frame["height"]) for frame in figure["frames"]]
    verdicts.expect(len(sizes) == 1 and min(sizes[0]) > 0, f"{name}: one drawing is visible", str(sizes))
    verdicts.expect(figure["caption"], f"{name}: has a caption")
    verdicts.expect(figure["rows"] > 0, f"{name}: has a table with rows")
    if not sizes:
        return
    small = {text["text"] for text in figure["texts"] if text["size"] < SMALLEST_TEXT}
    verdicts.expect(figure["texts"] and not small, f"{name}: text has at least {SMALLEST_TEXT} pixels", str(small))
    verdicts.expect(not overlapping(figure["texts"]), f"{name}: no texts overlap",
                    "; ".join(overlapping(figure["texts"])))
    verdicts.expect(not outside(figure), f"{name}: no text is cut off", "; ".join(outside(figure)))


def check(driver, page, width, scheme, verdicts):
    """Checks the page with one width and one colour scheme; returns the colours of text and paper."""
    address = page.as_uri()
    requests, console = open_page(driver, address, width, scheme)
    where = f"{width} {scheme}"
    verdicts.expect(requests.count(address) == 1, f"{where}: the page is loaded")
    others = [url for url in requests if url != address and not url.startswith("data:")]
    verdicts.expect(not others, f"{where}: nothing else is loaded", ", ".join(others))
    verdicts.expect(not console, f"{where}: the console is silent", "; ".join(console))
    needed = driver.execute_script("return document.documentElement.scrollWidth")
    verdicts.expect(needed <= width, f"{where}: the page is no wider than the window", f"{needed} pixels")
    repeated = driver.execute_script("const ids = [...document.querySelectorAll('[id]')].map(element => element.id);"
                                     "return ids.filter((id, index) => ids.indexOf(id) !== index)")
    verdicts.expect(not repeated, f"{where}: every id is unique", ", ".join(repeated))
    figures = driver.execute_script(LOOK_AT_FIGURES)
    expected = FIGURES + (FIGURES_OF_PEERS if page.with_name("peers.json").exists() else [])
    found = [figure["identity"] for figure in figures]
    verdicts.expect(found == expected, f"{where}: the figures are {', '.join(expected)}", ", ".join(found))
    for figure in figures:
        check_figure(verdicts, f"{where}: {figure['identity']}", figure)
    save_screenshot(driver, page.with_name(f"page-{width}-{scheme}.png"))
    return driver.execute_script(
        "const label = document.querySelector('figure svg text');"
        "return [getComputedStyle(document.querySelector('figcaption') ?? document.body).color,"
        " getComputedStyle(document.documentElement).backgroundColor, label && getComputedStyle(label).fill]")


def main():
    if len(sys.argv) != 2:
        print("usage: page_test.py PAGE", file=sys.stderr)
        return 2
    page = Path(sys.argv[1]).resolve()
    verdicts = Verdicts()
    driver = browser()
    try:
        for width in WIDTHS:
            light, dark = (check(driver, page, width, scheme, verdicts) for scheme in SCHEMES)
            for what, in_light, in_dark in zip(("text", "paper", "the drawings' text"), light, dark):
                verdicts.expect(in_light != in_dark, f"{width}: {what} changes its colour in dark mode", str(in_dark))
    finally:
        driver.quit()
    print(f"{verdicts.passed} passed, {verdicts.failed} failed")
    return 1 if verdicts.failed else 0


if __name__ == "__main__":
    sys.exit(main())
