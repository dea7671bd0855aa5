/** The version of this tool; test/version.test.ts holds it to package.json. */
export const version = '0.2.0';
