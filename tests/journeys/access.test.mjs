import assert from "node:assert/strict";
import test from "node:test";
import { add, axe, begin, field, go, heading, newGoal, openExample, saved, section, visit, write } from "./support.mjs";

/** A notebook in which every screen has something to show. */
async function writeNotebook(page) {
  await field(page, "What are you working toward?").fill("Lead a project from start to end");
  await page.getByRole("radio", { name: "Yes" }).check();
  await field(page, "Their name").fill("Amara Osei");
  await page.getByRole("radio", { name: "Every two weeks" }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await newGoal(page, "Speak at a regional conference, and answer questions without notes");
  await write(page, "Why it matters", "To be heard");
  await add(page, "Add a skill", "Telling a story");
  await add(page, "Add a milestone", "Submit the abstract");
  await add(page, "Add a milestone", "Rehearse");
  await page.getByRole("checkbox", { name: "Rehearse" }).check();
  await section(page, "Review").getByText("Look at it now").click();
  await write(page, "What do you see now?", "Still right");
  await page.getByRole("button", { name: "Keep this review" }).click();
  await section(page, "Where it stands").getByRole("radio", { name: "Paused" }).check();
  await page.getByRole("button", { name: "Mark as private" }).click();
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for this year");
  await heading(page, "A mentor for this year");
  await page.getByRole("checkbox").first().check();
  await add(page, "New event", "Regional data meetup");
  await heading(page, "Regional data meetup");
  await add(page, "Add somebody to meet", "The speaker");
  await add(page, "Add somebody you met", "Noor");
  await page.getByRole("button", { name: "Add to people: Noor" }).click();
  await page.getByRole("link", { name: "In your people: Noor" }).waitFor();
  await go(page, "#/find");
  await add(page, "New outreach", "Ilse Lindqvist");
  await heading(page, "Ilse Lindqvist");
  await page.getByRole("button", { name: "Mark as sent today" }).click();
  await page.getByRole("radio", { name: "An answer came" }).check();
  await saved(page);
}

/** What axe finds wrong on the whole page. The window is as tall as the page, so that the places at its foot cover nothing. */
async function findings(page) {
  const { width } = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await page.setViewportSize({ width, height: Math.max(900, await page.evaluate(() => document.documentElement.scrollHeight)) });
  return axe(page);
}

/** What kind of screen an address leads to. */
const kindOf = (hash) => hash.replace(/\/[a-z]+-[0-9a-z]{16}\b/, "/…");

/** Every kind of screen that links lead to, one address each, and those to which none leads. */
async function screens(page) {
  const found = new Map(["#/", "#/welcome", "#/share", "#/guide", "#/history", "#/settings", "#/nothing-here"].map((hash) => [kindOf(hash), hash]));
  for (const hash of found.values()) {
    await go(page, hash);
    const links = await page.locator("a[href^='#/']").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
    for (const link of links) if (!found.has(kindOf(link))) found.set(kindOf(link), link);
  }
  for (const kind of ["#/goals", "#/goals/…", "#/find", "#/plans/…", "#/events/…", "#/outreach/…", "#/people"]) assert.ok(found.has(kind), `no link leads to ${kind}`);
  return [...found];
}

/** What floats above the page: how it is opened. */
const floating = [
  ["the search with hits", async (page) => { await page.keyboard.press("Control+k"); await page.getByRole("searchbox").fill("a"); await page.locator(".hits button").first().waitFor(); }],
  ["“New”", async (page) => { await page.getByRole("button", { name: "New", exact: true }).click(); await page.getByRole("dialog", { name: "Write something new" }).waitFor(); }],
  ["the keys", async (page) => { await page.keyboard.press("?"); await page.getByRole("dialog", { name: "Keys" }).waitFor(); }],
];

for (const colorScheme of ["light", "dark"]) {
  for (const width of [1280, 375]) {
    test(`axe finds nothing on any screen, ${colorScheme}, ${width} px wide`, { timeout: 300_000 }, async (t) => {
      const { page, open } = await visit(t, { colorScheme, viewport: { width, height: 900 } });
      await open();
      await heading(page, "A notebook for mentorship, yours alone");
      assert.deepEqual(await findings(page), [], "the first visit");
      await writeNotebook(page);
      for (const [kind, hash] of await screens(page)) {
        await t.test(kind, async () => {
          await go(page, hash);
          // What is folded away is looked at too.
          await page.locator("main details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
          assert.deepEqual(await findings(page), []);
        });
      }
      await go(page, "#/settings");
      await page.getByRole("button", { name: "Erase everything" }).click();
      assert.deepEqual(await findings(page), [], "the question before erasing");
      await page.keyboard.press("Escape");
      await go(page, "#/");
      for (const [what, show] of floating) {
        await t.test(what, async () => {
          await show(page);
          assert.deepEqual(await findings(page), []);
          await page.keyboard.press("Escape");
          await page.locator("dialog[open]").waitFor({ state: "detached" });
        });
      }
      await go(page, "#/goals");
      await page.getByRole("link", { name: /^Speak at/ }).click();
      await heading(page, "Speak at a regional conference, and answer questions without notes");
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await page.getByRole("status").getByText(/^Removed goal/).waitFor();
      assert.deepEqual(await findings(page), [], "a notice");
    });
  }
}

for (const [colorScheme, width] of [["light", 1280], ["dark", 375]]) {
  test(`axe finds nothing in a notebook of a year, ${colorScheme}, ${width} px wide`, { timeout: 300_000 }, async (t) => {
    const { page } = await begin(t, { colorScheme, viewport: { width, height: 900 } });
    await openExample(page);
    const found = await screens(page);
    for (const kind of ["#/meetings/…", "#/people/…", "#/mentorships/…", "#/mentorships/…/feedback"]) assert.ok(found.some(([it]) => it === kind), `no link leads to ${kind}`);
    for (const [kind, hash] of found) {
      await t.test(kind, async () => {
        await go(page, hash);
        await page.locator("main details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
        assert.deepEqual(await findings(page), []);
      });
    }
  });
}

test("nothing scrolls sideways on a screen 320 px wide", { timeout: 120_000 }, async (t) => {
  const { page, open } = await visit(t, { viewport: { width: 320, height: 640 } });
  const tooWide = () => page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > clientWidth + 0.5).map((it) => `${it.tagName}.${it.className} ends at ${Math.round(it.getBoundingClientRect().right)}`).slice(0, 8);
  });
  await open();
  await heading(page, "A notebook for mentorship, yours alone");
  assert.deepEqual(await tooWide(), [], "the first visit");
  await writeNotebook(page);
  await newGoal(page, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenträgerverein");
  for (const [kind, hash] of await screens(page)) {
    await t.test(kind, async () => {
      await go(page, hash);
      await page.locator("main details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
      assert.deepEqual(await tooWide(), []);
    });
  }
  for (const [what, show] of floating) {
    await t.test(what, async () => {
      await go(page, "#/");
      await show(page);
      assert.deepEqual(await tooWide(), []);
      const wide = await page.locator("dialog[open]").evaluate((it) => it.scrollWidth - it.clientWidth);
      assert.ok(wide <= 0, `the dialog is ${wide} px wider than it shows`);
      await page.keyboard.press("Escape");
      await page.locator("dialog[open]").waitFor({ state: "detached" });
    });
  }
});

test("the focus goes to the heading of the screen one goes to, and the title of the window follows", async (t) => {
  const { page } = await begin(t);
  const places = page.getByRole("navigation", { name: "Places" });
  for (const [link, title] of [["Goals", "Goals"], ["Find", "Find"], ["Share", "Share"]]) {
    await places.getByRole("link", { name: link, exact: true }).click();
    await heading(page, title);
    await page.waitForFunction(() => document.activeElement?.tagName === "H1");
    assert.equal(await page.title(), `${title} · Mentorbook`);
    assert.equal(await places.getByRole("link", { name: link, exact: true }).getAttribute("aria-current"), "page");
  }
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Tab");
  await page.getByRole("link", { name: "Skip to the page" }).press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "H1");
});

test("an address that leads nowhere says so and leads back", async (t) => {
  const { page } = await begin(t);
  await go(page, "#/goals/goal-aaaaaaaaaaaaaaaa");
  await heading(page, "There is nothing at this address");
  await page.getByRole("link", { name: "Go to Today" }).click();
  await heading(page, "Nothing asks for you today");
});
