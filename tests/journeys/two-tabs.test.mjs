import assert from "node:assert/strict";
import test from "node:test";
import { inWords, tabs } from "../torture/tabs.mjs";
import { add, begin, field, heading, newGoal, saveBackup, saved, started, write } from "./support.mjs";

test("two tabs write at the same time and one of them crashes: nothing is lost, and each shows the other's words at once", { timeout: 180_000 }, async (t) => {
  const figures = await tabs({ edits: 60, seed: 1, log: (line) => t.diagnostic(line) });
  for (const line of inWords(figures)) t.diagnostic(line);
  const { edits, crashes, in_turn } = figures;
  assert.deepEqual([edits, crashes, in_turn.measured], [60, 1, 12]);
  assert.ok(in_turn.largest <= 1000, `${in_turn.largest} ms`);
});

/**
 * Runs in the page: news of this tab wait while `silent` is set, and what tells it that a change is durable while
 * `slow` is. A tab that is `hesitant` when it is opened waits before it gives the journal what that lacks.
 */
function holdBack() {
  const held = [];
  const { postMessage } = BroadcastChannel.prototype;
  BroadcastChannel.prototype.postMessage = function (news) {
    if (window.silent) held.push(() => postMessage.call(this, news));
    else postMessage.call(this, news);
  };
  const completes = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "oncomplete");
  Object.defineProperty(IDBTransaction.prototype, "oncomplete", {
    ...completes,
    set(hear) {
      completes.set.call(this, hear && ((event) => {
        if (window.slow && this.mode === "readwrite") held.push(() => hear.call(this, event));
        else hear.call(this, event);
      }));
    },
  });
  let read = 0;
  for (const { prototype } of [IDBIndex, IDBObjectStore]) {
    const { getAll } = prototype;
    prototype.getAll = function (...how) {
      const request = getAll.apply(this, how);
      if ((this.objectStore ?? this).name !== "entries") return request;
      read += 1;
      // The journal is read when the notebook is opened, before it gets what it lacks.
      if (read === 1 && sessionStorage.getItem("hesitant")) {
        Object.defineProperty(request, "onsuccess", {
          set: (hear) => request.addEventListener("success", (event) => {
            if (event.isTrusted) held.push(() => request.dispatchEvent(new Event("success")));
            else hear?.call(request, event);
          }),
        });
      }
      return request;
    };
  }
  window.heldBack = () => held.length;
  window.letGo = () => {
    window.silent = window.slow = false;
    for (const act of held.splice(0)) act();
  };
}

const becomes = (tab, what) => tab.evaluate((what) => { window[what] = true; }, what);
const letGo = (tab) => tab.evaluate(() => window.letGo());

/** A goal that is open in two tabs. */
async function openInTwo(t) {
  const visited = await begin(t);
  await visited.tabs.addInitScript(holdBack);
  await newGoal(visited.page, "Learn to negotiate");
  await saved(visited.page);
  const one = await visited.newTab(visited.page.url());
  const two = await visited.newTab(visited.page.url());
  await visited.page.close();
  for (const tab of [one, two]) await heading(tab, "Learn to negotiate");
  return { ...visited, one, two };
}

const WHY = "Why it matters";
const HOW = "How I will know";

/** Waits until a tab shows this text in this field. */
const shows = (tab, label, text) => tab.waitForFunction(([label, text]) => [...document.querySelectorAll("textarea")].some((it) => it.labels[0]?.textContent === label && it.value === text), [label, text]);

/** The goal as a backup from this tab holds it. */
async function goalIn(tab) {
  const { entries } = JSON.parse((await saveBackup(tab)).text);
  return entries.find(({ title }) => title === "Learn to negotiate");
}

/** Both reasons stand in the backup: one is shown, the other waits beside it. */
async function keepsBoth(tab, shown, beside) {
  const { why, trace } = await goalIn(tab);
  assert.deepEqual([why, ...(trace.others?.why ?? []).map(({ value }) => value)], [shown, beside]);
}

test("the same text is changed in two tabs that have not heard of each other, and both texts are kept", async (t) => {
  const { one, two, newTab } = await openInTwo(t);
  for (const tab of [one, two]) await becomes(tab, "silent");
  await field(one, WHY).fill("Fair pay");
  await field(two, WHY).fill("More time");
  for (const tab of [one, two]) {
    await field(tab, WHY).blur();
    await saved(tab);
  }
  for (const tab of [one, two]) await letGo(tab);
  for (const tab of [one, two]) await shows(tab, WHY, "More time");
  for (const tab of [one, two, await newTab()]) await keepsBoth(tab, "More time", "Fair pay");
});

test("somebody types while another tab changes the same text, and both texts are kept", async (t) => {
  const { one, two, newTab } = await openInTwo(t);
  // The pause in which a text becomes a change does not come, as while somebody goes on typing.
  await two.evaluate(() => {
    const { setTimeout } = window;
    window.setTimeout = (act, wait, ...more) => (wait > 600 ? 0 : setTimeout(act, wait, ...more));
  });
  await field(two, WHY).fill("More time");
  await write(one, WHY, "Fair pay");
  // The second tab has heard of it when it shows what the first one does next; the field still says what is typed.
  await add(one, "Add a milestone", "Read one book");
  await two.getByRole("checkbox", { name: "Read one book" }).waitFor();
  assert.equal(await field(two, WHY).inputValue(), "More time");
  await field(two, WHY).blur();
  await saved(two);
  await shows(one, WHY, "More time");
  for (const tab of [one, two, await newTab()]) await keepsBoth(tab, "More time", "Fair pay");
});

test("a tab that hears late that its change is durable takes nothing back that another tab wrote", { timeout: 120_000 }, async (t) => {
  const { one, two, newTab } = await openInTwo(t);
  await becomes(two, "slow");
  await write(two, HOW, "They say yes");
  await two.waitForFunction(() => window.heldBack() === 1);
  await becomes(one, "silent");
  await write(one, WHY, "Fair pay");
  await saved(one);
  await letGo(two);
  await saved(two);
  await letGo(one);
  await shows(two, WHY, "Fair pay");

  // Then many other changes, more than are looked at again when the notebook is opened.
  await newGoal(one, "Learn Danish");
  await add(one, "Add a milestone", "Read one book");
  const book = one.getByRole("checkbox", { name: "Read one book" });
  for (let change = 0; change < 70; change += 1) await book.press("Space");
  await saved(one);
  for (const tab of [one, two, await newTab()]) {
    const { why, evidence } = await goalIn(tab);
    assert.deepEqual({ why, evidence }, { why: "Fair pay", evidence: "They say yes" });
  }
});

test("a tab is loaded anew in the middle of a sentence while another one writes, and both are kept", async (t) => {
  const { one, two, newTab } = await openInTwo(t);
  await one.evaluate(() => sessionStorage.setItem("hesitant", "yes"));
  await field(one, WHY).fill("Fair pay");
  await one.reload();
  await one.waitForFunction(() => window.heldBack() === 1);
  await write(two, HOW, "They say yes");
  await saved(two);
  await letGo(one);
  await started(one);
  await two.close();
  for (const tab of [one, await newTab()]) {
    const { why, evidence } = await goalIn(tab);
    assert.deepEqual({ why, evidence }, { why: "Fair pay", evidence: "They say yes" });
  }
});
