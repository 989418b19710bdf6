// What is measured: the built site, and what stands beside it.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { start } from "../../script/serve.mjs";
import { scratch, site } from "../journeys/support.mjs";

const bench = process.env.BENCH;

/** The app and, on the same origin, the page in plain JavaScript that reads the same keys. */
export async function app() {
  const root = scratch();
  cpSync(site, root, { recursive: true });
  cpSync(join(import.meta.dirname, "plain"), join(root, "plain"), { recursive: true });
  const { origin } = await start({ root, quality: 11 });
  return { app: `${origin}/`, plain: `${origin}/plain/index.html` };
}

/** What a first visit is held against, each on an origin of its own. */
export async function beside() {
  const at = async (root, more) => `${(await start({ root, quality: 11, more })).origin}/`;
  const isolated = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
  return {
    "Leptos, one button": await at(join(bench, "floor")),
    "Actual 26.9": await at(join(bench, "peers/node_modules/@actual-app/web/build"), isolated),
    "TiddlyWiki 5.4.1, empty": await at(join(bench, "peers/tiddlywiki")),
  };
}
