import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, begin, field, go, heading, newGoal, reload, saved, section, tabTo, write } from "./support.mjs";

const focused = (page) => page.evaluate(() => document.activeElement?.labels?.[0]?.textContent ?? document.activeElement?.textContent ?? "");

/** A person with a mentorship, on whose page one stays. */
async function newMentorship(page, name) {
  await go(page, "#/people");
  await add(page, "New person", name);
  await heading(page, name);
  await tabTo(page, page.getByRole("button", { name: "Begin", exact: true }));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await heading(page, name);
}

test("Tab reaches every line that unfolds, and what it unfolds", { timeout: 90_000 }, async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Learn to negotiate");
  const screens = [new URL(page.url()).hash, "#/find", "#/share"];
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for this year");
  await heading(page, "A mentor for this year");
  screens.push(new URL(page.url()).hash);
  await newMentorship(page, "Amara Osei");
  const mentorship = new URL(page.url()).hash;
  screens.push(mentorship, `${mentorship}/about`);
  await page.getByText("Log a past meeting", { exact: true }).click();
  await page.getByRole("button", { name: "Log it" }).click();
  await heading(page, "Meeting with Amara Osei");
  screens.push(new URL(page.url()).hash);
  for (const hash of screens) {
    await go(page, hash);
    await page.getByRole("heading", { level: 1 }).focus();
    const lines = page.locator("main summary");
    const [all, reached] = [await lines.evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.textContent)), []];
    // Once through the page: what is folded is unfolded on the way, so that what is inside is gone through too.
    for (let presses = 0; presses < 600; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const it = document.activeElement;
        return { inMain: Boolean(it?.closest("main")), line: it?.tagName === "SUMMARY" ? it.textContent : null, open: it?.parentElement?.open, last: it === document.body };
      });
      if (at.last || (!at.inMain && presses > 0)) break;
      if (at.line === null) continue;
      reached.push(at.line);
      if (!at.open) await page.keyboard.press("Enter");
    }
    for (const line of all) assert.ok(reached.includes(line), `${hash}: Tab does not reach “${line}”`);
  }
});

test("“New” leads to the line in which one writes", async (t) => {
  const { page } = await begin(t);
  const offers = [["A goal", "New goal"], ["A person", "New person"], ["A finding plan", "New finding plan"], ["An outreach", "New outreach"]];
  for (const [offer, line] of offers) {
    await page.getByRole("heading", { level: 1 }).focus();
    await page.keyboard.press("n");
    const dialog = page.getByRole("dialog", { name: "Write something new" });
    await dialog.waitFor();
    assert.equal(await focused(page), "A goal", "the first offer has the focus");
    assert.equal(await dialog.getByRole("button", { name: /^A meeting/ }).count(), 0, "a meeting needs somebody");
    await tabTo(page, dialog.getByRole("button", { name: offer }));
    await page.keyboard.press("Enter");
    await page.waitForFunction((label) => document.activeElement?.labels?.[0]?.textContent === label, line);
    await page.keyboard.type("g t f p s n");
    assert.equal(await field(page, line).inputValue(), "g t f p s n", "what is typed is typed");
    await field(page, line).fill("");
  }
  await newMentorship(page, "Amara Osei");
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("n");
  await tabTo(page, page.getByRole("button", { name: "A meeting with Amara Osei" }));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.labels?.[0]?.textContent === "Day");
});

test("“Undo” beside a notice takes back what the notice tells of, or is not there", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await add(page, "Add a milestone", "Read one book");
  await page.getByRole("button", { name: "Remove: Read one book" }).click();
  const notice = page.getByRole("status").filter({ hasText: "Removed milestone “Read one book”" });
  await notice.getByRole("button", { name: "Undo", exact: true }).waitFor();
  await write(page, "Why it matters", "Fair pay");
  await saved(page);
  await notice.getByRole("button", { name: "Undo", exact: true }).waitFor({ state: "detached" });
  await notice.waitFor();
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");
  // The key still takes back one by one.
  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await page.getByRole("checkbox", { name: "Read one book" }).waitFor();
});

test("the focus is never lost when what has it goes away", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await add(page, "Add a milestone", "Read one book");
  await add(page, "Add a milestone", "Ask for one thing");
  const kept = () => page.waitForFunction(() => document.activeElement && document.activeElement.tagName !== "BODY");
  await tabTo(page, page.getByRole("button", { name: "Remove: Read one book" }), { key: "Shift+Tab" });
  await page.keyboard.press("Enter");
  await section(page, "Milestones").getByText("0 of 1").waitFor();
  await kept();
  await page.getByRole("button", { name: "Undo", exact: true }).press("Enter");
  await section(page, "Milestones").getByText("0 of 2").waitFor();
  await kept();
});

test("the arrows lead through what a search found", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Learn to negotiate");
  await newGoal(page, "Learn Danish");
  await page.keyboard.press("Control+k");
  await page.getByRole("searchbox").fill("learn");
  await page.locator(".hit").nth(1).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const second = await page.locator(".hit .what").nth(1).textContent();
  assert.match(await focused(page), new RegExp(`^${second}`));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.getByRole("searchbox").evaluate((it) => it === document.activeElement), true);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await heading(page, second);
});

test("a day is typed over another one, part by part, and is one change; half a day is not taken", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newGoal(page, "Learn to negotiate");
  const target = field(page, "Target date");
  await target.fill("2026-04-14");
  await target.blur();
  await saved(page);
  await page.getByRole("heading", { level: 1 }).focus();
  await tabTo(page, target);
  // Whichever part of the day stands first here: the fifth of May.
  await page.keyboard.type("05052027");
  await page.keyboard.press("Tab");
  await saved(page);
  assert.equal(await target.inputValue(), "2027-05-05");

  await page.getByRole("heading", { level: 1 }).focus();
  await tabTo(page, target);
  await page.keyboard.press("Backspace");
  await tabTo(page, field(page, "Why it matters"));
  await page.getByText("This is not a whole day. What stood before is kept.").waitFor();
  assert.equal(await target.getAttribute("aria-invalid"), "true");
  await reload(page);
  assert.equal(await target.inputValue(), "2027-05-05");

  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("Control+z");
  await page.waitForFunction(() => [...document.querySelectorAll("input[type=date]")].some((it) => it.value === "2026-04-14"));
});

test("a number out of its range is not taken, and says which are", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await newMentorship(page, "Amara Osei");
  await go(page, `${new URL(page.url()).hash}/about`);
  await field(page, "A contact every").fill("14");
  await field(page, "A contact every").blur();
  await saved(page);
  await field(page, "A contact every").fill("900");
  await field(page, "A contact every").blur();
  await page.getByText("A whole number from 1 to 366. What stood before is kept.").waitFor();
  await reload(page);
  assert.equal(await field(page, "A contact every").inputValue(), "14");
});
