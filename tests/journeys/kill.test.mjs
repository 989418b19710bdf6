import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { notebook } from "../bench/notebook.mjs";
import { startBrowser } from "../torture/browser.mjs";
import { kill } from "../torture/kill.mjs";
import { differences, read } from "../torture/notebook.mjs";
import { oneWriter } from "../torture/one-writer.mjs";
import { torn } from "../torture/torn.mjs";
import { saveBackup, scratch, serve, skipWelcome, started } from "./support.mjs";

test("what was called saved outlives a browser that is killed at any moment, and no change is there by half", { timeout: 300_000 }, async (t) => {
  const { acknowledged, survived, gone, wrong } = await kill({ moments: 10, seed: 1, log: (line) => t.diagnostic(line) });
  t.diagnostic(`${acknowledged} acknowledged; on the way at a kill: ${survived} kept, ${gone} gone`);
  assert.deepEqual(wrong, []);
  assert.ok(acknowledged > 0, "there was something to lose");
});

/** Opens a file in an empty notebook, until the app says that everything is durable, after it has said that it is not. */
async function openFile(page, origin, path) {
  await page.goto(origin);
  await started(page);
  await skipWelcome(page);
  await page.goto(`${origin}/#/share`);
  await page.getByLabel("Choose a file", { exact: true }).setInputFiles(path);
  await page.evaluate(() => {
    const status = document.querySelector("[data-status]");
    let began = false;
    window.durable = new Promise((resolve) => {
      new MutationObserver(() => {
        began ||= status.textContent !== "Saved";
        if (began && status.textContent === "Saved") resolve();
      }).observe(status, { subtree: true, childList: true, characterData: true });
    });
  });
  await page.getByRole("button", { name: "Open it" }).click();
  await page.evaluate(() => window.durable);
}

/** How many large changes lie in the journal as one text still. */
const bundles = (page) => page.evaluate(() => new Promise((resolve) => {
  indexedDB.open("mentorbook:/:mine").onsuccess = ({ target: { result: database } }) => {
    database.transaction("bundles").objectStore("bundles").count().onsuccess = ({ target }) => { database.close(); resolve(target.result); };
  };
}));

test("a large file that was called saved is there whole when the browser is killed while its entries are put in their places", { timeout: 120_000 }, async (t) => {
  const server = await serve();
  t.after(() => server.stop());
  const path = join(scratch(), "backup.json");
  writeFileSync(path, notebook(3000).text);
  // As the app itself writes it.
  const first = await startBrowser(scratch());
  await openFile(first.page, server.origin, path);
  const { text } = await saveBackup(first.page);
  await first.kill();
  writeFileSync(path, text);
  let apart = 0;
  for (const after of [0, 60, 150]) {
    const profile = scratch();
    const browser = await startBrowser(profile);
    const { page, tabs, wrong } = browser;
    await tabs.addInitScript(oneWriter);
    await openFile(page, server.origin, path);
    await new Promise((resolve) => { setTimeout(resolve, after); });
    apart += await bundles(page);
    assert.deepEqual(wrong, []);
    await browser.kill();
    if (torn(profile)) {
      t.diagnostic("a record was torn");
      continue;
    }

    const again = await startBrowser(profile);
    await again.page.goto(server.origin);
    await started(again.page);
    assert.deepEqual(differences(read(text), read((await saveBackup(again.page)).text)).slice(0, 3), [], `killed after ${after} ms`);
    assert.equal(await bundles(again.page), 0);
    await again.kill();
  }
  assert.ok(apart > 0, "something lay in one text when the browser was killed");
});
