// The extension's scripts and the page's modules in them, as `tsc --strict` sees them.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';

test('the types of the extension fit', async () => {
  await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc', '--noEmit', '--project', 'extension']).catch((error) =>
    assert.fail(error.stdout),
  );
});
