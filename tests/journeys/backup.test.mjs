import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import {
  add, begin, chooseFile, chooseFileByKey, downloaded, field, fileOf, go, heading, newGoal, openExample, pressOn, reload, saveBackup, saved, section, stored, visit, write,
} from "./support.mjs";

/** Everything of a backup but when it was saved and by what. */
const entriesOf = (text) => text.slice(text.indexOf('"entries"'));
const preview = (page) => page.getByRole("region", { name: "What opening it would do" });
const said = (page, text) => page.getByRole("status").getByText(text, { exact: true }).waitFor();

/** Writes a notebook with a bit of everything that holds texts, parts, days, marks and links. */
async function writeNotebook(page) {
  await newGoal(page, "Speak at a conference");
  await write(page, "Why it matters", "“To be heard”\n\tbeyond my team: Grüße, 漢字, 🌱, \\ and \"quotes\"");
  await write(page, "Target date", "2026-09-30");
  await add(page, "Add a skill", "Telling a story");
  await add(page, "Add a milestone", "Submit the abstract");
  await add(page, "Add a milestone", "Rehearse");
  await page.getByRole("checkbox", { name: "Rehearse" }).check();
  await page.getByRole("button", { name: "Mark as private" }).click();
  await newGoal(page, "Learn Danish");
  await newGoal(page, "Run a workshop");
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for this year");
  await heading(page, "A mentor for this year");
  await add(page, "New event", "Regional data meetup");
  await heading(page, "Regional data meetup");
  await saved(page);
}

test("everything goes out as a file, is erased, and comes back the same", async (t) => {
  const { page } = await begin(t);
  await writeNotebook(page);
  const { name, text } = await saveBackup(page);
  await said(page, "A backup with 5 entries is on its way to your downloads");
  await page.getByText("The last one was saved today.").waitFor();

  assert.match(name, /^mentorbook-.*\d{4}-\d\d-\d\d.*\.json$/);
  const file = JSON.parse(text);
  assert.deepEqual(Object.keys(file), ["format", "version", "saved", "app", "entries"]);
  assert.equal(file.format, "mentorbook-backup");
  assert.equal(file.version, 1);
  assert.ok(Math.abs(Date.parse(file.saved) - Date.now()) < 60_000, file.saved);
  assert.match(file.app, /^\d+\.\d+\.\d+/);
  assert.deepEqual(file.entries.map((it) => it.kind).sort(), ["event", "goal", "goal", "goal", "plan"]);
  assert.ok(text.includes("“To be heard”"), "a person can read it");

  await go(page, "#/settings");
  await page.getByRole("button", { name: "Erase everything" }).click();
  const question = page.getByRole("dialog", { name: "Erase the whole notebook?" });
  await question.getByRole("button", { name: "Keep it" }).click();
  await question.waitFor({ state: "hidden" });
  assert.ok((await stored(page)).local.some(([key]) => key.includes(":entry:")), "nothing is erased before the answer");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await question.getByRole("button", { name: "Erase it all" }).click();
  await heading(page, "A notebook for mentorship, yours alone");
  const left = await stored(page);
  assert.deepEqual(left.local.filter(([key]) => key.includes(":entry:") || key.includes(":draft")), []);
  for (const [database, stores] of Object.entries(left.databases)) {
    for (const [store, values] of Object.entries(stores)) assert.deepEqual(values, [], `${database} ${store}`);
  }
  assert.ok(!JSON.stringify(left).includes("Danish"), "nothing that was written is left anywhere");

  await page.getByText("Open a backup, or a file somebody gave you", { exact: true }).click();
  await chooseFile(page, fileOf(text, name));
  await preview(page).getByText("Would be added: 5").waitFor();
  await preview(page).getByRole("button", { name: "Open it" }).click();
  await said(page, "Opened: 5 added, 0 changed, 0 removed");
  await saved(page);
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Speak at a conference" }).click();
  await heading(page, "Speak at a conference");
  assert.match(await field(page, "Why it matters").inputValue(), /漢字, 🌱, \\ and "quotes"/);
  assert.equal(await page.getByRole("checkbox", { name: "Rehearse" }).isChecked(), true);
  await page.locator("header").getByText("Private, never shared").waitFor();

  await reload(page);
  const again = await saveBackup(page);
  assert.equal(entriesOf(again.text), entriesOf(text), "the same bytes after the header");
});

test("a file opened in another browser's empty notebook stands there the same", async (t) => {
  const { page } = await begin(t);
  await writeNotebook(page);
  const { text } = await saveBackup(page);
  const elsewhere = await visit(t);
  await elsewhere.open();
  await heading(elsewhere.page, "A notebook for mentorship, yours alone");
  await elsewhere.page.getByText("Open a backup, or a file somebody gave you", { exact: true }).click();
  await chooseFile(elsewhere.page, fileOf(text));
  await preview(elsewhere.page).getByRole("button", { name: "Open it" }).click();
  await saved(elsewhere.page);
  await reload(elsewhere.page);
  assert.equal(entriesOf((await saveBackup(elsewhere.page)).text), entriesOf(text));
});

test("a file opened in a notebook that went on shows what it would do, does it, and is taken back", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Stays as it is");
  await newGoal(page, "Is removed");
  await newGoal(page, "Is changed");
  const { text } = await saveBackup(page);
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Is changed" }).click();
  await heading(page, "Is changed");
  await write(page, "Goal", "Was changed");
  await heading(page, "Was changed");
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Is removed" }).click();
  await heading(page, "Is removed");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await heading(page, "Goals");
  await newGoal(page, "Is only here");
  const before = await saveBackup(page);

  const titles = async () => {
    await go(page, "#/goals");
    return (await section(page, "Goals").getByRole("listitem").getByRole("link").allTextContents()).sort();
  };
  const went_on = ["Is only here", "Stays as it is", "Was changed"];
  const as_saved = ["Is changed", "Is removed", "Stays as it is"];

  // What is newer stands.
  await chooseFile(page, fileOf(text));
  await preview(page).getByText("Everything in this file stands in your notebook already, or was removed here.").waitFor();
  assert.equal(await preview(page).getByRole("button", { name: "Open it" }).count(), 0);

  await preview(page).getByRole("radio", { name: "Put back what the file says" }).check();
  for (const line of ["Would be added: 1", "Would be changed: 1", "Would be removed: 1", "One entry stays as it is."]) {
    await preview(page).getByText(line).waitFor();
  }
  await preview(page).locator("details").filter({ hasText: "Goals · 1" }).nth(1).locator("summary").click();
  await preview(page).getByText("Title: “Was changed” becomes “Is changed”").waitFor();
  assert.deepEqual(await titles(), went_on, "nothing happens before the answer");
  await go(page, "#/share");
  await chooseFile(page, fileOf(text));
  await preview(page).getByRole("radio", { name: "Put back what the file says" }).check();
  await preview(page).getByRole("button", { name: "Open it" }).click();
  await said(page, "Opened: 1 added, 1 changed, 1 removed");
  assert.deepEqual(await titles(), as_saved);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await said(page, "Undid: Opened “backup.json”");
  assert.deepEqual(await titles(), went_on);
  await reload(page);
  assert.deepEqual(await titles(), went_on);
  const bodies = (it) => JSON.parse(it).entries.filter((entry) => !entry.removed).map(({ trace, ...body }) => body);
  assert.deepEqual(bodies((await saveBackup(page)).text), bodies(before.text));
});

test("opening the same file twice changes nothing the second time", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn Danish");
  const { text } = await saveBackup(page);
  await saved(page);
  const before = await stored(page);
  await chooseFile(page, fileOf(text));
  await preview(page).getByText("Everything in this file stands in your notebook already.").waitFor();
  await preview(page).getByRole("radio", { name: "Put back what the file says" }).check();
  await preview(page).getByText("Everything in this file stands in your notebook already.").waitFor();
  assert.equal(await preview(page).getByRole("button", { name: "Open it" }).count(), 0);
  await preview(page).getByRole("button", { name: "Leave it" }).click();
  await preview(page).waitFor({ state: "detached" });
  assert.deepEqual(await stored(page), before);
});

const schemaFile = join(import.meta.dirname, "../../public/schema/backup-1.schema.json");

test("a saved file fits the published schema, which an independent validator checks", { skip: !existsSync(schemaFile) && "the schema is not there yet" }, async (t) => {
  const { default: Ajv2020 } = await import("ajv/dist/2020.js");
  const { default: formats } = await import("ajv-formats");
  const validator = new Ajv2020({ allErrors: true, strict: false });
  formats(validator);
  const fits = validator.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  const { page } = await begin(t);
  await writeNotebook(page);
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Run a workshop" }).click();
  await heading(page, "Run a workshop");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await heading(page, "Goals");
  const file = JSON.parse((await saveBackup(page)).text);
  assert.ok(fits(file), JSON.stringify(fits.errors, null, 1));
  // So does the example, which has entries of every kind.
  await openExample(page);
  const example = JSON.parse((await saveBackup(page)).text);
  assert.ok(fits(example), JSON.stringify(fits.errors, null, 1));
  assert.equal(new Set(example.entries.map((entry) => entry.kind)).size, 16);
  // The validator can say no.
  assert.equal(fits({ ...file, entries: [{ ...file.entries[0], title: 7 }] }), false);
  assert.equal(fits({ ...file, version: 2 }), false);
});

test("a backup is saved, everything erased, and brought back with the keyboard alone", { timeout: 60_000 }, async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn Danish");
  await pressOn(page, page.getByRole("link", { name: "Share", exact: true }), "Enter", { key: "Shift+Tab" });
  await heading(page, "Share");
  const { name, text } = await downloaded(page, () => pressOn(page, page.getByRole("button", { name: "Save a backup" })));
  await pressOn(page, page.getByRole("link", { name: "Settings" }), "Enter", { key: "Shift+Tab" });
  await heading(page, "Settings");
  await pressOn(page, page.getByRole("button", { name: "Erase everything" }));
  const question = page.getByRole("dialog", { name: "Erase the whole notebook?" });
  await question.waitFor();
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "hidden" });
  assert.equal(await page.getByRole("button", { name: "Erase everything" }).evaluate((it) => it === document.activeElement), true, "the focus comes back");
  await page.keyboard.press("Enter");
  await pressOn(page, question.getByRole("button", { name: "Erase it all" }));
  await heading(page, "A notebook for mentorship, yours alone");
  await pressOn(page, page.getByText("Open a backup, or a file somebody gave you", { exact: true }));
  await chooseFileByKey(page, fileOf(text, name));
  await pressOn(page, preview(page).getByRole("button", { name: "Open it" }));
  await said(page, "Opened: 1 added, 0 changed, 0 removed");
  await saved(page);
  assert.equal(entriesOf((await saveBackup(page)).text), entriesOf(text));
});
