import assert from "node:assert/strict";
import test from "node:test";
import { add, begin, field, go, heading, newGoal, reload, saved, write } from "./support.mjs";

const dialog = (page) => page.getByRole("dialog", { name: "Search all your notes" });
const hits = (page) => dialog(page).locator(".hits").getByRole("button");

/** Opens the search with its key and types. */
async function search(page, words) {
  await page.keyboard.press("Control+k");
  await dialog(page).waitFor();
  await page.waitForFunction(() => document.activeElement?.role === "searchbox");
  await page.keyboard.type(words);
}

/** Where the focus is: the name of the place on the screen, and what stands in it. */
const focused = (page) => page.evaluate(() => document.activeElement?.dataset.at);

test("a word without its accents finds the word with them, in any place", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Open a Café");
  await write(page, "Why it matters", "A room for neighbours");
  await newGoal(page, "Learn Danish");
  await write(page, "How I will know", "I read Bjørn in the original");
  await search(page, "cafe");
  await dialog(page).getByText("1 place found").waitFor();
  assert.match(await hits(page).innerText(), /Open a Café/);
  await hits(page).click();
  await heading(page, "Open a Café");
  assert.equal(await focused(page), "title");
});

test("several words narrow the search down, and each hit opens the place where it stands", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Run a workshop");
  await write(page, "Why it matters", "Teaching is how I learn");
  await newGoal(page, "Learn to teach");
  await add(page, "Add a milestone", "Watch two teachers at work");
  await add(page, "Add a milestone", "Read about teaching");
  await search(page, "teach");
  await dialog(page).getByText("2 places found").waitFor();
  await page.keyboard.type(" WATCH");
  await dialog(page).getByText("1 place found").waitFor();
  assert.match(await hits(page).innerText(), /Learn to teach[\s\S]*Milestone: Watch two teachers at work/);
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });

  // From elsewhere, with the keyboard: the focus lands on the milestone itself.
  await go(page, "#/settings");
  await search(page, "watch teach");
  await dialog(page).getByText("1 place found").waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await heading(page, "Learn to teach");
  await page.waitForFunction(() => document.activeElement?.dataset.at);
  assert.equal(await page.evaluate(() => document.activeElement.querySelector("input[type=text], textarea").value), "Watch two teachers at work");

  await page.getByRole("heading", { level: 1 }).focus();
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.role === "searchbox");
  await page.keyboard.type("zebra");
  await dialog(page).getByText("Nothing found. Try fewer letters or another word.").waitFor();
});

test("HTML that was typed stays text everywhere", async (t) => {
  const { page } = await begin(t);
  const html = "<img src=x onerror=alert(1)>";
  page.on("dialog", (it) => assert.fail(`a dialog was opened: ${it.message()}`));
  const isText = async () => assert.equal(await page.locator("img, [onerror]").count(), 0);
  await newGoal(page, html);
  await write(page, "Why it matters", `<script>alert(2)</script>${html}`);
  await add(page, "Add a skill", html);
  await add(page, "Add a milestone", html);
  await saved(page);
  await isText();
  assert.equal(await page.title(), `${html} · Mentorbook`);
  await reload(page);
  await heading(page, html);
  await isText();
  for (const hash of ["#/goals", "#/", "#/history"]) {
    await go(page, hash);
    await page.getByText(html).first().waitFor();
    await isText();
  }
  await search(page, "onerror");
  await hits(page).first().waitFor();
  assert.match(await hits(page).first().innerText(), /<img src=x onerror=alert\(1\)>/);
  await isText();
  await hits(page).first().click();
  await heading(page, html);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("status").getByText(`Removed goal “${html}”`).waitFor();
  await isText();
});

test("Enter in the line goes to the first place found", async (t) => {
  const { page } = await begin(t);
  await newGoal(page, "Run a workshop");
  await newGoal(page, "Learn Danish");
  await search(page, "workshop");
  await dialog(page).getByText("1 place found").waitFor();
  await page.keyboard.press("Enter");
  await heading(page, "Run a workshop");
  await dialog(page).waitFor({ state: "hidden" });
});

test("closed with Esc and opened again in the same moment, the line has the focus", async (t) => {
  const { page } = await begin(t);
  await search(page, "a");
  await page.evaluate(() => {
    // What the browser does on Esc, and the key in the frame before it tells of that.
    document.querySelector("dialog[open]").requestClose();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }));
  });
  await dialog(page).waitFor();
  await page.waitForFunction(() => document.activeElement?.role === "searchbox");
});
