import assert from "node:assert/strict";
import test from "node:test";
import { begin, chooseFile, field, fileOf, go, heading, newGoal, pressOn, reload, saved, saveBackup, started, tabTo, typeInto, visit } from "./support.mjs";

const HEADING = "A notebook for mentorship, yours alone";

const arrive = async (t) => {
  const visited = await visit(t);
  await visited.open();
  await heading(visited.page, HEADING);
  return visited;
};

/** The questions that can be seen. */
const questions = (page) => page.locator("main form").getByText(/\?$/).filter({ visible: true }).allTextContents();

test("an empty notebook asks three questions at most", async (t) => {
  const { page } = await arrive(t);
  assert.deepEqual(await questions(page), ["What are you working toward?", "Do you have a mentor?"]);
  await page.getByRole("radio", { name: "Yes" }).check();
  assert.deepEqual(await questions(page), ["What are you working toward?", "Do you have a mentor?", "How often do you want to meet?"]);
});

for (const width of [1280, 820, 375]) {
  test(`a first visit says what this is before any wasm is there, and nothing moves when it comes, at ${width} pixels`, async (t) => {
    const { page, tabs, url } = await visit(t, { viewport: { width, height: 800 } });
    let come;
    const comes = new Promise((resolve) => { come = resolve; });
    await tabs.route(/_bg\.wasm$/, async (route) => {
      await comes;
      await route.continue();
    });
    await page.goto(url);
    await heading(page, HEADING);
    await page.getByRole("progressbar", { name: "Opening your notebook…" }).waitFor();
    assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
    const places = () => page.evaluate(() => [...document.querySelectorAll(".page-head h1, .page-head p:not(:empty)")].map((it) => [it.textContent, it.getBoundingClientRect().toJSON()]));
    const before = await places();
    come();
    await started(page);
    assert.deepEqual(await places(), before);
  });
}

test("what a first visit says is not said where a notebook was begun, or somewhere else was gone to", async (t) => {
  const { page, open, url } = await visit(t);
  const saysIt = () => page.evaluate(() => "first" in document.documentElement.dataset);
  await open(page, `${url}#/guide`);
  assert.equal(await saysIt(), false);
  await page.goto("about:blank");
  await open();
  assert.equal(await saysIt(), true);
  await page.getByRole("button", { name: "Skip all questions" }).click();
  await page.goto("about:blank");
  await open();
  assert.equal(await saysIt(), false, "the questions were skipped");
  await newGoal(page, "Speak in public");
  await saved(page);
  await page.goto("about:blank");
  await open();
  assert.equal(await saysIt(), false, "something is written");
});

test("the first visit says where the data lies and what deletes it, and offers to open a backup", async (t) => {
  const { page } = await arrive(t);
  const said = await page.locator("main").innerText();
  assert.match(said, /in this browser on this device and nowhere else/);
  assert.match(said, /Clearing the site's data deletes it/);
  await page.getByText("Open a backup, or a file somebody gave you", { exact: true }).click();
  await field(page, "Choose a file").waitFor({ state: "visible" });
});

test("somebody with a goal and a mentor ends on the mentorship", async (t) => {
  const { page } = await arrive(t);
  await field(page, "What are you working toward?").fill("Lead a project from start to end");
  await page.getByRole("radio", { name: "Yes" }).check();
  await field(page, "Their name").fill("Amara Osei");
  await page.getByRole("radio", { name: "Every two weeks" }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await page.waitForFunction(() => location.hash.startsWith("#/mentorships/"));
  await page.getByRole("heading", { level: 1, name: /Amara Osei/ }).waitFor();
  await saved(page);
  await page.getByRole("link", { name: "Goals", exact: true }).click();
  await heading(page, "Goals");
  await page.getByRole("link", { name: "Lead a project from start to end" }).waitFor();
});

test("somebody with a goal and no answer about a mentor ends on the goal", async (t) => {
  const { page } = await arrive(t);
  await field(page, "What are you working toward?").fill("Learn to negotiate");
  await page.keyboard.press("Enter");
  await heading(page, "Learn to negotiate");
});

test("somebody who looks for a mentor ends where one is found", async (t) => {
  const { page } = await arrive(t);
  await page.getByRole("radio", { name: "Not yet" }).check();
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await heading(page, "Find");
});

test("somebody who skips the questions ends on Today and is not asked again", async (t) => {
  const { page, url } = await arrive(t);
  await page.getByRole("button", { name: "Skip all questions" }).click();
  await heading(page, "Nothing asks for you today");
  await reload(page);
  await heading(page, "Nothing asks for you today");
  await page.goto(`${url}#/`);
  await heading(page, "Nothing asks for you today");
});

test("a second visit to a notebook that was begun asks nothing", async (t) => {
  const { page, url, newTab } = await arrive(t);
  await field(page, "What are you working toward?").fill("Learn to negotiate");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await heading(page, "Learn to negotiate");
  await saved(page);
  await page.close();
  const again = await newTab(url);
  await again.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(new URL(again.url()).hash.replace("#/", ""), "", "it opens on Today");
  await again.getByRole("link", { name: "Learn to negotiate" }).waitFor();
});

test("the questions of a first visit are answered with the keyboard alone", async (t) => {
  const { page } = await arrive(t);
  await typeInto(page, field(page, "What are you working toward?"), "Lead a project from start to end");
  await tabTo(page, page.getByRole("radio", { name: "Yes" }));
  await page.keyboard.press("Space");
  await typeInto(page, field(page, "Their name"), "Amara Osei");
  await tabTo(page, page.getByRole("radio", { name: "Every week" }));
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.getByRole("radio", { name: "Every two weeks" }).isChecked(), true);
  await pressOn(page, page.getByRole("button", { name: "Begin", exact: true }));
  await heading(page, "Amara Osei");
  await saved(page);
  await reload(page);
  await heading(page, "Amara Osei");
  await page.getByRole("link", { name: "Lead a project from start to end" }).waitFor();
});

test("the questions of a first visit are skipped with the keyboard alone", async (t) => {
  const { page } = await arrive(t);
  await pressOn(page, page.getByRole("button", { name: "Skip all questions" }));
  await heading(page, "Nothing asks for you today");
  // The focus is not lost: it has moved on with the next frame.
  await page.waitForFunction(() => document.activeElement.tagName !== "BODY");
});

test("what is answered on a first visit is there when the page is loaded anew before one begins", async (t) => {
  const { page, open } = await visit(t);
  await open();
  await field(page, "What are you working toward?").fill("Learn to negotiate");
  await page.getByRole("radio", { name: "Yes" }).check();
  await field(page, "Their name").fill("Amara Osei");
  await page.reload();
  await started(page);
  assert.equal(await field(page, "What are you working toward?").inputValue(), "Learn to negotiate");
  assert.equal(await field(page, "Their name").inputValue(), "Amara Osei");
  await page.getByRole("button", { name: "Begin", exact: true }).click();
  await heading(page, "Amara Osei");
  await go(page, "#/welcome");
  assert.equal(await field(page, "What are you working toward?").inputValue(), "");
});

test("a backup that is opened on the first visit ends the questions, and the notebook stands", async (t) => {
  const elsewhere = await begin(t);
  await newGoal(elsewhere.page, "Learn to negotiate");
  const { text } = await saveBackup(elsewhere.page);
  const { page } = await arrive(t);
  await page.getByText("Open a backup, or a file somebody gave you", { exact: true }).click();
  await chooseFile(page, fileOf(text));
  await page.getByRole("button", { name: "Open it" }).click();
  await page.waitForFunction(() => location.hash === "#/" && document.activeElement?.tagName === "H1");
  await page.getByRole("status").getByText(/^Opened: 1 added/).waitFor();
  await go(page, "#/goals");
  await page.getByRole("link", { name: "Learn to negotiate" }).waitFor();
});

test("in Safari the first visit says what Safari deletes, and how to install", async (t) => {
  const userAgent = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";
  const visited = await visit(t, { userAgent });
  await visited.open();
  await heading(visited.page, HEADING);
  await visited.page.getByText("Safari deletes what a site stored after seven days of use without a visit to it.", { exact: false }).waitFor();
  const other = await arrive(t);
  assert.equal(await other.page.getByText("Safari deletes", { exact: false }).count(), 0);
});

test("the browser is asked to keep the notebook once there is something to lose, and its answer stands in the settings", async (t) => {
  const visited = await visit(t);
  const { page, tabs } = visited;
  await tabs.addInitScript(() => {
    const kept = () => localStorage.getItem("test:kept") === "yes";
    StorageManager.prototype.persisted = async () => kept();
    StorageManager.prototype.persist = async () => { localStorage.setItem("test:kept", "yes"); return true; };
  });
  const asked = () => page.evaluate(() => localStorage.getItem("test:kept"));
  await visited.open();
  await heading(page, HEADING);
  await go(page, "#/settings");
  await page.getByText("Not promised: it may clear this when the device runs out of room.").waitFor();
  assert.equal(await asked(), null, "nothing is asked while there is nothing to lose");
  await newGoal(page, "Learn to negotiate");
  await saved(page);
  await page.waitForFunction(() => localStorage.getItem("test:kept") === "yes");
  await go(page, "#/settings");
  await page.getByText("Yes: it promised not to clear this by itself.").waitFor();
});
