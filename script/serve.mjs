// Serves a built site the way a good static host would: compressed, typed, with the policy as a header.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, watch } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm", ".json": "application/json", ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml", ".png": "image/png", ".txt": "text/plain; charset=utf-8",
};
const PACKED = new Set([".html", ".js", ".css", ".wasm", ".json", ".webmanifest", ".svg", ".txt"]);

function load(root) {
  const files = new Map();
  for (const file of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const full = join(file.parentPath, file.name);
    const data = readFileSync(full);
    const type = extname(file.name);
    files.set("/" + full.slice(root.length + 1).replaceAll("\\", "/"), {
      data, type: TYPES[type] ?? "application/octet-stream", packable: PACKED.has(type),
      tag: `"${createHash("sha256").update(data).digest("hex").slice(0, 20)}"`,
      lasting: /-[0-9a-f]{16}(_bg)?\.[a-z]+$/.test(file.name),
    });
  }
  return files;
}

/** What was packed once, by its way and the content: a process may serve the same site many times. */
const packs = new Map();

const PACKERS = {
  br: (data, quality) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gzip: (data) => gzipSync(data),
};

function packed(file, accepted, quality) {
  const way = file.packable ? Object.keys(PACKERS).find((it) => accepted.includes(it)) : undefined;
  if (!way) return [undefined, file.data];
  const key = way + file.tag;
  if (!packs.has(key)) packs.set(key, PACKERS[way](file.data, quality));
  return [way, packs.get(key)];
}

/** The policy of the page, to which a header can add what a meta element cannot say. */
function policyOf(files) {
  const page = files.get("/index.html")?.data.toString() ?? "";
  const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1];
  return policy && `${policy}; frame-ancestors 'none'`;
}

/**
 * Serves `root` under `folder` on 127.0.0.1. Port 0 takes a free one.
 * With `reload`, the page reloads when the site is built anew. `quality` is that of brotli, up to 11; `more` are headers
 * that another site asks for.
 */
export async function start({ root, port = 0, folder = "/", reload = false, quality = 9, more: others = {} }) {
  let files = load(root);
  let policy = policyOf(files);
  const waiting = new Set();
  const server = createServer((request, response) => {
    const headers = {
      "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
      "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin", Vary: "Accept-Encoding",
      ...others,
    };
    const send = (code, more = {}, body) => {
      response.writeHead(code, { ...headers, ...more });
      response.end(request.method === "HEAD" ? undefined : body);
    };
    if (request.method !== "GET" && request.method !== "HEAD") return send(405, { Allow: "GET, HEAD" });
    let path;
    try { path = decodeURIComponent(new URL(request.url, "http://localhost").pathname); } catch { return send(400); }
    if (reload && path === "/reload") {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      waiting.add(response);
      return request.on("close", () => waiting.delete(response));
    }
    // While one edits, no service worker holds what was built before; one that does leaves.
    if (reload && path === "/sw.js") {
      return send(200, { "Content-Type": TYPES[".js"] }, 'self.oninstall = () => self.skipWaiting(); self.onactivate = () => self.registration.unregister();');
    }
    if (reload && path === "/reload.js") {
      return send(200, { "Content-Type": TYPES[".js"] }, 'new EventSource("/reload").onmessage = () => location.reload();');
    }
    if (!path.startsWith(folder)) return send(404, { "Content-Type": TYPES[".txt"] }, "Not found");
    // Only files that were read at the start are ever served, so no path leads out of the folder.
    const name = "/" + path.slice(folder.length);
    const file = files.get(name.endsWith("/") ? name + "index.html" : name);
    if (!file) return send(404, { "Content-Type": TYPES[".txt"] }, "Not found");
    headers["Content-Type"] = file.type;
    headers.ETag = file.tag;
    if (file.lasting) headers["Cache-Control"] = "public, max-age=31536000, immutable";
    if (file.type === TYPES[".html"] && policy) headers["Content-Security-Policy"] = policy;
    if (request.headers["if-none-match"] === file.tag) return send(304);
    let [encoding, body] = packed(file, request.headers["accept-encoding"] ?? "", quality);
    if (reload && file.type === TYPES[".html"]) {
      [encoding, body] = [undefined, Buffer.from(file.data.toString().replace("</body>", '<script src="/reload.js"></script></body>'))];
    }
    send(200, { "Content-Length": body.length, ...(encoding && { "Content-Encoding": encoding }) }, body);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const refresh = () => {
    if (!existsSync(join(root, "sw.js"))) return;
    files = load(root);
    policy = policyOf(files);
    for (const page of waiting) page.write("data: now\n\n");
  };
  // A build is made in a hidden folder and then put here file by file; the last one is followed by quiet.
  let quiet;
  const watching = reload ? watch(root, (_, name) => {
    if (name?.startsWith(".")) return;
    clearTimeout(quiet);
    quiet = setTimeout(refresh, 300);
  }) : undefined;
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    /** Serves another build from now on. */
    serve(other) { files = load(other); policy = policyOf(files); },
    stop: () => new Promise((resolve) => { watching?.close(); server.close(resolve); server.closeAllConnections(); }),
  };
}

if (process.argv[1]?.endsWith("serve.mjs")) {
  const [root, ...flags] = process.argv.slice(2);
  const port = Number(process.env.PORT ?? 8080);
  try {
    const { origin } = await start({ root, port, reload: flags.includes("--reload") });
    console.log(`Mentorbook is at ${origin}/ — Ctrl-C stops it.`);
  } catch (error) {
    const taken = error.code === "EADDRINUSE";
    console.error(taken ? `Port ${port} is taken; choose another with PORT=${port + 1} script/server` : String(error.message));
    process.exit(1);
  }
}
