// Dates mean what was written, whatever the clock and the time zone do.
import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, begin, chooseFile, field, fileOf, go, heading, newGoal, reload, saveBackup, saved, scratch, section, started, stored, write } from "./support.mjs";

const MINE = "mentorbook:/:mine";

/** Sets the clock, also that of open pages. */
const setClock = (page, moment) => page.context().clock.setFixedTime(moment);

/** Sets the clock while the page is looked away from; the page looks at it when it is looked at again. */
async function setClockUnseen(page, moment) {
  await setClock(page, moment);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

/** Leaves the app and comes back to where one was, as on the next day. */
async function reopen(page, moment) {
  const here = page.url();
  await saved(page);
  await page.goto("about:blank");
  await setClock(page, moment);
  await page.goto(here);
  await started(page);
  await page.waitForSelector("main h1");
}

/** What the two stores hold of the entry with this title. They always hold the same. */
async function entryOf(page, title) {
  const { local, databases } = await stored(page);
  const read = (text) => JSON.parse(text).entry;
  const of = (entries) => entries.find((entry) => [entry.title, entry.name].includes(title));
  const shelf = of(local.filter(([key]) => key.startsWith(`${MINE}:entry:`)).map(([, text]) => read(text)));
  assert.deepEqual(of(databases[MINE].entries.map(({ text }) => read(text))), shelf);
  return shelf;
}

const why = (page) => field(page, "Why it matters").inputValue();

/** What was done, newest first. */
async function history(page) {
  const here = await page.evaluate(() => location.hash);
  await go(page, "#/history");
  const rows = section(page, "What was done lately").getByRole("listitem");
  await rows.first().waitFor();
  const done = await rows.locator("p").allTextContents();
  await go(page, here);
  return done;
}

// --- A wrong clock ------------------------------------------------------------------------------------

const wrong = { ahead: "2036-04-14T10:00:00+02:00", behind: "2016-04-14T10:00:00+02:00" };
const putRight = {
  "while the page is open": (page) => setClock(page, TODAY),
  "before the page is opened again": (page) => reopen(page, TODAY),
};

for (const [where, moment] of Object.entries(wrong)) {
  for (const [when, correct] of Object.entries(putRight)) {
    test(`the clock stands ten years ${where} and is put right ${when}: the later word stands, and all others do, too`, { timeout: 90_000 }, async (t) => {
      const { page, newTab } = await begin(t, { on: moment });
      await newGoal(page, "Learn to negotiate");
      await write(page, "Why it matters", "Written first");
      await write(page, "How I will know", "They say yes");
      await saved(page);
      await correct(page);
      assert.equal(await why(page), "Written first");

      await write(page, "Why it matters", "Written second");
      await saved(page);
      assert.equal(await why(page), "Written second");
      await reload(page);
      assert.equal(await why(page), "Written second");
      await write(page, "Why it matters", "Written third");
      await write(page, "Target date", "2026-09-30");
      await reload(page);
      assert.equal(await why(page), "Written third");

      // Another tab writes under a name of its own, and knows what came before.
      const other = await newTab(page.url());
      await write(other, "Why it matters", "Written fourth");
      await saved(other);
      await page.waitForFunction(() => document.querySelector("[data-at=why]").value === "Written fourth");
      await reload(page);
      assert.equal(await why(page), "Written fourth");
      assert.equal(await field(page, "How I will know").inputValue(), "They say yes");
      assert.equal(await field(page, "Target date").inputValue(), "2026-09-30");
      const { trace } = await entryOf(page, "Learn to negotiate");
      assert.equal(trace.others, undefined, "nobody wrote at the same time as somebody else");

      const changed = (field) => `Changed ${field} of “Learn to negotiate”`;
      const [reason, evidence, target] = ["why it matters", "how I will know", "target date"].map(changed);
      assert.deepEqual(await history(page), [reason, target, reason, reason, evidence, reason, "Added goal “Learn to negotiate”"]);
      await heading(page, "Learn to negotiate");
      await page.getByRole("heading", { level: 1 }).focus();
      await page.keyboard.press("Control+z");
      await page.getByRole("status").getByText(`Undid: ${reason}`).waitFor();
      assert.equal(await why(page), "Written third");
      await reload(page);
      assert.equal(await why(page), "Written third");
    });
  }

  test(`a backup of what was written with the clock ten years ${where} opens elsewhere, and does not come back over later words`, { timeout: 60_000 }, async (t) => {
    const { page } = await begin(t, { on: moment });
    await newGoal(page, "Learn to negotiate");
    await write(page, "Why it matters", "Written first");
    await saved(page);
    const here = await page.evaluate(() => location.hash);
    await setClock(page, TODAY);
    await write(page, "Why it matters", "Written second");
    await saved(page);
    const { text } = await saveBackup(page);

    const { page: next } = await begin(t, { on: TODAY });
    await go(next, "#/share");
    const openIt = async () => {
      await chooseFile(next, fileOf(text));
      await next.getByRole("region", { name: "What opening it would do" }).waitFor();
    };
    await openIt();
    await next.getByRole("button", { name: "Open it", exact: true }).click();
    await next.getByRole("status").getByText("Opened: 1 added").waitFor();
    await go(next, here);
    await heading(next, "Learn to negotiate");
    assert.equal(await why(next), "Written second");
    await write(next, "Why it matters", "Written third");
    await reload(next);
    assert.equal(await why(next), "Written third");
    await go(next, "#/share");
    await openIt();
    assert.equal(await next.getByText(/Would be (added|changed|removed): [1-9]/).count(), 0);
    await go(next, here);
    await heading(next, "Learn to negotiate");
    assert.equal(await why(next), "Written third");
  });

  test(`what got its day from a clock ten years ${where} keeps that day, and every screen opens with it`, { timeout: 90_000 }, async (t) => {
    const { page } = await begin(t, { on: moment });
    const year = moment.slice(0, 4);
    await newGoal(page, "Learn to negotiate");
    await add(page, "Add a milestone", "Read one book");
    await page.getByRole("checkbox", { name: "Read one book" }).check();
    const goal = await page.evaluate(() => location.hash);
    await go(page, "#/people");
    await add(page, "New person", "Amara Osei");
    await heading(page, "Amara Osei");
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
    const mentorship = await page.evaluate(() => location.hash);
    await page.getByText("Note a check-in", { exact: true }).last().click();
    await add(page, "What it was about, in a line", "Sent the outline");
    await reopen(page, TODAY);
    for (const address of ["#/", "#/find", "#/people", "#/goals", "#/share", "#/settings", "#/history", `${mentorship}/actions`, `${mentorship}/feedback`, `${mentorship}/about`, mentorship, goal]) {
      await go(page, address);
      await page.getByRole("heading", { level: 1 }).waitFor();
    }
    await heading(page, "Learn to negotiate");
    await section(page, "Milestones").getByText(`14 April ${year}`).waitFor();
    await go(page, "#/history");
    await page.getByText(`14 April ${year}, 10:00`).first().waitFor();
    await go(page, `${mentorship}/about`);
    await page.locator(`input[type=date]`).first().waitFor();
    assert.equal((await entryOf(page, "Learn to negotiate")).milestones[0].done, `${year}-04-14`);
  });
}

/** How old the last backup is, as the status line has it. */
const backupAge = async (page) => (await page.locator(".status").innerText()).match(/· (.*)/)[1];

test("a backup that was saved with the clock ten years ahead has an age that makes sense", async (t) => {
  const { page } = await begin(t, { on: wrong.ahead });
  await newGoal(page, "Learn to negotiate");
  await saveBackup(page);
  await reopen(page, TODAY);
  assert.doesNotMatch(await backupAge(page), /-\d/);
});

test("a backup that was saved with the clock ten years ahead does not silence the reminder for ten years", async (t) => {
  const { page } = await begin(t, { on: wrong.ahead });
  for (const title of ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"]) await newGoal(page, title);
  await saveBackup(page);
  await reopen(page, TODAY);
  await newGoal(page, "Eleven");
  await saved(page);
  await go(page, "#/");
  await reopen(page, "2026-06-30T10:00:00+02:00");
  await page.getByRole("main").getByRole("button", { name: "Save a backup" }).waitFor();
});

// --- Time zones ---------------------------------------------------------------------------------------

/** Zones with their offset in April, from the far east of the date line to the west. */
const zones = { "Pacific/Apia": "+13:00", "Asia/Kolkata": "+05:30", "America/New_York": "-04:00" };

/** A mentorship with Amara. */
async function newMentorship(page) {
  await go(page, "#/people");
  await add(page, "New person", "Amara Osei");
  await heading(page, "Amara Osei");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await heading(page, "Amara Osei");
  return page.evaluate(() => location.hash);
}

async function plan(page, day, time) {
  const form = page.locator("form").filter({ hasText: "Plan it" });
  if (!(await form.isVisible())) await page.getByText("Plan a meeting", { exact: true }).last().click();
  await field(form, "Day").fill(day);
  if (time) await field(form, "Time").fill(time);
  await form.getByRole("button", { name: "Plan it" }).click();
  await page.getByRole("status").getByText(/^Planned a meeting with/).waitFor();
  await saved(page);
}

/** The planned meetings as their list has them: the day in words, and exactly. */
const planned = (page) => section(page, "Next").locator("time").evaluateAll((all) => all.map((it) => [it.textContent, it.title, it.dateTime]));

// On the first of these nights the clocks of New York skip half past two, on the second they show half past one twice.
const nights = [["2026-03-08", "02:30"], ["2026-11-01", "01:30"]];
const asPlanned = [
  ["8 March, 02:30", "Sunday, 8 March 2026", "2026-03-08"],
  ["1 November, 01:30", "Sunday, 1 November 2026", "2026-11-01"],
];
const BEFORE = "2026-02-10T12:00:00Z";

/** Both meetings stand there as they were planned, in the list and on their own pages. */
async function standAsPlanned(page, mentorship) {
  await section(page, "Next").locator("time").nth(1).waitFor();
  assert.deepEqual(await planned(page), asPlanned);
  for (const [at, [day, time]] of nights.entries()) {
    await section(page, "Next").getByRole("link").nth(at).click();
    await heading(page, "Meeting with Amara Osei");
    await page.getByText("Change the day, the subject, the goals").click();
    const facts = page.locator("details[open]").filter({ hasText: "Change the day, the subject, the goals" });
    assert.deepEqual([await field(facts, "Day").inputValue(), await field(facts, "Time").inputValue()], [day, time]);
    await go(page, mentorship);
    await heading(page, "Amara Osei");
  }
}

test("a meeting keeps its day and its time when one travels, also at a time that is skipped or comes twice there", { timeout: 120_000 }, async (t) => {
  const [first, ...others] = Object.keys(zones);
  const { page, url, open, restart } = await begin(t, { on: BEFORE, profile: scratch(), timezoneId: first });
  const mentorship = await newMentorship(page);
  for (const [day, time] of nights) await plan(page, day, time);
  await standAsPlanned(page, mentorship);
  for (const timezoneId of others) {
    const again = await restart({ timezoneId });
    await setClock(again, BEFORE);
    await open(again, `${url}${mentorship}`);
    // A zone may have two names; both sides give the same one.
    const named = (zone) => Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
    assert.equal(await again.evaluate(named), await again.evaluate(named, timezoneId));
    await standAsPlanned(again, mentorship);
  }
});

test("a meeting keeps its day and its time when a backup is opened on the other side of the world", { timeout: 90_000 }, async (t) => {
  const { page } = await begin(t, { on: BEFORE, timezoneId: "America/New_York" });
  const mentorship = await newMentorship(page);
  for (const [day, time] of nights) await plan(page, day, time);
  const { text } = await saveBackup(page);
  for (const timezoneId of ["Pacific/Apia", "Asia/Kolkata"]) {
    const { page: there } = await begin(t, { on: BEFORE, timezoneId });
    await go(there, "#/share");
    await chooseFile(there, fileOf(text));
    await there.getByRole("button", { name: "Open it", exact: true }).click();
    await there.getByRole("status").getByText(/^Opened: /).waitFor();
    await go(there, mentorship);
    await heading(there, "Amara Osei");
    await standAsPlanned(there, mentorship);
  }
});

for (const [timezoneId, offset] of Object.entries(zones)) {
  test(`in ${timezoneId} it is still today at half past eleven at night, and tomorrow at half past midnight`, async (t) => {
    const { page } = await begin(t, { on: `2026-04-14T23:30:00${offset}`, timezoneId });
    await page.getByText("Tuesday, 14 April", { exact: true }).waitFor();
    await newGoal(page, "Learn to negotiate");
    await add(page, "Add a milestone", "Read one book");
    await add(page, "Add a milestone", "Practise");
    const milestones = section(page, "Milestones");
    await milestones.getByRole("checkbox", { name: "Read one book" }).check();
    await milestones.getByText("Today", { exact: true }).waitFor();

    await setClockUnseen(page, `2026-04-15T00:30:00${offset}`);
    await milestones.getByText("Yesterday", { exact: true }).waitFor();
    await milestones.getByRole("checkbox", { name: "Practise" }).check();
    await milestones.getByText("Today", { exact: true }).waitFor();
    await saved(page);
    const done = (await entryOf(page, "Learn to negotiate")).milestones.map((it) => [it.title, it.done]);
    assert.deepEqual(done, [["Read one book", "2026-04-14"], ["Practise", "2026-04-15"]]);
    await go(page, "#/");
    await page.getByText("Wednesday, 15 April", { exact: true }).waitFor();
    await go(page, "#/history");
    await page.getByText("Today, 00:30").first().waitFor();
    await page.getByText("Yesterday, 23:30").first().waitFor();
  });
}

const changesOfClocks = {
  "a day of 23 hours": ["2026-03-09", [
    ["2026-03-06T23:30:00-05:00", "Monday, in 3 days", "backed up today"],
    ["2026-03-07T00:30:00-05:00", "Monday, in 2 days", "backup 1 day old"],
    ["2026-03-08T00:30:00-05:00", "Tomorrow", "backup 2 days old"],
    ["2026-03-08T23:30:00-04:00", "Tomorrow", "backup 2 days old"],
    ["2026-03-09T00:30:00-04:00", "Today", "backup 3 days old"],
  ]],
  "a day of 25 hours": ["2026-11-02", [
    ["2026-10-30T23:30:00-04:00", "Monday, in 3 days", "backed up today"],
    ["2026-10-31T00:30:00-04:00", "Monday, in 2 days", "backup 1 day old"],
    ["2026-11-01T00:30:00-04:00", "Tomorrow", "backup 2 days old"],
    ["2026-11-01T23:30:00-05:00", "Tomorrow", "backup 2 days old"],
    ["2026-11-02T00:30:00-05:00", "Today", "backup 3 days old"],
  ]],
};

for (const [what, [day, table]] of Object.entries(changesOfClocks)) {
  test(`days are counted as days across ${what}`, async (t) => {
    const { page } = await begin(t, { on: table[0][0], timezoneId: "America/New_York" });
    const mentorship = await newMentorship(page);
    await plan(page, day);
    await saveBackup(page);
    await go(page, mentorship);
    await heading(page, "Amara Osei");
    for (const [moment, words, age] of table) {
      await setClockUnseen(page, moment);
      await section(page, "Next").getByText(words, { exact: true }).waitFor();
      assert.equal(await backupAge(page), age);
    }
  });
}

// --- The day that is there every four years -------------------------------------------------------------

test("29 February stays 29 February, and a year later the next look is asked for", { timeout: 60_000 }, async (t) => {
  const { page, newTab } = await begin(t, { on: "2028-02-28T10:00:00+01:00" });
  await newGoal(page, "Learn to negotiate");
  const goal = await page.evaluate(() => location.hash);
  await write(page, "Target date", "2028-02-29");
  await add(page, "Add a milestone", "Read one book");
  await field(section(page, "Milestones").getByRole("listitem"), "Due").fill("2028-02-29");
  await reload(page);
  assert.equal(await field(page, "Target date").inputValue(), "2028-02-29");

  await reopen(page, "2028-02-29T23:30:00+01:00");
  await section(page, "Milestones").getByRole("checkbox", { name: "Read one book" }).check();
  const review = section(page, "Review");
  await review.getByText("Look at it now").click();
  await write(review, "What do you see now?", "It can wait a year.");
  // The same day a year on does not come: whoever makes it that is told, and chooses one that does.
  const next = field(review, "Next look");
  await next.fill("2028-02-29");
  for (const key of ["ArrowRight", "ArrowRight", "ArrowUp"]) await next.press(key);
  await next.blur();
  await review.getByText("This is not a whole day. What stood before is kept.").waitFor();
  await next.fill("2029-02-28");
  await review.getByRole("button", { name: "Keep this review" }).click();
  await section(page, "What happened").getByText("It can wait a year.").waitFor();
  await reload(page);
  const { target, milestones, review_on: reviewOn, reviews } = await entryOf(page, "Learn to negotiate");
  assert.deepEqual([target, milestones[0].due, milestones[0].done, reviewOn, reviews[0].on], ["2028-02-29", "2028-02-29", "2028-02-29", "2029-02-28", "2028-02-29"]);

  await go(page, "#/");
  for (const [moment, words] of [["2029-02-27", 0], ["2029-02-28", 1], ["2029-03-01", 1]]) {
    await reopen(page, `${moment}T00:30:00+01:00`);
    await heading(page, words ? "One thing asks for you today" : "Nothing asks for you today");
    assert.equal(await page.getByText("Look again at “Learn to negotiate”").count(), words);
  }
  await go(page, goal);
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Target date").inputValue(), "2028-02-29");
  await section(page, "What happened").getByText("29 February 2028").first().waitFor();
  const other = await newTab(page.url());
  assert.equal(await field(other, "Target date").inputValue(), "2028-02-29");
});

test("the next meeting is proposed a year after one on 29 February, on a day that there is", async (t) => {
  const { page } = await begin(t, { on: "2028-02-29T10:00:00+01:00" });
  const mentorship = await newMentorship(page);
  await go(page, `${mentorship}/about`);
  await write(page, "Never longer than", "366");
  await write(page, "A contact every", "365");
  await go(page, mentorship);
  await heading(page, "Amara Osei");
  await page.getByText("Log a past meeting", { exact: true }).click();
  const form = page.locator("form").filter({ hasText: "Log it" });
  await field(form, "Day").fill("2028-02-29");
  await form.getByRole("button", { name: "Log it" }).click();
  await heading(page, "Meeting with Amara Osei");
  await go(page, mentorship);
  await heading(page, "Amara Osei");
  await page.getByText("Plan a meeting", { exact: true }).last().click();
  assert.equal(await field(page.locator("form").filter({ hasText: "Plan it" }), "Day").inputValue(), "2029-02-28");
});
