// Holds a feed, or the items of one, against OpenActive's own validators.
//
//   node check.js rpde URL            walk a feed; say what is wrong with its pages
//   node check.js model FILE CACHE    say what is wrong with each item of a JSON file
//
// Answers on standard output with JSON: a list of {severity, rule, message, path}.
'use strict';

const fs = require('fs');
const path = require('path');

const modules = process.env.WEFT_VALIDATORS;
const from = (name) => require(path.join(modules, 'node_modules', '@openactive', name));

async function rpde(url) {
  const { RpdeValidator } = from('rpde-validator');
  const log = await RpdeValidator(url, { logCallback: () => {}, pageLimit: 50 });
  return log.pages.flatMap((page) => (page.errors || []).map((one) => ({
    severity: one.severity, rule: one.type, message: one.message, path: page.url,
  })));
}

async function model(file, cache) {
  const { validate } = from('data-model-validator');
  const options = {
    loadRemoteJson: true,
    remoteJsonCachePath: cache,
    remoteJsonCacheTimeToLive: 10 ** 9,
  };
  const found = [];
  for (const item of JSON.parse(fs.readFileSync(file, 'utf8'))) {
    for (const one of await validate(item, options)) {
      found.push({
        severity: one.severity, rule: one.type, message: one.message, path: one.path,
      });
    }
  }
  return found;
}

const [kind, ...told] = process.argv.slice(2);
({ rpde, model })[kind](...told)
  .then((found) => process.stdout.write(JSON.stringify(found)))
  .catch((problem) => { process.stderr.write(`${problem.stack}\n`); process.exit(1); });
