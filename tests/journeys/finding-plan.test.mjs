import assert from "node:assert/strict";
import test from "node:test";
import { TODAY, add, begin, field, go, heading, pressOn, reload, saved, section, tabTo, typeInto, write } from "./support.mjs";

const row = (page, title) => page.getByRole("listitem").filter({ has: page.getByRole("checkbox", { name: title, exact: true }) });
/** The names of the strategies, from top to bottom. */
const strategies = (page) => page.getByRole("textbox", { name: "Strategy", exact: true }).evaluateAll((all) => all.map((it) => it.value));

test("a finding plan: strategies from the list, steps ticked with their day, an own step and an own strategy", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/find");
  const ways = page.getByRole("group", { name: "Ways to begin with" });
  await ways.getByRole("checkbox", { name: "Professional associations" }).check();
  await ways.getByRole("checkbox", { name: "LinkedIn" }).uncheck();
  await add(page, "New finding plan", "A mentor for my first year as team lead");
  await heading(page, "A mentor for my first year as team lead");
  assert.deepEqual(await strategies(page), ["Events, conferences, workshops", "Professional associations"]);
  await write(page, "Whom I look for", "Has led a team of ten");

  const ask = "Ask somebody to come along to the first of them";
  await row(page, ask).getByRole("checkbox").check();
  await row(page, ask).getByText("Today").waitFor();

  const associations = section(page, "Professional associations");
  await add(associations, "Add a step", "Call the chamber of commerce");
  await row(page, "Call the chamber of commerce").getByLabel(/^Due/).fill("2026-05-04");
  await page.getByRole("button", { name: "Move up: Call the chamber of commerce" }).click();

  await page.getByRole("button", { name: "Take up: Matching platforms" }).click();
  await section(page, "Matching platforms").waitFor();
  await add(page, "A strategy of your own", "Ask former teachers");
  await add(section(page, "Ask former teachers"), "Add a step", "Write to Mr. Lindqvist");

  const whole = async () => {
    await heading(page, "A mentor for my first year as team lead");
    assert.deepEqual(await strategies(page), ["Events, conferences, workshops", "Professional associations", "Matching platforms", "Ask former teachers"]);
    assert.equal(await field(page, "Whom I look for").inputValue(), "Has led a team of ten");
    assert.equal(await row(page, ask).getByRole("checkbox").isChecked(), true);
    await row(page, ask).getByText("Today").waitFor();
    assert.equal(await row(page, "Call the chamber of commerce").getByLabel(/^Due/).inputValue(), "2026-05-04");
    const steps = await associations.getByRole("checkbox").evaluateAll((all) => all.map((it) => it.closest("label").textContent));
    assert.equal(steps.at(-2), "Call the chamber of commerce");
    await row(page, "Write to Mr. Lindqvist").waitFor();
    await page.getByText("1 of 20 steps").waitFor();
  };
  await whole();
  await reload(page);
  await whole();

  await page.getByRole("main").getByRole("link", { name: "Find" }).click();
  await heading(page, "Find");
  const line = section(page, "Finding plans").getByRole("listitem").filter({ hasText: "A mentor for my first year as team lead" });
  await line.getByText(/^1 of 20$/).waitFor();
});

test("F2, F5: an association's programme and the employer's are gone after step by step, and a step that is due says so on Today", async (t) => {
  const { page, tabs } = await begin(t, { on: TODAY });
  await go(page, "#/find");
  const ways = page.getByRole("group", { name: "Ways to begin with" });
  for (const box of await ways.getByRole("checkbox").all()) await box.uncheck();
  await ways.getByRole("checkbox", { name: "Professional associations" }).check();
  await ways.getByRole("checkbox", { name: "My employer's programme" }).check();
  await add(page, "New finding plan", "A mentor who knows the house");
  await heading(page, "A mentor who knows the house");
  assert.deepEqual(await strategies(page), ["Professional associations", "My employer's programme"]);
  for (const step of ["Find two associations of my field, and one next to it", "Join the one that fits, or come to a meeting as a guest"]) {
    await row(page, step).getByRole("checkbox").check();
  }
  const ask = "Ask the personnel department whether there is a programme";
  await row(page, ask).getByLabel(/^Due/).fill("2026-04-20");
  await row(page, ask).getByLabel(/^Due/).blur();
  await saved(page);
  await tabs.clock.setFixedTime("2026-04-20T10:00:00+02:00");
  await go(page, "#/");
  await reload(page);
  await page.getByRole("listitem").filter({ hasText: ask }).getByRole("button").click();
  await heading(page, "A mentor who knows the house");
  await row(page, ask).getByRole("checkbox").check();
  await page.getByText("3 of 11 steps").waitFor();
  await go(page, "#/");
  assert.equal(await page.getByText(ask).count(), 0);
});

test("a plan is closed with what came of it, and opened again", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/find");
  await add(page, "New finding plan", "A mentor for 2025");
  await heading(page, "A mentor for 2025");
  const stands = section(page, "Where it stands");
  const address = page.url();
  await stands.getByText("Close this plan").click();
  await write(stands, "What came of it", "Found Amara at the second event");
  await stands.getByRole("button", { name: "Close it" }).click();
  await page.getByText("Closed", { exact: true }).waitFor();
  await saved(page);
  await go(page, "#/find");
  await page.getByText("1 closed plan").click();
  await page.getByText("Closed today: Found Amara at the second event").waitFor();
  await go(page, new URL(address).hash);
  await heading(page, "A mentor for 2025");
  await stands.getByRole("button", { name: "Open it again" }).click();
  await stands.getByText("Close this plan").waitFor();
  assert.equal(await page.getByText("Closed", { exact: true }).count(), 0);
});

test("an event: whom to meet beforehand, whom one met there, and one of them among the people", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/find");
  await field(page, "Its day").fill("2026-04-20");
  await add(page, "New event", "Regional data meetup");
  await heading(page, "Regional data meetup");
  assert.equal(await field(page, "Day").inputValue(), "2026-04-20");
  await write(page, "Where", "Town hall");
  await add(page, "Add somebody to meet", "The speaker on careers");
  await add(page, "Add somebody to meet", "Noor");
  await page.getByRole("button", { name: "Met: Noor" }).click();
  const met = section(page, "Whom I met");
  await met.getByRole("button", { name: "Add to people: Noor" }).waitFor();
  await write(met, "What we talked about", "Runs the workshop series");
  await add(page, "Add somebody you met", "Ilse");
  await met.getByRole("button", { name: "Add to people: Noor" }).click();
  await met.getByRole("link", { name: "In your people: Noor" }).waitFor();
  await write(page, "Write to them by", "2026-04-23");

  await reload(page);
  await heading(page, "Regional data meetup");
  assert.equal(await field(page, "Where").inputValue(), "Town hall");
  const names = (within, label) => within.getByRole("textbox", { name: label, exact: true }).evaluateAll((all) => all.map((it) => it.value));
  assert.deepEqual(await names(page, "Person to meet"), ["The speaker on careers"]);
  assert.deepEqual(await names(page, "Person met"), ["Noor", "Ilse"]);
  assert.equal(await met.getByLabel("What we talked about").first().inputValue(), "Runs the workshop series");
  await met.getByRole("link", { name: "In your people: Noor" }).waitFor();
  await met.getByRole("button", { name: "Add to people: Ilse" }).waitFor();
  assert.equal(await field(page, "Write to them by").inputValue(), "2026-04-23");

  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("searchbox").fill("noor");
  await page.getByRole("dialog").getByRole("heading", { name: "People", exact: true }).waitFor();
});

test("an outreach is written, marked as sent, and answered", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  await go(page, "#/find");
  await add(page, "New outreach", "Amara Osei");
  await heading(page, "Amara Osei");
  await write(page, "Why this person", "Her talk on second careers");
  await write(page, "What I ask", "Half an hour about one question");
  await write(page, "What I offer", "News of what became of it");
  await page.getByRole("button", { name: "Mark as sent today" }).click();
  await page.waitForFunction(() => document.activeElement?.dataset.at === "sent-messages");
  assert.equal(await field(page, "Sent on").inputValue(), "2026-04-14");
  await saved(page);
  await go(page, "#/find");
  const line = section(page, "Outreach").getByRole("listitem").filter({ hasText: "Amara Osei" });
  await line.getByText("Sent today").waitFor();
  await section(page, "Outreach").getByText("1 waiting").waitFor();
  await line.getByRole("link").click();
  await heading(page, "Amara Osei");
  await page.getByRole("radio", { name: "An answer came" }).check();
  await write(page, "What it said", "Gladly, after the summer");

  await reload(page);
  await heading(page, "Amara Osei");
  assert.equal(await field(page, "Why this person").inputValue(), "Her talk on second careers");
  assert.equal(await field(page, "What I ask").inputValue(), "Half an hour about one question");
  assert.equal(await field(page, "What I offer").inputValue(), "News of what became of it");
  assert.equal(await field(page, "Sent on").inputValue(), "2026-04-14");
  assert.equal(await page.getByRole("radio", { name: "An answer came" }).isChecked(), true);
  assert.equal(await field(page, "Came on").inputValue(), "2026-04-14");
  assert.equal(await field(page, "What it said").inputValue(), "Gladly, after the summer");
  await go(page, "#/find");
  await line.getByText("Answered today: Gladly, after the summer").waitFor();
});

test("a finding plan is written, gone through and closed with the keyboard alone", { timeout: 90_000 }, async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const keys = page.keyboard;
  await keys.press("n");
  await pressOn(page, page.getByRole("button", { name: "A finding plan" }));
  await heading(page, "Find");
  const ways = page.getByRole("group", { name: "Ways to begin with" });
  await page.waitForFunction(() => document.activeElement?.labels?.[0]?.textContent === "New finding plan");
  await pressOn(page, ways.getByRole("checkbox", { name: "LinkedIn" }), "Space");
  await typeInto(page, field(page, "New finding plan"), "A mentor for this year", { key: "Shift+Tab" });
  await keys.press("Enter");
  await heading(page, "A mentor for this year");
  assert.deepEqual(await strategies(page), ["Events, conferences, workshops"]);

  const ask = "Ask somebody to come along to the first of them";
  await pressOn(page, row(page, ask).getByRole("checkbox"), "Space");
  await row(page, ask).getByText("Today").waitFor();
  const events = section(page, "Events, conferences, workshops");
  await typeInto(page, field(events, "Add a step"), "Print ten cards");
  await keys.press("Enter");
  await tabTo(page, row(page, "Print ten cards").getByRole("checkbox"), { key: "Shift+Tab" });
  await typeInto(page, row(page, "Print ten cards").getByLabel(/^Due/), "05052026");
  await pressOn(page, page.getByRole("button", { name: "Move up: Print ten cards" }));
  await pressOn(page, page.getByRole("button", { name: "Take up: Matching platforms" }));
  await section(page, "Matching platforms").waitFor();
  // The focus is not lost: it has moved on with the next frame.
  await page.waitForFunction(() => document.activeElement.tagName !== "BODY");
  await typeInto(page, field(page, "A strategy of your own"), "Ask former teachers");
  await keys.press("Enter");
  await section(page, "Ask former teachers").waitFor();

  await reload(page);
  assert.equal(await row(page, ask).getByRole("checkbox").isChecked(), true);
  assert.equal(await row(page, "Print ten cards").getByLabel(/^Due/).inputValue(), "2026-05-05");
  const steps = await events.getByRole("checkbox").evaluateAll((all) => all.map((it) => it.closest("label").textContent));
  assert.equal(steps.at(-2), "Print ten cards");
  assert.deepEqual(await strategies(page), ["Events, conferences, workshops", "Matching platforms", "Ask former teachers"]);

  const stands = section(page, "Where it stands");
  await pressOn(page, stands.getByText("Close this plan"), "Enter", { key: "Shift+Tab" });
  await typeInto(page, field(stands, "What came of it"), "Found Amara");
  await pressOn(page, stands.getByRole("button", { name: "Close it" }));
  await page.getByText("Closed", { exact: true }).waitFor();
});

test("an event is written, and somebody met there taken over, with the keyboard alone", async (t) => {
  const { page } = await begin(t, { on: TODAY });
  const keys = page.keyboard;
  await go(page, "#/find");
  await typeInto(page, field(page, "Its day"), "05052026");
  await typeInto(page, field(page, "New event"), "Regional data meetup", { key: "Shift+Tab" });
  await keys.press("Enter");
  await heading(page, "Regional data meetup");
  assert.equal(await field(page, "Day").inputValue(), "2026-05-05");
  await typeInto(page, field(page, "Add somebody to meet"), "Noor");
  await keys.press("Enter");
  await pressOn(page, page.getByRole("button", { name: "Met: Noor" }), "Enter", { key: "Shift+Tab" });
  const met = section(page, "Whom I met");
  await pressOn(page, met.getByRole("button", { name: "Add to people: Noor" }));
  await pressOn(page, met.getByRole("link", { name: "In your people: Noor" }));
  await heading(page, "Noor");
});
