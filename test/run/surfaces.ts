import { expect } from '@jest/globals';
import type { ProjectFolder } from '../project-folder.js';

/** What a person opens after a run, held to what may stand there whatever the sources say. */

const tags = /^<\/?(html|head|meta|title|style|body|h1|h2|p|div|b|br|code|span|table|tr|td|details|summary|svg|g|path|rect|text|ul|li)((?: [a-z-]+(?:="[^"<>]*")?)*)\s*\/?>$/i;
const attributes = new Set(['lang', 'charset', 'name', 'content', 'http-equiv', 'class', 'open', 'role', 'aria-label', 'viewbox', 'style', 'd', 'x', 'y', 'width', 'height', 'rx']);

/** Every tag is one that the report is built of, no attribute runs or loads anything, and the policy forbids both. */
export function expectHarmlessHtml(page: string): void {
  expect(page).toContain('http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'"');
  const body = page.replace(/^<!doctype html>/, '').replace(/<style>[^<]*<\/style>/, '');
  for (const [tag] of body.matchAll(/<[^>]*>?/g)) {
    const match = tags.exec(tag);
    expect([tag, match !== null]).toEqual([tag, true]);
    for (const [, name] of (match?.[2] ?? '').matchAll(/ ([a-z-]+)(?:="[^"]*")?/gi)) expect([tag, attributes.has((name ?? '').toLowerCase())]).toEqual([tag, true]);
  }
  const text = body.replace(/<[^>]*>/g, '');
  expect(text).not.toMatch(/[<>"]/);
  expectNoControls(text);
}

/** Nothing in it notifies, closes, loads, links or hides when GitHub renders it. */
export function expectHarmlessMarkdown(text: string): void {
  const own = /<\/?(?:details|summary|b)(?: open)?>/g;
  expect(text.replace(own, '')).not.toMatch(/<[A-Za-z/!?]/);
  expect(text).not.toMatch(/(^|[^\w.+-])@[A-Za-z0-9]/m);
  expect(text).not.toMatch(/(close[sd]?|fix(e[sd])?|resolve[sd]?):?\s+\S*#\d/i);
  expect(text).not.toMatch(/!\[|\]\(|:\/\/|javascript:/i);
  expectNoControls(text);
}

/** No escape sequence, no override of the reading direction. */
export function expectNoControls(text: string): void {
  // eslint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
}

/** Holds the three surfaces of a run, and finds no stack trace on any. */
export function expectHarmless(folder: ProjectFolder, out: string, terminal: string): void {
  expectHarmlessHtml(folder.read(`${out}/report.html`));
  expectHarmlessMarkdown(folder.read(`${out}/summary.md`));
  expectNoControls(terminal);
  for (const text of [terminal, folder.read(`${out}/report.json`), folder.read(`${out}/report.html`)]) expect(text).not.toMatch(/\n?\s+at .*(\.js:\d+|\(node:)|failed unexpectedly/);
}
