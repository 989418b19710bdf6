// A file that follows the notebook, and a backup that is tested. The browser's own choice of a file cannot be driven
// here: a file of the origin's own stands in for the chosen one, which has the same interface.
import assert from "node:assert/strict";
import test from "node:test";
import { begin, chooseFile, fileOf, go, heading, newGoal, reload, saveBackup, saved, section, write } from "./support.mjs";

/** Runs in the page: the choice of a file gives one of the origin's own; `mayWrite` says what the browser allows. */
function standIn() {
  const root = () => navigator.storage.getDirectory();
  window.showSaveFilePicker = async ({ suggestedName }) => (await root()).getFileHandle(suggestedName, { create: true });
  const { queryPermission } = FileSystemFileHandle.prototype;
  FileSystemFileHandle.prototype.queryPermission = async function (how) {
    return localStorage.getItem("may-not-write") ? "prompt" : (queryPermission?.call(this, how) ?? "granted");
  };
  FileSystemFileHandle.prototype.requestPermission = async () => { localStorage.removeItem("may-not-write"); return "granted"; };
  window.theFile = async () => (await (await (await root()).getFileHandle("mentorbook-notebook.json")).getFile()).text();
  window.removeTheFile = async () => (await root()).removeEntry("mentorbook-notebook.json");
}

const following = (page) => section(page, "A file that follows by itself");

/** Waits until the file holds this, which is looked at anew in each frame. */
const holds = (page, text) => page.evaluate(async (text) => {
  const most = performance.now() + 30_000;
  while (!(await window.theFile().catch(() => "")).includes(text)) {
    if (performance.now() > most) throw new Error(`The file never held “${text}”.`);
    await new Promise(requestAnimationFrame);
  }
}, text);

async function choose(t) {
  const visited = await begin(t);
  await visited.tabs.addInitScript(standIn);
  const { page } = visited;
  await reload(page);
  await newGoal(page, "Learn to negotiate");
  await go(page, "#/share");
  await following(page).getByRole("button", { name: "Choose where it lies" }).click();
  await following(page).getByText("“mentorbook-notebook.json” follows the notebook.").waitFor();
  return visited;
}

test("a chosen file follows the notebook, also after the page was opened anew", async (t) => {
  const { page } = await choose(t);
  await holds(page, "Learn to negotiate");
  await newGoal(page, "Learn Danish");
  await holds(page, "Learn Danish");
  await reload(page);
  await write(page, "Why it matters", "To read Bjørn");
  await holds(page, "To read Bjørn");
  await go(page, "#/share");
  await page.getByText("The last one was saved today.").waitFor();
  const file = JSON.parse(await page.evaluate(() => window.theFile()));
  assert.deepEqual([file.format, file.entries.length], ["mentorbook-backup", 2]);
  await following(page).getByRole("button", { name: "Follow no more" }).click();
  await following(page).getByRole("button", { name: "Choose where it lies" }).waitFor();
});

test("a permission that was lost and a file that is gone are said, and mended with a click", async (t) => {
  const { page } = await choose(t);
  await holds(page, "Learn to negotiate");
  await page.evaluate(() => localStorage.setItem("may-not-write", "yes"));
  await reload(page);
  await following(page).getByText(/the browser wants to be asked again whether this page may write it/).waitFor();
  await newGoal(page, "Learn Danish");
  await go(page, "#/share");
  await following(page).getByRole("button", { name: "Allow it again" }).click();
  await following(page).getByText("“mentorbook-notebook.json” follows the notebook.").waitFor();
  await holds(page, "Learn Danish");

  await page.evaluate(() => window.removeTheFile());
  await newGoal(page, "Run a workshop");
  await page.getByRole("region", { name: "A file that follows by itself" }).getByText(/is not where it was/).waitFor();
  await go(page, "#/share");
  await following(page).getByText(/is not where it was, so it does not follow/).waitFor();
  await following(page).getByRole("button", { name: "Choose another file" }).click();
  await holds(page, "Run a workshop");
});

test("a notebook of which something cannot be read is not written over the file, which gives it back", async (t) => {
  const { page } = await choose(t);
  await newGoal(page, "Learn Danish");
  const id = (await page.evaluate(() => location.hash)).split("/").at(-1);
  await holds(page, "Learn Danish");
  await page.evaluate((id) => new Promise((resolve) => {
    const name = "mentorbook:/:mine";
    localStorage.setItem(`${name}:entry:${id}`, "damaged");
    indexedDB.open(name).onsuccess = ({ target: { result: database } }) => {
      const transaction = database.transaction("entries", "readwrite");
      transaction.objectStore("entries").put({ seq: 1, text: "damaged" }, id);
      transaction.oncomplete = () => { database.close(); resolve(); };
    };
  }), id);
  await go(page, "#/goals");
  await reload(page);
  await page.getByText("1 goal", { exact: true }).waitFor();
  await newGoal(page, "Run a workshop");
  await go(page, "#/share");
  await following(page).getByText(/waits: something stored here cannot be read, and the file may hold it whole/).waitFor();
  const text = await page.evaluate(() => window.theFile());
  assert.deepEqual(["Learn Danish", "Run a workshop"].map((title) => text.includes(title)), [true, false], text);
  await chooseFile(page, fileOf(text));
  await page.getByRole("button", { name: "Open it", exact: true }).click();
  await holds(page, "Run a workshop");
  assert.ok((await page.evaluate(() => window.theFile())).includes("Learn Danish"));
  await following(page).getByText("“mentorbook-notebook.json” follows the notebook.").waitFor();
});

test("a backup is tested: whether it opens, what it holds, and how that differs from here", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await newGoal(page, "Learn Danish");
  const { text } = await saveBackup(page);
  const testing = section(page, "Test a backup");
  const testFile = (file) => testing.getByLabel("Choose a file to test").setInputFiles(file);
  await testFile(fileOf(text));
  await testing.getByText("“backup.json” opens: 2 entries, the same as here.").waitFor();
  await testFile(fileOf(text.slice(0, text.length / 2), "cut.json"));
  await testing.getByText(/^“cut\.json” does not open\. It ends in the middle/).waitFor();
  await newGoal(page, "Run a workshop");
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn Danish" }).click();
  await heading(page, "Learn Danish");
  await write(page, "Why it matters", "To read Bjørn");
  await saved(page);
  await go(page, "#/share");
  await testFile(fileOf(text));
  await testing.getByText("“backup.json” opens: 2 entries; 1 of here not in it, 1 saying something else here.").waitFor();
});
