import { nightsTable, simulate } from './thirty-nights.js';

/** node bench/bench.mjs nights [cli]: thirty nights on examples/shop, as a Markdown table. */
console.log(nightsTable(simulate(process.argv[2] ?? 'dist/cli.js', 'examples/shop', 30)));
