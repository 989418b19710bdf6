// What was typed stays text, on every screen.
import assert from "node:assert/strict";
import test from "node:test";
import { screens, unfoldAll } from "./screens.mjs";
import { begin, chooseFile, fileOf, go, openExample, saveBackup, saved } from "./support.mjs";

const HTML = "<img src=x onerror=alert(1)><script>alert(2)</script>";
/** The fields of the format in which a person types. */
const TYPED = new Set([
  "title", "why", "evidence", "name", "role", "met", "contact", "notes", "shared_notes", "private_notes", "insights", "outcomes", "about", "text",
  "done_about_it", "looking_for", "values", "time", "offer", "went_with", "place_name", "note", "reason", "to", "why_them", "ask",
  "mine", "theirs", "cancelling", "guidelines", "between_us", "exceptions", "off_limits", "story", "word", "troubles", "good", "tried",
  "change", "results", "help", "became", "learning", "offers", "learned", "piece", "organisation", "seeks",
]);
/** Those that hold a list of names. */
const NAMES = ["skills", "wants", "interests", "languages"];

/** The same with HTML in every text; those of one line become it whole, so that none is too long. */
const withHtml = (value, name) => {
  if (Array.isArray(value)) return value.map((it) => (typeof it === "string" && (NAMES.includes(name) || name === "values") ? HTML + it.length + value.indexOf(it) : withHtml(it, name)));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, key === "trace" ? it : withHtml(it, key)]));
  return typeof value === "string" && TYPED.has(name) && !/^\d{2}:\d{2}$/.test(value) ? HTML : value;
};

test("HTML in every text of a notebook of a year stays text on every screen", { timeout: 120_000 }, async (t) => {
  const example = await begin(t);
  await openExample(example.page);
  const file = JSON.parse((await saveBackup(example.page)).text);
  // In an outreach, “to” is somebody; in a turn it is a state. What feedback is about can be a word of the format.
  const entries = file.entries.map((entry) => {
    const changed = withHtml(entry);
    for (const [at, turn] of (entry.turns ?? []).entries()) changed.turns[at].to = turn.to;
    if (entry.kind === "feedback" && typeof entry.about === "string") changed.about = entry.about;
    return changed;
  });
  const { page } = await begin(t);
  page.on("dialog", (it) => assert.fail(`a dialog was opened: ${it.message()}`));
  await go(page, "#/share");
  await chooseFile(page, fileOf(JSON.stringify({ ...file, entries })));
  await page.getByRole("button", { name: "Open it" }).click();
  await saved(page);
  for (const [kind, address] of await screens(page)) {
    await go(page, address);
    await unfoldAll(page);
    assert.equal(await page.locator("body :is(img, script, [onerror])").count(), 0, kind);
  }
});
