// Going back: to before a change, and to how the notebook stood on an earlier day.
import assert from "node:assert/strict";
import test from "node:test";
import { axe, TODAY, add, begin, downloaded, field, go, heading, newGoal, pressOn, reload, saved, section, write } from "./support.mjs";

const TOMORROW = "2026-04-15T09:00:00+02:00";
const lately = (page) => section(page, "What was done lately");
const days = (page) => section(page, "Earlier days");
const back = (page) => page.getByRole("region", { name: "What going back would do" });
const said = (page, text) => page.getByRole("status").getByText(text, { exact: true }).waitFor();

/** A goal of one day, and what was done to it on the next. */
async function twoDays(t) {
  const visited = await begin(t, { on: TODAY });
  const { page, tabs } = visited;
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await saved(page);
  await tabs.clock.setFixedTime(TOMORROW);
  await reload(page);
  await write(page, "Why it matters", "Respect");
  await add(page, "Add a milestone", "Read one book");
  await newGoal(page, "Learn Danish");
  await go(page, "#/history");
  return visited;
}

test("one goes back to before a change, sees beforehand what that does, and takes it back", async (t) => {
  const { page } = await twoDays(t);
  await lately(page).getByRole("button", { name: "Go back to before this: Changed why it matters of “Learn to negotiate”" }).first().click();
  await back(page).getByText("Would be changed: 1").waitFor();
  await back(page).getByText("Would be removed: 1").waitFor();
  await page.waitForFunction(() => document.activeElement?.dataset.at === "back");
  await back(page).locator("summary").first().click();
  await back(page).getByText("Why it matters: “Respect” becomes “Fair pay”").waitFor();
  await back(page).getByText("Milestones: “Read one book” goes").waitFor();
  assert.deepEqual(await axe(page), []);
  await back(page).getByRole("button", { name: "Go back", exact: true }).click();
  await said(page, "Went back: 0 added, 1 changed, 1 removed");
  await go(page, "#/goals");
  await page.getByText("1 goal", { exact: true }).waitFor();
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
  assert.equal(await page.getByRole("checkbox", { name: "Read one book" }).count(), 0);
  await reload(page);
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => [...document.querySelectorAll("textarea")].some((it) => it.value === "Respect"));
  await go(page, "#/goals");
  await page.getByText("2 goals").waitFor();
});

test("the day before is kept as it ended, and one goes back to it with the keyboard alone", async (t) => {
  const { page } = await twoDays(t);
  await days(page).getByText("Today, how the day began").waitFor();
  await days(page).getByText(/^1 entry, \d+ kB · since the one before: 1 added$/).waitFor();
  await days(page).getByText("Yesterday, how the day began").waitFor();
  await days(page).getByText(/^0 entries, 1 kB$/).waitFor();
  await pressOn(page, days(page).getByRole("button", { name: "Go back to it: Today, how the day began" }));
  await back(page).getByText("Would be removed: 1").waitFor();
  await pressOn(page, back(page).getByRole("button", { name: "Go back", exact: true }));
  await said(page, "Went back: 0 added, 1 changed, 1 removed");
  await saved(page);
  // Going back is a change of much at once, so how it stood before is kept, too.
  await go(page, "#/goals");
  await page.getByText("1 goal", { exact: true }).waitFor();
  await go(page, "#/history");
  await days(page).getByText("Today, before: Went back to: Today, how the day began").waitFor();
  await days(page).getByText(/since the one before: 1 added, 1 changed$/).waitFor();
});

test("an earlier day is saved as a file, and the old ones are let go of", async (t) => {
  const { page } = await twoDays(t);
  const { text } = await downloaded(page, () => days(page).getByRole("button", { name: "Save as a file: Today, how the day began" }).click());
  const { format, entries } = JSON.parse(text);
  assert.deepEqual([format, entries.length, entries[0].why], ["mentorbook-backup", 1, "Fair pay"]);
  await days(page).getByRole("button", { name: "Go back to it: Today, how the day began" }).click();
  await back(page).getByRole("button", { name: "Go back", exact: true }).click();
  await saved(page);
  await reload(page);
  await days(page).getByText(/^3 snapshots/).waitFor();
  await days(page).getByRole("button", { name: "Let go of all but the newest" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Let them go" }).click();
  await days(page).getByText(/^1 snapshot,/).waitFor();
  await days(page).getByText("Today, before: Went back to: Today, how the day began").waitFor();
});

test("the list of what was done begins with any of its days", async (t) => {
  const { page } = await twoDays(t);
  await saved(page);
  await lately(page).getByText("Added goal “Learn Danish”").waitFor();
  const lines = () => lately(page).getByRole("listitem").locator("p").allInnerTexts();
  const all = await lines();
  assert.equal(all[0], "Added goal “Learn Danish”");
  await page.getByLabel("Begin with").selectOption({ label: "Yesterday: 2 changes" });
  await page.waitForFunction((most) => document.querySelectorAll(".timeline > li").length < most, all.length);
  assert.deepEqual(await lines(), all.slice(-2));
  await page.getByLabel("Begin with").selectOption({ label: "The newest" });
  await page.waitForFunction((most) => document.querySelectorAll(".timeline > li").length === most, all.length);
});
