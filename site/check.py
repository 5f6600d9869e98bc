#!/usr/bin/env python3
"""check.py SITE: looks at every page of the site in Chromium, from disk, as on a phone and as on a desk.

Says what it found wrong; that it would find it is shown first with a page in which all of it is wrong. What
is missing for it is a skip, which CSECRETS_NO_SKIPS=1 makes a failure."""
import os
import shutil
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote, urldefrag

PHONE, DESK = (390, 844), (1280, 900)
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
QUIET = ["headless", "no-sandbox", "disable-gpu", "disable-quic", "no-first-run", "disable-background-networking",
         "disable-component-update", "disable-sync"]

ANCHORS = """return [[...document.links].map((a) => a.href), [...document.querySelectorAll('[id]')].map((e) => e.id),
    [...document.images].filter((i) => i.naturalWidth === 0).map((i) => i.src)];"""

# What sticks out of the screen, but for what scrolls in itself.
WIDE = """const width = document.documentElement.clientWidth;
const scrolls = (e) => e && e !== document.body && (['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX)
    || scrolls(e.parentElement));
const out = [...document.querySelectorAll('body *')].filter((e) => !e.closest('.skip') &&
    e.getBoundingClientRect().right > width + 1 && !scrolls(e.parentElement));
return [document.documentElement.scrollWidth - width, out.slice(0, 3).map((e) => e.outerHTML.slice(0, 80))];"""

# Text whose contrast with what is behind it is below that of WCAG 2, level AA.
FAINT = """const parse = (c) => c.match(/[\\d.]+/g).map(Number);
const light = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
const behind = (e) => {
    for (; e; e = e.parentElement) {
        const c = parse(getComputedStyle(e).backgroundColor);
        if (c.length < 4 || c[3] > 0) return c;
    }
    return [255, 255, 255];
};
const faint = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let texts = 0;
while (walk.nextNode()) {
    const e = walk.currentNode.parentElement, style = getComputedStyle(e);
    if (!walk.currentNode.data.trim() || ['SCRIPT', 'STYLE'].includes(e.tagName) || !e.getClientRects().length) continue;
    texts++;
    const [a, b] = [light(parse(style.color)), light(behind(e))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize), large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if ((a + .05) / (b + .05) < (large ? 3 : 4.5)) faint.push(walk.currentNode.data.trim().slice(0, 40));
}
return [texts, [...new Set(faint)].slice(0, 3)];"""


def skip(why):
    print(f"SKIPPED check-site: {why}")
    print("0 passed, 0 failed, 1 skipped")
    sys.exit(1 if os.environ.get("CSECRETS_NO_SKIPS") else 0)


def browser():
    from selenium import webdriver
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for option in QUIET:
        options.add_argument(f"--{option}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))


class Look:
    def __init__(self, driver):
        self.driver = driver
        self.ids, self.links, self.texts = {}, [], 0

    def screen(self, size, scheme="light"):
        width, height = size
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": size == PHONE})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme}]})

    def page(self, path):
        """What is wrong with a page, but for its links."""
        wrong = []
        self.screen(PHONE)
        self.driver.get(path.as_uri())
        over, elements = self.driver.execute_script(WIDE)
        if over > 0 or elements:
            wrong.append(f"wider than {PHONE[0]} px by {over}: {elements}")
        for size, scheme in ((PHONE, "dark"), (DESK, "dark"), (DESK, "light")):
            self.screen(size, scheme)
            texts, faint = self.driver.execute_script(FAINT)
            self.texts += texts
            if faint or texts == 0:
                wrong.append(f"too faint when it is {scheme}: {faint}")
        links, ids, lost = self.driver.execute_script(ANCHORS)
        self.ids[path.as_uri()] = set(ids)
        self.links += [(path.name, *urldefrag(link)) for link in links]
        wrong += [f"no image {source}" for source in lost]
        wrong += [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        return [f"{path.name}: {fault}" for fault in wrong]

    def broken(self):
        """Links that lead to no page, or to no place in it."""
        inside = [link for link in self.links if link[1].startswith("file:")]
        return [f"{page}: no {Path(unquote(place)).name}#{anchor}" for page, place, anchor in dict.fromkeys(inside)
                if place not in self.ids or (anchor and unquote(anchor) not in self.ids[place])]

    def search(self, site, words):
        """What a search shows, and where Enter leads to."""
        from selenium.webdriver.common.by import By
        from selenium.webdriver.common.keys import Keys
        self.screen(DESK)
        self.driver.get((site / "index.html").as_uri())
        self.driver.find_element(By.TAG_NAME, "body").send_keys("/")
        query = self.driver.switch_to.active_element
        query.send_keys(words)
        shown = [item.text for item in self.driver.find_elements(By.CSS_SELECTOR, "#found li")]
        query.send_keys(Keys.ENTER)
        return shown, self.driver.current_url.rsplit("/", 1)[1]


WRONG = """<!doctype html><meta name=viewport content="width=device-width"><body style="background:#fff">
<p style="color:#bbb">faint</p><p style="width:500px">wide</p><a href="nowhere.html">lost</a>
<a href="#nowhere">lost</a><img src="none.png" alt=""><script>nothing();</script>"""


def control(look):
    """All that is wrong with a page in which it is."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "wrong.html"
        page.write_text(WRONG)
        said = "\n".join(look.page(page) + look.broken())
    expected = ["wider than", "faint when it is light", "no nowhere.html", "no wrong.html#nowhere", "no image",
                "nothing is not defined"]
    return [f"the control does not show: {fault}" for fault in expected if fault not in said]


def searches(look, site, functions):
    wrong = []
    for name in functions:
        shown, address = look.search(site, name)
        if not shown or not shown[0].startswith(f"{name}()") or not address.endswith(f"#{name}"):
            wrong.append(f"search: {name} leads to {address}, and shows {shown[:1]}")
    for words, page in (("webhook", "hmac"), ("CSECRETS_ERR_WEAK", "csecrets_strerror.3.html#CSECRETS_ERR_WEAK")):
        shown, address = look.search(site, words)
        if page not in address + " ".join(shown):
            wrong.append(f"search: {words} leads to {address}")
    shown, address = look.search(site, "zzqx")
    if shown != ["Nothing has these words"] or address != "index.html":
        wrong.append(f"search: what is nowhere shows {shown}")
    return wrong


def main():
    site = Path(sys.argv[1]).resolve()
    try:
        import selenium  # noqa: F401
    except ModuleNotFoundError:
        skip("no selenium for Python: pip install -r site/requirements.txt")
    if not CHROMIUM or not DRIVER:
        skip("no chromium with chromedriver (Debian: chromium, chromium-driver)")
    functions = (Path(__file__).resolve().parents[1] / "tests/abi/symbols.txt").read_text().split()
    driver = browser()
    try:
        wrong = control(Look(driver))
        look = Look(driver)
        pages = sorted(site.glob("*.html"))
        for page in pages:
            wrong += look.page(page)
        wrong += look.broken() + searches(look, site, functions)
    finally:
        driver.quit()
    print("\n".join(wrong))
    links = sum(place.startswith("file:") for _, place, _ in look.links)
    print(f"site: {len(pages)} pages, {links} links within, {look.texts} texts in dark and light,"
          f" {len(functions)} functions searched; of a page with 6 faults all are seen")
    # A page is a check, and so are the control and the search.
    failed = len({fault.split(":")[0] for fault in wrong})
    print(f"{len(pages) + 2 - failed} passed, {failed} failed")
    sys.exit(bool(wrong))


main()
