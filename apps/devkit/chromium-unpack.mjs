// Run by chromium.mjs in a process of its own, because the package reads TMPDIR once and for all.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Lowest Node of the package is newer than the one npm may run on, hence the late import.
const { default: chromium, inflate } = await import('@sparticuz/chromium');
const target = process.env.TMPDIR;
const home = process.argv[2]; // what the folder will be called when all is done
const packaged = path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium'));
const browser = await chromium.executablePath();

const canRun = () => spawnSync(browser, ['--version'], { env: librariesEnv(), stdio: 'ignore' }).status === 0;
const librariesEnv = () => {
  const libraries = path.join(target, 'al2023', 'lib');
  return fs.existsSync(libraries) ? { ...process.env, LD_LIBRARY_PATH: libraries } : process.env;
};

// A bare machine lacks the libraries of a desktop: the package has them too, for such a case.
if (!canRun()) {
  await inflate(path.join(packaged, '..', 'bin', 'al2023.tar.br'));
  if (!canRun()) {
    const { stderr } = spawnSync(browser, ['--version'], { env: librariesEnv(), encoding: 'utf8' });
    process.stderr.write(`The unpacked browser does not run here:\n${stderr}`);
    process.exit(1);
  }
}

// The package's own font settings expect its fonts at a fixed place of the system.
fs.writeFileSync(
  path.join(target, 'fonts', 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>
`,
);

// A launcher instead of the browser itself, so that callers need no settings of their own.
fs.writeFileSync(
  path.join(target, 'run-chromium'),
  `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
if [ -d "$here/al2023/lib" ]; then
  export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
fi
[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`,
  { mode: 0o755 },
);
