// Every screen of the app, for what is asked of all of them.
import assert from "node:assert/strict";
import { plan } from "./meetings.mjs";
import { add, axe, field, go, heading, newGoal, saved, section, write } from "./support.mjs";

/** A notebook in which every screen has something to show. */
export async function writeNotebook(page) {
  await field(page, "What are you working toward?").fill("Lead a project from start to end");
  await page.getByRole("radio", { name: "Yes" }).check();
  await field(page, "Their name").fill("Amara Osei");
  await page.getByRole("radio", { name: "Every two weeks" }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  const mentorship = await page.evaluate(() => location.hash);
  await plan(page, mentorship, await page.evaluate(() => new Date().toLocaleDateString("sv")));
  await go(page, `${mentorship}/thanks`);
  await add(page, "What helped, in a line", "The advice to ask a second time");
  await page.getByRole("button", { name: "Mark as sent today" }).click();
  await section(page, "What was sent").waitFor();
  await add(page, "What helped, in a line", "An hour");
  await go(page, `${mentorship}/feedback`);
  await page.getByRole("radio", { name: "A piece of work" }).check();
  await add(page, "What was said, in a line; more can follow", "Slower, please");
  await go(page, `${mentorship}/actions`);
  await field(page, "Due").fill("2020-01-01");
  await add(page, "New action item", "Send the outline");
  await go(page, `${mentorship}/about`);
  await page.getByRole("button", { name: "Prepare an agreement" }).click();
  await heading(page, "Agreement with Amara Osei");
  await write(page, "What I hope for and bring", "Honest words");
  const about = await page.getByRole("link", { name: "Amara Osei" }).first().getAttribute("href");
  await go(page, about);
  await page.getByText("Write down a pause").click();
  await add(page, "What for", "Summer holidays");
  await section(page, "Pauses").getByText(/, 7 days$/).waitFor();
  await go(page, about.replace(/about$/, "pulse"));
  await page.getByRole("button", { name: "Note how it feels today" }).click();
  await page.getByRole("button", { name: "Write down a doubt" }).click();
  await heading(page, "A doubt about Amara Osei");
  await write(page, "What troubles me", "We talk about their week");
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
  await go(page, "#/find");
  await add(page, "New candidate", "Jonas Feld");
  await heading(page, "Jonas Feld");
  await field(page, "Look again on").fill("2020-01-01");
  await page.getByRole("radio", { name: "Talking" }).check();
  await page.getByRole("group", { name: "Time for you" }).getByRole("radio", { name: "4" }).check();
  await go(page, "#/matches");
  await add(page, "Your name", "Noor Haddad");
  await heading(page, "My card");
  await add(page, "Add something I know", "Chairing a meeting");
  await saved(page);
}

/** What axe finds wrong on the whole page. The window is as tall as the page, so that the places at its foot cover nothing. */
export async function findings(page) {
  const { width } = page.viewportSize();
  await page.setViewportSize({ width, height: 900 });
  await page.setViewportSize({ width, height: Math.max(900, await page.evaluate(() => document.documentElement.scrollHeight)) });
  return axe(page);
}

/** What kind of screen an address leads to. */
const kindOf = (hash) => hash.replace(/\/[a-z]+-[0-9a-z]{16}\b/, "/…").replace(/^(#\/(actions|feedback))\?.*/, "$1");

/** Every kind of screen that links lead to, one address each, and those to which none leads. */
export async function screens(page) {
  const found = new Map(["#/", "#/welcome", "#/share", "#/guide", "#/history", "#/settings", "#/nothing-here"].map((hash) => [kindOf(hash), hash]));
  // Some of each kind are looked at: not every mentorship has an agreement, say.
  const looked = new Map();
  const waiting = new Set(found.values());
  for (const hash of waiting) {
    const times = (looked.get(kindOf(hash)) ?? 0) + 1;
    looked.set(kindOf(hash), times);
    if (times > 3) continue;
    await go(page, hash);
    const links = await page.locator("a[href^='#/']").evaluateAll((all) => all.map((it) => it.getAttribute("href")));
    for (const link of links) {
      waiting.add(link);
      if (!found.has(kindOf(link))) found.set(kindOf(link), link);
    }
  }
  // The screens during and after a talk: links lead there only on its day.
  for (const what of ["talk", "after"]) found.set(`#/meetings/…/${what}`, `${found.get("#/meetings/…")}/${what}`);
  for (const kind of ["#/goals", "#/goals/…", "#/agreements/…", "#/actions", "#/feedback", "#/mentorships/…/thanks", "#/mentorships/…/closing", "#/mentorships/…/share", "#/mentorships/…/report", "#/report", "#/doubts/…", "#/meetings/…", "#/find", "#/plans/…", "#/events/…", "#/outreach/…", "#/candidates", "#/candidates/…", "#/compare", "#/people", "#/people-in", "#/matches", "#/cards/…"]) assert.ok(found.has(kind), `no link leads to ${kind}`);
  return [...found];
}

/** What floats above the page: how it is opened. */
export const floating = [
  ["the search with hits", async (page) => { await page.keyboard.press("Control+k"); await page.getByRole("searchbox").fill("a"); await page.locator(".hits button").first().waitFor(); }],
  ["“New”", async (page) => { await page.getByRole("button", { name: "New", exact: true }).click(); await page.getByRole("dialog", { name: "Write something new" }).waitFor(); }],
  ["the keys", async (page) => { await page.keyboard.press("?"); await page.getByRole("dialog", { name: "Keys" }).waitFor(); }],
];

/** Unfolds what is folded on the page, so that it is looked at too. */
export const unfoldAll = (page) => page.locator("main details").evaluateAll((all) => all.forEach((it) => { it.open = true; }));
