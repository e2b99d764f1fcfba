// SPDX-License-Identifier: EUPL-1.2
// Assembles ui/dist, the folder embedded in the binary: Det Fælles Designsystem (from node_modules,
// placed there by `npm ci`) and our own style and script. Nothing of dkfds is committed.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const dkfds = join(here, "node_modules", "dkfds", "dist");
const dist = join(here, "dist");

if (!existsSync(dkfds)) {
  console.error("ui/node_modules/dkfds is missing: run `npm ci` in crates/web/ui first");
  process.exit(1);
}

// Three weights, Latin letters only: 51 kB instead of 12 MB.
const weights = { 400: "Regular", 600: "SemiBold", 700: "Bold" };
const faces = Object.entries(weights)
  .map(([weight, name]) =>
    `@font-face{font-family:"IBM Plex Sans";font-style:normal;font-weight:${weight};font-display:swap;` +
    `src:url(fonts/IBMPlexSans-${name}-Latin1.woff2) format("woff2")}`)
  .join("");

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, "fonts"), { recursive: true });
mkdirSync(join(dist, "img", "svg-icons"), { recursive: true });

const base = readFileSync(join(dkfds, "css", "dkfds.min.css"), "utf8")
  .replace(/@charset[^;]*;/g, "")
  .replace(/@font-face\{[^}]*\}/g, "")
  .replace(/\/\*#[\s\S]*?\*\//g, "")
  // Rules for single icons: we use words, not icons.
  .replace(/\.icon-[a-z0-9-]+:not\(a\)\{[^{}]*svg-icons[^{}]*\}/g, "")
  .replaceAll("../img/", "img/");
const own = readFileSync(join(here, "src", "style.css"), "utf8");
const css = `${faces}${base}\n${own}`;
writeFileSync(join(dist, "traad.css"), css);

for (const name of Object.values(weights)) {
  const file = `IBMPlexSans-${name}-Latin1.woff2`;
  cpSync(join(dkfds, "fonts", "IBMPlexSans", "split", "woff2", file), join(dist, "fonts", file));
}
const icons = new Set([...css.matchAll(/url\("?(img\/svg-icons\/[^)"]+)"?\)/g)].map((match) => match[1]));
for (const icon of icons) {
  cpSync(join(dkfds, icon), join(dist, icon));
}
cpSync(join(here, "src", "app.js"), join(dist, "app.js"));
cpSync(join(here, "src", "icon.svg"), join(dist, "icon.svg"));
cpSync(join(dkfds, "LICENSE.md"), join(dist, "LICENSE-dkfds.md"));
console.log(`ui/dist: ${icons.size} icons, ${Object.keys(weights).length} fonts, ${css.length} bytes of css`);
