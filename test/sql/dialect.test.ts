import { expect, test } from '@jest/globals';
import { readDrivers, skippedDrivers } from '../../src/project/ktx-schema.js';
import { dialectOfDriver } from '../../src/sql/dialect.js';
import { loadParser } from '../../src/sql/parser.js';

test.each([...readDrivers, ...skippedDrivers, ''])('the parser knows the dialect of driver %j', async (driver) => {
  expect((await loadParser()).parse('select count(*) from t', dialectOfDriver(driver)).ok).toBe(true);
});
