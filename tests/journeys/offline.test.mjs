import assert from "node:assert/strict";
import test from "node:test";
import { begin, field, go, heading, held, newGoal, reload, saved, scratch, started, stored, visit, write } from "./support.mjs";

/** The network goes away: the server is not there any more, so whoever asks it fails the visit. */
async function goOffline({ page, server }) {
  await held(page);
  await server.stop();
}

/** Opens an address in a tab as if for the first time. Going from one `#` to another alone loads nothing. */
async function load(tab, address) {
  await tab.goto("about:blank");
  await tab.goto(address);
  await started(tab);
}

/** What every screen without an entry says at its top. */
const screens = {
  "#/": "Nothing asks for you today",
  "#/find": "Find",
  "#/people": "People",
  "#/goals": "Goals",
  "#/share": "Share",
  "#/settings": "Settings",
  "#/history": "History",
  "#/guide": "Guide",
  "#/guide/find": "Find a mentor",
  "#/guide/build": "Build the relationship",
  "#/guide/too-little-time": "Too little time",
  "#/candidates": "Candidates",
  "#/compare": "Compare candidates",
  "#/versions": "Written twice",
  "#/welcome": "A notebook for mentorship, yours alone",
  "#/nowhere": "There is nothing at this address",
};

test("without the network every screen opens, also those one never saw", { timeout: 90_000 }, async (t) => {
  const visited = await begin(t);
  const { page, tabs, url } = visited;
  await goOffline(visited);
  for (const [address, says] of Object.entries(screens)) {
    const tab = await tabs.newPage();
    await load(tab, `${url}${address}`);
    await heading(tab, says);
    await tab.close();
  }
  await reload(page);
  await heading(page, "Nothing asks for you today");
});

test("without the network every kind of entry opens", { timeout: 120_000 }, async (t) => {
  const visited = await begin(t);
  const { page, url } = visited;
  await goOffline(visited);
  await go(page, "#/settings");
  await page.getByRole("button", { name: "Look around with an example" }).click();
  await page.getByRole("region", { name: "Example notebook" }).waitFor();
  await saved(page);
  const entries = (await stored(page)).local
    .filter(([key]) => key.includes(":example:entry:"))
    .map(([, text]) => JSON.parse(text).entry);
  const nameOf = new Map(entries.map((entry) => [entry.id, entry.name]));
  const one = (kind) => entries.find((entry) => entry.kind === kind);
  const mentorship = one("mentorship");
  const table = [
    ...[["goals", "goal"], ["plans", "plan"], ["events", "event"], ["meetings", "meeting"]].map(([place, kind]) => [`#/${place}/${one(kind).id}`, one(kind).title]),
    [`#/people/${one("person").id}`, one("person").name],
    [`#/outreach/${one("outreach").id}`, one("outreach").to],
    [`#/candidates/${one("candidate").id}`, nameOf.get(one("candidate").person)],
    ...["", "/actions", "/feedback", "/about"].map((tab) => [`#/mentorships/${mentorship.id}${tab}`, nameOf.get(mentorship.person), { "": "Meetings", "/actions": "Actions", "/feedback": "Feedback", "/about": "About" }[tab]]),
  ];
  for (const [address, says, tab] of table) {
    await load(page, `${url}${address}`);
    await heading(page, says);
    if (tab) assert.equal((await page.locator("main [aria-current=page]").innerText()).trim(), tab);
  }
});

test("without the network the page can still be installed: its description and every icon are there", async (t) => {
  const visited = await begin(t);
  const { page } = visited;
  await goOffline(visited);
  await reload(page);
  const described = await page.evaluate(async () => {
    const address = document.querySelector("link[rel=manifest]").href;
    const manifest = await (await fetch(address)).json();
    const drawn = (src) => new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve(`${image.naturalWidth}x${image.naturalHeight}`);
      image.onerror = () => resolve("nothing");
      image.src = src;
    });
    const links = [...document.querySelectorAll("link[rel~=icon], link[rel=apple-touch-icon]")];
    return {
      name: manifest.name,
      start: new URL(manifest.start_url, address).href,
      icons: await Promise.all(manifest.icons.map(async ({ src, sizes }) => ({ src, sizes, drawn: await drawn(new URL(src, address).href) }))),
      links: await Promise.all(links.map(async ({ href }) => ({ href, drawn: await drawn(href) }))),
    };
  });
  assert.equal(described.name, "Mentorbook");
  assert.equal(described.start, visited.url);
  assert.ok(described.icons.some(({ sizes }) => sizes === "192x192") && described.icons.some(({ sizes }) => sizes === "512x512"));
  for (const { src, sizes, drawn } of described.icons) {
    if (sizes === "any") assert.notEqual(drawn, "nothing", src);
    else assert.equal(drawn, sizes, src);
  }
  assert.ok(described.links.length >= 2);
  for (const { href, drawn } of described.links) assert.notEqual(drawn, "nothing", href);
});

test("what is written without the network is there after a reload, and after the browser was closed", { timeout: 60_000 }, async (t) => {
  const visited = await begin(t, { profile: scratch() });
  const { page, url, open, restart } = visited;
  await goOffline(visited);
  await reload(page);
  await newGoal(page, "Learn to negotiate");
  await write(page, "Why it matters", "Fair pay");
  const address = await page.evaluate(() => location.hash);
  await reload(page);
  await heading(page, "Learn to negotiate");
  assert.equal(await field(page, "Why it matters").inputValue(), "Fair pay");

  const again = await restart();
  await open(again, `${url}${address}`);
  await heading(again, "Learn to negotiate");
  assert.equal(await field(again, "Why it matters").inputValue(), "Fair pay");
  await newGoal(again, "Learn Danish");
  await reload(again);
  await heading(again, "Learn Danish");
});

test("all of this holds in a folder of a site, too", { timeout: 60_000 }, async (t) => {
  const visited = await begin(t, { folder: "/some/where/", profile: scratch() });
  const { page, url, open, newTab, restart } = visited;
  await goOffline(visited);
  for (const address of ["#/", "#/find", "#/guide/too-little-time"]) {
    const tab = await newTab(`${url}${address}`);
    await heading(tab, screens[address]);
    await tab.close();
  }
  await newGoal(page, "Learn to negotiate");
  await reload(page);
  await heading(page, "Learn to negotiate");
  const again = await restart();
  await open(again, `${url}#/goals`);
  await again.getByRole("link", { name: "Learn to negotiate" }).click();
  await heading(again, "Learn to negotiate");
});
