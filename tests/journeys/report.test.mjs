// K8: a report of some time, as a page, on paper and as a text.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";
import { owner } from "./owner.mjs";
import { axe, day, downloaded, field, go, heading, newGoal, pressOn, saved, scratch, section, write } from "./support.mjs";

/** A mentorship in which something happened: a meeting with what it ended with, a promise that was kept, a goal with a milestone. */
async function happened(t, more = {}) {
  const visited = await owner(t, more);
  const { page, mentorship, goal } = visited;
  await go(page, mentorship);
  await section(page, "Next").getByRole("link").first().click();
  await page.waitForFunction(() => location.hash.startsWith("#/meetings/"));
  await page.getByRole("radio", { name: "Held" }).check();
  await write(page, "Outcomes", "Ask <b>three</b> organisers");
  await saved(page);
  await go(page, `${mentorship}/actions`);
  await page.getByRole("checkbox", { name: "Send the outline" }).click();
  await go(page, goal);
  await page.getByRole("checkbox", { name: "Find three conferences" }).check();
  await saved(page);
  return visited;
}

/** What a number of the report says. */
const number = (page, what) => page.locator("dl.numbers > div").filter({ hasText: what }).locator("dd").textContent();

test("K8: a report tells what some time came to, and opens anywhere as a page without a script", async (t) => {
  const { page, mentorship, tabs } = await happened(t);
  await go(page, mentorship);
  await page.getByRole("link", { name: "What it came to: a report" }).click();
  await heading(page, "With Amara Osei");
  assert.equal(await number(page, "Meetings"), "1");
  assert.equal(await number(page, "Action items done"), "1");
  assert.equal(await number(page, "Milestones done"), "1");
  await section(page, "Meetings").getByText("Ask <b>three</b> organisers").waitFor();
  assert.deepEqual(await axe(page), []);
  // What is not chosen is not told, and not counted.
  await page.getByRole("checkbox", { name: "Action items" }).uncheck();
  await page.getByText("Action items done", { exact: true }).first().waitFor({ state: "detached" });
  const { name, text } = await downloaded(page, () => page.getByRole("button", { name: "Save as a page" }).click());
  assert.equal(name, `mentorbook-report-${day(0)}.html`);
  for (const secret of ["Leave the company", "afraid", "Send the outline"]) assert.ok(!text.includes(secret), secret);

  // On another device, from a folder, with scripts switched off.
  const file = join(scratch(), name);
  writeFileSync(file, text);
  const context = await tabs.browser().newContext({ javaScriptEnabled: false });
  t.after(() => context.close());
  const other = await context.newPage();
  const asked = [];
  other.on("request", (request) => asked.push(request.url()));
  await other.goto(pathToFileURL(file).href);
  await other.getByRole("heading", { level: 1, name: "With Amara Osei" }).waitFor();
  await other.getByText("Ask <b>three</b> organisers").waitFor();
  assert.equal(await other.locator("svg rect").count(), 2);
  assert.deepEqual(asked, [pathToFileURL(file).href]);
  assert.equal(await other.locator("script").count(), 0);
  // What is wrong with it for those who do not see it. `axe` is a script, so it looks at the page without its policy.
  const looked = await tabs.newPage();
  await looked.setContent(text.replace(/<meta http-equiv[^>]*>/, ""));
  assert.deepEqual(await axe(looked), []);
  await looked.close();

  // As a text it says the same, and nothing that was written is a mark.
  const asText = await downloaded(page, () => page.getByRole("button", { name: "Save as Markdown" }).click());
  assert.equal(asText.name, `mentorbook-report-${day(0)}.md`);
  assert.ok(asText.text.startsWith("# With Amara Osei\n"));
  assert.ok(asText.text.includes("Ask \\<b\\>three\\</b\\> organisers"));
  // On paper there is the report, and not what makes it.
  await page.emulateMedia({ media: "print" });
  await page.getByText("Ask <b>three</b> organisers").waitFor();
  assert.ok(!(await page.getByRole("button", { name: "Save as a page" }).isVisible()));
  assert.ok(!(await field(page, "From").isVisible()));
});

test("K8: one's own year has every mentorship and every goal that is not private, with the keyboard alone", async (t) => {
  const { page } = await happened(t, { viewport: { width: 375, height: 800 }, colorScheme: "dark" });
  await newGoal(page, "Write every week");
  await go(page, "#/share");
  await pressOn(page, page.getByRole("link", { name: "My year" }));
  await heading(page, "My year 2026");
  assert.equal(await number(page, "Goals reached so far"), "0 of 2");
  await section(page, "Goals").getByText("Write every week").waitFor();
  await section(page, "Meetings · With Amara Osei").waitFor();
  // So high that the places at the lower edge cover nothing.
  await page.setViewportSize({ width: 375, height: 2400 });
  assert.deepEqual(await axe(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  // Another time has another name.
  await pressOn(page, page.getByRole("checkbox", { name: "Goals" }), "Space");
  await page.getByText("Write every week").waitFor({ state: "detached" });
  await field(page, "From").fill(day(-400));
  await heading(page, "My time with mentors and mentees");
  await field(page, "From").fill(day(1));
  await page.getByText("The last day is before the first.").waitFor();
  await heading(page, "A report");
  assert.equal(await page.getByRole("button", { name: "Save as a page" }).count(), 0);
  await field(page, "From").fill(day(-30));
  const { text } = await downloaded(page, () => pressOn(page, page.getByRole("button", { name: "Save as a page" })));
  assert.ok(text.includes("With Amara Osei") && !text.includes("Write every week"));
});

test("K8: of a mentorship that is private there is no report, and that is said", async (t) => {
  const { page, mentorship } = await happened(t);
  await go(page, `${mentorship}/about`);
  await page.getByRole("button", { name: "Mark as private" }).first().click();
  await saved(page);
  await go(page, `${mentorship}/report`);
  await page.getByText("This mentorship, or the person, is marked as private, so no report tells of it.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Save as a page" }).count(), 0);
  await go(page, "#/report");
  await heading(page, "My year 2026");
  assert.ok(!(await page.locator("main").textContent()).includes("Amara"));
});
