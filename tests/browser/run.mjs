// SPDX-License-Identifier: EUPL-1.2
// Walks through a running Tråd in Chromium and closes with "N passed, N failed".
//
// node run.mjs --address http://127.0.0.1:PORT --program TRAAD --database FILE --screenshots FOLDER --chromium PATH
//   [--only WORD]
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Browser } from "./harness.mjs";

const { values } = parseArgs({
  options: {
    address: { type: "string" },
    program: { type: "string" },
    database: { type: "string" },
    screenshots: { type: "string" },
    chromium: { type: "string" },
    only: { type: "string", default: "" },
  },
});

const folder = join(dirname(fileURLToPath(import.meta.url)), "walks");
const browser = await Browser.launch(values);
let passed = 0;
let failed = 0;
try {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".mjs")).sort()) {
    const { walks } = await import(join(folder, file));
    for (const [name, walk] of Object.entries(walks)) {
      if (!name.includes(values.only)) continue;
      const result = await browser.walk(name, walk);
      passed += result.passed;
      failed += result.failed;
    }
  }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
