import assert from "node:assert/strict";
import test from "node:test";
import { begin, go, heading, newGoal, reload, saved, section, started } from "./support.mjs";

const ground = (page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
/** How bright the page is, from 0 to 1. */
const brightness = async (page) => Number((await ground(page)).match(/^oklch\(([\d.]+)/)[1]);
const theme = (page, name) => page.getByRole("group", { name: "Theme" }).getByRole("radio", { name });

test("the theme changes at once, and stands before anything is drawn on the next visit", async (t) => {
  const { page, tabs } = await begin(t, { colorScheme: "light" });
  await go(page, "#/settings");
  assert.equal(await theme(page, "As the system").isChecked(), true);
  assert.ok((await brightness(page)) > 0.9, await ground(page));
  await theme(page, "Dark").check();
  assert.ok((await brightness(page)) < 0.3, await ground(page));

  // The colour of the page whenever the browser draws, from the very first time on.
  await tabs.addInitScript(() => {
    globalThis.grounds = [];
    const look = () => {
      globalThis.grounds.push(getComputedStyle(document.documentElement).backgroundColor);
      if (globalThis.grounds.length < 30) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await reload(page);
  await heading(page, "Settings");
  assert.ok((await brightness(page)) < 0.3, await ground(page));
  assert.equal(await theme(page, "Dark").isChecked(), true);
  await page.waitForFunction(() => globalThis.grounds.length >= 30);
  assert.deepEqual(await page.evaluate(() => [...new Set(globalThis.grounds)]), [await ground(page)], "it was dark from the first frame on");

  await theme(page, "Light").check();
  assert.ok((await brightness(page)) > 0.9, await ground(page));
  await page.emulateMedia({ colorScheme: "dark" });
  assert.ok((await brightness(page)) > 0.9, "light stays light on a dark system");
  await theme(page, "As the system").check();
  assert.ok((await brightness(page)) < 0.3, "the system is dark");
});

test("single keys lead to places, and switched off they do nothing", async (t) => {
  const { page } = await begin(t);
  const fresh = page.getByRole("dialog", { name: "Write something new" });
  await page.keyboard.press("n");
  await fresh.waitFor();
  await page.keyboard.press("Escape");
  await fresh.waitFor({ state: "hidden" });
  await page.keyboard.press("g");
  await heading(page, "Goals");
  await page.keyboard.press("t");
  await heading(page, "Nothing asks for you today");

  await go(page, "#/settings");
  const box = page.getByRole("checkbox", { name: /^Single keys/ });
  await box.uncheck();
  for (const key of ["n", "g", "?", "/"]) await page.keyboard.press(key);
  // A key with Ctrl still does what it does; whatever the others had done would be there before it.
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search all your notes" }).waitFor();
  assert.equal(await page.locator("dialog[open]").count(), 1);
  await page.keyboard.press("Escape");
  await heading(page, "Settings");
  await reload(page);
  assert.equal(await box.isChecked(), false);
  await page.keyboard.press("n");
  await page.getByRole("button", { name: "Keys", exact: false }).first().click();
  await page.getByRole("dialog", { name: "Keys" }).getByText("Single keys are switched off in the settings.").waitFor();
  assert.equal(await page.locator("dialog[open]").count(), 1);
});

test("the question mark shows the keys, and a letter typed into a field is only a letter", async (t) => {
  const { page } = await begin(t);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.getByText("Undo, outside a text field").waitFor();
  await page.keyboard.press("Escape");
  await keys.waitFor({ state: "hidden" });
  await newGoal(page, "x");
  await page.getByLabel("Why it matters").pressSequentially("not now?");
  assert.equal(await page.getByLabel("Why it matters").inputValue(), "not now?");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

test("the settings show how much room is used, and what was written counts", async (t) => {
  const { page } = await begin(t);
  await go(page, "#/settings");
  const used = section(page, "Where it lies").locator("dd").first();
  assert.match(await used.innerText(), /^0 kB for 0 entries: 0 % of about 5 MB$/);
  await newGoal(page, "Learn Danish");
  await page.getByLabel("Why it matters").fill("x".repeat(12_000));
  await page.getByLabel("Why it matters").blur();
  await saved(page);
  await go(page, "#/settings");
  assert.match(await used.innerText(), /^1[23] kB for 1 entry: 0 % of about 5 MB$/);
  await section(page, "Calendar").getByText("A week begins on Monday").waitFor();
});

test("a week begins as the reader's language has it", async (t) => {
  const { page } = await begin(t, { locale: "en-US" });
  await started(page);
  await go(page, "#/settings");
  await section(page, "Calendar").getByText("A week begins on Sunday").waitFor();
});
