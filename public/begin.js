// What comes before everything else, while the page is still being read: the app's code is asked for and compiled beside
// all that follows, then come the theme and whether this is a first visit. What fails here is told by boot.js.
// The build puts the names and the size of the app's files into this object.
(() => {
  "use strict";
  const APP = { wasm: "__APP_WASM__", later: "__APP_LATER__", bytes: Number("__APP_BYTES__") };
  const root = document.documentElement;
  const isRescue = location.hash === "#/rescue";

  // Counts what arrives, so that a slow connection shows progress. The size is the unpacked one.
  function counted(response) {
    if (!response.body) return response;
    let arrived = 0;
    const counting = new TransformStream({
      transform(chunk, out) {
        arrived += chunk.byteLength;
        const bar = document.getElementById("boot-progress");
        if (bar) bar.value = Math.min(99, (100 * arrived) / APP.bytes);
        out.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(counting), { headers: response.headers });
  }

  async function compiled(url, through) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`The app could not be loaded: the server answered ${response.status}.`);
    return WebAssembly.compileStreaming(through ? through(response) : response);
  }

  const begun = {};
  window.mentorbookBegun = begun;
  if (!isRescue) {
    // What the worker holds is there at once and needs no bar; and only of a response as it came does a browser keep
    // what it compiled until the next time.
    begun.app = compiled(APP.wasm, navigator.serviceWorker?.controller ? undefined : counted);
    begun.app.catch(() => { /* told by whoever waits for it */ });
  }

  // The first of these loads all of local storage. It may be blocked; then there is nothing to go by.
  const read = (storage, key) => { try { return window[storage].getItem(key); } catch { return null; } };
  const folder = location.pathname.replace(/[^/]*$/, "");
  const mine = (name) => read("localStorage", `mentorbook:${folder}:mine:${name}`);

  // The theme one chose. This script is not put off until the page is read, so nothing is drawn in another one.
  const theme = read("localStorage", "mentorbook:theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (isRescue) return;

  // The number of the newest change: an opened notebook in which nothing was written yet has it too, and it is 0.
  if (!(Number(mine("on-shelf")) > 0)) {
    // On a first visit the page says at once what it is, and nothing of what comes later is asked for here.
    const welcomed = /"welcomed":true/.test(mine("preferences") ?? "") || read("sessionStorage", `mentorbook:${folder}:open`) !== null;
    if (!welcomed && /^(#\/?(welcome)?)?$/.test(location.hash)) root.dataset.first = "";
  } else {
    // Where a notebook lies, its first screen is among what comes later: that is compiled while the notebook is read.
    // Whatever goes wrong, the app asks for it again.
    window.mentorbookLater = compiled(APP.later).catch(() => undefined);
  }
})();
