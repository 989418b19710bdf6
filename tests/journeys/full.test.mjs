// Local storage that is nearly full, and full: said, nothing lost, and room made.
import assert from "node:assert/strict";
import test from "node:test";
import { begin, downloaded, field, go, heading, newGoal, openExample, reload, saved, section, stored, write } from "./support.mjs";

const trouble = (page) => page.getByRole("region", { name: "Not everything is kept" });

/** Fills local storage with another page's things, up to these many units of the five million. */
const fill = (page, units) => page.evaluate((units) => {
  const used = Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0);
  localStorage.setItem("of another page", "x".repeat(units - used - "of another page".length));
}, units);

test("more than four fifths are used: it is said, with what helps", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await fill(page, 4_300_000);
  await reload(page);
  await trouble(page).getByText(/^Local storage is more than four fifths full\./).waitFor();
  await trouble(page).getByRole("link", { name: "Make room" }).click();
  await heading(page, "Settings");
  await page.getByText(/^\d+ kB for 1 entry and \d+ kB of other things of this site: 82 % of about 5 MB$/).waitFor();
  await page.getByText(/^Little room is left\./).waitFor();
});

test("what does not fit into local storage lies in the journal, is said, and is there when the page is opened anew", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await fill(page, 5 * 1024 * 1024 - 40);
  await write(page, "Why it matters", "A sentence that does not fit any more, however one turns it");
  await trouble(page).getByText(/^Not saved to local storage, which is full\. It lies in the journal, so nothing is lost\./).waitFor();
  assert.equal(await field(page, "Why it matters").inputValue(), "A sentence that does not fit any more, however one turns it");
  assert.ok(!(await stored(page)).local.some(([, text]) => text.includes("A sentence that")));
  await page.reload();
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "A sentence that does not fit any more, however one turns it");
  // As soon as there is room, it lies in both again.
  await page.evaluate(() => localStorage.removeItem("of another page"));
  await write(page, "Why it matters", "A sentence that does fit");
  await saved(page);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await trouble(page).waitFor({ state: "detached" });
  assert.ok((await stored(page)).local.some(([, text]) => text.includes("A sentence that does fit")));
});

test("a journal without room is said, with what helps, and has everything again with the next change that fits", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  // A disk may say so at once, or only when all of a change is to be written.
  for (const late of [false, true]) {
    await page.evaluate((late) => {
      const { put } = IDBObjectStore.prototype;
      window.makeRoom = () => { IDBObjectStore.prototype.put = put; };
      IDBObjectStore.prototype.put = function (...what) {
        if (!late) throw new DOMException("No room.", "QuotaExceededError");
        const request = put.apply(this, what);
        Object.defineProperty(this.transaction, "error", { get: () => new DOMException("No room.", "QuotaExceededError") });
        request.addEventListener("success", () => this.transaction.abort());
        return request;
      };
    }, late);
    await write(page, "Why it matters", late ? "Fair pay, and more" : "Fair pay");
    await trouble(page).getByText(/^Saved in local storage only: there is no room for the journal/).waitFor();
    await trouble(page).getByRole("link", { name: "Earlier days" }).waitFor();
    await page.evaluate(() => window.makeRoom());
    // The next change brings along what did not fit.
    await write(page, "How I will know", late ? "A letter" : "A yes");
    await saved(page);
    await trouble(page).waitFor({ state: "detached" });
    const { databases } = await stored(page);
    assert.match(JSON.stringify(databases["mentorbook:/:mine"].entries), late ? /Fair pay, and more/ : /Fair pay/);
  }
});

test("a mentorship that has ended moves into a file, and comes back from it", async (t) => {
  const { page } = await begin(t);
  await openExample(page);
  await go(page, "#/people");
  await page.getByRole("link", { name: "Jonas Feld" }).first().click();
  await heading(page, "Jonas Feld");
  const mentorship = await page.evaluate(() => location.hash);
  await go(page, `${mentorship}/about`);
  await page.getByRole("link", { name: "End it", exact: true }).click();
  await heading(page, "End the mentorship with Jonas Feld");
  await section(page, "What is still open").getByRole("radio", { name: "Drop it" }).check();
  await page.getByRole("button", { name: "End it", exact: true }).click();
  await heading(page, "Jonas Feld");
  await saved(page);
  await go(page, "#/settings");
  const archive = section(page, "Archive what has ended");
  await archive.getByText("Jonas Feld", { exact: true }).waitFor();
  const { name, text } = await downloaded(page, () => archive.getByRole("button", { name: "Save to a file: Jonas Feld" }).click());
  assert.match(name, /^mentorbook-archive-\d{4}-\d\d-\d\d\.json$/);
  const kinds = JSON.parse(text).entries.map(({ kind }) => kind);
  assert.equal(kinds.filter((kind) => kind === "mentorship").length, 1);
  assert.ok(kinds.includes("meeting") && kinds.includes("person"));
  await archive.getByRole("button", { name: "Remove it here: Jonas Feld" }).click();
  await archive.getByText("No mentorship has ended yet.").waitFor();
  await saved(page);

  await go(page, "#/share");
  await page.getByLabel("Choose a file", { exact: true }).setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  // Brought together, what was removed stays removed; that an archive is brought back is proposed.
  const back = page.getByRole("radio", { name: "Bring back what was removed here, too" });
  assert.equal(await back.isChecked(), true);
  await page.getByRole("radio", { name: "Bring both together" }).check();
  await page.getByText("Everything in this file stands in your notebook already, or was removed here.").waitFor();
  await back.check();
  await page.getByRole("button", { name: "Open it" }).click();
  await page.getByRole("status").getByText(/^Opened: \d+ added, 0 changed, 0 removed$/).waitFor();
  await go(page, mentorship);
  await heading(page, "Jonas Feld");
  await section(page, "What happened").getByRole("link", { name: "Reading errors aloud" }).waitFor();
});
