// Starts the app: progress, the wasm, the service worker. Whatever fails ends on the rescue page.
// The build puts the names and the size of the app's files into this object.
const APP = { script: "__APP_SCRIPT__", wasm: "__APP_WASM__", later: "__APP_LATER__", bytes: Number("__APP_BYTES__") };

// The scripts of the workers, where the app finds them when it needs them.
window.mentorbookWorkers = { "__WORKERS__": "" };

const bar = document.getElementById("boot-progress");

// Counts what arrives, so that a slow connection shows progress. The size is the unpacked one.
function counted(response) {
  if (!response.body || !bar) return response;
  let arrived = 0;
  const counting = new TransformStream({
    transform(chunk, out) {
      arrived += chunk.byteLength;
      bar.value = Math.min(99, (100 * arrived) / APP.bytes);
      out.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counting), { headers: response.headers });
}

// Where a notebook lies, its first screen is among what comes later: that is compiled while the notebook is read. On a
// first visit nothing of it is asked for here. Whatever goes wrong, the app asks for it again.
function beginWithLater() {
  try {
    const folder = location.pathname.replace(/[^/]*$/, "");
    if (localStorage.getItem(`mentorbook:${folder}:mine:on-shelf`) === null) return;
    window.mentorbookLater = WebAssembly.compileStreaming(fetch(APP.later)).catch(() => undefined);
  } catch { /* storage is blocked: it comes when it is needed */ }
}

async function start() {
  if (location.protocol === "file:") {
    throw new Error("This page was opened as a file. Browsers let it run only from a web server, such as script/server.");
  }
  if (typeof WebAssembly !== "object") throw new Error("This browser has no WebAssembly.");
  beginWithLater();
  const response = await fetch(APP.wasm);
  if (!response.ok) throw new Error(`The app could not be loaded: the server answered ${response.status}.`);
  const app = await import(APP.script);
  // What the worker holds is there at once and needs no bar; and only of a response as it came does a browser keep what
  // it compiled until the next time.
  await app.default({ module_or_path: navigator.serviceWorker?.controller ? response : counted(response) });
}

// --- Another version, and working offline --------------------------------------------------------

const update = { ready: false, activate() {} };
window.mentorbookUpdate = update;

// Whether this page is answered by the worker of this copy: in a folder above, another copy may have one,
// which answers until ours is there.
const answered = () => navigator.serviceWorker.controller?.scriptURL === new URL("sw.js", document.baseURI).href;

function watch(registration) {
  const ready = () => {
    if (!registration.waiting || !answered()) return;
    update.ready = true;
    update.activate = () => registration.waiting?.postMessage("activate");
    window.dispatchEvent(new CustomEvent("mentorbook:update-ready"));
  };
  ready();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", ready);
  });
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < 30 * 60_000) return;
    looked = Date.now();
    registration.update().catch(() => { /* offline: another time */ });
  });
}

function workOffline() {
  if (!("serviceWorker" in navigator) || !window.isSecureContext) return;
  // The first worker takes over a page that had none; only a later one means another version.
  let before = answered();
  navigator.serviceWorker.addEventListener("controllerchange", async () => {
    // Somebody cleared what this site stored, the worker with it: this page may hold the last copy.
    if (!navigator.serviceWorker.controller) return;
    if (!before) { before = answered(); return; }
    await window.mentorbookFlush?.();
    location.reload();
  });
  navigator.serviceWorker.register("sw.js", { updateViaCache: "none" }).then(watch, () => {
    // Without it the app works all the same, as long as there is a network.
  });
}

if (location.hash === "#/rescue") {
  // Somebody asked for the page of rescue.js, which works when the app does not: it is not even loaded.
  workOffline();
} else {
  start().then(workOffline, (error) => window.mentorbookRescue(String(error?.message ?? error)));
}
