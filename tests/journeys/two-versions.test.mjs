// The same place written on two devices: both are kept, and one chooses.
import assert from "node:assert/strict";
import test from "node:test";
import { axe, begin, chooseFile, field, fileOf, go, heading, newGoal, pressOn, reload, saveBackup, saved, section, write } from "./support.mjs";

/** A notebook that went two ways and met again: its reason was written on both. */
async function metAgain(t) {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await saved(page);
  const start = await saveBackup(page);
  const other = await begin(t);
  await go(other.page, "#/share");
  await chooseFile(other.page, fileOf(start.text));
  await other.page.getByRole("button", { name: "Open it" }).click();
  await saved(other.page);
  for (const [tab, why] of [[page, "Fair pay"], [other.page, "More time for what matters"]]) {
    await go(tab, "#/goals");
    await tab.getByRole("link", { name: "Learn to negotiate" }).click();
    await heading(tab, "Learn to negotiate");
    await write(tab, "Why it matters", why);
    await saved(tab);
  }
  const theirs = await saveBackup(other.page);
  await go(page, "#/share");
  await chooseFile(page, fileOf(theirs.text));
  await page.getByRole("button", { name: "Open it" }).click();
  await saved(page);
  return page;
}

const banner = (page) => page.getByRole("region", { name: "Written twice" });
const place = (page) => section(page, "Why it matters · Learn to negotiate");

async function whyIs(page, text) {
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), text);
}

test("both versions are shown, one is taken, and the choice is taken back", async (t) => {
  const page = await metAgain(t);
  await banner(page).getByText("1 place was written twice at the same time. Both versions are kept.").waitFor();
  await banner(page).getByRole("link", { name: "Choose" }).click();
  await heading(page, "Written twice");
  await place(page).getByText("More time for what matters").waitFor();
  assert.deepEqual(await axe(page), []);
  await place(page).getByRole("button", { name: "Take this one: Fair pay" }).click();
  await page.getByText("Nothing waits for a choice.").waitFor();
  assert.equal(await banner(page).count(), 0);
  await whyIs(page, "Fair pay");
  await reload(page);
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await banner(page).waitFor();
  await whyIs(page, "More time for what matters");
});

test("both texts are kept with the keyboard alone, and writing on settles nothing", async (t) => {
  const page = await metAgain(t);
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  await write(page, "Why it matters", "More time for what matters, and less noise");
  await saved(page);
  await pressOn(page, banner(page).getByRole("link", { name: "Choose" }), "Enter", { key: "Shift+Tab" });
  await heading(page, "Written twice");
  await pressOn(page, place(page).getByRole("button", { name: "Keep both texts" }));
  await page.getByText("Nothing waits for a choice.").waitFor();
  await saved(page);
  await reload(page);
  await whyIs(page, "More time for what matters, and less noise\n\nFair pay");
});
