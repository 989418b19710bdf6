import assert from "node:assert/strict";
import test from "node:test";
import { add, begin, field, go, heading, newGoal, pressOn, reload, saved, section, write } from "./support.mjs";

/** Leaves every field, so that a key belongs to the page. */
const leaveFields = (page) => page.getByRole("heading", { level: 1 }).focus();
const said = (page, text) => page.getByRole("status").getByText(text, { exact: true }).waitFor();

test("a removed goal comes back whole", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await add(page, "Add a milestone", "Read one book");
  await page.getByRole("checkbox", { name: "Read one book" }).check();
  await saved(page);
  const address = page.url();

  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await heading(page, "Goals");
  await said(page, "Removed goal “Learn to negotiate”");
  await page.getByText(/^No goals yet/).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await said(page, "Undid: Removed goal “Learn to negotiate”");
  await page.getByRole("button", { name: "Do it again" }).click();
  await said(page, "Did again: Removed goal “Learn to negotiate”");
  await page.getByText(/^No goals yet/).waitFor();
  await page.getByRole("button", { name: "Undo", exact: true }).click();

  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  await heading(page, "Learn to negotiate");
  assert.equal(page.url(), address, "it is the same goal");
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
  assert.equal(await page.getByRole("checkbox", { name: "Read one book" }).isChecked(), true);
});

test("a removed goal is brought back with the keyboard alone", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await pressOn(page, page.getByRole("button", { name: "Remove", exact: true }));
  await heading(page, "Goals");
  await pressOn(page, page.getByRole("button", { name: "Undo", exact: true }));
  await pressOn(page, page.locator("main").getByRole("link", { name: "Learn to negotiate" }));
  await heading(page, "Learn to negotiate");
});

test("Ctrl+Z takes the last changes back one by one, and Ctrl+Shift+Z makes them again", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  await add(page, "Add a milestone", "Read one book");
  await leaveFields(page);

  const why = () => field(page, "Why it matters").inputValue();
  const step = page.getByRole("checkbox", { name: "Read one book" });
  await page.keyboard.press("Control+z");
  await step.waitFor({ state: "detached" });
  assert.equal(await why(), "Fair pay");
  await page.keyboard.press("Control+z");
  await said(page, "Undid: Changed why it matters of “Learn to negotiate”");
  assert.equal(await why(), "");
  await page.keyboard.press("Control+z");
  await heading(page, "There is nothing at this address");
  await page.keyboard.press("Control+z");

  await page.keyboard.press("Control+Shift+z");
  await heading(page, "Learn to negotiate");
  assert.equal(await why(), "");
  await page.keyboard.press("Control+Shift+z");
  await said(page, "Did again: Changed why it matters of “Learn to negotiate”");
  assert.equal(await why(), "Fair pay");
  await page.keyboard.press("Control+Shift+z");
  await step.waitFor();
});

test("Ctrl+Z inside a field belongs to the field", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await add(page, "Add a milestone", "Read one book");
  await field(page, "Why it matters").pressSequentially("Fair");
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => document.activeElement.value !== "Fair");
  assert.equal(await field(page, "Why it matters").evaluate((it) => it === document.activeElement), true);
  assert.equal(await page.getByText(/^Undid/).count(), 0);
  assert.equal(await page.getByRole("checkbox", { name: "Read one book" }).count(), 1);
});

test("a change is taken back after the page was loaded anew", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await write(page, "Goal", "Learn to listen");
  await heading(page, "Learn to listen");
  await reload(page);
  await heading(page, "Learn to listen");
  await leaveFields(page);
  await page.keyboard.press("Control+z");
  await heading(page, "Learn to negotiate");
  await reload(page);
  await heading(page, "Learn to negotiate");
  // What was taken back stays taken back: the next one is the change before it.
  await leaveFields(page);
  await page.keyboard.press("Control+z");
  await heading(page, "There is nothing at this address");
});

test("the history lists what was done, newest first, and takes the last change back", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await add(page, "Add a milestone", "Read one book");
  await page.getByRole("checkbox", { name: "Read one book" }).check();
  await page.getByRole("button", { name: "Remove: Read one book" }).click();
  await saved(page);
  await go(page, "#/history");
  const rows = section(page, "What was done lately").getByRole("listitem");
  const done = () => rows.evaluateAll((all) => all.map((it) => it.querySelector("p").textContent));
  await page.getByText("Removed milestone “Read one book”").first().waitFor();
  assert.deepEqual(await done(), [
    "Removed milestone “Read one book”",
    "Ticked “Read one book”",
    "Added milestone “Read one book”",
    "Added goal “Learn to negotiate”",
  ]);
  await page.getByRole("button", { name: "Undo the last change" }).click();
  await rows.filter({ hasText: "Undid: Removed milestone “Read one book”" }).waitFor();
  assert.equal((await done()).length, 5);
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn to negotiate" }).click();
  await section(page, "Milestones").getByText("1 of 1").waitFor();
});
