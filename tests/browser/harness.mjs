// SPDX-License-Identifier: EUPL-1.2
// What a walk needs: people who log in, steps that are counted, pages that are looked at.
//
// Looking at a page takes a picture of it on a desk and on a phone, asks axe about both, and
// minds that nothing has to be scrolled sideways. Meanwhile every page is watched: an error in the
// console, a breach of the content security policy or an answer from 500 up fails the walk.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium } from "playwright-core";

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const PATIENCE = 15_000;
// What `traad demo` prints; the demonstration is no secret.
const PASSWORD = "traad-demo-2026";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function expect(found, wanted) {
  if (found !== wanted) throw new Error(`is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
}

export class Browser {
  static async launch({ address, program: traad, database, screenshots, chromium: executablePath }) {
    const args = [
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    // Chromium refuses its sandbox to root, which is who builds run as.
    if (process.getuid() === 0) args.push("--no-sandbox");
    const program = await chromium.launch({ executablePath, args, headless: true });
    return new Browser({ address, screenshots, program, traad, database });
  }

  constructor({ address, screenshots, program, traad, database }) {
    Object.assign(this, { address, screenshots, program, traad, database });
  }

  async walk(name, run) {
    const walk = new Walk(this);
    console.log(`walk: ${name}`);
    try {
      await run(walk);
    } catch (error) {
      // The step that failed has said so already; anything else is a failure of its own.
      if (error !== walk.failure) walk.fail("between the steps", error);
    } finally {
      await walk.close();
    }
    return walk.result;
  }

  async close() {
    await this.program.close();
  }
}

class Walk {
  constructor(browser) {
    this.browser = browser;
    this.people = [];
    this.result = { passed: 0, failed: 0 };
  }

  // One thing that is done or seen. It counts as one test; when it fails the walk ends.
  async step(what, act) {
    try {
      const value = await act();
      const noise = this.people.flatMap((person) => person.noise.splice(0));
      if (noise.length > 0) throw new Error(noise.join("\n"));
      this.result.passed += 1;
      console.log(`  ok: ${what}`);
      return value;
    } catch (error) {
      this.fail(what, error);
      throw error;
    }
  }

  fail(what, error) {
    this.failure = error;
    this.result.failed += 1;
    console.log(`  FAILED: ${what}: ${error.message}`);
  }

  // A person at a browser of their own. With `script: false` nothing of ours runs in it.
  async person({ script = true, language = "da-DK" } = {}) {
    const context = await this.browser.program.newContext({
      baseURL: this.browser.address,
      javaScriptEnabled: script,
      locale: language,
      timezoneId: "Europe/Copenhagen",
      viewport: DESK,
    });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    const person = new Person(this.browser, context, page);
    this.people.push(person);
    return person;
  }

  async logIn(username, options) {
    const person = await this.person(options);
    await this.step(`${username} logs in`, () => person.logIn(username));
    return person;
  }

  async close() {
    await Promise.all(this.people.map((person) => person.context.close()));
  }
}

class Person {
  constructor(browser, context, page) {
    Object.assign(this, { browser, context, page, noise: [], refusals: false, used: null });
    page.on("pageerror", (error) => this.noise.push(`script error: ${error.message}`));
    page.on("console", (message) => {
      // The status of a page that was refused on purpose is reported here as well.
      const expected = this.refusals && message.text().includes("Failed to load resource");
      if (message.type() === "error" && !expected) this.noise.push(`console: ${message.text()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 500) this.noise.push(`${response.status()} for ${response.url()}`);
    });
  }

  async logIn(username, password = PASSWORD) {
    await this.page.goto("/log-ind");
    await this.page.fill("main [autocomplete=username]", username);
    await this.page.fill("main [type=password]", password);
    await this.submit();
    if (new URL(this.page.url()).pathname === "/log-ind") {
      throw new Error(`${username} was not let in: ${await this.text("main")}`);
    }
  }

  // What it takes to do something: fields touched, clicks, and seconds of the script, which types at once.
  async effort(act) {
    this.used = { fields: new Set(), clicks: 0 };
    const from = Date.now();
    await act();
    const { fields, clicks } = this.used;
    this.used = null;
    return { fields: fields.size, clicks, seconds: (Date.now() - from) / 1000 };
  }

  // Fills in fields by name, in the order given, since an answer may open the next question. A list of
  // words ticks several boxes; `null` takes a tick away.
  async fill(fields) {
    for (const [name, value] of Object.entries(fields)) {
      this.used?.fields.add(name);
      const field = this.page.locator(`main [name="${name}"]`);
      const kind = await field.first().evaluate((element) => element.type);
      if (kind === "radio" || kind === "checkbox") {
        for (const word of value === null ? [] : [value].flat()) await this.#tick(name, word, true);
        if (value === null) await this.#tick(name, "ja", false);
      } else if (kind === "select-one") {
        await field.first().selectOption(value);
      } else {
        await field.first().fill(value);
      }
    }
  }

  // The design system hides the control itself, so the label is what a person presses.
  async #tick(name, value, wanted) {
    const control = this.page.locator(`main [name="${name}"][value="${value}"]`);
    if ((await control.isChecked()) === wanted) return;
    if (this.used) this.used.clicks += 1;
    await this.page.locator(`label[for="${await control.getAttribute("id")}"]`).click();
  }

  async value(name) {
    return this.page.locator(`main [name="${name}"]`).first().inputValue();
  }

  // Presses the button of the form in the middle of the page, or the one that matches.
  async submit(button = "main form button[type=submit]") {
    await this.go(this.page.locator(button).first());
  }

  // Follows a link or presses a button, and waits for the page it leads to.
  async go(target) {
    const locator = typeof target === "string" ? this.page.locator(target).first() : target;
    if (this.used) this.used.clicks += 1;
    await Promise.all([this.page.waitForEvent("load"), locator.click()]);
  }

  // Finds a pathway by a name and opens it; gives its address.
  async open(name) {
    await this.page.goto("/");
    await this.page.fill('form.search input[name="q"]', name);
    await this.submit("form.search button");
    await this.go('main a[href^="/forloeb/"]');
    return this.path();
  }

  // Does something that must be refused with a status from 400 to 499.
  async refused(act) {
    const answers = [];
    const listen = (response) => {
      if (response.request().isNavigationRequest()) answers.push(response.status());
    };
    this.page.on("response", listen);
    this.refusals = true;
    try {
      await act();
    } finally {
      this.page.off("response", listen);
      this.refusals = false;
    }
    const status = answers.at(-1);
    if (!(status >= 400 && status < 500)) throw new Error(`was not refused but answered ${status}`);
    return status;
  }

  path() {
    return new URL(this.page.url()).pathname;
  }

  // How many bytes it takes to see a page for the first time.
  async weigh(path) {
    const context = await this.browser.program.newContext({
      baseURL: this.browser.address,
      storageState: await this.context.storageState(),
    });
    const page = await context.newPage();
    const requests = [];
    page.on("requestfinished", (request) => requests.push(request));
    await page.goto(path, { waitUntil: "networkidle" });
    const sizes = await Promise.all(requests.map((request) => request.sizes()));
    await context.close();
    return sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
  }

  async text(selector) {
    return (await this.page.locator(selector).first().innerText()).trim();
  }

  async see(words, selector = "main") {
    const text = await this.text(selector);
    for (const word of [words].flat()) {
      if (!text.includes(word)) throw new Error(`does not say “${word}” but: ${text}`);
    }
  }

  async seeNot(words, selector = "body") {
    const text = await this.text(selector);
    for (const word of [words].flat()) {
      if (text.includes(word)) throw new Error(`says “${word}”`);
    }
  }

  async look(name) {
    for (const [device, viewport] of Object.entries({ desk: DESK, phone: PHONE })) {
      await this.page.setViewportSize(viewport);
      const path = join(this.browser.screenshots, `${name}-${device}.png`);
      await this.page.screenshot({ path, fullPage: true });
      await this.#isAccessible(device);
      const wider = await this.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wider > 0) throw new Error(`on a ${device} the page is ${wider} px too wide`);
    }
    await this.page.setViewportSize(DESK);
  }

  // As it comes out of a printer.
  async print(name) {
    const path = join(this.browser.screenshots, `${name}.pdf`);
    await this.page.pdf({ path, format: "A4", landscape: true });
  }

  async #isAccessible(device) {
    // Evaluated rather than added as a script, which the content security policy forbids.
    await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate(
      (values) => globalThis.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
      RULES,
    );
    const told = violations.map(
      ({ id, help, nodes }) => `${id} (${help}) at ${nodes.slice(0, 3).map((n) => n.target).join(", ")}`,
    );
    if (told.length > 0) throw new Error(`axe on a ${device}: ${told.join("; ")}`);
  }
}
