import assert from "node:assert/strict";
import test from "node:test";
import { begin, go, heading, newGoal, openExample, visit } from "./support.mjs";
import { floating, screens, unfoldAll, writeNotebook } from "./screens.mjs";

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
      await unfoldAll(page);
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

/** Texts that stand in a column so narrow that their words are broken into letters. */
const broken = (page) => page.evaluate(() => [...document.querySelectorAll("main *")].flatMap((it) => {
  const text = [...it.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data.trim()).join(" ");
  if (text.length < 12 || !it.checkVisibility() || it.closest(".unseen, svg, option")) return [];
  const { width, height } = it.getBoundingClientRect();
  const letter = parseFloat(getComputedStyle(it).fontSize);
  return width < 4 * letter && height > 4 * letter ? [`“${text}” is ${Math.round(width)} px wide`] : [];
}));

for (const width of [320, 375, 820]) {
  test(`no text of a year's notebook stands one letter wide, ${width} px`, { timeout: 120_000 }, async (t) => {
    const { page } = await begin(t, { viewport: { width, height: 800 } });
    await openExample(page);
    for (const [kind, hash] of await screens(page)) {
      await t.test(kind, async () => {
        await go(page, hash);
        await unfoldAll(page);
        assert.deepEqual(await broken(page), []);
      });
    }
  });
}
