"""Opens pages in headless Chromium, for the tests of the report page and of the site."""

import base64
import json
import os
import shutil

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service


class Verdicts:
    """Counts the checks and prints a line for each failure."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def expect(self, holds, what, found=""):
        if holds:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED  {what}{': ' if found else ''}{found}")


def browser():
    options = Options()
    options.add_argument("--headless=new")
    options.add_argument("--hide-scrollbars")  # on a phone, scrollbars take no space
    options.add_argument("--disable-dev-shm-usage")  # it is small in containers
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")  # Chromium refuses to start a sandbox as root
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(service=Service(shutil.which("chromedriver")), options=options)


def open_page(driver, address, width, scheme):
    """Loads the page; returns the requested addresses and the console's messages."""
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                           {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False})
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                           {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
    driver.get("about:blank")
    driver.get_log("performance")
    driver.get(address)
    driver.execute_script("document.querySelectorAll('details').forEach(details => details.open = true)")
    messages = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    requests = [message["params"]["request"]["url"] for message in messages
                if message["method"] == "Network.requestWillBeSent"]
    return requests, [entry["message"] for entry in driver.get_log("browser")]


def save_screenshot(driver, path):
    driver.execute_script("document.querySelectorAll('details').forEach(details => details.open = false)")
    picture = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
    path.write_bytes(base64.b64decode(picture["data"]))
